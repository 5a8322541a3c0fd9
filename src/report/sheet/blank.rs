//! The blank tool: every question, with boxes to tick and lines to write on.

use super::words;
use super::{Part, Row, Sheet, numbered, question};
use crate::audit_return::{ImpactLevel, InvolvementLevel, NonGrade};
use crate::tool::{Area, Grade, GradedBy, Prompt, PromptKind, Tool};

/// The tool as it is printed for an audit on paper. Every prompt stands there, follow-ups too.
pub fn blank(tool: &Tool) -> Sheet {
    let mut parts = vec![involvement(), auditor()];
    parts.extend(tool.areas.iter().map(|area| of_area(tool, area)));
    parts.push(overall(tool));
    parts.push(immediate());
    parts.push(signature());
    let version = [words::BLANK_VERSION, " ", &tool.version.to_string()].concat();
    Sheet { title: tool.title.clone(), caption: version, mark: words::BLANK_MARK.to_owned(), parts }
}

fn labels<T>(all: impl IntoIterator<Item = T>, label: impl Fn(T) -> &'static str) -> Vec<String> {
    all.into_iter().map(|one| label(one).to_owned()).collect()
}

fn yes_no() -> Vec<String> {
    vec![words::YES.to_owned(), words::NO.to_owned()]
}

fn involvement() -> Part {
    let levels = labels(InvolvementLevel::ALL, InvolvementLevel::label);
    let rows = vec![
        Row::room(words::HOW_INVOLVED, levels, 0),
        Row::room(words::SEARCHED_ON, Vec::new(), 1),
        Row::room(words::SYSTEMS, Vec::new(), 1),
        Row::room(words::SEARCH_SHOWED, Vec::new(), 2),
    ];
    Part { rows, ..Part::new(words::INVOLVEMENT) }
}

fn auditor() -> Part {
    let rows = vec![
        Row::room(words::NAME, Vec::new(), 1),
        Row::room(words::ROLE, Vec::new(), 1),
        Row::room(words::INDEPENDENT, yes_no(), 0),
        Row::room(words::EXPERIENCED, yes_no(), 0),
    ];
    Part { rows, ..Part::new(words::AUDITOR) }
}

fn of_area(tool: &Tool, area: &Area) -> Part {
    let mut rows: Vec<Row> = area.prompts.iter().map(of_prompt).collect();
    if area.holds_findings() {
        rows.push(Row::room(words::STRENGTHS, Vec::new(), 5));
        rows.push(Row::room(words::CONCERNS, Vec::new(), 5));
        rows.push(Row::room(words::IMPACT, labels(ImpactLevel::ALL, ImpactLevel::label), 2));
    }
    if area.graded && tool.graded_by == GradedBy::AreaAndCase {
        rows.push(Row::room(words::GRADE, grades(tool.scale.for_area()), 0));
        rows.push(Row::room(words::REASON, Vec::new(), 3));
        rows.push(Row::room(words::WAS_IMMEDIATE, yes_no(), 0));
    }
    Part { title: numbered(area), introduction: area.introduction.clone(), rows }
}

fn of_prompt(prompt: &Prompt) -> Row {
    let mut asks = question(prompt, &prompt.text);
    if prompt.of_each_agency {
        asks = [&asks, " ", words::OWN_PART].concat();
    }
    match &prompt.kind {
        PromptKind::Judgement { .. } => {
            let values = prompt.kind.values().iter().map(|value| value.label().to_owned());
            Row::room(asks, values.collect(), 2)
        }
        PromptKind::Choice { options } | PromptKind::Choices { options } => {
            Row::room(asks, options.iter().map(|option| option.label.clone()).collect(), 0)
        }
        PromptKind::Number { unit, .. } => Row::room([&asks, " (", unit, ")"].concat(), vec![], 1),
        PromptKind::Text { .. } => Row::room(asks, Vec::new(), 3),
    }
}

fn grades<'a>(offered: impl Iterator<Item = &'a Grade>) -> Vec<String> {
    let none = NonGrade::ALL.map(|because| [words::NO_GRADE, " ", because.label()].concat());
    offered.map(|grade| grade.label.clone()).chain(none).collect()
}

fn overall(tool: &Tool) -> Part {
    let mut rows = Vec::new();
    if tool.graded_by != GradedBy::Nothing {
        rows.push(Row::room(words::OVERALL_GRADE, grades(tool.scale.for_case()), 0));
        rows.push(Row::room(words::OVERALL_REASON, Vec::new(), 6));
    }
    rows.push(Row::room(words::COMMENTS, Vec::new(), 4));
    rows.push(Row::room(words::PRACTICE, Vec::new(), 3));
    Part { rows, ..Part::new(words::OVERALL) }
}

fn immediate() -> Part {
    let rows = vec![Row::room(words::IMMEDIATE_TOLD, Vec::new(), 5)];
    Part { introduction: words::IMMEDIATE_NOW.to_owned(), rows, ..Part::new(words::IMMEDIATE) }
}

fn signature() -> Part {
    let rows = vec![
        Row::room([words::DECLARED, ": ", words::DECLARATION].concat(), Vec::new(), 0),
        Row::room(words::SIGNED_BY, Vec::new(), 1),
        Row::room(words::DATE, Vec::new(), 1),
    ];
    Part { rows, ..Part::new(words::SIGNATURE) }
}

#[cfg(test)]
mod tests {
    use super::super::Said;
    use super::*;
    use crate::tool::library;

    #[test]
    fn every_question_of_every_library_tool_stands_on_its_blank_sheet_with_its_choices() {
        let mut lost = Vec::new();
        for tool in library::all() {
            let sheet = blank(&tool);
            let rows: Vec<&Row> = sheet.parts.iter().flat_map(|part| &part.rows).collect();
            for (_, prompt) in tool.prompts() {
                let asked = rows.iter().find(|row| row.asks.contains(&prompt.text));
                let offered = match asked.map(|row| &row.said) {
                    Some(Said::Room { options, .. }) => options.len(),
                    Some(Said::Text(_)) | None => usize::MAX,
                };
                if offered != prompt.kind.values().len().max(prompt.kind.options().len()) {
                    lost.push(format!("{} {}", tool.id, prompt.id));
                }
            }
        }
        assert!(lost.is_empty(), "{lost:?}");
    }

    #[test]
    fn n10_a_blank_sheet_says_where_each_agency_answers_for_itself() {
        for tool in library::all() {
            let sheet = blank(&tool);
            let rows = sheet.parts.iter().flat_map(|part| &part.rows);
            let told = rows.filter(|row| row.asks.ends_with(words::OWN_PART)).count();
            let own_parts = tool.prompts().filter(|(_, prompt)| prompt.of_each_agency).count();
            assert!(told == own_parts && told > 0, "{}: {told} of {own_parts}", tool.id);
        }
    }

    #[test]
    fn what_is_not_graded_has_no_box_for_a_grade() {
        let tool = library::all().into_iter().find(|tool| tool.graded_by == GradedBy::AreaAndCase);
        let sheet = blank(&tool.unwrap());
        let grades = |title: &str| {
            let part = sheet.parts.iter().find(|part| part.title.starts_with(title)).unwrap();
            part.rows.iter().filter(|row| row.asks == words::GRADE).count()
        };
        assert_eq!([grades("1."), grades("2.")], [0, 1]);
    }
}
