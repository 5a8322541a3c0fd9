//! What the coordinator does with invitations, and with the whole round.

use std::collections::BTreeSet;

use multi_agency_audit::envelope::{EnrolmentSecret, Hash, Kind, Limits, SoftwareKey, open};
use multi_agency_audit::id::{AgencyId, CaseRef};
use multi_agency_audit::panel::{Workbook, WorkbookFile};
use multi_agency_audit::round::Invited;
use multi_agency_audit::store::{HandOver, RoundKeySeed, RoundKeys};

use super::{Scenario, SignedFile, bytes_of, slot_id};

const PASSPHRASE: &str = "lantern orchard kettle";

impl Scenario {
    /// Writes the invitation of an agency to a file.
    pub fn panel_downloads_the_invitation_of(&mut self, agency: &str) {
        let stamp = self.stamp();
        self.workbook.note_invitation(&slot_id(agency), Hash::of(agency.as_bytes()), &stamp);
    }

    /// Revokes it; what counts already is kept, or not.
    pub fn panel_revokes_the_invitation_of(&mut self, agency: &str, keep: bool, reason: &str) {
        let stamp = self.stamp();
        let fresh = EnrolmentSecret::from_bytes(bytes_of("fresh secret", agency));
        let slot = slot_id(agency);
        self.workbook.revoke_invitation(&slot, fresh, keep, reason, &stamp).unwrap();
    }

    /// The auditor of an agency opens the invitation as it is now, and begins anew.
    pub fn opens_the_new_invitation(&mut self, agency: &str, case: &str) {
        let key = SoftwareKey::from_seed(&bytes_of("auditor", agency));
        let desk = self.desk(self.opens_invitation(agency), key, case);
        self.desks.insert((agency.to_owned(), case.to_owned()), desk);
    }

    /// An agency, named by its kind, joins while the round runs.
    pub fn panel_adds(&mut self, agency: &str, reason: &str) {
        let stamp = self.stamp();
        let new = Invited {
            agency: AgencyId::new(agency).unwrap(),
            slot: slot_id(agency),
            kind: agency.parse().unwrap(),
            name: agency.to_owned(),
            label: String::new(),
            secret: EnrolmentSecret::from_bytes(bytes_of("secret", agency)),
        };
        let cases = self.workbook.plan().cases.iter().map(|case| case.case_ref.clone());
        let cases: BTreeSet<CaseRef> = cases.collect();
        self.workbook.add_slot(new, &cases, reason, &stamp).unwrap();
    }

    /// The round is opened again in a browser that has lost one of its imported files.
    pub fn browser_loses(&mut self, file: &SignedFile) {
        self.kept.remove(&Hash::of(&file.bytes));
        let mut workbook = Workbook::from_record(self.workbook.record().clone());
        let opener = workbook.opener();
        for text in self.kept.values() {
            workbook.restore(opener.open("", text.as_bytes())).unwrap();
        }
        self.workbook = workbook;
    }

    /// Whether the bytes of a file are kept beside the workbook.
    pub fn keeps(&self, file: &SignedFile) -> bool {
        self.kept.contains_key(&Hash::of(&file.bytes))
    }

    /// Saves the round with its keys under a passphrase, and goes on with nothing but that file.
    ///
    /// Gives the numbers of imported files that came and that are missing.
    pub fn goes_on_in_another_profile(&mut self) -> (usize, usize) {
        let signed = self.panel_saves_the_workbook();
        let signing = Some(RoundKeySeed(*self.round_key.seed()));
        let keys = RoundKeys { signing, ..RoundKeys::default() };
        let mut count = 0_u8;
        let mut random = || {
            count += 1;
            [count; 32]
        };
        let file = HandOver::of(signed, keys).protected(PASSPHRASE, &mut random).unwrap();

        let handed = HandOver::open(&file, PASSPHRASE).unwrap();
        let limits = Limits::of(Kind::Workbook);
        let inside = open(handed.workbook_file.as_bytes(), &[Kind::Workbook], &limits).unwrap();
        let read: WorkbookFile = inside.parse().unwrap();
        self.round_key = SoftwareKey::from_seed(&handed.keys().signing.unwrap().0);
        let mut workbook = Workbook::from_record(read.workbook);
        assert_eq!(*workbook.round_key(), self.round_key.public_key());
        let opener = workbook.opener();
        self.kept = workbook.take_files(read.files, &opener).into_iter().collect();
        let missing = workbook.files_to_restore().count();
        self.workbook = workbook;
        (self.kept.len(), missing)
    }
}
