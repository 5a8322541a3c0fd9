//! The files of an action plan in which everything that can be written holds something that identifies.

use chrono::{DateTime, Days, NaiveDate, Utc};
use multi_agency_audit::id::ItemId;
use multi_agency_audit::panel::actions::{
    Action, ActionStep, Body, Challenge, ChallengeStep, ChallengeUpdate, Milestone, Owner,
    Priority, Report, Withholding,
};
use multi_agency_audit::panel::{Workbook, guard_of_question};
use multi_agency_audit::report::calendar::{i08_reminders, icalendar, reminders};
use multi_agency_audit::report::{
    action_sheet, grid_csv, grid_xlsx, i08_plan, i08_reminders_may_go, i08_sheet_may_go,
    i08_withheld, plan_grid,
};

use crate::planted::planted;
use crate::renderers::cells_of;
use crate::seed::{Seed, stamp};

/// The whole plan, its issues, and the sheet of each body that gets one.
pub fn sheets() -> Vec<String> {
    let (mut workbook, today) = planned();
    let whole = plan_grid(&workbook, today);
    let held = [grid_csv(&whole), grid_csv(whole.issues.as_deref().unwrap())];
    for one in planted() {
        assert!(held.iter().all(|file| file.contains(one)), "{one} is nowhere in the plan");
    }
    let (plan, _) = i08_plan(&workbook, today, &Withholding::of(&workbook, now(), false));
    let issues = grid_csv(plan.issues.as_deref().unwrap());
    let mut files = vec![grid_csv(&plan), issues, cells_of(&grid_xlsx(&plan).unwrap())];
    let guard = guard_of_question(&workbook.plan().round, now());
    let bodies = workbook.bodies_with_open_actions();
    let mut sent = bodies.clone();
    sent.retain(|body| i08_sheet_may_go(&workbook, body, today, &guard).is_ok());
    assert!(!sent.is_empty() && sent.len() < bodies.len(), "{sent:?}");
    for (at, body) in sent.iter().enumerate() {
        let id = ["s", &at.to_string()].concat();
        let sheet = workbook.issue_sheet(item(&id), body, &stamp()).unwrap().clone();
        let without = Withholding::of(&workbook, sheet.stamp.at, false);
        let (grid, _) = i08_withheld(action_sheet(&workbook, &sheet), &without);
        files.extend([grid_csv(&grid), cells_of(&grid_xlsx(&grid).unwrap())]);
    }
    files
}

/// The calendar of each body that gets one, without its folds.
pub fn calendars() -> Vec<String> {
    let (workbook, today) = planned();
    let guard = guard_of_question(&workbook.plan().round, now());
    let without = Withholding::of(&workbook, now(), false);
    let title = &workbook.plan().round.title;
    let bodies = workbook.bodies_with_open_actions().into_iter();
    let calendar = |body: Body| {
        let whole = reminders(&workbook, Some(&body), today, 14);
        i08_reminders_may_go(title, &whole, &guard).ok()?;
        let sent = i08_reminders(&workbook, Some(&body), today, 14, &without);
        Some(icalendar(&without.text(title), &sent, now()).replace("\r\n ", ""))
    };
    bodies.filter_map(calendar).collect()
}

/// A round in whose plan everything that can be written holds something that is planted: an action, its owner and an
/// issue for each.
pub fn planned() -> (Workbook, NaiveDate) {
    let seed = Seed::named("overview");
    let (mut workbook, today) = (seed.workbook, seed.story.today);
    for (at, one) in planted().into_iter().enumerate() {
        let number = at.to_string();
        let said = ["Share every plan, as was noted: ", one].concat();
        act(&mut workbook, today, &number, &said);
        dispute(&mut workbook, today, &number, &said);
    }
    (workbook, today)
}

fn act(workbook: &mut Workbook, today: NaiveDate, number: &str, said: &str) {
    let recommended = workbook.recommendations().into_iter().map(|one| one.id.clone());
    let text = || said.to_owned();
    let id = item(&["a", number].concat());
    let due = today.checked_add_days(Days::new(60));
    let later = today.checked_add_days(Days::new(90)).unwrap();
    let action = Action {
        id: id.clone(),
        recommendations: recommended.take(1).collect(),
        findings: Vec::new(),
        areas: Vec::new(),
        themes: Vec::new(),
        text: text(),
        outcome: text(),
        measure: text(),
        evidence_expected: text(),
        owner: Owner { body: service(number), role: text() },
        contributors: vec![Owner { body: Body::Board, role: text() }],
        agreed: Some(today),
        resources: text(),
        start: None,
        due,
        milestones: vec![Milestone { id: item("m1"), text: text(), due }],
        priority: Priority::High,
        audit_again: None,
        carried: None,
        stamp: stamp(),
    };
    workbook.record_action(action).unwrap();
    for step in [
        ActionStep::Reported(Report::Note(text())),
        ActionStep::Reported(Report::Evidence(text())),
        ActionStep::Reported(Report::Impact(text())),
        ActionStep::Reported(Report::DateReason(text())),
        ActionStep::Extended { due: later, reason: text() },
        ActionStep::Escalated { to: text(), reason: text() },
    ] {
        workbook.record_action_step(&id, step, &stamp()).unwrap();
    }
}

fn dispute(workbook: &mut Workbook, today: NaiveDate, number: &str, said: &str) {
    let text = || said.to_owned();
    let id = item(&["c", number].concat());
    let challenge = Challenge {
        id: id.clone(),
        raised_by: Owner { body: Body::Board, role: "Chair".into() },
        put_to: Owner { body: service(number), role: "Head of service".into() },
        raised_on: today,
        issue: text(),
        actions: Vec::new(),
        stamp: stamp(),
    };
    workbook.record_challenge(challenge).unwrap();
    for step in
        [ChallengeStep::Noted(text()), ChallengeStep::TakenTo { level: text(), reason: text() }]
    {
        let update = ChallengeUpdate { challenge: id.clone(), step, on: today, stamp: stamp() };
        workbook.record_challenge_step(update).unwrap();
    }
}

fn service(number: &str) -> Body {
    Body::Other(["Service ", number].concat())
}

fn item(id: &str) -> ItemId {
    id.parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-07-20T09:00:00Z".parse().unwrap()
}
