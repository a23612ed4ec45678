//! Who counts a vote: 监票人, 唱票人, 计票人.

use serde::{Deserialize, Serialize};

/// What somebody does while votes are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Teller {
    /// 监票: watches that papers are given out, collected and counted rightly.
    Scrutineer,
    /// 唱票: reads each paper aloud.
    Caller,
    /// 计票: writes the count down.
    Counter,
}

impl Teller {
    /// All of them, in the order they are named.
    pub const ALL: [Self; 3] = [Self::Scrutineer, Self::Caller, Self::Counter];

    /// The one that is named after this one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        match self {
            Self::Scrutineer => Some(Self::Caller),
            Self::Caller => Some(Self::Counter),
            Self::Counter => None,
        }
    }
}

/// The people who count a vote, by what each does.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tellers {
    /// 监票人
    pub scrutineers: Vec<String>,
    /// 唱票人
    pub callers: Vec<String>,
    /// 计票人
    pub counters: Vec<String>,
}

impl Tellers {
    /// Whether nobody is named.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        Teller::ALL.iter().all(|teller| self.of(*teller).is_empty())
    }

    /// Who does this.
    #[must_use]
    pub fn of(&self, teller: Teller) -> &[String] {
        match teller {
            Teller::Scrutineer => &self.scrutineers,
            Teller::Caller => &self.callers,
            Teller::Counter => &self.counters,
        }
    }

    /// Names those who do this in place of whoever did.
    pub(super) fn appoint(&mut self, teller: Teller, names: &[String]) {
        let held = match teller {
            Teller::Scrutineer => &mut self.scrutineers,
            Teller::Caller => &mut self.callers,
            Teller::Counter => &mut self.counters,
        };
        names.clone_into(held);
    }

    /// Every name, to be changed.
    pub fn names_mut(&mut self) -> impl Iterator<Item = &mut String> {
        self.scrutineers.iter_mut().chain(&mut self.callers).chain(&mut self.counters)
    }
}

/// Names as they are kept: none blank, none twice.
pub(super) fn tidied(names: &[String]) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        if !kept.iter().any(|known| known == name) {
            kept.push(name.to_owned());
        }
    }
    kept
}
