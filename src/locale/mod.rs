//! Everything a person sees as words, numbers and dates, in Chinese and English; and the only code that measures text.

mod agenda_fault;
mod answer;
mod bundle;
mod caret;
mod clean;
mod columns;
mod count;
mod date;
mod edit_refusal;
mod exchange;
mod expr_fault;
mod fault;
mod fault_words;
mod fold;
mod forget;
mod household;
mod index;
mod ledger;
mod matter;
pub mod meeting;
mod number;
mod numeral;
mod problem;
mod refusals;
mod roll_fault;
mod rule;
mod store;
mod syntax_fault;
mod tally;
mod term;
mod typed_answer;
mod typed_date;
mod typed_days;
mod typed_door;
mod typed_gift;
mod typed_money;
mod typed_names;
mod typed_number;
mod typed_point;
mod typed_time;
mod typed_value;
mod verdict;
mod visit;
mod width;

pub use answer::{answer_words, refusal_words, value_words};
pub use bundle::{LANGUAGES, Locale, Message};
pub use caret::{Shown, printed, printed_in, shown};
pub use clean::{clean_line, clean_text, may_be_typed};
pub use columns::columns;
pub use count::{Counted, area, count, money};
pub use date::{
    date_long, date_short, date_time, date_weekday, duration, lead, month_day, month_name, relative, time_seconds,
    time_short, weekday,
};
pub use edit_refusal::edit_refusal;
pub use exchange::{conflict_line, row_fault};
pub use fault::{date_fault, number_fault, point_fault, time_fault, typed_fault};
pub use fold::{fold_key, fold_typed};
pub use forget::{forget_by_door, forget_goes, forget_stays};
pub use household::{
    address, column_name, must_visit, must_visit_all, place_level, place_name, place_path, place_within, role,
    sheet_fault, sheet_fault_words, standing,
};
pub use ledger::{
    action_state, claim_state, gift, ledger_refusal, ledger_remark, match_range, money_fault, pledge_state,
    public_giver,
};
pub use matter::{
    afterwards_words, came_words, mean_score, picked_by, programme_words, raised_words, said_by, step_words,
};
pub use number::{decimal, grouped, hundredths, ratio, share};
pub use problem::{Told, brief, problem, severity, tally};
pub use refusals::{import_kept, import_words, matter_refusal, place_refusal, service_refusal, visit_refusal};
pub use roll_fault::roll_fault;
pub use rule::{measure_words, rule_citation, rule_words, threshold_words, voices_words};
pub use store::{store_error, store_finding};
pub use tally::filter_fault;
pub use term::{door, response_state, session_kind};
pub use typed_answer::typed_answer;
pub use typed_date::{DateFault, typed_date, typed_month, typed_year};
pub use typed_days::{Days, typed_days};
pub use typed_door::{door_form, typed_door};
pub use typed_gift::{GiftFault, gift_form, typed_gift};
pub use typed_money::{MoneyFault, money_form, typed_money};
pub use typed_names::typed_names;
pub use typed_number::{NumberFault, typed_decimal, typed_integer};
pub use typed_point::{PointFault, typed_point};
pub use typed_time::{typed_date_time, typed_time};
pub use typed_value::{TypedFault, typed_form, typed_value};
pub use verdict::{
    choice_words, joined_words, margin, outcome_words, prospect_words, tested_line, tested_name, verdict_words,
    weight_figure, weight_words,
};
pub use visit::{
    address as visit_address, advice as visit_advice, cell as visit_cell, day_time as visit_day_time,
    disposition as visit_disposition, must_visit as visit_kind, must_visits as visit_must_visits, place as visit_place,
    stage as visit_stage,
};
pub use width::{Align, CUT, clusters, lone, pad, spare, take, tears_figure, truncate, width, wrap, wrap_ranges};

/// The sentence of a message id in a locale's language: `tr!(locale, "home-responses", count = 12)`.
///
/// A message or argument missing in English does not compile; `tests/locale.rs` compares the other languages with it.
#[macro_export]
macro_rules! tr {
    ($locale:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::locale::fl!($locale.loader($id), $id $(, $name = $value)*)
    };
}

#[doc(hidden)]
pub use i18n_embed_fl::fl;
