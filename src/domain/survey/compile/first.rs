//! What a question holds before anybody answered it: `default`, and the metadata kinds.

use super::formulas::Reader;
use crate::domain::{
    Fault, Problem, UnknownChoice, Value,
    expr::{NodeId, XValue},
    near,
    survey::{Formula, Kind, Question, form::FirstValue},
};

/// The first value of a question. What is always the same is worked out now, and must be an answer the question takes.
pub(super) fn value(reader: &mut Reader<'_>, id: NodeId, question: &Question) -> Option<FirstValue> {
    let kind = question.kind.value;
    if matches!(kind, Kind::Start | Kind::Today | Kind::DeviceId | Kind::Username) {
        return Some(FirstValue::World);
    }
    let formula = question.default.as_ref().filter(|_| !kind.holds_questions())?;
    let program = reader.formula(id, Some(formula))?;
    let parsed = match program.constant() {
        None => return Some(FirstValue::Dynamic(program)),
        Some(XValue::Text(text)) => Value::parse(kind, text).ok(),
        Some(other) => Some(other.clone().into_value(kind)),
    };
    if let Some(value) = parsed {
        return literal(reader, id, formula, value?);
    }
    let fault = Fault::BadDefault { kind, value: formula.text.trim_matches('\'').to_owned() };
    reader.problems.push(Problem::error(formula.span, fault));
    None
}

fn literal(reader: &mut Reader<'_>, id: NodeId, formula: &Formula, value: Value) -> Option<FirstValue> {
    let names: &[String] = match &value {
        Value::Choice(name) if reader.form.node(id).kind == Kind::SelectOne => std::slice::from_ref(name),
        Value::Choices(names) => names,
        _ => &[],
    };
    let list = reader.form.list(id);
    let known = |name: &String| list.is_none_or(|list| list.row_of(name).is_some());
    if let Some(unknown) = names.iter().find(|name| !known(name)) {
        let fault = Fault::UnknownChoice(UnknownChoice {
            question: reader.form.node(id).name.to_string(),
            choice: unknown.clone(),
            near: list.and_then(|list| near(unknown, list.choices())).map(str::to_owned),
        });
        reader.problems.push(Problem::error(formula.span, fault));
        return None;
    }
    Some(FirstValue::Literal(value))
}
