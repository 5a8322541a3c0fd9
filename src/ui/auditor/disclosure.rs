//! What practitioners must not read of a return: marked on the page on which everything is read once more
//! (edge case 32).

use leptos::prelude::*;

use super::desk::Desk;
use super::words;
use crate::audit_return::Return;
use crate::check::{TextForPractitioners, TextsOfArea, ec32_marked_texts, ec32_texts_by_area};
use crate::store::Change;
use crate::text::shortened;
use crate::tool::Tool;
use crate::ui::govuk::{Caption, Checkboxes, Choice, Details, SummaryRow};

/// How many letters of a text stand under its label; the whole of a longer one is behind a link.
const BEGINNING: usize = 200;

/// Every text that a copy would show, to tick, area by area; nothing of a nil return, of which there is no copy.
pub fn to_mark(desk: Desk, ret: &Return, tool: &Tool) -> Option<AnyView> {
    let areas = ec32_texts_by_area(ret, tool);
    if ret.is_nil() || areas.is_empty() {
        return None;
    }
    let open = areas.iter().any(|area| is_any_marked(area, ret));
    let areas: Vec<AnyView> = areas
        .into_iter()
        .zip(1_usize..)
        .map(|(area, number)| area_view(desk, ret, area, number))
        .collect();
    Some(
        view! {
            <Details summary=words::NOT_FOR_PRACTITIONERS open=open id="not-for-practitioners">
                <h2 class="govuk-heading-m">{words::WHICH_TEXTS}</h2>
                <p class="govuk-hint">{words::WHICH_TEXTS_HINT}</p>
                {areas}
            </Details>
        }
        .into_any(),
    )
}

/// The texts of one area, behind a heading: whoever has none to mark there passes all of them with one key.
fn area_view(desk: Desk, ret: &Return, area: TextsOfArea, number: usize) -> AnyView {
    let open = is_any_marked(&area, ret);
    let title = area.title.unwrap_or_else(|| words::TEXTS_IN_NO_AREA.to_owned());
    let summary = words::texts_of_area(&title, area.texts.len());
    let keys: Vec<String> = area.texts.iter().map(|one| one.place.key()).collect();
    let values: Vec<String> = keys.iter().filter(|key| ret.withholds(key)).cloned().collect();
    let items: Vec<Choice> = area.texts.into_iter().map(item).collect();
    let on_change = Callback::new(move |chosen: Vec<String>| mark(desk, &keys, &chosen));
    let id = ["do-not-disclose-", &number.to_string()].concat();
    let legend = Caption::new(words::which_texts_of(&title)).hidden();
    view! {
        <Details summary=summary open=open heading=true class="app-disclosure-area">
            <Checkboxes id=id legend=legend items=items values=values on_change=on_change
                class="govuk-checkboxes--small" />
        </Details>
    }
    .into_any()
}

fn is_any_marked(area: &TextsOfArea, ret: &Return) -> bool {
    area.texts.iter().any(|one| ret.withholds(&one.place.key()))
}

/// A text to tick: by its label and how it begins.
fn item(one: TextForPractitioners) -> Choice {
    let TextForPractitioners { place, label, text } = one;
    let beginning = shortened(&text, BEGINNING);
    let is_whole = beginning == text;
    let choice = Choice::new(place.key(), label.clone()).hint(beginning);
    if is_whole {
        return choice;
    }
    let of_what = [": ", &label].concat();
    choice.more(view! {
        <Details summary=words::WHOLE_TEXT hidden=of_what class="app-whole-text">
            <span class="app-plain-text">{text}</span>
        </Details>
    })
}

fn mark(desk: Desk, keys: &[String], chosen: &[String]) {
    let before = desk.with(|open| open.ret.do_not_disclose.clone());
    for key in keys {
        let marked = chosen.contains(key);
        if marked != before.contains(key) {
            desk.edit(Change::DoNotDisclose(key.clone(), marked));
        }
    }
    desk.save_soon();
}

/// What is marked, to read.
pub fn marked(ret: &Return, tool: &Tool) -> Vec<SummaryRow> {
    let row = |one: TextForPractitioners| SummaryRow::text(one.label, one.text);
    ec32_marked_texts(ret, tool).into_iter().map(row).collect()
}
