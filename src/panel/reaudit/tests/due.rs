//! RA-05: audits that were asked for.

use super::*;

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
