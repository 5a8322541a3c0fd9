//! A number of a chart or table: its cases, or the actions that it counts, and what is behind it; of a version that
//! is kept, then and now.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::evidence::{self, When};
use super::sentence::counted_row;
use super::{View, followed_up, of, words};
use crate::envelope::Hash;
use crate::panel::Workbook;
use crate::report::document::build::figure_counted;
use crate::report::document::{
    Counted, DocumentKind, FigureCount, Version, answer_label, figure_counts, figure_sentence,
    figure_text, version,
};
use crate::ui::govuk::{PageErrors, SummaryList, SummaryRow};

/// A number as it stands in a version.
#[derive(Clone)]
struct Kept {
    snapshot: Hash,
    text: String,
    /// The sentence of the same version behind which stands what its charts and tables count.
    sentence: Option<String>,
    /// The cases that made it then, where the version keeps them.
    counted: Option<Counted>,
}

/// The page; `snapshot` names the version in which the number stands.
pub fn page(desk: Desk, kind: DocumentKind, count: FigureCount, snapshot: Option<Hash>) -> AnyView {
    if desk.try_with(|workbook| count.fits(workbook)) != Some(true) {
        return unknown();
    }
    let kept = snapshot.map(|id| {
        let found = desk.try_with(|workbook| Kept::of(workbook, kind, id, &count));
        found.flatten()
    });
    if kept.as_ref().is_some_and(Option::is_none) {
        return unknown();
    }
    let stored = StoredValue::new((count, kept.flatten()));
    let shown = move || {
        stored.with_value(|(count, kept)| {
            desk.with(|workbook| Some(both(desk, kind, workbook, count, kept.as_ref())))
        })
    };
    let (before, back) = match snapshot {
        Some(id) => (View::Version(id), words::BACK_TO_VERSION),
        None => (View::Whole, words::BACK_TO_DOCUMENT),
    };
    let back = (&of(kind, before), back);
    view! {
        {titled(desk, words::FIGURE_COUNT.to_owned(), back, PageErrors::new())}
        {said_line(desk)}
        {shown}
    }
    .into_any()
}

impl Kept {
    fn of(
        workbook: &Workbook,
        kind: DocumentKind,
        snapshot: Hash,
        count: &FigureCount,
    ) -> Option<Self> {
        let Version { document, figures, .. } = version(workbook, kind, &snapshot).ok()?;
        let counts = figure_counts(workbook, &document);
        let (at, _) = counts.into_iter().find(|(_, one)| one == count)?;
        let sentence = figure_sentence(&document, at).map(str::to_owned);
        let (key, all) = (count.key(), workbook.plan().open_cases().count());
        let figure = figures.into_iter().find(|one| one.counts == key);
        let counted = figure.map(|one| Counted::new(one.cases, one.of, all));
        Some(Self { snapshot, text: figure_text(&document, at)?, sentence, counted })
    }
}

fn both(
    desk: Desk,
    kind: DocumentKind,
    workbook: &Workbook,
    count: &FigureCount,
    kept: Option<&Kept>,
) -> AnyView {
    let Some((counted, behind)) = figure_counted(workbook, count) else {
        return followed_up::actions(desk, workbook, count, kept.map(|kept| kept.text.as_str()));
    };
    let number = match counted.returns {
        Some(_) => counted.phrase(),
        None => words::so_many(counted.number(), counted.of),
    };
    let mut rows = vec![SummaryRow::text(words::COUNTED_HERE, called(workbook, count))];
    rows.extend(kept.map(|kept| row_then(desk, workbook, kept)));
    let number = match kept {
        Some(_) => [words::TODAY, ": ", &number].concat(),
        None => number,
    };
    rows.push(counted_row(desk, workbook, number, &counted));
    // Of no case there is nothing to show, and the number says something all the same.
    let behind = (!behind.is_empty()).then(|| evidence::list(desk, workbook, &behind, When::Now));
    view! {
        <SummaryList rows=rows />
        {kept.map(|kept| then(desk, kind, kept))}
        {behind}
    }
    .into_any()
}

/// The number as the version has it, with its cases where they are kept with it.
fn row_then(desk: Desk, workbook: &Workbook, kept: &Kept) -> SummaryRow {
    let Some(counted) = &kept.counted else {
        return SummaryRow::text(words::THEN, kept.text.clone());
    };
    let number = words::so_many(counted.number(), counted.of);
    counted_row(desk, workbook, [words::THEN, ": ", &number].concat(), counted)
}

/// What of the page is today's, and the way to what is known of then.
fn then(desk: Desk, kind: DocumentKind, kept: &Kept) -> AnyView {
    let way = kept.sentence.clone().map(|sentence| {
        let href = desk.href(&of(kind, View::VersionSentence(kept.snapshot, sentence)));
        view! { " " <a class="govuk-link" href=href>{words::BEHIND_FIGURE_THEN}</a> }
    });
    let explained = match &kept.counted {
        Some(_) => words::FIGURE_CASES_THEN,
        None => words::FIGURE_THEN_EXPLAINED,
    };
    view! { <p class="govuk-body">{explained}{way}</p> }.into_any()
}

/// What is counted, in the round's own words.
fn called(workbook: &Workbook, count: &FigureCount) -> String {
    let tool = &workbook.plan().round.tool;
    match count {
        FigureCount::Graded { area, is } => {
            let grades = is.iter().map(|grade| names::grade(&tool.scale, grade));
            let grades = grades.collect::<Vec<String>>().join(", ");
            [&names::area(workbook, area.as_ref()), ": ", &grades].concat()
        }
        FigureCount::Answered { prompt, value } => {
            let Some((_, asked)) = tool.prompt(prompt) else { return String::new() };
            let answer = answer_label(&asked.kind, value).unwrap_or_default();
            [prompt.as_str(), " ", &asked.text, " ", &answer].concat()
        }
        FigureCount::Theme(theme) => {
            let known = workbook.themes().into_iter().find(|one| one.id == *theme);
            known.map(|one| one.label).unwrap_or_default()
        }
        // By a name that the round before knows: the page of actions tells it.
        FigureCount::Actions(_) => String::new(),
    }
}
