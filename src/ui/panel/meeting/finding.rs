//! A finding of the panel's own, made while it talks about a case (F-01).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::findings;
use super::super::route::Part;
use super::super::typing::Typing;
use super::super::words::findings as finding_words;
use super::words;
use crate::browser::random;
use crate::id::{CaseRef, ItemId};
use crate::panel::findings::{
    Fate, Finding, FindingError, FindingKind, FindingScope, FindingSource,
};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, Details, PageError, PageErrors, Size, focus_control,
    once_shown,
};

const KIND: &str = "finding-kind";
const TEXT: &str = "finding-text";
const THEMES: &str = "finding-themes";

/// The form, and the way to what agencies wrote of this case.
pub fn section(
    desk: Desk,
    here: Part,
    meeting: ItemId,
    case: CaseRef,
    errors: PageErrors,
) -> AnyView {
    let again = RwSignal::new(0_u32);
    let form = move || {
        again.track();
        untrack(|| built_anew(form(desk, &here, &meeting, &case, errors, again)))
    };
    form.into_any()
}

fn form(
    desk: Desk,
    here: &Part,
    meeting: &ItemId,
    case: &CaseRef,
    errors: PageErrors,
    again: RwSignal<u32>,
) -> AnyView {
    let typing = Typing::new(desk, here, "finding", Vec::new(), errors);
    let kinds: Vec<Choice> =
        FindingKind::ALL.map(|kind| Choice::new(kind.as_str(), kind.label())).into();
    let begun = !typing.raw(KIND).is_empty() || !typing.raw(TEXT).is_empty();
    // After one finding the next may follow at once.
    let open = begun || again.get_untracked() > 0;
    let written = desk.href(&Part::Findings(findings::Place::From(case.clone())));
    let source = FindingSource::Meeting { meeting: meeting.clone(), case: case.clone() };
    let scope = FindingScope::Case(case.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let kind = typing.raw(KIND);
        let Some(kind) = FindingKind::ALL.into_iter().find(|one| one.as_str() == kind) else {
            errors.show(vec![PageError::new(KIND, finding_words::SELECT_KIND)]);
            return;
        };
        let finding = Finding {
            id: random::id(),
            kind,
            scope: scope.clone(),
            text: typing.text(TEXT),
            themes: findings::themes::chosen(typing, THEMES),
            sources: vec![source.clone()],
            counted: None,
            fate: Fate::Kept,
            stamp: Desk::stamp(),
        };
        let at = |_: &FindingError| TEXT.to_owned();
        if typing.record(|workbook, _| workbook.record_finding(finding), at).is_some() {
            desk.say(words::FINDING_MADE.to_owned());
            again.update(|count| *count += 1);
            once_shown(|| {
                focus_control(KIND);
            });
        }
    };
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    view! {
        <Details summary=words::MAKE_FINDING open=open>
            <p class="govuk-hint">{words::MAKE_FINDING_HINT} " "
                <a class="govuk-link" href=written>{words::WRITTEN_OF_CASE}</a></p>
            <form novalidate on:submit=submit>
                {typing.radios(KIND, small(finding_words::KIND), "", kinds, None)}
                {typing.area(TEXT, small(finding_words::TEXT), finding_words::TEXT_HINT, 3)}
                {findings::themes::question(desk, typing, THEMES)}
                <Button text=words::MAKE_FINDING kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}
