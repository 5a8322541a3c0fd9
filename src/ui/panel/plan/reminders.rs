//! Dates of the plan for people's own calendars.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::titled;
use super::super::typing::Typing;
use super::{Place, bodies, identifying, part, small, today, words};
use crate::browser::{files, now};
use crate::panel::actions::{Body, Withholding};
use crate::panel::guard_of_question;
use crate::report::calendar::{i08_reminders, icalendar, reminders};
use crate::report::{Identifies, i08_reminders_may_go};
use crate::store::{file_name, i08_named};
use crate::text::capitalised;
use crate::ui::govuk::{Button, PageError, PageErrors, SelectItem};

const CALENDAR: &str = "text/calendar";
/// Days before, unless somebody says otherwise.
const DAYS: &str = "14";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let begins = [("days".to_owned(), DAYS.to_owned())];
    let typing = Typing::new(desk, &part(Place::Reminders), "reminders", begins, errors);
    let (said, is_meant) = (RwSignal::new(String::new()), RwSignal::new(false));
    let owners: Vec<(String, Body, String)> = desk.with(|workbook| {
        let bodies = workbook.bodies_with_open_actions().into_iter();
        bodies.map(|body| (bodies::named(&body), body.clone(), body.name(workbook))).collect()
    });
    let items = owners.iter().map(|(key, _, name)| SelectItem::new(key.clone(), name.clone()));
    let items = std::iter::once(SelectItem::new("", words::ALL_REMINDERS)).chain(items).collect();
    let owners = StoredValue::new(owners);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        said.set(String::new());
        let chosen = typing.raw("whose");
        let of =
            owners.with_value(|owners| owners.iter().find(|(key, ..)| *key == chosen).cloned());
        match save(desk, of, &typing.text("days"), is_meant.get_untracked()) {
            Ok(text) => {
                errors.show(Vec::new());
                said.set(text);
            }
            Err(wrong) => drop(errors.show(vec![wrong])),
        }
    };
    view! {
        {titled(desk, words::REMINDERS.to_owned(), (&part(Place::Board), words::BACK_TO_PLAN), errors)}
        <p class="govuk-body">{words::REMINDERS_EXPLAINED}</p>
        {identifying::warning(desk, is_meant)}
        <form novalidate on:submit=submit>
            {typing.select("whose", small(words::WHOSE), items)}
            {typing.number("days", small(words::DAYS_BEFORE), words::DAYS_BEFORE_HINT)}
            <Button text=words::SAVE_CALENDAR id="save-calendar" />
        </form>
        <p class="govuk-body" role="status">{move || said.get()}</p>
    }
    .into_any()
}

/// Saves the file; gives what is said of it.
fn save(
    desk: Desk,
    of: Option<(String, Body, String)>,
    days: &str,
    is_meant: bool,
) -> Result<String, PageError> {
    let days: u32 = days.parse().map_err(|_| PageError::new("days", words::WRITE_DAYS))?;
    let body = of.as_ref().map(|(_, body, _)| body);
    let whose = of.as_ref().map_or(words::ALL_REMINDERS, |(_, _, name)| name.as_str());
    let made = desk.try_with(|workbook| {
        let round = &workbook.plan().round;
        let whole = reminders(workbook, body, today(), days);
        let guard = guard_of_question(round, now());
        let may_go = i08_reminders_may_go(&round.title, &whole, &guard);
        let without = Withholding::of(workbook, now(), is_meant);
        let title = [without.text(&round.title).as_str(), ": ", words::PLAN].concat();
        let named = [i08_named(round), " ", words::PLAN].concat();
        (i08_reminders(workbook, body, today(), days, &without), (title, named), may_go)
    });
    let (reminders, (title, named), may_go) =
        made.ok_or_else(|| PageError::new("", super::super::words::NO_ROUND_OPEN))?;
    if reminders.is_empty() {
        return Err(PageError::new("whose", words::NOTHING_DUE));
    }
    let said = |why: Identifies| [&capitalised(&why.to_string()), "."].concat();
    may_go.map_err(|why| PageError::new("save-calendar", said(why)))?;
    let file = icalendar(&title, &reminders, now());
    let name = file_name(&["reminders", whose, &named], "ics");
    files::save(&name, CALENDAR, file.as_bytes())
        .map_err(|error| PageError::new("save-calendar", error.to_string()))?;
    Ok(words::calendar_saved(reminders.len(), &name))
}
