//! Whether notice was given in time, in words.

use crate::{
    domain::meeting::{
        course::{NoticeCheck, NoticeStanding},
        rule::Regime,
    },
    locale::{Counted, Locale, count, date_short},
    tr,
};

/// When notice was given, how many days that is, and who asks for how many.
#[must_use]
pub fn notice_words(locale: &Locale, regime: Regime, check: &NoticeCheck) -> String {
    let asked = count(locale, Counted::Days, check.asked.into());
    let source = match regime {
        Regime::Owners(_) => tr!(locale, "lobby-notice-source-owners", asked = asked),
        _ => tr!(locale, "lobby-notice-source-agenda", asked = asked),
    };
    let latest = check.latest().map(date_short).unwrap_or_default();
    let given = match (check.on, check.days()) {
        (Some(on), Some(days)) if days >= 0 => {
            let days = count(locale, Counted::Days, days.unsigned_abs());
            tr!(locale, "lobby-notice-given", on = date_short(on), days = days)
        }
        (Some(on), _) => tr!(locale, "lobby-notice-after", on = date_short(on)),
        (None, _) => String::new(),
    };
    match check.standing() {
        NoticeStanding::NotAsked if check.on.is_none() => tr!(locale, "lobby-notice-not-asked"),
        NoticeStanding::NotAsked => given,
        NoticeStanding::Missing => tr!(locale, "lobby-notice-missing", source = source, latest = latest),
        NoticeStanding::Short => tr!(locale, "lobby-notice-short", given = given, source = source, latest = latest),
        NoticeStanding::Exact => tr!(locale, "lobby-notice-exact", given = given, source = source),
        NoticeStanding::Ample => tr!(locale, "lobby-notice-ample", given = given, source = source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Lang,
        meeting::{agenda::Notice, rule::Matter},
    };

    #[test]
    fn notice_is_said_with_its_days_and_source() {
        let day = |text: &str| text.parse().unwrap();
        let said = |on: Option<&str>| {
            let check = NoticeCheck::new(on.map(|on| Notice { on: day(on) }), day("2024-11-17"), 15);
            ["zh-CN", "en"]
                .map(|lang| notice_words(&Locale::new(&Lang::new(lang)), Regime::Owners(Matter::Ordinary), &check))
        };
        let [zh, en] = said(Some("2024-11-02"));
        assert_eq!(
            zh,
            "2024-11-02 贴出，到开会 15 天，刚好够。物业管理条例第14条要提前 15 天；开会当天算不算看法不一，早一天更稳"
        );
        assert_eq!(
            en,
            "posted 2024-11-02, 15 days before: just enough. Property Management Regulations art. 14 ask for 15 days; whether the day of the meeting counts is disputed, a day earlier is safer"
        );
        let [zh, _] = said(Some("2024-11-05"));
        assert_eq!(zh, "2024-11-05 贴出，到开会 12 天，不够。物业管理条例第14条要提前 15 天，最晚 2024-11-01 就要贴出");
        let [zh, _] = said(None);
        assert_eq!(zh, "还没有登记通知日。物业管理条例第14条要提前 15 天，最晚 2024-11-01 就要贴出");
        let [zh, _] = said(Some("2024-11-20"));
        assert!(zh.starts_with("2024-11-20 才贴出，比开会还晚"), "{zh}");
    }
}
