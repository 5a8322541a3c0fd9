//! What is behind a sentence, in words, each with the way to where it stands.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::findings::{self, sources};
use super::super::names;
use super::super::route::{Part, ReturnAt};
use super::super::words as panel_words;
use super::{Place, part, words};
use crate::audit_return::{About, Answer, AreaAsked, Return};
use crate::envelope::Hash;
use crate::id::{AreaId, CaseRef, PromptId};
use crate::panel::findings::{FindingSource, SourceRef, quote};
use crate::panel::{ReturnKey, Subject, Workbook};
use crate::report::document::{Evidence, Then, v09_closed};
use crate::report::sheet::said::{answer_text, grading_text, overall_grade_text};
use crate::round::CaseEntry;
use crate::tool::Tool;
use crate::ui::govuk::Details;

/// Lists longer than this begin closed.
const MANY: usize = 40;

/// One line: its case, what is said there, and whose it is.
struct Line {
    case: Option<CaseRef>,
    words: String,
    place: String,
    to: Part,
    way: &'static str,
}

/// As of when what is behind a sentence is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// As things stand.
    Now,
    /// As it was when a version was kept, whatever became of it since.
    Then(DateTime<Utc>),
}

/// Everything behind a sentence, what belongs to a case under that case.
pub fn list(desk: Desk, workbook: &Workbook, evidence: &[Evidence], when: When) -> AnyView {
    if evidence.is_empty() {
        return view! { <p class="govuk-body">{words::NOTHING_BEHIND}</p> }.into_any();
    }
    let then = match when {
        When::Now => None,
        When::Then(at) => Some(Then::of(workbook, at)),
    };
    let mut told = BTreeSet::new();
    // What counts now tells of no case that was taken out: only a version that was kept before does.
    let line = |one: &Evidence| match then.as_ref().and_then(|_| v09_closed(workbook, one)) {
        Some(case) => told.insert(case.case_ref.clone()).then(|| closed(desk, case)),
        None => Some(shown(desk, workbook, one, then.as_ref())),
    };
    let lines: Vec<Shown> = evidence.iter().filter_map(line).collect();
    let open = lines.len() <= MANY;
    let cases = workbook.plan().cases.iter().map(|case| case.case_ref.clone());
    let mut groups: Vec<(String, Vec<AnyView>)> = Vec::new();
    let mut rest: Vec<(Option<CaseRef>, AnyView)> = lines;
    for case in cases {
        let (here, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|(of, _)| of.as_ref() == Some(&case));
        rest = others;
        if !here.is_empty() {
            let views = here.into_iter().map(|(_, view)| view).collect();
            groups.push((names::case(workbook, &case), views));
        }
    }
    let general: Vec<AnyView> = rest.into_iter().map(|(_, view)| view).collect();
    let general = (!general.is_empty()).then(|| view! { <ul class="govuk-list">{general}</ul> });
    let groups: Vec<AnyView> = groups
        .into_iter()
        .map(|(title, views)| {
            let summary = words::behind_of_case(&title, views.len());
            view! { <Details summary=summary open=open><ul class="govuk-list">{views}</ul></Details> }
                .into_any()
        })
        .collect();
    view! {
        <h2 class="govuk-heading-m" id="evidence">{words::BEHIND}</h2>
        {general}
        {groups}
    }
    .into_any()
}

type Shown = (Option<CaseRef>, AnyView);

/// V-09: once for a case that was taken out, whatever was written about it.
fn closed(desk: Desk, case: &CaseEntry) -> Shown {
    let href = desk.href(&Part::Case(case.case_ref.clone()));
    let hidden = [": ", &case.label].concat();
    let view = view! {
        <li>{words::CLOSED_SINCE} " "
            <a class="govuk-link app-note" href=href>{panel_words::findings::SEE_CASE}<span class="govuk-visually-hidden">{hidden}</span></a>
        </li>
    };
    (Some(case.case_ref.clone()), view.into_any())
}

fn shown(desk: Desk, workbook: &Workbook, evidence: &Evidence, then: Option<&Then<'_>>) -> Shown {
    let source = match evidence {
        // In a file that counts no more: the way from the words leads to that file, below.
        Evidence::Written(source)
            if then.is_some() && place_of(workbook, &source.file).is_none() =>
        {
            None
        }
        Evidence::Written(source) => {
            Some((source.place.case.clone(), FindingSource::Return(source.clone())))
        }
        Evidence::Meeting { meeting, case } => Some((
            case.clone(),
            FindingSource::Meeting { meeting: meeting.clone(), case: case.clone() },
        )),
        _ => None,
    };
    if let Some((case, source)) = source {
        let view = sources::view(desk, workbook, &source);
        return (Some(case), view! { <li>{view}</li> }.into_any());
    }
    let Some(line) = line(workbook, evidence, then) else {
        return (None, view! { <li>{words::GONE}</li> }.into_any());
    };
    let Line { case, words, place, to, way } = line;
    let href = desk.href(&to);
    let hidden = [": ", &place].concat();
    let view = view! {
        <li>
            <span class="app-plain-text">{words}</span> <br />
            <span class="app-note">{place}</span> " "
            <a class="govuk-link app-note" href=href>{way}<span class="govuk-visually-hidden">{hidden}</span></a>
        </li>
    };
    (case, view.into_any())
}

fn line(workbook: &Workbook, evidence: &Evidence, then: Option<&Then<'_>>) -> Option<Line> {
    match evidence {
        Evidence::Answer { file, prompt, .. } => answer(workbook, file, prompt, then),
        Evidence::Settled { case, prompt } => settled(workbook, case, prompt, then),
        Evidence::Judgement { case, area } => judgement(workbook, case, area.as_ref(), then),
        Evidence::Grading { file, area } => grading(workbook, file, area.as_ref(), then),
        Evidence::Return(file) => {
            of_file(workbook, file, words::WHOLE_RETURN.to_owned(), None, then)
        }
        Evidence::Difference(case) => {
            let said = match then {
                None => workbook.difference(case),
                Some(then) => then.difference(case),
            }?;
            Some(of_case(workbook, case, said.text.clone(), words::DIFFERENCE))
        }
        Evidence::Finding(id) => {
            let finding = workbook.finding(id)?;
            let to = Part::Findings(findings::Place::One(id.clone()));
            let way = words::SEE_FINDING;
            let place = words::FINDING.to_owned();
            Some(Line { case: None, words: finding.text.clone(), place, to, way })
        }
        Evidence::Passage(id) => {
            let passage = workbook.passages().into_iter().find(|one| one.id == *id)?;
            let text =
                if passage.text.trim().is_empty() { &passage.heading } else { &passage.text };
            let (to, way) = (part(Place::Text(id.clone())), words::SEE_TEXT);
            let place = words::TEXT_OF_PANEL.to_owned();
            Some(Line { case: None, words: text.clone(), place, to, way })
        }
        Evidence::Expected(place) => Some(Line {
            case: Some(place.case.clone()),
            words: words::EXPECTED.to_owned(),
            place: names::place_line(workbook, place),
            to: Part::Place(place.case.clone(), place.slot.clone()),
            way: words::SEE_PLACE,
        }),
        Evidence::Case(case) => {
            Some(of_case(workbook, case, words::CASE_ITSELF.to_owned(), words::CASE_COUNTS))
        }
        Evidence::Written(source) => written(workbook, source, then),
        Evidence::Meeting { .. } => None,
    }
}

fn written(workbook: &Workbook, source: &SourceRef, then: Option<&Then<'_>>) -> Option<Line> {
    let said = quote(workbook, source)?;
    let said = match said.evidence.trim() {
        "" => said.text,
        evidence => [said.text.as_str(), " (", evidence, ")"].concat(),
    };
    let line = of_file(workbook, &source.file, said, None, then)?;
    Some(Line { place: sources::place(workbook, source), ..line })
}

/// The tool in whose words it is told.
fn tool<'a>(workbook: &'a Workbook, then: Option<&Then<'a>>) -> &'a Tool {
    then.map_or(&workbook.plan().round.tool, |then| then.tool())
}

/// The return in a file, as it answers that tool.
fn return_in<'a>(
    workbook: &'a Workbook,
    file: &Hash,
    then: Option<&Then<'a>>,
) -> Option<&'a Return> {
    match then {
        None => workbook.audit_return(file),
        Some(then) => then.audit_return(file),
    }
}

fn answer(
    workbook: &Workbook,
    file: &Hash,
    prompt: &PromptId,
    then: Option<&Then<'_>>,
) -> Option<Line> {
    let ret = return_in(workbook, file, then)?;
    let tool = tool(workbook, then);
    let (_, known) = tool.prompt(prompt)?;
    let said = answer_text(known, ret.answer(prompt)?);
    let words = [&question(tool, prompt)?, "\n", &said].concat();
    of_file(workbook, file, words, Some(About::Prompt(prompt.clone())), then)
}

fn settled(
    workbook: &Workbook,
    case: &CaseRef,
    prompt: &PromptId,
    then: Option<&Then<'_>>,
) -> Option<Line> {
    let decision = match then {
        None => workbook.case_answer_decision(case, prompt),
        Some(then) => then.settled(case, prompt),
    }?;
    let tool = tool(workbook, then);
    let (_, known) = tool.prompt(prompt)?;
    let answer = Answer { response: Some(decision.response.clone()), ..Answer::default() };
    let said = answer_text(known, &answer);
    let words = [&question(tool, prompt)?, "\n", &said, "\n", &decision.reason].concat();
    Some(of_case(workbook, case, words, words::SETTLED))
}

fn question(tool: &Tool, prompt: &PromptId) -> Option<String> {
    let (_, known) = tool.prompt(prompt)?;
    Some([prompt.as_str(), " ", &known.text].concat())
}

/// "3. Assessment", or the case overall; an area that the tool has no longer is not taken for that.
fn area_of(tool: &Tool, area: Option<&AreaId>) -> String {
    let Some(id) = area else { return panel_words::OVERALL.to_owned() };
    tool.area(id).map_or_else(
        || id.to_string(),
        |area| [area.number.to_string().as_str(), ". ", &area.title].concat(),
    )
}

fn judgement(
    workbook: &Workbook,
    case: &CaseRef,
    area: Option<&AreaId>,
    then: Option<&Then<'_>>,
) -> Option<Line> {
    let subject = Subject { case: case.clone(), area: area.cloned() };
    let judged = match then {
        None => workbook.judgement(&subject),
        Some(then) => then.judged(&subject),
    }?;
    let tool = tool(workbook, then);
    let grade = names::verdict(&tool.scale, &judged.decision.verdict);
    let words = [&area_of(tool, area), ": ", &grade, "\n", &judged.decision.reason].concat();
    Some(of_case(workbook, case, words, words::JUDGEMENT))
}

fn grading(
    workbook: &Workbook,
    file: &Hash,
    area: Option<&AreaId>,
    then: Option<&Then<'_>>,
) -> Option<Line> {
    let ret = return_in(workbook, file, then)?;
    let tool = tool(workbook, then);
    let grade = match area {
        Some(area) => grading_text(tool, ret.grading(area)),
        None => overall_grade_text(tool, &ret.overall),
    };
    let about = match area {
        Some(area) => About::Area { area: area.clone(), part: AreaAsked::Grade },
        None => About::Overall,
    };
    let words = [&area_of(tool, area), ": ", &grade].concat();
    of_file(workbook, file, words, Some(about), then)
}

/// What a file says; of one that counts no more only where it is asked what was so then, and in that file itself.
fn of_file(
    workbook: &Workbook,
    file: &Hash,
    said: String,
    about: Option<About>,
    then: Option<&Then<'_>>,
) -> Option<Line> {
    if let Some(place) = place_of(workbook, file) {
        return Some(of_return(workbook, &place, said, about));
    }
    let place = then?.place(file)?;
    let (to, way) = (Part::FileText(*file), words::SEE_AS_IT_WAS);
    Some(Line { to, way, ..of_return(workbook, place, said, None) })
}

fn of_return(workbook: &Workbook, place: &ReturnKey, words: String, about: Option<About>) -> Line {
    let at = ReturnAt { case: place.case.clone(), slot: place.slot.clone() };
    Line {
        case: Some(place.case.clone()),
        words,
        place: names::place_line(workbook, place),
        to: Part::Return(at, about),
        way: panel_words::findings::SEE_RETURN,
    }
}

fn of_case(workbook: &Workbook, case: &CaseRef, words: String, what: &str) -> Line {
    Line {
        case: Some(case.clone()),
        words,
        place: [what, ", ", &names::case(workbook, case)].concat(),
        to: Part::Case(case.clone()),
        way: panel_words::findings::SEE_CASE,
    }
}

/// Whose return a file is that counts.
fn place_of(workbook: &Workbook, file: &Hash) -> Option<ReturnKey> {
    let case = &workbook.audit_return(file)?.case_ref;
    let mut current = workbook.current_of_case(case);
    current.find(|(_, known, _)| known == file).map(|(place, ..)| place.clone())
}
