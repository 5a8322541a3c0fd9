//! The strengths and the concerns of one area.

use leptos::prelude::*;

use super::controls::{edits, saves, source_select};
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::rows::{ListNames, RowEdit, rows};
use super::words;
use crate::audit_return::{Concern, Source, Strength};
use crate::check::{AreaPart, Place};
use crate::id::{AreaId, ItemId};
use crate::store::{AreaChange, Change, LineChange};
use crate::ui::govuk::{Caption, ErrorMessage, PageErrors, Textarea};

/// Which of an area's two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What was done well.
    Strengths,
    /// What was not.
    Concerns,
}

struct Line {
    id: ItemId,
    text: String,
    evidence: String,
    source: Option<Source>,
}

impl From<&Strength> for Line {
    fn from(line: &Strength) -> Self {
        let Strength { id, text, evidence, source } = line.clone();
        Self { id, text, evidence, source }
    }
}

impl From<&Concern> for Line {
    fn from(line: &Concern) -> Self {
        let Concern { id, text, evidence, source } = line.clone();
        Self { id, text, evidence, source }
    }
}

impl Side {
    fn part(self) -> AreaPart {
        match self {
            Self::Strengths => AreaPart::Strengths,
            Self::Concerns => AreaPart::Concerns,
        }
    }

    fn words(self) -> &'static words::ListWords {
        match self {
            Self::Strengths => &words::STRENGTHS,
            Self::Concerns => &words::CONCERNS,
        }
    }

    fn change(self, area: &AreaId, item: ItemId, line: LineChange) -> Change {
        let change = match self {
            Self::Strengths => AreaChange::Strength(item, line),
            Self::Concerns => AreaChange::Concern(item, line),
        };
        Change::Area(area.clone(), change)
    }

    fn lines(self, desk: Desk, area: &AreaId) -> Vec<Line> {
        desk.with(|open| {
            let Some(record) = open.ret.area(area) else { return Vec::new() };
            match self {
                Self::Strengths => record.strengths.iter().map(Line::from).collect(),
                Self::Concerns => record.concerns.iter().map(Line::from).collect(),
            }
        })
    }
}

/// One list of an area, each line kept as it is written.
#[component]
pub fn Lines(
    /// The desk with the draft.
    desk: Desk,
    /// Whose list.
    area: AreaId,
    /// Which list.
    side: Side,
    /// What is wrong on this page.
    errors: PageErrors,
) -> impl IntoView {
    let id = Place::Area(area.clone(), side.part()).key();
    let words = side.words();
    let items = side.lines(desk, &area).into_iter().map(|line| line.id);
    let list = List { desk, area, side, stem: id.clone() };
    let (editing, holding) = (list.clone(), list.clone());
    let error = errors.of(id.clone());
    let error_id = [&id, "-error"].concat();
    let names = ListNames {
        id,
        title: words.title.to_owned(),
        level: 2,
        hint: String::new(),
        name: words.name,
        add_first: words.add_first,
        add_more: words.add_more,
    };
    view! {
        {move || error.get().map(|text| view! { <ErrorMessage id=error_id.clone() text=text /> })}
        {rows(desk, names, items, move |item, what| editing.edit(item, what),
            move |item| holding.holds(item), move |item| list.row(item))}
    }
}

#[derive(Clone)]
struct List {
    desk: Desk,
    area: AreaId,
    side: Side,
    stem: String,
}

impl List {
    fn edit(&self, item: ItemId, what: RowEdit) {
        let line = match what {
            RowEdit::Add => LineChange::Add,
            RowEdit::Remove => LineChange::Remove,
        };
        self.desk.edit(self.side.change(&self.area, item, line));
    }

    fn line(&self, item: &ItemId) -> Option<Line> {
        self.side.lines(self.desk, &self.area).into_iter().find(|line| line.id == *item)
    }

    fn holds(&self, item: &ItemId) -> bool {
        self.line(item).is_some_and(|line| {
            !line.text.trim().is_empty()
                || !line.evidence.trim().is_empty()
                || line.source.is_some()
        })
    }

    fn edits<T: 'static>(&self, item: &ItemId, change: fn(T) -> LineChange) -> Callback<T> {
        let (side, area, item) = (self.side, self.area.clone(), item.clone());
        edits(self.desk, move |value| side.change(&area, item.clone(), change(value)))
    }

    fn row(&self, item: &ItemId) -> AnyView {
        let Some(line) = self.line(item) else { return ().into_any() };
        let words = self.side.words();
        let id = |part: &str| [&self.stem, "-", item.as_str(), "-", part].concat();
        view! {
            {guarded(self.desk, &id("text"), view! { <Textarea id=id("text") described_by=found_under(&id("text")) label=Caption::new(words.what) hint=words.hint rows=3 value=line.text
                on_input=self.edits(&line.id, LineChange::Text) on_blur=saves(self.desk) /> })}
            {guarded(self.desk, &id("evidence"), view! { <Textarea id=id("evidence") described_by=found_under(&id("evidence")) label=Caption::new(words.evidence) rows=2 value=line.evidence
                on_input=self.edits(&line.id, LineChange::Evidence) on_blur=saves(self.desk) /> })}
            {source_select(id("source"), words::SOURCE.to_owned(), line.source, self.edits(&line.id, LineChange::Source))}
        }
        .into_any()
    }
}
