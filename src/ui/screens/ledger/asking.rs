//! One thing asked in a line of its own, over the list it is about.

use super::{Keyed, Line};
use crate::app::Action;

/// What is asked, if anything, with the line it is typed into and what is wrong with what was typed.
#[derive(Debug, Clone)]
pub struct Asking<W> {
    asked: Option<(W, Line)>,
    wrong: String,
}

impl<W> Default for Asking<W> {
    fn default() -> Self {
        Self { asked: None, wrong: String::new() }
    }
}

impl<W> Asking<W> {
    /// Asks.
    pub fn open(&mut self, what: W, line: Line) {
        self.asked = Some((what, line));
        self.wrong.clear();
    }

    /// Nothing is asked any more.
    pub fn close(&mut self) {
        self.asked = None;
        self.wrong.clear();
    }

    /// Whether something is asked.
    pub fn is_open(&self) -> bool {
        self.asked.is_some()
    }

    /// What is asked, and the line.
    pub fn get(&self) -> Option<&(W, Line)> {
        self.asked.as_ref()
    }

    /// What is wrong with what was typed; empty when nothing is.
    pub fn wrong(&self) -> &str {
        &self.wrong
    }

    /// What was typed stands no more as it was read: what was wrong with it is not said any longer.
    pub fn forgive(&mut self) {
        self.wrong.clear();
    }

    /// What was typed in a field cannot be read: the cursor goes there, and why is said.
    pub fn refuse(&mut self, field: usize, why: String) {
        self.wrong = why;
        if let Some((_, line)) = &mut self.asked {
            line.go_to(field);
        }
    }

    /// Takes a key. Leaving the line and what was wrong are seen to; the rest is the screen's.
    pub fn key(&mut self, action: &Action) -> Keyed {
        let Some((_, line)) = &mut self.asked else { return Keyed::Elsewhere };
        let keyed = line.key(action);
        match keyed {
            Keyed::Typed => self.wrong.clear(),
            Keyed::Left => self.close(),
            Keyed::Record | Keyed::Moved | Keyed::Elsewhere => {}
        }
        keyed
    }

    /// The field the cursor is in, to be completed with words that were offered for it.
    pub fn complete(&mut self, words: &str) {
        if let Some((_, line)) = &mut self.asked {
            line.put_text(words);
            line.enter();
        }
    }

    /// The line, while something is asked.
    pub fn line(&self) -> Option<&Line> {
        self.asked.as_ref().map(|(_, line)| line)
    }

    /// The same, to be changed.
    pub fn line_mut(&mut self) -> Option<&mut Line> {
        self.asked.as_mut().map(|(_, line)| line)
    }
}
