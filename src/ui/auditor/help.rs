//! The pages of longer text, and which part of the help is about which page.

use leptos::prelude::*;

use super::route::{Page, Step};
use super::words;
use crate::ui::prose_page::{ProsePage, TextPage};

/// The address of the help with a page.
pub fn href(page: &Page) -> String {
    TextPage::Help.at(section(page))
}

/// The section of the help that is about a page; none for the help itself.
fn section(page: &Page) -> &'static str {
    match page {
        Page::Start => "audit",
        Page::Invitation(_) => "cases",
        Page::Questions(_) => "questions",
        Page::Blank(_) => "printing",
        Page::Drafts | Page::LockedCopy => "saving",
        Page::Wipe | Page::Passphrase => "shared",
        Page::Move(..) => "changed",
        Page::Return(_, step, _) => of_step(step),
        Page::Unknown => "problems",
        Page::Text(..) => "",
    }
}

fn of_step(step: &Step) -> &'static str {
    match step {
        Step::Tasks => "tasks",
        Step::ClosedCopy => "saving",
        Step::Copy(_) => "cases",
        Step::Auditor => "who",
        Step::Involvement => "involvement",
        Step::Area(_) => "areas",
        Step::Timescales => "timescales",
        Step::Chronology => "chronology",
        Step::Views => "views",
        Step::Overall => "grades",
        Step::Questions => "questions",
        Step::Names => "identifiers",
        Step::Concerns | Step::Concern(_) | Step::ConcernOnPaper(_) => "concern",
        Step::Missing => "missing",
        Step::Answers | Step::Sign => "signing",
        Step::Done => "sending",
        Step::Second => "second",
        Step::Withdraw => "withdrawing",
        Step::Print => "printing",
    }
}

/// A text of the footer, at one of its sections.
pub fn page(page: TextPage, section: Option<String>) -> AnyView {
    let text = text(page);
    view! { <ProsePage text=text program=words::PROGRAM page=page section=section /> }.into_any()
}

fn text(page: TextPage) -> &'static str {
    match page {
        TextPage::Help => words::HELP_TEXT,
        TextPage::Privacy => words::PRIVACY_TEXT,
        TextPage::Accessibility => words::ACCESSIBILITY_TEXT,
    }
}

#[cfg(test)]
mod tests;
