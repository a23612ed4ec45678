//! Services given, requests matched to offers, duties of upkeep.

use super::plan::Town;
use crate::{
    app::demo::DemoFault,
    domain::{
        DutyId, ResponseId, ServiceId,
        record::Register,
        service::{Command, Duty, DutyDone, Event, Service, Services},
    },
};

impl Town<'_> {
    /// Puts it all on the services.
    pub(super) fn services(&mut self) -> Result<(), DemoFault> {
        let told = self.told;
        let mut services = Services::fold(Vec::new());
        let offers = self.before.others.iter().filter(|response| response.head.survey.id == "service-offer");
        let offers: Vec<ResponseId> = offers.map(|response| response.head.id).collect();
        let response =
            |at: usize| offers.get(at).copied().ok_or_else(|| DemoFault::Story(format!("service-offer {at}")));
        for matched in &told.matched {
            let event = Event::Matched { request: response(matched.request)?, offer: Some(response(matched.offer)?) };
            self.ask(&mut services, Command::Event(event), self.at(matched.at), &told.sorter)?;
        }
        for given in &told.services {
            let at = self.at(given.at);
            let service = ServiceId(self.id(at));
            let given = Service {
                request: given.request.map(response).transpose()?,
                offer: given.offer.map(response).transpose()?,
                team: given.team.clone(),
                by: given.by.clone(),
                for_whom: given.for_whom.clone(),
                what: given.what.clone(),
                day: at.date_naive(),
                minutes: given.minutes,
            };
            self.ask(&mut services, Command::Event(Event::Given { service, given }), at, &told.sorter)?;
        }
        for kept in &told.duties {
            let at = self.at(kept.at);
            let id = DutyId(self.id(at));
            let duty = Duty {
                what: kept.what.clone(),
                place: self.place(&kept.place, ""),
                who: kept.who.clone(),
                every: kept.every,
                from: at.date_naive(),
            };
            self.ask(&mut services, Command::Event(Event::Duty { id, duty }), at, &kept.who)?;
            for (day, by) in &kept.done {
                let done = DutyDone { day: *day, by: by.clone(), note: String::new() };
                let evening = self.at(day.and_hms_opt(18, 30, 0).unwrap_or_default());
                self.ask(&mut services, Command::Event(Event::DutyDone { id, done }), evening.max(at), by)?;
            }
        }
        Ok(())
    }
}
