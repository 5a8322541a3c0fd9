//! Of the log: invitations, and who holds the round.

use super::{LogLine, Saying};
use crate::panel::Event;

/// What such an event says; nothing of any other.
pub(super) fn told(say: Saying<'_>, event: &Event) -> LogLine {
    match event {
        Event::InvitationIssued { slot, .. } => {
            LogLine { agency: say.slot(slot), ..say.what("Invitation downloaded") }
        }
        Event::InvitationRevoked { slot, kept, reason } => {
            let kept = ["Invitation revoked, signers kept: ", &kept.to_string()].concat();
            LogLine { agency: say.slot(slot), ..say.because(kept, reason) }
        }
        Event::SlotAdded { slot, reason } => {
            LogLine { agency: say.slot(slot), ..say.because("Auditor added", reason) }
        }
        Event::CasesAsked { slot, reason } => {
            LogLine { agency: say.slot(slot), ..say.because("Asked about other cases", reason) }
        }
        Event::KeysSaved { .. } => say.what("Workbook saved with the round’s keys"),
        Event::KeysProved { .. } => say.what("Saved keys opened again and proved"),
        Event::CarriedOn { files, missing, keys, signer } => {
            let keys = if *keys { "with" } else { "without" };
            let (files, missing) = (files.to_string(), missing.to_string());
            let what =
                ["Carried on in another browser ", keys, " the round’s keys, files: ", &files];
            let what = [what.concat().as_str(), ", missing: ", &missing].concat();
            say.what(match signer {
                Some(key) => {
                    [what.as_str(), ", signed without them, by the key ", &key.fingerprint()]
                        .concat()
                }
                None => what,
            })
        }
        Event::DeputyAdded { role, key } => {
            let key = key.fingerprint();
            say.what(["Returns are sealed to this person too: ", role, ", key ", &key].concat())
        }
        Event::DeputyRemoved { role, reason } => {
            say.because(["Returns are no longer sealed to: ", role].concat(), reason)
        }
        _ => LogLine::default(),
    }
}
