//! All the words of a document, for whoever must know them before laying them out.

use super::{Block, Chart, Document};

impl Document {
    /// Every text that a format may show, as it is stored: clean it before showing it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let mut all: Vec<&str> = vec![&self.title, &self.class_words];
        all.extend(self.subtitles.iter().map(String::as_str));
        pairs(&self.base, &mut all);
        for block in &self.blocks {
            of_block(block, &mut all);
        }
        all.into_iter()
    }
}

fn pairs<'t>(pairs: &'t [(String, String)], all: &mut Vec<&'t str>) {
    all.extend(pairs.iter().flat_map(|(first, second)| [first.as_str(), second.as_str()]));
}

fn chart<'t>(chart: &'t Chart, all: &mut Vec<&'t str>) {
    all.extend([chart.caption.as_str(), chart.of.as_str()]);
    all.extend(chart.bars.iter().flat_map(|bar| [bar.label.as_str(), bar.figure.as_str(), bar.share.as_str()]));
}

fn of_block<'t>(block: &'t Block, all: &mut Vec<&'t str>) {
    match block {
        Block::Heading(_, words)
        | Block::Appendix(words)
        | Block::Line(words)
        | Block::Paragraph(words)
        | Block::Note(words) => all.push(words),
        Block::Facts(list) | Block::List(list) | Block::Footnotes(list) => pairs(list, all),
        Block::Words { label, text, .. } => all.extend([label.as_str(), text.as_str()]),
        Block::Opinions(list) => {
            all.extend(list.iter().flat_map(|it| [it.number.as_str(), it.text.as_str(), it.about.as_str()]));
        }
        Block::KeyFigures(list) => all.extend(list.iter().flat_map(|it| [it.figure.as_str(), it.words.as_str()])),
        Block::Table(table) => {
            all.push(&table.caption);
            all.extend(table.columns.iter().map(|column| column.head.as_str()));
            all.extend(table.all_rows().flatten().map(String::as_str));
        }
        Block::Bars(it) | Block::Histogram(it) => chart(it, all),
        Block::Thermometer(it) => {
            all.extend([it.caption.as_str(), it.have_words.as_str(), it.target_words.as_str()]);
            all.extend(it.marks.iter().map(|mark| mark.words.as_str()));
        }
        Block::Timeline(list) => {
            all.extend(list.iter().flat_map(|it| [it.when.as_str(), it.kind.as_str(), it.what.as_str()]));
        }
        Block::Ticks(ticks) => all.extend(ticks.boxes.iter().map(|(words, _)| words.as_str())),
        Block::Signatures(names) => all.extend(names.iter().map(String::as_str)),
        Block::Room(_) | Block::CutLine | Block::PageBreak => {}
    }
}
