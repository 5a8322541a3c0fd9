//! Stories of people at work with both programs, each told in three engines.

mod accessibility;
mod crash;
mod journey;
mod keeping;
mod narrow;
mod plain;
mod round;
mod watching;
