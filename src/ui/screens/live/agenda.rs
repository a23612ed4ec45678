//! 议程: what keys do in the agenda of a meeting under way: go to an item, skip it, move it, put one in on the spot.

use super::{LiveScreen, course, line::Line, panel};
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
    ui::{
        screens::list::moved,
        widgets::{FieldState, PickerState},
    },
};

impl LiveScreen {
    /// What keys do in the agenda.
    pub(super) fn in_agenda(&mut self, action: &Action, ctx: &mut Ctx) -> Next {
        let Some(Line::Agenda { list, title }) = &mut self.line else { return Next::Pass };
        match (action, title) {
            (Action::Input(typing), Some(title)) => {
                title.apply(typing);
                return Next::Stay;
            }
            (Action::New, title @ None) => {
                *title = Some(FieldState::default());
                return Next::Stay;
            }
            (Action::Delete | Action::MoveUp | Action::MoveDown, _) => {}
            (action, _) => return moved(list, action),
        }
        let at = list.current();
        let item = at.and_then(|at| self.meeting(ctx)?.course.items().get(at).map(|item| item.item.key.clone()));
        match (action, item) {
            (Action::Delete, Some(item)) => self.skip(ctx, item),
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

    pub(super) fn insert(&mut self, ctx: &mut Ctx, list: PickerState, title: FieldState) {
        let lang = self.meeting(ctx).map_or_else(|| Lang::new("zh-CN"), |m| m.opening.agenda.default_language.clone());
        let item = Item {
            key: ItemKey::new(ctx.new_id().hyphenated().to_string()),
            kind: ItemKind::Discuss,
            title: Text::one(lang, title.text().trim()),
            minutes: 10,
            script: Vec::new(),
            speaking: None,
            matters: Vec::new(),
            items: Vec::new(),
        };
        let before = self.picked(ctx, &list);
        if self.ask(ctx, Command::Course(CourseCommand::Insert { item: Box::new(item), before })) {
            ctx.notice(Level::Warning, |l| tr!(l, "live-inserted"));
            self.open_agenda(ctx);
        } else {
            self.line = Some(Line::Agenda { list, title: Some(title) });
        }
    }

    pub(super) fn open_agenda(&mut self, ctx: &Ctx) {
        let list = self.meeting(ctx).map(|meeting| course::items(meeting, ctx));
        self.line = list.map(|list| Line::Agenda { list, title: None });
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
        self.open_agenda(ctx);
        let at = self.meeting(ctx).and_then(|m| m.course.items().iter().position(|state| state.item.key == *item));
        if let (true, Some(at), Some(Line::Agenda { list, .. })) = (moved, at, &mut self.line) {
            list.go_to_entry(at);
        }
    }
}
