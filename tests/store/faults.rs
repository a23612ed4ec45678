//! What cannot be opened or written is said, and left as it is.

use std::{collections::BTreeMap, fs, path::Path};

use babahui::{
    domain::{SeededIds, session::SessionKind, survey::AuditLine},
    store::{OpenOptions, Opened, ResponseFilter, Sort, Store, StoreError},
};
use rusqlite::Connection;

use crate::support::{World, answers, findings, head, line, noon, open, response, stamp};

/// Every file of a directory with its bytes, the notes on who holds it left out.
fn bytes(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(dir).unwrap().map(|f| f.unwrap().path());
    let named = files.map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&p).unwrap()));
    named.filter(|(name, _)| name != "holder" && name != "lock").collect()
}

/// A data directory with a response and a draft in it, closed.
fn closed() -> (tempfile::TempDir, std::path::PathBuf) {
    let mut w = World::new();
    w.finish("intake", None, "3-2-501", "墙皮");
    let head = w.head("intake", "3-2-502");
    w.store.begin_draft(&head).unwrap();
    let path = w.store.dir().to_path_buf();
    let World { store, dir, .. } = w;
    drop(store);
    (dir, path)
}

/// Opening fails with what `wanted` says and changes nothing.
fn fails(dir: &Path, wanted: impl Fn(&StoreError) -> bool) {
    let before = bytes(dir);
    let error = open(dir, 5).unwrap_err();
    assert!(wanted(&error), "{error:?}");
    assert_eq!(bytes(dir), before);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_what_people_said() {
    use std::os::unix::fs::PermissionsExt;
    let mut w = World::new();
    w.finish("intake", None, "1-1-1", "x");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(w.store.dir()), 0o700);
    for file in fs::read_dir(w.store.dir()).unwrap() {
        let path = file.unwrap().path();
        let kept = path.extension().is_some();
        assert_eq!(mode(&path) & if kept { 0o777 } else { 0o022 }, if kept { 0o600 } else { 0 }, "{}", path.display());
    }
}

#[test]
fn the_device_keeps_its_id() {
    let (_dir, path) = closed();
    let id = open(&path, 7).unwrap().into_store().device();
    assert_eq!(open(&path, 8).unwrap().into_store().device(), id);
}

#[test]
fn the_second_program_reads_and_is_told_who_writes() {
    let mut w = World::new();
    let kept = w.finish("intake", None, "3-2-501", "墙皮");
    let Opened::ReadOnly { mut store, holder } = open(w.store.dir(), 5).unwrap() else { panic!("writable twice") };
    assert_eq!((holder.pid, holder.since.as_str()), (std::process::id(), "2024-11-12 12:00"));
    assert_eq!(store.response(kept.head.id).unwrap().unwrap().revisions[0].response, kept);
    assert_eq!(store.device(), w.store.device());
    let later = w.finish("intake", None, "3-2-502", "later").head.id;
    assert!(store.response(later).unwrap().is_some(), "it sees what the first writes");
    let refused = StoreError::Held { dir: w.store.dir().to_path_buf(), holder };
    let other = w.head("intake", "1-1-1");
    let path = "/data/a".parse().unwrap();
    assert_eq!(store.begin_draft(&other).unwrap_err(), refused);
    assert_eq!(store.append_edits(other.id, &[line(w.now, "/data/a", "x")], None).unwrap_err(), refused);
    assert_eq!(store.move_cursor(other.id, &path).unwrap_err(), refused);
    assert_eq!(store.change_draft(&other).unwrap_err(), refused);
    assert_eq!(store.discard_draft(other.id, stamp!(w)).unwrap_err(), refused);
    assert_eq!(store.finalise(&response(other, w.now, "x"), stamp!(w)).unwrap_err(), refused);
    assert_eq!(store.approve(kept.head.id, stamp!(w)).unwrap_err(), refused);
    assert_eq!(store.import(vec![], stamp!(w)).unwrap_err(), refused);
    assert_eq!(store.rebuild().unwrap_err(), refused);
    assert_eq!(findings(&store), []);
    drop(store);
    let path = w.store.dir().to_path_buf();
    let World { store, dir: _dir, .. } = w;
    drop(store);
    assert!(matches!(open(&path, 5).unwrap(), Opened::Writable(_)), "free again");
}

#[test]
fn a_second_program_before_the_first_has_made_its_file_is_told_so() {
    let dir = tempfile::tempdir().unwrap();
    let lock = fs::File::create(dir.path().join("lock")).unwrap();
    lock.try_lock().unwrap();
    assert!(matches!(open(dir.path(), 5), Err(StoreError::Held { .. })));
}

#[test]
fn a_file_that_is_no_database_is_left_alone() {
    let (_dir, path) = closed();
    fs::write(path.join("babahui.db"), "not a database, but something a person wrote ".repeat(100)).unwrap();
    fails(&path, |e| matches!(e, StoreError::Corrupt { .. }));
}

#[test]
fn a_database_of_another_program_is_left_alone() {
    let (_dir, path) = closed();
    fs::remove_file(path.join("babahui.db")).unwrap();
    Connection::open(path.join("babahui.db")).unwrap().execute_batch("CREATE TABLE mine (x)").unwrap();
    fails(&path, |e| matches!(e, StoreError::Foreign { .. }));
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let (_dir, path) = closed();
    Connection::open(path.join("babahui.db")).unwrap().pragma_update(None, "user_version", 1000).unwrap();
    fails(&path, |e| matches!(e, StoreError::NewerSchema { found: 1000, known: 3, .. }));
}

#[test]
fn an_emptied_file_beside_its_write_ahead_log_is_left_alone() {
    let (_dir, path) = closed();
    fs::write(path.join("babahui.db"), "").unwrap();
    fs::write(path.join("babahui.db-wal"), "what can still be saved").unwrap();
    fails(&path, |e| matches!(e, StoreError::Corrupt { .. }));
}

#[test]
fn a_torn_file_is_said_to_be_damaged() {
    let (_dir, path) = closed();
    let file = path.join("babahui.db");
    let mut content = fs::read(&file).unwrap();
    for byte in &mut content[4096..] {
        *byte ^= 0x5a;
    }
    fs::write(&file, content).unwrap();
    let error = match open(&path, 5) {
        Err(error) => error,
        Ok(opened) => opened.into_store().drafts().unwrap_err(),
    };
    assert!(matches!(error, StoreError::Corrupt { .. }), "{error:?}");
}

#[test]
fn a_full_disk_loses_nothing_that_was_saved() {
    let dir = tempfile::tempdir().unwrap();
    let mut ids = SeededIds::new(1);
    let options =
        OpenOptions { community: "游家渡社区".into(), ids: &mut ids, now: noon(), page_limit: Some(120) };
    let mut store = Store::open(dir.path(), options).unwrap().into_store();
    let head = head(&mut ids, noon(), "intake", "3-2-501");
    store.begin_draft(&head).unwrap();
    let long = |n: usize| -> AuditLine { line(noon(), "/data/other", &format!("{n} {}", "院落".repeat(200))) };
    let mut saved = 0;
    let error = loop {
        match store.append_edits(head.id, &[long(saved)], None) {
            Ok(()) => saved += 1,
            Err(error) => break error,
        }
        assert!(saved < 10_000, "the disk never filled");
    };
    assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
    assert_eq!(error.exit_code(), 74);
    let draft = store.draft(head.id).unwrap().unwrap();
    assert_eq!(draft.edits, (0..saved).map(long).collect::<Vec<_>>());
    let big = response(head.clone(), noon(), &"很长".repeat(20_000));
    let stamp = babahui::store::Stamp { ids: &mut ids, now: noon(), author: "张三" };
    assert!(matches!(store.finalise(&big, stamp), Err(StoreError::DiskFull { .. })));
    assert_eq!(store.draft(head.id).unwrap().unwrap().edits.len(), saved, "the draft is still there");
    assert_eq!(findings(&store), []);
    drop(store);
    let mut store = open(dir.path(), 5).unwrap().into_store();
    store.append_edits(head.id, &[long(saved)], None).unwrap();
    assert_eq!(store.draft(head.id).unwrap().unwrap().edits.len(), saved + 1, "with room again it goes on");
}

#[test]
fn a_number_that_is_stored_comes_back_to_the_last_bit() {
    let mut w = World::new();
    let kept = w.finish("intake", None, "1-1-1", "x").head.id;
    w.session(SessionKind::Other, "x");
    let w = w.reopen();
    let now = w.store.response(kept).unwrap().unwrap();
    assert_eq!(now.current().unwrap().response.answers, answers("x"));
    assert_eq!(
        now.head.seed,
        w.store.responses(&ResponseFilter::default(), Sort::default(), 0, 1).unwrap().rows[0].head.seed
    );
}

/// What a program without the right to write sees. Run by [`a_directory_one_may_not_write_to`] in a process of its own,
/// because an administrator may write anywhere.
#[cfg(unix)]
#[test]
fn without_the_right_to_write() {
    let Ok(dir) = std::env::var("BABAHUI_TEST_NO_RIGHT") else { return };
    for dir in [Path::new(&dir).to_path_buf(), Path::new(&dir).join("new")] {
        let error = open(&dir, 5).unwrap_err();
        assert!(matches!(error, StoreError::ReadOnlyDirectory { .. }), "{error:?}");
        assert_eq!(error.exit_code(), 73);
    }
}

#[cfg(unix)]
#[test]
fn a_directory_one_may_not_write_to() {
    use std::os::unix::{fs::PermissionsExt, process::CommandExt};
    let (dir, path) = closed();
    // A copy others may start: the one being tested may stand where they cannot look.
    let program = dir.path().join("program");
    fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    for (path, mode) in [(dir.path(), 0o755), (&program, 0o755), (&path, 0o555), (&path.join("babahui.db"), 0o444)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    fs::remove_file(path.join("lock")).unwrap();
    let before = bytes(&path);
    let mut child = std::process::Command::new(&program);
    child.args(["faults::without_the_right_to_write", "--exact"]).env("BABAHUI_TEST_NO_RIGHT", &path);
    // An administrator can write where nobody may; then somebody without rights is asked to try.
    let administrator = fs::write(path.join("probe"), "").is_ok();
    if administrator {
        fs::remove_file(path.join("probe")).unwrap();
        child.uid(65_534).gid(65_534);
    }
    let done = child.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
    assert!(String::from_utf8_lossy(&done.stdout).contains("1 passed"));
    assert_eq!(bytes(&path), before);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}
