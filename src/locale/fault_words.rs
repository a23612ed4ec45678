//! Parts of sentences about faults: what stands in the file, what should.

use super::{Locale, agenda_fault};
use crate::{
    domain::{
        ParameterRule,
        ron::{Expected, Found},
        survey::KINDS,
    },
    tr,
};

/// What stands there and should not.
pub(super) fn found(l: &Locale, found: Found) -> String {
    match found {
        Found::Nothing => tr!(l, "fault-found-nothing"),
        Found::Unit => tr!(l, "fault-found-unit"),
        Found::Bool => tr!(l, "fault-found-bool"),
        Found::Number => tr!(l, "fault-found-number"),
        Found::Character => tr!(l, "fault-found-character"),
        Found::Text => tr!(l, "fault-found-text"),
        Found::Bytes => tr!(l, "fault-found-bytes"),
        Found::List => tr!(l, "fault-found-list"),
        Found::Map => tr!(l, "fault-found-map"),
        Found::Tuple => tr!(l, "fault-found-tuple"),
        Found::Fields => tr!(l, "fault-found-fields"),
        Found::Name => tr!(l, "fault-found-name"),
        Found::Range => tr!(l, "fault-found-range"),
    }
}

/// What would be right, with an example.
pub(super) fn expected(l: &Locale, expected: Expected) -> String {
    match expected {
        Expected::Text => tr!(l, "fault-expected-text"),
        Expected::Words => tr!(l, "fault-expected-words", example = r#"{"zh-CN": "院落", "en": "Courtyard"}"#),
        Expected::Condition => tr!(l, "fault-expected-condition", example = "\"${age} >= 18\""),
        Expected::Formula => tr!(l, "fault-expected-formula", example = "\"${age} + 1\""),
        Expected::Default => tr!(l, "fault-expected-default"),
        Expected::Bool => "true, false".to_owned(),
        Expected::WordList => tr!(l, "fault-expected-word-list", example = "\"multiline\""),
        Expected::Parameters => tr!(l, "fault-expected-parameters", example = r#"{"start": 1, "end": 10}"#),
        Expected::Refusals => "[refused, dont_know, not_applicable]".to_owned(),
        Expected::Privacy => "Open, Personal, Sensitive".to_owned(),
        Expected::Disposition => {
            "{\"met\": Done, \"away\": NobodyHome, \"later\": ComeBack(day: \"next_day\")}".to_owned()
        }
        Expected::Questions => tr!(l, "fault-expected-questions", example = "[ Text(..), Group(..) ]"),
        Expected::Question => tr!(l, "fault-expected-question", example = "Text(name: \"..\", label: \"..\")"),
        Expected::ChoicesOfQuestion => tr!(l, "fault-expected-choices-of-question", example = "File(\"streets.csv\")"),
        Expected::ChoiceLists => tr!(l, "fault-expected-choice-lists", example = "{\"yes_no\": [..]}"),
        Expected::ChoiceList => {
            let example = "[(name: \"yes\", label: \"..\"), ..]";
            tr!(l, "fault-expected-choice-list", example = example, file = "File(\"streets.csv\")")
        }
        Expected::Choice => "(name: \"yes\", label: \"..\")".to_owned(),
        Expected::Cell => tr!(l, "fault-expected-cell"),
        Expected::Survey => "Survey(id: \"..\", title: \"..\", body: [..])".to_owned(),
        Expected::Languages => "[\"zh-CN\", \"en\"]".to_owned(),
        Expected::Texts => tr!(l, "fault-expected-texts", example = r#"[{"zh-CN": "1 栋", "en": "Building 1"}, ..]"#),
        Expected::Names => tr!(l, "fault-expected-names", example = r#"["李四", "王五"]"#),
        Expected::Word(which) => agenda_fault::example(which).to_owned(),
        Expected::Agenda => "Agenda(id: \"..\", title: \"..\", kind: .., rule: .., items: [..])".to_owned(),
        Expected::Rule => {
            let example = "Discussion(Majority), Discussion(TwoThirds), Discussion(Consent), ResidentsMeeting, \
                           Owners(Ordinary), Owners(Special), Unanimous";
            tr!(
                l,
                "fault-expected-rule",
                example = example,
                written = "Rule(quorum: [..], approval: [..], citation: \"..\")"
            )
        }
        Expected::Tests => "[AtLeast(\"2/3\", Heads, Participating, Entitled), ..]".to_owned(),
        Expected::Test => "AtLeast(\"2/3\", Heads, Participating, Entitled)".to_owned(),
        Expected::Settings => "(notice_days: 15, speaking: \"3:00\", ..)".to_owned(),
        Expected::Items => "[ Inform(..), Discuss(..), Decide(..) ]".to_owned(),
        Expected::Item => "Discuss(name: \"..\", title: \"..\", minutes: 10)".to_owned(),
        Expected::Motions => "[ Motion(..), .. ]".to_owned(),
        Expected::Motion => "Motion(name: \"..\", text: \"..\", way: RollCall)".to_owned(),
        Expected::Way => "ShowOfHands, RollCall, Secret(boxes: [..]), Consent, Dots(options: [..], each: 3)".to_owned(),
        Expected::Roll => {
            tr!(l, "fault-expected-roll", file = "\"roll.csv\"", list = "[Owner(..), ..]", later = "Later")
        }
        Expected::Voter => "Owner(name: \"..\", units: [(door: \"1-1-101\", area: \"72.40\")])".to_owned(),
        Expected::Units => "[(door: \"1-1-101\", area: \"72.40\"), ..]".to_owned(),
        Expected::Unit => "(door: \"1-1-101\", area: \"72.40\")".to_owned(),
        Expected::Match => "Match(from: \"..\", min: \"3\", max: \"5\", cap: \"200000\", base: Received)".to_owned(),
        Expected::Parts => "[Part(..), ..]".to_owned(),
        Expected::Part => "Part(name: \"..\", title: \"..\", cost: \"8000\")".to_owned(),
        Expected::Fund => "(name: \"..\", title: \"..\", sources: [..], allocations: [..])".to_owned(),
        Expected::Sources => "[(from: \"..\", amount: \"20000\"), ..]".to_owned(),
        Expected::Allocations => "[(for: \"..\", amount: \"8000\"), ..]".to_owned(),
    }
}

/// What a parameter must be.
pub(super) fn rule(l: &Locale, rule: ParameterRule) -> String {
    match rule {
        ParameterRule::Number => tr!(l, "fault-rule-number"),
        ParameterRule::Count => tr!(l, "fault-rule-count"),
        ParameterRule::Step => tr!(l, "fault-rule-step"),
        ParameterRule::OtherThanStart => tr!(l, "fault-rule-other-than-start"),
        ParameterRule::WholeSteps => tr!(l, "fault-rule-whole-steps"),
        ParameterRule::Bool => "true, false".to_owned(),
        ParameterRule::Seed => tr!(l, "fault-rule-seed"),
    }
}

/// All kinds of question by name.
pub(super) fn kinds() -> String {
    KINDS.map(|(name, _)| name).join(", ")
}
