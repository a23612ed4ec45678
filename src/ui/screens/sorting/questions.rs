//! The questions households answer in their own words, and what they said.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset};

use crate::{
    app::{Ctx, SortWhat},
    domain::{
        Privacy, Text,
        matter::{Concern, Matters, Said, SuggestionKey, texts},
        record::StoreError,
        survey::{Kind, Wording},
    },
    locale::clean_line,
    store::Store,
};

/// The list of choices concerns are taken from.
const CONCERNS: &str = "concern";

/// A question answered in words.
pub struct Question {
    /// Its survey and name.
    pub of: SortWhat,
    /// Its survey's title and its label.
    pub label: String,
}

/// All questions of the surveys at hand that are answered in words: those of surveys with responses before the others, and
/// of these the ones with room for more than a line, for suggestions are not names and telephone numbers.
pub fn questions(ctx: &mut Ctx) -> Vec<Question> {
    let counts = ctx.read(Store::survey_counts).unwrap_or_default();
    let answered = |survey: &str| counts.iter().any(|(id, counts)| id == survey && counts.submissions() > 0);
    let mut found = Vec::new();
    for survey in ctx.library.all() {
        let Some(form) = survey.form() else { continue };
        for node in form.nodes().iter().filter(|node| node.kind == Kind::Text) {
            let label = node.wording(Wording::Label).text().get(ctx.lang());
            let label = format!("{}  {}", survey.title().get(ctx.lang()), clean_line(label));
            let of = SortWhat { survey: survey.id().to_owned(), question: node.name.to_string() };
            let order = (!answered(survey.id()), !node.appears("multiline"));
            found.push((order, Question { of, label }));
        }
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, question)| question).collect()
}

/// What was sorted before: the questions of suggestions that have codes, found by their responses.
pub fn sorted_before(ctx: &mut Ctx) -> Vec<SortWhat> {
    if !ctx.gather() {
        return Vec::new();
    }
    let Some(facts) = ctx.facts() else { return Vec::new() };
    // The question answered first comes first.
    let mut first: BTreeMap<(&str, &str), (DateTime<FixedOffset>, &SuggestionKey)> = BTreeMap::new();
    for said in facts.said.iter() {
        let question = said.key.path().rsplit('/').next().unwrap_or_default();
        let known = first.entry((&said.survey, question)).or_insert((said.at, &said.key));
        *known = (*known).min((said.at, &said.key));
    }
    let mut found: Vec<_> = first.into_iter().map(|(question, since)| (since, question)).collect();
    found.sort_unstable();
    let what =
        |(_, (survey, question)): (_, (&str, &str))| SortWhat { survey: survey.into(), question: question.into() };
    found.into_iter().map(what).collect()
}

/// Everything said in answer to these questions, the oldest first.
///
/// # Errors
/// As every read of the store.
pub fn said(what: &[SortWhat], store: &Store) -> Result<Vec<Said>, StoreError> {
    let mut of: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for each in what {
        of.entry(&each.survey).or_default().push(each.question.clone());
    }
    let mut found = Vec::new();
    for (survey, questions) in of {
        store.submissions(survey, |submission| {
            for (path, text) in texts(&submission.answers, &questions) {
                found.push(Said {
                    key: SuggestionKey::new(submission.head.id, &path),
                    text: text.to_owned(),
                    door: submission.head.door.clone(),
                    // Sorting is work inside the house: nothing goes out from here.
                    privacy: Privacy::Sensitive,
                    survey: survey.to_owned(),
                    session: submission.head.session,
                    at: submission.submitted,
                });
            }
        })?;
    }
    found.sort_by(|a, b| (a.at, &a.key).cmp(&(b.at, &b.key)));
    Ok(found)
}

/// The concerns there are: those recorded, then those the surveys offer to choose from.
pub fn concerns(what: &[SortWhat], ctx: &Ctx) -> Vec<Concern> {
    let mut found: Vec<Concern> =
        ctx.register::<Matters>().map(|matters| matters.concerns().cloned().collect()).unwrap_or_default();
    for each in what {
        let form = ctx.library.find(&each.survey).and_then(|survey| survey.form());
        let Some((form, list)) = form.and_then(|form| Some((form, form.list_named(CONCERNS)?))) else { continue };
        for row in 0..list.len() {
            let name = list.choice(row);
            if found.iter().any(|known| known.name == name) {
                continue;
            }
            let label = Text(form.languages.iter().map(|l| (l.clone(), list.label(row, l).to_owned())).collect());
            found.push(Concern { name: name.to_owned(), label });
        }
    }
    found
}
