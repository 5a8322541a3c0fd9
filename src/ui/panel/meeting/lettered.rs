//! Agencies' names hidden in large type, until the panel has talked of what they say (domain 4.10).
//!
//! A view only: nothing that is recorded, published or shown on other pages changes by it.

use std::cell::Cell;

use leptos::prelude::*;

use super::super::names;
use super::words;
use crate::panel::meeting::Letters;
use crate::panel::{ReturnKey, Subject, Workbook};
use crate::ui::govuk::{InsetText, LinkButton, focus_region, once_shown};

/// The element id of the button that hides the names and shows them.
const SWITCH: &str = "names-of-agencies";

thread_local! {
    /// Whether this window hides them on every page in large type.
    static HIDES: Cell<bool> = const { Cell::new(false) };
}

/// Whether names are hidden: everywhere until this one has been talked of.
#[derive(Clone, Copy)]
pub struct Hiding {
    everywhere: RwSignal<bool>,
    shown_here: RwSignal<bool>,
}

impl Hiding {
    /// As this window was left; what was shown of another area or case says nothing of this one.
    pub fn begin() -> Self {
        Self { everywhere: RwSignal::new(HIDES.get()), shown_here: RwSignal::new(false) }
    }

    /// The letters in place of the names; `None` while the names are shown.
    pub fn letters<'a>(self, workbook: &'a Workbook, subject: &Subject) -> Option<Letters<'a>> {
        self.is_hidden().then(|| Letters::of(workbook.plan(), &subject.case))
    }

    fn is_hidden(self) -> bool {
        self.everywhere.get() && !self.shown_here.get()
    }

    fn set(self, everywhere: bool, shown_here: bool) {
        HIDES.set(everywhere);
        let _ = self.everywhere.try_set(everywhere);
        let _ = self.shown_here.try_set(shown_here);
        // The buttons are drawn anew: whoever pressed stays where they were.
        once_shown(|| {
            focus_region(SWITCH);
        });
    }

    /// What is hidden, and the ways to hide and to show.
    pub fn view(self) -> AnyView {
        let view = move || {
            let (everywhere, shown_here) = (self.everywhere.get(), self.shown_here.get());
            let is_hidden = everywhere && !shown_here;
            let note = is_hidden.then(|| view! { <InsetText>{words::NAMES_HIDDEN}</InsetText> });
            let first = match (everywhere, shown_here) {
                (false, _) => words::HIDE_NAMES,
                (true, false) => words::SHOW_NAMES_HERE,
                (true, true) => words::HIDE_NAMES_AGAIN,
            };
            let switch = move |()| self.set(true, is_hidden);
            let end = everywhere.then(|| {
                let end = move |()| self.set(false, false);
                view! { " · " <LinkButton text=words::STOP_HIDING_NAMES on_click=end /> }
            });
            view! {
                <p class="govuk-body app-no-print">
                    <LinkButton text=first id=SWITCH on_click=switch /> {end}
                </p>
                {note}
            }
            .into_any()
        };
        view.into_any()
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
        lines.sort_by(|one, other| one.0.cmp(&other.0));
    }
}
