//! A condition on an answer as it is written on the command line: `first=facade`, `people>=3`, `note~charging`.

use chrono::NaiveDate;

use crate::domain::{
    Refusal,
    tally::{AnswerFilter, Class, Columns, Wanted},
};

/// Reads a condition; nothing when it is none. `=` takes a choice, a number, a date, a range `3..5` of either, or one of
/// `[blank]`, `[given]`, `[not_asked]`, `[refusal]`, `[refused]`, `[dont_know]`, `[not_applicable]`; `>=` and `<=` take a
/// number or a date; `~` a part of a text.
pub(super) fn read(text: &str, columns: &Columns) -> Option<AnswerFilter> {
    let at = text.find(['=', '~', '>', '<'])?;
    let (question, rest) = text.split_at_checked(at)?;
    let class = columns.named(question).next().map(|(_, column)| column.class);
    let wanted = if let Some(part) = rest.strip_prefix('~') {
        Wanted::Contains(part.to_owned())
    } else if let Some(least) = rest.strip_prefix(">=") {
        range(class, Some(least), None)?
    } else if let Some(greatest) = rest.strip_prefix("<=") {
        range(class, None, Some(greatest))?
    } else {
        equal(class, rest.strip_prefix('=')?)?
    };
    Some(AnswerFilter { question: question.to_owned(), wanted })
}

fn equal(class: Option<Class>, value: &str) -> Option<Wanted> {
    Some(match value {
        "[blank]" => Wanted::Blank,
        "[given]" => Wanted::Given,
        "[not_asked]" => Wanted::NotAsked,
        "[refusal]" => Wanted::Refused(None),
        "[refused]" => Wanted::Refused(Some(Refusal::Refused)),
        "[dont_know]" => Wanted::Refused(Some(Refusal::DontKnow)),
        "[not_applicable]" => Wanted::Refused(Some(Refusal::NotApplicable)),
        value if matches!(class, Some(Class::Number | Class::Day)) => {
            let (from, to) = value.split_once("..").unwrap_or((value, value));
            range(class, Some(from), Some(to))?
        }
        value if class == Some(Class::Text) => Wanted::Contains(value.to_owned()),
        value => Wanted::Choice(value.to_owned()),
    })
}

fn range(class: Option<Class>, from: Option<&str>, to: Option<&str>) -> Option<Wanted> {
    fn ends<T: std::str::FromStr>(from: Option<&str>, to: Option<&str>) -> Option<(Option<T>, Option<T>)> {
        let end = |text: Option<&str>| match text.filter(|t| !t.is_empty()) {
            None => Some(None),
            Some(text) => text.trim().parse().ok().map(Some),
        };
        Some((end(from)?, end(to)?))
    }
    if class == Some(Class::Day) {
        let (from, to) = ends::<NaiveDate>(from, to)?;
        return Some(Wanted::Day { from, to });
    }
    let (from, to) = ends::<f64>(from, to)?;
    Some(Wanted::Number { from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Privacy, Text,
        survey::Kind,
        tally::{Asked, Codebook, Item},
    };

    #[test]
    fn conditions_are_read_by_the_kind_of_question() {
        let item = |name: &str, kind| Item {
            name: name.into(),
            kind,
            label: Text::default(),
            choices: Vec::new(),
            outcomes: Vec::new(),
            privacy: Privacy::Open,
            asked: Asked::default(),
            body: Vec::new(),
        };
        let items = vec![
            item("first", Kind::SelectOne),
            item("people", Kind::Integer),
            item("since", Kind::Date),
            item("note", Kind::Text),
        ];
        let mut columns = Columns::default();
        columns.add_version(&Codebook {
            survey: "s".into(),
            version: "1".into(),
            hash: "1".into(),
            name_privacy: Privacy::Open,
            title: Text::default(),
            items,
        });
        let number = |from, to| Wanted::Number { from, to };
        let day = |d| NaiveDate::from_ymd_opt(2024, 11, d);
        let cases = [
            ("first=facade", Some(Wanted::Choice("facade".into()))),
            ("first=[blank]", Some(Wanted::Blank)),
            ("first=[refusal]", Some(Wanted::Refused(None))),
            ("people=3", Some(number(Some(3.0), Some(3.0)))),
            ("people=3..5", Some(number(Some(3.0), Some(5.0)))),
            ("people=..5", Some(number(None, Some(5.0)))),
            ("people>=3", Some(number(Some(3.0), None))),
            ("people>=three", None),
            ("since<=2024-11-12", Some(Wanted::Day { from: None, to: day(12) })),
            ("since=2024-11-10..2024-11-12", Some(Wanted::Day { from: day(10), to: day(12) })),
            ("note=桩", Some(Wanted::Contains("桩".into()))),
            ("note~=", Some(Wanted::Contains("=".into()))),
            ("first", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(read(text, &columns).map(|c| c.wanted), wanted, "{text}");
        }
    }
}
