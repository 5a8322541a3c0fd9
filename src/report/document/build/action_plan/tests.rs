//! The plan as a document: each recommendation with what is done about it, and how far that honestly is.

use crate::panel::Workbook;
use crate::panel::actions::fixture::*;
use crate::panel::actions::{
    Action, ActionStep, Body, Milestone, Owner, Progress, RecommendationTerms, Report,
    ap10_carry_forward,
};
use crate::panel::fixture::{Desk, plan, round_key, stamp};
use crate::panel::manuscript::{Measure, OwnWording, Passage};
use crate::report::calendar::reminders;
use crate::report::document::build::{build, carried_told, earlier_as_told, recommendations_told};
use crate::report::document::{DocumentKind, Unfit, check, fit};

fn told(workbook: &Workbook) -> Vec<String> {
    let plan = build(DocumentKind::ActionPlan, workbook, day("2026-07-01"));
    plan.sentences().map(|sentence| sentence.plain()).collect()
}

/// Two actions of the first recommendation, one of them closed; the second recommendation needs none.
fn followed() -> Workbook {
    let mut workbook = with_actions(&["a1"]);
    let other = Action { text: "Train sergeants in checking records".into(), ..action("a2") };
    workbook.record_action(other).unwrap();
    let terms = RecommendationTerms {
        recommendation: item("r2"),
        addressed: Vec::new(),
        no_action_because: "The date is set.".into(),
        stamp: stamp(),
    };
    workbook.record_recommendation_terms(terms).unwrap();
    reports(&mut workbook, "a2", Report::Progress(Progress::Complete));
    reports(&mut workbook, "a2", Report::Evidence("The list of those trained.".into()));
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    step(&mut workbook, "a2", ActionStep::Closed { reviewer, on: day("2026-06-20") }).unwrap();
    workbook
}

/// The first recommendation with a count, words that stand out and a point.
fn counting() -> Passage {
    let answers = serde_json::json!({ "answer": { "prompt": "alone", "is": ["yes"] } });
    let seen: Measure = serde_json::from_value(serde_json::json!({ "answers": answers })).unwrap();
    Passage {
        counts: [("seen".to_owned(), seen)].into(),
        points: vec!["All agencies give **core groups** priority.".into()],
        audit_again_months: Some(6),
        ..recommendation("r1", "**Managers** act: children are seen {in:seen}.")
    }
}

#[test]
fn ap08_a_plan_is_a_draft_until_the_board_has_ratified_it_as_it_stands() {
    let mut workbook = followed();
    let draft = "The board has not ratified the plan: record the date on which it did.";
    assert!(told(&workbook).contains(&["Draft. ", draft].concat()));
    let rules = |workbook: &Workbook| -> Vec<&str> {
        let plan = build(DocumentKind::ActionPlan, workbook, day("2026-07-01"));
        let rules = check(workbook, &plan).into_iter().map(|notice| notice.rule);
        // The round of these tests is invented and names no board.
        rules.filter(|rule| !matches!(*rule, "R-01" | "R-13")).collect()
    };
    assert_eq!(rules(&workbook), ["AP-08", "AP-01"], "and of cases nothing is asked");
    workbook.ratify_plan(Some(day("2026-04-15")), "Full board", &stamp()).unwrap();
    assert!(told(&workbook).contains(&"Ratified on 15 April 2026 by Full board.".to_owned()));
    assert_eq!(rules(&workbook), ["AP-01"]);
}

#[test]
fn ap06_what_is_closed_and_what_it_changed_are_counted_apart() {
    let mut workbook = followed();
    let standing =
        "Two actions: one closed, none reported as complete and not closed yet, one overdue.";
    let said = told(&workbook);
    assert!(said.contains(&standing.to_owned()), "{said:#?}");
    assert!(said.iter().any(|one| one.contains("Of those closed, none with evidence")));
    reports(&mut workbook, "a2", Report::Impact("Records are checked.".into()));
    let said = told(&workbook);
    assert!(said.iter().any(|one| one.contains("Of those closed, one with evidence")));
    assert!(said.contains(&"Difference made to children: Records are checked.".to_owned()));
}

#[test]
fn each_recommendation_has_its_actions_in_the_order_of_smart_or_the_reason_why_not() {
    let said = told(&followed());
    let from = said.iter().position(|one| one == "Action 1: overdue").unwrap();
    let want = [
        "Action 1: overdue",
        "Specific: Write a checklist for strategy discussions",
        "Measurable: Nine of ten records sampled in September have it.",
        "Agreed: Head of public protection, police, on 20 March 2026",
        "Timely: by 30 June 2026",
        "For children: Children are seen sooner.",
        "Evidence expected: The checklist and the sample",
        "Realistic: Two days",
    ];
    assert_eq!(said[from..from + want.len()], want);
    assert!(said.contains(&"Accepted without an action: The date is set.".to_owned()));
}

#[test]
fn a_plan_tells_when_an_action_begins_how_pressing_it_is_its_steps_reviews_and_closing() {
    let mut workbook = followed();
    let milestone = |id: &str, text: &str, due: Option<&str>| Milestone {
        id: item(id),
        text: text.into(),
        due: due.map(day),
    };
    let milestones = vec![
        milestone("m1", "Draft", Some("2026-05-01")),
        milestone("m2", "Trial", Some("2026-06-01")),
        milestone("m3", "Talks", None),
        milestone("m4", "Print", None),
    ];
    let start = Some(day("2026-04-01"));
    workbook.record_action(Action { milestones, start, ..action("a1") }).unwrap();
    let on = day("2026-05-03");
    for id in ["m1", "m3"] {
        let reached = ActionStep::MilestoneReached { milestone: item(id), on };
        step(&mut workbook, "a1", reached).unwrap();
    }
    step(&mut workbook, "a1", ActionStep::Reviewed { on }).unwrap();
    let said = told(&workbook);
    let from = said.iter().position(|one| one == "Realistic: Two days").unwrap();
    let want = [
        "Realistic: Two days",
        "Priority: high",
        "Starts: 1 April 2026",
        "Audited again: 30 September 2026",
        "Last reviewed: 3 May 2026",
        "Step by 1 May 2026, reached on 3 May 2026: Draft",
        "Step by 1 June 2026: Trial",
        "Step reached on 3 May 2026: Talks",
        "Step: Print",
    ];
    assert_eq!(said[from..from + want.len()], want);
    let closed = said.iter().find(|one| one.starts_with("Closed by Chair"));
    let closed = closed.unwrap_or_else(|| panic!("{said:#?}"));
    assert!(closed.ends_with(", on 20 June 2026"), "{closed}");
    // I-08: days of the plan are nobody's; one that was typed is looked at.
    let found = |workbook: &Workbook| {
        let plan = build(DocumentKind::ActionPlan, workbook, day("2026-07-01"));
        let found = check(workbook, &plan).into_iter().filter(|one| one.rule == "I-08");
        found.map(|one| one.message).collect::<Vec<String>>()
    };
    assert_eq!(found(&workbook), Vec::<String>::new());
    let milestones = vec![milestone("m1", "As on 3 May 2024", Some("2026-05-01"))];
    workbook.record_action(Action { milestones, ..action("a1") }).unwrap();
    assert!(found(&workbook).iter().any(|one| one.contains("3 May 2024")));
}

#[test]
fn i08_a_day_typed_with_the_owner_or_the_reviewer_is_not_taken_for_the_plans_own() {
    let mut workbook = planned();
    let board = |role: &str| Owner { body: Body::Board, role: role.into() };
    let owner = board("Lead since 3 May 2024");
    workbook.record_action(Action { owner, ..action("a1") }).unwrap();
    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    reports(&mut workbook, "a1", Report::Evidence("The list of those trained.".into()));
    let reviewer = board("Chair since 4 June 2024");
    step(&mut workbook, "a1", ActionStep::Closed { reviewer, on: day("2026-06-20") }).unwrap();
    let plan = build(DocumentKind::ActionPlan, &workbook, day("2026-07-01"));
    let found = check(&workbook, &plan).into_iter().filter(|one| one.rule == "I-08");
    let found: Vec<String> = found.map(|one| one.message).collect();
    let is_told = |date: &str| found.iter().any(|one| one.contains(date));
    for typed in ["3 May 2024", "4 June 2024"] {
        assert!(is_told(typed), "{typed}: {found:#?}");
    }
    for own in ["20 March 2026", "20 June 2026"] {
        assert!(!is_told(own), "{own}: {found:#?}");
    }
}

#[test]
fn r02_a_recommendation_stands_in_the_plan_with_its_counts_and_its_points_as_in_the_report() {
    let mut workbook = followed();
    workbook.ratify_plan(Some(day("2026-04-15")), "Full board", &stamp()).unwrap();
    workbook.record_passage(counting()).unwrap();
    let terms = RecommendationTerms {
        recommendation: item("r1"),
        addressed: vec!["Managers".into()],
        no_action_because: String::new(),
        stamp: stamp(),
    };
    workbook.record_recommendation_terms(terms).unwrap();
    let said = told(&workbook);
    let at = said.iter().position(|one| one.starts_with("Managers act: children are seen in "));
    let at = at.unwrap_or_else(|| panic!("{said:#?}"));
    assert!(!said[at].contains(['*', '{']), "{}", said[at]);
    let point = "All agencies give core groups priority.";
    assert_eq!(said[at + 1], point);
    assert!(said[at + 2].contains("Managers"), "whom it addresses stands after all of it");
    let dates = reminders(&workbook, None, day("2026-07-01"), 7);
    let again = dates.iter().find(|one| one.title == "Audit again: recommendation 1").unwrap();
    assert!(again.text.ends_with(&["\n", point].concat()), "{}", again.text);
}

#[test]
fn r02_pages_and_the_calendar_tell_a_recommendation_in_the_words_of_the_plan() {
    let mut workbook = followed();
    workbook.record_passage(counting()).unwrap();
    workbook.record_own_wording(OwnWording {
        sentence: "action-plan/r/r2/text/r2/1".into(),
        text: "**The board** audits again.".into(),
        over: "The board should audit again.".into(),
        stamp: stamp(),
    });
    let today = day("2026-07-01");
    let all = recommendations_told(&workbook, today);
    let said = told(&workbook);
    for told in all.values() {
        assert!(told.lines.iter().chain(&told.points).all(|line| said.contains(line)), "{told:?}");
    }
    assert_eq!(all[&item("r1")].points, ["All agencies give core groups priority."]);
    assert_eq!(all[&item("r2")].lines, ["The board audits again."]);
    workbook.ratify_plan(Some(day("2026-04-15")), "Full board", &stamp()).unwrap();
    let dates = reminders(&workbook, None, today, 7);
    let again = dates.iter().find(|one| one.title == "Audit again: recommendation 1").unwrap();
    assert!(again.text.ends_with(&all[&item("r1")].text()), "{}", again.text);
}

#[test]
fn ap10_a_carried_action_keeps_its_recommendation_as_it_was_counted_and_never_as_a_pattern() {
    let mut desk = Desk::with(&["case-1", "case-2"]);
    desk.graded("school", "case-1", "good");
    desk.workbook.record_passage(counting()).unwrap();
    desk.workbook.record_action(action("a1")).unwrap();
    let today = day("2026-07-01");
    let kept = |earlier: Workbook| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.id = "round-2".parse().unwrap();
        let mut next = Workbook::new(plan, round_key());
        ap10_carry_forward(&earlier_as_told(earlier, today), &mut next, &stamp());
        next.action(&item("a1")).unwrap().carried.clone().unwrap().recommendations
    };
    let told = recommendations_told(&desk.workbook, today)[&item("r1")].text();
    assert!(told.starts_with("Managers act: children are seen in "), "{told}");
    assert_eq!(kept(desk.workbook.clone()), [told]);

    // None of its returns can be read: no number is right.
    let unread = Workbook::from_record(desk.workbook.record().clone());
    let uncounted = "Managers act: children are seen [number of cases].\n\
                     All agencies give core groups priority.";
    assert_eq!(kept(unread), [uncounted]);
    // As earlier programs carried it.
    assert_eq!(carried_told(&counting().lines()), uncounted);
    assert_eq!(carried_told("Some {was:seen} seen by {board}."), "Some was seen by [board].");
}

#[test]
fn r02_own_wording_of_a_recommendation_from_before_the_plan_had_its_points_still_stands() {
    let mut workbook = followed();
    workbook.record_own_wording(OwnWording {
        sentence: "action-plan/r/r1/text".into(),
        text: "Managers see each child.".into(),
        over: "Police should share plans.".into(),
        stamp: stamp(),
    });
    let said = told(&workbook);
    assert!(said.contains(&"Managers see each child.".to_owned()), "{said:#?}");
}

#[test]
fn ap03_a_recommendation_with_neither_is_a_gap_and_an_empty_plan_is_no_document() {
    let workbook = with_actions(&["a1"]);
    let plan = build(DocumentKind::ActionPlan, &workbook, day("2026-07-01"));
    let gaps: Vec<&str> = plan.sentences().flat_map(|one| one.gaps()).collect();
    assert_eq!(gaps, ["board", "action for this recommendation"]);
    assert_eq!(fit(DocumentKind::ActionPlan, &planned()), Some(Unfit::NoActions));
    assert_eq!(fit(DocumentKind::ActionPlan, &workbook), None);
}

#[test]
fn ap03_an_action_whose_recommendation_is_gone_from_the_report_is_still_told() {
    let mut workbook = followed();
    let mut gone = recommendation("r1", "Police should share plans.");
    gone.removed = true;
    workbook.record_passage(gone).unwrap();
    let said = told(&workbook);
    let at = |text: &str| said.iter().position(|one| one == text);
    let heading = at("The report no longer has the recommendation");
    assert!(heading.is_some() && at("Action 1: overdue") > heading, "{said:#?}");
}

#[test]
fn i08_what_was_typed_into_a_plan_is_looked_at_and_its_own_dates_are_not() {
    let mut workbook = planned();
    let text = "Write to the father in prison abroad about 3 May 2024".into();
    workbook.record_action(Action { text, ..action("a1") }).unwrap();
    let plan = build(DocumentKind::ActionPlan, &workbook, day("2026-07-01"));
    let found = check(&workbook, &plan).into_iter().filter(|one| one.rule == "I-08");
    let told: Vec<String> = found.map(|one| one.message).collect();
    assert_eq!(told.len(), 3, "{told:#?}");
    for typed in ["“prison”", "“abroad”", "3 May 2024"] {
        assert!(told.iter().any(|one| one.contains(typed)), "{typed}: {told:#?}");
    }
}

#[test]
fn i08_the_title_and_the_period_of_a_round_are_nobodys_in_its_plan_and_in_the_next_ones() {
    let with_period = |id: &str| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.id = id.parse().unwrap();
        plan.round.title = "Children with a parent in prison".into();
        plan.round.period = "1 January 2026 to 31 March 2026".into();
        Workbook::new(plan, round_key())
    };
    let mut earlier = with_period("round-1");
    earlier.record_passage(recommendation("r1", "Police should share plans.")).unwrap();
    earlier.record_action(action("a1")).unwrap();
    let mut next = with_period("round-2");
    ap10_carry_forward(&earlier, &mut next, &stamp());
    let found = |workbook: &Workbook| -> Vec<String> {
        let plan = build(DocumentKind::ActionPlan, workbook, day("2026-07-01"));
        let found = check(workbook, &plan).into_iter().filter(|one| one.rule == "I-08");
        found.map(|one| one.message).collect()
    };
    assert!(told(&next).iter().any(|one| one.starts_with("Carried forward from “Children")));
    assert_eq!((found(&earlier), found(&next)), (vec![], vec![]));

    let over = told(&next).into_iter().find(|one| one.ends_with("As on 1 July 2026.")).unwrap();
    next.record_own_wording(OwnWording {
        sentence: "action-plan/of".into(),
        text: "Since 3 May 2024.".into(),
        over,
        stamp: stamp(),
    });
    let found = found(&next);
    assert!(found.len() == 1 && found[0].contains("3 May 2024"), "{found:#?}");
}

#[test]
fn ap10_an_earlier_round_stands_once_however_its_actions_came_in() {
    let of_round = |id: &str| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.id = id.parse().unwrap();
        plan.round.title = ["The ", id].concat();
        Workbook::new(plan, round_key())
    };
    let written = |workbook: &mut Workbook, id: &str| {
        workbook.record_passage(recommendation("r1", "Police should share plans.")).unwrap();
        workbook.record_action(action(id)).unwrap();
    };
    let (mut first, mut second, mut now) = (of_round("r-1"), of_round("r-2"), of_round("r-3"));
    written(&mut first, "a1");
    written(&mut second, "b1");
    ap10_carry_forward(&first, &mut now, &stamp());
    ap10_carry_forward(&second, &mut now, &stamp());
    written(&mut first, "a2");
    ap10_carry_forward(&first, &mut now, &stamp());
    let plan = build(DocumentKind::ActionPlan, &now, day("2026-07-01"));
    let ids = plan.sentences().map(|one| one.id.as_str());
    let ids: Vec<&str> = ids.filter(|id| id.starts_with("action-plan/carried/")).collect();
    let unique: std::collections::BTreeSet<&&str> = ids.iter().collect();
    assert_eq!(unique.len(), ids.len(), "{ids:#?}");
    let told = ["r-1", "a1/heading", "a2/heading", "r-2", "b1/heading"];
    let at = told.map(|end| {
        let end = ["action-plan/carried/", end].concat();
        ids.iter().position(|id| *id == end).unwrap()
    });
    assert!(at.is_sorted(), "{at:?}: {ids:#?}");
}
