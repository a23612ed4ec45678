//! Spreadsheets read back by another program's reader: types, values, names of sheets, and what hostile words become.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use proptest::prelude::*;
use uuid::Uuid;

use super::{ResponsesBook, document_xlsx, sheet::SheetNames};
use crate::{
    domain::{
        Answer, Lang, Point, Refusal, ResponseId, Value,
        exchange::{KeptResponse, Layout},
        survey::{AnswerTree, Door, DraftHead, Entry, Response, ResponseState, SurveyRef},
        tally::{Codebook, Columns, Filter, Summary},
    },
    locale::Locale,
    report::{Column, Document, Table, document::sample::every_block},
};

type Sheets = Xlsx<Cursor<Vec<u8>>>;

const SURVEY: &str = r#"Survey(id: "tea", version: "1", default_language: "zh-CN", languages: ["zh-CN", "en"],
    title: "茶", choices: {"cup": [
        (name: "big", label: {"zh-CN": "大碗", "en": "Big bowl"}), (name: "small", label: {"zh-CN": "小碗", "en": "Small bowl"}),
    ]}, body: [
        Text(name: "note", label: {"zh-CN": "想说的", "en": "Note"}),
        Integer(name: "people", label: "几口人"),
        Decimal(name: "area", label: "面积"),
        Date(name: "day", label: "哪天"),
        Time(name: "hour", label: "几点"),
        DateTime(name: "moment", label: "什么时候"),
        SelectOne(name: "cup", label: "哪种碗", choices: "cup"),
        SelectMultiple(name: "cups", label: "哪些碗", choices: "cup"),
        Geopoint(name: "place", label: "哪里"),
        Repeat(name: "member", label: "家里人", body: [Integer(name: "age", label: "岁数")]),
    ])"#;

fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2024-11-12T14:03:21+08:00").unwrap()
}

fn kept(number: u128, answers: AnswerTree) -> KeptResponse {
    let head = DraftHead {
        id: ResponseId(Uuid::from_u128(number)),
        survey: SurveyRef { id: "tea".into(), version: "1".into(), hash: "h".into() },
        session: None,
        door: Door { building: "1".into(), entrance: "2".into(), household: "302".into() },
        surveyor: "王".into(),
        created: at(),
        seed: 7,
        correction: None,
    };
    let response = Response { head, finished: at(), name: String::new(), answers, audit: Vec::new() };
    KeptResponse { state: ResponseState::Final, comment: String::new(), response }
}

fn tree(answers: Vec<(&str, Value)>) -> AnswerTree {
    AnswerTree(answers.into_iter().map(|(name, value)| (name.to_owned(), Entry::Answer(value.into()))).collect())
}

/// The spreadsheet of these responses, read back.
fn sheets(lang: &str, survey: &str, responses: &[KeptResponse]) -> (Sheets, u64) {
    let (bytes, cut) = bytes(lang, survey, responses);
    (open_workbook_from_rs(Cursor::new(bytes)).unwrap(), cut)
}

fn bytes(lang: &str, survey: &str, responses: &[KeptResponse]) -> (Vec<u8>, u64) {
    let locale = Locale::new(&Lang::new(lang));
    let versions: Vec<Codebook> = Codebook::of_text(survey, &[], "h").into_iter().collect();
    let layout = Layout::new(&versions, responses);
    let mut columns = Columns::default();
    for version in &versions {
        columns.add_version(version);
    }
    let mut book = ResponsesBook::begin(&locale, &layout, &versions).unwrap();
    for kept in responses {
        book.response(kept, None).unwrap();
        columns.push(&kept.response.head, kept.state, &kept.response.answers);
    }
    book.counts(&Summary::new(&columns, &Filter::default()).unwrap()).unwrap();
    book.codebook(&versions).unwrap();
    let mut file = Vec::new();
    let cut = book.write_to(&mut file).unwrap();
    (file, cut)
}

/// The cell under a heading.
fn cell(sheets: &mut Sheets, sheet: &str, heading: &str, row: usize) -> Data {
    let range = sheets.worksheet_range(sheet).unwrap();
    let heads: Vec<String> = range.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    let at = heads.iter().position(|head| head == heading).unwrap_or_else(|| panic!("{heading} in {heads:?}"));
    range.rows().nth(row).and_then(|cells| cells.get(at)).cloned().unwrap_or_default()
}

/// Whether a cell is a day or time, and this one.
fn is_moment(cell: &Data, expected: f64) -> bool {
    matches!(cell, Data::DateTime(at) if (at.as_f64() - expected).abs() < 1e-6)
}

#[test]
fn every_answer_is_a_cell_of_its_type() {
    let point = Point { latitude: 30.66, longitude: 104.08, altitude: 0.0, accuracy: 5.0 };
    let mut answers = tree(vec![
        ("note", Value::Text("充电桩太少".into())),
        ("people", Value::Integer(3)),
        ("area", Value::Decimal(62.5)),
        ("day", Value::Date(NaiveDate::from_ymd_opt(2024, 11, 12).unwrap())),
        ("hour", Value::Time(NaiveTime::from_hms_opt(18, 30, 0).unwrap())),
        ("moment", Value::DateTime(at())),
        ("cup", Value::Choice("big".into())),
        ("cups", Value::Choices(vec!["small".into()])),
        ("place", Value::Point(point)),
    ]);
    let ages = [8, 71].map(|age| tree(vec![("age", Value::Integer(age))]));
    answers.0.insert("member".into(), Entry::Repeat(ages.into()));
    let mut refused = AnswerTree::default();
    refused.0.insert("people".into(), Entry::Answer(Answer::Refusal(Refusal::DontKnow)));
    let (mut sheets, cut) = sheets("zh-CN", SURVEY, &[kept(1, answers), kept(2, refused)]);
    assert_eq!(
        (sheets.sheet_names(), cut),
        (vec!["答卷".to_owned(), "member".into(), "统计".into(), "编码表".into()], 0)
    );

    let text = |words: &str| Data::String(words.to_owned());
    let rows = [
        ("KEY", text("00000000-0000-0000-0000-000000000001")),
        ("meta/building", text("1")),
        ("note", text("充电桩太少")),
        ("people", Data::Float(3.0)),
        ("area", Data::Float(62.5)),
        ("cup", text("big")),
        ("cups", text("small")),
        ("cups/big", Data::Float(0.0)),
        ("cups/small", Data::Float(1.0)),
        ("place", text("30.66 104.08 0 5")),
    ];
    for (heading, expected) in rows {
        assert_eq!(cell(&mut sheets, "答卷", heading, 2), expected, "{heading}");
    }
    assert_eq!(cell(&mut sheets, "答卷", "people", 3), text("[dont_know]"));
    assert_eq!(cell(&mut sheets, "答卷", "note", 3), Data::Empty);
    // Days since the last of 1899, to the second.
    let clock = f64::from(14 * 3600 + 3 * 60 + 21) / 86_400.0;
    let rows =
        [("day", 45_608.0), ("moment", 45_608.0 + clock), ("meta/created", 45_608.0 + clock), ("hour", 18.5 / 24.0)];
    for (heading, expected) in rows {
        assert!(is_moment(&cell(&mut sheets, "答卷", heading, 2), expected), "{heading}");
    }
    let key = "00000000-0000-0000-0000-000000000001";
    assert_eq!(cell(&mut sheets, "member", "KEY", 3), text(&format!("{key}/member[2]")));
    assert_eq!(cell(&mut sheets, "member", "PARENT_KEY", 3), text(key));
    assert_eq!(cell(&mut sheets, "member", "age", 3), Data::Float(71.0));
}

#[test]
fn words_over_the_columns_and_names_of_sheets_are_in_the_language_asked_for() {
    for (lang, sheet, words) in [("zh-CN", "答卷", ["想说的", "大碗"]), ("en", "Responses", ["Note", "Big bowl"])]
    {
        let (mut sheets, _) = sheets(lang, SURVEY, &[]);
        let range = sheets.worksheet_range(sheet).unwrap();
        let heads: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
        assert!(words.iter().all(|word| heads.iter().any(|head| head == word)), "{heads:?}");
    }
}

#[test]
fn counts_have_shares_and_charts_and_the_codebook_every_label() {
    let answers = |cup: &str| tree(vec![("cup", Value::Choice(cup.into())), ("people", Value::Integer(2))]);
    let responses = [kept(1, answers("big")), kept(2, answers("big")), kept(3, answers("small"))];
    let (file, _) = bytes("en", SURVEY, &responses);
    let charts = (1..9).filter(|n| {
        let name = format!("xl/charts/chart{n}.xml");
        file.windows(name.len()).any(|bytes| bytes == name.as_bytes())
    });
    assert!(charts.count() >= 2);
    let mut sheets: Sheets = open_workbook_from_rs(Cursor::new(file)).unwrap();
    let counts = sheets.worksheet_range("Counts").unwrap();
    let row = counts.rows().find(|row| row[0] == Data::String("Big bowl".into())).unwrap();
    assert_eq!(
        (row[1].clone(), row[2].as_f64().map(|share| (share * 1000.0).round())),
        (Data::Float(2.0), Some(667.0))
    );
    let book = sheets.worksheet_range("Codebook").unwrap();
    let rows: Vec<String> =
        book.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|")).collect();
    assert!(
        rows.contains(&"cup||SelectOne||open|||1|哪种碗|".to_owned())
            && rows.contains(&"cup|||big|open|||1|大碗|Big bowl".to_owned()),
        "{rows:?}"
    );
}

#[test]
fn hostile_words_stay_words_and_what_is_too_long_says_so() {
    let long = "长".repeat(40_000);
    let words = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "مرحبا",
        "👨\u{200d}👩\u{200d}👧",
        "<&>\"'",
        "a\nb",
        " x ",
        "_x0041_",
    ];
    let mut responses: Vec<_> =
        (1..).zip(words).map(|(n, word)| kept(n, tree(vec![("note", Value::Text(word.into()))]))).collect();
    responses.push(kept(90, tree(vec![("note", Value::Text(long.clone())), ("people", Value::Integer(i64::MAX))])));
    responses.push(kept(91, tree(vec![("day", Value::Date(NaiveDate::from_ymd_opt(1850, 1, 2).unwrap()))])));
    let (mut sheets, cut) = sheets("zh-CN", SURVEY, &responses);
    for (row, word) in (2..).zip(words) {
        assert_eq!(cell(&mut sheets, "答卷", "note", row), Data::String(word.to_owned()), "{word:?}");
    }
    assert!(sheets.worksheet_formula("答卷").unwrap().is_empty());
    let row = 2 + words.len();
    let found = cell(&mut sheets, "答卷", "note", row).to_string();
    let left = 40_000 - found.chars().filter(|c| *c == '长').count();
    assert!(found.encode_utf16().count() <= 32_767 && found.ends_with("JSON 导出里）"), "{left}");
    assert_eq!((cut, found.contains(&left.to_string()), left < 8_000), (1, true, true));
    assert_eq!(cell(&mut sheets, "答卷", "people", row), Data::String(i64::MAX.to_string()));
    assert_eq!(cell(&mut sheets, "答卷", "day", row + 1), Data::String("1850-01-02".into()));
}

#[test]
fn an_empty_survey_and_one_of_300_long_choices_are_whole() {
    let (mut sheets, _) = sheets("zh-CN", "Survey(id: \"tea\", version: \"1\", body: [])", &[]);
    assert_eq!(sheets.worksheet_range("答卷").unwrap().height(), 2);
    let choices: String =
        (0..300).map(|n| format!("(name: \"c{n}\", label: \"{n}{}\"),", "选".repeat(60))).collect::<Vec<_>>().concat();
    let survey = format!(
        "Survey(id: \"tea\", version: \"1\", choices: {{\"l\": [{choices}]}}, body: [\
         SelectMultiple(name: \"many\", label: \"=多选\", choices: \"l\")])"
    );
    let picked = Value::Choices(vec!["c7".into(), "c299".into()]);
    let (mut sheets, _) = self::sheets("zh-CN", &survey, &[kept(1, tree(vec![("many", picked)]))]);
    for (heading, expected) in [("many/c7", 1.0), ("many/c8", 0.0), ("many/c299", 1.0)] {
        assert_eq!(cell(&mut sheets, "答卷", heading, 2), Data::Float(expected));
    }
    assert_eq!(sheets.worksheet_range("统计").unwrap().height(), 303);
}

#[test]
fn a_table_of_a_document_is_a_sheet_of_typed_cells() {
    let row = |cells: [&str; 5]| cells.map(str::to_owned).to_vec();
    let mut table = Table::new(vec![
        Column::words("谁"),
        Column::number("票"),
        Column::money("元"),
        Column::share("占比"),
        Column::date("哪天"),
    ]);
    table.caption = "认捐: 2024/11".into();
    table.rows =
        vec![row(["王家", "1 200", "¥1 200.50", "66.7%", "2024-11-12"]), row(["=李家", "< 5", "", "-", "______"])];
    table.totals = Some(row(["合计", "1 200", "¥1 200.50", "", ""]));
    let mut document = Document { title: "认捐".into(), ..Document::default() };
    document.table(table.clone());
    document.table(table);
    let mut sheets: Sheets = open_workbook_from_rs(Cursor::new(document_xlsx(&document).unwrap())).unwrap();
    assert_eq!(sheets.sheet_names(), ["认捐", "认捐_ 2024_11", "认捐_ 2024_11 2"]);
    let range = sheets.worksheet_range("认捐_ 2024_11").unwrap();
    let cells =
        |at: u32| (0..5).map(|column| range.get_value((at, column)).cloned().unwrap_or_default()).collect::<Vec<_>>();
    let text = |words: &str| Data::String(words.to_owned());
    assert_eq!(cells(3)[..4], [text("王家"), Data::Float(1200.0), Data::Float(1200.5), Data::Float(0.667)]);
    assert!(is_moment(&cells(3)[4], 45_608.0));
    assert_eq!(cells(4), [text("=李家"), text("< 5"), Data::Empty, text("-"), Data::Empty]);
    assert_eq!(cells(5)[..3], [text("合计"), Data::Float(1200.0), Data::Float(1200.5)]);
}

#[test]
fn names_of_sheets_are_legal_and_never_the_same() {
    let mut names = SheetNames::default();
    let rows = [
        ("a/b:c[d]*?\\", "a_b_c_d____"),
        ("A/B:C[D]*?\\", "A_B_C_D____ 2"),
        ("'家'", "家"),
        ("", "_"),
        ("History", "History 2"),
        ("=1", "=1"),
    ];
    for (wanted, given) in rows {
        assert_eq!(names.name(wanted), given);
    }
    assert_eq!(names.name(&"长".repeat(40)).chars().count(), 31);
    assert_eq!(names.name(&"长".repeat(40)), format!("{} 2", "长".repeat(29)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn any_words_make_a_spreadsheet_that_opens(words in any::<String>(), label in "\\PC{0,50}|['=\\[\\]:*?/]{0,40}") {
        let bytes = document_xlsx(&every_block(&words, &label)).unwrap();
        let mut sheets: Sheets = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        for name in sheets.sheet_names() {
            prop_assert!(sheets.worksheet_range(&name).is_ok());
        }
        let answers = tree(vec![("note", Value::Text(words.clone())), (label.as_str(), Value::Choice(words.clone()))]);
        let (bytes, _) = bytes_of(&[kept(1, answers)]);
        let mut sheets: Sheets = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        prop_assert!(sheets.worksheet_range("答卷").is_ok());
    }
}

fn bytes_of(responses: &[KeptResponse]) -> (Vec<u8>, u64) {
    bytes("zh-CN", SURVEY, responses)
}
