//! The chronology (CH-01 to CH-03).

use leptos::prelude::*;

use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, saves_and_continues,
    source_select,
};
use super::dates::DatedPage;
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::page::go_to_place;
use super::questions::beside;
use super::route::Step;
use super::rows::{ListNames, RowEdit, rows};
use super::words;
use crate::audit_return::{About, AnchorEvent, ChronologyEntry};
use crate::check::{EntryPart, Place};
use crate::chronology::{ANCHOR_DATE, date_key, longest_gap, when_words};
use crate::id::ItemId;
use crate::store::{Change, ChronologyChange, EntryChange};
use crate::ui::govuk::{
    BackLink, Caption, Checkboxes, Choice, ErrorMessage, ErrorSummary, InsetText, PageTitle,
    Radios, Textarea,
};

/// A silence of more days than this is pointed out.
const LONG_SILENCE: i32 = 60;

fn edit(page: DatedPage, change: ChronologyChange) {
    page.edit(Change::Chronology(change));
}

fn edit_entry(page: DatedPage, item: &ItemId, part: EntryChange) {
    edit(page, ChronologyChange::Entry(item.clone(), part));
}

fn entry(page: DatedPage, item: &ItemId) -> Option<ChronologyEntry> {
    page.desk.with(|open| open.ret.chronology.entries.iter().find(|one| one.id == *item).cloned())
}

/// The page of the chronology.
#[component]
pub fn ChronologyPage(
    /// The desk with the draft.
    desk: Desk,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let page = DatedPage::new(desk);
    let errors = page.errors;
    let tasks = desk.href(&Step::Tasks);
    let required = desk.with(|open| open.invitation.round.policy.chronology_required);
    let asked = if required { words::CHRONOLOGY_REQUIRED } else { words::CHRONOLOGY_OPTIONAL };
    let submit = saves_and_continues(desk, errors, Step::Chronology, || Step::Tasks);
    go_to_place(place);
    view! {
        <PageTitle text=words::CHRONOLOGY program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::CHRONOLOGY}</h1>
        <p class="govuk-body-l">{words::CHRONOLOGY_LEAD}</p>
        <p class="govuk-body">{asked}</p>
        <InsetText>{words::CHRONOLOGY_DATES}</InsetText>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            {anchor(page)}
            {entries(page)}
            {move || silence(page)}
            {beside(desk, &About::Chronology, errors)}
            {save_and_continue(tasks)}
        </form>
    }
}

/// The event that days are counted from.
fn anchor(page: DatedPage) -> AnyView {
    let now = page.desk.with(|open| open.ret.chronology.anchor);
    let chosen = RwSignal::new(now);
    let id = Place::ChronologyAnchor.key();
    let items =
        AnchorEvent::ALL.map(|event| Choice::new(event.as_str(), capital(event.phrase()))).into();
    let on_change = Callback::new(move |value: String| {
        let event = AnchorEvent::ALL.into_iter().find(|event| event.as_str() == value);
        chosen.set(event);
        edit(page, ChronologyChange::Anchor(event));
    });
    let dated = Memo::new(move |_| chosen.get().is_some_and(|event| event != AnchorEvent::Audit));
    let day = move || {
        let id = [ANCHOR_DATE, "-date"].concat();
        dated.get().then(|| {
            page.date(id, ANCHOR_DATE.to_owned(), legend(words::ANCHOR_DAY), words::DATE_HINT)
        })
    };
    view! {
        <Radios id=id.clone() legend=legend(words::ANCHOR) hint=words::ANCHOR_HINT items=items
            value=now.map(AnchorEvent::as_str).unwrap_or_default() on_change=on_change
            error=page.errors.of(id) class="govuk-radios--small" />
        {day}
    }
    .into_any()
}

/// "The referral" for "the referral".
fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    let first = letters.next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    [&first, letters.as_str()].concat()
}

fn entries(page: DatedPage) -> AnyView {
    let entries = page.desk.with(|open| open.ret.chronology.entries.clone());
    let id = Place::Chronology.key();
    let error = page.errors.of(id.clone());
    let error_id = [&id, "-error"].concat();
    let names = ListNames {
        id,
        title: words::ENTRIES.to_owned(),
        level: 2,
        hint: String::new(),
        name: words::ENTRY,
        add_first: words::ADD_ENTRY,
        add_more: words::ADD_ANOTHER_ENTRY,
    };
    let edit = move |item: ItemId, what| {
        let part = match what {
            RowEdit::Add => EntryChange::Add,
            RowEdit::Remove => EntryChange::Remove,
        };
        edit_entry(page, &item, part);
    };
    let items = entries.into_iter().map(|entry| entry.id);
    view! {
        {move || error.get().map(|text| view! { <ErrorMessage id=error_id.clone() text=text /> })}
        {rows(page.desk, names, items, edit, move |item| holds(page, item), move |item| row(page, item))}
    }
    .into_any()
}

fn holds(page: DatedPage, item: &ItemId) -> bool {
    entry(page, item).is_some_and(|entry| {
        let typed = !page.desk.typed(&date_key(item)).is_blank();
        typed || entry != ChronologyEntry::empty(entry.id.clone())
    })
}

fn row(page: DatedPage, item: &ItemId) -> AnyView {
    let Some(entry) = entry(page, item) else { return ().into_any() };
    let desk = page.desk;
    let item = entry.id.clone();
    let id = |part| Place::ChronologyEntry(item.clone(), part).key();
    let [text_id, date_id, notes_id, so_what] =
        [EntryPart::Text, EntryPart::Date, EntryPart::Context, EntryPart::SoWhat].map(id);
    let text = |change: fn(String) -> EntryChange| {
        let item = item.clone();
        edits(desk, move |text| {
            Change::Chronology(ChronologyChange::Entry(item.clone(), change(text)))
        })
    };
    let for_source = item.clone();
    let on_source = edits(desk, move |source| {
        let part = EntryChange::Source(source);
        Change::Chronology(ChronologyChange::Entry(for_source.clone(), part))
    });
    let date =
        page.date(date_id, date_key(&item), Caption::new(words::DATE), words::ENTRY_DATE_HINT);
    let source = [&text_id, "-source"].concat();
    view! {
        {date}
        {notes(page, &entry, notes_id)}
        <p class="govuk-body-s">{when(page, item.clone())}</p>
        {guarded(desk, &text_id, view! { <Textarea id=text_id.clone() described_by=found_under(&text_id) label=Caption::new(words::ENTRY_TEXT) hint=words::ENTRY_TEXT_HINT rows=3
            value=entry.text on_input=text(EntryChange::Text) on_blur=saves(desk) error=page.errors.of(text_id.clone()) /> })}
        {guarded(desk, &so_what, view! { <Textarea id=so_what.clone() described_by=found_under(&so_what) label=Caption::new(words::ENTRY_SO_WHAT) hint=words::ENTRY_SO_WHAT_HINT rows=2
            value=entry.so_what on_input=text(EntryChange::SoWhat) on_blur=saves(desk) error=page.errors.of(so_what.clone()) /> })}
        {source_select(source, words::SOURCE.to_owned(), entry.source, on_source)}
    }
    .into_any()
}

/// What is said of the date besides.
fn notes(page: DatedPage, entry: &ChronologyEntry, id: String) -> AnyView {
    let item = entry.id.clone();
    // First the one that a notice leads to (CH-02).
    let items = vec![
        Choice::new("context", words::ENTRY_CONTEXT),
        Choice::new("about", words::ENTRY_ABOUT),
        Choice::new("undated", words::ENTRY_UNDATED),
    ];
    let set = [(entry.context, "context"), (entry.about, "about"), (entry.undated, "undated")];
    let values = set.into_iter().filter(|(set, _)| *set).map(|(_, value)| value.to_owned());
    let on_change = Callback::new(move |chosen: Vec<String>| {
        let has = |value: &str| chosen.iter().any(|one| one == value);
        edit_entry(page, &item, EntryChange::Context(has("context")));
        edit_entry(page, &item, EntryChange::About(has("about")));
        edit_entry(page, &item, EntryChange::Undated(has("undated")));
    });
    view! {
        <Checkboxes id=id legend=Caption::new(words::ABOUT_THIS_DATE) items=items values=values.collect()
            on_change=on_change class="govuk-checkboxes--small" />
    }
    .into_any()
}

/// When it happened, as the panel will read it.
fn when(page: DatedPage, item: ItemId) -> impl Fn() -> String + Send + Sync + 'static {
    move || {
        page.track();
        let anchor = page.desk.with(|open| open.ret.chronology.anchor);
        entry(page, &item).map(|entry| when_words(anchor, &entry)).unwrap_or_default()
    }
}

fn silence(page: DatedPage) -> Option<AnyView> {
    page.track();
    let gap = page.desk.with(|open| longest_gap(&open.ret.chronology, LONG_SILENCE))?;
    Some(view! { <InsetText>{words::longest_gap(gap.days())}</InsetText> }.into_any())
}
