//! Every place one can be, as plain data: it can be kept and opened again after a crash.

use serde::{Deserialize, Serialize};

use super::{BrowseFilter, Scope, printing::PrintOrder};
use crate::domain::{
    HouseholdId, MatterId, MeetingId, MemberId, ResponseId, RoundId, SessionId,
    meeting::agenda::{FundKey, ItemKey, MotionKey},
    place,
    survey::NodePath,
};

/// A question whose answers are sorted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortWhat {
    /// The survey's id.
    pub survey: String,
    /// The question's name.
    pub question: String,
}

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
    /// 会议: the list of meetings.
    Meetings,
    /// 开会: choose agenda and session, then set the meeting up.
    NewMeeting {
        /// The agenda's id, when it is already chosen.
        agenda: Option<String>,
        /// The session, when it is already chosen.
        session: Option<SessionId>,
    },
    /// 会前: agenda, roll, rules and notice of a meeting.
    Lobby {
        /// The meeting.
        meeting: MeetingId,
    },
    /// 签到: who comes and leaves, proxies.
    CheckIn {
        /// The meeting.
        meeting: MeetingId,
    },
    /// 会中: the item under way, the floor, the clocks.
    Live {
        /// The meeting.
        meeting: MeetingId,
    },
    /// 表决: entering a vote.
    Vote {
        /// The meeting.
        meeting: MeetingId,
        /// The motion.
        motion: MotionKey,
    },
    /// 结果: the result of a vote, to be read out.
    Result {
        /// The meeting.
        meeting: MeetingId,
        /// The motion.
        motion: MotionKey,
    },
    /// 大屏: what the hall sees.
    Hall {
        /// The meeting.
        meeting: MeetingId,
    },
    /// 认捐: the pledges of an item.
    Pledges {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemKey,
    },
    /// 认领: the parts of an item and who takes them over.
    Claims {
        /// The meeting.
        meeting: MeetingId,
        /// The item.
        item: ItemKey,
    },
    /// 资金: a fund's sources, allocations and what is left.
    Fund {
        /// The fund.
        fund: FundKey,
        /// The meeting and the item that speak of it; nothing outside a meeting.
        at: Option<(MeetingId, ItemKey)>,
    },
    /// 分工: all actions over all meetings.
    Actions,
    /// 便民服务: offers, requests, services given, duties of upkeep.
    Services,
    /// 名册: places and their households.
    Roll {
        /// The place the cursor is on; no names for all.
        at: place::Place,
    },
    /// One household of the roll.
    Household {
        /// Which; nothing for a new one.
        household: Option<HouseholdId>,
        /// Where one came from: a new one begins there.
        at: place::Place,
    },
    /// 成员: who answers for which doors.
    Members,
    /// One member.
    Member {
        /// Which; nothing for a new one.
        member: Option<MemberId>,
    },
    /// 读入名册: households from a table.
    RollImport {
        /// The file, as far as it is typed.
        file: String,
    },
    /// 导出名册: the roll as a table.
    RollExport {
        /// Of which place.
        at: place::Place,
    },
    /// 走访: the rounds.
    Rounds,
    /// 新一轮走访: choose survey, doors and who goes.
    NewRound {
        /// The round to check again; nothing for a round of its own.
        checks: Option<RoundId>,
        /// Whether it is of the must-visit doors that are due.
        due: bool,
    },
    /// 走访路线: door after door.
    Route {
        /// The round.
        round: RoundId,
        /// Whose; nothing for all doors.
        who: Option<String>,
        /// The door the cursor is on.
        door: Option<HouseholdId>,
    },
    /// 走访进度
    Coverage {
        /// The round.
        round: RoundId,
    },
    /// 走访质量: what to look at twice, and the back-check.
    Quality {
        /// The round.
        round: RoundId,
    },
    /// 到期必访: must-visit doors where nobody was met for too long.
    Due,
    /// 事项: all matters.
    Matters,
    /// 一件事项: its thread.
    Matter {
        /// The matter.
        matter: MatterId,
    },
    /// 整理: suggestions coded one after the other.
    Sorting {
        /// The answers to which questions; none to go on with those sorted before.
        what: Vec<SortWhat>,
        /// Whether as a second coder, without seeing the first's codes.
        blind: bool,
    },
    /// 一致程度: how far coders agree.
    Agreement,
    /// 打印: reports to look at, keep, open and print.
    Print {
        /// What is to be printed.
        order: Box<PrintOrder>,
    },
    /// 纪要
    Minutes {
        /// The meeting.
        meeting: MeetingId,
    },
}

impl Place {
    /// The meeting that is held, or was held, here.
    #[must_use]
    pub fn meeting(&self) -> Option<MeetingId> {
        match self {
            Self::Lobby { meeting }
            | Self::CheckIn { meeting }
            | Self::Live { meeting }
            | Self::Vote { meeting, .. }
            | Self::Result { meeting, .. }
            | Self::Hall { meeting }
            | Self::Pledges { meeting, .. }
            | Self::Claims { meeting, .. }
            | Self::Minutes { meeting } => Some(*meeting),
            Self::Print { order } => order.meeting,
            Self::Fund { at, .. } => at.as_ref().map(|(meeting, _)| *meeting),
            _ => None,
        }
    }
}
