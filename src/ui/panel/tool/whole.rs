//! The tool as a whole: its areas, what is wrong, what is changed, and its use in the round.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, scrolling, titled};
use super::super::route::Part;
use super::super::typing::Typing;
use super::super::words as panel_words;
use super::editing::{Editing, small};
use super::{Place, WAYS, faults, file, part, words};
use crate::panel::{AdoptError, Workbook};
use crate::tool::edit::{Difference, Edit, FaultPlace};
use crate::tool::{Area, GradedBy, Retired, Tool};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, ButtonKind, Cell, Details, InsetText, LinkButton, PageErrors, Table, focus_heading,
    focus_region, once_shown,
};
use crate::ui::router::go;

/// The page.
pub fn page(desk: Desk, led: bool) -> AnyView {
    let editing = Editing::new(desk);
    if led {
        faults::show_own(editing, |place| match place {
            FaultPlace::Tool(member) => Some(member.clone()),
            _ => None,
        });
    }
    let errors = editing.errors;
    let back = (&Part::Overview, panel_words::BACK_TO_ROUND);
    view! {
        {titled(desk, words::TOOL.to_owned(), back, errors)}
        {said_line(desk)}
        <p class="govuk-body">{words::EXPLAINED}</p>
        {move || need_invitations(desk)}
        {move || faults::list(desk, editing.edits)}
        {described(desk, editing)}
        {move || scale_and_kinds(desk)}
        {move || areas(desk)}
        {move || changed(desk, editing)}
        {move || using(desk, errors)}
        {file::view(desk, errors)}
        {move || retired(desk)}
    }
    .into_any()
}

/// Title and summary as they stand in their boxes.
type Held = StoredValue<Option<(String, String)>>;

/// Boxes of title and summary, made anew where the tool says another thing than they do, as when another was
/// taken; never while somebody types.
fn described(desk: Desk, editing: Editing) -> AnyView {
    let held = Held::new(None);
    let taken = Memo::new(move |times: Option<&u32>| {
        let says = desk.drafted_tool().map(|tool| (tool.title, tool.summary));
        let times = times.copied().unwrap_or_default();
        if held.try_get_value().flatten() == says {
            return times;
        }
        held.try_set_value(says);
        times + 1
    });
    // Read, not only tracked: what it holds is known once it was.
    let boxes = move || taken.with(|_| untrack(|| boxes(editing, held).map(built_anew)));
    boxes.into_any()
}

fn boxes(editing: Editing, held: Held) -> Option<AnyView> {
    let (title, summary) = held.try_get_value().flatten()?;
    let describe = move |title: Option<String>, summary: Option<String>| {
        let before = held.try_get_value().flatten().unwrap_or_default();
        let (title, summary) = (title.unwrap_or(before.0), summary.unwrap_or(before.1));
        held.try_set_value(Some((title.clone(), summary.clone())));
        Edit::Describe { title, summary }
    };
    let view = view! {
        <div class="govuk-!-width-two-thirds">
            {editing.line("title", small(words::TITLE), "", &title, move |text| describe(Some(text), None))}
            {editing.area("summary", small(words::SUMMARY), "", &summary, move |text| describe(None, Some(text)))}
        </div>
    };
    Some(view.into_any())
}

/// The scale and the kinds of agency, with the ways to them.
fn scale_and_kinds(desk: Desk) -> Option<AnyView> {
    let tool = desk.drafted_tool()?;
    let (scale, kinds) = (desk.href(&part(Place::Scale)), desk.href(&part(Place::Kinds)));
    let name = tool.scale.title.clone();
    let view = view! {
        <p class="govuk-body">{words::SCALE} ": " {name} ". "
            <a class="govuk-link" href=scale>{words::CHANGE_SCALE}</a></p>
        <p class="govuk-body">{words::AGENCY_KINDS} ": " {tool.agency_kinds.len()} ". "
            <a class="govuk-link" href=kinds>{words::CHANGE_KINDS}</a></p>
    };
    Some(view.into_any())
}

fn areas(desk: Desk) -> Option<AnyView> {
    let tool = desk.drafted_tool()?;
    let rows = tool.areas.iter().map(|area| row(desk, &tool, area)).collect();
    let head = vec![
        Cell::text(words::NUMBER),
        Cell::text(words::AREA),
        Cell::number(words::QUESTIONS),
        Cell::text(words::GRADED),
        Cell::text(panel_words::ACTIONS),
    ];
    let (id, number) = tool.next_area();
    let add = move |()| {
        let (id, title) = (id.clone(), words::NEW_AREA.to_owned());
        if desk.rearrange_tool(&Edit::AddArea { id: id.clone(), number, title }).is_ok() {
            go(&desk.href(&part(Place::Area(id))));
        }
    };
    let table = view! {
        <Table caption=words::AREAS caption_class="govuk-table__caption--m" head=head
            rows=rows class="app-tool" />
    };
    let view = view! {
        {scrolling(words::AREAS, table.into_any())}
        <Button text=words::ADD_AREA kind=ButtonKind::Secondary on_click=add id="add-area" />
    };
    Some(view.into_any())
}

fn row(desk: Desk, tool: &Tool, area: &Area) -> Vec<Cell> {
    let href = desk.href(&part(Place::Area(area.id.clone())));
    let title = area.title.clone();
    let graded = tool.graded_by == GradedBy::AreaAndCase && area.graded;
    let ways = WAYS.map(|(way, text, end)| {
        let button = [area.id.as_str(), "-", end].concat();
        let (id, focus) = (area.id.clone(), button.clone());
        let move_it = move |()| {
            if desk.rearrange_tool(&Edit::MoveArea(id.clone(), way)).is_ok() {
                let focus = focus.clone();
                once_shown(move || {
                    focus_region(&focus);
                });
            }
        };
        view! { <LinkButton text=text hidden=title.clone() id=button on_click=move_it /> " " }
    });
    vec![
        Cell::text(area.number.to_string()),
        Cell::new(view! { <a class="govuk-link" href=href>{area.title.clone()}</a> }),
        Cell::number(area.prompts.len()),
        Cell::text(if graded { words::YES } else { words::NO }),
        Cell::new(view! { {ways.into_iter().collect::<Vec<_>>()} }),
    ]
}

/// The listing of what differs from the round's tool.
fn changed(desk: Desk, editing: Editing) -> AnyView {
    editing.edits.track();
    let said: Vec<String> = desk.with(|workbook| {
        let draft = workbook.tool_draft();
        let found = draft.map(|draft| draft.differences()).unwrap_or_default();
        found.iter().map(Difference::sentence).collect()
    });
    let list = if said.is_empty() {
        view! { <p class="govuk-body">{words::NO_DRAFT} "."</p> }.into_any()
    } else {
        let items: Vec<_> = said.into_iter().map(|text| view! { <li>{text}</li> }).collect();
        view! { <ul class="govuk-list govuk-list--bullet" id="differences">{items}</ul> }.into_any()
    };
    view! { <h2 class="govuk-heading-m">{words::CHANGED}</h2>{list} }.into_any()
}

/// The way from a draft to the round's tool, or to no draft.
fn using(desk: Desk, errors: PageErrors) -> Option<AnyView> {
    let issued =
        desk.with(|workbook| workbook.tool_draft().map(|_| !workbook.invitations().is_empty()))?;
    let typing = Typing::new(desk, &part(Place::Whole), "use", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let reason = typing.text("use-reason");
        let adopt = |workbook: &mut Workbook, stamp: &_| workbook.k01_adopt_tool(&reason, stamp);
        if typing.record(adopt, at_box).is_some() {
            desk.say(words::USED.to_owned());
            focus_heading();
        }
    };
    let forget = move |()| {
        desk.forget_tool_draft();
        desk.say(words::FORGOTTEN.to_owned());
        focus_heading();
    };
    let note = if issued { words::USE_ISSUED } else { words::USE_NOT_ISSUED };
    let view = view! {
        <h2 class="govuk-heading-m">{words::USE}</h2>
        <p class="govuk-body">{note}</p>
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {typing.area("use-reason", small(words::USE_REASON), words::USE_REASON_HINT, 3)}
            <Button text=words::USE id="use" />
        </form>
        <Details summary=words::FORGET>
            <p class="govuk-body">{words::FORGET_EXPLAINED}</p>
            <Button text=words::FORGET kind=ButtonKind::Warning on_click=forget id="forget" />
        </Details>
    };
    Some(view.into_any())
}

fn at_box(error: &AdoptError) -> String {
    match error {
        AdoptError::NoReason => "use-reason",
        AdoptError::Unsound(_) => faults::LIST,
        AdoptError::NoDraft
        | AdoptError::NothingChanged
        | AdoptError::UnknownAgency(_)
        | AdoptError::Judged => "use",
    }
    .to_owned()
}

fn need_invitations(desk: Desk) -> Option<AnyView> {
    let names: Vec<String> = desk.with(|workbook| {
        let slots = workbook.slots_on_earlier_tool();
        let name = |slot: &crate::id::SlotId| {
            let slot = workbook.plan().slot(slot)?;
            let agency = workbook.plan().agency(&slot.agency)?.name.clone();
            Some([agency, slot.label.clone()].join(" ").trim().to_owned())
        };
        slots.iter().filter_map(name).collect()
    });
    let href = desk.href(&Part::Invitations);
    (!names.is_empty()).then(|| {
        view! {
            <InsetText>{words::NEED_INVITATIONS} " " {names.join("; ")} ". "
                <a class="govuk-link" href=href>{panel_words::INVITATIONS}</a></InsetText>
        }
        .into_any()
    })
}

fn retired(desk: Desk) -> Option<AnyView> {
    let tool = desk.drafted_tool()?;
    let areas: Vec<AnyView> =
        tool.retired.heads.iter().map(|head| retired_area(desk, &head.area)).collect();
    let prompts: Vec<AnyView> =
        tool.retired.prompts.iter().map(|one| retired_prompt(desk, &tool, one)).collect();
    let areas = (!areas.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::RETIRED_AREAS}</h2>
            <p class="govuk-body">{words::RETIRED_AREAS_EXPLAINED}</p>
            <ul class="govuk-list" id="retired-areas">{areas}</ul>
        }
    });
    let prompts = (!prompts.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::RETIRED}</h2>
            <p class="govuk-body">{words::RETIRED_EXPLAINED}</p>
            <ul class="govuk-list" id="retired">{prompts}</ul>
        }
    });
    Some(view! { {areas}{prompts} }.into_any())
}

fn retired_area(desk: Desk, area: &Area) -> AnyView {
    let (id, name) = (area.id.clone(), words::area(area.number, &area.title));
    let restore = move |()| {
        let _ = desk.rearrange_tool(&Edit::RestoreArea(id.clone()));
        focus_heading();
    };
    view! { <li>{name.clone()} " " <LinkButton text=words::ASK_AGAIN hidden=name on_click=restore /></li> }
        .into_any()
}

fn retired_prompt(desk: Desk, tool: &Tool, retired: &Retired) -> AnyView {
    let (id, text) = (retired.prompt.id.clone(), retired.prompt.text.clone());
    let number = id.to_string();
    // Where its area is retired too, there is no place to ask it.
    let again = tool.area(&retired.area).map(|_| {
        let restore = move |()| {
            let _ = desk.rearrange_tool(&Edit::RestorePrompt(id.clone()));
            focus_heading();
        };
        view! { <LinkButton text=words::ASK_AGAIN hidden=number.clone() on_click=restore /> }
    });
    view! { <li>{number} " " {text} " " {again}</li> }.into_any()
}
