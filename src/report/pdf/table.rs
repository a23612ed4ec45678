//! Tables: columns as wide as what they hold, heads on every page, hairlines between rows instead of boxes.

use super::{
    flow::Flow,
    row::{Cell, Standing, to_f32},
    strip::Ink,
    tags::Kind,
    theme::{Shade, Style},
};
use crate::{
    locale::{Align, clean_line},
    report::{ColumnKind, Table, is_blank, is_tick},
};

/// Sizes of type a wide table is tried in.
const SMALLER: [f32; 4] = [1.0, 0.92, 0.84, 0.76];

/// Rows that stay on one page, if they can.
const TOGETHER: usize = 8;

/// Where a column stands.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Place {
    x: f32,
    width: f32,
}

impl Flow<'_> {
    pub(super) fn table(&mut self, table: &Table) {
        let count = table.all_rows().map(Vec::len).chain([table.columns.len()]).max().unwrap_or(0);
        if count == 0 {
            return;
        }
        let fitting = SMALLER.into_iter().find_map(|factor| {
            let style = self.theme.table().times(factor);
            self.places(table, count, style).map(|places| (style, places))
        });
        let Some((style, places)) = fitting else { return self.table_as_list(table) };
        let node = self.tags.top(Kind::Table);
        if !table.caption.trim().is_empty() {
            let caption = self.tags.under(node, Kind::Caption);
            self.caption(&table.caption, caption);
        }
        let headed = table.columns.iter().any(|column| !column.head.trim().is_empty());
        let at = self.heads.len();
        let mut before = self.theme.gap(if table.caption.trim().is_empty() { 9.0 } else { 5.0 });
        if headed {
            let head = self.tags.under(node, Kind::Head);
            let tr = self.tags.under(head, Kind::Row);
            let words: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
            let standing = Standing { before, under: self.theme.gap(3.0), keep: true, ..self.standing(None) };
            let strips = self.table_row(table, &words, &places, style.grey().bold(), (tr, Kind::HeadCell), standing);
            self.rule_under(strips.end - 1, 0.8, Shade::Ink, &places);
            self.heads.push(self.strips[strips].to_vec());
            before = 0.0;
        }
        let body = self.tags.under(node, Kind::Rows);
        let of = headed.then_some(at);
        let sign = self.theme.gap(27.0);
        for (n, row) in table.rows.iter().enumerate() {
            let tr = self.tags.under(body, Kind::Row);
            let to_write = row.iter().any(|cell| is_blank(cell.trim()));
            let to_tick = row.iter().any(|cell| is_tick(cell.trim()));
            let standing = Standing {
                before: if n == 0 { before } else { 0.0 },
                least: if to_write { sign } else { 0.0 },
                // Few rows stay together, and the totals never stand alone.
                keep: if n + 1 == table.rows.len() { table.totals.is_some() } else { table.rows.len() <= TOGETHER },
                ..self.standing(of)
            };
            let standing = if to_write { Standing { over: self.theme.gap(9.0), ..standing } } else { standing };
            let strips = self.table_row(table, row, &places, style, (tr, Kind::Cell), standing);
            self.rule_under(strips.end - 1, 0.5, Shade::Hair, &places);
            if to_write {
                self.write_under(strips.end - 1, row, &places);
            }
            if to_tick {
                self.boxes(strips.start, row, &places, (standing.over, style));
            }
        }
        if let Some(totals) = &table.totals {
            let foot = self.tags.under(node, Kind::Foot);
            let tr = self.tags.under(foot, Kind::Row);
            let strips = self.table_row(table, totals, &places, style.bold(), (tr, Kind::Cell), self.standing(of));
            self.rule_over(strips.start, &places);
        }
        if let Some(strip) = self.strips.last_mut() {
            strip.height += self.theme.gap(4.0);
        }
    }

    fn standing(&self, table: Option<usize>) -> Standing {
        let pad = self.theme.gap(3.2);
        Standing { over: pad, under: pad, whole: true, table, ..Standing::default() }
    }

    fn table_row(
        &mut self,
        table: &Table,
        row: &[String],
        places: &[Place],
        style: Style,
        (tr, kind): (super::tags::NodeId, Kind),
        standing: Standing,
    ) -> std::ops::Range<usize> {
        let words: Vec<String> = (0..places.len())
            .map(|n| row.get(n).map(|cell| clean_line(cell).trim().to_owned()).unwrap_or_default())
            .collect();
        let nodes: Vec<_> = words.iter().map(|_| self.tags.under(tr, kind.clone())).collect();
        let cells = words.iter().zip(places).zip(nodes).enumerate().map(|(n, ((words, place), node))| Cell {
            words: if is_blank(words) || is_tick(words) { "" } else { words },
            x: place.x,
            width: place.width,
            align: table.align(n),
            style,
            node: Some(node),
        });
        let cells: Vec<Cell<'_>> = cells.collect();
        self.row(&cells, standing)
    }

    fn rule_under(&mut self, strip: usize, thick: f32, shade: Shade, places: &[Place]) {
        let (thick, to) = (self.theme.gap(thick), end(places));
        if let Some(strip) = self.strips.get_mut(strip) {
            strip.adorn(Ink::hair(0.0, to, strip.height, thick, shade));
        }
    }

    fn rule_over(&mut self, strip: usize, places: &[Place]) {
        let (thick, to) = (self.theme.gap(0.8), end(places));
        if let Some(strip) = self.strips.get_mut(strip) {
            strip.adorn(Ink::hair(0.0, to, 0.0, thick, Shade::Ink));
        }
    }

    /// A darker line under each cell to write in.
    fn write_under(&mut self, strip: usize, row: &[String], places: &[Place]) {
        let thick = self.theme.gap(0.6);
        let Some(strip) = self.strips.get_mut(strip) else { return };
        for (_, place) in row.iter().zip(places).filter(|(cell, _)| is_blank(cell.trim())) {
            strip.adorn(Ink::hair(place.x, place.x + place.width, strip.height, thick, Shade::Rule));
        }
    }

    /// A box in each cell to tick.
    fn boxes(&mut self, strip: usize, row: &[String], places: &[Place], (over, style): (f32, Style)) {
        let (side, thick) = (style.size * 1.05, self.theme.gap(0.8));
        let top = over + (style.lead - side) / 2.0;
        let Some(strip) = self.strips.get_mut(strip) else { return };
        for (_, Place { x, .. }) in row.iter().zip(places).filter(|(cell, _)| is_tick(cell.trim())) {
            let points = vec![(*x, top), (x + side, top), (x + side, top + side), (*x, top + side)];
            strip.adorn(Ink::Path { points, closed: true, thick, shade: Shade::Grey, dash: 0.0 });
        }
    }

    /// Where the columns stand in a size of type; nothing when words would be cut to pieces.
    fn places(&mut self, table: &Table, count: usize, style: Style) -> Option<Vec<Place>> {
        let gap = self.theme.gap(14.0) * style.size / self.theme.table().size;
        let room = self.theme.width() - gap * to_f32(count - 1);
        if room <= 0.0 {
            return None;
        }
        let (mut natural, mut least) = (vec![0.0_f32; count], vec![0.0_f32; count]);
        let head: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
        for row in table.all_rows().chain([&head]) {
            for (n, cell) in row.iter().enumerate() {
                let cell = clean_line(cell);
                let cell = cell.trim();
                if is_blank(cell) {
                    // As wide as a hand writes.
                    let wide = to_f32(cell.len()) * style.size * 0.55;
                    natural[n] = natural[n].max(wide);
                    least[n] = least[n].max(wide * 0.8);
                    continue;
                }
                natural[n] = natural[n].max(self.natural(cell, style.size));
                // Figures and days stay on one line; a word longer than some characters may be cut.
                let kind = table.columns.get(n).map(|column| column.kind).unwrap_or_default();
                let whole = if kind == ColumnKind::Words {
                    self.widest_word(cell, style.size).min(style.size * 8.0)
                } else {
                    self.natural(cell, style.size).min(room / 2.0)
                };
                least[n] = least[n].max(whole).max(style.size);
                if kind.align() == Align::Right {
                    // Columns of small figures stand evenly.
                    natural[n] = natural[n].max(style.size * 2.6);
                }
            }
        }
        let wanted: f32 = natural.iter().sum();
        let widths =
            if wanted <= room { spread(&natural, table, room - wanted) } else { squeeze(&natural, &least, room)? };
        let mut x = 0.0;
        let place = |width: f32| {
            let place = Place { x, width };
            x += width + gap;
            place
        };
        Some(widths.into_iter().map(place).collect())
    }

    /// Too many columns for any page: each row becomes a list of what its cells are called and hold.
    fn table_as_list(&mut self, table: &Table) {
        if !table.caption.trim().is_empty() {
            let node = self.tags.top(Kind::Paragraph);
            self.caption(&table.caption, node);
        }
        for row in table.all_rows() {
            let named = row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
            let named = named.map(|(n, cell)| {
                let head = table.columns.get(n).map(|column| column.head.as_str()).unwrap_or_default();
                format!("{head} {cell}").trim().to_owned()
            });
            let words = named.collect::<Vec<_>>().join("   ");
            self.entries(&[("-".to_owned(), clean_line(&words).into_owned())], self.theme.table());
        }
    }
}

fn end(places: &[Place]) -> f32 {
    places.last().map_or(0.0, |place| place.x + place.width)
}

/// Room that is left goes to the columns of words, most to the widest; a table of figures stays as narrow as it is.
fn spread(natural: &[f32], table: &Table, left: f32) -> Vec<f32> {
    let is_words = |n: usize| table.columns.get(n).is_none_or(|column| column.kind == ColumnKind::Words);
    let words: f32 = natural.iter().enumerate().filter(|(n, _)| is_words(*n)).map(|(_, width)| width).sum();
    if words <= 0.0 {
        return natural.to_vec();
    }
    // Few short columns are not torn apart over the whole page.
    let left = left.min(natural.iter().sum::<f32>() * 0.8);
    let wide = |(n, width): (usize, &f32)| if is_words(n) { width + left * width / words } else { *width };
    natural.iter().enumerate().map(wide).collect()
}

/// Columns that ask for little get all they ask for; the widest share what is left evenly. None gets less than its widest
/// word takes; nothing when even that does not fit.
fn squeeze(natural: &[f32], least: &[f32], room: f32) -> Option<Vec<f32>> {
    if least.iter().sum::<f32>() > room {
        return None;
    }
    let widths = |most: f32| -> Vec<f32> {
        natural.iter().zip(least).map(|(natural, least)| natural.min(most).max(*least)).collect()
    };
    // The limit under which all fit, found by halving.
    let (mut fits, mut too_wide) = (0.0, room);
    for _ in 0..24 {
        let middle = f32::midpoint(fits, too_wide);
        if widths(middle).iter().sum::<f32>() <= room { fits = middle } else { too_wide = middle }
    }
    Some(widths(fits))
}
