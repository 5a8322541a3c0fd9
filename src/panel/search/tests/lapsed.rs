//! What was recorded of a return that counts no more is found, as what it is now.

use super::recorded::{one, place};
use super::*;
use crate::audit_return::Response;
use crate::panel::copies::Recipient;
use crate::tool::AnswerValue;

#[test]
fn v04_what_was_decided_on_a_return_that_was_replaced_is_found_and_said_to_count_no_more() {
    let mut desk = Desk::with(&["case-1"]);
    let social = desk.draft("csc", "case-1").says("alone", AnswerValue::No);
    let visitor = desk.draft("health.hv", "case-1").grade("risk", "good");
    let police = desk.draft("police", "case-1").grade("risk", "requires-improvement");
    for ret in [&social, &visitor, &police] {
        desk.import(ret.clone());
    }
    desk.graded("health.sn", "case-1", "adequate");
    let (subject, health) = (on_area("case-1", "risk"), "health".parse().unwrap());
    let (graded, to) = (place(&desk, "police", "case-1"), grade("adequate"));
    let workbook = &mut desk.workbook;
    workbook.record_regrade(&subject, &graded, &to, "Our descriptors.", &stamp()).unwrap();
    workbook.record_agency_view(&subject, &health, &to, "The nurse saw more.", &stamp()).unwrap();
    let (about, yes) = (case("case-1"), Response::Value(AnswerValue::Yes));
    workbook.settle_case_answer(&about, &prompt("alone"), yes, "The minutes.", &stamp()).unwrap();
    let all = [
        ("descriptors", "risk, graded anew", "Our descriptors."),
        ("nurse", "risk, the agency’s own grade", "The nurse saw more."),
        ("minutes", "Answer settled", "The minutes."),
    ];
    let told = |desk: &Desk, lapsed: &str| {
        for (query, label, text) in all {
            let said = [label, lapsed, ": ", text].concat();
            assert_eq!(one(&desk.workbook, HitKind::Judgement, query).1, said);
        }
    };
    told(&desk, "");
    for ret in [social, visitor, police] {
        desk.import(ret.corrected());
    }
    told(&desk, " (no longer counts)");
}

#[test]
fn what_came_of_a_copy_leads_to_its_place_once_there_is_no_copy_any_more() {
    let mut desk = Desk::with(&["case-1"]);
    let first = desk.draft("police", "case-1").grade("risk", "good");
    desk.import(first.clone());
    let place = place(&desk, "police", "case-1");
    let to = Recipient::PractitionerAndManager;
    let sent = CopyStep::Sent { to, risk_check: "The sergeant, from the file.".into() };
    desk.workbook.record_copy(&place, sent, &stamp()).unwrap();
    let stands = |desk: &Desk| one(&desk.workbook, HitKind::Copy, "sergeant").0;
    assert_eq!(stands(&desk), FoundAt::Copy(place.clone()));
    desk.import(first.corrected().nil());
    assert_eq!(stands(&desk), FoundAt::Expected(place));
}
