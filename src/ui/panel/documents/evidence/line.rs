//! One line of what is behind a sentence: what is said there, whose it is, and where it stands.

use crate::audit_return::{About, Answer, AreaAsked, Return};
use crate::envelope::Hash;
use crate::id::{AreaId, CaseRef, PromptId};
use crate::panel::findings::{SourceRef, quote};
use crate::panel::{ReturnKey, Subject, Workbook};
use crate::report::document::{Evidence, Then};
use crate::report::sheet::said::{answer_text, grading_text, overall_grade_text};
use crate::tool::Tool;
use crate::ui::panel::documents::{Place, part, words};
use crate::ui::panel::findings::{self, sources};
use crate::ui::panel::route::{Part, ReturnAt};
use crate::ui::panel::{names, plan, words as panel_words};

/// One line: its case, what is said there, and whose it is.
pub(super) struct Line {
    pub(super) case: Option<CaseRef>,
    pub(super) words: String,
    pub(super) place: String,
    pub(super) to: Part,
    pub(super) way: &'static str,
}

/// The line of one thing; `None` of what is not there any more, and of what is shown as a source is.
pub(super) fn line_of(
    workbook: &Workbook,
    evidence: &Evidence,
    then: Option<&Then<'_>>,
) -> Option<Line> {
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
        Evidence::Action(id) => {
            let action = workbook.action(id)?;
            let to = Part::Plan(plan::Place::One(id.clone()));
            let (place, way) = (words::ACTION_OF_PLAN.to_owned(), words::SEE_ACTION);
            Some(Line { case: None, words: action.text.clone(), place, to, way })
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
pub(super) fn place_of(workbook: &Workbook, file: &Hash) -> Option<ReturnKey> {
    let case = &workbook.audit_return(file)?.case_ref;
    let mut current = workbook.current_of_case(case);
    current.find(|(_, known, _)| known == file).map(|(place, ..)| place.clone())
}
