//! What the round is, and where it stands.

use leptos::prelude::*;

use super::desk::Desk;
use super::page::said_line;
use super::route::Part;
use super::words::register as own;
use super::{
    concerns, contradictions, copies, documents, findings, keys, meeting, plan, sampling, tool,
    words,
};
use crate::browser::{local, now};
use crate::panel::retention::{Retention, n01_retention};
use crate::panel::{Matrix, Questions, Totals, Workbook};
use crate::report::document::DocumentKind;
use crate::round::Round;
use crate::ui::dates::long_date;
use crate::ui::govuk::{
    BackLink, ErrorSummary, InsetText, PageErrors, PageTitle, SaveStatus, SummaryList, SummaryRow,
    TagColour, Task, TaskList, TaskStatus,
};

/// The overview of the open round.
#[component]
pub fn OverviewPage(
    /// The desk with the round.
    desk: Desk,
) -> impl IntoView {
    desk.try_with(|workbook| workbook.plan().round.clone()).map(|round| overview(desk, round))
}

fn overview(desk: Desk, round: Round) -> AnyView {
    let title = round.title.clone();
    let due = round.dates.due.map(long_date).unwrap_or_else(|| words::NOT_SET.to_owned());
    let tool = [round.tool.title.as_str(), ", version ", &round.tool.version.to_string()].concat();
    let key = desk.with(|workbook| workbook.round_key().thumbprint().fingerprint());
    let rows = vec![
        SummaryRow::text(words::TOOL, tool),
        SummaryRow::text(words::DUE_BY, due),
        SummaryRow::text(words::ROUND_KEY, key),
    ];
    let details = desk.href(&Part::Details);
    let take_off = desk.href(&Part::Documents(documents::Place::TakeOff));
    let hint = match desk.has_key() {
        true => words::WORKBOOK_PASSPHRASE_HINT,
        false => words::keys::DEPUTYS_PASSPHRASE_HINT,
    };
    let errors = PageErrors::new();
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM error=errors.any() />
        <BackLink href="#/" text=words::BACK_TO_START />
        <ErrorSummary errors=errors />
        <span class="govuk-caption-l">{round.board.name.clone()} ", " {round.period.clone()}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
        {said_line(desk)}
        {concerns::alert(desk)}
        {papers_due(desk, &round)}
        <p class="govuk-body-l">{round.purpose.clone()}</p>
        {move || practice_begins(desk)}
        {move || lists(desk)}
        <SummaryList rows=rows />
        <p class="govuk-body"><a class="govuk-link" href=details>{words::set_up::CHANGE_DETAILS}</a></p>
        {move || desk.trouble().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        <h2 class="govuk-heading-m">{words::KEEP_WORKBOOK}</h2>
        <p class="govuk-body">{words::SAVE_WORKBOOK_NOTE}</p>
        {keys::save_form(desk, errors, hint, false)}
        <p class="govuk-body"><a class="govuk-link" href=take_off>{words::keys::TAKE_OFF}</a></p>
    }
    .into_any()
}

/// Where practice begins: there is nothing to read in an invented round before its returns are imported.
fn practice_begins(desk: Desk) -> Option<AnyView> {
    let begins = desk
        .with(|workbook| has_samples(workbook) && workbook.register().entries().next().is_none());
    let href = desk.href(&Part::Import);
    begins.then(|| {
        view! {
            <InsetText>{words::PRACTICE_BEGINS} " "
                <a class="govuk-link" href=href>{words::IMPORT_SAMPLES}</a></InsetText>
        }
        .into_any()
    })
}

/// The sample returns answer the sample round, and no round that was set up from it.
pub fn has_samples(workbook: &Workbook) -> bool {
    workbook.plan().round.practice && workbook.baseline().is_none()
}

/// N-01: said in the round once its working papers are due to go.
fn papers_due(desk: Desk, round: &Round) -> Option<AnyView> {
    let Retention::Due(date) = n01_retention(round.dates.retention, local(now()).date()) else {
        return None;
    };
    let href = desk.href(&Part::Documents(documents::Place::Retention));
    Some(
        view! {
            <InsetText>{words::retention::due_since(date)} " "
                <a class="govuk-link" href=href>{words::retention::DECIDE}</a></InsetText>
        }
        .into_any(),
    )
}

/// What the tasks of a round say of it in numbers.
struct Counted {
    /// Places that were sent an invitation, and all.
    issued: (usize, usize),
    /// The returns.
    totals: Totals,
    /// Cases that count.
    cases: usize,
    /// Questions that are open, and those of them that are overdue.
    questions: (usize, usize),
    /// Other tools, or other versions, that returns were made with.
    other_tools: usize,
}

fn counted(desk: Desk) -> Option<Counted> {
    desk.try_with(|workbook| {
        let plan = workbook.plan();
        let has = |slot| workbook.invitations().iter().any(|issued| issued.slot == slot);
        let issued = plan.slots.iter().filter(|slot| has(slot.id.clone())).count();
        let today = local(now()).date();
        let questions = Questions::of(workbook, today);
        Counted {
            issued: (issued, plan.slots.len()),
            totals: Matrix::of(workbook, today).totals,
            cases: plan.open_cases().count(),
            questions: (questions.open, questions.overdue),
            other_tools: workbook.other_tools().len(),
        }
    })
}

/// The stages of the work in their order, each task with where it stands.
fn stages(desk: Desk) -> Vec<(&'static str, Vec<Task>)> {
    let Some(counted) = counted(desk) else { return Vec::new() };
    vec![
        (own::STAGE_SET_UP, set_up(desk)),
        (own::STAGE_COLLECT, collect(desk, &counted)),
        (own::STAGE_TOGETHER, together(desk, counted.cases)),
        (own::STAGE_AGREE, agree(desk)),
        (own::STAGE_PUBLISH, publish(desk)),
        (words::beside::STAGE_FOLLOW, follow(desk)),
        (
            own::STAGE_LOOK_UP,
            vec![plain(desk, own::SEARCH, Part::Search), plain(desk, own::LOG, Part::Log)],
        ),
    ]
}

fn task(desk: Desk, title: &'static str, part: Part, status: TaskStatus) -> Task {
    Task::new(title, desk.href(&part), status)
}

fn plain(desk: Desk, title: &'static str, part: Part) -> Task {
    task(desk, title, part, TaskStatus::plain(""))
}

fn set_up(desk: Desk) -> Vec<Task> {
    let chosen = Part::Sampling(sampling::Place::Grid);
    let asked = Part::Tool(tool::Place::Whole);
    let held = Part::Keys(keys::Place::Main);
    vec![
        task(desk, words::sampling::SAMPLING, chosen, sampling::standing(desk)),
        task(desk, words::tool::TOOL, asked, tool::standing(desk)),
        task(desk, words::keys::KEYS, held, keys::standing(desk)),
    ]
}

fn collect(desk: Desk, counted: &Counted) -> Vec<Task> {
    let (issued, slots) = counted.issued;
    let issued = [issued.to_string(), slots.to_string()].join(" of ");
    let totals = &counted.totals;
    let mut tasks = vec![
        task(desk, words::INVITATIONS, Part::Invitations, TaskStatus::plain(issued)),
        plain(desk, words::IMPORT, Part::Import),
        task(desk, own::FILES, Part::Files, to_look_at(totals)),
        task(desk, words::MATRIX, Part::Matrix, TaskStatus::plain(words::came(totals))),
        plain(desk, own::REMINDERS, Part::Reminders),
        task(desk, words::QUESTIONS, Part::Questions, to_answer(counted.questions)),
    ];
    if counted.other_tools > 0 {
        let mapping = Part::Mapping(super::mapping::Place::List);
        tasks.push(plain(desk, words::mapping::MAPPING, mapping));
    }
    tasks
}

fn to_look_at(totals: &Totals) -> TaskStatus {
    let apart = totals.quarantined + totals.unplaced + totals.conflict + totals.held;
    if apart > 0 {
        let text = [apart.to_string().as_str(), " to look at"].concat();
        TaskStatus::tag(text, TagColour::Yellow)
    } else {
        TaskStatus::plain("")
    }
}

fn to_answer((open, overdue): (usize, usize)) -> TaskStatus {
    let text = words::questions_open(open, overdue);
    if overdue > 0 { TaskStatus::tag(text, TagColour::Orange) } else { TaskStatus::plain(text) }
}

fn together(desk: Desk, cases: usize) -> Vec<Task> {
    let board = Part::Concerns(concerns::Place::Board);
    vec![
        task(desk, words::concerns::CONCERNS, board, concerns::standing(desk)),
        task(desk, words::CASES, Part::Cases, TaskStatus::plain(cases.to_string())),
        plain(desk, words::AREAS, Part::Areas),
        plain(desk, words::COUNTS, Part::Counts),
    ]
}

fn agree(desk: Desk) -> Vec<Task> {
    let sent = Part::Copies(copies::Place::List);
    vec![
        plain(desk, words::meeting::MEETINGS, Part::Meeting(meeting::Place::List)),
        plain(desk, words::findings::FINDINGS, Part::Findings(findings::Place::List)),
        plain(desk, words::together::CALIBRATION, Part::Calibration),
        task(desk, own::LIMITS, Part::Limits, contradictions::standing(desk)),
        task(desk, words::copies::COPIES, sent, copies::standing(desk)),
    ]
}

fn publish(desk: Desk) -> Vec<Task> {
    vec![
        plain(desk, words::documents::DOCUMENTS, Part::Documents(documents::Place::List)),
        task(desk, words::plan::PLAN, Part::Plan(plan::Place::Board), plan::standing(desk)),
    ]
}

fn follow(desk: Desk) -> Vec<Task> {
    let compared = documents::Place::Of(DocumentKind::Comparison, documents::View::Whole);
    let to_keep = documents::Place::Retention;
    vec![
        plain(desk, words::beside::COMPARE, Part::Documents(compared)),
        plain(desk, words::beside::DATASET, Part::Documents(documents::Place::Dataset)),
        plain(desk, words::retention::RETENTION, Part::Documents(to_keep)),
    ]
}

/// One list a stage, each under its heading.
fn lists(desk: Desk) -> Vec<AnyView> {
    let stages = stages(desk).into_iter().enumerate();
    stages
        .map(|(at, (title, items))| {
            let id = ["stage-", &at.to_string()].concat();
            view! { <h2 class="govuk-heading-m">{title}</h2><TaskList id=id items=items /> }
                .into_any()
        })
        .collect()
}
