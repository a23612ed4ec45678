//! The parameters of a question: those its kind has, with values that make sense.

use super::{Kind, Question, check::Check, words};
use crate::domain::{Fault, ParameterRule, Spanned, near};

/// Judges every parameter of a question.
pub(super) fn parameters(check: &mut Check<'_>, q: &Question) {
    let (known, kept) = words::parameters(q.kind.value);
    for (name, value) in &q.parameters {
        if known.contains(&name.value.as_str()) {
            if let Some(rule) = broken(&name.value, &value.value) {
                bad(check, name, value, rule);
            }
        } else if !kept.contains(&name.value.as_str()) {
            let near = near(&name.value, known.iter().copied()).map(ToOwned::to_owned);
            let fault = Fault::UnknownParameter { parameter: name.value.clone(), near, known: known.to_vec() };
            check.error(name.span, fault);
        }
    }
    if q.kind.value == Kind::Range {
        range(check, q);
    }
}

fn bad(check: &mut Check<'_>, name: &Spanned<String>, value: &Spanned<String>, rule: ParameterRule) {
    let fault = Fault::BadParameter { parameter: name.value.clone(), value: value.value.clone(), rule };
    check.error(value.span, fault);
}

/// What a single value must be and is not.
fn broken(name: &str, value: &str) -> Option<ParameterRule> {
    let (good, rule) = match name {
        "start" | "end" | "step" => (number(value).is_some(), ParameterRule::Number),
        "rows" => (value.parse::<u32>().is_ok_and(|n| n > 0), ParameterRule::Count),
        "randomize" => (matches!(value, "true" | "false"), ParameterRule::Bool),
        "seed" => (number(value).is_some() || value.starts_with("${") && value.ends_with('}'), ParameterRule::Seed),
        _ => return None,
    };
    (!good).then_some(rule)
}

/// `start`, `end` and `step` together. A range without them goes from 1 to 10 by 1.
fn range(check: &mut Check<'_>, q: &Question) {
    let find = |name: &str| q.parameters.iter().find(|(n, _)| n.value == name);
    let value = |name: &str, otherwise: f64| find(name).map_or(Some(otherwise), |(_, v)| number(&v.value));
    let (Some(start), Some(end), Some(step)) = (value("start", 1.0), value("end", 10.0), value("step", 1.0)) else {
        return;
    };
    let steps = (end - start) / step;
    // Decimal steps such as 0.1 are not exact in binary.
    let whole = (steps - steps.round()).abs() < 1e-6;
    let (name, rule) = if (end - start).abs() < f64::EPSILON {
        ("end", ParameterRule::OtherThanStart)
    } else if step == 0.0 || steps < 0.0 {
        ("step", ParameterRule::Step)
    } else if !whole {
        ("step", ParameterRule::WholeSteps)
    } else {
        return;
    };
    let Some((name, value)) = find(name).or_else(|| find("end")).or_else(|| find("start")) else { return };
    bad(check, name, value, rule);
}

fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|n| n.is_finite())
}
