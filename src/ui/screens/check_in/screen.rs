//! 签到: what keys do, and the list of those who match what was typed.

use ratatui::{Frame, layout::Rect};

use super::{
    asking::{Asking, Line, words},
    known::{Known, dashed, everybody, likeliest, walk_ins},
    top,
};
use crate::{
    app::{Action, Ctx, Focus, Next, Place, Scope, Typing},
    domain::{
        MeetingId,
        meeting::{Command, Meeting, agenda::PersonKey, attendance::AttendanceCommand, roll::Voter},
    },
    tr,
    ui::{
        screens::{
            Screen,
            form::Did,
            list::{clicked, moved},
        },
        theme::{Meaning, Theme},
        widgets::{PickerState, TableState, put},
    },
};

/// Who comes and leaves.
pub struct CheckInScreen {
    meeting: MeetingId,
    pub(super) known: Vec<Known>,
    /// Those known, searched as one types.
    pub(super) list: PickerState,
    /// The same rows, drawn.
    pub(super) table: TableState,
    pub(super) asking: Option<Asking>,
}

impl CheckInScreen {
    /// Everybody who may come; nothing when there is no such meeting, which a notice says.
    pub fn open(meeting: MeetingId, ctx: &mut Ctx) -> Option<Self> {
        ctx.hold(meeting)?;
        let (list, table) = (PickerState::default(), TableState::default());
        let mut screen = Self { meeting, known: Vec::new(), list, table, asking: None };
        screen.learn(ctx);
        Some(screen)
    }

    pub(super) fn meeting<'a>(&self, ctx: &'a Ctx) -> Option<&'a Meeting> {
        ctx.meeting(self.meeting)
    }

    /// Makes the list of those known anew.
    fn learn(&mut self, ctx: &Ctx) {
        let (known, entries) = self.meeting(ctx).map(everybody).unwrap_or_default();
        self.known = known;
        self.list.set_entries(entries);
        self.follow();
    }

    /// Somebody may have come who was not known.
    fn sync(&mut self, ctx: &Ctx) {
        let known = self.known.iter().filter(|known| known.on_roll.is_none()).count();
        if self.meeting(ctx).is_some_and(|meeting| walk_ins(meeting) != known) {
            self.learn(ctx);
        }
    }

    fn follow(&mut self) {
        self.table.set_len(self.list.len());
        self.table.go_to(self.list.row());
    }

    fn current(&self) -> Option<&Known> {
        self.list.current().and_then(|at| self.known.get(at))
    }

    fn current_voter<'a>(&self, ctx: &'a Ctx) -> Option<&'a Voter> {
        let at = self.current()?.on_roll?;
        self.meeting(ctx)?.attendance.roll().get(at)
    }

    fn is_there(&self, ctx: &Ctx) -> bool {
        let key = self.current().map(|known| &known.key);
        self.meeting(ctx).zip(key).is_some_and(|(meeting, key)| meeting.attendance.is_there(key))
    }

    /// Asks something of the meeting; when it is done the search begins anew.
    fn ask(&mut self, command: AttendanceCommand, ctx: &mut Ctx) -> bool {
        let done = ctx.ask(self.meeting, Command::Attendance(command));
        self.after(done, ctx);
        done
    }

    fn after(&mut self, done: bool, ctx: &Ctx) {
        if done {
            self.list.clear_query();
        }
        self.sync(ctx);
        self.follow();
    }

    /// Checks in the one under the cursor; one nobody knows is asked for.
    fn check_in(&mut self, ctx: &mut Ctx) {
        match self.current() {
            Some(known) => {
                let command = match known.voter() {
                    Some(voter) => AttendanceCommand::CheckIn { voter },
                    None => AttendanceCommand::Back { person: known.key.clone() },
                };
                self.ask(command, ctx);
            }
            None => self.asking = Some(Asking::walk_in(self.list.query().text())),
        }
    }

    /// A written proxy of the one under the cursor: who holds it is asked, one there is is taken back.
    fn proxy(&mut self, ctx: &mut Ctx) {
        let Some(voter) = self.current_voter(ctx) else { return };
        let (principal, name) = (voter.key.clone(), called(voter));
        if self.meeting(ctx).is_some_and(|meeting| meeting.attendance.holder(&principal).is_some()) {
            self.ask(AttendanceCommand::EndProxy { principal }, ctx);
            return;
        }
        self.asking = Some(Asking::Holder { principal, name });
        self.list.apply(&Typing::DeleteToStart, 1);
        self.list.clear_query();
        self.follow();
    }

    fn excuse(&mut self, ctx: &Ctx) {
        let Some(voter) = self.current_voter(ctx).map(|voter| voter.key.clone()) else { return };
        let known = self.meeting(ctx).and_then(|meeting| meeting.attendance.excused().find(|(key, _)| **key == voter));
        let reason = known.map(|(_, reason)| reason.to_owned()).unwrap_or_default();
        self.asking = Some(Asking::line(Line::Excuse(voter), &reason));
    }

    /// Co-owners disagree; once that is noted, who speaks for them.
    fn voice(&mut self, ctx: &mut Ctx) {
        let Some(voter) = self.current_voter(ctx) else { return };
        let (key, name) = (voter.key.clone(), voter.name.clone());
        if self.meeting(ctx).is_some_and(|meeting| meeting.attendance.is_disputed(&key)) {
            self.asking = Some(Asking::line(Line::Voice(key), &name));
        } else {
            self.ask(AttendanceCommand::Dispute { voter: key }, ctx);
        }
    }

    /// Does what was asked for.
    fn answered(&mut self, ctx: &mut Ctx) {
        let fresh = PersonKey::new(ctx.new_id().to_string());
        let chosen = self.current().map(|known| known.key.clone());
        let Some(command) = self.asking.as_ref().and_then(|asking| asking.command(chosen, fresh)) else { return };
        let done = ctx.ask(self.meeting, command);
        if done {
            self.asking = None;
        }
        self.after(done, ctx);
    }
}

fn called(voter: &Voter) -> String {
    format!("{} {}", dashed(&voter.door()), voter.name).trim().to_owned()
}

impl Screen for CheckInScreen {
    fn place(&self) -> Place {
        Place::CheckIn { meeting: self.meeting }
    }

    fn scope(&self) -> Scope {
        match &self.asking {
            Some(Asking::Line { .. }) => Scope::Reason,
            Some(Asking::WalkIn(_)) => Scope::SessionEdit,
            Some(Asking::Holder { .. }) => Scope::Choose,
            None => Scope::CheckIn,
        }
    }

    fn title(&self, ctx: &Ctx) -> String {
        let title = self.meeting(ctx).map(|meeting| meeting.opening.title.clone()).unwrap_or_default();
        tr!(ctx.locale, "checkin-title", title = title)
    }

    fn status(&self, ctx: &Ctx) -> String {
        let (shown, all) = (self.list.len(), self.known.len());
        if shown == all { String::new() } else { tr!(ctx.locale, "checkin-found", shown = shown, all = all) }
    }

    fn focus(&self) -> Focus {
        match &self.asking {
            Some(Asking::Line { .. }) => Focus::Field,
            Some(Asking::WalkIn(form)) => form.focus(),
            Some(Asking::Holder { .. }) | None => Focus::Search,
        }
    }

    fn allows(&self, action: &Action) -> bool {
        match (&self.asking, action) {
            (Some(Asking::WalkIn(form)), action) => form.allows(action),
            (None, Action::CheckOut) => self.current().is_some(),
            (None, Action::Proxy | Action::Excuse | Action::Voice) => {
                self.current().is_some_and(|known| known.on_roll.is_some())
            }
            (None, Action::CountHeads) => self.known.iter().all(|known| known.on_roll.is_none()),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        if action == Action::Back && self.asking.is_some() {
            self.asking = None;
            return Next::Stay;
        }
        match &mut self.asking {
            Some(Asking::WalkIn(form)) => {
                let did = if action == Action::Save { Did::Ended } else { form.update(&action) };
                match did {
                    Did::Nothing => return Next::Pass,
                    Did::Ended => self.answered(ctx),
                    Did::Left(_) | Did::Changed(_) | Did::Done => {}
                }
                return Next::Stay;
            }
            Some(Asking::Line { field, .. }) => {
                match action {
                    Action::Input(typing) => {
                        field.apply(&typing);
                    }
                    Action::Save => self.answered(ctx),
                    _ => return Next::Pass,
                }
                return Next::Stay;
            }
            Some(Asking::Holder { .. }) if action == Action::Open => {
                self.answered(ctx);
                return Next::Stay;
            }
            Some(Asking::Holder { .. }) | None => {}
        }
        match action {
            Action::Open => self.check_in(ctx),
            Action::New => self.asking = Some(Asking::walk_in(self.list.query().text())),
            Action::CheckOut if self.is_there(ctx) => {
                if let Some(person) = self.current().map(|known| known.key.clone()) {
                    self.ask(AttendanceCommand::CheckOut { person }, ctx);
                }
            }
            Action::CheckOut => {}
            Action::Proxy => self.proxy(ctx),
            Action::Excuse => self.excuse(ctx),
            Action::Voice => self.voice(ctx),
            Action::CountHeads => {
                let counted = self.meeting(ctx).and_then(|meeting| meeting.attendance.counted());
                let counted = counted.map(|n| n.to_string()).unwrap_or_default();
                self.asking = Some(Asking::line(Line::Count, &counted));
            }
            Action::Undo => {
                ctx.undo_meeting(self.meeting);
                self.sync(ctx);
            }
            Action::Click(column, row) => {
                let click = self.table.click(column, row);
                self.list.go_to(self.table.current().unwrap_or_default());
                return clicked(click);
            }
            action => {
                let typed = matches!(action, Action::Input(_));
                let next = moved(&mut self.list, &action);
                if typed {
                    let row = self.meeting(ctx).map_or(0, |meeting| {
                        let there =
                            |at: usize| self.known.get(at).is_some_and(|known| meeting.attendance.is_there(&known.key));
                        likeliest(&self.list, there)
                    });
                    self.list.go_to(row);
                }
                self.follow();
                return next;
            }
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        let theme = Theme::of(ctx);
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
        let Some(meeting) = self.meeting(ctx) else { return };
        let mut y = area.y + top::draw(meeting, ctx, frame, inner) + 1;
        if let Some(asking) = &self.asking {
            let who = self.current_voter(ctx).map(called).unwrap_or_default();
            let question = asking.question(ctx, &who);
            put(frame.buffer_mut(), Rect { y, height: 1, ..inner }, &question, theme.style(Meaning::Title));
            y += 1;
        }
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        if let Some(Asking::WalkIn(form)) = &self.asking {
            form.view(ctx, frame, rest, &words(form, ctx));
            return;
        }
        self.draw_search(ctx, frame, Rect { y, height: 1, ..inner });
        self.draw_list(ctx, frame, Rect { y: y + 1, height: rest.height.saturating_sub(1), ..area });
    }

    fn text(&self) -> Option<String> {
        match &self.asking {
            Some(Asking::WalkIn(form)) => form.focused_text(),
            Some(Asking::Line { field, .. }) => Some(field.text().to_owned()),
            Some(Asking::Holder { .. }) | None => None,
        }
    }

    fn put_text(&mut self, text: &str, _: &mut Ctx) {
        match &mut self.asking {
            Some(Asking::WalkIn(form)) => form.put_text(text.trim_end()),
            Some(Asking::Line { field, .. }) => field.set(text.trim_end()),
            Some(Asking::Holder { .. }) | None => {}
        }
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        ctx.hold(self.meeting);
        self.sync(ctx);
        self.follow();
    }
}
