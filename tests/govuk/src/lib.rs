//! Only tests: see `fixtures.rs`.
