//! the numbers that a reader reads, in the Word file and in the text, are those of the returns.
//!
//! Read back from the built files, in words; counted here anew from the JSON of the returns, by
//! the rules of domain 6 and N-10, with nothing of the program that counts for the documents.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use multi_agency_audit::panel::Verdict;
use multi_agency_audit::report::document::{Document, Span, render};
use serde_json::Value;

use crate::seed::Seed;
use crate::tally::{Number, Tally, read_number};
use crate::{documents, with_every_number};

/// A sentence as it is read, with `{}` for each number, and what makes the numbers.
type Row = (&'static str, &'static str, fn(&Tally) -> Vec<Number>);

const ROWS: &[Row] = &[
    ("case-by-case", "This round looked at {}.", |t| vec![t.cases()]),
    ("theme-by-theme", "took place in 2025-26, with {}: children after", |t| vec![t.cases()]),
    ("summary", "September 2026, looked at {} of children", |t| vec![t.cases()]),
    ("summary", "{} with work of several agencies were taken", |t| vec![t.cases()]),
    ("summary", "recorded clearly and in detail, in {}.", |t| vec![t.answered("7.1", &["yes"])]),
    ("summary", "views were taken into account, in {}.", |t| vec![t.answered("6.2", &["yes"])]),
    ("summary", "kept the child safe, in {}.", |t| vec![t.written(&["w1", "w2", "w3"])]),
    ("summary", "together very well, in {}.", |t| vec![t.answered("5.1.a", &["very-good"])]),
    ("summary", "oversight and decided well, in {}.", |t| vec![t.answered("8.1", &["yes"])]),
    ("summary", "the children they met, in {}.", |t| vec![t.written(&["p1", "p2"])]),
    ("summary", "outcome was good for the child, in {}.", |t| vec![t.answered("9.1", &["yes"])]),
    ("summary", "{} were graded good.", |t| vec![t.judged(None, &["good"], false).alone()]),
    ("summary", "{} of these was graded good with outstanding features.", |t| {
        vec![t.judged(None, &["good"], true).alone()]
    }),
    ("summary", "{} were graded requires improvement.", |t| {
        vec![t.judged(None, &["requires-improvement"], false).alone()]
    }),
    ("six-steps", "{} were drawn at random by business intelligence.", |t| vec![t.cases()]),
    ("overview", "Multi-agency audit of {} of children subject to", |t| vec![t.cases()]),
    ("overview", "{} were chosen to represent a spread", |t| vec![t.cases()]),
    ("overview", "{} auditors are experienced in auditing", |t| {
        let of = |wanted: fn(&Value) -> bool| t.slots(|ret| wanted(&ret["auditor"]["experienced"]));
        vec![Number { some: of(|known| *known == Value::Bool(true)), of: Some(of(|_| true)) }]
    }),
    ("overview", "{} audit was referred to a manager at once.", |t| {
        vec![t.returns(|ret| ret["immediate_concerns"].is_array())]
    }),
    ("overview", "was good or adequate in {}.", |t| {
        vec![t.judged(Some("area-2"), &["good", "adequate"], false)]
    }),
    ("overview", "identified in {}. A common assessment was completed in {}.", |t| {
        vec![t.answered("2.1.b", &["identified"]), t.answered("2.1.c", &["completed"])]
    }),
    ("overview", "advice within their agency in {}.", |t| vec![t.answered("2.3.a", &["asked"])]),
    ("overview", "left to continue without action in {}.", |t| vec![t.answered("2.2.a", &["yes"])]),
    ("overview", "In {}, the physical risk of domestic abuse was seen", |t| {
        vec![t.answered("2.2.b", &["physical-only"])]
    }),
    ("overview", "kept the child safe in {}; in {} it put the child at risk.", |t| {
        vec![t.answered("3.3.a", &["kept-safe"]), t.answered("3.3.a", &["put-at-risk"])]
    }),
    ("overview", "was held in {}; in a further {} one would have been advisable.", |t| {
        vec![t.answered("3.5.b", &["meeting"]), t.answered("3.5.c", &["advisable"]).alone()]
    }),
    ("overview", "In {}, the referral was made in time, in writing and with all", |t| {
        let written: &[&str] = &["written", "e-caf", "followed-up"];
        vec![t.all(&[("3.1.a", &["timely"]), ("3.1.b", &["full"]), ("3.1.c", written)])]
    }),
    ("overview", "In {}, the referral was made in time but said little", |t| {
        vec![t.all(&[("3.1.a", &["timely"]), ("3.1.b", &["thin"])])]
    }),
    ("overview", "promptly on the referral in {}.", |t| vec![t.answered("3.4.a", &["prompt"])]),
    ("overview", "within 24 hours in {}.", |t| vec![t.answered("3.5.a", &["within-24-hours"])]),
    ("overview", "experienced social worker in {}.", |t| vec![t.answered("3.3.b", &["yes"])]),
    ("overview", "In {}, the referrer was not told", |t| vec![t.answered("3.3.c", &["not-told"])]),
    ("overview", "In {}, a joint enquiry was agreed and not", |t| {
        vec![t.answered("3.5.d", &["joint-not-done"])]
    }),
    (
        "overview",
        "before in {}: {} as children in need and {} with a child protection plan.",
        |t| {
            let of_before = |option| t.answered("4.2.a", &[option]).alone();
            vec![t.answered("1.14", &["yes"]), of_before("child-in-need"), of_before("cp-plan")]
        },
    ),
    ("overview", "weighed against current concerns in {}.", |t| {
        vec![t.answered("4.2.b", &["yes"])]
    }),
    ("overview", "There were gaps in the assessment in {}.", |t| {
        vec![t.answered_but("4.7.a", &["none", "not-evident"])]
    }),
    ("overview", "assessment lacked detail in {}.", |t| {
        vec![t.answered("4.7.c", &["lacked-detail"])]
    }),
    ("overview", "In {}, it is not evident that the child was seen alone.", |t| {
        vec![t.answered("4.5", &["not-evident"])]
    }),
    ("overview", "In {}, the child was seen alone but the child’s views are", |t| {
        vec![t.all(&[("4.5", &["yes"]), ("4.6", &["not-evident"])])]
    }),
    ("overview", "In {}, the section 47 enquiry was not developed", |t| {
        vec![t.answered("4.8.a", &["not-developed"])]
    }),
    ("overview", "In {}, a young mother had arrived in this country recently", |t| {
        let mother: &[(&str, &[&str])] = &[
            ("1.12", &["parent", "both"]),
            ("1.13", &["young-parent"]),
            ("4.7.d", &["not-considered"]),
        ];
        vec![t.all(mother)]
    }),
    ("overview", "A member of the family interpreted in {}.", |t| {
        vec![t.answered("4.4.a", &["family"])]
    }),
    ("overview", "plan was strong in {}. Later core groups met irregularly in {}.", |t| {
        vec![t.answered("5.2.a", &["strong"]), t.answered("5.4.c", &["irregular"])]
    }),
    ("overview", "Later meetings were irregular in {}, so that", |t| {
        vec![t.answered("5.4.c", &["irregular"])]
    }),
    (
        "overview",
        "one thing that would change most is the work of core groups. Later core groups met irregularly in {}.",
        |t| vec![t.answered("5.4.c", &["irregular"])],
    ),
    ("overview", "raised and explored in {}.", |t| vec![t.answered("5.3.a", &["explored"])]),
    ("overview", "In {}, agencies worked together so well", |t| {
        vec![t.answered("5.6.b", &["good-example"])]
    }),
    ("overview", "begun at the right time in {}.", |t| vec![t.answered("5.8.a", &["timely"])]),
    ("overview", "resistance to the plan harmed the child’s safety in {}.", |t| {
        vec![t.answered("5.6.a", &["harmed-safety"])]
    }),
    ("overview", "raised the risk to the child in {}.", |t| {
        vec![t.answered("5.6.b", &["raised-risk"])]
    }),
    ("overview", "In {}, visits were not made as often", |t| {
        vec![t.answered("5.7.b", &["some-gaps", "not-kept"])]
    }),
    ("overview", "within the timescale in {}.", |t| vec![t.answered("6.1", &["yes"])]),
    ("overview", "reviewed at each conference in {}.", |t| vec![t.answered("6.5.a", &["each"])]),
    ("overview", "lack of progress was accepted in {}.", |t| {
        vec![t.answered("6.3.a", &["accepted"])]
    }),
    ("overview", "In {}, the chair did not raise", |t| vec![t.answered("6.2.b", &["not-raised"])]),
    ("overview", "missed review conferences in {}.", |t| vec![t.answered("6.2.a", &["school"])]),
    ("overview", "chaired the first core group in {}.", |t| {
        vec![t.answered("7.7.b", &["chaired"])]
    }),
    ("overview", "in supervision were recorded in {}.", |t| vec![t.answered("7.6", &["yes"])]),
    (
        "overview",
        "promptly in {}. Members rarely received a written record of core groups in {}.",
        |t| vec![t.answered("8.1", &["yes"]), t.answered("8.2.a", &["rarely"])],
    ),
    ("overview", "the file was audited in {}.", |t| vec![t.answered("8.6.a", &["audited"])]),
    (
        "overview",
        "children are left at risk: the response to the referral put the child at risk in {}.",
        |t| vec![t.answered("3.3.a", &["put-at-risk"])],
    ),
    ("overview", "judged inadequate is “Referral” ({}).", |t| {
        vec![t.judged(Some("area-3"), &["inadequate"], false)]
    }),
    ("overview", "good or better is “Recording and minutes” ({}).", |t| {
        vec![t.judged(Some("area-8"), &["good", "outstanding"], false)]
    }),
    ("overview", "They made them in {} of the {} returns of agencies that were involved.", |t| {
        let said =
            |ret: &Value| ret["general_comments"].as_str().is_some_and(|said| !said.is_empty());
        let knew = |ret: &Value| {
            let level = &ret["involvement"]["level"];
            level == "involved" || level == "involved-with-parent"
        };
        vec![t.returns(said), t.returns(knew)]
    }),
];

/// The words of a built Word file, a blank between paragraphs.
fn word_file(document: &Document) -> String {
    let file = render::docx(document).unwrap();
    let mut package = zip::ZipArchive::new(Cursor::new(&file)).unwrap();
    let mut xml = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let parsed = roxmltree::Document::parse(&xml).unwrap();
    let name = |node: &roxmltree::Node| node.tag_name().name().to_owned();
    let pieces = parsed.descendants().filter_map(|node| match name(&node).as_str() {
        "t" => node.text().map(str::to_owned),
        "p" => Some(" ".to_owned()),
        _ => None,
    });
    pieces.collect()
}

/// The two forms that are read, each as one line.
pub fn forms(document: &Document) -> [(&'static str, String); 2] {
    let line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    [("Word", line(word_file(document))), ("text", line(render::text(document)))]
}

/// What stands at each `{}` of a pattern in a text; nothing where it is not read there.
fn gaps(text: &str, pattern: &str) -> Option<Vec<Number>> {
    let pieces: Vec<&str> = pattern.split("{}").collect();
    let starts = text.match_indices(pieces[0]).map(|(at, piece)| at + piece.len());
    // A gap that begins the pattern begins a sentence: it is read backwards from what follows it.
    if pieces[0].is_empty() {
        let (before, _) = text.split_once(pieces[1])?;
        let words: Vec<&str> = before.split(' ').collect();
        return (1..=6).rev().filter(|count| *count <= words.len()).find_map(|count| {
            let said = words[words.len() - count..].join(" ");
            let begins = said.starts_with(|first: char| first.is_uppercase());
            begins.then(|| read_number(&said)).flatten().map(|number| vec![number])
        });
    }
    starts.into_iter().find_map(|start| {
        let (mut rest, mut found) = (&text[start..], Vec::new());
        for piece in &pieces[1..] {
            let (said, after) = rest.split_once(piece)?;
            found.push(read_number(said)?);
            rest = after;
        }
        Some(found)
    })
}

#[test]
fn r02_every_number_that_is_read_in_a_built_document_is_that_of_the_returns() {
    let mut wrong = Vec::new();
    for (seed, document) in with_every_number() {
        let name = crate::SEEDS.iter().find(|(_, kind)| *kind == document.kind).unwrap().0;
        let tally = Tally::of(&seed);
        for (form, text) in forms(&document) {
            for (_, pattern, count) in ROWS.iter().filter(|(of, ..)| *of == name) {
                let (read, counted) = (gaps(&text, pattern), count(&tally));
                if read.as_ref() != Some(&counted) {
                    wrong.push(format!("{form}: {pattern}\n  read {read:?}, counted {counted:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// "good in four of the ten cases, adequate in four and inadequate in two", area by area.
#[test]
fn r02_the_grades_that_are_read_are_those_that_were_judged() {
    let seed = Seed::named("overview");
    let tally = Tally::of(&seed);
    reads_grades(&seed, |area, grade| tally.judged(Some(area), &[grade], false).some);
}

/// Before the panel has judged, a document counts what the returns suggest: counted anew from them.
#[test]
fn r02_the_grades_that_are_read_before_the_panel_has_judged_are_those_of_the_returns() {
    let seed = Seed::changed("overview", |story| story.unjudged = true);
    assert!(seed.workbook.judgements().is_empty());
    let tally = Tally::of(&seed);
    reads_grades(&seed, |area, grade| tally.suggested(area, grade));
}

fn reads_grades(seed: &Seed, count: impl Fn(&str, &str) -> usize) {
    let document = seed.document(crate::SEEDS[3].1);
    let tool = &seed.workbook.plan().round.tool;
    for (form, text) in forms(&document) {
        let mut read = text.split("This area was judged ").skip(1);
        for area in tool.areas.iter().filter(|area| area.graded) {
            let part = read.next().unwrap();
            let said = part.split_once('.').unwrap().0;
            let said = said.replace(" and ", ", ");
            let mut found = BTreeSet::new();
            for one in said.split(", ") {
                let (grade, number) = one.split_once(" in ").unwrap();
                found.insert((grade.to_owned(), read_number(number).unwrap().some));
            }
            let judged = |grade: &str| count(area.id.as_str(), grade);
            let counted: BTreeSet<(String, usize)> = ["good", "adequate", "inadequate"]
                .into_iter()
                .map(|grade| (grade.to_owned(), judged(grade)))
                .filter(|(_, number)| *number > 0)
                .collect();
            assert_eq!(found, counted, "{form}, {}", area.id);
            // Concerns are grouped by judgements, never by what is only suggested.
            if seed.workbook.judgements().is_empty() {
                continue;
            }
            let heading = gaps(part, "The concerns in the {} judged inadequate");
            let heading = heading.map(|numbers| numbers[0].some);
            let inadequate = Some(judged("inadequate")).filter(|number| *number > 0);
            assert_eq!(heading, inadequate, "{form}, {}", area.id);
        }
        assert_eq!(read.next(), None, "{form}");
    }
}

/// "What an auditor wrote (one case)": behind each stands as many cases as returns wrote it.
#[test]
fn r02_what_auditors_wrote_is_read_with_the_number_of_cases_in_which_they_did() {
    let mut looked_at = 0;
    for (seed, document) in documents() {
        let tally = Tally::of(&seed);
        let texts = forms(&document);
        for sentence in document.sentences() {
            let counts =
                |span: &Span| matches!(span, Span::Count { gap, .. } if gap == "brief:count");
            if !sentence.spans.iter().any(counts) {
                continue;
            }
            let plain = sentence.plain();
            let (words, said) = plain.strip_suffix(").").unwrap().rsplit_once(" (").unwrap();
            let id = sentence.id.rsplit('/').next().unwrap();
            let counted = counted_of_finding(&seed, &tally, id, words);
            assert_eq!(read_number(said).unwrap().some, counted.some, "{plain}");
            for (form, text) in &texts {
                assert!(text.contains(&plain), "{form}: {plain}");
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 40, "{looked_at}");
}

/// In how many cases the lines stand on which a finding rests.
fn counted_of_finding(seed: &Seed, tally: &Tally, id: &str, words: &str) -> Number {
    let across = seed.story.across.iter().find(|across| across.id == id);
    let lines: Vec<&str> = match across {
        Some(across) => across.from.iter().map(String::as_str).collect(),
        None => seed
            .story
            .lines
            .iter()
            .map(|line| line.id.as_str())
            .filter(|line| *line == id)
            .collect(),
    };
    if lines.is_empty() { tally.cases_that_say(words) } else { tally.written(&lines) }
}

/// A count that is in no table here would be read by nobody.
#[test]
fn every_sentence_with_a_number_of_its_own_is_read_here() {
    let mut unread = Vec::new();
    for (_, document) in with_every_number() {
        for sentence in document.sentences() {
            let own = |span: &Span| match span {
                Span::Count { gap, .. } => {
                    !["brief:count", "grades", "the-inadequate"].contains(&gap.as_str())
                }
                Span::Text(_) | Span::Strong(_) | Span::Link { .. } | Span::Gap(_) => false,
            };
            let plain = sentence.plain();
            let known = ROWS.iter().any(|(_, pattern, _)| gaps(&plain, pattern).is_some());
            if sentence.spans.iter().any(own) && !known {
                unread.push(format!("{}: {plain}", sentence.id));
            }
        }
    }
    assert!(unread.is_empty(), "{}", unread.join("\n"));
}

#[test]
fn a_wrong_number_would_be_seen() {
    let text = "Visits were seen in four of the ten cases. Three cases were graded good.";
    let of = |some, of| Number { some, of };
    assert_eq!(gaps(text, "seen in {}."), Some(vec![of(4, Some(10))]));
    assert_eq!(gaps(text, "{} were graded good."), Some(vec![of(3, None)]));
    assert_eq!(gaps(text, "heard in {}."), None);
    assert_eq!(read_number("all five cases"), Some(of(5, Some(5))));
    assert_eq!(read_number("the one case in which this arose"), Some(of(1, Some(1))));
    assert_eq!(read_number("none of the 12 cases"), Some(of(0, Some(12))));
    assert_eq!(read_number("some cases"), None);
    let seed = Seed::named("summary");
    let tally = Tally::of(&seed);
    assert_eq!(tally.answered("8.1", &["partly"]), of(1, Some(5)));
    assert_ne!(tally.answered("8.1", &["yes"]), tally.answered("7.1", &["yes"]));
    let grades = seed.workbook.judgements().iter().map(|one| &one.decision.verdict);
    assert_eq!(grades.filter(|verdict| matches!(verdict, Verdict::Grade { .. })).count(), 5);
}
