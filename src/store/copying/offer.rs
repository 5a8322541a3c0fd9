//! Which texts of another case can be copied to the same place of this one.

use super::undo::evidence_of;
use crate::audit_return::{Answer, AreaRecord, Response, Return, without_hidden};
use crate::check::{AreaPart, Place, TextPart, label, texts_of_area};
use crate::id::{AreaId, ItemId};
use crate::tool::{AnswerValue, Area, Graph, Prompt, PromptKind, Shown, Tool};

/// One text of another case, for the same place of this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Where it stands. A strength or concern is named by its first text, with its id there.
    pub place: Place,
    /// What the box is called.
    pub label: String,
    /// The text.
    pub text: String,
    /// What shows it, of a strength or concern; else empty.
    pub evidence: String,
    /// Whether the text there is kept from practitioners, and what shows it (edge case 32).
    pub withheld: (bool, bool),
    /// What stands at the place here already. Of a strength or concern nothing: it becomes a new line.
    pub beside: String,
}

impl Offer {
    /// Area and list, where it is a strength or concern.
    pub(super) fn line(&self) -> Option<(AreaId, AreaPart)> {
        let Place::Text(within, TextPart::LineText(_)) = &self.place else { return None };
        match &**within {
            Place::Area(area, side) => Some((area.clone(), *side)),
            _ => None,
        }
    }
}

/// EC-01: what may be copied of one area. Words that stand on a page in both returns, and of these
/// the evidence, the answers in words, why something does not apply, the strengths and concerns, and
/// the reason for the grade.
///
/// Never an answer that is chosen, a grade or why there is none, a date, the impact on the child, or
/// what the tool says is about one child alone. Nothing that stands here already, word for word.
/// `shown` is of the return `here`; both answer `tool`.
pub fn ec01_texts_to_copy(
    tool: &Tool,
    shown: &Shown,
    area: &Area,
    here: &Return,
    there: &Return,
) -> Vec<Offer> {
    if area.per_child || here.is_nil() || there.tool.hash != here.tool.hash {
        return Vec::new();
    }
    let there = without_hidden(there, tool, &Graph::compile(tool).shown(there));
    let here_texts = texts_of_area(here, area);
    let offer = |place: Place, text: &str| {
        let found = here_texts.iter().find(|one| one.place == place);
        let beside = found.map_or("", |one| one.text);
        is_new(text, beside).then(|| Offer {
            label: label(&place, tool),
            text: text.trim().to_owned(),
            evidence: String::new(),
            withheld: (there.withholds(&place.key()), false),
            beside: beside.to_owned(),
            place,
        })
    };
    let asked = area.prompts.iter().filter(|one| !one.per_child && shown.is_asked(&one.id));
    let answers = asked.filter_map(|one| Some((one, there.answer(&one.id)?)));
    let mut offers: Vec<Offer> = answers
        .flat_map(|(prompt, answer)| of_answer(prompt, answer, here.answer(&prompt.id)))
        .filter_map(|(place, text)| offer(place, text))
        .collect();
    if let Some(record) = there.area(&area.id).filter(|_| area.holds_findings()) {
        let mut found = lines(tool, area, record, here.area(&area.id));
        found.iter_mut().for_each(|offer| offer.withheld = withheld_line(&there, &offer.place));
        offers.extend(found);
        if tool.graded_areas().any(|graded| graded.id == area.id) {
            offers.extend(offer(Place::Area(area.id.clone(), AreaPart::Reason), &record.reason));
        }
    }
    offers
}

/// The texts of one answer that have a box of the same kind here.
fn of_answer<'a>(
    prompt: &Prompt,
    there: &'a Answer,
    here: Option<&Answer>,
) -> Vec<(Place, &'a str)> {
    let place = Place::Prompt(prompt.id.clone());
    match (&prompt.kind, &there.response) {
        (PromptKind::Text { .. }, Some(Response::Text(text))) => vec![(place, text)],
        (PromptKind::Judgement { .. }, _) => {
            let mut found = vec![(place.clone().text(TextPart::Evidence), there.evidence.as_str())];
            // Its box is there only beside the same answer.
            if here.and_then(Answer::value) == Some(AnswerValue::NotApplicable) {
                found.push((place.text(TextPart::NotApplicable), &there.reason));
            }
            found
        }
        (
            PromptKind::Text { .. }
            | PromptKind::Choice { .. }
            | PromptKind::Choices { .. }
            | PromptKind::Number { .. },
            _,
        ) => Vec::new(),
    }
}

/// Strengths and concerns, each with its evidence.
fn lines(tool: &Tool, area: &Area, there: &AreaRecord, here: Option<&AreaRecord>) -> Vec<Offer> {
    type Line<'a> = (&'a ItemId, &'a str, &'a str);
    fn of(record: &AreaRecord, side: AreaPart) -> Vec<Line<'_>> {
        match side {
            AreaPart::Strengths => {
                let lines = record.strengths.iter();
                lines.map(|one| (&one.id, one.text.trim(), one.evidence.trim())).collect()
            }
            _ => {
                let lines = record.concerns.iter();
                lines.map(|one| (&one.id, one.text.trim(), one.evidence.trim())).collect()
            }
        }
    }
    let mut offers = Vec::new();
    for side in [AreaPart::Strengths, AreaPart::Concerns] {
        let known = here.map(|record| of(record, side)).unwrap_or_default();
        for (item, text, evidence) in of(there, side) {
            let is_here = known.iter().any(|(_, one, shows)| *one == text && *shows == evidence);
            if is_here || [text, evidence].concat().is_empty() {
                continue;
            }
            let place = Place::Area(area.id.clone(), side).text(TextPart::LineText(item.clone()));
            offers.push(Offer {
                label: label(&place, tool),
                place,
                text: text.to_owned(),
                evidence: evidence.to_owned(),
                withheld: (false, false),
                beside: String::new(),
            });
        }
    }
    offers
}

/// Whether the text of a line is kept from practitioners, and its evidence.
fn withheld_line(there: &Return, place: &Place) -> (bool, bool) {
    let evidence = evidence_of(place);
    (there.withholds(&place.key()), evidence.is_some_and(|at| there.withholds(&at.key())))
}

/// Whether a text says something that does not stand here already.
fn is_new(text: &str, beside: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && !beside.contains(text)
}
