//! Agencies' names hidden in large type, until the panel has talked of what they say (domain 4.10).
//!
//! A view only: nothing that is recorded, published or shown on other pages changes by it.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::words;
use crate::order;
use crate::panel::meeting::{Letters, Names};
use crate::panel::{ReturnKey, Subject, Workbook};
use crate::ui::govuk::{InsetText, LinkButton, WarningText, focus_region, once_shown};

/// The element id of the button that hides the names and shows them.
const SWITCH: &str = "names-of-agencies";

/// What one page in large type does with the names.
#[derive(Clone, Copy)]
pub struct Hiding {
    desk: Desk,
    names: RwSignal<Names>,
}

impl Hiding {
    /// As the round has it in this browser; goes along with what another window chooses.
    pub fn begin(desk: Desk) -> Self {
        let names = RwSignal::new(Names::as_chosen(desk.hides_names()));
        desk.follow_names(move |hides| {
            let _ = names.try_set(Names::as_chosen(hides));
        });
        Self { desk, names }
    }

    /// The letters in place of the names; `None` while the names are shown.
    pub fn letters<'a>(self, workbook: &'a Workbook, subject: &Subject) -> Option<Letters<'a>> {
        let are_hidden = self.names.get().are_hidden();
        are_hidden.then(|| Letters::of(workbook.plan(), &subject.case))
    }

    fn set(self, names: Names) {
        if let Some(hides) = names.choice() {
            self.desk.hide_names(hides);
        }
        let _ = self.names.try_set(names);
        // The buttons are drawn anew: whoever pressed stays where they were.
        once_shown(|| {
            focus_region(SWITCH);
        });
    }

    /// What is hidden, and the ways to hide and to show.
    pub fn view(self) -> AnyView {
        let view = move || {
            let names = self.names.get();
            let first = match names {
                Names::Shown => words::HIDE_NAMES,
                Names::Hidden => words::SHOW_NAMES_HERE,
                Names::ShownHere => words::HIDE_NAMES_AGAIN,
            };
            let switch = move |()| self.set(names.switched());
            let end = (names != Names::Shown).then(|| {
                let end = move |()| self.set(Names::Shown);
                view! { " · " <LinkButton text=words::STOP_HIDING_NAMES on_click=end /> }
            });
            view! {
                <p class="govuk-body app-no-print">
                    <LinkButton text=first id=SWITCH on_click=switch /> {end}
                </p>
            }
            .into_any()
        };
        view! { {view} <div role="status">{move || self.said()}</div> }.into_any()
    }

    /// That names are hidden, and whether they will be after a reload.
    fn said(self) -> AnyView {
        let (names, is_kept) = (self.names.get(), self.desk.keeps_choice_of_names());
        let hidden = if is_kept { words::NAMES_HIDDEN } else { words::NAMES_HIDDEN_NOW };
        let note = names.are_hidden().then(|| {
            view! { <InsetText>{hidden} " " {words::LETTERS_EXPLAINED}</InsetText> }
        });
        let is_lost = names != Names::Shown && !is_kept;
        let lost = is_lost.then(|| view! { <WarningText>{words::NAMES_NOT_KEPT}</WarningText> });
        view! { {note}{lost} }.into_any()
    }
}

/// What an auditor's place is called: by its letter where names are hidden.
pub fn called(workbook: &Workbook, place: &ReturnKey, letters: Option<&Letters<'_>>) -> String {
    match letters {
        None => names::place_line(workbook, place),
        Some(letters) => match letters.place(place) {
            Some(one) => words::lettered(&one.letter, one.auditor),
            None => words::ANOTHER_AGENCY.to_owned(),
        },
    }
}

/// In the order of the letters where names are hidden: the usual order would tell who is who.
pub fn in_order(lines: &mut [(String, String)], letters: Option<&Letters<'_>>) {
    if letters.is_some() {
        order::sort_by(lines, |one, other| one.0.cmp(&other.0));
    }
}
