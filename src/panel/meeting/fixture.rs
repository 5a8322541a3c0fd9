//! A meeting and an interest, for tests of what is made of them.

use super::{ConflictOfInterest, Meeting, Present};
use crate::panel::fixture::{case, stamp};

/// A meeting at which only the agency was that holds the case: enough to judge (M-01).
pub(crate) fn meeting(id: &str, held_on: &str) -> Meeting {
    let agency = Some("csc".parse().unwrap());
    Meeting {
        id: id.parse().unwrap(),
        held_on: held_on.parse().unwrap(),
        present: vec![Present { role: "Service manager".into(), agency }],
        absent: Vec::new(),
        conflicts: Vec::new(),
        stamp: stamp(),
    }
}

/// An interest in a case, of somebody who left the room (M-03).
pub(crate) fn interest(case_ref: &str) -> ConflictOfInterest {
    ConflictOfInterest {
        role: "Service manager".into(),
        case: case(case_ref),
        interest: "Manages whoever holds it".into(),
        handled: "Left the room".into(),
    }
}
