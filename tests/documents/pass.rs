//! The publication pass and the versions that are kept (I-08, I-09, R-02, R-15).

use multi_agency_audit::envelope::{Kind, Limits, open};
use multi_agency_audit::panel::manuscript::OwnWording;
use multi_agency_audit::panel::{Workbook, WorkbookFile};
use multi_agency_audit::report::document::{
    Change, ClearError, DocumentKind, DocumentNotice, NotPublishable, Span, Subject, Version,
    VersionError, build, changes, check, i08_clear, i08_may_publish, keep, latest_version, version,
};
use multi_agency_audit::report::{numbers, numbers_csv, xlsx};
use serde_json::json;

use crate::renderers::cells_of;
use crate::seed::{Seed, stamp};
use crate::sentence;

fn confirmed(notices: &[DocumentNotice]) -> Vec<String> {
    notices.iter().map(DocumentNotice::key).collect()
}

#[test]
fn r15_a_version_is_kept_to_the_letter_and_what_changed_is_listed() {
    let mut seed = Seed::named("summary");
    let document = seed.document(DocumentKind::Summary);
    let first = keep(&mut seed.workbook, &document, &stamp());
    assert_eq!(keep(&mut seed.workbook, &document, &stamp()), first, "kept once");
    assert_eq!(seed.workbook.versions("summary").count(), 1);
    let kept = version(&seed.workbook, DocumentKind::Summary, &first).unwrap();
    assert_eq!(kept.document, document);
    seed.workbook.drop_finding(&"c7".parse().unwrap(), "Said twice.", &stamp()).unwrap();
    let now = seed.document(DocumentKind::Summary);
    let second = keep(&mut seed.workbook, &now, &stamp());
    let ids = |found: Option<Result<Version, VersionError>>| found.map(|one| one.unwrap().snapshot);
    assert_eq!(ids(latest_version(&seed.workbook, DocumentKind::Summary, None)), Some(second));
    let before = latest_version(&seed.workbook, DocumentKind::Summary, Some(&second));
    assert_eq!(ids(before), Some(first));
    assert_eq!(ids(latest_version(&seed.workbook, DocumentKind::Summary, Some(&first))), None);
    let changed = changes(&document, &now);
    let gone =
        |one: &Change| matches!(one, Change::Removed { id, .. } if id == "summary/strength/c7");
    assert!(changed.iter().any(gone), "{changed:#?}");
    // Of another kind there is none.
    let other = version(&seed.workbook, DocumentKind::Overview, &first);
    assert_eq!(other, Err(VersionError::NotKept));
}

#[test]
fn r15_a_version_survives_in_the_workbook_and_a_damaged_one_says_so() {
    let mut seed = Seed::named("summary");
    let document = seed.document(DocumentKind::Summary);
    let id = keep(&mut seed.workbook, &document, &stamp());
    let mut value = serde_json::to_value(seed.workbook.record()).unwrap();
    let read = |value: &serde_json::Value| {
        let record = serde_json::from_value(value.clone()).unwrap();
        let workbook = Workbook::from_record(record);
        version(&workbook, DocumentKind::Summary, &id).map(|one| one.document)
    };
    assert_eq!(read(&value), Ok(document));
    let text =
        value["panel"]["versions"][0]["text"].as_str().unwrap().replace("very well", "badly");
    value["panel"]["versions"][0]["text"] = json!(text);
    assert_eq!(read(&value), Err(VersionError::Damaged));
}

#[test]
fn i08_clearing_keeps_the_version_and_only_that_one_may_go_out() {
    let mut seed = Seed::named("summary");
    let document = seed.document(DocumentKind::Summary);
    let notices = check(&seed.workbook, &document);
    let clear = |seed: &mut Seed, reason: &str| {
        let confirmed = confirmed(&notices);
        i08_clear(&mut seed.workbook, &document, confirmed, reason.to_owned(), &stamp())
    };
    assert_eq!(clear(&mut seed, "  "), Err(ClearError::NoReason));
    assert_eq!(seed.workbook.versions("summary").count(), 0, "nothing was kept");
    let id = clear(&mut seed, "Read by the chair.").unwrap();
    let kept = version(&seed.workbook, DocumentKind::Summary, &id).unwrap();
    assert_eq!(i08_may_publish(&seed.workbook, &kept.document), Ok(()));
    let next_day = seed.story.today.succ_opt().unwrap();
    let tomorrow = build::build(DocumentKind::Summary, &seed.workbook, next_day);
    assert!(i08_may_publish(&seed.workbook, &tomorrow).is_err(), "another day, another version");
    assert_eq!(i08_may_publish(&seed.workbook, &kept.document), Ok(()), "the kept one as ever");
}

#[test]
fn f01_a_version_that_went_out_tells_of_no_finding_made_after_it_and_the_rest_is_confirmed_anew() {
    let mut seed = Seed::named("six-steps");
    let document = seed.document(DocumentKind::SixSteps);
    let clear = |seed: &mut Seed| {
        let keys = confirmed(&check(&seed.workbook, &document));
        let reason = "Read by the chair.".to_owned();
        i08_clear(&mut seed.workbook, &document, keys, reason, &stamp()).unwrap()
    };
    let id = clear(&mut seed);
    let mut later = seed.workbook.finding(&"f1".parse().unwrap()).unwrap().clone();
    later.id = "later".parse().unwrap();
    later.stamp.at = "2026-07-21T09:00:00Z".parse().unwrap();
    seed.workbook.record_finding(later).unwrap();
    assert_eq!(i08_may_publish(&seed.workbook, &document), Ok(()));

    let case = seed.case("Case 2");
    seed.workbook.take_out(&case, "criminal trial", None, &stamp()).unwrap();
    let kept_back = i08_may_publish(&seed.workbook, &document);
    let Err(NotPublishable::NotConfirmed(open)) = &kept_back else { panic!("{kept_back:?}") };
    assert!(open.iter().any(|one| one.rule == "V-09"), "{open:#?}");
    assert_eq!(clear(&mut seed), id, "the same version");
    assert_eq!(i08_may_publish(&seed.workbook, &document), Ok(()));
    assert_eq!(seed.workbook.versions("six-steps").count(), 1, "kept once");
}

#[test]
fn f01_a_finding_of_the_day_of_a_clearance_is_asked_about_in_what_is_made_anew() {
    let mut seed = Seed::named("theme-by-theme");
    let document = seed.document(DocumentKind::ThemeByTheme);
    let keys = confirmed(&check(&seed.workbook, &document));
    let reason = "Read by the chair.".to_owned();
    i08_clear(&mut seed.workbook, &document, keys, reason, &stamp()).unwrap();
    let mut later = seed.workbook.finding(&"l3".parse().unwrap()).unwrap().clone();
    later.id = "later".parse().unwrap();
    later.themes.clear();
    later.stamp.at = "2026-07-20T11:00:00Z".parse().unwrap();
    seed.workbook.record_finding(later).unwrap();
    let again = seed.document(DocumentKind::ThemeByTheme);
    assert_eq!(again, document, "the very same, made on the same day");
    let lost = check(&seed.workbook, &again).into_iter().filter(|one| one.rule == "F-01");
    assert_eq!(lost.count(), 1);
}

#[test]
fn r02_an_own_wording_that_leaves_out_the_count_is_to_be_confirmed() {
    let mut seed = Seed::named("summary");
    let id = "summary/strength/c4";
    let generated = sentence(&seed.document(DocumentKind::Summary), id).clone();
    assert!(generated.spans.iter().any(|span| matches!(span, Span::Count { .. })), "{generated:?}");
    let word = |seed: &mut Seed, text: &str| {
        seed.workbook.record_own_wording(OwnWording {
            sentence: id.into(),
            text: text.into(),
            over: generated.plain(),
            stamp: stamp(),
        });
        let notices = check(&seed.workbook, &seed.document(DocumentKind::Summary));
        notices.iter().filter(|one| one.rule == "R-02").count()
    };
    assert_eq!(word(&mut seed, "Agencies worked well together in four cases."), 1);
    // The generated sentence as its own pattern reads the same.
    assert_eq!(word(&mut seed, &generated.pattern()), 0);
    let made = seed.document(DocumentKind::Summary);
    assert_eq!(sentence(&made, id).plain(), generated.plain());
}

#[test]
fn every_sentence_reads_the_same_through_its_own_pattern() {
    for (mut seed, document) in crate::documents() {
        for one in document.sentences() {
            seed.workbook.record_own_wording(OwnWording {
                sentence: one.id.clone(),
                text: one.pattern(),
                over: one.plain(),
                stamp: stamp(),
            });
        }
        let again = seed.document(document.kind);
        let told = |document: &multi_agency_audit::report::document::Document| -> Vec<String> {
            document.sentences().map(|one| one.plain()).collect()
        };
        assert_eq!(told(&again), told(&document), "{:?}", document.kind);
    }
}

#[test]
fn ec32_what_was_withheld_from_a_copy_is_not_published_unasked() {
    use multi_agency_audit::panel::copies::texts_of_copy;
    use multi_agency_audit::panel::findings::{FindingSource, findings, quote};
    let seed = Seed::named("six-steps");
    let asked = |seed: &Seed| {
        let found = check(&seed.workbook, &seed.document(DocumentKind::SixSteps)).into_iter();
        found.filter(|one| one.message.contains("withheld from the copy")).count()
    };
    assert_eq!(asked(&seed), 0);
    let all = findings(&seed.workbook);
    let sources = all.iter().flat_map(|view| &view.finding.sources);
    let of_return = |source: &FindingSource| match source {
        FindingSource::Return(source) => Some(source.clone()),
        FindingSource::Meeting { .. } => None,
    };
    let source = sources.filter_map(of_return).next().unwrap();
    let quoted = quote(&seed.workbook, &source).unwrap();
    let why = "It tells of a neighbour.";
    for words in [quoted.text, quoted.evidence] {
        let mut seed = Seed::named("six-steps");
        let texts = texts_of_copy(&seed.workbook, &source.place);
        let key = texts.iter().find(|text| text.text.contains(&words)).unwrap().key.clone();
        seed.workbook.disclose(&source.place, &key, false, why, &stamp()).unwrap();
        assert!(asked(&seed) > 0, "{words}");
    }
}

/// What a sentence says, and how many notices there are on small numbers.
fn told_and_asked(seed: &Seed, id: &str) -> (String, usize) {
    let document = seed.document(DocumentKind::Summary);
    let notices = check(&seed.workbook, &document);
    let small = notices.iter().filter(|one| one.subject == Subject::SmallNumbers);
    assert!(small.clone().all(|one| one.rule == "I-09"), "{notices:#?}");
    (sentence(&document, id).plain(), small.count())
}

#[test]
fn i09_a_detail_that_few_children_share_is_told_without_its_number_unless_somebody_typed_it() {
    let mut seed = Seed::named("summary");
    let counted = seed.workbook.plan().round.tool.clone();
    let details = counted
        .areas
        .iter()
        .find(|area| area.role == Some(multi_agency_audit::tool::AreaRole::CaseDetails));
    let prompt =
        details.unwrap().prompts.iter().find(|one| !one.kind.options().is_empty()).unwrap();
    // Of the first two ages, unborn and under one, the child is asked about in other words.
    let (id, option) = (prompt.id.clone(), prompt.kind.options()[2].id.clone());
    let slot = seed.workbook.plan().slots[0].id.to_string();
    let told = |story: &mut crate::seed::Story| {
        let by_case = [("Case 1".to_owned(), json!(option.as_str()))];
        let by_slot = [(slot.clone(), by_case.into())];
        story.answers.insert(id.to_string(), by_slot.into());
    };
    seed = Seed::changed("summary", told);
    let asks =
        json!({ "answers": { "answer": { "prompt": id.as_str(), "is": [option.as_str()] } } });
    let passage =
        json!({ "place": "learning", "text": "This was so {in:few}.", "counts": { "few": asks } });
    crate::seed::panel::write(&mut seed.workbook, "few".into(), passage);
    let of_few = "summary/learning/few/1";
    let in_some = "This was so in some cases.";
    assert_eq!(told_and_asked(&seed, of_few), (in_some.to_owned(), 0));
    seed.workbook.record_own_wording(OwnWording {
        sentence: of_few.into(),
        text: "This was so in one case.".into(),
        over: in_some.into(),
        stamp: stamp(),
    });
    assert_eq!(told_and_asked(&seed, of_few), ("This was so in one case.".to_owned(), 1));
    // All but that one child tells of it as well.
    let other = prompt.kind.options()[3].id.clone();
    let most = |story: &mut crate::seed::Story| {
        let by_case = [
            ("Case 1".to_owned(), json!(option.as_str())),
            ("*".to_owned(), json!(other.as_str())),
        ];
        let by_slot = [(slot.clone(), by_case.into())];
        story.answers.insert(id.to_string(), by_slot.into());
    };
    let mut seed = Seed::changed("summary", most);
    let asks =
        json!({ "answers": { "answer": { "prompt": id.as_str(), "is": [other.as_str()] } } });
    let passage = json!({ "place": "learning", "text": "This was so {in:most}.", "counts": { "most": asks } });
    crate::seed::panel::write(&mut seed.workbook, "most".into(), passage);
    assert_eq!(told_and_asked(&seed, "summary/learning/most/1"), (in_some.to_owned(), 0));
}

#[test]
fn the_numbers_say_what_the_charts_say_and_nothing_runs() {
    let seed = Seed::named("overview");
    let numbers = numbers(&seed.workbook, seed.story.today);
    let csv = numbers_csv(&numbers);
    let line = "\"Grades\",\"2. History of involvement: grades\",\"Good\",\"4\",\"10\"";
    assert!(csv.contains(line), "{csv}");
    let cells = cells_of(&xlsx(&numbers).unwrap());
    assert!(cells.contains("2. History of involvement: grades"), "{cells}");
    assert_eq!(numbers.grades.len(), 8, "seven areas and the cases overall");
    assert_eq!(xlsx(&numbers).unwrap(), xlsx(&numbers).unwrap(), "the same numbers, the same file");
    // What stands under a table on the sheet stands in the table of all.
    let notes: Vec<&String> = numbers.grades.iter().flat_map(|chart| &chart.notes).collect();
    assert!(notes.iter().all(|note| csv.contains(note.as_str())), "{notes:?}");
    for detail in &numbers.details {
        let small = |row: &Vec<String>| matches!(row[1].as_str(), "1" | "2" | "3" | "4");
        assert!(!detail.rows.iter().any(small), "I-09: {detail:?}");
    }
}

#[test]
fn a_finished_round_goes_through_its_workbook_file_and_gives_the_same_document() {
    let seed = Seed::named("summary");
    let limits = Limits::of(Kind::Workbook);
    let bytes = seed.workbook_file();
    let verified = open(&bytes, &[Kind::Workbook], &limits).unwrap();
    let file: WorkbookFile = verified.parse().unwrap();
    let mut workbook = Workbook::from_record(file.workbook);
    for text in file.files.values() {
        let opened = workbook.opener().open("return.json", text.as_bytes());
        workbook.restore(opened).unwrap();
    }
    let made = build::build(DocumentKind::Summary, &workbook, seed.story.today);
    assert_eq!(made, seed.document(DocumentKind::Summary));
}

#[test]
fn k02_numbers_say_which_returns_they_lack_and_that_suggestions_are_no_grades() {
    let seed = Seed::changed("overview", |story| story.unjudged = true);
    let csv = numbers_csv(&numbers(&seed.workbook, seed.story.today));
    assert!(csv.contains("are suggestions"), "{csv}");
    assert!(!csv.contains("cannot be read in this browser"), "{csv}");
    let lost = multi_agency_audit::panel::Workbook::from_record(seed.workbook.record().clone());
    let csv = numbers_csv(&numbers(&lost, seed.story.today));
    assert!(csv.contains("cannot be read in this browser: no number here has them"), "{csv}");
}
