//! What is behind a sentence, in words, each with the way to where it stands.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::findings::{self, sources};
use super::super::names;
use super::super::route::{Part, ReturnAt};
use super::super::words as panel_words;
use super::{Place, part, words};
use crate::audit_return::{About, AreaAsked};
use crate::envelope::Hash;
use crate::id::{AreaId, CaseRef, PromptId};
use crate::panel::findings::FindingSource;
use crate::panel::{ReturnKey, Subject, Workbook};
use crate::report::document::Evidence;
use crate::report::sheet::said::{answer_text, grading_text, overall_grade_text};
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

/// Everything behind a sentence, what belongs to a case under that case.
pub fn list(desk: Desk, workbook: &Workbook, evidence: &[Evidence]) -> AnyView {
    if evidence.is_empty() {
        return view! { <p class="govuk-body">{words::NOTHING_BEHIND}</p> }.into_any();
    }
    let lines: Vec<Shown> = evidence.iter().map(|one| shown(desk, workbook, one)).collect();
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

fn shown(desk: Desk, workbook: &Workbook, evidence: &Evidence) -> Shown {
    let source = match evidence {
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
    let Some(line) = line(workbook, evidence) else {
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

fn line(workbook: &Workbook, evidence: &Evidence) -> Option<Line> {
    match evidence {
        Evidence::Answer { case, file, prompt } => answer(workbook, case, file, prompt),
        Evidence::Settled { case, prompt } => settled(workbook, case, prompt),
        Evidence::Judgement { case, area } => judgement(workbook, case, area.as_ref()),
        Evidence::Grading { file, area } => grading(workbook, file, area.as_ref()),
        Evidence::Return(file) => {
            let place = place_of(workbook, file)?;
            Some(of_return(workbook, &place, words::WHOLE_RETURN.to_owned(), None))
        }
        Evidence::Difference(case) => {
            let said = workbook.difference(case)?;
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
        Evidence::Written(_) | Evidence::Meeting { .. } => None,
    }
}

fn answer(workbook: &Workbook, case: &CaseRef, file: &Hash, prompt: &PromptId) -> Option<Line> {
    let ret = workbook.audit_return(file)?;
    let place = place_in(workbook, case, file)?;
    let asked = question(workbook, prompt)?;
    let (_, known) = workbook.plan().round.tool.prompt(prompt)?;
    let said = answer_text(known, ret.answer(prompt)?);
    let words = [&asked, "\n", &said].concat();
    Some(of_return(workbook, &place, words, Some(About::Prompt(prompt.clone()))))
}

fn settled(workbook: &Workbook, case: &CaseRef, prompt: &PromptId) -> Option<Line> {
    let decision = workbook.case_answer_decision(case, prompt)?;
    let words = [&question(workbook, prompt)?, "\n", &decision.reason].concat();
    Some(of_case(workbook, case, words, words::SETTLED))
}

fn question(workbook: &Workbook, prompt: &PromptId) -> Option<String> {
    let (_, known) = workbook.plan().round.tool.prompt(prompt)?;
    Some([prompt.as_str(), " ", &known.text].concat())
}

fn judgement(workbook: &Workbook, case: &CaseRef, area: Option<&AreaId>) -> Option<Line> {
    let subject = Subject { case: case.clone(), area: area.cloned() };
    let judged = workbook.judgement(&subject)?;
    let grade = names::verdict(&workbook.plan().round.tool.scale, &judged.decision.verdict);
    let words =
        [&names::area(workbook, area), ": ", &grade, "\n", &judged.decision.reason].concat();
    Some(of_case(workbook, case, words, words::JUDGEMENT))
}

fn grading(workbook: &Workbook, file: &Hash, area: Option<&AreaId>) -> Option<Line> {
    let ret = workbook.audit_return(file)?;
    let place = place_of(workbook, file)?;
    let tool = &workbook.plan().round.tool;
    let grade = match area {
        Some(area) => grading_text(tool, ret.grading(area)),
        None => overall_grade_text(tool, &ret.overall),
    };
    let about = match area {
        Some(area) => About::Area { area: area.clone(), part: AreaAsked::Grade },
        None => About::Overall,
    };
    let words = [&names::area(workbook, area), ": ", &grade].concat();
    Some(of_return(workbook, &place, words, Some(about)))
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

/// Whose return a file is that counts for a case.
fn place_in(workbook: &Workbook, case: &CaseRef, file: &Hash) -> Option<ReturnKey> {
    let mut current = workbook.current_of_case(case);
    current.find(|(_, known, _)| known == file).map(|(place, ..)| place.clone())
}

fn place_of(workbook: &Workbook, file: &Hash) -> Option<ReturnKey> {
    let case = &workbook.audit_return(file)?.case_ref;
    place_in(workbook, case, file)
}
