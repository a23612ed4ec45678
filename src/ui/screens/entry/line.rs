//! Answering by typing one line: text, numbers, dates, times, coordinates, barcodes, paths.
//!
//! Left and Right step a number on a scale. The foot of the line shows how what is typed reads: the day of a short date, the
//! groups of a long number.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::Step;
use crate::{
    app::{Action, Ctx, Typing},
    domain::{
        Answer, Value,
        expr::NodeRef,
        survey::{Draft, Kind, Node},
    },
    locale::{date_weekday, typed_answer, typed_fault, typed_form},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Accepts, Field, FieldState, put},
    },
};

/// A line being answered.
#[derive(Debug)]
pub struct Line {
    field: FieldState,
    placeholder: String,
    masked: bool,
    /// Whether the text was touched since it was opened or answered.
    touched: bool,
    /// Whether a refusal stands instead of a text.
    refused: bool,
    /// How what is typed so far reads.
    reading: String,
}

impl Line {
    /// The line of a question, with what was answered.
    pub fn open(ctx: &Ctx, draft: &Draft, at: NodeRef) -> Self {
        let node = draft.node(at);
        let text = draft.answer(at).and_then(Answer::value).map(typed_form).unwrap_or_default();
        let accepts = match node.kind {
            Kind::Text if node.appears("numbers") => Accepts::Folded,
            Kind::Text | Kind::Image | Kind::Audio | Kind::Video | Kind::File => Accepts::Any,
            _ => Accepts::Folded,
        };
        Self {
            field: FieldState::new(&text).accepts(accepts),
            placeholder: placeholder(ctx, node),
            masked: node.appears("masked"),
            touched: false,
            refused: matches!(draft.answer(at), Some(Answer::Refusal(_))),
            reading: grouped_number(node, &text),
        }
    }

    /// Takes up what was typed and is no answer yet.
    pub fn take_up(&mut self, text: &str, ctx: &Ctx, node: &Node) {
        self.field.set(text);
        self.touched = true;
        self.reading = reading(ctx, node, self.field.text());
    }

    /// What is typed and not entered; nothing when nothing was touched.
    pub fn typed(&self) -> Option<String> {
        self.touched.then(|| self.field.text().to_owned())
    }

    /// The text as it stands.
    pub fn text(&self) -> &str {
        self.field.text()
    }

    /// The value one step further on the scale, or one back.
    fn stepped(&self, node: &Node, forward: bool) -> Option<String> {
        let scale = node.scale?;
        let by = if forward { scale.step } else { -scale.step };
        let next = match self.field.text().trim().parse::<f64>() {
            Ok(now) => (now + by).clamp(scale.start.min(scale.end), scale.start.max(scale.end)),
            Err(_) => scale.start,
        };
        // A step of 0.1 added again and again must not show 0.30000000000000004.
        Some(Value::Decimal((next * 1e6).round() / 1e6).to_text())
    }

    /// What the line does with an action.
    pub fn update(&mut self, action: &Action, ctx: &Ctx, node: &Node) -> Step {
        match action {
            Action::Input(Typing::Left | Typing::Right) if node.scale.is_some() => {
                if let Some(text) = self.stepped(node, *action == Action::Input(Typing::Right)) {
                    self.take_up(&text, ctx, node);
                }
                Step::Stay
            }
            Action::Input(Typing::Delete | Typing::Backspace) if self.refused && self.field.is_empty() => {
                self.refused = false;
                Step::Answer(None)
            }
            Action::Input(typing) => {
                if self.field.apply(typing) {
                    self.touched = true;
                    self.reading = reading(ctx, node, self.field.text());
                }
                Step::Stay
            }
            Action::NextField => match self.committed(ctx, node) {
                Step::Stay => Step::Go,
                Step::Answer(answer) => Step::AnswerAndGo(answer),
                step => step,
            },
            _ => Step::Pass,
        }
    }

    /// What was typed as an answer; [`Step::Stay`] when nothing was touched.
    pub fn committed(&self, ctx: &Ctx, node: &Node) -> Step {
        if !self.touched {
            return Step::Stay;
        }
        match typed_answer(node, self.field.text(), ctx.now()) {
            Ok(value) => Step::Answer(value.map(Answer::Value)),
            Err(fault) => Step::Wrong(typed_fault(&ctx.locale, fault)),
        }
    }

    /// Draws it.
    pub fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, focused: bool) {
        let theme = Theme::of(ctx);
        let shown = u16::try_from(crate::locale::width(&self.reading)).unwrap_or(0);
        let place = Rect { width: area.width.saturating_sub(if shown > 0 { shown + 2 } else { 0 }), ..area };
        let field = Field::new(theme, &self.field).placeholder(&self.placeholder).focused(focused).masked(self.masked);
        if focused && let Some(cursor) = field.cursor(place) {
            frame.set_cursor_position(cursor);
        }
        field.render(place, frame.buffer_mut());
        let right = Rect { x: place.right(), width: area.width - place.width, ..area };
        put(frame.buffer_mut(), right, &self.reading, theme.style(Meaning::Muted));
    }
}

/// What stands in the empty line: how one may type it.
fn placeholder(ctx: &Ctx, node: &Node) -> String {
    let l = &ctx.locale;
    match node.kind {
        Kind::Date if node.appears("year") => tr!(l, "entry-type-year"),
        Kind::Date if node.appears("month-year") => tr!(l, "entry-type-month"),
        Kind::Date => tr!(l, "entry-type-date"),
        Kind::Time => tr!(l, "entry-type-time"),
        Kind::DateTime => tr!(l, "entry-type-date-time"),
        Kind::Geopoint => tr!(l, "entry-type-point"),
        Kind::Image | Kind::Audio | Kind::Video | Kind::File => tr!(l, "entry-type-path"),
        Kind::Barcode => tr!(l, "entry-type-barcode"),
        Kind::Range => node.scale.map_or_else(String::new, |scale| {
            let (start, end) = (Value::Decimal(scale.start).to_text(), Value::Decimal(scale.end).to_text());
            tr!(l, "entry-type-range", start = start, end = end)
        }),
        _ => String::new(),
    }
}

/// A short form of a date as the day it means, so that the surveyor sees it before going on.
fn reading(ctx: &Ctx, node: &Node, text: &str) -> String {
    match (node.kind, typed_answer(node, text, ctx.now())) {
        (Kind::Date, Ok(Some(Value::Date(day)))) => date_weekday(&ctx.locale, day),
        (Kind::DateTime, Ok(Some(Value::DateTime(moment)))) => crate::locale::date_time(moment),
        _ => grouped_number(node, text),
    }
}

/// A long number in groups, where the survey asks for it.
fn grouped_number(node: &Node, text: &str) -> String {
    if !node.appears("thousands-sep") {
        return String::new();
    }
    let (whole, part) = text.trim().split_once('.').map_or((text.trim(), None), |(whole, part)| (whole, Some(part)));
    let Ok(number) = whole.parse::<i64>() else { return String::new() };
    let part = part.map(|digits| format!(".{digits}")).unwrap_or_default();
    if number.abs() < 1_000 { String::new() } else { format!("{}{part}", crate::locale::grouped(number)) }
}
