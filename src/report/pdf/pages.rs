//! Strips to pages: what belongs together stays together, heads of tables come again, nothing is lost.

use super::strip::Strip;

/// A page: strips with how far each stands below the upper edge of the text.
pub(super) type PageOf = Vec<(f32, Strip)>;

/// The pages of strips on a page of a height. A strip that is taller than a page stands alone on one.
pub(super) fn paginate(strips: Vec<Strip>, heads: &[Vec<Strip>], height: f32) -> Vec<PageOf> {
    let mut pages = Pages { done: Vec::new(), page: Vec::new(), y: 0.0, height, heads };
    let mut rest = strips.into_iter().peekable();
    while rest.peek().is_some() {
        let mut together = Vec::new();
        for strip in rest.by_ref() {
            let keep = strip.keep;
            together.push(strip);
            if !keep {
                break;
            }
        }
        pages.place(together);
    }
    pages.finish()
}

struct Pages<'a> {
    done: Vec<PageOf>,
    page: PageOf,
    y: f32,
    height: f32,
    heads: &'a [Vec<Strip>],
}

impl Pages<'_> {
    fn place(&mut self, strips: Vec<Strip>) {
        let whole: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
        let begins = strips.first().is_some_and(|strip| strip.new_page);
        if begins || (self.y + whole > self.height && whole <= self.room(&strips)) {
            self.turn(strips.first().and_then(|strip| strip.table));
        }
        for strip in strips {
            if strip.new_page && strip.height <= 0.0 {
                continue;
            }
            // Rounding makes no page.
            if self.y + strip.before + strip.height > self.height + 0.01 {
                self.turn(strip.table);
            }
            if !self.page.is_empty() {
                self.y += strip.before;
            }
            let tall = strip.height;
            self.page.push((self.y, strip));
            self.y += tall;
        }
    }

    /// How much fits on a page that begins with these strips.
    fn room(&self, strips: &[Strip]) -> f32 {
        self.height - strips.first().and_then(|strip| strip.table).map_or(0.0, |table| self.head(table).1)
    }

    /// The head of a table as it is repeated, and its height; one that would take half of every page is not repeated.
    fn head(&self, table: usize) -> (Vec<Strip>, f32) {
        let head: Vec<Strip> = self.heads.get(table).cloned().unwrap_or_default();
        let tall = head.iter().map(|strip| strip.height).sum();
        if tall > self.height / 2.0 { (Vec::new(), 0.0) } else { (head, tall) }
    }

    /// Begins a page, with the head of the table that goes on.
    fn turn(&mut self, table: Option<usize>) {
        if self.page.is_empty() {
            return;
        }
        self.done.push(std::mem::take(&mut self.page));
        self.y = 0.0;
        let Some(table) = table else { return };
        for mut strip in self.head(table).0 {
            // It was read where it stood first.
            for mark in &mut strip.marks {
                mark.node = None;
            }
            strip.before = 0.0;
            let tall = strip.height;
            self.page.push((self.y, strip));
            self.y += tall;
        }
    }

    fn finish(mut self) -> Vec<PageOf> {
        if !self.page.is_empty() || self.done.is_empty() {
            self.done.push(self.page);
        }
        self.done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strips(tall: &[(f32, bool)]) -> Vec<Strip> {
        tall.iter().map(|(height, keep)| Strip { keep: *keep, ..Strip::tall(*height) }).collect()
    }

    /// Heights of the strips of each page.
    fn laid(strips: Vec<Strip>, heads: &[Vec<Strip>]) -> Vec<Vec<f32>> {
        let pages = paginate(strips, heads, 100.0);
        for page in &pages {
            let end = page.last().map_or(0.0, |(y, strip)| y + strip.height);
            assert!(page.len() == 1 || end <= 100.1, "{page:?}");
        }
        pages.iter().map(|page| page.iter().map(|(_, strip)| strip.height).collect()).collect()
    }

    #[test]
    fn what_belongs_together_goes_to_the_next_page_together() {
        type Row<'a> = (&'a [(f32, bool)], &'a [&'a [f32]]);
        let rows: [Row<'_>; 6] = [
            (&[(60.0, false), (30.0, false), (20.0, false)], &[&[60.0, 30.0], &[20.0]]),
            (&[(60.0, false), (30.0, true), (20.0, false)], &[&[60.0], &[30.0, 20.0]]),
            // Taller together than a page: it goes on where it stands.
            (&[(60.0, false), (30.0, true), (50.0, true), (50.0, false)], &[&[60.0, 30.0], &[50.0, 50.0]]),
            (&[(10.0, false), (300.0, false), (10.0, false)], &[&[10.0], &[300.0], &[10.0]]),
            (&[(100.0, false), (0.0, false)], &[&[100.0, 0.0]]),
            (&[], &[&[]]),
        ];
        for (given, pages) in rows {
            assert_eq!(laid(strips(given), &[]), pages, "{given:?}");
        }
    }

    #[test]
    fn the_head_of_a_table_comes_again_and_belongs_to_nothing() {
        let head = strips(&[(10.0, true)]);
        let mut all = head.clone();
        all.extend((0..5).map(|_| Strip { table: Some(0), ..Strip::tall(40.0) }));
        let pages = [vec![10.0, 40.0, 40.0], vec![10.0, 40.0, 40.0], vec![10.0, 40.0]];
        assert_eq!(laid(all, &[head]), pages);
    }

    #[test]
    fn a_page_may_be_asked_for_but_is_never_empty() {
        let mut all = strips(&[(10.0, false), (0.0, false), (0.0, false), (10.0, false)]);
        all[1].new_page = true;
        all[2].new_page = true;
        assert_eq!(laid(all, &[]), [vec![10.0], vec![10.0]]);
    }
}
