//! The settings of an agenda: who takes part in a vote, proxies, notice, times.

use super::{AgendaFault, Settings, Vocabulary, read_word::Reading};
use crate::domain::{
    Text,
    meeting::rule::{Regime, Silent},
    reading::as_fields,
    ron::{Expected, Node},
};

/// Fields of the settings, in the order the template writes them.
const FIELDS: [&str; 11] = [
    "abstain",
    "spoiled",
    "silent",
    "max_principals",
    "staff_proxies",
    "parking",
    "notice_days",
    "speaking",
    "first_time_first",
    "seconded",
    "live_counts",
];

/// What people mean by other names.
const MEANT: [(&str, &str); 2] = [("proxies", "max_principals"), ("notice", "notice_days")];

/// Whether a voice takes part.
const TAKING: [(&str, bool); 2] = [("TakesPart", true), ("DoesNotTakePart", false)];

/// What a silent ballot counts as.
const SILENT: [&str; 2] = ["NotTaking", "JoinMajority"];

/// The full days of notice an owners' meeting has (Property Management Regulations, art. 14).
const OWNERS_NOTICE: u32 = 15;

impl Reading<'_> {
    /// `settings: (..)` under this regime.
    pub fn settings(&mut self, node: &Node<'_>, regime: Regime) -> Settings {
        let mut settings = Settings::of(regime);
        let Some((_, fields)) = as_fields(node, Expected::Settings, self) else { return settings };
        self.no_field_twice(fields);
        for field in fields {
            let value = &field.value;
            match field.name.text {
                "abstain" => settings.taking.abstain = self.taking(value).unwrap_or(settings.taking.abstain),
                "spoiled" => settings.taking.spoiled = self.taking(value).unwrap_or(settings.taking.spoiled),
                "silent" => settings.taking.silent = self.silent(value).unwrap_or(settings.taking.silent),
                "max_principals" => settings.max_principals = self.count(value).unwrap_or(settings.max_principals),
                "staff_proxies" => settings.staff_proxies = self.truth(value),
                "parking" => settings.parking = self.truth(value),
                "notice_days" => {
                    settings.notice_days = self.count(value).unwrap_or(settings.notice_days);
                    if matches!(regime, Regime::Owners(_)) && settings.notice_days < OWNERS_NOTICE {
                        self.warning(value.span, AgendaFault::ShortNotice { days: settings.notice_days });
                    }
                }
                "speaking" => settings.speaking = self.duration(value).unwrap_or(settings.speaking),
                "first_time_first" => settings.first_time_first = self.truth(value),
                "seconded" => settings.seconded = self.truth(value),
                "live_counts" => settings.live_counts = self.truth(value),
                _ => {
                    self.unknown_field(field.name, &FIELDS, &MEANT);
                }
            }
        }
        settings
    }

    fn taking(&mut self, node: &Node<'_>) -> Option<bool> {
        self.word(node, Vocabulary::Taking, &TAKING)
    }

    /// `NotTaking` or `JoinMajority(citation: ..)`.
    fn silent(&mut self, node: &Node<'_>) -> Option<Silent> {
        let variant = self.variant(node, Expected::Word(Vocabulary::Silent))?;
        match variant.name.text {
            "NotTaking" => Some(Silent::NotTaking),
            "JoinMajority" => {
                let mut citation = Text::default();
                self.no_field_twice(variant.fields);
                for field in variant.fields {
                    match field.name.text {
                        "citation" => citation = self.words(&field.value),
                        _ => self.unknown_field(field.name, &["citation"], &[("source", "citation")]),
                    }
                }
                self.cited(variant.name.span, &citation);
                Some(Silent::JoinMajority { citation })
            }
            _ => {
                self.unknown_word(Vocabulary::Silent, variant.name, &SILENT);
                None
            }
        }
    }
}
