//! The themes of a finding, to be ticked: the shared ones, then the board's own.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::super::words::findings as words;
use crate::id::ThemeId;
use crate::ui::govuk::{Caption, Choice, Details, Size};

/// The question, folded until something is ticked.
pub fn question(desk: Desk, typing: Typing, field: &str) -> AnyView {
    let items: Vec<Choice> = desk.with(|workbook| {
        let themes = workbook.themes().into_iter();
        themes.map(|theme| Choice::new(theme.id.as_str(), theme.label)).collect()
    });
    let open = !typing.chosen(field).is_empty();
    let checks = typing.checks(field, Caption::new(words::THEMES).size(Size::S), "", items);
    view! { <Details summary=words::THEMES open=open>{checks}</Details> }.into_any()
}

/// What is ticked.
pub fn chosen(typing: Typing, field: &str) -> Vec<ThemeId> {
    typing.chosen(field).into_iter().filter_map(|id| ThemeId::new(id).ok()).collect()
}
