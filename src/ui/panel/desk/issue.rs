//! Issuing invitations: one signed file a slot.

use leptos::prelude::*;

use super::super::typing::sentence;
use super::super::words;
use super::Desk;
use crate::browser::files;
use crate::envelope::{Hash, Payload, SoftwareKey, Unsigned, WriteError};
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
        self.complain_no_more();
        match self.make_invitation(slot) {
            Ok(()) => {
                self.changed();
                self.save();
            }
            Err(why) => self.complain(why),
        }
    }

    /// Whether this browser may write invitations now: it holds the key, and a copy of that is proved.
    pub fn may_invite(&self) -> bool {
        self.has_key() && self.with(|workbook| workbook.may_invite().is_ok())
    }

    fn make_invitation(&self, slot: &SlotId) -> Result<(), String> {
        let allowed = self.try_with(|workbook| workbook.may_invite());
        let allowed = allowed.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        allowed.map_err(|error| sentence(&error.to_string()))?;
        let invitation = self.book.with_value(|book| book.as_ref()?.workbook.invitation(slot));
        let invitation = invitation.ok_or_else(|| words::NO_SUCH_SLOT.to_owned())?;
        let bytes = self.signed_by_the_round(&invitation)?;
        let parts = ["invitation", &invitation.agency.name, &invitation.slot_label, slot.as_str()];
        files::save(&file_name(&parts, "json"), "application/json", &bytes)
            .map_err(|error| error.to_string())?;
        let stamp = Self::stamp();
        self.change(|workbook| workbook.note_invitation(slot, Hash::of(&bytes), &stamp));
        Ok(())
    }

    /// A file of the round, signed with its key.
    pub(super) fn signed_by_the_round<P: Payload>(&self, payload: &P) -> Result<Vec<u8>, String> {
        let key = self.keys().signing;
        let key = SoftwareKey::from_seed(&key.ok_or_else(|| words::KEY_ELSEWHERE.to_owned())?.0);
        let words_of = |error: WriteError| error.wording().title.to_string();
        let unsigned = Unsigned::of(payload, &key.public_key()).map_err(words_of)?;
        let signature = key.sign(unsigned.signing_input());
        unsigned.signed(&signature).map_err(words_of)
    }
}
