//! RA-01 to RA-06.

use super::*;
use crate::audit_return::{Concern, Return};
use crate::panel::Workbook;
use crate::panel::actions::fixture::{action, day, item, recommendation, reopened};
use crate::panel::actions::{
    Action, ActionStep, Body, Owner, Progress, Report, ap10_carry_forward,
};
use crate::panel::findings::{
    Fate, Finding, FindingKind, FindingScope, FindingSource, SourceItem, SourceRef,
};
use crate::panel::fixture::*;
use crate::round::{Month, RoundPlan};
use crate::tool::AnswerValue;

const CASES: [&str; 6] = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6"];

/// A round with so many cases, of which the first `issues` have the issue "neglect"; grades are good for the first `good`.
fn round(id: &str, cases: usize, good: usize, issues: &[(&str, usize)]) -> Workbook {
    of_plan(plan(&CASES[..cases], "area-and-case"), id, good, issues)
}

fn of_plan(mut plan: RoundPlan, id: &str, good: usize, issues: &[(&str, usize)]) -> Workbook {
    plan.round.id = id.parse().unwrap();
    plan.round.period = id.into();
    let cases: Vec<String> = plan.cases.iter().map(|one| one.case_ref.to_string()).collect();
    let mut desk = Desk::of(plan);
    for (at, case_ref) in cases.iter().enumerate() {
        let grade = if at < good { "good" } else { "adequate" };
        let draft = with_concern(desk.draft("csc", case_ref)).grade("risk", grade);
        let answer = if at < good { AnswerValue::Yes } else { AnswerValue::No };
        desk.import(draft.says("alone", answer));
    }
    for (theme, number) in issues {
        for case_ref in &cases[..*number] {
            record(&mut desk.workbook, theme, case_ref);
        }
    }
    desk.workbook
}

fn with_concern(mut ret: Return) -> Return {
    let record = ret.areas.entry(area("risk")).or_default();
    record.concerns.push(Concern {
        id: "c1".parse().unwrap(),
        text: "Nobody told the school".into(),
        evidence: "Case notes".into(),
        source: None,
    });
    ret
}

fn record(workbook: &mut Workbook, theme: &str, case_ref: &str) {
    let (place, file, _) = workbook.current_of_case(&case(case_ref)).next().unwrap();
    let item = SourceItem::Concern { area: area("risk"), item: "c1".parse().unwrap() };
    let source = FindingSource::Return(SourceRef { place: place.clone(), file, item });
    let finding = Finding {
        id: format!("{theme}-{case_ref}").parse().unwrap(),
        kind: FindingKind::Issue,
        scope: FindingScope::Case(case(case_ref)),
        text: "Schools were not told in time".into(),
        themes: vec![theme.parse().unwrap()],
        sources: vec![source],
        counted: None,
        fate: Fate::Kept,
        stamp: stamp(),
    };
    workbook.record_finding(finding).unwrap();
}

fn link(now: &mut Workbook, earlier: &Workbook, areas: &[&str]) -> Result<(), BaselineError> {
    let areas = areas.iter().map(|id| area(id)).collect();
    now.link_baseline(earlier, areas, "The same tool.", &stamp())
}

/// Says that these are the same: ours, then theirs.
fn same(
    now: &mut Workbook,
    earlier: &Workbook,
    areas: &[(&str, &str)],
    prompts: &[(&str, &str)],
) -> Result<(), SameError> {
    let said = SaidSame {
        areas: areas.iter().map(|(ours, theirs)| (area(ours), area(theirs))).collect(),
        prompts: prompts.iter().map(|(ours, theirs)| (prompt(ours), prompt(theirs))).collect(),
    };
    now.ra02_say_same(&earlier.plan().round, &said, " Only the words changed. ", &stamp())
}

fn area_of<'a>(comparison: &'a Comparison, id: &str) -> &'a AreaComparison {
    comparison.areas.iter().find(|one| one.area == Some(area(id))).unwrap()
}

fn prompt_of<'a>(comparison: &'a Comparison, id: &str) -> &'a PromptComparison {
    comparison.prompts.iter().find(|one| one.prompt == prompt(id)).unwrap()
}

fn share(n: usize, of: usize) -> Share {
    Share { n, of }
}

#[test]
fn ra01_a_round_names_its_baseline_and_may_look_at_one_area_only() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), round("round-2", 6, 6, &[]));
    let blank = now.link_baseline(&earlier, Default::default(), " ", &stamp());
    assert_eq!(blank, Err(BaselineError::NoReason));
    let unknown = BaselineError::UnknownArea(area("none"));
    assert_eq!(link(&mut now, &earlier, &["none"]), Err(unknown));
    let itself = now.clone();
    assert_eq!(link(&mut now, &itself, &[]), Err(BaselineError::Itself));
    link(&mut now, &earlier, &["risk"]).unwrap();
    let mut now = reopened_with(&now);
    let linked = now.baseline().unwrap();
    assert_eq!(linked.round, Some("round-1".parse().unwrap()));
    assert_eq!(linked.title, "A round, round-1");
    let comparison = compare_rounds(&[&earlier, &now]);
    assert_eq!(area_of(&comparison, "plan").not_comparable, Some(NotComparable::OutOfScope));
    assert_eq!(prompt_of(&comparison, "category").not_comparable, Some(NotComparable::OutOfScope));
    assert_eq!(area_of(&comparison, "risk").not_comparable, None);
    assert_eq!(now.unlink_baseline(" ", &stamp()), Err(BaselineError::NoReasonToTakeBack));
    now.unlink_baseline("Wrong round.", &stamp()).unwrap();
    assert_eq!(now.baseline(), None);
    assert_eq!(now.unlink_baseline("Again.", &stamp()), Err(BaselineError::None));
}

#[test]
fn ra01_a_round_set_up_from_another_has_it_as_its_baseline() {
    let dated = |id: &str, due: &str| {
        let mut plan = plan(&CASES, "area-and-case");
        plan.round.dates.due = Some(day(due));
        of_plan(plan, id, 6, &[])
    };
    // Set up before the earlier one was due: a person's choice would be refused, this is not.
    let (earlier, mut now) = (dated("round-1", "2026-09-30"), dated("round-2", "2026-07-31"));
    let later = BaselineError::Later("A round".into());
    assert_eq!(link(&mut now, &earlier, &[]), Err(later));
    assert!(matches!(ra01_in_order(&now, vec![earlier.clone()]), Err(ChoiceError::Later(_))));
    now.ra01_go_on_from(&earlier, "Set up from it.", &stamp()).unwrap();
    let linked = now.baseline().unwrap();
    assert_eq!(linked.round, Some("round-1".parse().unwrap()));
    assert_eq!(linked.reason, "Set up from it.");
    assert!(ra01_in_order(&now, vec![earlier.clone()]).is_ok());
    // Again: what a person recorded since stays.
    now.unlink_baseline("Wrong round.", &stamp()).unwrap();
    link(&mut now, &dated("round-0", "2025-09-30"), &["risk"]).unwrap();
    now.ra01_go_on_from(&earlier, "Set up from it.", &stamp()).unwrap();
    assert_eq!(now.baseline().unwrap().round, Some("round-0".parse().unwrap()));
    let itself = now.clone();
    assert_eq!(
        dated("round-2", "2026-07-31").ra01_go_on_from(&itself, "It is.", &stamp()).unwrap_err(),
        BaselineError::Itself
    );
}

#[test]
fn ra02_how_much_can_be_compared_is_known_before_anything_is() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), round("round-2", 6, 6, &[]));
    let whole = ra02_comparable(&earlier, &now);
    assert_eq!((whole.areas, whole.left_out), ((2, 2), Vec::new()));
    link(&mut now, &earlier, &["risk"]).unwrap();
    let scoped = ra02_comparable(&earlier, &now);
    assert_eq!(scoped.areas, (1, 2));
    let (compared, all) = scoped.prompts;
    let left = LeftOut { why: NotComparable::OutOfScope, areas: 1, prompts: all - compared };
    assert!(all > compared, "the other area has a question too");
    assert_eq!(scoped.left_out, [left]);
}

/// The record as it is opened again, with the returns of the one at hand.
fn reopened_with(workbook: &Workbook) -> Workbook {
    assert_eq!(reopened(workbook).record(), workbook.record());
    workbook.clone()
}

#[test]
fn ra02_answers_and_grades_are_compared_as_n_of_n() {
    let (earlier, now) = (round("round-1", 5, 2, &[]), round("round-2", 6, 5, &[]));
    let comparison = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&comparison, "risk");
    assert_eq!(risk.good, [share(2, 5), share(5, 6)]);
    assert_eq!(risk.trend, Some(Trend::Up));
    assert_eq!(risk.not_final, [5, 6], "the panel has judged nothing yet");
    let adequate = risk.grades.iter().find(|row| row.label == "adequate").unwrap();
    assert_eq!(adequate.sides, [share(3, 5), share(1, 6)]);
    let alone = prompt_of(&comparison, "alone");
    let yes = alone.values.iter().find(|row| row.value == "yes").unwrap();
    assert_eq!((yes.sides.clone(), yes.trend), (vec![share(2, 5), share(5, 6)], Some(Trend::Up)));
    let no = alone.values.iter().find(|row| row.value == "no").unwrap();
    assert_eq!(no.trend, Some(Trend::Down));
    assert_eq!(compare_rounds(&[&now]).areas, [], "nothing to compare with");
    assert_eq!(compare_rounds(&[]).rounds, []);
}

#[test]
fn ra02_no_direction_is_told_from_fewer_than_five() {
    let rows = [
        (share(1, 4), share(5, 5), None),
        (share(1, 5), share(4, 4), None),
        (share(1, 5), share(2, 10), Some(Trend::Same)),
        (share(1, 5), share(3, 10), Some(Trend::Up)),
        (share(2, 5), share(3, 10), Some(Trend::Down)),
        (share(0, 5), share(0, 9), Some(Trend::Same)),
    ];
    for (before, now, want) in rows {
        assert_eq!(ra02_trend(before, now), want, "{before:?} {now:?}");
    }
    let comparison = compare_rounds(&[&round("round-1", 4, 0, &[]), &round("round-2", 6, 6, &[])]);
    assert_eq!(area_of(&comparison, "risk").trend, None);
}

/// The tool of a later round: question "alone" in other words, "views" as "voice", area "plan" as "planning".
fn reworded() -> RoundPlan {
    let mut plan = plan(&CASES[..5], "area-and-case");
    let areas = &mut plan.round.tool.areas;
    for one in areas.iter_mut().flat_map(|area| &mut area.prompts) {
        match one.id.as_str() {
            "alone" => one.text = "Was the child seen without the family?".into(),
            "views" => one.id = prompt("voice"),
            _ => {}
        }
    }
    areas.iter_mut().find(|one| one.id == area("plan")).unwrap().id = area("planning");
    plan
}

#[test]
fn ra02_what_could_be_the_same_is_offered_and_what_is_so_by_itself_is_not() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), of_plan(reworded(), "round-2", 3, &[]));
    let offered = ra02_to_say(&earlier.plan().round, &now);
    let planning = Apart {
        ours: area("planning"),
        why: NotComparable::NotAsked,
        candidates: vec![area("plan")],
    };
    assert_eq!(offered.areas, [planning]);
    let free = ["alone", "views"].map(prompt);
    let apart = |id: &str, why| Apart { ours: prompt(id), why, candidates: free.to_vec() };
    let want = [apart("alone", NotComparable::OtherWords), apart("voice", NotComparable::NotAsked)];
    assert_eq!(offered.prompts, want);
    link(&mut now, &earlier, &["details"]).unwrap();
    let nothing = ToSay { areas: Vec::new(), prompts: Vec::new() };
    assert_eq!(ra02_to_say(&earlier.plan().round, &now), nothing, "it looks at neither area again");
}

#[test]
fn ra02_what_is_held_to_be_the_same_has_a_reason_and_stands_once() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), of_plan(reworded(), "round-2", 3, &[]));
    let voice = |theirs: &'static str| ("voice", theirs);
    let wrong = same(&mut now, &earlier, &[], &[voice("views")]);
    assert_eq!(wrong, Err(SameError::NotTheBaseline));
    link(&mut now, &earlier, &[]).unwrap();
    let before = now.record().clone();
    let areas: [(&[_], _); 3] = [
        (&[("planning", "details")], SameError::UnknownArea(area("details"))),
        (&[("planning", "risk")], SameError::AreaTwice(area("risk"))),
        (&[("planning", "plan"), ("risk", "plan")], SameError::AreaTwice(area("plan"))),
    ];
    let prompts: [(&[_], _); 5] = [
        (&[voice("none")], SameError::UnknownPrompt(prompt("none"))),
        (&[voice("how")], SameError::DifferentAnswers(prompt("voice"), prompt("how"))),
        (&[("story", "story")], SameError::DifferentAnswers(prompt("story"), prompt("story"))),
        (&[voice("checks")], SameError::PromptTwice(prompt("checks"))),
        (&[voice("alone"), ("alone", "alone")], SameError::PromptTwice(prompt("alone"))),
    ];
    for (said, want) in areas {
        assert_eq!(same(&mut now, &earlier, said, &[]), Err(want));
    }
    for (said, want) in prompts {
        assert_eq!(same(&mut now, &earlier, &[], said), Err(want));
    }
    assert_eq!(same(&mut now, &earlier, &[], &[]), Err(SameError::NothingNew));
    let said =
        SaidSame { prompts: [(prompt("voice"), prompt("views"))].into(), ..SaidSame::default() };
    assert_eq!(
        now.ra02_say_same(&earlier.plan().round, &said, " ", &stamp()),
        Err(SameError::NoReason)
    );
    assert_eq!(*now.record(), before, "nothing was recorded");
}

#[test]
fn ra02_what_is_held_to_be_the_same_is_logged_stays_with_its_round_and_is_taken_back() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), of_plan(reworded(), "round-2", 3, &[]));
    link(&mut now, &earlier, &[]).unwrap();
    same(&mut now, &earlier, &[("planning", "plan")], &[("voice", "views")]).unwrap();
    let mut now = reopened_with(&now);
    let told = |now: &Workbook| {
        let line = crate::report::log_lines(now).pop().unwrap();
        (line.what, line.reason)
    };
    let held = "Held to be the same as in the earlier round: area planning (there plan), question voice (there views)";
    assert_eq!(told(&now), (held.to_owned(), "Only the words changed.".to_owned()));
    let compared = compare_rounds(&[&earlier, &now]);
    let planning = area_of(&compared, "planning");
    assert_eq!(
        (planning.not_comparable.clone(), planning.held_same[0].was.as_str()),
        (None, "plan")
    );

    // Named again for one area, with another reason: what was said stays.
    link(&mut now, &earlier, &["risk"]).unwrap();
    let kept = now.said_same();
    assert_eq!(kept.prompts, [(prompt("voice"), prompt("views"))].into());
    assert_eq!(now.baseline().unwrap().mapped_because, "Only the words changed.");

    same(&mut now, &earlier, &[], &[]).unwrap();
    assert_eq!(now.said_same(), SaidSame::default());
    assert_eq!(now.baseline().unwrap().reason, "The same tool.", "the baseline itself stays");
    let none = "Nothing is held to be the same as in the earlier round any more";
    assert_eq!(told(&now).0, none);
    let compared = compare_rounds(&[&earlier, &now]);
    assert_eq!(prompt_of(&compared, "voice").not_comparable, Some(NotComparable::NotAsked));

    // Of another baseline nothing has been said.
    same(&mut now, &earlier, &[("planning", "plan")], &[]).unwrap();
    link(&mut now, &round("round-0", 5, 5, &[]), &[]).unwrap();
    assert_eq!(now.said_same(), SaidSame::default());
}

#[test]
fn ra02_other_words_answers_and_scales_are_not_compared_until_a_person_maps_them() {
    let earlier = round("round-1", 5, 5, &[]);
    let mut other = reworded();
    let mut now = of_plan(other.clone(), "round-2", 3, &[]);
    let comparison = compare_rounds(&[&earlier, &now]);
    assert_eq!(prompt_of(&comparison, "alone").not_comparable, Some(NotComparable::OtherWords));
    assert_eq!(prompt_of(&comparison, "alone").values, []);
    assert_eq!(prompt_of(&comparison, "voice").not_comparable, Some(NotComparable::NotAsked));
    link(&mut now, &earlier, &[]).unwrap();
    same(&mut now, &earlier, &[], &[("alone", "alone"), ("voice", "views")]).unwrap();
    let comparison = compare_rounds(&[&earlier, &now]);
    let yes = &prompt_of(&comparison, "alone").values[0];
    assert_eq!(yes.sides, [share(5, 5), share(3, 5)]);
    assert_eq!(prompt_of(&comparison, "voice").not_comparable, None);
    let held = &prompt_of(&comparison, "voice").held_same;
    assert!(held[0].was.starts_with("views ") && held[0].period == "round-1", "{held:?}");

    other.round.tool.scale.id = "another".parse().unwrap();
    let now = of_plan(other, "round-3", 3, &[]);
    let comparison = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&comparison, "risk");
    assert_eq!(risk.not_comparable, Some(NotComparable::OtherScale));
    assert_eq!((risk.good.len(), risk.grades.len(), risk.trend), (0, 0, None));
}

#[test]
fn ra03_last_rounds_issues_improve_or_go_on_and_their_actions_are_counted() {
    let issues = [("neglect", 4), ("information-sharing", 2), ("domestic-abuse", 1)];
    let mut earlier = round("round-1", 5, 5, &issues);
    let mut passage = recommendation("r1", "Police should share plans.");
    passage.rests_on = vec![item("neglect-case-1")];
    earlier.record_passage(passage).unwrap();
    earlier.record_action(action("a1")).unwrap();
    earlier.record_action(action("a2")).unwrap();
    let themes = vec!["information-sharing".parse().unwrap()];
    earlier.record_passage(recommendation("r2", "Share more.")).unwrap();
    let other = Action { recommendations: vec![item("r2")], themes, ..action("a3") };
    earlier.record_action(other).unwrap();

    let mut now =
        round("round-2", 6, 5, &[("neglect", 1), ("information-sharing", 3), ("supervision", 1)]);
    ap10_carry_forward(&earlier, &mut now, &stamp());
    let reported = [Report::Progress(Progress::Complete), Report::Evidence("Seen.".into())];
    for report in reported {
        now.record_action_step(&item("a1"), ActionStep::Reported(report), &stamp()).unwrap();
    }
    let reviewer = Owner { body: Body::Board, role: "Chair".into() };
    let closed = ActionStep::Closed { reviewer, on: day("2026-09-01") };
    now.record_action_step(&item("a1"), closed, &stamp()).unwrap();

    let year = ra03_year_on_year(&earlier, &now);
    let row = |theme: &str| {
        let label =
            earlier.themes().into_iter().find(|one| one.id.as_str() == theme).unwrap().label;
        year.rows.iter().find(|row| row.theme == label).unwrap().clone()
    };
    let neglect = row("neglect");
    assert_eq!((neglect.before, neglect.now), (share(4, 5), Some(share(1, 6))));
    assert_eq!(neglect.standing, Standing::Improving);
    assert_eq!(neglect.actions, LinkedActions { all: 2, closed: 1 });
    let sharing = row("information-sharing");
    assert_eq!((sharing.standing, sharing.now), (Standing::Continuing, Some(share(3, 6))));
    assert_eq!(sharing.actions, LinkedActions { all: 1, closed: 0 });
    let abuse = row("domestic-abuse");
    assert_eq!((abuse.standing, abuse.now), (Standing::Improving, Some(share(0, 6))));
    assert_eq!(abuse.actions, LinkedActions::default());
    assert_eq!(year.new.len(), 1);
    assert_eq!(year.new[0].1, share(1, 6));
}

#[test]
fn ra03_too_few_cases_no_findings_or_another_scope_say_nothing() {
    let earlier = round("round-1", 5, 5, &[("neglect", 2)]);
    let standing =
        |earlier: &Workbook, now: &Workbook| ra03_year_on_year(earlier, now).rows[0].standing;
    assert_eq!(standing(&earlier, &round("round-2", 6, 5, &[])), Standing::NotKnown, "not begun");
    let few = round("round-2", 4, 4, &[("supervision", 1)]);
    assert_eq!(standing(&earlier, &few), Standing::NotKnown);
    let again = round("round-2", 2, 2, &[("neglect", 1)]);
    assert_eq!(standing(&earlier, &again), Standing::Continuing, "whatever the number");
    let mut scoped = round("round-2", 6, 6, &[("supervision", 1)]);
    assert_eq!(standing(&earlier, &scoped), Standing::Improving);
    link(&mut scoped, &earlier, &["plan"]).unwrap();
    assert_eq!(standing(&earlier, &scoped), Standing::NotLookedAt);
    assert_eq!(ra03_year_on_year(&earlier, &scoped).rows[0].now, None);
}

#[test]
fn ra04_a_theme_recurs_when_it_is_an_issue_in_rounds_that_follow_each_other() {
    let first =
        round("round-1", 3, 3, &[("neglect", 1), ("domestic-abuse", 1), ("supervision", 2)]);
    let second = round("round-2", 3, 3, &[("neglect", 2), ("supervision", 1)]);
    let third = round("round-3", 3, 3, &[("neglect", 1), ("domestic-abuse", 1)]);
    let found = ra04_recurring(&[&first, &second, &third]);
    let label =
        |id: &str| first.themes().into_iter().find(|one| one.id.as_str() == id).unwrap().label;
    let of = |id: &str| found.iter().find(|one| one.label == label(id));
    let neglect = of("neglect").unwrap();
    assert_eq!((neglect.successive, neglect.now), (3, true));
    assert_eq!(neglect.rounds, [Some(share(1, 3)), Some(share(2, 3)), Some(share(1, 3))]);
    let sexual = of("supervision").unwrap();
    assert_eq!((sexual.successive, sexual.now), (2, false), "recurred, and does not now");
    assert_eq!(of("domestic-abuse"), None, "not one after the other");
    assert_eq!(ra04_recurring(&[&first]), []);
}

#[test]
fn ra04_a_boards_own_theme_is_known_by_its_name() {
    let with_own = |id: &str, theme: &str, label: &str| {
        let mut workbook = round(id, 1, 1, &[]);
        workbook.add_theme(theme.parse().unwrap(), label, &stamp()).unwrap();
        record(&mut workbook, theme, "case-1");
        workbook
    };
    let first = with_own("round-1", "t1", "Seaside placements");
    let second = with_own("round-2", "t2", "seaside Placements");
    let found = ra04_recurring(&[&first, &second]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].label, "Seaside placements");
}

#[test]
fn ra05_an_audit_asked_for_has_a_date_and_stands_in_the_calendar() {
    let mut workbook = round("round-1", 1, 1, &[]);
    let mut passage = recommendation("r1", "Audit supervision again.");
    passage.audit_again_months = Some(6);
    workbook.record_passage(passage).unwrap();
    assert_eq!(ra05_audits_due(&workbook)[0].due, None, "nothing says from when");
    let due = |workbook: &Workbook| ra05_audits_due(workbook)[0].due;
    let mut dated = workbook.plan().clone();
    dated.round.dates.panel = Some(day("2026-03-31"));
    assert_eq!(due(&with_plan(&workbook, dated.clone())), Some(day("2026-09-30")));
    dated.round.dates.report = Some(Month { year: 2026, month: 4 });
    assert_eq!(due(&with_plan(&workbook, dated.clone())), Some(day("2026-10-30")));
    workbook.record_action(action("a1")).unwrap();
    workbook.ratify_plan(Some(day("2026-08-31")), "Full board", &stamp()).unwrap();
    let audit = ra05_audits_due(&workbook).remove(0);
    assert_eq!((audit.number, audit.months), (1, 6));
    assert_eq!(audit.due, Some(day("2027-02-28")), "the shorter month ends sooner");

    let all = crate::report::calendar::reminders(&workbook, None, day("2026-09-01"), 14);
    let seen: Vec<(&str, chrono::NaiveDate)> =
        all.iter().map(|one| (one.uid.as_str(), one.on)).collect();
    let want =
        [("action-a1-round-1", day("2026-06-30")), ("audit-again-r1-round-1", day("2027-02-28"))];
    assert_eq!(seen, want);
    let police = Body::Agency("police".parse().unwrap());
    let own = crate::report::calendar::reminders(&workbook, Some(&police), day("2026-09-01"), 14);
    assert_eq!(own.len(), 1, "audits are the board's");
}

fn with_plan(workbook: &Workbook, plan: RoundPlan) -> Workbook {
    let mut record = workbook.record().clone();
    record.plan = plan;
    Workbook::from_record(record)
}

#[test]
fn ra01_rounds_stand_in_order_and_none_comes_after_the_one_that_is_open() {
    let due = |id: &str, on: &str| {
        let workbook = round(id, 5, 2, &[]);
        let mut plan = workbook.plan().clone();
        plan.round.dates.due = Some(day(on));
        plan.round.title = id.into();
        with_plan(&workbook, plan)
    };
    let now = due("round-3", "2026-09-30");
    let (first, second) = (due("round-1", "2024-09-30"), due("round-2", "2025-09-30"));
    let ids = |rounds: Vec<Workbook>| -> Vec<String> {
        rounds.iter().map(|one| one.plan().round.id.to_string()).collect()
    };
    let ordered = ra01_in_order(&now, vec![second.clone(), first.clone()]).map(ids);
    assert_eq!(ordered, Ok(vec!["round-1".into(), "round-2".into()]));
    let refused = |chosen: Vec<Workbook>| ra01_in_order(&now, chosen).map(ids).unwrap_err();
    assert_eq!(refused(Vec::new()), ChoiceError::NoOther);
    assert_eq!(refused(vec![now.clone()]), ChoiceError::Twice("round-3".into()));
    assert_eq!(refused(vec![first.clone(), first]), ChoiceError::Twice("round-1".into()));
    let later = due("round-4", "2027-09-30");
    assert_eq!(refused(vec![second, later]), ChoiceError::Later("round-4".into()));
}

#[test]
fn ec54_a_wider_re_audit_of_a_small_baseline_is_told_as_n_of_n_and_never_in_per_cent() {
    let many: Vec<String> = (1..=24).map(|number| format!("case-{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let earlier = round("round-1", 3, 1, &[]);
    let now = of_plan(plan(&many, "area-and-case"), "round-2", 20, &[]);
    let compared = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&compared, "risk");
    assert_eq!((risk.good.clone(), risk.trend), (vec![share(1, 3), share(20, 24)], None));
    let told = crate::report::document::build::comparison(&[&earlier], &now, day("2026-10-01"));
    let text = serde_json::to_string(&told).unwrap();
    assert!(text.contains("20 of 24") && text.contains("1 of 3"), "{text}");
    for share in ["%", "per cent", "percent"] {
        assert!(!text.contains(share), "{share}");
    }
}

#[test]
fn ec53_grades_of_another_scale_stand_side_by_side_and_are_not_compared() {
    let earlier = round("round-1", 5, 2, &[]);
    let mut other = plan(&CASES, "area-and-case");
    other.round.tool.scale.id = "another".parse().unwrap();
    let requires =
        other.round.tool.scale.grades.iter_mut().find(|one| one.id.as_str() == "adequate");
    requires.unwrap().label = "requires improvement".into();
    let now = of_plan(other, "round-2", 5, &[]);
    let compared = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&compared, "risk");
    assert_eq!(risk.not_comparable, Some(NotComparable::OtherScale));
    assert_eq!((risk.good.len(), risk.grades.len(), risk.trend), (0, 0, None));
    let given = |all: &[(&str, usize)], of| {
        all.iter().map(|(label, n)| ((*label).to_owned(), share(*n, of))).collect::<Vec<_>>()
    };
    let before = given(&[("good", 2), ("adequate", 3)], 5);
    assert_eq!(risk.apart, [before, given(&[("good", 5), ("requires improvement", 1)], 6)]);
    let told = crate::report::document::build::comparison(&[&earlier], &now, day("2026-10-01"));
    let text = serde_json::to_string(&told).unwrap();
    for wanted in ["Good 2 of 5; adequate 3 of 5", "Good 5 of 6; requires improvement 1 of 6"] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(text.contains("graded on another scale"));
}
