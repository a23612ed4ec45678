//! Charts a spreadsheet draws by itself from the cells beside them.

use rust_xlsxwriter::{Chart, ChartDataLabel, ChartSolidFill, ChartType, Color, Worksheet};

use super::XlsxFault;

/// Rows a chart shows at most; of a longer list it shows the beginning.
const SHOWN: u32 = 40;
/// Height of a row of cells in pixels.
const ROW: u32 = 20;
/// Column a chart begins in.
const COLUMN: u16 = 5;

/// Draws the cells of these rows, labels in the first column and counts in the second, and gives the row below it.
/// `upright` bars stand.
pub(super) fn draw(
    sheet: &mut Worksheet,
    name: &str,
    title: u32,
    first: u32,
    count: u32,
    upright: bool,
) -> Result<u32, XlsxFault> {
    if count == 0 {
        return Ok(title + 1);
    }
    let last = first + count.min(SHOWN) - 1;
    let mut chart = Chart::new(if upright { ChartType::Column } else { ChartType::Bar });
    chart
        .add_series()
        .set_categories((name, first, 0, last, 0))
        .set_values((name, first, 1, last, 1))
        .set_name((name, title, 0))
        .set_gap(if upright { 20 } else { 50 })
        .set_format(ChartSolidFill::new().set_color(Color::RGB(0x2F_8A_72)))
        .set_data_label(ChartDataLabel::new().show_value());
    chart.title().set_name((name, title, 0));
    chart.legend().set_hidden();
    // Where bars lie, the axes change places.
    let counts = if upright {
        chart.y_axis()
    } else {
        // The first choice stands on top.
        chart.y_axis().set_reverse();
        chart.x_axis()
    };
    counts.set_hidden(true).set_major_gridlines(false);
    let height = if upright { ROW * 12 } else { ROW * 3 + (last - first + 1) * 26 };
    chart.set_width(560).set_height(height);
    sheet.insert_chart(title, COLUMN, &chart)?;
    Ok(title + height / ROW + 2)
}
