//! A file copy of the open draft, which any browser can open again.

use leptos::prelude::*;

use super::{Desk, words};
use crate::browser::{files, now};
use crate::envelope::write_draft_of;
use crate::id::ReturnId;
use crate::store::{DraftCopy, DraftRecord, file_name};
use crate::text::file_stamp;

/// All our files are JSON.
pub(super) const MEDIA_TYPE: &str = "application/json";

impl Desk {
    /// Saves a copy of the open draft to a file.
    pub fn save_file_copy(&self) {
        let Some(working) = self.working() else { return };
        let record = working.driver.read(|session| session.record().clone());
        match save(&DraftCopy::of(record, working.invitation_file.clone())) {
            Ok(()) => {
                working.driver.update(|session, millis| session.copied_to_file(now(), millis));
                self.show_copied();
            }
            Err(why) => drop(self.copied.try_set(why)),
        }
    }

    /// Saves what was written in this tab while another one went on with the return.
    pub fn save_apart(&self, id: &ReturnId) {
        for copy in self.parted_from(id) {
            match save(&copy) {
                Ok(()) => self.apart.update_value(|apart| apart.note_in_file(&copy)),
                Err(why) => self.say(why),
            }
        }
    }

    /// Shows when the last copy was saved, and whether it is time for the next one.
    pub(super) fn show_copied(&self) {
        let Some(working) = self.working() else { return };
        let (at, due) = working.driver.read(|session| {
            (session.record().last_file_copy.map(|copy| copy.at), session.copy_is_due(now()))
        });
        let at = at.map(Self::moment);
        let line = if due { words::copy_due(at) } else { words::copied(at) };
        let _ = self.copied.try_set(line);
        let _ = self.copy_due.try_set(due);
    }
}

fn save(copy: &DraftCopy) -> Result<(), String> {
    let bytes = write_draft_of(copy).map_err(|error| error.wording().title.to_string())?;
    files::save(&copy_name(&copy.record), MEDIA_TYPE, &bytes).map_err(|error| error.to_string())
}

/// What a copy's file is called.
pub(super) fn copy_name(record: &DraftRecord) -> String {
    let ret = &record.draft;
    let stamp = file_stamp(now());
    let slot = ret.agency.slot.as_str();
    file_name(&["draft", &ret.case_label, ret.case_ref.as_str(), slot, &stamp], "json")
}
