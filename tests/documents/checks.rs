//! What speaks against publishing: completeness, tone, identifiers.

use multi_agency_audit::id::ItemId;
use multi_agency_audit::panel::Workbook;
use multi_agency_audit::panel::findings::{Finding, FindingKind};
use multi_agency_audit::panel::manuscript::{OwnWording, Passage, PassageError, Place};
use multi_agency_audit::report::document::{
    Change, Document, DocumentKind, DocumentNotice, Evidence, Weight, changes, check,
};
use serde_json::json;

use crate::SEEDS;
use crate::seed::{Seed, stamp};

fn notices(seed: &Seed, kind: DocumentKind) -> Vec<DocumentNotice> {
    check(&seed.workbook, &seed.document(kind))
}

fn rules(seed: &Seed, kind: DocumentKind) -> Vec<&'static str> {
    notices(seed, kind).iter().map(|one| one.rule).collect()
}

/// The passage at a place, changed.
fn change(seed: &mut Seed, wanted: impl Fn(&Passage) -> bool, with: impl Fn(&mut Passage)) {
    let passage = seed.workbook.passages().into_iter().find(|one| wanted(one)).unwrap();
    let mut passage = passage.clone();
    with(&mut passage);
    seed.workbook.record_passage(passage).unwrap();
}

fn of_finding(id: &str) -> impl Fn(&Passage) -> bool {
    let place = Place::Finding(id.parse().unwrap());
    move |passage: &Passage| passage.place == place
}

/// A text as an earlier program kept it.
fn keep_unchecked(seed: &mut Seed, passage: &Passage) {
    let mut record = serde_json::to_value(seed.workbook.record()).unwrap();
    let texts = record["panel"]["passages"].as_array_mut().unwrap();
    texts.push(serde_json::to_value(passage).unwrap());
    seed.workbook = Workbook::from_record(serde_json::from_value(record).unwrap());
    for text in seed.files.values() {
        let opened = seed.workbook.opener().open("return.json", text.as_bytes());
        seed.workbook.restore(opened).unwrap();
    }
}

/// Two messages of one case as one, "whole".
fn merge_messages(seed: &mut Seed) {
    let of: Vec<ItemId> = ["m1", "m2"].map(|id| id.parse().unwrap()).into();
    let first = seed.workbook.finding(&of[0]).unwrap().clone();
    let whole = Finding { id: "whole".parse().unwrap(), sources: Vec::new(), ..first };
    seed.workbook.merge_findings(&of, whole).unwrap();
}

/// Where F-01 speaks against a document.
fn f01_at(seed: &Seed, document: &Document) -> Vec<Option<String>> {
    let found = check(&seed.workbook, document).into_iter();
    found.filter(|one| one.rule == "F-01").map(|one| one.sentence).collect()
}

#[test]
fn finished_documents_have_nothing_against_them_but_a_missing_return() {
    for (name, kind) in SEEDS {
        let found = notices(&Seed::named(name), kind);
        let found: Vec<(&str, &str)> =
            found.iter().map(|one| (one.rule, one.message.as_str())).collect();
        let missing =
            "One thing in the register is not settled. Settle them, or record the reasons.";
        match kind {
            // What few families had in common: to be confirmed by a person.
            DocumentKind::Overview => {
                assert_eq!(found[0], ("K-02", missing), "{name}");
                assert_eq!(rules_of(&found), ["K-02", "I-09", "I-09"], "{name}");
            }
            // Another city, a prison and the end of a court order, two of them in one sentence: to be cleared by a person.
            DocumentKind::SixSteps => assert_eq!(rules_of(&found), ["I-08"; 6], "{name}"),
            _ => assert_eq!(found, [], "{name}"),
        }
    }
}

fn rules_of<'a>(found: &[(&'a str, &str)]) -> Vec<&'a str> {
    found.iter().map(|(rule, _)| *rule).collect()
}

#[test]
fn r01_what_is_unknown_is_marked_and_named() {
    let mut seed = Seed::named("case-by-case");
    let summary = Place::Summary(seed.case("Case 2"));
    change(&mut seed, |one| one.place == summary, |passage| passage.removed = true);
    let found = notices(&seed, DocumentKind::CaseByCase);
    let [gap] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((gap.rule, gap.weight), ("R-01", Weight::Block));
    assert_eq!(gap.message, "Something is not known: summary of the case. Fill it in.");
    assert_eq!(gap.sentence.as_deref(), Some("case-by-case/case-2/summary"));
}

#[test]
fn r08_a_key_message_has_a_theme_and_a_question() {
    let mut seed = Seed::named("case-by-case");
    change(&mut seed, of_finding("m2"), |passage| {
        passage.questions.clear();
        passage.heading.clear();
    });
    assert_eq!(rules(&seed, DocumentKind::CaseByCase), ["R-08", "R-08"]);
}

#[test]
fn r08_a_key_message_that_only_asks_lacks_what_was_found_until_its_text_says_it() {
    let mut seed = Seed::named("case-by-case");
    let mut finding = seed.workbook.finding(&"m2".parse().unwrap()).unwrap().clone();
    finding.kind = FindingKind::Question;
    seed.workbook.record_finding(finding).unwrap();
    assert_eq!(rules(&seed, DocumentKind::CaseByCase), Vec::<&str>::new());
    change(&mut seed, of_finding("m2"), |passage| passage.text.clear());
    let found = notices(&seed, DocumentKind::CaseByCase);
    let [gap] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((gap.rule, gap.weight), ("R-08", Weight::Block));
    assert!(gap.sentence.as_deref().unwrap().ends_with("/m2/finding"), "{gap:?}");
}

#[test]
fn r08_a_finding_has_one_text_and_of_two_from_before_neither_hides_the_other() {
    let mut seed = Seed::named("case-by-case");
    let passages = seed.workbook.passages().into_iter();
    let first = passages.clone().find(|one| of_finding("m2")(one)).unwrap().clone();
    let second = Passage {
        id: "second".parse().unwrap(),
        heading: String::new(),
        text: String::new(),
        questions: Vec::new(),
        call_to_action: "Follow the procedure on telling schools.".into(),
        ..first.clone()
    };
    let refused = seed.workbook.record_passage(second.clone());
    assert_eq!(refused, Err(PassageError::WrittenAlready));

    let before = seed.document(DocumentKind::CaseByCase);
    keep_unchecked(&mut seed, &second);
    let changed = changes(&before, &seed.document(DocumentKind::CaseByCase));
    let [Change::Added { id, .. }] = &changed[..] else { panic!("{changed:#?}") };
    assert!(id.ends_with("/m2/call"), "{id}");
    // Either can still be changed.
    change(&mut seed, |one| one.id == first.id, |passage| passage.heading = "Schools".into());
}

#[test]
fn f01_a_text_of_a_part_is_told_of_the_whole_only_once_somebody_has_recorded_it_again() {
    let mut seed = Seed::named("case-by-case");
    let before = seed.document(DocumentKind::CaseByCase);
    assert_eq!(f01_at(&seed, &before), []);
    merge_messages(&mut seed);
    // The text is of one part, what to do of the other.
    let of_whole = Some("case-by-case/case-1/message/whole".to_owned());
    let of_call = Some("case-by-case/case-1/message/whole/call".to_owned());
    let now = f01_at(&seed, &seed.document(DocumentKind::CaseByCase));
    assert_eq!(now, [of_call.clone(), of_whole]);
    assert_eq!(f01_at(&seed, &before), [], "it tells of the part");
    for (part, left) in [("of-m2", vec![of_call]), ("of-m1", Vec::new())] {
        let told = |one: &Passage| one.id.as_str() == part;
        let later = "2026-07-02T09:00:00Z".parse().unwrap();
        change(&mut seed, told, |passage| passage.stamp.at = later);
        assert_eq!(f01_at(&seed, &seed.document(DocumentKind::CaseByCase)), left);
    }
}

#[test]
fn f01_a_text_that_an_earlier_program_left_with_a_part_is_told_and_asked_about() {
    let mut seed = Seed::named("case-by-case");
    let part = seed.workbook.passages().into_iter().find(|one| of_finding("m2")(one));
    let part = part.unwrap().clone();
    merge_messages(&mut seed);
    keep_unchecked(&mut seed, &part);
    let whole: ItemId = "whole".parse().unwrap();
    assert_eq!(seed.workbook.text_of_finding(&whole).map(|one| &one.id), Some(&part.id));
    let document = seed.document(DocumentKind::CaseByCase);
    let id = "case-by-case/case-1/message/whole";
    let told = document.sentences().find(|one| one.id == id).unwrap();
    assert_eq!(told.plain(), part.text);
    assert_eq!(f01_at(&seed, &document), [Some([id, "/call"].concat()), Some(id.to_owned())]);
    let moved = seed.workbook.passages().into_iter().find(|one| one.id.as_str() == "of-m1");
    let moved = moved.unwrap().clone();
    seed.workbook.record_passage(Passage { removed: true, ..moved.clone() }).unwrap();
    let second = Passage { id: "second".parse().unwrap(), ..moved };
    assert_eq!(seed.workbook.record_passage(second), Err(PassageError::WrittenAlready));
}

#[test]
fn f01_a_heading_or_a_question_of_a_part_is_asked_about_where_its_text_is_not_told() {
    let mut seed = Seed::named("case-by-case");
    change(&mut seed, of_finding("m1"), |passage| passage.removed = true);
    change(&mut seed, of_finding("m2"), |passage| passage.text.clear());
    merge_messages(&mut seed);
    let found = |seed: &Seed| f01_at(seed, &seed.document(DocumentKind::CaseByCase));
    let of_heading = Some("case-by-case/case-1/message/whole/heading".to_owned());
    assert_eq!(found(&seed), [of_heading]);
    let told = |one: &Passage| one.id.as_str() == "of-m2";
    let before = seed.workbook.passages().into_iter().find(|one| told(one)).unwrap().stamp.at;
    change(&mut seed, told, |passage| passage.heading.clear());
    let of_question = Some("case-by-case/case-1/message/whole/question-1".to_owned());
    assert_eq!(found(&seed), [of_question]);
    let later = before + chrono::TimeDelta::days(1);
    change(&mut seed, told, |passage| passage.stamp.at = later);
    assert_eq!(found(&seed), []);
}

#[test]
fn ec56_of_a_case_in_which_nothing_was_found_somebody_says_that_there_was_none() {
    let mut seed = Seed::named("case-by-case");
    let alone = "m3".parse().unwrap();
    seed.workbook.drop_finding(&alone, "It was put right.", &stamp()).unwrap();
    let found = notices(&seed, DocumentKind::CaseByCase);
    let [gap] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((gap.rule, gap.weight), ("R-01", Weight::Block));
    seed.workbook.record_own_wording(OwnWording {
        sentence: gap.sentence.clone().unwrap(),
        text: "There was none.".into(),
        over: "[key message of the case]".into(),
        stamp: stamp(),
    });
    assert_eq!(rules(&seed, DocumentKind::CaseByCase), Vec::<&str>::new());
}

#[test]
fn r09_a_lesson_says_what_to_do() {
    let mut seed = Seed::named("theme-by-theme");
    change(&mut seed, of_finding("l3"), |passage| passage.call_to_action.clear());
    assert_eq!(rules(&seed, DocumentKind::ThemeByTheme), ["R-09"]);
}

#[test]
fn r10_an_issue_of_one_case_stands_with_that_case() {
    let mut seed = Seed::named("six-steps");
    let case = seed.case("Case 2");
    seed.workbook.take_out(&case, "family moved", None, &stamp()).unwrap();
    let document = seed.document(DocumentKind::SixSteps);
    let found = check(&seed.workbook, &document);
    let moved: Vec<&str> =
        found.iter().filter(|one| one.rule == "R-10").map(|one| one.message.as_str()).collect();
    assert_eq!(
        moved[0],
        "Rests on one case only, and stands with that case: Parents did not take up help for drugs or alcohol."
    );
    assert!(document.sentences().any(|one| one.id == "six-steps/four/case-1/k1"));
    assert!(!document.sentences().any(|one| one.id == "six-steps/five/k1"));
}

#[test]
fn f01_a_strength_across_cases_stands_with_each_of_its_cases() {
    let mut seed = Seed::named("six-steps");
    let mut finding = seed.workbook.finding(&"k1".parse().unwrap()).unwrap().clone();
    finding.kind = FindingKind::Strength;
    seed.workbook.record_finding(finding).unwrap();
    let document = seed.document(DocumentKind::SixSteps);
    let of = |id: &str| document.sentences().filter(|one| one.id.ends_with(id)).count();
    assert_eq!((of("/case-1/k1"), of("/case-2/k1"), of("/k1")), (1, 1, 2));
    let lost = check(&seed.workbook, &document).into_iter().filter(|one| one.rule == "F-01");
    assert_eq!(lost.count(), 0);
}

#[test]
fn r11_no_summary_without_the_contact_for_concerns() {
    let mut seed = Seed::named("summary");
    seed.story.round.insert(
        "concern_route".into(),
        json!({ "telephone": "", "email": "", "out_of_hours": "" }),
    );
    let mut plan = seed.workbook.plan().clone();
    seed.story.change(&mut plan.round);
    seed.workbook.change_plan(plan, "For a test.", &stamp()).unwrap();
    assert_eq!(rules(&seed, DocumentKind::Summary), ["R-11"]);
    assert_eq!(rules(&seed, DocumentKind::PromptSheet), ["R-11"]);
}

#[test]
fn r12_strengths_come_first_and_nobody_is_blamed() {
    let mut seed = Seed::named("summary");
    for id in ["c1", "c2", "c3", "c4", "c5", "c6", "c7"] {
        seed.workbook.drop_finding(&id.parse().unwrap(), "For a test.", &stamp()).unwrap();
    }
    assert_eq!(rules(&seed, DocumentKind::Summary), ["R-01", "R-12"]);
    let mut seed = Seed::named("six-steps");
    let mut finding = seed.workbook.finding(&"f1".parse().unwrap()).unwrap().clone();
    finding.text = "The worker failed to tell the school.".into();
    seed.workbook.record_finding(finding).unwrap();
    let mut found = notices(&seed, DocumentKind::SixSteps);
    found.retain(|one| one.rule != "I-08");
    assert_eq!(
        found[0].message,
        "“failed to” blames somebody. Say what was done or not done instead."
    );
    assert_eq!(found.len(), 1);
}

#[test]
fn i08_the_guard_looks_at_documents_again() {
    let mut seed = Seed::named("six-steps");
    let mut finding = seed.workbook.finding(&"f1".parse().unwrap()).unwrap().clone();
    finding.text = "Mrs Example (NHS 943 476 5919) was told by telephone.".into();
    seed.workbook.record_finding(finding).unwrap();
    let mut found = notices(&seed, DocumentKind::SixSteps);
    found.retain(|one| one.message.ends_with("919.") || one.message.contains("Example"));
    let told: Vec<(&str, Weight, &str)> =
        found.iter().map(|one| (one.rule, one.weight, one.message.as_str())).collect();
    assert_eq!(
        told,
        [
            ("I-08", Weight::Block, "This may tell who somebody is: 943 476 5919."),
            ("I-08", Weight::Confirm, "This may tell who somebody is: Mrs Example."),
        ]
    );
}

#[test]
fn r03_only_judgements_that_stand_are_published() {
    let mut seed = Seed::named("overview");
    assert!(!rules(&seed, DocumentKind::Overview).contains(&"R-03"));
    let on_area = seed.workbook.latest_judgements().find(|one| one.subject.area.is_some());
    let judgement = on_area.unwrap().clone();
    let mut deferred = judgement.decision;
    deferred.verdict = multi_agency_audit::panel::Verdict::Deferred;
    seed.workbook.record_judgement(judgement.subject, deferred, &stamp()).unwrap();
    let document = seed.document(DocumentKind::Overview);
    let left = document.sentences().filter(|one| one.id.ends_with("/not-judged"));
    let left: Vec<String> = left.map(|one| one.plain()).collect();
    assert_eq!(left, ["It was not judged in one case: the panel has left it for later."]);
    let found = check(&seed.workbook, &document);
    let open: Vec<&str> =
        found.iter().filter(|one| one.rule == "R-03").map(|one| one.message.as_str()).collect();
    let message =
        "History of involvement: not every case has a judgement that stands. Judge it first.";
    assert_eq!(open, [message]);
}

#[test]
fn r03_suggestions_are_no_judgements() {
    let seed = Seed::changed("overview", |story| story.unjudged = true);
    let document = seed.document(DocumentKind::Overview);
    let open = document.sentences().find(|one| one.id == "overview/area-3/open");
    assert_eq!(open.unwrap().plain(), "All ten judgements are not final.");
    let found = check(&seed.workbook, &document);
    // Seven areas, and the cases overall.
    assert_eq!(found.iter().filter(|one| one.rule == "R-03").count(), 8);
}

#[test]
fn r03_a_grade_that_a_text_counts_is_a_judgement_that_stands() {
    // Of every grade, and of one that no case has.
    let counted = |unjudged: bool, no_case: bool| {
        let mut seed = Seed::changed("overview", |story| story.unjudged = unjudged);
        let tool = &seed.workbook.plan().round.tool;
        let area = tool.areas.iter().find(|area| area.graded).unwrap().id.to_string();
        let grades = tool.scale.grades.iter().filter(|grade| grade.for_area && !no_case);
        let is: Vec<String> = grades.map(|grade| grade.id.to_string()).collect();
        let text = json!({
            "place": "learning", "text": "This was graded so {in:graded}.",
            "counts": { "graded": { "graded": { "area": area, "is": is } } },
        });
        crate::seed::panel::write(&mut seed.workbook, "graded".into(), text);
        let found = notices(&seed, DocumentKind::Summary).into_iter();
        let of_text =
            |one: &DocumentNotice| one.sentence.as_ref().is_some_and(|id| id.contains("/graded/"));
        let found = found.filter(|one| one.rule == "R-03" && of_text(one));
        found.map(|one| one.weight).collect::<Vec<Weight>>()
    };
    for no_case in [false, true] {
        assert_eq!(counted(false, no_case), []);
        assert_eq!(counted(true, no_case), [Weight::Block]);
    }
}

#[test]
fn c07_a_case_held_back_keeps_its_document_back() {
    use multi_agency_audit::panel::concerns::Hold;
    let mut seed = Seed::named("six-steps");
    let case = seed.case("Case 3");
    seed.workbook.hold_case(&case, Hold::DoNotPublish, "A review runs beside.", &stamp()).unwrap();
    let found = notices(&seed, DocumentKind::SixSteps);
    assert_eq!((found[0].rule, found[0].weight), ("C-07", Weight::Block));
    assert!(found[0].message.contains("Case 3"), "{}", found[0].message);
}

#[test]
fn c07_while_a_concern_about_a_case_is_open_nothing_is_published() {
    use multi_agency_audit::panel::concerns::{ConcernKey, ConcernStep, Nature, PanelConcern};
    let mut seed = Seed::named("six-steps");
    let concern = PanelConcern {
        id: "p1".parse().unwrap(),
        case: seed.case("Case 3"),
        nature: Nature::Cumulative,
        seen_in: Vec::new(),
        text: "Three agencies each saw a little less of the child.".into(),
        noticed_at: stamp().at,
        stamp: stamp(),
    };
    seed.workbook.raise_concern(concern).unwrap();
    let held = |seed: &Seed| {
        let found = notices(seed, DocumentKind::SixSteps).into_iter();
        found.filter(|one| one.rule == "C-07").map(|one| one.message).collect::<Vec<String>>()
    };
    assert!(held(&seed)[0].contains("Case 3"), "{:?}", held(&seed));
    assert!(held(&seed)[0].contains("decide about its file where its signer is not trusted"));
    let closed = ConcernStep::Closed { role: "Head of service".into(), outcome: "Seen.".into() };
    let key = ConcernKey::Panel("p1".parse().unwrap());
    seed.workbook.follow_up_concern(&key, closed, &stamp()).unwrap();
    assert_eq!(held(&seed), Vec::<String>::new());
}

#[test]
fn v09_a_version_that_tells_of_a_case_taken_out_since_is_confirmed_or_held_back() {
    use multi_agency_audit::panel::concerns::Hold;
    use multi_agency_audit::report::document::{i08_clear, n01_to_keep};
    let mut seed = Seed::named("six-steps");
    let before = seed.document(DocumentKind::SixSteps);
    let confirmed = check(&seed.workbook, &before).iter().map(DocumentNotice::key).collect();
    let reason = "Read by the chair.".to_owned();
    i08_clear(&mut seed.workbook, &before, confirmed, reason, &stamp()).unwrap();
    let told = |seed: &Seed, document: &Document| {
        let found = check(&seed.workbook, document).into_iter();
        let found = found.filter(|one| ["C-07", "V-09"].contains(&one.rule));
        found.map(|one| (one.rule, one.weight)).collect::<Vec<_>>()
    };
    assert_eq!(told(&seed, &before), []);
    let case = seed.case("Case 2");
    seed.workbook.take_out(&case, "criminal trial", None, &stamp()).unwrap();
    assert_eq!(told(&seed, &before), [("V-09", Weight::Confirm)]);
    assert_eq!(told(&seed, &seed.document(DocumentKind::SixSteps)), []);
    assert_eq!(n01_to_keep(&seed.workbook, None).len(), 1);

    seed.workbook.hold_case(&case, Hold::DoNotPublish, "The trial has begun.", &stamp()).unwrap();
    assert_eq!(told(&seed, &before), [("C-07", Weight::Block), ("V-09", Weight::Confirm)]);
    assert_eq!(told(&seed, &seed.document(DocumentKind::SixSteps)), []);
    // N-01: nobody could hold it back once the papers are gone.
    assert_eq!(n01_to_keep(&seed.workbook, None), []);
}

#[test]
fn v09_good_practice_of_cases_taken_out_is_not_told() {
    use multi_agency_audit::panel::findings::findings;
    let mut seed = Seed::named("six-steps");
    let told = |seed: &Seed| {
        let document = seed.document(DocumentKind::SixSteps);
        let all = document.sentences().filter(|one| one.id.starts_with("six-steps/six/"));
        all.flat_map(|one| one.evidence.clone()).collect::<Vec<Evidence>>()
    };
    let before = told(&seed).len();
    let cases: Vec<_> = seed.workbook.plan().cases.iter().map(|one| one.case_ref.clone()).collect();
    for case in &cases[1..] {
        seed.workbook.take_out(case, "family moved", None, &stamp()).unwrap();
    }
    let after = told(&seed);
    assert!(after.len() < before, "{after:?}");
    let gone = findings(&seed.workbook).into_iter().filter(|view| view.cases.is_empty());
    let gone: Vec<Evidence> = gone.map(|view| Evidence::Finding(view.finding.id)).collect();
    assert!(!gone.is_empty() && !after.iter().any(|one| gone.contains(one)), "{after:?}");
}

#[test]
fn i08_a_document_is_published_only_as_somebody_cleared_it() {
    use multi_agency_audit::panel::manuscript::{Clearance, ClearanceError};
    use multi_agency_audit::report::document::{NotPublishable, Snapshot, i08_may_publish};
    let mut seed = Seed::named("six-steps");
    let document = seed.document(DocumentKind::SixSteps);
    let outcome = |seed: &Seed| i08_may_publish(&seed.workbook, &document);
    assert_eq!(outcome(&seed), Err(NotPublishable::NotCleared));
    let notices = check(&seed.workbook, &document);
    let mut clearance = Clearance {
        document: document.kind.as_str().into(),
        snapshot: Snapshot::of(&document).id,
        confirmed: Vec::new(),
        reason: String::new(),
        stamp: stamp(),
    };
    let nobody = seed.workbook.clear_document(clearance.clone());
    assert_eq!(nobody, Err(ClearanceError::NoReason));
    clearance.reason = "Read by the chair; nothing is told that the family is known by.".into();
    seed.workbook.clear_document(clearance.clone()).unwrap();
    assert_eq!(outcome(&seed), Err(NotPublishable::NotConfirmed(notices.clone())));
    clearance.confirmed = notices.iter().map(DocumentNotice::key).collect();
    seed.workbook.clear_document(clearance).unwrap();
    assert_eq!(outcome(&seed), Ok(()));
    // Another version needs a clearance of its own.
    seed.workbook.drop_finding(&"k7".parse().unwrap(), "Said twice.", &stamp()).unwrap();
    let other = seed.document(DocumentKind::SixSteps);
    assert_eq!(i08_may_publish(&seed.workbook, &other), Err(NotPublishable::NotCleared));
}

#[test]
fn i08_a_case_that_stands_out_is_to_be_cleared() {
    use multi_agency_audit::report::document::i08_stands_out;
    let told = |story: &mut crate::seed::Story| {
        let values =
            [("1.1", "under-1", "10-to-15"), ("1.2", "female", "male"), ("1.3", "mixed", "white")];
        for (prompt, first, others) in values {
            let by_case = [("Case 1".to_owned(), json!(first)), ("*".to_owned(), json!(others))];
            let by_slot = [("school".to_owned(), by_case.into())];
            story.answers.insert(prompt.into(), by_slot.into());
        }
    };
    let seed = Seed::changed("six-steps", told);
    let found = i08_stands_out(&seed.workbook);
    let [one] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((one.case == seed.case("Case 1"), one.by.len()), (true, 3));
    let message = "Case 1: three facts of the case details set this child apart from all others. \
                   Clear what is told, or publish by theme.";
    assert!(notices(&seed, DocumentKind::SixSteps).iter().any(|one| one.message == message));
    assert!(i08_stands_out(&Seed::named("six-steps").workbook).is_empty());
}
