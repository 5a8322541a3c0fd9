//! Envelopes: what every file that leaves a computer is wrapped in.
//!
//! This module knows bytes and kinds of file, not what they hold.

mod hash;

pub use hash::{Hash, HashError};
