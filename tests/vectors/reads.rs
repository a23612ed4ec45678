//! What a program tells of itself: what it reads, and what it depends on.

use babahui::domain::{
    Lang, Value,
    expr::{Expr, NodeId, Program, Schema, XValue},
    survey::Kind,
};

use super::world::{List, SURVEY, World};

fn survey() -> World {
    let xml = "<data><age>30</age><pick>b</pick><tree/><home><people>3</people><room>2</room></home>\
        <member><nick>Bo</nick><years>5</years><visit><cost>1</cost></visit></member>\
        <member><nick>Li</nick><years>9</years><visit><cost>2</cost></visit></member></data>";
    let kinds = [
        ("age", Kind::Integer),
        ("pick", Kind::SelectOne),
        ("member", Kind::Repeat),
        ("years", Kind::Integer),
        ("visit", Kind::Repeat),
        ("cost", Kind::Integer),
    ];
    let mut world = World::new(xml, &kinds);
    let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    world.lists.push(List {
        name: "letter",
        columns: &["name", "label", "group"],
        rows: vec![row(["a", "Alpha", "1"]), row(["b", "Beta", "30"]), row(["c", "Gamma", "30"])],
    });
    world.picks.insert("pick", "letter");
    world
}

fn resolved(world: &World, text: &str, at: &str) -> Program {
    let node = world.by_name(at).unwrap_or(NodeId::ROOT);
    Expr::parse(text).unwrap().resolve(world, node).unwrap_or_else(|faults| panic!("{text}: {faults:?}"))
}

#[test]
fn names_the_questions_and_repeats_it_reads() {
    let world = survey();
    let cases = [
        ("1 + 2", "age", ""),
        ("${age} + ${age}", "pick", "age"),
        (". > 3", "age", "age"),
        ("${years}", "nick", "years"),
        ("sum(${years})", "age", "member years"),
        ("sum(${cost})", "nick", "visit cost"),
        ("count(${member})", "age", "member"),
        ("count(/data/member/years)", "age", "member"),
        ("count(${member}[${years} > 3])", "age", "member years"),
        ("${member}[2]/nick", "age", "member nick"),
        ("position(..)", "nick", "member"),
        ("indexed-repeat(${years}, ${member}, ${age})", "pick", "age member years"),
        ("/data/home", "age", "people room"),
        ("/data/home = ''", "age", "people room"),
        ("/data/member", "age", "member nick years visit cost"),
        ("/data/home/*", "age", "people room"),
        ("once(${age})", "pick", "age"),
        ("once(random())", "pick", ""),
        ("instance('letter')/root/item[group = ${age}]/label", "pick", "age"),
        ("jr:choice-name(${pick}, '${pick}')", "age", "pick"),
        ("${last-saved#age}", "pick", ""),
        ("concat(../years, current()/../nick)", "nick", "nick years"),
        ("if(${age} > 1, ${people}, ${room})", "pick", "age people room"),
    ];
    for (text, at, expected) in cases {
        let program = resolved(&world, text, at);
        let names: Vec<&str> = program.reads().iter().map(|node| world.name(*node)).collect();
        assert_eq!(names.join(" "), expected, "{text} at {at}");
    }
}

#[test]
fn says_what_else_it_depends_on() {
    let world = survey();
    // c clock, r random, k keeps its first value, p position, l language, s last saved, x context
    let cases = [
        ("1 + 1", "age", ""),
        ("today() - 1", "age", "c"),
        ("now()", "age", "c"),
        ("random()", "age", "r"),
        ("uuid()", "age", "r"),
        ("count(randomize(${member}))", "age", "r"),
        ("count(randomize(${member}, 3))", "age", ""),
        ("once(uuid())", "age", "rkx"),
        ("position(..)", "nick", "px"),
        ("${member}[position() = 2]/nick", "age", ""),
        ("jr:choice-name('a', '${pick}')", "age", "l"),
        ("jr:itext('x')", "age", "l"),
        ("format-date(today(), '%a')", "age", "cl"),
        ("format-date(today(), '%Y-%m')", "age", "c"),
        ("format-date(today(), ${pick})", "age", "cl"),
        ("${last-saved#age}", "age", "s"),
        ("${years}", "nick", "x"),
        ("../years", "nick", "x"),
        ("${age}", "nick", ""),
        ("sum(/data/member/years)", "nick", ""),
        ("sum(/data/member[years > 3]/years)", "nick", ""),
        ("sum(/data/member[years > current()/../years]/years)", "nick", "x"),
        ("sum(${cost})", "nick", "x"),
        ("sum(${cost})", "age", ""),
    ];
    for (text, at, expected) in cases {
        let p = resolved(&world, text, at);
        let flags = [
            (p.reads_clock(), 'c'),
            (p.reads_random(), 'r'),
            (p.keeps_first(), 'k'),
            (p.reads_position(), 'p'),
            (p.reads_language(), 'l'),
            (p.reads_last_saved(), 's'),
            (p.reads_context(), 'x'),
        ];
        let got: String = flags.iter().filter(|(set, _)| *set).map(|(_, letter)| *letter).collect();
        assert_eq!(got, expected, "{text} at {at}");
    }
}

#[test]
fn computes_constants_once() {
    let world = survey();
    let constant = |text: &str| resolved(&world, text, "age").constant().map(XValue::text);
    assert_eq!(constant("2 * (3 + 4)").as_deref(), Some("14"));
    assert_eq!(constant("concat('a', string-length('bc'))").as_deref(), Some("a2"));
    assert_eq!(constant("if(1 = 1, 'yes', 'no')").as_deref(), Some("yes"));
    assert_eq!(constant("date('2026-03-01') + 1").as_deref(), Some("20514"));
    assert_eq!(constant("regex('abc', '^a')").as_deref(), Some("true"));
    for text in
        ["today()", "random()", "${age}", "once(1)", "${last-saved#age}", "pulldata('letter', 'label', 'name', 'a')"]
    {
        assert_eq!(constant(text), None, "{text}");
    }
}

#[test]
fn a_choice_filter_admits_rows() {
    let world = survey();
    let pick = world.by_name("pick").unwrap();
    let admitted = |text: &str| -> Vec<usize> {
        let program = Expr::parse(text).unwrap().resolve_filter(&world, pick, "letter").unwrap();
        let at = world.at("pick", &[]);
        (0..3).filter(|row| program.admits(&world, &world, at, "letter", *row)).collect()
    };
    let program = Expr::parse("group = ${age}").unwrap().resolve_filter(&world, pick, "letter").unwrap();
    assert_eq!(program.admitted(&world, &world, world.at("pick", &[]), "letter"), [1, 2]);
    assert_eq!(admitted("group = ${age}"), [1, 2]);
    assert_eq!(admitted("group = /data/age and name != 'c'"), [1]);
    assert_eq!(admitted("selected('a c', name)"), [0, 2]);
    assert_eq!(admitted("name = current()"), [1]);
    assert_eq!(admitted("name = current()/../pick"), [1]);
    assert_eq!(admitted("position() < 3"), [0, 1]);
    assert_eq!(admitted("true()"), [0, 1, 2]);
    assert_eq!(admitted("''"), [] as [usize; 0]);
    assert_eq!(admitted("label = instance('letter')/root/item[name = ${pick}]/label"), [1]);
}

#[test]
fn once_keeps_what_the_question_has() {
    let world = survey();
    let eval = |text: &str, name: &str| world.eval(text, world.at(name, &[])).text();
    assert_eq!(eval("once('new')", "age"), "30");
    assert_eq!(eval("once('new')", "tree"), "new");
    assert_eq!(eval("once(random() < 1)", "tree"), "true");
}

#[test]
fn speaks_the_language_on_screen() {
    let mut world = survey();
    let text = "format-date('2026-03-01', '%b %a')";
    assert_eq!(world.eval(text, SURVEY).text(), "Mar Sun");
    world.lang = Lang::new("zh-CN");
    assert_eq!(world.eval(text, SURVEY).text(), "3月 周日");
    assert_eq!(world.eval("format-date('2026-03-01', '%B %A')", SURVEY).text(), "3月 星期日");
    assert_eq!(world.eval("jr:itext('hello')", SURVEY).text(), "hello in zh-CN");
}

#[test]
fn becomes_an_answer_of_the_kind_asked_for() {
    let world = survey();
    let cases = [
        ("2 + 3", Kind::Integer, Some(Value::Integer(5))),
        ("7 div 2", Kind::Integer, Some(Value::Integer(3))),
        ("7 div 2", Kind::Decimal, Some(Value::Decimal(3.5))),
        ("'x' + 1", Kind::Integer, None),
        ("1 div 0", Kind::Decimal, None),
        ("1 div 0", Kind::Calculate, None),
        ("'x' + 1", Kind::Text, None),
        ("2 + 3", Kind::Calculate, Some(Value::Integer(5))),
        ("2.5", Kind::Calculate, Some(Value::Decimal(2.5))),
        ("2 + 3", Kind::Text, Some(Value::Text("5".into()))),
        ("''", Kind::Text, None),
        ("'  '", Kind::Text, None),
        ("1 = 1", Kind::Calculate, Some(Value::Text("true".into()))),
        ("'a  b'", Kind::SelectMultiple, Some(Value::Choices(vec!["a".into(), "b".into()]))),
        ("''", Kind::SelectMultiple, None),
        ("'a'", Kind::SelectOne, Some(Value::Choice("a".into()))),
        ("20513 + 1", Kind::Text, Some(Value::Text("20514".into()))),
        ("${tree}", Kind::Calculate, None),
        ("${age}", Kind::Calculate, Some(Value::Integer(30))),
        ("'soon'", Kind::Date, None),
        ("'1 2'", Kind::Group, None),
        ("100000000000000000000", Kind::Integer, None),
    ];
    for (text, kind, expected) in cases {
        assert_eq!(world.eval(text, SURVEY).into_value(kind), expected, "{text} as {kind:?}");
    }
    let as_text = |text: &str, kind| world.eval(text, SURVEY).into_value(kind).map(|v| v.to_text());
    assert_eq!(as_text("date('2026-03-01') + 1", Kind::Date).as_deref(), Some("2026-03-02"));
    assert_eq!(as_text("'2026-03-01'", Kind::Date).as_deref(), Some("2026-03-01"));
    assert_eq!(as_text("today()", Kind::Calculate).as_deref(), Some("2026-03-15"));
    assert_eq!(as_text("'10:30'", Kind::Time).as_deref(), Some("10:30:00.000"));
    assert_eq!(as_text("0.75", Kind::Time).as_deref(), Some("18:00:00.000"));
    assert_eq!(as_text("now()", Kind::DateTime).as_deref(), Some("2026-03-15T09:30:00.000+08:00"));
    assert_eq!(as_text("'30.5 104.1'", Kind::Geopoint).as_deref(), Some("30.5 104.1 0 0"));
    assert_eq!(as_text("'230.5 104.1'", Kind::Geopoint), None);
}

#[test]
fn a_sum_over_all_instances_is_computed_once_for_all_of_them() {
    let members: String = (1..=100).map(|n| n.to_string()).map(|n| ["<m><x>", &n, "</x></m>"].concat()).collect();
    let world = World::new(&["<data>", &members, "</data>"].concat(), &[("m", Kind::Repeat), ("x", Kind::Integer)]);
    let places: Vec<_> = (1..=100).map(|place| world.at("x", &[place])).collect();
    for text in ["${x} div sum(/data/m/x)", "count(/data/m[x > max(/data/m/x) - 1]) + ${x}"] {
        let program = resolved(&world, text, "x");
        let one_by_one: Vec<XValue> = places.iter().map(|at| program.eval(&world, &world, *at)).collect();
        world.asked.set(0);
        assert_eq!(program.eval_at(&world, &world, &places), one_by_one, "{text}");
        assert!(world.asked.get() <= 301, "{text}: {} answers", world.asked.get());
    }
    world.asked.set(0);
    assert_eq!(resolved(&world, "count(/data/m)", "x").eval(&world, &world, SURVEY).number(), 100.0);
    assert_eq!(world.asked.get(), 0);
}
