//! A file copy of the open draft, which any browser can open again.

use leptos::prelude::*;

use super::{Desk, words};
use crate::browser::{files, now};
use crate::envelope::write_draft_of;
use crate::store::{DraftCopy, file_name};

/// All our files are JSON.
pub(super) const MEDIA_TYPE: &str = "application/json";

impl Desk {
    /// Saves a copy of the open draft to a file.
    pub fn save_file_copy(&self) {
        let saved = self.working.try_with_value(|working| {
            let working = working.as_ref()?;
            Some(working.driver.read(|session| {
                let record = session.record();
                let ret = &record.draft;
                let stamp = now().format("%Y-%m-%d-%H%M").to_string();
                let name = [
                    "draft",
                    &ret.case_label,
                    ret.case_ref.as_str(),
                    ret.agency.slot.as_str(),
                    &stamp,
                ];
                let bytes =
                    write_draft_of(&DraftCopy::of(record.clone(), working.invitation_file.clone()));
                let bytes = bytes.map_err(|error| error.wording().title.to_string())?;
                let saved = files::save(&file_name(&name, "json"), MEDIA_TYPE, &bytes);
                saved.map_err(|error| error.to_string())
            }))
        });
        match saved.flatten() {
            Some(Ok(())) => {
                self.note_copy();
                self.show_copied();
            }
            Some(Err(why)) => drop(self.copied.try_set(why)),
            None => {}
        }
    }

    fn note_copy(&self) {
        let _ = self.working.try_with_value(|working| {
            if let Some(working) = working {
                working.driver.update(|session, millis| session.copied_to_file(now(), millis));
            }
        });
    }

    /// Shows when the last copy was saved.
    pub(super) fn show_copied(&self) {
        let at = self.working.with_value(|working| {
            working.as_ref().and_then(|working| {
                working.driver.read(|session| session.record().last_file_copy.map(|copy| copy.at))
            })
        });
        let _ = self.copied.try_set(words::copied(at.map(Self::moment)));
    }
}
