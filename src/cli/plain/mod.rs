//! `fill SURVEY --plain`: a survey as numbered prompts, line by line, nothing ever drawn over.
//!
//! For screen readers, dumb terminals and pipes. [`Plain`] walks through the questions, `ask` puts one, `heard` reads what
//! was typed, `pick` finds the choices meant, `review` ends it. Every answer is stored before the next question is put.

mod ask;
mod heard;
mod pick;
mod review;
mod walk;

pub(super) use walk::{Plain, Started};
