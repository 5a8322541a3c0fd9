//! `cargo xtask schema [--check]`: to be written.

fn main() {}
