//! Reminders: a text for each agency that owes a return or an answer, whom to ask, and when they were asked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::desk::Desk;
use super::page::{LINES, Paging, titled};
use super::route::Part;
use super::typing::Typing;
use super::words::register as own;
use crate::browser::{local, now};
use crate::id::AgencyId;
use crate::panel::expectation::{AgencyContact, chasers};
use crate::ui::anew::built_anew;
use crate::ui::dates::moment;
use crate::ui::govuk::{Button, ButtonGroup, ButtonKind, Caption, PageErrors, Size, TextInput};

/// The page of the reminders.
#[component]
pub fn RemindersPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    let errors = PageErrors::new();
    let all = Memo::new(move |_| {
        let today = local(now()).date();
        desk.with(|workbook| {
            let all = chasers(workbook, today).into_iter();
            all.map(|(agency, text)| (agency.agency, agency.name, text)).collect::<Vec<_>>()
        })
    });
    let paging = Paging::new("reminders");
    let list = move || {
        let shown = paging.shown(all.with(Vec::len), LINES);
        let here = all.with(|all| shown.of_list(all).to_vec());
        if here.is_empty() {
            return view! { <p class="govuk-body">{own::NOTHING_OWED}</p> }.into_any();
        }
        let one = |(agency, name, text)| built_anew(one(desk, agency, name, text, errors));
        let views: Vec<AnyView> = untrack(|| here.into_iter().map(one).collect());
        paging.around(own::REMINDERS, &shown, views.into_any())
    };
    view! {
        {titled(desk, own::REMINDERS.to_owned(), (&Part::Matrix, own::BACK_TO_MATRIX), errors)}
        <p class="govuk-body">{own::REMINDERS_EXPLAINED}</p>
        {list}
    }
}

fn one(desk: Desk, agency: AgencyId, name: String, text: String, errors: PageErrors) -> AnyView {
    let id = |what: &str| [what, "-", agency.as_str()].concat();
    let (text_id, copy_id, note_id) = (id("reminder"), id("copy"), id("note"));
    let said = RwSignal::new("");
    let (to_copy, to_note) = (text.clone(), agency.clone());
    let copy = move |()| copy(to_copy.clone(), said);
    let note = move |()| {
        // Refused only for an agency that has left the round: the page no longer shows it then.
        drop(desk.decide(|workbook, stamp| workbook.note_chase(&to_note, stamp)));
    };
    let of = agency.clone();
    let reminded = move || reminded(desk, &of);
    view! {
        <section class="app-reminder">
            <h2 class="govuk-heading-m">{name.clone()}</h2>
            <p class="govuk-body" role="status">{reminded}</p>
            <p class="app-plain-text app-letter" id=text_id>{text}</p>
            <p class="govuk-body-s" role="status">{move || said.get()}</p>
            <ButtonGroup>
                <Button text=own::COPY_TEXT kind=ButtonKind::Secondary on_click=copy id=copy_id />
                <Button text=own::NOTE_REMINDED kind=ButtonKind::Secondary on_click=note once=true id=note_id />
            </ButtonGroup>
            {contact(desk, agency, &name, errors)}
        </section>
    }
    .into_any()
}

fn reminded(desk: Desk, agency: &AgencyId) -> String {
    let today = local(now()).date();
    let times: Vec<String> = desk.with(|workbook| {
        workbook.chases(agency).map(|chase| moment(local(chase.stamp.at), today)).collect()
    });
    match times.is_empty() {
        true => own::NEVER_REMINDED.to_owned(),
        false => [own::REMINDED, ": ", &times.join("; ")].concat(),
    }
}

fn copy(text: String, said: RwSignal<&'static str>) {
    spawn_local(async move {
        let copied = crate::browser::clipboard::copy(&text);
        let word = match JsFuture::from(copied).await {
            Ok(_) => own::COPIED,
            Err(_) => own::NOT_COPIED,
        };
        let _ = said.try_set(word);
    });
}

/// Whom to ask. Not looked through for names: it goes nowhere.
fn contact(desk: Desk, agency: AgencyId, name: &str, errors: PageErrors) -> AnyView {
    let kept = desk.with(|workbook| workbook.contact(&agency).cloned()).unwrap_or_default();
    let said = RwSignal::new("");
    let id = |what: &str| [what, "-", agency.as_str()].concat();
    let (contact_id, substitute_id, keep_id) = (id("contact"), id("substitute"), id("keep"));
    let recorded = [(contact_id.clone(), kept.contact), (substitute_id.clone(), kept.substitute)];
    let typing = Typing::new(desk, &Part::Reminders, agency.as_str(), recorded, errors);
    let (to_contact, to_substitute) = (contact_id.clone(), substitute_id.clone());
    let keep = move |()| {
        let (contact, substitute) = (typing.raw(&to_contact), typing.raw(&to_substitute));
        let contact = AgencyContact { contact, substitute };
        let done = typing.record(
            |workbook, stamp| workbook.set_contact(&agency, contact, stamp),
            |_| to_contact.clone(),
        );
        said.set(if done.is_some() { own::CONTACT_KEPT } else { "" });
    };
    let label = |text: &str| Caption::new([text, " (", name, ")"].concat()).size(Size::S);
    let boxed = |id: &str, called: &str, hint: &str| {
        view! {
            <TextInput id=id.to_owned() label=label(called) hint=hint value=typing.raw(id)
                on_input=typing.keeps(id) error=errors.of(id) />
        }
        .into_any()
    };
    view! {
        {boxed(&contact_id, own::CONTACT, own::CONTACT_HINT)}
        {boxed(&substitute_id, own::SUBSTITUTE, "")}
        <Button text=own::KEEP_CONTACT kind=ButtonKind::Secondary on_click=keep id=keep_id />
        <p class="govuk-body-s" role="status">{move || said.get()}</p>
    }
    .into_any()
}
