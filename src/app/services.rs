//! Offers and requests of services: responses whose survey asks `side`, read as who offers or needs what.
//!
//! Any survey can collect them that names its questions as the shipped one does: `side` with the choices `offer` and
//! `request`, `offered` or `needed`, `provider` or `asker`, and where it likes `whom`, `pay`, `care_about`, `category`.

use chrono::{DateTime, FixedOffset};

use super::Ctx;
use crate::{
    domain::{
        Answer, Lang, ResponseId, Value,
        survey::{AnswerTree, Door, Form, ResponseState},
    },
    tr,
};

/// The survey that is part of the program.
const SURVEY: &str = "service-offer";

/// An offer or a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Posted {
    /// The response it stands in.
    pub response: ResponseId,
    /// Whether it is an offer; else a request.
    pub offers: bool,
    /// Who offers, or who asks. Personal where they ask.
    pub who: String,
    /// The services, by the `name`s of their choices.
    pub services: Vec<String>,
    /// The same in the language of the screen.
    pub what: String,
    /// For whom and at what price, or what is to be minded, in the language of the screen; may be empty.
    pub about: String,
    /// The door it was taken down at.
    pub door: Door,
    /// When.
    pub at: DateTime<FixedOffset>,
}

impl Posted {
    /// How many of the services of this request an offer has.
    #[must_use]
    pub fn serves(&self, request: &Self) -> usize {
        request.services.iter().filter(|service| self.services.contains(service)).count()
    }
}

impl Ctx {
    /// All offers and requests, the newest first; nothing when they could not be read, and a notice says why.
    pub fn posted(&mut self) -> Option<Vec<Posted>> {
        let lang = Lang::new(self.lang().as_str());
        let between = tr!(self.locale, "answer-between");
        let form = self.library.find(SURVEY).and_then(|file| file.form().cloned());
        let mut found = Vec::new();
        self.read(|store| {
            store.changed_since(SURVEY, 0, |submission| {
                if submission.state != ResponseState::Deleted {
                    let words =
                        Words { answers: &submission.answers, form: form.as_deref(), lang: &lang, between: &between };
                    found.extend(words.posted(&submission.head.door, submission.head.id, submission.submitted));
                }
            })
        })?;
        found.sort_by(|a: &Posted, b| b.at.cmp(&a.at).then(b.response.cmp(&a.response)));
        Some(found)
    }
}

/// The answers of one response, as words.
struct Words<'a> {
    answers: &'a AnswerTree,
    form: Option<&'a Form>,
    lang: &'a Lang,
    /// What stands between two of several.
    between: &'a str,
}

impl Words<'_> {
    fn posted(&self, door: &Door, response: ResponseId, at: DateTime<FixedOffset>) -> Option<Posted> {
        let offers = match self.choices("side").first()?.as_str() {
            "offer" => true,
            "request" => false,
            _ => return None,
        };
        let (what, who) = if offers { ("offered", "provider") } else { ("needed", "asker") };
        let services = self.choices(what);
        let about = if offers {
            vec![self.labels("whom", &self.choices("whom")), self.labels("pay", &self.choices("pay"))]
        } else {
            vec![self.text("care_about")]
        };
        let about: Vec<String> = about.into_iter().filter(|words| !words.is_empty()).collect();
        Some(Posted {
            response,
            offers,
            who: self.text(who),
            what: self.labels("service", &services),
            services,
            about: about.join("  "),
            door: door.clone(),
            at,
        })
    }

    fn choices(&self, question: &str) -> Vec<String> {
        match self.answers.answer(question) {
            Some(Answer::Value(Value::Choice(name))) => vec![name.clone()],
            Some(Answer::Value(Value::Choices(names))) => names.clone(),
            _ => Vec::new(),
        }
    }

    fn text(&self, question: &str) -> String {
        match self.answers.answer(question) {
            Some(Answer::Value(Value::Text(text))) => text.clone(),
            _ => String::new(),
        }
    }

    /// The labels of choices of a list; their names where there is no such list any more.
    fn labels(&self, list: &str, names: &[String]) -> String {
        let list = self.form.and_then(|form| form.list_named(list));
        let label = |name: &String| match list.and_then(|list| Some((list, list.row_of(name)?))) {
            Some((list, row)) => list.label(row, self.lang).to_owned(),
            None => name.clone(),
        };
        names.iter().map(label).collect::<Vec<_>>().join(self.between)
    }
}
