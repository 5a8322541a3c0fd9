//! The documents of a round: on screen, in the coordinator's words, cleared, kept and written to files.
//!
//! A part of its own, loaded with the first of these pages. What a document says, what
//! speaks against it and what stands behind a sentence are the core's ([`crate::report::document`]).

mod baseline;
mod blocks;
mod changes;
mod compare;
mod dataset;
mod evidence;
mod figure;
mod followed_up;
mod kept;
mod list;
mod names;
mod numbers;
mod paper;
mod passage;
mod passage_fields;
mod passage_read;
mod publication;
mod records;
mod retention;
mod round_file;
mod route;
mod same;
mod sentence;
mod take_off;
mod texts;
mod unread;
mod version;
mod version_sentence;
mod versions;
mod whole;

use leptos::prelude::*;

pub use records::{doors as record_doors, has as is_of_records};
pub use route::{Place, View};

use super::desk::Desk;
use super::late::LatePages;
use super::page::unknown;
use super::route::Part;
use super::words::documents as words;
use crate::browser::{local, now};
use crate::panel::Workbook;
use crate::report::document::{Document, DocumentKind, build};

/// Gives the doors.
pub fn doors() -> LatePages {
    LatePages::new(show)
}

fn show(desk: Desk, part: Part) -> AnyView {
    let Part::Documents(place) = part else { return unknown() };
    match place {
        Place::List => list::page(desk),
        Place::Texts => texts::page(desk),
        Place::NewText(of) => passage::page(desk, passage::Which::New(of)),
        Place::Text(id) => passage::page(desk, passage::Which::Known(id)),
        Place::Numbers => numbers::page(desk),
        Place::Baseline => baseline::page(desk),
        Place::Same => same::page(desk),
        Place::Dataset | Place::Retention | Place::TakeOff => unknown(),
        Place::Of(DocumentKind::Comparison, View::Whole) => compare::page(desk, None),
        Place::Of(DocumentKind::Comparison, View::At(sentence)) => {
            compare::page(desk, Some(sentence))
        }
        Place::Of(kind, view) => match view {
            View::Whole => whole::page(desk, kind, None),
            View::At(sentence) => whole::page(desk, kind, Some(sentence)),
            View::Sentence(sentence) => sentence::page(desk, kind, sentence),
            View::Count(count) => figure::page(desk, kind, count, None),
            View::Publication => publication::page(desk, kind),
            View::Versions => versions::page(desk, kind),
            View::Version(snapshot) => version::page(desk, kind, snapshot),
            View::VersionSentence(snapshot, sentence) => {
                version_sentence::page(desk, kind, snapshot, sentence)
            }
            View::VersionCount(snapshot, count) => figure::page(desk, kind, count, Some(snapshot)),
            View::Paper(snapshot) => paper::page(desk, kind, snapshot),
            View::Draft => paper::draft(desk, kind),
        },
    }
}

fn part(place: Place) -> Part {
    Part::Documents(place)
}

fn of(kind: DocumentKind, view: View) -> Part {
    part(Place::Of(kind, view))
}

/// A document as it is now; a comparison with the rounds that stand beside the open one.
fn made(desk: Desk, workbook: &Workbook, kind: DocumentKind) -> Document {
    let today = local(now()).date();
    let beside = |earlier: &[&Workbook]| build::comparison(earlier, workbook, today);
    let compared = match kind {
        DocumentKind::Comparison => desk.with_beside(beside),
        _ => None,
    };
    compared.unwrap_or_else(|| build::build(kind, workbook, today))
}
