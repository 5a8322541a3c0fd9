//! An auditor who joins while the round runs.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::titled;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::{Part, Place, part, words};
use crate::browser::random;
use crate::envelope::EnrolmentSecret;
use crate::gather::gathered;
use crate::id::{AgencyKind, CaseRef, SlotId};
use crate::panel::invitations::InvitationError;
use crate::round::{CaseStatus, Invited};
use crate::ui::govuk::{Button, Caption, Choice, PageError, PageErrors, SelectItem, Size};
use crate::ui::router::go;

const KIND: &str = "kind";
const NAME: &str = "name";
const LABEL: &str = "label";
const CASES: &str = "cases";
const WHY: &str = "why";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let (kinds, cases, all) = desk.with(|workbook| {
        let plan = workbook.plan();
        let kinds = plan.round.tool.agency_kinds.iter();
        let kinds = kinds.map(|kind| SelectItem::new(kind.id.as_str(), &kind.name));
        let open = plan.cases.iter().filter(|case| case.status == CaseStatus::Open);
        let cases: Vec<Choice> =
            open.clone().map(|case| Choice::new(case.case_ref.as_str(), &case.label)).collect();
        let all: Vec<&str> = open.map(|case| case.case_ref.as_str()).collect();
        (kinds.collect::<Vec<_>>(), cases, all.join(" "))
    });
    let typing = Typing::new(desk, &part(Place::Add), "add", [(CASES.to_owned(), all)], errors);
    let mut items = vec![SelectItem::new("", panel_words::CHOOSE_KIND)];
    items.extend(kinds);
    // Made once: pressing twice adds one.
    let slot: SlotId = random::id();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(kind) = AgencyKind::new(typing.raw(KIND)) else {
            errors.show(vec![PageError::new(KIND, words::SELECT_KIND)]);
            return;
        };
        let new = Invited {
            agency: random::id(),
            slot: slot.clone(),
            kind,
            name: typing.text(NAME),
            label: typing.text(LABEL),
            secret: EnrolmentSecret::from_bytes(random::secret()),
        };
        let chosen = typing.chosen(CASES).into_iter();
        let chosen: BTreeSet<CaseRef> = gathered(chosen.filter_map(|one| CaseRef::new(one).ok()));
        let why = typing.text(WHY);
        let done = typing
            .record(move |workbook, stamp| workbook.add_slot(new, &chosen, &why, stamp), at_box);
        if done.is_some() {
            desk.say(words::ADDED.to_owned());
            go(&desk.href(&part(Place::One(slot.clone()))));
        }
    };
    let label = |text: &'static str| Caption::new(text).size(Size::S);
    view! {
        {titled(desk, words::ADD.to_owned(), (&Part::Invitations, words::BACK_TO_LIST), errors)}
        <p class="govuk-body">{words::ADD_EXPLAINED}</p>
        <form novalidate on:submit=submit>
            {typing.select(KIND, label(panel_words::AGENCY_KIND), items)}
            {typing.line(NAME, label(panel_words::AGENCY_NAME), panel_words::AGENCY_NAME_HINT)}
            {typing.line(LABEL, label(panel_words::SLOT_LABEL), words::LABEL_HINT)}
            {typing.checks(CASES, label(words::WHICH_CASES), "", cases)}
            {typing.area(WHY, label(words::WHY), words::WHY_HINT, 2)}
            <Button text=words::ADD />
        </form>
    }
    .into_any()
}

fn at_box(error: &InvitationError) -> String {
    match error {
        InvitationError::NoName => NAME,
        InvitationError::SamePlace => LABEL,
        InvitationError::NoCases | InvitationError::UnknownCase => CASES,
        InvitationError::NoReason => WHY,
        InvitationError::UnknownKind
        | InvitationError::UnknownSlot
        | InvitationError::NeverIssued
        | InvitationError::ReturnHere(_)
        | InvitationError::NothingChanged => KIND,
    }
    .to_owned()
}
