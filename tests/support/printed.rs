//! A document a street office would get, with every piece a document can have, to be laid out and looked at.

#![allow(dead_code, reason = "each test file uses its part")]

use babahui::{
    domain::{Lang, tally::Share},
    report::{
        Bar, Block, Chart, Class, Column, Document, KeyFigure, Mark, Moment, Opinion, Table, Thermometer, Ticks, blank,
    },
};

fn chart(caption: &str, of: &str, bars: &[(&str, u64)], n: u64) -> Chart {
    let bars = bars.iter().map(|(label, count)| Bar::counted(*label, *count, Share::new(*count, n)));
    Chart { caption: caption.into(), of: of.into(), bars: bars.collect() }
}

/// The summary of the demo's survey, as one would be printed.
#[allow(clippy::too_many_lines, reason = "a document from top to bottom, as it is read")]
pub fn summary() -> Document {
    let mut page = Document {
        title: "十四号院小区问题和加装电梯意愿调查：结果汇总".into(),
        subtitles: vec!["玉林东路社区 十四号院".into()],
        language: Some(Lang::new("zh-CN")),
        class: Class::Office,
        class_words: "街道、社区内部使用".into(),
        ..Document::default()
    };
    page.based_on("依据", "135 份答卷，12 场坝坝会和入户走访");
    page.based_on("日期", "2024-10-28 到 2024-12-12");
    page.based_on("筛选", "全部答卷");
    page.based_on("问卷版本", "2 (7c1e09a4)");
    let figure = |figure: &str, words: &str| KeyFigure { figure: figure.into(), words: words.into() };
    page.put(Block::KeyFigures(vec![
        figure("135", "份答卷"),
        figure("12", "场会和走访"),
        figure("67.2 %", "支持加装电梯"),
        figure("¥52 300", "已认捐"),
    ]));
    page.heading(1, "大家最关心什么");
    page.line("每户可以选三项。按选的人数从多到少排。");
    page.bars(chart(
        "您家最关心哪些问题？",
        "n 131，未填 4",
        &[
            ("非机动车停车和充电：车棚不够，楼道里停车、飞线充电，夜里充电没得人看，怕起火，希望集中建充电棚并装监控", 88),
            ("外墙渗水、掉砖", 61),
            ("加装电梯", 57),
            ("路灯", 23),
            ("垃圾分类点的气味", 12),
        ],
        131,
    ));
    page.heading(2, "住了多少年");
    let years: Vec<(String, u64)> = [3, 9, 14, 22, 31, 24, 15, 8, 4, 1]
        .iter()
        .enumerate()
        .map(|(n, c)| (format!("{}-{}", n * 5, n * 5 + 4), *c))
        .collect();
    let years: Vec<(&str, u64)> = years.iter().map(|(label, count)| (label.as_str(), *count)).collect();
    page.histogram(chart("在这个院子住了多少年？", "n 131，中位数 22", &years, 131));
    let days: Vec<(String, u64)> = (1..=30).map(|n| (format!("11月{n}日"), (n * 7) % 11)).collect();
    let days: Vec<(&str, u64)> = days.iter().map(|(label, count)| (label.as_str(), *count)).collect();
    page.histogram(chart("哪天填的", "n 135", &days, 135));
    page.heading(2, "按楼栋看");
    let mut table = Table::new(vec![
        Column::words("楼栋"),
        Column::number("户数"),
        Column::number("答卷"),
        Column::number("支持"),
        Column::number("反对"),
        Column::number("弃权"),
        Column::share("支持率"),
        Column::money("认捐"),
        Column::date("最近一次走访"),
    ]);
    table.caption = "各栋答卷、对加装电梯的态度和认捐".into();
    table.rows = (1..=24)
        .map(|n| {
            let cells = [24, 12 + n % 7, 8 + n % 5, n % 4, 1].map(|count| count.to_string());
            let mut row = vec![format!("{n} 栋{}", if n == 7 { "（临街，一楼全是铺面，住户从后门进）" } else { "" })];
            row.extend(cells);
            row.extend(["66.7 %".into(), "¥1 200.00".into(), format!("2024-11-{n:02}")]);
            row
        })
        .collect();
    table.totals =
        Some(["合计", "576", "135", "88", "31", "16", "67.2 %", "¥52 300.00", ""].map(str::to_owned).to_vec());
    page.table(table);
    page.note("少于 5 户的格子不公布；另有 2 格一并不公布，免得推算出来。");
    page.heading(1, "钱");
    page.put(Block::Thermometer(Thermometer {
        caption: "外墙维修基金".into(),
        have: 52_300,
        have_words: "已到 ¥52 300".into(),
        target: Some(120_000),
        target_words: "目标 ¥120 000".into(),
        marks: vec![Mark { from: 52_300, to: 78_450, words: "街道按 2:1 配套，最多再加 ¥26 150".into() }],
    }));
    page.heading(1, "大家原话");
    let opinion = |number: &str, text: &str, about: &str| Opinion {
        number: number.into(),
        text: text.into(),
        about: about.into(),
    };
    page.put(Block::Opinions(vec![
        opinion("1", "东门太黑，晚上接娃儿回来看不到路。\n装盏灯嘛。", "3 栋，提了 4 次"),
        opinion("2", "电梯的电费哪个出？一楼不坐，不该摊。", "5 栋一单元"),
        opinion("10", "👍 同意先修外墙，再说电梯", ""),
    ]));
    page.fact("主持人", "李嬢嬢");
    page.fact("记录人", "محمد علي");
    page.fact("地点", "十四号院坝子里，老槐树底下");
    page.put(Block::Words {
        label: "会上介绍".into(),
        text: "先讲外墙的三家报价。\n\n再讲电梯的选址。".into(),
        wanted: None,
    });
    page.heading(2, "经过");
    let moment = |when: &str, kind: &str, what: &str, ahead| Moment {
        when: when.into(),
        kind: kind.into(),
        what: what.into(),
        ahead,
    };
    page.put(Block::Timeline(vec![
        moment("2024-11-03", "坝坝会", "头一回议外墙，三家报价都贴出来了", false),
        moment("2024-11-12", "表决", "同意先修外墙：双过三分之二", false),
        moment("2024-12-20", "公示", "公示满七天后开工", true),
    ]));
    page.heading(2, "接下来");
    page.entry("1", "物业 12 月 5 日前把三家报价贴到公告栏");
    page.entry("2", "楼栋长挨家问签字");
    page.entry("-", "钱的事另开一场");
    page.put(Block::PageBreak);
    page.heading(1, "意见回执");
    page.line("剪下来交给楼栋长，或者投到门卫室的箱子。");
    page.put(Block::CutLine);
    page.put(Block::Ticks(Ticks {
        boxes: vec![("同意".into(), true), ("不同意".into(), false), ("再想想".into(), false)],
        one: true,
    }));
    page.put(Block::Ticks(Ticks {
        boxes: vec![("要收据".into(), true), ("请打电话给我".into(), false)], one: false
    }));
    page.put(Block::Room(3));
    page.signatures(vec!["主持人".into(), "记录人".into(), "业主代表".into()]);
    page.put(Block::Footnotes(vec![
        ("1".into(), "支持率只算表了态的。".into()),
        ("2".into(), "认捐不等于到账。".into()),
    ]));
    page.put(Block::Appendix("附：签到表".into()));
    let mut sheet = Table::new(vec![
        Column::number("序号"),
        Column::words("姓名"),
        Column::words("门牌"),
        Column::words("签字"),
        Column::words("电话"),
    ]);
    sheet.rows =
        (1..=40).map(|n| vec![n.to_string(), format!("住户{n}"), format!("{n}-1-302"), blank(14), blank(14)]).collect();
    page.table(sheet);
    page
}

/// A document in which everything is as long, as crooked and as many as it may become.
pub fn hostile() -> Document {
    let evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;\u{202e}\u{1b}[2J]]>--></style></title>";
    let mut page = Document { title: evil.into(), class_words: evil.into(), ..summary() };
    page.subtitle(evil);
    page.based_on(evil, evil);
    let long = "a".repeat(400);
    let choices = (1..=300).map(|n| Bar::counted(format!("{n} {}", "选".repeat(58)), n, Share::new(n, 300)));
    page.bars(Chart { caption: evil.into(), of: long.clone(), bars: choices.collect() });
    let mut wide = Table::new((1..=14).map(|n| Column::words(format!("第{n}列 {evil}"))).collect());
    wide.rows =
        vec![vec![long.clone(); 14], vec!["王".repeat(200); 14], vec!["מוחמד 3 👨\u{200d}👩\u{200d}👧".into(); 14]];
    page.table(wide);
    page.heading(1, long.clone());
    page.fact(long.clone(), long.clone());
    page.entry(long.clone(), long.clone());
    page.paragraph("很长的话。".repeat(4000));
    page.put(Block::KeyFigures(vec![KeyFigure { figure: long.clone(), words: evil.into() }]));
    page.put(Block::Timeline(vec![Moment { when: long.clone(), kind: long.clone(), what: long.clone(), ahead: true }]));
    page.signatures(vec![long.clone()]);
    page.put(Block::Ticks(Ticks { boxes: vec![(long, true)], one: false }));
    page
}
