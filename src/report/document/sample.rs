//! A document with every piece there is, made of whatever words a test gives it.

use super::{
    Bar, Block, Chart, Class, Column, ColumnKind, Document, KeyFigure, Mark, Moment, Opinion, Table, Thermometer,
    Ticks, Wanted, blank,
};
use crate::domain::{Lang, tally::Share};

/// Every piece, with these words wherever words stand.
pub(crate) fn every_block(words: &str, label: &str) -> Document {
    let (w, l) = (|| words.to_owned(), || label.to_owned());
    let mut document = Document {
        title: w(),
        subtitles: vec![l(), w()],
        language: Some(Lang::new("zh-CN")),
        class: Class::Office,
        class_words: l(),
        base: vec![(l(), w()), (w(), l())],
        ..Document::default()
    };
    let figure = |n: u64| KeyFigure { figure: n.to_string(), words: w() };
    document.put(Block::KeyFigures(vec![figure(135), figure(3), KeyFigure { figure: w(), words: l() }]));
    for level in 0..6 {
        document.heading(level, w());
        document.line(w());
    }
    document.fact(l(), w());
    document.fact(w(), l());
    document.paragraph(format!("{words}\n{label}\n\n{words}"));
    document.note(w());
    document.entry("1", w());
    document.entry(l(), w());
    document.put(Block::Words { label: l(), text: format!("{words}\n{words}"), wanted: Some(Wanted::Remarks) });
    document.put(Block::Words { label: l(), text: String::new(), wanted: Some(Wanted::NextMeeting) });
    document.put(Block::Opinions((9..12).map(|n| opinion(n, words, label)).collect()));
    let kinds = [ColumnKind::Words, ColumnKind::Number, ColumnKind::Money, ColumnKind::Share, ColumnKind::Date];
    let row = |_| vec![w(), "12".to_owned(), "¥1 200".to_owned(), "12.0 %".to_owned(), blank(14), l()];
    document.table(Table {
        caption: w(),
        columns: kinds.map(|kind| Column::new(label, kind)).to_vec(),
        rows: (0..3).map(row).chain([vec![], vec![w()]]).collect(),
        totals: Some(vec![l(), "36".to_owned()]),
    });
    let bars = (0..6).map(|n| Bar::counted(if n % 2 == 0 { words } else { label }, n * n, Share::new(n * n, 55)));
    let mut chart = Chart { caption: w(), of: l(), bars: bars.collect() };
    chart.bars.push(Bar::held_back(label, "< 5"));
    document.bars(chart.clone());
    document.histogram(chart);
    document.put(Block::Thermometer(Thermometer {
        caption: w(),
        have: 52_300,
        have_words: l(),
        target: Some(120_000),
        target_words: w(),
        marks: vec![Mark { from: 240_000, to: 120_000, words: w() }, Mark { from: 0, to: 0, words: l() }],
    }));
    let moment = |ahead| Moment { when: l(), kind: w(), what: w(), ahead };
    document.put(Block::Timeline(vec![moment(false), moment(true)]));
    document.put(Block::Ticks(Ticks { boxes: vec![(w(), false), (l(), true)], one: false }));
    document.put(Block::Ticks(Ticks { boxes: vec![(w(), true)], one: true }));
    document.put(Block::Room(3));
    document.put(Block::CutLine);
    document.signatures(vec![l(), w()]);
    document.put(Block::Footnotes(vec![("1".to_owned(), w()), (l(), w())]));
    document.put(Block::PageBreak);
    document.put(Block::Appendix(w()));
    document.line(l());
    document
}

fn opinion(number: usize, words: &str, about: &str) -> Opinion {
    Opinion { number: number.to_string(), text: format!("{words}\n{about}"), about: about.to_owned() }
}
