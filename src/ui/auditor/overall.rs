//! The case overall: grade, qualifier, reason, comments, practice to share.

use leptos::prelude::*;

use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, saves_and_continues,
};
use super::desk::Desk;
use super::grading::GradingRadios;
use super::guarded::{found_under, guarded};
use super::page::go_to_place;
use super::questions::beside;
use super::route::Step;
use super::words;
use crate::audit_return::{About, Grading, OverallRecord};
use crate::check::{MOST_CHARACTERS, Place, TextPart};
use crate::id::{GradeId, QualifierId};
use crate::store::{Change, OverallChange};
use crate::tool::{GradedBy, Qualifier};
use crate::ui::govuk::{
    BackLink, CharacterCount, Choice, ErrorSummary, Limit, PageErrors, PageTitle, Radios, Textarea,
};

/// The page on the case overall.
#[component]
pub fn OverallPage(
    /// The desk with the draft.
    desk: Desk,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let errors = PageErrors::new();
    let tasks = desk.href(&Step::Tasks);
    let graded = desk.with(|open| {
        open.invitation.round.tool.graded_by != GradedBy::Nothing && !open.ret.is_nil()
    });
    let submit = saves_and_continues(desk, errors, Step::Overall, || Step::Tasks);
    go_to_place(place);
    view! {
        <PageTitle text=words::OVERALL program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::OVERALL}</h1>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            {graded.then(|| grade(desk, errors))}
            {beside(desk, &About::Overall, errors)}
            {comments(desk, errors)}
            {beside(desk, &About::Comments, errors)}
            {save_and_continue(tasks)}
        </form>
    }
}

fn grade(desk: Desk, errors: PageErrors) -> AnyView {
    let record = desk.with(|open| open.ret.overall.clone());
    let words_wanted = desk.with(|open| open.invitation.round.policy.overall_reason_words);
    let grades = desk.with(|open| open.invitation.round.tool.scale.for_case().cloned().collect());
    let chosen = RwSignal::new(grade_of(&record));
    let on_change = Callback::new(move |grading: Grading| {
        let grade = match &grading {
            Grading::Grade(grade) => Some(grade.clone()),
            Grading::None { .. } => None,
        };
        drop_qualifier_not_of(desk, grade.as_ref());
        chosen.set(grade);
        desk.edit(Change::Overall(OverallChange::Grading(Some(grading))));
    });
    let on_reason = edits(desk, |text| Change::Overall(OverallChange::Reason(text)));
    let reason_id = Place::OverallReason.key();
    view! {
        <GradingRadios desk=desk id=Place::OverallGrade.key() question=words::OVERALL_GRADE.to_owned() grades=grades
            grading=record.grading or_none=true on_change=on_change errors=errors />
        {move || chosen.get().and_then(|grade| qualifier(desk, &grade))}
        {guarded(desk, &reason_id, view! { <CharacterCount id=reason_id.clone() described_by=found_under(&reason_id) label=legend(words::OVERALL_REASON)
            hint=words::overall_reason_hint(words_wanted) limit=Limit::Characters(MOST_CHARACTERS) rows=6
            value=record.reason on_input=on_reason on_blur=saves(desk) error=errors.of(reason_id.clone()) /> })}
    }
    .into_any()
}

fn grade_of(record: &OverallRecord) -> Option<GradeId> {
    match &record.grading {
        Some(Grading::Grade(grade)) => Some(grade.clone()),
        Some(Grading::None { .. }) | None => None,
    }
}

fn qualifiers(desk: Desk, grade: &GradeId) -> Vec<Qualifier> {
    desk.with(|open| {
        let all = &open.invitation.round.tool.scale.qualifiers;
        all.iter().filter(|qualifier| qualifier.of.contains(grade)).cloned().collect()
    })
}

/// A qualifier belongs to its grade: with another grade on screen nobody could take it back.
fn drop_qualifier_not_of(desk: Desk, grade: Option<&GradeId>) {
    let kept = desk.with(|open| open.ret.overall.qualifier.clone());
    let fits = |kept: &QualifierId| {
        grade.is_some_and(|grade| qualifiers(desk, grade).iter().any(|one| one.id == *kept))
    };
    if kept.is_some_and(|kept| !fits(&kept)) {
        desk.edit(Change::Overall(OverallChange::Qualifier(None)));
    }
}

fn qualifier(desk: Desk, grade: &GradeId) -> Option<AnyView> {
    let offered = qualifiers(desk, grade);
    if offered.is_empty() {
        return None;
    }
    let chosen = desk.with(|open| open.ret.overall.qualifier.clone());
    let mut items = vec![Choice::new("", words::NO_QUALIFIER)];
    items.extend(offered.iter().map(|one| Choice::new(one.id.as_str(), one.label.clone())));
    let on_change = edits(desk, |chosen: String| {
        Change::Overall(OverallChange::Qualifier(QualifierId::new(chosen).ok()))
    });
    let value = chosen.map(|chosen| chosen.as_str().to_owned()).unwrap_or_default();
    Some(
        view! {
            <Radios id="overall-qualifier" legend=legend(words::QUALIFIER) items=items value=value
                on_change=on_change class="govuk-radios--small" />
        }
        .into_any(),
    )
}

fn comments(desk: Desk, errors: PageErrors) -> AnyView {
    let (general, practice) = desk.with(|open| {
        (open.ret.general_comments.clone(), open.ret.good_practice_to_share.join("\n"))
    });
    let on_practice = edits(desk, |text: String| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Change::GoodPractice(lines.map(str::to_owned).collect())
    });
    let practice_id = Place::GeneralComments.text(TextPart::GoodPractice).key();
    view! {
        {guarded(desk, &Place::GeneralComments.key(), view! { <CharacterCount id=Place::GeneralComments.key() described_by=found_under(&Place::GeneralComments.key()) label=legend(words::GENERAL_COMMENTS)
            hint=words::GENERAL_COMMENTS_HINT limit=Limit::Characters(MOST_CHARACTERS) rows=5 value=general
            on_input=edits(desk, Change::GeneralComments) on_blur=saves(desk) error=errors.of(Place::GeneralComments.key()) /> })}
        {guarded(desk, &practice_id, view! { <Textarea id=practice_id.clone() described_by=found_under(&practice_id) label=legend(words::GOOD_PRACTICE) hint=words::GOOD_PRACTICE_HINT rows=4
            value=practice on_input=on_practice on_blur=saves(desk) error=errors.of(practice_id.clone()) /> })}
    }
    .into_any()
}
