//! The comparison in words: the table in three columns, the areas, small multiples.

use super::questions::Details;
use super::*;
use crate::audit_return::Response;
use crate::panel::actions::fixture::{action, recommendation, reports, step};
use crate::panel::actions::{ActionStep, Body, Owner, Progress, Report, ap10_carry_forward};
use crate::panel::concerns::Hold;
use crate::panel::fixture::{Audit as _, Desk, case, plan, stamp};
use crate::panel::reaudit::{
    AreaComparison, Comparison, GradeRow, HeldSame, LinkedActions, PromptComparison, Share,
    Standing, YearOnYear, YearRow,
};
use crate::report::document::{Document, DocumentKind, build, check, is_in_register, report_words};
use crate::tool::{AnswerValue, AreaRole};

fn share(n: usize, of: usize) -> Share {
    Share { n, of }
}

fn year_row(
    theme: &str,
    standing: Standing,
    now: Option<Share>,
    actions: LinkedActions,
) -> YearRow {
    YearRow { theme: theme.into(), before: share(3, 5), now, standing, actions }
}

fn compared() -> Comparison {
    let round = |id: &str, cases| RoundSide {
        id: id.parse().unwrap(),
        title: "A round".into(),
        period: id.into(),
        cases,
    };
    let area = |id: &str, title: &str| AreaComparison {
        area: Some(id.parse().unwrap()),
        title: title.into(),
        apart: Vec::new(),
        grades: vec![GradeRow { label: "Good".into(), sides: vec![share(2, 5), share(5, 6)] }],
        good: vec![share(2, 5), share(5, 6)],
        trend: Some(Trend::Up),
        not_final: vec![0, 1],
        held_same: Vec::new(),
        not_comparable: None,
    };
    Comparison {
        rounds: vec![round("2025", 5), round("2026", 7)],
        areas: vec![
            area("risk", "Risk"),
            AreaComparison {
                grades: Vec::new(),
                good: Vec::new(),
                trend: None,
                not_comparable: Some(NotComparable::OtherScale),
                ..area("plan", "Plan")
            },
        ],
        prompts: Vec::new(),
        recurring: vec![RecurringTheme {
            label: "Neglect".into(),
            rounds: vec![Some(share(3, 5)), Some(share(1, 7))],
            successive: 2,
            now: true,
        }],
    }
}

/// What a part writes, with the words as shipped.
fn written<T>(write: impl FnOnce(&mut Maker) -> T) -> (T, Vec<Block>) {
    let desk = Desk::with(&["case-1"]);
    let today = "2026-07-01".parse().unwrap();
    let mut maker = Maker::new(DocumentKind::Comparison, &desk.workbook, today);
    let outcome = write(&mut maker);
    (outcome, maker.blocks)
}

fn said(blocks: &[Block]) -> Vec<String> {
    blocks.iter().flat_map(Block::sentences).map(Sentence::plain).collect()
}

#[test]
fn ra03_the_table_has_last_rounds_areas_those_improving_and_those_that_go_on() {
    let none = LinkedActions::default();
    let some = LinkedActions { all: 3, closed: 2 };
    let year = YearOnYear {
        rows: vec![
            year_row("Neglect", Standing::Improving, Some(share(1, 7)), some),
            year_row("Chronologies", Standing::Continuing, Some(share(5, 7)), none),
            year_row("Supervision", Standing::NotLookedAt, None, none),
            year_row("Transition", Standing::NotKnown, None, none),
        ],
        new: vec![("Housing".into(), share(2, 7))],
    };
    let all = HeldBack::default();
    let (table, _) = written(|maker| year::table(maker, &year, "2025", &all));
    let head = [
        "Areas for development, 2025",
        "Areas improving",
        "Areas for continued development",
        "Actions closed",
    ];
    assert_eq!(table.head, head);
    let rows: [[&str; 4]; 4] = [
        ["Neglect (3 of 5)", "Neglect (1 of 7)", "", "2 of 3"],
        ["Chronologies (3 of 5)", "", "Chronologies (5 of 7)", "No action followed"],
        ["Supervision (3 of 5)", "", "Not looked at this time", "No action followed"],
        ["Transition (3 of 5)", "", "Too little is known to say", "No action followed"],
    ];
    assert_eq!(table.rows, rows);
    let (_, blocks) = written(|maker| year::write(maker, &year, "2025", &all));
    assert!(said(&blocks).contains(&"Housing (2 of 7 cases)".to_owned()), "{blocks:?}");
}

#[test]
fn ra04_a_theme_that_comes_again_is_told_with_its_cases_in_every_round() {
    let recurring = compared().recurring;
    let (_, blocks) = written(|maker| write_recurring(maker, &recurring, &HeldBack::default()));
    let want =
        ["Recurring", "Neglect: an issue in two rounds one after the other (3 of 5, 1 of 7)"];
    assert_eq!(said(&blocks), want);
}

#[test]
fn ra02_areas_show_both_denominators_and_what_cannot_be_compared() {
    let (table, _) = written(|maker| areas::table(maker, &compared()));
    assert_eq!(table.head, ["Area", "2025", "2026", "Change"]);
    let rows = [
        ["Risk", "2 of 5", "5 of 6", "No direction yet: the panel has not agreed every grade"],
        ["Plan", "–", "–", "Not comparable: graded on another scale"],
    ];
    assert_eq!(table.rows, rows);
    let told = |not_final: [usize; 2]| {
        let mut comparison = compared();
        comparison.areas[0].not_final = not_final.into();
        let (table, _) = written(|maker| areas::table(maker, &comparison));
        table.rows[0][3].clone()
    };
    // The panel agreed every grade of both rounds; or only those of the last.
    assert_eq!([told([0, 0]), told([1, 0])], ["larger share", rows[0][3]]);
    let (_, blocks) = written(|maker| left_out::write(maker, &compared(), &Details::default()));
    assert_eq!(said(&blocks)[1], "Areas Plan: graded on another scale");
}

#[test]
fn ra02_what_is_compared_by_a_persons_word_is_said_to_be() {
    let was = |was: &str| vec![HeldSame { period: "2025".into(), was: was.into() }];
    let mut comparison = compared();
    let (_, blocks) = written(|maker| held::write(maker, &comparison));
    assert_eq!(said(&blocks), Vec::<String>::new());
    comparison.areas[0].held_same = was("Danger");
    comparison.prompts = vec![PromptComparison {
        prompt: "4.6".parse().unwrap(),
        ids: Vec::new(),
        area: "risk".parse().unwrap(),
        text: "Was the child seen without the family?".into(),
        values: Vec::new(),
        held_same: was("4.5 Was the child seen alone?"),
        not_comparable: None,
    }];
    let (_, blocks) = written(|maker| held::write(maker, &comparison));
    let points = [
        "Area “Risk” was “Danger” in 2025",
        "Question 4.6 was asked in 2025 as 4.5 Was the child seen alone?",
    ];
    assert_eq!(said(&blocks)[2..], points);
}

#[test]
fn small_multiples_have_one_chart_a_round_and_only_of_what_can_be_compared() {
    let (_, blocks) = written(|maker| areas::write(maker, &compared()));
    let charts: Vec<_> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Chart { chart, .. } => Some(chart),
            _ => None,
        })
        .collect();
    let [before, now] = &charts[..] else { panic!("{charts:?}") };
    assert_eq!((before.most, before.bars[0].count), (5, 2));
    assert_eq!((now.most, now.bars[0].count), (6, 5));
    let notes = ["Grade known in 6 of 7 cases.", "Not the panel’s judgement yet: 1 of 6."];
    assert_eq!((before.notes.len(), now.notes.as_slice()), (0, &notes.map(String::from)[..]));
    assert_eq!(now.title, "Risk, 2026");
}

/// A round of two cases with this id.
fn round(id: &str) -> Desk {
    let mut plan = plan(&["case-1", "case-2"], "area-and-case");
    plan.round.id = id.parse().unwrap();
    plan.round.title = "Audit of plans".into();
    plan.round.period = "2026".into();
    plan.round.board.name = "The board".into();
    plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
    Desk::of(plan)
}

fn two_rounds() -> Document {
    let (before, now) = (round("earlier"), round("later"));
    build::comparison(&[&before.workbook], &now.workbook, "2026-07-01".parse().unwrap())
}

#[test]
fn ra06_every_comparison_says_that_the_children_are_others() {
    let told: Vec<String> = two_rounds().sentences().map(Sentence::plain).collect();
    let others = report_words().remove("comparison.other-children").unwrap();
    assert!(others.contains("different children") && told.contains(&others), "{told:?}");
}

#[test]
fn each_sentence_of_a_comparison_has_an_id_of_its_own_and_no_gap_is_open() {
    let document = two_rounds();
    let ids: std::collections::BTreeSet<&str> =
        document.sentences().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), document.sentences().count());
    let gaps: Vec<&str> = document.sentences().flat_map(Sentence::gaps).collect();
    assert_eq!(gaps, Vec::<&str>::new());
}

#[test]
fn ap10_a_comparison_says_what_goes_on_of_the_round_before_and_what_is_open_there_still() {
    let (mut before, mut now) = (round("earlier"), round("later"));
    let advice = recommendation("r1", "Police should share plans.");
    before.workbook.record_passage(advice).unwrap();
    before.workbook.record_action(action("a1")).unwrap();
    ap10_carry_forward(&before.workbook, &mut now.workbook, &stamp());
    before.workbook.record_action(action("a2")).unwrap();
    let today = "2026-07-01".parse().unwrap();
    let document = build::comparison(&[&before.workbook], &now.workbook, today);
    let sentence = |id: &str| document.sentences().find(|one| one.id == id).unwrap();
    let carried = sentence("comparison/carried/earlier");
    let said = "One action of 2026 was carried forward into 2026 and goes on there, with all that \
                happened before.";
    assert_eq!(carried.plain(), said);
    assert_eq!(carried.evidence, [Evidence::Action("a1".parse().unwrap())]);
    assert!(carried.evidence.iter().all(|one| is_in_register(&now.workbook, one)));
    let left = sentence("comparison/not-carried/earlier").plain();
    assert_eq!(left, "One action of 2026 is still open and was not carried forward into 2026.");
    // Closed there, it goes on there no longer; it stays behind the sentence.
    for report in [Report::Progress(Progress::Complete), Report::Evidence("The sample.".into())] {
        reports(&mut now.workbook, "a1", report);
    }
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    let on = "2026-06-20".parse().unwrap();
    step(&mut now.workbook, "a1", ActionStep::Closed { reviewer, on }).unwrap();
    let document = build::comparison(&[&before.workbook], &now.workbook, today);
    assert!(document.sentences().all(|one| !one.id.starts_with("comparison/carried/")));
    let ended = document.sentences().find(|one| one.id == "comparison/ended/earlier").unwrap();
    let said = "One action of 2026 was carried forward into 2026 and has come to an end there.";
    assert_eq!(ended.plain(), said);
    assert_eq!(ended.evidence, [Evidence::Action("a1".parse().unwrap())]);
    // Where there is no such work, nothing is said of it.
    let of_work = |id: &str| id.contains("carried") || id.contains("/ended/");
    assert!(two_rounds().sentences().all(|one| !of_work(&one.id)));
}

#[test]
fn ra01_an_invented_round_beside_one_that_is_not_is_said_to_be_invented_and_is_not_published() {
    let of_kind = |id: &str, practice: bool| {
        let mut plan = round(id).workbook.plan().clone();
        plan.round.practice = practice;
        Desk::of(plan).workbook
    };
    let told = |before: bool, now: bool| {
        let (before, now) = (of_kind("earlier", before), of_kind("later", now));
        let document = build::comparison(&[&before], &now, "2026-07-01".parse().unwrap());
        let ids = ["comparison/invented/earlier", "comparison/real/earlier"];
        let said = document.sentences().find(|one| ids.contains(&one.id.as_str()));
        let blocked = check(&now, &document).iter().any(|one| one.rule == "RA-01");
        (said.map(Sentence::plain), blocked)
    };
    let invented = "“Audit of plans”, 2026, is a practice round: everything in it is invented.";
    assert_eq!(told(true, false), (Some(invented.to_owned()), true));
    let real =
        "“Audit of plans”, 2026, is no practice round: what stands here of it is not invented.";
    assert_eq!(told(false, true), (Some(real.to_owned()), true));
    assert_eq!([told(true, true), told(false, false)], [(None, false), (None, false)]);
}

#[test]
fn ra01_a_round_alone_lacks_rounds_to_compare() {
    let (desk, today) = (round("alone"), "2026-07-01".parse().unwrap());
    let document = build::build(DocumentKind::Comparison, &desk.workbook, today);
    let gaps: Vec<&str> = document.sentences().flat_map(Sentence::gaps).collect();
    assert_eq!(gaps, ["rounds to compare"]);
}

#[test]
fn v09_a_comparison_that_counts_a_case_taken_out_since_is_confirmed_or_held_back() {
    let (before, mut now) = (round("earlier"), round("later"));
    for one in ["case-1", "case-2"] {
        now.graded("csc", one, "good");
    }
    let today = "2026-07-01".parse().unwrap();
    let made = |now: &Desk| build::comparison(&[&before.workbook], &now.workbook, today);
    let told = |now: &Desk, document: &Document| {
        let rules = check(&now.workbook, document).into_iter().map(|one| one.rule);
        rules.filter(|rule| ["C-07", "V-09"].contains(rule)).collect::<Vec<_>>()
    };
    let version = made(&now);
    let mut bare = version.clone();
    for block in &mut bare.blocks {
        if let Block::Paragraph { sentences, .. } = block {
            sentences.iter_mut().for_each(|one| one.evidence.clear());
        }
    }
    assert!(told(&now, &version).is_empty() && told(&now, &bare).is_empty());
    let gone = case("case-2");
    now.workbook.take_out(&gone, "Criminal trial.", None, &stamp()).unwrap();
    assert_eq!(told(&now, &version), ["V-09"]);
    assert!(told(&now, &made(&now)).is_empty(), "made anew, it tells of the other only");
    now.workbook.hold_case(&gone, Hold::DoNotPublish, "The trial has begun.", &stamp()).unwrap();
    assert_eq!(told(&now, &version), ["C-07", "V-09"]);
    assert_eq!(told(&now, &bare), ["C-07", "V-09"], "one kept before it said what it counts");
    assert!(told(&now, &made(&now)).is_empty());
}

#[test]
fn v09_a_comparison_tells_of_a_case_without_any_return_that_is_taken_out_since() {
    let (before, mut now) = (round("earlier"), round("later"));
    now.graded("csc", "case-1", "good");
    let today = "2026-07-01".parse().unwrap();
    let version = build::comparison(&[&before.workbook], &now.workbook, today);
    now.workbook.take_out(&case("case-2"), "Moved away.", None, &stamp()).unwrap();
    let told = check(&now.workbook, &version).into_iter().map(|one| one.rule);
    assert_eq!(told.filter(|rule| *rule == "V-09").count(), 1, "it was one of the two counted");
}

/// Two rounds in which one agency answers a judgement, a choice of several, and a detail of the child.
fn answered() -> Document {
    let [before, now] = ["earlier", "later"].map(|id| {
        let mut desk = round(id);
        let draft = desk.draft("csc", "case-1").says("alone", AnswerValue::No);
        let detail = Response::Option("letter".parse().unwrap());
        let draft = draft.chooses("how", &["letter"]).responds("category", detail);
        desk.import(draft);
        desk
    });
    build::comparison(&[&before.workbook], &now.workbook, "2026-07-01".parse().unwrap())
}

#[test]
fn ra02_each_answer_that_was_given_is_told_and_of_a_judgement_always_those_with_yes() {
    let document = answered();
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if table.head[0] == "Question" => Some(table),
        _ => None,
    });
    let rows: Vec<Vec<String>> = tables.flat_map(|table| table.rows.clone()).collect();
    let few = "Too few cases to say";
    let want = [
        ["alone A question?", "Yes", "0 of 1", "0 of 1", few],
        ["how A question?", "By letter", "1 of 1", "1 of 1", few],
    ];
    assert_eq!(rows, want);
}

#[test]
fn i09_details_of_the_children_are_not_compared_and_the_comparison_says_so() {
    let document = answered();
    let told = said(&document.blocks);
    let left_out = "Areas details: asks for details that few children may share";
    assert!(told.iter().any(|one| one == left_out), "{told:?}");
    assert!(!serde_json::to_string(&document).unwrap().contains("category"));
}

#[test]
fn i09_what_is_asked_only_after_a_detail_of_few_children_is_not_compared_either() {
    let made = |below: u32| {
        let [before, now] = ["earlier", "later"].map(|id| {
            let mut plan = round(id).workbook.plan().clone();
            plan.round.report.suppress_below = below;
            let prompts = plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
            for one in prompts.filter(|one| one.id.as_str() == "how") {
                let when =
                    serde_json::json!({ "answer": { "prompt": "category", "is": ["letter"] } });
                one.when = Some(serde_json::from_value(when).unwrap());
            }
            let mut desk = Desk::of(plan);
            let detail = Response::Option("letter".parse().unwrap());
            let draft = desk.draft("csc", "case-1").responds("category", detail);
            desk.import(draft.chooses("how", &["telephone"]));
            desk
        });
        build::comparison(&[&before.workbook], &now.workbook, "2026-07-01".parse().unwrap())
    };
    let is_told =
        |document: &Document| serde_json::to_string(document).unwrap().contains("By telephone");
    let left_out = "Questions how: asked only because of a detail that few children share, \
                    or in other words because of it";
    for (below, told) in [(0, true), (5, false)] {
        let document = made(below);
        let is_named = said(&document.blocks).iter().any(|one| one == left_out);
        assert_eq!((is_told(&document), is_named), (told, !told), "{below}");
    }
}
