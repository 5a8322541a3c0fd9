//! Counting, told by what agencies answer.

use serde_json::json;

use super::*;
use crate::audit_return::Response;
use crate::envelope::Hash;
use crate::id::{CaseRef, OptionId};
use crate::panel::fixture::*;
use crate::panel::{OpenedFile, Workbook};
use crate::report::document::Counted;
use crate::round::RoundPlan;
use crate::tool::AnswerValue::{self, No, NotApplicable, NotEvident, NotKnown, Partly, Yes};
use crate::tool::{Condition, Prompt, Standing};

/// The answer of a case in which these slots answer a judgement prompt.
fn judged(prompt_id: &str, said: &[(&str, AnswerValue)]) -> Integrated {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, value) in said {
        let audit_return = desk.draft(slot, "case-1").says(prompt_id, *value);
        desk.import(audit_return);
    }
    integrated(&desk, prompt_id)
}

fn integrated(desk: &Desk, prompt_id: &str) -> Integrated {
    let answers = RoundAnswers::of(&desk.workbook);
    answers.case(&case("case-1")).unwrap().integrated(&prompt(prompt_id)).clone()
}

fn agreed(value: AnswerValue) -> Integrated {
    Integrated::Agreed(Response::Value(value))
}

#[test]
fn n10_the_same_answer_is_agreed_and_different_ones_differ() {
    let rows: [(&[(&str, AnswerValue)], Integrated); 7] = [
        (&[("csc", Yes), ("police", Yes)], agreed(Yes)),
        (&[("csc", Yes), ("police", No)], Integrated::Differs),
        // What one record does not tell is not what another tells.
        (&[("csc", NotEvident), ("police", Yes)], Integrated::Differs),
        (&[("csc", Partly), ("police", NotKnown), ("school", NotApplicable)], agreed(Partly)),
        (&[("csc", NotApplicable), ("police", NotKnown)], agreed(NotApplicable)),
        (&[("csc", NotKnown)], agreed(NotKnown)),
        (&[], Integrated::NotAnswered),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(said, want)| (said, want, judged("alone", said)))
        .filter(|(_, want, got)| *want != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn n10_whoever_has_standing_is_heard_before_the_others() {
    let rows: [(&[(&str, AnswerValue)], Integrated); 3] = [
        (&[("csc", No), ("police", Yes), ("school", Yes)], agreed(No)),
        // The lead agency cannot tell, so the others' word is all there is.
        (&[("csc", NotKnown), ("police", Yes)], agreed(Yes)),
        (&[("police", Yes), ("school", No)], Integrated::Differs),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .map(|(said, want)| (said, want, judged("checks", said)))
        .filter(|(_, want, got)| *want != got)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_answer_to_a_prompt_that_was_not_asked_is_not_heard() {
    assert_eq!(judged("police-only", &[("csc", Yes)]), Integrated::NotAnswered);
    assert_eq!(judged("police-only", &[("police", Yes), ("csc", No)]), agreed(Yes));
    // A follow-up whose question was answered otherwise afterwards stays stored, and hidden.
    let mut desk = Desk::with(&["case-1"]);
    let hidden = desk.draft("csc", "case-1").says("alone", No).says("views", Yes);
    desk.import(hidden);
    assert_eq!(integrated(&desk, "views"), Integrated::NotAnswered);
}

#[test]
fn a_nil_return_is_not_heard() {
    let mut desk = Desk::with(&["case-1"]);
    let nil = desk.draft("csc", "case-1").says("alone", No).nil();
    desk.import(nil);
    assert_eq!(integrated(&desk, "alone"), Integrated::NotAnswered);
}

#[test]
fn options_that_any_agency_chose_hold_unless_another_says_none() {
    let chosen = |said: &[(&str, &[&str])]| {
        let mut desk = Desk::with(&["case-1"]);
        for (slot, options) in said {
            let audit_return = desk.draft(slot, "case-1").chooses("how", options);
            desk.import(audit_return);
        }
        integrated(&desk, "how")
    };
    let options = |ids: &[&str]| {
        Integrated::Agreed(Response::Options(ids.iter().map(|id| id.parse().unwrap()).collect()))
    };
    assert_eq!(
        chosen(&[("csc", &["letter"]), ("police", &["telephone"])]),
        options(&["letter", "telephone"])
    );
    assert_eq!(chosen(&[("csc", &["neither"]), ("police", &["neither"])]), options(&["neither"]));
    assert_eq!(chosen(&[("csc", &["letter"]), ("police", &["neither"])]), Integrated::Differs);
}

#[test]
fn n20_a_count_names_its_cases_and_its_denominator() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"]);
    let says = [
        ("csc", "case-1", Yes),
        ("police", "case-1", Yes),
        ("csc", "case-2", NotEvident),
        ("csc", "case-3", Yes),
        ("police", "case-3", No),
        ("csc", "case-4", NotApplicable),
        ("csc", "case-5", NotKnown),
        ("csc", "case-6", Yes),
    ];
    for (slot, case_ref, value) in says {
        let audit_return = desk.draft(slot, case_ref).says("alone", value);
        desk.import(audit_return);
    }
    desk.workbook.take_out(&case("case-6"), "Moved away", None, &stamp()).unwrap();
    let answers = RoundAnswers::of(&desk.workbook);
    let count = answers.count(&prompt("alone"), "yes");
    assert_eq!(count.cases, [case("case-1")]);
    assert_eq!(count.of, 3);
    assert_eq!(count.differing, [case("case-3")]);
    assert_eq!(count.not_applicable, [case("case-4")]);
    assert_eq!(count.not_answered, [case("case-5")]);
    assert_eq!(answers.count(&prompt("alone"), "not-evident").cases, [case("case-2")]);
    assert_eq!(answers.count(&prompt("alone"), "not-applicable").cases, [case("case-4")]);

    let behind = answers.case(&case("case-1")).unwrap().answer(&prompt("alone")).unwrap();
    let slots: Vec<&str> = behind.said_by("yes").map(|said| said.place.slot.as_str()).collect();
    assert_eq!(slots, ["csc", "police"]);
}

#[test]
fn n20_a_condition_on_several_answers_is_counted_case_by_case() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3"]);
    for (slot, case_ref, views) in [
        ("csc", "case-1", NotEvident),
        ("csc", "case-2", Yes),
        ("csc", "case-3", NotEvident),
        ("police", "case-3", Yes),
    ] {
        let audit_return = desk.draft(slot, case_ref).says("alone", Yes).says("views", views);
        desk.import(audit_return);
    }
    let condition: Condition = serde_json::from_value(json!({ "all": [
        { "answer": { "prompt": "alone", "is": ["yes"] } },
        { "answer": { "prompt": "views", "is": ["no", "not-evident"] } } ] }))
    .unwrap();
    let count = RoundAnswers::of(&desk.workbook).count_where(&condition);
    assert_eq!(count.cases, [case("case-1")]);
    assert_eq!(count.of, 3);
    assert_eq!(count.differing, [case("case-3")]);
}

#[test]
fn numbers_are_counted_by_a_condition() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    for (case_ref, hours) in [("case-1", 24), ("case-2", 25)] {
        let audit_return = desk.draft("csc", case_ref).responds("hours", Response::Number(hours));
        desk.import(audit_return);
    }
    let within: Condition =
        serde_json::from_value(json!({ "number": { "prompt": "hours", "at_most": 24 } })).unwrap();
    let count = RoundAnswers::of(&desk.workbook).count_where(&within);
    assert_eq!((count.cases, count.of), (vec![case("case-1")], 2));
}

#[test]
fn the_panel_settles_what_agencies_answered_differently() {
    let mut desk = Desk::with(&["case-1"]);
    let police = desk.draft("police", "case-1").says("alone", No);
    let csc = desk.draft("csc", "case-1").says("alone", Yes);
    desk.import(police.clone());
    desk.import(csc);
    assert_eq!(integrated(&desk, "alone"), Integrated::Differs);
    let mut settle = |response, reason| {
        let (case, prompt) = (case("case-1"), prompt("alone"));
        desk.workbook.settle_case_answer(&case, &prompt, response, reason, &stamp())
    };
    assert_eq!(settle(Response::Value(Yes), " "), Err(CaseAnswerError::NoReason));
    assert_eq!(settle(Response::Number(1), "Seen."), Err(CaseAnswerError::DoesNotFit));
    assert_eq!(settle(Response::Value(Yes), "The minutes show it."), Ok(()));
    assert_eq!(integrated(&desk, "alone"), Integrated::Decided(Response::Value(Yes)));
    let kept = serde_json::to_string(desk.workbook.record()).unwrap();
    let again = Workbook::from_record(serde_json::from_str(&kept).unwrap());
    assert!(again.case_answer_decision(&case("case-1"), &prompt("alone")).is_some());
    // V-04: it lapses with the return on which it rested.
    desk.import(police.corrected().says("alone", Partly));
    assert_eq!(integrated(&desk, "alone"), Integrated::Differs);
}

#[test]
fn r02_what_agencies_answer_differently_is_for_the_panel_to_settle_until_a_return_is_replaced() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let police = desk.draft("police", "case-1").says("alone", No);
    desk.import(police.clone());
    for (slot, of_case) in [("csc", "case-1"), ("csc", "case-2"), ("police", "case-2")] {
        let agreeing = desk.draft(slot, of_case).says("alone", Yes);
        desk.import(agreeing);
    }
    let contested = |desk: &Desk| {
        let (_, alone) = desk.workbook.plan().round.tool.prompt(&prompt("alone")).unwrap();
        RoundAnswers::of(&desk.workbook).contested(&desk.workbook, alone)
    };
    let differing = contested(&desk);
    let [open] = &differing[..] else { panic!("one case differs") };
    assert_eq!((&open.case, open.said.len(), &open.settled), (&case("case-1"), 2, &None));
    let (of_case, of_prompt) = (case("case-1"), prompt("alone"));
    let (yes, why) = (Response::Value(Yes), "The minutes show it.");
    desk.workbook.settle_case_answer(&of_case, &of_prompt, yes.clone(), why, &stamp()).unwrap();
    assert_eq!(contested(&desk)[0].settled, Some((yes, why.to_owned())));
    assert_eq!(RoundAnswers::of(&desk.workbook).count(&of_prompt, "yes").cases.len(), 2);
    desk.import(police.corrected().says("alone", Partly));
    assert_eq!(contested(&desk)[0].settled, None);
}

#[test]
fn r02_an_answer_that_stands_alone_is_settled_alone() {
    let mut desk = Desk::with(&["case-1"]);
    let mut settle = |ids: &[&str]| {
        let ids = ids.iter().map(|id| OptionId::new(*id).unwrap()).collect();
        let (case, prompt) = (case("case-1"), prompt("how"));
        let response = Response::Options(ids);
        desk.workbook.settle_case_answer(&case, &prompt, response, "As read.", &stamp())
    };
    assert_eq!(settle(&["neither", "letter"]), Err(CaseAnswerError::DoesNotFit));
    assert_eq!(settle(&["neither"]), Ok(()));
    assert_eq!(settle(&["letter", "telephone"]), Ok(()));
}

#[test]
fn a_tally_has_one_count_for_each_answer_on_offer() {
    let mut desk = Desk::with(&["case-1"]);
    let audit_return = desk.draft("csc", "case-1").chooses("how", &["letter"]);
    desk.import(audit_return);
    let tool = &desk.workbook.plan().round.tool;
    let (_, how) = tool.prompt(&prompt("how")).unwrap();
    let tally = RoundAnswers::of(&desk.workbook).tally(&how.id, &how.kind);
    let counts: Vec<(&str, usize)> =
        tally.iter().map(|count| (count.value.as_str(), count.cases.len())).collect();
    assert_eq!(counts, [("letter", 1), ("telephone", 0), ("neither", 0), ("unclear", 0)]);
}

#[test]
fn n10_an_option_that_tells_nothing_gives_way_to_one_that_does() {
    let chosen = |said: &[(&str, &str)]| {
        let mut desk = Desk::with(&["case-1"]);
        for (slot, option) in said {
            let audit_return = desk
                .draft(slot, "case-1")
                .responds("category", Response::Option(option.parse().unwrap()));
            desk.import(audit_return);
        }
        integrated(&desk, "category")
    };
    let letter = Integrated::Agreed(Response::Option("letter".parse().unwrap()));
    assert_eq!(chosen(&[("csc", "unclear"), ("police", "letter")]), letter);
    assert_eq!(chosen(&[("csc", "telephone"), ("police", "letter")]), Integrated::Differs);
    assert_eq!(chosen(&[("csc", "unclear"), ("police", "unclear")]), Integrated::NotAnswered);
}

/// A prompt of the tool, to be changed.
fn asked_otherwise(plan: &mut RoundPlan, id: &str, change: impl Fn(&mut Prompt)) {
    let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
    prompts.filter(|one| one.id == prompt(id)).for_each(change);
}

fn condition(json: serde_json::Value) -> Condition {
    serde_json::from_value(json).unwrap()
}

/// Whether a child was seen alone is for social care to say; its views, if so, and how they were asked follow.
fn followed_up() -> RoundPlan {
    let mut plan = plan(&["case-1"], "area-and-case");
    asked_otherwise(&mut plan, "alone", |one| one.standing = Standing::SocialCare);
    asked_otherwise(&mut plan, "how", |one| {
        one.when = Some(condition(json!({ "answered": "views" })));
    });
    asked_otherwise(&mut plan, "hours", |one| {
        let police = json!({ "agency": ["police"] });
        let seen = json!({ "answer": { "prompt": "alone", "is": ["yes"] } });
        one.when = Some(condition(json!({ "all": [police, seen] })));
    });
    plan
}

#[test]
fn n10_a_follow_up_is_not_heard_where_the_answer_of_the_case_rules_it_out() {
    let letter =
        || Integrated::Agreed(Response::Options([OptionId::new("letter").unwrap()].into()));
    let hours = || Integrated::Agreed(Response::Number(4));
    let none = Integrated::NotAnswered;
    // Police saw the child alone, and say how; social care's word counts before theirs.
    let rows = [
        (Some(Yes), agreed(Yes), [agreed(Partly), letter(), hours()]),
        (Some(No), agreed(No), [none.clone(), none.clone(), none.clone()]),
        (Some(NotKnown), agreed(Yes), [agreed(Partly), letter(), hours()]),
        (None, agreed(Yes), [agreed(Partly), letter(), hours()]),
    ];
    for (csc, alone, followed) in rows {
        let mut desk = Desk::of(followed_up());
        let police = desk.draft("police", "case-1").says("alone", Yes).says("views", Partly);
        desk.import(police.chooses("how", &["letter"]).responds("hours", Response::Number(4)));
        if let Some(value) = csc {
            let audit_return = desk.draft("csc", "case-1").says("alone", value);
            desk.import(audit_return);
        }
        assert_eq!(integrated(&desk, "alone"), alone, "{csc:?}");
        let got = ["views", "how", "hours"].map(|id| integrated(&desk, id));
        assert_eq!(got, followed, "{csc:?}");
        let answers = RoundAnswers::of(&desk.workbook);
        let behind = answers.case(&case("case-1")).unwrap().answer(&prompt("views")).unwrap();
        assert_eq!(behind.said.is_empty(), alone == agreed(No), "{csc:?}");
    }
}

#[test]
fn n10_what_the_panel_settled_decides_whether_a_follow_up_is_heard() {
    let mut desk = Desk::with(&["case-1"]);
    let police = desk.draft("police", "case-1").says("alone", Yes).says("views", Partly);
    let csc = desk.draft("csc", "case-1").says("alone", No);
    desk.import(police);
    desk.import(csc);
    assert_eq!(integrated(&desk, "alone"), Integrated::Differs);
    assert_eq!(integrated(&desk, "views"), agreed(Partly), "nobody has ruled it out");
    for (settled, views) in [(No, Integrated::NotAnswered), (Yes, agreed(Partly))] {
        let (case, prompt) = (case("case-1"), prompt("alone"));
        let response = Response::Value(settled);
        let why = "The minutes show it.";
        desk.workbook.settle_case_answer(&case, &prompt, response, why, &stamp()).unwrap();
        assert_eq!(integrated(&desk, "views"), views, "{settled:?}");
    }
}

#[test]
fn n20_what_does_not_apply_or_is_not_known_is_counted_of_all_cases() {
    let cases = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"];
    let mut desk = Desk::with(&cases);
    let says = [Yes, No, NotApplicable, NotApplicable, NotApplicable, NotKnown];
    for (case_ref, value) in cases.into_iter().zip(says) {
        let audit_return = desk.draft("csc", case_ref).says("alone", value);
        desk.import(audit_return);
    }
    let answers = RoundAnswers::of(&desk.workbook);
    let phrase = |cases: Vec<CaseRef>, of| Counted::new(cases, of, 6).phrase();
    let rows = [
        ("yes", "one of the two cases in which this arose"),
        ("not-evident", "neither of the two cases in which this arose"),
        ("not-applicable", "three of the six cases"),
        ("not-known", "one of the six cases"),
    ];
    for (value, want) in rows {
        let count = answers.count(&prompt("alone"), value);
        assert_eq!(phrase(count.cases, count.of), want);
    }
    let rows = [
        (json!(["yes", "no"]), "both cases in which this arose"),
        (json!(["no", "not-applicable"]), "four of the six cases"),
        (json!(["not-known"]), "one of the six cases"),
    ];
    for (values, want) in rows {
        let any = condition(json!({ "answer": { "prompt": "alone", "is": values } }));
        let count = answers.count_where(&any);
        assert_eq!(phrase(count.cases, count.of), want);
    }
}

#[test]
fn v04_a_settled_answer_stands_while_the_same_work_counts_from_another_file() {
    let mut desk = Desk::with(&["case-1"]);
    let csc = desk.draft("csc", "case-1").says("alone", Yes);
    let row = desk.import(csc.clone());
    let (first, place) = (row.file.unwrap(), row.place.unwrap());
    let police = desk.draft("police", "case-1").says("alone", No);
    desk.import(police);
    let (of_case, alone) = (case("case-1"), prompt("alone"));
    let settled = Response::Value(Yes);
    let why = "The minutes show it.";
    desk.workbook.settle_case_answer(&of_case, &alone, settled, why, &stamp()).unwrap();
    // As a deputy opens it, whose key the files were not sealed to: one comes sealed anew.
    desk.workbook = Workbook::from_record(desk.workbook.record().clone());
    let before_it = |file: &Hash| *file < first;
    let anew = (0_u32..).map(|at| Hash::of(&at.to_be_bytes())).find(before_it);
    let signer = key_of("csc").public_key().thumbprint();
    desk.admit(OpenedFile { file: anew, ..arriving(csc, &signer) });
    assert_eq!(desk.workbook.current(&place), anew);
    assert!(desk.workbook.case_answer_decision(&of_case, &alone).is_some());
    // Kept apart, neither file counts.
    desk.workbook.refuse_signer(signer, &slot("csc"), "Not theirs.", &stamp()).unwrap();
    assert_eq!(desk.workbook.case_answer_decision(&of_case, &alone), None);
}
