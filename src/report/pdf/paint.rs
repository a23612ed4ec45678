//! Pages to bytes.

use std::rc::Rc;

use krilla::{
    Document as Writer, SerializeSettings,
    color::rgb,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::{Path, PathBuilder, Point, Rect},
    metadata::{DateTime, Metadata},
    num::NormalizedF32,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::{Fill, Stroke, StrokeDash},
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag},
    text::{GlyphId, KrillaGlyph},
};

use super::{
    faces::Faces,
    lines::{break_lines, visual},
    pages::PageOf,
    shape::{Shaper, Text},
    strip::{Ink, Mark},
    tags::{NodeId, Painted, Tags},
    theme::{Shade, Style, Theme},
};
use crate::{locale::clean_line, report::Document};

/// How far around its centre a circle's curves are drawn from.
const ROUND: f32 = 0.552_284_8;
/// How much thicker bold strokes are, in em: one face sets everything, so that one is embedded.
const BOLD: f32 = 0.028;

/// Writes the pages of a document.
pub(super) struct Painter<'a> {
    pub(super) theme: Theme,
    pub(super) document: &'a Document,
    pub(super) faces: &'a Faces<'a>,
    /// Whether the writer refuses what PDF/UA-1, the standard for who hears a document, does not allow.
    pub(super) strict: bool,
}

impl Painter<'_> {
    /// The file.
    ///
    /// # Errors
    /// What the writer says when it cannot write it.
    pub(super) fn write(&self, pages: &[PageOf], tags: &Tags, shaper: &mut Shaper<'_>) -> Result<Vec<u8>, String> {
        let mut settings = SerializeSettings::default();
        if self.strict
            && let Ok(configuration) =
                ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish()
        {
            settings.configuration = configuration;
        }
        let mut writer = Writer::new_with(settings);
        let mut painted = Painted::default();
        let mut outline: Vec<(u8, String, XyzDestination)> = Vec::new();
        for (at, page) in pages.iter().enumerate() {
            let Some(settings) = PageSettings::from_wh(self.theme.sheet.0, self.theme.sheet.1) else { continue };
            let mut sheet = writer.start_page_with(settings);
            let mut surface = sheet.surface();
            for (y, strip) in page {
                if let Some((level, words)) = &strip.outline {
                    let there = XyzDestination::new(at, Point::from_xy(self.theme.margin, self.theme.top + y));
                    outline.push((*level, words.clone(), there));
                }
                self.marks(&mut surface, &strip.marks, self.theme.top + y, &mut painted);
            }
            self.running(&mut surface, at, pages.len(), shaper);
            surface.finish();
            sheet.finish();
        }
        let title = clean_line(&self.document.title);
        if outline.is_empty() && !title.trim().is_empty() {
            let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
            outline.push((1, title.trim().to_owned(), top));
        }
        writer.set_outline(nested(outline));
        writer.set_metadata(self.metadata());
        writer.set_tag_tree(tags.tree(&painted));
        writer.finish().map_err(|error| format!("{error:?}"))
    }

    fn metadata(&self) -> Metadata {
        let title = clean_line(&self.document.title).trim().to_owned();
        let mut metadata = Metadata::new().title(title).creator("babahui".to_owned());
        if let Some(language) = &self.document.language {
            metadata = metadata.language(language.as_str().to_owned());
        }
        match self.document.made.as_ref().and_then(date) {
            Some(made) => metadata.creation_date(made),
            None => metadata,
        }
    }

    /// Everything of a strip. What belongs to one piece of the structure is marked once.
    fn marks(&self, surface: &mut Surface<'_>, marks: &[Mark], top: f32, painted: &mut Painted) {
        for same in marks.chunk_by(|a, b| a.node == b.node) {
            let node: Option<NodeId> = same.first().and_then(|mark| mark.node);
            let content = match node {
                Some(_) => ContentTag::Other,
                None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
            };
            let identifier = surface.start_tagged(content);
            for (at, mark) in same.iter().enumerate() {
                self.ink(surface, &mark.ink, top);
                if node.is_some() && same.get(at + 1).is_some_and(|next| matches!(next.ink, Ink::Words { .. })) {
                    self.apart(surface, &mark.ink, top);
                }
            }
            surface.end_tagged();
            if let Some(node) = node {
                painted.add(node, identifier);
            }
        }
    }

    fn ink(&self, surface: &mut Surface<'_>, ink: &Ink, top: f32) {
        let left = self.theme.margin;
        match ink {
            Ink::Nothing => {}
            Ink::Words { text, from, to, x, y, style } => {
                self.words(surface, text, (*from, *to), (left + x, top + y), *style);
            }
            Ink::Bar { x, y, width, height, shade } => {
                let Some(bar) = Rect::from_xywh(left + x, top + y, *width, *height).filter(|bar| bar.width() > 0.0)
                else {
                    return;
                };
                let mut path = PathBuilder::new();
                path.push_rect(bar);
                fill(surface, path.finish(), *shade);
            }
            Ink::Path { points, closed, thick, shade, dash } => {
                let mut path = PathBuilder::new();
                for (at, (x, y)) in points.iter().enumerate() {
                    if at == 0 { path.move_to(left + x, top + y) } else { path.line_to(left + x, top + y) }
                }
                if *closed {
                    path.close();
                }
                stroke(surface, path.finish(), *thick, *shade, *dash);
            }
            Ink::Circle { x, y, radius, shade, filled } => {
                let path = circle(left + x, top + y, *radius);
                if *filled {
                    fill(surface, path, *shade);
                } else {
                    stroke(surface, path, self.theme.gap(0.9), *shade, 0.0);
                }
            }
        }
    }

    /// A space after words, so that they do not run into the next for who takes the text out.
    fn apart(&self, surface: &mut Surface<'_>, ink: &Ink, top: f32) {
        let Ink::Words { text, from, to, x, y, style } = ink else { return };
        let Some(face) = self.faces.with(' ').map(|face| self.faces.get(face)) else { return };
        let (id, advance) = face.lone(' ');
        let space = KrillaGlyph::new(GlyphId::new(id), advance, 0.0, 0.0, 0.0, 0..1, None);
        let wide = text.glyphs.get(*from..*to).unwrap_or_default().iter().map(|glyph| glyph.advance).sum::<f32>();
        let at = Point::from_xy(self.theme.margin + x + wide * style.size, top + y);
        surface.draw_glyphs(at, &[space], face.font.clone(), " ", style.size, false);
    }

    fn words(&self, surface: &mut Surface<'_>, text: &Text, (from, to): (usize, usize), at: (f32, f32), style: Style) {
        surface.set_fill(Some(paint(style.shade)));
        surface.set_stroke(style.bold.then(|| Stroke {
            paint: color(style.shade).into(),
            width: style.size * BOLD,
            ..Stroke::default()
        }));
        let mut x = at.0;
        for run in visual(text, from, to).chunk_by(|a, b| a.face == b.face) {
            let Some(face) = run.first().map(|glyph| self.faces.get(glyph.face)) else { continue };
            let glyph = |glyph: &super::shape::Glyph| {
                let id = GlyphId::new(glyph.id);
                KrillaGlyph::new(id, glyph.advance, glyph.dx, glyph.dy, 0.0, glyph.from..glyph.to, None)
            };
            let glyphs: Vec<KrillaGlyph> = run.iter().map(glyph).collect();
            surface.draw_glyphs(Point::from_xy(x, at.1), &glyphs, face.font.clone(), &text.words, style.size, false);
            x += run.iter().map(|glyph| glyph.advance).sum::<f32>() * style.size;
        }
        surface.set_stroke(None);
    }

    /// The title over every page but the first; who may see it and the number under each.
    fn running(&self, surface: &mut Surface<'_>, at: usize, pages: usize, shaper: &mut Shaper<'_>) {
        let style = self.theme.running();
        let (width, margin) = (self.theme.width(), self.theme.margin);
        let line = |shaper: &mut Shaper<'_>, words: &str| {
            let text = shaper.text(clean_line(words).trim());
            let line = break_lines(&text, width * 0.75 / style.size).first().copied();
            line.map(|line| (text, line))
        };
        if at > 0 {
            let y = margin.min(self.theme.top) * 0.6;
            let title = line(shaper, &self.document.title);
            self.artifact(surface, ArtifactType::Header, title, |_| margin, y, style);
            let ink = Ink::hair(0.0, width, 0.0, 0.4, Shade::Hair);
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
            self.ink(surface, &ink, y + style.size * 0.8);
            surface.end_tagged();
        }
        let y = self.theme.sheet.1 - self.theme.bottom * 0.5;
        let class = line(shaper, &self.document.class_words);
        self.artifact(surface, ArtifactType::Footer, class, |_| margin, y, style);
        let number = line(shaper, &format!("{} / {pages}", at + 1));
        let right = |wide: f32| margin + width - wide;
        self.artifact(surface, ArtifactType::PageNumber, number, right, y, style);
    }

    fn artifact(
        &self,
        surface: &mut Surface<'_>,
        kind: ArtifactType,
        words: Option<(Rc<Text>, super::lines::Line)>,
        x: impl Fn(f32) -> f32,
        y: f32,
        style: Style,
    ) {
        let Some((text, line)) = words.filter(|(text, _)| !text.words.is_empty()) else { return };
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        self.words(surface, &text, (line.from, line.to), (x(line.width * style.size), y), style);
        surface.end_tagged();
    }
}

fn color(shade: Shade) -> rgb::Color {
    let [red, green, blue] = shade.rgb();
    rgb::Color::new(red, green, blue)
}

fn paint(shade: Shade) -> Fill {
    Fill { paint: color(shade).into(), opacity: NormalizedF32::ONE, ..Fill::default() }
}

fn fill(surface: &mut Surface<'_>, path: Option<Path>, shade: Shade) {
    let Some(path) = path else { return };
    surface.set_stroke(None);
    surface.set_fill(Some(paint(shade)));
    surface.draw_path(&path);
}

fn stroke(surface: &mut Surface<'_>, path: Option<Path>, width: f32, shade: Shade, dash: f32) {
    let Some(path) = path else { return };
    surface.set_fill(None);
    let dash = (dash > 0.0).then(|| StrokeDash { array: vec![dash, dash], offset: 0.0 });
    surface.set_stroke(Some(Stroke { paint: color(shade).into(), width, dash, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn circle(x: f32, y: f32, radius: f32) -> Option<Path> {
    let bend = radius * ROUND;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    for (turn_x, turn_y) in [(0.0, 1.0), (-1.0, 0.0), (0.0, -1.0), (1.0, 0.0)] {
        let (from_x, from_y) = (turn_y, -turn_x);
        path.cubic_to(
            x + from_x * radius + turn_x * bend,
            y + from_y * radius + turn_y * bend,
            x + turn_x * radius + from_x * bend,
            y + turn_y * radius + from_y * bend,
            x + turn_x * radius,
            y + turn_y * radius,
        );
    }
    path.close();
    path.finish()
}

/// Headings of the first level with those under them.
fn nested(entries: Vec<(u8, String, XyzDestination)>) -> Outline {
    let mut outline = Outline::new();
    let mut open: Option<OutlineNode> = None;
    for (level, words, there) in entries.into_iter().filter(|(level, ..)| *level <= 2) {
        let node = OutlineNode::new(words, there);
        match (&mut open, level) {
            (Some(parent), 2) => parent.push_child(node),
            _ => {
                if let Some(done) = open.replace(node) {
                    outline.push_child(done);
                }
            }
        }
    }
    if let Some(done) = open {
        outline.push_child(done);
    }
    outline
}

fn date(at: &chrono::DateTime<chrono::FixedOffset>) -> Option<DateTime> {
    use chrono::{Datelike, Timelike};
    let small = |number: u32| u8::try_from(number).ok();
    let minutes = at.offset().local_minus_utc() / 60;
    let date = DateTime::new(u16::try_from(at.year()).ok()?)
        .month(small(at.month())?)
        .day(small(at.day())?)
        .hour(small(at.hour())?)
        .minute(small(at.minute())?)
        .second(small(at.second())?)
        .utc_offset_hour(i8::try_from(minutes / 60).ok()?)
        .utc_offset_minute(u8::try_from((minutes % 60).abs()).ok()?);
    Some(date)
}
