//! How every node of a draft stands, as JSON.

use serde_json::{Map, Value as Json, json};

use crate::{
    domain::{
        Answer,
        expr::{NodeId, NodeRef, Schema},
        survey::{Draft, Kind, Warned, Wording, kind_name},
    },
    locale::Locale,
    tr,
};

/// Every node in survey order, repeat instances in range only: `ref`, `kind`, `value`, `relevant`, `required`,
/// `read_only`, `violation`, `message`, `label`, `options`; also `refusal` and `warning` where there is one.
pub(in super::super) fn state(draft: &Draft, locale: &Locale) -> Json {
    let mut nodes = Vec::new();
    let root = NodeRef { node: NodeId::ROOT, instance: crate::domain::expr::InstanceId::ROOT };
    children(draft, root, locale, &mut nodes);
    Json::Array(nodes)
}

fn children(draft: &Draft, within: NodeRef, locale: &Locale, nodes: &mut Vec<Json>) {
    for child in draft.form().children(within.node) {
        let at = NodeRef { node: *child, instance: within.instance };
        nodes.push(one(draft, at, locale));
        match draft.node(at).kind {
            Kind::Group => children(draft, at, locale, nodes),
            Kind::Repeat => {
                for instance in draft.instances_of(at) {
                    let instance = draft.instance_ref(*instance);
                    nodes.push(one(draft, instance, locale));
                    children(draft, instance, locale, nodes);
                }
            }
            _ => {}
        }
    }
}

fn one(draft: &Draft, at: NodeRef, locale: &Locale) -> Json {
    let node = draft.node(at);
    let kind = if draft.is_instance(at) { "repeat_instance".to_owned() } else { xlsform_name(node.kind) };
    let holds = node.kind.holds_questions();
    let (violation, message) = violation(draft, at, locale);
    let label = draft.label(at);
    let options = draft
        .options(at)
        .map(|options| options.iter().map(|o| json!({ "value": o.name, "label": o.label })).collect::<Vec<_>>());
    let mut fields = Map::new();
    let mut put = |name: &str, value: Json| fields.insert(name.to_owned(), value);
    put("ref", json!(draft.path_of(at).map(|path| path.to_string())));
    put("kind", json!(kind));
    let value = draft.value_at(at).map(crate::domain::Value::to_text).unwrap_or_default();
    put("value", if holds { Json::Null } else { json!(value) });
    put("relevant", json!(draft.relevant(at)));
    put("required", json!(draft.required(at)));
    put("read_only", json!(!holds && draft.read_only(at)));
    put("violation", json!(violation));
    put("message", json!(message));
    put("label", if label.is_empty() { Json::Null } else { json!(label) });
    put("options", json!(options));
    if let Some(Answer::Refusal(refusal)) = draft.answer(at) {
        put("refusal", json!(refusal));
    }
    match draft.warning(at) {
        Warned::No => {}
        Warned::Raised => {
            put("warning", json!({ "passed": false, "message": draft.wording(at, Wording::Warning) }));
        }
        Warned::Passed(reason) => {
            put("warning", json!({ "passed": true, "reason": reason }));
        }
    }
    Json::Object(fields)
}

/// A kind as XLSForm writes it: `select_one`, `dateTime`, `deviceid`.
fn xlsform_name(kind: Kind) -> String {
    match kind {
        Kind::DateTime => "dateTime".to_owned(),
        Kind::DeviceId => "deviceid".to_owned(),
        _ => {
            let mut name = String::new();
            for (place, letter) in kind_name(kind).char_indices() {
                if letter.is_ascii_uppercase() && place > 0 {
                    name.push('_');
                }
                name.push(letter.to_ascii_lowercase());
            }
            name
        }
    }
}

/// `constraint` or `required` with its message, the author's or ours; nothing when the node is fine.
fn violation(draft: &Draft, at: NodeRef, locale: &Locale) -> (Option<&'static str>, Option<String>) {
    let own = |which| Some(draft.wording(at, which).into_owned()).filter(|text| !text.is_empty());
    if draft.violation(at) {
        let message = own(Wording::Constraint).unwrap_or_else(|| tr!(locale, "fill-constraint"));
        (Some("constraint"), Some(message))
    } else if draft.required(at) && !draft.is_answered(at) {
        let message = own(Wording::Required).unwrap_or_else(|| tr!(locale, "fill-required"));
        (Some("required"), Some(message))
    } else {
        (None, None)
    }
}
