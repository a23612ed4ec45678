//! What became of the suggestions: matters raised, suggestions coded to them, meetings and tasks linked.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{
    plan::Town,
    told::{self, Linked},
};
use crate::{
    app::demo::DemoFault,
    domain::{
        Answer, Lang, MatterId, Text, Value,
        matter::{About, Code, Command, Concern, Event, Link, Matters, Step, SuggestionKey},
        meeting::agenda::{FundKey, ItemKey, MotionKey},
        record::Register,
        survey::Response,
    },
    import::SurveyLibrary,
};

/// The questions of the intake that are answered in words of one's own.
const QUESTIONS: [&str; 2] = ["concern_other", "remarks"];

impl Town<'_> {
    /// Raises the matters, sorts the suggestions, links what was done.
    pub(super) fn sorting(&mut self) -> Result<(), DemoFault> {
        let mut matters = Matters::fold(Vec::new());
        self.concerns(&mut matters)?;
        let mut known = BTreeMap::new();
        for told in &self.told.matters {
            let id = self.raise(&mut matters, told)?;
            known.insert(told.name.clone(), id);
        }
        self.code(&mut matters, &known)?;
        for told in &self.told.matters {
            if let Some(id) = known.get(&told.name) {
                self.put(&mut matters, told, *id)?;
            }
        }
        Ok(())
    }

    /// The concerns are those the intake asks for.
    fn concerns(&mut self, matters: &mut Matters) -> Result<(), DemoFault> {
        let library = SurveyLibrary::shipped();
        let form = library.find("courtyard-intake").and_then(|file| file.form());
        let form = form.ok_or_else(|| DemoFault::Story("courtyard-intake".to_owned()))?;
        let list = form.list_named("concern").ok_or_else(|| DemoFault::Story("concern".to_owned()))?;
        let langs = [Lang::new("zh-CN"), Lang::new("en")];
        let label = |row| Text(langs.iter().map(|lang| (lang.clone(), list.label(row, lang).to_owned())).collect());
        let concerns = list.choices().enumerate();
        let concerns: Vec<Concern> =
            concerns.map(|(row, name)| Concern { name: name.to_owned(), label: label(row) }).collect();
        let at = self.at(self.told.registered);
        let events = concerns.into_iter().map(Event::Concern).collect();
        self.ask(matters, Command::All(events), at, &self.told.registrar)
    }

    fn raise(&mut self, matters: &mut Matters, told: &told::Matter) -> Result<MatterId, DemoFault> {
        let at = self.at(told.raised);
        let matter = MatterId(self.id(at));
        let about = About {
            title: told.title.clone(),
            concern: told.concern.clone(),
            programme: Some(told.programme),
            place: self.place("", ""),
            note: String::new(),
        };
        self.ask(matters, Event::Raised { matter, about, split_from: None }.into(), at, &told.by)?;
        let meeting =
            |at: &usize| self.before.meetings.get(*at).copied().ok_or_else(|| DemoFault::Story(told.name.clone()));
        let mut links = Vec::new();
        for link in &told.links {
            links.push(match link {
                Linked::Item(at, item) => Link::Item { meeting: meeting(at)?, item: ItemKey::new(item.as_str()) },
                Linked::Motion(at, motion) => {
                    Link::Motion { meeting: meeting(at)?, motion: MotionKey::new(motion.as_str()) }
                }
                Linked::Fund(fund) => Link::Fund(FundKey::new(fund.as_str())),
            });
        }
        for task in &told.tasks {
            let action = self.before.tasks.get(task).copied();
            links.push(Link::Action(action.ok_or_else(|| DemoFault::Story(task.clone()))?));
        }
        let events = links.into_iter().map(|link| Event::Linked { matter, link }).collect();
        self.ask(matters, Command::All(events), at + TimeDelta::minutes(1), &told.by)?;
        Ok(matter)
    }

    /// Every suggestion of the intake is coded, a few seconds each; some again by a second coder.
    fn code(&mut self, matters: &mut Matters, known: &BTreeMap<String, MatterId>) -> Result<(), DemoFault> {
        let (told, second) = (self.told, &self.told.second);
        let (mut at, mut again) = (self.at(told.sorted) + TimeDelta::minutes(30), self.at(second.at));
        let mut coded = 0;
        for response in self.before.intake {
            for (question, text) in said(response) {
                coded += 1;
                let code = self.meant(question, text, known);
                let suggestion = SuggestionKey::new(response.head.id, question);
                let seconds = 6 + i64::try_from(self.chance.below(20)).unwrap_or(0);
                at += TimeDelta::seconds(seconds);
                let first = Event::Coded { suggestion: suggestion.clone(), code: code.clone(), blind: false };
                self.ask(matters, first.into(), at.max(response.finished), &told.sorter)?;
                if coded % second.every.max(1) == 0 {
                    let differs = coded % (second.every * second.otherwise_every).max(1) == 0;
                    let code = if differs { Code::default() } else { code };
                    again = later(again, response) + TimeDelta::seconds(seconds);
                    let blind = Event::Coded { suggestion, code, blind: true };
                    self.ask(matters, blind.into(), again, &second.who)?;
                }
            }
        }
        Ok(())
    }

    /// What a suggestion is about: a matter that names its very words, else that of the concern it is filed under in the
    /// story, else nothing to be done.
    fn meant(&self, question: &str, text: &str, known: &BTreeMap<String, MatterId>) -> Code {
        let told = &self.told.matters;
        let named = told.iter().find(|matter| matter.words.iter().any(|words| words == text));
        let about = self.before.story.remarks.iter().find(|remarks| remarks.words.iter().any(|words| words == text));
        let about = about.map(|remarks| remarks.about.as_str()).filter(|about| !about.is_empty());
        let matter = named.or_else(|| told.iter().find(|matter| Some(matter.concern.as_str()) == about));
        let concern = match (about, matter) {
            (Some(about), _) => Some(about),
            (None, Some(matter)) => Some(matter.concern.as_str()).filter(|concern| !concern.is_empty()),
            (None, None) => (question == "concern_other").then_some("other"),
        };
        Code {
            concerns: concern.map(str::to_owned).into_iter().collect(),
            matters: matter.and_then(|matter| known.get(&matter.name)).copied().into_iter().collect(),
        }
    }

    fn put(&mut self, matters: &mut Matters, told: &told::Matter, matter: MatterId) -> Result<(), DemoFault> {
        for put in &told.put {
            let step = match put.step {
                told::Step::Done => Step::Done,
                told::Step::Checked => Step::Checked,
                told::Step::Dropped => Step::Dropped,
            };
            let event = Event::Put { matter, step, note: put.note.clone() };
            self.ask(matters, event.into(), self.at(put.at), &told.by)?;
        }
        Ok(())
    }
}

/// What a response says in words of its own.
fn said(response: &Response) -> Vec<(&'static str, &str)> {
    let text = |question: &&'static str| match response.answers.answer(question)? {
        Answer::Value(Value::Text(text)) => Some((*question, text.as_str())),
        _ => None,
    };
    QUESTIONS.iter().filter_map(text).collect()
}

/// This moment, or that of a response when it is later.
fn later(at: DateTime<FixedOffset>, response: &Response) -> DateTime<FixedOffset> {
    at.max(response.finished)
}
