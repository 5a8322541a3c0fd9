mod case_file;
mod counts;
mod section_47;
mod stories;
mod ungraded;

use super::*;
use crate::id::{AgencyKind, PromptId};
use crate::tool::{AnswerValue, Area, AreaRole, Prompt, PromptKind};

fn case_file_tool() -> Tool {
    by_id(&ToolId::new("case-file-2009").unwrap()).unwrap()
}

fn section_47_tool() -> Tool {
    by_id(&ToolId::new("s47-strategy-2013").unwrap()).unwrap()
}

fn tool(id: &str) -> Tool {
    by_id(&ToolId::new(id).unwrap()).unwrap()
}

fn main_prompts(area: &Area) -> Vec<&str> {
    let main = area.prompts.iter().filter(|prompt| prompt.follows.is_none());
    main.map(|prompt| prompt.id.as_str()).collect()
}

fn graded_by_area(tool: &Tool) -> impl Iterator<Item = &Area> {
    tool.areas.iter().filter(|area| area.role != Some(AreaRole::CaseDetails))
}

fn offers(prompt: &Prompt, answer: &str) -> bool {
    prompt.kind.values().iter().any(|value| value.as_str() == answer)
        || prompt.kind.options().iter().any(|option| option.id.as_str() == answer)
}

#[test]
fn every_shipped_tool_is_sound() {
    for entry in ENTRIES {
        let faults = Tool::from_json(entry.json.as_bytes()).err().unwrap_or_default();
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, Vec::<String>::new(), "{}", entry.id);
    }
}

#[test]
fn every_shipped_tool_is_found_under_its_own_id() {
    for (entry, tool) in ENTRIES.iter().zip(all()) {
        assert_eq!(tool.id.as_str(), entry.id);
        assert_eq!(by_id(&tool.id), Some(tool));
    }
}

#[test]
fn every_question_says_what_good_looks_like_or_how_to_choose_and_where_to_look() {
    for tool in all() {
        let is_bare = |prompt: &Prompt| {
            let guidance = &prompt.guidance;
            let judged = matches!(prompt.kind, PromptKind::Judgement { .. });
            let said = if judged { &guidance.good } else { &guidance.choose };
            said.is_empty() || guidance.look.is_empty()
        };
        let bare = tool.prompts().filter(|(_, prompt)| is_bare(prompt));
        let bare: Vec<&str> = bare.map(|(_, prompt)| prompt.id.as_str()).collect();
        assert_eq!(bare, Vec::<&str>::new(), "{}", tool.id);
    }
}

#[test]
fn every_kind_of_agency_has_a_hint_at_every_question_and_the_closest_one_is_shown() {
    for tool in all() {
        for entry in &tool.agency_kinds {
            let none = tool.prompts().find(|(_, prompt)| tool.hint(prompt, &entry.id).is_empty());
            assert_eq!(none.map(|(_, prompt)| &prompt.id), None, "{} {}", tool.id, entry.id);
        }
    }
    let tool = case_file_tool();
    let first_word = |prompt: &str, kind: &str| {
        let (_, prompt) = tool.prompt(&PromptId::new(prompt).unwrap()).unwrap();
        let hint = tool.hint(prompt, &AgencyKind::new(kind).unwrap());
        hint.split(' ').next().unwrap().to_owned()
    };
    assert_eq!(first_word("3.5", "police"), "Check", "the prompt's own");
    assert_eq!(first_word("1.1", "police"), "Crime", "where its records are");
}

#[test]
fn a_follow_up_is_named_after_the_prompt_that_it_follows() {
    for tool in all() {
        let named = |prompt: &Prompt| match &prompt.follows {
            None => prompt.id.as_str().matches('.').count() == 1,
            Some(followed) => {
                prompt.id.as_str().strip_prefix(followed.as_str()).is_some_and(|rest| {
                    rest.len() == 2 && rest.starts_with('.') && rest.ends_with(char::is_alphabetic)
                })
            }
        };
        let wrong: Vec<&str> = tool
            .prompts()
            .filter(|(_, prompt)| !named(prompt))
            .map(|(_, prompt)| prompt.id.as_str())
            .collect();
        assert_eq!(wrong, Vec::<&str>::new(), "{}", tool.id);
    }
}

#[test]
fn shipped_wording_is_plain() {
    let avoided = ["please", "invalid", "submit", "click", "e.g.", "i.e.", "etc", "N/A", "!"];
    for entry in ENTRIES {
        let found: Vec<&&str> = avoided
            .iter()
            .filter(|word| {
                let mut texts = entry.json.lines();
                texts.any(|line| {
                    line.split('"').any(|text| text.split(' ').any(|part| part == **word))
                })
            })
            .collect();
        assert_eq!(found, Vec::<&&str>::new(), "{}", entry.id);
    }
}

#[test]
fn what_an_agency_cannot_know_has_one_wording_in_every_question() {
    // An opinion, and a person who was not found, are other things not to know.
    let others = ["I cannot say", "Not known who or where he is"];
    for tool in all() {
        let options = tool.prompts().flat_map(|(_, prompt)| prompt.kind.options());
        let mut labels: Vec<&str> =
            options.filter(|one| one.not_known).map(|one| one.label.as_str()).collect();
        labels.retain(|label| !others.contains(label) && *label != AnswerValue::NotKnown.label());
        assert_eq!(labels, Vec::<&str>::new(), "{}", tool.id);
    }
}

#[test]
fn n10_a_question_on_an_agencys_own_part_makes_no_answer_of_the_case() {
    for tool in all() {
        let asks_for_it = |prompt: &Prompt| {
            prompt.text.contains("your agency") || prompt.text.contains("supervision did the")
        };
        let prompts = || tool.prompts().map(|(_, prompt)| prompt);
        let asking: Vec<&str> =
            prompts().filter(|one| asks_for_it(one)).map(|one| one.id.as_str()).collect();
        let own_parts: Vec<&str> =
            prompts().filter(|one| one.of_each_agency).map(|one| one.id.as_str()).collect();
        assert_eq!(asking, own_parts, "{}", tool.id);
        assert!(!own_parts.is_empty(), "{}", tool.id);
    }
}
