//! What a form does while it is filled, rule by rule.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "form/script.rs"]
mod script;

use std::sync::Arc;

use babahui::domain::{
    Answer, Value,
    survey::{Attachments, Draft, EditRefusal, Env},
};
use script::{Script, env, form, form_with};

/// Runs a script on a survey; after every line the draft must be the one its edits make from scratch.
fn case(choices: &str, body: &str, lines: &str) {
    Script::new(form(choices, body), env()).run(lines);
}

const CONCERNS: &str = r#"
    "concern": [(name: "facade", label: {"zh-CN": "外墙", "en": "Facade"}), (name: "parking", label: {"zh-CN": "停车", "en": "Parking"}),
                (name: "other", label: {"zh-CN": "其他", "en": "Other"})],
    "building": [(name: "b1", label: "1栋", court: "east"), (name: "b2", label: "2栋", court: "east"), (name: "b3", label: "3栋", court: "west")],
    "court": [(name: "east", label: "东院"), (name: "west", label: "西院")],
"#;

#[test]
fn blank_in_arithmetic_is_blank() {
    case(
        "",
        r#"Integer(name: "a", label: "a"), Integer(name: "b", label: "b"),
           Calculate(name: "sum", calculation: "${a} + ${b}"), Calculate(name: "some", calculation: "coalesce(${a}, 0) + coalesce(${b}, 0)")"#,
        "sum ?
         some ? 0
         a = 2
         sum ?
         some ? 2
         b = 3
         sum ? 5
         a =
         sum ?",
    );
}

#[test]
fn an_irrelevant_question_reads_as_blank_and_comes_back() {
    case(
        "",
        r#"Integer(name: "people", label: "p"), Text(name: "names", label: "n", relevant: "${people} > 1", required: true),
           Calculate(name: "length", calculation: "string-length(${names})")"#,
        "names is hidden
         names is done
         people = 2
         names is shown
         names is missing
         names = 李嬢嬢
         length ? 3
         names is done
         people = 1
         names ?
         length ? 0
         kept people length
         people = 3
         names ? 李嬢嬢
         kept people names length
         reopen
         names ? 李嬢嬢",
    );
}

#[test]
fn a_hidden_group_hides_all_in_it() {
    case(
        "",
        r#"Integer(name: "a", label: "a"),
           Group(name: "outer", label: "o", relevant: "${a} = 1", body: [
               Group(name: "inner", label: "i", body: [Integer(name: "b", label: "b", relevant: "${a} < 5")]),
               Integer(name: "c", label: "c", required: "${outside} = ''"),
           ]),
           Integer(name: "outside", label: "x", relevant: "${b} > 0")"#,
        "outer/inner/b is hidden
         a = 1
         outer/inner/b is shown
         outer/c is required
         outer/inner/b = 4
         outside is shown
         outside = 9
         outer/c is optional
         a = 2
         outer/c is hidden
         outside is hidden
         kept a
         a = 1
         outside ? 9
         kept a b outside",
    );
}

#[test]
fn a_choice_no_longer_offered_reads_as_blank_and_comes_back() {
    case(
        CONCERNS,
        r#"SelectOne(name: "court", label: "c", choices: "court"),
           SelectOne(name: "building", label: "b", choices: "building", choice_filter: "court = ${court}", required: true),
           SelectMultiple(name: "all", label: "a", choices: "building", choice_filter: "court = ${court} or ${court} = ''")"#,
        "offers building:
         building ! NotOffered = b1
         offers all: b1 b2 b3
         all = b3 b1
         all ? b1 b3
         court = east
         all ? b1
         offers building: b1 b2
         building = b2
         building is done
         court = west
         building ?
         all ? b3
         building is missing
         court = east
         building ? b2
         building ! NotAChoice = b9
         building is done",
    );
}

#[test]
fn select_multiple_is_stored_in_list_order_and_rank_as_ranked() {
    case(
        CONCERNS,
        r#"SelectMultiple(name: "picked", label: "p", choices: "concern"), Rank(name: "ranked", label: "r", choices: "concern"),
           Calculate(name: "first", calculation: "selected-at(${picked}, 0)")"#,
        "picked = other facade other
         picked ? facade other
         first ? facade
         ranked = other facade
         ranked ? other facade
         picked =
         picked ?",
    );
}

#[test]
fn constraints_are_not_asked_of_blanks() {
    case(
        "",
        r#"Integer(name: "people", label: "p", constraint: ". > 0 and . < 30", required: true, warning: ". < 10"),
           Text(name: "name", label: "n", required: "${people} > 1")"#,
        "people is fine
         people is missing
         people = 30
         people is violated
         people is missing
         people = 12
         people is warned
         people is missing
         pass people: counted twice
         people is passed
         people is done
         name is required
         people = 11
         people is warned
         people = 3
         people is fine
         name =    \u{20}
         name is missing
         name = 王
         name is done
         people =
         name is optional",
    );
}

#[test]
fn refusals_are_answers_that_read_as_blank() {
    case(
        "",
        r#"Integer(name: "income", label: "i", required: true, constraint: ". > 0", refusals: [refused]),
           Calculate(name: "double", calculation: "${income} * 2"), Text(name: "why", label: "w", relevant: "${income} = ''")"#,
        "income is missing
         income ~ refused
         income is done
         income is fine
         why is shown
         double ?
         kept income
         income = 5
         double ? 10
         why is hidden",
    );
}

#[test]
fn defaults_are_given_once() {
    case(
        "",
        r#"Integer(name: "a", label: "a", default: "2"), Integer(name: "b", label: "b", default: "${a} + 1"), Integer(name: "c", label: "c", default: 7),
           Text(name: "t", label: "t", default: "院落", relevant: "${a} > 2"), Date(name: "d", label: "d", default: "today()"),
           Repeat(name: "r", label: "r", body: [Integer(name: "x", label: "x", default: "${a} * 10"), Date(name: "day", label: "d", default: "2024-01-31")])"#,
        "a ? 2
         b ? 3
         c ? 7
         d ? 2024-11-12
         t is hidden
         a = 5
         b ? 3
         t ? 院落
         + r
         r[1]/x ? 50
         r[1]/day ? 2024-01-31
         a = 6
         + r
         r[1]/x ? 50
         r[2]/x ? 60
         r[2]/x =
         b =
         later 2000
         reopen
         b ?
         d ? 2024-11-12
         r[2]/x ?",
    );
}

#[test]
fn once_is_kept() {
    case(
        "",
        r#"Integer(name: "a", label: "a"), Calculate(name: "first", calculation: "once(${a})"), Calculate(name: "id", calculation: "once(uuid())"),
           Calculate(name: "seen", calculation: "once(format-date-time(now(), '%H:%M'))"), Calculate(name: "dice", calculation: "random() * ${a}")"#,
        "first ?
         a = 4
         first ? 4
         a = 5
         first ? 4
         seen ? 19:30
         later 60
         a = 6
         seen ? 19:30
         reopen
         seen ? 19:30
         first ? 4",
    );
}

#[test]
fn time_goes_on_from_change_to_change() {
    case(
        "",
        r#"Integer(name: "a", label: "a"), Calculate(name: "at", calculation: "format-date-time(now(), '%H:%M')"),
           Calculate(name: "day", calculation: "string(today())"), Calculate(name: "late", calculation: "concat(${at}, '!')"),
           Text(name: "b", label: "b", relevant: "now() > '2024-11-12T20:00:00.000+08:00'"), Text(name: "c", label: "c", calculation: "string(now())"),
           Calculate(name: "lot", calculation: "if(now() > '2024-01-01', random(), 1)"), Calculate(name: "same", calculation: "once(${lot})"),
           Calculate(name: "trig", calculation: "format-date-time(now(), '%H:%M')", trigger: "${a}"),
           Repeat(name: "r", label: "r", body: [Calculate(name: "in", calculation: "format-date-time(now(), '%H:%M')")])"#,
        "at ? 19:30
         b is hidden
         c = typed
         + r
         later 60
         a = 1
         at ? 20:30
         late ? 20:30!
         r[1]/in ? 20:30
         trig ? 20:30
         b is shown
         c ? typed
         later 300
         b = x
         at ? 01:30
         day ? 2024-11-13
         trig ? 20:30
         reopen
         at ? 01:30",
    );
}

#[test]
fn an_instance_reads_the_one_before_it() {
    let bodies = [
        "${sum_in} + coalesce(indexed-repeat(${total}, ${r}, position(..) - 1), 0)",
        "${sum_in} + coalesce(/data/r[position() = position(current()/..) - 1]/total, 0)",
        "${sum_in} + coalesce(${r}[position() = position(current()/..) - 1]/total, 0)",
        "${sum_in} + coalesce(../../r[position() = position(current()/..) - 1]/g/../total, 0)",
        "${sum_in} + sum(/data/r[position() < position(current()/..)]/sum_in)",
    ];
    for total in bodies {
        case(
            "",
            &format!(
                r#"Integer(name: "base", label: "b", default: "0"),
                   Repeat(name: "r", label: "r", body: [Integer(name: "sum_in", label: "s", relevant: "${{base}} < 100"),
                   Group(name: "g", label: "g", body: [Note(name: "n", label: "n")]),
                   Calculate(name: "total", calculation: "{total}")]),
                   Calculate(name: "all", calculation: "max(/data/r/total)")"#
            ),
            "+ r
             + r
             + r
             r[1]/sum_in = 1
             r[2]/sum_in = 20
             r[3]/sum_in = 300
             r[1]/total ? 1
             r[2]/total ? 21
             r[3]/total ? 321
             all ? 321
             r[1]/sum_in = 2
             r[3]/total ? 322
             ^ r[3] 1
             r[1]/total ? 300
             r[2]/total ? 302
             r[3]/total ? 322
             - r[1]
             r[1]/total ? 2
             r[2]/total ? 22
             all ? 22
             + r
             r[3]/sum_in = 4000
             all ? 4022
             r[2]/sum_in = 0
             all ? 4002
             base = 200
             r[1]/sum_in is hidden
             base = 1
             all ? 4002",
        );
    }
}

#[test]
fn questions_hand_on_from_instance_to_instance() {
    case(
        "",
        r#"Integer(name: "limit", label: "l", default: "10"),
           Repeat(name: "r", label: "r", body: [
               Calculate(name: "opening", calculation: "coalesce(indexed-repeat(${closing}, ${r}, position(..) - 1), ${limit})"),
               Group(name: "g", label: "g", body: [
                   Integer(name: "spent", label: "s", relevant: "${opening} > 0", constraint: ". <= ${opening}"),
                   Calculate(name: "closing", calculation: "${opening} - coalesce(${spent}, 0)"),
               ]),
           ])"#,
        "+ r
         + r
         + r
         r[1]/g/spent = 4
         r[2]/opening ? 6
         r[2]/g/spent = 5
         r[3]/g/closing ? 1
         r[1]/g/spent = 6
         r[3]/g/spent is hidden
         r[2]/g/spent is violated
         limit = 20
         r[3]/opening ? 9
         r[3]/g/spent is shown
         r[2]/g/spent is fine
         ^ r[2] 1
         r[1]/g/closing ? 15
         r[3]/opening ? 9
         - r[1]
         r[2]/opening ? 14",
    );
}

#[test]
fn a_triggered_calculation_waits_for_its_trigger() {
    case(
        "",
        r#"Integer(name: "a", label: "a"), Integer(name: "b", label: "b"),
           Calculate(name: "sum", calculation: "${a} + ${b}", trigger: "${b}"),
           Integer(name: "count", label: "c", calculation: "coalesce(${count}, 0) + 1", trigger: "${b}")"#,
        "sum ?
         a = 1
         b = 2
         sum ? 3
         count ? 1
         a = 10
         sum ? 3
         reopen
         sum ? 3
         b = 3
         sum ? 13
         count ? 2
         b = 3
         count ? 2",
    );
}

#[test]
fn a_lowered_count_hides_and_keeps() {
    case(
        "",
        r#"Integer(name: "people", label: "p"),
           Repeat(name: "member", label: "m ${name}", count: "${people}", body: [Text(name: "name", label: "n", required: true),
               Integer(name: "age", label: "a"), Calculate(name: "place", calculation: "position(..)")]),
           Calculate(name: "adults", calculation: "count(${member}[age >= 18])"), Calculate(name: "years", calculation: "sum(${age})"),
           Calculate(name: "all", calculation: "join('、', ${name})")"#,
        "member has 0
         adults ? 0
         people = 3
         member has 3
         years ?
         member[1]/age = 30
         member[2]/age = 8
         member[3]/age = 40
         member[3]/name = 周
         member[3]/place ? 3
         years ? 78
         adults ? 2
         people = 2
         member has 2
         years ? 38
         adults ? 1
         all ? 、
         kept people age age place place adults years all
         people = 4
         member has 4
         member[3]/age ? 40
         years ?
         all ? 、、周、
         reopen
         people = 3
         years ? 78
         people =
         member has 0
         people = -2
         member has 0
         people = 3
         years ? 78",
    );
}

#[test]
fn instances_are_added_removed_and_moved() {
    case(
        "",
        r#"Integer(name: "base", label: "b"),
           Repeat(name: "r", label: "r", body: [Integer(name: "x", label: "x"), Calculate(name: "at", calculation: "position(..)"),
               Calculate(name: "share", calculation: "${x} div ${total}"), Calculate(name: "up", calculation: "${x} + ${base}"),
               Calculate(name: "before", calculation: "indexed-repeat(${x}, ${r}, position(..) - 1)"), Calculate(name: "of", calculation: "count(${r})")]),
           Calculate(name: "total", calculation: "sum(${x})"), Calculate(name: "list", calculation: "join(' ', ${x})")"#,
        "+ r
         + r
         + r
         r[1]/x = 1
         r[2]/x = 2
         r[3]/x = 5
         total ? 8
         r[3]/share ? 0.625
         r[3]/before ? 2
         r[1]/before ?
         r[1]/of ? 3
         base = 10
         r[2]/up ? 12
         ^ r[3] 1
         list ? 5 1 2
         r[1]/at ? 1
         r[1]/x ? 5
         r[2]/before ? 5
         - r[2]
         list ? 5 2
         total ? 7
         r[2]/at ? 2
         r[2]/before ? 5
         r[1]/of ? 2
         reopen
         list ? 5 2
         + r
         r[3]/x ?
         r[3]/up ?
         - r[1]
         - r[1]
         - r[1]
         r has 0
         total ? 0",
    );
}

#[test]
fn repeats_stand_in_repeats() {
    case(
        "",
        r#"Repeat(name: "flat", label: "f", body: [Integer(name: "floor", label: "f"),
               Repeat(name: "room", label: "r", body: [Decimal(name: "area", label: "a"), Calculate(name: "high", calculation: "${floor} > 5"),
                   Calculate(name: "part", calculation: "${area} div ${size}")]),
               Calculate(name: "size", calculation: "sum(${area})")]),
           Calculate(name: "whole", calculation: "sum(${area})"), Calculate(name: "rooms", calculation: "count(${room})")"#,
        "+ flat
         + flat
         + flat[1]/room
         + flat[2]/room
         + flat[2]/room
         flat[1]/room[1]/area = 10
         flat[2]/room[1]/area = 15
         flat[2]/room[2]/area = 5
         flat[1]/size ? 10
         flat[2]/size ? 20
         flat[2]/room[1]/part ? 0.75
         whole ? 30
         rooms ? 3
         flat[2]/floor = 6
         flat[2]/room[2]/high ? true
         flat[1]/room[1]/high ? false
         ^ flat[2] 1
         flat[1]/size ? 20
         - flat[1]/room[1]
         flat[1]/size ? 5
         whole ? 15
         - flat[1]
         whole ? 10
         rooms ? 1",
    );
}

#[test]
fn an_irrelevant_repeat_counts_nothing() {
    case(
        "",
        r#"Acknowledge(name: "ok", label: "o"), Repeat(name: "r", label: "r", relevant: "${ok} != ''", body: [Integer(name: "x", label: "x")]),
           Calculate(name: "n", calculation: "count(${r})")"#,
        "ok = OK
         + r
         + r
         r[2]/x = 3
         n ? 2
         ok =
         r is hidden
         n ? 0
         r has 0
         kept n
         ok = OK
         n ? 2
         r[2]/x ? 3",
    );
}

#[test]
fn the_language_may_change_at_any_moment() {
    case(
        CONCERNS,
        r#"SelectOne(name: "concern", label: {"zh-CN": "关心什么", "en": "What concerns you?"}, choices: "concern"),
           Calculate(name: "word", calculation: "jr:choice-name(${concern}, '${concern}')"),
           Note(name: "n", label: {"zh-CN": "您关心${word}", "en": "You care about ${word}"})"#,
        "concern = parking
         label n: 您关心停车
         lang en
         concern ? parking
         word ? Parking
         label n: You care about Parking
         label concern: What concerns you?
         lang zh-CN
         word ? 停车",
    );
}

#[test]
fn or_other_asks_which() {
    case(
        CONCERNS,
        r#"SelectMultiple(name: "concern", label: "c", choices: "concern", or_other: true), SelectOne(name: "court", label: "c", choices: "court", or_other: true, required: true)"#,
        "offers concern: facade parking other
         offers court: east west other
         concern_other is hidden
         concern = facade other
         concern_other is shown
         concern_other = 屋顶
         court = other
         court_other is shown
         court_other is missing
         concern = facade
         kept concern court",
    );
}

#[test]
fn read_only_is_not_typed_and_calculations_may_be() {
    case(
        "",
        r#"Integer(name: "a", label: "a"), Integer(name: "b", label: "b", read_only: "${a} > 1"), Integer(name: "twice", label: "t", calculation: "${a} * 2"),
           Calculate(name: "c", calculation: "${twice}"), Integer(name: "shown", label: "s", calculation: "${a} * 3", read_only: true)"#,
        "b is open
         b = 4
         a = 2
         b is locked
         b ! ReadOnly = 5
         c ! Computed = 5
         shown ! ReadOnly = 5
         b ? 4
         twice ? 4
         shown ? 6
         twice = 7
         c ? 7
         reopen
         c ? 7
         a = 3
         c ? 6
         a =
         c ?",
    );
}

#[test]
fn values_of_the_wrong_kind_are_refused() {
    case(
        CONCERNS,
        r#"Integer(name: "i", label: "i"), Decimal(name: "d", label: "d"), Range(name: "r", label: "r", parameters: {"start": "0", "end": "10", "step": "2"}),
           Date(name: "day", label: "d"), SelectOne(name: "s", label: "s", choices: "concern"), Group(name: "g", label: "g", body: [Text(name: "t", label: "t")]), Note(name: "n", label: "n")"#,
        "i ! NotANumber = 2.5
         i ! NumberTooLarge = 9007199254740992
         d = 2
         d ? 2
         r ! OffScale = 3
         r ! OffScale = 12
         r = 4
         day ! NotADate = 2023-02-30
         s ! NotAChoice = roof
         g ! NotAQuestion = 1
         n ! NotAQuestion = 1
         i = 9007199254740991",
    );
}

#[test]
fn an_instance_moves_only_among_those_in_range() {
    let body = r#"Integer(name: "people", label: "p"), Repeat(name: "member", label: "m", count: "${people}", body: [Text(name: "name", label: "n")])"#;
    let mut script = Script::new(form("", body), env());
    script.run(
        "people = 3
         member[1]/name = 李
         people = 2",
    );
    let first = script.at("member[1]");
    assert_eq!(script.draft.move_repeat(first, 3, &script.env), Err(EditRefusal::NoSuchNode));
    script.run(
        "^ member[1] 2
         member[2]/name ? 李",
    );
    let repeat = script.at("member");
    assert_eq!(script.draft.add_repeat(repeat, &script.env).map(|_| ()), Err(EditRefusal::Counted));
    assert_eq!(script.draft.remove_repeat(first, &script.env).map(|_| ()), Err(EditRefusal::Counted));
}

#[test]
fn a_count_beyond_reason_makes_no_more_than_there_is_room_for() {
    let body = r#"Integer(name: "n", label: "n"), Repeat(name: "r", label: "r", count: "${n}", body: [Repeat(name: "s", label: "s", count: "${n}", body: [Text(name: "t", label: "t")])])"#;
    let form = form("", body);
    let mut draft = Draft::new(form, &env()).0;
    let n = draft.named("n").unwrap();
    let changes = draft.set(n, Some(Value::Integer(9_000_000_000).into()), &env()).unwrap();
    assert_eq!(changes.repeats.len(), 1, "the outer repeat took all the room");
    assert!(draft.instances_of(draft.named("r").unwrap()).len() <= Draft::MOST_INSTANCES);
}

#[test]
fn the_world_is_kept_as_it_was_at_the_beginning() {
    let body = r#"Start(name: "begun"), End(name: "ended"), Today(name: "day"), DeviceId(name: "laptop"), Username(name: "by"),
        Calculate(name: "minutes", calculation: "round((decimal-date-time(${ended}) - decimal-date-time(${begun})) * 1440)")"#;
    let mut script = Script::new(form("", body), env());
    assert_eq!(script.edits.len(), 4, "start, today, deviceid, username: {:?}", script.edits);
    script.run(
        "begun ? 2024-11-12T19:30:00.000+08:00
         day ? 2024-11-12
         laptop ? laptop-3
         by ? chen
         later 600
         reopen
         day ? 2024-11-12
         ended ?",
    );
    let tree = script.draft.finish(&script.env);
    let text = |name: &str| tree.answer(name).and_then(Answer::value).map(Value::to_text);
    assert_eq!(text("ended").as_deref(), Some("2024-11-13T05:30:00.000+08:00"));
    assert_eq!(text("minutes").as_deref(), Some("600"));
}

#[test]
fn last_saved_answers_are_offered_as_defaults() {
    let body = r#"Text(name: "building", label: "b", default: "${last-saved#building}"), Integer(name: "n", label: "n", default: "${last-saved#n} + 1")"#;
    let form = form("", body);
    let mut first = Script::new(Arc::clone(&form), env());
    first.run(
        "building ?
         n ?
         building = 3栋
         n = 7",
    );
    let saved = first.draft.finish(&first.env);
    let mut next = Script::new(form, Env { last_saved: Some(&saved), ..env() });
    next.run(
        "building ? 3栋
         n ? 8
         building = 4栋
         reopen
         building ? 4栋",
    );
}

#[test]
fn choices_come_shuffled_by_the_seed_of_the_response() {
    let choices = r#""c": [(name: "a", label: "a"), (name: "b", label: "b"), (name: "c", label: "c"), (name: "d", label: "d"), (name: "e", label: "e"), (name: "f", label: "f")]"#;
    let body = r#"SelectMultiple(name: "own", label: "o", choices: "c", parameters: {"randomize": "true"}),
        SelectOne(name: "fixed", label: "f", choices: "c", parameters: {"randomize": "true", "seed": "7"}), Integer(name: "n", label: "n")"#;
    let form = form(choices, body);
    let order = |seed: u64, name: &str| -> Vec<String> {
        let (draft, _) = Draft::new(Arc::clone(&form), &Env { seed, ..env() });
        let options = draft.options(draft.named(name).unwrap()).unwrap();
        options.iter().map(|option| option.name.to_owned()).collect()
    };
    assert_eq!(order(1, "own"), order(1, "own"));
    assert_ne!(order(1, "own"), order(2, "own"));
    assert_eq!(order(1, "fixed"), order(2, "fixed"));
    assert_ne!(order(1, "fixed"), ["a", "b", "c", "d", "e", "f"]);
    let mut script = Script::new(form, env());
    script.run(
        "own = e a c
         own ? a c e",
    );
}

#[test]
fn choices_may_stand_in_a_file() {
    let files = Attachments::new([(
        "doors.csv",
        "name,label::zh-CN,label::en,court\nd1,一号,One,east\nd2,二号,Two,west\nd3,三号,,west\n",
    )]);
    let body = r#"Text(name: "court", label: "c"), SelectOne(name: "door", label: "d", choices: "door", choice_filter: "court = ${court}"),
        Calculate(name: "side", calculation: "pulldata('doors', 'court', 'name', ${door})"), Note(name: "n", label: "n")"#;
    let form = form_with(r#""door": File("doors.csv")"#, body, &files);
    let mut script = Script::new(form, env());
    script.run(
        "offers door:
         court = west
         offers door: d2 d3
         door = d3
         side ? west
         court = east
         side ?
         offers door: d1",
    );
    script.run("lang en");
    let options = script.draft.options(script.at("door")).unwrap();
    assert_eq!(options.get(0).map(|option| option.label), Some("One"));
    assert_eq!(script.draft.choice_label_at(script.at("door"), "d3"), "d3", "a label left blank is the name");
}

#[test]
fn an_answer_disturbs_only_what_reads_it() {
    let body = r#"Integer(name: "a", label: "a"), Integer(name: "b", label: "b ${a}", relevant: "${a} > 1"), Integer(name: "c", label: "c"),
        Calculate(name: "low", calculation: "${a} > 100"), Text(name: "d", label: "d", required: "${low}")"#;
    let (mut draft, _) = Draft::new(form("", body), &env());
    let [a, b, c, d] = ["a", "b", "c", "d"].map(|name| draft.named(name).unwrap());
    let changes = draft.set(a, Some(Value::Integer(2).into()), &env()).unwrap();
    assert!(changes.nodes.contains(&a) && changes.nodes.contains(&b), "{changes:?}");
    assert!(!changes.nodes.contains(&c) && !changes.nodes.contains(&d), "{changes:?}");
    let same = draft.set(a, Some(Value::Integer(2).into()), &env()).unwrap();
    assert!(same.is_empty(), "{same:?}");
}
