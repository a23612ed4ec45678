//! What each of the 135 households answers to the courtyard intake.

use chrono::{NaiveDateTime, TimeDelta, Timelike};

use super::{Story, chance::Chance, concerns::share_out};
use crate::{
    app::Step,
    domain::{Refusal, survey::Door},
};

/// One submission before it meets the form.
#[derive(Debug)]
pub struct Submission {
    /// Its session, from 0.
    pub session: usize,
    /// Where it was given.
    pub door: Door,
    /// Who typed.
    pub surveyor: String,
    /// When it was begun, local time.
    pub at: NaiveDateTime,
    /// The answers, in the order of the survey.
    pub steps: Vec<Step>,
}

/// All submissions of the intake, by session and time.
#[must_use]
pub fn intake(story: &Story) -> Vec<Submission> {
    let mut chance = Chance::new(story.seed);
    let doors = doors(story, &mut chance);
    let voices = voices(story, &mut chance);
    let buildings: Vec<usize> = doors.iter().map(building).collect();
    let asked: Vec<usize> = (0..doors.len()).filter(|h| voices[*h] == Voice::Names).collect();
    let shares = share_out(&story.concerns, &asked.iter().map(|h| buildings[*h]).collect::<Vec<_>>(), &mut chance);
    let mut concerns = vec![Vec::new(); doors.len()];
    for (household, share) in asked.into_iter().zip(shares) {
        concerns[household] = share;
    }
    let mut pots = Pots::fill(story, &mut chance, doors.len());
    let mut submissions = Vec::new();
    let mut households = doors.into_iter().enumerate();
    for (session, gathering) in story.sessions.iter().enumerate() {
        let surveyors = chance.shuffled(story.surveyors.clone());
        // People are asked at the door in the hours before a session; before a morning one nobody is up, so at it.
        let early = gathering.starts.hour() < 12;
        let mut at = gathering.starts + TimeDelta::minutes(if early { 15 } else { -300 });
        for (household, door) in households.by_ref().take(gathering.submissions) {
            at += TimeDelta::seconds(i64::try_from(240 + chance.below(420)).unwrap_or(240));
            let surveyor = surveyors[chance.below(2.min(surveyors.len()))].clone();
            let told = Told { story, door: &door, concerns: &concerns[household], voice: voices[household] };
            let steps = told.answer(household, &mut pots, &mut chance);
            submissions.push(Submission { session, door, surveyor, at, steps });
        }
    }
    submissions
}

/// Where the household lives, from 0.
fn building(door: &Door) -> usize {
    door.building.parse::<usize>().unwrap_or(1).saturating_sub(1)
}

/// As many doors as there are submissions, without the one of the open draft.
fn doors(story: &Story, chance: &mut Chance) -> Vec<Door> {
    let mut doors = all_doors(story);
    let draft = story.draft.door();
    doors.retain(|d| *d != draft);
    let mut doors = chance.shuffled(doors);
    doors.truncate(story.submissions());
    doors
}

/// All doors of the courtyard: 3 entrances a building, 6 floors, 2 doors a floor.
pub(super) fn all_doors(story: &Story) -> Vec<Door> {
    let mut doors = Vec::new();
    for building in 1..=story.areas.len() {
        for entrance in 1..=3 {
            for floor in 1..=6 {
                for side in 1..=2 {
                    doors.push(Door {
                        building: building.to_string(),
                        entrance: entrance.to_string(),
                        household: format!("{floor}0{side}"),
                    });
                }
            }
        }
    }
    doors
}

/// What a household says when it is asked for its concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    Names,
    SaysNothing,
    Refuses,
}

/// Which households name concerns and which do not.
fn voices(story: &Story, chance: &mut Chance) -> Vec<Voice> {
    let mut voices = vec![Voice::SaysNothing; story.no_opinion];
    voices.resize(story.no_opinion + story.refused_concerns, Voice::Refuses);
    voices.resize(story.submissions(), Voice::Names);
    chance.shuffled(voices)
}

/// What is shared out once over all households.
struct Pots {
    /// What each household would give, in yuan.
    money: Vec<Option<u32>>,
    goods: Vec<String>,
    others: Vec<String>,
    remarks: Vec<(String, Vec<String>)>,
}

impl Pots {
    fn fill(story: &Story, chance: &mut Chance, households: usize) -> Self {
        let mut money = vec![None; households];
        let amounts = story.money.iter().flat_map(|m| std::iter::repeat_n(m.yuan, m.households));
        let drawn = chance.shuffled((0..households).collect::<Vec<_>>());
        for (household, yuan) in drawn.into_iter().zip(amounts) {
            money[household] = Some(yuan);
        }
        let remarks = story.remarks.iter().map(|r| (r.about.clone(), chance.shuffled(r.words.clone()))).collect();
        Self {
            money,
            goods: chance.shuffled(story.goods.clone()),
            others: chance.shuffled(story.others.clone()),
            remarks,
        }
    }

    /// A remark about one of these concerns that nobody has made yet, of the one with most left to say; else one about anything.
    fn remark(&mut self, about: &[&str]) -> Option<String> {
        let left = |(topic, words): &&mut (String, Vec<String>)| {
            (!words.is_empty() && about.contains(&topic.as_str())).then_some(words.len())
        };
        let mut told = self.remarks.iter_mut().filter(|of| left(of).is_some()).max_by_key(|of| left(of));
        if told.is_none() {
            told = self.remarks.iter_mut().find(|(topic, _)| topic.is_empty());
        }
        told?.1.pop()
    }
}

/// What is settled about a household before it answers.
struct Told<'a> {
    story: &'a Story,
    door: &'a Door,
    concerns: &'a [usize],
    voice: Voice,
}

impl Told<'_> {
    fn answer(&self, household: usize, pots: &mut Pots, chance: &mut Chance) -> Vec<Step> {
        let mut steps = Steps::default();
        steps.set("told", "OK");
        let people = self.home(chance, &mut steps);
        self.concern(pots, chance, &mut steps);
        self.give(household, pots, chance, &mut steps);
        Self::meeting(household, chance, &mut steps);
        Self::members(people, chance, &mut steps);
        let about: Vec<&str> = self.concerns.iter().map(|c| self.story.concerns[*c].name.as_str()).collect();
        if let Some(remark) = pots.remark(&about) {
            steps.set("remarks", &remark);
        }
        steps.0
    }

    /// Who lives here; gives the number of people when it was told.
    fn home(&self, chance: &mut Chance, steps: &mut Steps) -> Option<usize> {
        match chance.below(100) {
            0..6 => steps.refuse("home/called", Refusal::Refused),
            6..10 => {}
            _ => {
                let family = chance.pick(&self.story.families).cloned().unwrap_or_default();
                let title = chance.pick(&self.story.titles).cloned().unwrap_or_default();
                steps.set("home/called", &format!("{family}{title}"));
            }
        }
        steps.set("home/area", &self.story.areas[building(self.door)]);
        match chance.weighted(&[61, 10, 22, 3, 2, 1]) {
            4 => steps.refuse("home/tenure", Refusal::Refused),
            5 => steps.refuse("home/tenure", Refusal::DontKnow),
            i => steps.set("home/tenure", ["own", "family", "rent", "work"][i]),
        }
        if chance.percent(2) {
            steps.refuse("home/people", Refusal::Refused);
            return None;
        }
        let people = chance.weighted(&[17, 31, 29, 13, 7, 3]) + 1;
        steps.set("home/people", &people.to_string());
        Some(people)
    }

    /// What bothers it, and where.
    fn concern(&self, pots: &mut Pots, chance: &mut Chance, steps: &mut Steps) {
        match self.voice {
            Voice::Refuses => return steps.refuse("concern_group/concerns", Refusal::Refused),
            Voice::SaysNothing => return,
            Voice::Names => {}
        }
        let names: Vec<&str> = self.concerns.iter().map(|c| self.story.concerns[*c].name.as_str()).collect();
        steps.set("concern_group/concerns", &names.join(" "));
        if names.contains(&"other") {
            let other = pots.others.pop().unwrap_or_default();
            steps.set("concern_group/concern_other", &other);
        }
        let weights: Vec<usize> = self.concerns.iter().map(|c| self.story.concerns[*c].households).collect();
        let top = self.concerns[chance.weighted(&weights)];
        if names.len() > 1 {
            if chance.percent(4) {
                return steps.refuse("concern_group/most", Refusal::DontKnow);
            }
            steps.set("concern_group/most", &self.story.concerns[top].name);
        }
        if chance.percent(5) {
            return steps.refuse("concern_group/spot", Refusal::DontKnow);
        }
        let spot = chance.pick(&self.story.concerns[top].spots).cloned().unwrap_or_default();
        steps.set("concern_group/spot", &spot);
        if spot != "whole" && chance.percent(38) {
            let detail = chance.pick(&self.story.spot_details).cloned().unwrap_or_default();
            let detail = detail.replace("{b}", &self.door.building).replace("{e}", &self.door.entrance);
            steps.set("concern_group/spot_detail", &detail);
        }
    }

    /// What it would give.
    fn give(&self, household: usize, pots: &mut Pots, chance: &mut Chance, steps: &mut Steps) {
        let money = pots.money[household];
        let open = money.is_none() && chance.percent(4);
        let goods = if chance.percent(15) { pots.goods.pop() } else { None };
        let labour = chance.percent(27);
        let mut give = Vec::new();
        give.extend((money.is_some() || open).then_some("money"));
        give.extend(goods.is_some().then_some("goods"));
        give.extend(labour.then_some("labour"));
        if give.is_empty() {
            return match chance.below(100) {
                0..7 => steps.refuse("give_group/give", Refusal::Refused),
                7..13 => steps.refuse("give_group/give", Refusal::DontKnow),
                13..20 => {}
                _ => steps.set("give_group/give", "none"),
            };
        }
        steps.set("give_group/give", &give.join(" "));
        if let Some(yuan) = money {
            steps.set("give_group/money", &yuan.to_string());
            if yuan > 5000 {
                steps.0.push(Step::PassWarning("give_group/money".to_owned(), self.story.money_reason.clone()));
            }
        } else if open {
            steps.refuse("give_group/money", Refusal::DontKnow);
        }
        if let Some(goods) = goods {
            steps.set("give_group/goods", &goods);
        }
        if labour {
            match chance.weighted(&[30, 30, 20, 12, 8]) {
                4 => steps.refuse("give_group/labour_hours", Refusal::DontKnow),
                i => steps.set("give_group/labour_hours", ["2", "4", "8", "12"][i]),
            }
        }
    }

    /// Whether it comes to the meeting, and how to reach it.
    fn meeting(household: usize, chance: &mut Chance, steps: &mut Steps) {
        let coming = chance.weighted(&[57, 26, 13, 4]);
        if coming < 3 {
            steps.set("give_group/meeting", ["yes", "maybe", "no"][coming]);
        }
        if coming >= 2 {
            return;
        }
        let when: &[&[&str]] =
            &[&["weekday"], &["saturday"], &["sunday"], &["weekday", "saturday"], &["saturday", "sunday"], &["any"]];
        steps.set("give_group/meeting_when", &when[chance.weighted(&[38, 14, 10, 8, 12, 18])].join(" "));
        match chance.below(100) {
            // 139 0000 0001 and on: numbers nobody has.
            0..48 => steps.set("give_group/phone", &format!("1390000{:04}", household + 1)),
            48..58 => steps.refuse("give_group/phone", Refusal::Refused),
            _ => {}
        }
    }

    /// The people of the household, where it lets them be noted.
    fn members(people: Option<usize>, chance: &mut Chance, steps: &mut Steps) {
        let Some(people) = people else { return };
        if !chance.percent(36) {
            return steps.set("list_members", "no");
        }
        steps.set("list_members", "yes");
        let first = 28 + chance.below(52);
        for member in 1..=people {
            let (relation, age) = Self::member(member, first, chance);
            let at = |question: &str| format!("member[{member}]/{question}");
            if member > 1 {
                steps.set(&at("relation"), relation);
            }
            match chance.below(100) {
                0..3 => steps.refuse(&at("age"), Refusal::Refused),
                3..5 => steps.refuse(&at("age"), Refusal::DontKnow),
                _ => steps.set(&at("age"), &age.to_string()),
            }
            let care = match (people, age) {
                (1, 68..) if chance.percent(70) => "alone",
                (_, 75..) if chance.percent(50) => "stairs",
                (_, 65..) if chance.percent(25) => "ill",
                (_, 20..) if chance.percent(3) => "disability",
                _ => continue,
            };
            steps.set(&at("care"), care);
        }
    }

    /// Relation and age of a member, whose first one is `first` years old.
    fn member(member: usize, first: usize, chance: &mut Chance) -> (&'static str, usize) {
        let about = |years: usize, chance: &mut Chance| years.saturating_sub(3) + chance.below(7);
        match member {
            1 => ("self", first),
            2 if chance.percent(80) => ("spouse", about(first, chance).max(22)),
            2 => ("child", first.saturating_sub(26)),
            3 | 4 if first < 60 => ("child", first.saturating_sub(26 + chance.below(6))),
            3 | 4 => (["child", "grandchild"][member - 3], if member == 3 { first - 27 } else { about(8, chance) }),
            5 if first < 62 => ("parent", (first + 26).min(92)),
            5 => ("grandchild", about(6, chance)),
            _ => ("other", 20 + chance.below(50)),
        }
    }
}

/// Steps under way.
#[derive(Default)]
struct Steps(Vec<Step>);

impl Steps {
    fn set(&mut self, path: &str, answer: &str) {
        self.0.push(Step::Set(path.to_owned(), answer.to_owned()));
    }

    fn refuse(&mut self, path: &str, refusal: Refusal) {
        self.0.push(Step::Refuse(path.to_owned(), refusal));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_submission_comes_from_another_door_and_none_from_the_draft_s() {
        let story = Story::shipped().unwrap();
        let all = intake(&story);
        let doors: BTreeSet<_> = all.iter().map(|s| s.door.clone()).collect();
        assert_eq!((all.len(), doors.len()), (135, 135));
        assert!(!doors.contains(&story.draft.door()));
    }

    #[test]
    fn concerns_are_named_as_often_as_the_story_says() {
        let story = Story::shipped().unwrap();
        let all = intake(&story);
        let given = |s: &Submission| {
            s.steps.iter().find_map(|step| match step {
                Step::Set(path, answer) if path == "concern_group/concerns" => Some(answer.clone()),
                _ => None,
            })
        };
        let named = |concern: &str| all.iter().filter_map(given).filter(|a| a.split(' ').any(|w| w == concern)).count();
        assert_eq!((named("facade"), named("ebike")), (89, 77));
        assert_eq!(all.iter().filter_map(given).count(), 131);
    }

    #[test]
    fn every_household_says_something_and_nobody_what_another_has_said() {
        let story = Story::shipped().unwrap();
        let mut seen = BTreeSet::new();
        for step in intake(&story).into_iter().flat_map(|s| s.steps) {
            if let Step::Set(path, words) = step
                && path == "remarks"
            {
                assert!(seen.insert(words.clone()), "{words} twice");
            }
        }
        assert_eq!(seen.len(), story.submissions());
    }

    #[test]
    fn submissions_of_a_session_are_from_its_day() {
        let story = Story::shipped().unwrap();
        for s in intake(&story) {
            assert_eq!(s.at.date(), story.sessions[s.session].starts.date());
        }
    }
}
