//! The comparison in words: the table in three columns, the areas, small multiples.

use super::*;
use crate::panel::reaudit::{GradeRow, NotComparable, RecurringTheme, Trend};

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

fn comparison() -> Comparison {
    let round = |id: &str, cases| RoundSide {
        id: id.parse().unwrap(),
        title: "A round".into(),
        period: id.into(),
        cases,
    };
    let area = |id: &str, title: &str| AreaComparison {
        area: Some(id.parse().unwrap()),
        title: title.into(),
        grades: vec![GradeRow { label: "Good".into(), sides: vec![share(2, 5), share(5, 6)] }],
        good: vec![share(2, 5), share(5, 6)],
        trend: Some(Trend::Up),
        not_final: vec![0, 1],
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
    let table = year_on_year_table(&year, &comparison().rounds[0]);
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

    let blocks = comparison_blocks(&comparison(), &year);
    let said: Vec<String> =
        blocks.iter().flat_map(|one| one.sentences()).map(Sentence::plain).collect();
    assert!(said.contains(&"Housing (2 of 7 cases)".to_owned()), "{said:?}");
    assert!(said.contains(&"Neglect: an issue in 2 rounds one after the other".to_owned()));
    let ids: std::collections::BTreeSet<&str> =
        blocks.iter().flat_map(|one| one.sentences()).map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), said.len(), "each sentence has an id of its own");
}

#[test]
fn ra02_areas_show_both_denominators_and_what_cannot_be_compared() {
    let table = areas_table(&comparison());
    assert_eq!(table.head, ["Area", "2025", "2026", "Change"]);
    let rows = [
        ["Risk", "2 of 5", "5 of 6", "larger share"],
        ["Plan", "–", "–", "Not comparable: graded on another scale"],
    ];
    assert_eq!(table.rows, rows);
}

#[test]
fn small_multiples_have_one_chart_a_round_and_only_of_what_can_be_compared() {
    let multiples = small_multiples(&comparison());
    let [risk] = &multiples[..] else { panic!("{multiples:?}") };
    let [before, now] = &risk.charts[..] else { panic!("{risk:?}") };
    assert_eq!((before.most, before.bars[0].count), (5, 2));
    assert_eq!((now.most, now.bars[0].count), (6, 5));
    let notes = ["Grade known in 6 of 7 cases.", "Not the panel’s judgement yet: 1 of 6."];
    assert_eq!((before.notes.len(), now.notes.as_slice()), (0, &notes.map(String::from)[..]));
    assert_eq!(now.title, "Risk, 2026");
}

#[test]
fn there_is_nothing_to_say_of_one_round_alone() {
    let alone = Comparison { rounds: comparison().rounds[..1].to_vec(), ..comparison() };
    assert_eq!(comparison_blocks(&alone, &YearOnYear { rows: vec![], new: vec![] }), []);
}
