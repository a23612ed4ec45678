//! Tree -> text. Parsing the text gives the same tree again.

use std::fmt::{Display, Formatter, Result};

use super::ast::{Ast, AstKind, At, Axis, Call, Path, Start, Step, Test, UNARY};

impl Display for At<AstKind> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.it {
            AstKind::Number(n) => write!(f, "{n}"),
            AstKind::Text(t) if t.contains('\'') => write!(f, "\"{t}\""),
            AstKind::Text(t) => write!(f, "'{t}'"),
            AstKind::Negate(inner) => {
                f.write_str("-")?;
                operand(f, inner, UNARY)
            }
            AstKind::Chain(first, rest) => {
                let level = rest.first().map_or(0, |(op, _)| op.it.precedence());
                operand(f, first, level)?;
                for (op, right) in rest {
                    write!(f, " {} ", op.it.sign())?;
                    operand(f, right, level)?;
                }
                Ok(())
            }
            AstKind::Call(call) => call.fmt(f),
            AstKind::Path(path) => path.fmt(f),
        }
    }
}

/// An operand of an operator of strength `level`, in parentheses when it would be read differently without.
fn operand(f: &mut Formatter<'_>, ast: &Ast, level: u8) -> Result {
    let inner = match &ast.it {
        AstKind::Chain(_, rest) => rest.first().map_or(0, |(op, _)| op.it.precedence()),
        // A minus after any operator, and after another minus, reads as written; only `|` binds tighter.
        AstKind::Negate(_) if level <= UNARY => u8::MAX,
        AstKind::Negate(_) => 0,
        _ => u8::MAX,
    };
    // Equal strength needs them too: `a - (b - c)`, and `(a - b) - c` is a tree of its own.
    if inner > level { write!(f, "{ast}") } else { write!(f, "({ast})") }
}

impl Display for Call {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}(", self.name.it)?;
        for (i, arg) in self.args.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{arg}")?;
        }
        f.write_str(")")
    }
}

impl Display for Path {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match &self.start.it {
            // Bare, it would take a following `*` for its step.
            Start::Root if self.steps.is_empty() => f.write_str("(/)")?,
            Start::Root => f.write_str("/")?,
            Start::Anywhere => f.write_str("//")?,
            Start::Here => {}
            Start::Name(name) => write!(f, "${{{name}}}")?,
            Start::LastSaved(name) => write!(f, "${{last-saved#{name}}}")?,
            Start::Nodes(nodes) if matches!(nodes.it, AstKind::Call(_)) => write!(f, "{nodes}")?,
            Start::Nodes(nodes) => write!(f, "({nodes})")?,
        }
        predicates(f, &self.predicates)?;
        let joins = !matches!(self.start.it, Start::Root | Start::Anywhere | Start::Here);
        for (i, step) in self.steps.iter().enumerate() {
            if joins || i > 0 {
                f.write_str("/")?;
            }
            write!(f, "{step}")?;
        }
        Ok(())
    }
}

impl Display for Step {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match (self.axis, &self.test.it) {
            (Axis::Itself, Test::Node) => f.write_str(".")?,
            (Axis::Parent, Test::Node) => f.write_str("..")?,
            (axis, test) => {
                f.write_str(match axis {
                    Axis::Child => "",
                    Axis::Parent => "parent::",
                    Axis::Itself => "self::",
                })?;
                match test {
                    Test::Node => f.write_str("node()")?,
                    Test::Any => f.write_str("*")?,
                    Test::Name(name) => f.write_str(name)?,
                }
            }
        }
        predicates(f, &self.predicates)
    }
}

fn predicates(f: &mut Formatter<'_>, list: &[Ast]) -> Result {
    list.iter().try_for_each(|p| write!(f, "[{p}]"))
}
