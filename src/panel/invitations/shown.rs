//! What an auditor is shown of an invitation, and of the sheet that goes with it.

use crate::id::SlotId;
use crate::round::{CaseTerms, Invitation, ReportTerms, RoundDates, RoundPlan, Terminology};

/// The invitation of a slot without what its file carries and no auditor is shown or answers by: what the
/// reports are about, how the cases were chosen, what was agreed, who writes the report and in which words.
///
/// What is not taken out here counts as shown: rather an invitation too many is written again.
pub(in crate::panel) fn shown(plan: &RoundPlan, slot: &SlotId) -> Option<Invitation> {
    let mut invitation = Invitation::of(plan, slot)?;
    let round = &mut invitation.round;
    round.board.area.clear();
    round.themes.clear();
    round.focus.clear();
    round.terms_of_reference.clear();
    round.lines_of_enquiry.clear();
    round.cases = CaseTerms::default();
    let (due, panel) = (round.dates.due, round.dates.panel);
    round.dates = RoundDates { due, panel, ..RoundDates::default() };
    let contacts = std::mem::take(&mut round.report.contacts);
    round.report = ReportTerms { contacts, ..ReportTerms::default() };
    round.terminology = Terminology::default();
    Some(invitation)
}
