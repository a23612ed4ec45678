//! The one event loop: events in, at most one frame out, nothing drawn while nothing changes.

use std::{io, time::Duration};

use chrono::Timelike;
use crossterm::event;

use super::{
    Event, PanicLine, Shell, TerminalGuard, Want,
    editor::edited,
    input::{coalesce, translate},
    screens::Beat,
    signals::{self, Signals},
};
use crate::{
    app::{Ctx, LOG_FILE, Level},
    tr,
};

/// How often the loop looks for signals and the worker's news while no key comes.
const IDLE: Duration = Duration::from_millis(200);
/// The same while the worker works.
const BUSY: Duration = Duration::from_millis(40);
/// Events taken before a frame is drawn all the same.
const BURST: usize = 512;

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The person left.
    Left,
    /// A signal of this number asked it to.
    Signal(i32),
}

/// Runs the program on the terminal until it ends.
///
/// # Errors
/// When there is no terminal or it cannot be written to.
pub fn run(shell: &mut Shell) -> io::Result<End> {
    let mut signals = Signals::keep()?;
    let panic_line = PanicLine::default();
    panic_line.set(broke_off(shell.ctx()));
    let mut terminal = TerminalGuard::take(shell.ctx().settings.mouse.unwrap_or(false), panic_line.clone())?;
    let mut shown = shell.ctx().now();
    let mut lang = shell.ctx().lang().clone();
    loop {
        if shell.take_dirty() {
            let anew = shell.take_turned();
            terminal.draw(anew, |frame| shell.draw(frame))?;
            signals.listen();
        }
        if let Some(signal) = signals.end() {
            shell.interrupted();
            return Ok(End::Signal(signal));
        }
        if signals.take_went_on() {
            terminal.take_again()?;
            shell.handle(Event::Resize);
        }
        if signals.take_pause() {
            pause(&mut terminal, shell, &signals)?;
        }
        if event::poll(if shell.ctx().worker.busy() { BUSY } else { IDLE })? {
            for event in burst()? {
                shell.handle(event);
            }
        } else {
            shell.idle();
        }
        for news in shell.news() {
            shell.handle(Event::News(news));
        }
        let now = shell.ctx().now();
        let same = match shell.beat() {
            Beat::Minute => now.minute() == shown.minute(),
            Beat::Second => now.timestamp() == shown.timestamp(),
        };
        if !same {
            shown = now;
            shell.handle(Event::Tick);
        }
        match shell.take_want() {
            None => {}
            Some(Want::Quit) => return Ok(End::Left),
            Some(Want::Pause) => pause(&mut terminal, shell, &signals)?,
            Some(Want::Redraw) => terminal.forget()?,
            Some(Want::Edit) => edit(&mut terminal, shell)?,
        }
        if let Some(text) = shell.take_copied() {
            terminal.copy(&text)?;
        }
        terminal.set_mouse(shell.ctx().settings.mouse.unwrap_or(false))?;
        if *shell.ctx().lang() != lang {
            lang = shell.ctx().lang().clone();
            panic_line.set(broke_off(shell.ctx()));
        }
    }
}

/// All events that are there already.
fn burst() -> io::Result<Vec<Event>> {
    let mut events: Vec<Event> = translate(event::read()?).into_iter().collect();
    while events.len() < BURST && event::poll(Duration::ZERO)? {
        events.extend(translate(event::read()?));
    }
    Ok(if cfg!(windows) { coalesce(events) } else { events })
}

fn pause(terminal: &mut TerminalGuard, shell: &mut Shell, signals: &Signals) -> io::Result<()> {
    shell.leave();
    terminal.lend(signals::pause)?;
    // The pause itself ends with the signal to go on; it is answered here.
    let _ = signals.take_went_on();
    shell.handle(Event::Resize);
    Ok(())
}

/// Lends the terminal to the person's editor, with the text of the field.
fn edit(terminal: &mut TerminalGuard, shell: &mut Shell) -> io::Result<()> {
    let Some(text) = shell.text() else { return Ok(()) };
    let folder = shell.ctx().own_dir.clone();
    match terminal.lend(|| edited(&text, &folder))? {
        Ok(Some(text)) => shell.put_text(&text),
        Ok(None) => {}
        Err(error) => {
            let error = error.to_string();
            shell.ctx_mut().notice(Level::Error, |l| tr!(l, "ui-no-editor", error = error));
        }
    }
    shell.handle(Event::Resize);
    Ok(())
}

fn broke_off(ctx: &Ctx) -> String {
    tr!(ctx.locale, "ui-broke-off", log = ctx.own_dir.join(LOG_FILE).display().to_string())
}
