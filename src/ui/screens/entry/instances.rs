//! A repeat whose number the surveyor sets: go on, add one, or open, move or remove one that is there.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use crate::{
    app::{Action, Ctx, Next},
    domain::{
        expr::{NodeRef, Schema},
        survey::{Draft, Kind},
    },
    tr,
    ui::{
        screens::list::moved,
        theme::Theme,
        widgets::{Click, Digit, Entry, Picker, PickerState},
    },
};

/// What the surveyor wants with the repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// Dealt with.
    Stay,
    /// Not the list's.
    Pass,
    /// No more: on to what follows.
    GoOn,
    /// One more.
    Add,
    /// To the first question of this instance.
    Open(NodeRef),
    /// This instance away.
    Remove(NodeRef),
    /// This instance to this place, from 1.
    Move(NodeRef, usize),
}

/// The list of a repeat's instances.
#[derive(Debug)]
pub struct Instances {
    list: PickerState,
    instances: Vec<NodeRef>,
}

/// Rows before the instances: go on, add one.
const BEFORE: usize = 2;

impl Instances {
    /// The instances there are now. The cursor is on "add" while there is none, else on "go on".
    pub fn open(ctx: &Ctx, draft: &Draft, repeat: NodeRef) -> Self {
        let instances: Vec<NodeRef> = draft.instances_of(repeat).iter().map(|id| draft.instance_ref(*id)).collect();
        let label = draft.label(repeat).into_owned();
        let mut entries = vec![Entry::new(tr!(ctx.locale, "entry-repeat-go-on"))];
        entries.push(Entry::new(tr!(ctx.locale, "entry-repeat-add", what = label.clone())));
        for (n, at) in instances.iter().enumerate() {
            let progress = draft.progress(*at);
            let figure = format!("{}/{}", progress.answered, progress.asked);
            let name = first_answer(ctx, draft, *at).unwrap_or_default();
            entries.push(Entry::new(format!("{label} {}  {name}", n + 1)).note(figure));
        }
        let mut list = PickerState::new(entries);
        list.go_to(usize::from(instances.is_empty()));
        Self { list, instances }
    }

    /// What the list does with an action.
    pub fn update(&mut self, action: &Action) -> Wish {
        let chosen = match action {
            Action::NextField | Action::Open | Action::Toggle => self.list.current(),
            Action::Click(column, row) => match self.list.click(*column, *row) {
                Click::Nowhere | Click::Moved => return Wish::Stay,
                Click::Again => self.list.current(),
            },
            Action::Wheel { down } => {
                self.list.go_line(*down);
                return Wish::Stay;
            }
            Action::Digit(digit) => match self.list.digit(*digit) {
                Digit::Chose(index) => Some(index),
                Digit::Waits(_) | Digit::NoSuch => return Wish::Stay,
            },
            Action::New => Some(1),
            Action::Delete => return self.here().map_or(Wish::Stay, |(at, _)| Wish::Remove(at)),
            Action::MoveUp => {
                return self.here().map_or(Wish::Stay, |(at, n)| Wish::Move(at, n.saturating_sub(1).max(1)));
            }
            Action::MoveDown => {
                return self.here().map_or(Wish::Stay, |(at, n)| Wish::Move(at, (n + 1).min(self.instances.len())));
            }
            Action::Up if self.list.row() == 0 => return Wish::Pass,
            Action::PageUp | Action::PageDown | Action::Input(_) => return Wish::Pass,
            action => return if moved(&mut self.list, action) == Next::Pass { Wish::Pass } else { Wish::Stay },
        };
        match chosen {
            Some(0) => Wish::GoOn,
            Some(1) => Wish::Add,
            Some(index) => self.instances.get(index - BEFORE).map_or(Wish::Stay, |at| Wish::Open(*at)),
            None => Wish::Stay,
        }
    }

    /// The instance the cursor is on, and its place from 1.
    fn here(&self) -> Option<(NodeRef, usize)> {
        let place = self.list.current()?.checked_sub(BEFORE)?;
        Some((*self.instances.get(place)?, place + 1))
    }

    /// Puts the cursor on an instance by its place from 1.
    pub fn go_to(&mut self, place: usize) {
        self.list.go_to_entry(place + BEFORE - 1);
    }

    /// Rows it takes, at most `most`.
    pub fn height(&self, ctx: &Ctx, width: u16, most: u16) -> u16 {
        self.picker(ctx, true).height(width, most)
    }

    /// Draws it.
    pub fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect, focused: bool) {
        self.picker(ctx, focused).render(area, frame.buffer_mut());
    }

    fn picker(&self, ctx: &Ctx, focused: bool) -> Picker<'_> {
        Picker::new(Theme::of(ctx), &self.list).numbers(true).focused(focused)
    }
}

/// What tells one instance from another: the first answer in it, in words.
fn first_answer(ctx: &Ctx, draft: &Draft, instance: NodeRef) -> Option<String> {
    let form = draft.form();
    let mut inside = form.children(instance.node).to_vec();
    inside.reverse();
    while let Some(node) = inside.pop() {
        let at = NodeRef { node, instance: instance.instance };
        if let Some(answer) = draft.answer(at).filter(|_| form.node(node).takes_answers()) {
            return Some(crate::locale::answer_words(&ctx.locale, form, node, answer));
        }
        if form.node(node).kind == Kind::Group {
            inside.extend(form.node(node).children.iter().rev());
        }
    }
    None
}
