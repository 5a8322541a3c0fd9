//! Questions as an auditor sees them: the same controls with nothing to answer, drawn anew at every key.

use leptos::prelude::*;

use super::editing::Editing;
use super::words;
use crate::id::{AgencyKind, AreaId, PromptId};
use crate::tool::{Prompt, PromptKind, Tool};
use crate::ui::auditor::guidance_view;
use crate::ui::govuk::{
    Caption, Checkboxes, Choice, Radios, Select, SelectItem, Size, TextInput, Textarea,
};

/// One question, with the hint of the first kind of agency that is asked.
pub fn prompt(editing: Editing, id: &PromptId) -> Option<AnyView> {
    editing.edits.track();
    let tool = editing.tool()?;
    let (_, prompt) = tool.prompt(id)?;
    let kind = tool.agency_kinds.iter().find(|kind| prompt.asked_of.includes(&kind.id));
    let seen = kind.map(|kind| [words::PREVIEW_OF, ": ", &kind.name].concat());
    let drawn = question(&tool, prompt, kind.map(|kind| &kind.id));
    Some(view! { <p class="govuk-body-s">{seen}</p>{framed(vec![drawn])} }.into_any())
}

/// All questions of an area that one kind of agency is asked.
pub fn area(editing: Editing, id: &AreaId) -> Option<AnyView> {
    let tool = editing.tool()?;
    let first = tool.agency_kinds.first()?.id.to_string();
    let chosen = RwSignal::new(first.clone());
    let kinds = tool.agency_kinds.iter();
    let kinds = kinds.map(|kind| SelectItem::new(kind.id.as_str(), kind.name.clone())).collect();
    let id = id.clone();
    let drawn = move || {
        editing.edits.track();
        let kind = AgencyKind::new(chosen.get()).ok()?;
        let tool = editing.desk.drafted_tool()?;
        let area = tool.area(&id)?;
        let introduction = area.introduction.clone();
        let asked = area.prompts.iter().filter(|prompt| prompt.asked_of.includes(&kind));
        let asked: Vec<AnyView> = asked.map(|one| question(&tool, one, Some(&kind))).collect();
        if asked.is_empty() {
            return Some(view! { <p class="govuk-body">{words::NOT_ASKED_OF}</p> }.into_any());
        }
        Some(view! { <p class="govuk-body-l">{introduction}</p>{framed(asked)} }.into_any())
    };
    let view = view! {
        <Select id="seen-by" label=words::PREVIEW_OF items=kinds value=first
            on_change=move |kind: String| chosen.set(kind) />
        {drawn}
    };
    Some(view.into_any())
}

/// Nothing in it can be answered or tabbed to.
fn framed(questions: Vec<AnyView>) -> AnyView {
    view! {
        <fieldset disabled class="govuk-fieldset app-preview">
            <legend class="govuk-visually-hidden">{words::PREVIEW}</legend>
            {questions}
        </fieldset>
    }
    .into_any()
}

fn question(tool: &Tool, prompt: &Prompt, kind: Option<&AgencyKind>) -> AnyView {
    let id = ["preview-", prompt.id.as_str()].concat();
    let is_follow_up = prompt.follows.is_some();
    let class = if is_follow_up { "app-prompt app-prompt--follow-up" } else { "app-prompt" };
    let text = match is_follow_up {
        true => prompt.text.clone(),
        false => [prompt.id.as_str(), " ", &prompt.text].concat(),
    };
    let caption = Caption::new(text).size(if is_follow_up { Size::S } else { Size::M });
    let hint = kind.map(|kind| tool.hint(prompt, kind).to_owned()).unwrap_or_default();
    view! {
        <div class=class>
            {control(&id, caption, prompt)}
            {guidance_view(&prompt.guidance, hint, prompt.id.as_str())}
        </div>
    }
    .into_any()
}

fn control(id: &str, caption: Caption, prompt: &Prompt) -> AnyView {
    let (id, hint) = (id.to_owned(), prompt.hint.clone());
    let options = || {
        let options = prompt.kind.options().iter();
        options.map(|one| Choice::new(one.id.as_str(), one.label.clone())).collect::<Vec<_>>()
    };
    match &prompt.kind {
        PromptKind::Judgement { .. } => {
            let values = prompt.kind.values().iter();
            let items = values.map(|value| Choice::new(value.as_str(), value.label())).collect();
            let evidence = [&id, "-evidence"].concat();
            view! {
                <Radios id=id legend=caption hint=hint items=items class="govuk-radios--small" />
                <div class="app-evidence"><Textarea id=evidence label=words::PREVIEW_EVIDENCE rows=2 /></div>
            }
            .into_any()
        }
        PromptKind::Choice { .. } => view! {
            <Radios id=id legend=caption hint=hint items=options() class="govuk-radios--small" />
        }
        .into_any(),
        PromptKind::Choices { .. } => view! {
            <Checkboxes id=id legend=caption hint=hint items=options() class="govuk-checkboxes--small" />
        }
        .into_any(),
        PromptKind::Number { unit, .. } => view! {
            <TextInput id=id label=caption hint=hint class="govuk-input--width-4" suffix=unit.clone() />
        }
        .into_any(),
        PromptKind::Text { .. } => {
            view! { <Textarea id=id label=caption hint=hint rows=3 /> }.into_any()
        }
    }
}
