//! The pages of an area that asks more questions than fit on one.
//!
//! No tool of the library needs them. They keep a page of a very long tool as quick to
//! type in, and as quick to read with a screen reader, as any other.

use std::ops::Range;

use leptos::prelude::*;

use super::words;
use crate::check::Place;
use crate::id::PromptId;
use crate::tool::Prompt;
use crate::ui::govuk::{PageItem, PageStep, Pagination};

/// Questions on one page, at most; what follows from the last of them is on it too.
const QUESTIONS: usize = 30;
/// Stands in an address for a page: no control has such an id.
const PAGE: &str = "page-";

/// How the questions of one area are shared out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaPages {
    /// Places in the area's list of prompts; at least one page.
    pages: Vec<Range<usize>>,
}

/// One of the pages, with its place among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaPage {
    /// Counted from 0.
    pub number: usize,
    /// How many there are.
    pub of: usize,
    /// Places of its questions in the area's list of prompts.
    pub prompts: Range<usize>,
}

impl AreaPages {
    /// Shares out the questions that `is_asked` says this agency may be asked. Answers change nothing of it.
    pub fn of(prompts: &[Prompt], is_asked: impl Fn(&Prompt) -> bool) -> Self {
        let asked = prompts.iter().filter(|prompt| is_asked(prompt)).count();
        let on_each = asked.div_ceil(asked.div_ceil(QUESTIONS).max(1));
        let (mut pages, mut from, mut count) = (Vec::new(), 0, 0);
        for (at, prompt) in prompts.iter().enumerate().filter(|(_, prompt)| is_asked(prompt)) {
            // What follows from an answer stands under it.
            if count >= on_each && prompt.follows.is_none() {
                pages.push(from..at);
                (from, count) = (at, 0);
            }
            count += 1;
        }
        pages.push(from..prompts.len());
        Self { pages }
    }

    /// The page that an address asks for: a page, or the one with that control. What belongs to no
    /// question stands on the last. An address that asks for none goes to where work is: the first
    /// page with a question that is still `open`, or the first of all.
    pub fn at(
        &self,
        prompts: &[Prompt],
        place: Option<&str>,
        open: impl Fn(&Prompt) -> bool,
    ) -> AreaPage {
        let last = self.pages.len().saturating_sub(1);
        let has_open = |page: &Range<usize>| {
            prompts.get(page.clone()).is_some_and(|prompts| prompts.iter().any(&open))
        };
        let number = match place {
            None => self.pages.iter().position(has_open).unwrap_or_default(),
            Some(place) => match place.strip_prefix(PAGE).and_then(|page| page.parse().ok()) {
                Some(page) => usize::saturating_sub(page, 1).min(last),
                None => self.with_control(prompts, place).unwrap_or(last),
            },
        };
        let prompts = self.pages.get(number).cloned().unwrap_or_default();
        AreaPage { number, of: self.pages.len(), prompts }
    }

    fn with_control(&self, prompts: &[Prompt], place: &str) -> Option<usize> {
        let stand = prompts.iter().enumerate().filter(|(_, prompt)| stands_at(&prompt.id, place));
        // Of the questions 1 and 1-2 the longer id has what begins with it.
        let (at, _) = stand.max_by_key(|(_, prompt)| prompt.id.as_str().len())?;
        self.pages.iter().position(|page| page.contains(&at))
    }
}

impl AreaPage {
    /// Whether nothing comes after it: findings and the grade stand there.
    pub fn is_last(&self) -> bool {
        self.number + 1 >= self.of
    }

    /// What addresses the page after this one.
    pub fn next(&self) -> String {
        place_of(self.number + 1)
    }

    /// "Page 2 of 15", to stand behind a title; nothing where there is only one.
    pub fn in_title(&self) -> Option<String> {
        (self.of > 1).then(|| words::page_of(self.number + 1, self.of))
    }

    /// The way to the others; `href` gives the address of a place in the area.
    pub fn links(&self, href: impl Fn(&str) -> String) -> Option<AnyView> {
        let to = |number: usize| href(&place_of(number));
        let item = |number: usize| PageItem::Page {
            number: (number + 1).to_string(),
            href: to(number),
            current: number == self.number,
            label: String::new(),
        };
        let items = shown(self.number, self.of).into_iter().map(|number| match number {
            Some(number) => item(number),
            None => PageItem::Gap,
        });
        let items = items.collect::<Vec<PageItem>>();
        (self.of > 1).then(|| {
            let (first, last) = (self.number == 0, self.is_last());
            match (first, last) {
                (true, _) => view! { <Pagination next=PageStep::new(to(1)) items=items label=words::PAGES_OF_AREA /> }.into_any(),
                (_, true) => view! { <Pagination previous=PageStep::new(to(self.number - 1)) items=items label=words::PAGES_OF_AREA /> }.into_any(),
                (false, false) => view! { <Pagination previous=PageStep::new(to(self.number - 1)) next=PageStep::new(to(self.number + 1)) items=items label=words::PAGES_OF_AREA /> }.into_any(),
            }
        })
    }
}

fn place_of(number: usize) -> String {
    [PAGE, &(number + 1).to_string()].concat()
}

/// Whether a control with this id may belong to a question.
fn stands_at(prompt: &PromptId, place: &str) -> bool {
    let key = Place::Prompt(prompt.clone()).key();
    place.strip_prefix(&key).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// First, last, this one and its neighbours; `None` for those left out between.
fn shown(here: usize, of: usize) -> Vec<Option<usize>> {
    let is_shown = |number: &usize| *number == 0 || number + 1 == of || number.abs_diff(here) <= 1;
    let mut items: Vec<Option<usize>> = Vec::new();
    for number in (0..of).filter(is_shown) {
        if matches!(items.last(), Some(Some(before)) if before + 1 < number) {
            items.push(None);
        }
        items.push(Some(number));
    }
    items
}

#[cfg(test)]
#[path = "area_pages_tests.rs"]
mod tests;
