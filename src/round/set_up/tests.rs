//! From boxes to a round: what the template begins, what a coordinator changes, what is wrong.

use chrono::NaiveDate;

use super::*;
use crate::round::{IntegratedBy, Month, RoundDraft, Suggests, Term, round_templates};
use crate::tool::{GradedBy, library};

fn set_up(template: &str) -> SetUp {
    let template = round_templates().into_iter().find(|one| one.id == template).unwrap();
    let tool = library::by_id(&template.tool).unwrap();
    SetUp::of(template, tool)
}

fn read(set_up: &SetUp, typed: &[(&str, &str)]) -> Result<RoundDraft, Vec<SetUpFault>> {
    let typed = typed.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned()));
    let (mut cases, mut ids) = (0_u32, 0_u32);
    let random = SetUpRandom {
        round: "round".parse().unwrap(),
        case: &mut || {
            cases += 1;
            CaseRef::new(["c", &cases.to_string()].concat()).unwrap()
        },
        ids: &mut || {
            ids += 1;
            let id = ["id", &ids.to_string()].concat();
            (AgencyId::new(id.clone()).unwrap(), SlotId::new(id).unwrap())
        },
        secret: &mut || [7; 32],
    };
    set_up.read(&typed.collect(), NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(), random)
}

const NAMED: (&str, &str) = ("board", "A Safeguarding Partnership");

#[test]
fn every_template_is_a_round_once_the_board_is_named() {
    for template in round_templates() {
        let set_up = set_up(&template.id);
        let draft = read(&set_up, &[NAMED]).unwrap();
        let (planned, agencies) = (template.planned, template.agencies.len());
        assert_eq!(u32::try_from(draft.cases.len()).unwrap(), planned, "{}", template.id);
        assert_eq!(draft.auditors.len(), agencies, "{}", template.id);
        assert_eq!(draft.attributes, template.attributes);
        let expected = crate::round::Round {
            board: draft.round.board.clone(),
            terms_of_reference: draft.round.terms_of_reference.clone(),
            ..set_up.round("round".parse().unwrap())
        };
        assert_eq!(draft.round, expected, "{}: nothing else is changed by reading", template.id);
        assert!(!draft.round.terms_of_reference.join(" ").contains("[the board]"));
    }
}

#[test]
fn what_is_typed_is_in_the_round() {
    let typed = [
        NAMED,
        ("themes", "Neglect\n\n Voice of the child "),
        ("focus", "Children of school age"),
        ("enquiry", "Was the child heard?"),
        ("terms", "One paragraph.\nAnother."),
        ("look-back", "24"),
        ("judgement", "12"),
        ("chronology", "yes"),
        ("second", "yes"),
        ("integrated-by", "auditors"),
        ("suggests", "nothing"),
        ("telephone", "01632 960000"),
        ("word-files", "case files"),
        ("contacts", "1 x"),
        ("contacts-x-heading", "Training"),
        ("contacts-x-text", "The partnership’s courses"),
        ("author-name", "A. Author"),
        ("suppress-below", "10"),
        ("selected-month", "may"),
        ("selected-year", "2026"),
    ];
    let round = read(&set_up("s47-strategy"), &typed).unwrap().round;
    assert_eq!(round.themes, ["Neglect", "Voice of the child"]);
    assert_eq!(round.focus, "Children of school age");
    assert_eq!(round.terms_of_reference, ["One paragraph.", "Another."]);
    assert_eq!((round.window.look_back_months, round.window.judgement_months), (24, 12));
    assert!(round.policy.chronology_required && round.policy.second_sign_off);
    let integration = round.policy.integration;
    assert_eq!((integration.by, integration.suggests), (IntegratedBy::Auditors, Suggests::Nothing));
    assert_eq!(round.concern_route.telephone, "01632 960000");
    assert_eq!(round.terminology.say(Term::Files), "case files");
    let contact = round.report.contacts.last().unwrap();
    assert_eq!(
        (contact.heading.as_str(), contact.text.as_str()),
        ("Training", "The partnership’s courses")
    );
    assert_eq!((round.report.author.name.as_str(), round.report.suppress_below), ("A. Author", 10));
    assert_eq!(round.cases.selected, Some(Month { year: 2026, month: 5 }));
}

#[test]
fn dates_may_disagree_and_are_kept_as_they_are() {
    let typed = [
        NAMED,
        ("due-day", "1"),
        ("due-month", "9"),
        ("due-year", "2026"),
        ("panel-day", "1"),
        ("panel-month", "5"),
        ("panel-year", "2026"),
        ("ratified-month", "9"),
        ("ratified-year", "2009"),
        ("signed-off-month", "December"),
        ("signed-off-year", "2009"),
    ];
    let dates = read(&set_up("cp-plan-2009"), &typed).unwrap().round.dates;
    assert!(dates.panel < dates.due);
    assert_eq!(dates.ratified, Some(Month { year: 2009, month: 9 }));
    assert_eq!(dates.signed_off, Some(Month { year: 2009, month: 12 }));
}

#[test]
fn what_a_round_states_stands_in_the_boxes_of_its_details_and_is_read_from_them_unchanged() {
    let stated = [
        NAMED,
        ("themes", "Neglect\nVoice of the child"),
        ("telephone", "01632 960000"),
        ("contacts", "1 x"),
        ("contacts-x-heading", "Training"),
        ("due-day", "1"),
        ("due-month", "9"),
        ("due-year", "2026"),
        ("selected-month", "5"),
        ("selected-year", "2026"),
        ("ratified-month", "12"),
        ("ratified-year", "2026"),
    ];
    for template in round_templates() {
        let plan = read(&set_up(&template.id), &stated).unwrap().into_plan();
        assert_eq!(plan.with_details(&SetUpTexts::new()), Ok(plan.clone()), "{}", template.id);
        let renamed = SetUpTexts::from([("board".to_owned(), "Another Partnership".to_owned())]);
        let board = plan.with_details(&renamed).unwrap().round.board;
        assert_eq!(board.short_name, "Another Partnership", "it was the name before, too");
    }
}

#[test]
fn a_contact_that_says_not_what_it_is_for_is_not_lost_in_silence() {
    let row = [NAMED, ("contacts", "x"), ("contacts-x-text", "The partnership’s courses")];
    let faults = read(&set_up("s47-strategy"), &row).unwrap_err();
    assert_eq!(faults, [SetUpFault::new("contacts-x-heading", SetUpFaultKind::Missing)]);
    let empty = read(&set_up("s47-strategy"), &[NAMED, ("contacts", "x")]).unwrap();
    assert!(empty.round.report.contacts.is_empty());
}

#[test]
fn k01_another_grading_is_a_new_version_of_the_tool() {
    let set_up = set_up("cp-plan-2009");
    let tool = read(&set_up, &[NAMED, ("graded-by", "case")]).unwrap().round.tool;
    assert_eq!((tool.graded_by, tool.version), (GradedBy::Case, set_up.tool.version + 1));
    assert_eq!(tool.previous, Some(set_up.tool.reference()));
    let same = read(&set_up, &[NAMED, ("graded-by", "area-and-case")]).unwrap().round.tool;
    assert_eq!(same, set_up.tool);
}

#[test]
fn whatever_is_wrong_is_said_at_its_box_and_all_at_once() {
    let wrong = |typed: &[(&str, &str)]| -> Vec<String> {
        let faults = read(&set_up("cp-plan-2009"), typed).unwrap_err();
        faults.into_iter().map(|fault| fault.field).collect()
    };
    assert_eq!(wrong(&[]), ["board"]);
    let all = [
        ("title", " "),
        ("cases", "0"),
        ("look-back", "many"),
        ("agreed-day", "31"),
        ("agreed-month", "2"),
        ("agreed-year", "2026"),
        ("report-year", "2026"),
        ("suppress-below", "-1"),
        ("auditors", ""),
    ];
    let expected =
        ["title", "board", "cases", "look-back", "agreed", "report", "suppress-below", "auditors"];
    assert_eq!(wrong(&all), expected);
    assert_eq!(wrong(&[NAMED, ("look-back", "6"), ("judgement", "12")]), ["judgement"]);
    let rows = [NAMED, ("auditors-1-name", ""), ("auditors-2-kind", "")];
    assert_eq!(wrong(&rows), ["auditors-1-name", "auditors-2-kind"]);
}

#[test]
fn what_cannot_be_graded_is_said() {
    let set_up = set_up("journey-of-the-child");
    assert_eq!(set_up.tool.graded_by, GradedBy::Nothing, "the tool has no grades");
    let faults = read(&set_up, &[NAMED, ("graded-by", "area-and-case")]).unwrap_err();
    let fault = SetUpFault { field: "graded-by".into(), kind: SetUpFaultKind::CannotGrade };
    assert_eq!(faults, [fault]);
}

#[test]
fn the_round_after_one_begins_as_that_one_was_and_has_a_period_and_cases_of_its_own() {
    let typed = [
        NAMED,
        ("title", "Case audits"),
        ("period", "Spring 2026"),
        ("telephone", "01234 567890"),
        ("author-name", "The chair"),
        ("contacts-1-text", "Ask the board."),
        ("word-board", "alliance"),
        ("auditors-1-label", "Second auditor"),
        ("cases", "4"),
    ];
    let earlier = read(&set_up("s47-strategy"), &typed).unwrap().into_plan();
    let after = SetUp::after(&earlier, vec!["age".parse().unwrap()]);
    assert_eq!(SetUp::follows(&after.template.id), Some("round"));
    assert_eq!(SetUp::follows("s47-strategy"), None);
    let draft = read(&after, &[]).unwrap();
    assert_eq!((draft.cases.len(), draft.attributes.len()), (4, 1));
    let labels: Vec<&str> = draft.auditors.iter().map(|one| one.label.as_str()).collect();
    let known: Vec<&str> = earlier.slots.iter().map(|slot| slot.label.as_str()).collect();
    assert_eq!(labels, known);
    let (round, was) = (&draft.round, &earlier.round);
    assert_eq!((round.period.as_str(), round.dates.due), ("", None));
    let same = crate::round::Round {
        period: was.period.clone(),
        dates: was.dates.clone(),
        ..draft.round.clone()
    };
    assert_eq!(same, *was);
}

#[test]
fn ap10_the_round_after_a_practice_round_is_a_practice_round_too() {
    let mut earlier = read(&set_up("s47-strategy"), &[NAMED]).unwrap().into_plan();
    for practice in [true, false] {
        earlier.round.practice = practice;
        let after = SetUp::after(&earlier, Vec::new());
        assert_eq!(read(&after, &[]).unwrap().round.practice, practice);
    }
}
