//! Each kind of text that the panel records is found, and leads to its page.

use super::*;
use crate::audit_return::{About, PanelQuestion, Response, WithdrawnBy, withdrawal};
use crate::check::testing::item;
use crate::panel::actions::fixture::{owner, recommendation, reports, step, with_actions};
use crate::panel::actions::{ActionStep, Challenge, ChallengeStep, ChallengeUpdate, Report};
use crate::panel::concerns::{ConcernStep, Hold};
use crate::panel::expectation::Expectation;
use crate::panel::manuscript::{OwnWording, Passage, Place};
use crate::panel::meeting::{Absence, ConflictOfInterest, Meeting, Present};
use crate::panel::{FileDecision, Letter, NewQuery, OpenedFile, OpenedLetter, Unopened};
use crate::round::Invitation;
use crate::tool::AnswerValue;

pub(super) fn place(desk: &Desk, slot_id: &str, case_ref: &str) -> ReturnKey {
    desk.workbook.place(&case(case_ref), &slot(slot_id)).unwrap()
}

/// A question about a return of social care that counts.
pub(super) fn ask(desk: &mut Desk, case_ref: &str) -> QueryId {
    let id: QueryId = "q1".parse().unwrap();
    let new = NewQuery {
        id: id.clone(),
        place: place(desk, "csc", case_ref),
        about: About::Prompt(prompt("alone")),
        text: "Who saw the child alone?".into(),
        answer_by: None,
        keeps: String::new(),
    };
    desk.workbook.write_query(new, &stamp()).unwrap();
    id
}

/// A meeting with an interest in a case, and without social care.
pub(super) fn meeting(case_ref: &str) -> Meeting {
    Meeting {
        id: item("m1"),
        held_on: "2026-03-19".parse().unwrap(),
        present: vec![Present { role: "Chair".into(), agency: None }],
        absent: vec![Absence {
            agency: "csc".parse().unwrap(),
            note: "Ill; their return was read out.".into(),
        }],
        conflicts: vec![ConflictOfInterest {
            role: "Named nurse".into(),
            case: case(case_ref),
            interest: "Manages the worker.".into(),
            handled: "Took no part.".into(),
        }],
        stamp: stamp(),
    }
}

pub(super) fn wording(sentence: &str) -> OwnWording {
    OwnWording {
        sentence: sentence.into(),
        text: "The nursery kept watch.".into(),
        over: "A sentence.".into(),
        stamp: stamp(),
    }
}

/// The only one that was found.
pub(super) fn one(workbook: &Workbook, kind: HitKind, query: &str) -> (FoundAt, String) {
    let mut all = found(workbook, kind, query);
    assert_eq!(all.len(), 1, "{query}: {all:?}");
    all.remove(0)
}

#[test]
fn a_question_is_found_with_its_answer_and_why_it_was_withdrawn() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(first.clone());
    let id = ask(&mut desk, "case-1");
    let mut second = first.corrected();
    let query = desk.workbook.query(&id).unwrap();
    let mut asked = PanelQuestion::asked(query.asked(), Some(1));
    asked.answer = "The health visitor did, twice.".into();
    second.panel_questions.push(asked);
    desk.import(second);
    desk.workbook.withdraw_query(&id, "Settled by telephone.", &stamp()).unwrap();
    for (query, said) in [
        ("saw alone", "Question to an agency: Who saw the child alone?"),
        ("visitor twice", "Answer to a question: The health visitor did, twice."),
        ("telephone", "Why a question was withdrawn: Settled by telephone."),
    ] {
        let found = one(&desk.workbook, HitKind::Question, query);
        assert_eq!(found, (FoundAt::Question(id.clone()), said.to_owned()));
    }
    assert_eq!(everything(&desk, "visitor twice").len(), 1, "told once, beside its question");
    assert_eq!(found(&desk.workbook, HitKind::Return, "visitor twice").len(), 1);
}

#[test]
fn the_reason_of_what_is_expected_of_an_agency_is_found_as_it_was_last_given() {
    let mut desk = Desk::with(&["case-1"]);
    let place = place(&desk, "csc", "case-1");
    let until = "2026-04-10".parse().unwrap();
    let expect = |desk: &mut Desk, what, reason| {
        desk.workbook.expect(&place, what, reason, &stamp()).unwrap();
    };
    expect(&mut desk, Expectation::Declined, "The archive burnt down.");
    let at = FoundAt::Expected(place.clone());
    let declined = "Agency declines: The archive burnt down.".to_owned();
    assert_eq!(one(&desk.workbook, HitKind::Decision, "archive"), (at.clone(), declined));
    expect(&mut desk, Expectation::Extended { until }, "A new auditor begins.");
    assert_eq!(found(&desk.workbook, HitKind::Decision, "archive"), []);
    let extended = "More time given: A new auditor begins.".to_owned();
    assert_eq!(one(&desk.workbook, HitKind::Decision, "new auditor"), (at, extended));
    let police = Filter { agency: Some("police".parse().unwrap()), ..Filter::default() };
    assert_eq!(told(&desk, "new auditor", &police), Vec::<String>::new());
}

#[test]
fn c07_why_a_case_is_held_back_is_found() {
    let mut desk = Desk::with(&["case-1"]);
    let reason = "The police ask for time.";
    desk.workbook.hold_case(&case("case-1"), Hold::DoNotPublish, reason, &stamp()).unwrap();
    let said = ["Case held back from publication: ", reason].concat();
    let found = one(&desk.workbook, HitKind::Decision, "police time");
    assert_eq!(found, (FoundAt::Hold(case("case-1")), said));
}

#[test]
fn v06_why_a_signer_is_trusted_and_what_is_said_of_an_accepted_return_is_found() {
    let mut desk = Desk::with(&["case-1"]);
    let file = desk.admit(from_a_stranger(desk.draft("school", "case-1"))).file.unwrap();
    let workbook = &mut desk.workbook;
    let reason = "Fingerprint read back.";
    workbook.decide_on(&file, FileDecision::TrustSigner, reason, &stamp()).unwrap();
    workbook.accept_return(&file, true, "Read with the nurse.", &stamp()).unwrap();
    let trusted = "Signer trusted: Fingerprint read back.".to_owned();
    let at = FoundAt::Invitation(slot("school"));
    assert_eq!(one(workbook, HitKind::Decision, "fingerprint"), (at, trusted));
    let accepted = "Return accepted: Read with the nurse.".to_owned();
    assert_eq!(one(workbook, HitKind::Decision, "nurse"), (FoundAt::File(file), accepted));
}

#[test]
fn v01_why_an_agency_took_its_return_back_is_found() {
    let mut desk = Desk::with(&["case-1"]);
    let signed = desk.draft("csc", "case-1").grade("risk", "good");
    desk.import(signed.clone());
    let by = WithdrawnBy {
        role: "Auditor".into(),
        name: "A. Auditor".into(),
        reason: "It describes another family.".into(),
        at: at("2026-03-12T09:00:00Z"),
    };
    let invitation = Invitation::of(desk.workbook.plan(), &slot("csc")).unwrap();
    let (payload, signer) = (signed_payload(&signed), key_of("csc").public_key());
    let made = withdrawal(&signed, payload, by, &invitation, &signer).unwrap();
    let Ok((withdrawal, _)) = made else { panic!("it can be written") };
    let letter = OpenedLetter {
        payload: Hash::of(b"what was signed"),
        signer: signer.thumbprint(),
        letter: Letter::Withdrawal(Box::new(withdrawal)),
    };
    let file = Hash::of(b"the withdrawal");
    let content = Err(Unopened::Letter(Box::new(letter)));
    desk.admit(OpenedFile { name: "withdrawal.json".into(), file: Some(file), content });
    let said = "Return taken back: It describes another family.".to_owned();
    let found = one(&desk.workbook, HitKind::Decision, "another family");
    assert_eq!(found, (FoundAt::File(file), said));
}

#[test]
fn v08_why_a_grade_was_given_anew_is_found_under_its_agency() {
    let mut desk = Desk::with(&["case-1"]);
    let place = desk.graded("police", "case-1", "requires-improvement").place.unwrap();
    let subject = on_area("case-1", "risk");
    for reason in ["Chosen by mistake.", "Read against our descriptors."] {
        let to = grade("adequate");
        desk.workbook.record_regrade(&subject, &place, &to, reason, &stamp()).unwrap();
    }
    let said = "risk, graded anew: Read against our descriptors.".to_owned();
    let found_one = one(&desk.workbook, HitKind::Judgement, "descriptors");
    assert_eq!(found_one, (FoundAt::Judgement(subject), said.clone()));
    assert_eq!(found(&desk.workbook, HitKind::Judgement, "mistake"), []);
    let police = Filter { agency: Some("police".parse().unwrap()), ..Filter::default() };
    assert_eq!(told(&desk, "descriptors", &police), [said]);
}

#[test]
fn ec05_why_an_agency_stands_by_a_grade_and_why_an_answer_was_settled_is_found() {
    let mut desk = Desk::with(&["case-1"]);
    desk.graded("health.hv", "case-1", "good");
    desk.graded("health.sn", "case-1", "adequate");
    let (subject, health) = (on_area("case-1", "risk"), "health".parse().unwrap());
    let workbook = &mut desk.workbook;
    let why = "The school nurse saw more.";
    workbook.record_agency_view(&subject, &health, &grade("adequate"), why, &stamp()).unwrap();
    let said = "risk, the agency’s own grade: The school nurse saw more.".to_owned();
    let at = FoundAt::Judgement(subject);
    assert_eq!(one(workbook, HitKind::Judgement, "nurse"), (at, said));
    let yes = Response::Value(AnswerValue::Yes);
    let (about, why) = (case("case-1"), "The minutes show it.");
    workbook.settle_case_answer(&about, &prompt("alone"), yes, why, &stamp()).unwrap();
    let said = "Answer settled: The minutes show it.".to_owned();
    assert_eq!(one(workbook, HitKind::Judgement, "minutes"), (FoundAt::Counts, said));
}

#[test]
fn c06_what_was_done_about_a_concern_is_found_with_it() {
    let mut desk = Desk::with(&["case-1"]);
    let mut draft = desk.draft("csc", "case-1");
    let concern = ImmediateConcern {
        text: "The child came with a bruise.".into(),
        their_action: "The manager visits tonight.".into(),
        ..ImmediateConcern::begin(item("c1"))
    };
    draft.immediate_concerns.push(concern);
    let key = ConcernKey::Agency { return_id: draft.return_id.clone(), item: item("c1") };
    desk.import(draft);
    let workbook = &mut desk.workbook;
    let closed = ConcernStep::Closed { role: "Head".into(), outcome: "A plan is made.".into() };
    for step in [ConcernStep::Remark("Telephoned the front door.".into()), closed] {
        workbook.follow_up_concern(&key, step, &stamp()).unwrap();
    }
    for (query, said) in [
        ("visits tonight", "The manager visits tonight."),
        ("front door", "Telephoned the front door."),
        ("plan made", "Head\nA plan is made."),
    ] {
        let said = ["What was done about a concern: ", said].concat();
        assert_eq!(one(workbook, HitKind::Concern, query), (FoundAt::Concern(key.clone()), said));
    }
}

#[test]
fn m03_an_interest_that_was_declared_and_an_absence_are_found() {
    let mut desk = Desk::with(&["case-1"]);
    desk.workbook.record_meeting(meeting("case-1")).unwrap();
    let at = FoundAt::People(item("m1"));
    let interest = "Interest declared: Named nurse\nManages the worker.\nTook no part.".to_owned();
    let found_one = one(&desk.workbook, HitKind::Meeting, "manages worker");
    assert_eq!(found_one, (at.clone(), interest));
    let absent = "Absent from a meeting: Ill; their return was read out.".to_owned();
    assert_eq!(one(&desk.workbook, HitKind::Meeting, "read out"), (at, absent));
}

#[test]
fn texts_of_the_documents_and_own_wordings_are_found() {
    let mut desk = Desk::with(&["case-1"]);
    let workbook = &mut desk.workbook;
    let points = vec!["By midsummer.".to_owned()];
    let advice = recommendation("r1", "Police should share plans.");
    workbook.record_passage(Passage { points, ..advice }).unwrap();
    let summary = recommendation("s1", "The girl is safe.");
    let summary = Passage { place: Place::Summary(case("case-1")), ..summary };
    workbook.record_passage(summary).unwrap();
    workbook.record_own_wording(wording("case-by-case/case-1/context"));
    for (query, at, said) in [
        ("midsummer", "r1", "Recommendation: Police should share plans.\nBy midsummer."),
        ("girl safe", "s1", "Summary of a case: The girl is safe."),
    ] {
        let wanted = (FoundAt::Passage(item(at)), said.to_owned());
        assert_eq!(one(workbook, HitKind::Text, query), wanted);
    }
    let at = FoundAt::Wording("case-by-case/case-1/context".to_owned());
    let said = "Own wording of a sentence: The nursery kept watch.".to_owned();
    assert_eq!(one(workbook, HitKind::Text, "nursery"), (at, said));
    workbook.record_own_wording(OwnWording {
        text: String::new(),
        ..wording("case-by-case/case-1/context")
    });
    assert_eq!(found(workbook, HitKind::Text, "nursery"), [], "it was taken back");
}

#[test]
fn actions_with_what_was_reported_and_decided_are_found() {
    let mut workbook = with_actions(&["a1"]);
    reports(&mut workbook, "a1", Report::Note("Leaflets printed.".into()));
    reports(&mut workbook, "a1", Report::Note("Leaflets sent to schools.".into()));
    let (to, reason) = ("Chair of the board".into(), "Nobody pays.".into());
    step(&mut workbook, "a1", ActionStep::Escalated { to, reason }).unwrap();
    let at = FoundAt::Action(item("a1"));
    let (whole, text) = one(&workbook, HitKind::Plan, "checklist strategy");
    assert_eq!(whole, at);
    assert!(text.starts_with("Action 1: Write a checklist"), "{text}");
    let said = "Action 1: What has been done: Leaflets sent to schools.".to_owned();
    assert_eq!(one(&workbook, HitKind::Plan, "leaflets"), (at.clone(), said));
    let said = "Action 1: escalated: Chair of the board\nNobody pays.".to_owned();
    assert_eq!(one(&workbook, HitKind::Plan, "nobody pays"), (at, said));
}

#[test]
fn ap11_an_issue_between_agencies_is_found_under_either_side() {
    let mut workbook = with_actions(&[]);
    let challenge = Challenge {
        id: item("i1"),
        raised_by: owner("police", "Sergeant"),
        put_to: owner("csc", "Team manager"),
        raised_on: "2026-03-01".parse().unwrap(),
        issue: "Notifications come late.".into(),
        actions: Vec::new(),
        stamp: stamp(),
    };
    workbook.record_challenge(challenge).unwrap();
    let outcome = "A shared mailbox.".into();
    let update = ChallengeUpdate {
        challenge: item("i1"),
        step: ChallengeStep::Resolved { outcome },
        on: "2026-03-10".parse().unwrap(),
        stamp: stamp(),
    };
    workbook.record_challenge_step(update).unwrap();
    for (agency, hits) in [("police", 1), ("csc", 1), ("school", 0)] {
        let only = Filter { agency: Some(agency.parse().unwrap()), ..Filter::default() };
        assert_eq!(search(&workbook, "notifications", &only, 10).hits.len(), hits, "{agency}");
    }
    let said = "What became of an issue: A shared mailbox.".to_owned();
    let found = one(&workbook, HitKind::Plan, "mailbox");
    assert_eq!(found, (FoundAt::Issue(item("i1")), said));
}

#[test]
fn the_terms_of_reference_and_key_lines_of_enquiry_are_found() {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.terms_of_reference = vec!["Six months are judged.".into()];
    plan.round.lines_of_enquiry = vec!["Was the child heard?".into()];
    let of_template = "Social care asks the police.".to_owned();
    plan.round.report.wording.insert("summary.procedure-text".into(), of_template);
    let workbook = Desk::of(plan).workbook;
    for (query, said) in [
        ("months judged", "Terms of reference: Six months are judged."),
        ("child heard", "Key line of enquiry: Was the child heard?"),
    ] {
        let wanted = (FoundAt::Details, said.to_owned());
        assert_eq!(one(&workbook, HitKind::Terms, query), wanted);
    }
    assert_eq!(found(&workbook, HitKind::Terms, "asks police"), [], "the details do not show it");
}
