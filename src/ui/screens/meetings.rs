//! 会议: all meetings, the latest first, and below them agenda files that are bad.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};
use ratatui::{Frame, layout::Rect, widgets::Widget};

use super::{Screen, list::moved_in_table};
use crate::{
    app::{Action, Ctx, Level, Next, Place, Scope},
    domain::{
        MeetingId,
        meeting::{MeetingRow, MeetingStage, rule::Outcome},
    },
    locale::{date_time, meeting::stage, session_kind, width, wrap},
    tr,
    ui::{
        theme::{Meaning, Theme},
        widgets::{Column, Table, TableCell, TableState, put},
    },
};

/// All stages, for the width of their column.
const STAGES: [MeetingStage; 5] =
    [MeetingStage::SetUp, MeetingStage::UnderWay, MeetingStage::Paused, MeetingStage::Closed, MeetingStage::Final];

/// One line of the list.
enum Line {
    Meeting {
        row: Box<MeetingRow>,
        /// When it began, else when its session does.
        when: DateTime<FixedOffset>,
    },
    /// An agenda file no meeting can be held by.
    Bad {
        /// As the list of agendas has it.
        file: String,
        /// How many faults; nothing when it cannot even be read.
        faults: Option<usize>,
    },
}

/// The list of meetings.
pub struct MeetingsScreen {
    lines: Vec<Line>,
    cursor: TableState,
}

/// Where one goes on with a meeting.
pub fn place_of(meeting: MeetingId, stage: MeetingStage) -> Place {
    match stage {
        MeetingStage::SetUp => Place::Lobby { meeting },
        MeetingStage::UnderWay | MeetingStage::Paused => Place::Live { meeting },
        MeetingStage::Closed | MeetingStage::Final => Place::Minutes { meeting },
    }
}

impl MeetingsScreen {
    /// The meetings as they stand.
    pub fn open(ctx: &mut Ctx) -> Self {
        let mut screen = Self { lines: Vec::new(), cursor: TableState::default() };
        screen.refresh(ctx);
        screen
    }

    fn current(&self) -> Option<&Line> {
        self.cursor.current().and_then(|at| self.lines.get(at))
    }

    fn current_meeting(&self) -> Option<&MeetingRow> {
        match self.current() {
            Some(Line::Meeting { row, .. }) => Some(row),
            _ => None,
        }
    }

    fn meetings(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line, Line::Meeting { .. })).count()
    }

    fn bad(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().filter_map(|line| match line {
            Line::Bad { file, .. } => Some(file.as_str()),
            Line::Meeting { .. } => None,
        })
    }

    /// The meeting under the cursor is read, so that its figures can be shown.
    fn look(&self, ctx: &mut Ctx) {
        if let Some(id) = self.current_meeting().map(|row| row.id) {
            ctx.hold(id);
        }
    }

    /// Who came to the meeting under the cursor, and what was carried.
    fn detail(&self, ctx: &Ctx) -> Option<String> {
        let meeting = ctx.meeting(self.current_meeting()?.id)?;
        let presence = meeting.attendance.presence();
        let (present, proxy) = (presence.weight.heads, presence.by_proxy);
        let motions = meeting.motions.all();
        let carried = motions.iter().filter(|motion| motion.outcome() == Some(Outcome::Carried)).count();
        let motions = motions.len();
        let entitled = meeting.attendance.entitled().heads;
        let l = &ctx.locale;
        Some(match entitled {
            0 => tr!(l, "meetings-detail-no-roll", present = present, carried = carried, motions = motions),
            _ => tr!(
                l,
                "meetings-detail",
                entitled = entitled,
                present = present,
                proxy = proxy,
                carried = carried,
                motions = motions
            ),
        })
    }

    fn cells<'a>(line: &'a Line, ctx: &'a Ctx) -> Vec<TableCell<'a>> {
        let l = &ctx.locale;
        match line {
            Line::Meeting { row, when } => {
                let meaning = match row.stage() {
                    MeetingStage::UnderWay | MeetingStage::Paused => Meaning::Good,
                    MeetingStage::SetUp => Meaning::Accent,
                    MeetingStage::Closed | MeetingStage::Final => Meaning::Text,
                };
                vec![
                    date_time(*when).into(),
                    row.title.as_str().into(),
                    TableCell::new(stage(l, row.stage()), meaning),
                    session_kind(l, row.kind).into(),
                    row.place.as_str().into(),
                    row.chair.as_str().into(),
                ]
            }
            Line::Bad { file, faults } => {
                let name = std::path::Path::new(file).file_name().map_or(file.as_str().into(), |n| n.to_string_lossy());
                let state = match faults {
                    Some(count) => {
                        let count = *count;
                        tr!(l, "meetings-bad-count", count = count)
                    }
                    None => tr!(l, "surveys-unreadable"),
                };
                vec![
                    TableCell::new(tr!(l, "meetings-bad-agenda"), Meaning::Bad),
                    TableCell::new(name, Meaning::Bad),
                    TableCell::new(state, Meaning::Bad),
                ]
            }
        }
    }

    fn foot(&self, ctx: &Ctx) -> Vec<(Meaning, String)> {
        let l = &ctx.locale;
        let mut lines: Vec<_> = self.detail(ctx).map(|words| (Meaning::Text, words)).into_iter().collect();
        if let Some(Line::Bad { file, .. }) = self.current() {
            lines.push((Meaning::Bad, file.clone()));
        }
        let dir = ctx.dir.join("agendas").display().to_string();
        lines.push((Meaning::Muted, tr!(l, "meetings-folder", dir = dir)));
        lines
    }
}

impl Screen for MeetingsScreen {
    fn place(&self) -> Place {
        Place::Meetings
    }

    fn scope(&self) -> Scope {
        Scope::Meetings
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "meetings-title")
    }

    fn status(&self, ctx: &Ctx) -> String {
        let count = self.meetings();
        tr!(ctx.locale, "meetings-status", count = count)
    }

    fn allows(&self, action: &Action) -> bool {
        match action {
            Action::Problems => self.bad().next().is_some(),
            Action::Go(Place::Meetings) => false,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match action {
            Action::Open => match self.current() {
                Some(Line::Meeting { row, .. }) => Next::Go(place_of(row.id, row.stage())),
                Some(Line::Bad { file, .. }) => Next::Go(Place::Faults { file: file.clone() }),
                None => Next::Go(Place::NewMeeting { agenda: None, session: None }),
            },
            Action::New => Next::Go(Place::NewMeeting { agenda: None, session: None }),
            Action::Problems => {
                let here = match self.current() {
                    Some(Line::Bad { file, .. }) => Some(file.as_str()),
                    _ => self.bad().next(),
                };
                here.map_or(Next::Stay, |file| Next::Go(Place::Faults { file: file.to_owned() }))
            }
            Action::Reload => {
                ctx.reload_library();
                self.refresh(ctx);
                let (all, bad) = (ctx.agendas().all().count(), self.bad().count());
                ctx.notice(Level::Done, |l| tr!(l, "meetings-reloaded", all = all, bad = bad));
                Next::Stay
            }
            action => {
                let next = moved_in_table(&mut self.cursor, &action);
                self.look(ctx);
                next
            }
        }
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let l = &ctx.locale;
        let theme = Theme::of(ctx);
        let columns = usize::from(area.width.saturating_sub(4));
        let mut foot: Vec<(Meaning, String)> = Vec::new();
        for (meaning, text) in self.foot(ctx) {
            foot.extend(wrap(&text, columns).into_iter().map(|line| (meaning, line.to_owned())));
        }
        let below = u16::try_from(foot.len()).unwrap_or(u16::MAX).min(area.height / 2);
        let list = Rect { height: area.height - below - 1, ..area };
        if self.lines.is_empty() {
            let words = tr!(l, "meetings-none");
            for (y, line) in (area.y + 1..list.bottom()).zip(wrap(&words, columns)) {
                let place = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
                put(frame.buffer_mut(), place, line, theme.style(Meaning::Text));
            }
        } else {
            let widest = |words: Vec<String>| {
                let columns = words.iter().map(|words| width(words)).max().unwrap_or_default();
                u16::try_from(columns).unwrap_or(12)
            };
            let of_rows = |words: fn(&Ctx, &MeetingRow) -> String| {
                let rows = self.lines.iter().filter_map(|line| match line {
                    Line::Meeting { row, .. } => Some(words(ctx, row)),
                    Line::Bad { .. } => None,
                });
                rows.collect::<Vec<_>>()
            };
            let stages = widest(STAGES.iter().map(|s| stage(l, *s)).collect()).max(11);
            let columns = [
                Column::new(tr!(l, "meetings-when"), widest(vec![tr!(l, "meetings-bad-agenda")]).max(16)),
                Column::growing(tr!(l, "meetings-name"), 22),
                Column::new(tr!(l, "meetings-stage"), stages),
                Column::new(
                    tr!(l, "meetings-kind"),
                    widest(of_rows(|ctx, row| session_kind(&ctx.locale, row.kind))).max(4),
                ),
                Column::new(tr!(l, "meetings-place"), 14),
                Column::new(tr!(l, "meetings-chair"), 10),
            ];
            let cells = |at: usize| self.lines.get(at).map_or_else(Vec::new, |line| Self::cells(line, ctx));
            Table::new(theme, &self.cursor, &columns, &cells).focused(true).render(list, frame.buffer_mut());
        }
        for (y, (meaning, line)) in (area.bottom() - below..area.bottom()).zip(&foot) {
            let place = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 1 };
            put(frame.buffer_mut(), place, line, theme.style(*meaning));
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        let at = self.current_meeting().map(|row| row.id);
        let rows = ctx.read(crate::store::Store::meetings).unwrap_or_default();
        let sessions = ctx.read(|store| store.sessions(true)).unwrap_or_default();
        let starts: HashMap<_, _> = sessions.into_iter().map(|row| (row.session.id, row.session.starts)).collect();
        let line = |row: MeetingRow| {
            let when = row.started.or_else(|| starts.get(&row.session).copied()).unwrap_or(row.opened);
            Line::Meeting { row: Box::new(row), when }
        };
        self.lines = rows.into_iter().map(line).collect();
        self.lines.sort_by_key(|line| match line {
            Line::Meeting { when, .. } => std::cmp::Reverse(*when),
            Line::Bad { .. } => std::cmp::Reverse(DateTime::default()),
        });
        let bad = ctx.agendas().all().filter(|agenda| agenda.faults() > 0);
        let bad = bad.map(|agenda| Line::Bad { file: agenda.source.name.clone(), faults: Some(agenda.faults()) });
        let unreadable = ctx.agendas().unreadable.iter();
        let unreadable = unreadable.map(|(path, _)| Line::Bad { file: path.display().to_string(), faults: None });
        let bad: Vec<_> = bad.chain(unreadable).collect();
        self.lines.extend(bad);
        self.cursor.set_len(self.lines.len());
        let same = |line: &Line| matches!(line, Line::Meeting { row, .. } if Some(row.id) == at);
        if let Some(at) = self.lines.iter().position(same) {
            self.cursor.go_to(at);
        }
        self.look(ctx);
    }
}
