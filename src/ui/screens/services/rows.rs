//! The rows of each view: requests with what became of them, offers, services given, duties.

use std::collections::HashSet;

use chrono::NaiveDate;

use crate::{
    app::{Ctx, Posted},
    domain::{
        DutyId, ResponseId, ServiceId,
        service::{Kept, Service, Services},
    },
};

/// What is on view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// 需求: those that wait for an offer first.
    Requests,
    /// 能提供的
    Offers,
    /// 服务记录
    Given,
    /// 日常养护
    Duties,
}

impl View {
    pub(super) const ALL: [Self; 4] = [Self::Requests, Self::Offers, Self::Given, Self::Duties];

    pub(super) fn next(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|view| *view == self).unwrap_or_default();
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Row {
    Request(Posted),
    Offer(Posted),
    Given(ServiceId, Service),
    Duty(DutyId, Kept),
}

/// How far a request has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    /// No offer yet.
    Waiting,
    /// Matched to an offer.
    Matched,
    /// Served, so many times.
    Served(usize),
}

/// How far a request has come.
pub(super) fn stage(services: &Services, request: ResponseId) -> Stage {
    match services.given().filter(|(_, service)| service.request == Some(request)).count() {
        0 if services.offer_for(request).is_some() => Stage::Matched,
        0 => Stage::Waiting,
        times => Stage::Served(times),
    }
}

/// The rows of a view that hold what was typed.
pub(super) fn rows(view: View, posted: &[Posted], services: &Services, typed: &str) -> Vec<Row> {
    let typed = typed.trim().to_lowercase();
    let holds = |texts: &[&str]| texts.iter().any(|text| text.to_lowercase().contains(&typed));
    let named = |posted: &&Posted| holds(&[&posted.who, &posted.what, &posted.about]);
    match view {
        View::Requests => {
            let served: HashSet<ResponseId> = services.given().filter_map(|(_, service)| service.request).collect();
            let mut found: Vec<_> = posted.iter().filter(|posted| !posted.offers).filter(named).collect();
            found.sort_by_key(|request| {
                (served.contains(&request.response), services.offer_for(request.response).is_some())
            });
            found.into_iter().cloned().map(Row::Request).collect()
        }
        View::Offers => posted.iter().filter(|posted| posted.offers).filter(named).cloned().map(Row::Offer).collect(),
        View::Given => {
            let wanted = |service: &Service| {
                holds(&[&service.what, &service.for_whom, &service.team]) || service.by.iter().any(|by| holds(&[by]))
            };
            let mut found: Vec<_> = services.given().filter(|(_, service)| wanted(service)).collect();
            found.sort_by(|(a, x), (b, y)| y.day.cmp(&x.day).then(b.cmp(a)));
            found.into_iter().map(|(id, service)| Row::Given(id, service.clone())).collect()
        }
        View::Duties => {
            let wanted = |kept: &Kept| holds(&[&kept.duty.what, &kept.duty.who]);
            let mut found: Vec<_> = services.duties().filter(|(_, kept)| wanted(kept)).collect();
            found.sort_by_key(|(_, kept)| (kept.due().is_none(), kept.due()));
            found.into_iter().map(|(id, kept)| Row::Duty(id, kept.clone())).collect()
        }
    }
}

/// The offers for a request: those that have what is needed first.
pub(super) fn fitting(posted: &[Posted], request: &Posted) -> Vec<Posted> {
    let mut found: Vec<&Posted> = posted.iter().filter(|posted| posted.offers).collect();
    found.sort_by_key(|offer| std::cmp::Reverse(offer.serves(request)));
    found.into_iter().cloned().collect()
}

/// Minutes given by each team's members together, teams by name; what was given by no team is left out.
pub(super) fn team_minutes(services: &Services) -> Vec<(String, u64)> {
    let mut teams = std::collections::BTreeMap::new();
    for (_, service) in services.given().filter(|(_, service)| !service.team.is_empty()) {
        let minutes = u64::from(service.minutes) * service.by.len() as u64;
        *teams.entry(service.team.clone()).or_default() += minutes;
    }
    teams.into_iter().collect()
}

/// How many requests wait for an offer, and how many duties are late.
pub(super) fn counts(posted: &[Posted], services: &Services, today: NaiveDate) -> (usize, usize) {
    let requests = posted.iter().filter(|posted| !posted.offers);
    let waiting = requests.filter(|request| stage(services, request.response) == Stage::Waiting).count();
    (waiting, services.duties().filter(|(_, kept)| kept.due().is_some_and(|due| due < today)).count())
}

/// An offer or request by its response.
pub(super) fn find(posted: &[Posted], response: ResponseId) -> Option<&Posted> {
    posted.iter().find(|posted| posted.response == response)
}

/// The services as it was last held.
pub(super) fn services(ctx: &Ctx) -> Option<&Services> {
    ctx.register::<Services>()
}
