//! Rules on what must be there: people, answers, areas.

pub(super) mod answers;
pub(super) mod areas;
pub(super) mod fit;
pub(super) mod longest;
pub(super) mod people;
