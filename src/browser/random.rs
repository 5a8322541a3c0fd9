//! Random ids and secrets, from the browser's own generator.

use std::fmt::Debug;
use std::str::FromStr;

fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("every browser that runs WebAssembly has getRandomValues");
    bytes
}

/// 32 secret bytes: a key's seed, an enrolment secret.
pub fn secret() -> [u8; 32] {
    bytes()
}

/// 128 random bits, in 32 small hexadecimal digits.
pub fn hex() -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half & 15)]);
    bytes::<16>().iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}

/// A fresh identifier of any kind, of 128 random bits.
pub fn id<T: FromStr<Err: Debug>>() -> T {
    hex().parse().expect("32 hexadecimal digits are an identifier")
}
