//! The title of a document, and what it is based on.

use super::{
    flow::Flow,
    row::{Cell, Standing},
    strip::{Ink, Strip},
    tags::Kind,
    theme::Shade,
};
use crate::{
    locale::{Align, clean_line},
    report::{Class, Document},
};

impl Flow<'_> {
    pub(super) fn head(&mut self, document: &Document) {
        let title = clean_line(&document.title);
        if !title.trim().is_empty() {
            let node = self.tags.top(Kind::Title);
            let cell = self.cell(title.trim(), self.theme.title(), node);
            self.row(&[cell], Standing { whole: true, keep: true, ..Standing::default() });
        }
        // The foot says it too; what is not for everyone says so where it is read first.
        let class = (document.class != Class::Public).then_some(&document.class_words);
        let over = self.theme.gap(4.0);
        for (at, words) in document.subtitles.iter().chain(class).enumerate() {
            let words = clean_line(words);
            if words.trim().is_empty() {
                continue;
            }
            let node = self.tags.top(Kind::Paragraph);
            let cell = self.cell(words.trim(), self.theme.body().grey(), node);
            let over = if at == 0 { over } else { 0.0 };
            self.row(&[cell], Standing { over, whole: true, keep: true, ..Standing::default() });
        }
        if self.at_start() {
            return;
        }
        self.base(&document.base);
        let mut rule = Strip { before: self.theme.gap(8.0), keep: true, ..Strip::tall(self.theme.gap(8.0)) };
        rule.adorn(Ink::hair(0.0, self.theme.width(), 0.0, self.theme.gap(0.8), Shade::Ink));
        self.strips.push(rule);
    }

    fn base(&mut self, base: &[(String, String)]) {
        if base.is_empty() {
            return;
        }
        let style = self.theme.small();
        let mut labels: f32 = 0.0;
        for (label, _) in base {
            labels = labels.max(self.natural(label, style.size));
        }
        let labels = labels.min(self.theme.width() / 3.0);
        let x = labels + self.theme.gap(10.0);
        let list = self.tags.top(Kind::List);
        for (at, (label, words)) in base.iter().enumerate() {
            let entry = self.tags.under(list, Kind::Entry);
            let (lbl, body) = (self.tags.under(entry, Kind::Label), self.tags.under(entry, Kind::Body));
            let cell =
                |words, x, width, style, node| Cell { words, x, width, align: Align::Left, style, node: Some(node) };
            let cells = [
                cell(label, 0.0, labels, style, lbl),
                cell(words, x, self.theme.width() - x, super::theme::Style { shade: Shade::Ink, ..style }, body),
            ];
            let over = if at == 0 { self.theme.gap(6.0) } else { 0.0 };
            self.row(&cells, Standing { over, whole: true, keep: true, ..Standing::default() });
        }
    }
}
