//! How a question's choices stand on screen: what its appearance asks for.

use crate::{
    domain::survey::{Form, Kind, Node},
    ui::widgets::Layout,
};

/// How choices stand on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Under each other.
    List,
    /// Beside each other; under each other where that cannot be read.
    Grid(Layout),
    /// As a row of marks of a table; as a list where the table has no room.
    Row,
    /// Only what is picked, until one opens it.
    Closed,
    /// A closed list that was opened.
    Opened,
}

impl Look {
    /// What a question asks for. `form` knows the groups around it.
    pub fn of(node: &Node, form: &Form) -> Self {
        if node.kind == Kind::Range {
            return if node.appears("rating") { Self::Grid(Layout::Rating) } else { Self::List };
        }
        if !matches!(node.kind, Kind::SelectOne | Kind::SelectMultiple) {
            return Self::List;
        }
        if (node.appears("list-nolabel") && on_page(node, form)) || in_table(node, form) {
            return Self::Row;
        }
        let on_line = node.kind == Kind::SelectOne && node.appears("likert");
        if on_line || node.appears("list") || node.appears("list-nolabel") {
            return Self::Grid(Layout::Scale);
        }
        if node.appears("minimal") {
            return Self::Closed;
        }
        node.appearance.iter().find_map(|word| layout(word)).map_or(Self::List, Self::Grid)
    }
}

/// What an appearance word says about columns; the older words for the same too.
fn layout(word: &str) -> Option<Layout> {
    let number = |stem| word.strip_prefix(stem).and_then(|n| n.parse().ok()).map(|n| Layout::Columns(Some(n)));
    match word {
        "columns" | "horizontal" => Some(Layout::Columns(None)),
        "columns-pack" | "compact" | "quickcompact" | "horizontal-compact" => Some(Layout::Pack),
        _ => number("columns-").or_else(|| number("compact-")).or_else(|| number("quickcompact-")),
    }
}

/// Whether a question is a row of a `table-list` group.
fn in_table(node: &Node, form: &Form) -> bool {
    node.parent.is_some_and(|parent| form.node(parent).appears("table-list"))
}

/// Whether a question stands on a page with others.
fn on_page(node: &Node, form: &Form) -> bool {
    let around = std::iter::successors(node.parent, |id| form.node(*id).parent);
    around.into_iter().any(|id| form.node(id).is_field_list())
}
