//! The panel program.

fn main() {}
