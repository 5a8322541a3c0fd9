//! every published count is the one of the published documents, and leads back to its answers.

use std::collections::BTreeSet;

use multi_agency_audit::id::CaseRef;
use multi_agency_audit::report::document::{
    Document, DocumentKind, Evidence, Sentence, is_in_register,
};

use crate::seed::{Seed, Story};
use crate::{documents, sentence};

/// Statement, name of the count, in how many cases.
const OVERVIEW: [(&str, &str, usize); 32] = [
    ("area-2/statement/sound", "sound", 8),
    ("area-2/statement/needs", "needs", 3),
    ("area-2/statement/needs", "done", 1),
    ("area-2/statement/tolerated", "left", 1),
    ("area-2/statement/emotional", "physical", 1),
    ("area-3/statement/safe", "safe", 6),
    ("area-3/statement/safe", "risk", 2),
    ("area-3/statement/full", "full", 3),
    ("area-3/statement/thin", "thin", 3),
    ("area-3/statement/prompt", "prompt", 9),
    ("area-3/statement/day", "day", 9),
    ("area-3/statement/allocated", "allocated", 10),
    ("area-3/statement/meetings", "held", 2),
    ("area-3/statement/meetings", "advisable", 3),
    ("area-3/statement/not-told", "silent", 3),
    ("area-3/statement/not-joint", "undone", 1),
    ("area-4/statement/known", "known", 5),
    ("area-4/statement/known", "cin", 3),
    ("area-4/statement/known", "plan", 2),
    ("area-4/statement/gaps", "gaps", 2),
    ("area-4/statement/paediatric", "thin", 1),
    ("area-4/statement/alone", "alone", 2),
    ("area-4/statement/views", "views", 2),
    ("area-4/statement/enquiry", "stopped", 2),
    ("area-4/statement/isolated", "isolated", 2),
    ("area-4/statement/interpreter", "family", 1),
    ("area-5/statement/example", "good", 3),
    ("area-5/statement/resisted", "harmed", 2),
    ("area-5/statement/raised", "raised", 1),
    ("area-5/statement/outline", "irregular", 6),
    ("area-6/statement/in-time", "timely", 10),
    ("area-6/statement/risk", "each", 10),
];

#[test]
fn the_overview_counts_what_the_published_report_counts() {
    let document = Seed::named("overview").document(DocumentKind::Overview);
    let wrong: Vec<String> = OVERVIEW
        .iter()
        .filter_map(|(id, name, want)| {
            let sentence = sentence(&document, &format!("overview/{id}"));
            let found = sentence.counts.get(*name).map(|count| count.number());
            (found != Some(*want)).then(|| format!("{id} {name}: {found:?}, not {want}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let referral = sentence(&document, "overview/area-3/grades").plain();
    assert_eq!(
        referral,
        "This area was judged good in three of the ten cases, adequate in three and inadequate \
         in four."
    );
}

#[test]
fn the_summary_counts_what_the_published_summary_counts() {
    let document = Seed::named("summary").document(DocumentKind::Summary);
    let rows = [("c1", 5), ("c2", 5), ("c3", 3), ("c4", 4), ("c5", 4), ("c6", 2), ("c7", 4)];
    for (finding, want) in rows {
        let strength = sentence(&document, &format!("summary/strength/{finding}"));
        assert_eq!(strength.counts["count"].number(), want, "{}", strength.plain());
        assert_eq!(strength.counts["count"].of, 5, "{}", strength.plain());
    }
    let said = |id: &str| sentence(&document, id).plain();
    assert_eq!(said("summary/grades/good"), "Three cases were graded good.");
    assert_eq!(
        said("summary/grades/good/outstanding-features"),
        "One of these was graded good with outstanding features."
    );
    assert_eq!(
        said("summary/grades/requires-improvement"),
        "Two cases were graded requires improvement."
    );
}

/// Of five cases, one of an unborn child, and one in which the child was seen and its views were not sought.
fn one_unborn() -> Seed {
    let told = |story: &mut Story| {
        for (prompt, case, value) in
            [("1.1", "Case 5", "unborn"), ("6.1", "Case 4", "no"), ("6.2", "Case 4", "partly")]
        {
            for by_case in story.answers.get_mut(prompt).unwrap().values_mut() {
                by_case.insert(case.into(), value.into());
            }
        }
        // Of how many cases a number is would tell of that child (I-09).
        story.suppress_below(0);
    };
    Seed::changed("summary", told)
}

#[test]
fn g20_no_document_counts_what_was_asked_of_an_unborn_childs_mother() {
    let seed = one_unborn();
    let seen = "The child was seen, and the child’s views were taken into account, in three of the \
                four cases in which this arose.";
    let summary = seed.document(DocumentKind::Summary);
    assert_eq!(sentence(&summary, "summary/strength/c2").plain(), seen);
    let seen = "The child was seen, and alone where that was right, in three of the four cases in \
                which this arose.";
    let overview = seed.document(DocumentKind::Overview);
    let counted = sentence(&overview, "overview/area-6/statement/seen");
    assert_eq!(counted.plain(), seen);
    // From the count back to the cases, and to no answer on the mother.
    let cases = ["Case 1", "Case 2", "Case 3"].map(|label| seed.case(label));
    assert_eq!(counted.counts["seen"].cases, cases);
    assert_eq!(cases_behind(&seed, counted), BTreeSet::from(cases));
}

#[test]
fn n10_what_agencies_say_of_their_own_part_is_told_of_returns_and_each_leads_to_its_case() {
    let seed = Seed::changed("summary", |story| {
        let answers = serde_json::json!({
            "social-care": { "*": "expected" },
            "police": { "*": "marked", "Case 1": "lacking" },
            "school": { "Case 1": "lacking" },
        });
        story.answers.insert("2.2.a".into(), serde_json::from_value(answers).unwrap());
    });
    let document = seed.document(DocumentKind::Overview);
    let said = sentence(&document, "overview/area-2/statement/curiosity");
    let want = "Professional curiosity was lacking in two of the 11 returns in which this arose \
                (one case).";
    assert_eq!(said.plain(), want);
    assert_eq!(cases_behind(&seed, said), BTreeSet::from([seed.case("Case 1")]));
    let answers = said.evidence.iter().filter(|one| matches!(one, Evidence::Answer { .. }));
    assert_eq!(answers.count(), 2, "of the police and of the school");
    let marked = sentence(&document, "overview/area-2/statement/curious").plain();
    assert!(marked.starts_with("In four of the 11 returns in which this arose (four cases), "));
}

/// The cases of which something behind a sentence tells.
fn cases_behind(seed: &Seed, sentence: &Sentence) -> BTreeSet<CaseRef> {
    let workbook = &seed.workbook;
    let case_of = |evidence: &Evidence| match evidence {
        Evidence::Answer { case, .. }
        | Evidence::Settled { case, .. }
        | Evidence::Judgement { case, .. }
        | Evidence::Meeting { case, .. }
        | Evidence::Difference(case)
        | Evidence::Case(case) => Some(case.clone()),
        Evidence::Grading { file, .. } | Evidence::Return(file) => {
            Some(workbook.audit_return(file)?.case_ref.clone())
        }
        Evidence::Written(source) => Some(source.place.case.clone()),
        Evidence::Expected(place) => Some(place.case.clone()),
        Evidence::Finding(_) | Evidence::Passage(_) | Evidence::Action(_) => None,
    };
    sentence.evidence.iter().filter_map(case_of).collect()
}

fn each_sentence(mut look: impl FnMut(&Seed, &Document, &Sentence)) {
    for (seed, document) in documents() {
        for sentence in document.sentences() {
            look(&seed, &document, sentence);
        }
    }
}

#[test]
fn everything_behind_every_sentence_is_in_the_register() {
    let mut seen = 0;
    each_sentence(|seed, _, sentence| {
        for evidence in &sentence.evidence {
            assert!(is_in_register(&seed.workbook, evidence), "{}: {evidence:?}", sentence.id);
            seen += 1;
        }
    });
    assert!(seen > 1000, "{seen}");
}

#[test]
fn every_counted_case_has_something_behind_it() {
    let mut counts = 0;
    each_sentence(|seed, _, sentence| {
        let behind = cases_behind(seed, sentence);
        for (name, count) in &sentence.counts {
            for case in &count.cases {
                assert!(behind.contains(case), "{} {name}: nothing behind {case}", sentence.id);
            }
            counts += 1;
        }
    });
    assert!(counts > 100, "{counts}");
}

#[test]
fn r15_every_sentence_has_an_id_of_its_own() {
    for (_, document) in documents() {
        let mut ids = BTreeSet::new();
        for sentence in document.sentences() {
            assert!(ids.insert(&sentence.id), "{} twice", sentence.id);
        }
    }
}

#[test]
fn r02_a_count_follows_the_answers() {
    let mut seed = Seed::named("summary");
    let case = seed.case("Case 1");
    let stamp = crate::seed::stamp();
    let no = serde_json::from_value(serde_json::json!({ "value": "no" })).unwrap();
    let prompt = "7.1".parse().unwrap();
    seed.workbook.settle_case_answer(&case, &prompt, no, "Read together.", &stamp).unwrap();
    let document = seed.document(DocumentKind::Summary);
    let strength = sentence(&document, "summary/strength/c1").plain();
    assert_eq!(
        strength,
        "Analysis and decisions were recorded clearly and in detail, in four of the five cases."
    );
}
