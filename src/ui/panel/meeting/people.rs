//! Who is at a meeting, by role and agency; absences; interests (M-01 to M-03).

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::{RowNames, Typing, sentence};
use super::{Place, part, title, words};
use crate::browser::{local, now, random};
use crate::gather::gathered;
use crate::id::{AgencyId, CaseRef, ItemId};
use crate::panel::meeting::{Absence, ConflictOfInterest, Meeting, MeetingError, Present};
use crate::panel::{Stamp, Workbook};
use crate::ui::anew::built_anew;
use crate::ui::dates::{date_of, text_of};
use crate::ui::govuk::{
    Button, Caption, Choice, PageError, PageErrors, SelectItem, Size, WarningText,
};
use crate::ui::router::go;

const HERE: &str = "here";
const NOT_HERE: &str = "not-here";
const INTERESTS: &str = "interests";

/// The form, for a new meeting or one that is recorded. Made anew when what was typed is forgotten.
pub fn page(desk: Desk, id: Option<ItemId>) -> AnyView {
    let again = RwSignal::new(0_u32);
    let page = move || {
        again.track();
        untrack(|| built_anew(made(desk, id.clone(), again)))
    };
    page.into_any()
}

fn made(desk: Desk, id: Option<ItemId>, again: RwSignal<u32>) -> AnyView {
    let errors = PageErrors::new();
    let meeting = id.as_ref().and_then(|id| desk.with(|workbook| workbook.meeting(id).cloned()));
    let (here, heading, back) = match &id {
        Some(id) => {
            let title = desk.with(|workbook| title(workbook, id));
            let back = (part(Place::Agenda(id.clone())), words::BACK_TO_AGENDA);
            (part(Place::People(id.clone())), [words::WHO_WAS_THERE, ": ", &title].concat(), back)
        }
        None => {
            let back = (part(Place::List), words::BACK_TO_MEETINGS);
            (part(Place::New), words::START_MEETING.to_owned(), back)
        }
    };
    let recorded = desk.with(|workbook| recorded(workbook, meeting.as_ref()));
    let typing = Typing::new(desk, &here, "people", recorded, errors);
    let agencies: Vec<(AgencyId, String)> = desk.with(|workbook| {
        let agencies = workbook.plan().agencies.iter();
        agencies.map(|agency| (agency.id.clone(), agency.name.clone())).collect()
    });
    let rows: Vec<AnyView> = agencies.iter().map(|(id, name)| agency(typing, id, name)).collect();
    let essential = agencies.iter().map(|(id, name)| Choice::new(id.as_str(), name.clone()));
    let essential: Vec<Choice> = essential.collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = id.clone().unwrap_or_else(random::id);
        let ids: Vec<AgencyId> = agencies.iter().map(|(id, _)| id.clone()).collect();
        let meeting = match meeting_of(typing, id.clone(), &agencies) {
            Ok(meeting) => meeting,
            Err(wrong) => {
                errors.show(wrong);
                return;
            }
        };
        let chosen = typing.chosen("essential").into_iter();
        let chosen: BTreeSet<AgencyId> =
            gathered(chosen.filter_map(|id| id.parse::<AgencyId>().ok()));
        let at = at_box(typing, &ids);
        let keep = move |workbook: &mut Workbook, stamp: &Stamp| {
            workbook.record_meeting(meeting)?;
            if workbook.essential_agencies() == chosen {
                return Ok(());
            }
            workbook.set_essential_agencies(chosen, stamp)
        };
        if typing.record(keep, at).is_some() {
            desk.say(words::PEOPLE_SAVED.to_owned());
            go(&desk.href(&part(Place::Agenda(id))));
        }
    };
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    let (back, back_words) = back;
    view! {
        {titled(desk, heading, (&back, back_words), errors)}
        {said_line(desk)}
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {typing.date("held", small(words::HELD_ON), words::DATE_HINT)}
            {typing.line("chair", small(words::CHAIR), words::CHAIR_HINT)}
            <h2 class="govuk-heading-m">{words::AGENCIES_THERE}</h2>
            {rows}
            {typing.area("others", small(words::OTHERS), words::OTHERS_HINT, 2)}
            {interests(desk, typing)}
            {typing.checks("essential", small(words::ESSENTIAL), words::ESSENTIAL_HINT, essential)}
            <Button text=words::SAVE_PEOPLE />
            {typing.standing(move || again.update(|count| *count += 1))}
        </form>
    }
    .into_any()
}

/// What is recorded of a meeting, as it stands in the boxes.
fn recorded(workbook: &Workbook, meeting: Option<&Meeting>) -> Vec<(String, String)> {
    let essential: Vec<String> =
        workbook.essential_agencies().into_iter().map(|id| id.to_string()).collect();
    let mut texts = vec![("essential".to_owned(), essential.join(" "))];
    let held_on = meeting.map_or_else(|| local(now()).date(), |meeting| meeting.held_on);
    let date = text_of(Some(held_on));
    let parts = [("day", date.day), ("month", date.month), ("year", date.year)];
    texts.extend(parts.map(|(part, text)| (["held-", part].concat(), text)));
    let Some(meeting) = meeting else { return texts };
    let mut of_no_agency = meeting.present.iter().filter(|one| one.agency.is_none());
    let chair = of_no_agency.next().map(|one| one.role.clone());
    texts.push(("chair".to_owned(), chair.unwrap_or_default()));
    let others: Vec<&str> = of_no_agency.map(|one| one.role.as_str()).collect();
    texts.push(("others".to_owned(), others.join("\n")));
    for agency in &workbook.plan().agencies {
        let here = meeting.present.iter().filter(|one| one.agency.as_ref() == Some(&agency.id));
        let roles: Vec<&str> = here.map(|one| one.role.as_str()).collect();
        let absent = meeting.absent.iter().find(|one| one.agency == agency.id);
        let is = match (roles.is_empty(), absent) {
            (false, _) => HERE,
            (true, Some(_)) => NOT_HERE,
            (true, None) => "",
        };
        texts.push((field(&agency.id, "is"), is.to_owned()));
        texts.push((field(&agency.id, "roles"), roles.join("\n")));
        let note = absent.map(|one| one.note.clone()).unwrap_or_default();
        texts.push((field(&agency.id, "why"), note));
    }
    let keys: Vec<String> = (1..=meeting.conflicts.len()).map(|at| at.to_string()).collect();
    for (key, one) in keys.iter().zip(&meeting.conflicts) {
        let said = [
            ("role", one.role.clone()),
            ("case", one.case.to_string()),
            ("what", one.interest.clone()),
            ("handled", one.handled.clone()),
        ];
        texts.extend(said.map(|(name, text)| (row_field(key, name), text)));
    }
    texts.push((INTERESTS.to_owned(), keys.join(" ")));
    texts
}

fn field(agency: &AgencyId, name: &str) -> String {
    ["agency-", agency.as_str(), "-", name].concat()
}

fn row_field(key: &str, name: &str) -> String {
    [INTERESTS, "-", key, "-", name].concat()
}

/// Whether an agency is here: who, or why not.
fn agency(typing: Typing, id: &AgencyId, name: &str) -> AnyView {
    let (is, roles, why) = (field(id, "is"), field(id, "roles"), field(id, "why"));
    let area = |id: &str, label: &'static str, hint: &str| typing.area(id, label.into(), hint, 2);
    let items = vec![
        Choice::new(HERE, words::HERE).reveal(area(&roles, words::ROLES, words::ROLES_HINT)),
        Choice::new(NOT_HERE, words::NOT_HERE).reveal(area(&why, words::ABSENT_WHY, "")),
    ];
    typing.radios(&is, Caption::new(name).size(Size::S), "", items, None)
}

fn interests(desk: Desk, typing: Typing) -> AnyView {
    let names = RowNames {
        id: INTERESTS,
        title: words::INTERESTS,
        hint: words::INTERESTS_HINT,
        name: words::INTEREST,
        add_first: words::ADD_INTEREST,
        add_more: words::ADD_MORE_INTERESTS,
    };
    let cases: Vec<(String, String)> = desk.with(|workbook| {
        let cases = workbook.plan().open_cases();
        cases.map(|case| (case.case_ref.to_string(), case.label.clone())).collect()
    });
    let row = move |key: String| {
        let id = |name: &str| row_field(&key, name);
        let mut items = vec![SelectItem::new("", words::CHOOSE_CASE)];
        items.extend(cases.iter().map(|(id, label)| SelectItem::new(id.clone(), label.clone())));
        view! {
            {typing.line(&id("role"), words::INTEREST_ROLE.into(), words::ROLES_HINT)}
            {typing.select(&id("case"), words::INTEREST_CASE.into(), items)}
            {typing.line(&id("what"), words::INTEREST_WHAT.into(), words::INTEREST_WHAT_HINT)}
            {typing.line(&id("handled"), words::INTEREST_HANDLED.into(), words::INTEREST_HANDLED_HINT)}
        }
        .into_any()
    };
    typing.list(names, row)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// The meeting as typed, or what is missing that the core cannot point at.
fn meeting_of(
    typing: Typing,
    id: ItemId,
    agencies: &[(AgencyId, String)],
) -> Result<Meeting, Vec<PageError>> {
    let mut wrong = Vec::new();
    let held_on = date_of(&typing.typed_date("held"));
    if held_on.is_none() {
        wrong.push(PageError::new("held", words::ENTER_HELD_ON).at("held-day"));
    }
    let chair = typing.text("chair");
    if chair.is_empty() {
        wrong.push(PageError::new("chair", words::ENTER_CHAIR));
    }
    let role = |role: &str, agency: Option<&AgencyId>| Present {
        role: role.to_owned(),
        agency: agency.cloned(),
    };
    let mut present = vec![role(&chair, None)];
    let mut absent = Vec::new();
    for (agency, name) in agencies {
        match typing.raw(&field(agency, "is")).as_str() {
            HERE => {
                let roles = typing.text(&field(agency, "roles"));
                if lines(&roles).next().is_none() {
                    wrong.push(PageError::new(field(agency, "roles"), words::enter_roles(name)));
                }
                present.extend(lines(&roles).map(|one| role(one, Some(agency))));
            }
            NOT_HERE => {
                let note = typing.text(&field(agency, "why"));
                absent.push(Absence { agency: agency.clone(), note });
            }
            _ => {}
        }
    }
    present.extend(lines(&typing.text("others")).map(|one| role(one, None)));
    let mut conflicts = Vec::new();
    for key in typing.rows(INTERESTS) {
        let case_field = row_field(&key, "case");
        match CaseRef::new(typing.raw(&case_field)) {
            Ok(case) => conflicts.push(ConflictOfInterest {
                role: typing.text(&row_field(&key, "role")),
                case,
                interest: typing.text(&row_field(&key, "what")),
                handled: typing.text(&row_field(&key, "handled")),
            }),
            Err(_) => wrong.push(PageError::new(case_field, words::CHOOSE_INTEREST_CASE)),
        }
    }
    match held_on {
        Some(held_on) if wrong.is_empty() => {
            Ok(Meeting { id, held_on, present, absent, conflicts, stamp: Desk::stamp() })
        }
        _ => Err(wrong),
    }
}

/// The box that an error is about: the first of its kind that is blank.
fn at_box(typing: Typing, agencies: &[AgencyId]) -> impl FnOnce(&MeetingError) -> String {
    let agencies = agencies.to_vec();
    move |error| {
        let found = match error {
            MeetingError::AbsenceWithoutNote => agencies
                .iter()
                .filter(|id| typing.raw(&field(id, "is")) == NOT_HERE)
                .map(|id| field(id, "why"))
                .find(|field| typing.text(field).is_empty()),
            MeetingError::InterestIncomplete => typing
                .rows(INTERESTS)
                .iter()
                .flat_map(|key| ["role", "what", "handled"].map(|name| row_field(key, name)))
                .find(|field| typing.text(field).is_empty()),
            _ => None,
        };
        found.unwrap_or_else(|| "chair".to_owned())
    }
}

/// What a meeting still lacks before the panel can judge, and who might be here (M-01, M-02, M-03).
pub fn quorum(workbook: &Workbook, id: &ItemId) -> AnyView {
    let Some(meeting) = workbook.meeting(id) else { return ().into_any() };
    let name = |id: &AgencyId| super::super::names::agency(workbook, id);
    let quorum = workbook.quorum(meeting);
    let line = |words: &str, agencies: &[AgencyId]| {
        (!agencies.is_empty()).then(|| {
            let names: Vec<String> = agencies.iter().map(name).collect();
            let text = sentence(&[words, " ", &names.join("; ")].concat());
            view! { <p class="govuk-body">{text}</p> }
        })
    };
    let noted: Vec<AgencyId> = quorum.noted.iter().cloned().collect();
    let said = |agency: &AgencyId| meeting.absent.iter().any(|one| one.agency == *agency);
    let mut not_here = workbook.m02_returned_and_not_here(meeting);
    not_here.retain(|agency| !said(agency));
    if !quorum.missing.is_empty() {
        let missing: Vec<String> = quorum.missing.iter().map(name).collect();
        let text = sentence(&[words::QUORUM_MISSING, " ", &missing.join("; ")].concat());
        return view! { <WarningText>{text}</WarningText>
        {line(words::RETURNED_NOT_HERE, &not_here)} }
        .into_any();
    }
    let met = noted.is_empty().then(|| view! { <p class="govuk-body">{words::QUORUM_MET}</p> });
    view! { {met}{line(words::QUORUM_NOTED, &noted)}{line(words::RETURNED_NOT_HERE, &not_here)} }
        .into_any()
}
