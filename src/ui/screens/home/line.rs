//! The lines of Home: what one can go to, in the order it stands there.

use crate::{
    app::{BrowseFilter, Ctx, Place},
    domain::{meeting::MeetingRow, place},
    store::{Counts, DraftSummary, Figures, Front, Most, SessionRow},
    ui::screens::meetings::place_of,
};

/// Meetings, drafts and sessions shown; the others are on their own screens.
pub(super) const SHOWN: Most = Most { meetings: 2, drafts: 4, sessions: 3 };
const SURVEYS: usize = 6;

/// One line one can go to.
pub(super) struct Line {
    /// The first of a group begins with the group's name.
    pub(super) group: Group,
    pub(super) what: What,
    pub(super) place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Demo,
    Meeting,
    Drafts,
    Surveys,
    AllSurveys,
    Meetings,
    Sessions,
    Actions,
    Roll,
    Visits,
    Matters,
    Responses,
    Summary,
    Settings,
}

pub(super) enum What {
    /// One that is not closed.
    Meeting(Box<MeetingRow>),
    /// How many meetings there are in all.
    Meetings(u64),
    Draft(DraftSummary),
    Survey {
        id: String,
        responses: u64,
        faults: usize,
    },
    Session(SessionRow),
    /// The group's name says it all.
    Group,
}

impl Group {
    /// Whether a blank line stands before the group where there is room: the last groups are a line each and stand together.
    pub(super) fn stands_apart(self) -> bool {
        !matches!(self, Self::AllSurveys | Self::Meetings | Self::Roll | Self::Summary | Self::Settings)
    }
}

/// The lines of Home, of what the store and the library hold.
pub(super) fn lines(front: Front, ctx: &Ctx) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut line = |group, what, place| lines.push(Line { group, what, place });
    if front.figures == Figures::default() || ctx.demo {
        line(Group::Demo, What::Group, Place::Demo);
    }
    let all = front.figures.meetings;
    for row in front.meetings {
        let place = place_of(row.id, row.stage());
        line(Group::Meeting, What::Meeting(Box::new(row)), place);
    }
    for draft in front.drafts {
        let place = Place::Entry { response: draft.head.id, at: None };
        line(Group::Drafts, What::Draft(draft), place);
    }
    for survey in ctx.library.all().take(SURVEYS) {
        let id = survey.id().to_owned();
        let responses = front.surveys.get(&id).map_or(0, Counts::submissions);
        let faults = survey.faults();
        let place = match faults {
            0 => Place::NewResponse { survey: Some(id.clone()), session: None },
            _ => Place::Faults { file: survey.source.name.clone() },
        };
        line(Group::Surveys, What::Survey { id, responses, faults }, place);
    }
    line(Group::AllSurveys, What::Group, Place::Surveys);
    line(Group::Meetings, What::Meetings(all), Place::Meetings);
    if front.sessions.is_empty() {
        line(Group::Sessions, What::Group, Place::SessionEdit { session: None });
    }
    for row in front.sessions {
        let place = Place::SessionEdit { session: Some(row.session.id) };
        line(Group::Sessions, What::Session(row), place);
    }
    // The ledger is read with the first key: the first frame does not wait for it.
    if all > 0 || ctx.ledger().is_some_and(|ledger| !ledger.open_actions().is_empty()) {
        line(Group::Actions, What::Group, Place::Actions);
    }
    line(Group::Roll, What::Group, Place::Roll { at: place::Place::default() });
    line(Group::Visits, What::Group, Place::Rounds);
    if front.figures.responses > 0 {
        line(Group::Matters, What::Group, Place::Matters);
    }
    line(Group::Responses, What::Group, Place::Browse { filter: BrowseFilter::default() });
    line(Group::Summary, What::Group, Place::Summary { survey: None, filter: BrowseFilter::default() });
    line(Group::Settings, What::Group, Place::Settings);
    lines
}
