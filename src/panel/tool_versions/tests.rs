//! A tool's versions within a round, and what becomes of returns on the earlier one.

use super::*;
use crate::panel::Workbook;
use crate::panel::fixture::*;
use crate::panel::mapping::{ToolMapping, proposed};
use crate::panel::{EntryState, ImportOutcome, QuarantineReason};
use crate::tool::{AnswerValue, GradeLevel};

const TYPO: &str = "Was the child seen alone?";

fn reword(text: &str) -> Edit {
    Edit::Reword { prompt: prompt("alone"), text: text.into(), hint: String::new() }
}

fn adopt(desk: &mut Desk, reason: &str) -> Result<Vec<Hash>, AdoptError> {
    desk.workbook.k01_adopt_tool(reason, &stamp())
}

/// A round in which police have answered, and whose tool then has a typo mended.
fn mended() -> (Desk, Hash) {
    let mut desk = Desk::with(&["case-1"]);
    let draft = desk.draft("police", "case-1").grade("risk", "good");
    let draft = draft.says("alone", AnswerValue::Yes).says("checks", AnswerValue::No);
    let file = desk.import(draft).file.unwrap();
    desk.workbook.note_invitation(&slot("police"), Hash::of(b"invitation"), &stamp());
    desk.workbook.edit_tool(&reword(TYPO)).unwrap();
    adopt(&mut desk, "A typo.").unwrap();
    (desk, file)
}

#[test]
fn k01_a_changed_tool_is_a_new_version_and_the_one_before_is_kept_whole() {
    let (desk, _) = mended();
    let before = tool("area-and-case");
    let now = &desk.workbook.plan().round.tool;
    assert_eq!((now.version, &now.previous), (2, &Some(before.reference())));
    assert_eq!(desk.workbook.earlier_tools()[0].tool, before);
    assert!(desk.workbook.tool_draft().is_none());
    let said = crate::report::log_lines(&desk.workbook);
    let said = said.iter().find(|line| line.what.starts_with("Audit tool")).unwrap();
    let expected = "Audit tool is now version 2. Question alone reworded from “A question?” to \
                    “Was the child seen alone?”";
    assert_eq!((said.what.as_str(), said.reason.as_str()), (expected, "A typo."));
}

#[test]
fn k01_a_draft_is_kept_with_the_workbook_and_changes_nothing_of_the_round() {
    let mut desk = Desk::with(&["case-1"]);
    desk.workbook.edit_tool(&reword("")).unwrap();
    let text = serde_json::to_string(desk.workbook.record()).unwrap();
    let again = Workbook::from_record(serde_json::from_str(&text).unwrap());
    assert_eq!(again.tool_draft(), desk.workbook.tool_draft());
    assert_eq!(again.plan().round.tool, tool("area-and-case"));
    desk.workbook.drop_tool_draft();
    assert_eq!(adopt(&mut desk, "Why not"), Err(AdoptError::NoDraft));
}

#[test]
fn k01_only_a_sound_changed_tool_with_a_reason_is_adopted() {
    let mut desk = Desk::with(&["case-1"]);
    desk.workbook.edit_tool(&reword(TYPO)).unwrap();
    desk.workbook.edit_tool(&reword("A question?")).unwrap();
    assert_eq!(adopt(&mut desk, "Why"), Err(AdoptError::NothingChanged));
    desk.workbook.edit_tool(&reword("")).unwrap();
    assert!(
        matches!(adopt(&mut desk, "Why"), Err(AdoptError::Unsound(faults)) if faults.len() == 1)
    );
    desk.workbook.edit_tool(&reword(TYPO)).unwrap();
    assert_eq!(adopt(&mut desk, " "), Err(AdoptError::NoReason));
    let mut other = desk.workbook.plan().round.tool.clone();
    other.agency_kinds.retain(|kind| kind.id.as_str() != "police");
    let police = crate::id::PromptId::new("police-only").unwrap();
    other.areas[1].prompts.retain(|prompt| prompt.id != police);
    other.areas[2].asked_of = crate::tool::Audience::All;
    desk.workbook.take_tool(other);
    assert_eq!(adopt(&mut desk, "Why"), Err(AdoptError::UnknownAgency("police".into())));
    assert_eq!(desk.workbook.plan().round.tool.version, 1);
}

#[test]
fn edge52_a_typo_mended_keeps_returns_on_the_earlier_version_apart_until_they_are_mapped() {
    let (mut desk, file) = mended();
    let state = |desk: &Desk| desk.workbook.register().entry(&file).unwrap().state.clone();
    let EntryState::Quarantined { because } = state(&desk) else { panic!("{:?}", state(&desk)) };
    assert!(matches!(&because[..], [QuarantineReason::OtherTool { .. }]), "{because:?}");

    let theirs = desk.workbook.earlier_tools()[0].tool.clone();
    let (prompts, areas) = proposed(&theirs, &desk.workbook.plan().round.tool);
    assert!(!prompts.contains_key(&prompt("alone")), "reworded, so a person must say so");
    assert!(prompts.contains_key(&prompt("checks")));
    let reason = "Only a typo was mended.".into();
    let mapping =
        ToolMapping { tool: theirs, prompts, areas, reason, stamp: stamp(), undone: false };
    desk.workbook.map_tool(mapping).unwrap();
    assert_eq!(state(&desk), EntryState::Current);
    let read = desk.workbook.audit_return(&file).unwrap();
    assert!(read.answer(&prompt("checks")).is_some() && read.answer(&prompt("alone")).is_none());
    assert!(desk.workbook.as_signed(&file).unwrap().answer(&prompt("alone")).is_some());
}

#[test]
fn v07_a_mapping_leads_to_the_version_for_which_it_was_made_and_to_no_later_one() {
    let (mut desk, file) = mended();
    let theirs = desk.workbook.earlier_tools()[0].tool.clone();
    let (prompts, areas) = proposed(&theirs, &desk.workbook.plan().round.tool);
    let reason: String = "Only a typo was mended.".into();
    let mapping =
        ToolMapping { tool: theirs, prompts, areas, reason, stamp: stamp(), undone: false };
    desk.workbook.map_tool(mapping.clone()).unwrap();
    desk.workbook.edit_tool(&Edit::RetirePrompt(prompt("checks"))).unwrap();
    adopt(&mut desk, "Nobody could answer it.").unwrap();
    let state = |workbook: &Workbook| workbook.register().entry(&file).unwrap().state.clone();
    assert!(matches!(state(&desk.workbook), EntryState::Quarantined { .. }));
    let read = desk.workbook.audit_return(&file).unwrap();
    assert!(read.answer(&prompt("alone")).is_some(), "as it was signed");
    let kept = Workbook::from_record(desk.workbook.record().clone());
    assert_eq!(kept.mapping(&mapping.tool.reference()), None, "nor after it was opened again");
}

#[test]
fn k01_who_was_invited_before_needs_a_new_invitation() {
    let (mut desk, _) = mended();
    let waiting = |desk: &Desk| -> Vec<String> {
        desk.workbook.slots_on_earlier_tool().iter().map(ToString::to_string).collect()
    };
    assert_eq!(waiting(&desk), ["police"]);
    desk.workbook.note_invitation(&slot("police"), Hash::of(b"again"), &stamp());
    assert_eq!(waiting(&desk), Vec::<String>::new());
}

/// A return on the next version, as an agency sends it that was invited from a copy of the round which has it already;
/// its file comes before this round adopts that version too.
fn came_ahead() -> (Desk, crate::panel::OpenedFile) {
    let mut ahead = Desk::with(&["case-1"]);
    ahead.workbook.edit_tool(&reword(TYPO)).unwrap();
    adopt(&mut ahead, "A typo.").unwrap();
    let early = ahead.draft("school", "case-1").grade("risk", "good");
    let opened = arriving(early, &key_of("school").public_key().thumbprint());
    let mut desk = Desk::with(&["case-1"]);
    let row = desk.admit(opened.clone());
    let found = ahead.workbook.plan().round.tool.reference();
    let because = vec![QuarantineReason::OtherTool { found }];
    assert_eq!(row.outcome, ImportOutcome::Quarantined { because });
    desk.workbook.edit_tool(&reword(TYPO)).unwrap();
    (desk, opened)
}

fn rules_broken(workbook: &Workbook, file: &Hash) -> Vec<crate::panel::Block> {
    match workbook.because(file) {
        [] => Vec::new(),
        [QuarantineReason::BreaksRules { blocks }] => blocks.clone(),
        because => panic!("{because:?}"),
    }
}

#[test]
fn k01_v06_a_return_that_came_before_its_version_was_adopted_is_held_against_its_rules_then() {
    let (mut desk, opened) = came_ahead();
    let file = opened.file.unwrap();
    assert_eq!(adopt(&mut desk, "A typo."), Ok(vec![file]));
    // This small return grades one of its areas only.
    let blocks = rules_broken(&desk.workbook, &file);
    assert!(blocks.iter().any(|block| block.rule == "G-02"), "{blocks:?}");
    desk.workbook.accept_content(&file, "Read together by telephone.", &stamp()).unwrap();
    let state = &desk.workbook.register().entry(&file).unwrap().state;
    assert_eq!(*state, EntryState::Current);
}

#[test]
fn k01_v06_what_an_earlier_program_let_count_unchecked_is_held_against_the_rules_when_it_is_read() {
    let (mut desk, opened) = came_ahead();
    let file = opened.file.unwrap();
    adopt(&mut desk, "A typo.").unwrap();
    let blocks = rules_broken(&desk.workbook, &file);
    let asked = desk.draft("csc", "case-1").grade("risk", "good");
    let asked = arriving(asked, &key_of("csc").public_key().thumbprint());
    let in_order = desk.admit(asked.clone()).file.unwrap();
    let mut record = desk.workbook.record().clone();
    let entry = record.register.entries.get_mut(&file).unwrap();
    entry.state = EntryState::Current;
    entry.facts.as_mut().unwrap().blocks.clear();

    let mut again = Workbook::from_record(record);
    for mut one in [opened, asked] {
        one.content.as_mut().unwrap().blocks = blocks.clone();
        again.restore(one).unwrap();
    }
    assert_eq!(rules_broken(&again, &file), blocks);
    assert_eq!(again.current_of_case(&case("case-1")).count(), 1);
    // One that was looked through when it came is not judged again, whatever a newer program asks.
    assert_eq!(rules_broken(&again, &in_order), []);
}

#[test]
fn k01_v06_a_return_that_was_opened_before_its_version_was_adopted_and_comes_in_after_is_checked() {
    let breaks = |workbook: &Workbook, file: &Hash| {
        let blocks = rules_broken(workbook, file);
        assert!(blocks.iter().any(|block| block.rule == "G-02"), "{blocks:?}");
    };
    let before = tool("area-and-case").reference();
    let (mut desk, _) = mended();
    let draft = desk.draft("school", "case-1").grade("risk", "good");
    let mut opened = arriving(draft, &key_of("school").public_key().thumbprint());
    opened.content.as_mut().unwrap().by_rules_of = before.clone();
    let file = desk.admit(opened).file.unwrap();
    breaks(&desk.workbook, &file);
    // So is one that was kept apart before, and is only read again while the version is adopted.
    let (desk, mut opened) = came_ahead();
    let mut again = Workbook::from_record(desk.workbook.record().clone());
    again.k01_adopt_tool("A typo.", &stamp()).unwrap();
    opened.content.as_mut().unwrap().by_rules_of = before;
    let file = opened.file.unwrap();
    again.restore(opened).unwrap();
    breaks(&again, &file);
}

#[test]
fn k01_a_return_on_the_new_version_counts() {
    let (mut desk, _) = mended();
    let row = desk.graded("csc", "case-1", "good");
    assert_eq!(row.outcome, ImportOutcome::Admitted);
}

#[test]
fn k01_the_scale_stays_once_the_panel_has_judged_on_it() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("csc", "case-1", "good");
    let subject = on_area("case-1", "risk");
    desk.workbook.record_judgement(subject, decision("good"), &stamp()).unwrap();
    let ours = desk.workbook.plan().round.tool.scale.clone();
    let (mut another_level, mut of_cases_only) = (ours.clone(), ours);
    another_level.grades[2].level = GradeLevel::Inadequate;
    of_cases_only.grades[1].for_area = false;
    for scale in [another_level, of_cases_only] {
        let mut desk = Desk { workbook: desk.workbook.clone(), batch: desk.batch };
        desk.workbook.edit_tool(&Edit::Grade(scale)).unwrap();
        assert_eq!(adopt(&mut desk, "Other grades"), Err(AdoptError::Judged));
    }
}

#[test]
fn k01_what_was_judged_on_an_area_keeps_its_name_after_the_area_was_retired() {
    let (mut desk, _) = mended();
    let title = desk.workbook.plan().round.tool.area(&area("plan")).unwrap().title.clone();
    desk.workbook.edit_tool(&Edit::RetireArea(area("plan"))).unwrap();
    adopt(&mut desk, "Asked elsewhere.").unwrap();
    assert!(desk.workbook.plan().round.tool.area(&area("plan")).is_none());
    assert_eq!(desk.workbook.known_area(&area("plan")).unwrap().title, title);
    assert_eq!(desk.workbook.known_area(&area("none")), None);
}
