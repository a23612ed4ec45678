//! Digests and base64.

use base64::{Engine, engine::general_purpose::STANDARD};
use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
};
use super::table::{Arg, Function, between, exactly, row};

pub(super) static ROWS: &[Function] = &[
    // Digest of a text: (text, algorithm, hex or base64).
    row("digest", between(2, 3), &[Arg::Any], Shape::Text, digest),
    // The text a base64 text stands for.
    row("base64-decode", exactly(1), &[Arg::Any], Shape::Text, |env, args| {
        let text: String = env.text(&args[0]).split_whitespace().collect();
        Val::text(
            STANDARD.decode(text).map_or_else(|_| String::new(), |bytes| String::from_utf8_lossy(&bytes).into_owned()),
        )
    }),
];

/// Digest algorithms, as XForms 1.1 writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Algorithm {
    Md5,
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Algorithm {
    /// By its name.
    pub(in super::super) fn named(name: &str) -> Option<Self> {
        Some(match name.to_ascii_uppercase().as_str() {
            "MD5" => Self::Md5,
            "SHA-1" => Self::Sha1,
            "SHA-256" => Self::Sha256,
            "SHA-384" => Self::Sha384,
            "SHA-512" => Self::Sha512,
            _ => return None,
        })
    }

    fn of(self, text: &str) -> Vec<u8> {
        match self {
            Self::Md5 => Md5::digest(text).to_vec(),
            Self::Sha1 => Sha1::digest(text).to_vec(),
            Self::Sha256 => Sha256::digest(text).to_vec(),
            Self::Sha384 => Sha384::digest(text).to_vec(),
            Self::Sha512 => Sha512::digest(text).to_vec(),
        }
    }
}

/// How a digest is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Encoding {
    Hex,
    Base64,
}

impl Encoding {
    /// By its name.
    pub(in super::super) fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "hex" => Some(Self::Hex),
            "base64" => Some(Self::Base64),
            _ => None,
        }
    }
}

fn digest<'a>(env: &Env<'a>, args: &'a [Code]) -> Val<'a> {
    let algorithm = Algorithm::named(&env.text(&args[1]));
    // Without an encoding, base64 (XForms 1.1, 7.8.3).
    let encoding = args.get(2).map_or(Some(Encoding::Base64), |arg| Encoding::named(&env.text(arg)));
    let (Some(algorithm), Some(encoding)) = (algorithm, encoding) else { return Val::text("") };
    let bytes = algorithm.of(&env.text(&args[0]));
    Val::text(match encoding {
        Encoding::Hex => bytes.iter().fold(String::new(), |out, b| out + &format!("{b:02x}")),
        Encoding::Base64 => STANDARD.encode(bytes),
    })
}
