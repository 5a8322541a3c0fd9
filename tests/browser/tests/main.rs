//! Stories of people at work with both programs, each told in three engines.

mod accessibility;
mod crash;
mod findings;
mod focus;
mod guard;
mod habits;
mod help;
mod journey;
mod keeping;
mod lock;
mod meeting;
mod moving;
mod on_demand;
mod paper;
mod plain;
mod putting_right;
mod query;
mod register;
mod round;
mod set_up;
mod siblings;
mod ungraded;
mod watching;
mod whole_round;
mod workbook;
