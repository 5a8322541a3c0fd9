//! The practitioner's side and the family's (PF-01, PF-02).

use leptos::prelude::*;

use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, saves_and_continues, yes_no,
    yes_no_value,
};
use super::dates::{DateQuestion, date_question};
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::page::go_to_place;
use super::questions::beside;
use super::route::Step;
use super::words;
use crate::audit_return::{About, RiskCheck};
use crate::check::{FamilyPart, Place, PractitionerPart};
use crate::store::{Change, FamilyChange, PRACTITIONER_DATE, PractitionerChange};
use crate::timescale::TypedDate;
use crate::ui::govuk::{
    BackLink, Choice, ErrorSummary, PageErrors, PageTitle, Radios, TextInput, Textarea, WarningText,
};

/// The page on conversations.
#[component]
pub fn ViewsPage(
    /// The desk with the draft.
    desk: Desk,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let errors = PageErrors::new();
    let tasks = desk.href(&Step::Tasks);
    let submit = saves_and_continues(desk, errors, Step::Views, || Step::Tasks);
    go_to_place(place);
    view! {
        <PageTitle text=words::VIEWS program=words::PROGRAM error=errors.any() />
        <BackLink href=tasks.clone() text=words::BACK_TO_TASKS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::VIEWS}</h1>
        {save_line(desk)}
        <form novalidate on:submit=submit>
            <h2 class="govuk-heading-m">{words::PRACTITIONER}</h2>
            {practitioner(desk, errors)}
            {beside(desk, &About::Practitioner, errors)}
            <h2 class="govuk-heading-m">{words::FAMILY}</h2>
            <WarningText>{words::FAMILY_ADVICE}</WarningText>
            {family(desk, errors)}
            {beside(desk, &About::FamilyViews, errors)}
            {save_and_continue(tasks)}
        </form>
    }
}

fn practitioner(desk: Desk, errors: PageErrors) -> AnyView {
    let one = desk.with(|open| open.ret.practitioner.clone());
    let text = |change: fn(String) -> PractitionerChange| {
        edits(desk, move |text| Change::Practitioner(change(text)))
    };
    let id = |part| Place::Practitioner(part).key();
    let [spoken, day, reason] =
        [PractitionerPart::Spoken, PractitionerPart::Date, PractitionerPart::Reason].map(id);
    let said = RwSignal::new(one.spoken);
    let on_spoken = Callback::new(move |chosen: String| {
        let spoken = Some(chosen == "yes");
        said.set(spoken);
        desk.edit(Change::Practitioner(PractitionerChange::Spoken(spoken)));
    });
    let why_not = StoredValue::new(text(PractitionerChange::Reason));
    let more = move || match said.get() {
        None => ().into_any(),
        Some(true) => date_question(
            desk,
            DateQuestion {
                id: day.clone(),
                key: PRACTITIONER_DATE.to_owned(),
                legend: legend(words::PRACTITIONER_DAY),
                hint: words::DATE_HINT,
                seed: TypedDate::default(),
                error: errors.of(day.clone()),
                on_typed: Callback::new(|_| {}),
            },
        ),
        Some(false) => {
            let value = desk.with(|open| open.ret.practitioner.reason.clone());
            view! {
                {guarded(desk, &reason, view! { <TextInput id=reason.clone() described_by=found_under(&reason) label=legend(words::PRACTITIONER_WHY_NOT)
                    hint=words::PRACTITIONER_WHY_NOT_HINT value=value on_input=why_not.get_value()
                    on_blur=saves(desk) error=errors.of(reason.clone()) /> })}
            }
            .into_any()
        }
    };
    view! {
        <Radios id=spoken.clone() legend=legend(words::PRACTITIONER_SPOKEN) hint=words::PRACTITIONER_SPOKEN_HINT
            items=yes_no(words::YES, words::NO) value=yes_no_value(one.spoken) on_change=on_spoken
            error=errors.of(spoken) class="govuk-radios--inline" />
        {more}
        {guarded(desk, "practitioner-said", view! { <Textarea id="practitioner-said" described_by=found_under("practitioner-said") label=legend(words::PRACTITIONER_SAID) rows=4 value=one.said
            on_input=text(PractitionerChange::Said) on_blur=saves(desk) error=errors.of("practitioner-said") /> })}
    }
    .into_any()
}

fn risk_words(check: RiskCheck) -> &'static str {
    match check {
        RiskCheck::Safe => words::RISK_SAFE,
        RiskCheck::NotSafe => words::RISK_NOT_SAFE,
        RiskCheck::NotMade => words::RISK_NOT_MADE,
    }
}

/// The risk check first: whether they were asked is a question only once it is answered (PF-02).
fn family(desk: Desk, errors: PageErrors) -> AnyView {
    let views = desk.with(|open| open.ret.family_views.clone());
    let id = Place::FamilyViews(FamilyPart::RiskCheck).key();
    let check = RwSignal::new(views.risk_check);
    let on_check = Callback::new(move |chosen: String| {
        let made = RiskCheck::ALL.into_iter().find(|made| made.as_str() == chosen);
        check.set(made);
        desk.edit(Change::FamilyViews(FamilyChange::RiskCheck(made)));
    });
    let items = RiskCheck::ALL.map(|made| Choice::new(made.as_str(), risk_words(made))).into();
    view! {
        <Radios id=id.clone() legend=legend(words::RISK_CHECK) items=items
            value=views.risk_check.map(RiskCheck::as_str).unwrap_or_default() on_change=on_check
            error=errors.of(id) />
        {move || check.get().map(|check| after_check(desk, errors, check))}
    }
    .into_any()
}

fn text(desk: Desk, change: fn(String) -> FamilyChange) -> Callback<String> {
    edits(desk, move |text| Change::FamilyViews(change(text)))
}

fn after_check(desk: Desk, errors: PageErrors, check: RiskCheck) -> AnyView {
    let views = desk.with(|open| open.ret.family_views.clone());
    let id = |part| Place::FamilyViews(part).key();
    let [basis, asked] = [FamilyPart::RiskBasis, FamilyPart::Invited].map(id);
    let basis = (check != RiskCheck::NotMade).then(|| {
        view! {
            {guarded(desk, &basis, view! { <TextInput id=basis.clone() described_by=found_under(&basis) label=legend(words::RISK_BASIS) hint=words::RISK_BASIS_HINT
                value=views.risk_basis.clone() on_input=text(desk, FamilyChange::RiskBasis) on_blur=saves(desk)
                error=errors.of(basis.clone()) /> })}
        }
    });
    let invited = RwSignal::new(views.invited);
    let on_invited = Callback::new(move |chosen: String| {
        let said = Some(chosen == "yes");
        invited.set(said);
        desk.edit(Change::FamilyViews(FamilyChange::Invited(said)));
    });
    view! {
        {basis}
        <Radios id=asked.clone() legend=legend(words::INVITED) items=yes_no(words::YES, words::NO)
            value=yes_no_value(views.invited) on_change=on_invited error=errors.of(asked)
            class="govuk-radios--inline" />
        {move || invited.get().map(|asked| after_asking(desk, errors, asked))}
    }
    .into_any()
}

fn after_asking(desk: Desk, errors: PageErrors, asked: bool) -> AnyView {
    let views = desk.with(|open| open.ret.family_views.clone());
    let id = |part| Place::FamilyViews(part).key();
    let [reason, asked_by] = [FamilyPart::Reason, FamilyPart::AskedBy].map(id);
    if !asked {
        return view! {
            {guarded(desk, &reason, view! { <TextInput id=reason.clone() described_by=found_under(&reason) label=legend(words::INVITED_WHY_NOT) value=views.reason
                on_input=text(desk, FamilyChange::Reason) on_blur=saves(desk) error=errors.of(reason.clone()) /> })}
        }
        .into_any();
    }
    view! {
        {guarded(desk, &asked_by, view! { <TextInput id=asked_by.clone() described_by=found_under(&asked_by) label=legend(words::ASKED_BY) hint=words::ASKED_BY_HINT value=views.asked_by
            on_input=text(desk, FamilyChange::AskedBy) on_blur=saves(desk) error=errors.of(asked_by.clone()) /> })}
        {guarded(desk, "family-child-said", view! { <Textarea id="family-child-said" described_by=found_under("family-child-said") label=legend(words::CHILD_SAID) hint=words::SAID_HINT rows=3
            value=views.child_said on_input=text(desk, FamilyChange::ChildSaid) on_blur=saves(desk)
            error=errors.of("family-child-said") /> })}
        {guarded(desk, "family-family-said", view! { <Textarea id="family-family-said" described_by=found_under("family-family-said") label=legend(words::FAMILY_SAID) hint=words::SAID_HINT rows=3
            value=views.family_said on_input=text(desk, FamilyChange::FamilySaid) on_blur=saves(desk)
            error=errors.of("family-family-said") /> })}
        {guarded(desk, "family-influence", view! { <Textarea id="family-influence" described_by=found_under("family-influence") label=legend(words::INFLUENCE) rows=2
            value=views.influence on_input=text(desk, FamilyChange::Influence) on_blur=saves(desk)
            error=errors.of("family-influence") /> })}
    }
    .into_any()
}
