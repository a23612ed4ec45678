//! The list of responses as a person goes through it: searched as one types, paged to any place.
//!
//! A first letter is found in nearly everything, so that neither an index nor a shorter list helps it. What is slow there is
//! the database: handing over each row, and sorting what was found to show one page of it. So the folded texts are read once,
//! when somebody begins to search, and looked through in memory in the order of the list, which is read once too. A text
//! typed further is looked for only where it was found so far. A record more, and all of it is read anew.

use rusqlite::params_from_iter;

use super::{
    list::{Page, ResponseFilter, Sort, page_of},
    open::Store,
    search::words,
};
use crate::domain::record::StoreError;

/// Responses being searched. Holds the folded texts of all of them, about 150 bytes each, from the first search on.
#[derive(Debug, Default)]
pub struct Listing {
    /// How many records the store had when all of this was read.
    seen: u64,
    texts: Option<Texts>,
    order: Option<Order>,
    found: Option<Found>,
}

/// The folded texts of all responses, in the order of their row numbers.
#[derive(Debug)]
struct Texts {
    rows: Vec<i64>,
    /// Where each text ends; it begins where the one before ends.
    ends: Vec<usize>,
    all: String,
}

/// The responses that pass a filter but for its text, as places among the texts, in the order of the list.
#[derive(Debug)]
struct Order {
    filter: ResponseFilter,
    sort: Sort,
    places: Vec<u32>,
}

/// Those of them in which all the words are found.
#[derive(Debug)]
struct Found {
    words: Vec<String>,
    places: Vec<u32>,
}

impl Texts {
    fn read(store: &Store) -> Result<Self, StoreError> {
        store.read(|conn| {
            let mut query = conn.prepare_cached("SELECT row, search FROM response_search ORDER BY row")?;
            let mut read = query.query([])?;
            let mut texts = Self { rows: Vec::new(), ends: Vec::new(), all: String::new() };
            while let Some(row) = read.next()? {
                texts.rows.push(row.get(0)?);
                texts.all.push_str(row.get_ref(1)?.as_str().unwrap_or_default());
                texts.ends.push(texts.all.len());
            }
            Ok(texts)
        })
    }

    /// The place of a row's text. Row numbers are given one after another, so that it is mostly where it is looked for.
    fn place(&self, row: i64) -> Option<u32> {
        let guess = usize::try_from(row - self.rows.first()?).ok()?;
        let place = match self.rows.get(guess) {
            Some(found) if *found == row => guess,
            _ => self.rows.binary_search(&row).ok()?,
        };
        u32::try_from(place).ok()
    }

    fn have(&self, place: u32, words: &[String]) -> bool {
        let place = place as usize;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        let text = &self.all[start..self.ends[place]];
        words.iter().all(|word| text.contains(word.as_str()))
    }
}

impl Order {
    fn read(store: &Store, texts: &Texts, filter: ResponseFilter, sort: Sort) -> Result<Self, StoreError> {
        let (wanted, values) = filter.to_sql();
        store.read(|conn| {
            let sql = format!("SELECT row FROM response WHERE {wanted} ORDER BY {}", sort.to_sql());
            let mut query = conn.prepare_cached(&sql)?;
            let mut rows = query.query(params_from_iter(&values))?;
            let mut places = Vec::new();
            while let Some(row) = rows.next()? {
                places.extend(texts.place(row.get(0)?));
            }
            Ok(Self { filter, sort, places })
        })
    }
}

impl Listing {
    /// As [`Store::responses`], quicker when the text of the filter is typed letter by letter, or other pages of what was
    /// found are asked for.
    ///
    /// # Errors
    /// As every read.
    pub fn page(
        &mut self,
        store: &Store,
        filter: &ResponseFilter,
        sort: Sort,
        skip: u64,
        limit: u64,
    ) -> Result<Page, StoreError> {
        let words = words(&filter.text);
        if words.is_empty() {
            self.found = None;
            return store.responses(filter, sort, skip, limit);
        }
        let index = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let (texts, places) = self.search(store, filter, sort, words)?;
        let from = index(skip).min(places.len());
        let to = from.saturating_add(index(limit)).min(places.len());
        let rows: Vec<i64> = places[from..to].iter().map(|place| texts.rows[*place as usize]).collect();
        Ok(Page { rows: store.read(|conn| page_of(conn, &rows))?, total: places.len() as u64 })
    }

    /// Where the words are found, in the order of the list.
    fn search(
        &mut self,
        store: &Store,
        filter: &ResponseFilter,
        sort: Sort,
        words: Vec<String>,
    ) -> Result<(&Texts, &[u32]), StoreError> {
        let now = store.recorded()?;
        if self.seen != now {
            *self = Self { seen: now, ..Self::default() };
        }
        let texts = match self.texts.take() {
            Some(texts) => texts,
            None => Texts::read(store)?,
        };
        let texts = self.texts.insert(texts);
        let plain = ResponseFilter { text: String::new(), ..filter.clone() };
        let order = match self.order.take() {
            Some(order) if order.filter == plain && order.sort == sort => order,
            _ => {
                self.found = None;
                Order::read(store, texts, plain, sort)?
            }
        };
        let order = self.order.insert(order);
        let found = match self.found.take() {
            Some(found) if found.words == words => found,
            Some(mut found) if goes_on(&found.words, &words) => {
                found.places.retain(|place| texts.have(*place, &words));
                Found { words, places: found.places }
            }
            _ => {
                let places = order.places.iter().copied().filter(|place| texts.have(*place, &words)).collect();
                Found { words, places }
            }
        };
        Ok((texts, &self.found.insert(found).places))
    }
}

/// Whether all that has the new words has the old ones too.
fn goes_on(old: &[String], new: &[String]) -> bool {
    old.iter().all(|old| new.iter().any(|new| new.contains(old.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_search_that_asks_for_more_goes_on_in_what_was_found() {
        for (old, new, on) in [
            ("外", "外墙", true),
            ("外墙", "外", false),
            ("外墙", "外墙 3", true),
            ("外墙 3", "外墙 3-2", true),
            ("外墙 3", "外墙", false),
            ("墙", "外墙", true),
            ("a b", "b", false),
        ] {
            assert_eq!(goes_on(&words(old), &words(new)), on, "{old} then {new}");
        }
    }
}
