//! Questions as an auditor sees them: the same controls with nothing to answer, drawn anew at every key.
//!
//! What is asked and how it is worded depends on answers to other questions, which can be tried.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::editing::Editing;
use super::words;
use crate::id::{AgencyKind, AreaId, PromptId};
use crate::tool::edit::{Seen, Tried};
use crate::tool::{Prompt, PromptKind, Tool};
use crate::ui::auditor::guidance_view;
use crate::ui::govuk::{
    Caption, Checkboxes, Choice, Radios, Select, SelectItem, Size, TextInput, Textarea,
};

/// One question, as the first kind of agency that is asked sees it.
pub fn prompt(editing: Editing, id: &PromptId) -> Option<AnyView> {
    let tool = editing.tool()?;
    let (_, known) = tool.prompt(id)?;
    let kind = tool.agency_kinds.iter().find(|kind| known.asked_of.includes(&kind.id));
    let kind = kind.or(tool.agency_kinds.first())?;
    let seen = [words::PREVIEW_OF, ": ", &kind.name].concat();
    let tried = RwSignal::new(Tried::asking(kind.id.clone(), known));
    let one = |tool: &Tool, id: &PromptId| tool.prompt(id).map(|(_, prompt)| prompt.id.clone());
    let ids = {
        let id = id.clone();
        move |tool: &Tool| one(tool, &id).into_iter().collect()
    };
    let drawn = drawn(editing, tried, ids, words::NOT_ASKED_WITH, |_| ().into_any());
    Some(view! { <p class="govuk-body-s">{seen}</p>{drawn} }.into_any())
}

/// All questions of an area that one kind of agency is asked.
pub fn area(editing: Editing, id: &AreaId) -> Option<AnyView> {
    let tool = editing.tool()?;
    let first = tool.agency_kinds.first()?.id.clone();
    let tried = RwSignal::new(Tried { agency: first.clone(), answers: BTreeMap::new() });
    let kinds = tool.agency_kinds.iter();
    let kinds = kinds.map(|kind| SelectItem::new(kind.id.as_str(), kind.name.clone())).collect();
    let choose = move |kind: String| {
        if let Ok(kind) = AgencyKind::new(kind) {
            tried.update(|tried| tried.agency = kind);
        }
    };
    let (of, home) = (id.clone(), id.clone());
    let ids = move |tool: &Tool| {
        let prompts = tool.area(&of).into_iter().flat_map(|area| &area.prompts);
        prompts.map(|prompt| prompt.id.clone()).collect()
    };
    let above = move |tool: &Tool| {
        let introduction = tool.area(&home).map(|area| area.introduction.clone());
        view! { <p class="govuk-body-l">{introduction}</p> }.into_any()
    };
    let view = view! {
        <Select id="seen-by" label=words::PREVIEW_OF items=kinds value=first.to_string() on_change=choose />
        {drawn(editing, tried, ids, words::NOT_ASKED_OF, above)}
    };
    Some(view.into_any())
}

/// The answers that it is tried with, and what is asked with these, drawn anew at every key.
fn drawn(
    editing: Editing,
    tried: RwSignal<Tried>,
    ids: impl Fn(&Tool) -> Vec<PromptId> + Clone + Send + Sync + 'static,
    nothing: &'static str,
    above: impl Fn(&Tool) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let of_deciding = ids.clone();
    // Drawn anew only when other questions decide: a choice that is being made stays.
    let deciding = Memo::new(move |_| {
        editing.edits.track();
        let tool = editing.desk.drafted_tool()?;
        let decided = tool.deciding(&prompts(&tool, &of_deciding(&tool)));
        Some(decided.into_iter().cloned().collect::<Vec<Prompt>>())
    });
    let answers = move || {
        let deciding = deciding.get().unwrap_or_default();
        let controls: Vec<AnyView> =
            untrack(|| deciding.iter().map(|prompt| answer(tried, prompt)).collect());
        (!controls.is_empty()).then(|| {
            view! {
                <fieldset class="govuk-fieldset app-tried">
                    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words::TRIED}</legend>
                    {controls}
                </fieldset>
            }
        })
    };
    let questions = move || {
        editing.edits.track();
        let tool = editing.desk.drafted_tool()?;
        let tried = tried.get();
        let all = ids(&tool);
        let seen = tool.seen(&prompts(&tool, &all), &tried);
        if seen.is_empty() {
            return Some(view! { <p class="govuk-body">{nothing}</p> }.into_any());
        }
        let asked = seen.iter().map(|one| question(&tool, one, &tried.agency)).collect();
        Some(view! { {above(&tool)}{framed(asked)} }.into_any())
    };
    view! { {answers}{questions} }.into_any()
}

fn prompts<'a>(tool: &'a Tool, ids: &[PromptId]) -> Vec<&'a Prompt> {
    ids.iter().filter_map(|id| tool.prompt(id)).map(|(_, prompt)| prompt).collect()
}

/// An answer to a question that decides what is asked.
fn answer(tried: RwSignal<Tried>, prompt: &Prompt) -> AnyView {
    let id = ["tried-", prompt.id.as_str()].concat();
    let label = [prompt.id.as_str(), " ", &prompt.text].concat();
    let now = tried.with_untracked(|tried| tried.answers.get(&prompt.id).cloned());
    let (now, of) = (now.unwrap_or_default(), prompt.id.clone());
    let heard = move |value: String| {
        tried.update(|tried| {
            match value.trim() {
                "" => tried.answers.remove(&of),
                value => tried.answers.insert(of.clone(), value.to_owned()),
            };
        });
    };
    if matches!(prompt.kind, PromptKind::Number { .. } | PromptKind::Text { .. }) {
        return view! { <TextInput id=id label=Caption::new(label) value=now on_input=heard /> }
            .into_any();
    }
    let values = prompt.kind.values().iter();
    let values = values.map(|value| SelectItem::new(value.as_str(), value.label()));
    let options = prompt.kind.options().iter();
    let options = options.map(|one| SelectItem::new(one.id.as_str(), one.label.clone()));
    let none = std::iter::once(SelectItem::new("", words::NOT_ANSWERED));
    let items: Vec<SelectItem> = none.chain(values).chain(options).collect();
    view! { <Select id=id label=Caption::new(label) items=items value=now on_change=heard /> }
        .into_any()
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

fn question(tool: &Tool, seen: &Seen<'_>, kind: &AgencyKind) -> AnyView {
    let prompt = seen.prompt;
    let id = ["preview-", prompt.id.as_str()].concat();
    let is_follow_up = prompt.follows.is_some();
    let class = if is_follow_up { "app-prompt app-prompt--follow-up" } else { "app-prompt" };
    let text = [prompt.id.as_str(), " ", seen.text].concat();
    let caption = Caption::new(text).size(if is_follow_up { Size::S } else { Size::M });
    let hint = tool.hint(prompt, kind).to_owned();
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
