//! What a person can do, by meaning. Keys are bound to these in the key table; screens know nothing of keys.

use super::{Booking, Doorstep, Place, Typing};
use crate::domain::Refusal;

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Go to a place: what the palette and the function keys of places give.
    Go(Place),
    /// Show what can be done here, in a list with search.
    Help,
    /// Find a command, survey or place by its name.
    Palette,
    /// Leave this screen.
    Back,
    /// End the program.
    Quit,
    /// Show everything in the next language.
    Language,
    /// Hand the terminal back to the shell until `fg`.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Change the text of the field in the person's own editor.
    EditOutside,
    /// Begin a new response.
    NewResponse,
    /// The responses of what is selected, or all.
    Responses,
    /// The tally of what is selected, or choose one.
    Tally,

    /// One up.
    Up,
    /// One down.
    Down,
    /// One left, or the value before.
    Left,
    /// One right, or the value after.
    Right,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// To the next field or part of the screen.
    NextField,
    /// To the field or part before.
    PreviousField,
    /// Open or accept what is selected.
    Open,
    /// Tick or untick what is selected.
    Toggle,
    /// All of them again, whatever the list was narrowed by.
    All,
    /// Send a finished response back.
    Return,
    /// Approve a finished response.
    Approve,
    /// Show revisions side by side.
    Compare,
    /// A question by groups.
    Cross,
    /// Show how it came about.
    Trail,
    /// Note who moves a motion.
    Sponsor,
    /// Note who seconds a motion.
    Second,
    /// Withdraw a motion.
    Withdraw,
    /// Note a firm objection.
    Object,
    /// Note that the ballot paper of the selected voter was handed out.
    Deliver,
    /// Note that ballot papers were handed out to the whole roll.
    DeliverAll,
    /// Only those who are still missing, or all again.
    Missing,
    /// An obvious majority for it, not counted.
    ClearFor,
    /// An obvious majority against it, not counted.
    ClearAgainst,
    /// Open a closed vote again.
    ReopenVote,
    /// Set an outcome by hand.
    Override,
    /// The entry with this number, 0 to 9.
    Digit(u8),
    /// To the next question without an answer.
    NextOpen,
    /// To the next question that keeps the response from being finished.
    NextWrong,
    /// Note a refusal.
    Refuse(Refusal),
    /// Show or hide the longer guidance of a question.
    Guidance,
    /// What is wrong with what is selected.
    Problems,
    /// Read the files anew.
    Reload,
    /// All answers on one page.
    Review,
    /// Move what is selected up.
    MoveUp,
    /// Move what is selected down.
    MoveDown,
    /// Make a new one.
    New,
    /// Change what is selected.
    Edit,
    /// Delete what is selected.
    Delete,
    /// Throw away the draft that is selected or being filled.
    Discard,
    /// Something happened to what the ledger keeps.
    Book(Booking),
    /// Something is done at a door of a round.
    Doorstep(Doorstep),
    /// Name who counts the vote.
    Tellers,
    /// Take back what was done last.
    Undo,
    /// Take it off the roll.
    Remove,
    /// Destroy everything known of it for good.
    Erase,
    /// Keep what was typed.
    Save,
    /// Put what the cursor is on into the clipboard.
    Copy,
    /// Print what is on view.
    Print,
    /// Keep a report and show it in another program.
    OpenFile,
    /// Send a report to the printer.
    ToPrinter,
    /// The printers, to choose one.
    Printers,
    /// One copy more.
    MoreCopies,
    /// One copy less.
    FewerCopies,
    /// For another circle of people.
    NextClass,
    /// As another kind of file.
    NextFormat,
    /// On another paper.
    NextPaper,
    /// Make minutes final, or correct final ones.
    Finalise,
    /// Note from when to when a result is posted.
    Post,

    /// Whoever speaks is for it.
    SpeaksFor,
    /// Whoever speaks is against it.
    SpeaksAgainst,
    /// Put the motion to the vote, or go to the vote that is open.
    Vote,
    /// What the item under way is for: pledges, parts, a fund, a survey.
    Work,
    /// The agenda of the meeting.
    Agenda,
    /// Say who does what by when.
    Assign,
    /// Another order of speaking.
    Order,
    /// Choose what narrows the list.
    Narrow,
    /// Let nothing narrow the list any more.
    ClearFilters,
    /// Say which matters it is about.
    Matters,
    /// Move a motion on the spot.
    MoveMotion,
    /// Another minute for the speaker.
    MoreTime,
    /// A break, or the end of it.
    Pause,
    /// Who comes and who leaves.
    CheckIn,
    /// The minutes as they stand.
    Minutes,
    /// What the hall sees.
    Hall,
    /// Close what is open.
    Close,
    /// Check somebody out.
    CheckOut,
    /// Note a written proxy.
    Proxy,
    /// Note why somebody is absent.
    Excuse,
    /// Co-owners disagree, or name their voice.
    Voice,
    /// Count the heads there are.
    CountHeads,

    /// Typed into the field that has the focus.
    Input(Typing),
    /// The mouse was clicked at this column and row of the terminal, from 0.
    Click(u16, u16),
    /// The mouse's wheel was turned, down or up.
    Wheel {
        /// Towards the end.
        down: bool,
    },
    /// The worker has finished something: a screen that waits for it asks its task.
    Arrived,
}
