//! The whole return on paper: text as text, nothing in boxes that could clip it.

use leptos::prelude::*;

use super::desk::Desk;
use super::returns::failed;
use super::route::{Step, invitation_href};
use super::words;
use crate::browser::local;
use crate::id::ItemId;
use crate::report::sheet::{Filled, Sheet, SignedAs, Standing, blank, concern_sheet, filled};
use crate::ui::dates::full_moment;
use crate::ui::govuk::{BackLink, Button, PageTitle};
use crate::ui::sheet::paper;

/// The page from which the blank tool of an invitation is printed.
pub fn blank_page(desk: Desk, hash: String) -> AnyView {
    let opened = RwSignal::new(None::<Result<(), String>>);
    desk.lay_out(hash.clone(), move |outcome| drop(opened.try_set(Some(outcome))));
    let view = move || match opened.get() {
        None => view! { <p class="govuk-body" role="status">{words::OPENING}</p> }.into_any(),
        Some(Err(why)) => failed(why).into_any(),
        Some(Ok(())) => match desk.laid_out() {
            Some(invitation) => {
                let back = invitation_href(&hash);
                shown(blank(&invitation.round.tool), back, words::BACK_TO_CASES)
            }
            None => super::page::unknown().into_any(),
        },
    };
    view.into_any()
}

/// The page from which a return is printed.
pub fn page(desk: Desk) -> AnyView {
    of_return(desk, words::BACK_TO_TASKS)
}

/// The same in a tab that only reads the return, which has no task list there.
pub fn page_of_reading(desk: Desk) -> AnyView {
    of_return(desk, words::BACK_TO_RETURN)
}

fn of_return(desk: Desk, back_words: &'static str) -> AnyView {
    let back = desk.href(&Step::Tasks);
    sheet(desk).map(|sheet| shown(sheet, back, back_words)).into_any()
}

/// The page from which one immediate concern is printed, for a manager.
pub fn concern_page(desk: Desk, concern: &ItemId) -> AnyView {
    // A signed version has no page on which a concern is written.
    let (back, back_words) = match desk.is_signed() {
        false => (Step::Concern(concern.clone()), words::BACK_TO_CONCERN),
        true => (Step::Concerns, words::BACK_TO_CONCERNS),
    };
    let back = desk.href(&back);
    let moment = |at| full_moment(local(at));
    let sheet = desk.try_with(|open| concern_sheet(open.ret, concern, moment)).flatten();
    match sheet {
        Some(sheet) => shown(sheet, back, back_words),
        None => super::page::unknown().into_any(),
    }
}

fn shown(sheet: Sheet, back: String, back_words: &'static str) -> AnyView {
    let print = move |()| {
        // Refused, the browser's own menu prints.
        let _ = window().print();
    };
    view! {
        <PageTitle text=sheet.title.clone() program=words::PROGRAM />
        <BackLink href=back text=back_words />
        <div class="app-no-print">
            <p class="govuk-body">{words::PRINT_EXPLAINED}</p>
            <p class="govuk-body">{words::PRINT_CONFIDENTIAL}</p>
            <Button text=words::PRINT_NOW on_click=print />
        </div>
        {paper(sheet)}
    }
    .into_any()
}

fn sheet(desk: Desk) -> Option<Sheet> {
    let notices = desk.notices();
    let signed = desk.is_signed();
    let versions = desk.versions();
    let last = if signed { versions.last().cloned() } else { None };
    let before = versions.len() - usize::from(signed);
    let earlier = versions.iter().take(before).map(|one| words::version_line(one.version, &one.at));
    let standing = match last {
        Some(last) => Standing::Signed(SignedAs {
            by: last.by,
            at: last.at,
            file: last.file_fingerprint,
            key: last.key_fingerprint,
        }),
        None => Standing::Draft,
    };
    desk.try_with(|open| {
        // What is asked no more is on no paper either.
        let ret = open.without_hidden();
        filled(&Filled {
            round: &open.invitation.round,
            ret: &ret,
            shown: open.shown(),
            notices: &notices,
            standing,
            earlier: earlier.collect(),
            moment: |at| full_moment(local(at)),
            authority: &open.invitation.authority,
            limits: &open.invitation.limits,
        })
    })
}
