//! The grade of an area or of the case, or why there is none.

use leptos::prelude::*;

use super::controls::legend;
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::words;
use crate::audit_return::{Grading, NonGrade};
use crate::id::GradeId;
use crate::tool::Grade;
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Caption, Choice, PageErrors, Radios, TextInput};

/// Keeps the three reasons apart from any grade that a scale may define.
const NONE: &str = "no-grade ";

/// Radios of the grades on offer, then the three reasons for none.
#[component]
pub fn GradingRadios(
    /// The desk with the draft.
    desk: Desk,
    /// Stem of every element id: the place's key.
    id: String,
    /// The question.
    question: String,
    /// Grades on offer, best first.
    grades: Vec<Grade>,
    /// What is recorded.
    grading: Option<Grading>,
    /// Whether the three reasons for no grade are on offer.
    or_none: bool,
    /// Called with each new grading.
    on_change: Callback<Grading>,
    /// What is wrong on this page.
    errors: PageErrors,
) -> impl IntoView {
    let value = match &grading {
        Some(Grading::Grade(grade)) => grade.as_str().to_owned(),
        Some(Grading::None { because, .. }) => [NONE, because.as_str()].concat(),
        None => String::new(),
    };
    // One reason for all three: choosing another of them keeps what was typed, and shows it there.
    let reason = RwSignal::new(match grading {
        Some(Grading::None { reason, .. }) => reason,
        Some(Grading::Grade(_)) | None => desk.words_put_by(&id),
    });
    // Counts the choices: the box of the reason is then made anew, with the reason that stands.
    let again = RwSignal::new(0_u32);
    let mut items: Vec<Choice> = grades.into_iter().map(grade_choice).collect();
    if or_none {
        items.push(Choice::divider(words::OR));
        items.extend(
            NonGrade::ALL
                .map(|because| none_choice(desk, &id, because, (reason, again), on_change)),
        );
    }
    let choose = move |chosen: String| {
        let next = match chosen.strip_prefix(NONE) {
            Some(text) => NonGrade::ALL
                .into_iter()
                .find(|because| because.as_str() == text)
                .map(|because| Grading::None { because, reason: reason.get_untracked() }),
            None => GradeId::new(chosen).ok().map(Grading::Grade),
        };
        if let Some(next) = next {
            on_change.run(next);
            again.update(|times| *times += 1);
        }
    };
    view! {
        <Radios id=id.clone() legend=legend(question) items=items value=value on_change=choose
            error=errors.of(id) />
    }
}

fn grade_choice(grade: Grade) -> Choice {
    Choice::new(grade.id.as_str(), grade.label).hint(grade.descriptor)
}

fn none_choice(
    desk: Desk,
    id: &str,
    because: NonGrade,
    (reason, again): (RwSignal<String>, RwSignal<u32>),
    on_change: Callback<Grading>,
) -> Choice {
    let input_id = [id, "-", because.as_str()].concat();
    let write = Callback::new(move |text: String| {
        reason.set(text.clone());
        on_change.run(Grading::None { because, reason: text });
    });
    let why = move || {
        again.track();
        built_anew(reason_box(desk, &input_id, reason.get_untracked(), write))
    };
    Choice::new([NONE, because.as_str()].concat(), because.label()).reveal(why)
}

fn reason_box(desk: Desk, id: &str, reason: String, write: Callback<String>) -> AnyView {
    let id = id.to_owned();
    view! {
        {guarded(desk, &id, view! { <TextInput id=id.clone() described_by=found_under(&id) label=Caption::new(words::WHY) value=reason on_input=write /> })}
    }
    .into_any()
}
