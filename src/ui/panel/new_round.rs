//! Setting up a round from a template.

use leptos::prelude::*;

use super::desk::{Desk, Seals};
use super::route::Part;
use super::words;
use crate::browser::{now, random};
use crate::id::{AgencyId, AgencyKind, SlotId};
use crate::round::{Board, ConcernRoute, Invited, RoundDraft, SealPolicy};
use crate::tool::library;
use crate::ui::dates::{date_of, is_blank};
use crate::ui::govuk::{
    AddAnother, BackLink, Button, Caption, Choice, DateInput, DateText, ErrorSummary, PageError,
    PageErrors, PageTitle, Radios, Select, SelectItem, Size, TextInput, Textarea,
};
use crate::ui::router::go;

const SEALED: &str = "sealed";
const OPEN: &str = "open";

/// What is typed, before it is a round.
#[derive(Clone, Default)]
struct Form {
    tool: String,
    title: String,
    board: Board,
    period: String,
    purpose: String,
    cases: String,
    due: DateText,
    contact: String,
    /// [`SEALED`] or [`OPEN`].
    seals: String,
    auditors: Vec<Row>,
}

#[derive(Clone)]
struct Row {
    key: String,
    kind: String,
    name: String,
    label: String,
}

/// The page on which a round is set up.
#[component]
pub fn NewRoundPage(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let form = StoredValue::new(Form::default());
    let errors = PageErrors::new();
    let tools: Vec<Choice> = library::all()
        .iter()
        .map(|tool| Choice::new(tool.id.as_str(), tool.title.clone()).hint(tool.summary.clone()))
        .collect();
    let set = move |write: fn(&mut Form, String)| {
        Callback::new(move |text: String| form.update_value(|form| write(form, text)))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = form.get_value();
        if !errors.show(wrong(&typed)) {
            return;
        }
        let Some(draft) = draft(&typed) else { return };
        let seals = if typed.seals == OPEN { Seals::Nothing } else { Seals::ToThePanel };
        desk.set_up(draft, seals, move |outcome| match outcome {
            Ok(id) => go(&Part::Overview.href(&id)),
            Err(why) => drop(errors.show(vec![PageError::new("create", why)])),
        });
    };
    view! {
        <PageTitle text=words::SET_UP program=words::PROGRAM error=errors.any() />
        <BackLink href="#/" text=words::BACK_TO_START />
        <ErrorSummary errors=errors />
        <h1 class="govuk-heading-l">{words::SET_UP}</h1>
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            <Radios id="tool" legend=Caption::new(words::TEMPLATE).size(Size::M) items=tools
                on_change=set(|form, text| form.tool = text) error=errors.of("tool") />
            <TextInput id="title" label=Caption::new(words::TITLE).size(Size::S) hint=words::TITLE_HINT
                on_input=set(|form, text| form.title = text) error=errors.of("title") />
            <TextInput id="board" label=Caption::new(words::BOARD).size(Size::S)
                on_input=set(|form, text| form.board.name = text) error=errors.of("board") />
            <TextInput id="board-short" label=Caption::new(words::BOARD_SHORT).size(Size::S)
                on_input=set(|form, text| form.board.short_name = text) />
            <TextInput id="board-area" label=Caption::new(words::BOARD_AREA).size(Size::S)
                on_input=set(|form, text| form.board.area = text) />
            <TextInput id="period" label=Caption::new(words::PERIOD).size(Size::S) hint=words::PERIOD_HINT
                on_input=set(|form, text| form.period = text) />
            <Textarea id="purpose" label=Caption::new(words::PURPOSE).size(Size::S) rows=3
                on_input=set(|form, text| form.purpose = text) />
            <TextInput id="cases" label=Caption::new(words::CASES_NUMBER).size(Size::S) hint=words::CASES_HINT
                inputmode="numeric" class="govuk-input--width-3" on_input=set(|form, text| form.cases = text)
                error=errors.of("cases") />
            <DateInput id="due" legend=Caption::new(words::DUE).size(Size::S) hint=words::DATE_HINT
                on_input=move |typed: DateText| form.update_value(|form| form.due = typed) error=errors.of("due") />
            <TextInput id="contact" label=Caption::new(words::CONCERN_CONTACT).size(Size::S)
                hint=words::CONCERN_CONTACT_HINT on_input=set(|form, text| form.contact = text) />
            <Radios id="seals" legend=Caption::new(words::WHO_CAN_OPEN).size(Size::M)
                items=vec![
                    Choice::new(SEALED, words::ONLY_THE_PANEL).hint(words::ONLY_THE_PANEL_HINT),
                    Choice::new(OPEN, words::WHOEVER_HAS_IT).hint(words::WHOEVER_HAS_IT_HINT),
                ]
                value=SEALED on_change=set(|form, text| form.seals = text) />
            <Auditors form=form errors=errors />
            <Button text=words::CREATE id="create" />
        </form>
    }
}

/// One row an auditor.
#[component]
fn Auditors(
    /// What is typed.
    form: StoredValue<Form>,
    /// What is wrong.
    errors: PageErrors,
) -> impl IntoView {
    let rows = RwSignal::new(Vec::<String>::new());
    let kinds: Vec<(String, String)> = kinds();
    let add = move |()| {
        let key = random::hex();
        let row = Row {
            key: key.clone(),
            kind: String::new(),
            name: String::new(),
            label: String::new(),
        };
        form.update_value(|form| form.auditors.push(row));
        rows.update(|rows| rows.push(key));
    };
    let remove = move |key: String| {
        form.update_value(|form| form.auditors.retain(|row| row.key != key));
        rows.update(|rows| rows.retain(|row| *row != key));
    };
    let row = move |key: String| {
        let set = |write: fn(&mut Row, String)| {
            let key = key.clone();
            Callback::new(move |text: String| {
                form.update_value(|form| {
                    if let Some(row) = form.auditors.iter_mut().find(|row| row.key == key) {
                        write(row, text);
                    }
                });
            })
        };
        let id = |part: &str| ["auditors-", &key, "-", part].concat();
        let mut items = vec![SelectItem::new("", words::CHOOSE_KIND)];
        items.extend(kinds.iter().map(|(id, name)| SelectItem::new(id.clone(), name.clone())));
        view! {
            <Select id=id("kind") label=Caption::new(words::AGENCY_KIND) items=items value=String::new()
                on_change=set(|row, text| row.kind = text) />
            <TextInput id=id("name") label=Caption::new(words::AGENCY_NAME) hint=words::AGENCY_NAME_HINT
                on_input=set(|row, text| row.name = text) />
            <TextInput id=id("label") label=Caption::new(words::SLOT_LABEL)
                on_input=set(|row, text| row.label = text) />
        }
    };
    let error = errors.of("auditors");
    let holds = move |key: String| {
        form.with_value(|form| {
            form.auditors
                .iter()
                .any(|row| row.key == key && !(row.kind.is_empty() && row.name.is_empty()))
        })
    };
    view! {
        {move || error.get().map(|text| view! { <p class="govuk-error-message">{text}</p> })}
        <AddAnother id="auditors" title=words::AGENCIES name=words::AGENCY add_first=words::ADD_AGENCY
            add_more=words::ADD_ANOTHER_AGENCY rows=rows row=row on_add=add on_remove=remove holds=holds />
    }
}

/// Kinds of agency that the shipped tools know, by id.
fn kinds() -> Vec<(String, String)> {
    let mut kinds = Vec::new();
    for tool in library::all() {
        for kind in &tool.agency_kinds {
            let entry = (kind.id.as_str().to_owned(), kind.name.clone());
            if !kinds.contains(&entry) {
                kinds.push(entry);
            }
        }
    }
    kinds
}

fn wrong(form: &Form) -> Vec<PageError> {
    let number = form.cases.trim().parse::<u32>();
    let named = |row: &Row| !row.kind.is_empty() && !row.name.trim().is_empty();
    let rows = [
        (form.tool.is_empty(), "tool", words::SELECT_TOOL),
        (form.title.trim().is_empty(), "title", words::ENTER_TITLE),
        (form.board.name.trim().is_empty(), "board", words::ENTER_BOARD),
        (!number.is_ok_and(|number| (1..=200).contains(&number)), "cases", words::ENTER_CASES),
        (!is_blank(&form.due) && date_of(&form.due).is_none(), "due", words::ENTER_DUE),
        (
            form.auditors.is_empty() || !form.auditors.iter().all(named),
            "auditors",
            words::ENTER_AGENCIES,
        ),
    ];
    let wrong = rows.into_iter().filter(|(wrong, ..)| *wrong);
    wrong
        .map(|(_, id, text)| match id {
            "due" => PageError::new(id, text).at("due-day"),
            _ => PageError::new(id, text),
        })
        .collect()
}

/// What was typed, as the core takes it; `None` where [`wrong`] has something to say.
fn draft(form: &Form) -> Option<RoundDraft> {
    let tool = library::all().iter().find(|tool| tool.id.as_str() == form.tool)?.clone();
    let auditor = |row: &Row| {
        Some(Invited {
            agency: random::id::<AgencyId>(),
            slot: random::id::<SlotId>(),
            kind: AgencyKind::new(row.kind.clone()).ok()?,
            name: row.name.trim().to_owned(),
            label: row.label.trim().to_owned(),
            secret: crate::envelope::EnrolmentSecret::from_bytes(random::secret()),
        })
    };
    let number: u32 = form.cases.trim().parse().ok()?;
    Some(RoundDraft {
        id: random::id(),
        tool,
        title: form.title.trim().to_owned(),
        board: form.board.clone(),
        period: form.period.trim().to_owned(),
        purpose: form.purpose.trim().to_owned(),
        due: date_of(&form.due),
        issued: now().date_naive(),
        concern_route: ConcernRoute {
            contact: form.contact.trim().to_owned(),
            ..ConcernRoute::default()
        },
        cases: (0..number).map(|_| random::id()).collect(),
        seal: SealPolicy::Off,
        auditors: form.auditors.iter().filter_map(auditor).collect(),
    })
}
