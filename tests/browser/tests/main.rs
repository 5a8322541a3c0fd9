//! Stories of people at work with both programs, each told in three engines.

mod accessibility;
mod crash;
mod journey;
mod narrow;
mod round;
mod watching;
