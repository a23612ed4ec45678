//! All answers, what is still open, and the end.

use super::{
    heard::{Heard, folded, says_yes},
    walk::{Plain, Turn},
};
use crate::{
    cli::CliFault,
    domain::{
        expr::NodeRef,
        survey::{IssueKind, Rows},
    },
    locale::answer_words,
    tr,
};

impl Plain<'_> {
    /// Reads all answers out; finalises when nothing is open and the person says so.
    pub(super) fn review(&mut self) -> Result<Turn, CliFault> {
        let lines = self.answers();
        self.say_all(&lines)?;
        let open: Vec<(NodeRef, String)> = self.open();
        if open.is_empty() {
            self.say(&tr!(self.locale(), "plain-complete"))?;
        } else {
            self.say(&tr!(self.locale(), "plain-open", count = open.len()))?;
            for ((_, line), n) in open.iter().zip(1..) {
                self.say(&format!("  {n}  {line}"))?;
            }
        }
        loop {
            match self.hear()? {
                Heard::Text(text) => {
                    let text = folded(&text);
                    let chosen = text.parse::<usize>().ok().and_then(|n| open.get(n.checked_sub(1)?));
                    if let Some((at, _)) = chosen {
                        return Ok(Turn::To(*at));
                    } else if open.is_empty() && says_yes(self.locale(), &text) {
                        return self.finalise();
                    } else if let Some((at, _)) = open.first().filter(|_| text.is_empty()) {
                        return Ok(Turn::To(*at));
                    }
                    self.say(&tr!(self.locale(), "plain-review-commands"))?;
                }
                Heard::Back => return Ok(Turn::Back),
                other => {
                    if let Some(turn) = self.command(&other)?.filter(|turn| *turn != Turn::Review) {
                        return Ok(turn);
                    }
                }
            }
        }
    }

    fn finalise(&mut self) -> Result<Turn, CliFault> {
        self.filling.finalise(&mut self.ctx).map_err(CliFault::Store)?;
        self.say(&tr!(self.locale(), "plain-finalised"))?;
        Ok(Turn::Done)
    }

    /// Every question that is put, with its answer.
    fn answers(&self) -> Vec<String> {
        let draft = self.filling.draft();
        let mut lines = vec![String::new(), tr!(self.locale(), "plain-review")];
        for row in draft.rows(Rows::Relevant, 0, draft.row_count(Rows::Relevant)) {
            let indent = "  ".repeat(row.depth);
            if draft.node(row.at).kind.holds_questions() {
                lines.push(format!("{indent}{}", draft.label(row.at)));
            } else if draft.node(row.at).takes_answers() {
                let answer = draft.answer(row.at);
                let answer = answer.map(|a| answer_words(self.locale(), draft.form(), row.at.node, a));
                lines.push(format!("{indent}{} {}", draft.label(row.at), answer.as_deref().unwrap_or("-")));
            }
        }
        lines
    }

    /// What keeps the response from being finalised.
    fn open(&self) -> Vec<(NodeRef, String)> {
        let draft = self.filling.draft();
        let words = |kind| match kind {
            IssueKind::Blank => tr!(self.locale(), "plain-issue-blank"),
            IssueKind::Violation => tr!(self.locale(), "plain-issue-violation"),
            IssueKind::Warning => tr!(self.locale(), "plain-issue-warning"),
        };
        draft
            .open_issues()
            .map(|issue| (issue.at, format!("{} {}", draft.label(issue.at), words(issue.kind))))
            .collect()
    }
}
