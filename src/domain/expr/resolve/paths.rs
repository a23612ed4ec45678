//! Paths: `/data/a`, `../a`, `${name}`, `instance('list')/root/item[..]/label`.

use super::super::{
    ExprFaultKind, NodeId, Shape, XValue,
    ast::{Ast, AstKind, At, Axis, BinaryOp, Call, Path, Start, Step, Test},
    code::{Base, Code, ListCode, Move, PathCode, Predicate, StartCode},
};
use super::earlier::Back;
use super::key::key_of;
use super::resolver::{Resolved, Resolver, Rigour, Scope, Use, literal};
use super::walk::Walk;
use crate::domain::{Span, near, survey::Kind};

/// Columns every choice list has.
const OWN_COLUMNS: [&str; 2] = ["name", "label"];

impl Resolver<'_> {
    pub(super) fn path(&mut self, path: &Path, span: Span, scope: Scope<'_>, use_: Use) -> Resolved {
        match &path.start.it {
            Start::LastSaved(name) => self.last_saved(name, path),
            Start::Name(name) => match self.by_name(name, path.start.span) {
                Some(node) => self.named(node, path, scope, use_),
                None => Resolved::faulty(),
            },
            Start::Root => self.steps(vec![Walk::document()], &path.steps, span, scope, use_),
            Start::Anywhere => self.anywhere(path, span, scope, use_),
            Start::Here => {
                if let Some(list) = scope.list {
                    return self.item(list, path);
                }
                let walk = Walk::here(self.schema, Base::Here, scope.node);
                self.steps(vec![walk], &path.steps, span, scope, use_)
            }
            Start::Nodes(inner) => match &inner.it {
                AstKind::Call(call) if call.name.it == "instance" => self.list(call, path, scope),
                AstKind::Call(call) if call.name.it == "current" && call.args.is_empty() => {
                    let mut walk = Walk::here(self.schema, Base::Current, self.current);
                    walk.filter(self.predicates(&path.predicates, Some(self.current), scope));
                    self.steps(vec![walk], &path.steps, span, scope, use_)
                }
                _ => self.nodes(inner, path, scope, use_),
            },
        }
    }

    /// The node called `name`, or a fault.
    fn by_name(&mut self, name: &str, span: Span) -> Option<NodeId> {
        let found = self.schema.by_name(name);
        if found.is_none() {
            let near = near(name, self.schema.names()).map(str::to_owned);
            self.fault(span, ExprFaultKind::UnknownName { name: name.to_owned(), near });
        }
        found
    }

    /// `${last-saved#name}`.
    fn last_saved(&mut self, name: &str, path: &Path) -> Resolved {
        if let Some(step) = path.steps.first() {
            self.fault(step.test.span, ExprFaultKind::NoSuchStep { step: step.to_string() });
        }
        let Some(node) = self.by_name(name, path.start.span) else { return Resolved::faulty() };
        self.effects.last_saved = true;
        Resolved::new(Code::LastSaved(node), self.shape(node))
    }

    /// `${name}`, its predicates and steps.
    fn named(&mut self, node: NodeId, path: &Path, scope: Scope<'_>, use_: Use) -> Resolved {
        let mut walk = Walk::by_name(self.schema, Base::Here, scope.node, node);
        if !path.predicates.is_empty() {
            let predicates = self.predicates(&path.predicates, Some(node), scope);
            walk.back = self.back_by_predicate(node, &path.predicates);
            match walk.split_last(self.schema) {
                Some(child) => walk.down(self.schema, child, predicates),
                None => walk.filter(predicates),
            }
        }
        if path.steps.is_empty() {
            return self.arrived(walk, path.start.span, scope, use_).unwrap_or_else(Self::empty);
        }
        self.steps(vec![walk], &path.steps, path.start.span, scope, use_)
    }

    /// `//name`: wherever it stands, all instances.
    fn anywhere(&mut self, path: &Path, span: Span, scope: Scope<'_>, use_: Use) -> Resolved {
        let Some((first, rest)) = path.steps.split_first() else { return Resolved::faulty() };
        let Test::Name(name) = &first.test.it else {
            self.doubt(first.test.span, ExprFaultKind::NoSuchStep { step: first.to_string() });
            return Self::empty();
        };
        if self.rigour == Rigour::Lenient && self.schema.by_name(name).is_none() {
            return Self::empty();
        }
        let Some(node) = self.by_name(name, first.test.span) else { return Resolved::faulty() };
        let mut walk = Walk::by_name(self.schema, Base::Root, NodeId::ROOT, node);
        walk.filter(self.predicates(&first.predicates, Some(node), scope));
        self.steps(vec![walk], rest, span, scope, use_)
    }

    /// An unknown path, when those are allowed.
    fn empty() -> Resolved {
        Resolved::new(Code::Path(Box::new(PathCode { start: StartCode::Empty, moves: vec![] })), Shape::Any)
    }

    /// Follows steps. `*` forks the walk, so there may be several.
    fn steps(&mut self, mut walks: Vec<Walk>, steps: &[Step], span: Span, scope: Scope<'_>, use_: Use) -> Resolved {
        for step in steps {
            let mut next = Vec::new();
            let many = walks.len() > 1;
            for walk in walks {
                self.step(walk, step, scope, many, &mut next);
            }
            walks = next;
        }
        let mut parts: Vec<Resolved> =
            walks.into_iter().filter_map(|walk| self.arrived(walk, span, scope, use_)).collect();
        match parts.len() {
            0 => Self::empty(),
            1 => parts.remove(0),
            _ => {
                let first = parts.remove(0).code;
                let rest = parts.into_iter().map(|part| (BinaryOp::Union, part.code)).collect();
                Resolved::new(Code::Chain(Box::new(first), rest), Shape::Any)
            }
        }
    }

    /// One step of one walk; `out` receives where it leads.
    fn step(&mut self, mut walk: Walk, step: &Step, scope: Scope<'_>, many: bool, out: &mut Vec<Walk>) {
        match step.axis {
            Axis::Child => {
                let children = self.children(&walk, step, many);
                let many = many || children.len() > 1;
                for child in children {
                    let mut walk = walk.clone();
                    walk.back = self.back_by_predicate(child, &step.predicates).or(walk.back);
                    let predicates = self.forked(many, |r| r.predicates(&step.predicates, Some(child), scope));
                    if walk.node.is_none() {
                        walk.down(self.schema, child, vec![]);
                        walk.filter(predicates);
                    } else {
                        walk.down(self.schema, child, predicates);
                    }
                    out.push(walk);
                }
                return;
            }
            Axis::Parent if !walk.up(self.schema) => {
                self.doubt(step.test.span, ExprFaultKind::NoSuchStep { step: step.to_string() });
                return;
            }
            Axis::Parent | Axis::Itself => {}
        }
        if let (Test::Name(name), Some(node)) = (&step.test.it, walk.node)
            && self.schema.name(node) != name
        {
            self.doubt(step.test.span, ExprFaultKind::NoSuchStep { step: step.to_string() });
            return;
        }
        let predicates = self.predicates(&step.predicates, walk.node, scope);
        walk.filter(predicates);
        out.push(walk);
    }

    /// The children a step leads to.
    fn children(&mut self, walk: &Walk, step: &Step, many: bool) -> Vec<NodeId> {
        let all = match walk.node {
            Some(node) => self.schema.children(node).to_vec(),
            None => vec![NodeId::ROOT],
        };
        let Test::Name(name) = &step.test.it else { return all };
        let found = all.iter().find(|child| self.schema.name(**child) == name);
        if found.is_none() && !many {
            let siblings: Vec<&str> = all.iter().map(|child| self.schema.name(*child)).collect();
            // The question exists, but not here: its own name is what was meant.
            let elsewhere = self.schema.by_name(name).map(|_| name.as_str());
            let near = elsewhere.or_else(|| near(name, siblings)).or_else(|| near(name, self.schema.names()));
            let near = near.map(str::to_owned);
            self.doubt(step.test.span, ExprFaultKind::UnknownName { name: name.clone(), near });
        }
        found.copied().into_iter().collect()
    }

    /// Runs `inner` without doubts when it runs once for each of several children.
    fn forked<T>(&mut self, many: bool, inner: impl FnOnce(&mut Self) -> T) -> T {
        let rigour = self.rigour;
        if many {
            self.rigour = Rigour::Lenient;
        }
        let result = inner(self);
        self.rigour = rigour;
        result
    }

    /// Predicates on nodes of the response.
    fn predicates(&mut self, predicates: &[Ast], node: Option<NodeId>, scope: Scope<'_>) -> Vec<Predicate> {
        let node = node.unwrap_or(scope.node);
        self.predicates_in(predicates, Scope { node, list: None, outermost: false })
    }

    fn predicates_in(&mut self, predicates: &[Ast], scope: Scope<'_>) -> Vec<Predicate> {
        let outside = self.effects.local;
        let predicate = |ast| match self.part(ast, scope, Use::Answers).code {
            Code::Constant(XValue::Number(n)) => Predicate::Place(n),
            code => Predicate::Test(code),
        };
        let list = predicates.iter().map(predicate).collect();
        // What a predicate tests is settled inside it.
        self.effects.local = outside;
        list
    }

    /// The code of a walk that has arrived, and what it reads.
    fn arrived(&mut self, walk: Walk, span: Span, scope: Scope<'_>, use_: Use) -> Option<Resolved> {
        let (Some(plain), Some(node)) = (walk.plain(self.schema), walk.node) else {
            self.doubt(span, ExprFaultKind::NoSuchStep { step: "/".to_owned() });
            return None;
        };
        let outside = scope.outermost && walk.base == Base::Here || walk.base == Base::Current;
        let fixed = walk.anchor == NodeId::ROOT;
        self.effects.context |= outside && !fixed;
        self.effects.local |= !scope.outermost && walk.base == Base::Here && !fixed;
        self.reads.extend(&plain.descents);
        self.note_moves(&walk.moves, node, use_, walk.back);
        let shape = self.shape(node);
        let path = PathCode { start: StartCode::Plain(plain), moves: walk.moves };
        Some(Resolved { code: Code::Path(Box::new(path)), shape, node: Some(node) })
    }

    fn note_moves(&mut self, moves: &[Move], node: NodeId, use_: Use, back: Option<Back>) {
        for step in moves {
            if let Move::Child { node, repeat: true, .. } = step {
                self.reads.push(*node);
            }
        }
        if use_ == Use::Answers {
            self.read_back(node, back);
        }
    }

    /// `(..)[..]/..` and calls that give nodes.
    fn nodes(&mut self, inner: &Ast, path: &Path, scope: Scope<'_>, use_: Use) -> Resolved {
        let start_use = if path.steps.is_empty() { use_ } else { Use::Existence };
        let start = self.part(inner, scope, start_use);
        let mut moves = Vec::new();
        if !path.predicates.is_empty() {
            moves.push(Move::Filter(self.predicates(&path.predicates, start.node, scope)));
        }
        if path.steps.is_empty() {
            let code = PathCode { start: StartCode::Nodes(start.code), moves };
            return Resolved { code: Code::Path(Box::new(code)), shape: start.shape, node: start.node };
        }
        let Some(node) = start.node else {
            let step = &path.steps[0];
            self.doubt(step.test.span, ExprFaultKind::NoSuchStep { step: step.to_string() });
            return Self::empty();
        };
        let mut walk = Walk::here(self.schema, Base::Here, node);
        // The nodes are found when they are needed; from them on, every step is a move.
        walk.filter(vec![Predicate::Test(Code::Constant(XValue::Boolean(true)))]);
        let mut walks = vec![walk];
        for step in &path.steps {
            let mut next = Vec::new();
            for walk in walks {
                self.step(walk, step, scope, false, &mut next);
            }
            walks = next;
        }
        let Some(walk) = walks.into_iter().next() else { return Self::empty() };
        moves.extend(walk.moves.into_iter().skip(1));
        let Some(node) = walk.node else { return Self::empty() };
        self.note_moves(&moves, node, use_, None);
        let shape = self.shape(node);
        let code = PathCode { start: StartCode::Nodes(start.code), moves };
        Resolved { code: Code::Path(Box::new(code)), shape, node: Some(node) }
    }

    /// The item a choice filter or predicate looks at: `.`, `name`, `./name`.
    fn item(&mut self, list: &str, path: &Path) -> Resolved {
        self.effects.local = true;
        let mut column = None;
        for step in &path.steps {
            match (step.axis, &step.test.it) {
                (Axis::Itself, Test::Node) if step.predicates.is_empty() => {}
                (Axis::Child, Test::Name(name)) if column.is_none() && step.predicates.is_empty() => {
                    self.check_column(list, &At { span: step.test.span, it: name.clone() });
                    column = Some(name.clone());
                }
                _ => {
                    self.doubt(step.test.span, ExprFaultKind::NoSuchStep { step: step.to_string() });
                    return Self::empty();
                }
            }
        }
        let code = PathCode { start: StartCode::Item { column }, moves: vec![] };
        Resolved::new(Code::Path(Box::new(code)), Shape::Any)
    }

    /// Reports an unknown column.
    pub(super) fn check_column(&mut self, list: &str, name: &At<String>) {
        let Some(columns) = self.schema.list_columns(list) else { return };
        let known = OWN_COLUMNS.contains(&name.it.as_str()) || columns.contains(&name.it.as_str());
        if !known {
            let near = near(&name.it, columns.into_iter().chain(OWN_COLUMNS)).map(str::to_owned);
            let kind = ExprFaultKind::UnknownColumn { list: list.to_owned(), name: name.it.clone(), near };
            self.doubt(name.span, kind);
        }
    }

    /// Reports an unknown list; true when it is known.
    pub(super) fn check_list(&mut self, list: &str, span: Span) -> bool {
        let known = self.schema.list_columns(list).is_some();
        if !known {
            let near = near(list, self.schema.lists()).map(str::to_owned);
            self.doubt(span, ExprFaultKind::UnknownList { name: list.to_owned(), near });
        }
        known
    }

    /// `instance('list')/root/item[..]/column`; `root` and `item` may be left out.
    pub(super) fn list(&mut self, call: &Call, path: &Path, scope: Scope<'_>) -> Resolved {
        let [name_ast] = call.args.as_slice() else {
            self.check_arity("instance", 1, Some(1), call);
            return Resolved::faulty();
        };
        let Some(list) = literal(name_ast) else {
            self.fault(name_ast.span, ExprFaultKind::NeedsLiteral { function: "instance".to_owned(), argument: 1 });
            return Resolved::faulty();
        };
        if !self.check_list(list, name_ast.span) {
            return Self::empty();
        }
        let is = |step: &Step, name: &str| step.axis == Axis::Child && step.test.it == Test::Name(name.to_owned());
        let mut steps = path.steps.as_slice();
        if let [first, rest @ ..] = steps
            && is(first, "root")
            && first.predicates.is_empty()
        {
            steps = rest;
        }
        let mut filters = path.predicates.iter().collect::<Vec<_>>();
        if let [first, rest @ ..] = steps
            && is(first, "item")
        {
            filters.extend(&first.predicates);
            steps = rest;
        }
        let inner = Scope { list: Some(list), ..scope };
        let filters: Vec<Ast> = filters.into_iter().cloned().collect();
        let predicates = self.predicates_in(&filters, inner);
        let column = match steps {
            [] => None,
            [Step { axis: Axis::Child, test: At { span, it: Test::Name(name) }, predicates }]
                if predicates.is_empty() =>
            {
                self.check_column(list, &At { span: *span, it: name.clone() });
                Some(name.clone())
            }
            [.., step] => {
                self.doubt(step.test.span, ExprFaultKind::NoSuchStep { step: step.to_string() });
                return Self::empty();
            }
        };
        let key = key_of(&predicates);
        let start = StartCode::List(ListCode { list: list.to_owned(), predicates, key, column });
        Resolved::new(Code::Path(Box::new(PathCode { start, moves: vec![] })), Shape::Any)
    }
}

impl Resolver<'_> {
    /// The one question, group or repeat a path names.
    pub(super) fn node_of(&mut self, ast: &Ast, scope: Scope<'_>) -> Option<NodeId> {
        let scope = Scope { list: None, ..scope };
        match &ast.it {
            AstKind::Path(_) => self.part(ast, scope, Use::Existence).node,
            _ => None,
        }
    }

    /// Whether a node is a repeat.
    pub(super) fn is_repeat(&self, node: NodeId) -> bool {
        self.schema.kind(node) == Kind::Repeat
    }
}
