//! The list of surveys and what is wrong with the bad ones, as an author sees them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use std::{fs, path::Path};

use babahui::{app::Place, ui::Driver};

const BAD: &str = r#"Survey(
    id: "tea",
    title: {"zh-CN": "茶话会", "en": "Tea"},
    body: [
        Text(name: "a", lable: {"zh-CN": "您想在院子里办什么样的茶话会，什么时候办，谁来张罗？", "en": "What?"}),
        Note(name: "b", label: {"zh-CN": "完", "en": "End"}),
    ],
)
"#;

fn put(dir: &Path, name: &str, text: impl AsRef<[u8]>) {
    fs::create_dir_all(dir.join("surveys")).unwrap();
    fs::write(dir.join("surveys").join(name), text).unwrap();
}

fn at_surveys(dir: &Path, lang: &str) -> Driver {
    Driver::new(support::ctx(dir, lang), &Place::Surveys, (80, 24))
}

#[test]
fn a_bad_survey_is_listed_read_corrected_and_filled_while_the_rest_works() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "tea.ron", BAD);
    let mut d = at_surveys(dir.path(), "en");
    assert!(d.text().contains("6 surveys, 1 with faults") && d.text().contains("✗ "), "{}", d.text());
    d.keys("End");
    assert!(d.text().contains("tea.ron:5:"), "the first fault stands at the foot\n{}", d.text());
    d.keys("Enter");
    let text = d.text();
    assert!(matches!(d.place(), Place::Faults { .. }) && text.contains("tea.ron:5:"), "{text}");
    // The caret stands under the word that is meant, however narrow the window is.
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.contains("5 |")).unwrap();
    assert_eq!(lines[at].find("lable"), lines[at + 1].find('^'), "{text}");

    put(dir.path(), "tea.ron", BAD.replace("lable", "label"));
    d.keys("C-r");
    assert!(d.text().contains("Nothing is wrong with this file"), "{}", d.text());
    d.keys("Esc Enter");
    assert!(matches!(d.place(), Place::NewResponse { .. }) && d.text().contains("Tea"), "{}", d.text());
}

#[test]
fn files_that_cannot_be_read_and_ids_that_stand_twice_are_said() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "latin.ron", [0x53, 0xff, 0xfe]);
    let good = BAD.replace("lable", "label");
    put(dir.path(), "one.ron", &good);
    put(dir.path(), "two.ron", &good);
    let mut d = at_surveys(dir.path(), "zh-CN");
    assert!(d.text().contains("读不了"), "{}", d.text());
    d.keys("End Enter");
    assert!(d.text().contains("latin.ron:1:2"), "{}", d.text());
    d.keys("Esc Up");
    assert!(d.text().contains("已被另一个文件占用"), "{}", d.text());
    fs::remove_file(dir.path().join("surveys/two.ron")).unwrap();
    d.keys("C-r");
    assert!(!d.text().contains("已被另一个文件占用"), "{}", d.text());
}

#[test]
fn home_leads_to_the_surveys_and_to_what_is_wrong_with_one() {
    let dir = tempfile::tempdir().unwrap();
    put(dir.path(), "tea.ron", BAD);
    let mut d = support::driver(dir.path(), "zh-CN", (80, 24));
    d.keys("F6");
    assert_eq!(d.place(), Place::Surveys);
    d.keys("Esc Down*6 Enter");
    assert!(matches!(d.place(), Place::Faults { .. }), "{}", d.text());
    d.keys("F10");
    assert!(d.text().contains("What is wrong with tea.ron"), "{}", d.text());
}

#[test]
fn pictures() {
    for lang in ["zh-CN", "en"] {
        for size in [(80, 24), (120, 40)] {
            let dir = tempfile::tempdir().unwrap();
            let mut ctx = support::ctx(dir.path(), lang);
            let bad = babahui::domain::Source { name: "surveys/tea.ron".into(), text: BAD.into() };
            ctx.library.put(babahui::import::SurveyFile::new(
                babahui::import::Origin::File("surveys/tea.ron".into()),
                bad,
                Vec::new(),
            ));
            ctx.dir = "data".into();
            let mut d = Driver::new(ctx, &Place::Surveys, size);
            d.keys("End");
            insta::assert_snapshot!(format!("surveys-{lang}-{}x{}", size.0, size.1), d.text());
            d.keys("Enter");
            insta::assert_snapshot!(format!("faults-{lang}-{}x{}", size.0, size.1), d.text());
        }
    }
}
