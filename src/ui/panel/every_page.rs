//! Every kind of page of a round, for tests that hold for all of them.

use super::route::{Part, ReturnAt};
use super::{
    concerns, copies, documents, findings, invitations, keys, mapping, meeting, plan, sampling,
    tool,
};
use crate::audit_return::About;
use crate::envelope::Hash;
use crate::id::{CaseRef, QueryId, SlotId};
use crate::report::document::DocumentKind;

pub fn every_part() -> Vec<Part> {
    let case = || CaseRef::new("3f9a").unwrap();
    let slot = || SlotId::new("health.hv").unwrap();
    let at = || ReturnAt { case: case(), slot: slot() };
    let about = || About::of_key("area-2_grade").unwrap();
    let file = || Hash::of(b"a file");
    vec![
        Part::Overview,
        Part::Details,
        Part::Invitations,
        Part::Invitation(invitations::Place::Add),
        Part::Keys(keys::Place::Losing),
        Part::Copies(copies::Place::List),
        Part::Mapping(mapping::Place::List),
        Part::Import,
        Part::Matrix,
        Part::Cases,
        Part::Case(case()),
        Part::CaseStanding(case()),
        Part::CasePapers(case()),
        Part::Areas,
        Part::Counts,
        Part::Chronology(case()),
        Part::Calibration,
        Part::Concerns(concerns::Place::Board),
        Part::Meeting(meeting::Place::List),
        Part::Findings(findings::Place::List),
        Part::Plan(plan::Place::Board),
        Part::Documents(documents::Place::List),
        Part::Documents(documents::Place::Of(DocumentKind::Comparison, documents::View::Whole)),
        Part::Documents(documents::Place::Baseline),
        Part::Documents(documents::Place::Same),
        Part::Documents(documents::Place::Dataset),
        Part::Documents(documents::Place::Retention),
        Part::Documents(documents::Place::TakeOff),
        Part::Questions,
        Part::Question(QueryId::new("0f0f").unwrap()),
        Part::Return(at(), None),
        Part::Return(at(), Some(about())),
        Part::Ask(at(), about()),
        Part::Sampling(sampling::Place::Grid),
        Part::Tool(tool::Place::Whole),
        Part::Files,
        Part::File(file()),
        Part::FileText(file()),
        Part::Place(case(), slot()),
        Part::Reminders,
        Part::Limits,
        Part::Log,
        Part::Search,
    ]
}
