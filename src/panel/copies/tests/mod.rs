//! Copies, from the return that was accepted to the manager's word.

mod beside;
mod disclosed;
mod sending;

use super::*;
use crate::audit_return::Return;
use crate::panel::fixture::*;

const COMMENTS: &str = "general-comments";

fn said(mut ret: Return, comments: &str) -> Return {
    ret.general_comments = comments.into();
    ret.areas.entry(area("risk")).or_default().reason = "The minutes are thin.".into();
    ret.auditor.name = "Auditor 12".into();
    ret
}

fn desk(slots: &[&str]) -> Desk {
    let mut desk = Desk::with(&["case-1"]);
    for slot_id in slots {
        let ret = said(desk.draft(slot_id, "case-1").grade("risk", "good"), "Seen twice.");
        let file = desk.import(ret).file.unwrap();
        desk.workbook.accept_return(&file, true, "", &stamp()).unwrap();
    }
    desk
}

fn place(slot_id: &str) -> ReturnKey {
    let agency = slot_id.split('.').next().unwrap().parse().unwrap();
    ReturnKey { case: case("case-1"), slot: slot(slot_id), agency }
}

fn sent() -> CopyStep {
    let risk_check = "The team manager, from the file".into();
    CopyStep::Sent { to: Recipient::PractitionerAndManager, risk_check }
}

fn record(desk: &mut Desk, slot_id: &str, step: CopyStep) -> Result<(), CopyError> {
    desk.workbook.record_copy(&place(slot_id), step, &stamp())
}

fn state(desk: &Desk) -> CopyState {
    copy_worklist(&desk.workbook).remove(0).state
}
