//! 议程: what keys do in the agenda of a meeting under way: go to an item, skip it, move it, put one in on the spot.

use super::{super::matter_pick::matter_title, LiveScreen, course, line::Line, panel, proposal::Proposal};
use crate::{
    app::{Action, Ctx, Level, Next},
    domain::{
        Lang, Text,
        meeting::{
            Command,
            agenda::{Item, ItemKey, ItemKind},
            course::CourseCommand,
        },
    },
    tr,
    ui::{screens::list::moved, widgets::PickerState},
};

impl LiveScreen {
    /// What keys do in the agenda.
    pub(super) fn in_agenda(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let Some(Line::Agenda { list, new }) = &mut self.line else { return Next::Pass };
        match (action, new) {
            (action, Some(new)) => return new.update(action),
            (Action::New, new @ None) => {
                *new = Some(Box::new(Proposal::new(ctx)));
                return Next::Stay;
            }
            (Action::Delete | Action::MoveUp | Action::MoveDown | Action::Matters, _) => {}
            (action, _) => return moved(list, action),
        }
        let at = list.current();
        let item = at.and_then(|at| self.meeting(ctx)?.course.items().get(at).map(|item| item.item.key.clone()));
        match (action, item) {
            (Action::Delete, Some(item)) => self.skip(ctx, item),
            (Action::Matters, Some(item)) => self.begin_matters(ctx, item),
            (Action::MoveUp, Some(item)) => self.shift(ctx, &item, true),
            (Action::MoveDown, Some(item)) => self.shift(ctx, &item, false),
            _ => {}
        }
        Next::Stay
    }

    /// The item selected in the agenda.
    fn picked(&self, ctx: &Ctx, list: &PickerState) -> Option<ItemKey> {
        let at = list.current()?;
        self.meeting(ctx)?.course.items().get(at).map(|item| item.item.key.clone())
    }

    pub(super) fn go(&mut self, ctx: &mut Ctx, list: &PickerState) {
        if let Some(item) = self.picked(ctx, list) {
            self.course(ctx, CourseCommand::Go { item });
        }
    }

    pub(super) fn insert(&mut self, ctx: &mut Ctx, list: PickerState, new: Box<Proposal>) {
        let lang = self.meeting(ctx).map_or_else(|| Lang::new("zh-CN"), |m| m.opening.agenda.default_language.clone());
        let item = Item {
            key: ItemKey::new(ctx.new_id().hyphenated().to_string()),
            kind: ItemKind::Discuss,
            title: Text::one(lang, new.text(ctx)),
            minutes: 10,
            script: Vec::new(),
            speaking: None,
            matters: new.matter().into_iter().collect(),
            items: Vec::new(),
        };
        let before = self.picked(ctx, &list);
        if self.ask(ctx, Command::Course(CourseCommand::Insert { item: Box::new(item), before })) {
            match new.matter().and_then(|matter| matter_title(matter, ctx)) {
                Some(matter) => ctx.notice(Level::Warning, |l| tr!(l, "live-inserted-for", matter = matter)),
                None => ctx.notice(Level::Warning, |l| tr!(l, "live-inserted")),
            }
            self.open_agenda(ctx);
        } else {
            self.line = Some(Line::Agenda { list, new: Some(new) });
        }
    }

    pub(super) fn open_agenda(&mut self, ctx: &Ctx) {
        let list = self.meeting(ctx).map(|meeting| course::items(meeting, ctx));
        self.line = list.map(|list| Line::Agenda { list, new: None });
    }

    fn skip(&mut self, ctx: &mut Ctx, item: ItemKey) {
        self.course(ctx, CourseCommand::Skip { item, reason: String::new() });
        self.open_agenda(ctx);
    }

    /// Moves the selected item of the agenda one up or down, past its neighbour of the same level.
    fn shift(&mut self, ctx: &mut Ctx, item: &ItemKey, up: bool) {
        let before = self.meeting(ctx).and_then(|meeting| panel::neighbour(&meeting.course, item, up));
        let Some(before) = before.map(panel::To::before) else { return };
        let moved = self.ask(ctx, Command::Course(CourseCommand::Move { item: item.clone(), before }));
        if moved { self.open_agenda_at(ctx, item) } else { self.open_agenda(ctx) }
    }

    /// The agenda with the cursor on this item.
    pub(super) fn open_agenda_at(&mut self, ctx: &Ctx, item: &ItemKey) {
        self.open_agenda(ctx);
        let at = self.meeting(ctx).and_then(|m| m.course.items().iter().position(|state| state.item.key == *item));
        if let (Some(at), Some(Line::Agenda { list, .. })) = (at, &mut self.line) {
            list.go_to_entry(at);
        }
    }
}
