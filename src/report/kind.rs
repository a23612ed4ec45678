//! Every report there is: what it is called, what it is about, who may see it, which formats it has.

use serde::{Deserialize, Serialize};

use super::{Class, Page, Paper};
use crate::{locale::Locale, tr};

/// A report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// 问卷汇总
    Summary,
    /// 结果海报
    Poster,
    /// 纸质问卷
    PaperForm,
    /// 一份答卷
    Response,
    /// 历次场次
    Series,
    /// 会议纪要
    Minutes,
    /// 签到表, to sign.
    SignInBlank,
    /// 签到表, as people checked in.
    SignInFilled,
    /// 公示
    Posting,
    /// 选票
    Ballots,
    /// 表决结果单
    ResultSheet,
    /// 认捐与资金
    Fund,
    /// 分工清单
    Actions,
    /// 走访路线
    Route,
    /// 走访进度
    Coverage,
    /// 事项清单
    Matters,
    /// 一件事项的来龙去脉
    Matter,
}

/// What a report is about, and so what must be named to print it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// The responses of a survey.
    Survey,
    /// One response.
    Response,
    /// A meeting.
    Meeting,
    /// A round of visits.
    Round,
    /// A matter.
    Matter,
    /// All of the community, or what belongs to one meeting of it.
    Community,
}

/// How a document is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Pages for the printer.
    Pdf,
    /// One web page, for phones and mail.
    Html,
    /// Lines of text, for any printer.
    Text,
    /// Markdown.
    Markdown,
    /// A spreadsheet, a sheet a table.
    Xlsx,
}

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Pdf, Self::Html, Self::Text, Self::Markdown, Self::Xlsx];

    /// Whether it can be shown in a terminal as it is.
    #[must_use]
    pub fn is_text(self) -> bool {
        matches!(self, Self::Html | Self::Text | Self::Markdown)
    }

    /// The ending of its files, which also names it on the command line.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Xlsx => "xlsx",
        }
    }
}

impl Report {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 17] = [
        Self::Summary,
        Self::Poster,
        Self::PaperForm,
        Self::Response,
        Self::Series,
        Self::Minutes,
        Self::SignInBlank,
        Self::SignInFilled,
        Self::Posting,
        Self::Ballots,
        Self::ResultSheet,
        Self::Fund,
        Self::Actions,
        Self::Route,
        Self::Coverage,
        Self::Matters,
        Self::Matter,
    ];

    /// 散会一套: what is printed after a meeting.
    pub const EVENING: [Self; 4] = [Self::Minutes, Self::Posting, Self::Actions, Self::Fund];

    /// The word for it on the command line and in the names of files.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Poster => "poster",
            Self::PaperForm => "form",
            Self::Response => "response",
            Self::Series => "series",
            Self::Minutes => "minutes",
            Self::SignInBlank => "sign-in",
            Self::SignInFilled => "sign-in-filled",
            Self::Posting => "posting",
            Self::Ballots => "ballots",
            Self::ResultSheet => "results",
            Self::Fund => "fund",
            Self::Actions => "actions",
            Self::Route => "route",
            Self::Coverage => "coverage",
            Self::Matters => "matters",
            Self::Matter => "matter",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, l: &Locale) -> String {
        match self {
            Self::Summary => tr!(l, "report-name-summary"),
            Self::Poster => tr!(l, "report-name-poster"),
            Self::PaperForm => tr!(l, "report-name-form"),
            Self::Response => tr!(l, "report-name-response"),
            Self::Series => tr!(l, "report-name-series"),
            Self::Minutes => tr!(l, "report-name-minutes"),
            Self::SignInBlank => tr!(l, "report-name-sign-in"),
            Self::SignInFilled => tr!(l, "report-name-sign-in-filled"),
            Self::Posting => tr!(l, "report-name-posting"),
            Self::Ballots => tr!(l, "report-name-ballots"),
            Self::ResultSheet => tr!(l, "report-name-results"),
            Self::Fund => tr!(l, "report-name-fund"),
            Self::Actions => tr!(l, "report-name-actions"),
            Self::Route => tr!(l, "report-name-route"),
            Self::Coverage => tr!(l, "report-name-coverage"),
            Self::Matters => tr!(l, "report-name-matters"),
            Self::Matter => tr!(l, "report-name-matter"),
        }
    }

    /// What it is about.
    #[must_use]
    pub fn topic(self) -> Topic {
        match self {
            Self::Summary | Self::Poster | Self::PaperForm => Topic::Survey,
            Self::Response => Topic::Response,
            Self::Minutes
            | Self::SignInBlank
            | Self::SignInFilled
            | Self::Posting
            | Self::Ballots
            | Self::ResultSheet => Topic::Meeting,
            Self::Route | Self::Coverage => Topic::Round,
            Self::Matter => Topic::Matter,
            Self::Series | Self::Fund | Self::Actions | Self::Matters => Topic::Community,
        }
    }

    /// Who it can be made for, the widest circle first; that one when nothing is asked for.
    #[must_use]
    pub fn classes(self) -> &'static [Class] {
        use Class::{Facilitator, Office, Public};
        match self {
            Self::PaperForm | Self::Posting => &[Public],
            Self::Response | Self::Route => &[Office, Facilitator],
            Self::SignInBlank | Self::SignInFilled | Self::Ballots => &[Office],
            Self::Minutes | Self::ResultSheet => &[Public, Facilitator],
            Self::Summary
            | Self::Poster
            | Self::Series
            | Self::Fund
            | Self::Actions
            | Self::Coverage
            | Self::Matters
            | Self::Matter => &[Public, Office],
        }
    }

    /// For whom it is made when nothing is asked for.
    #[must_use]
    pub fn default_class(self) -> Class {
        self.classes().first().copied().unwrap_or_default()
    }

    /// The edition that this circle may see and that tells it most; nothing when there is none for so wide a circle.
    #[must_use]
    pub fn class_of(self, asked: Class) -> Option<Class> {
        self.classes().iter().rev().copied().find(|class| *class <= asked)
    }

    /// Which formats it has.
    #[must_use]
    pub fn formats(self) -> &'static [Format] {
        &Format::ALL
    }

    /// The page it is laid out for when another paper is not asked for.
    #[must_use]
    pub fn page(self, paper: Option<Paper>) -> Page {
        let own = match self {
            Self::Poster => Page::poster(),
            // Room for a hand beside each door.
            Self::Route => Page { landscape: true, ..Page::default() },
            _ => Page::default(),
        };
        Page { paper: paper.unwrap_or(own.paper), ..own }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_has_a_word_of_its_own_and_somebody_to_read_it() {
        for (at, report) in Report::ALL.iter().enumerate() {
            assert!(Report::ALL[..at].iter().all(|other| other.word() != report.word()), "{}", report.word());
            assert!(report.classes().is_sorted(), "{}", report.word());
            assert_eq!(report.class_of(report.default_class()), Some(report.default_class()));
        }
    }

    #[test]
    fn nobody_is_given_an_edition_for_a_narrower_circle() {
        assert_eq!(Report::Minutes.class_of(Class::Office), Some(Class::Public));
        assert_eq!(Report::Response.class_of(Class::Public), None);
        assert_eq!(Report::Posting.class_of(Class::Facilitator), Some(Class::Public));
    }
}
