//! The pages of longer text, and which part of the guide is about which page.

use leptos::prelude::*;

use super::documents::Place;
use super::route::{Page, Part};
use super::words;
use crate::report::document::DocumentKind;
use crate::ui::prose_page::{ProsePage, TextPage};

/// The address of the help with a page.
pub fn href(page: &Page) -> String {
    TextPage::Help.at(section(page))
}

/// The section of the guide that is about a page; none for the guide itself.
fn section(page: &Page) -> &'static str {
    match page {
        Page::Start => "overview",
        Page::Templates | Page::NewRound(_) => "setting-up",
        Page::Deputy => "keeping",
        Page::Round(_, part) => of_part(part),
        Page::Unknown => "problems",
        Page::Text(..) => "",
    }
}

fn of_part(part: &Part) -> &'static str {
    match part {
        Part::Overview | Part::Keys(_) => "keeping",
        Part::Details => "setting-up",
        Part::Sampling(_) => "choosing",
        Part::Tool(_) => "tool",
        Part::Invitations | Part::Invitation(_) => "inviting",
        Part::Copies(_) => "copies",
        Part::Mapping(_) => "other-tools",
        Part::Import => "importing",
        Part::Files | Part::File(_) | Part::FileText(_) => "deciding",
        Part::Matrix | Part::Place(..) => "what-has-come",
        Part::Reminders | Part::Limits | Part::Log | Part::Search => "reminders",
        Part::Concerns(_) => "concerns",
        Part::Return(..) | Part::Ask(..) | Part::Questions | Part::Question(_) => "questions",
        Part::Cases
        | Part::Case(_)
        | Part::CaseStanding(_)
        | Part::CasePapers(_)
        | Part::Chronology(_) => "cases",
        Part::Meeting(_) => "meeting",
        Part::Findings(_) => "findings",
        Part::Documents(place) => match place {
            Place::Baseline | Place::Same | Place::Of(DocumentKind::Comparison, _) => "comparing",
            Place::Dataset => "dataset",
            Place::Retention => "retention",
            Place::TakeOff => "keeping",
            _ => "documents",
        },
        Part::Plan(_) => "plan",
        Part::Areas | Part::Calibration => "areas",
        Part::Counts => "counts",
    }
}

/// A text of the footer, at one of its sections.
pub fn page(page: TextPage, section: Option<String>) -> AnyView {
    let text = text(page);
    view! { <ProsePage text=text program=words::PROGRAM page=page section=section /> }.into_any()
}

fn text(page: TextPage) -> &'static str {
    match page {
        TextPage::Help => words::GUIDE,
        TextPage::Privacy => words::PRIVACY_TEXT,
        TextPage::Accessibility => words::ACCESSIBILITY_TEXT,
    }
}

#[cfg(test)]
mod tests;
