//! Where keys hold, and which places a screen listens to beside its own.

use serde::{Deserialize, Serialize};

/// Where a row of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// Everywhere.
    Global,
    /// On every screen with a list to move in.
    List,
    /// On every screen with fields to fill.
    Form,
    /// 首页
    Home,
    /// 帮助
    Help,
    /// 命令
    Palette,
    /// 设置
    Settings,
    /// 演示
    Demo,
    /// 场次
    Sessions,
    /// 场次: creating or changing one
    SessionEdit,
    /// 问卷
    Surveys,
    /// What is wrong with a survey
    Faults,
    /// 新答卷
    NewResponse,
    /// 答题
    Entry,
    /// 审阅
    Review,
    /// 答卷
    Browse,
    /// 答卷: one thing to narrow the list by
    Narrow,
    /// Something to choose, as a list
    Choose,
    /// 一份答卷
    Response,
    /// 一份答卷: a reason being typed
    Reason,
    /// 汇总
    Summary,
    /// 汇总: a question by groups
    Cross,
    /// 汇总: the conditions to filter by, as a list
    Condition,
    /// 会议
    Meetings,
    /// 开会
    NewMeeting,
    /// 会前
    Lobby,
    /// 签到
    CheckIn,
    /// 会中
    Live,
    /// 会中: the agenda as a list
    Agenda,
    /// 会中: an item or a motion put in on the spot
    Proposal,
    /// 会中: who does what by when
    Task,
    /// 表决: by roll call
    Vote,
    /// 表决: a motion before it is put
    VotePut,
    /// 表决: counted figures being typed
    VoteFigures,
    /// 表决: asking for objections
    VoteConsent,
    /// 表决: nothing to enter
    VoteOver,
    /// 表决: looking for a voter
    VoteSearch,
    /// 表决: a reason, a name or a text being typed
    VoteLine,
    /// 结果
    Result,
    /// 大屏
    Hall,
    /// 认捐
    Pledges,
    /// 认领
    Claims,
    /// 资金
    Fund,
    /// 分工
    Actions,
    /// 便民服务
    Services,
    /// The offers a request can be matched to.
    Offers,
    /// 走访
    Rounds,
    /// 新一轮走访
    NewRound,
    /// 走访路线
    Route,
    /// 走访进度
    Coverage,
    /// 走访质量
    Quality,
    /// 到期必访
    Due,
    /// A line being typed above what the ledger keeps
    LedgerLine,
    /// 打印
    Print,
    /// 纪要
    Minutes,
    /// 纪要: two of them side by side
    MinutesBeside,
    /// 纪要: words being written
    MinutesWords,
    /// 公示
    Posting,
    /// 名册
    Roll,
    /// 名册: one household
    Household,
    /// 成员
    Members,
    /// 成员: one of them
    Member,
    /// 读入名册: which file
    RollFile,
    /// 读入名册: what its columns are
    RollMap,
    /// 读入名册: what would change
    RollChecked,
    /// 读入名册: done
    RollDone,
    /// 导出名册
    RollExport,
    /// 事项
    Matters,
    /// 一件事项
    Matter,
    /// 整理
    Sorting,
    /// 整理: things to tick in a list
    Questions,
    /// 整理: how far coders agree
    Agreement,
}

impl Scope {
    /// The scopes whose rows hold on a screen of this scope, nearest first.
    #[must_use]
    pub fn chain(self) -> &'static [Scope] {
        use Scope::Surveys;
        use Scope::{Browse, Demo, Entry, Form, Global, Help, Home, List, NewResponse, Palette, Response, Review};
        use Scope::{Choose, Condition, Cross, Faults, Narrow, Reason, SessionEdit, Sessions, Settings, Summary};
        match self {
            Global => &[Global],
            List => &[List, Global],
            Form => &[Form, Global],
            Home => &[Home, List, Global],
            Help => &[Help, List, Global],
            Palette => &[Palette, List, Global],
            Demo => &[Demo, Global],
            Settings => &[Settings, Form, Global],
            Sessions => &[Sessions, List, Global],
            SessionEdit => &[SessionEdit, Form, Global],
            Surveys => &[Surveys, List, Global],
            Faults => &[Faults, List, Global],
            NewResponse => &[NewResponse, Form, Global],
            Entry => &[Entry, Global],
            Review => &[Review, List, Global],
            Browse => &[Browse, List, Global],
            Narrow => &[Narrow, Global],
            Choose => &[Choose, List, Global],
            Response => &[Response, List, Global],
            Reason => &[Reason, Global],
            Summary => &[Summary, List, Global],
            Cross => &[Cross, Summary, List, Global],
            Condition => &[Condition, List, Global],
            Self::Meetings => &[Self::Meetings, List, Global],
            Self::NewMeeting => &[Self::NewMeeting, Form, Global],
            Self::Lobby => &[Self::Lobby, List, Global],
            Self::CheckIn => &[Self::CheckIn, List, Global],
            Self::Live => &[Self::Live, Global],
            Self::Agenda => &[Self::Agenda, List, Global],
            Self::Proposal => &[Self::Proposal, List, Global],
            Self::Task => &[Self::Task, Global],
            Self::Vote => &[Self::Vote, List, Global],
            Self::VotePut => &[Self::VotePut, List, Global],
            Self::VoteFigures => &[Self::VoteFigures, Global],
            Self::VoteConsent => &[Self::VoteConsent, Global],
            Self::VoteOver => &[Self::VoteOver, List, Global],
            Self::VoteSearch => &[Self::VoteSearch, List, Global],
            Self::VoteLine => &[Self::VoteLine, Global],
            Self::Result => &[Self::Result, List, Global],
            Self::Hall => &[Self::Hall, Global],
            Self::Pledges => &[Self::Pledges, List, Global],
            Self::Claims => &[Self::Claims, List, Global],
            Self::Fund => &[Self::Fund, List, Global],
            Self::Actions => &[Self::Actions, List, Global],
            Self::Services => &[Self::Services, List, Global],
            Self::Offers => &[Self::Offers, List, Global],
            Self::Rounds => &[Self::Rounds, List, Global],
            Self::NewRound => &[Self::NewRound, Form, Global],
            Self::Route => &[Self::Route, List, Global],
            Self::Coverage => &[Self::Coverage, List, Global],
            Self::Quality => &[Self::Quality, List, Global],
            Self::Due => &[Self::Due, List, Global],
            Self::LedgerLine => &[Self::LedgerLine, Global],
            Self::Print => &[Self::Print, List, Global],
            Self::Minutes => &[Self::Minutes, List, Global],
            Self::MinutesBeside => &[Self::MinutesBeside, List, Global],
            Self::MinutesWords => &[Self::MinutesWords, Global],
            Self::Posting => &[Self::Posting, Form, Global],
            Self::Roll => &[Self::Roll, List, Global],
            Self::Household => &[Self::Household, Form, Global],
            Self::Members => &[Self::Members, List, Global],
            Self::Member => &[Self::Member, Form, Global],
            Self::RollFile => &[Self::RollFile, Form, Global],
            Self::RollMap => &[Self::RollMap, Form, Global],
            Self::RollChecked => &[Self::RollChecked, List, Global],
            Self::RollDone => &[Self::RollDone, Global],
            Self::RollExport => &[Self::RollExport, Form, Global],
            Self::Matters => &[Self::Matters, List, Global],
            Self::Matter => &[Self::Matter, List, Global],
            Self::Sorting => &[Self::Sorting, List, Global],
            Self::Questions => &[Self::Questions, List, Global],
            Self::Agreement => &[Self::Agreement, List, Global],
        }
    }
}
