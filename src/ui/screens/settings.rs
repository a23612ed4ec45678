//! 设置: what holds on this laptop. A change holds at once and is written down at once.

use ratatui::{Frame, layout::Rect};

use super::{
    Screen,
    form::{Did, Form, Slot, Words, yes_no},
};
use crate::{
    app::{Action, Borders, Ctx, Focus, Next, Place, Scope, ThemeChoice},
    domain::Lang,
    locale::LANGUAGES,
    tr,
    ui::widgets::FieldState,
};

const LANGUAGE: usize = 0;
const THEME: usize = 1;
const BORDERS: usize = 2;
const MOUSE: usize = 3;
const SURVEYOR: usize = 4;
const COMMUNITY: usize = 5;
const COURTYARD: usize = 6;

/// The settings screen.
pub struct SettingsScreen {
    form: Form,
}

impl SettingsScreen {
    /// The settings as they are.
    pub fn open(ctx: &Ctx) -> Self {
        let settings = &ctx.settings;
        let choice = |at, of| Slot::Choice { at, of };
        let line = |text: &Option<String>| Slot::Text(FieldState::new(text.as_deref().unwrap_or_default()));
        let language = LANGUAGES.iter().position(|code| *code == ctx.lang().as_str()).unwrap_or_default();
        let theme = settings.theme.unwrap_or_default();
        let theme = ThemeChoice::ALL.iter().position(|choice| *choice == theme).unwrap_or_default();
        let form = Form::new(vec![
            choice(language, LANGUAGES.len()),
            choice(theme, ThemeChoice::ALL.len()),
            choice(usize::from(settings.borders == Some(Borders::Drawn)), 2),
            choice(usize::from(settings.mouse == Some(true)), 2),
            line(&settings.surveyor),
            line(&settings.community),
            line(&settings.courtyard),
        ]);
        Self { form }
    }

    /// Makes a changed field hold.
    fn apply(&self, slot: usize, ctx: &mut Ctx) {
        let chosen = self.form.choice(slot);
        let text = self.form.text(slot).trim();
        let text = (!text.is_empty()).then(|| text.to_owned());
        match slot {
            LANGUAGE => return ctx.speak(&Lang::new(LANGUAGES[chosen])),
            THEME => ctx.settings.theme = ThemeChoice::ALL.get(chosen).copied(),
            BORDERS => ctx.settings.borders = Some(if chosen == 1 { Borders::Drawn } else { Borders::Ascii }),
            MOUSE => ctx.settings.mouse = Some(chosen == 1),
            SURVEYOR if ctx.settings.surveyor != text => ctx.settings.surveyor = text,
            COMMUNITY if ctx.settings.community != text => ctx.settings.community = text,
            COURTYARD if ctx.settings.courtyard != text => ctx.settings.courtyard = text,
            _ => return,
        }
        ctx.keep_settings();
    }

    fn words(ctx: &Ctx) -> Vec<Words> {
        let l = &ctx.locale;
        let theme = match ctx.settings.theme.unwrap_or_default() {
            ThemeChoice::Sixteen => tr!(l, "settings-theme-sixteen"),
            ThemeChoice::Dark => tr!(l, "settings-theme-dark"),
            ThemeChoice::Light => tr!(l, "settings-theme-light"),
            ThemeChoice::Mono => tr!(l, "settings-theme-mono"),
        };
        let drawn = ctx.settings.borders == Some(Borders::Drawn);
        let borders = if drawn { tr!(l, "settings-borders-drawn") } else { tr!(l, "settings-borders-ascii") };
        let row = |label, value, hint| Words { label, value, hint, error: String::new() };
        vec![
            row(tr!(l, "settings-language"), tr!(l, "settings-language-name"), tr!(l, "settings-language-hint")),
            row(tr!(l, "settings-theme"), theme, tr!(l, "settings-theme-hint")),
            row(tr!(l, "settings-borders"), borders, tr!(l, "settings-borders-hint")),
            row(tr!(l, "settings-mouse"), yes_no(ctx, ctx.settings.mouse == Some(true)), tr!(l, "settings-mouse-hint")),
            row(tr!(l, "settings-surveyor"), String::new(), tr!(l, "settings-surveyor-hint")),
            row(tr!(l, "settings-community"), String::new(), tr!(l, "settings-community-hint")),
            row(tr!(l, "settings-courtyard"), String::new(), tr!(l, "settings-courtyard-hint")),
        ]
    }
}

impl Screen for SettingsScreen {
    fn place(&self) -> Place {
        Place::Settings
    }

    fn scope(&self) -> Scope {
        Scope::Settings
    }

    fn title(&self, ctx: &Ctx) -> String {
        tr!(ctx.locale, "settings-title")
    }

    fn focus(&self) -> Focus {
        self.form.focus()
    }

    fn allows(&self, action: &Action) -> bool {
        !matches!(action, Action::Left | Action::Right | Action::Toggle) || self.form.focus() == Focus::None
    }

    fn update(&mut self, action: Action, ctx: &mut Ctx) -> Next {
        match self.form.update(&action) {
            Did::Nothing => return Next::Pass,
            // Lines are written down when one leaves them, choices at once.
            Did::Changed(slot) if slot < SURVEYOR => self.apply(slot, ctx),
            Did::Left(slot) => self.apply(slot, ctx),
            Did::Ended => {
                self.apply(self.form.at(), ctx);
                return Next::Back;
            }
            Did::Changed(_) | Did::Done => {}
        }
        Next::Stay
    }

    fn view(&self, ctx: &Ctx, frame: &mut Frame<'_>, area: Rect) {
        self.form.view(ctx, frame, area, &Self::words(ctx));
    }

    fn refresh(&mut self, ctx: &mut Ctx) {
        self.leave(ctx);
        let at = self.form.at();
        *self = Self::open(ctx);
        self.form.go_to(at);
    }

    fn text(&self) -> Option<String> {
        self.form.focused_text()
    }

    fn put_text(&mut self, text: &str, ctx: &mut Ctx) {
        self.form.put_text(text);
        self.apply(self.form.at(), ctx);
    }

    fn leave(&mut self, ctx: &mut Ctx) {
        self.apply(self.form.at().max(SURVEYOR), ctx);
    }
}
