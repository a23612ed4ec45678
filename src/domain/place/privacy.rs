//! Who may read what is kept of a person.

use serde::{Deserialize, Serialize};

/// How far what is kept may go.
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
