//! Rounds whose returns hold what could tell who somebody is: no form of any document gives it away.

use multi_agency_audit::guard::WatchedName;
use multi_agency_audit::id::ItemId;
use multi_agency_audit::panel::Workbook;
use multi_agency_audit::report::chart::{Bar, BarChart, Table};
use multi_agency_audit::report::document::{
    Block, ClearError, Document, DocumentKind, DocumentNotice, Subject, Weight, check, i02_names,
    i08_clear, i08_may_publish, render,
};
use multi_agency_audit::report::{
    NoNumbers, i08_confirm_numbers, i08_numbers, log_lines, numbers, numbers_csv, xlsx,
};
use serde_json::json;

use crate::renderers::{cells_of, words_of};
use crate::seed::{Seed, Story, stamp};
use crate::{SEEDS, of_every_kind};

/// What identifies somebody whatever is said around it.
const NEVER: [&str; 9] = [
    "943 476 5919",
    "4857773456",
    "SW1A 1AA",
    "020 7946 0018",
    "someone@quillfeather.example",
    "born on 3 May 2015",
    "AB 12 34 56 C",
    "12 Larkspur Road",
    "A123456789012",
];
/// What a person has to have looked at: a title, a school, a date can be of the work.
const ONLY_CONFIRMED: [&str; 3] = ["Mrs Quillfeather", "Larkspur Primary School", "14 March 2014"];

pub fn planted() -> Vec<&'static str> {
    NEVER.into_iter().chain(ONLY_CONFIRMED).collect()
}

/// The auditors’ own words stand in the documents, each with one thing that does not belong there.
pub fn plant(story: &mut Story) {
    let all = planted();
    for (at, line) in story.lines.iter_mut().enumerate() {
        let with = |text: &String| format!("{text}, as was noted: {}", all[at % all.len()]);
        line.strength = line.strength.as_ref().map(with);
        line.concern = line.concern.as_ref().map(with);
        if let Some(told) = &mut line.finding {
            told.text.clear();
            told.published.clear();
        }
    }
}

/// Every form in which a document is written, as its reader finds the words.
fn forms(document: &Document) -> Vec<(&'static str, String)> {
    vec![
        ("page", render::html(document)),
        ("markdown", render::markdown(document)),
        ("text", render::text(document).replace("\r\n", " ")),
        ("word", words_of(document)),
    ]
}

const ROUNDS: [&str; 4] = ["case-by-case", "theme-by-theme", "summary", "six-steps"];

#[test]
fn i08_no_form_of_any_document_gives_a_planted_identifier_away() {
    let mut stood = Vec::new();
    for round in ROUNDS {
        let mut seed = Seed::changed(round, plant);
        for document in of_every_kind(&seed) {
            let found = found_in(&document);
            stood.extend(found.iter().copied());
            if !found.is_empty() {
                is_withheld(&mut seed, &document, &found);
            }
        }
    }
    // The test would prove nothing if the words of the returns stood in no document.
    let missing: Vec<&str> = planted().into_iter().filter(|one| !stood.contains(one)).collect();
    assert!(missing.is_empty(), "nowhere in any document: {missing:?}");
}

fn found_in(document: &Document) -> Vec<&'static str> {
    let forms = forms(document);
    let holds = |one: &&str| forms.iter().any(|(_, words)| words.contains(*one));
    planted().into_iter().filter(holds).collect()
}

/// Nobody has cleared it; nobody can while it holds what identifies; and each thing has to be confirmed.
fn is_withheld(seed: &mut Seed, document: &Document, found: &[&str]) {
    let kind = document.kind.as_str();
    assert!(i08_may_publish(&seed.workbook, document).is_err(), "{kind} with {found:?}");
    let notices = check(&seed.workbook, document);
    for one in found {
        let told = |notice: &&DocumentNotice| {
            notice.subject == Subject::Identifiers && notice.message.contains(one)
        };
        let weight = notices.iter().find(told).map(|notice| notice.weight);
        let want = if NEVER.contains(one) { Weight::Block } else { Weight::Confirm };
        assert_eq!(weight, Some(want), "{kind}: {one}");
    }
    let all: Vec<String> = notices.iter().map(DocumentNotice::key).collect();
    let reason = || "Read by the chair.".to_owned();
    let cleared = i08_clear(&mut seed.workbook, document, all, reason(), &stamp());
    if found.iter().any(|one| NEVER.contains(one)) {
        assert_eq!(cleared, Err(ClearError::Blocked), "{kind} with {found:?}");
    }
}

#[test]
fn i08_what_may_be_meant_goes_out_only_where_a_person_confirmed_each_of_it() {
    let one = |story: &mut Story| {
        let line = story.lines.iter_mut().find(|line| line.finding.is_some()).unwrap();
        let with = |text: &String| format!("{text}, with {}", ONLY_CONFIRMED[1]);
        line.strength = line.strength.as_ref().map(with);
        line.concern = line.concern.as_ref().map(with);
        let told = line.finding.as_mut().unwrap();
        told.text.clear();
        told.published.clear();
    };
    let mut seed = Seed::changed("six-steps", one);
    let document = seed.document(DocumentKind::SixSteps);
    assert_eq!(found_in(&document), [ONLY_CONFIRMED[1]]);
    let notices = check(&seed.workbook, &document);
    let school = notices.iter().find(|one| one.subject == Subject::Identifiers).unwrap().key();
    let mut confirmed: Vec<String> = notices.iter().map(DocumentNotice::key).collect();
    confirmed.retain(|key| *key != school);
    let mut clear = |confirmed: &[String]| {
        let reason = "Read by the chair.".to_owned();
        i08_clear(&mut seed.workbook, &document, confirmed.to_vec(), reason, &stamp())
    };
    assert_eq!(clear(&confirmed), Err(ClearError::NotConfirmed(vec![school.clone()])));
    confirmed.push(school);
    assert!(clear(&confirmed).is_ok());
    assert_eq!(i08_may_publish(&seed.workbook, &document), Ok(()));
}

#[test]
fn i08_an_identifier_in_the_title_or_the_period_of_the_round_keeps_every_document_back() {
    // A period is told by its first day and its last.
    let periods = ["2026, as told on 020 7946 0018", "1 January 2026 to 30 June 2026"];
    let titled = "Audit of 943 476 5919 and of Mrs Quillfeather, 14 March 2014";
    for (name, kind) in SEEDS {
        let typed = |title: &str, period: &str| {
            let seed = Seed::changed(name, |story| {
                story.round.insert("title".into(), title.into());
                story.round.insert("period".into(), period.into());
            });
            let found = check(&seed.workbook, &seed.document(kind)).into_iter();
            let found = found.filter(|one| one.message.starts_with("The line above each page"));
            found.map(|one| (one.weight, one.message)).collect::<Vec<_>>()
        };
        let told =
            |words: &str| format!("The line above each page may tell who somebody is: {words}.");
        let want = [
            (Weight::Block, told("020 7946 0018")),
            (Weight::Block, told("943 476 5919")),
            (Weight::Confirm, told("14 March 2014")),
            (Weight::Confirm, told("Mrs Quillfeather")),
        ];
        assert_eq!(typed(titled, periods[0]), want, "{name}");
        // What sounds like a birth only because the period follows the title is none.
        assert!(typed("Babies born to care leavers", periods[1]).is_empty(), "{name}");
    }
}

#[test]
fn i08_what_stands_beside_the_sentences_of_a_document_is_looked_at_like_them() {
    let seed = Seed::changed("six-steps", |story| {
        story.round.insert("period".into(), "1 January 2026 to 30 June 2026".into());
    });
    let mut document = seed.document(DocumentKind::SixSteps);
    document.blocks.push(Block::Table(Table {
        caption: "Told on 020 7946 0018, of 14 March 2014".into(),
        head: vec!["SW1A 1AA".into(), "1 January 2026 to 30 June 2026".into()],
        rows: vec![vec!["943 476 5919".into(), "943 476 5919".into()]],
    }));
    let chart = BarChart {
        title: "For someone@quillfeather.example: grades".into(),
        unit: "Cases".into(),
        bars: vec![Bar { label: "AB 12 34 56 C".into(), count: 1 }],
        most: 1,
        notes: vec!["Seen by Mrs Quillfeather".into()],
    };
    document.blocks.push(Block::Chart { id: "planted".into(), chart });
    let found = check(&seed.workbook, &document).into_iter();
    let found = found.filter(|one| one.sentence.is_none() && one.subject == Subject::Identifiers);
    let found: Vec<(Weight, String)> = found.map(|one| (one.weight, one.message)).collect();
    let told = |place: &str, words: &str| format!("A {place} may tell who somebody is: {words}.");
    let want = [
        (Weight::Block, told("chart", "AB 12 34 56 C")),
        (Weight::Block, told("chart", "someone@quillfeather.example")),
        (Weight::Block, told("table", "020 7946 0018")),
        (Weight::Block, told("table", "943 476 5919")),
        (Weight::Block, told("table", "SW1A 1AA")),
        (Weight::Confirm, told("chart", "Mrs Quillfeather")),
        // The days of the round’s own period are of the work; any other may be of a birth.
        (Weight::Confirm, told("table", "14 March 2014")),
    ];
    assert_eq!(found, want);
}

fn named(title: &str, board: &str) -> Seed {
    Seed::changed("six-steps", |story| {
        story.round.insert("title".into(), title.into());
        story.round.insert("board".into(), json!({ "name": board }));
    })
}

#[test]
fn i08_the_numbers_of_a_round_whose_title_or_board_identifies_somebody_are_not_saved() {
    let (plain, barred) = ("Domestic abuse", "For 943 476 5919 and Mrs Quillfeather");
    for (title, board) in [(barred, plain), (plain, barred)] {
        let mut seed = named(title, board);
        let why = Err(NoNumbers::Identifies("943 476 5919".into()));
        assert_eq!(i08_confirm_numbers(&mut seed.workbook, &stamp()), why);
        let numbers = i08_numbers(&seed.workbook, seed.story.today);
        assert_eq!(numbers.map(|numbers| numbers.title), why.map(|()| String::new()));
    }
    let seed = named(plain, "Northmere board");
    assert!(i08_numbers(&seed.workbook, seed.story.today).is_ok());
}

#[test]
fn i08_that_a_person_confirmed_what_stands_in_the_numbers_is_kept_for_these_very_words() {
    let mut seed = named("Audit for Mrs Quillfeather", "Northmere board");
    let today = seed.story.today;
    let title = |workbook: &Workbook| i08_numbers(workbook, today).map(|numbers| numbers.title);
    let asked = |words: &str| Err(NoNumbers::NotConfirmed(words.into()));
    assert_eq!(title(&seed.workbook), asked("Mrs Quillfeather"));
    i08_confirm_numbers(&mut seed.workbook, &stamp()).unwrap();
    assert_eq!(title(&seed.workbook), Ok("Audit for Mrs Quillfeather".to_owned()));
    let last = log_lines(&seed.workbook).pop().unwrap();
    assert_eq!(last.what, "Document cleared for publication: numbers");
    assert!(!last.reason.contains("Quillfeather"), "{}", last.reason);

    let mut plan = seed.workbook.plan().clone();
    plan.round.title = "Audit for Mr Quillfeather".into();
    seed.workbook.change_plan(plan, "Another title.", &stamp()).unwrap();
    assert_eq!(title(&seed.workbook), asked("Mr Quillfeather"));
}

#[test]
fn i08_the_numbers_hold_no_word_of_any_return() {
    for round in ROUNDS {
        let seed = Seed::changed(round, plant);
        let numbers = numbers(&seed.workbook, seed.story.today);
        let files = [numbers_csv(&numbers), cells_of(&xlsx(&numbers).unwrap())];
        assert!(files.iter().all(|file| file.lines().count() > 10), "{round}: {files:?}");
        for one in planted() {
            assert!(files.iter().all(|file| !file.contains(one)), "{round}: {one}");
        }
    }
}

#[test]
fn i08_a_planted_identifier_is_gone_once_the_finding_is_reworded() {
    let mut seed = Seed::changed("six-steps", plant);
    let ids: Vec<ItemId> = seed
        .story
        .lines
        .iter()
        .filter(|line| line.finding.is_some())
        .map(|line| line.id.parse().unwrap())
        .collect();
    for id in ids {
        let mut finding = seed.workbook.finding(&id).unwrap().clone();
        finding.text = "The panel says it in its own words".into();
        seed.workbook.record_finding(finding).unwrap();
    }
    let document = seed.document(DocumentKind::SixSteps);
    assert_eq!(found_in(&document), Vec::<&str>::new());
}

#[test]
fn i02_names_that_somebody_looks_for_are_found_wherever_they_stand() {
    let named = |story: &mut Story| {
        let line = story.lines.iter_mut().find(|line| line.finding.is_some()).unwrap();
        let with = |text: &String| format!("{text}, says Zebedee");
        line.strength = line.strength.as_ref().map(with);
        line.concern = line.concern.as_ref().map(with);
        let told = line.finding.as_mut().unwrap();
        told.text.clear();
        told.published.clear();
    };
    let seed = Seed::changed("six-steps", named);
    let document = seed.document(DocumentKind::SixSteps);
    let list = ["Quillfeather", "zebedee"];
    let names = list.map(|name| WatchedName { name: name.into(), ..WatchedName::default() });
    let found = i02_names(&document, &names);
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((one.rule, one.weight), ("I-02", Weight::Block));
    assert_eq!(one.message, "A name that you look for stands here: Zebedee.");
    assert!(i02_names(&document, &names[..1]).is_empty());
}

#[test]
fn i02_names_that_somebody_looks_for_are_found_in_tables_and_charts() {
    let seed = Seed::named("six-steps");
    let mut document = seed.document(DocumentKind::SixSteps);
    let cells = ["Themes", "told by Zebedee", "zebedee again", "told by Zebedee"];
    document.blocks.push(Block::Table(Table {
        caption: "Themes".into(),
        head: vec!["Theme".into()],
        rows: cells.map(|cell| vec![cell.into()]).into(),
    }));
    let chart = BarChart {
        title: "Zebedee: grades".into(),
        unit: "Cases".into(),
        bars: Vec::new(),
        most: 0,
        notes: Vec::new(),
    };
    document.blocks.push(Block::Chart { id: "zebedees".into(), chart });
    let names = [WatchedName { name: "Zebedee".into(), ..WatchedName::default() }];
    let told: Vec<String> =
        i02_names(&document, &names).into_iter().map(|notice| notice.message).collect();
    assert_eq!(
        told,
        [
            "A name that you look for stands in a chart: Zebedee.",
            "A name that you look for stands in a table: Zebedee.",
            "A name that you look for stands in a table: zebedee.",
        ]
    );
}
