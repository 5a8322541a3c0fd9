//! Practice rounds: invented cases, agencies and returns, signed with keys that anyone can have.
//!
//! [`s3_round`] is told case by case under `data/` (the stories) and answers the
//! audit tool of 2009; its integrated result has known counts. [`round`] makes
//! rounds of any size with generic text, for benchmarks; [`simulated`] as many finished
//! ones as one likes, for roll-ups. All are pure: the same call gives the same bytes, on any computer.
//!
//! Every key and secret here follows from a published seed. They protect
//! nothing, and every round but the simulated ones says that it is for practice.
//!
//! No person, place or board in them exists.

mod answers;
mod curated;
mod faults;
mod files;
mod generated;
mod make;
mod seed;
mod simulated;
mod story;

pub use curated::s3_round;
pub use faults::{Fault, faults};
pub use files::{SampleFile, files};
pub use generated::{Size, round};
pub use make::{SampleInvitation, SampleReturn, SampleRound};
pub use simulated::simulated;
