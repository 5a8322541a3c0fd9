//! Returns on another tool, from kept apart to read and compared.

use super::*;
use crate::audit_return::Return;
use crate::envelope::Hash;
use crate::panel::fixture::*;
use crate::panel::integration::{Grid, WhyNotComparable};
use crate::panel::{EntryState, ImportRow};
use crate::tool::{AnswerValue, Tool};

/// The small tool before a question was reworded and one was added.
fn older() -> Tool {
    let mut tool = tool("area-and-case");
    tool.version = 0;
    tool.areas[1].prompts[0].text = "Was the child alone?".into();
    tool.areas[1].prompts[3].id = prompt("how-then");
    tool
}

fn answered(desk: &Desk, tool: &Tool) -> Return {
    let draft = desk.draft("police", "case-1").grade("risk", "good").says("alone", AnswerValue::No);
    let draft = draft.says("checks", AnswerValue::Yes).chooses("how-then", &["letter"]);
    Return { tool: tool.reference(), ..draft }
}

fn mapping(tool: &Tool) -> ToolMapping {
    let (prompts, areas) = proposed(tool, &super::super::fixture::tool("area-and-case"));
    let reason = "Only the wording of one question was mended.".into();
    ToolMapping { tool: tool.clone(), prompts, areas, reason, undone: false, stamp: stamp() }
}

fn imported(tool: &Tool) -> (Desk, ImportRow) {
    let mut desk = Desk::with(&["case-1"]);
    let row = desk.import(answered(&desk, tool));
    (desk, row)
}

fn said(desk: &Desk, prompt_id: &str) -> Option<AnswerValue> {
    let (_, _, ret) = desk.workbook.current_of_case(&case("case-1")).next()?;
    ret.answer(&prompt(prompt_id))?.value()
}

#[test]
fn v07_a_return_of_another_version_counts_only_once_its_questions_are_mapped() {
    let older = older();
    let (mut desk, row) = imported(&older);
    let file = row.file.unwrap();
    assert_eq!(row.token(), "other-tool");
    assert_eq!(desk.workbook.other_tools(), [(older.reference(), 1)]);
    assert!(desk.workbook.audit_return(&file).is_some(), "it can be read");

    let proposed = mapping(&older);
    assert!(!proposed.prompts.contains_key(&prompt("alone")), "reworded: a person must say so");
    assert_eq!(desk.workbook.map_tool(proposed.clone()), Ok(vec![file]));
    assert_eq!(said(&desk, "checks"), Some(AnswerValue::Yes));
    assert_eq!(said(&desk, "alone"), None);

    let mut confirmed = proposed;
    confirmed.prompts.insert(prompt("alone"), prompt("alone"));
    desk.workbook.map_tool(confirmed).unwrap();
    assert_eq!(said(&desk, "alone"), Some(AnswerValue::No));
}

#[test]
fn v07_what_has_no_place_is_shown_as_unmatched() {
    let older = older();
    let (mut desk, row) = imported(&older);
    let mut mapping = mapping(&older);
    mapping.areas.clear();
    desk.workbook.map_tool(mapping.clone()).unwrap();
    let ret = desk.workbook.as_signed(&row.file.unwrap()).unwrap();
    let left: Vec<String> = unmatched(ret, &mapping)
        .iter()
        .map(|one| match one {
            Unmatched::Answer { prompt, .. } => prompt.to_string(),
            Unmatched::Area { title, .. } => title.clone(),
        })
        .collect();
    assert_eq!(left, ["alone", "how-then", "risk"]);
    let counted: Vec<(String, usize)> = desk
        .workbook
        .left_out(&older.reference())
        .into_iter()
        .map(|one| (one.asked, one.returns))
        .collect();
    let wanted = [("alone Was the child alone?", 1), ("how-then A question?", 1), ("risk", 1)];
    assert_eq!(counted, wanted.map(|(asked, returns)| (asked.to_owned(), returns)));
}

#[test]
fn v07_a_mapping_is_refused_where_it_would_mix_up_questions() {
    let older = older();
    let (mut desk, _) = imported(&older);
    let with = |from: &str, to: &str| {
        let mut mapping = mapping(&older);
        mapping.prompts.insert(prompt(from), prompt(to));
        mapping
    };
    let rows = [
        (ToolMapping { tool: tool("area-and-case"), ..mapping(&older) }, MappingError::OwnTool),
        (ToolMapping { tool: tool("case"), ..mapping(&older) }, MappingError::NotNeeded),
        (ToolMapping { reason: " ".into(), ..mapping(&older) }, MappingError::NoReason),
        (with("never", "how"), MappingError::UnknownPrompt(prompt("never"))),
        (with("how-then", "never"), MappingError::UnknownPrompt(prompt("never"))),
        (
            with("how-then", "alone"),
            MappingError::DifferentKind(prompt("how-then"), prompt("alone")),
        ),
        (with("alone", "checks"), MappingError::PromptTwice(prompt("checks"))),
    ];
    for (mapping, error) in rows {
        assert_eq!(desk.workbook.map_tool(mapping), Err(error));
    }
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);
}

#[test]
fn v08_a_grade_of_another_scale_is_shown_by_its_own_name_even_where_ours_has_the_same_word() {
    let mut other = older();
    other.scale.id = "rag".parse().unwrap();
    other.scale.grades[1].label = "Green".into();
    let (mut desk, _) = imported(&other);
    desk.workbook.map_tool(mapping(&other)).unwrap();
    let grid = Grid::of(&desk.workbook, &case("case-1"));
    let row = grid.row(Some(&area("risk"))).unwrap();
    assert_eq!(row.gradings, []);
    assert_eq!(row.foreign[0].label, "Green");
    assert_eq!(row.foreign[0].because, WhyNotComparable::OtherScale);
    assert_eq!(row.suggestion, None);
}

#[test]
fn v07_a_mapping_and_what_it_reads_come_back_with_the_workbook() {
    let older = older();
    let (mut desk, row) = imported(&older);
    desk.workbook.map_tool(mapping(&older)).unwrap();
    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let mut again = crate::panel::Workbook::from_record(serde_json::from_str(&kept).unwrap());
    let file: Hash = row.file.unwrap();
    assert_eq!(again.register().entry(&file).unwrap().state, EntryState::Current);
    let opened = arriving(answered(&desk, &older), &key_of("police").public_key().thumbprint());
    again.restore(opened).unwrap();
    assert_eq!(again.audit_return(&file), desk.workbook.audit_return(&file));
}

#[test]
fn v07_a_mapping_is_taken_back_with_a_reason_and_the_returns_stand_apart_again() {
    let older = older();
    let (mut desk, row) = imported(&older);
    let file = row.file.unwrap();
    let tool = older.reference();
    let undo = |desk: &mut Desk, why: &str| desk.workbook.unmap_tool(&tool, why, &stamp());
    assert_eq!(undo(&mut desk, "Wrong."), Err(MappingError::NotMapped));
    desk.workbook.map_tool(mapping(&older)).unwrap();
    assert_eq!(undo(&mut desk, " "), Err(MappingError::NoReason));
    assert_eq!(undo(&mut desk, "Another question is meant."), Ok(vec![file]));
    assert_eq!(desk.workbook.mapping(&tool), None);
    assert_eq!(desk.workbook.current_of_case(&case("case-1")).count(), 0);
    assert_eq!(desk.workbook.last_mapping(&tool).unwrap().areas, mapping(&older).areas);
    // Mapped anew it counts anew.
    assert_eq!(desk.workbook.map_tool(mapping(&older)), Ok(vec![file]));
}

#[test]
fn v07_only_questions_that_take_every_answer_are_offered() {
    let (theirs, ours) = (older(), tool("area-and-case"));
    let offered = |id: &str| -> Vec<String> {
        let (_, prompt) = theirs.prompt(&prompt(id)).unwrap();
        candidates(&prompt.kind, &ours).into_iter().map(|one| one.id.to_string()).collect()
    };
    assert_eq!(offered("hours"), ["hours"]);
    assert_eq!(offered("how-then"), ["how"]);
    assert_eq!(offered("alone"), ["alone", "views", "checks", "police-only"]);
}

#[test]
fn ec32_a_mark_goes_with_its_text_to_the_question_that_it_is_mapped_to() {
    let older = older();
    let mut mapping = mapping(&older);
    mapping.prompts.insert(prompt("alone"), prompt("checks"));
    let mut ret = answered(&Desk::with(&["case-1"]), &older);
    ret.answers.get_mut(&prompt("alone")).unwrap().evidence = "A neighbour told us.".into();
    ret.general_comments = "Of all of it.".into();
    ret.do_not_disclose = vec!["general-comments".into(), "prompt-alone-evidence".into()];
    let here = mapped(&ret, &mapping);
    assert_eq!(here.do_not_disclose, ["general-comments", "prompt-checks-evidence"]);
    mapping.prompts.remove(&prompt("alone"));
    assert_eq!(mapped(&ret, &mapping).do_not_disclose, ["general-comments"]);
}
