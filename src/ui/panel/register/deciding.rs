//! The form of a decision: what, and why.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::words::register as own;
use crate::envelope::Hash;
use crate::panel::FileDecision;
use crate::ui::govuk::{
    Button, Caption, Choice, ErrorSummary, PageError, PageErrors, Radios, Size, Textarea,
};

const WHAT: &str = "decision";
const REASON: &str = "decision-reason";

/// The form for a file; nothing where nothing is to be decided.
pub fn form(desk: Desk, file: Hash, done: impl Fn() + Copy + 'static) -> Option<AnyView> {
    let open = desk.with(|workbook| workbook.decisions_on(&file));
    if open.is_empty() {
        return None;
    }
    let errors = PageErrors::new();
    let chosen = StoredValue::new(None::<FileDecision>);
    let reason = StoredValue::new(String::new());
    let items: Vec<Choice> = open
        .into_iter()
        .map(|one| {
            let (name, what) = own::decision(one);
            Choice::new(one.token(), name).hint(what)
        })
        .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(decision) = chosen.get_value() else {
            errors.show(vec![PageError::new(WHAT, own::CHOOSE_DECISION)]);
            return;
        };
        let typed = reason.get_value();
        let wrong =
            desk.decide(|workbook, stamp| workbook.decide_on(&file, decision, &typed, stamp));
        let wrong = wrong.err().map(|text| PageError::new(REASON, text));
        if errors.show(wrong.into_iter().collect()) {
            done();
        }
    };
    let choose = move |token: String| chosen.set_value(FileDecision::of_token(&token));
    Some(
        view! {
            <form novalidate on:submit=submit>
                <ErrorSummary errors=errors />
                <Radios id=WHAT legend=Caption::new(own::DECIDE).size(Size::M) items=items
                    on_change=choose error=errors.of(WHAT) />
                <Textarea id=REASON label=Caption::new(own::REASON).size(Size::S) hint=own::REASON_HINT rows=3
                    on_input=move |text| reason.set_value(text) error=errors.of(REASON) />
                <Button text=own::RECORD_DECISION />
            </form>
        }
        .into_any(),
    )
}
