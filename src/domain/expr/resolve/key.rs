//! Where looking through a list can begin: a predicate `column = key` lets an index find the first row.

use super::super::{
    ast::BinaryOp,
    code::{Code, Move, Predicate, StartCode},
};

/// The column and key of a first predicate `column = key`.
pub(super) fn key_of(predicates: &[Predicate]) -> Option<(String, Code)> {
    let Some(Predicate::Test(Code::Chain(left, rest))) = predicates.first() else { return None };
    let [(BinaryOp::Equal, right)] = rest.as_slice() else { return None };
    let column = |code: &Code| match code {
        Code::Path(path) => match &path.start {
            StartCode::Item { column } => column.clone(),
            _ => None,
        },
        _ => None,
    };
    let pair = |column_code: &Code, key: &Code| {
        let column = column(column_code)?;
        (!looks_at_item(key)).then(|| (column, key.clone()))
    };
    pair(left, right).or_else(|| pair(right, left))
}

/// Whether a part may look at the list item around it, or at its place.
fn looks_at_item(code: &Code) -> bool {
    let in_predicates =
        |predicates: &[Predicate]| predicates.iter().any(|p| matches!(p, Predicate::Test(code) if looks_at_item(code)));
    match code {
        // Shared parts look at nothing around them.
        Code::Constant(_) | Code::LastSaved(_) | Code::Shared(..) => false,
        Code::Negate(inner) | Code::Regex(inner, _) | Code::ChoiceName(inner, _) => looks_at_item(inner),
        Code::Chain(first, rest) => looks_at_item(first) || rest.iter().any(|(_, code)| looks_at_item(code)),
        Code::Call(function, args) => matches!(function.name, "position" | "last") || args.iter().any(looks_at_item),
        Code::IndexedRepeat(indexed) => {
            indexed.levels.iter().any(|(_, index)| index.as_ref().is_some_and(looks_at_item))
        }
        Code::Path(path) => {
            let start = match &path.start {
                StartCode::Item { .. } => true,
                StartCode::List(list) => in_predicates(&list.predicates),
                StartCode::Nodes(code) => looks_at_item(code),
                StartCode::Plain(_) | StartCode::Empty => false,
            };
            let moves = path.moves.iter().any(|step| match step {
                Move::Child { predicates, .. } | Move::Filter(predicates) => in_predicates(predicates),
                Move::Parent => false,
            });
            start || moves
        }
    }
}
