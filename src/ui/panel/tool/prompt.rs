//! One question: its words, how and of whom it is asked, the help beside it, and how auditors see it.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{titled, unknown};
use super::editing::{Editing, small};
use super::{Place, audience, faults, kind, part, preview, when, words};
use crate::id::{AreaId, PromptId};
use crate::text::{Token, from_token};
use crate::tool::edit::{Edit, FaultPlace};
use crate::tool::{Guidance, Prompt, PromptKind, Standing, Tool};
use crate::ui::govuk::{Button, ButtonKind, Choice, Details};
use crate::ui::router::go;

/// The page.
pub fn page(desk: Desk, id: PromptId, led: bool) -> AnyView {
    let editing = Editing::new(desk);
    let known = editing.tool().and_then(|tool| {
        let (area, prompt) = tool.prompt(&id)?;
        Some((area.id.clone(), prompt.clone(), tool))
    });
    let Some((area, prompt, tool)) = known else { return unknown() };
    if led {
        let own = id.clone();
        faults::show_own(editing, move |place| match place {
            FaultPlace::Prompt(id, member) if *id == own => Some(control_of(member)),
            _ => None,
        });
    }
    let back = (&part(Place::Area(area.clone())), words::BACK_TO_AREA);
    let seen = id.clone();
    view! {
        {titled(desk, words::question(id.as_str()), back, editing.errors)}
        <div class="govuk-grid-row">
            <div class="govuk-grid-column-one-half">
                {wording(editing, &prompt)}
                {kind::question(editing, &prompt)}
                {asked(editing, &tool, &prompt)}
                {when::question(editing, &tool, &prompt)}
                {guidance(editing, &tool, &prompt)}
            </div>
            <div class="govuk-grid-column-one-half">
                <h2 class="govuk-heading-m">{words::PREVIEW}</h2>
                {preview::prompt(editing, &seen)}
            </div>
        </div>
        {more(desk, area, &tool, &prompt)}
    }
    .into_any()
}

/// The control at which a member of a prompt is put right.
fn control_of(member: &str) -> String {
    match member {
        "hint" | "asked_of" | "when" | "kind" | "standing" => member,
        "guidance" => "good",
        _ => "text",
    }
    .to_owned()
}

fn wording(editing: Editing, prompt: &Prompt) -> AnyView {
    let both = RwSignal::new((prompt.text.clone(), prompt.hint.clone()));
    let id = prompt.id.clone();
    let reword = move |text: Option<String>, hint: Option<String>| {
        both.update(|both| {
            both.0 = text.unwrap_or(std::mem::take(&mut both.0));
            both.1 = hint.unwrap_or(std::mem::take(&mut both.1));
        });
        let (text, hint) = both.get_untracked();
        Edit::Reword { prompt: id.clone(), text, hint }
    };
    let again = reword.clone();
    view! {
        {editing.area("text", small(words::QUESTION_TEXT), words::QUESTION_TEXT_HINT, &prompt.text,
            move |text| reword(Some(text), None))}
        {editing.area("hint", small(words::HINT), "", &prompt.hint, move |text| again(None, Some(text)))}
    }
    .into_any()
}

fn asked(editing: Editing, tool: &Tool, prompt: &Prompt) -> AnyView {
    let id = || prompt.id.clone();
    let (of, must, child, own, whose) = (id(), id(), id(), id(), id());
    let standings = vec![
        Choice::new(Standing::All.token(), words::OF_ALL),
        Choice::new(Standing::Lead.token(), words::OF_LEAD),
        Choice::new(Standing::SocialCare.token(), words::OF_SOCIAL_CARE),
    ];
    let standing = prompt.standing.token();
    view! {
        {audience::question(editing, tool, "asked_of", words::ASKED_OF, &prompt.asked_of,
            move |audience| Edit::AskedOf(of.clone(), audience))}
        {editing.yes_no("mandatory", words::MANDATORY, "", prompt.mandatory,
            move |yes| Edit::Mandatory(must.clone(), yes))}
        {editing.yes_no("per-child", words::PER_CHILD, words::PER_CHILD_HINT, prompt.per_child,
            move |yes| Edit::PerChild(child.clone(), yes))}
        {editing.yes_no("of-each-agency", words::OF_EACH_AGENCY, words::OF_EACH_AGENCY_HINT,
            prompt.of_each_agency, move |yes| Edit::OfEachAgency(own.clone(), yes))}
        {editing.radios("standing", words::STANDING, "", standings, &standing,
            move |token| Edit::OfStanding(whose.clone(), from_token(&token).unwrap_or(Standing::All)))}
    }
    .into_any()
}

fn guidance(editing: Editing, tool: &Tool, prompt: &Prompt) -> AnyView {
    let Guidance { good, choose, look, hints } = prompt.guidance.clone();
    let texts = RwSignal::new([good.clone(), choose.clone(), look.clone()]);
    let id = prompt.id.clone();
    let edit = move |at: usize, text: String| {
        texts.update(|texts| {
            if let Some(one) = texts.get_mut(at) {
                *one = text;
            }
        });
        let [good, choose, look] = texts.get_untracked();
        Edit::Guide { prompt: id.clone(), good, choose, look }
    };
    let (first, second, third) = (edit.clone(), edit.clone(), edit);
    let of_kinds: Vec<AnyView> = tool
        .agency_kinds
        .iter()
        .filter(|kind| prompt.asked_of.includes(&kind.id))
        .map(|kind| {
            let value = hints.get(&kind.id).cloned().unwrap_or_default();
            let (prompt, id) = (prompt.id.clone(), kind.id.clone());
            let field = ["hint-", kind.id.as_str()].concat();
            editing.line(&field, kind.name.clone(), "", &value, move |text| {
                Edit::Hint(prompt.clone(), id.clone(), text)
            })
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m">{words::GUIDANCE}</h2>
        {editing.area("good", words::GOOD, "", &good, move |text| first(0, text))}
        {editing.area("choose", words::HOW_TO_CHOOSE, "", &choose, move |text| second(1, text))}
        {editing.area("look", words::LOOK, "", &look, move |text| third(2, text))}
        <Details summary=words::HINTS>{of_kinds}</Details>
    }
    .into_any()
}

/// A follow-up, or no more of it.
fn more(desk: Desk, area: AreaId, tool: &Tool, prompt: &Prompt) -> AnyView {
    let id = prompt.id.clone();
    let new = tool.area(&area).map(|area| tool.next_prompt(area, Some(&prompt.id)));
    let home = area.clone();
    let add = move |()| {
        let Some(new) = new.clone() else { return };
        let edit = Edit::AddPrompt {
            area: home.clone(),
            id: new.clone(),
            follows: Some(id.clone()),
            text: String::new(),
            kind: PromptKind::Judgement { values: Vec::new() },
        };
        if desk.rearrange_tool(&edit).is_ok() {
            go(&desk.href(&part(Place::Prompt(new))));
        }
    };
    let gone = prompt.id.clone();
    let retire = move |()| {
        if desk.rearrange_tool(&Edit::RetirePrompt(gone.clone())).is_ok() {
            go(&desk.href(&part(Place::Area(area.clone()))));
        }
    };
    view! {
        <Button text=words::ADD_FOLLOW_UP kind=ButtonKind::Secondary on_click=add id="add-follow-up" />
        <Details summary=words::RETIRE_QUESTION>
            <p class="govuk-body">{words::RETIRE_QUESTION_EXPLAINED}</p>
            <Button text=words::RETIRE_QUESTION kind=ButtonKind::Warning on_click=retire id="retire" />
        </Details>
    }
    .into_any()
}
