//! Who may read what is kept of a person.

use serde::{Deserialize, Serialize};

/// How far what is kept may go. The later, the less far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Privacy {
    /// Anybody may read it.
    #[default]
    Open,
    /// 个人信息: names, phones, doors. It leaves only when asked for by name.
    Personal,
    /// 敏感信息: need, health, disputes. It leaves only when asked for by name, and never in a public print.
    Sensitive,
}

impl Privacy {
    /// All of them, the freest first.
    pub const ALL: [Self; 3] = [Self::Open, Self::Personal, Self::Sensitive];

    /// The name on the command line and in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Personal => "personal",
            Self::Sensitive => "sensitive",
        }
    }

    /// The name in a survey definition, as its kinds are written.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Personal => "Personal",
            Self::Sensitive => "Sensitive",
        }
    }
}
