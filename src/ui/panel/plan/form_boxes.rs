//! The boxes of an action (domain 4.12).

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::typing::{RowNames, Typing};
use super::form::with_advice;
use super::steps::date_boxes;
use super::{bodies, small, today, words};
use crate::id::{AreaId, ItemId, ThemeId};
use crate::panel::Workbook;
use crate::panel::actions::{Action, ActionNotice, Priority};
use crate::panel::findings::findings;
use crate::panel::manuscript::Passage;
use crate::report::document::build::recommendations_told;
use crate::text::{Token as _, long_date, shortened};
use crate::ui::govuk::{Choice, InsetText};

/// List of those who take part.
pub const OTHERS: &str = "others";
/// List of the milestones.
pub const MILESTONES: &str = "milestones";
/// Letters of a recommendation that is to be chosen.
const LETTERS: usize = 200;

/// The stem of the boxes of a row.
pub fn stem(list: &str, key: &str) -> String {
    [list, "-", key].concat()
}

/// A recorded action as it stands in the boxes: findings as they are now, without those that were dropped, and
/// recommendations that the report still has.
pub fn boxes(workbook: &Workbook, action: &Action) -> Vec<(String, String)> {
    let items = |ids: &[ItemId]| ids.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" ");
    let areas: Vec<&str> = action.areas.iter().map(AreaId::as_str).collect();
    let themes: Vec<&str> = action.themes.iter().map(ThemeId::as_str).collect();
    let recommendations = there(workbook, action.recommendations.iter().map(ItemId::as_str));
    let mut boxes: Vec<(String, String)> = [
        ("recommendations", recommendations.join(" ")),
        ("text", action.text.clone()),
        ("outcome", action.outcome.clone()),
        ("measure", action.measure.clone()),
        ("evidence", action.evidence_expected.clone()),
        ("resources", action.resources.clone()),
        ("priority", action.priority.token()),
        ("findings", items(&workbook.findings_now(&action.findings))),
        ("areas", areas.join(" ")),
        ("themes", themes.join(" ")),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into();
    boxes.extend(bodies::boxes("owner", &action.owner));
    for (name, date) in [
        ("agreed", action.agreed),
        ("start", action.start),
        ("due", action.due),
        ("again", action.audit_again),
    ] {
        boxes.extend(date_boxes(name, date));
    }
    let keys = |count: usize| (1..=count).map(|at| ["r", &at.to_string()].concat());
    let others: Vec<String> = keys(action.contributors.len()).collect();
    boxes.push((OTHERS.to_owned(), others.join(" ")));
    for (key, other) in others.iter().zip(&action.contributors) {
        boxes.extend(bodies::boxes(&stem(OTHERS, key), other));
    }
    // A milestone keeps its id, by which it is known whether it was reached.
    let ids = action.milestones.iter().map(|one| one.id.to_string());
    boxes.push((MILESTONES.to_owned(), ids.collect::<Vec<_>>().join(" ")));
    for one in &action.milestones {
        let stem = stem(MILESTONES, one.id.as_str());
        boxes.push(([&stem, "-text"].concat(), one.text.clone()));
        boxes.extend(date_boxes(&[&stem, "-due"].concat(), one.due));
    }
    boxes
}

/// Which of these recommendations the report still has: those that were withdrawn have no box.
fn there<'a>(workbook: &Workbook, ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let all = workbook.recommendations();
    let is_there = |id: &&str| all.iter().any(|one| one.id.as_str() == *id);
    ids.filter(is_there).map(str::to_owned).collect()
}

/// R-02: recommendations to choose from, by their numbers and in the words of the plan.
fn choices(workbook: &Workbook, today: NaiveDate) -> Vec<(ItemId, String)> {
    let told = recommendations_told(workbook, today);
    let all = (1_usize..).zip(workbook.recommendations());
    let choice = |(number, one): (usize, &Passage)| {
        let text = told.get(&one.id).map(|told| told.lines.join(" ")).unwrap_or_default();
        (one.id.clone(), [&number.to_string(), ". ", &shortened(&text, LETTERS)].concat())
    };
    all.map(choice).collect()
}

/// Unticks what was withdrawn since it was ticked: nobody could, where no box of it is shown.
pub fn untick_withdrawn(desk: Desk, typing: Typing) {
    let ticked = typing.chosen("recommendations");
    let of_report = |workbook: &Workbook| there(workbook, ticked.iter().map(String::as_str));
    let left = untrack(|| desk.with(of_report));
    if left != ticked {
        typing.set("recommendations", left.join(" "));
    }
}

/// What is to be done, how it is known, whose it is and until when. `fixed` is a date that was agreed.
pub fn how(
    desk: Desk,
    typing: Typing,
    notices: Memo<Vec<ActionNotice>>,
    beat: RwSignal<u32>,
    fixed: Option<NaiveDate>,
    carried: bool,
) -> AnyView {
    let recommendations: Vec<Choice> = desk.with(|workbook| {
        let choices = choices(workbook, today()).into_iter();
        choices.map(|(id, text)| Choice::new(id.as_str(), text)).collect()
    });
    let hint = if carried { words::RECOMMENDATIONS_CARRIED } else { "" };
    let recommendations = (!recommendations.is_empty()).then(|| {
        let legend = small(words::PUTS_INTO_PRACTICE);
        typing.checks("recommendations", legend, hint, recommendations)
    });
    let due = match fixed {
        Some(due) => {
            view! { <InsetText>{words::due_is_agreed(&long_date(due))}</InsetText> }.into_any()
        }
        None => typing.date("due", small(words::DUE), words::DATE_HINT),
    };
    let beside = move |field: &'static str, control: AnyView| with_advice(notices, field, control);
    let text = typing.area("text", small(words::WHAT), words::WHAT_HINT, 3);
    let measure = typing.area("measure", small(words::MEASURE), words::MEASURE_HINT, 2);
    let owner = bodies::fields(desk, typing, "owner", small(words::OWNER), beat);
    let agreed = typing.date("agreed", small(words::AGREED), words::AGREED_HINT);
    view! {
        {beside("recommendations", recommendations.into_any())}
        {beside("text", text)}
        {typing.area("outcome", small(words::OUTCOME), words::OUTCOME_HINT, 2)}
        {beside("measure", measure)}
        {typing.area("evidence", small(words::EVIDENCE_EXPECTED), "", 2)}
        {beside("owner", owner)}
        {beside("agreed", agreed)}
        {beside("due", due)}
    }
    .into_any()
}

/// Who else takes part, what it takes, and the steps on the way.
pub fn more(
    desk: Desk,
    typing: Typing,
    notices: Memo<Vec<ActionNotice>>,
    beat: RwSignal<u32>,
) -> AnyView {
    let priorities = Priority::ALL.map(|one| Choice::new(one.token(), one.label())).into();
    view! {
        {with_advice(notices, "contributors", others(desk, typing, beat))}
        {typing.area("resources", small(words::RESOURCES), words::RESOURCES_HINT, 2)}
        {typing.date("start", small(words::START), words::DATE_HINT)}
        {milestones(typing)}
        {typing.radios("priority", small(words::PRIORITY), "", priorities, None)}
        {typing.date("again", small(words::AUDIT_AGAIN), words::AGAIN_HINT)}
    }
    .into_any()
}

fn others(desk: Desk, typing: Typing, beat: RwSignal<u32>) -> AnyView {
    let names = RowNames {
        id: OTHERS,
        title: words::OTHERS,
        hint: words::OTHERS_HINT,
        name: words::OTHER,
        add_first: words::ADD_OTHER,
        add_more: words::ADD_MORE_OTHERS,
    };
    typing.list(names, move |key| {
        bodies::fields(desk, typing, &stem(OTHERS, &key), words::BODY.into(), beat)
    })
}

fn milestones(typing: Typing) -> AnyView {
    let names = RowNames {
        id: MILESTONES,
        title: words::MILESTONES,
        hint: words::MILESTONES_HINT,
        name: words::MILESTONE,
        add_first: words::ADD_MILESTONE,
        add_more: words::ADD_MORE_MILESTONES,
    };
    typing.list(names, move |key| {
        let stem = stem(MILESTONES, &key);
        view! {
            {typing.line(&[&stem, "-text"].concat(), words::MILESTONE_TEXT.into(), "")}
            {typing.date(&[&stem, "-due"].concat(), words::MILESTONE_DUE.into(), "")}
        }
        .into_any()
    })
}

/// Findings, areas and themes that it is about.
pub fn about(desk: Desk, typing: Typing) -> AnyView {
    let (found, areas, themes) = desk.with(|workbook| {
        let found = findings(workbook).into_iter();
        let found =
            found.map(|one| Choice::new(one.finding.id.as_str(), one.finding.text)).collect();
        let areas = workbook.plan().round.tool.areas.iter();
        let areas = areas
            .map(|one| Choice::new(one.id.as_str(), names::area(workbook, Some(&one.id))))
            .collect();
        let themes = workbook.themes().into_iter();
        let themes = themes.map(|one| Choice::new(one.id.as_str(), one.label)).collect();
        (found, areas, themes)
    });
    let checks = |id: &str, label: &str, items: Vec<Choice>| {
        (!items.is_empty()).then(|| typing.checks(id, small(label), "", items))
    };
    view! {
        {checks("findings", words::FINDINGS, found)}
        {checks("areas", words::AREAS, areas)}
        {checks("themes", words::THEMES, themes)}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::actions::fixture::{action, day, item, planned, recommendation};

    #[test]
    fn ap03_a_recommendation_that_was_withdrawn_is_chosen_no_more() {
        let mut workbook = planned();
        let both = Action { recommendations: vec![item("r1"), item("r2")], ..action("a1") };
        workbook.record_action(both.clone()).unwrap();
        let chosen = |workbook: &Workbook| {
            let boxes = boxes(workbook, &both);
            boxes.into_iter().find(|(name, _)| name == "recommendations").map(|(_, text)| text)
        };
        assert_eq!(chosen(&workbook).as_deref(), Some("r1 r2"));
        let mut gone = recommendation("r1", "Police should share plans.");
        gone.removed = true;
        workbook.record_passage(gone).unwrap();
        assert_eq!(chosen(&workbook).as_deref(), Some("r2"));
    }

    #[test]
    fn r02_a_recommendation_is_chosen_in_the_words_of_the_plan_and_never_as_a_pattern() {
        let mut workbook = planned();
        let pattern = recommendation("r1", "**Police** should see children {in:seen}.");
        workbook.record_passage(pattern).unwrap();
        let all = choices(&workbook, day("2026-07-01"));
        let told: Vec<&str> = all.iter().map(|(_, text)| text.as_str()).collect();
        let want = [
            "1. Police should see children [number of cases].",
            "2. The board should audit again.",
        ];
        assert_eq!(told, want);
    }
}
