//! Both languages say the same things: same message ids, same arguments.

use std::collections::{BTreeMap, BTreeSet};

/// Message id to the names of the arguments it uses, read from a Fluent file's text.
fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in text.lines() {
        if line.starts_with('#') {
            continue;
        }
        if !line.starts_with([' ', '}', '\t'])
            && let Some((id, _)) = line.split_once('=')
        {
            let id = id.trim().to_owned();
            assert!(!found.contains_key(&id), "{id} stands twice");
            found.insert(id.clone(), BTreeSet::new());
            current = Some(id);
        }
        let Some(arguments) = current.as_ref().and_then(|id| found.get_mut(id)) else { continue };
        for piece in line.split('$').skip(1) {
            let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            arguments.insert(name);
        }
    }
    found
}

#[test]
fn chinese_has_every_message_of_english_with_the_same_arguments() {
    let english = messages(include_str!("../locales/en/babahui.ftl"));
    let chinese = messages(include_str!("../locales/zh-CN/babahui.ftl"));
    assert!(!english.is_empty());
    let ids = |m: &BTreeMap<String, _>| m.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(ids(&english), ids(&chinese), "message ids differ");
    for (id, arguments) in &english {
        assert_eq!(arguments, &chinese[id], "arguments of {id} differ");
    }
}
