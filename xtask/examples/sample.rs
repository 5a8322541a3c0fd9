//! `cargo xtask sample`: to be written.

fn main() {}
