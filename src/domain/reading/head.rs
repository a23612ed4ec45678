//! The head of a definition file by itself: lists of definitions need no more.

use crate::domain::ron;

/// What stands before the first line that begins with one of `rest`, as a definition of its own. Nothing when it has a
/// fault of notation or lacks one of `fields`: then the whole file must be read.
pub fn head_alone(text: &str, fields: &[&str], rest: &[&str]) -> Option<String> {
    let begins_rest = |line: &&str| rest.iter().any(|word| line.trim_start().starts_with(word));
    let lines = text.split_inclusive('\n').take_while(|line| !begins_rest(line));
    let head = format!("{})", text.get(..lines.map(str::len).sum())?);
    let document = ron::read(&head);
    let ron::Value::Fields(_, given) = &document.root.value else { return None };
    let once = |name: &&str| given.iter().filter(|field| field.name.text == *name).count() == 1;
    let complete = fields.iter().all(once) && document.problems.is_empty();
    complete.then_some(head)
}
