//! The panel's decision: agree the suggestion, set another grade, judge not at all, or leave it for later (N-13).

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::route::Part;
use super::super::typing::{RowNames, Typing};
use super::items::next_open;
use super::sitting::row;
use super::{Place, part, words};
use crate::id::{AgencyId, GradeId, ItemId, QualifierId};
use crate::panel::integration::{Grid, GridRow, OverallConstraint, n17_constraints};
use crate::panel::{
    DIFFERS_FROM_ALL_WORDS, Decision, Dissent, JudgementError, Subject, Verdict, Workbook,
};
use crate::tool::{Grade, Scale};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{
    Button, Caption, Choice, InsetText, PageError, PageErrors, SelectItem, Size,
};
use crate::ui::router::go;

const GRADE: &str = "grade.";
const NOT_JUDGED: &str = "not-judged";
const DEFERRED: &str = "deferred";
const VIEWS: &str = "views";

/// The form of one subject. Made anew when what it offers changes, or what was typed is forgotten;
/// never while somebody types.
pub fn form(desk: Desk, here: Part, id: ItemId, subject: Subject, errors: PageErrors) -> AnyView {
    let again = RwSignal::new(0_u32);
    let about = subject.clone();
    let offers = Memo::new(move |_| {
        let row = desk.with(|workbook| row(workbook, &about));
        let row = row.map(|row| (row.suggestion, row.must_discuss.is_some(), row.judgement));
        (again.get(), row)
    });
    let form = move || {
        // Read, not only tracked: a memo that nobody reads never runs.
        offers.with(|_| ());
        untrack(|| {
            let row = desk.with(|workbook| row(workbook, &subject))?;
            Some(built_anew(made(desk, &here, &id, &subject, &row, errors, again)))
        })
    };
    form.into_any()
}

fn made(
    desk: Desk,
    here: &Part,
    id: &ItemId,
    subject: &Subject,
    row: &GridRow,
    errors: PageErrors,
    again: RwSignal<u32>,
) -> AnyView {
    let typing = Typing::new(desk, here, "decision", recorded(row), errors);
    let chosen = RwSignal::new(typing.raw("decision"));
    let scale = desk.with(|workbook| Some(workbook.plan().round.tool.scale.clone()));
    let Some(scale) = scale else { return ().into_any() };
    let items = choices(typing, &scale, row);
    let discuss = row.must_discuss.map(|_| {
        let label = Caption::new(words::DISCUSSION).size(Size::S);
        typing.area("discussion", label, words::DISCUSSION_HINT, 3)
    });
    let submit = {
        let (id, subject) = (id.clone(), subject.clone());
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            record(desk, typing, &id, &subject);
        }
    };
    let asked = asked(desk, typing, subject.clone(), chosen);
    let against = against(desk, subject.clone(), chosen);
    let legend = Caption::new(words::DECISION).size(Size::M);
    view! {
        <form novalidate on:submit=submit class="app-decision">
            {typing.radios("decision", legend, "", items, Some(chosen))}
            {against}
            {asked}
            {discuss}
            {views(desk, typing)}
            <Button text=words::RECORD_NEXT />
            {typing.standing(move || again.update(|count| *count += 1))}
        </form>
    }
    .into_any()
}

/// What stands in the boxes of a subject that is judged already.
fn recorded(row: &GridRow) -> Vec<(String, String)> {
    let Some((judgement, _)) = &row.judgement else { return Vec::new() };
    let decision = &judgement.decision;
    let mut texts = vec![
        ("reason".to_owned(), decision.reason.clone()),
        ("discussion".to_owned(), decision.discussion.clone()),
        ("lower-risk".to_owned(), decision.lower_risk.clone()),
    ];
    let value = match &decision.verdict {
        Verdict::Grade { grade, qualifier } => {
            let with = qualifier.as_ref().map(|id| id.to_string()).unwrap_or_default();
            texts.push((qualifier_field(grade), with));
            [GRADE, grade.as_str()].concat()
        }
        Verdict::NotJudged => NOT_JUDGED.to_owned(),
        Verdict::Deferred => DEFERRED.to_owned(),
    };
    texts.push(("decision".to_owned(), value));
    let keys: Vec<String> = (1..=decision.dissent.len()).map(|at| at.to_string()).collect();
    for (key, one) in keys.iter().zip(&decision.dissent) {
        let of = one.agency.as_ref().map(|id| id.to_string()).unwrap_or_default();
        let said = [("of", of), ("role", one.role.clone()), ("view", one.view.clone())];
        texts.extend(said.map(|(name, text)| (view_field(key, name), text)));
    }
    texts.push((VIEWS.to_owned(), keys.join(" ")));
    texts
}

fn view_field(key: &str, name: &str) -> String {
    [VIEWS, "-", key, "-", name].concat()
}

fn qualifier_field(grade: &GradeId) -> String {
    ["qualifier-", grade.as_str()].concat()
}

/// The suggestion first, to be agreed; then every other grade that is offered; then the two ways without one.
fn choices(typing: Typing, scale: &Scale, row: &GridRow) -> Vec<Choice> {
    let suggested = row.suggestion.as_ref();
    let offered: Vec<&Grade> = match row.subject.area {
        Some(_) => scale.for_area().collect(),
        None => scale.for_case().collect(),
    };
    let is_suggested = |grade: &Grade| suggested.is_some_and(|one| one.grade == grade.id);
    let agree = offered.iter().filter(|grade| is_suggested(grade)).map(|grade| {
        let text = [words::AGREE, " ", &grade.label].concat();
        let hint = suggested.map_or("", |one| words::basis(one.basis));
        choice(typing, scale, grade, text).hint(hint)
    });
    let others = offered.iter().filter(|grade| !is_suggested(grade));
    let others = others.map(|grade| choice(typing, scale, grade, grade.label.clone()));
    let without = [
        Choice::divider(words::OR),
        Choice::new(NOT_JUDGED, words::NOT_JUDGED).hint(words::NOT_JUDGED_HINT),
        Choice::new(DEFERRED, words::DEFER).hint(words::DEFER_HINT),
    ];
    agree.chain(others).chain(without).collect()
}

fn choice(typing: Typing, scale: &Scale, grade: &Grade, text: String) -> Choice {
    let choice = Choice::new([GRADE, grade.id.as_str()].concat(), text);
    let can = scale.qualifiers.iter().filter(|one| one.of.contains(&grade.id));
    let mut items = vec![SelectItem::new("", words::NO_QUALIFIER)];
    items.extend(can.map(|one| SelectItem::new(one.id.as_str(), one.label.clone())));
    match items.len() {
        1 => choice,
        _ => choice.reveal(typing.select(
            &qualifier_field(&grade.id),
            words::QUALIFIER.into(),
            items,
        )),
    }
}

fn grade_of(value: &str) -> Option<GradeId> {
    GradeId::new(value.strip_prefix(GRADE)?).ok()
}

/// The reason, and what else the choice asks for (N-14, N-15). The boxes stay while the choice changes.
fn asked(desk: Desk, typing: Typing, subject: Subject, chosen: RwSignal<String>) -> AnyView {
    let asks = Memo::new(move |_| {
        let grade = grade_of(&chosen.get());
        desk.with(|workbook| {
            let scale = &workbook.plan().round.tool.scale;
            let row = row(workbook, &subject)?;
            let grade = grade?;
            Some((row.differs_from_all(&grade), row.overrides_inadequate(scale, &grade)))
        })
        .unwrap_or_default()
    });
    let from_all = move || {
        asks.get()
            .0
            .then(|| view! { <InsetText>{words::from_all(DIFFERS_FROM_ALL_WORDS)}</InsetText> })
    };
    let lower = Memo::new(move |_| asks.get().1);
    let lower = move || {
        lower.get().then(|| {
            let label = Caption::new(words::LOWER_RISK).size(Size::S);
            typing.area("lower-risk", label, words::LOWER_RISK_HINT, 3)
        })
    };
    let reason = Caption::new(words::REASON).size(Size::S);
    view! {
        <div role="status">{from_all}</div>
        {typing.area("reason", reason, words::REASON_HINT, 4)}
        {lower}
    }
    .into_any()
}

/// N-16, N-17: what speaks against an overall grade, as soon as it is chosen.
fn against(desk: Desk, subject: Subject, chosen: RwSignal<String>) -> Option<AnyView> {
    if subject.area.is_some() {
        return None;
    }
    let view = move || {
        let grade = grade_of(&chosen.get())?;
        let lines: Vec<String> = desk.with(|workbook| {
            let scale = &workbook.plan().round.tool.scale;
            let grid = Grid::of(workbook, &subject.case);
            let found = n17_constraints(scale, &grid, &grade);
            found.iter().map(|one| words::against(one, &areas_of(workbook, one))).collect()
        });
        let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <p class="govuk-body">{words::AGAINST}</p>
                <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            }
        })
    };
    Some(view! { <div role="status" class="app-against">{view}</div> }.into_any())
}

fn areas_of(workbook: &Workbook, constraint: &OverallConstraint) -> String {
    let areas = match constraint {
        OverallConstraint::BarsOutstanding(areas)
        | OverallConstraint::InadequateAreas(areas)
        | OverallConstraint::NotJudged(areas) => areas.as_slice(),
        OverallConstraint::BetterThanEveryArea | OverallConstraint::PoorerThanEveryArea => &[],
    };
    let names: Vec<String> = areas.iter().map(|area| names::area(workbook, Some(area))).collect();
    names.join("; ")
}

/// Views that differ: whose, their role, their words.
fn views(desk: Desk, typing: Typing) -> AnyView {
    let names = RowNames {
        id: VIEWS,
        title: words::DISSENT,
        hint: words::DISSENT_HINT,
        name: words::VIEW,
        add_first: words::ADD_VIEW,
        add_more: words::ADD_MORE_VIEWS,
    };
    let agencies: Vec<(String, String)> = desk.with(|workbook| {
        let agencies = workbook.plan().agencies.iter();
        agencies.map(|agency| (agency.id.to_string(), agency.name.clone())).collect()
    });
    let row = move |key: String| {
        let id = |name: &str| view_field(&key, name);
        let mut items = vec![SelectItem::new("", words::VIEW_OF_CHAIR)];
        items.extend(agencies.iter().map(|(id, name)| SelectItem::new(id.clone(), name.clone())));
        view! {
            {typing.select(&id("of"), words::VIEW_OF.into(), items)}
            {typing.line(&id("role"), words::VIEW_ROLE.into(), words::ROLES_HINT)}
            {typing.area(&id("view"), words::VIEW_WORDS.into(), "", 3)}
        }
        .into_any()
    };
    typing.list(names, row)
}

fn verdict(typing: Typing) -> Option<Verdict> {
    match typing.raw("decision").as_str() {
        NOT_JUDGED => Some(Verdict::NotJudged),
        DEFERRED => Some(Verdict::Deferred),
        value => {
            let grade = grade_of(value)?;
            let qualifier = QualifierId::new(typing.raw(&qualifier_field(&grade))).ok();
            Some(Verdict::Grade { grade, qualifier })
        }
    }
}

fn dissent(typing: Typing) -> Vec<Dissent> {
    let keys = typing.rows(VIEWS).into_iter();
    keys.map(|key| Dissent {
        agency: AgencyId::new(typing.raw(&view_field(&key, "of"))).ok(),
        role: typing.text(&view_field(&key, "role")),
        view: typing.text(&view_field(&key, "view")),
    })
    .collect()
}

/// Records what stands in the boxes, and goes to what is open next.
fn record(desk: Desk, typing: Typing, id: &ItemId, subject: &Subject) {
    let Some(verdict) = verdict(typing) else {
        typing.errors.show(vec![PageError::new("decision", words::SELECT_DECISION)]);
        return;
    };
    let meeting = desk.with(|workbook| workbook.meeting(id).cloned());
    let Some(meeting) = meeting else { return };
    let said = desk.with(|workbook| {
        let scale = &workbook.plan().round.tool.scale;
        words::recorded(&names::subject(workbook, subject), &names::verdict(scale, &verdict))
    });
    let present = desk.with(|workbook| {
        let role = |one: &crate::panel::meeting::Present| match &one.agency {
            Some(agency) => [one.role.as_str(), ", ", &names::agency(workbook, agency)].concat(),
            None => one.role.clone(),
        };
        meeting.present.iter().map(role).collect()
    });
    let decision = Decision {
        verdict,
        reason: typing.text("reason"),
        met_on: meeting.held_on,
        present,
        dissent: dissent(typing),
        discussion: typing.text("discussion"),
        lower_risk: typing.text("lower-risk"),
        meeting: Some(id.clone()),
    };
    let subject = subject.clone();
    let about = subject.clone();
    let recorded = typing.record(
        move |workbook, stamp| workbook.record_judgement(about, decision, stamp).map(drop),
        |error| at_box(typing, error),
    );
    if recorded.is_some() {
        desk.say(said);
        let next = desk.with(|workbook| next_open(workbook, &subject));
        let place = match next {
            Some(next) => Place::Sitting(id.clone(), next),
            None => Place::Agenda(id.clone()),
        };
        go(&desk.href(&part(place)));
    }
}

fn at_box(typing: Typing, error: &JudgementError) -> String {
    match error {
        JudgementError::NoReason | JudgementError::DiffersFromAll { .. } => "reason".to_owned(),
        JudgementError::NoteOfDiscussion => "discussion".to_owned(),
        JudgementError::WhyLowerRisk => "lower-risk".to_owned(),
        JudgementError::NoDifferenceRecorded => "difference".to_owned(),
        JudgementError::AgencyDiffersWithin(agency) => ["within-", agency.as_str()].concat(),
        JudgementError::DissentWithoutView => {
            let fields = typing.rows(VIEWS).into_iter().map(|key| view_field(&key, "view"));
            let blank = |field: &String| typing.text(field).is_empty();
            fields.into_iter().find(blank).unwrap_or_else(|| "decision".to_owned())
        }
        JudgementError::NoSuchCase
        | JudgementError::CaseFrozen
        | JudgementError::NotRead(_)
        | JudgementError::NotGraded
        | JudgementError::GradeNotOffered
        | JudgementError::QualifierNotOffered
        | JudgementError::OutstandingNeedsAllGood
        | JudgementError::NobodyPresent
        | JudgementError::DissentOfStranger
        | JudgementError::NoSuchMeeting
        | JudgementError::NotQuorate(_) => "decision".to_owned(),
    }
}
