//! Which screen stands at which place: one line a screen.

use super::{
    Screen, demo::DemoScreen, help::HelpScreen, home::HomeScreen, palette::PaletteScreen,
    session_edit::SessionEditScreen, sessions::SessionsScreen, settings::SettingsScreen,
};
use crate::app::{Ctx, Place};

/// The screen of a place; nothing when there is nothing to show there (the screen said why in a notice), or the place
/// has no screen yet.
pub fn open(place: &Place, ctx: &mut Ctx) -> Option<Box<dyn Screen>> {
    match place {
        Place::Home => Some(home(ctx)),
        Place::Help { over } => Some(Box::new(HelpScreen::open(*over, ctx))),
        Place::Palette { over } => Some(Box::new(PaletteScreen::open(*over, ctx))),
        Place::Settings => Some(Box::new(SettingsScreen::open(ctx))),
        Place::Demo => Some(Box::new(DemoScreen::open(ctx))),
        Place::Sessions => Some(Box::new(SessionsScreen::open(ctx))),
        Place::SessionEdit { session } => Some(Box::new(SessionEditScreen::open(*session, ctx)?)),
        _ => None,
    }
}

/// The screen below all others.
pub fn home(ctx: &mut Ctx) -> Box<dyn Screen> {
    Box::new(HomeScreen::open(ctx))
}
