//! One finding: what it is, about what, in the panel's words, and what it rests on.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::names;
use super::super::page::{said_line, titled, unknown};
use super::super::typing::Typing;
use super::super::words::findings as words;
use super::list::problem;
use super::sources::{self, from_text, to_text};
use super::{Place, merging, part, themes};
use crate::browser::random;
use crate::id::{CaseRef, ItemId, PromptId, ThemeId};
use crate::panel::findings::{
    CountedBy, Fate, Finding, FindingError, FindingKind, FindingScope, FindingSource, Problem,
    findings,
};
use crate::panel::{Stamp, Workbook};
use crate::ui::govuk::{
    Button, ButtonKind, Caption, Choice, Details, InsetText, LinkButton, PageError, PageErrors,
    SelectItem, Size, focus_region, once_shown,
};
use crate::ui::router::go;

const ACROSS: &str = "across";
const CASE: &str = "case.";

/// The form, for what was chosen or a finding that is recorded.
pub fn page(desk: Desk, id: Option<ItemId>) -> AnyView {
    let errors = PageErrors::new();
    let known = id.as_ref().and_then(|id| desk.with(|workbook| workbook.finding(id).cloned()));
    if id.is_some() && known.is_none() {
        return unknown();
    }
    let here = part(id.clone().map_or(Place::New, Place::One));
    let recorded = known.as_ref().map(recorded).unwrap_or_default();
    let typing = Typing::new(desk, &here, "finding", recorded, errors);
    let sources = RwSignal::new(from_text(&typing.raw("sources")));
    let kinds: Vec<Choice> =
        FindingKind::ALL.map(|kind| Choice::new(kind.as_str(), kind.label())).into();
    let submit = {
        let id = id.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            record(desk, typing, id.clone());
        }
    };
    let (title, small) = (
        if id.is_some() { words::CHANGE_FINDING } else { words::NEW_FINDING },
        |text: &'static str| Caption::new(text).size(Size::S),
    );
    let scope = move || scope_question(desk, typing, &sources.get());
    view! {
        {titled(desk, title.to_owned(), (&part(Place::List), words::BACK_TO_FINDINGS), errors)}
        {said_line(desk)}
        {id.clone().map(|id| standing(desk, id))}
        {merging::view(desk, typing)}
        <form novalidate on:submit=submit>
            {typing.radios("kind", small(words::KIND), "", kinds, None)}
            {typing.area("text", small(words::TEXT), words::TEXT_HINT, 4)}
            {rests_on(desk, typing, sources, id.as_ref())}
            {scope}
            {themes::question(desk, typing, "themes")}
            {typing.line("own-theme", small(words::OWN_THEME), words::OWN_THEME_HINT)}
            {counted_by(desk, typing)}
            <Button text=words::RECORD />
        </form>
        {id.map(|id| dropping(desk, id, errors))}
    }
    .into_any()
}

/// A recorded finding as it stands in the boxes.
pub fn recorded(finding: &Finding) -> Vec<(String, String)> {
    let scope = match &finding.scope {
        FindingScope::AcrossCases => ACROSS.to_owned(),
        FindingScope::Case(case) => [CASE, case.as_str()].concat(),
    };
    let themes: Vec<&str> = finding.themes.iter().map(ThemeId::as_str).collect();
    let counted = finding.counted.as_ref();
    let counted = counted.map(|by| [by.prompt.as_str(), " ", &by.value].concat());
    [
        ("kind", finding.kind.as_str().to_owned()),
        ("text", finding.text.clone()),
        ("scope", scope),
        ("themes", themes.join(" ")),
        ("counted", counted.unwrap_or_default()),
        ("sources", to_text(&finding.sources)),
    ]
    .map(|(field, text)| (field.to_owned(), text))
    .into()
}

/// The words behind it, each with the way to take it out, and the cases to add from.
fn rests_on(
    desk: Desk,
    typing: Typing,
    sources: RwSignal<Vec<FindingSource>>,
    id: Option<&ItemId>,
) -> AnyView {
    let list = move || {
        let all = sources.get();
        let lines: Vec<AnyView> = all
            .iter()
            .enumerate()
            .map(|(at, source)| {
                let shown = desk.try_with(|workbook| sources::view(desk, workbook, source));
                let take_out = move |()| {
                    sources.update(|all| {
                        if at < all.len() {
                            all.remove(at);
                        }
                    });
                    typing.set("sources", sources.with_untracked(|all| to_text(all)));
                    // The next one has taken the button: pressed again, it would go too.
                    once_shown(|| {
                        focus_region("sources");
                    });
                };
                let number = (at + 1).to_string();
                view! {
                    <li>{shown} " " <LinkButton text=words::REMOVE_SOURCE hidden=number on_click=take_out /></li>
                }
                .into_any()
            })
            .collect();
        view! { <ul class="govuk-list govuk-list--bullet">{lines}</ul> }
    };
    let cases: Vec<AnyView> = desk.with(|workbook| {
        let cases = workbook.plan().open_cases();
        cases
            .map(|case| {
                let case_ref = case.case_ref.clone();
                let from = match id {
                    None => Place::From(case_ref),
                    Some(id) => Place::More(id.clone(), case_ref),
                };
                let href = desk.href(&part(from));
                let label = case.label.clone();
                view! { <a class="govuk-link" href=href>{label}</a> " " }.into_any()
            })
            .collect()
    });
    // Adding from a case begins a finding of its own: a merged one rests on what its parts rest on.
    let more = merging::parts(typing).is_empty().then(|| {
        view! { <p class="govuk-body">{words::MORE_SOURCES} " " {cases}</p> }
    });
    view! {
        <h2 class="govuk-heading-s" id="sources" tabindex="-1">{words::SOURCES}</h2>
        {list}
        {more}
    }
    .into_any()
}

/// Of one of the cases that it rests on, or across them.
fn scope_question(desk: Desk, typing: Typing, sources: &[FindingSource]) -> AnyView {
    let mut cases: Vec<CaseRef> = Vec::new();
    for source in sources {
        let case = match source {
            FindingSource::Return(source) => &source.place.case,
            FindingSource::Meeting { case, .. } => case,
        };
        if !cases.contains(case) {
            cases.push(case.clone());
        }
    }
    let mut items: Vec<Choice> = desk.with(|workbook| {
        let about = |case: &CaseRef| {
            let text = [words::ONE_CASE, " ", &names::case(workbook, case)].concat();
            Choice::new([CASE, case.as_str()].concat(), text)
        };
        cases.iter().map(about).collect()
    });
    items.push(Choice::new(ACROSS, words::ACROSS).hint(words::ACROSS_HINT));
    typing.radios("scope", Caption::new(words::WHICH_SCOPE).size(Size::S), "", items, None)
}

/// The answer by which it is counted.
fn counted_by(desk: Desk, typing: Typing) -> AnyView {
    let mut items = vec![SelectItem::new("", words::NO_COUNT)];
    items.extend(desk.with(|workbook| {
        let areas = workbook.plan().round.tool.areas.iter();
        let prompts = areas.flat_map(|area| &area.prompts);
        prompts
            .flat_map(|prompt| {
                let values = prompt.kind.values();
                let values = values
                    .iter()
                    .map(|value| (value.as_str().to_owned(), value.label().to_owned()));
                let options = prompt.kind.options().iter();
                let options = options.map(|one| (one.id.to_string(), one.label.clone()));
                let all: Vec<(String, String)> = values.chain(options).collect();
                let id = prompt.id.clone();
                all.into_iter().map(move |(value, label)| {
                    let text = [id.as_str(), " ", &prompt.text, " ", &label].concat();
                    SelectItem::new([id.as_str(), " ", &value].concat(), text)
                })
            })
            .collect::<Vec<_>>()
    }));
    let label = [words::COUNT_BY, ". ", words::COUNT_BY_HINT].concat();
    typing.select("counted", label.into(), items)
}

/// How many cases it is about, and what speaks against publishing it.
fn standing(desk: Desk, id: ItemId) -> AnyView {
    let view = move || {
        let one =
            desk.with(|workbook| findings(workbook).into_iter().find(|one| one.finding.id == id))?;
        let counted = words::in_cases(&one.quantified);
        let problems: Vec<&str> = one.problems.iter().map(problem).collect();
        let problems = (!problems.is_empty())
            .then(|| view! { <p class="govuk-body">{problems.join(" ")}</p> });
        let stale = one.problems.iter().any(|one| matches!(one, Problem::Stale { .. }));
        let id = id.clone();
        let renew = move |()| {
            let id = id.clone();
            let done = desk.record(move |workbook, stamp| workbook.renew_finding(&id, stamp));
            if let Some(Ok(_)) = done {
                desk.say(words::RENEWED.to_owned());
            }
        };
        let renew = stale.then(|| {
            view! { <Button text=words::RENEW kind=ButtonKind::Secondary on_click=renew /> }
        });
        Some(
            view! { <InsetText><p class="govuk-body">{words::COUNTED}": "{counted}</p>{problems}{renew}</InsetText> },
        )
    };
    view.into_any()
}

fn finding(typing: Typing, id: ItemId) -> Result<Finding, Vec<PageError>> {
    let mut wrong = Vec::new();
    let kind = typing.raw("kind");
    let kind = FindingKind::ALL.into_iter().find(|one| one.as_str() == kind);
    if kind.is_none() {
        wrong.push(PageError::new("kind", words::SELECT_KIND));
    }
    let scope = typing.raw("scope");
    let scope = match scope.strip_prefix(CASE).map(CaseRef::new) {
        Some(Ok(case)) => Some(FindingScope::Case(case)),
        _ => (scope == ACROSS).then_some(FindingScope::AcrossCases),
    };
    if scope.is_none() {
        wrong.push(PageError::new("scope", words::SELECT_SCOPE));
    }
    let counted = typing.raw("counted");
    let counted = counted.split_once(' ').and_then(|(prompt, value)| {
        Some(CountedBy { prompt: PromptId::new(prompt).ok()?, value: value.to_owned() })
    });
    let (Some(kind), Some(scope)) = (kind, scope) else { return Err(wrong) };
    Ok(Finding {
        id,
        kind,
        scope,
        text: typing.text("text"),
        themes: themes::chosen(typing, "themes"),
        sources: from_text(&typing.raw("sources")),
        counted,
        fate: Fate::Kept,
        stamp: Desk::stamp(),
    })
}

fn record(desk: Desk, typing: Typing, id: Option<ItemId>) {
    let id = id.unwrap_or_else(random::id);
    let finding = match finding(typing, id) {
        Ok(finding) => finding,
        Err(wrong) => {
            typing.errors.show(wrong);
            return;
        }
    };
    let parts = merging::parts(typing);
    let (own, merges) = (typing.text("own-theme"), !parts.is_empty());
    let keep = move |workbook: &mut Workbook, stamp: &Stamp| {
        let mut finding = finding;
        // Merged without any, it would rest on all that its parts rest on.
        if !parts.is_empty() && finding.sources.is_empty() {
            return Err(FindingError::NoSource);
        }
        if !own.is_empty() {
            // Something is written, so a theme of that name there is.
            finding.themes.extend(workbook.theme_called(&own, random::id(), stamp));
        }
        if parts.is_empty() {
            workbook.record_finding(finding)
        } else {
            workbook.merge_findings(&parts, finding)
        }
    };
    if typing.record(keep, at_box).is_some() {
        desk.say(if merges { words::MERGED } else { words::RECORDED }.to_owned());
        go(&desk.href(&part(Place::List)));
    }
}

fn at_box(error: &FindingError) -> String {
    match error {
        FindingError::NothingWritten => "text",
        FindingError::NoSource | FindingError::SourceGone => "sources",
        FindingError::OneCaseOnly | FindingError::NotOfThisCase => "scope",
        FindingError::UnknownTheme(_) => "own-theme",
        FindingError::CannotCount(_) => "counted",
        FindingError::Unknown | FindingError::NothingToMerge | FindingError::NoReason => "kind",
    }
    .to_owned()
}

/// Dropping it, with the reason.
fn dropping(desk: Desk, id: ItemId, errors: PageErrors) -> AnyView {
    let typing = Typing::new(desk, &part(Place::One(id.clone())), "drop", Vec::new(), errors);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (id, reason) = (id.clone(), typing.text("drop-reason"));
        let at = |_: &FindingError| "drop-reason".to_owned();
        let done =
            typing.record(move |workbook, stamp| workbook.drop_finding(&id, &reason, stamp), at);
        if done.is_some() {
            desk.say(words::DROPPED.to_owned());
            go(&desk.href(&part(Place::List)));
        }
    };
    view! {
        <Details summary=words::DROP>
            <form novalidate on:submit=submit>
                {typing.line("drop-reason", Caption::new(words::DROP_REASON).size(Size::S), words::DROP_HINT)}
                <Button text=words::DROP kind=ButtonKind::Warning />
            </form>
        </Details>
    }
    .into_any()
}
