//! Where the messages of a Fluent file stand, worked out while the program is compiled.

/// More than twice the messages of a language, so that most are found at once.
const SLOTS: usize = 8192;

/// Where messages stand in their file, by a hash of their id.
pub(super) struct Index([u32; SLOTS]);

/// No message has this slot.
const FREE: u32 = u32::MAX;

/// The index of a file. A message begins with its id at the start of a line.
#[allow(clippy::cast_possible_truncation, reason = "no language file has 4 GiB; TryFrom is not there at compile time")]
#[allow(clippy::large_stack_arrays, reason = "it stands on no stack: it is made at compile time")]
#[allow(long_running_const_eval, reason = "every byte of the file is looked at once")]
pub(super) const fn index(file: &str) -> Index {
    let file = file.as_bytes();
    let mut slots = [FREE; SLOTS];
    let (mut at, mut known) = (0, 0);
    while at < file.len() {
        if file[at].is_ascii_alphabetic() {
            let mut end = at;
            while end < file.len() && in_id(file[end]) {
                end += 1;
            }
            let mut slot = hash(file, at, end);
            while slots[slot] != FREE {
                slot = (slot + 1) % SLOTS;
            }
            slots[slot] = at as u32;
            known += 1;
        }
        while at < file.len() && file[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    assert!(known * 2 < SLOTS);
    Index(slots)
}

impl Index {
    /// Where the message with this id begins in the file the index was made of.
    pub(super) fn find(&self, file: &str, id: &str) -> Option<usize> {
        let mut slot = hash(id.as_bytes(), 0, id.len());
        loop {
            let at = usize::try_from(self.0[slot]).ok().filter(|_| self.0[slot] != FREE)?;
            let begins = file.get(at..)?.strip_prefix(id);
            if begins.is_some_and(|rest| !rest.bytes().next().is_some_and(in_id)) && !id.is_empty() {
                return Some(at);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// Whether a byte may stand in an id.
const fn in_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// The slot of the id that stands between two places: FNV-1a.
const fn hash(text: &[u8], from: usize, to: usize) -> usize {
    let (mut hash, mut at) = (0x811c_9dc5_u32, from);
    while at < to {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash >> 8) as usize % SLOTS
}
