//! The operations of a script, as they stand in its JSON file.

use serde_json::{Map, Value as Json};

use crate::domain::Refusal;

/// One operation.
#[derive(Debug, Clone, PartialEq)]
pub(in super::super) enum Op {
    /// `{"set": "/data/q", "value": "v"}`: an answer in its text form; nothing, `null` or `""` takes it away.
    /// `{"set": "/data/q", "refusal": "refused"}`: a refusal.
    Set { path: String, value: Option<String>, refusal: Option<Refusal> },
    /// `{"add_repeat": "/data/r"}`.
    AddRepeat(String),
    /// `{"remove_repeat": "/data/r", "index": 0}`, the index from 0; or `{"remove_repeat": "/data/r[1]"}`, as paths count.
    RemoveRepeat { path: String, index: Option<usize> },
    /// `{"move_repeat": "/data/r[2]", "to": 1}`, as paths count.
    MoveRepeat { path: String, to: usize },
    /// `{"pass_warning": "/data/q", "reason": "why"}`.
    PassWarning { path: String, reason: String },
    /// `{"language": "en"}`.
    Language(String),
    /// `{"snapshot": "label"}`.
    Snapshot(String),
}

/// Why an operation makes no sense; the place is its number in the file, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum OpFault {
    /// The file is not JSON; what the reader says.
    Json(String),
    /// The file is not a list of operations.
    NotAList,
    /// Operation `number` is none of those known.
    Unknown { number: usize },
    /// Operation `number` lacks a field or has one of the wrong kind.
    Field { number: usize, field: &'static str },
}

/// Reads a script: a list of operations, or an object that holds it as `ops`.
pub(in super::super) fn read(text: &str) -> Result<Vec<Op>, OpFault> {
    let json: Json = serde_json::from_str(text).map_err(|e| OpFault::Json(e.to_string()))?;
    let list = match &json {
        Json::Array(list) => list,
        Json::Object(fields) => fields.get("ops").and_then(Json::as_array).ok_or(OpFault::NotAList)?,
        _ => return Err(OpFault::NotAList),
    };
    list.iter().zip(1..).map(|(op, number)| one(op, number)).collect()
}

fn one(op: &Json, number: usize) -> Result<Op, OpFault> {
    let fields = op.as_object().ok_or(OpFault::Unknown { number })?;
    let text = |field: &'static str| {
        fields.get(field).and_then(Json::as_str).map(ToOwned::to_owned).ok_or(OpFault::Field { number, field })
    };
    let number_of = |field: &'static str| {
        let found = fields.get(field).and_then(Json::as_u64).and_then(|n| usize::try_from(n).ok());
        found.ok_or(OpFault::Field { number, field })
    };
    let has = |field: &str| fields.contains_key(field);
    if has("set") {
        return Ok(Op::Set { path: text("set")?, value: value(fields, number)?, refusal: refusal(fields, number)? });
    } else if has("add_repeat") {
        return Ok(Op::AddRepeat(text("add_repeat")?));
    } else if has("remove_repeat") {
        let index = if has("index") { Some(number_of("index")?) } else { None };
        return Ok(Op::RemoveRepeat { path: text("remove_repeat")?, index });
    } else if has("move_repeat") {
        return Ok(Op::MoveRepeat { path: text("move_repeat")?, to: number_of("to")? });
    } else if has("pass_warning") {
        return Ok(Op::PassWarning { path: text("pass_warning")?, reason: text("reason").unwrap_or_default() });
    } else if has("language") {
        return Ok(Op::Language(text("language")?));
    } else if has("snapshot") {
        return Ok(Op::Snapshot(text("snapshot")?));
    }
    Err(OpFault::Unknown { number })
}

/// `value`: text, or what JSON has for it.
fn value(fields: &Map<String, Json>, number: usize) -> Result<Option<String>, OpFault> {
    let plain = |json: &Json| match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(n) => Some(n.to_string()),
        Json::Bool(b) => Some(b.to_string()),
        _ => None,
    };
    let fault = OpFault::Field { number, field: "value" };
    match fields.get("value") {
        None | Some(Json::Null) => Ok(None),
        Some(Json::Array(names)) => {
            let names: Option<Vec<String>> = names.iter().map(plain).collect();
            names.map(|names| Some(names.join(" "))).ok_or(fault)
        }
        Some(json) => plain(json).map(Some).ok_or(fault),
    }
}

fn refusal(fields: &Map<String, Json>, number: usize) -> Result<Option<Refusal>, OpFault> {
    let Some(json) = fields.get("refusal").filter(|json| !json.is_null()) else { return Ok(None) };
    serde_json::from_value(json.clone()).map(Some).map_err(|_| OpFault::Field { number, field: "refusal" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_operation() {
        let set = |value: Option<&str>| Op::Set { path: "/data/q".into(), value: value.map(Into::into), refusal: None };
        for (text, op) in [
            (r#"{"set":"/data/q","value":"v"}"#, set(Some("v"))),
            (r#"{"set":"/data/q","value":3}"#, set(Some("3"))),
            (r#"{"set":"/data/q","value":["a","b"]}"#, set(Some("a b"))),
            (r#"{"set":"/data/q","value":null}"#, set(None)),
            (
                r#"{"set":"/data/q","refusal":"dont_know"}"#,
                Op::Set { path: "/data/q".into(), value: None, refusal: Some(Refusal::DontKnow) },
            ),
            (r#"{"add_repeat":"/data/r"}"#, Op::AddRepeat("/data/r".into())),
            (r#"{"remove_repeat":"/data/r","index":1}"#, Op::RemoveRepeat { path: "/data/r".into(), index: Some(1) }),
            (r#"{"move_repeat":"/data/r[2]","to":1}"#, Op::MoveRepeat { path: "/data/r[2]".into(), to: 1 }),
            (
                r#"{"pass_warning":"/data/q","reason":"yes"}"#,
                Op::PassWarning { path: "/data/q".into(), reason: "yes".into() },
            ),
            (r#"{"language":"en"}"#, Op::Language("en".into())),
            (r#"{"snapshot":"x"}"#, Op::Snapshot("x".into())),
        ] {
            assert_eq!(read(&format!("[{text}]")), Ok(vec![op]), "{text}");
        }
    }

    #[test]
    fn names_the_operation_that_makes_no_sense() {
        for (text, fault) in [
            ("{}", OpFault::NotAList),
            (r#"[{"set":"/data/q"},{"jump":1}]"#, OpFault::Unknown { number: 2 }),
            (r#"[{"set":3}]"#, OpFault::Field { number: 1, field: "set" }),
            (r#"[{"remove_repeat":"/data/r","index":-1}]"#, OpFault::Field { number: 1, field: "index" }),
            (r#"[{"set":"/data/q","refusal":"perhaps"}]"#, OpFault::Field { number: 1, field: "refusal" }),
        ] {
            assert_eq!(read(text), Err(fault), "{text}");
        }
        assert!(matches!(read("["), Err(OpFault::Json(_))));
    }
}
