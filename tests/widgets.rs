//! Every widget, with any text, in any area: nothing drawn outside it, nothing unseen inside it, and pages made of several.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::borrow::Cow;

use babahui::{
    locale::{clean_text, width},
    ui::{
        theme::{Lines, Meaning, Palette, Theme},
        widgets::{
            Bar, Bars, Column, Entry, Field, FieldState, Footer, Histogram, Marks, Message, Notes, NotesState, Page,
            PageState, Picker, PickerState, Popup, Progress, Table, TableCell, TableState, Tone, Typing, put,
            screen_text,
        },
    },
};
use proptest::prelude::*;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    style::Color,
    widgets::Widget,
};

/// Texts as people and enemies store them.
fn stored_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z ]{1,12}",
        "[一-龥]{1,8}[，。？]",
        "“[一-龥]{1,3}”—①",
        Just("👨\u{200d}👩\u{200d}👧".to_owned()),
        Just("\u{1b}[31m\u{202e}\u{200b}".to_owned()),
        Just("\r\n\t".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// Draws one of everything, each by itself, and gives the cursor where it has one.
fn draw_each(theme: Theme, texts: &[String], area: Rect, mut check: impl FnMut(&str, Buffer, Option<Position>)) {
    let screen = Rect::new(0, 0, 60, 24);
    let text = |n: usize| texts.get(n % texts.len().max(1)).map_or("", String::as_str);
    let mut show = |name: &str, cursor: Option<Position>, draw: &dyn Fn(&mut Buffer)| {
        let mut buffer = Buffer::filled(screen, ratatui::buffer::Cell::new("~"));
        draw(&mut buffer);
        check(name, buffer, cursor);
    };
    let state = FieldState::new(text(0));
    for (masked, error) in [(false, text(1)), (true, "")] {
        let field =
            Field::new(theme, &state).label(text(2)).placeholder(text(3)).error(error).masked(masked).focused(true);
        show("field", field.cursor(area), &|buffer| field.render(area, buffer));
    }
    let state = NotesState::new(&texts.join("\n"));
    let notes = Notes::new(theme, &state).placeholder(text(0)).focused(true);
    show("notes", notes.cursor(area), &|buffer| notes.render(area, buffer));

    let mut state = PickerState::new(texts.iter().map(|text| Entry::new(text).note(text)).collect());
    state.go_to(texts.len() / 2);
    for marks in [Marks::None, Marks::One, Marks::Many, Marks::Ranked] {
        let picker = Picker::new(theme, &state).marks(marks).numbers(true).search(text(0)).empty(text(1)).focused(true);
        show("picker", picker.cursor(area), &|buffer| picker.render(area, buffer));
    }
    let state = TableState::new(texts.len());
    let columns = [Column::growing(text(0), 6), Column::number(text(1), 5), Column::new(text(2), 4)];
    let cells = |n: usize| vec![text(n).into(), "12".into(), TableCell::new(text(n + 1), Meaning::Good)];
    let table = Table::new(theme, &state, &columns, &cells).empty(text(0)).focused(true);
    show("table", None, &|buffer| table.render(area, buffer));

    let bars: Vec<Bar<'_>> = (1..).zip(texts).map(|(n, text)| Bar::new(Cow::from(text), n * n)).collect();
    show("bars", None, &|buffer| Bars::new(theme, &bars).base(17).render(area, buffer));
    let counts: Vec<u64> = bars.iter().map(|bar| bar.count).collect();
    show("histogram", None, &|buffer| Histogram::new(theme, &counts, texts).render(area, buffer));
    show("message", None, &|buffer| Message::new(theme, Tone::Bad, text(0)).render(area, buffer));
    let state = PageState::new(&texts.join("\n"));
    show("page", None, &|buffer| Page::new(theme, &state).render(area, buffer));
    show("progress", None, &|buffer| Progress::new(theme, 3, 20).render(area, buffer));
    let hints: Vec<(String, String)> = texts.iter().map(|text| ("F1".to_owned(), text.clone())).collect();
    show("footer", None, &|buffer| Footer::new(theme, &hints).keep_last(1).render(area, buffer));
    let popup = Popup::new(theme, text(0), 10, 3);
    show("popup", None, &|buffer| popup.render(area, buffer));
}

proptest! {
    // Each case draws everything.
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn widgets_stay_in_their_area_and_show_nothing_unseen(
        texts in prop::collection::vec(stored_text(), 1..7),
        (x, y, wide, high) in (0u16..40, 0u16..20, 0u16..45, 0u16..12),
        lines in prop::sample::select(vec![Lines::Ascii, Lines::Drawn]),
    ) {
        let area = Rect::new(x, y, wide, high);
        let theme = Theme::new(Palette::Sixteen, lines, false);
        let mut faults = Vec::new();
        draw_each(theme, &texts, area, |name, buffer, cursor| {
            for (n, cell) in buffer.content.iter().enumerate() {
                let (x, y) = buffer.pos_of(n);
                if cell.symbol() != "~" && !area.contains(Position { x, y }) {
                    faults.push(format!("{name} drew {:?} at {x},{y}", cell.symbol()));
                }
                if area.contains(Position { x, y }) && clean_text(cell.symbol()) != cell.symbol() {
                    faults.push(format!("{name} shows {:?}", cell.symbol()));
                }
                if x + u16::try_from(width(cell.symbol())).unwrap() > buffer.area.right() {
                    faults.push(format!("{name} spills over the edge at {x},{y}"));
                }
            }
            if let Some(place) = cursor.filter(|place| !area.contains(*place)) {
                faults.push(format!("{name} puts the cursor at {place}"));
            }
        });
        prop_assert!(faults.is_empty(), "{:?} {:#?}", area, faults);
    }

    #[test]
    fn mono_colours_nothing(texts in prop::collection::vec(stored_text(), 1..5)) {
        let theme = Theme::new(Palette::Dark, Lines::Ascii, true);
        let mut coloured = Vec::new();
        draw_each(theme, &texts, Rect::new(2, 2, 40, 12), |name, buffer, _| {
            if buffer.content.iter().any(|cell| cell.fg != Color::Reset || cell.bg != Color::Reset) {
                coloured.push(name.to_owned());
            }
        });
        prop_assert!(coloured.is_empty(), "{:?}", coloured);
    }

    #[test]
    fn any_typing_keeps_the_cursor_in_the_field(steps in prop::collection::vec(typing(), 0..40), room in 1u16..20) {
        let area = Rect::new(3, 1, room, 4);
        let (mut field, mut notes, mut picker) = (FieldState::default(), NotesState::default(), PickerState::default());
        picker.set_entries(vec![Entry::new("外墙"), Entry::new("facade")]);
        for step in &steps {
            field.apply(step);
            notes.apply(step);
            picker.apply(step, 3);
            let theme = Theme::default();
            let mut buffer = Buffer::empty(Rect::new(0, 0, 30, 6));
            let drawn = Notes::new(theme, &notes).focused(true);
            drawn.render(area, &mut buffer);
            for place in [Field::new(theme, &field).focused(true).cursor(area), drawn.cursor(area)].into_iter().flatten() {
                prop_assert!(area.contains(place), "{:?} after {:?}", place, step);
            }
            prop_assert_eq!(clean_text(&notes.text()).chars().filter(|c| c.is_control() && *c != '\n').count(), 0);
            prop_assert!(picker.current().is_none_or(|index| index < 2));
        }
    }
}

fn typing() -> impl Strategy<Value = Typing> {
    prop_oneof![
        any::<char>().prop_map(Typing::Char),
        prop::sample::select(vec!['院', 'a', '，', '\u{200d}', '👩', '\u{301}', ' ']).prop_map(Typing::Char),
        stored_text().prop_map(Typing::Paste),
        prop::sample::select(vec![
            Typing::NewLine,
            Typing::Left,
            Typing::Right,
            Typing::WordLeft,
            Typing::WordRight,
            Typing::Up,
            Typing::Down,
            Typing::PageUp,
            Typing::PageDown,
            Typing::Home,
            Typing::End,
            Typing::Backspace,
            Typing::Delete,
            Typing::DeleteWord,
            Typing::DeleteToStart,
            Typing::DeleteToEnd,
        ]),
    ]
}

#[test]
fn a_question_page_made_of_widgets() {
    let theme = Theme::default();
    let screen = Rect::new(0, 0, 60, 14);
    let mut buffer = Buffer::empty(screen);
    put(&mut buffer, screen, "您家最关心哪些问题？（可多选）", theme.style(Meaning::Title));
    let labels = ["外墙脱落", "非机动车停车、充电", "外来人员进出管理", "窨井盖破损"];
    let mut concerns = PickerState::new(labels.into_iter().map(Entry::new).collect());
    concerns.set_picked([0, 2]);
    let picker = Picker::new(theme, &concerns).marks(Marks::Many).numbers(true).focused(true);
    picker.render(Rect::new(0, 2, 60, 5), &mut buffer);
    Message::new(theme, Tone::Bad, "选了 4 项，最多三项").render(Rect::new(4, 7, 50, 1), &mut buffer);
    Progress::new(theme, 7, 20).render(Rect::new(0, 9, 30, 1), &mut buffer);
    let bars = [Bar::new("外墙脱落", 89), Bar::new("非机动车停车、充电", 77)];
    Bars::new(theme, &bars).base(131).render(Rect::new(0, 10, 60, 2), &mut buffer);
    let hints = [("1-9", "选择"), ("Enter", "下一题"), ("F1", "帮助")].map(|(key, words)| (key.into(), words.into()));
    Footer::new(theme, &hints).render(Rect::new(0, 13, 60, 1), &mut buffer);
    insta::assert_snapshot!(screen_text(&buffer), @r"
    您家最关心哪些问题？（可多选）

    > 1 ☑ 外墙脱落
      2 ☐ 非机动车停车、充电
      3 ☑ 外来人员进出管理
      4 ☐ 窨井盖破损

        ✗ 选了 4 项，最多三项

    [########               ] 7/20
    外墙脱落            89   67.9%  ############################
    非机动车停车、充电  77   58.8%  ########################

    1-9 选择   Enter 下一题   F1 帮助
    ");
}
