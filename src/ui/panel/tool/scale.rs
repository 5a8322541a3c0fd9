//! The grading scale: what is graded, on which grades.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{titled, unknown};
use super::editing::{Editing, small};
use super::{Place, faults, grades, part, words};
use crate::id::ScaleId;
use crate::text::{Token, from_token};
use crate::tool::edit::{Edit, FaultPlace};
use crate::tool::{GradedBy, Scale, library};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Button, ButtonKind, Choice, Details, Select, SelectItem};

/// The page.
pub fn page(desk: Desk, led: bool) -> AnyView {
    let editing = Editing::new(desk);
    let Some(tool) = editing.tool() else { return unknown() };
    if led {
        faults::show_own(editing, |place| match place {
            FaultPlace::Tool(member) if member == "graded_by" => Some(member.clone()),
            FaultPlace::Scale(member) if member == "title" => Some("title".to_owned()),
            FaultPlace::Scale(_) => Some("grades".to_owned()),
            FaultPlace::Grade(grade, member) => Some(grades::control_of(grade, member)),
            _ => None,
        });
    }
    let graded = vec![
        Choice::new(GradedBy::AreaAndCase.token(), words::BY_AREA),
        Choice::new(GradedBy::Case.token(), words::BY_CASE),
        Choice::new(GradedBy::Nothing.token(), words::BY_NOTHING),
    ];
    let graded_by = tool.graded_by.token();
    let back = (&part(Place::Whole), words::BACK_TO_TOOL);
    let anew = RwSignal::new(());
    let of_scale = move || {
        anew.track();
        editing.tool().map(|tool| built_anew(fields(editing, &tool.scale)))
    };
    view! {
        {titled(desk, words::SCALE.to_owned(), back, editing.errors)}
        <div class="govuk-!-width-two-thirds">
            {editing.radios("graded_by", words::GRADED_BY, "", graded, &graded_by,
                move |token| Edit::GradedBy(from_token(&token).unwrap_or(GradedBy::Nothing)))}
            <p class="govuk-body">{words::SCALE_EXPLAINED}</p>
            {shipped(editing, anew)}
            {of_scale}
        </div>
    }
    .into_any()
}

/// Scales of the tools that are shipped, each once.
fn scales() -> Vec<Scale> {
    let mut scales: Vec<Scale> = Vec::new();
    for tool in library::all() {
        if !tool.scale.grades.is_empty() && !scales.iter().any(|one| one.id == tool.scale.id) {
            scales.push(tool.scale);
        }
    }
    scales
}

fn shipped(editing: Editing, anew: RwSignal<()>) -> AnyView {
    let all = scales();
    let first = all.first().map(|scale| scale.id.to_string()).unwrap_or_default();
    let chosen = RwSignal::new(first);
    let items = all.iter().map(|one| SelectItem::new(one.id.as_str(), one.title.clone())).collect();
    let take = move |()| {
        let wanted = ScaleId::new(chosen.get_untracked()).ok();
        if let Some(scale) = scales().into_iter().find(|one| Some(&one.id) == wanted.as_ref()) {
            editing.edit(&Edit::Grade(scale));
            anew.set(());
        }
    };
    view! {
        <Details summary=words::SHIPPED_SCALE>
            <Select id="shipped" label=words::SCALE items=items on_change=move |id: String| chosen.set(id) />
            <Button text=words::TAKE_SCALE kind=ButtonKind::Secondary on_click=take id="take-scale" />
        </Details>
    }
    .into_any()
}

fn fields(editing: Editing, scale: &Scale) -> AnyView {
    let now = StoredValue::new(scale.clone());
    let change = move |change: &dyn Fn(&mut Scale)| {
        now.update_value(|scale| change(scale));
        Edit::Grade(now.get_value())
    };
    view! {
        {editing.line("title", small(words::SCALE_TITLE), "", &scale.title,
            move |text| change(&|scale| scale.title.clone_from(&text)))}
        {editing.yes_no("rule", words::OUTSTANDING_RULE, "", scale.outstanding_needs_all_good,
            move |yes| change(&|scale| scale.outstanding_needs_all_good = yes))}
        {grades::list(editing, now)}
    }
    .into_any()
}
