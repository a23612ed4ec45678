//! What holds of every expression: it prints as it parses, and nothing makes it panic.

use babahui::domain::{
    Span,
    expr::{
        Expr, NodeId, XValue,
        ast::{Ast, AstKind, At, Axis, BinaryOp, Call, Path, Start, Step, Test},
    },
    survey::Kind,
};
use proptest::prelude::*;

use super::world::{List, SURVEY, World};

fn at<T>(it: T) -> At<T> {
    At { span: Span::default(), it }
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("age".to_owned()),
        Just("m".to_owned()),
        Just("g".to_owned()),
        Just("d".to_owned()),
        Just("sel".to_owned()),
        Just("and".to_owned()),
        Just("div".to_owned()),
        Just("院落-1".to_owned()),
        "[a-z_][a-z0-9_.-]{0,5}",
    ]
}

const FUNCTIONS: [&str; 40] = [
    "count",
    "sum",
    "join",
    "concat",
    "if",
    "selected",
    "substr",
    "date",
    "format-date",
    "round",
    "position",
    "coalesce",
    "max",
    "indexed-repeat",
    "once",
    "randomize",
    "regex",
    "translate",
    "distance",
    "area",
    "uuid",
    "checklist",
    "weighted-checklist",
    "selected-at",
    "int",
    "pow",
    "number",
    "decimal-date-time",
    "last",
    "current",
    "pulldata",
    "jr:choice-name",
    "digest",
    "instance",
    "today",
    "now",
    "true",
    "not",
    "count-non-empty",
    "date-time",
];

fn function() -> impl Strategy<Value = String> {
    prop_oneof![9 => prop::sample::select(&FUNCTIONS[..]).prop_map(str::to_owned), 1 => "[a-z]{1,6}"]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        (0..100_u32).prop_map(f64::from),
        (0.0..1e6).prop_map(f64::abs),
        Just(0.0),
        Just(f64::MAX),
        Just(9_007_199_254_740_993.0),
        any::<f64>().prop_map(|n| if n.is_finite() { n.abs() } else { 1.0 }),
    ]
}

fn literal() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("2026-03-01".to_owned()),
        Just("%Y-%a".to_owned()),
        Just("letter".to_owned()),
        Just("it's".to_owned()),
        Just("${sel}".to_owned()),
        "[ -~\u{4e00}-\u{4e10}]{0,8}".prop_map(|t| t.replace('"', "")),
    ]
}

fn steps(inner: impl Strategy<Value = Ast> + Clone + 'static) -> impl Strategy<Value = Vec<Step>> {
    let test = prop_oneof![6 => name().prop_map(Test::Name), 1 => Just(Test::Any), 1 => Just(Test::Node)];
    let axis = prop_oneof![4 => Just(Axis::Child), 1 => Just(Axis::Parent), 1 => Just(Axis::Itself)];
    let predicates = prop_oneof![3 => Just(vec![]), 1 => prop::collection::vec(inner, 1..3)];
    let step = (axis, test, predicates).prop_map(|(axis, test, predicates)| Step { axis, test: at(test), predicates });
    prop::collection::vec(step, 1..4)
}

fn path(inner: impl Strategy<Value = Ast> + Clone + 'static) -> impl Strategy<Value = Ast> {
    let predicates = prop::collection::vec(inner.clone(), 0..2);
    let named = prop_oneof![4 => name().prop_map(Start::Name), 1 => name().prop_map(Start::LastSaved)];
    let rooted = prop_oneof![Just(Start::Root), Just(Start::Anywhere), Just(Start::Here)];
    let call = (function(), prop::collection::vec(inner.clone(), 0..3))
        .prop_map(|(name, args)| at(AstKind::Call(Call { name: at(name), args })));
    let nodes = prop_oneof![inner.clone(), call];
    prop_oneof![
        (rooted, steps(inner.clone())).prop_map(|(start, steps)| (start, vec![], steps)),
        (named, predicates, prop_oneof![Just(vec![]), steps(inner.clone())]),
        (nodes, prop::collection::vec(inner.clone(), 1..2), prop_oneof![Just(vec![]), steps(inner)])
            .prop_map(|(nodes, predicates, steps)| (Start::Nodes(Box::new(nodes)), predicates, steps)),
        Just((Start::Root, vec![], vec![])),
    ]
    .prop_map(|(start, predicates, steps)| at(AstKind::Path(Box::new(Path { start: at(start), predicates, steps }))))
}

/// Any tree the grammar has.
fn tree() -> impl Strategy<Value = Ast> {
    let leaf = prop_oneof![
        number().prop_map(|n| at(AstKind::Number(n))),
        literal().prop_map(|t| at(AstKind::Text(t))),
        name().prop_map(|n| {
            at(AstKind::Path(Box::new(Path { start: at(Start::Name(n)), predicates: vec![], steps: vec![] })))
        }),
    ];
    leaf.prop_recursive(4, 40, 4, |inner| {
        let chain =
            (inner.clone(), 1..9_u8, prop::collection::vec((any::<prop::sample::Index>(), inner.clone()), 1..4))
                .prop_filter_map("no operator of that strength", |(first, level, rest)| {
                    let ops: Vec<BinaryOp> = BinaryOp::ALL.into_iter().filter(|op| op.precedence() == level).collect();
                    if ops.is_empty() {
                        return None;
                    }
                    let rest = rest.into_iter().map(|(i, right)| (at(*i.get(&ops)), right)).collect();
                    Some(at(AstKind::Chain(Box::new(first), rest)))
                });
        prop_oneof![
            2 => chain,
            1 => inner.clone().prop_map(|i| at(AstKind::Negate(Box::new(i)))),
            2 => (function(), prop::collection::vec(inner.clone(), 0..5))
                .prop_map(|(name, args)| at(AstKind::Call(Call { name: at(name), args }))),
            2 => path(inner),
        ]
    })
}

fn world() -> World {
    let xml = "<data><age>30</age><sel>a b</sel><d>2026-03-01</d><m><g>1</g><v><x>1</x></v><v><x>2</x></v></m><m><g/></m></data>";
    let kinds = [
        ("age", Kind::Integer),
        ("sel", Kind::SelectMultiple),
        ("d", Kind::Date),
        ("m", Kind::Repeat),
        ("v", Kind::Repeat),
        ("g", Kind::Decimal),
    ];
    let mut world = World::new(xml, &kinds);
    let rows = vec![vec!["a".to_owned(), "Alpha".to_owned()], vec!["b".to_owned(), "Beta".to_owned()]];
    world.lists.push(List { name: "letter", columns: &["name", "label"], rows });
    world
}

/// Resolves and evaluates in every way there is.
fn run(expr: &Expr) {
    let world = world();
    let places = [SURVEY, world.at("age", &[]), world.at("g", &[1]), world.at("m", &[2]), world.at("x", &[1, 2])];
    for place in places {
        let _ = expr.resolve(&world, place.node);
        if let Ok(program) = expr.resolve_leniently(&world, place.node) {
            let value = program.eval(&world, &world, place);
            let _ = (value.text(), value.number());
            if !program.reads_random() {
                assert_eq!(value.boolean(), program.holds(&world, &world, place), "{expr}");
            }
            let both = [world.at("g", &[1]), world.at("g", &[2])];
            if !program.reads_random() && place == both[0] {
                let each = both.map(|at| program.eval(&world, &world, at).text());
                let together = program.eval_at(&world, &world, &both).iter().map(XValue::text).collect::<Vec<_>>();
                assert_eq!(together, each, "{expr}");
            }
            for kind in [Kind::Integer, Kind::Date, Kind::Time, Kind::DateTime, Kind::Geopoint, Kind::SelectMultiple] {
                let _ = value.clone().into_value(kind);
            }
        }
    }
    if let Ok(program) = expr.resolve_filter(&world, NodeId::ROOT, "letter") {
        let _ = program.admits(&world, &world, SURVEY, "letter", 0);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn printing_then_parsing_gives_the_same_tree(ast in tree()) {
        let expr = Expr { ast };
        let text = expr.to_string();
        let again = Expr::parse(&text).map_err(|faults| TestCaseError::fail(format!("{text}: {faults:?}")))?;
        prop_assert_eq!(&again, &expr, "{}", text);
        prop_assert_eq!(again.to_string(), text);
    }

    #[test]
    fn no_tree_makes_evaluation_panic(ast in tree()) {
        run(&Expr { ast });
    }

    #[test]
    fn no_text_makes_parsing_panic(text in any::<String>()) {
        let _ = Expr::parse(&text);
    }

    #[test]
    fn no_text_of_the_alphabet_makes_anything_panic(
        parts in prop::collection::vec(prop::sample::select(&[
            "1", "'a'", "'", "(", ")", "[", "]", "/", "//", ".", "..", "*", "+", "-", "div", "and", "=", "<", "|", ",", "::",
            "${m}", "${", "count", "position()", "last()", "/data", "m", "g", "child::", "self::node()", " ", "院", "1e9",
        ][..]), 0..12)
    ) {
        if let Ok(expr) = Expr::parse(&parts.concat()) {
            run(&expr);
        }
    }
}
