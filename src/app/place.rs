//! Every place one can be, as plain data: it can be kept and opened again after a crash.

use serde::{Deserialize, Serialize};

use super::{BrowseFilter, Scope};
use crate::domain::{ResponseId, SessionId, survey::NodePath};

/// A place in the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Place {
    /// 首页
    Home,
    /// 帮助: the keys that work in a scope.
    Help {
        /// The scope of the screen below.
        over: Scope,
    },
    /// 命令: everything that can be done now, by name.
    Palette {
        /// The scope of the screen below.
        over: Scope,
    },
    /// 设置
    Settings,
    /// 场次: the list of sessions.
    Sessions,
    /// 场次: one session being created (nothing) or changed.
    SessionEdit {
        /// The session, nothing for a new one.
        session: Option<SessionId>,
    },
    /// 新答卷: choose survey, session and door, then answer.
    NewResponse {
        /// The survey's id, when it is already chosen.
        survey: Option<String>,
        /// The session, when it is already chosen.
        session: Option<SessionId>,
    },
    /// 答题: a draft being filled.
    Entry {
        /// The draft.
        response: ResponseId,
        /// The question to open at; nothing for where the surveyor was.
        at: Option<NodePath>,
    },
    /// 审阅: all answers of a draft on one page.
    Review {
        /// The draft.
        response: ResponseId,
    },
    /// 答卷: the list of responses.
    Browse {
        /// Which ones.
        filter: BrowseFilter,
    },
    /// 一份答卷: one finished response with its revisions.
    Response {
        /// The response.
        response: ResponseId,
    },
    /// 汇总: the tally of one survey.
    Summary {
        /// The survey's id; nothing to choose one.
        survey: Option<String>,
        /// Over which responses.
        filter: BrowseFilter,
    },
    /// 问卷: all survey files, good and bad.
    Surveys,
    /// What is wrong with one survey file.
    Faults {
        /// The file's name as the list of surveys has it.
        file: String,
    },
    /// The demo directory, filled when it is empty.
    Demo,
}
