//! The words on the page a meeting is set up on: labels, what is chosen, what is wrong.

use super::{
    super::form::Words,
    screen::{DATE, NewMeetingScreen, TIME},
    whose::RollFrom,
};
use crate::{
    app::Ctx,
    domain::{
        meeting::course::{NoticeCheck, NoticeStanding},
        session::SessionKind,
    },
    import::{Origin, RollFile},
    locale::{
        date_fault, date_weekday, meeting::notice_words, month_day, rule_citation, session_kind, time_fault,
        time_short, typed_date,
    },
    tr,
    ui::theme::{DONE, WRONG},
};

impl NewMeetingScreen {
    fn agenda_words(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        let Some(file) = self.agenda_file(ctx) else { return String::new() };
        let items = file.agenda().map_or(0, |agenda| agenda.items.len());
        let (title, kind) = (file.title().get(ctx.lang()), session_kind(l, file.kind()));
        // A kind that says what the title says needs not be read twice.
        let said = title.to_lowercase() == kind.to_lowercase() || file.kind() == SessionKind::Other;
        let kind = if said { String::new() } else { kind };
        let items = tr!(l, "newmeeting-agenda-items", items = items);
        let own = if file.origin == Origin::Shipped { String::new() } else { tr!(l, "newmeeting-agenda-own") };
        let parts = [title.to_owned(), kind, items, own];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ")
    }

    fn session_words(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match self.session() {
            Some(s) => {
                let name = if s.title.is_empty() { session_kind(l, s.kind) } else { s.title.clone() };
                format!("{} {} {name}", month_day(s.starts.date_naive()), time_short(s.starts.time()))
            }
            None => tr!(l, "newmeeting-new-session", kind = session_kind(l, self.kind(ctx))),
        }
    }

    fn roll_words(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match (self.roll_from(ctx), &self.file) {
            (RollFrom::Agenda, _) => {
                let heads = self.agenda(ctx).map_or(0, |agenda| agenda.roll.len());
                tr!(l, "newmeeting-roll-agenda", heads = heads)
            }
            (RollFrom::Nowhere, _) => tr!(l, "newmeeting-roll-none"),
            (RollFrom::Households, _) => match &self.counted {
                Some((heads, area)) => {
                    let (heads, area) = (*heads, area.clone());
                    tr!(l, "rolls-meeting", heads = heads, area = area)
                }
                None => tr!(l, "rolls-meeting-no-place"),
            },
            (RollFrom::File, Some((_, Ok(file)))) if file.is_sound() => {
                let (heads, area) = self.figures(file, ctx);
                tr!(l, "newmeeting-roll-read", heads = heads, area = area)
            }
            (RollFrom::File, _) => tr!(l, "newmeeting-roll-file"),
        }
    }

    fn figures(&self, file: &RollFile, ctx: &Ctx) -> (u64, String) {
        self.weighed(&file.voters, ctx)
    }

    /// What the file's line says at the foot.
    fn file_hint(&self, ctx: &Ctx) -> String {
        let l = &ctx.locale;
        match &self.file {
            Some((_, Ok(file))) if file.is_sound() => {
                let ((heads, area), count) = (self.figures(file, ctx), file.faults.len());
                if count > 0 {
                    tr!(l, "newmeeting-file-warned", heads = heads, area = area, count = count)
                } else {
                    tr!(l, "newmeeting-file-sound", heads = heads, area = area)
                }
            }
            _ => tr!(l, "newmeeting-file-hint"),
        }
    }

    /// The words around the fields.
    pub(super) fn words(&self, ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let now = ctx.now();
        let today = now.date_naive();
        let wrong = self.starts(now).err();
        let error = |slot| match wrong {
            Some((at, fault)) if at == slot && slot == TIME => time_fault(l, fault),
            Some((at, fault)) if at == slot => date_fault(l, fault),
            _ => String::new(),
        };
        let day = |slot| typed_date(self.form.text(slot), today).map(|on| date_weekday(l, on)).unwrap_or_default();
        let row = |label, value, hint, error| Words { label, value, error, hint };
        let chosen = |label, value, hint| row(label, value, hint, String::new());
        let line = |label, hint| row(label, String::new(), hint, String::new());
        let agenda = self.agenda(ctx);
        let source = agenda.map(|agenda| rule_citation(l, &agenda.rule)).unwrap_or_default();
        let regime = agenda.map(|agenda| agenda.rule.regime);
        let said = |check: NoticeCheck, regime| {
            let mark = match check.standing() {
                NoticeStanding::Short | NoticeStanding::Missing => WRONG,
                NoticeStanding::Exact => "!",
                NoticeStanding::Ample => DONE,
                NoticeStanding::NotAsked => "",
            };
            format!("{mark} {}", notice_words(l, regime, &check)).trim_start().to_owned()
        };
        let notice = self.check(ctx).zip(regime).map(|(check, regime)| said(check, regime)).unwrap_or_default();
        let notice_error = self.notice(today).err().map(|fault| date_fault(l, fault)).unwrap_or_default();
        vec![
            chosen(
                tr!(l, "newmeeting-agenda"),
                self.agenda_words(ctx),
                tr!(l, "newmeeting-agenda-hint", rule = source),
            ),
            chosen(tr!(l, "newmeeting-session"), self.session_words(ctx), tr!(l, "newmeeting-session-hint")),
            line(tr!(l, "newmeeting-name"), tr!(l, "newmeeting-name-hint")),
            row(
                tr!(l, "newmeeting-date"),
                String::new(),
                format!("{}   {}", day(DATE), tr!(l, "session-date-hint")).trim_start().to_owned(),
                error(DATE),
            ),
            row(tr!(l, "newmeeting-time"), String::new(), tr!(l, "session-time-hint"), error(TIME)),
            line(tr!(l, "newmeeting-place"), String::new()),
            line(tr!(l, "newmeeting-chair"), String::new()),
            line(tr!(l, "newmeeting-note-taker"), String::new()),
            row(tr!(l, "newmeeting-notice"), tr!(l, "newmeeting-notice-none"), notice, notice_error),
            chosen(tr!(l, "newmeeting-roll"), self.roll_words(ctx), tr!(l, "newmeeting-roll-hint")),
            if self.roll_from(ctx) == RollFrom::Households {
                line(tr!(l, "rolls-meeting-place"), tr!(l, "rolls-meeting-place-hint"))
            } else {
                row(
                    tr!(l, "newmeeting-file"),
                    tr!(l, "newmeeting-file-none"),
                    self.file_hint(ctx),
                    self.file_fault(ctx).unwrap_or_default(),
                )
            },
        ]
    }
}
