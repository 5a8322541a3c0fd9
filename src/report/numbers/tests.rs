//! Which numbers are told, and that nobody works the others out from them (I-09).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::*;
use crate::audit_return::Response;
use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
use crate::panel::fixture::*;
use crate::round::RoundPlan;
use crate::tool::Tool;

const CASES: [&str; 9] =
    ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7", "case-8", "case-9"];

/// A round whose first area asks for details of the children: there the age, and `reworded` of the unborn in other
/// words.
fn of_details(cases: &[&str], reworded: &str, below: u32) -> RoundPlan {
    let mut plan = asking_of_the_unborn(cases, reworded);
    plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
    plan.round.report.suppress_below = below;
    plan
}

fn told(desk: &Desk) -> Numbers {
    numbers(&desk.workbook, "2026-07-01".parse().unwrap())
}

/// The rows of the answers to one question, whose text in the tests is "A question?".
fn rows_of(numbers: &Numbers, id: &str) -> Vec<Vec<String>> {
    let caption = [id, " A question?"].concat();
    numbers.answers.iter().find(|table| table.caption == caption).unwrap().rows.clone()
}

#[test]
fn g20_cases_asked_in_other_words_are_a_number_of_their_own() {
    let cases = ["case-1", "case-2", "case-3"];
    let rows = |ages: [&str; 3], below: u32| {
        let mut desk = Desk::of(of_details(&cases, "alone", below));
        for (case_ref, age) in cases.into_iter().zip(ages) {
            let draft = desk.draft("csc", case_ref).aged(age).says("alone", AnswerValue::Yes);
            desk.import(draft);
        }
        let mut rows = rows_of(&told(&desk), "alone");
        rows.retain(|row| row[1] != "0");
        rows
    };
    let asked_otherwise = [["Yes", "2", "2"], [IN_OTHER_WORDS, "1", "3"]];
    assert_eq!(rows(["older", "older", "unborn"], 0), asked_otherwise);
    assert_eq!(rows(["older", "older", "older"], 0), [["Yes", "3", "3"]]);
    // I-09: who is unborn is a detail that few children share, and three less two would tell it.
    for ages in [["older", "older", "unborn"], ["older", "older", "older"]] {
        let rows = rows(ages, 5);
        assert_eq!(rows.len(), AnswerValue::ALL.len() + 1, "whether there is any is not told");
        assert!(rows.iter().all(|row| row[1..] == [NOT_TOLD, NOT_TOLD]), "{rows:?}");
    }
}

#[test]
fn i09_the_numbers_say_what_the_star_stands_for() {
    let about = |below: u32| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.report.suppress_below = below;
        let numbers = told(&Desk::of(plan));
        numbers.about.into_iter().find(|(name, _)| name == "Small numbers").unwrap().1
    };
    let text = about(5);
    assert!(text.contains("from 1 to 4 children") && text.contains("in other words"), "{text}");
    assert!(about(0).contains("No number is held back"), "{}", about(0));
    // Of two, the total alone tells which are one: it is kept to as three, and said so.
    assert!(about(2).contains("from 1 to 2 children"), "{}", about(2));
}

#[test]
fn n10_what_agencies_say_of_their_own_part_is_told_of_cases_and_of_returns() {
    let rows = |role: Option<AreaRole>, below: u32| {
        let mut plan = plan(&CASES[..2], "area-and-case");
        plan.round.tool.areas[0].role = role;
        plan.round.tool.areas[0].prompts[0].of_each_agency = true;
        plan.round.report.suppress_below = below;
        let mut desk = Desk::of(plan);
        for (slot, case_ref, part) in
            [("csc", 0, "letter"), ("police", 0, "telephone"), ("csc", 1, "letter")]
        {
            let part = Response::Option(part.parse().unwrap());
            let draft = desk.draft(slot, CASES[case_ref]).responds("category", part);
            desk.import(draft);
        }
        let numbers = told(&desk);
        let mut tables = numbers.answers.into_iter().chain(numbers.details);
        let table = tables.find(|one| one.caption == "category A question?").unwrap();
        assert_eq!(table.head, ["Answer", "Cases", "Of", "Returns", "Of returns"]);
        table.rows
    };
    let want = [
        ["By letter", "2", "2", "2", "3"],
        ["By telephone", "1", "2", "1", "3"],
        ["Neither", "0", "2", "0", "3"],
    ];
    // It describes no child; among the details nothing of it is told where anything is of few.
    assert_eq!(rows(None, 5)[..3], want);
    assert_eq!(rows(Some(AreaRole::CaseDetails), 0)[..3], want);
    let held = rows(Some(AreaRole::CaseDetails), 5);
    assert!(held.iter().all(|row| row[1..].iter().all(|cell| cell == NOT_TOLD)), "{held:?}");
}

/// Ages by how many cases have them: unborn, under one, older.
type Ages = [usize; 3];

const AGES: [&str; 3] = ["unborn", "infant", "older"];

/// The numbers of nine cases with these ages; of the unborn "alone" is asked in other words, and "how" of the
/// others only.
fn of_ages(ages: Ages) -> Numbers {
    let mut plan = of_details(&CASES, "alone", 3);
    ask_of_the_born(&mut plan.round.tool);
    let mut desk = Desk::of(plan);
    let repeated = |(age, count): (&'static str, usize)| std::iter::repeat_n(age, count);
    let all: Vec<&str> = AGES.into_iter().zip(ages).flat_map(repeated).collect();
    for (case_ref, age) in CASES.into_iter().zip(all) {
        let draft = desk.draft("csc", case_ref).aged(age).says("alone", AnswerValue::Yes);
        let draft = if age == "unborn" { draft } else { draft.chooses("how", &["letter"]) };
        desk.import(draft);
    }
    told(&desk)
}

fn ask_of_the_born(tool: &mut Tool) {
    let when = json!({ "not": { "answer": { "prompt": "age", "is": ["unborn"] } } });
    for one in tool.areas.iter_mut().flat_map(|area| &mut area.prompts) {
        if one.id == prompt("how") {
            one.when = Some(serde_json::from_value(when.clone()).unwrap());
        }
        if one.id == prompt("age")
            && let PromptKind::Choice { options } = &mut one.kind
        {
            let infant = json!({ "id": "infant", "label": "Under one" });
            options.insert(1, serde_json::from_value(infant).unwrap());
        }
    }
}

/// How many have which age, as far as it is told.
fn ages_told(numbers: &Numbers) -> Vec<String> {
    let of_age = |table: &&Table| table.caption == "How old was the child?";
    let table = numbers.details.iter().find(of_age).unwrap();
    table.rows.iter().map(|row| row[1].clone()).collect()
}

/// Every round of nine cases, and all that a reader has of it: whoever knows every rule of the program and writes
/// down all rounds that give the very same file still finds two numbers behind each star.
#[test]
fn i09_no_round_is_told_by_its_numbers_even_to_somebody_who_knows_the_rules() {
    let mut rounds: BTreeMap<String, Vec<Ages>> = BTreeMap::new();
    let mut stars: BTreeMap<String, Vec<bool>> = BTreeMap::new();
    for unborn in 0..=CASES.len() {
        for infants in 0..=CASES.len() - unborn {
            let ages = [unborn, infants, CASES.len() - unborn - infants];
            let numbers = of_ages(ages);
            let file = numbers_csv(&numbers);
            let hidden = ages_told(&numbers).iter().map(|cell| cell == NOT_TOLD).collect();
            stars.insert(file.clone(), hidden);
            rounds.entry(file).or_default().push(ages);
        }
    }
    let mut hidden = 0;
    for (file, alike) in &rounds {
        for (age, star) in stars[file].iter().enumerate() {
            let behind: BTreeSet<usize> = alike.iter().map(|ages| ages[age]).collect();
            assert_eq!(behind.len() > 1, *star, "{}: {alike:?}", AGES[age]);
            hidden += usize::from(*star);
        }
    }
    assert!(hidden > 0);
}

/// What a reader takes from each other: cases of the round, of how many an answer is, and the answers themselves.
#[test]
fn i09_taking_numbers_of_a_question_from_each_other_gives_no_small_one() {
    let mut asked_of_some = 0;
    for unborn in 0..=CASES.len() {
        let numbers = of_ages([unborn, 0, CASES.len() - unborn]);
        let rows = ["alone", "how"].map(|id| rows_of(&numbers, id));
        for row in rows.iter().flatten().filter(|row| row[2] != NOT_TOLD) {
            let [n, of] = [1, 2].map(|column| row[column].parse::<usize>().unwrap());
            for left in [CASES.len() - of, CASES.len() - n] {
                assert!(!(1..3).contains(&left), "{unborn} unborn: {row:?}");
            }
            asked_of_some += usize::from((1..CASES.len()).contains(&of));
        }
    }
    assert!(asked_of_some > 0, "where nobody can be told by it, numbers stand");
}

#[test]
fn i09_a_question_that_follows_one_held_back_is_held_back_too() {
    let told_of = |unborn: usize| {
        let mut desk = Desk::of(of_details(&CASES, "alone", 3));
        for (at, case_ref) in CASES.iter().enumerate() {
            let draft = desk.draft("csc", case_ref).says("checks", AnswerValue::Yes);
            let draft = draft.says("alone", AnswerValue::Yes).says("views", AnswerValue::Yes);
            desk.import(draft.aged(if at < unborn { "unborn" } else { "older" }));
        }
        let numbers = told(&desk);
        ["alone", "views", "checks"].map(|id| rows_of(&numbers, id)[0][1] != NOT_TOLD)
    };
    assert_eq!(told_of(2), [false, false, true]);
    assert_eq!(told_of(3), [true, true, true]);
}

#[test]
fn i09_a_detail_that_sets_an_area_aside_is_told_whole_or_not_at_all() {
    let told_of = |by_telephone: usize| {
        let mut plan = plan(&CASES, "area-and-case");
        let areas = &mut plan.round.tool.areas;
        areas[0].role = Some(AreaRole::CaseDetails);
        let when = json!({ "answer": { "prompt": "category", "is": ["telephone"] } });
        areas[1].not_applicable_when = Some(serde_json::from_value(when).unwrap());
        plan.round.report.suppress_below = 3;
        let mut desk = Desk::of(plan);
        for (at, case_ref) in CASES.iter().enumerate() {
            let by = if at < by_telephone { "telephone" } else { "letter" };
            let draft = desk.draft("csc", case_ref).says("alone", AnswerValue::Yes);
            desk.import(draft.responds("category", Response::Option(by.parse().unwrap())));
        }
        let numbers = told(&desk);
        let detail: Vec<String> =
            numbers.details[0].rows.iter().map(|row| row[1].clone()).collect();
        (detail, rows_of(&numbers, "alone")[0].clone())
    };
    let of_whole = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
    assert_eq!(told_of(4), (of_whole(["5", "4", "0", "0"]), row(["Yes", "5", "5"])));
    // The grades of that area are of seven cases: the two would be told by them.
    assert_eq!(told_of(2), (of_whole(["*"; 4]), row(["Yes", "*", "*"])));
}

fn row(cells: [&str; 3]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

#[test]
fn i09_all_but_a_few_is_not_told_of_a_detail_with_several_answers() {
    let told_of = |with: usize| {
        let mut plan = plan(&CASES, "area-and-case");
        plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
        plan.round.report.suppress_below = 3;
        let how = plan.round.tool.areas[1].prompts.remove(3);
        plan.round.tool.areas[0].prompts.push(how);
        let mut desk = Desk::of(plan);
        for (at, case_ref) in CASES.iter().enumerate() {
            let by: &[&str] = if at < with { &["letter", "telephone"] } else { &["telephone"] };
            let draft = desk.draft("csc", case_ref).chooses("how", by);
            desk.import(draft);
        }
        told(&desk).details[1].rows.iter().map(|row| row[1].clone()).collect::<Vec<String>>()
    };
    assert_eq!(told_of(5), ["5", "9", "0", "0"]);
    // Nine less eight is the one child without it.
    assert_eq!(told_of(8), ["*", "9", "0", "0"]);
    assert_eq!(told_of(1), ["*", "9", "0", "0"]);
}

#[test]
fn i09_areas_that_two_answers_set_aside_tell_no_grades_where_a_third_is_of_few() {
    let told_of = |ninth: &str| {
        let mut plan = plan(&CASES, "area-and-case");
        plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
        plan.round.report.suppress_below = 3;
        let graded = plan.round.tool.areas.iter_mut().filter(|area| area.graded);
        for (area, answer) in graded.zip(["telephone", "letter"]) {
            let when = json!({ "answer": { "prompt": "category", "is": [answer] } });
            area.not_applicable_when = Some(serde_json::from_value(when).unwrap());
        }
        let mut desk = Desk::of(plan);
        for (at, case_ref) in CASES.iter().enumerate() {
            let by = match at {
                0..4 => "telephone",
                4..8 => "letter",
                _ => ninth,
            };
            let by = Response::Option(by.parse().unwrap());
            let draft = desk.draft("csc", case_ref).responds("category", by);
            desk.import(draft);
        }
        let numbers = told(&desk);
        let why = numbers.about.into_iter().find(|(name, _)| name == "Not told");
        let titles: Vec<String> = numbers.grades.into_iter().map(|chart| chart.title).collect();
        (titles, why.map(|(_, text)| text))
    };
    let (titles, why) = told_of("neither");
    assert_eq!(titles, ["Cases overall: grades"]);
    assert!(why.is_some_and(|text| text.starts_with("risk and plan have no grades here")));
    // Four and five are all nine: there is no third.
    let (titles, why) = told_of("letter");
    assert_eq!(titles, ["2. risk: grades", "3. plan: grades", "Cases overall: grades"]);
    assert_eq!(why, None);
}

/// How many cases have the first of two details alone, the second alone, both, or none of the two.
type Both = [usize; 4];

/// Answers to the question on details, by the place of their number in [`Both`].
const OF_BOTH: [&[&str]; 4] = [&["letter"], &["telephone"], &["letter", "telephone"], &["neither"]];

/// The numbers of nine cases in which a question asks for details, of which a child can have several. "Alone" is asked
/// where it has the first, "checks" where it has either, as `themed-six-step` asks of domestic abuse and prison.
fn of_two_details(both: Both) -> Numbers {
    let mut plan = plan(&CASES, "area-and-case");
    plan.round.report.suppress_below = 3;
    let areas = &mut plan.round.tool.areas;
    areas[0].role = Some(AreaRole::CaseDetails);
    let how = areas[1].prompts.remove(3);
    areas[0].prompts.push(how);
    let has = |detail: &str| json!({ "answer": { "prompt": "how", "is": [detail] } });
    let either = json!({ "any": [has("letter"), has("telephone")] });
    for (id, when) in [("alone", has("letter")), ("checks", either)] {
        let asked = areas[1].prompts.iter_mut().find(|one| one.id == prompt(id)).unwrap();
        asked.when = Some(serde_json::from_value(when).unwrap());
    }
    let mut desk = Desk::of(plan);
    let repeated = |(kind, count): (usize, usize)| std::iter::repeat_n(kind, count);
    let kinds: Vec<usize> = both.into_iter().enumerate().flat_map(repeated).collect();
    for (case_ref, kind) in CASES.into_iter().zip(kinds) {
        let mut draft = desk.draft("csc", case_ref).chooses("how", OF_BOTH[kind]);
        if matches!(kind, 0 | 2) {
            draft = draft.says("alone", AnswerValue::Yes);
        }
        if kind < 3 {
            draft = draft.says("checks", AnswerValue::Yes);
        }
        desk.import(draft);
    }
    told(&desk)
}

/// Every number that somebody works out who adds the told ones and takes them from each other, by what it counts.
fn worked_out(numbers: &Numbers) -> Vec<(&'static str, usize)> {
    let all = CASES.len();
    let number = |cell: &str| cell.parse::<usize>().ok();
    let of_details = |at: usize| number(&numbers.details[1].rows[at][1]);
    let asked = |id: &str| number(&rows_of(numbers, id)[0][2]);
    let [first, second, none] = [0, 1, 2].map(of_details);
    let first = first.or(asked("alone"));
    let either = asked("checks").or(none.map(|none| all - none));
    let left = |of: Option<usize>, less: Option<usize>| Some(of? - less?);
    let both = || Some(first? + second? - either?);
    let found = [
        ("the first", first),
        ("not the first", left(Some(all), first)),
        ("the second", second),
        ("not the second", left(Some(all), second)),
        ("either", either),
        ("neither", left(Some(all), either)),
        ("the second alone", left(either, first)),
        ("the first alone", left(either, second)),
        ("both", both()),
    ];
    found.into_iter().filter_map(|(what, number)| Some((what, number?))).collect()
}

/// Where "alone" is of six cases and "checks" of seven, one child has the second detail without the first.
#[test]
fn i09_questions_asked_by_one_detail_and_by_either_of_two_tell_no_small_number_together() {
    let mut all_told = 0;
    for first in 0..=CASES.len() {
        for second in 0..=CASES.len() - first {
            for both in 0..=CASES.len() - first - second {
                let counts = [first, second, both, CASES.len() - first - second - both];
                let numbers = of_two_details(counts);
                let found = worked_out(&numbers);
                for (what, number) in &found {
                    assert!(!(1..3).contains(number), "{counts:?}: {what} are {number}");
                }
                all_told += usize::from(found.len() == 9);
            }
        }
    }
    assert!(all_told > 0, "where nobody can be told by it, numbers stand");
}

/// The round of a tool that a board changed so.
fn with_tool(change: impl Fn(&mut Tool)) -> Workbook {
    let mut plan = plan(&["case-1"], "area-and-case");
    change(&mut plan.round.tool);
    Desk::of(plan).workbook
}

#[test]
fn i08_the_words_of_a_boards_own_tool_are_looked_at_before_the_numbers_are_saved() {
    let places: [fn(&mut Tool, &str); 5] = [
        |tool, words| tool.title = words.into(),
        |tool, words| tool.scale.grades[1].label = words.into(),
        |tool, words| tool.areas[1].title = words.into(),
        |tool, words| tool.areas[1].prompts[0].text = words.into(),
        |tool, words| {
            if let PromptKind::Choice { options } = &mut tool.areas[0].prompts[0].kind {
                options[0].label = words.into();
            }
        },
    ];
    for put in places {
        let saved = |words: &str| {
            let workbook = with_tool(|tool| put(tool, words));
            let numbers = i08_numbers(&workbook, "2026-07-01".parse().unwrap());
            numbers.map(|numbers| numbers_csv(&numbers))
        };
        for number in ["943 476 5919", "020 7946 0018", "SW1A 1AA", "12 Larkspur Road"] {
            let barred = Err(NoNumbers::Identifies(number.into()));
            assert_eq!(saved(&["As told of ", number].concat()), barred);
        }
        for (words, found) in [
            ("As seen by Mrs Quillfeather", "Mrs Quillfeather"),
            ("As at Larkspur Primary School", "Larkspur Primary School"),
            ("Placed in Larkspur", "Larkspur"),
        ] {
            assert_eq!(saved(words), Err(NoNumbers::NotConfirmed(found.into())));
        }
        assert!(saved("As placed by us").is_ok_and(|file| file.contains("As placed by us")));
    }
}

#[test]
fn i08_what_was_confirmed_of_a_tool_holds_for_its_very_words() {
    let today = "2026-07-01".parse().unwrap();
    let placed =
        |place: &str| with_tool(|tool| tool.areas[1].title = ["Placed in ", place].concat());
    let mut workbook = placed("Larkspur");
    i08_confirm_numbers(&mut workbook, &stamp()).unwrap();
    assert!(i08_numbers(&workbook, today).is_ok());
    assert_ne!(digest(&workbook), digest(&placed("Wexcombe")), "other words are asked about anew");
}

#[test]
fn i08_the_words_of_the_shipped_tools_are_nobodys() {
    for tool in crate::tool::library::all() {
        let workbook = with_tool(|own| *own = tool.clone());
        let found = typed(&workbook);
        assert_eq!((found.barred, found.doubtful), (vec![], vec![]), "{}", tool.id);
    }
}
