//! The round from door to door: a visit for every response, and what came of the doors that gave none.

use chrono::{DateTime, FixedOffset, TimeDelta};

use super::{
    homes::Homes,
    plan::Town,
    told::{Came, Tried},
};
use crate::{
    app::demo::DemoFault,
    domain::{
        AttemptId, HouseholdId, RoundId,
        record::Register,
        visit::{Assignment, Attempt, Command, Disposition, Event, Plan, Rounds, disposition_of},
    },
    import::SurveyFile,
};

impl Town<'_> {
    /// Plans the rounds and what came of them.
    pub(super) fn rounds(&mut self, homes: &Homes) -> Result<(), DemoFault> {
        let mut rounds = Rounds::fold(Vec::new());
        let round = self.intake_round(&mut rounds, homes)?;
        self.asked(&mut rounds, round, homes)?;
        self.unanswered(&mut rounds, round, homes)?;
        self.household_visits(&mut rounds, homes)?;
        self.check(&mut rounds, round, homes)
    }

    fn intake_round(&mut self, rounds: &mut Rounds, homes: &Homes) -> Result<RoundId, DemoFault> {
        let (told, at) = (self.told, self.at(self.told.round.planned));
        let round = RoundId(self.id(at));
        let going =
            |(who, building): &(String, String)| Assignment { who: who.clone(), place: self.place(building, "") };
        let plan = Plan {
            title: told.round.title.clone(),
            survey: "courtyard-intake".to_owned(),
            session: None,
            doors: homes.values().copied().collect(),
            assignments: told.round.who.iter().map(going).collect(),
            until: Some(told.round.until),
            checks: None,
        };
        self.ask(rounds, Command::Event(Event::Planned { round, plan }), at, &told.registrar)?;
        Ok(round)
    }

    /// Where a response was given somebody was home, at some doors only the second time.
    fn asked(&mut self, rounds: &mut Rounds, round: RoundId, homes: &Homes) -> Result<(), DemoFault> {
        for (n, response) in self.before.intake.iter().enumerate() {
            let Some(door) = homes.get(&response.head.door).copied() else { continue };
            let (who, at) = (response.head.surveyor.clone(), response.head.created);
            if n % self.told.round.in_vain_every.max(1) == 3 {
                let early = at - TimeDelta::minutes(95);
                self.went(rounds, Some(round), door, &who, early, Disposition::NobodyHome)?;
            }
            let done = Disposition::Done { response: Some(response.head.id) };
            self.went(rounds, Some(round), door, &who, response.finished, done)?;
        }
        Ok(())
    }

    fn unanswered(&mut self, rounds: &mut Rounds, round: RoundId, homes: &Homes) -> Result<(), DemoFault> {
        let draft = self.before.story.draft.door();
        let silent = homes.iter().filter(|(door, _)| {
            **door != draft && !self.before.intake.iter().any(|response| response.head.door == **door)
        });
        let silent: Vec<_> = silent.map(|(door, id)| (door.clone(), *id)).collect();
        for ((door, id), tries) in silent.into_iter().zip(&self.told.round.unanswered) {
            let who = self.told.round.who.iter().find(|(_, building)| *building == door.building);
            let who = who.map(|(who, _)| who.clone()).unwrap_or_default();
            for Tried { at, came } in tries {
                let at = self.at(*at);
                let came = match came {
                    Came::Nobody => Disposition::NobodyHome,
                    Came::Refused => Disposition::Refused,
                    Came::Moved => Disposition::Moved,
                    Came::Unsafe => Disposition::Unsafe,
                    Came::ComeBack(back) => Disposition::ComeBack { at: self.at(*back) },
                };
                self.went(rounds, Some(round), id, &who, at, came)?;
            }
        }
        Ok(())
    }

    /// The visits to households that must be visited, which belong to no round; what came of each its response says.
    fn household_visits(&mut self, rounds: &mut Rounds, homes: &Homes) -> Result<(), DemoFault> {
        let survey = "household-visit";
        let form = self.before.library.find(survey).and_then(SurveyFile::form);
        let form = form.ok_or_else(|| DemoFault::Story(survey.to_owned()))?;
        for response in self.before.others.iter().filter(|response| response.head.survey.id == survey) {
            let Some(door) = homes.get(&response.head.door).copied() else { continue };
            let attempt = Attempt::read(None, door, disposition_of(form, response), response);
            self.attempted(rounds, attempt)?;
        }
        Ok(())
    }

    /// Some of the doors are to be asked again by somebody else.
    fn check(&mut self, rounds: &mut Rounds, checks: RoundId, homes: &Homes) -> Result<(), DemoFault> {
        let (told, at) = (self.told, self.at(self.told.check.planned));
        let done: Vec<HouseholdId> =
            self.before.intake.iter().filter_map(|response| homes.get(&response.head.door).copied()).collect();
        let mut doors = self.chance.shuffled(done);
        doors.truncate(told.check.doors);
        let round = RoundId(self.id(at));
        let plan = Plan {
            title: told.check.title.clone(),
            survey: "courtyard-intake".to_owned(),
            session: None,
            doors,
            assignments: vec![Assignment { who: told.check.who.clone(), place: self.place("", "") }],
            until: Some(told.check.until),
            checks: Some(checks),
        };
        self.ask(rounds, Command::Event(Event::Planned { round, plan }), at, &told.check.who)
    }

    fn went(
        &mut self,
        rounds: &mut Rounds,
        round: Option<RoundId>,
        household: HouseholdId,
        who: &str,
        at: DateTime<FixedOffset>,
        disposition: Disposition,
    ) -> Result<(), DemoFault> {
        let visitor = who.to_owned();
        let attempt = Attempt { round, household, disposition, visitor, at, note: String::new(), said_in: None };
        self.attempted(rounds, attempt)
    }

    fn attempted(&mut self, rounds: &mut Rounds, attempt: Attempt) -> Result<(), DemoFault> {
        let (at, who) = (attempt.at, attempt.visitor.clone());
        let id = AttemptId(self.id(at));
        self.ask(rounds, Command::Event(Event::Attempted { id, attempt }), at, &who)
    }
}
