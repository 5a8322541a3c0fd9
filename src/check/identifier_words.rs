//! The sentences of notices on identifiers: what kind of thing stands where, never the words themselves.

use super::place::{AreaPart, Place, TextPart};
use crate::tool::Tool;

/// What has to go.
pub(super) fn take_out(labels: &[&str], place: &Place, tool: &Tool) -> String {
    let what = holds(labels, place, tool);
    [
        &what,
        " Take ",
        it_or_them(labels),
        " out, or write what matters about ",
        it_or_them(labels),
        ".",
    ]
    .concat()
}

/// What has to go from the reason for taking a return back.
pub(super) fn take_out_of_withdrawal(labels: &[&str]) -> String {
    let what = holds_in(labels, "the reason why you take the return back");
    [&what, " Take ", it_or_them(labels), " out."].concat()
}

/// What has to go, or to be explained.
pub(super) fn take_out_or_explain(labels: &[&str], place: &Place, tool: &Tool) -> String {
    let what = holds(labels, place, tool);
    let verb = if labels.len() == 1 { " stays." } else { " stay." };
    let who = if labels.len() == 1 { "it" } else { "they" };
    [&what, " Write a role instead, or say why ", who, verb].concat()
}

fn it_or_them(labels: &[&str]) -> &'static str {
    if labels.len() == 1 { "it" } else { "them" }
}

/// "There is a telephone number and a postcode in the evidence for question 2.1."
fn holds(labels: &[&str], place: &Place, tool: &Tool) -> String {
    holds_in(labels, &name_of(place, tool))
}

fn holds_in(labels: &[&str], name: &str) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    labels.iter().for_each(|label| {
        if !kinds.contains(label) {
            kinds.push(label);
        }
    });
    let mut text = "There is ".to_owned();
    for (number, kind) in kinds.iter().enumerate() {
        text.push_str(match number {
            0 => "",
            _ if number + 1 == kinds.len() => " and ",
            _ => ", ",
        });
        text.push_str(kind);
    }
    if labels.len() > kinds.len() {
        text.push_str(", more than once,");
    }
    [&text, " in ", name, "."].concat()
}

/// What a box is called in a sentence.
fn name_of(place: &Place, tool: &Tool) -> String {
    let (what, whose) = match (place, place.question()) {
        (Place::Text(_, TextPart::Evidence), Place::Prompt(id)) => {
            ("the evidence for question ", id.to_string())
        }
        (Place::Text(..), Place::Prompt(id)) => {
            ("why it does not apply, of question ", id.to_string())
        }
        (_, Place::Prompt(id)) => ("your answer to question ", id.to_string()),
        (_, Place::Area(id, part)) => {
            let title = tool.area(id).map(|area| ["“", &area.title, "”"].concat());
            (of_area(*part), title.unwrap_or_default())
        }
        (Place::Text(_, TextPart::GoodPractice), _) => {
            ("the practice that others should hear of", String::new())
        }
        (_, question) => (of_return(question), String::new()),
    };
    [what, &whose].concat()
}

fn of_area(part: AreaPart) -> &'static str {
    match part {
        AreaPart::Strengths => "a strength in ",
        AreaPart::Concerns => "a concern in ",
        AreaPart::Impact | AreaPart::WasImmediate => "the impact on the child in ",
        AreaPart::Grade => "the reason for no grade in ",
        AreaPart::Reason => "the reason for your grade of ",
    }
}

fn of_return(place: &Place) -> &'static str {
    match place {
        Place::Auditor(_) => "your own details",
        Place::Involvement(_) => "what you say of your search",
        Place::OverallGrade => "the reason for no overall grade",
        Place::OverallReason => "the reason for your overall grade",
        Place::ImmediateConcern(..) => "an immediate concern",
        Place::Explanation { .. } => "a reason that you gave for a warning",
        Place::AuditDay => "the day of the audit",
        Place::MoveDay => "the day of the child’s move",
        Place::Timescale(_) => "what a missed standard meant for the child",
        Place::Chronology | Place::ChronologyAnchor | Place::ChronologyEntry(..) => {
            "the chronology"
        }
        Place::Practitioner(_) => "the conversation with the practitioner",
        Place::FamilyViews(_) => "the views of the child and family",
        Place::PanelQuestion(_) => "an answer to the panel",
        Place::GeneralComments
        | Place::Prompt(_)
        | Place::Area(..)
        | Place::Declaration
        | Place::Text(..) => "the general comments",
    }
}
