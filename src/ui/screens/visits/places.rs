//! Places as people type them: `3栋`, `第一微网格`, `3-2`, several with commas; found among the places of the roll.

use std::collections::BTreeSet;

use crate::{
    app::Ctx,
    domain::{
        place::{Level, Place, Roll},
        visit::Assignment,
    },
    locale::visit_place,
};

/// All places of the roll that hold a household, with the words a person would type for each.
pub struct Places {
    known: Vec<(Place, Vec<String>)>,
}

impl Places {
    /// The places of the roll as it was last held.
    pub fn of(ctx: &Ctx) -> Self {
        let mut found = BTreeSet::new();
        if let Some(roll) = ctx.register::<Roll>() {
            let mut entrances = BTreeSet::new();
            for (_, household) in roll.households() {
                entrances.insert(household.address.place(Level::Entrance));
            }
            for entrance in entrances {
                for parts in 1..=entrance.0.len() {
                    if entrance.0.get(parts - 1).is_some_and(|part| !part.trim().is_empty()) {
                        found.insert(Place(entrance.0[..parts].to_vec()));
                    }
                }
            }
        }
        let known = found.into_iter().map(|place| {
            let words = words(&place, ctx);
            (place, words)
        });
        Self { known: known.collect() }
    }

    /// The places that several words, with commas between, mean.
    ///
    /// # Errors
    /// The word that means none.
    pub fn typed(&self, text: &str) -> Result<Vec<Place>, String> {
        let mut places = Vec::new();
        for word in text.split([',', '，', '、']).map(str::trim).filter(|word| !word.is_empty()) {
            let found = self.named(word);
            if found.is_empty() {
                return Err(word.to_owned());
            }
            places.extend(found);
        }
        Ok(places)
    }

    /// Who goes where, as typed: `张三: 1栋, 2栋; 李四: 第二微网格`. A name alone goes everywhere.
    ///
    /// # Errors
    /// The word that means no place.
    pub fn assignments(&self, text: &str) -> Result<Vec<Assignment>, String> {
        let mut all = Vec::new();
        for part in text.split([';', '；']).map(str::trim).filter(|part| !part.is_empty()) {
            let (who, places) = part.split_once([':', '：']).unwrap_or((part, ""));
            let who = who.trim().to_owned();
            let mut places = self.typed(places)?;
            if places.is_empty() {
                places.push(Place::default());
            }
            all.extend(places.into_iter().map(|place| Assignment { who: who.clone(), place }));
        }
        Ok(all)
    }

    /// The places a word names: those it names in full, else those whose name holds it.
    fn named(&self, word: &str) -> Vec<Place> {
        let wanted = word.to_lowercase();
        let whole = |names: &Vec<String>| names.contains(&wanted);
        let found: Vec<Place> = self.known.iter().filter(|(_, n)| whole(n)).map(|(p, _)| p.clone()).collect();
        if !found.is_empty() {
            return found;
        }
        let within = |names: &Vec<String>| names.iter().any(|name| name.contains(&wanted));
        let found: Vec<Place> = self.known.iter().filter(|(_, n)| within(n)).map(|(p, _)| p.clone()).collect();
        // The wide place says it all; those within it are left out.
        found.iter().filter(|place| !found.iter().any(|wide| wide != *place && wide.contains(place))).cloned().collect()
    }
}

/// What a place may be called: its own part, the part in words, for an entrance `3-2`.
fn words(place: &Place, ctx: &Ctx) -> Vec<String> {
    let mut words = vec![visit_place(&ctx.locale, place).to_lowercase()];
    if let Some(last) = words[0].rsplit_once(' ').map(|(_, last)| last.to_owned()) {
        words.push(last);
    }
    let part = |at: usize| place.0.get(at).map_or("", String::as_str);
    match place.level() {
        Some(Level::Entrance) => words.push(format!("{}-{}", part(4), part(5)).to_lowercase()),
        Some(_) => words.extend(place.0.last().map(|last| last.to_lowercase())),
        None => {}
    }
    words
}
