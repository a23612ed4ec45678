//! `eval SURVEY EXPR [--set q=v ..]`: what an expression gives in a survey.

use std::{io::Write, path::Path};

use super::{CliFault, args::EvalArgs, say::say, survey};
use crate::{
    app::{Clock, SystemClock},
    domain::{
        Fault, Lang, Problem, Source,
        expr::{Expr, ExprFault, InstanceId, NodeId, NodeRef},
        survey::{Draft, Env},
    },
    locale::{Locale, edit_refusal, printed},
    tr,
};

/// Prints what the expression gives as string, number and boolean.
///
/// # Errors
/// When there is no such survey or question, an answer does not fit, or the expression has a fault.
pub fn eval(
    args: &EvalArgs,
    data: Option<&Path>,
    lang: &Lang,
    locale: &Locale,
    out: &mut impl Write,
) -> Result<(), CliFault> {
    let file = survey::named(&args.survey, data, locale)?;
    let form = survey::form(&file, locale)?;
    let env = Env {
        now: args.now.unwrap_or_else(|| SystemClock.now()),
        lang: lang.clone(),
        device: String::new(),
        username: String::new(),
        seed: args.seed.unwrap_or(1),
        last_saved: None,
        roll: None,
    };
    let (mut draft, _) = Draft::new(form.clone(), &env);
    for set in &args.set {
        let (name, value) =
            set.split_once('=').ok_or_else(|| CliFault::Usage(tr!(locale, "eval-no-equals", text = set.as_str())))?;
        let at = find(&draft, name, locale)?;
        let path = draft.path_of(at).map(|path| path.to_string()).unwrap_or_default();
        let step = crate::app::Step::read(path.trim_start_matches("/data/"), value);
        step.take(&mut draft, &env).map_err(|refusal| {
            let why = edit_refusal(locale, &refusal);
            CliFault::Usage(tr!(locale, "eval-not-taken", text = set.as_str(), why = why))
        })?;
    }
    let context = match &args.at {
        Some(name) => find(&draft, name, locale)?,
        None => NodeRef { node: NodeId::ROOT, instance: InstanceId::ROOT },
    };
    let faulty = |faults: Vec<ExprFault>| {
        let source = Source { name: "EXPR".to_owned(), text: args.expr.clone().into() };
        for fault in faults {
            let problem = Problem::error(fault.span, Fault::Expr(fault));
            eprintln!("{}\n", printed(locale, &source, &problem));
        }
        CliFault::Found
    };
    let program = Expr::parse(&args.expr).and_then(|e| e.resolve(&**form, context.node)).map_err(faulty)?;
    let value = program.eval(&**form, &draft, context);
    let number = crate::domain::expr::XValue::Number(value.number()).text();
    if args.json {
        let number = serde_json::from_str(&number).unwrap_or_else(|_| serde_json::Value::from(number));
        let all = serde_json::json!({ "string": value.text(), "number": number, "boolean": value.boolean() });
        return say(out, &all.to_string());
    }
    say(out, &format!("string   {}", crate::locale::clean_text(&value.text())))?;
    say(out, &format!("number   {number}"))?;
    say(out, &format!("boolean  {}", value.boolean()))
}

/// A question by name, or by path for one inside a repeat.
fn find(draft: &Draft, name: &str, locale: &Locale) -> Result<NodeRef, CliFault> {
    let found = match name.parse() {
        Ok(path) => draft.resolve(&path),
        Err(_) => draft.named(name),
    };
    found.ok_or_else(|| CliFault::Usage(tr!(locale, "eval-no-question", name = name)))
}
