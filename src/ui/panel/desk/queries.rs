//! Questions to agencies: kept, withdrawn, and signed into one file a slot.

use super::super::route::ReturnAt;
use super::super::words;
use super::Desk;
use crate::browser::{files, now};
use crate::envelope::Hash;
use crate::id::{QueryId, SlotId};
use crate::panel::{NewQuery, ReturnKey};
use crate::store::file_name;
use crate::text::file_stamp;

impl Desk {
    /// The place of one return; `None` where nobody is asked for it.
    pub fn place(&self, at: &ReturnAt) -> Option<ReturnKey> {
        self.try_with(|workbook| workbook.place(&at.case, &at.slot)).flatten()
    }

    /// What keeps a question from being saved, in a sentence.
    pub fn question_fault(&self, new: &NewQuery) -> Option<String> {
        match self.try_with(|workbook| workbook.check_query(new, &Self::stamp())) {
            None => Some(words::NO_ROUND_OPEN.to_owned()),
            Some(checked) => checked.err().map(|error| error.to_string()),
        }
    }

    /// Keeps a question.
    pub fn ask(&self, new: NewQuery) -> Result<(), String> {
        let stamp = Self::stamp();
        self.kept(self.change(|workbook| workbook.write_query(new, &stamp)))
    }

    /// Withdraws a question.
    pub fn withdraw_question(&self, id: &QueryId, reason: &str) -> Result<(), String> {
        let stamp = Self::stamp();
        self.kept(self.change(|workbook| workbook.withdraw_query(id, reason, &stamp)))
    }

    /// Saves what was changed, and tells the pages; or says in a sentence why nothing was.
    fn kept<E: std::fmt::Display>(&self, outcome: Option<Result<(), E>>) -> Result<(), String> {
        let outcome = outcome.ok_or_else(|| words::NO_ROUND_OPEN.to_owned())?;
        outcome.map_err(|error| error.to_string())?;
        self.changed();
        self.save();
        Ok(())
    }

    /// Signs and downloads the questions to one slot, and notes that they were sent.
    pub fn send_questions(&self, slot: &SlotId) {
        self.complain_no_more();
        match self.make_pack(slot) {
            Ok(()) => {
                self.changed();
                self.save();
            }
            Err(why) => self.complain(why),
        }
    }

    fn make_pack(&self, slot: &SlotId) -> Result<(), String> {
        let stamp = Self::stamp();
        let pack = self.try_with(|workbook| workbook.query_pack(slot, &stamp)).flatten();
        let pack = pack.ok_or_else(|| words::NOTHING_TO_SEND.to_owned())?;
        // What an auditor's program would refuse is not signed.
        pack.check().map_err(|error| error.wording().title.to_string())?;
        let bytes = self.signed_by_the_round(&pack)?;
        let (agency, day) = (&pack.agency, file_stamp(now()));
        let parts = ["questions", &agency.name, &agency.slot_label, slot.as_str(), &day];
        files::save(&file_name(&parts, "json"), "application/json", &bytes)
            .map_err(|error| error.to_string())?;
        self.change(|workbook| workbook.note_pack(&pack, Hash::of(&bytes), &stamp));
        Ok(())
    }
}
