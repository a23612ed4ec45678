//! What is wrong with a file, as sentences: what happened, what was expected, what was probably meant.

use super::{Locale, agenda_fault, clean_line, expr_fault, fault_words, roll_fault, syntax_fault, truncate};
use crate::{
    domain::{
        Fault, Problem, Severity, Source, Span, TableFault,
        survey::{OUTCOMES, kind_name},
    },
    tr,
};

/// A problem in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub expected: Option<String>,
    /// What was probably meant.
    pub near: Option<String>,
    /// Another place in the file that has to do with it, and why.
    pub also: Option<(Span, String)>,
}

impl Told {
    pub(super) fn new(what: String) -> Self {
        Self { what, ..Self::default() }
    }

    pub(super) fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    pub(super) fn near(mut self, near: Option<&str>) -> Self {
        self.near = near.map(quote);
        self
    }

    pub(super) fn also(mut self, span: Span, why: String) -> Self {
        self.also = Some((span, why));
        self
    }
}

/// A piece of the file made harmless, and short enough for a sentence.
pub(super) fn quote(text: &str) -> String {
    truncate(&clean_line(text), 60).into_owned()
}

/// `error` or `warning`, in words.
#[must_use]
pub fn severity(locale: &Locale, severity: Severity) -> String {
    match severity {
        Severity::Error => tr!(locale, "fault-error"),
        Severity::Warning => tr!(locale, "fault-warning"),
    }
}

/// A problem in words.
#[must_use]
pub fn problem(l: &Locale, problem: &Problem) -> Told {
    match &problem.fault {
        Fault::Syntax(fault) => syntax_fault::told(l, fault),
        Fault::Expr(fault) => expr_fault::told(l, &fault.kind),
        Fault::Agenda(fault) => agenda_fault::told(l, fault),
        Fault::Roll { file, first, fault } => roll_fault::told(l, file.as_deref(), *first, fault),
        Fault::NotUtf8 => Told::new(tr!(l, "fault-not-utf8")),
        Fault::UnknownField { field, near, known } => {
            let told = Told::new(tr!(l, "fault-unknown-field", field = quote(field))).near(near.as_deref());
            if known.is_empty() { told } else { told.expected(known.join(", ")) }
        }
        Fault::RepeatedField { field, first } => {
            Told::new(tr!(l, "fault-repeated-field", field = quote(field))).also(*first, tr!(l, "fault-first-here"))
        }
        Fault::MissingField { field } => Told::new(tr!(l, "fault-missing-field", field = field.to_string())),
        Fault::WrongType { expected, found } => {
            let told = Told::new(fault_words::found(l, *found));
            told.expected(fault_words::expected(l, *expected))
        }
        Fault::UnknownKind { kind, near } => Told::new(tr!(l, "fault-unknown-kind", kind = quote(kind)))
            .near(near.as_deref())
            .expected(fault_words::kinds()),
        Fault::UnknownAppearance { word, near } => {
            Told::new(tr!(l, "fault-unknown-appearance", word = quote(word))).near(near.as_deref())
        }
        Fault::UnknownParameter { parameter, near, known } => {
            let told = Told::new(tr!(l, "fault-unknown-parameter", parameter = quote(parameter))).near(near.as_deref());
            if known.is_empty() { told } else { told.expected(known.join(", ")) }
        }
        Fault::BadParameter { parameter, value, rule } => {
            Told::new(tr!(l, "fault-bad-parameter", parameter = quote(parameter), value = quote(value)))
                .expected(fault_words::rule(l, *rule))
        }
        Fault::UnknownRefusal { refusal, near } => Told::new(tr!(l, "fault-unknown-refusal", refusal = quote(refusal)))
            .near(near.as_deref())
            .expected("refused, dont_know, not_applicable"),
        Fault::UnknownPrivacy { word, near } => Told::new(tr!(l, "fault-unknown-privacy", word = quote(word)))
            .near(near.as_deref())
            .expected("Open, Personal, Sensitive"),
        Fault::UnknownDisposition { word, near } => {
            let told = Told::new(tr!(l, "fault-unknown-disposition", word = quote(word)));
            told.near(near.as_deref()).expected(OUTCOMES.join(", "))
        }
        Fault::Misplaced { field, kind } => {
            let kind = kind_name(*kind);
            Told::new(match problem.severity {
                Severity::Error => tr!(l, "fault-misplaced", field = field.to_string(), kind = kind),
                Severity::Warning => tr!(l, "fault-passed-over", field = field.to_string(), kind = kind),
            })
        }
        Fault::NotShown { field } => Told::new(tr!(l, "fault-not-shown", field = quote(field))),
        other => about_survey(l, other),
    }
}

/// Faults in how the pieces of a survey fit together.
fn about_survey(l: &Locale, fault: &Fault) -> Told {
    match fault {
        Fault::DuplicateName { name, first } => {
            Told::new(tr!(l, "fault-duplicate-name", name = quote(name))).also(*first, tr!(l, "fault-first-here"))
        }
        Fault::BadName { name, near } => Told::new(tr!(l, "fault-bad-name", name = quote(name)))
            .near(near.as_deref())
            .expected(tr!(l, "fault-bad-name-expected")),
        Fault::MissingList { list, near } => {
            Told::new(tr!(l, "fault-missing-list", list = quote(list))).near(near.as_deref())
        }
        Fault::UnusedList { list } => Told::new(tr!(l, "fault-unused-list", list = quote(list))),
        Fault::EmptyList { list } => Told::new(tr!(l, "fault-empty-list", list = quote(list))),
        Fault::DuplicateChoice { choice, first } => {
            Told::new(tr!(l, "fault-duplicate-choice", choice = quote(choice))).also(*first, tr!(l, "fault-first-here"))
        }
        Fault::BadChoiceName { choice, near } => bad_choice_name(l, choice).near(near.as_deref()),
        Fault::MissingLanguage { languages } => {
            let codes: Vec<&str> = languages.iter().map(crate::domain::Lang::as_str).collect();
            Told::new(tr!(l, "fault-missing-language", languages = quote(&codes.join(", "))))
        }
        Fault::EmptyGroup => Told::new(tr!(l, "fault-empty-group")),
        Fault::EmptySurvey => Told::new(tr!(l, "fault-empty-survey")),
        Fault::MissingLabel => Told::new(tr!(l, "fault-missing-label")),
        Fault::BadCount { value } => {
            Told::new(tr!(l, "fault-bad-count", value = quote(value))).expected(tr!(l, "fault-bad-count-expected"))
        }
        Fault::Unreachable { choice: None } => Told::new(tr!(l, "fault-unreachable")),
        Fault::Unreachable { choice: Some(c) } => {
            Told::new(tr!(l, "fault-unreachable-choice", question = quote(&c.question), choice = quote(&c.choice)))
                .near(c.near.as_deref())
        }
        Fault::UnknownChoice(c) => {
            Told::new(tr!(l, "fault-unknown-choice", question = quote(&c.question), choice = quote(&c.choice)))
                .near(c.near.as_deref())
        }
        Fault::Cycle { members, in_repeat: false } => {
            Told::new(tr!(l, "fault-cycle", members = quote(&members.join(" ← "))))
        }
        Fault::Cycle { members, in_repeat: true } => {
            Told::new(tr!(l, "fault-cycle-in-repeat", members = quote(&members.join(" ← "))))
        }
        Fault::BadDefault { kind, value } => {
            Told::new(tr!(l, "fault-bad-default", value = quote(value), kind = kind_name(*kind)))
        }
        Fault::DispositionInRepeat => Told::new(tr!(l, "fault-disposition-in-repeat")),
        Fault::UnsaidDisposition { choices } => {
            Told::new(tr!(l, "fault-unsaid-disposition", choices = quote(&choices.join(", "))))
        }
        Fault::UnknownAppointment { name, near } => {
            Told::new(tr!(l, "fault-unknown-appointment", name = quote(name))).near(near.as_deref())
        }
        Fault::BadAppointment { field, name, kind } => {
            let what = tr!(l, "fault-bad-appointment", name = quote(name), kind = kind_name(*kind));
            Told::new(what).expected(if *field == "time" { "Time" } else { "Date, DateTime" })
        }
        Fault::UnknownTrigger { name, near } => {
            Told::new(tr!(l, "fault-unknown-trigger", name = quote(name))).near(near.as_deref())
        }
        Fault::MissingFile { file, near } => {
            Told::new(tr!(l, "fault-missing-file", file = quote(file))).near(near.as_deref())
        }
        Fault::BadTable { file, line, fault } => {
            let told = table(l, fault);
            let what = tr!(l, "fault-bad-table", file = quote(file), line = line.to_string(), what = told.what.clone());
            Told { what, ..told }
        }
        _ => Told::default(),
    }
}

fn bad_choice_name(l: &Locale, choice: &str) -> Told {
    Told::new(if choice.is_empty() {
        tr!(l, "fault-nameless-choice")
    } else {
        tr!(l, "fault-bad-choice-name", choice = quote(choice))
    })
}

fn table(l: &Locale, fault: &TableFault) -> Told {
    match fault {
        TableFault::Empty => Told::new(tr!(l, "fault-table-empty")),
        TableFault::NotUtf8 => Told::new(tr!(l, "fault-table-not-utf8")),
        TableFault::MissingColumn(column) => {
            Told::new(tr!(l, "fault-table-missing-column", column = column.to_string()))
        }
        TableFault::RepeatedColumn(column) => Told::new(tr!(l, "fault-table-repeated-column", column = quote(column))),
        TableFault::LongRow => Told::new(tr!(l, "fault-table-long-row")),
        TableFault::DuplicateChoice(choice) => Told::new(tr!(l, "fault-duplicate-choice", choice = quote(choice))),
        TableFault::BadChoiceName(choice) => bad_choice_name(l, choice),
    }
}

/// Errors and warnings of a file, counted: `(errors, warnings)`.
#[must_use]
pub fn tally(problems: &[Problem]) -> (usize, usize) {
    let errors = problems.iter().filter(|p| p.severity == Severity::Error).count();
    (errors, problems.len() - errors)
}

/// The one line for lists: `12:7 sentence`.
#[must_use]
pub fn brief(locale: &Locale, source: &Source, p: &Problem) -> String {
    let (line, column) = source.line_column(p.span.start);
    format!("{line}:{column} {}", problem(locale, p).what)
}
