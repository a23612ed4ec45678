//! One filled response, for who works with it.

use crate::{
    domain::{
        Answer, Text,
        exchange::{Meta, Outgoing},
        expr::{NodeId, Schema},
        session::Session,
        survey::{AnswerTree, Entry, Form, Kind, Response, Wording},
    },
    locale::{Locale, answer_words, clean_line, date_time, door},
    report::{Class, Document, blank},
    tr,
};

/// One response with the survey it was filled with, as far as `outgoing` takes it along. Nobody is to be found in what
/// everyone reads, so there is no public edition of it; the facilitator's names who typed.
#[must_use]
pub fn response_document(
    locale: &Locale,
    form: &Form,
    response: &Response,
    session: Option<&Session>,
    class: Class,
    outgoing: &Outgoing,
) -> Document {
    let l = locale;
    let class = class.max(Class::Office);
    let head = &response.head;
    let mut page = Document::new(l, class, clean_line(form.title.get(l.lang())).into_owned());
    if outgoing.takes_meta(Meta::Name) {
        page.subtitle(clean_line(&response.name).into_owned());
    }
    page.made = Some(response.finished);
    page.based_on(tr!(l, "report-base-version"), head.survey.version.clone());
    page.fact(tr!(l, "summary-by-door"), door(l, &head.door));
    if let Some(session) = session {
        page.fact(tr!(l, "summary-by-session"), clean_line(&session.title).into_owned());
    }
    if class == Class::Facilitator && !head.surveyor.is_empty() {
        page.fact(tr!(l, "summary-by-surveyor"), clean_line(&head.surveyor).into_owned());
    }
    page.fact(tr!(l, "report-response-begun"), date_time(head.created));
    page.fact(tr!(l, "report-response-finished"), date_time(response.finished));
    let mut walk = Walk { l, form, outgoing, around: Vec::new(), left_out: 0, page };
    walk.children(NodeId::ROOT, &response.answers, 1);
    let Walk { left_out, mut page, .. } = walk;
    if left_out > 0 {
        page.note(tr!(l, "report-sensitive-left-out", count = left_out));
    }
    page
}

struct Walk<'a> {
    l: &'a Locale,
    form: &'a Form,
    outgoing: &'a Outgoing,
    /// The answers around the instance one is in, the nearest last.
    around: Vec<&'a AnswerTree>,
    left_out: usize,
    page: Document,
}

impl<'a> Walk<'a> {
    fn children(&mut self, of: NodeId, answers: &'a AnswerTree, level: u8) {
        let form = self.form;
        self.around.push(answers);
        for id in &form.node(of).children {
            let node = form.node(*id);
            if !node.kind.holds_questions() || node.kind == Kind::Repeat {
                let answered = matches!(answers.0.get(&*node.name), Some(Entry::Answer(_) | Entry::Repeat(_)));
                if !self.outgoing.takes(&node.name) && node.kind != Kind::Note {
                    self.left_out += usize::from(answered);
                    continue;
                }
            }
            let label = self.words(node.wording(Wording::Label).text());
            match node.kind {
                Kind::Group => {
                    let before = self.page.blocks.len();
                    if !label.is_empty() {
                        self.page.heading(level, label);
                    }
                    let begun = self.page.blocks.len();
                    self.around.pop();
                    self.children(*id, answers, level + 1);
                    self.around.push(answers);
                    if self.page.blocks.len() == begun {
                        self.page.blocks.truncate(before);
                    }
                }
                Kind::Repeat => {
                    for (at, instance) in answers.instances(&node.name).iter().enumerate() {
                        let name = if label.is_empty() { node.name.to_string() } else { label.clone() };
                        let number = at + 1;
                        self.page.heading(level, tr!(self.l, "report-form-block", name = name, number = number));
                        self.children(*id, instance, level + 1);
                    }
                }
                kind => {
                    let words = match answers.0.get(&*node.name) {
                        Some(Entry::Answer(answer)) => answer_words(self.l, form, *id, answer),
                        Some(Entry::Blank) => tr!(self.l, "tally-blank"),
                        _ => continue,
                    };
                    if kind.is_silent() && label.is_empty() {
                        continue;
                    }
                    let label = if label.is_empty() { node.name.to_string() } else { label };
                    self.page.fact(label, words);
                }
            }
        }
        self.around.pop();
    }

    /// A label with the answers it names filled in.
    fn words(&self, text: &Text) -> String {
        let mut words = String::new();
        let mut rest = text.get(self.l.lang());
        while let Some((before, after)) = rest.split_once("${") {
            words.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            words.push_str(&self.named(name.trim()).unwrap_or_else(|| blank(4)));
            rest = after;
        }
        words.push_str(rest);
        clean_line(&words).into_owned()
    }

    fn named(&self, name: &str) -> Option<String> {
        if !self.outgoing.takes(name) {
            return None;
        }
        let answer = self.around.iter().rev().find_map(|tree| tree.answer(name))?;
        match answer {
            Answer::Value(_) => Some(answer_words(self.l, self.form, self.form.by_name(name)?, answer)),
            Answer::Refusal(_) => None,
        }
    }
}
