//! What a round states of itself is put right while it runs, and what agencies answer by stays as it was issued.

use chrono::NaiveDate;

use super::*;
use crate::id::StandardId;
use crate::panel::expectation::Expectation;
use crate::panel::fixture::*;
use crate::panel::invitations::{InvitationStanding, WhyAgain};
use crate::panel::{Matrix, ReturnKey};
use crate::round::{Agency, Term};
use crate::timescale::LimitFault;

const WHY: &str = "The number was mistyped.";

fn named() -> RoundPlan {
    let mut plan = plan(&["case-1"], "area-and-case");
    plan.round.board.name = "A Safeguarding Partnership".into();
    plan.round.board.short_name = "The partnership".into();
    plan
}

fn typed(all: &[(&str, &str)]) -> SetUpTexts {
    all.iter().map(|(field, text)| ((*field).to_owned(), (*text).to_owned())).collect()
}

fn due(day: &str) -> SetUpTexts {
    typed(&[("due-day", day), ("due-month", "March"), ("due-year", "2026")])
}

fn change(desk: &mut Desk, all: &SetUpTexts) -> Result<Vec<Hash>, Vec<SetUpFault>> {
    desk.workbook.k01_change_details(all, WHY, &stamp())
}

#[test]
fn c01_a_telephone_number_put_right_is_in_the_invitation_that_is_to_be_downloaded_again() {
    let mut desk = Desk::of(named());
    let police = slot("police");
    desk.workbook.note_invitation(&police, Hash::of(b"an invitation"), &stamp());
    change(&mut desk, &typed(&[("telephone", " 01632 960001 ")])).unwrap();
    let again = InvitationStanding::ToIssueAgain { issued: stamp().at, because: WhyAgain::Changed };
    assert_eq!(desk.workbook.invitation_standing(&police), again);
    let invitation = desk.workbook.invitation(&police).unwrap();
    assert_eq!(invitation.round.concern_route.telephone, "01632 960001");
    let logged = desk.workbook.log().entries().last().unwrap();
    let all = SLOTS.iter().map(|(id, _)| slot(id)).collect();
    assert_eq!(logged.event, Event::PlanChanged { reason: WHY.into(), slots: Some(all) });
}

/// Police and social care are invited.
fn invited() -> Desk {
    let mut desk = Desk::of(named());
    for one in ["police", "csc"] {
        desk.workbook.note_invitation(&slot(one), Hash::of(b"an invitation"), &stamp());
    }
    desk
}

/// Whether the invitations of police and of social care say what they should.
fn are_current(desk: &Desk) -> [bool; 2] {
    let current = InvitationStanding::Issued { at: stamp().at };
    ["police", "csc"].map(|one| desk.workbook.invitation_standing(&slot(one)) == current)
}

#[test]
fn k01_what_no_auditor_is_shown_leaves_the_invitations_as_they_are() {
    let mut desk = invited();
    let unseen = typed(&[
        ("report-month", "9"),
        ("report-year", "2026"),
        ("terms", "One paragraph."),
        ("themes", "Neglect"),
        ("author-name", "A. Author"),
        ("suppress-below", "10"),
        ("word-files", "case files"),
    ]);
    change(&mut desk, &unseen).unwrap();
    assert_eq!(are_current(&desk), [true, true]);
    let round = &desk.workbook.plan().round;
    assert_eq!((round.report.suppress_below, round.themes.len()), (10, 1));
    assert_eq!(round.terminology.say(Term::Files), "case files");
    change(&mut desk, &typed(&[("agency-police", "Public protection")])).unwrap();
    assert_eq!(are_current(&desk), [false, true], "only the police are called otherwise");
    change(&mut desk, &due("24")).unwrap();
    assert_eq!(are_current(&desk), [false, false]);
}

#[test]
fn k01_a_change_that_was_logged_without_its_places_may_be_of_any() {
    let mut desk = invited();
    let older = serde_json::json!({ "plan-changed": { "reason": WHY } });
    let event: Event = serde_json::from_value(older.clone()).unwrap();
    assert_eq!(serde_json::to_value(&event).unwrap(), older);
    desk.workbook.record.log.add(&stamp(), event);
    assert_eq!(are_current(&desk), [false, false]);
}

#[test]
fn k01_a_place_is_labelled_anew_and_never_like_another_of_its_agency() {
    let mut desk = invited();
    change(&mut desk, &typed(&[("place-police", " Public protection ")])).unwrap();
    assert_eq!(desk.workbook.plan().slot(&slot("police")).unwrap().label, "Public protection");
    assert_eq!(are_current(&desk), [false, true]);
    for label in ["health.sn", " "] {
        let same = change(&mut desk, &typed(&[("place-health.hv", label)]));
        let fault = SetUpFault::new("place-health.hv", SetUpFaultKind::SamePlace);
        assert_eq!(same, Err(vec![fault]), "{label}");
    }
    // A label that another agency has confuses nobody.
    assert!(change(&mut desk, &typed(&[("place-health.hv", "school")])).is_ok());
}

#[test]
fn i09_the_smallest_number_is_one_that_the_round_could_have_been_set_up_with() {
    let mut desk = Desk::of(named());
    let faults = change(&mut desk, &typed(&[("suppress-below", "-1")])).unwrap_err();
    let number = SetUpFaultKind::Number { least: 0, most: 100 };
    assert_eq!(faults, [SetUpFault::new("suppress-below", number)]);
}

#[test]
fn v05_a_return_is_late_by_the_day_that_the_round_states_now() {
    let mut desk = Desk::of(named());
    let file = desk.graded("csc", "case-1", "good").file.unwrap();
    let days = |desk: &Desk| desk.workbook.late(&file).map(|late| late.days);
    assert_eq!(days(&desk), None);
    change(&mut desk, &due("5")).unwrap();
    assert_eq!(days(&desk), Some(4));
    change(&mut desk, &due("24")).unwrap();
    assert_eq!(days(&desk), None);
}

#[test]
fn v05_nobody_who_was_granted_more_time_is_due_before_everybody_else() {
    let mut desk = Desk::of(named());
    let (case, slot, agency) = (case("case-1"), slot("csc"), "csc".parse().unwrap());
    let place = ReturnKey { case, slot, agency };
    let until: NaiveDate = "2026-03-12".parse().unwrap();
    let granted = Expectation::Extended { until };
    desk.workbook.expect(&place, granted, "Asked for.", &stamp()).unwrap();
    assert_eq!(desk.workbook.due(&place), Some(until));
    change(&mut desk, &due("24")).unwrap();
    assert_eq!(desk.workbook.due(&place), "2026-03-24".parse::<NaiveDate>().ok());
    let matrix = Matrix::of(&desk.workbook, until);
    let told = matrix.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.extended);
    assert_eq!(told.count(), 0, "nor is an earlier day told as agreed");
}

#[test]
fn what_is_wrong_is_said_all_at_once_and_nothing_changes() {
    let mut desk = Desk::of(named());
    let before = desk.workbook.record().clone();
    let mut wrong = due("31");
    wrong.extend(typed(&[
        ("due-month", "2"),
        ("telephone", "01632 960001"),
        ("board", " "),
        ("contacts", "1"),
        ("contacts-1-text", "A mailbox of nobody"),
        ("agency-police", ""),
    ]));
    let faults = desk.workbook.k01_change_details(&wrong, " ", &stamp()).unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(fields, ["board", "due", "contacts-1-heading", "agency-police", REASON]);
    assert_eq!(faults[1].kind, SetUpFaultKind::Date);
    assert_eq!(desk.workbook.record(), &before);
}

#[test]
fn a_change_without_a_reason_is_not_made_and_none_at_all_is_not_logged() {
    let mut desk = Desk::of(named());
    let before = desk.workbook.record().clone();
    let other = typed(&[("telephone", "01632 960001")]);
    let faults = desk.workbook.k01_change_details(&other, "", &stamp());
    assert_eq!(faults, Err(vec![SetUpFault::new(REASON, SetUpFaultKind::Missing)]));
    let unchanged = Err(vec![SetUpFault::new(CHANGE, SetUpFaultKind::Unchanged)]);
    assert_eq!(change(&mut desk, &typed(&[("telephone", " ")])), unchanged);
    assert_eq!(desk.workbook.record(), &before);
}

#[test]
fn k01_what_agencies_answer_by_stays_as_it_was_issued() {
    let mut desk = Desk::of(named());
    let asked = typed(&[
        ("graded-by", "case"),
        ("look-back", "24"),
        ("judgement", "1"),
        ("chronology", "yes"),
        ("second", "yes"),
        ("standards", "england-2009"),
        ("cases", "9"),
        ("seals", "open"),
    ]);
    let unchanged = Err(vec![SetUpFault::new(CHANGE, SetUpFaultKind::Unchanged)]);
    assert_eq!(change(&mut desk, &asked), unchanged);
}

#[test]
fn ec14_another_authority_of_one_place_is_in_its_invitation_alone() {
    let mut desk = invited();
    let stated = typed(&[("authority-csc", " Northshire: visits every four weeks ")]);
    change(&mut desk, &stated).unwrap();
    assert_eq!(are_current(&desk), [true, false]);
    let said = |id: &str| desk.workbook.invitation(&slot(id)).unwrap().authority;
    assert_eq!(said("csc"), "Northshire: visits every four weeks");
    assert_eq!(said("police"), "");
    let kept = serde_json::to_string(desk.workbook.plan()).unwrap();
    assert_eq!(kept.matches("authority").count(), 1, "blank ones are not written");
}

#[test]
fn ec14_limits_of_another_authority_go_into_the_invitation_of_its_place_alone() {
    let mut desk = invited();
    let limits = ("limits-csc", "visits to the child: 4 weeks");
    change(&mut desk, &typed(&[("authority-csc", "Northshire"), limits])).unwrap();
    assert_eq!(are_current(&desk), [true, false]);
    let visits: StandardId = "visits".parse().unwrap();
    let limit = |id: &str| {
        let held_to = desk.workbook.invitation(&slot(id)).unwrap().standards_of(None);
        held_to.standard(&visits).unwrap().limit
    };
    assert_eq!([limit("csc"), limit("police")], [28, 10]);
    let stated = desk.workbook.plan().details();
    assert_eq!(stated["limits-csc"], "Visits to the child: 28 days");
}

#[test]
fn ec14_a_limit_that_cannot_be_read_or_is_nobodys_is_refused_in_its_box() {
    let mut desk = invited();
    let unread = typed(&[("authority-csc", "Northshire"), ("limits-csc", "Visits: often")]);
    let fault = |fault| SetUpFault::new("limits-csc", SetUpFaultKind::Limits(fault));
    assert_eq!(change(&mut desk, &unread), Err(vec![fault(LimitFault::Unread)]));
    let national = ("limits-csc", "First core group: 15 working days");
    let national = typed(&[("authority-csc", "Northshire"), national]);
    assert_eq!(change(&mut desk, &national), Err(vec![fault(LimitFault::NotLocal)]));
    let nobodys = typed(&[("limits-csc", "Visits to the child: 4 weeks")]);
    let fault = SetUpFault::new("authority-csc", SetUpFaultKind::Missing);
    assert_eq!(change(&mut desk, &nobodys), Err(vec![fault]));
}

#[test]
fn an_agency_is_named_anew_and_never_like_another_of_its_kind() {
    let mut plan = named();
    plan.agencies.push(Agency {
        id: "health-2".parse().unwrap(),
        kind: "health".parse().unwrap(),
        name: "Health trust".into(),
    });
    let mut desk = Desk::of(plan);
    change(&mut desk, &typed(&[("agency-police", "Police, public protection unit")])).unwrap();
    let police = desk.workbook.plan().agency(&"police".parse().unwrap()).unwrap();
    assert_eq!(police.name, "Police, public protection unit");
    let same = change(&mut desk, &typed(&[("agency-health-2", "health")]));
    let fault = SetUpFault::new("agency-health-2", SetUpFaultKind::SameAgency);
    assert_eq!(same, Err(vec![fault]));
    // A name that another kind of agency has confuses nobody.
    assert!(change(&mut desk, &typed(&[("agency-health-2", "school")])).is_ok());
}
