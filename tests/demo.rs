//! The demo: the story's figures, through the real forms and the real store, the same every time.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use babahui::app::demo;

#[test]
fn builds() {
    let dir = tempfile::tempdir().unwrap();
    let started = std::time::Instant::now();
    let built = demo::build(dir.path());
    println!("{built:?} {:?}", started.elapsed());
    built.unwrap();
}
