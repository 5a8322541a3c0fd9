//! The boxes of an issue between agencies: of a new one, and of one that is corrected (AP-11).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled, unknown};
use super::super::typing::Typing;
use super::form_read::{at_issue, ids};
use super::steps::date_boxes;
use super::steps_read::date;
use super::{Place, bodies, part, small, today, words};
use crate::browser::random;
use crate::id::ItemId;
use crate::panel::Workbook;
use crate::panel::actions::{Challenge, ap11_challenges};
use crate::text::shortened;
use crate::ui::govuk::{Button, Choice, PageError, PageErrors};
use crate::ui::router::go;

/// Actions that it is about.
const ACTIONS: &str = "issue-actions";
/// Letters of an action that is to be chosen.
const LETTERS: usize = 160;

/// The page on which a recorded issue is corrected.
pub fn page(desk: Desk, id: ItemId) -> AnyView {
    let find = |workbook: &Workbook| {
        let all = ap11_challenges(workbook, today()).into_iter();
        all.map(|view| view.challenge).find(|one| one.id == id)
    };
    let Some(known) = untrack(|| desk.with(find)) else { return unknown() };
    let errors = PageErrors::new();
    let typing = begun(desk, Some(&known), errors);
    let back = part(Place::Issue(known.id.clone()));
    view! {
        {titled(desk, words::CORRECT_ISSUE.to_owned(), (&back, words::BACK_TO_ISSUE), errors)}
        {said_line(desk)}
        {form(desk, typing, Some(known.id))}
    }
    .into_any()
}

/// The boxes with what is recorded, or of a new one.
pub fn begun(desk: Desk, known: Option<&Challenge>, errors: PageErrors) -> Typing {
    let (here, begins) = match known {
        Some(known) => (Place::CorrectIssue(known.id.clone()), boxes(known)),
        None => (Place::Issues, date_boxes("raised", Some(today()))),
    };
    Typing::new(desk, &part(here), "issue", begins, errors)
}

fn boxes(known: &Challenge) -> Vec<(String, String)> {
    let actions: Vec<&str> = known.actions.iter().map(ItemId::as_str).collect();
    let mut boxes =
        vec![("issue".to_owned(), known.issue.clone()), (ACTIONS.to_owned(), actions.join(" "))];
    boxes.extend(bodies::boxes("raised-by", &known.raised_by));
    boxes.extend(bodies::boxes("put-to", &known.put_to));
    boxes.extend(date_boxes("raised", Some(known.raised_on)));
    boxes
}

/// The form; once it is recorded, the page of the issue is shown.
pub fn form(desk: Desk, typing: Typing, known: Option<ItemId>) -> AnyView {
    let text = if known.is_some() { words::RECORD_CORRECTION } else { words::RECORD_ISSUE };
    let beat = RwSignal::new(0);
    let heard = move |_| beat.update(|beat| *beat += 1);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let id = known.clone().unwrap_or_else(random::id);
        let challenge = match read(typing, id) {
            Ok(challenge) => challenge,
            Err(faults) => {
                typing.errors.show(faults);
                return;
            }
        };
        let id = challenge.id.clone();
        let done = typing.record(move |book, _| book.record_challenge(challenge), at_issue);
        if done.is_some() {
            desk.say(words::ISSUE_RECORDED.to_owned());
            go(&desk.href(&part(Place::Issue(id))));
        }
    };
    view! {
        <form novalidate on:submit=submit on:change=heard>
            {typing.area("issue", small(words::ISSUE), words::ISSUE_HINT, 3)}
            {bodies::fields(desk, typing, "raised-by", small(words::RAISED_BY), beat)}
            {bodies::fields(desk, typing, "put-to", small(words::PUT_TO), beat)}
            {typing.date("raised", small(words::RAISED_ON), words::DATE_HINT)}
            {actions(desk, typing)}
            <Button text=text />
        </form>
    }
    .into_any()
}

/// Actions that it can be about; nothing where the plan has none.
fn actions(desk: Desk, typing: Typing) -> Option<AnyView> {
    let items: Vec<Choice> = desk.with(|workbook| {
        let all = workbook.actions().into_iter();
        all.map(|one| Choice::new(one.id.as_str(), named(workbook, &one.id))).collect()
    });
    let legend = small(words::ISSUE_ACTIONS);
    (!items.is_empty()).then(|| typing.checks(ACTIONS, legend, "", items))
}

/// "3. Write a checklist": an action by its number in the plan.
pub fn named(workbook: &Workbook, action: &ItemId) -> String {
    let mut all = (1_usize..).zip(workbook.actions());
    let found = all.find(|(_, one)| one.id == *action);
    found.map_or_else(String::new, |(number, one)| {
        [&number.to_string(), ". ", &shortened(&one.text, LETTERS)].concat()
    })
}

fn read(typing: Typing, id: ItemId) -> Result<Challenge, Vec<PageError>> {
    let mut faults = Vec::new();
    let mut side = |stem: &str| {
        let owner = bodies::owner(typing, stem);
        if owner.is_none() {
            faults.push(PageError::new([stem, "-body"].concat(), words::SELECT_BODY));
        }
        owner
    };
    let sides = (side("raised-by"), side("put-to"));
    let raised_on = date(typing, "raised", &mut faults);
    if raised_on.is_none() && faults.is_empty() {
        faults.push(PageError::new("raised", words::ENTER_DATE).at("raised-day"));
    }
    let ((Some(raised_by), Some(put_to)), Some(raised_on), true) =
        (sides, raised_on, faults.is_empty())
    else {
        return Err(faults);
    };
    Ok(Challenge {
        id,
        raised_by,
        put_to,
        raised_on,
        issue: typing.text("issue"),
        actions: ids(typing, ACTIONS, ItemId::new),
        stamp: Desk::stamp(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::actions::fixture::{day, item, owner, with_actions};
    use crate::panel::fixture::stamp;

    #[test]
    fn ap11_a_recorded_issue_stands_in_the_boxes_that_correct_it() {
        let known = Challenge {
            id: item("c1"),
            raised_by: owner("health", "Named nurse"),
            put_to: owner("police", "Head of public protection"),
            raised_on: day("2026-04-01"),
            issue: "Notifications come days late.".into(),
            actions: vec![item("a1"), item("a2")],
            stamp: stamp(),
        };
        let boxes = boxes(&known);
        let text = |name: &str| boxes.iter().find(|(known, _)| known == name).unwrap().1.as_str();
        assert_eq!(text("issue"), "Notifications come days late.");
        assert_eq!(text(ACTIONS), "a1 a2");
        assert_eq!(
            (text("raised-by-body"), text("put-to-role")),
            ("agency.health", "Head of public protection")
        );
        assert_eq!(
            [text("raised-day"), text("raised-month"), text("raised-year")],
            ["1", "4", "2026"]
        );
        let workbook = with_actions(&["a1", "a2"]);
        let want = "2. Write a checklist for strategy discussions";
        assert_eq!(named(&workbook, &item("a2")), want);
    }
}
