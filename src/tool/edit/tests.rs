//! Edits one by one, and what holds after any of them.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::id::{AgencyKind, AreaId, PromptId};
use crate::tool::fixture::{area, id, prompt, tool, yes};
use crate::tool::{AgencyKindEntry, Audience, GradedBy, PromptKind, Standing, library};

fn small() -> Tool {
    tool(&json!([
        area(
            "area-1",
            1,
            &[
                prompt("1.1", &json!({})),
                prompt("1.1.a", &json!({ "follows": "1.1" })),
                prompt("1.2", &json!({})),
                prompt("1.3", &json!({ "when": yes("1.2") })),
            ]
        ),
        area("area-2", 2, &[prompt("2.1", &json!({}))]),
    ]))
}

fn area_id(text: &str) -> AreaId {
    AreaId::new(text).unwrap()
}

fn edited(edits: &[Edit]) -> ToolDraft {
    let mut draft = ToolDraft::of(small());
    for edit in edits {
        draft.apply(edit).unwrap();
    }
    draft
}

fn told(draft: &ToolDraft) -> Vec<String> {
    draft.differences().iter().map(Difference::sentence).collect()
}

fn order(draft: &ToolDraft) -> Vec<String> {
    draft.tool().prompts().map(|(_, prompt)| prompt.id.to_string()).collect()
}

fn add(id: &str, follows: Option<&str>) -> Edit {
    Edit::AddPrompt {
        area: area_id("area-1"),
        id: PromptId::new(id).unwrap(),
        follows: follows.map(|id| PromptId::new(id).unwrap()),
        text: "Was it kept?".into(),
        kind: PromptKind::Judgement { values: Vec::new() },
    }
}

fn reword(prompt: &str, text: &str) -> Edit {
    Edit::Reword { prompt: id(prompt), text: text.into(), hint: String::new() }
}

#[test]
fn k01_a_draft_is_the_next_version_and_names_the_one_before() {
    let draft = ToolDraft::of(small());
    assert_eq!((draft.tool().version, draft.faults()), (2, Vec::new()));
    assert_eq!(draft.tool().previous, Some(small().reference()));
    assert_eq!(draft.differences(), Vec::new());
}

#[test]
fn n10_whether_each_agency_answers_for_itself_is_a_difference_of_its_own() {
    let mut draft = edited(&[Edit::OfEachAgency(id("1.2"), true)]);
    assert_eq!(
        told(&draft),
        [
            "Question 1.2 asks each agency about its own part now, and returns are counted: “A question?”"
        ]
    );
    let before = draft.tool().clone();
    draft.apply(&Edit::OfEachAgency(id("1.2"), false)).unwrap();
    assert!(told(&draft).is_empty());
    let back = ToolDraft::resumed(before, draft.tool().clone());
    assert_eq!(
        told(&back),
        ["Question 1.2 has one answer a case now, and cases are counted: “A question?”"]
    );
}

#[test]
fn k01_the_number_of_something_retired_is_never_given_again() {
    let mut draft = edited(&[Edit::RetirePrompt(id("1.3"))]);
    assert_eq!(draft.apply(&add("1.3", None)), Err(EditError::Taken("1.3".into())));
    let first = draft.tool().areas[0].clone();
    assert_eq!(draft.tool().next_prompt(&first, None), id("1.4"));
    assert_eq!(draft.tool().next_prompt(&first, Some(&id("1.1"))), id("1.1.b"));
    draft.apply(&Edit::RetireArea(area_id("area-2"))).unwrap();
    let again = Edit::AddArea { id: area_id("area-2"), number: 2, title: "Again".into() };
    assert_eq!(draft.apply(&again), Err(EditError::Taken("area-2".into())));
    assert_eq!(draft.tool().next_area(), (area_id("area-3"), 3), "the id is skipped");
    assert!(draft.tool().retired.prompts.iter().any(|retired| retired.prompt.id == id("2.1")));
    let written = serde_json::to_vec(draft.tool()).unwrap();
    assert_eq!(Tool::from_json(&written), Ok(draft.tool().clone()));
}

/// A tool comes in a file, and any number may stand there.
#[test]
fn an_area_is_added_where_no_number_is_higher() {
    let mut tool = small();
    tool.areas[1].number = u32::MAX;
    tool.areas[1].id = area_id("area-4294967295");
    assert_eq!(tool.next_area(), (area_id("area-2"), 2));
    tool.areas[0].id = area_id("area-2");
    assert_eq!(tool.next_area(), (area_id("area-3"), 3), "the id is skipped");
}

#[test]
fn a_prompt_is_retired_with_its_follow_ups_and_asked_again_under_its_own_number() {
    let mut draft = edited(&[Edit::RetirePrompt(id("1.1"))]);
    assert_eq!(order(&draft), ["1.2", "1.3", "2.1"]);
    let sentences =
        ["Question 1.1 retired: “A question?”", "Question 1.1.a retired: “A question?”"];
    assert_eq!(told(&draft), sentences);
    draft.apply(&Edit::RestorePrompt(id("1.1"))).unwrap();
    draft.apply(&Edit::RestorePrompt(id("1.1.a"))).unwrap();
    assert_eq!(order(&draft), ["1.2", "1.3", "1.1", "1.1.a", "2.1"]);
    assert_eq!(draft.faults(), Vec::new());
}

#[test]
fn what_waits_for_a_retired_prompt_is_named_with_its_path() {
    let draft = edited(&[Edit::RetirePrompt(id("1.2"))]);
    let faults: Vec<String> = draft.faults().iter().map(ToString::to_string).collect();
    let path = "areas[0].prompts[2].when.answer.prompt: there is no prompt \"1.2\"";
    assert_eq!(faults, [path]);
    assert!(draft.finished().is_err());
}

#[test]
fn a_prompt_moves_with_its_follow_ups() {
    let mut draft = edited(&[Edit::MovePrompt(id("1.1"), Way::Down)]);
    assert_eq!(order(&draft), ["1.2", "1.1", "1.1.a", "1.3", "2.1"]);
    assert_eq!(told(&draft), ["Question 1.2 moved: “A question?”"]);
    draft.apply(&Edit::MovePrompt(id("1.1"), Way::Up)).unwrap();
    assert_eq!(draft.differences(), Vec::new());
    assert_eq!(draft.apply(&Edit::MovePrompt(id("1.1"), Way::Up)), Err(EditError::AtTheEnd));
    assert_eq!(draft.apply(&Edit::MovePrompt(id("1.3"), Way::Down)), Err(EditError::AtTheEnd));
    assert_eq!(draft.apply(&Edit::MovePrompt(id("1.1.a"), Way::Down)), Err(EditError::AtTheEnd));
}

#[test]
fn every_change_is_told_in_words() {
    let mut scale = small().scale;
    scale.title = "Two other grades".into();
    let police = AgencyKind::new("police").unwrap();
    let draft = edited(&[
        Edit::Describe { title: "Another".into(), summary: "For tests.".into() },
        Edit::Grade(scale),
        Edit::AddArea { id: area_id("area-3"), number: 3, title: "Outcome".into() },
        Edit::MoveArea(area_id("area-3"), Way::Up),
        Edit::RewordArea {
            area: area_id("area-1"),
            title: "Beginnings".into(),
            introduction: String::new(),
        },
        Edit::AreaAskedOf(area_id("area-2"), Audience::Only(vec![police.clone()])),
        reword("1.1", "Was it done?"),
        Edit::AskedOf(id("1.2"), Audience::Only(vec![police.clone()])),
        Edit::Hint(id("1.3"), police, " Look at the log. ".into()),
        add("1.4", None),
    ]);
    let expected = [
        "Title or summary changed.",
        "The grading scale changed: grades of the two versions are not compared.",
        "Area reworded: “Beginnings”.",
        "Area added: “Outcome”.",
        "Area “An area”: who is asked, whether it is graded, its hints, or whether it is about one child alone changed.",
        "Question 1.1 reworded from “A question?” to “Was it done?”",
        "Question 1.2: how, of whom or when it is asked changed: “A question?”",
        "Question 1.3: the help beside it changed: “A question?”",
        "Question 1.4 added: “Was it kept?”",
    ];
    assert_eq!(told(&draft), expected);
}

#[test]
fn an_edit_of_what_is_not_there_changes_nothing() {
    let mut draft = ToolDraft::of(small());
    assert_eq!(draft.apply(&reword("9.9", "?")), Err(EditError::NoPrompt(id("9.9"))));
    let area = area_id("area-9");
    assert_eq!(draft.apply(&Edit::GradeArea(area.clone(), true)), Err(EditError::NoArea(area)));
    assert_eq!(draft, ToolDraft::of(small()));
}

#[test]
fn a_shipped_tool_can_be_changed_and_stays_sound() {
    for shipped in library::all() {
        let second = shipped.areas[1].clone();
        let new = shipped.next_prompt(&second, None);
        let mut draft = ToolDraft::of(shipped);
        let kind = PromptKind::Text { max_length: 500 };
        let text = "What else?".to_owned();
        let add = Edit::AddPrompt { area: second.id, id: new, follows: None, text, kind };
        draft.apply(&add).unwrap();
        assert_eq!(draft.differences().len(), 1);
        draft.finished().unwrap();
    }
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let prompts = || prop::sample::select(vec!["1.1", "1.1.a", "1.2", "1.3", "2.1"]);
    let areas = || prop::sample::select(vec!["area-1", "area-2"]);
    let way = || prop::sample::select(vec![Way::Up, Way::Down]);
    prop_oneof![
        (prompts(), "[a-z ]{0,8}").prop_map(|(prompt, text)| reword(prompt, &text)),
        (prompts(), way()).prop_map(|(prompt, way)| Edit::MovePrompt(id(prompt), way)),
        prompts().prop_map(|prompt| Edit::RetirePrompt(id(prompt))),
        prompts().prop_map(|prompt| Edit::RestorePrompt(id(prompt))),
        (areas(), way()).prop_map(|(area, way)| Edit::MoveArea(area_id(area), way)),
        areas().prop_map(|area| Edit::RetireArea(area_id(area))),
        areas().prop_map(|area| Edit::RestoreArea(area_id(area))),
        (areas(), any::<bool>()).prop_map(|(area, graded)| Edit::GradeArea(area_id(area), graded)),
        (prompts(), any::<bool>()).prop_map(|(prompt, must)| Edit::Mandatory(id(prompt), must)),
        (prompts(), any::<bool>()).prop_map(|(prompt, alone)| Edit::PerChild(id(prompt), alone)),
        (prompts(), any::<bool>()).prop_map(|(prompt, own)| Edit::OfEachAgency(id(prompt), own)),
        prompts().prop_map(|prompt| Edit::OfStanding(id(prompt), Standing::Lead)),
        (1_u32..9).prop_map(|number| add(&format!("1.{number}"), None)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_the_tool_is_sound_or_each_fault_has_its_path(edits in prop::collection::vec(any_edit(), 0..12)) {
        let mut draft = ToolDraft::of(small());
        for edit in &edits {
            let before = draft.clone();
            if draft.apply(edit).is_err() {
                prop_assert_eq!(&draft, &before);
            }
        }
        let mut ids: Vec<String> = order(&draft);
        ids.extend(draft.tool().retired.prompts.iter().map(|one| one.prompt.id.to_string()));
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all, "an id was used twice");
        for fault in draft.faults() {
            prop_assert!(!fault.path.is_empty(), "{}", fault);
        }
        let same = draft.tool().areas == small().areas;
        prop_assert_eq!(draft.differences().is_empty(), same && draft.tool().retired == small().retired);
        prop_assert_eq!(differences(draft.tool(), draft.tool()), Vec::new());
    }

    #[test]
    fn edits_of_different_questions_give_the_same_tool_in_either_order(text in "[a-z]{1,8}", must in any::<bool>()) {
        let (one, other) = (reword("1.1", &text), Edit::Mandatory(id("2.1"), must));
        let both = edited(&[one.clone(), other.clone()]);
        prop_assert_eq!(both, edited(&[other, one]));
    }
}

#[test]
fn every_fault_leads_to_what_a_person_edits() {
    let mut tool = crate::tool::library::all().remove(0);
    tool.title.clear();
    tool.scale.grades[1].label.clear();
    tool.agency_kinds[2].name.clear();
    let (kind, grade) = (tool.agency_kinds[2].id.clone(), tool.scale.grades[1].id.clone());
    tool.areas[1].title.clear();
    let (area, prompt) = (tool.areas[1].id.clone(), tool.areas[1].prompts[0].id.clone());
    tool.areas[1].prompts[0].text.clear();
    let faults = tool.validate();
    let places: Vec<FaultPlace> = faults.iter().map(|fault| FaultPlace::of(fault, &tool)).collect();
    let expected = [
        FaultPlace::Tool("title".into()),
        FaultPlace::Kind(kind, "name".into()),
        FaultPlace::Grade(grade, "label".into()),
        FaultPlace::Area(area, "title".into()),
        FaultPlace::Prompt(prompt, "text".into()),
    ];
    assert_eq!(places, expected);
}

#[test]
fn k01_a_file_of_the_same_tool_is_its_next_version_and_what_it_leaves_out_is_retired() {
    let before = crate::tool::library::all().remove(0);
    let mut file = before.clone();
    let gone = file.areas[1].prompts.pop().unwrap();
    let draft = ToolDraft::taking(before.clone(), file);
    assert_eq!(draft.tool().version, before.version + 1);
    assert_eq!(draft.tool().previous, Some(before.reference()));
    assert_eq!(draft.tool().retired.prompts[0].prompt.id, gone.id);
    assert_eq!(draft.faults(), []);

    // A later file that gives the retired number to another question is found out.
    let after = draft.finished().unwrap();
    let mut file = before;
    let at = file.areas[1].prompts.len() - 1;
    file.areas[1].prompts[at].text = "Something else altogether?".into();
    let faults = ToolDraft::taking(after, file).faults();
    assert_eq!(faults.len(), 1);
    let said = [
        "areas[1].prompts[",
        &at.to_string(),
        "].id: there is already a retired question \"",
        gone.id.as_str(),
        "\"",
    ]
    .concat();
    assert_eq!(faults[0].to_string(), said);
}

#[test]
fn k01_another_tool_from_a_file_stays_as_it_is() {
    let mut tools = crate::tool::library::all();
    let (before, other) = (tools.remove(0), tools.remove(0));
    assert_eq!(*ToolDraft::taking(before, other.clone()).tool(), other);
}

#[test]
fn areas_follow_what_is_graded() {
    let tool = crate::tool::library::all().remove(0);
    let graded = |tool: &Tool| tool.areas.iter().filter(|area| area.graded).count();
    let all = graded(&tool);
    let mut draft = ToolDraft::of(tool);
    for (by, expected) in
        [(GradedBy::Case, 0), (GradedBy::AreaAndCase, all), (GradedBy::Nothing, 0)]
    {
        draft.apply(&Edit::GradedBy(by)).unwrap();
        assert_eq!((graded(draft.tool()), draft.faults()), (expected, Vec::new()), "{by:?}");
    }
}

#[test]
fn kinds_of_agency_are_added_described_and_taken_away_wherever_they_were_named() {
    let tool = crate::tool::library::all().remove(0);
    let (police, new) = (AgencyKind::new("police").unwrap(), tool.next_kind());
    assert_eq!(new.as_str(), "agency-1");
    let mut draft = ToolDraft::of(tool);
    draft.apply(&Edit::AddKind(new.clone())).unwrap();
    assert_eq!(draft.apply(&Edit::AddKind(new.clone())), Err(EditError::Taken("agency-1".into())));
    let nameless: Vec<FaultPlace> =
        draft.faults().iter().map(|fault| FaultPlace::of(fault, draft.tool())).collect();
    assert_eq!(nameless, [FaultPlace::Kind(new.clone(), "name".into())]);
    let named = AgencyKindEntry {
        id: new.clone(),
        name: "Ambulance service".into(),
        records: "Call logs.".into(),
        parent_facing: false,
        lead: false,
    };
    draft.apply(&Edit::DescribeKind(named.clone())).unwrap();
    assert_eq!(draft.tool().agency_kind(&new), Some(&named));
    assert_eq!(draft.faults(), []);

    draft.apply(&Edit::RemoveKind(police.clone())).unwrap();
    let text = serde_json::to_string(draft.tool()).unwrap();
    assert!(!text.contains("\"police\":") && draft.tool().agency_kind(&police).is_none());
    let left: Vec<String> = draft.faults().iter().map(ToString::to_string).collect();
    assert_eq!(left, Vec::<String>::new(), "no audience names it any more");
    assert_eq!(told(&draft)[0], "Kinds of agency changed.");
    assert_eq!(draft.apply(&Edit::RemoveKind(police.clone())), Err(EditError::NoKind(police)));
}
