//! The headings and words of people's own lists of households, in English and Chinese, and how doors are written there.

use super::SheetColumn;
use crate::domain::{
    Lang, near,
    place::{MustVisit, Standing},
    survey::Door,
};

const HEADINGS: &[(SheetColumn, &[&str])] = &[
    (SheetColumn::Community, &["community", "社区", "社区名称", "所属社区"]),
    (SheetColumn::Grid, &["grid", "网格", "一般网格", "所属网格"]),
    (SheetColumn::MicroGrid, &["micro_grid", "微网格", "所属微网格"]),
    (SheetColumn::Courtyard, &["courtyard", "院落", "小区", "院落名称", "小区名称"]),
    (SheetColumn::Building, &["building", "block", "栋", "楼栋", "幢", "栋号", "楼号", "楼栋号"]),
    (SheetColumn::Entrance, &["entrance", "单元", "单元号"]),
    (SheetColumn::Household, &["household", "unit", "户", "户号", "房号", "室号", "房间号", "房间"]),
    (SheetColumn::Door, &["door", "address", "门牌号", "门牌", "地址", "住址", "详细地址"]),
    (SheetColumn::Owners, &["owner", "owners", "业主", "业主姓名", "产权人", "户主", "户主姓名", "姓名", "name"]),
    (SheetColumn::OwnerIds, &["owner_id", "业主编号", "产权证号", "不动产权证号"]),
    (
        SheetColumn::AreaRegistry,
        &["area_registry", "area", "登记面积", "不动产登记面积", "产权面积", "专有部分面积", "建筑面积", "面积"],
    ),
    (SheetColumn::AreaSurvey, &["area_survey", "实测面积", "测绘面积"]),
    (SheetColumn::AreaContract, &["area_contract", "合同面积"]),
    (SheetColumn::Standing, &["standing", "销售状态", "交付状态", "房屋状态", "状态", "是否售出"]),
    (SheetColumn::Parking, &["parking", "车位", "是否车位"]),
    (SheetColumn::Residents, &["residents", "resident", "住户", "居住人", "家庭成员", "同住人", "成员"]),
    (SheetColumn::MustVisit, &["must_visit", "四必去", "必去", "重点户", "类别", "户类别"]),
    (SheetColumn::Hardship, &["hardship", "困难户", "困难", "是否困难户"]),
    (SheetColumn::PartyMember, &["party_member", "党员户", "党员", "是否党员户"]),
    (SheetColumn::Dispute, &["dispute", "矛盾纠纷户", "矛盾纠纷", "纠纷户", "是否矛盾纠纷户"]),
    (SheetColumn::SpecialNeeds, &["special_needs", "特殊人群户", "特殊人群", "是否特殊人群户"]),
    (SheetColumn::Phone, &["phone", "telephone", "mobile", "电话", "手机", "手机号", "联系电话", "联系方式"]),
    (SheetColumn::Language, &["language", "语言", "常用语言"]),
    (SheetColumn::Notes, &["notes", "note", "remarks", "备注", "说明"]),
];

const KINDS: &[(MustVisit, &[&str])] = &[
    (MustVisit::Hardship, &["hardship", "困难户", "困难", "困难家庭"]),
    (MustVisit::PartyMember, &["party_member", "党员户", "党员"]),
    (MustVisit::Dispute, &["dispute", "矛盾纠纷户", "矛盾纠纷", "纠纷户", "纠纷"]),
    (MustVisit::SpecialNeeds, &["special_needs", "特殊人群户", "特殊人群", "特殊"]),
];

const STANDINGS: &[(Standing, &[&str])] = &[
    (Standing::Owned, &["owned", "sold", "", "已售", "已交付", "已售已交付"]),
    (Standing::Unsold, &["unsold", "未售", "未出售"]),
    (Standing::Undelivered, &["undelivered", "未交付", "已售未交付"]),
];

const LANGUAGES: &[(&str, &[&str])] = &[
    ("zh-CN", &["zh-CN", "zh", "中文", "汉语", "普通话", "四川话", "chinese"]),
    ("en", &["en", "english", "英文", "英语"]),
];

const YES: &[&str] = &["yes", "y", "true", "1", "x", "是", "有", "√", "✓", "☑"];
const NO: &[&str] = &["", "no", "n", "false", "0", "-", "否", "不是", "无", "没有"];

/// The column a heading means. Case, separators and what stands in brackets after it do not matter.
#[must_use]
pub fn heading_column(heading: &str) -> Option<SheetColumn> {
    let heading = fold(heading);
    HEADINGS.iter().find(|(_, words)| words.iter().any(|word| fold(word) == heading)).map(|(column, _)| *column)
}

/// The column of a name as written in files and on the command line; headings are names too.
#[must_use]
pub fn named_column(name: &str) -> Option<SheetColumn> {
    SheetColumn::ALL.into_iter().find(|column| column.name() == name.trim()).or_else(|| heading_column(name))
}

pub(super) fn kind(word: &str) -> Option<MustVisit> {
    find(KINDS, word)
}

pub(super) fn near_kind(word: &str) -> Option<&'static str> {
    near(word, KINDS.iter().flat_map(|(_, words)| words.iter().copied()))
}

pub(super) fn standing(word: &str) -> Option<Standing> {
    find(STANDINGS, word)
}

/// A language by its name or code; nothing for a word that is neither.
pub(super) fn language(word: &str) -> Option<Lang> {
    let word = word.trim();
    if let Some(code) = find(LANGUAGES, word) {
        return Some(Lang::new(code));
    }
    let code = |part: &str| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_code = word.split('-').all(code) && word.split('-').next().is_some_and(|first| first.len() <= 3);
    is_code.then(|| Lang::new(word))
}

/// Whether a word says yes or no; no when nothing is written. A column's own heading in a cell says yes.
pub(super) fn yes(column: SheetColumn, word: &str) -> Option<bool> {
    let plain = word.trim().to_lowercase();
    if YES.contains(&plain.as_str()) || (!plain.is_empty() && heading_column(&plain) == Some(column)) {
        return Some(true);
    }
    NO.contains(&plain.as_str()).then_some(false)
}

fn find<T: Copy>(words: &[(T, &[&str])], word: &str) -> Option<T> {
    let word = fold(word);
    words.iter().find(|(_, known)| known.iter().any(|known| fold(known) == word)).map(|(found, _)| *found)
}

fn fold(word: &str) -> String {
    let bare = word.split(['(', '（']).next().unwrap_or_default();
    bare.chars().filter(|c| !matches!(c, '_' | '-' | '*') && !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Full-width digits, letters and signs as plain ones.
pub(super) fn half_width(text: &str) -> String {
    let half = |c: char| match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    };
    text.trim().chars().map(half).collect()
}

/// A part of a door without the word that says which part it is: `3栋` is `3`. Names stay whole: `东楼`.
pub(super) fn bare_part(text: &str, column: SheetColumn) -> String {
    let plain = half_width(text);
    let words: &[&str] = match column {
        SheetColumn::Building => &["号楼", "栋", "幢", "座"],
        SheetColumn::Entrance => &["单元", "门"],
        SheetColumn::Household => &["室", "号", "户"],
        _ => &[],
    };
    let bare = words.iter().find_map(|word| plain.strip_suffix(word)).map(str::trim_end);
    match bare {
        Some(bare) if bare.ends_with(|c: char| c.is_ascii_alphanumeric()) => bare.to_owned(),
        _ => plain.trim().to_owned(),
    }
}

/// A whole door, `3栋2单元501室` or `3-2-501`; what has no parts stands as the household.
pub(super) fn whole_door(text: &str) -> Door {
    let mut rest = half_width(text);
    let mut building = String::new();
    let mut entrance = String::new();
    let take = |rest: &mut String, words: &[&str]| -> Option<String> {
        let found = words.iter().find_map(|word| {
            let at = rest.find(word)?;
            let numbered = rest.get(..at)?.ends_with(|c: char| c.is_ascii_alphanumeric());
            numbered.then_some((at, word.len()))
        });
        let (at, length) = found?;
        let part = rest.get(..at)?.trim_matches(['-', ' ', '/']).to_owned();
        *rest = rest.get(at + length..)?.to_owned();
        Some(part)
    };
    if let Some(part) = take(&mut rest, &["号楼", "栋", "幢", "座"]) {
        building = part;
    }
    if let Some(part) = take(&mut rest, &["单元"]) {
        entrance = part;
    }
    let mut parts: Vec<&str> =
        rest.split(['-', '/', ' ', '#']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let household = parts.pop().unwrap_or_default();
    match (building.is_empty(), entrance.is_empty(), parts.as_slice()) {
        (true, true, [one, two]) => (building, entrance) = ((*one).to_owned(), (*two).to_owned()),
        (true, _, [one]) => (*one).clone_into(&mut building),
        (false, true, [one]) => (*one).clone_into(&mut entrance),
        (_, _, []) => {}
        // More parts than a door has: nobody can say which is which.
        _ => return Door { building, entrance, household: rest.trim().to_owned() },
    }
    Door { building, entrance, household: bare_part(household, SheetColumn::Household) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doors_are_read_as_lists_write_them() {
        for (text, expected) in [
            ("3栋2单元501室", ("3", "2", "501")),
            ("３栋２单元５０１", ("3", "2", "501")),
            ("3号楼 2单元 501号", ("3", "2", "501")),
            ("3-2-501", ("3", "2", "501")),
            ("3-501", ("3", "", "501")),
            ("3栋501", ("3", "", "501")),
            ("2单元501", ("", "2", "501")),
            ("501", ("", "", "501")),
            ("门卫室", ("", "", "门卫室")),
            ("1-2-3-4", ("", "", "1-2-3-4")),
            ("", ("", "", "")),
        ] {
            let door = whole_door(text);
            assert_eq!((&*door.building, &*door.entrance, &*door.household), expected, "{text}");
        }
        assert_eq!(bare_part(" 3 栋", SheetColumn::Building), "3");
        assert_eq!(bare_part("东楼", SheetColumn::Building), "东楼");
        assert_eq!(bare_part("Ａ座", SheetColumn::Building), "A");
    }

    #[test]
    fn headings_are_known_in_both_languages() {
        for column in SheetColumn::ALL {
            assert_eq!(heading_column(column.name()), Some(column));
        }
        assert_eq!(heading_column("建筑面积（㎡）"), Some(SheetColumn::AreaRegistry));
        assert_eq!(heading_column("楼栋号 *"), Some(SheetColumn::Building));
        assert_eq!(heading_column("星座"), None);
        assert_eq!(yes(SheetColumn::PartyMember, "党员"), Some(true));
        assert_eq!(yes(SheetColumn::PartyMember, "也许"), None);
        assert_eq!(language("彝语"), None);
        assert_eq!(language("ii"), Some(Lang::new("ii")));
    }
}
