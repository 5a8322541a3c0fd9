//! What keeps a document from being published: judgements, concerns, cases taken out, clearance (R-03, C-07, V-09, I-08).

use multi_agency_audit::report::document::{
    Document, DocumentKind, DocumentNotice, Evidence, Weight, check,
};
use serde_json::json;

use super::{notices, rules};
use crate::seed::{Seed, stamp};

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
