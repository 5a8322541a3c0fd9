//! What a return says, in words: each answer and finding as it is read, on paper and on screen.
//!
//! Empty where nothing is said; how that is shown is the reader's.

use crate::audit_return::{
    Answer, AreaRecord, ChronologyEntry, Grading, Impact, OverallRecord, Response, Source,
};
use crate::timescale::{Standard, StandardSet, TimescaleResult, said_by, sentence};
use crate::tool::{Prompt, PromptKind, Tool};

/// Those that say anything, with something between.
pub fn joined(between: &str, parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.trim().is_empty()).collect();
    said.join(between)
}

fn source_text(source: Option<Source>) -> &'static str {
    source.map(Source::label).unwrap_or_default()
}

/// An answer in words: what was said, why it does not apply, what shows it, and where that stands.
pub fn answer_text(prompt: &Prompt, answer: &Answer) -> String {
    let response = match (&answer.response, &prompt.kind) {
        (None, _) => String::new(),
        (Some(Response::Value(value)), _) => value.label().to_owned(),
        (Some(Response::Text(text)), _) => text.clone(),
        (Some(Response::Number(number)), PromptKind::Number { unit, .. }) => {
            [&number.to_string(), " ", unit].concat()
        }
        (Some(Response::Number(number)), _) => number.to_string(),
        (Some(Response::Option(option)), kind) => {
            kind.option_label(option).unwrap_or_default().to_owned()
        }
        (Some(Response::Options(options)), kind) => {
            let labels = options.iter().filter_map(|option| kind.option_label(option));
            labels.collect::<Vec<&str>>().join("\n")
        }
    };
    joined("\n", &[&response, &answer.reason, &answer.evidence, source_text(answer.source)])
}

/// The strengths of an area, each with what shows it and where that stands.
pub fn strengths_text(record: &AreaRecord) -> String {
    let lines = record.strengths.iter();
    listed(lines.map(|line| line_text(&line.text, &line.evidence, line.source)))
}

/// The concerns of an area, likewise.
pub fn concerns_text(record: &AreaRecord) -> String {
    let lines = record.concerns.iter();
    listed(lines.map(|line| line_text(&line.text, &line.evidence, line.source)))
}

fn line_text(text: &str, evidence: &str, source: Option<Source>) -> String {
    joined("\n", &[text, evidence, source_text(source)])
}

fn listed(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<String>>().join("\n\n")
}

/// What difference something made to the child.
pub fn impact_text(impact: &Impact) -> String {
    joined("\n", &[impact.level.map(|level| level.label()).unwrap_or_default(), &impact.text])
}

/// A grade, or why there is none.
pub fn grading_text(tool: &Tool, grading: Option<&Grading>) -> String {
    match grading {
        None => String::new(),
        Some(Grading::Grade(id)) => {
            tool.scale.grade(id).map(|grade| grade.label.clone()).unwrap_or_default()
        }
        Some(Grading::None { because, reason }) => {
            let none = [super::words::NO_GRADE, " ", because.label()].concat();
            joined("\n", &[&none, reason])
        }
    }
}

/// The overall grade with its qualifier.
pub fn overall_grade_text(tool: &Tool, overall: &OverallRecord) -> String {
    let qualifier = overall.qualifier.as_ref().and_then(|id| {
        tool.scale.qualifiers.iter().find(|one| one.id == *id).map(|one| one.label.as_str())
    });
    let grade = grading_text(tool, overall.grading.as_ref());
    joined(", ", &[&grade, qualifier.unwrap_or_default()])
}

/// How long something took, whether that met its standard, who says so, and what a miss meant.
pub fn timescale_text(
    set: &StandardSet,
    standard: &Standard,
    result: &TimescaleResult,
    impact: Option<&Impact>,
) -> String {
    let impact = impact.map(impact_text).unwrap_or_default();
    // Whoever set another limit than this one does not say so.
    let is_its_limit = (standard.limit, standard.unit) == (result.limit, result.unit);
    let source = if is_its_limit { said_by(standard) } else { String::new() };
    joined("\n", &[&sentence(set, standard, result), &source, &impact])
}

/// One entry of the chronology, without its day.
pub fn entry_text(entry: &ChronologyEntry) -> String {
    joined("\n", &[&entry.text, &entry.so_what, source_text(entry.source)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::{ImpactLevel, NonGrade};
    use crate::check::testing::Case;
    use crate::id::OptionId;
    use crate::tool::{AnswerValue, ChoiceOption};

    #[test]
    fn an_answer_reads_the_same_wherever_it_stands() {
        let mut case = Case::complete();
        let (_, prompt) = case.round.tool.prompt(&"4.6".parse().unwrap()).unwrap();
        let prompt = prompt.clone();
        assert_eq!(answer_text(&prompt, &Answer::default()), "");
        case.answer("4.6", AnswerValue::NotApplicable);
        case.answered("4.6").reason = "The child was not born yet.".into();
        case.answered("4.6").source = Some(Source::CaseNote);
        let said = answer_text(&prompt, case.answered("4.6"));
        assert_eq!(
            said,
            "Not applicable\nThe child was not born yet.\nCase note or running record"
        );

        let number = Prompt {
            kind: PromptKind::Number { unit: "visits".into(), min: 0, max: 99 },
            ..prompt.clone()
        };
        let answer = |response| Answer { response: Some(response), ..Answer::default() };
        assert_eq!(answer_text(&number, &answer(Response::Number(4))), "4 visits");

        let id = |text: &str| OptionId::new(text).unwrap();
        let option = |text: &str, label: &str| ChoiceOption {
            id: id(text),
            label: label.into(),
            exclusive: false,
            gap: false,
            not_known: false,
        };
        let options = vec![option("a", "At home"), option("b", "At school")];
        let choices = Prompt { kind: PromptKind::Choices { options }, ..prompt };
        let both = Response::Options([id("a"), id("b")].into());
        assert_eq!(answer_text(&choices, &answer(both)), "At home\nAt school");
    }

    #[test]
    fn findings_grades_and_impact_read_the_same_wherever_they_stand() {
        let mut case = Case::complete();
        let record = case.record("area-3");
        record.strengths.truncate(1);
        record.strengths[0].text = "Visits were kept.".into();
        record.strengths[0].evidence = "Eight visits in eight weeks.".into();
        record.strengths[0].source = Some(Source::CaseNote);
        let record = record.clone();
        assert_eq!(
            strengths_text(&record),
            "Visits were kept.\nEight visits in eight weeks.\nCase note or running record"
        );
        assert_eq!(concerns_text(&AreaRecord::default()), "");
        let impact = Impact { level: Some(ImpactLevel::NoEffect), text: "School said so.".into() };
        assert_eq!(
            impact_text(&impact),
            format!("{}\nSchool said so.", ImpactLevel::NoEffect.label())
        );
        let none =
            Grading::None { because: NonGrade::OutsideRole, reason: "We do not plan.".into() };
        assert_eq!(
            grading_text(&case.round.tool, Some(&none)),
            "No grade: Outside this agency's role\nWe do not plan."
        );
        assert_eq!(grading_text(&case.round.tool, None), "");
    }
}
