//! A font file made in memory: a box for every character, so that tests need nothing from the machine.

#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

use write_fonts::{
    FontBuilder,
    read::tables::glyf::CurvePoint,
    tables::{
        cmap::Cmap,
        glyf::{Bbox, Contour, GlyfLocaBuilder, Glyph, SimpleGlyph},
        head::Head,
        hhea::Hhea,
        hmtx::{Hmtx, LongMetric},
        maxp::Maxp,
        name::{Name, NameRecord},
        post::Post,
    },
    types::{FWord, GlyphId, NameId, UfWord},
};

/// A square em of 1000 units; letters half as wide as Chinese characters.
pub fn font(characters: &[char]) -> Vec<u8> {
    let mut glyphs = GlyfLocaBuilder::new();
    let mut metrics = Vec::new();
    for c in std::iter::once('\0').chain(characters.iter().copied()) {
        let wide: u16 = if c.is_ascii() { 500 } else { 1000 };
        metrics.push(LongMetric { advance: wide, side_bearing: 50 });
        let right = i16::try_from(wide).unwrap_or_default() - 50;
        let glyph = if c == ' ' { Glyph::Empty } else { Glyph::Simple(square(right)) };
        glyphs.add_glyph(&glyph).expect("a square is a glyph");
    }
    let count = u16::try_from(metrics.len()).expect("a small font");
    let (glyf, loca, format) = glyphs.build();
    let mapped = characters.iter().zip(1_u32..).map(|(c, id)| (*c, GlyphId::new(id)));
    let named = |id, words: &str| NameRecord::new(3, 1, 0x409, id, words.to_owned().into());
    let name = Name::new(vec![named(NameId::FAMILY_NAME, "Boxes"), named(NameId::POSTSCRIPT_NAME, "Boxes")]);
    let head =
        Head { units_per_em: 1000, x_max: 1000, y_max: 800, index_to_loc_format: format as i16, ..Head::default() };
    let hhea = Hhea {
        ascender: FWord::new(880),
        descender: FWord::new(-120),
        advance_width_max: UfWord::new(1000),
        number_of_h_metrics: count,
        ..Hhea::default()
    };
    let maxp = Maxp {
        num_glyphs: count,
        max_points: Some(4),
        max_contours: Some(1),
        max_composite_points: Some(0),
        max_composite_contours: Some(0),
        max_zones: Some(2),
        max_twilight_points: Some(0),
        max_storage: Some(0),
        max_function_defs: Some(0),
        max_instruction_defs: Some(0),
        max_stack_elements: Some(0),
        max_size_of_instructions: Some(0),
        max_component_elements: Some(0),
        max_component_depth: Some(0),
    };
    let mut font = FontBuilder::new();
    let add = || -> Result<(), write_fonts::BuilderError> {
        font.add_table(&head)?.add_table(&hhea)?.add_table(&maxp)?.add_table(&Hmtx::new(metrics, Vec::new()))?;
        font.add_table(&Cmap::from_mappings(mapped).expect("each character once"))?.add_table(&name)?;
        font.add_table(&Post::default())?.add_table(&glyf)?.add_table(&loca)?;
        Ok(())
    };
    add().expect("tables are written");
    font.build()
}

fn square(right: i16) -> SimpleGlyph {
    let points = [(50, 0), (50, 700), (right, 700), (right, 0)].map(|(x, y)| CurvePoint::on_curve(x, y));
    SimpleGlyph {
        bbox: Bbox { x_min: 50, y_min: 0, x_max: right, y_max: 700 },
        contours: vec![Contour::from(points.to_vec())],
        instructions: Vec::new(),
    }
}
