//! Motions of an agenda and their ways of voting.

use super::{
    AgendaFault, MotionKey, MotionPlan, Named, Unfit, Vocabulary, Way,
    read_word::{Reading, Variant},
    words::WAYS,
};
use crate::domain::{
    Span, Text,
    meeting::rule::{Discussion, Measure, Regime, Rule},
    reading::as_fields,
    ron::{Expected, Found, Node, Value},
};

/// Fields of a motion.
const FIELDS: [&str; 5] = ["name", "text", "way", "rule", "matters"];

impl Reading<'_> {
    /// `motions: [Motion(..), ..]`
    pub fn motions(&mut self, node: &Node<'_>) -> Vec<MotionPlan> {
        self.list(node, Expected::Motions).iter().filter_map(|motion| self.motion(motion)).collect()
    }

    fn motion(&mut self, node: &Node<'_>) -> Option<MotionPlan> {
        let (name, fields) = as_fields(node, Expected::Motion, self)?;
        if let Some(name) = name
            && name.text != "Motion"
        {
            self.wrong(name.span, Expected::Motion, Found::Name);
        }
        let head = crate::domain::reading::head(node);
        let (mut key, mut text, mut rule, mut way) = (String::new(), Text::default(), None, None);
        let mut matters = Vec::new();
        let mut readable = true;
        self.no_field_twice(fields);
        for field in fields {
            let value = &field.value;
            match field.name.text {
                "name" => key = self.key(Named::Motion, value),
                "text" => text = self.words(value),
                "matters" => matters = self.ids(value),
                "rule" => {
                    rule = self.rule(value);
                    readable &= rule.is_some();
                }
                "way" => {
                    way = self.way(value).map(|way| (way, value.span));
                    readable &= way.is_some();
                }
                _ => self.unknown_field(field.name, &FIELDS, &[("title", "text"), ("label", "text"), ("id", "name")]),
            }
        }
        self.need(head, fields, &["name", "text"]);
        if let Some((Way::Consent, _)) = way
            && rule.is_none()
            && matches!(self.own.rule.regime, Regime::Discussion(_))
        {
            // Whoever asks for objections and names no rule means the rule that asks for them.
            rule = Some(Rule::discussion(Discussion::Consent));
        }
        let by = rule.clone().unwrap_or_else(|| self.own.rule.clone());
        if let Some((way, span)) = &way
            && readable
        {
            self.fits(way, *span, &by);
        }
        let way = way.map_or_else(|| usual_way(&by), |(way, _)| way);
        Some(MotionPlan { key: MotionKey::new(key), text, rule, way, matters })
    }

    fn fits(&mut self, way: &Way, span: Span, rule: &Rule) {
        if let Some(why) = unfit(way, rule) {
            let fit = [Way::ShowOfHands, Way::RollCall, Way::Secret { boxes: Vec::new() }, Way::Consent];
            let fit = fit.iter().filter(|way| unfit(way, rule).is_none()).map(way_name).collect();
            self.error(span, AgendaFault::WayUnfit { way: way_name(way), why, fit });
        }
    }

    /// `ShowOfHands`, `RollCall`, `Secret(boxes: [..])`, `Consent`, `Dots(options: [..], each: 3)`.
    fn way(&mut self, node: &Node<'_>) -> Option<Way> {
        let variant = self.variant(node, Expected::Way)?;
        match variant.name.text {
            "ShowOfHands" => Some(Way::ShowOfHands),
            "RollCall" => Some(Way::RollCall),
            "Consent" => Some(Way::Consent),
            "Secret" => Some(self.secret(&variant)),
            "Dots" => Some(self.dots(&variant)),
            _ => {
                self.unknown_word(Vocabulary::Way, variant.name, &WAYS);
                None
            }
        }
    }

    fn secret(&mut self, variant: &Variant<'_, '_>) -> Way {
        let mut boxes = Vec::new();
        self.no_field_twice(variant.fields);
        for field in variant.fields {
            match field.name.text {
                "boxes" => boxes = self.texts(&field.value),
                _ => self.unknown_field(field.name, &["boxes"], &[("buildings", "boxes")]),
            }
        }
        Way::Secret { boxes }
    }

    fn dots(&mut self, variant: &Variant<'_, '_>) -> Way {
        let (mut options, mut each, mut few) = (Vec::new(), 1, false);
        self.no_field_twice(variant.fields);
        for field in variant.fields {
            match field.name.text {
                "options" => {
                    options = self.texts(&field.value);
                    few = matches!(field.value.value, Value::List(_)) && options.len() < 2;
                }
                "each" => each = self.some(&field.value).unwrap_or(1),
                _ => self.unknown_field(field.name, &["options", "each"], &[("choices", "options"), ("dots", "each")]),
            }
        }
        self.need(variant.name.span, variant.fields, &["options"]);
        if few && !self.damaged(variant.name.span) {
            self.error(variant.name.span, AgendaFault::FewOptions);
        }
        Way::Dots { options, each }
    }
}

/// The name of a way in a file.
fn way_name(way: &Way) -> &'static str {
    match way {
        Way::ShowOfHands => "ShowOfHands",
        Way::RollCall => "RollCall",
        Way::Secret { .. } => "Secret",
        Way::Consent => "Consent",
        Way::Dots { .. } => "Dots",
    }
}

/// The way a rule is voted by when a motion names none.
fn usual_way(rule: &Rule) -> Way {
    match rule.regime {
        Regime::Discussion(Discussion::Consent) => Way::Consent,
        _ if unfit(&Way::ShowOfHands, rule).is_some() => Way::RollCall,
        _ => Way::ShowOfHands,
    }
}

/// Why a way of voting cannot answer a rule.
fn unfit(way: &Way, rule: &Rule) -> Option<Unfit> {
    let statute = matches!(rule.regime, Regime::ResidentsMeeting | Regime::Owners(_) | Regime::Unanimous);
    let area = rule.quorum.iter().chain(&rule.approval).any(|test| test.measure == Measure::Area);
    match way {
        Way::Consent | Way::Dots { .. } if statute => Some(Unfit::Statute),
        Way::Consent if rule.regime != Regime::Discussion(Discussion::Consent) => Some(Unfit::Counted),
        // Papers carry their owner's area, and each box is counted with its papers' areas added.
        Way::ShowOfHands if area => Some(Unfit::Area),
        _ => None,
    }
}
