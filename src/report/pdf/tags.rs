//! The structure of a document for who hears it or takes its text out: headings, paragraphs, lists, tables, figures with
//! words in their place.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};

/// A piece of the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId(usize);

/// What a piece is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Title,
    Heading(u8, String),
    Paragraph,
    List,
    Entry,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Foot,
    Row,
    HeadCell,
    Cell,
    /// Something drawn, in words.
    Figure(String),
    Note,
}

/// The structure, as it is written.
#[derive(Debug, Default)]
pub(super) struct Tags {
    nodes: Vec<(Kind, Vec<NodeId>)>,
    top: Vec<NodeId>,
}

impl Tags {
    /// A piece of the document itself.
    pub(super) fn top(&mut self, kind: Kind) -> NodeId {
        let id = self.add(kind);
        self.top.push(id);
        id
    }

    /// A piece of another.
    pub(super) fn under(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        let id = self.add(kind);
        if let Some((_, children)) = self.nodes.get_mut(parent.0) {
            children.push(id);
        }
        id
    }

    fn add(&mut self, kind: Kind) -> NodeId {
        self.nodes.push((kind, Vec::new()));
        NodeId(self.nodes.len() - 1)
    }

    /// The tree for the writer: what was painted of each piece stands under it.
    pub(super) fn tree(&self, painted: &Painted) -> TagTree {
        let mut tree = TagTree::new();
        for id in &self.top {
            if let Some(group) = self.group(*id, painted) {
                tree.push(group);
            }
        }
        tree
    }

    fn group(&self, id: NodeId, painted: &Painted) -> Option<TagGroup> {
        let (kind, children) = self.nodes.get(id.0)?;
        let mut group = TagGroup::new(tag(kind));
        for identifier in painted.of(id) {
            group.push(Node::Leaf(*identifier));
        }
        for child in children.iter().filter_map(|child| self.group(*child, painted)) {
            group.push(child);
        }
        (!group.children.is_empty()).then_some(group)
    }
}

/// What was painted of each piece.
#[derive(Debug, Default)]
pub(super) struct Painted(Vec<Vec<Identifier>>);

impl Painted {
    pub(super) fn add(&mut self, id: NodeId, identifier: Identifier) {
        if self.0.len() <= id.0 {
            self.0.resize_with(id.0 + 1, Vec::new);
        }
        self.0[id.0].push(identifier);
    }

    fn of(&self, id: NodeId) -> &[Identifier] {
        self.0.get(id.0).map(Vec::as_slice).unwrap_or_default()
    }
}

fn tag(kind: &Kind) -> TagKind {
    match kind {
        Kind::Title => Tag::Title.into(),
        Kind::Heading(level, words) => {
            let level = NonZeroU16::new(u16::from((*level).clamp(1, 6))).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(words.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::None).into(),
        Kind::Entry => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Caption => Tag::Caption.into(),
        Kind::Head => Tag::THead.into(),
        Kind::Rows => Tag::TBody.into(),
        Kind::Foot => Tag::TFoot.into(),
        Kind::Row => Tag::TR.into(),
        Kind::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(words) => Tag::Figure(Some(words.clone())).into(),
        Kind::Note => Tag::Note.into(),
    }
}
