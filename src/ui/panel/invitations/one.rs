//! One place: its invitation, what it is asked about, and revoking what went astray.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::super::{keys, words as panel_words};
use super::list::{download, standing};
use super::{Part, Place, part, whose, words};
use crate::browser::{local, random};
use crate::envelope::EnrolmentSecret;
use crate::gather::gathered;
use crate::id::{CaseRef, SlotId};
use crate::order;
use crate::panel::invitations::{InvitationError, InvitationStanding};
use crate::round::CaseStatus;
use crate::ui::anew::built_anew;
use crate::ui::dates::full_moment;
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, Details, InsetText, PageError, PageErrors, Size,
    SummaryList, SummaryRow,
};

const CASES: &str = "asked-cases";
const WHY: &str = "asked-why";
const KEEP: &str = "revoke-keep";
const REASON: &str = "revoke-reason";

/// The page of one place.
pub fn page(desk: Desk, slot: SlotId) -> AnyView {
    let errors = PageErrors::new();
    let title = desk.with(|workbook| whose(workbook, &slot));
    let cover = desk.href(&part(Place::Cover(slot.clone())));
    let stored = StoredValue::new(slot.clone());
    let known = move || stored.with_value(|slot| known(desk, slot));
    // The forms are made anew when what they change has changed, never while somebody types.
    let before = Memo::new(move |_| {
        stored.with_value(|slot| {
            desk.with(|workbook| {
                let cases = workbook.plan().slot(slot).map(|slot| slot.cases.clone());
                (
                    cases,
                    workbook.revocations(slot).count(),
                    workbook.invitation_standing(slot) != InvitationStanding::NotIssued,
                )
            })
        })
    });
    let forms = move || {
        let (_, _, issued) = before.get();
        untrack(|| {
            let slot = stored.get_value();
            let revoke = issued.then(|| revoke(desk, slot.clone(), errors));
            built_anew(view! { {cases(desk, slot, errors)}{revoke} }.into_any())
        })
    };
    view! {
        {titled(desk, [words::INVITATION, ": ", &title].concat(), (&Part::Invitations, words::BACK_TO_LIST), errors)}
        {said_line(desk)}
        {move || desk.trouble().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        {move || keys::warning(desk)}
        {known}
        <p class="govuk-body"><a class="govuk-link" href=cover>{words::COVER}</a></p>
        {forms}
    }
    .into_any()
}

fn known(desk: Desk, slot: &SlotId) -> Option<AnyView> {
    let (whose, stands, cases, history) = desk.try_with(|workbook| {
        let asked = workbook.plan().slot(slot)?;
        let invited = workbook.plan().invited_cases(asked);
        let cases: Vec<String> = invited.map(|case| case.label.clone()).collect();
        let issued = workbook.invitations().iter().filter(|one| one.slot == *slot);
        let issued = issued.map(|one| (one.stamp.at, panel_words::ISSUED.to_owned()));
        let revoked = workbook.revocations(slot);
        let revoked =
            revoked.map(|one| (one.stamp.at, [words::REVOKED, ": ", &one.reason].concat()));
        let mut history: Vec<_> = issued.chain(revoked).collect();
        order::sort_by_key(&mut history, |(at, _)| *at);
        Some((whose(workbook, slot), workbook.invitation_standing(slot), cases, history))
    })??;
    let action = desk.may_invite().then(|| download(desk, slot.clone(), stands, &whose));
    let stands = view! { {standing(stands)}" "{action} };
    let mut rows = vec![
        SummaryRow::new(panel_words::ISSUED, stands),
        SummaryRow::text(words::ASKED_ABOUT, cases.join(", ")),
    ];
    if history.len() > 1 {
        let lines: Vec<_> = history
            .into_iter()
            .map(|(at, what)| {
                let text = [full_moment(local(at)).as_str(), ": ", &what].concat();
                view! { <li>{text}</li> }
            })
            .collect();
        rows.push(SummaryRow::new(words::SO_FAR, view! { <ul class="govuk-list">{lines}</ul> }));
    }
    Some(view! { <SummaryList rows=rows /> }.into_any())
}

/// About which cases the place is asked.
fn cases(desk: Desk, slot: SlotId, errors: PageErrors) -> AnyView {
    let items: Vec<Choice> = desk.with(|workbook| {
        let open = workbook.plan().cases.iter().filter(|case| case.status == CaseStatus::Open);
        open.map(|case| Choice::new(case.case_ref.as_str(), &case.label)).collect()
    });
    let asked = desk.with(|workbook| {
        let cases = workbook.plan().slot(&slot).map(|slot| slot.cases.clone()).unwrap_or_default();
        cases.iter().map(CaseRef::to_string).collect::<Vec<_>>().join(" ")
    });
    let here = part(Place::One(slot.clone()));
    let typing = Typing::new(desk, &here, "cases", [(CASES.to_owned(), asked)], errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = typing.chosen(CASES).into_iter();
        let chosen: BTreeSet<CaseRef> = gathered(chosen.filter_map(|one| CaseRef::new(one).ok()));
        let (slot, why) = (slot.clone(), typing.text(WHY));
        let at = |error: &InvitationError| match error {
            InvitationError::NoReason => WHY.to_owned(),
            _ => CASES.to_owned(),
        };
        let done = typing
            .record(move |workbook, stamp| workbook.ask_about(&slot, &chosen, &why, stamp), at);
        if done.is_some() {
            desk.say(words::CASES_CHANGED.to_owned());
        }
    };
    let legend = Caption::new(words::WHICH_CASES).size(Size::S);
    view! {
        <Details summary=words::CHANGE_CASES>
            <form novalidate on:submit=submit>
                {typing.checks(CASES, legend, words::WHICH_CASES_HINT, items)}
                {typing.area(WHY, Caption::new(words::WHY).size(Size::S), words::WHY_HINT, 2)}
                <Button text=words::CHANGE_CASES kind=ButtonKind::Secondary />
            </form>
        </Details>
    }
    .into_any()
}

/// Revoking what was written before.
fn revoke(desk: Desk, slot: SlotId, errors: PageErrors) -> AnyView {
    let counting = desk.with(|workbook| workbook.counting_of_slot(&slot).len());
    let here = part(Place::One(slot.clone()));
    let typing = Typing::new(desk, &here, "revoke", Vec::new(), errors);
    let keep = (counting > 0).then(|| {
        let items = vec![
            Choice::new("keep", words::KEEP_YES).hint(words::KEEP_YES_HINT),
            Choice::new("apart", words::KEEP_NO).hint(words::KEEP_NO_HINT),
        ];
        let legend = Caption::new(words::keep_what(counting)).size(Size::S);
        typing.radios(KEEP, legend, "", items, None)
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let keep = match typing.raw(KEEP).as_str() {
            "keep" => true,
            "apart" => false,
            _ if counting == 0 => false,
            _ => {
                errors.show(vec![PageError::new(KEEP, words::SELECT_KEEP)]);
                return;
            }
        };
        let (slot, reason) = (slot.clone(), typing.text(REASON));
        let fresh = EnrolmentSecret::from_bytes(random::secret());
        let done = typing.record(
            move |workbook, stamp| workbook.revoke_invitation(&slot, fresh, keep, &reason, stamp),
            |_: &InvitationError| REASON.to_owned(),
        );
        if done.is_some() {
            desk.say(words::REVOKED_NOW.to_owned());
        }
    };
    view! {
        <Details summary=words::REVOKE>
            <form novalidate on:submit=submit>
                <p class="govuk-body">{words::REVOKE_EXPLAINED}</p>
                {keep}
                {typing.area(REASON, Caption::new(words::WHY).size(Size::S), words::REVOKE_WHY_HINT, 2)}
                <Button text=words::REVOKE kind=ButtonKind::Warning />
            </form>
        </Details>
    }
    .into_any()
}
