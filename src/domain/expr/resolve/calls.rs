//! Function calls: the function by its name, its arguments by their kinds.

use super::super::{
    Expr, ExprFaultKind, NodeId, Shape, XValue,
    ast::{Ast, AstKind, At, Axis, Call, Path, Start, Step, Test},
    calendar,
    code::{Code, IndexedRepeat, StartCode},
    function::{Algorithm, Arg, Effect, Encoding, Function, find, names, unknown_directive},
    pattern,
    value::number_of,
};
use super::resolver::{Resolved, Resolver, Scope, Use, literal};
use super::walk::repeats;
use crate::domain::{Span, near};

impl Resolver<'_> {
    pub(super) fn call(&mut self, call: &Call, span: Span, scope: Scope<'_>, use_: Use) -> Resolved {
        let name = call.name.it.as_str();
        let Some(function) = find(name) else {
            let near = near(name, names()).map(str::to_owned);
            self.fault(call.name.span, ExprFaultKind::UnknownFunction { name: name.to_owned(), near });
            // What stands in the call is looked at all the same, so that all faults come at once.
            for arg in &call.args {
                self.part(arg, scope, Use::Existence);
            }
            return Resolved::faulty();
        };
        if !self.check_arity(name, function.least, function.most, call) {
            for arg in &call.args {
                self.part(arg, scope, Use::Existence);
            }
            return Resolved::faulty();
        }
        match name {
            "instance" => self.list(
                call,
                &path_of(span, Start::Nodes(Box::new(Ast { span, it: AstKind::Number(0.0) })), vec![]),
                scope,
            ),
            "current" => self.here(span, scope, use_),
            "jr:choice-name" => self.choice_name(call, scope),
            "indexed-repeat" => self.indexed_repeat(call, scope),
            "normalize-space" if call.args.is_empty() => {
                let own = path_of(
                    span,
                    Start::Here,
                    vec![Step { axis: Axis::Itself, test: At { span, it: Test::Node }, predicates: vec![] }],
                );
                let own = self.path(&own, span, scope, Use::Answers);
                Resolved::new(Code::Call(function, vec![own.code]), function.gives)
            }
            "regex" => match literal(&call.args[1]).map(str::to_owned) {
                Some(pattern) => self.regex(function, call, &pattern, scope),
                None => self.plain_call(function, call, scope),
            },
            _ => {
                self.check_words(call);
                self.plain_call(function, call, scope)
            }
        }
    }

    /// Reports a wrong number of arguments; true when it is right.
    pub(super) fn check_arity(&mut self, name: &str, least: usize, most: Option<usize>, call: &Call) -> bool {
        let given = call.args.len();
        let right = given >= least && most.is_none_or(|most| given <= most);
        if !right {
            let kind = ExprFaultKind::WrongArity { function: name.to_owned(), least, most, given };
            self.fault(call.name.span, kind);
        }
        right
    }

    fn plain_call(&mut self, function: &'static Function, call: &Call, scope: Scope<'_>) -> Resolved {
        let outside = std::mem::take(&mut self.effects);
        let mut args = Vec::with_capacity(call.args.len());
        let mut node = None;
        for (i, ast) in call.args.iter().enumerate() {
            let kind = function.arg(i);
            let part = self.part(ast, scope, if kind == Arg::Places { Use::Existence } else { Use::Answers });
            self.check_argument(function, i, ast, &part);
            node = node.or(part.node);
            args.push(part.code);
        }
        self.note_effect(function, call, scope, node);
        let shares = self.effects.is_shared() && function.aggregates() && args.iter().any(forks);
        self.effects = self.effects.and(outside);
        let mut code = self.folded(Code::Call(function, args));
        if shares {
            code = Code::Shared(self.slots, Box::new(code));
            self.slots += 1;
        }
        let node = node.filter(|_| function.name == "randomize");
        Resolved { code, shape: function.gives, node }
    }

    fn check_argument(&mut self, function: &Function, index: usize, ast: &Ast, part: &Resolved) {
        match function.arg(index) {
            Arg::Any => {}
            Arg::Number => self.check_number(ast, part.shape),
            Arg::Date => {
                let text = literal(ast).map(str::trim).filter(|t| !t.is_empty());
                if let Some(text) = text
                    && calendar::moment(text).is_none()
                    && number_of(text).is_nan()
                {
                    self.doubt(ast.span, ExprFaultKind::BadDate { text: text.to_owned() });
                }
                if matches!(part.shape, Shape::Boolean | Shape::Choices | Shape::Point | Shape::File | Shape::Time) {
                    self.doubt(ast.span, ExprFaultKind::TypeClash { left: Shape::Date, right: part.shape });
                }
            }
            Arg::Nodes | Arg::Places => {
                let is_path = match &part.code {
                    // Nothing stands for what was already reported.
                    Code::Path(_) | Code::IndexedRepeat(_) | Code::Constant(XValue::Nothing) => true,
                    Code::Chain(..) => {
                        matches!(&ast.it, AstKind::Path(_) | AstKind::Chain(..)) && part.shape == Shape::Any
                    }
                    Code::Call(inner, _) => inner.name == "randomize",
                    _ => false,
                };
                if !is_path {
                    let kind = ExprFaultKind::NeedsPath { function: function.name.to_owned(), argument: index + 1 };
                    self.doubt(ast.span, kind);
                }
            }
        }
    }

    fn note_effect(&mut self, function: &Function, call: &Call, scope: Scope<'_>, node: Option<NodeId>) {
        match function.effect {
            Effect::None | Effect::World => self.effects.local |= function.name == "last",
            Effect::Clock => {
                self.effects.clock = true;
                self.effects.moment |= function.name == "now";
            }
            Effect::Random => self.effects.random = true,
            Effect::RandomUnseeded => self.effects.random |= call.args.len() < 2,
            Effect::Kept => {
                self.effects.keeps = true;
                self.effects.context = true;
            }
            Effect::Language => {
                let pattern = call.args.get(1).and_then(literal);
                self.effects.language |=
                    pattern.is_none_or(|p| ["%a", "%A", "%b", "%B"].iter().any(|name| p.contains(name)));
            }
            // In a predicate, `position()` is a place among what the predicate tests.
            Effect::Position if call.args.is_empty() && (!scope.outermost || scope.list.is_some()) => {
                self.effects.local = true;
            }
            Effect::Position => {
                let repeat = node.unwrap_or(self.current);
                self.effects.position = true;
                self.effects.context = true;
                if self.is_repeat(repeat) {
                    self.reads.push(repeat);
                }
            }
        }
    }

    /// The node of the whole expression.
    fn here(&mut self, span: Span, scope: Scope<'_>, use_: Use) -> Resolved {
        let name = At { span, it: "current".to_owned() };
        let inner = Ast { span, it: AstKind::Call(Call { name, args: vec![] }) };
        self.path(&path_of(span, Start::Nodes(Box::new(inner)), vec![]), span, scope, use_)
    }

    fn regex(&mut self, function: &'static Function, call: &Call, pattern_text: &str, scope: Scope<'_>) -> Resolved {
        let text = self.part(&call.args[0], scope, Use::Answers);
        let code = match pattern::compile(pattern_text) {
            Ok(regex) => self.folded(Code::Regex(Box::new(text.code), regex)),
            Err(reason) => {
                self.doubt(call.args[1].span, ExprFaultKind::BadRegex { pattern: pattern_text.to_owned(), reason });
                Code::Constant(XValue::Boolean(false))
            }
        };
        Resolved::new(code, function.gives)
    }

    /// `jr:choice-name(choice, '${question}')`; the question stands in quotation marks or without.
    fn choice_name(&mut self, call: &Call, scope: Scope<'_>) -> Resolved {
        let choice = self.part(&call.args[0], scope, Use::Answers);
        self.effects.language = true;
        let place = &call.args[1];
        let node = match literal(place) {
            Some(text) => match Expr::parse(text.trim()) {
                Ok(inner) => {
                    let known = self.faults.len();
                    let node = self.node_of(&inner.ast, scope);
                    // Their places are inside the text; what a person can find is the text.
                    self.faults[known..].iter_mut().for_each(|fault| fault.span = place.span);
                    node
                }
                Err(_) => None,
            },
            None => self.node_of(place, scope),
        };
        if let Some(node) = node.filter(|node| self.schema.kind(*node).picks_choices()) {
            return Resolved::new(Code::ChoiceName(Box::new(choice.code), node), Shape::Text);
        }
        self.doubt(place.span, ExprFaultKind::NeedsPath { function: call.name.it.clone(), argument: 2 });
        Resolved::new(Code::Constant(XValue::Text(String::new())), Shape::Text)
    }

    fn indexed_repeat(&mut self, call: &Call, scope: Scope<'_>) -> Resolved {
        let function = &call.name.it;
        let target = self.node_of(&call.args[0], scope);
        let Some(target) = target else {
            let kind = ExprFaultKind::NeedsPath { function: function.clone(), argument: 1 };
            self.doubt(call.args[0].span, kind);
            return Resolved::faulty();
        };
        let around = repeats(self.schema, target);
        // One index, of the innermost repeat: the others are those around the expression.
        let back = match &call.args[1..] {
            [_, index] => around.last().and_then(|repeat| self.back_by_index(*repeat, index)),
            _ => None,
        };
        self.read_back(target, back);
        let mut levels: Vec<(NodeId, Option<Code>)> = around.iter().map(|repeat| (*repeat, None)).collect();
        self.reads.extend(&around);
        for (i, pair) in call.args[1..].chunks(2).enumerate() {
            let [repeat_ast, index_ast] = pair else {
                self.fault(call.name.span, ExprFaultKind::UnpairedArgument { function: function.clone() });
                break;
            };
            let repeat = self.node_of(repeat_ast, scope);
            let index = self.part(index_ast, scope, Use::Answers);
            self.check_number(index_ast, index.shape);
            if let Some(level) = levels.iter_mut().find(|(level, _)| Some(*level) == repeat) {
                level.1 = Some(index.code);
            } else {
                let kind = ExprFaultKind::NeedsRepeat { function: function.clone(), argument: 2 + 2 * i };
                self.doubt(repeat_ast.span, kind);
            }
        }
        self.effects.context |= levels.iter().any(|(_, index)| index.is_none());
        let code = Code::IndexedRepeat(Box::new(IndexedRepeat { target, levels }));
        Resolved { code, shape: self.shape(target), node: Some(target) }
    }

    /// Checks the literal words some functions take: algorithms, patterns, lists, columns, pairs.
    fn check_words(&mut self, call: &Call) {
        let word = |i: usize| call.args.get(i).and_then(|ast| Some((literal(ast)?.to_owned(), ast.span)));
        match call.name.it.as_str() {
            "digest" => {
                if let Some((name, span)) = word(1)
                    && Algorithm::named(&name).is_none()
                {
                    self.doubt(span, ExprFaultKind::UnknownAlgorithm { name });
                }
                if let Some((name, span)) = word(2)
                    && Encoding::named(&name).is_none()
                {
                    self.doubt(span, ExprFaultKind::UnknownEncoding { name });
                }
            }
            "format-date" | "format-date-time" => {
                if let Some((pattern, span)) = word(1)
                    && let Some(directive) = unknown_directive(&pattern)
                {
                    self.doubt(span, ExprFaultKind::BadFormat { directive });
                }
            }
            "pulldata" => {
                if let Some((list, span)) = word(0)
                    && self.check_list(&list, span)
                {
                    for (column, span) in [word(1), word(2)].into_iter().flatten() {
                        self.check_column(&list, &At { span, it: column });
                    }
                }
            }
            "weighted-checklist" if !call.args.len().is_multiple_of(2) => {
                self.fault(call.name.span, ExprFaultKind::UnpairedArgument { function: call.name.it.clone() });
            }
            _ => {}
        }
    }
}

fn path_of(span: Span, start: Start, steps: Vec<Step>) -> Path {
    Path { start: At { span, it: start }, predicates: vec![], steps }
}

/// Whether going through the nodes of an argument takes longer with more instances.
fn forks(code: &Code) -> bool {
    match code {
        Code::Path(path) => match &path.start {
            StartCode::Plain(plain) => !plain.descents.is_empty() || !path.moves.is_empty(),
            StartCode::List(_) | StartCode::Nodes(_) => true,
            StartCode::Item { .. } | StartCode::Empty => false,
        },
        Code::Chain(..) => true,
        _ => false,
    }
}
