//! What is wrong with an expression: the kind of fault and the place it points to.

use super::world::{List, SURVEY, World};
use babahui::domain::{
    expr::{Expected, Expr, ExprFault, ExprFaultKind as Kind, NodeId, Schema, Shape},
    survey,
};

fn survey() -> World {
    let xml = "<data><age>30</age><name>Bo</name><born>1990-03-01</born><likes>a b</likes><place/><woke/><photo/>\
        <pick>a</pick><member><nick>x</nick><years>5</years></member><pet><colour/></pet></data>";
    let kinds = [
        ("age", survey::Kind::Integer),
        ("born", survey::Kind::Date),
        ("likes", survey::Kind::SelectMultiple),
        ("pick", survey::Kind::SelectOne),
        ("place", survey::Kind::Geopoint),
        ("woke", survey::Kind::Time),
        ("photo", survey::Kind::Image),
        ("member", survey::Kind::Repeat),
        ("years", survey::Kind::Integer),
        ("pet", survey::Kind::Repeat),
    ];
    let mut world = World::new(xml, &kinds);
    world.lists.push(List { name: "letter", columns: &["name", "label", "group"], rows: vec![] });
    world
}

/// All faults of an expression in the survey's place.
fn faults(text: &str) -> Vec<ExprFault> {
    match Expr::parse(text) {
        Ok(expr) => expr.resolve(&survey(), NodeId::ROOT).err().unwrap_or_default(),
        Err(faults) => faults,
    }
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn points_at_what_is_wrong() {
    let expected = |expected, found: Option<&str>| Kind::Expected { expected, found: found.map(str::to_owned) };
    let name = |name: &str, near: Option<&str>| Kind::UnknownName { name: name.into(), near: near.map(str::to_owned) };
    let function =
        |name: &str, near: Option<&str>| Kind::UnknownFunction { name: name.into(), near: near.map(str::to_owned) };
    let arity = |function: &str, least, most, given| Kind::WrongArity { function: function.into(), least, most, given };
    let step = |step: &str| Kind::NoSuchStep { step: step.into() };
    let path = |function: &str, argument| Kind::NeedsPath { function: function.into(), argument };
    let number = |found| Kind::NeedsNumber { found };
    let clash = |left, right| Kind::TypeClash { left, right };
    let date = |text: &str| Kind::BadDate { text: text.into() };
    // Expression, the part pointed at, the fault.
    let cases = [
        ("", "", Kind::Empty),
        ("  ", "  ", Kind::Empty),
        ("1 # 2", "#", Kind::BadCharacter { found: '#' }),
        ("1 ＋ 2", "＋", Kind::BadCharacter { found: '＋' }),
        ("$age", "$", Kind::BadCharacter { found: '$' }),
        ("concat('a, 1)", "'a, 1)", Kind::OpenText),
        ("${age > 1", "${age > 1", Kind::OpenName),
        ("${my age} > 1", "${my age}", Kind::BadName { text: "my age".into() }),
        ("${}", "${}", Kind::BadName { text: String::new() }),
        ("${last-saved#}", "${last-saved#}", Kind::BadName { text: "last-saved#".into() }),
        ("1 +", "", expected(Expected::Operand, None)),
        ("* 2", "", expected(Expected::Operator, Some("2"))),
        ("1 2", "2", expected(Expected::Operator, Some("2"))),
        ("${age} ${age}", "${age}", expected(Expected::Operator, Some("${age}"))),
        ("(1 + 2", "", expected(Expected::CloseParenthesis, None)),
        ("1 + 2)", ")", expected(Expected::Operator, Some(")"))),
        ("max(1, 2", "", expected(Expected::CommaOrClose, None)),
        ("max(1 2)", "2", expected(Expected::CommaOrClose, Some("2"))),
        ("max(1,)", ")", expected(Expected::Operand, Some(")"))),
        ("${member}[1", "", expected(Expected::CloseBracket, None)),
        ("/data/", "", expected(Expected::Step, None)),
        ("/data/1", "1", expected(Expected::Step, Some("1"))),
        ("= 1", "=", expected(Expected::Operand, Some("="))),
        ("1 == 1", "=", expected(Expected::Operand, Some("="))),
        ("following::age", "following", Kind::UnknownAxis { name: "following".into() }),
        ("${agee} > 1", "${agee}", name("agee", Some("age"))),
        ("${yers}", "${yers}", name("yers", Some("years"))),
        ("${completely_else}", "${completely_else}", name("completely_else", None)),
        ("${last-saved#agee}", "${last-saved#agee}", name("agee", Some("age"))),
        ("/data/nope", "nope", name("nope", None)),
        ("/data/agee", "agee", name("agee", Some("age"))),
        ("/date/age", "date", name("date", Some("data"))),
        ("agee > 1", "agee", name("agee", Some("age"))),
        ("/data/age/x", "x", name("x", None)),
        ("../age", "..", step("..")),
        ("/", "(/)", step("/")),
        ("/data/age/self::name", "name", step("self::name")),
        ("${last-saved#age}/x", "x", step("x")),
        ("selectd(${likes}, 'a')", "selectd", function("selectd", Some("selected"))),
        ("Count(${member})", "Count", function("Count", Some("count"))),
        ("zzzzzzzz()", "zzzzzzzz", function("zzzzzzzz", None)),
        ("if(1, 2)", "if", arity("if", 3, Some(3), 2)),
        ("not()", "not", arity("not", 1, Some(1), 0)),
        ("today(1)", "today", arity("today", 0, Some(0), 1)),
        ("round(1, 2, 3)", "round", arity("round", 1, Some(2), 3)),
        ("checklist(1)", "checklist", arity("checklist", 2, None, 1)),
        ("instance()", "instance", arity("instance", 1, Some(1), 0)),
        (
            "weighted-checklist(1, 2, 3)",
            "weighted-checklist",
            Kind::UnpairedArgument { function: "weighted-checklist".into() },
        ),
        (
            "indexed-repeat(${nick}, ${member}, 1, ${member})",
            "indexed-repeat",
            Kind::UnpairedArgument { function: "indexed-repeat".into() },
        ),
        ("sum(1 + 2)", "1 + 2", path("sum", 1)),
        ("count('a')", "'a'", path("count", 1)),
        ("count-non-empty(today())", "today()", path("count-non-empty", 1)),
        ("jr:choice-name('a', 'b c')", "'b c'", path("jr:choice-name", 2)),
        ("jr:choice-name('a', '${age}')", "'${age}'", path("jr:choice-name", 2)),
        ("indexed-repeat(1, ${member}, 1)", "1", path("indexed-repeat", 1)),
        (
            "indexed-repeat(${nick}, ${pet}, 1)",
            "${pet}",
            Kind::NeedsRepeat { function: "indexed-repeat".into(), argument: 2 },
        ),
        (
            "instance(${name})/root/item/label",
            "${name}",
            Kind::NeedsLiteral { function: "instance".into(), argument: 1 },
        ),
        (
            "instance('leter')/root/item/label",
            "'leter'",
            Kind::UnknownList { name: "leter".into(), near: Some("letter".into()) },
        ),
        (
            "instance('letter')/root/item[nam = 1]/label",
            "nam",
            Kind::UnknownColumn { list: "letter".into(), name: "nam".into(), near: Some("name".into()) },
        ),
        (
            "instance('letter')/root/item/lable",
            "lable",
            Kind::UnknownColumn { list: "letter".into(), name: "lable".into(), near: Some("label".into()) },
        ),
        (
            "pulldata('letter', 'lable', 'name', 'a')",
            "'lable'",
            Kind::UnknownColumn { list: "letter".into(), name: "lable".into(), near: Some("label".into()) },
        ),
        ("pulldata('x', 'a', 'b', 'c')", "'x'", Kind::UnknownList { name: "x".into(), near: None }),
        ("${likes} + 1", "${likes}", number(Shape::Choices)),
        ("${place} * 2", "${place}", number(Shape::Point)),
        ("1 - ${photo}", "${photo}", number(Shape::File)),
        ("-'many'", "'many'", number(Shape::Text)),
        ("round('many')", "'many'", number(Shape::Text)),
        ("${age} > 'many'", "'many'", number(Shape::Text)),
        ("${born} > ${name} + 1", "${born} > ${name} + 1", clash(Shape::Date, Shape::TextArithmetic)),
        ("${name} * 2 <= today()", "${name} * 2 <= today()", clash(Shape::TextArithmetic, Shape::Date)),
        ("${born} = true()", "${born} = true()", clash(Shape::Date, Shape::Boolean)),
        ("${born} > ${likes}", "${born} > ${likes}", clash(Shape::Date, Shape::Choices)),
        ("${born} > ${woke}", "${born} > ${woke}", clash(Shape::Date, Shape::Time)),
        ("${likes} > 2", "${likes} > 2", clash(Shape::Choices, Shape::Number)),
        ("format-date(${place}, '%Y')", "${place}", clash(Shape::Date, Shape::Point)),
        ("${born} > 'soon'", "'soon'", date("soon")),
        ("${born} > '2026-02-30'", "'2026-02-30'", date("2026-02-30")),
        ("'1.3.2026' < today()", "'1.3.2026'", date("1.3.2026")),
        ("date('nonsense')", "'nonsense'", date("nonsense")),
        ("format-date('01/02/2026', '%Y')", "'01/02/2026'", date("01/02/2026")),
        ("format-date(${born}, '%Y-%Q')", "'%Y-%Q'", Kind::BadFormat { directive: "%Q".into() }),
        ("format-date(${born}, '%')", "'%'", Kind::BadFormat { directive: "%".into() }),
        ("digest('a', 'MD4')", "'MD4'", Kind::UnknownAlgorithm { name: "MD4".into() }),
        ("digest('a', 'MD5', 'hexa')", "'hexa'", Kind::UnknownEncoding { name: "hexa".into() }),
    ];
    let mut wrong = Vec::new();
    for (text, part, kind) in cases {
        let found = faults(text);
        let place = |fault: &ExprFault| text.get(fault.span.start as usize..fault.span.end as usize).map(str::to_owned);
        let part = if text == "/" { "/" } else { part };
        let part = if text == "* 2" { "2" } else { part };
        match found.as_slice() {
            [one] if one.kind == kind && place(one).as_deref() == Some(part) => {}
            other => wrong.push(format!("{text}: {:?}", other.iter().map(|f| (place(f), &f.kind)).collect::<Vec<_>>())),
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_bad_pattern_says_what_is_bad_about_it() {
    let found = faults("regex(${name}, '[a-z')");
    let [ExprFault { span, kind: Kind::BadRegex { pattern, reason } }] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((span.start, span.end, pattern.as_str()), (15, 21, "[a-z"));
    assert_eq!(reason, "unclosed character class");
}

#[test]
fn all_faults_come_at_once() {
    let found = faults("${agee} + foo(${nane}) > pulldata('x', 'a', 'b', bar())");
    assert_eq!(found.len(), 5, "{found:?}");
}

#[test]
fn says_nothing_of_what_is_right() {
    let right = [
        "${age} > 18 and selected(${likes}, 'a')",
        "${born} > '2026-01-01'",
        "${born} != ''",
        "${born} + 7 > today()",
        "${born} > ${age} + 1",
        "int((today() - ${born}) div 365.25) >= 18",
        "${name} + 1 > 2",
        "${likes} = ''",
        "${likes} != 'a b'",
        "${place} = ''",
        "${woke} > '06:00'",
        "'10' > '9'",
        "count(${member}[years > 3]) + sum(${years})",
        "sum(${member}/years | ${age})",
        "position(..) = 1 or position() > 2",
        "indexed-repeat(${nick}, ${member}, 1)",
        "jr:choice-name('a', '${pick}')",
        "instance('letter')/root/item[name = 'a' and group = ${age}]/label",
        "count(instance('letter')/root/item) > 0",
        "once(random())",
        "format-date(today() + 1, '%a %d.%m.')",
        "max(${years}, 1, ${age})",
        "/data/*[. != '']",
        "if(${age} > 1, ${born}, '') != ''",
    ];
    for text in right.map(|text| text.replace("position(..)", "position(${member}[1])")) {
        assert_eq!(faults(&text), [], "{text}");
    }
}

#[test]
fn names_in_a_choice_filter_are_columns() {
    let survey = survey();
    let filter =
        |text: &str| Expr::parse(text).unwrap().resolve_filter(&survey, survey.by_name("pick").unwrap(), "letter");
    for right in ["group = ${age}", "name != ../name or group = current()/../age", "./group = 'x'", "true()"] {
        let allowed = right.replace("../name or ", "'b' or ");
        assert_eq!(filter(&allowed).err(), None, "{allowed}");
    }
    let kind = |text: &str| filter(text).unwrap_err().remove(0).kind;
    let near = Some("group".into());
    assert_eq!(kind("grop = ${age}"), Kind::UnknownColumn { list: "letter".into(), name: "grop".into(), near });
    assert_eq!(kind("../age = 3"), Kind::NoSuchStep { step: "..".into() });
}

#[test]
fn nesting_has_a_limit() {
    let survey = survey();
    for (open, close) in [("(", ")"), ("-", ""), ("not(", ")"), ("/data[", "]"), ("(1 + ", ")")] {
        let text = |n: usize| format!("{}1{}", open.repeat(n), close.repeat(n));
        // As deep as allowed, everything still fits on the stack of a thread.
        let deep = Expr::parse(&text(190)).unwrap();
        let program = deep.resolve_leniently(&survey, NodeId::ROOT).unwrap();
        let value = program.eval(&survey, &survey, SURVEY);
        assert_eq!(Expr::parse(&deep.to_string()).unwrap(), deep, "{open}: {value:?}");
        let fault = Expr::parse(&text(20_000)).unwrap_err().remove(0);
        assert_eq!(fault.kind, Kind::TooDeep { limit: 200 }, "{open}");
    }
    let long = vec!["1"; 20_000].join(" + ");
    let program = Expr::parse(&long).unwrap().resolve(&survey, NodeId::ROOT).unwrap();
    assert_eq!(program.constant().unwrap().number(), 20_000.0);
}
