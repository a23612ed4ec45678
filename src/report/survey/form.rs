//! A survey to be filled on paper.

use std::collections::HashMap;

use super::skip_words::{Named, hangs_on, skip_words};
use crate::{
    domain::{
        Text,
        expr::Schema,
        survey::{Form, Kind, Question, Survey},
    },
    locale::{Locale, clean_line, decimal, refusal_words},
    report::{Block, Class, Document, Ticks, blank, choice_label},
    tr,
};

/// Blocks of a repeat on one form; more go on another sheet.
const BLOCKS: usize = 3;
/// Lines to write on where nothing else is said.
const LINES: u8 = 2;
/// Columns of a short answer.
const SHORT: usize = 16;

/// The blank form of a survey. Conditions are said in words; what the program reckons by itself is left out.
#[must_use]
pub fn form_document(locale: &Locale, survey: &Survey, form: &Form) -> Document {
    let l = locale;
    let title = clean_line(form.title.get(l.lang())).into_owned();
    let mut page = Document::new(l, Class::Public, title);
    page.based_on(tr!(l, "report-base-version"), form.version.clone());
    for label in [tr!(l, "report-form-door"), tr!(l, "report-form-surveyor"), tr!(l, "report-form-day")] {
        page.fact(label, blank(2 * SHORT));
    }
    let mut paper = Paper { l, form, numbers: HashMap::new(), formulas: HashMap::new(), page };
    paper.count(&survey.body);
    paper.body(&survey.body, 1);
    paper.page
}

struct Paper<'a> {
    l: &'a Locale,
    form: &'a Form,
    /// Questions by name, as they are numbered on paper.
    numbers: HashMap<String, usize>,
    /// What the program reckons for itself, by name.
    formulas: HashMap<String, String>,
    page: Document,
}

impl Named for Paper<'_> {
    fn number(&self, question: &str) -> Option<usize> {
        self.numbers.get(question).copied()
    }

    fn formula(&self, question: &str) -> Option<String> {
        self.formulas.get(question).cloned()
    }

    fn choice(&self, question: &str, name: &str) -> Option<String> {
        let list = self.form.list(self.form.by_name(question)?)?;
        let label = list.label(list.row_of(name)?, self.l.lang());
        Some(clean_line(label).into_owned()).filter(|label| !label.is_empty())
    }
}

/// Whether a question stands on paper: somebody answers it, and it asks for more than the heads of a table.
fn is_asked(question: &Question) -> bool {
    let heading = question.kind.value.picks_choices() && question.appearance.iter().any(|word| word.value == "label");
    !question.kind.value.is_silent() && question.kind.value != Kind::Note && !heading && !computed(question)
}

fn computed(question: &Question) -> bool {
    question.calculation.is_some() || question.read_only.as_ref().is_some_and(|formula| formula.text == "true()")
}

impl Paper<'_> {
    fn count(&mut self, body: &[Question]) {
        for question in body {
            if let Some(formula) = &question.calculation {
                self.formulas.insert(question.name.value.clone(), formula.text.clone());
            }
            if question.kind.value.holds_questions() {
                self.count(&question.body);
            } else if is_asked(question) {
                let next = self.numbers.len() + 1;
                self.numbers.insert(question.name.value.clone(), next);
                if question.or_other {
                    self.numbers.insert(format!("{}_other", question.name.value), next + 1);
                }
            }
        }
    }

    fn body(&mut self, body: &[Question], level: u8) {
        for question in body {
            match question.kind.value {
                Kind::Group => {
                    self.heading(question, level, None);
                    self.body(&question.body, level + 1);
                }
                Kind::Repeat => {
                    for block in 1..=BLOCKS {
                        self.heading(question, level, Some(block));
                        self.body(&question.body, level + 1);
                    }
                    self.page.note(tr!(self.l, "report-form-more-blocks"));
                }
                Kind::Note => {
                    let words = self.words(&question.label);
                    self.page.paragraph(words);
                }
                _ if is_asked(question) => self.question(question),
                _ => {}
            }
        }
    }

    fn heading(&mut self, question: &Question, level: u8, block: Option<usize>) {
        let mut words = self.words(&question.label);
        if let Some(number) = block {
            let name = if words.is_empty() { question.name.value.clone() } else { words };
            words = tr!(self.l, "report-form-block", name = name, number = number);
        }
        if !words.is_empty() {
            self.page.heading(level.min(2), words);
        }
        self.condition(question);
    }

    /// A label on one line; where an answer stands in it, room to write.
    fn words(&self, text: &Text) -> String {
        let mut words = String::new();
        let mut rest = text.get(self.l.lang());
        while let Some((before, after)) = rest.split_once("${") {
            words.push_str(before);
            words.push_str(&blank(4));
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        words.push_str(rest);
        clean_line(&words).into_owned()
    }

    fn condition(&mut self, question: &Question) {
        let Some(relevant) = &question.relevant else { return };
        let note = match (skip_words(self.l, &relevant.text, self), hangs_on(self.l, &relevant.text, self)) {
            (Some(when), _) => tr!(self.l, "report-form-only", when = when),
            (None, Some(questions)) => tr!(self.l, "report-form-hangs", questions = questions),
            // Said as the author wrote it: better than nothing, and it never leads astray.
            (None, None) => tr!(self.l, "report-form-formula", formula = relevant.text.clone()),
        };
        self.page.note(note);
    }

    fn question(&mut self, question: &Question) {
        let l = self.l;
        let name = &question.name.value;
        let label = self.words(&question.label);
        let label = if label.is_empty() { name.clone() } else { label };
        let number = self.numbers.get(name).copied().unwrap_or_default();
        self.page.heading(3, format!("{number}. {label}"));
        self.condition(question);
        let hint = self.words(&question.hint);
        if !hint.is_empty() {
            self.page.note(hint);
        }
        let choices = self.choices(name);
        let ticks = |labels: Vec<String>, one| {
            Block::Ticks(Ticks { boxes: labels.into_iter().map(|label| (label, false)).collect(), one })
        };
        match question.kind.value {
            Kind::SelectOne => self.page.put(ticks(choices, true)),
            Kind::SelectMultiple => {
                self.page.note(tr!(l, "report-form-several"));
                self.page.put(ticks(choices, false));
            }
            Kind::Rank => {
                self.page.note(tr!(l, "report-form-rank"));
                for choice in choices {
                    self.page.entry(blank(4), choice);
                }
            }
            Kind::Acknowledge => self.page.put(ticks(vec![tr!(l, "answer-acknowledged")], true)),
            Kind::Range => {
                let scale = self.form.by_name(name).and_then(|node| self.form.node(node).scale);
                if let Some(scale) = scale {
                    let (from, to) = (decimal(scale.start, 6), decimal(scale.end, 6));
                    self.page.note(tr!(l, "report-form-range", from = from, to = to));
                }
                self.page.line(blank(SHORT));
            }
            Kind::Text => {
                let rows = self.form.by_name(name).and_then(|node| self.form.node(node).rows);
                let rows = rows.and_then(|rows| u8::try_from(rows).ok()).unwrap_or(LINES);
                self.page.put(Block::Room(rows.clamp(1, 12)));
            }
            Kind::Date => self.page.line(tr!(l, "report-form-date")),
            Kind::Time => self.page.line(tr!(l, "report-form-time")),
            Kind::DateTime => {
                self.page.line(format!("{}  {}", tr!(l, "report-form-date"), tr!(l, "report-form-time")));
            }
            _ => self.page.line(blank(SHORT)),
        }
        if !question.refusals.is_empty() {
            let refusals = question.refusals.iter().map(|refusal| refusal_words(l, *refusal)).collect();
            self.page.put(ticks(refusals, true));
        }
        if question.or_other {
            let number = number + 1;
            self.page.heading(3, tr!(l, "report-form-other", number = number));
            self.page.put(Block::Room(1));
        }
    }

    fn choices(&self, name: &str) -> Vec<String> {
        let Some(list) = self.form.by_name(name).and_then(|node| self.form.list(node)) else { return Vec::new() };
        let label = |row: usize| {
            let label = Text::one(self.l.lang().clone(), list.label(row, self.l.lang()));
            choice_label(self.l, list.choice(row), &label)
        };
        (0..list.len()).map(label).collect()
    }
}
