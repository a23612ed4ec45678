//! From question to question, back, and out.

use std::io::{BufRead, Write};

use chrono::{DateTime, FixedOffset};

use super::heard::{Heard, hear};
use crate::{
    app::{Ctx, Filling, Trouble},
    cli::{CliFault, say},
    domain::{
        expr::{NodeRef, Schema},
        survey::{EditRefusal, Kind, Page},
    },
    locale::{Locale, clean_text, edit_refusal},
    tr,
};

/// A response being filled line by line.
pub(in super::super) struct Plain<'a> {
    pub(super) ctx: Ctx,
    pub(super) filling: Filling,
    input: &'a mut dyn BufRead,
    out: &'a mut dyn Write,
    /// The questions that were put, so that one can go back.
    before: Vec<NodeRef>,
}

/// Where to begin.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Started {
    /// At the first question.
    Fresh,
    /// Where the draft was left.
    At(NodeRef),
}

/// What comes after a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// The next question.
    Next,
    /// The question before.
    Back,
    /// This place.
    To(NodeRef),
    /// All answers.
    Review,
    /// Out; the draft stays.
    Leave,
    /// The response is finalised.
    Done,
}

impl<'a> Plain<'a> {
    /// A response on its way.
    pub(in super::super) fn new(
        ctx: Ctx,
        filling: Filling,
        input: &'a mut dyn BufRead,
        out: &'a mut dyn Write,
    ) -> Self {
        Self { ctx, filling, input, out, before: Vec::new() }
    }

    /// Puts question after question until the response is finalised or left as a draft. Says which.
    pub(in super::super) fn run(&mut self, started: Started) -> Result<bool, CliFault> {
        let title = self.filling.draft().form().title.get(self.ctx.lang()).to_owned();
        let commands = tr!(self.locale(), "plain-commands");
        self.say_all(&[title, commands])?;
        let mut here = match started {
            Started::At(at) => self.filling.draft().page_of(at).map(|_| at),
            Started::Fresh => self.filling.draft().first_page().and_then(|page| self.first_of(page)),
        };
        loop {
            let turn = match here {
                Some(at) => self.visit(at)?,
                None => self.review()?,
            };
            here = match turn {
                Turn::Next => here.and_then(|at| self.after(at)),
                Turn::Back => self.before.pop().and_then(|_| self.last_put()).or(here),
                Turn::To(at) => Some(at),
                Turn::Review => None,
                Turn::Leave => {
                    self.say(&tr!(self.locale(), "plain-draft-kept"))?;
                    return Ok(false);
                }
                Turn::Done => return Ok(true),
            };
        }
    }

    /// The question that was put last and is still there.
    fn last_put(&mut self) -> Option<NodeRef> {
        while let Some(at) = self.before.pop() {
            if self.filling.draft().relevant(at) {
                return Some(at);
            }
        }
        None
    }

    fn visit(&mut self, at: NodeRef) -> Result<Turn, CliFault> {
        let draft = self.filling.draft();
        let kind = draft.node(at).kind;
        match kind {
            Kind::Note | Kind::Group => {
                let label = draft.label(at).into_owned();
                self.say_all(&[String::new(), label])?;
                Ok(Turn::Next)
            }
            Kind::Repeat => {
                self.before.push(at);
                self.more(at)
            }
            _ => {
                self.before.push(at);
                self.filling.moved(&mut self.ctx, at);
                self.question(at)
            }
        }
    }

    /// One more entry of a repeat, or on.
    fn more(&mut self, repeat: NodeRef) -> Result<Turn, CliFault> {
        let draft = self.filling.draft();
        let (label, count) = (draft.label(repeat).into_owned(), draft.instances_of(repeat).len());
        self.say("")?;
        self.say(&tr!(self.locale(), "plain-more", name = label, count = count))?;
        loop {
            let turn = match self.hear()? {
                Heard::Text(text) if matches!(text.trim(), "" | "n" | "N" | "0") => Some(Turn::Next),
                Heard::Text(_) => return self.add(repeat),
                Heard::Skip => Some(Turn::Next),
                other => self.command(&other)?,
            };
            if let Some(turn) = turn {
                return Ok(turn);
            }
        }
    }

    fn add(&mut self, repeat: NodeRef) -> Result<Turn, CliFault> {
        let Some(path) = self.filling.draft().path_of(repeat) else { return Ok(Turn::Next) };
        match self.filling.edit(&mut self.ctx, crate::domain::survey::Edit::AddRepeat { path }) {
            Ok(_) => {}
            Err(Trouble::Refused(refusal)) => {
                self.refused(&refusal)?;
                return Ok(Turn::Next);
            }
            // The disk did not take it: nothing can be promised any more.
            Err(Trouble::Unsaved(error)) => return Err(CliFault::Store(error)),
        }
        let draft = self.filling.draft();
        let added = draft.instances_of(repeat).last().copied();
        let first = draft.form().children(repeat.node).first().copied();
        let inside = added.zip(first).map(|(instance, node)| NodeRef { node, instance });
        Ok(inside.and_then(|at| draft.page_of(at)).and_then(|page| self.first_of(page)).map_or(Turn::Next, Turn::To))
    }

    fn refused(&mut self, refusal: &EditRefusal) -> Result<(), CliFault> {
        let text = edit_refusal(self.locale(), refusal);
        self.say(&text)
    }

    /// The first thing on a page.
    fn first_of(&self, page: Page) -> Option<NodeRef> {
        self.filling.draft().page_items(page).first().copied()
    }

    /// What comes after a question: the rest of its page, then the next page; nothing after the last.
    fn after(&self, at: NodeRef) -> Option<NodeRef> {
        let draft = self.filling.draft();
        let page = draft.page_of(at)?;
        let items = draft.page_items(page);
        let rest = items.iter().position(|item| *item == at).map(|place| place + 1);
        match rest.and_then(|place| items.get(place)) {
            Some(next) => Some(*next),
            None => draft.next_page(page).and_then(|page| self.first_of(page)),
        }
    }

    /// A command that works at every prompt; nothing when the prompt goes on.
    pub(super) fn command(&mut self, heard: &Heard) -> Result<Option<Turn>, CliFault> {
        Ok(match heard {
            Heard::Back => Some(Turn::Back),
            Heard::Review => Some(Turn::Review),
            Heard::Leave | Heard::End => Some(Turn::Leave),
            Heard::Help => {
                self.say(&tr!(self.locale(), "plain-commands"))?;
                None
            }
            Heard::Unknown(word) => {
                self.say(&tr!(self.locale(), "plain-unknown", word = word.as_str()))?;
                None
            }
            _ => None,
        })
    }

    /// The next line typed, after a prompt.
    pub(super) fn hear(&mut self) -> Result<Heard, CliFault> {
        let prompted = self.out.write_all(b"> ").and_then(|()| self.out.flush());
        prompted.and_then(|()| hear(self.input)).map_err(|error| CliFault::File { path: "stdin".into(), error })
    }

    pub(super) fn say(&mut self, line: &str) -> Result<(), CliFault> {
        say::say(&mut self.out, &clean_text(line))
    }

    pub(super) fn say_all(&mut self, lines: &[String]) -> Result<(), CliFault> {
        lines.iter().try_for_each(|line| self.say(line))
    }

    pub(super) fn locale(&self) -> &Locale {
        &self.ctx.locale
    }

    pub(super) fn now(&self) -> DateTime<FixedOffset> {
        self.ctx.now()
    }
}
