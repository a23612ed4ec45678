//! Faults of notation, as sentences.

use super::{
    Locale,
    problem::{Told, quote},
};
use crate::{domain::ron::SyntaxFault, tr};

/// A fault of notation in words.
pub(super) fn told(l: &Locale, fault: &SyntaxFault) -> Told {
    match fault {
        SyntaxFault::Empty => Told::new(tr!(l, "fault-syntax-empty")),
        SyntaxFault::MissingComma => Told::new(tr!(l, "fault-syntax-missing-comma")).expected(","),
        SyntaxFault::MissingColon => Told::new(tr!(l, "fault-syntax-missing-colon")).expected(":"),
        SyntaxFault::MissingValue => Told::new(tr!(l, "fault-syntax-missing-value")),
        SyntaxFault::Unclosed { open, noticed } => Told {
            also: Some((*noticed, tr!(l, "fault-syntax-unclosed-noticed"))),
            ..Told::new(tr!(l, "fault-syntax-unclosed", open = open.to_string()))
        },
        SyntaxFault::StrayClosing { found, wanted } => {
            let told = Told::new(tr!(l, "fault-syntax-stray-closing", found = found.to_string()));
            match wanted {
                Some(wanted) => told.expected(wanted.to_string()),
                None => told,
            }
        }
        SyntaxFault::Stray { found } => Told::new(tr!(l, "fault-syntax-stray", found = quote(found))),
        SyntaxFault::Lookalike { meant: ' ', .. } => Told::new(tr!(l, "fault-syntax-space")),
        SyntaxFault::Lookalike { found, meant } => {
            Told::new(tr!(l, "fault-syntax-lookalike", found = found.to_string(), meant = meant.to_string()))
                .near(Some(&meant.to_string()))
        }
        SyntaxFault::UnclosedText => Told::new(tr!(l, "fault-syntax-unclosed-text")).expected("\""),
        SyntaxFault::UnclosedComment => Told::new(tr!(l, "fault-syntax-unclosed-comment")).expected("*/"),
        SyntaxFault::BadEscape { found } => {
            Told::new(tr!(l, "fault-syntax-bad-escape", found = quote(found))).expected(r#"\\  \"  \n  \t  \u{9662}"#)
        }
        SyntaxFault::BadCharacter => Told::new(tr!(l, "fault-syntax-single-quotes")).expected("\"..\""),
        SyntaxFault::BadNumber { found } => Told::new(tr!(l, "fault-syntax-bad-number", found = quote(found))),
        SyntaxFault::BadAttribute => {
            Told::new(tr!(l, "fault-syntax-bad-attribute")).expected("#![enable(implicit_some)]")
        }
        SyntaxFault::UnknownExtension { found, near } => {
            Told::new(tr!(l, "fault-syntax-unknown-extension", found = quote(found)))
                .near(near.as_deref())
                .expected("implicit_some, unwrap_newtypes, unwrap_variant_newtypes, explicit_struct_names")
        }
        SyntaxFault::Unquoted { found } => {
            Told::new(tr!(l, "fault-syntax-unquoted", found = quote(found))).near(Some(&format!("\"{found}\"")))
        }
        SyntaxFault::QuotedName { name } => {
            Told::new(tr!(l, "fault-syntax-quoted-name", name = quote(name))).near(Some(name))
        }
        SyntaxFault::MixedFields => Told::new(tr!(l, "fault-syntax-mixed-fields")),
        SyntaxFault::TooDeep => Told::new(tr!(l, "fault-syntax-too-deep")),
        SyntaxFault::Trailing => Told::new(tr!(l, "fault-syntax-trailing")),
    }
}
