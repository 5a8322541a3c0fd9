//! One other tool: where it comes from, how it is mapped, and taking that back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::super::desk::{Desk, sentence_of};
use super::super::page::{said_line, titled};
use super::super::typing::{Typing, sentence};
use super::super::undo_form::{Undo, undo_form};
use super::{Place, called, form, part, words};
use crate::browser::files;
use crate::envelope::{Kind, Limits};
use crate::panel::mapping::{ToolFileError, shipped, tool_of_invitation};
use crate::tool::{Tool, ToolRef};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Caption, Cell, FileUpload, InsetText, PageError, PageErrors, Size, SummaryList, SummaryRow,
    Table,
};

const FILE: &str = "tool-file";
const UNDO: &str = "undo-reason";

/// The page of one other tool.
pub fn page(desk: Desk, wanted: ToolRef) -> AnyView {
    let errors = PageErrors::new();
    let kept = desk.with(|workbook| workbook.last_mapping(&wanted).map(|one| one.tool.clone()));
    let tool = RwSignal::new(kept.or_else(|| shipped(&wanted)));
    let title = [words::MAPPING_OF, " ", &called(&wanted)].concat();
    let stored = StoredValue::new(wanted);
    let known = move || {
        let tool = tool.get();
        stored.with_value(|wanted| known(desk, wanted, tool.as_ref()))
    };
    // Made anew when the tool is here, or its mapping was recorded or taken back.
    let mapped = Memo::new(move |_| {
        let last = |wanted: &ToolRef| {
            desk.with(|workbook| {
                workbook.last_mapping(wanted).map(|one| (one.stamp.at, one.undone))
            })
        };
        stored.with_value(last)
    });
    let forms = move || {
        let stands = mapped.get().is_some_and(|(_, undone)| !undone);
        let here = tool.get();
        untrack(|| {
            let wanted = stored.get_value();
            let Some(here) = here else { return choose(wanted, errors, tool) };
            let undo = stands.then(|| undo(desk, wanted.clone(), errors));
            built_anew(view! { {form::form(desk, wanted, here, errors)}{undo} }.into_any())
        })
    };
    view! {
        {titled(desk, title, (&part(Place::List), words::BACK_TO_MAPPING), errors)}
        {said_line(desk)}
        {known}
        {forms}
    }
    .into_any()
}

fn known(desk: Desk, wanted: &ToolRef, tool: Option<&Tool>) -> AnyView {
    let (files, stands, left) = desk
        .try_with(|workbook| {
            let all = workbook.other_tools().into_iter();
            let files = all.filter(|(tool, _)| tool == wanted).map(|(_, files)| files).sum();
            let stands = workbook.mapping(wanted).cloned();
            (files, stands, workbook.left_out(wanted))
        })
        .unwrap_or((0_usize, None, Vec::new()));
    let title = tool.map_or(words::TOOL_NOT_HERE, |tool| tool.title.as_str()).to_owned();
    let mut rows = vec![
        SummaryRow::text(words::TOOL, title),
        SummaryRow::text(words::FILES, files.to_string()),
        SummaryRow::text(
            words::STANDING,
            if stands.is_some() { words::MAPPED } else { words::NOT_MAPPED },
        ),
    ];
    let scale = stands
        .as_ref()
        .map(|one| desk.with(|workbook| one.same_scale(&workbook.plan().round.tool.scale)));
    if let Some(one) = &stands {
        rows.push(SummaryRow::text(words::WHY, one.reason.clone()));
    }
    let scale =
        (scale == Some(false)).then(|| view! { <InsetText>{words::OTHER_SCALE}</InsetText> });
    let left = (!left.is_empty()).then(|| {
        let rows = left.into_iter().map(|one| vec![Cell::text(one.asked), Cell::number(one.returns)]);
        let head = [words::LEFT_OUT, words::IN_RETURNS].map(Cell::text).into();
        view! { <Table caption=words::LEFT_OUT_TITLE caption_class="govuk-table__caption--m" head=head
            rows=rows.collect() row_headers=true /> }
    });
    view! { <SummaryList rows=rows />{scale}{left} }.into_any()
}

/// The tool is not shipped: an invitation holds it.
fn choose(wanted: ToolRef, errors: PageErrors, tool: RwSignal<Option<Tool>>) -> AnyView {
    let on_files = move |files: Vec<File>| {
        let Some(file) = files.into_iter().next() else { return };
        let wanted = wanted.clone();
        spawn_local(async move {
            match read(&file, &wanted).await {
                Ok(found) => {
                    let _ = tool.try_set(Some(found));
                }
                Err(why) => drop(errors.show(vec![PageError::new(FILE, why)])),
            }
        });
    };
    view! {
        <h2 class="govuk-heading-m">{words::CHOOSE_TOOL}</h2>
        <p class="govuk-body">{words::CHOOSE_TOOL_EXPLAINED}</p>
        <FileUpload id=FILE label=Caption::new(words::INVITATION_FILE).size(Size::S) accept=".json,application/json"
            on_files=on_files error=errors.of(FILE) />
    }
    .into_any()
}

async fn read(file: &File, wanted: &ToolRef) -> Result<Tool, String> {
    let limit = Limits::of(Kind::Invitation).file_bytes;
    let bytes = files::read(file, limit).await.map_err(|error| error.to_string())?;
    tool_of_invitation(&bytes, wanted).map_err(|error| match error {
        ToolFileError::Open(why) => sentence_of(why),
        ToolFileError::OtherTool(..) => sentence(&error.to_string()),
    })
}

/// Taking a mapping back.
fn undo(desk: Desk, wanted: ToolRef, errors: PageErrors) -> AnyView {
    let here = part(Place::One(wanted.hash));
    let typing = Typing::new(desk, &here, "undo", Vec::new(), errors);
    let words = Undo {
        reason: UNDO,
        summary: words::UNDO,
        explained: words::UNDO_EXPLAINED,
        why: words::WHY,
        button: words::UNDO,
        done: words::UNDONE,
    };
    undo_form(desk, typing, words, move |workbook, reason, stamp| {
        workbook.unmap_tool(&wanted, reason, stamp)
    })
}
