//! What leaves the program: tallies as text, tables and JSON; responses as tables and JSON; minutes as documents in text
//! and Markdown. A document is
//! laid out by one folder a format.

mod codebook;
mod document;
mod html;
mod kind;
mod ledger;
mod markdown;
mod matters;
mod minutes;
mod pdf;
mod sections;
mod sheet;
mod survey;
mod tally_csv;
mod tally_json;
mod tally_text;
mod text;
mod visits;
mod words;
mod xlsx;

pub use codebook::{codebook_csv, codebook_rows};
pub use document::{
    Bar, BesideLine, Block, Chart, Class, Column, ColumnKind, Document, KeyFigure, Mark, Moment, Opinion, Page, Paper,
    Scale, TICK, Table, Thermometer, Ticks, Wanted, blank, documents_beside, is_blank, is_tick,
};
pub use html::document_html;
pub use kind::{Format, Report, Topic};
pub use ledger::{FundSheet, actions_document, fund_document};
pub use markdown::document_markdown;
pub use matters::{ListPlan, ThreadSheet, matter_document, matters_document};
pub use minutes::{
    BallotPlan, MinutesStatus, SheetForm, ballots_document, minutes_document, posting_document, result_sheet_document,
    sheet_document,
};
pub use pdf::{FaceBytes, FaceData, Fonts, MoreFaces, Pdf, PdfError, document_pdf, missing_words, pdf_error};
pub use sections::{Section, sections};
pub use sheet::csv_text;
pub use survey::{
    SeriesLine, SummaryPlan, filter_words, form_document, poster_document, response_document, series_document,
    summary_document,
};
pub use tally_csv::tally_csv;
pub use tally_json::tally_json;
pub use tally_text::tally_text;
pub use text::{LaidLine, Look, document_lines, document_spoken, document_text};
pub use visits::{RouteSheet, coverage_document, route_document};
pub use words::{choice_label, group_name, question_label, range};
pub use xlsx::{ResponsesBook, XlsxFault, document_xlsx, rows_xlsx};
