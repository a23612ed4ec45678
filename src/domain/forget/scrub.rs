//! Taking a household out of a record that is about more than it: counts, areas and sums stay, names and doors go.

use serde_json::{Map, Value};

use super::{Forgotten, who::GONE};
use crate::domain::{record::Body, survey::Door};

/// Fields that hold who somebody is, or why they stayed away, beside a door or key that says who is meant.
const NAMES: [&str; 4] = ["name", "voice", "co_owners", "reason"];
/// Fields that hold the key of a voter or of somebody who came.
const KEYS: [&str; 7] = ["key", "voter", "voters", "person", "principal", "holder", "proxy"];

impl Forgotten {
    /// What a body says without the household; nothing where nothing of it is in there.
    #[must_use]
    pub fn scrubbed(&self, body: &Body) -> Option<Body> {
        let before = serde_json::to_value(body).ok()?;
        let mut after = before.clone();
        self.scrub(&mut after, "", false);
        if after == before {
            return None;
        }
        serde_json::from_value(after).ok()
    }

    fn scrub(&self, value: &mut Value, field: &str, meant: bool) {
        match value {
            Value::String(text) => {
                if KEYS.contains(&field)
                    && let Some(key) = self.key(text)
                {
                    key.clone_into(text);
                } else if meant && NAMES.contains(&field) && !text.is_empty() {
                    GONE.clone_into(text);
                } else if self.is_in(text) {
                    *text = self.taken_out(text, meant);
                }
            }
            Value::Array(items) => {
                for item in items {
                    self.scrub(item, field, meant);
                }
            }
            Value::Object(fields) => self.scrub_fields(fields, meant),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn scrub_fields(&self, fields: &mut Map<String, Value>, meant: bool) {
        let own = door_of(fields).is_some_and(|door| self.is_door(&door));
        let called = |fields: &Map<String, Value>| {
            fields.get("name").and_then(Value::as_str).is_some_and(|name| self.is_called(name))
        };
        let meant = meant || self.is_keyed(fields) || self.is_meant(fields) && (!self.is_ambiguous() || called(fields));
        if own && (meant || !self.is_ambiguous()) {
            // The building finds nobody, and what was counted by it stays right.
            for part in ["entrance", "household"] {
                fields.insert(part.to_owned(), Value::String(String::new()));
            }
        }
        let keyed = fields.keys().any(|key| self.key(key).is_some());
        if keyed {
            *fields = std::mem::take(fields)
                .into_iter()
                .map(|(key, value)| (self.key(&key).map_or(key.clone(), str::to_owned), value))
                .collect();
        }
        for (field, value) in fields.iter_mut() {
            self.scrub(value, field, meant);
        }
    }

    /// Whether these fields are about somebody of the household by their key.
    fn is_keyed(&self, fields: &Map<String, Value>) -> bool {
        let key = |field: &str| fields.get(field).and_then(Value::as_str).is_some_and(|key| self.key(key).is_some());
        key("voter") || key("person")
    }

    /// Whether what these fields tell is about the household: their door is, or all their units are.
    fn is_meant(&self, fields: &Map<String, Value>) -> bool {
        let is_own = |value: &Value| value.as_object().and_then(door_of).is_some_and(|door| self.is_door(&door));
        let units = fields.get("units").and_then(Value::as_array);
        fields.get("door").is_some_and(is_own)
            || units.is_some_and(|units| !units.is_empty() && units.iter().all(is_own))
    }
}

/// The door that fields are, or stand beside.
fn door_of(fields: &Map<String, Value>) -> Option<Door> {
    let part = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
    Some(Door { building: part("building")?, entrance: part("entrance")?, household: part("household")? })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::{
        HouseholdId, RecordId,
        place::{self, Address, Household, Owner, Roll},
        record::{Record, Register},
    };
    use uuid::Uuid;

    fn roll(households: &[(u128, &str, &str, &str)]) -> Roll {
        let record = |(id, door, name, phone): &(u128, &str, &str, &str)| {
            let address = Address { door: Door::read(door), courtyard: id.to_string(), ..Address::default() };
            let owners = vec![Owner { name: (*name).into(), id: String::new() }];
            let household = Household { address, owners, phone: (*phone).into(), ..Household::default() };
            let event =
                place::Event::Household { id: HouseholdId(Uuid::from_u128(*id)), household: Box::new(household) };
            Record {
                id: RecordId(Uuid::from_u128(*id)),
                community: String::new(),
                device: crate::domain::DeviceId(Uuid::nil()),
                seq: 1,
                hlc: 1,
                at: "2024-11-12T14:00:00+08:00".parse().unwrap(),
                author: String::new(),
                entity: event.entity(),
                prev: None,
                body: Body::Place(event),
                body_hash: [0; 32],
                chain_hash: [0; 32],
            }
        };
        Roll::fold(households.iter().map(record).collect())
    }

    fn scrubbed(who: &Forgotten, mut value: Value) -> Value {
        who.scrub(&mut value, "", false);
        value
    }

    #[test]
    fn names_and_doors_go_and_numbers_stay() {
        let roll = roll(&[(1, "2-3-401", "张小三", "13800138000"), (2, "2-3-402", "李四", "")]);
        let who = Forgotten::of(&roll, HouseholdId(Uuid::from_u128(1)));
        let door = json!({"building": "2", "entrance": "3", "household": "401"});
        let bare = json!({"building": "2", "entrance": "", "household": ""});
        let next = json!({"building": "2", "entrance": "3", "household": "402"});
        let rows = [
            (json!({"name": "张小三", "door": door, "fen": 500}), json!({"name": "***", "door": bare, "fen": 500})),
            (json!({"name": "租客", "door": door}), json!({"name": "***", "door": bare})),
            (json!({"name": "李四", "door": next, "by": "张小三"}), json!({"name": "李四", "door": next, "by": "***"})),
            (json!("请张小三（2栋3单元401室）打13800138000"), json!("请***（***）打***")),
            (json!("2-3-401、２－３－４０１ 和 12-3-401、2-3-4011"), json!("***、*** 和 12-3-401、2-3-4011")),
            (json!("2栋3单元402 401"), json!("2栋3单元402 401")),
            (json!([3, null, true, "李四"]), json!([3, null, true, "李四"])),
        ];
        for (before, after) in rows {
            assert_eq!(scrubbed(&who, before.clone()), after, "{before}");
        }
    }

    #[test]
    fn a_name_or_door_that_others_have_too_is_left_where_nothing_says_who_is_meant() {
        let roll = roll(&[(1, "2-3-401", "张小三", ""), (2, "2-3-401", "李四", ""), (3, "9-9-909", "张小三丰", "")]);
        let who = Forgotten::of(&roll, HouseholdId(Uuid::from_u128(1)));
        let door = json!({"building": "2", "entrance": "3", "household": "401"});
        let rows = [
            (json!("张小三和2-3-401"), json!("张小三和2-3-401")),
            (json!({"name": "李四", "door": door}), json!({"name": "李四", "door": door})),
            (
                json!({"name": "张小三", "door": door}),
                json!({"name": "***", "door": {"building": "2", "entrance": "", "household": ""}}),
            ),
        ];
        for (before, after) in rows {
            assert_eq!(scrubbed(&who, before.clone()), after, "{before}");
        }
    }
}
