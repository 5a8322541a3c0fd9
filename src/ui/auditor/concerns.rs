//! Immediate concerns: told to a manager now, recorded here (C-01, C-02, C-04).

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::controls::{edits, page_caption, save_and_continue, save_line, saves};
use super::desk::Desk;
use super::page::go_to_place;
use super::route::Step;
use super::words;
use crate::audit_return::{ConcernKind, ImmediateConcern};
use crate::browser;
use crate::check::{ConcernPart, Place};
use crate::id::ItemId;
use crate::round::ConcernRoute;
use crate::store::{Change, ImmediateChange};
use crate::ui::dates::{date_of, text_of, time_of};
use crate::ui::govuk::{
    AddAnother, BackLink, Caption, Choice, DateInput, DateText, ErrorSummary, InsetText,
    PageErrors, PageTitle, Radios, TextInput, Textarea, WarningText,
};
use crate::ui::router::go;

const LIST: &str = "immediate-concerns";

/// The page on immediate concerns.
#[component]
pub fn ConcernsPage(
    /// The desk with the draft.
    desk: Desk,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let errors = PageErrors::new();
    let tasks = desk.href(&Step::Tasks);
    let route = desk.with(|open| open.invitation.round.concern_route.clone());
    let keys = desk.with(|open| {
        let concerns = open.ret.immediate_concerns.iter();
        concerns.map(|concern| concern.id.as_str().to_owned()).collect::<Vec<String>>()
    });
    let rows = RwSignal::new(keys);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.save_now();
        if errors.show(desk.errors_on(&Step::Concerns)) {
            go(&desk.href(&Step::Tasks));
        }
    };
    go_to_place(place);
    view! {
        <PageTitle text=words::IMMEDIATE program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::IMMEDIATE}</h1>
        <WarningText>{words::TELL_NOW}</WarningText>
        {contacts(route)}
        {save_line(desk)}
        <form novalidate on:submit=submit>
            <AddAnother id=LIST title=words::WHAT_YOU_PASSED_ON name=words::IMMEDIATE_ONE add_first=words::ADD_IMMEDIATE
                add_more=words::ADD_ANOTHER_IMMEDIATE rows=rows row=move |key: String| row(desk, &key, errors)
                on_add=move |()| {
                    let item = desk.fresh_item();
                    desk.edit(Change::ImmediateConcern(item.clone(), ImmediateChange::Add));
                    let now = Some(browser::now());
                    desk.edit(Change::ImmediateConcern(item.clone(), ImmediateChange::NoticedAt(now)));
                    rows.update(|rows| rows.push(item.as_str().to_owned()));
                }
                on_remove=move |key: String| {
                    if let Ok(item) = ItemId::new(key.clone()) {
                        desk.edit(Change::ImmediateConcern(item, ImmediateChange::Remove));
                    }
                    rows.update(|rows| rows.retain(|row| *row != key));
                }
                holds=move |key: String| concern(desk, &key).is_some_and(|one| !one.text.trim().is_empty()) />
            {save_and_continue(tasks)}
        </form>
    }
}

/// The board's own route, first of all (C-01).
fn contacts(route: ConcernRoute) -> AnyView {
    let out_of_hours = match route.out_of_hours.is_empty() {
        true => String::new(),
        false => [words::OUT_OF_HOURS, &route.out_of_hours].concat(),
    };
    let lines = [route.contact, route.telephone, route.email, route.hours, out_of_hours];
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p class="govuk-body">{line}</p> })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <InsetText>{lines}</InsetText> }.into_any()
}

fn concern(desk: Desk, key: &str) -> Option<ImmediateConcern> {
    desk.with(|open| open.ret.immediate_concerns.iter().find(|one| one.id.as_str() == key).cloned())
}

fn row(desk: Desk, key: &str, errors: PageErrors) -> AnyView {
    let Some(one) = concern(desk, key) else { return ().into_any() };
    let item = one.id.clone();
    let id = |part| Place::ImmediateConcern(one.id.clone(), part).key();
    let [kind, what] = [ConcernPart::Kind, ConcernPart::Text].map(id);
    let [role, how] = [ConcernPart::ToldRole, ConcernPart::ToldHow].map(id);
    let told_at = id(ConcernPart::ToldAt);
    let action = ["immediate_", key, "_their-action"].concat();
    let text = |change: fn(String) -> ImmediateChange| {
        let item = item.clone();
        edits(desk, move |text| Change::ImmediateConcern(item.clone(), change(text)))
    };
    let kinds = ConcernKind::ALL.map(|kind| Choice::new(kind.as_str(), kind.label())).into();
    let for_kind = item.clone();
    let on_kind = edits(desk, move |chosen: String| {
        let kind = ConcernKind::ALL.into_iter().find(|kind| kind.as_str() == chosen);
        Change::ImmediateConcern(for_kind.clone(), ImmediateChange::Kind(kind))
    });
    view! {
        <Radios id=kind.clone() legend=Caption::new(words::CONCERN_KIND) items=kinds on_change=on_kind
            value=one.kind.map(ConcernKind::as_str).unwrap_or_default() class="govuk-radios--small" error=errors.of(kind) />
        <Textarea id=what.clone() label=Caption::new(words::CONCERN_TEXT) hint=words::CONCERN_TEXT_HINT rows=3
            value=one.text on_input=text(ImmediateChange::Text) on_blur=saves(desk) error=errors.of(what) />
        <TextInput id=role.clone() label=Caption::new(words::TOLD_ROLE) hint=words::TOLD_ROLE_HINT value=one.told_role
            on_input=text(ImmediateChange::ToldRole) on_blur=saves(desk) error=errors.of(role) />
        {moment(desk, item.clone(), told_at, one.told_at, errors)}
        <TextInput id=how.clone() label=Caption::new(words::TOLD_HOW) value=one.told_how
            on_input=text(ImmediateChange::ToldHow) on_blur=saves(desk) error=errors.of(how) />
        <Textarea id=action label=Caption::new(words::THEIR_ACTION) rows=2 value=one.their_action
            on_input=text(ImmediateChange::TheirAction) on_blur=saves(desk) />
    }
    .into_any()
}

/// When they were told: a date and a time of this computer's time zone.
fn moment(
    desk: Desk,
    item: ItemId,
    id: String,
    value: Option<DateTime<Utc>>,
    errors: PageErrors,
) -> AnyView {
    let local = value.map(browser::local);
    let date = StoredValue::new(text_of(local.map(|local| local.date())));
    let time =
        StoredValue::new(local.map(|local| local.format("%H:%M").to_string()).unwrap_or_default());
    let keep = StoredValue::new(move || {
        let at = date.with_value(date_of).zip(time.with_value(|time| time_of(time)));
        let told = at.map(|(date, time)| browser::from_local(date.and_time(time)));
        desk.edit(Change::ImmediateConcern(item.clone(), ImmediateChange::ToldAt(told)));
    });
    let on_date = move |typed: DateText| {
        date.set_value(typed);
        keep.with_value(|keep| keep());
    };
    let on_time = move |typed: String| {
        time.set_value(typed);
        keep.with_value(|keep| keep());
    };
    let time_id = [&id, "-time"].concat();
    view! {
        <DateInput id=id.clone() legend=Caption::new(words::TOLD_DATE) value=date.get_value() on_input=on_date
            error=errors.of(id) />
        <TextInput id=time_id label=Caption::new(words::TOLD_TIME) hint=words::TIME_HINT class="govuk-input--width-5"
            value=time.get_value() on_input=on_time />
    }
    .into_any()
}
