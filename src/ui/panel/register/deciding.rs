//! The form of a decision: what, and why.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::route::Part;
use super::super::typing::Typing;
use super::words::register as own;
use crate::envelope::Hash;
use crate::panel::FileDecision;
use crate::ui::govuk::{Button, Caption, Choice, ErrorSummary, PageError, PageErrors, Size};

const WHAT: &str = "decision";
const REASON: &str = "decision-reason";

/// The form for a file, about which `open` can be decided; nothing where nothing can.
pub fn form(
    desk: Desk,
    file: Hash,
    open: Vec<FileDecision>,
    done: impl Fn() + Copy + 'static,
) -> Option<AnyView> {
    if open.is_empty() {
        return None;
    }
    let errors = PageErrors::new();
    let typing = Typing::new(desk, &Part::File(file), "decision", Vec::new(), errors);
    let items: Vec<Choice> = open
        .iter()
        .map(|one| {
            let (name, what) = own::decision(*one);
            Choice::new(one.token(), name).hint(what)
        })
        .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // What was chosen long ago may be offered no more.
        let chosen = FileDecision::of_token(&typing.raw(WHAT)).filter(|one| open.contains(one));
        let Some(decision) = chosen else {
            errors.show(vec![PageError::new(WHAT, own::CHOOSE_DECISION)]);
            return;
        };
        let reason = typing.raw(REASON);
        let decided = typing.record(
            |workbook, stamp| workbook.decide_on(&file, decision, &reason, stamp),
            |_| REASON.to_owned(),
        );
        if decided.is_some() {
            done();
        }
    };
    Some(
        view! {
            <form novalidate on:submit=submit>
                <ErrorSummary errors=errors />
                {typing.radios(WHAT, Caption::new(own::DECIDE).size(Size::M), "", items, None)}
                {typing.area(REASON, Caption::new(own::REASON).size(Size::S), own::REASON_HINT, 3)}
                <Button text=own::RECORD_DECISION />
            </form>
        }
        .into_any(),
    )
}
