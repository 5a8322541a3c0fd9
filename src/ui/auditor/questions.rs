//! The panel's questions: as a file brings them, beside the answers that they are about, and all together.

use leptos::prelude::*;

use super::controls::{edits, page_caption, save_and_continue, save_line, saves};
use super::desk::{Desk, LaidOutPack};
use super::guarded::{found_under, guarded};
use super::page::go_to_place;
use super::route::Step;
use super::{trail, words};
use crate::audit_return::{About, AreaAsked, PanelQuestion, Question};
use crate::browser::local;
use crate::check::Place;
use crate::round::Round;
use crate::store::{Asked, Change, QuestionChange, Standing};
use crate::ui::dates::long_date;
use crate::ui::govuk::{
    BackLink, Button, Caption, Checkboxes, Choice, ErrorSummary, InsetText, PageErrors, PageTitle,
    Textarea,
};
use crate::ui::router::go;

const CHANGED: &str = "changed";

/// The page of a file of questions that was just opened.
pub fn pack_page(desk: Desk, hash: &str) -> AnyView {
    let laid_out = desk.laid_out_pack(hash);
    let body = match laid_out {
        None => view! { <InsetText>{words::QUESTIONS_NOT_LAID_OUT}</InsetText> }.into_any(),
        Some(laid_out) => pack(desk, &laid_out),
    };
    view! {
        <PageTitle text=words::QUESTIONS program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        {body}
    }
    .into_any()
}

fn pack(desk: Desk, laid_out: &LaidOutPack) -> AnyView {
    let failed = RwSignal::new(None::<String>);
    let caption =
        [laid_out.pack.round.title.as_str(), ", ", &laid_out.pack.agency.in_words()].concat();
    // Drawn once: what a button does leads to another page.
    let cases = untrack(|| desk.asked(laid_out));
    let cases: Vec<AnyView> =
        cases.into_iter().map(|asked| case(desk, laid_out, asked, failed)).collect();
    view! {
        <span class="govuk-caption-l">{caption}</span>
        <h1 class="govuk-heading-l">{words::QUESTIONS}</h1>
        {move || failed.get().map(|why| view! { <div role="alert"><InsetText>{why}</InsetText></div> })}
        {cases}
        {contacts(&laid_out.round)}
    }
    .into_any()
}

/// Where the advice above does not help, somebody can be asked. Not every contact is one for that: some lead to
/// training or procedures.
fn contacts(round: &Round) -> Option<AnyView> {
    let contacts = words::contacts(&round.report.contacts);
    let line = |text: String| view! { <p class="govuk-body app-plain-text">{text}</p> };
    (!contacts.is_empty()).then(|| {
        let lines: Vec<_> = contacts.into_iter().map(line).collect();
        view! { <h2 class="govuk-heading-m">{words::CONTACTS}</h2>{lines} }.into_any()
    })
}

fn case(
    desk: Desk,
    laid_out: &LaidOutPack,
    asked: Asked,
    failed: RwSignal<Option<String>>,
) -> AnyView {
    let label = asked.case_label.clone();
    let round = &laid_out.round;
    let questions: Vec<_> =
        asked.questions.iter().map(|one| as_asked(round, &one.question, "")).collect();
    let (standing, action) = (standing(&asked.standing), action(&asked.standing));
    let link = match &asked.standing {
        Standing::Answered(here) | Standing::NeverArrived(here) => {
            let href = Step::Done.href(&here.draft);
            Some(
                view! { <p class="govuk-body"><a class="govuk-link" href=href>{words::DOWNLOAD_ANSWERED}</a></p> },
            )
        }
        _ => None,
    };
    let invitation = laid_out.invitation;
    let take_up = move |()| {
        desk.take_up(invitation, asked.clone(), move |outcome| match outcome {
            Ok(href) => go(&href),
            Err(why) => drop(failed.try_set(Some(why))),
        });
    };
    let button = action.map(|text| view! { <Button text=text on_click=take_up /> });
    view! {
        <h2 class="govuk-heading-m">{label}</h2>
        {questions}
        <p class="govuk-body">{standing}</p>
        {link}
        {button}
    }
    .into_any()
}

/// What there is of the return on this device, and what to do.
fn standing(standing: &Standing) -> String {
    match standing {
        Standing::NotBegun => words::STANDING_NOT_BEGUN.to_owned(),
        Standing::NotHere => words::STANDING_NOT_HERE.to_owned(),
        Standing::OtherReturn => words::STANDING_OTHER_RETURN.to_owned(),
        Standing::NotThatVersion { asked } => words::standing_not_that_version(*asked),
        Standing::Signed(here) => words::standing_signed(here.version),
        Standing::InWork(_) => words::STANDING_IN_WORK.to_owned(),
        Standing::SignedLater { asked, .. } => words::standing_later(*asked),
        Standing::NeverArrived(_) => words::STANDING_NEVER_ARRIVED.to_owned(),
        Standing::Answered(here) => words::standing_answered(here.version),
    }
}

/// What the button says, where questions can be taken up.
fn action(standing: &Standing) -> Option<String> {
    match standing {
        Standing::NotBegun => Some(words::START_AND_ANSWER.to_owned()),
        Standing::Signed(here) | Standing::NeverArrived(here) => {
            Some(words::start_version(here.version.saturating_add(1)))
        }
        Standing::InWork(_) | Standing::SignedLater { .. } => {
            Some(words::ANSWER_QUESTIONS.to_owned())
        }
        Standing::NotHere
        | Standing::OtherReturn
        | Standing::NotThatVersion { .. }
        | Standing::Answered(_) => None,
    }
}

/// A question as the panel wrote it. `id` is its text's, for the box that answers it.
fn as_asked(round: &Round, question: &Question, id: &str) -> AnyView {
    let by = question.answer_by.map(long_date);
    let asked =
        words::asked_by(&question.asked_by, &long_date(local(question.asked_at).date()), by);
    let about = question.about.title(round);
    let id = (!id.is_empty()).then(|| id.to_owned());
    let text = question.text.clone();
    view! {
        <InsetText>
            <p class="govuk-body"><strong>{words::PANEL_ASKS}</strong>" ("{asked}")"</p>
            <p class="govuk-body-s">{about}</p>
            <p class="govuk-body app-plain-text" id=id>{text}</p>
        </InsetText>
    }
    .into_any()
}

/// The questions about one place, each with its box; nothing where the panel asks nothing.
pub fn beside(desk: Desk, about: &About, errors: PageErrors) -> AnyView {
    let asked = desk.panel_questions().into_iter().filter(|one| one.question.about == *about);
    asked.map(|one| with_box(desk, one, errors)).collect_view().into_any()
}

fn with_box(desk: Desk, one: PanelQuestion, errors: PageErrors) -> AnyView {
    let key = Place::PanelQuestion(one.question.id.clone()).key();
    let asked_id = [&key, "-asked"].concat();
    let (for_answer, for_change) = (one.question.id.clone(), one.question.id.clone());
    let on_answer = edits(desk, move |text| {
        Change::PanelQuestion(for_answer.clone(), QuestionChange::Answer(text))
    });
    let on_changed = edits(desk, move |chosen: Vec<String>| {
        let changed = QuestionChange::Changed(!chosen.is_empty());
        Change::PanelQuestion(for_change.clone(), changed)
    });
    let asked = desk.with(|open| Some(as_asked(&open.invitation.round, &one.question, &asked_id)));
    // There is nothing to change where no return was read.
    let changed = one.version.map(|_| {
        let values = if one.changed { vec![CHANGED.to_owned()] } else { Vec::new() };
        let id = [&key, "-changed"].concat();
        let items = vec![Choice::new(CHANGED, words::I_CHANGED)];
        view! { <Checkboxes id=id items=items values=values on_change=on_changed class="govuk-checkboxes--small" /> }
    });
    view! {
        <div class="app-prompt">
            {asked}
            {guarded(desk, &key, view! { <Textarea id=key.clone() described_by=[asked_id.as_str(), &found_under(&key)].join(" ") label=Caption::new(words::YOUR_ANSWER) hint=words::YOUR_ANSWER_HINT rows=3
                value=one.answer.clone() on_input=on_answer on_blur=saves(desk) error=errors.of(key.clone()) /> })}
            {changed}
        </div>
    }
    .into_any()
}

/// All questions of the panel about this return.
pub fn questions_page(desk: Desk, place: Option<String>) -> AnyView {
    let errors = PageErrors::new();
    let tasks = desk.href(&Step::Tasks);
    let asked = desk.panel_questions();
    let none = asked.is_empty();
    let questions: Vec<AnyView> = asked.into_iter().map(|one| on_page(desk, one, errors)).collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        desk.save_now();
        if errors.show(desk.question_errors()) {
            go(&desk.href(&trail::onward(Step::Tasks)));
        }
    };
    go_to_place(place);
    let lead = if none { words::QUESTIONS_NONE } else { words::QUESTIONS_LEAD };
    view! {
        <PageTitle text=words::QUESTIONS program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::QUESTIONS}</h1>
        {save_line(desk)}
        <p class="govuk-body">{lead}</p>
        <form novalidate on:submit=submit>
            {questions}
            {save_and_continue(tasks)}
        </form>
    }
    .into_any()
}

/// One question with its box, and the way to what it is about.
fn on_page(desk: Desk, one: PanelQuestion, errors: PageErrors) -> AnyView {
    let step = step_of(desk, &one.question.about);
    let key = Place::PanelQuestion(one.question.id.clone()).key();
    let about = desk.with(|open| one.question.about.title(&open.invitation.round));
    let link = (step != Step::Questions).then(|| {
        let href = desk.href_at(&step, &key);
        let hidden = [": ", &about].concat();
        view! {
            <p class="govuk-body"><a class="govuk-link" href=href>{words::GO_TO_ANSWER}
                <span class="govuk-visually-hidden">{hidden}</span></a></p>
        }
    });
    view! { {with_box(desk, one, errors)}{link} }.into_any()
}

/// The page on which the boxes of questions about a place stand.
///
/// What is on no page of this return now is answered where all questions are listed.
pub fn step_of(desk: Desk, about: &About) -> Step {
    let nil = desk.with(|open| open.ret.is_nil());
    match about {
        About::Involvement => Step::Involvement,
        About::Return => Step::Questions,
        _ if nil => Step::Questions,
        About::Prompt(prompt) => desk
            .with(|open| {
                let asked = open.shown().is_asked(prompt);
                let area = open.invitation.round.tool.prompt(prompt).filter(|_| asked);
                area.map(|(area, _)| Step::Area(area.id.clone()))
            })
            .unwrap_or(Step::Questions),
        About::Area { area, part } => desk
            .with(|open| {
                let tool = &open.invitation.round.tool;
                let known = tool.area(area).filter(|one| one.holds_findings())?;
                let graded = tool.graded_areas().any(|one| one.id == known.id);
                (*part != AreaAsked::Grade || graded).then(|| Step::Area(known.id.clone()))
            })
            .unwrap_or(Step::Questions),
        About::Overall | About::Comments => Step::Overall,
        About::Timescale(_) => Step::Timescales,
        About::Chronology => Step::Chronology,
        About::Practitioner | About::FamilyViews => Step::Views,
    }
}

/// Those about any place that `wanted` accepts, above a page's own questions.
pub fn beside_all(desk: Desk, errors: PageErrors, wanted: fn(&About) -> bool) -> AnyView {
    let asked = desk.panel_questions().into_iter().filter(|one| wanted(&one.question.about));
    asked.map(|one| with_box(desk, one, errors)).collect_view().into_any()
}
