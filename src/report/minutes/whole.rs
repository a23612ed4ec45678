//! 会议纪要 in the order of a meeting.

use super::{
    agreed::{self, action_row},
    heading, item,
};
use crate::{
    domain::meeting::{
        agenda::ItemKind,
        minutes::{Drafting, Edition, Minutes, Version, public_words},
    },
    locale::{Locale, date_time},
    report::{Block, Class, Document, Wanted},
    tr,
};

/// How final minutes are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MinutesStatus<'a> {
    /// Not yet final.
    Draft,
    /// A correction of a version is worked on.
    Correcting {
        /// Which version.
        version: u32,
        /// Why.
        reason: &'a str,
    },
    /// Final.
    Final(&'a Version),
}

impl<'a> MinutesStatus<'a> {
    /// How final the minutes of a meeting are now.
    #[must_use]
    pub fn of(drafting: &'a Drafting) -> Self {
        match (drafting.versions().last(), drafting.correcting()) {
            (Some(last), Some(reason)) => Self::Correcting { version: last.number, reason },
            (Some(last), None) => Self::Final(last),
            (None, _) => Self::Draft,
        }
    }
}

/// The minutes as a document. Places for a person's words are in it also where nothing is written yet.
#[must_use]
pub fn minutes_document(locale: &Locale, minutes: &Minutes, status: MinutesStatus<'_>) -> Document {
    let l = locale;
    let (class, class_words) = match minutes.edition {
        Edition::Public => (Class::Public, tr!(l, "minutes-public")),
        Edition::Facilitator => (Class::Facilitator, tr!(l, "minutes-facilitator")),
    };
    let title = tr!(l, "minutes-title", title = minutes.heading.title.clone());
    let mut page = Document { class_words, ..Document::new(l, class, title) };
    page.subtitle(status_words(l, status, minutes.edition));
    heading::write(l, minutes, &mut page);
    let mut motion = 0;
    let of_kind = |kind: &ItemKind| minutes.items.iter().position(|item| item.kind == *kind);
    let (follow_up, assign) = (of_kind(&ItemKind::FollowUp), of_kind(&ItemKind::Assign));
    for (at, item) in minutes.items.iter().enumerate() {
        item::write(l, minutes, item, &mut motion, &mut page);
        if follow_up == Some(at) {
            earlier(l, minutes, &mut page);
        }
        if assign == Some(at) {
            actions(l, minutes, &mut page);
        }
    }
    if follow_up.is_none() && !minutes.earlier.is_empty() {
        page.heading(1, tr!(l, "minutes-earlier"));
        earlier(l, minutes, &mut page);
    }
    if !minutes.besides.is_empty() {
        page.heading(1, tr!(l, "minutes-besides"));
        agreed::write(l, &minutes.besides, minutes.edition, &mut page);
        agreed::actions(l, &minutes.besides, &mut page);
    }
    if assign.is_none() && minutes.agreed().any(|agreed| !agreed.actions.is_empty()) {
        page.heading(1, tr!(l, "minutes-actions"));
        actions(l, minutes, &mut page);
    }
    page.heading(1, tr!(l, "minutes-end"));
    page.blocks.push(Block::Words {
        label: tr!(l, "minutes-remarks"),
        text: minutes.remarks.clone(),
        wanted: Some(Wanted::Remarks),
    });
    page.blocks.push(Block::Words {
        label: tr!(l, "minutes-next"),
        text: minutes.next_meeting.clone(),
        wanted: Some(Wanted::NextMeeting),
    });
    page.line(tr!(l, "minutes-sheet-attached"));
    page.signatures(vec![tr!(l, "minutes-chair"), tr!(l, "minutes-note-taker"), tr!(l, "minutes-date")]);
    page
}

fn status_words(l: &Locale, status: MinutesStatus<'_>, edition: Edition) -> String {
    let told = |reason: &str| match edition {
        Edition::Public => public_words(reason),
        Edition::Facilitator => reason.to_owned(),
    };
    match status {
        MinutesStatus::Draft => tr!(l, "minutes-draft"),
        MinutesStatus::Correcting { version, reason } => {
            let reason = told(reason);
            tr!(l, "minutes-correcting", version = version, reason = reason)
        }
        MinutesStatus::Final(version) => {
            let (number, at, reason) = (version.number, date_time(version.at), told(&version.reason));
            match version.replaces {
                None => tr!(l, "minutes-final", version = number, at = at),
                Some(old) => tr!(l, "minutes-final-corrects", version = number, at = at, old = old, reason = reason),
            }
        }
    }
}

/// 回访: where actions of earlier meetings stand.
fn earlier(l: &Locale, minutes: &Minutes, page: &mut Document) {
    if minutes.earlier.is_empty() {
        return;
    }
    let mut table = agreed::action_table(l);
    table.rows = minutes.earlier.iter().map(|line| action_row(l, line)).collect();
    page.table(table);
}

/// 分工: all actions of the meeting together, whichever item they came up on.
fn actions(l: &Locale, minutes: &Minutes, page: &mut Document) {
    let mut table = agreed::action_table(l);
    table.rows = minutes.agreed().flat_map(|agreed| &agreed.actions).map(|line| action_row(l, line)).collect();
    page.table(table);
}
