//! Chance: numbers of the response's own sequence, so that reopening gives the same.

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Items, Val},
};
use super::table::{Arg, Effect, Function, between, exactly, row};

/// Longest text `uuid(n)` makes.
const LONGEST: f64 = 1000.0;

pub(super) static ROWS: &[Function] = &[
    // A number from 0 to below 1.
    row("random", exactly(0), &[], Shape::Number, |env, _| Val::Number(share(env.model.random()))).with(Effect::Random),
    // A random identifier, or text of that length.
    row("uuid", between(0, 1), &[Arg::Number], Shape::Text, uuid).with(Effect::Random),
    // The nodes shuffled, by a seed.
    row("randomize", between(1, 2), &[Arg::Nodes, Arg::Any], Shape::Any, randomize).with(Effect::RandomUnseeded),
];

/// A random `u64` as a number from 0 to below 1.
fn share(random: u64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "53 bits are what a double holds")]
    {
        (random >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

/// A version 4 UUID from two random numbers.
fn uuid4(high: u64, low: u64) -> String {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&high.to_be_bytes());
    bytes[8..].copy_from_slice(&low.to_be_bytes());
    ::uuid::Builder::from_random_bytes(bytes).into_uuid().hyphenated().to_string()
}

fn uuid<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let Some(arg) = args.first() else {
        return Val::text(uuid4(env.model.random(), env.model.random()));
    };
    let length = env.number(arg).clamp(0.0, LONGEST);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and LONGEST, NaN is 0")]
    let letters = (0..length as usize).map(|_| char::from(LETTERS[(env.model.random() % 62) as usize]));
    Val::text(letters.collect::<String>())
}

fn randomize<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let mut source: Box<dyn FnMut() -> f64> = match args.get(1).map(|arg| env.number(arg)) {
        Some(seed) => {
            let mut park_miller = ParkMiller::new(seed);
            Box::new(move || park_miller.next())
        }
        None => Box::new(|| share(env.model.random())),
    };
    match env.eval(&args[0]) {
        Val::Nodes(nodes) => Val::Nodes(shuffle(&nodes, &mut source)),
        Val::Items(items) => Val::Items(Items { rows: shuffle(&items.rows, &mut source), ..items }),
        other => other,
    }
}

/// Fisher-Yates, inside out (ODK XForms, `randomize`).
fn shuffle<T: Copy>(items: &[T], random: &mut dyn FnMut() -> f64) -> Vec<T> {
    let mut out: Vec<T> = Vec::with_capacity(items.len());
    for (i, item) in items.iter().enumerate() {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "from 0 to i"
        )]
        let j = ((random() * (i + 1) as f64) as usize).min(i);
        out.push(*item);
        out.swap(i, j);
    }
    out
}

/// Park and Miller's generator: the one ODK clients shuffle with, so that a seed gives the same order everywhere.
struct ParkMiller(i64);

impl ParkMiller {
    const MODULUS: i64 = 2_147_483_647;

    fn new(seed: f64) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "saturates, NaN is 0")]
        let seed = seed as i64 % Self::MODULUS;
        Self(if seed <= 0 { seed + Self::MODULUS - 1 } else { seed })
    }

    fn next(&mut self) -> f64 {
        self.0 = self.0 * 16_807 % Self::MODULUS;
        #[allow(clippy::cast_precision_loss, reason = "31 bits")]
        {
            (self.0 - 1) as f64 / (Self::MODULUS - 1) as f64
        }
    }
}
