//! Rules on what dates are made of, and on conversations.

pub(super) mod chronology;
pub(super) mod moments;
pub(super) mod timescales;
pub(super) mod views;
