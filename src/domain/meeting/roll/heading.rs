//! The headings and words of people's own lists, in English and Chinese.

use super::{RollColumn, VoterKind};
use crate::domain::near;

/// The unit of area in words.
pub(super) const SQUARE_METRES: &str = "平方米";

const HEADINGS: &[(RollColumn, &[&str])] = &[
    (RollColumn::Owner, &["owner", "name", "resident", "业主", "业主姓名", "产权人", "居民", "姓名"]),
    (RollColumn::OwnerId, &["owner_id", "id", "业主编号", "编号"]),
    (RollColumn::Building, &["building", "block", "栋", "楼栋", "幢", "栋号", "楼号"]),
    (RollColumn::Entrance, &["entrance", "单元", "单元号"]),
    (RollColumn::Household, &["household", "door", "unit", "户", "户号", "房号", "室号", "门牌号", "门牌"]),
    (
        RollColumn::AreaRegistry,
        &["area_registry", "area", "登记面积", "不动产登记面积", "产权面积", "专有部分面积", "建筑面积", "面积"],
    ),
    (RollColumn::AreaSurvey, &["area_survey", "实测面积", "测绘面积"]),
    (RollColumn::AreaContract, &["area_contract", "合同面积"]),
    (RollColumn::Kind, &["kind", "类别", "类型", "身份"]),
    (RollColumn::Parking, &["parking", "车位", "是否车位"]),
    (RollColumn::CoOwners, &["co_owners", "共有人", "共有产权人"]),
];

const KINDS: &[(VoterKind, &[&str])] = &[
    (VoterKind::Owner, &["owner", "业主", "产权人"]),
    (VoterKind::Developer, &["developer", "建设单位", "开发商", "未售", "未交付"]),
    (VoterKind::Resident, &["resident", "居民", "住户"]),
];

const YES: &[&str] = &["yes", "y", "true", "1", "x", "是", "车位", "√", "✓"];
const NO: &[&str] = &["", "no", "n", "false", "0", "-", "否", "不是", "无"];

/// The column a heading means. Case, separators and a unit in brackets after it do not matter.
pub(super) fn column(heading: &str) -> Option<RollColumn> {
    let heading = fold(heading);
    HEADINGS.iter().find(|(_, words)| words.iter().any(|word| fold(word) == heading)).map(|(column, _)| *column)
}

/// The heading that was likely meant. Short ones are not guessed at: most lists have columns of their own beside these.
pub(super) fn near_heading(heading: &str) -> Option<&'static str> {
    if heading.chars().count() < 4 {
        return None;
    }
    near(heading, HEADINGS.iter().flat_map(|(_, words)| words.iter().copied()))
}

/// The kind a word means; owner when nothing is written.
pub(super) fn kind(word: &str) -> Option<VoterKind> {
    let word = fold(word);
    if word.is_empty() {
        return Some(VoterKind::Owner);
    }
    KINDS.iter().find(|(_, words)| words.iter().any(|known| fold(known) == word)).map(|(kind, _)| *kind)
}

/// The kind that was likely meant.
pub(super) fn near_kind(word: &str) -> Option<&'static str> {
    near(word, KINDS.iter().flat_map(|(_, words)| words.iter().copied()))
}

/// Whether a word says yes or no; no when nothing is written.
pub(super) fn yes(word: &str) -> Option<bool> {
    let word = word.trim().to_lowercase();
    if YES.contains(&word.as_str()) {
        return Some(true);
    }
    NO.contains(&word.as_str()).then_some(false)
}

fn fold(word: &str) -> String {
    let bare = word.split(['(', '（']).next().unwrap_or_default();
    bare.chars().filter(|c| !matches!(c, '_' | '-') && !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
