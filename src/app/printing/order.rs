//! An order: which report, about what, for whom, on which paper. Plain data, alike for commands, screens and packs.

use serde::{Deserialize, Serialize};

use crate::{
    app::Place,
    domain::{
        Lang, MatterId, MeetingId, ResponseId, RoundId, matter::Which, meeting::agenda::MotionKey, tally::Filter,
    },
    report::{Class, Paper, Report},
};

/// One report to be made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PrintOrder {
    /// Which.
    pub report: Report,
    /// For whom.
    pub class: Class,
    /// The survey's id; the one with most responses when nothing is said.
    #[serde(default)]
    pub survey: Option<String>,
    /// Over which responses.
    #[serde(default)]
    pub filter: Filter,
    /// Only these questions, by name; all when empty.
    #[serde(default)]
    pub questions: Vec<String>,
    /// By groups of a question, by its name, or of `session`, `kind`, `building`, `entrance`, `surveyor`, `day`, `state`,
    /// `version`.
    #[serde(default)]
    pub by: Option<String>,
    /// Whether answers in words stand in it also when it is for everyone.
    #[serde(default)]
    pub texts: bool,
    /// The meeting; the latest one where one is needed and nothing is said.
    #[serde(default)]
    pub meeting: Option<MeetingId>,
    /// Only this motion of the meeting.
    #[serde(default)]
    pub motion: Option<MotionKey>,
    /// The response.
    #[serde(default)]
    pub response: Option<ResponseId>,
    /// The round of visits; the latest one that is not over where one is needed and nothing is said.
    #[serde(default)]
    pub round: Option<RoundId>,
    /// Only the ways of these surveyors; everybody's when empty.
    #[serde(default)]
    pub surveyors: Vec<String>,
    /// The matter.
    #[serde(default)]
    pub matter: Option<MatterId>,
    /// Which matters are listed.
    #[serde(default)]
    pub matters: Which,
    /// The paper; the report's own when nothing is said.
    #[serde(default)]
    pub paper: Option<Paper>,
    /// The language; that of the program when nothing is said.
    #[serde(default)]
    pub language: Option<Lang>,
}

impl PrintOrder {
    /// This report for whom it is made when nothing is asked for.
    #[must_use]
    pub fn new(report: Report) -> Self {
        Self {
            report,
            class: report.default_class(),
            survey: None,
            filter: Filter::default(),
            questions: Vec::new(),
            by: None,
            texts: false,
            meeting: None,
            motion: None,
            response: None,
            round: None,
            surveyors: Vec::new(),
            matter: None,
            matters: Which::default(),
            paper: None,
            language: None,
        }
    }

    /// What is printed at a place unless somebody says otherwise.
    #[must_use]
    pub fn at(place: &Place) -> Self {
        let of = |report, meeting| Self { meeting, ..Self::new(report) };
        let meeting = place.meeting();
        match place {
            Place::Summary { survey, .. } => Self { survey: survey.clone(), ..Self::new(Report::Summary) },
            Place::Response { response } => Self { response: Some(*response), ..Self::new(Report::Response) },
            Place::Sessions => Self::new(Report::Series),
            Place::Surveys => Self::new(Report::PaperForm),
            Place::Actions => Self::new(Report::Actions),
            Place::Meetings | Place::Live { .. } | Place::Minutes { .. } | Place::Hall { .. } => {
                of(Report::Minutes, meeting)
            }
            Place::Lobby { .. } => of(Report::SignInBlank, meeting),
            Place::CheckIn { .. } => of(Report::SignInFilled, meeting),
            Place::Vote { motion, .. } => Self { motion: Some(motion.clone()), ..of(Report::Ballots, meeting) },
            Place::Result { motion, .. } => Self { motion: Some(motion.clone()), ..of(Report::ResultSheet, meeting) },
            Place::Pledges { .. } | Place::Claims { .. } | Place::Fund { .. } => of(Report::Fund, meeting),
            Place::Rounds => Self::new(Report::Coverage),
            Place::Route { round, who, .. } => {
                let surveyors = who.iter().cloned().collect();
                Self { round: Some(*round), surveyors, ..Self::new(Report::Route) }
            }
            Place::Coverage { round } | Place::Quality { round } => {
                Self { round: Some(*round), ..Self::new(Report::Coverage) }
            }
            Place::Matters => Self::new(Report::Matters),
            Place::Matter { matter } => Self { matter: Some(*matter), ..Self::new(Report::Matter) },
            Place::Print { order } => (**order).clone(),
            _ => Self::new(Report::Summary),
        }
    }

    /// Whether it tells more than the report does when nothing is asked for: the person is asked once, and it is logged.
    #[must_use]
    pub fn tells_more(&self) -> bool {
        self.class > self.report.default_class() || (self.class == Class::Public && self.texts)
    }

    /// The same about the same for another report.
    #[must_use]
    pub fn with(&self, report: Report) -> Self {
        let class = report.class_of(self.class).unwrap_or_else(|| report.default_class());
        Self { report, class, ..self.clone() }
    }
}
