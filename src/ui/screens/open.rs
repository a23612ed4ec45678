//! Which screen stands at which place: one line a screen.

use super::{
    Screen,
    actions::ActionsScreen,
    agreement::AgreementScreen,
    browse::BrowseScreen,
    check_in::CheckInScreen,
    claims::ClaimsScreen,
    demo::DemoScreen,
    entry::EntryScreen,
    faults::FaultsScreen,
    fund::FundScreen,
    hall::HallScreen,
    help::HelpScreen,
    home::HomeScreen,
    live::LiveScreen,
    lobby::LobbyScreen,
    matter::MatterScreen,
    matters::MattersScreen,
    meetings::MeetingsScreen,
    minutes::MinutesScreen,
    new_meeting::NewMeetingScreen,
    palette::PaletteScreen,
    pledges::PledgesScreen,
    print::PrintScreen,
    response::ResponseScreen,
    result::ResultScreen,
    review::ReviewScreen,
    roll::{HouseholdScreen, MemberScreen, MembersScreen, RollExportScreen, RollImportScreen, RollScreen},
    services::ServicesScreen,
    session_edit::SessionEditScreen,
    sessions::SessionsScreen,
    settings::SettingsScreen,
    sorting::SortingScreen,
    start::StartScreen,
    summary::{ChooseScreen, SummaryScreen},
    surveys::SurveysScreen,
    visits::{CoverageScreen, DueScreen, NewRoundScreen, QualityScreen, RoundsScreen, RouteScreen},
    vote::VoteScreen,
    wait::WaitScreen,
};
use crate::{
    app::{Ctx, Filling, Level, Place},
    domain::{MeetingId, ResponseId, meeting::agenda::MotionKey, place::Roll, survey::NodePath},
    locale::store_error,
};

/// The screen of a place; nothing when there is nothing to show there: the screen said why in a notice.
pub fn open(place: &Place, ctx: &mut Ctx) -> Option<Box<dyn Screen>> {
    if let Some(wait) = WaitScreen::before(place, ctx) {
        return Some(Box::new(wait));
    }
    match place {
        Place::Home => Some(home(ctx)),
        Place::Help { over } => Some(Box::new(HelpScreen::open(*over, ctx))),
        Place::Palette { over } => Some(Box::new(PaletteScreen::open(*over, ctx))),
        Place::Settings => Some(Box::new(SettingsScreen::open(ctx))),
        Place::Vote { meeting, motion } | Place::Result { meeting, motion } => vote(*meeting, motion, ctx),
        Place::Demo => Some(Box::new(DemoScreen::open(ctx))),
        Place::Services => Some(Box::new(ServicesScreen::open(ctx))),
        Place::Sessions => Some(Box::new(SessionsScreen::open(ctx))),
        Place::Surveys => Some(Box::new(SurveysScreen::open(ctx))),
        Place::Faults { file } => Some(Box::new(FaultsScreen::open(file, ctx)?)),
        Place::SessionEdit { session } => Some(Box::new(SessionEditScreen::open(*session, ctx)?)),
        Place::NewResponse { survey, session } => Some(Box::new(StartScreen::open(survey.as_deref(), *session, ctx)?)),
        Place::Entry { response, at } => {
            let (filling, left_at) = draft(*response, ctx)?;
            Some(Box::new(EntryScreen::open(filling, at.as_ref().or(left_at.as_ref()), ctx)?))
        }
        Place::Browse { filter } => Some(Box::new(BrowseScreen::open(filter.clone(), ctx))),
        Place::Response { response } => Some(Box::new(ResponseScreen::open(*response, ctx)?)),
        Place::Review { response } => {
            let (filling, _) = draft(*response, ctx)?;
            Some(Box::new(ReviewScreen::open(filling, ctx)))
        }
        Place::Summary { survey: Some(survey), filter } => Some(Box::new(SummaryScreen::open(survey, filter, ctx))),
        Place::Summary { survey: None, filter } => Some(Box::new(ChooseScreen::open(filter.clone(), ctx))),
        Place::Hall { meeting } => Some(Box::new(HallScreen::open(*meeting, ctx)?)),
        Place::Live { meeting } => Some(Box::new(LiveScreen::open(*meeting, ctx)?)),
        Place::Minutes { meeting } => Some(Box::new(MinutesScreen::open(*meeting, ctx)?)),
        Place::CheckIn { meeting } => Some(Box::new(CheckInScreen::open(*meeting, ctx)?)),
        Place::Lobby { meeting } => Some(Box::new(LobbyScreen::open(*meeting, ctx)?)),
        Place::Meetings => Some(Box::new(MeetingsScreen::open(ctx))),
        Place::NewMeeting { agenda, session } => {
            Some(Box::new(NewMeetingScreen::open(agenda.as_deref(), *session, ctx)?))
        }
        Place::Roll { at } => Some(Box::new(RollScreen::open(at, ctx))),
        Place::Household { household, at } => Some(Box::new(HouseholdScreen::open(*household, at, ctx)?)),
        Place::Members => Some(Box::new(MembersScreen::open(ctx))),
        Place::Member { member } => Some(Box::new(MemberScreen::open(*member, ctx)?)),
        Place::RollImport { file } => Some(Box::new(RollImportScreen::open(file, ctx))),
        Place::RollExport { at } => Some(Box::new(RollExportScreen::open(at, ctx))),
        Place::Matters => Some(Box::new(MattersScreen::open(ctx))),
        Place::Matter { matter } => Some(Box::new(MatterScreen::open(*matter, ctx)?)),
        Place::Sorting { what, blind } => Some(Box::new(SortingScreen::open(what, *blind, ctx))),
        Place::Agreement => Some(Box::new(AgreementScreen::open(ctx))),
        Place::Print { order } => Some(Box::new(PrintScreen::open(order, ctx))),
        Place::Actions => Some(Box::new(ActionsScreen::open(ctx))),
        Place::Rounds => Some(Box::new(RoundsScreen::open(ctx))),
        Place::NewRound { checks, due } => Some(Box::new(NewRoundScreen::open(*checks, *due, ctx)?)),
        Place::Route { round, who, door } => Some(Box::new(RouteScreen::open(*round, who.clone(), *door, ctx)?)),
        Place::Coverage { round } => Some(Box::new(CoverageScreen::open(*round, ctx)?)),
        Place::Quality { round } => Some(Box::new(QualityScreen::open(*round, ctx)?)),
        Place::Due => Some(Box::new(DueScreen::open(ctx))),
        Place::Claims { meeting, item } => Some(Box::new(ClaimsScreen::open(*meeting, item, ctx)?)),
        Place::Fund { fund, at } => Some(Box::new(FundScreen::open(fund, at.as_ref(), ctx)?)),
        Place::Pledges { meeting, item } => Some(Box::new(PledgesScreen::open(*meeting, item, ctx)?)),
    }
}

/// A motion: its result once its vote is closed, before that the vote.
fn vote(meeting: MeetingId, motion: &MotionKey, ctx: &mut Ctx) -> Option<Box<dyn Screen>> {
    if let Some(result) = ResultScreen::open(meeting, motion, ctx) {
        return Some(Box::new(result));
    }
    Some(Box::new(VoteScreen::open(meeting, motion, ctx)?))
}

/// A draft and where it was left; a notice says why when it cannot be opened.
fn draft(response: ResponseId, ctx: &mut Ctx) -> Option<(Filling, Option<NodePath>)> {
    ctx.hold_register::<Roll>();
    let opened = ctx.open_draft(response);
    opened.map_err(|error| ctx.notice(Level::Error, |l| store_error(l, &error))).ok()
}

/// The screen below all others.
pub fn home(ctx: &mut Ctx) -> Box<dyn Screen> {
    Box::new(HomeScreen::open(ctx))
}
