//! Admission, told by the files that arrive.

mod admitted;
mod apart;
mod versions;

use super::*;
use crate::audit_return::Return;
use crate::envelope::Hash;
use crate::panel::fixture::*;
use crate::panel::{JudgementState, Subject, Workbook};

fn judged(desk: &mut Desk, case_ref: &str) {
    let subject = Subject { case: case(case_ref), area: Some(area("risk")) };
    desk.workbook.record_judgement(subject, decision("good"), &stamp()).unwrap();
}
