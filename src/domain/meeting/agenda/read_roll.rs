//! The roll of an agenda: written out, in a CSV file beside it, or to come later.

use super::{Around, Vocabulary, read_word::Reading};
use crate::domain::{
    Fault, Problem, Span,
    meeting::roll::{RawUnit, RollFaultKind, Voter, VoterKind, group, read_csv},
    near,
    reading::as_fields,
    ron::{Expected, Field, Node, Value},
    survey::Table,
};

/// Sorts of voice.
const VOTERS: [(&str, VoterKind); 3] =
    [("Owner", VoterKind::Owner), ("Developer", VoterKind::Developer), ("Resident", VoterKind::Resident)];

/// Fields of a voter.
const FIELDS: [&str; 4] = ["name", "id", "units", "co_owners"];

/// What people mean by other names.
const MEANT: [(&str, &str); 3] = [("owner", "name"), ("doors", "units"), ("unit", "units")];

/// Fields of a unit.
const UNIT_FIELDS: [&str; 9] =
    ["door", "building", "entrance", "household", "area", "area_registry", "area_survey", "area_contract", "parking"];

/// What an agenda says of its roll.
pub(super) enum Roll {
    /// `Later`: it comes before the meeting.
    Later,
    /// These.
    Voters(Vec<Voter>),
}

impl Reading<'_> {
    /// `"roll.csv"`, `[Owner(..), ..]` or `Later`.
    pub fn roll(&mut self, node: &Node<'_>, parking: bool) -> Option<Roll> {
        match &node.value {
            Value::Name("Later") => Some(Roll::Later),
            Value::Text(_) => self.roll_file(node, parking).map(Roll::Voters),
            Value::List(voters) => Some(Roll::Voters(self.roll_list(voters, parking))),
            Value::Nothing => None,
            other => {
                self.wrong(node.span, Expected::Roll, other.found());
                None
            }
        }
    }

    fn roll_file(&mut self, node: &Node<'_>, parking: bool) -> Option<Vec<Voter>> {
        let file = self.text(node)?.value;
        let Around { files, nearby, .. } = self.own.around;
        let Some((_, text)) = files?.iter().find(|(name, _)| *name == file) else {
            let near = near(&file, nearby.iter().map(String::as_str)).map(ToOwned::to_owned);
            self.problems.push(Problem::error(node.span, Fault::MissingFile { file, near }));
            return None;
        };
        let table = match Table::read(text) {
            Ok(table) => table,
            Err((line, fault)) => {
                self.problems.push(Problem::error(node.span, Fault::BadTable { file, line, fault }));
                return None;
            }
        };
        let (units, mut faults) = read_csv(&table);
        let (voters, more) = group(units, parking);
        faults.extend(more);
        faults.sort_by_key(|fault| fault.row);
        for fault in faults {
            let severity = fault.severity();
            let fault = Fault::Roll { file: Some(file.clone()), first: None, fault };
            self.problems.push(Problem { severity, span: node.span, fault });
        }
        Some(voters)
    }

    fn roll_list(&mut self, nodes: &[Node<'_>], parking: bool) -> Vec<Voter> {
        let mut rows = Rows::default();
        for node in nodes {
            rows.voters += 1;
            self.voter(node, &mut rows);
        }
        let (voters, faults) = group(rows.units, parking);
        let place = |row: u64| usize::try_from(row).ok().and_then(|n| rows.places.get(n)).copied().unwrap_or_default();
        for fault in faults {
            let (span, voter) = place(fault.row);
            let first = match &fault.kind {
                // Units written under one name in one place are one owner's: that is no guess.
                RollFaultKind::SameName { first, .. } if place(*first).1 == voter => continue,
                RollFaultKind::Twice { first } | RollFaultKind::SameName { first, .. } => Some(place(*first).0),
                _ => None,
            };
            let severity = fault.severity();
            self.problems.push(Problem { severity, span, fault: Fault::Roll { file: None, first, fault } });
        }
        voters
    }

    /// `Owner(name: "..", units: [..])`
    fn voter(&mut self, node: &Node<'_>, rows: &mut Rows) {
        let Some(variant) = self.variant(node, Expected::Voter) else { return };
        let kind = self.known_word(variant.name, Vocabulary::Voter, &VOTERS);
        let mut voter = RawUnit { kind: kind.unwrap_or_default(), ..RawUnit::default() };
        let mut units: &[Node<'_>] = &[];
        self.no_field_twice(variant.fields);
        for field in variant.fields {
            let value = &field.value;
            match field.name.text {
                "name" => voter.owner = self.text(value).unwrap_or_default().value,
                "id" => voter.owner_id = self.cell(value).unwrap_or_default(),
                "units" => units = self.list(value, Expected::Units),
                "co_owners" => {
                    let names = self.list(value, Expected::Names).iter();
                    voter.co_owners = names.filter_map(|name| self.text(name)).map(|name| name.value).collect();
                }
                _ => {
                    self.unknown_field(field.name, &FIELDS, &MEANT);
                }
            }
        }
        // One without a unit has a vote at a residents' meeting, or a fault told by the grouping.
        if units.is_empty() {
            rows.push(variant.name.span, voter);
            return;
        }
        for unit in units {
            let Some((_, fields)) = as_fields(unit, Expected::Unit, self) else { continue };
            let mut raw = voter.clone();
            self.no_field_twice(fields);
            for field in fields {
                self.unit_field(&mut raw, field);
            }
            rows.push(crate::domain::reading::head(unit), raw);
        }
    }

    fn unit_field(&mut self, raw: &mut RawUnit, field: &Field<'_>) {
        let value = &field.value;
        match field.name.text {
            "door" => {
                let door = self.door(value).unwrap_or_default();
                (raw.building, raw.entrance, raw.household) = (door.building, door.entrance, door.household);
            }
            "building" => raw.building = self.cell(value).unwrap_or_default(),
            "entrance" => raw.entrance = self.cell(value).unwrap_or_default(),
            "household" => raw.household = self.cell(value).unwrap_or_default(),
            "area" | "area_registry" => raw.area_registry = self.cell(value).unwrap_or_default(),
            "area_survey" => raw.area_survey = self.cell(value).unwrap_or_default(),
            "area_contract" => raw.area_contract = self.cell(value).unwrap_or_default(),
            "parking" => raw.parking = self.truth(value),
            _ => self.unknown_field(field.name, &UNIT_FIELDS, &[]),
        }
    }
}

/// Units with the place each stands at, and which voter it is written under.
#[derive(Default)]
struct Rows {
    units: Vec<RawUnit>,
    places: Vec<(Span, usize)>,
    voters: usize,
}

impl Rows {
    fn push(&mut self, place: Span, raw: RawUnit) {
        self.units.push(RawUnit { row: self.places.len() as u64, ..raw });
        self.places.push((place, self.voters));
    }
}
