//! What an auditor sends beside a return: a concern at once, and a return taken back.

use multi_agency_audit::audit_return::{
    ConcernKind, ImmediateConcern, WithdrawnBy, concern_notice, withdrawal,
};
use multi_agency_audit::envelope::{Hash, Kind, Limits, Unsigned, open};
use multi_agency_audit::id::ItemId;

use super::auditor::Auditor;
use super::{Scenario, SignedFile};

impl Scenario {
    /// Takes back the import that brought a file.
    #[track_caller]
    pub fn panel_takes_back_the_import_of(&mut self, file: &SignedFile) {
        let stamp = self.stamp();
        let entry = self.workbook.register().entry(&Hash::of(&file.bytes));
        let batch = entry.expect("it was imported").batch;
        self.workbook.undo_import(batch, &stamp).unwrap();
    }
}

impl Auditor<'_> {
    /// Tells the panel of one immediate concern, as it stands now (C-03).
    pub fn tells_at_once(mut self, text: &str) -> SignedFile {
        let at = self.story_mut().tick();
        let id = ItemId::new("c1").unwrap();
        let concern = ImmediateConcern {
            kind: Some(ConcernKind::ChildAtRisk),
            text: text.into(),
            told_role: "Duty manager".into(),
            told_at: Some(at),
            told_how: "By telephone".into(),
            ..ImmediateConcern::begin(id.clone())
        };
        self.desk_mut().draft.immediate_concerns = vec![concern];
        let desk = self.desk();
        let public = desk.key.public_key();
        let notice = concern_notice(&desk.draft, &id, at, &desk.invitation, &public);
        let (_, unsigned) = notice.expect("it has the concern").expect("it can be written");
        self.sent_as("concern", &unsigned)
    }

    /// Takes the signed return back (V-01).
    #[track_caller]
    pub fn takes_it_back(mut self, reason: &str) -> SignedFile {
        let at = self.story_mut().tick();
        let desk = self.desk();
        let sent = desk.sent.as_ref().expect("only a signed return is taken back");
        let verified = open(&sent.bytes, &[Kind::Return], &Limits::of(Kind::Return)).unwrap();
        let by = WithdrawnBy {
            role: desk.draft.auditor.role.clone(),
            name: desk.draft.auditor.name.clone(),
            reason: reason.into(),
            at,
        };
        let public = desk.key.public_key();
        let made = withdrawal(&desk.draft, verified.payload_hash(), by, &desk.invitation, &public);
        let (_, unsigned) = made.expect("a reason is given").expect("it can be written");
        self.sent_as("withdrawal", &unsigned)
    }

    fn sent_as(&self, kind: &str, unsigned: &Unsigned) -> SignedFile {
        let key = &self.desk().key;
        let signature = key.sign(unsigned.signing_input());
        SignedFile {
            name: format!("{kind}.json"),
            bytes: unsigned.signed(&signature).expect("its own signature"),
            signer: key.public_key().thumbprint(),
        }
    }
}
