//! Issuing invitations: one signed file a slot.

use leptos::prelude::*;

use super::super::words;
use super::Desk;
use crate::browser::files;
use crate::envelope::{Hash, SoftwareKey, Unsigned};
use crate::id::SlotId;
use crate::store::{RoundKeys, file_name};

impl Desk {
    /// Whether this browser holds the key that signs invitations.
    pub fn has_key(&self) -> bool {
        self.keys().signing.is_some()
    }

    /// The round's secret keys, as far as this browser has them.
    pub(super) fn keys(&self) -> RoundKeys {
        self.book.with_value(|book| book.as_ref().map(|book| book.keys)).unwrap_or_default()
    }

    /// Writes and downloads the invitation of one slot, and notes that it was issued.
    pub fn issue(&self, slot: &SlotId) {
        match self.make_invitation(slot) {
            Ok(()) => {
                self.changed();
                self.save(Vec::new());
            }
            Err(why) => self.complain(why),
        }
    }

    fn make_invitation(&self, slot: &SlotId) -> Result<(), String> {
        let key = self.keys().signing;
        let key = SoftwareKey::from_seed(&key.ok_or_else(|| words::KEY_ELSEWHERE.to_owned())?.0);
        let invitation = self.book.with_value(|book| book.as_ref()?.workbook.invitation(slot));
        let invitation = invitation.ok_or_else(|| words::NO_SUCH_SLOT.to_owned())?;
        let unsigned = Unsigned::of(&invitation, &key.public_key())
            .map_err(|error| error.wording().title.to_string())?;
        let signature = key.sign(unsigned.signing_input());
        let bytes =
            unsigned.signed(&signature).map_err(|error| error.wording().title.to_string())?;
        let parts = ["invitation", &invitation.agency.name, &invitation.slot_label, slot.as_str()];
        files::save(&file_name(&parts, "json"), "application/json", &bytes)
            .map_err(|error| error.to_string())?;
        let stamp = Self::stamp();
        self.change(|workbook| workbook.note_invitation(slot, Hash::of(&bytes), &stamp));
        Ok(())
    }
}
