//! One question: put, heard, stored.

use super::{
    heard::{Heard, says_yes},
    pick::{NoPick, one, several},
    walk::{Plain, Turn},
};
use crate::{
    app::Trouble,
    cli::CliFault,
    domain::{
        Answer, Refusal, Value,
        expr::NodeRef,
        survey::{Edit, Kind, Warned, Wording},
    },
    locale::{answer_words, edit_refusal, refusal_words, typed_answer, typed_fault},
    tr,
};

/// Longer lists are not read out; one types part of what one looks for.
const READ_OUT: usize = 40;

impl Plain<'_> {
    /// Puts a question until it is answered, passed or left.
    pub(super) fn question(&mut self, at: NodeRef) -> Result<Turn, CliFault> {
        self.put(at)?;
        loop {
            let turn = match self.hear()? {
                Heard::Text(text) if text.trim().is_empty() => self.passed(at)?,
                Heard::Text(text) => self.typed(at, &text)?,
                Heard::Skip => Some(Turn::Next),
                Heard::Clear => self.store(at, None)?,
                Heard::Refuse(refusal) => self.store(at, Some(Answer::Refusal(refusal)))?,
                other => self.command(&other)?,
            };
            if let Some(turn) = turn {
                return Ok(turn);
            }
        }
    }

    /// Number, label, hints, choices and the answer there is.
    fn put(&mut self, at: NodeRef) -> Result<(), CliFault> {
        let draft = self.filling.draft();
        let node = draft.node(at);
        let (number, count) = draft.question_number(at);
        let mut lines = vec![String::new(), format!("[{number}/{count}] {}", draft.label(at))];
        if draft.required(at) {
            lines[1].push_str(&tr!(self.locale(), "plain-required"));
        }
        lines.extend([Wording::Hint].map(|w| draft.wording(at, w).into_owned()).into_iter().filter(|t| !t.is_empty()));
        if let Some(options) = draft.options(at) {
            if options.len() > READ_OUT {
                lines.push(tr!(self.locale(), "plain-many", count = options.len()));
            } else {
                lines.extend(options.iter().zip(1..).map(|(o, n)| format!("  {n}  {}", o.label)));
            }
            match node.kind {
                Kind::SelectMultiple => lines.push(tr!(self.locale(), "plain-pick-several")),
                Kind::Rank => lines.push(tr!(self.locale(), "plain-pick-ranked")),
                _ => {}
            }
        }
        if node.kind == Kind::Acknowledge {
            lines.push(tr!(self.locale(), "plain-acknowledge"));
        }
        if let Some(scale) = node.scale {
            let (start, end) = (scale.start, scale.end);
            lines.push(tr!(self.locale(), "plain-scale", start = start, end = end));
        }
        if let Some(answer) = draft.answer(at) {
            let answer = answer_words(self.locale(), draft.form(), at.node, answer);
            lines.push(tr!(self.locale(), "plain-current", answer = answer));
        }
        if draft.read_only(at) {
            lines.push(tr!(self.locale(), "plain-read-only"));
        }
        self.say_all(&lines)
    }

    /// Enter alone: the answer there is stands, a blank stays blank.
    fn passed(&mut self, at: NodeRef) -> Result<Option<Turn>, CliFault> {
        let draft = self.filling.draft();
        if draft.required(at) && !draft.is_answered(at) {
            let own = draft.wording(at, Wording::Required).into_owned();
            let text = if own.is_empty() { tr!(self.locale(), "fill-required") } else { own };
            self.say(&text)?;
            self.say(&tr!(self.locale(), "plain-left-open"))?;
        }
        Ok(Some(Turn::Next))
    }

    fn typed(&mut self, at: NodeRef, text: &str) -> Result<Option<Turn>, CliFault> {
        match self.value(at, text) {
            Ok(answer) => self.store(at, answer.map(Answer::Value)),
            Err(sentence) => {
                self.say(&sentence)?;
                Ok(None)
            }
        }
    }

    /// The value a text means, or the sentence that says why it means none.
    fn value(&self, at: NodeRef, text: &str) -> Result<Option<Value>, String> {
        let (draft, locale) = (self.filling.draft(), self.locale());
        let node = draft.node(at);
        let no_pick = |reason| match reason {
            NoPick::Nothing(text) => tr!(locale, "plain-no-choice", text = text),
            NoPick::Several(places) => {
                let places: Vec<String> = places.iter().map(ToString::to_string).collect();
                tr!(locale, "plain-several-fit", places = places.join(", "))
            }
        };
        match (node.kind, draft.options(at)) {
            (Kind::SelectOne, Some(options)) => {
                one(&options, text).map(|name| Some(Value::Choice(name))).map_err(no_pick)
            }
            (Kind::SelectMultiple | Kind::Rank, Some(options)) => {
                several(&options, text).map(|names| Some(Value::Choices(names))).map_err(no_pick)
            }
            (Kind::Acknowledge, _) => {
                if says_yes(locale, text) || text.trim() == "1" {
                    Ok(Some(Value::Choice("OK".to_owned())))
                } else {
                    Err(tr!(locale, "plain-acknowledge"))
                }
            }
            _ => typed_answer(node, text, self.now()).map_err(|fault| typed_fault(locale, fault)),
        }
    }

    /// Stores an answer and says what is wrong with it; then the question stays.
    fn store(&mut self, at: NodeRef, answer: Option<Answer>) -> Result<Option<Turn>, CliFault> {
        match self.filling.answer(&mut self.ctx, at, answer) {
            Ok(_) => {}
            Err(Trouble::Refused(refusal)) => {
                let mut text = edit_refusal(self.locale(), &refusal);
                let offered = &self.filling.draft().node(at).refusals;
                if !offered.is_empty()
                    && matches!(refusal, crate::domain::survey::EditRefusal::RefusalNotOffered { .. })
                {
                    let offered: Vec<String> = offered.iter().map(|r| self.refusal_command(*r)).collect();
                    text = format!("{text} {}", offered.join("  "));
                }
                self.say(&text)?;
                return Ok(None);
            }
            Err(Trouble::Unsaved(error)) => return Err(CliFault::Store(error)),
        }
        let draft = self.filling.draft();
        if draft.violation(at) {
            let own = draft.wording(at, Wording::Constraint).into_owned();
            let text = if own.is_empty() { tr!(self.locale(), "fill-constraint") } else { own };
            self.say(&text)?;
            return Ok(None);
        }
        if draft.warning(at) == Warned::Raised {
            return self.warn(at);
        }
        Ok(Some(Turn::Next))
    }

    /// The answer is unusual: a reason lets it stand, Enter asks again.
    fn warn(&mut self, at: NodeRef) -> Result<Option<Turn>, CliFault> {
        let text = self.filling.draft().wording(at, Wording::Warning).into_owned();
        self.say(&text)?;
        self.say(&tr!(self.locale(), "plain-reason"))?;
        match self.hear()? {
            Heard::Text(reason) if !reason.trim().is_empty() => {
                let Some(path) = self.filling.draft().path_of(at) else { return Ok(None) };
                let edit = Edit::PassWarning { path, reason: reason.trim().to_owned() };
                match self.filling.edit(&mut self.ctx, edit) {
                    Ok(_) | Err(Trouble::Refused(_)) => Ok(Some(Turn::Next)),
                    Err(Trouble::Unsaved(error)) => Err(CliFault::Store(error)),
                }
            }
            Heard::Text(_) => {
                self.put(at)?;
                Ok(None)
            }
            other => self.command(&other),
        }
    }

    /// `:r 拒答`.
    fn refusal_command(&self, refusal: Refusal) -> String {
        let key = match refusal {
            Refusal::Refused => ":r",
            Refusal::DontKnow => ":d",
            Refusal::NotApplicable => ":n",
        };
        format!("{key} {}", refusal_words(self.locale(), refusal))
    }
}
