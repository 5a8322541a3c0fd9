//! The action plan of a round: what is done about each recommendation, by whom, until when, and what came of it.
//!
//! A part of its own, loaded with the first of these pages. What an action has to say, where it stands
//! and what a returned sheet changes is the core's ([`crate::panel::actions`]).

mod action;
mod advice;
mod board;
mod bodies;
mod facts;
mod form;
mod form_boxes;
mod form_read;
mod identifying;
mod issue;
mod issue_form;
mod issues;
mod next;
mod ratify;
mod recommendation;
mod reminders;
mod returned;
mod route;
mod settle;
mod sheets;
mod standing;
mod steps;
mod steps_read;

use chrono::NaiveDate;
use leptos::prelude::*;

pub use route::Place;
pub use standing::standing;

use super::desk::Desk;
use super::late::LatePages;
use super::page::unknown;
use super::route::Part;
use super::words::plan as words;
use crate::browser::{local, now};
use crate::ui::govuk::{Caption, Size};

/// Gives the doors.
pub fn doors() -> LatePages {
    LatePages::new(show)
}

fn show(desk: Desk, part: Part) -> AnyView {
    let Part::Plan(place) = part else { return unknown() };
    match place {
        Place::Board => board::page(desk),
        Place::New(recommendation) => form::page(desk, form::Which::New(recommendation)),
        Place::One(id) => action::page(desk, id),
        Place::Change(id) => form::page(desk, form::Which::Known(id)),
        Place::Recommendation(id) => recommendation::page(desk, id),
        Place::Ratify => ratify::page(desk),
        Place::Sheets => sheets::page(desk),
        Place::Reminders => reminders::page(desk),
        Place::Issues => issues::page(desk),
        Place::Issue(id) => issue::page(desk, id),
        Place::CorrectIssue(id) => issue_form::page(desk, id),
        Place::Next => next::page(desk),
    }
}

fn part(place: Place) -> Part {
    Part::Plan(place)
}

fn today() -> NaiveDate {
    local(now()).date()
}

fn small(text: &str) -> Caption {
    Caption::new(text).size(Size::S)
}
