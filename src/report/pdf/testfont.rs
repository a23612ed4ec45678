//! Faces made in memory: a box for every character asked for, so that tests need nothing from the machine.

use std::sync::Arc;

use super::{FaceData, Fonts, boxes::font};

/// Words most tests use.
#[cfg(test)]
pub(super) fn words() -> &'static str {
    "院落议事会纪要同意外墙先修主持人签名公开第一二三页表头合计内部使用，。、（）："
}

/// A face with ASCII and these characters.
pub(super) fn face(more: &str) -> FaceData {
    let mut characters: Vec<char> = (' '..='~').chain(more.chars()).collect();
    characters.sort_unstable();
    characters.dedup();
    FaceData { bytes: Arc::new(font(&characters)), index: 0 }
}

/// A face with ASCII and the words of tests.
pub(super) fn fonts() -> Fonts {
    Fonts::of(face(words()))
}
