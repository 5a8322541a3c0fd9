//! Boxes of a text for the documents.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::typing::{RowNames, Typing};
use super::texts::place_name;
use super::words;
use crate::panel::Workbook;
use crate::panel::findings::findings;
use crate::panel::manuscript::{Measure, Place};
use crate::tool::{Condition, Prompt};
use crate::ui::govuk::{Caption, Choice, SelectItem, Size};

/// List of the counts in a text.
pub const COUNTS: &str = "counts";
/// List of the questions for practitioners.
pub const QUESTIONS: &str = "questions";
/// List of where more is found.
pub const LINKS: &str = "links";

/// The id of a box of a row.
pub fn field(list: &str, key: &str, name: &str) -> String {
    [list, "-", key, "-", name].concat()
}

/// Every place that a text can have.
pub fn places(desk: Desk) -> Vec<SelectItem> {
    let mut items = vec![SelectItem::new("", words::CHOOSE_PLACE)];
    items.extend(desk.with(|workbook| {
        let tool = &workbook.plan().round.tool;
        let cases = workbook.plan().open_cases().map(|case| Place::Summary(case.case_ref.clone()));
        let found = findings(workbook).into_iter().map(|view| Place::Finding(view.finding.id));
        let areas = tool.areas.iter().filter(|area| area.graded || area.holds_findings());
        let areas = areas.map(|area| Place::Overview(area.id.clone()));
        let general =
            [Place::Recommendation, Place::Learning, Place::Conclusion, Place::Discussion];
        let all: Vec<Place> = general.into_iter().chain(cases).chain(areas).chain(found).collect();
        all.iter()
            .map(|place| SelectItem::new(place.key(), place_name(workbook, place)))
            .collect::<Vec<_>>()
    }));
    items
}

/// Counts by what they measure: the name of the gap, and what is counted.
pub fn counted_by(desk: Desk, typing: Typing) -> AnyView {
    let names = RowNames {
        id: COUNTS,
        title: words::COUNTS_IN_TEXT,
        hint: words::COUNTS_HINT,
        name: words::COUNT,
        add_first: words::ADD_COUNT,
        add_more: words::ADD_MORE_COUNTS,
    };
    let known: Vec<(String, String)> = desk.with(measures);
    let row = move |key: String| {
        let (name, by) = (field(COUNTS, &key, "name"), field(COUNTS, &key, "by"));
        let mut items = vec![SelectItem::new("", words::CHOOSE_COUNT)];
        let recorded = typing.raw(&by);
        if !recorded.is_empty() && !known.iter().any(|(value, _)| *value == recorded) {
            items.push(SelectItem::new(recorded, words::COUNT_AS_RECORDED));
        }
        items
            .extend(known.iter().map(|(value, text)| SelectItem::new(value.clone(), text.clone())));
        view! {
            {typing.line(&name, words::COUNT_NAME.into(), words::COUNT_NAME_HINT)}
            {typing.select(&by, words::COUNT_OF.into(), items)}
        }
        .into_any()
    };
    typing.list(names, row)
}

/// Every answer and every grade that can be counted, with its words.
fn measures(workbook: &Workbook) -> Vec<(String, String)> {
    let tool = &workbook.plan().round.tool;
    let graded = tool.areas.iter().filter(|area| area.graded);
    let areas = graded.map(|area| Some(area.id.clone())).chain([None]);
    let grades = areas.flat_map(|area| {
        let all = tool.scale.grades.iter();
        let all = all.filter(|grade| if area.is_some() { grade.for_area } else { grade.for_case });
        let name = names::area(workbook, area.as_ref());
        all.map(|grade| {
            let text = [&name, ": ", &grade.label].concat();
            (Measure::Graded { area: area.clone(), is: vec![grade.id.clone()] }, text)
        })
        .collect::<Vec<_>>()
    });
    let answers = tool.areas.iter().flat_map(|area| &area.prompts).flat_map(answers);
    grades.chain(answers).map(|(measure, text)| (to_text(&measure), text)).collect()
}

fn answers(prompt: &Prompt) -> Vec<(Measure, String)> {
    let values = prompt.kind.values().iter();
    let values = values.map(|value| (value.as_str().to_owned(), value.label().to_owned()));
    let options = prompt.kind.options().iter();
    let options = options.map(|one| (one.id.to_string(), one.label.clone()));
    values
        .chain(options)
        .map(|(value, label)| {
            let text = [prompt.id.as_str(), " ", &prompt.text, " ", &label].concat();
            let (prompt, is) = (prompt.id.clone(), vec![value]);
            (Measure::Answers(Condition::Answer { prompt, is }), text)
        })
        .collect()
}

/// A measure as the value of a choice.
pub fn to_text(measure: &Measure) -> String {
    // It holds identifiers and numbers only, which always can be written.
    crate::json::to_string(measure).unwrap_or_default()
}

/// Questions for practitioners.
pub fn questions(typing: Typing) -> AnyView {
    let names = RowNames {
        id: QUESTIONS,
        title: words::QUESTIONS,
        hint: words::QUESTIONS_HINT,
        name: words::QUESTION,
        add_first: words::ADD_QUESTION,
        add_more: words::ADD_MORE_QUESTIONS,
    };
    typing.list(names, move |key| {
        let id = |name: &str| field(QUESTIONS, &key, name);
        view! {
            {typing.line(&id("audience"), words::QUESTION_FOR.into(), words::QUESTION_FOR_HINT)}
            {typing.area(&id("text"), words::QUESTION.into(), "", 2)}
        }
        .into_any()
    })
}

/// Where more is found.
pub fn links(typing: Typing) -> AnyView {
    let names = RowNames {
        id: LINKS,
        title: words::LINKS,
        hint: words::LINKS_HINT,
        name: words::LINK,
        add_first: words::ADD_LINK,
        add_more: words::ADD_MORE_LINKS,
    };
    typing.list(names, move |key| {
        let id = |name: &str| field(LINKS, &key, name);
        view! {
            {typing.line(&id("label"), words::LINK_LABEL.into(), "")}
            {typing.line(&id("address"), words::LINK_ADDRESS.into(), words::LINK_ADDRESS_HINT)}
        }
        .into_any()
    })
}

/// Findings that a text rests on.
pub fn rests_on(desk: Desk, typing: Typing) -> Option<AnyView> {
    let items: Vec<Choice> = desk.with(|workbook| {
        let all = findings(workbook).into_iter();
        all.map(|one| Choice::new(one.finding.id.as_str(), one.finding.text)).collect()
    });
    let legend = Caption::new(words::TEXT_RESTS_ON).size(Size::S);
    (!items.is_empty()).then(|| typing.checks("rests-on", legend, words::TEXT_RESTS_ON_HINT, items))
}
