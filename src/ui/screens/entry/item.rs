//! One question on the page: its texts, its editor, what is wrong with its answer.

use ratatui::{Frame, layout::Rect, style::Style};

use super::{Choices, Instances, Line, Remarks, Step};
use crate::{
    app::{Action, Ctx, Focus},
    domain::{
        expr::NodeRef,
        survey::{Draft, Kind, Warned, Wording},
    },
    locale::{CUT, answer_words, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme, WRONG},
        widgets::{Field, FieldState, put},
    },
};
use ratatui::widgets::Widget;

/// How a question is answered.
#[derive(Debug)]
pub enum Editor {
    /// By picking.
    Choices(Box<Choices>),
    /// By typing a line.
    Line(Box<Line>),
    /// By typing several.
    Remarks(Box<Remarks>),
    /// As a list of instances.
    Instances(Box<Instances>),
    /// Not at all: it heads a table with these choices.
    Heading(Vec<String>),
    /// Not at all: a note, a heading, a read-only answer.
    Nothing,
}

/// One question on the page.
#[derive(Debug)]
pub struct Item {
    /// Which.
    pub at: NodeRef,
    /// How it is answered.
    pub editor: Editor,
    /// Why what was typed last is no answer.
    pub wrong: String,
    /// Enter was pressed on a required blank.
    pub missed: bool,
    /// The reason being typed for passing a warning.
    pub reason: Option<FieldState>,
}

impl Item {
    /// A question as it stands.
    pub fn open(ctx: &Ctx, draft: &Draft, at: NodeRef) -> Self {
        let node = draft.node(at);
        let editor = match node.kind {
            Kind::Repeat if !draft.is_instance(at) => Editor::Instances(Box::new(Instances::open(ctx, draft, at))),
            _ if node.is_heading() => {
                let options = draft.options(at);
                let offered = options.iter().flat_map(crate::domain::survey::Options::iter);
                Editor::Heading(offered.map(|option| option.label.to_owned()).collect())
            }
            _ if draft.read_only(at) => Editor::Nothing,
            _ if Choices::suits(node) => Editor::Choices(Box::new(Choices::open(ctx, draft, at))),
            Kind::Text if node.appears("multiline") || node.rows.is_some() => {
                Editor::Remarks(Box::new(Remarks::open(draft, at)))
            }
            _ => Editor::Line(Box::new(Line::open(ctx, draft, at))),
        };
        Self { at, editor, wrong: String::new(), missed: false, reason: None }
    }

    /// Whether one can stop here: questions and instance lists, not notes or headings inside a page.
    pub fn takes_focus(&self) -> bool {
        !matches!(self.editor, Editor::Nothing | Editor::Heading(_))
    }

    /// The choices that head the table it is part of.
    pub fn heads(&self) -> Option<Vec<String>> {
        match &self.editor {
            Editor::Choices(choices) => choices.heads(),
            Editor::Heading(labels) => Some(labels.clone()),
            _ => None,
        }
    }

    /// What the editor does with an action.
    pub fn update(&mut self, action: &Action, ctx: &Ctx, draft: &Draft) -> Step {
        match &mut self.editor {
            Editor::Choices(choices) => choices.update(action),
            Editor::Line(line) => line.update(action, ctx, draft.node(self.at)),
            Editor::Remarks(remarks) => remarks.update(action),
            Editor::Nothing | Editor::Heading(_) if *action == Action::NextField => Step::Go,
            Editor::Instances(_) | Editor::Nothing | Editor::Heading(_) => Step::Pass,
        }
    }

    /// What is typed and not yet an answer: asked when the question is left another way than with Enter.
    pub fn committed(&self, ctx: &Ctx, draft: &Draft) -> Step {
        match &self.editor {
            Editor::Line(line) => line.committed(ctx, draft.node(self.at)),
            Editor::Remarks(remarks) => remarks.committed(),
            _ => Step::Stay,
        }
    }

    /// What is typed and not yet an answer.
    pub fn typed(&self) -> Option<String> {
        match &self.editor {
            Editor::Line(line) => line.typed(),
            Editor::Remarks(remarks) => remarks.typed(),
            _ => None,
        }
    }

    /// The text as it stands; nothing where none is typed.
    pub fn text(&self) -> Option<String> {
        match &self.editor {
            Editor::Line(line) => Some(line.text().to_owned()),
            Editor::Remarks(remarks) => Some(remarks.text()),
            _ => None,
        }
    }

    /// Takes up what was typed and is no answer yet.
    pub fn take_up(&mut self, text: &str, ctx: &Ctx, draft: &Draft) {
        match &mut self.editor {
            Editor::Line(line) => line.take_up(text, ctx, draft.node(self.at)),
            Editor::Remarks(remarks) => remarks.take_up(text),
            _ => {}
        }
    }

    /// What the keyboard types into.
    pub fn focus(&self) -> Focus {
        if self.reason.is_some() {
            return Focus::Field;
        }
        match &self.editor {
            Editor::Choices(choices) => choices.focus(),
            Editor::Line(_) => Focus::Field,
            Editor::Remarks(_) => Focus::Notes,
            Editor::Instances(_) | Editor::Nothing | Editor::Heading(_) => Focus::None,
        }
    }

    /// The message below the editor and how grave it is.
    fn message(&self, ctx: &Ctx, draft: &Draft) -> Option<(Meaning, String)> {
        let said = |which, otherwise: String| {
            let words = draft.wording(self.at, which);
            if words.is_empty() { otherwise } else { words.into_owned() }
        };
        let l = &ctx.locale;
        if !self.wrong.is_empty() {
            Some((Meaning::Bad, self.wrong.clone()))
        } else if draft.violation(self.at) {
            Some((Meaning::Bad, said(Wording::Constraint, tr!(l, "entry-violated"))))
        } else if draft.warning(self.at) == Warned::Raised {
            Some((Meaning::Warn, said(Wording::Warning, tr!(l, "entry-warned"))))
        } else if self.missed && draft.required(self.at) && !draft.is_answered(self.at) {
            Some((Meaning::Bad, said(Wording::Required, tr!(l, "entry-required"))))
        } else {
            None
        }
    }
}

/// Where in its table a question stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableRow {
    /// The table begins here: the names of the choices stand above it.
    pub begins: bool,
    /// The question after it is another row of it.
    pub goes_on: bool,
}

/// Draws an item; `open` shows its editor, else its answer stands behind the label.
pub struct ItemView<'a> {
    /// The question.
    pub item: &'a Item,
    /// The answers.
    pub draft: &'a Draft,
    /// Whether keys go here.
    pub focused: bool,
    /// Whether other questions stand on the same page.
    pub listed: bool,
    /// Its table, where it is part of one.
    pub table: TableRow,
    /// Whether the guidance is shown.
    pub guidance: bool,
    /// Rows of its text that are scrolled over.
    pub scrolled: u16,
}

/// Rows a long text leaves to the editor below it.
const LEFT_TO_EDITOR: u16 = 4;

impl ItemView<'_> {
    /// The rows of text above the editor.
    fn head(&self, ctx: &Ctx, width: usize) -> Vec<(String, Style)> {
        let theme = Theme::of(ctx);
        let mut rows = Vec::new();
        let mut add = |text: &str, style: Style| {
            for line in text.lines() {
                rows.extend(wrap(line, width).into_iter().map(|line| (line.to_owned(), style)));
            }
        };
        let (at, draft) = (self.item.at, self.draft);
        let quiet = self.listed && !self.focused;
        let strong = theme.style(if quiet { Meaning::Text } else { Meaning::Title });
        add(&self.label(ctx), strong);
        if !quiet {
            add(&draft.wording(at, Wording::Hint), theme.style(Meaning::Muted));
            if self.guidance {
                add(&draft.wording(at, Wording::Guidance), theme.style(Meaning::Accent));
            }
        }
        rows
    }

    /// What is asked, with a star where an answer is needed.
    pub(super) fn label(&self, ctx: &Ctx) -> String {
        let (at, draft) = (self.item.at, self.draft);
        let node = draft.node(at);
        let label = draft.label(at);
        let label = if node.specifies_other {
            tr!(ctx.locale, "entry-specify-other")
        } else if label.trim().is_empty() && node.takes_answers() {
            node.name.to_string()
        } else {
            label.into_owned()
        };
        let star =
            if draft.required(at) && !draft.is_answered(at) { tr!(ctx.locale, "entry-star") } else { String::new() };
        format!("{label}{star}")
    }

    /// Rows its text may take in this area.
    fn head_room(&self, ctx: &Ctx, area: Rect) -> u16 {
        let foot = u16::try_from(self.foot(ctx, usize::from(area.width)).len()).unwrap_or(u16::MAX);
        let editor = self.editor_height(ctx, area.width, LEFT_TO_EDITOR);
        let others = foot + u16::from(self.item.reason.is_some()) + u16::from(self.shown_answer(ctx).is_some());
        area.height.saturating_sub(editor + others + u16::from(!self.listed && editor > 0)).max(1)
    }

    /// Rows of its text that do not fit.
    pub fn overhang(&self, ctx: &Ctx, area: Rect) -> u16 {
        let rows = u16::try_from(self.head(ctx, usize::from(area.width)).len()).unwrap_or(u16::MAX);
        rows.saturating_sub(self.head_room(ctx, area))
    }

    pub(super) fn answer(&self, ctx: &Ctx) -> Option<String> {
        let answer = self.draft.answer(self.item.at)?;
        Some(answer_words(&ctx.locale, self.draft.form(), self.item.at.node, answer))
    }

    /// Rows below the editor: what is wrong, the reason, which refusals may be noted.
    pub(super) fn foot(&self, ctx: &Ctx, width: usize) -> Vec<(String, Style)> {
        let theme = Theme::of(ctx);
        let mut rows = Vec::new();
        if let Some((meaning, text)) = self.item.message(ctx, self.draft) {
            let mark = if meaning == Meaning::Bad { WRONG } else { "!" };
            let style = theme.style(meaning);
            rows.extend(wrap(&format!("{mark} {text}"), width).into_iter().map(|line| (line.to_owned(), style)));
        }
        rows
    }

    /// The answer when the editor cannot show it: a refusal, a read-only value, a question that is not focused.
    fn shown_answer(&self, ctx: &Ctx) -> Option<String> {
        let refused = matches!(self.draft.answer(self.item.at), Some(crate::domain::Answer::Refusal(_)));
        let closed = self.listed && !self.focused;
        let fixed = matches!(self.item.editor, Editor::Nothing) && self.draft.node(self.item.at).kind != Kind::Note;
        if refused || closed || fixed { self.answer(ctx) } else { None }
    }

    fn editor_height(&self, ctx: &Ctx, width: u16, most: u16) -> u16 {
        if self.listed && !self.focused {
            return 0;
        }
        match &self.item.editor {
            Editor::Choices(choices) => choices.height(ctx, width, most),
            Editor::Line(_) => 1,
            Editor::Remarks(remarks) => remarks.height().min(most),
            Editor::Instances(instances) => instances.height(ctx, width, most),
            Editor::Nothing | Editor::Heading(_) => 0,
        }
    }

    /// Rows the whole item takes at this width, a blank row behind it included.
    pub fn height(&self, ctx: &Ctx, width: u16, most: u16) -> u16 {
        if let Some(height) = self.table_height(ctx, width) {
            return height;
        }
        let rows = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let columns = usize::from(width);
        let texts = rows(self.head(ctx, columns).len() + self.foot(ctx, columns).len());
        let reason = u16::from(self.item.reason.is_some());
        let answer = u16::from(self.shown_answer(ctx).is_some());
        let gap = u16::from(!self.listed);
        let fixed = texts + reason + answer + gap + 1;
        fixed + self.editor_height(ctx, width, most.saturating_sub(fixed).max(3))
    }

    /// Draws it.
    pub fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        if self.view_table(ctx, frame, area) {
            return;
        }
        let theme = Theme::of(ctx);
        let columns = usize::from(area.width);
        let mut y = area.y;
        let mut rest = |frame: &mut Frame<'_>, text: &str, style: Style, indent: u16| {
            if y < area.bottom() {
                let place = Rect { x: area.x + indent, width: area.width.saturating_sub(indent), y, height: 1 };
                put(frame.buffer_mut(), place, text, style);
                y += 1;
            }
        };
        let (head, room) = (self.head(ctx, columns), usize::from(self.head_room(ctx, area)));
        let more = head.len().saturating_sub(usize::from(self.scrolled)) > room;
        for (n, (line, style)) in head.iter().skip(usize::from(self.scrolled)).take(room).enumerate() {
            let cut = more && n + 1 == room;
            rest(frame, if cut { CUT } else { line }, *style, 0);
        }
        if let Some(answer) = self.shown_answer(ctx) {
            rest(frame, &answer, theme.style(Meaning::Good), 2);
        }
        if !self.listed {
            rest(frame, "", theme.style(Meaning::Text), 0);
        }
        let foot = self.foot(ctx, columns);
        let below = u16::try_from(foot.len()).unwrap_or(0) + u16::from(self.item.reason.is_some());
        let room = area.bottom().saturating_sub(y).saturating_sub(below);
        let height = self.editor_height(ctx, area.width, room).min(room);
        let place = Rect { y, height, ..area };
        let editing = self.focused && self.item.reason.is_none();
        if height > 0 {
            match &self.item.editor {
                Editor::Choices(choices) => choices.view(ctx, frame, place, editing),
                Editor::Line(line) => line.view(ctx, frame, place, editing),
                Editor::Remarks(remarks) => remarks.view(ctx, frame, place, editing),
                Editor::Instances(instances) => instances.view(ctx, frame, place, editing),
                Editor::Nothing | Editor::Heading(_) => {}
            }
        }
        y += height;
        self.view_foot(ctx, frame, Rect { y, height: area.bottom().saturating_sub(y), ..area });
    }

    /// Draws what is wrong, and the line a reason is typed into.
    pub(super) fn view_foot(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let theme = Theme::of(ctx);
        let mut y = area.y;
        for (line, style) in self.foot(ctx, area.width.into()) {
            if y < area.bottom() {
                put(frame.buffer_mut(), Rect { y, height: 1, ..area }, &line, style);
                y += 1;
            }
        }
        if let Some(reason) = &self.item.reason
            && y < area.bottom()
        {
            let (label, empty) = (tr!(ctx.locale, "entry-reason"), tr!(ctx.locale, "entry-reason-empty"));
            let field = Field::new(theme, reason).label(&label).placeholder(&empty).focused(self.focused);
            let place = Rect { y, height: 1, ..area };
            if let Some(cursor) = field.cursor(place) {
                frame.set_cursor_position(cursor);
            }
            field.render(place, frame.buffer_mut());
        }
    }
}
