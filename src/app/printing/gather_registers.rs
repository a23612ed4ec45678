//! Gathers reports on visits and on matters.

use super::{Gathering, PrintFault, PrintOrder};
use crate::{
    app::MattersRead,
    domain::{
        MatterId, RoundId,
        matter::Thread,
        place::Roll,
        record::Register,
        visit::{Coverage, Rounds},
    },
    locale::Locale,
    report::{
        Class, Document, ListPlan, RouteSheet, ThreadSheet, coverage_document, matter_document, matters_document,
        route_document,
    },
    store::About,
};

impl Gathering<'_> {
    fn visits(&mut self) -> Result<&(Rounds, Roll), PrintFault> {
        if self.visits.is_none() {
            let rounds = Rounds::fold(self.store.records_about(About::Register(Rounds::KIND))?.0);
            let roll = Roll::fold(self.store.records_about(About::Register(Roll::KIND))?.0);
            self.visits = Some((rounds, roll));
        }
        self.visits.as_ref().ok_or(PrintFault::NoRound)
    }

    pub(super) fn route(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let (now, library) = (self.now, self.library);
        let (rounds, roll) = self.visits()?;
        let round = round(rounds, order.round)?;
        let plan = &rounds.round(round).ok_or(PrintFault::NoRound)?.plan;
        let known = plan.surveyors();
        if let Some(name) = order.surveyors.iter().find(|name| !known.is_empty() && !known.contains(&name.as_str())) {
            return Err(PrintFault::NoSurveyor(name.clone(), known.into_iter().map(str::to_owned).collect()));
        }
        let survey = library.find(&plan.survey).map_or(plan.survey.as_str(), |file| file.title().get(l.lang()));
        let sheet = RouteSheet { rounds, roll, round, who: &order.surveyors, survey };
        Ok(route_document(l, &sheet, class, now))
    }

    pub(super) fn coverage(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let (now, least) = (self.now, self.least);
        let (rounds, roll) = self.visits()?;
        let round = round(rounds, order.round)?;
        let plan = &rounds.round(round).ok_or(PrintFault::NoRound)?.plan;
        let coverage = Coverage::of(rounds, round, roll, now);
        Ok(coverage_document(l, plan, &coverage, (class, least), now))
    }

    fn matters(&mut self) -> Result<&MattersRead, PrintFault> {
        if self.matters.is_none() {
            self.matters = Some(MattersRead::new(self.store, self.library)?);
        }
        self.matters.as_ref().ok_or(PrintFault::NoMatter)
    }

    pub(super) fn matter_list(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let (now, least) = (self.now, self.least);
        let read = self.matters()?;
        let concern = |name: &str| read.concern(name, l.lang());
        let mut lines = read.facts().lines();
        lines.retain(|line| order.matters.takes(line));
        let plan = ListPlan { class, least, which: &order.matters };
        Ok(matters_document(l, &lines, &plan, &concern, now))
    }

    pub(super) fn matter(&mut self, order: &PrintOrder, class: Class, l: &Locale) -> Result<Document, PrintFault> {
        let (now, least) = (self.now, self.least);
        let read = self.matters()?;
        let id: MatterId = order.matter.ok_or(PrintFault::NoMatter)?;
        let thread = Thread::of(&read.facts(), id, class == Class::Public).ok_or(PrintFault::NoMatter)?;
        let actions = ThreadSheet::actions_of(&thread).into_iter().filter_map(|id| read.ledger.action(id)).collect();
        let concern = read.concern(&thread.about.concern, l.lang());
        let sheet = ThreadSheet { thread: &thread, concern, actions, texts: order.texts, least };
        Ok(matter_document(l, &sheet, class, now))
    }
}

/// The round that is meant: the latest that is not over when none is named, else the latest.
fn round(rounds: &Rounds, named: Option<RoundId>) -> Result<RoundId, PrintFault> {
    let open = rounds.rounds().filter(|(_, round)| round.ended.is_none()).last();
    let usual = open.or_else(|| rounds.rounds().last()).map(|(id, _)| id);
    named.or(usual).filter(|id| rounds.round(*id).is_some()).ok_or(PrintFault::NoRound)
}
