//! Rules on gradings and what goes with them.

pub(super) mod area;
pub(super) mod concerns;
pub(super) mod overall;
pub(super) mod range;
