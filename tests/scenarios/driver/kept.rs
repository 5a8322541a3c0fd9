//! What a panel records beside its judgements, the file of it all, and the copy of a draft.

use multi_agency_audit::audit_return::Return;
use multi_agency_audit::envelope::{Hash, Kind, Limits, Unsigned, open_draft, write_draft_of};
use multi_agency_audit::panel::WorkbookFile;
use multi_agency_audit::panel::copies::{
    Amendment, CopyStep, Recipient, statements, texts_of_copy,
};
use multi_agency_audit::panel::meeting::{
    ConflictOfInterest, Meeting, MeetingNote, NoteKind, Present,
};
use multi_agency_audit::store::{DraftCopy, DraftRecord};

use super::auditor::Auditor;
use super::{Scenario, case_ref};

impl Scenario {
    /// The panel meets with every agency; somebody has an interest in a case, and one thing is left to be answered.
    pub fn panel_meets(&mut self, id: &str, interest_in: &str) {
        let chair = Present { role: "Chair".into(), agency: None };
        let agencies = self.workbook.plan().agencies.iter();
        let speaker = agencies.map(|agency| Present {
            role: "Safeguarding lead".into(),
            agency: Some(agency.id.clone()),
        });
        let meeting = Meeting {
            id: id.parse().unwrap(),
            held_on: self.today(),
            present: std::iter::once(chair).chain(speaker).collect(),
            absent: Vec::new(),
            conflicts: vec![ConflictOfInterest {
                role: "Team manager".into(),
                case: case_ref(interest_in),
                interest: "Manages whoever holds the case".into(),
                handled: "Left the room".into(),
            }],
            stamp: self.stamp(),
        };
        self.workbook.record_meeting(meeting).unwrap();
        let note = MeetingNote {
            id: format!("note-of-{id}").parse().unwrap(),
            meeting: id.parse().unwrap(),
            case: Some(case_ref(interest_in)),
            kind: NoteKind::Action("Business manager".into()),
            text: "Find out when the next review is".into(),
            outcome: String::new(),
            stamp: self.stamp(),
        };
        self.workbook.record_note(note).unwrap();
    }

    /// The panel drops a finding.
    pub fn panel_drops_the_finding(&mut self, id: &str, reason: &str) {
        let stamp = self.stamp();
        self.workbook.drop_finding(&id.parse().unwrap(), reason, &stamp).unwrap();
    }

    /// A practitioner and their manager get a copy of an agency's return, answer it and have seen the answer.
    pub fn panel_sends_a_copy(&mut self, agency: &str, case: &str) {
        let to = Recipient::PractitionerAndManager;
        let risk_check = "The team manager, from the file".into();
        self.copy_step(agency, case, CopyStep::Sent { to, risk_check });
        let text = "I also went on Friday.".into();
        self.copy_step(agency, case, CopyStep::Response { text });
        self.copy_step(agency, case, CopyStep::Acknowledged { role: "Team manager".into() });
    }

    /// The panel sends no copy of a return, and says why.
    pub fn panel_sends_no_copy(&mut self, agency: &str, case: &str, reason: &str) {
        self.copy_step(agency, case, CopyStep::NotSent { reason: reason.into() });
    }

    fn copy_step(&mut self, agency: &str, case: &str, step: CopyStep) {
        let stamp = self.stamp();
        self.workbook.record_copy(&Self::place(agency, case), step, &stamp).unwrap();
    }

    /// One text of a return, found by its words, stays out of the copies of it.
    pub fn panel_withholds(&mut self, agency: &str, case: &str, words: &str) {
        let (place, stamp) = (Self::place(agency, case), self.stamp());
        let texts = texts_of_copy(&self.workbook, &place);
        let text = texts.iter().find(|text| text.text == words).expect("such a text");
        self.workbook.disclose(&place, &text.key, false, "It tells of a sibling", &stamp).unwrap();
    }

    /// A fact is corrected beside a return (CP-02).
    pub fn panel_corrects_the_fact(&mut self, agency: &str, case: &str, before: &str, after: &str) {
        let (place, stamp) = (Self::place(agency, case), self.stamp());
        let said = statements(&self.workbook, &place);
        let text = said.into_iter().find(|one| one.text == before).expect("such a statement").key;
        let amendment = Amendment {
            id: "amendment-1".parse().unwrap(),
            file: self.workbook.current(&place).expect("a return that counts"),
            place,
            text,
            before: before.into(),
            after: after.into(),
            because: "The log of visits".into(),
            stamp,
        };
        self.workbook.amend(amendment).unwrap();
    }

    /// The workbook's file, with every return that was imported, signed by the round's key.
    pub fn panel_saves_the_workbook(&self) -> String {
        let contents = WorkbookFile::of(&self.workbook, self.kept.clone());
        let unsigned = Unsigned::of(&contents, &self.round_key.public_key()).unwrap();
        let signature = self.round_key.sign(unsigned.signing_input());
        String::from_utf8(unsigned.signed(&signature).unwrap()).unwrap()
    }
}

impl Auditor<'_> {
    /// A copy of the draft, as it is saved.
    pub fn saved_copy(&self) -> DraftCopy {
        let (draft, now) = (self.draft().clone(), self.story().now);
        let record = DraftRecord::begin(draft, Hash::of(b"invitation"), now);
        DraftCopy::of(record, String::new())
    }

    /// The draft as it comes out of a copy that was saved as a file.
    #[track_caller]
    pub fn draft_in_a_saved_copy(&self) -> Return {
        let file = write_draft_of(&self.saved_copy()).unwrap();
        let opened = open_draft(&file, &Limits::of(Kind::Draft)).unwrap();
        opened.parse::<DraftCopy>().unwrap().recovered().draft
    }
}
