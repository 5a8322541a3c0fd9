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
use crate::panel::{Matrix, Questions};
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
        {keys::save_form(desk, errors, words::WORKBOOK_PASSPHRASE_HINT, false)}
    }
    .into_any()
}

/// Where practice begins: there is nothing to read in an invented round before its returns are imported.
fn practice_begins(desk: Desk) -> Option<AnyView> {
    let begins = desk.with(|workbook| {
        workbook.plan().round.practice && workbook.register().entries().next().is_none()
    });
    let href = desk.href(&Part::Import);
    begins.then(|| {
        view! {
            <InsetText>{words::PRACTICE_BEGINS} " "
                <a class="govuk-link" href=href>{words::IMPORT_SAMPLES}</a></InsetText>
        }
        .into_any()
    })
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

/// The stages of the work in their order, each task with where it stands.
fn stages(desk: Desk) -> Vec<(&'static str, Vec<Task>)> {
    let standing = desk.try_with(|workbook| {
        let plan = workbook.plan();
        let has = |slot| workbook.invitations().iter().any(|issued| issued.slot == slot);
        let issued = plan.slots.iter().filter(|slot| has(slot.id.clone())).count();
        let matrix = Matrix::of(workbook, local(now()).date());
        let questions = Questions::of(workbook, local(now()).date());
        let asked = (questions.open, questions.overdue);
        (issued, plan.slots.len(), matrix, plan.open_cases().count(), asked)
    });
    let Some((issued, slots, matrix, cases, (open, overdue))) = standing else { return Vec::new() };
    let totals = &matrix.totals;
    let of = |some: usize, all: usize| [some.to_string(), all.to_string()].join(" of ");
    let apart = totals.quarantined + totals.unplaced + totals.conflict + totals.held;
    let import = if apart > 0 {
        let text = [apart.to_string().as_str(), " to look at"].concat();
        TaskStatus::tag(text, TagColour::Yellow)
    } else {
        TaskStatus::plain("")
    };
    let asked = words::questions_open(open, overdue);
    let asked = if overdue > 0 {
        TaskStatus::tag(asked, TagColour::Orange)
    } else {
        TaskStatus::plain(asked)
    };
    let task = |title, part: Part, status| Task::new(title, desk.href(&part), status);
    let plain = |title, part| task(title, part, TaskStatus::plain(""));
    let concerns = Part::Concerns(concerns::Place::Board);
    let compared = documents::Place::Of(DocumentKind::Comparison, documents::View::Whole);
    let other_tools = desk.with(|workbook| workbook.other_tools().len());
    let other_tools = (other_tools > 0)
        .then(|| plain(words::mapping::MAPPING, Part::Mapping(super::mapping::Place::List)));
    vec![
        (
            own::STAGE_SET_UP,
            vec![
                task(
                    words::sampling::SAMPLING,
                    Part::Sampling(sampling::Place::Grid),
                    sampling::standing(desk),
                ),
                task(words::tool::TOOL, Part::Tool(tool::Place::Whole), tool::standing(desk)),
                task(words::keys::KEYS, Part::Keys(keys::Place::Main), keys::standing(desk)),
            ],
        ),
        (
            own::STAGE_COLLECT,
            vec![
                task(words::INVITATIONS, Part::Invitations, TaskStatus::plain(of(issued, slots))),
                plain(words::IMPORT, Part::Import),
                task(own::FILES, Part::Files, import),
                task(words::MATRIX, Part::Matrix, TaskStatus::plain(words::came(totals))),
                plain(own::REMINDERS, Part::Reminders),
                task(words::QUESTIONS, Part::Questions, asked),
            ]
            .into_iter()
            .chain(other_tools)
            .collect(),
        ),
        (
            own::STAGE_TOGETHER,
            vec![
                task(words::concerns::CONCERNS, concerns, concerns::standing(desk)),
                task(words::CASES, Part::Cases, TaskStatus::plain(cases.to_string())),
                plain(words::AREAS, Part::Areas),
                plain(words::COUNTS, Part::Counts),
            ],
        ),
        (
            own::STAGE_AGREE,
            vec![
                plain(words::meeting::MEETINGS, Part::Meeting(meeting::Place::List)),
                plain(words::findings::FINDINGS, Part::Findings(findings::Place::List)),
                plain(words::together::CALIBRATION, Part::Calibration),
                task(own::LIMITS, Part::Limits, contradictions::standing(desk)),
                task(
                    words::copies::COPIES,
                    Part::Copies(copies::Place::List),
                    copies::standing(desk),
                ),
            ],
        ),
        (
            own::STAGE_PUBLISH,
            vec![
                plain(words::documents::DOCUMENTS, Part::Documents(documents::Place::List)),
                task(words::plan::PLAN, Part::Plan(plan::Place::Board), plan::standing(desk)),
            ],
        ),
        (
            words::beside::STAGE_FOLLOW,
            vec![
                plain(words::beside::COMPARE, Part::Documents(compared)),
                plain(words::beside::DATASET, Part::Documents(documents::Place::Dataset)),
                plain(words::retention::RETENTION, Part::Documents(documents::Place::Retention)),
            ],
        ),
        (own::STAGE_LOOK_UP, vec![plain(own::SEARCH, Part::Search), plain(own::LOG, Part::Log)]),
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
