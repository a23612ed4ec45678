//! Whatever is done to a draft, in whatever order: nothing panics, what was computed step by step is what is computed from
//! scratch, a resumed draft is the one that was left, and only relevant answers are kept.

#[path = "form/script.rs"]
mod script;

use std::sync::Arc;

use babahui::domain::{
    Answer, Lang, Point, Refusal, Value,
    expr::NodeRef,
    survey::{AnswerTree, Draft, Edit, Entry, Form, Kind, NodePath, Rows},
};
use proptest::prelude::*;
use script::{Script, env, form, same, snapshot};

/// Surveys in which much depends on much.
const SURVEYS: [(&str, &str); 4] = [
    (
        r#""court": [(name: "east", label: "东"), (name: "west", label: "西")],
           "building": [(name: "b1", label: "1", court: "east"), (name: "b2", label: "2", court: "east"), (name: "b3", label: "3", court: "west")]"#,
        r#"Start(name: "begun"), Today(name: "day"), Username(name: "by"),
           SelectOne(name: "court", label: "${people}", choices: "court", required: true, refusals: [refused, dont_know]),
           SelectMultiple(name: "buildings", label: "b", choices: "building", choice_filter: "court = ${court} or ${people} > 3", or_other: true),
           SelectOne(name: "building", label: "b", choices: "building", choice_filter: "court = ${court}", default: "b2", parameters: {"randomize": "true", "seed": "${people}"}),
           Integer(name: "people", label: "p", constraint: ". > 0", warning: ". < 4", default: "1 + 1"),
           Group(name: "g", label: "g", relevant: "selected(${buildings}, 'b1') or ${people} > 2", appearance: "field-list", body: [
               Decimal(name: "area", label: "a", required: "${people} > 1", relevant: "${court} = 'east'"),
               Date(name: "since", label: "s", default: "today()", constraint: ". <= today()"),
               Group(name: "h", label: "h", relevant: "${area} > 1", body: [Text(name: "word", label: "w ${area}", read_only: "${people} = 2")]),
           ]),
           Calculate(name: "sum", calculation: "${people} + coalesce(${area}, 0)"),
           Calculate(name: "first", calculation: "once(${sum})"),
           Integer(name: "typed", label: "t", calculation: "${people} * 2"),
           Calculate(name: "fired", calculation: "concat(${people}, '/', ${area})", trigger: "${court}"),
           Calculate(name: "dice", calculation: "if(${people} > 2, random(), 0)"), Calculate(name: "id", calculation: "once(uuid())")"#,
    ),
    (
        "",
        r#"Integer(name: "people", label: "p"), Integer(name: "limit", label: "l"),
           Repeat(name: "member", label: "m ${name}", count: "${people}", body: [
               Text(name: "name", label: "n", required: true), Integer(name: "age", label: "a", default: "${limit}", refusals: [refused]),
               Calculate(name: "adult", calculation: "${age} >= ${limit}"), Calculate(name: "share", calculation: "${age} div ${years}"),
               Text(name: "school", label: "s ${name}", relevant: "${adult} = 'false' or ${adult} = false()"),
               Calculate(name: "token", calculation: "once(random())"), Calculate(name: "place", calculation: "position(..)"),
               Calculate(name: "before", calculation: "indexed-repeat(${name}, ${member}, position(..) - 1)"),
               Integer(name: "left", label: "l", relevant: "coalesce(${upto}, 0) < 90"),
               Calculate(name: "upto", calculation: "coalesce(${age}, 0) + coalesce(indexed-repeat(${carried}, ${member}, position(..) - 1), 0)"),
               Calculate(name: "carried", calculation: "${upto} - coalesce(${left}, 0)"),
               Calculate(name: "held", calculation: "once(${carried})"),
           ]),
           Calculate(name: "most", calculation: "max(${carried})"),
           Calculate(name: "years", calculation: "sum(${age})"), Calculate(name: "known", calculation: "sum(${member}/age[. != ''])"),
           Calculate(name: "adults", calculation: "count(${member}[age >= 18])"), Calculate(name: "who", calculation: "join(' ', ${name})"),
           Text(name: "why", label: "w", relevant: "count(${member}) > 2", required: "${adults} > 0")"#,
    ),
    (
        "",
        r#"Integer(name: "base", label: "b"),
           Repeat(name: "flat", label: "f", appearance: "field-list", relevant: "${base} != 4", body: [
               Integer(name: "floor", label: "f"), Integer(name: "rooms", label: "r"),
               Calculate(name: "below", calculation: "coalesce(${floor}, 0) + sum(/data/flat[position() < position(current()/..)]/below)"),
               Repeat(name: "room", label: "r", count: "${rooms}", body: [Integer(name: "area", label: "a", constraint: ". > ${base}"),
                   Calculate(name: "part", calculation: "${area} div ${size}"), Calculate(name: "nth", calculation: "concat(position(../..), '.', position(..))")]),
               Calculate(name: "size", calculation: "sum(${area})"), Group(name: "more", label: "m", relevant: "${size} > 3", body: [
                   Repeat(name: "pet", label: "p", body: [Text(name: "kind", label: "k ${floor}", default: "concat('cat', ${floor})")])]),
           ]),
           Calculate(name: "whole", calculation: "sum(${area})"), Calculate(name: "pets", calculation: "count(${pet})"),
           Calculate(name: "list", calculation: "join(',', ${nth})"), Calculate(name: "top", calculation: "max(${floor})")"#,
    ),
    (
        r#""yes": [(name: "yes", label: {"zh-CN": "是", "en": "Yes"}), (name: "no", label: {"zh-CN": "否", "en": "No"})]"#,
        r#"SelectOne(name: "a", label: "a", choices: "yes", required: "${b} = ''"), SelectOne(name: "b", label: "b", choices: "yes", relevant: "${a} = 'yes'", default: "yes"),
           Rank(name: "r", label: "r", choices: "yes", relevant: "${b} = 'yes'"), Geopoint(name: "where", label: "w"), Time(name: "t", label: "t"), DateTime(name: "dt", label: "d"),
           Range(name: "scale", label: "s", parameters: {"start": "1", "end": "5", "step": "1"}), Acknowledge(name: "ok", label: "o", refusals: [not_applicable]),
           Calculate(name: "label", calculation: "jr:choice-name(${a}, '${a}')"), Note(name: "n", label: "${label} ${r}", relevant: "${ok} != ''"),
           Hidden(name: "h", default: "concat('x', '1')"), End(name: "end"), Text(name: "free", label: "f", required: true, warning: "string-length(.) > 2"),
           Calculate(name: "late", calculation: "${t} > '12:00:00.000'")"#,
    ),
];

/// What to do, in numbers that are made to fit the draft at hand.
#[derive(Debug, Clone)]
struct Deed {
    what: u8,
    node: u16,
    value: u16,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (0u8..20, any::<u16>(), any::<u16>()).prop_map(|(what, node, value)| Deed { what, node, value });
    prop::collection::vec(deed, 0..40)
}

/// All nodes there are at present, silent ones and hidden ones too.
fn nodes(draft: &Draft) -> Vec<NodeRef> {
    let mut nodes: Vec<NodeRef> = draft.rows(Rows::All, 0, usize::MAX).iter().map(|row| row.at).collect();
    nodes.extend(draft.form().ids().filter_map(|id| draft.named(&draft.form().node(id).name)));
    nodes
}

fn value(draft: &Draft, at: NodeRef, n: u16) -> Option<Answer> {
    let small = i64::from(n % 7);
    let node = draft.node(at);
    if n.is_multiple_of(11) {
        return None;
    }
    if n.is_multiple_of(13) {
        let refusals = [Refusal::Refused, Refusal::DontKnow, Refusal::NotApplicable];
        return Some(Answer::Refusal(refusals[usize::from(n % 3)]));
    }
    let name = |n: u16| {
        let list = draft.form().list(at.node)?;
        (!list.is_empty()).then(|| list.choice(usize::from(n) % list.len()).to_owned())
    };
    let value = match node.kind {
        Kind::Integer | Kind::Range => Value::Integer(small),
        Kind::Decimal => Value::Decimal(f64::from(n % 50) / 4.0),
        Kind::Date | Kind::Today => Value::Date(chrono::NaiveDate::from_ymd_opt(2024, 11, 10 + u32::from(n % 5))?),
        Kind::Time => Value::Time(chrono::NaiveTime::from_hms_opt(u32::from(n % 24), 30, 0)?),
        Kind::DateTime => Value::DateTime(script::moment("2024-11-12T08:00:00+08:00")),
        Kind::SelectOne => Value::Choice(name(n)?),
        Kind::Acknowledge => Value::Choice("OK".into()),
        Kind::SelectMultiple | Kind::Rank => Value::Choices((0..=n % 3).filter_map(|i| name(n / 3 + i)).collect()),
        Kind::Geopoint => {
            Value::Point(Point { latitude: f64::from(n % 90), longitude: 1.5, altitude: 0.0, accuracy: 0.0 })
        }
        _ => Value::Text(["", "  ", "王", "east", "12", "a b"][usize::from(n % 6)].into()),
    };
    Some(Answer::Value(value))
}

fn edit(draft: &Draft, deed: &Deed) -> Option<Edit> {
    let nodes = nodes(draft);
    let at = *nodes.get(usize::from(deed.node) % nodes.len().max(1))?;
    let path = draft.path_of(at)?;
    let near = |kinds: &[Kind]| -> Option<NodePath> {
        let some: Vec<NodeRef> = nodes.iter().copied().filter(|at| kinds.contains(&draft.node(*at).kind)).collect();
        draft.path_of(*some.get(usize::from(deed.node) % some.len().max(1))?)
    };
    Some(match deed.what {
        0..=11 => Edit::Set { answer: value(draft, at, deed.value), path },
        12..=14 => Edit::AddRepeat { path: near(&[Kind::Repeat])? },
        15 => Edit::RemoveRepeat { path: near(&[Kind::Repeat])? },
        16 => Edit::MoveRepeat { path: near(&[Kind::Repeat])?, to: usize::from(deed.value % 5) },
        17 => Edit::PassWarning { path, reason: "so".into() },
        _ => {
            Edit::Set { path: near(&[Kind::Integer])?, answer: Some(Value::Integer(i64::from(deed.value % 6)).into()) }
        }
    })
}

fn only_relevant(draft: &Draft, tree: &AnswerTree, around: &str) -> Result<(), TestCaseError> {
    for (name, entry) in &tree.0 {
        let Entry::Repeat(list) = entry else {
            let there = draft.rows(Rows::Relevant, 0, usize::MAX).iter().any(|row| *draft.node(row.at).name == **name);
            let silent = draft.form().ids().any(|id| {
                let node = draft.form().node(id);
                *node.name == **name && node.kind.is_silent()
            });
            prop_assert!(there || silent, "{around}/{name}");
            continue;
        };
        for tree in list {
            only_relevant(draft, tree, name)?;
        }
    }
    Ok(())
}

fn forms() -> Vec<Arc<Form>> {
    SURVEYS.iter().map(|(choices, body)| form(choices, body)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_sequence_of_edits(which in 0..SURVEYS.len(), deeds in deeds()) {
        let mut script = Script::new(forms().swap_remove(which), env());
        for (place, deed) in deeds.iter().enumerate() {
            if deed.what == 19 {
                script.env.lang = Lang::new(if deed.value % 2 == 0 { "en" } else { "zh-CN" });
                let changes = script.draft.refresh(&script.env);
                script.edits.extend(changes.keeps);
                continue;
            }
            let Some(edit) = edit(&script.draft, deed) else { continue };
            let before = snapshot(&script.draft);
            match script.draft.apply(&edit, &script.env) {
                Ok(changes) => script.note(edit.clone(), changes),
                Err(_) => same(&before, &snapshot(&script.draft), "a refused edit"),
            }
            if place % 8 == 7 {
                script.same_when_reopened(&format!("{edit:?}"));
            }
        }
        script.same_when_reopened("everything");
        let tree = script.draft.finish(&script.env.clone());
        only_relevant(&script.draft, &tree, "")?;
        let (again, _) = Draft::resume(Arc::clone(&script.form), &script.env, &script.form.edits_of(&tree));
        prop_assert_eq!(again.answers(), tree, "a finished response opened again");
    }

    #[test]
    fn any_edits_at_all_can_be_replayed(which in 0..SURVEYS.len(), seed in prop::collection::vec((0u8..6, "(/data)?(/(member|flat|room|people|court|pet|g|a)(\\[[0-9]{1,3}\\])?){0,4}", 0u16..300), 0..12)) {
        let form = forms().swap_remove(which);
        let edits: Vec<Edit> = seed.into_iter().filter_map(|(what, path, n)| {
            let path: NodePath = path.parse().ok()?;
            let answer = Some(Answer::Value(if n % 2 == 0 { Value::Integer(i64::from(n)) } else { Value::Text("x".into()) }));
            Some(match what {
                0 => Edit::Set { path, answer },
                1 => Edit::AddRepeat { path },
                2 => Edit::RemoveRepeat { path },
                3 => Edit::MoveRepeat { path, to: usize::from(n) },
                4 => Edit::PassWarning { path, reason: String::new() },
                _ => Edit::Keep { path, answer },
            })
        }).collect();
        let (draft, _) = Draft::resume(form, &env(), &edits);
        snapshot(&draft);
    }
}
