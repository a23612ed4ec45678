//! Tokens -> tree, by precedence climbing. Nesting is limited, so that no text can exhaust the stack.

use super::{
    Expected, ExprFault, ExprFaultKind,
    ast::{Ast, AstKind, At, Axis, BinaryOp, Call, Path, Start, Step, Test, UNARY},
    token::{Placed, Token, tokens},
};
use crate::domain::Span;

/// Levels of nesting allowed: deeper than anyone writes, shallow enough for every stack.
pub const DEPTH_LIMIT: usize = 200;

/// Reads an expression.
///
/// # Errors
/// The first fault of syntax.
pub fn parse(text: &str) -> Result<Ast, ExprFault> {
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Err(ExprFault::new(Span::new(0, text.len()), ExprFaultKind::Empty));
    }
    let mut parser = Parser { text, tokens: &tokens, at: 0, depth: 0 };
    let ast = parser.expression(0)?;
    if parser.at < tokens.len() {
        return Err(parser.expected(Expected::Operator));
    }
    match too_deep(&ast, DEPTH_LIMIT) {
        Some(span) => Err(ExprFault::new(span, ExprFaultKind::TooDeep { limit: DEPTH_LIMIT })),
        None => Ok(ast),
    }
}

/// The first part more than `levels` levels below the top. Chains nest without parentheses: `1 * 2 + 3 < 4`.
fn too_deep(ast: &Ast, levels: usize) -> Option<Span> {
    let Some(levels) = levels.checked_sub(1) else { return Some(ast.span) };
    let below = |ast: &Ast| too_deep(ast, levels);
    match &ast.it {
        AstKind::Number(_) | AstKind::Text(_) => None,
        AstKind::Negate(inner) => below(inner),
        AstKind::Chain(first, rest) => below(first).or_else(|| rest.iter().find_map(|(_, right)| below(right))),
        AstKind::Call(call) => call.args.iter().find_map(below),
        AstKind::Path(path) => {
            let start = match &path.start.it {
                Start::Nodes(nodes) => below(nodes),
                _ => None,
            };
            let steps = path.steps.iter().flat_map(|step| &step.predicates);
            start.or_else(|| path.predicates.iter().chain(steps).find_map(below))
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    tokens: &'t [Placed<'t>],
    at: usize,
    depth: usize,
}

type Parsed<T> = Result<T, ExprFault>;

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<Token<'t>> {
        self.tokens.get(self.at).map(|(token, _)| *token)
    }

    fn peek_sign(&self, ahead: usize) -> Option<&'static str> {
        match self.tokens.get(self.at + ahead) {
            Some((Token::Sign(sign), _)) => Some(sign),
            _ => None,
        }
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let found = self.peek_sign(0) == Some(sign);
        self.at += usize::from(found);
        found
    }

    /// Place of the next token, or of the end.
    fn here(&self) -> Span {
        self.tokens.get(self.at).map_or_else(|| Span::new(self.text.len(), self.text.len()), |(_, span)| *span)
    }

    /// From a place to the end of the token taken last.
    fn since(&self, start: Span) -> Span {
        let end = self.at.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(start.end, |(_, span)| span.end);
        Span { start: start.start, end: end.max(start.start) }
    }

    fn expected(&self, expected: Expected) -> ExprFault {
        let span = self.here();
        let found = self.tokens.get(self.at).map(|_| self.text[span.start as usize..span.end as usize].to_owned());
        ExprFault::new(span, ExprFaultKind::Expected { expected, found })
    }

    /// Runs `inner` one level deeper.
    fn deeper<T>(&mut self, inner: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= DEPTH_LIMIT {
            return Err(ExprFault::new(self.here(), ExprFaultKind::TooDeep { limit: DEPTH_LIMIT }));
        }
        self.depth += 1;
        let result = inner(self);
        self.depth -= 1;
        result
    }

    /// The binary operator at this place.
    fn operator(&self) -> Option<BinaryOp> {
        let sign = match self.peek()? {
            Token::Sign(sign) => sign,
            Token::Name(name) => name,
            _ => return None,
        };
        BinaryOp::of(sign)
    }

    /// Operands joined by operators that bind tighter than `above`.
    fn expression(&mut self, above: u8) -> Parsed<Ast> {
        let start = self.here();
        let mut left = self.unary()?;
        // Tighter operators first: each turn of the loop takes one chain of one precedence.
        while let Some(op) = self.operator().filter(|op| op.precedence() > above) {
            let level = op.precedence();
            let mut rest = Vec::new();
            while let Some(op) = self.operator().filter(|op| op.precedence() == level) {
                let span = self.here();
                self.at += 1;
                let right = self.expression(level)?;
                rest.push((At { span, it: op }, right));
            }
            left = At { span: self.since(start), it: AstKind::Chain(Box::new(left), rest) };
        }
        Ok(left)
    }

    fn unary(&mut self) -> Parsed<Ast> {
        let start = self.here();
        if !self.take_sign("-") {
            return self.operand();
        }
        let inner = self.deeper(|p| p.expression(UNARY))?;
        Ok(At { span: self.since(start), it: AstKind::Negate(Box::new(inner)) })
    }

    fn operand(&mut self) -> Parsed<Ast> {
        let start = self.here();
        let Some(token) = self.peek() else { return Err(self.expected(Expected::Operand)) };
        match token {
            Token::Number(n) => {
                let it = AstKind::Number(n);
                self.at += 1;
                Ok(At { span: start, it })
            }
            Token::Text(t) => {
                let it = AstKind::Text(t.to_owned());
                self.at += 1;
                Ok(At { span: start, it })
            }
            Token::Reference(name) => {
                let it = Start::Name(name.to_owned());
                self.at += 1;
                self.path_from(start, At { span: start, it })
            }
            Token::LastSaved(name) => {
                let it = Start::LastSaved(name.to_owned());
                self.at += 1;
                self.path_from(start, At { span: start, it })
            }
            Token::Name(_) if self.peek_sign(1) == Some("(") && !self.is_node_test() => {
                let call = self.call()?;
                self.after_nodes(start, call)
            }
            Token::Name(_) | Token::Sign("." | ".." | "*") => self.relative(start),
            Token::Sign("/") => self.absolute(start),
            Token::Sign("//") => {
                self.at += 1;
                let steps = self.steps()?;
                Ok(self.path(start, At { span: start, it: Start::Anywhere }, vec![], steps))
            }
            Token::Sign("(") => {
                self.at += 1;
                let inner = self.deeper(|p| p.expression(0))?;
                if !self.take_sign(")") {
                    return Err(self.expected(Expected::CloseParenthesis));
                }
                self.after_nodes(start, inner)
            }
            Token::Sign(_) => Err(self.expected(Expected::Operand)),
        }
    }

    fn is_node_test(&self) -> bool {
        self.peek() == Some(Token::Name("node")) && self.peek_sign(1) == Some("(") && self.peek_sign(2) == Some(")")
    }

    /// What follows a call or parenthesis: predicates and steps make it a path.
    fn after_nodes(&mut self, start: Span, inner: Ast) -> Parsed<Ast> {
        if matches!(self.peek_sign(0), Some("[" | "/")) {
            let span = inner.span;
            self.path_from(start, At { span, it: Start::Nodes(Box::new(inner)) })
        } else {
            Ok(inner)
        }
    }

    fn path(&self, start: Span, from: At<Start>, predicates: Vec<Ast>, steps: Vec<Step>) -> Ast {
        At { span: self.since(start), it: AstKind::Path(Box::new(Path { start: from, predicates, steps })) }
    }

    fn path_from(&mut self, start: Span, from: At<Start>) -> Parsed<Ast> {
        let predicates = self.predicates()?;
        let steps = if self.take_sign("/") { self.steps()? } else { vec![] };
        Ok(self.path(start, from, predicates, steps))
    }

    fn relative(&mut self, start: Span) -> Parsed<Ast> {
        let steps = self.steps()?;
        Ok(self.path(start, At { span: start, it: Start::Here }, vec![], steps))
    }

    fn absolute(&mut self, start: Span) -> Parsed<Ast> {
        self.at += 1;
        let more = matches!(self.peek(), Some(Token::Name(_) | Token::Sign("." | ".." | "*")));
        let steps = if more { self.steps()? } else { vec![] };
        Ok(self.path(start, At { span: start, it: Start::Root }, vec![], steps))
    }

    fn steps(&mut self) -> Parsed<Vec<Step>> {
        let mut steps = vec![self.step()?];
        while self.take_sign("/") {
            steps.push(self.step()?);
        }
        Ok(steps)
    }

    fn step(&mut self) -> Parsed<Step> {
        let span = self.here();
        if self.take_sign("..") {
            return self.step_end(Axis::Parent, At { span, it: Test::Node });
        }
        if self.take_sign(".") {
            return self.step_end(Axis::Itself, At { span, it: Test::Node });
        }
        let axis = self.axis()?;
        let span = self.here();
        let test = match self.peek() {
            Some(Token::Sign("*")) => Test::Any,
            Some(Token::Name(_)) if self.is_node_test() => {
                self.at += 2;
                Test::Node
            }
            Some(Token::Name(name)) => Test::Name(name.to_owned()),
            _ => return Err(self.expected(Expected::Step)),
        };
        self.at += 1;
        let span = self.since(span);
        self.step_end(axis, At { span, it: test })
    }

    /// `child::`, `parent::`, `self::`, or nothing, which is `child`.
    fn axis(&mut self) -> Parsed<Axis> {
        let (Some(Token::Name(name)), Some("::")) = (self.peek(), self.peek_sign(1)) else { return Ok(Axis::Child) };
        let axis = match name {
            "child" => Axis::Child,
            "parent" => Axis::Parent,
            "self" => Axis::Itself,
            _ => return Err(ExprFault::new(self.here(), ExprFaultKind::UnknownAxis { name: name.to_owned() })),
        };
        self.at += 2;
        Ok(axis)
    }

    fn step_end(&mut self, axis: Axis, test: At<Test>) -> Parsed<Step> {
        Ok(Step { axis, test, predicates: self.predicates()? })
    }

    fn predicates(&mut self) -> Parsed<Vec<Ast>> {
        let mut predicates = Vec::new();
        while self.take_sign("[") {
            predicates.push(self.deeper(|p| p.expression(0))?);
            if !self.take_sign("]") {
                return Err(self.expected(Expected::CloseBracket));
            }
        }
        Ok(predicates)
    }

    fn call(&mut self) -> Parsed<Ast> {
        let span = self.here();
        let Some(Token::Name(name)) = self.peek() else { return Err(self.expected(Expected::Operand)) };
        let name = At { span, it: name.to_owned() };
        self.at += 2;
        let mut args = Vec::new();
        if !self.take_sign(")") {
            loop {
                args.push(self.deeper(|p| p.expression(0))?);
                if self.take_sign(")") {
                    break;
                }
                if !self.take_sign(",") {
                    return Err(self.expected(Expected::CommaOrClose));
                }
            }
        }
        Ok(At { span: self.since(span), it: AstKind::Call(Call { name, args }) })
    }
}
