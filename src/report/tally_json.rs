//! A tally as JSON, with exact counts; labels in every language they are written in.

use serde_json::{Map, Value as Json, json};

use super::{Section, group_name};
use crate::{
    domain::{
        Text,
        tally::{Columns, Detail, Share, Summary, Tally, VersionNote},
    },
    locale::Locale,
};

/// The report of a summary's sections.
#[must_use]
pub fn tally_json(locale: &Locale, columns: &Columns, summary: &Summary, sections: &[Section]) -> Json {
    let kinds =
        summary.kinds.iter().map(|k| json!({ "kind": k.kind, "sessions": k.sessions, "submissions": k.submissions }));
    let sessions = summary.sessions.iter().map(|s| {
        let occasion = &s.session;
        let starts = occasion.starts.map(|at| at.to_rfc3339());
        json!({ "id": occasion.id, "kind": occasion.kind, "title": occasion.title, "starts": starts,
            "submissions": s.submissions })
    });
    json!({
        "title": text(&summary.title),
        "submissions": summary.submissions,
        "doors": summary.doors,
        "days": summary.days.map(|(first, last)| [first.to_string(), last.to_string()]),
        "kinds": kinds.collect::<Vec<_>>(),
        "sessions": sessions.collect::<Vec<_>>(),
        "without_session": summary.without_session,
        "questions": sections.iter().map(|section| section_json(locale, columns, section)).collect::<Vec<_>>(),
        "versions_differ": summary.notes.iter().map(note).collect::<Vec<_>>(),
    })
}

fn section_json(locale: &Locale, columns: &Columns, section: &Section) -> Json {
    match section {
        Section::Tally(tally) => tally_json_of(columns, tally),
        Section::Cross(cross) => {
            let mut total = tally_json_of(columns, &cross.total);
            let groups = cross.groups.iter().map(|group| {
                json!({ "group": group_name(locale, &group.name), "tally": tally_json_of(columns, &group.tally) })
            });
            total["overlapping"] = json!(cross.overlapping);
            total["groups"] = json!(groups.collect::<Vec<_>>());
            total
        }
    }
}

fn tally_json_of(columns: &Columns, tally: &Tally) -> Json {
    let b = &tally.base;
    json!({
        "question": tally.name,
        "label": text(&tally.label),
        "repeat": tally.repeat,
        "base": {
            "rows": b.rows, "households": b.households, "n": b.given, "blank": b.blank, "refused": b.refused,
            "dont_know": b.dont_know, "not_applicable": b.not_applicable, "not_asked": b.not_asked,
        },
        "counts": detail(columns, tally),
    })
}

fn detail(columns: &Columns, tally: &Tally) -> Json {
    match &tally.detail {
        Detail::Choices(all) | Detail::Set(all) => {
            let one = |c: &crate::domain::tally::ChoiceCount| json!({ "name": c.name, "label": text(&c.label), "count": c.count, "share": share(c.share) });
            json!({ "choices": all.iter().map(one).collect::<Vec<_>>() })
        }
        Detail::Rank(all) => {
            let one = |c: &crate::domain::tally::RankCount| {
                json!({ "name": c.name, "label": text(&c.label), "ranked": c.ranked, "first": share(c.first),
                    "mean_place": share(c.mean) })
            };
            json!({ "ranks": all.iter().map(one).collect::<Vec<_>>() })
        }
        Detail::Numbers(None) => json!({ "numbers": null }),
        Detail::Numbers(Some(n)) => {
            let bin = |b: &crate::domain::tally::Bin| json!({ "from": b.from, "to": b.to, "count": b.count });
            json!({ "numbers": {
                "mean": n.mean, "median": n.median, "min": n.min, "max": n.max, "sum": n.sum,
                "bins": n.bins.iter().map(bin).collect::<Vec<_>>(),
            } })
        }
        Detail::Days(days) => {
            json!({ "days": days.iter().map(|(day, n)| (day.to_string(), json!(n))).collect::<Map<_, _>>() })
        }
        Detail::Times { hours, .. } => json!({ "hours": hours }),
        Detail::Texts(all) => {
            let texts = all.iter().filter_map(|at| columns.text(tally.column, *at)).map(|(_, text)| text);
            json!({ "texts": texts.collect::<Vec<_>>() })
        }
        Detail::Given => Json::Null,
    }
}

/// Part and whole, exactly.
fn share(share: Share) -> Json {
    json!([share.part, share.whole])
}

fn text(text: &Text) -> Json {
    text.0.iter().map(|(lang, text)| (lang.to_string(), json!(text))).collect::<Map<_, _>>().into()
}

fn note(note: &VersionNote) -> Json {
    json!({ "question": note.question, "version": note.version })
}
