//! No subcommand: the program itself, on the terminal.

use super::{CliFault, DataDir};
use crate::{
    app::{
        Clock, Ctx, Level, Parts, Place, Settings, SettingsFault, SystemClock, SystemIds, kept_place, start_log,
        still_there,
    },
    domain::{Lang, record::StoreError},
    locale::{Locale, store_error},
    store::{OpenOptions, Store},
    tr,
    ui::{End, Shell, run},
};

/// Runs the program until the person leaves.
///
/// # Errors
/// When there is no terminal, or a signal ended the program.
pub fn program(dir: &DataDir, settings: (Settings, Vec<SettingsFault>), lang: Lang) -> Result<(), CliFault> {
    let log = start_log(dir.path());
    let (settings, faults) = settings;
    let (clock, mut ids) = (SystemClock, SystemIds);
    let options = OpenOptions {
        community: settings.community.clone().unwrap_or_default(),
        ids: &mut ids,
        now: clock.now(),
        page_limit: None,
    };
    let store = Store::open(dir.path(), options).map_err(CliFault::Store)?.into_store();
    let mut ctx = Ctx::new(Parts {
        dir: dir.path().to_path_buf(),
        lang,
        no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
        settings,
        clock: Box::new(clock),
        ids: Box::new(ids),
        store,
    });
    if let Some(holder) = ctx.store.holder().cloned() {
        let held = StoreError::Held { dir: dir.path().to_path_buf(), holder };
        ctx.notice(Level::Warning, |l| store_error(l, &held));
    }
    if log.is_err() {
        ctx.notice(Level::Warning, |l| tr!(l, "cli-no-log"));
    }
    if ctx.demo {
        ctx.notice(Level::Info, |l| tr!(l, "demo-notice"));
    }
    for fault in &faults {
        ctx.notice(Level::Warning, |l| settings_fault(l, fault));
    }
    let place = kept_place(dir.path()).filter(|place| still_there(place, &ctx.store)).unwrap_or(Place::Home);
    let mut shell = Shell::new(ctx, &place);
    match run(&mut shell).map_err(CliFault::Terminal)? {
        End::Left => Ok(()),
        End::Signal(signal) => Err(CliFault::Signal(signal)),
    }
}

fn settings_fault(locale: &Locale, fault: &SettingsFault) -> String {
    match fault.clone() {
        SettingsFault::Syntax { line, column } => tr!(locale, "app-settings-syntax", line = line, column = column),
        SettingsFault::UnknownField { name, near: None } => tr!(locale, "app-settings-unknown", name = name),
        SettingsFault::UnknownField { name, near: Some(near) } => {
            tr!(locale, "app-settings-near", name = name, near = near)
        }
        SettingsFault::BadValue { field } => tr!(locale, "app-settings-value", field = field),
    }
}
