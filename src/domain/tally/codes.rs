//! One small number a row: what was answered, or why nothing was.
//!
//! The first five codes are the same in every column; those from [`FIRST`] on are entries of the column's dictionary.

use super::Bits;
use crate::domain::Refusal;

/// Code of a question that was not put: irrelevant, or not in that version of the survey.
pub const NOT_ASKED: u32 = 0;
/// Code of a question put and left without an answer.
pub const BLANK: u32 = 1;
/// Code of [`Refusal::Refused`].
pub const REFUSED: u32 = 2;
/// Code of [`Refusal::DontKnow`].
pub const DONT_KNOW: u32 = 3;
/// Code of [`Refusal::NotApplicable`].
pub const NOT_APPLICABLE: u32 = 4;
/// Code of a dictionary's first entry; in a column without dictionary, of any value.
pub const FIRST: u32 = 5;

/// Code of a refusal.
#[must_use]
pub fn refusal_code(refusal: Refusal) -> u32 {
    match refusal {
        Refusal::Refused => REFUSED,
        Refusal::DontKnow => DONT_KNOW,
        Refusal::NotApplicable => NOT_APPLICABLE,
    }
}

/// Codes of one column: a byte a row as long as 251 dictionary entries are enough, else four.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Codes {
    /// All codes are below 256.
    Narrow(Vec<u8>),
    /// More than 251 dictionary entries.
    Wide(Vec<u32>),
}

impl Codes {
    /// `rows` rows, none asked.
    #[must_use]
    pub fn not_asked(rows: usize) -> Self {
        Self::Narrow(vec![0; rows])
    }

    /// A further row, not asked.
    pub fn push_row(&mut self) {
        match self {
            Self::Narrow(codes) => codes.push(0),
            Self::Wide(codes) => codes.push(NOT_ASKED),
        }
    }

    /// Writes the code of the last row, widening the column when the code does not fit a byte.
    pub fn set_last(&mut self, code: u32) {
        if let Self::Narrow(codes) = self {
            if let Ok(code) = u8::try_from(code) {
                if let Some(last) = codes.last_mut() {
                    *last = code;
                }
                return;
            }
            *self = Self::Wide(codes.iter().copied().map(u32::from).collect());
        }
        if let Self::Wide(codes) = self
            && let Some(last) = codes.last_mut()
        {
            *last = code;
        }
    }

    /// The code of a row; not asked past the end.
    #[must_use]
    pub fn code(&self, row: usize) -> u32 {
        match self {
            Self::Narrow(codes) => codes.get(row).copied().map_or(NOT_ASKED, u32::from),
            Self::Wide(codes) => codes.get(row).copied().unwrap_or(NOT_ASKED),
        }
    }

    /// How many of `rows` have each code, for the codes below `codes`.
    #[must_use]
    pub fn histogram(&self, rows: &Bits, codes: usize) -> Vec<u64> {
        match self {
            Self::Narrow(bytes) => {
                let mut counts = count_bytes(bytes, rows).to_vec();
                counts.resize(codes, 0);
                counts
            }
            Self::Wide(wide) => {
                let mut counts = vec![0; codes];
                for (at, chunk) in wide.chunks(64).enumerate() {
                    let word = rows.word(at);
                    for (i, code) in chunk.iter().enumerate() {
                        if let Some(count) = counts.get_mut(*code as usize) {
                            *count += word >> i & 1;
                        }
                    }
                }
                counts
            }
        }
    }

    /// The rows whose code is marked in `wanted`.
    #[must_use]
    pub fn matching(&self, wanted: &[bool]) -> Bits {
        let words = match self {
            Self::Narrow(bytes) => {
                let mut table = [0_u64; 256];
                for (slot, _) in table.iter_mut().zip(wanted).filter(|(_, w)| **w) {
                    *slot = 1;
                }
                let word = |chunk: &[u8]| chunk.iter().rev().fold(0, |word, b| word << 1 | table[usize::from(*b)]);
                bytes.chunks(64).map(word).collect()
            }
            Self::Wide(wide) => {
                let hit = |code: u32| u64::from(wanted.get(code as usize).copied().unwrap_or(false));
                wide.chunks(64).map(|chunk| chunk.iter().rev().fold(0, |word, c| word << 1 | hit(*c))).collect()
            }
        };
        Bits::from_words(words)
    }
}

/// How many of `rows` hold each byte.
///
/// Four tables side by side, because a run of equal bytes would otherwise wait for its own last write; and no branch on a
/// row, because which rows are chosen is as random as the answers.
#[must_use]
pub fn count_bytes(bytes: &[u8], rows: &Bits) -> [u64; 256] {
    let mut lanes = [[0_u32; 256]; 4];
    let [a, b, c, d] = &mut lanes;
    for (at, chunk) in bytes.chunks(64).enumerate() {
        let mut word = rows.word(at);
        if word == 0 {
            continue;
        }
        let (quads, rest) = chunk.as_chunks::<4>();
        if word == u64::MAX {
            for [p, q, r, s] in quads {
                a[usize::from(*p)] += 1;
                b[usize::from(*q)] += 1;
                c[usize::from(*r)] += 1;
                d[usize::from(*s)] += 1;
            }
        } else {
            for [p, q, r, s] in quads {
                a[usize::from(*p)] += bit(word, 0);
                b[usize::from(*q)] += bit(word, 1);
                c[usize::from(*r)] += bit(word, 2);
                d[usize::from(*s)] += bit(word, 3);
                word >>= 4;
            }
        }
        for (i, p) in (0..).zip(rest) {
            a[usize::from(*p)] += bit(word, i);
        }
    }
    let mut counts = [0; 256];
    for (code, count) in counts.iter_mut().enumerate() {
        *count = lanes.iter().map(|lane| u64::from(lane[code])).sum();
    }
    counts
}

#[inline]
#[allow(clippy::cast_possible_truncation, reason = "one bit")]
fn bit(word: u64, at: u32) -> u32 {
    (word >> at & 1) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counting_and_matching_agree_with_looking_at_every_row(
            codes in proptest::collection::vec(0_u32..400, 0..300), chosen in proptest::collection::vec(any::<bool>(), 300),
        ) {
            let mut column = Codes::not_asked(0);
            for code in &codes {
                column.push_row();
                column.set_last(*code);
            }
            let rows: Bits = (0..codes.len()).filter(|i| chosen[*i]).collect();
            let counts = column.histogram(&rows, 400);
            let wanted: Vec<bool> = (0..400).map(|c| c % 3 == 0).collect();
            for code in 0..400_u32 {
                let expected = codes.iter().zip(&chosen).filter(|(c, s)| **c == code && **s).count();
                prop_assert_eq!(counts[code as usize], expected as u64);
            }
            let expected: Vec<usize> = (0..codes.len()).filter(|i| codes[*i] % 3 == 0).collect();
            prop_assert_eq!(column.matching(&wanted).iter().collect::<Vec<_>>(), expected);
        }

        #[test]
        fn whole_and_partial_pieces_of_bytes_count_alike(
            bytes in proptest::collection::vec(any::<u8>(), 0..300), holes in proptest::collection::vec(0_usize..300, 0..4),
        ) {
            let mut rows = Bits::full(bytes.len() + 64);
            for hole in &holes {
                rows.remove(*hole);
            }
            let mut expected = [0_u64; 256];
            for (_, b) in bytes.iter().enumerate().filter(|(i, _)| !holes.contains(i)) {
                expected[usize::from(*b)] += 1;
            }
            prop_assert_eq!(count_bytes(&bytes, &rows), expected);
        }
    }
}
