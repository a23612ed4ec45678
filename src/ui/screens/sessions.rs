//! 场次: all sessions, the latest first, with how many responses each has.

use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{Screen, list::moved_in_table};
use crate::{
    app::{Action, BrowseFilter, Ctx, Level, Next, Place, Scope},
    domain::{SessionId, session::Session},
    locale::{Counted, count, date_time, session_kind, width, wrap},
    store::SessionRow,
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// The list of sessions.
pub struct SessionsScreen {
    rows: Vec<SessionRow>,
    cursor: TableState,
    /// Sessions deleted on this screen, the last one last: undo brings them back.
    deleted: Vec<SessionId>,
}

impl SessionsScreen {
    /// The sessions as they stand.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self { rows: Vec::new(), cursor: TableState::default(), deleted: Vec::new() };
        screen.refresh(ctx);
        screen
    }

    fn current(&self) -> Option<&SessionRow> {
        self.cursor.current().and_then(|at| self.rows.get(at))
    }

    fn delete(&mut self, ctx: &mut Ctx) {
        let Some(session) = self.current().map(|row| row.session.clone()) else { return };
        if ctx.write(|store, stamp| store.delete_session(session.id, stamp)).is_some() {
            self.deleted.push(session.id);
            ctx.notice(Level::Done, |l| tr!(l, "sessions-deleted", title = session.title));
            self.refresh(ctx);
        }
    }

    fn undo(&mut self, ctx: &mut Ctx) {
        let Some(id) = self.deleted.last().copied() else { return };
        if ctx.write(|store, stamp| store.restore_session(id, stamp)).is_some() {
            self.deleted.pop();
            self.refresh(ctx);
            if let Some(at) = self.rows.iter().position(|row| row.session.id == id) {
                self.cursor.go_to(at);
                let title = self.rows[at].session.title.clone();
                ctx.notice(Level::Done, |l| tr!(l, "sessions-restored", title = title));
            }
        }
    }

    fn of_current(&self, place: impl FnOnce(Option<SessionId>) -> Place) -> Next {
        Next::Go(place(self.current().map(|row| row.session.id)))
    }
}

impl Screen for SessionsScreen {
    fn place(&self) -> Place {
        Place::Sessions
    }

    fn scope(&self) -> Scope {
        Scope::Sessions
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "sessions-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        let submissions = self.rows.iter().map(|row| row.counts.submissions()).sum();
        let sessions = count(&ctx.locale, Counted::Sessions, self.rows.len() as u64);
        format!("{sessions}   {}", count(&ctx.locale, Counted::Responses, submissions))
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Open | Action::Delete | Action::Responses | Action::Tally => !self.rows.is_empty(),
            Action::Undo => !self.deleted.is_empty(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        let filter = |session| BrowseFilter { session, ..BrowseFilter::default() };
        match action {
            Action::Open => match self.current() {
                Some(row) => Next::Go(Place::SessionEdit { session: Some(row.session.id) }),
                None => Next::Go(Place::SessionEdit { session: None }),
            },
            Action::New => Next::Go(Place::SessionEdit { session: None }),
            Action::NewResponse => self.of_current(|session| Place::NewResponse { survey: None, session }),
            Action::Responses => self.of_current(|session| Place::Browse { filter: filter(session) }),
            Action::Tally => self.of_current(|session| Place::Summary { survey: None, filter: filter(session) }),
            Action::Delete => {
                self.delete(ctx);
                Next::Stay
            }
            Action::Undo => {
                self.undo(ctx);
                Next::Stay
            }
            action => moved_in_table(&mut self.cursor, &action),
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        if self.rows.is_empty() {
            let words = tr!(l, "sessions-none");
            for (y, line) in (area.y + 1..area.bottom()).zip(wrap(&words, usize::from(area.width.saturating_sub(4)))) {
                let place = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
                put(frame.buffer_mut(), place, line, theme.style(Meaning::Text));
            }
            return;
        }
        let kinds = self.rows.iter().map(|row| width(&session_kind(l, row.session.kind))).max().unwrap_or_default();
        let number = |head: String| {
            let columns = u16::try_from(width(&head)).unwrap_or(8).max(4);
            Column::number(head, columns)
        };
        let columns = [
            Column::new(tr!(l, "sessions-when"), 16),
            Column::growing(tr!(l, "sessions-name"), 22).up_to(44),
            number(tr!(l, "sessions-responses")),
            Column::new(tr!(l, "sessions-kind"), u16::try_from(kinds).unwrap_or(20)),
            number(tr!(l, "sessions-present")),
            // Last, so that it is what a narrow window leaves out.
            Column::growing(tr!(l, "sessions-place"), 20),
        ];
        let cells = |at: usize| -> Vec<TableCell<'_>> {
            let Some(SessionRow { session, counts, .. }) = self.rows.get(at) else { return Vec::new() };
            let present = if session.present == 0 { String::new() } else { session.present.to_string() };
            vec![
                date_time(session.starts).into(),
                session.title.as_str().into(),
                counts.submissions().to_string().into(),
                session_kind(l, session.kind).into(),
                present.into(),
                place(session, ctx).into(),
            ]
        };
        Table::new(theme, &self.cursor, &columns, &cells).focused(true).render(area, frame.buffer_mut());
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let at = self.current().map(|row| row.session.id);
        self.rows = ctx.read(|store| store.sessions(false)).unwrap_or_default();
        self.cursor.set_len(self.rows.len());
        if let Some(at) = self.rows.iter().position(|row| Some(row.session.id) == at) {
            self.cursor.go_to(at);
        }
    }
}

/// Where a session is held, the nearest first; one's own community goes without saying.
fn place(session: &Session, ctx: &Ctx) -> String {
    let own = ctx.settings.community.as_ref() == Some(&session.community);
    let community = if own { "" } else { &session.community };
    let parts = [session.building.as_str(), &session.micro_grid, &session.grid, community];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
