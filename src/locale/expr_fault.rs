//! Faults of expressions, as sentences.

use super::{
    Locale,
    problem::{Told, quote},
};
use crate::{
    domain::expr::{Expected, ExprFaultKind, Shape},
    tr,
};

/// A fault of an expression in words.
pub(super) fn told(l: &Locale, fault: &ExprFaultKind) -> Told {
    match fault {
        ExprFaultKind::Empty => Told::new(tr!(l, "fault-expr-empty")),
        ExprFaultKind::BadCharacter { found } => {
            Told::new(tr!(l, "fault-expr-character", found = quote(&found.to_string())))
        }
        ExprFaultKind::OpenText => Told::new(tr!(l, "fault-syntax-unclosed-text")).expected("'"),
        ExprFaultKind::OpenName => Told::new(tr!(l, "fault-expr-open-name")).expected("}"),
        ExprFaultKind::BadName { text } => Told::new(tr!(l, "fault-bad-name", name = quote(text))),
        ExprFaultKind::Expected { expected: wanted, found } => {
            let what = match found {
                Some(found) => tr!(l, "fault-syntax-stray", found = quote(found)),
                None => tr!(l, "fault-expr-ends"),
            };
            Told::new(what).expected(expected(l, *wanted))
        }
        ExprFaultKind::TooDeep { .. } => Told::new(tr!(l, "fault-syntax-too-deep")),
        ExprFaultKind::UnknownAxis { name } => {
            Told::new(tr!(l, "fault-expr-axis", name = quote(name))).expected("child::, parent::, self::")
        }
        ExprFaultKind::NoSuchStep { step } => Told::new(tr!(l, "fault-expr-step", step = quote(step))),
        ExprFaultKind::BadRegex { pattern, reason } => {
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
            Told::new(tr!(l, "fault-expr-regex", pattern = quote(pattern), reason = quote(reason)))
        }
        ExprFaultKind::BadDate { text } => {
            Told::new(tr!(l, "fault-expr-date", text = quote(text))).expected("2026-03-01")
        }
        ExprFaultKind::BadFormat { directive } => Told::new(tr!(l, "fault-expr-format", directive = quote(directive)))
            .expected("%Y %y %m %n %B %b %d %e %a %H %h %M %S %3"),
        ExprFaultKind::UnknownAlgorithm { name } => Told::new(tr!(l, "fault-expr-algorithm", name = quote(name)))
            .expected("MD5, SHA-1, SHA-256, SHA-384, SHA-512"),
        ExprFaultKind::UnknownEncoding { name } => {
            Told::new(tr!(l, "fault-expr-encoding", name = quote(name))).expected("hex, base64")
        }
        ExprFaultKind::NeedsNumber { found } => Told::new(tr!(l, "fault-expr-not-number", found = shape(l, *found))),
        ExprFaultKind::TypeClash { left, right } => {
            Told::new(tr!(l, "fault-expr-clash", left = shape(l, *left), right = shape(l, *right)))
        }
        other => unknown(l, other).unwrap_or_else(|| call(l, other)),
    }
}

/// Names that name nothing.
fn unknown(l: &Locale, fault: &ExprFaultKind) -> Option<Told> {
    let (what, near) = match fault {
        ExprFaultKind::UnknownName { name, near } => (tr!(l, "fault-expr-name", name = quote(name)), near),
        ExprFaultKind::UnknownFunction { name, near } => (tr!(l, "fault-expr-function", name = quote(name)), near),
        ExprFaultKind::UnknownList { name, near } => (tr!(l, "fault-expr-list", name = quote(name)), near),
        ExprFaultKind::UnknownColumn { list, name, near } => {
            (tr!(l, "fault-expr-column", list = quote(list), name = quote(name)), near)
        }
        _ => return None,
    };
    Some(Told::new(what).near(near.as_deref()))
}

/// Arguments that do not fit their function.
fn call(l: &Locale, fault: &ExprFaultKind) -> Told {
    Told::new(match fault {
        ExprFaultKind::WrongArity { function, least, most, given } => {
            let wanted = match most {
                Some(most) if most == least => least.to_string(),
                Some(most) => format!("{least}-{most}"),
                None => tr!(l, "fault-expr-or-more", least = least.to_string()),
            };
            let what = tr!(l, "fault-expr-arity", function = quote(function), given = given.to_owned());
            return Told::new(what).expected(wanted);
        }
        ExprFaultKind::UnpairedArgument { function } => tr!(l, "fault-expr-pair", function = quote(function)),
        ExprFaultKind::NeedsPath { function, argument } => {
            tr!(l, "fault-expr-needs-path", function = quote(function), argument = argument.to_string())
        }
        ExprFaultKind::NeedsRepeat { function, argument } => {
            tr!(l, "fault-expr-needs-repeat", function = quote(function), argument = argument.to_string())
        }
        ExprFaultKind::NeedsLiteral { function, argument } => {
            tr!(l, "fault-expr-needs-literal", function = quote(function), argument = argument.to_string())
        }
        _ => String::new(),
    })
}

/// What may stand at a place of an expression.
fn expected(l: &Locale, expected: Expected) -> String {
    match expected {
        Expected::Operand => tr!(l, "fault-expr-operand"),
        Expected::Operator => tr!(l, "fault-expr-operator"),
        Expected::Step => tr!(l, "fault-expr-step-name"),
        Expected::CloseParenthesis => ")".to_owned(),
        Expected::CloseBracket => "]".to_owned(),
        Expected::CommaOrClose => ", )".to_owned(),
    }
}

/// What an expression gives, in words.
fn shape(l: &Locale, shape: Shape) -> String {
    match shape {
        Shape::Number => tr!(l, "fault-shape-number"),
        Shape::Boolean => tr!(l, "fault-shape-boolean"),
        Shape::Text => tr!(l, "fault-shape-text"),
        Shape::Date => tr!(l, "fault-shape-date"),
        Shape::Time => tr!(l, "fault-shape-time"),
        Shape::TextArithmetic => tr!(l, "fault-shape-text-arithmetic"),
        Shape::Choices => tr!(l, "fault-shape-choices"),
        Shape::Point => tr!(l, "fault-shape-point"),
        Shape::File => tr!(l, "fault-shape-file"),
        Shape::Any => tr!(l, "fault-shape-any"),
    }
}
