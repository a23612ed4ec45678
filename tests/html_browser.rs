//! Pages in a real browser: on a phone, on a desk, on paper. Without a browser these are shown as ignored.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "support/browser.rs"]
mod browser;
#[path = "support/printed.rs"]
mod printed;

use std::{fs, path::Path, process::ExitCode, sync::Arc};

use babahui::report::{Block, Document, Page, document_html};
use browser::Browser;
use libtest_mimic::{Arguments, Failed, Trial};

type Check = fn(&Browser, &Path) -> Result<(), Failed>;

fn main() -> ExitCode {
    let args = Arguments::from_args();
    let browser = Browser::find().map(Arc::new);
    if browser.is_none() {
        eprintln!("No Chromium on this machine: pages are not looked at in a browser, and their tests are ignored.");
    }
    let checks: [(&str, Check); 4] = [
        ("a_page_is_never_wider_than_the_screen", never_wider_than_the_screen),
        ("a_wide_table_scrolls_within_the_page", wide_tables_scroll_within),
        ("it_prints_on_its_sheets", prints_on_its_sheets),
        ("hostile_words_run_nothing", hostile_words_run_nothing),
    ];
    let trial = |(name, check): (&str, Check)| {
        let browser = browser.clone();
        let trial = Trial::test(name, move || {
            let browser = browser.ok_or("no browser")?;
            let dir = tempfile::tempdir()?;
            check(&browser, dir.path())
        });
        trial.with_ignored_flag(Browser::find().is_none())
    };
    libtest_mimic::run(&args, checks.into_iter().map(trial).collect()).exit_code()
}

/// A page that shows another in a window of this width and then says what `measure` finds in it. The page itself holds no
/// script: what is measured is measured from outside.
fn measured(browser: &Browser, dir: &Path, page: &str, width: u32, measure: &str) -> Result<String, Failed> {
    let quoted = page.replace('&', "&amp;").replace('"', "&quot;");
    let frame = format!(
        "<!DOCTYPE html><meta charset=utf-8><iframe id=f style='border:0;width:{width}px;height:800px' srcdoc=\"{quoted}\">\
         </iframe><output id=o></output><script>f.onload = () => {{ const d = f.contentDocument, w = f.contentWindow; \
         o.textContent = 'found ' + ({measure}) + ' end' }}</script>"
    );
    let path = dir.join("frame.html");
    fs::write(&path, frame)?;
    let args = ["--dump-dom".to_owned(), "--window-size=1400,900".to_owned(), "--virtual-time-budget=5000".to_owned()];
    let dom = browser.run(dir, &args, &path)?;
    let found = dom.rsplit_once(">found ").and_then(|(_, rest)| rest.split_once(" end<")).map(|(found, _)| found);
    found.map(str::to_owned).ok_or_else(|| Failed::from(format!("nothing was measured: {} characters", dom.len())))
}

fn never_wider_than_the_screen(browser: &Browser, dir: &Path) -> Result<(), Failed> {
    for (name, document) in [("summary", printed::summary()), ("hostile", printed::hostile())] {
        let page = document_html(&document);
        for width in [320, 390, 1100] {
            // Whatever stands out of the window and not within a piece that scrolls by itself.
            let measure = "d.documentElement.scrollWidth + ' ' + [...d.querySelectorAll('body *')].filter(e => \
                !e.closest('.scroll') && e.getBoundingClientRect().right > w.innerWidth + 1).map(e => e.outerHTML.slice(0, 90)).slice(0, 3)";
            let found = measured(browser, dir, &page, width, measure)?;
            assert_eq!(found.trim(), width.to_string(), "{name} at {width}");
        }
    }
    Ok(())
}

fn wide_tables_scroll_within(browser: &Browser, dir: &Path) -> Result<(), Failed> {
    let page = document_html(&printed::summary());
    let measure = "[...d.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth).length > 0";
    assert_eq!(measured(browser, dir, &page, 390, measure)?, "true");
    assert_eq!(measured(browser, dir, &page, 1100, measure)?, "false");
    Ok(())
}

fn hostile_words_run_nothing(browser: &Browser, dir: &Path) -> Result<(), Failed> {
    let page = document_html(&printed::hostile());
    let measure = "d.scripts.length + d.images.length + ' ' + d.title.startsWith('<script>') + ' ' + \
        d.querySelectorAll('main > *').length";
    let found = measured(browser, dir, &page, 390, measure)?;
    let pieces: usize = found.rsplit(' ').next().unwrap_or_default().parse()?;
    assert!(found.starts_with("0 true ") && pieces > 40, "{found}");
    Ok(())
}

/// How many sheets a page is printed on, and how large they are, in points.
fn sheets(browser: &Browser, dir: &Path, document: &Document) -> Result<(usize, Vec<(u32, u32)>), Failed> {
    let (page, pdf) = (dir.join("page.html"), dir.join("page.pdf"));
    fs::write(&page, document_html(document))?;
    browser.run(dir, &[format!("--print-to-pdf={}", pdf.display())], &page)?;
    let bytes = fs::read(&pdf)?;
    let text = String::from_utf8_lossy(&bytes);
    let pages = text.matches("/Type /Page\n").count();
    let box_of = |rest: &str| -> Option<(u32, u32)> {
        let inner = rest.split_once('[')?.1.split_once(']')?.0;
        let mut numbers = inner.split_whitespace().skip(2).map(|n| n.parse::<f64>().ok());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of paper")]
        let whole = |n: f64| n.round() as u32;
        Some((whole(numbers.next()??), whole(numbers.next()??)))
    };
    let mut sizes: Vec<(u32, u32)> = text.split("/MediaBox").skip(1).filter_map(box_of).collect();
    sizes.dedup();
    Ok((pages, sizes))
}

fn prints_on_its_sheets(browser: &Browser, dir: &Path) -> Result<(), Failed> {
    let mut short = Document { title: "小结".into(), ..Document::default() };
    short.line("一页");
    let (pages, sizes) = sheets(browser, dir, &short)?;
    assert_eq!((pages, sizes.as_slice()), (1, &[(595, 842)][..]));
    short.put(Block::PageBreak);
    short.put(Block::Appendix("附表".into()));
    short.page = Page { landscape: true, ..Page::poster() };
    // A break before a piece that begins a page by itself is one break.
    let (pages, sizes) = sheets(browser, dir, &short)?;
    assert_eq!((pages, sizes.as_slice()), (2, &[(1191, 842)][..]));
    let mut long = Document { title: "名单".into(), ..Document::default() };
    let mut table = babahui::report::Table::new(vec![babahui::report::Column::words("户")]);
    table.rows = (0..120).map(|n| vec![format!("{n} 户")]).collect();
    long.table(table);
    let (pages, _) = sheets(browser, dir, &long)?;
    assert!((4..=6).contains(&pages), "{pages} sheets");
    Ok(())
}
