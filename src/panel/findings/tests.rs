//! From the words of returns to findings that can be traced back.

use serde_json::json;

use super::*;
use crate::audit_return::{Concern, Return, Strength};
use crate::panel::Workbook;
use crate::panel::fixture::*;
use crate::panel::manuscript::Passage;
use crate::tool::AnswerValue;

fn found(mut ret: Return, text: &str) -> Return {
    let record = ret.areas.entry(area("risk")).or_default();
    record.concerns.push(Concern {
        id: "c1".parse().unwrap(),
        text: text.into(),
        evidence: "Case notes of May".into(),
        source: None,
    });
    record.strengths.push(Strength {
        id: "s1".parse().unwrap(),
        text: "The worker went back the same day".into(),
        evidence: "Visit record".into(),
        source: None,
    });
    ret
}

/// Social care's returns of these cases, each with a strength and a concern.
pub(super) fn desk(cases: &[&str]) -> Desk {
    let mut desk = Desk::with(cases);
    for case_ref in cases {
        let ret = found(desk.draft("csc", case_ref), "Nobody told the school");
        desk.import(ret.says("alone", AnswerValue::No));
    }
    desk
}

pub(super) fn concern(workbook: &Workbook, case_ref: &str) -> FindingSource {
    let case_ref = case(case_ref);
    let (place, file, _) = workbook.current_of_case(&case_ref).next().unwrap();
    let item = SourceItem::Concern { area: area("risk"), item: "c1".parse().unwrap() };
    FindingSource::Return(SourceRef { place: place.clone(), file, item })
}

pub(super) fn finding(id: &str, scope: FindingScope, sources: Vec<FindingSource>) -> Finding {
    Finding {
        id: id.parse().unwrap(),
        kind: FindingKind::Issue,
        scope,
        text: "Schools were not told in time".into(),
        themes: vec!["information-sharing".parse().unwrap()],
        sources,
        counted: None,
        fate: Fate::Kept,
        stamp: stamp(),
    }
}

pub(super) fn of_case(case_ref: &str) -> FindingScope {
    FindingScope::Case(case(case_ref))
}

#[test]
fn f01_every_finding_can_be_traced_to_the_words_of_a_return() {
    let mut desk = desk(&["case-1"]);
    let source = concern(&desk.workbook, "case-1");
    let FindingSource::Return(at) = &source else { panic!("{source:?}") };
    let quote = quote(&desk.workbook, at).unwrap();
    assert_eq!(
        (quote.text.as_str(), quote.evidence.as_str()),
        ("Nobody told the school", "Case notes of May")
    );

    let record = |desk: &mut Desk, finding| desk.workbook.record_finding(finding);
    let none = finding("f1", of_case("case-1"), Vec::new());
    assert_eq!(record(&mut desk, none), Err(FindingError::NoSource));
    let mut elsewhere = at.clone();
    elsewhere.item = SourceItem::Concern { area: area("risk"), item: "c9".parse().unwrap() };
    let gone = finding("f1", of_case("case-1"), vec![FindingSource::Return(elsewhere)]);
    assert_eq!(record(&mut desk, gone), Err(FindingError::SourceGone));
    record(&mut desk, finding("f1", of_case("case-1"), vec![source])).unwrap();
    let [view] = &findings(&desk.workbook)[..] else { panic!("one finding") };
    assert_eq!(view.problems, []);
}

#[test]
fn f01_what_waits_to_become_a_finding_is_listed_with_what_rests_on_it() {
    let mut desk = desk(&["case-1"]);
    let source = concern(&desk.workbook, "case-1");
    desk.workbook.record_finding(finding("f1", of_case("case-1"), vec![source])).unwrap();
    let told: Vec<(FindingKind, String, usize)> = candidates(&desk.workbook)
        .into_iter()
        .map(|one| (one.kind, one.quote.text, one.used_in.len()))
        .collect();
    assert_eq!(
        told,
        [
            (FindingKind::Strength, "The worker went back the same day".into(), 0),
            (FindingKind::Issue, "Nobody told the school".into(), 1),
        ]
    );
}

#[test]
fn f02_a_finding_across_cases_rests_on_two_cases_that_count() {
    let mut desk = desk(&["case-1", "case-2", "case-3"]);
    let across = |desk: &Desk, cases: &[&str]| {
        let sources = cases.iter().map(|case_ref| concern(&desk.workbook, case_ref)).collect();
        finding("f1", FindingScope::AcrossCases, sources)
    };
    let one = across(&desk, &["case-1"]);
    assert_eq!(desk.workbook.record_finding(one), Err(FindingError::OneCaseOnly));
    let two = across(&desk, &["case-1", "case-2"]);
    desk.workbook.record_finding(two).unwrap();
    let [view] = &findings(&desk.workbook)[..] else { panic!("one finding") };
    assert_eq!(view.quantified.phrase, "two of the three cases");

    desk.workbook.take_out(&case("case-2"), "family moved", None, &stamp()).unwrap();
    let [view] = &findings(&desk.workbook)[..] else { panic!("one finding") };
    assert_eq!(view.problems, [Problem::OneCaseOnly]);
}

#[test]
fn r02_a_finding_is_counted_from_answers_and_never_typed() {
    let mut desk = Desk::with(&["case-1", "case-2", "case-3", "case-4"]);
    let said = [AnswerValue::No, AnswerValue::No, AnswerValue::No, AnswerValue::Yes];
    for (case_ref, said) in ["case-1", "case-2", "case-3", "case-4"].into_iter().zip(said) {
        let ret = found(desk.draft("csc", case_ref), "Nobody told the school");
        desk.import(ret.says("alone", said));
    }
    let by = |prompt_id: &str, value: &str| Finding {
        counted: Some(CountedBy { prompt: prompt(prompt_id), value: value.into() }),
        ..finding("f1", of_case("case-1"), vec![concern(&desk.workbook, "case-1")])
    };
    let (wrong, right) = (by("alone", "often"), by("alone", "no"));
    let refused = FindingError::CannotCount(prompt("alone"));
    assert_eq!(desk.workbook.record_finding(wrong), Err(refused));
    desk.workbook.record_finding(right).unwrap();
    let [view] = &findings(&desk.workbook)[..] else { panic!("one finding") };
    assert_eq!(view.quantified.phrase, "three of the four cases");
    assert!(view.quantified.from_answers);
}

#[test]
fn f01_a_finding_is_stale_once_its_return_is_replaced_and_renewed_where_the_words_still_stand() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    let first = found(desk.draft("csc", "case-1"), "Nobody told the school");
    let other = found(desk.draft("csc", "case-2"), "Nobody told the school");
    desk.import(first.clone());
    desk.import(other.clone());
    for (id, case_ref) in [("f1", "case-1"), ("f2", "case-2")] {
        let source = concern(&desk.workbook, case_ref);
        desk.workbook.record_finding(finding(id, of_case(case_ref), vec![source])).unwrap();
    }
    let same = Return { general_comments: "One more thing.".into(), ..first.corrected() };
    let mut changed = other.corrected();
    let record = changed.areas.get_mut(&area("risk")).unwrap();
    record.concerns[0].text = "The school was told late".into();
    desk.import(same);
    desk.import(changed);

    let said_same: Vec<bool> = findings(&desk.workbook)
        .iter()
        .map(|view| match &view.problems[..] {
            [Problem::Stale { sources }] => sources[0].1,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(said_same, [true, false]);
    let renew =
        |desk: &mut Desk, id: &str| desk.workbook.renew_finding(&id.parse().unwrap(), &stamp());
    assert_eq!(renew(&mut desk, "f1"), Ok(1));
    assert_eq!(renew(&mut desk, "f2"), Ok(0));
    let stale: Vec<bool> =
        findings(&desk.workbook).iter().map(|view| !view.problems.is_empty()).collect();
    assert_eq!(stale, [false, true]);
}

#[test]
fn merged_findings_become_one_that_rests_on_all_they_rested_on() {
    let mut desk = desk(&["case-1", "case-2"]);
    for (id, case_ref) in [("f1", "case-1"), ("f2", "case-2")] {
        let source = concern(&desk.workbook, case_ref);
        desk.workbook.record_finding(finding(id, of_case(case_ref), vec![source])).unwrap();
    }
    let of: Vec<ItemId> = ["f1", "f2"].map(|id| id.parse().unwrap()).into();
    let merged = finding("f3", FindingScope::AcrossCases, Vec::new());
    let one = desk.workbook.merge_findings(&of[..1], merged.clone());
    assert_eq!(one, Err(FindingError::NothingToMerge));
    desk.workbook.merge_findings(&of, merged.clone()).unwrap();
    let [view] = &findings(&desk.workbook)[..] else { panic!("one finding") };
    assert_eq!(view.finding.sources.len(), 2);
    assert_eq!(view.cases, [case("case-1"), case("case-2")]);
    assert_eq!(desk.workbook.merge_findings(&of, merged), Err(FindingError::Unknown));

    let id = view.finding.id.clone();
    assert_eq!(desk.workbook.drop_finding(&id, "", &stamp()), Err(FindingError::NoReason));
    desk.workbook.drop_finding(&id, "Said twice.", &stamp()).unwrap();
    assert_eq!(findings(&desk.workbook), []);

    // What was dropped is taken up again as it was; what was merged stays merged.
    let taken = |desk: &mut Desk, id: &ItemId| desk.workbook.take_up_finding(id, &stamp());
    assert_eq!(taken(&mut desk, &of[0]), Err(FindingError::Unknown));
    let dropped: Vec<&ItemId> =
        desk.workbook.dropped_findings().iter().map(|one| &one.id).collect();
    assert_eq!(dropped, [&id]);
    taken(&mut desk, &id).unwrap();
    let [view] = &findings(&desk.workbook)[..] else { panic!("one finding") };
    assert_eq!((&view.finding.id, &view.finding.fate), (&id, &Fate::Kept));
    assert!(desk.workbook.dropped_findings().is_empty());
    assert_eq!(taken(&mut desk, &id), Err(FindingError::Unknown), "it is kept already");
}

#[test]
fn f01_a_merged_finding_rests_on_no_more_than_what_was_left_in_it() {
    let mut desk = desk(&["case-1", "case-2"]);
    for (id, case_ref) in [("f1", "case-1"), ("f2", "case-2")] {
        let source = concern(&desk.workbook, case_ref);
        desk.workbook.record_finding(finding(id, of_case(case_ref), vec![source])).unwrap();
    }
    let of: Vec<ItemId> = ["f1", "f2"].map(|id| id.parse().unwrap()).into();
    let left = vec![concern(&desk.workbook, "case-1")];
    desk.workbook.merge_findings(&of, finding("f3", of_case("case-1"), left)).unwrap();
    let [view] = &findings(&desk.workbook)[..] else { panic!("one finding") };
    assert_eq!((view.finding.sources.len(), &view.cases), (1, &vec![case("case-1")]));
}

#[test]
fn f01_what_was_written_of_findings_follows_them_into_one_and_can_be_taken_out_without_it() {
    let mut desk = desk(&["case-1", "case-2"]);
    for (id, case_ref) in [("f1", "case-1"), ("f2", "case-2")] {
        let source = concern(&desk.workbook, case_ref);
        desk.workbook.record_finding(finding(id, of_case(case_ref), vec![source])).unwrap();
    }
    let places = [("p1", json!({ "finding": "f1" })), ("p2", json!("recommendation"))];
    for (id, place) in places {
        let text = json!({ "id": id, "place": place, "text": "Tell the school.",
                           "rests_on": ["f1", "f2"], "stamp": stamp() });
        desk.workbook.record_passage(serde_json::from_value(text).unwrap()).unwrap();
    }
    let of: Vec<ItemId> = ["f1", "f2"].map(|id| id.parse().unwrap()).into();
    let merged = finding("f3", FindingScope::AcrossCases, Vec::new());
    let one = merged.id.clone();
    desk.workbook.merge_findings(&of, merged).unwrap();
    let texts: Vec<Passage> = desk.workbook.passages().into_iter().cloned().collect();
    assert!(texts.iter().all(|text| text.rests_on == [one.clone()]), "{texts:#?}");
    assert_eq!(desk.workbook.text_of_finding(&one).map(|text| text.id.as_str()), Some("p1"));
    assert_eq!(desk.workbook.finding_now(&of[0]).map(|now| &now.id), Some(&one));

    desk.workbook.drop_finding(&one, "Said twice.", &stamp()).unwrap();
    assert_eq!(desk.workbook.finding_now(&of[0]), None);
    for text in texts {
        assert!(desk.workbook.record_passage(text.clone()).is_err(), "nothing to rest on");
        desk.workbook.record_passage(Passage { removed: true, ..text }).unwrap();
    }
    assert!(desk.workbook.passages().is_empty());
}

#[test]
fn f01_a_text_of_a_part_is_known_until_somebody_records_it_again() {
    let mut desk = desk(&["case-1"]);
    let source = concern(&desk.workbook, "case-1");
    let one = |id: &str, at_time: &str| {
        let stamp = Stamp { at: at(at_time), ..stamp() };
        Finding { stamp, ..finding(id, of_case("case-1"), vec![source.clone()]) }
    };
    for id in ["f1", "f2", "f3", "f4"] {
        desk.workbook.record_finding(one(id, "2026-03-20T09:00:00Z")).unwrap();
    }
    let text = json!({ "id": "p1", "place": { "finding": "f1" }, "text": "Tell the school.",
                       "rests_on": ["f3"], "stamp": stamp() });
    desk.workbook.record_passage(serde_json::from_value(text).unwrap()).unwrap();
    let told = |desk: &Desk| {
        let texts = desk.workbook.passages();
        let [text] = &texts[..] else { panic!("one text") };
        desk.workbook.f01_told_of_whole(text).map(ToString::to_string)
    };
    assert_eq!(told(&desk), None, "as old as its finding, and of no part");
    let merges = [
        (["f1", "f2"], one("m1", "2026-03-21T09:00:00Z")),
        (["f3", "f4"], one("m2", "2026-03-22T09:00:00Z")),
    ];
    for (of, merged) in merges {
        let of: [ItemId; 2] = of.map(|id| id.parse().unwrap());
        desk.workbook.merge_findings(&of, merged).unwrap();
        assert_eq!(told(&desk).as_deref(), Some("m1"), "whatever else became one since");
    }
    let mut read = desk.workbook.passages()[0].clone();
    assert_eq!(read.rests_on, ["m2".parse().unwrap()]);
    read.stamp.at = at("2026-03-23T09:00:00Z");
    desk.workbook.record_passage(read).unwrap();
    assert_eq!(told(&desk), None);
}

#[test]
fn findings_are_followed_into_what_they_were_merged_into() {
    let mut desk = desk(&["case-1"]);
    let source = concern(&desk.workbook, "case-1");
    let one = |id: &str| finding(id, of_case("case-1"), vec![source.clone()]);
    let all: [ItemId; 4] = ["f1", "f2", "f3", "f4"].map(|id| id.parse().unwrap());
    for id in &all {
        desk.workbook.record_finding(one(id.as_str())).unwrap();
    }
    desk.workbook.merge_findings(&all[..2], one("whole")).unwrap();
    desk.workbook.drop_finding(&all[2], "Said twice.", &stamp()).unwrap();
    let now = desk.workbook.findings_now(&all);
    assert_eq!(now, ["whole".parse().unwrap(), all[3].clone()]);
}

#[test]
fn themes_are_a_shared_vocabulary_and_the_boards_own() {
    let mut desk = desk(&["case-1"]);
    let labels: std::collections::BTreeSet<String> =
        vocabulary().into_iter().map(|theme| theme.label).collect();
    assert_eq!(labels.len(), vocabulary().len(), "each once");
    let add = |desk: &mut Desk, id: &str, label: &str| {
        desk.workbook.add_theme(id.parse().unwrap(), label, &stamp())
    };
    assert_eq!(add(&mut desk, "t1", " "), Err(ThemeError::NothingWritten));
    assert_eq!(add(&mut desk, "t1", "neglect"), Err(ThemeError::Known));
    let mut tagged = finding("f1", of_case("case-1"), vec![concern(&desk.workbook, "case-1")]);
    tagged.themes = vec!["t1".parse().unwrap()];
    let refused = FindingError::UnknownTheme("t1".parse().unwrap());
    assert_eq!(desk.workbook.record_finding(tagged.clone()), Err(refused));
    add(&mut desk, "t1", "Seaside placements").unwrap();
    desk.workbook.record_finding(tagged).unwrap();
    assert_eq!(desk.workbook.themes().last().unwrap().label, "Seaside placements");
}

#[test]
fn a_theme_is_known_by_its_name_whatever_its_capitals() {
    let mut desk = desk(&["case-1"]);
    let called = |desk: &mut Desk, label: &str, id: &str| {
        desk.workbook.theme_called(label, id.parse().unwrap(), &stamp())
    };
    assert_eq!(called(&mut desk, "Seaside placements", "t1").unwrap().as_str(), "t1");
    assert_eq!(called(&mut desk, " SEASIDE placements ", "t2").unwrap().as_str(), "t1");
    assert_eq!(called(&mut desk, "Neglect", "t3").unwrap().as_str(), "neglect");
    assert_eq!(called(&mut desk, " ", "t4"), Err(ThemeError::NothingWritten));
}
