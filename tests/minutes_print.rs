//! Minutes, sign-in sheet and posting as text and Markdown, in both languages, of a meeting rich in everything.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/rich.rs"]
mod rich;

use babahui::{
    domain::{
        Lang,
        meeting::minutes::{Minutes, Posting},
    },
    locale::{LANGUAGES, Locale, width},
    report::{
        BallotPlan, MinutesStatus, SheetForm, ballots_document, document_markdown, document_text, minutes_document,
        posting_document, sheet_document,
    },
};
use chrono::NaiveDate;

fn locales() -> impl Iterator<Item = (&'static str, Locale)> {
    LANGUAGES.into_iter().map(|code| (code, Locale::new(&Lang::new(code))))
}

fn posting() -> Posting {
    let day = |day| NaiveDate::from_ymd_opt(2024, 11, day).unwrap();
    Posting { on: day(13), until: day(20), objections: "到社区办公室找李嬢嬢".into() }
}

#[test]
fn minutes_read_alike_in_both_languages() {
    let whole = rich::minutes();
    for (code, locale) in locales() {
        for (edition, minutes) in [("facilitator", &whole), ("public", &whole.public())] {
            let document = minutes_document(&locale, minutes, MinutesStatus::Draft);
            let text = document_text(&document, 80);
            assert!(text.lines().all(|line| width(line) <= 80), "{text}");
            insta::assert_snapshot!(format!("minutes-{edition}-{code}"), text);
            if edition == "public" {
                insta::assert_snapshot!(format!("minutes-markdown-{code}"), document_markdown(&document));
            }
        }
    }
}

#[test]
fn nothing_private_is_in_what_everyone_reads() {
    let public = rich::minutes().public();
    let json = serde_json::to_string(&public).unwrap();
    for (_, locale) in locales() {
        let status = MinutesStatus::Correcting { version: 1, reason: "13800138000 来电说漏了" };
        let document = minutes_document(&locale, &public, status);
        let sheet = sheet_document(&locale, &public, SheetForm::Filled);
        for print in [document_text(&document, 80), document_text(&sheet, 80), json.clone()] {
            for private in ["138", "不愿留名", "情绪大", "计划 "] {
                assert!(!print.contains(private), "{private} in {print}");
            }
        }
    }
}

#[test]
fn the_sheet_and_the_posting_are_ready_to_sign_and_to_post() {
    let minutes = rich::minutes();
    for (code, locale) in locales() {
        let sheet = |form| document_text(&sheet_document(&locale, &minutes, form), 80);
        insta::assert_snapshot!(format!("sheet-blank-{code}"), sheet(SheetForm::Blank));
        insta::assert_snapshot!(format!("sheet-filled-{code}"), sheet(SheetForm::Filled));
        let posted = posting_document(&locale, &minutes, Some(&posting()));
        insta::assert_snapshot!(format!("posting-{code}"), document_text(&posted, 80));
    }
}

#[test]
fn hostile_words_reach_no_terminal_and_no_markup() {
    let mut minutes = rich::minutes();
    let hostile = "\u{1b}[2J\u{202e}\u{7}<script>|`x`\n# 假标题";
    minutes.heading.title = hostile.into();
    minutes.heading.chair = hostile.into();
    minutes.remarks = hostile.into();
    minutes.sheet[0].name = hostile.into();
    minutes.items[2].points[0].text = hostile.into();
    minutes.items[4].motions[5].objections[0].reason = hostile.into();
    for (_, locale) in locales() {
        let document = minutes_document(&locale, &minutes, MinutesStatus::Draft);
        let sheet = sheet_document(&locale, &minutes, SheetForm::Filled);
        let posting = posting_document(&locale, &minutes, Some(&Posting { objections: hostile.into(), ..posting() }));
        for document in [document, sheet, posting] {
            let markdown = document_markdown(&document);
            for print in [&document_text(&document, 80), &markdown] {
                let unseen = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
                assert!(!print.contains(unseen), "{print:?}");
            }
            assert!(!markdown.contains(" <script>") && !markdown.contains("\n# 假标题"), "{markdown}");
        }
    }
}

#[test]
fn minutes_come_back_from_json_as_they_were() {
    let minutes = rich::minutes();
    let json = serde_json::to_string(&minutes).unwrap();
    assert_eq!(serde_json::from_str::<Minutes>(&json).unwrap(), minutes);
}

#[test]
fn a_narrow_page_loses_nothing() {
    let minutes = rich::minutes();
    for (code, locale) in locales() {
        let document = minutes_document(&locale, &minutes, MinutesStatus::Draft);
        let narrow = document_text(&document, 40);
        for word in ["王师傅情绪大，会后上门", "后排漏数一只手", "东门太窄，消防车进不来"]
        {
            let joined: String = narrow.lines().map(str::trim).collect();
            assert!(joined.contains(word), "{code}: {word} in {narrow}");
        }
    }
}

#[test]
fn a_ballot_has_the_boxes_of_its_way_of_voting() {
    let minutes = rich::minutes();
    let l = Locale::new(&Lang::new("en"));
    let ballot = |name: &str| {
        let every = || minutes.items.iter().flat_map(|item| &item.motions);
        let motion = every().find(|motion| motion.key.0 == name).map(|motion| motion.key.clone());
        assert!(motion.is_some(), "{name}");
        let plan = BallotPlan { motion, count: Some(1), ..BallotPlan::default() };
        document_text(&ballots_document(&l, &minutes, &plan), 80)
    };
    let plain = ballot("gate");
    assert!(plain.contains("( ) for") && plain.contains("( ) against") && plain.contains("( ) abstain"), "{plain}");
    let dots = ballot("colour");
    assert!(dots.contains("[ ] ") && dots.contains("2 in all") && !dots.contains("abstain"), "{dots}");
    assert!(dots.contains("Do not write your name"), "{dots}");
}
