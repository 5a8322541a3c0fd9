//! Sampling: which cases there are to choose from, how they spread, and how they were drawn (S-01 to S-04).
//!
//! A candidate is a number in the coordinator's own list, which stays outside
//! this program, and a few attributes in broad groups. Nothing here can tell
//! who a child is.
//!
//! Not here: the references by which agencies know the chosen cases ([`super::RoundPlan`]).

mod attribute;
mod draw;
mod frame;
mod paste;
mod spread;

pub use attribute::{Attribute, AttributeOption, attributes};
pub use draw::{Draw, DrawError, DrawRequest, Excluded, Families, Method, ticket};
pub use frame::{Candidate, FrameError, Sampling};
pub use spread::{OptionCount, SampleWarning, Spread};

#[cfg(test)]
mod tests;
