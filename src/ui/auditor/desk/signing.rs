//! Signing the open return, and what comes after.

use std::rc::Rc;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::files::MEDIA_TYPE;
use super::{Desk, Working, words};
use crate::audit_return::{Declaration, SignOff, to_sign};
use crate::browser::keys::{Holder, SigningKey};
use crate::browser::{files, local, now, random};
use crate::check::{Extent, Readiness};
use crate::envelope::{Hash, Kind, Limits, open};
use crate::store::{SignedVersion, file_name};
use crate::ui::auditor::guarded::reason_for;

/// A signed file, as the page after signing shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedFile {
    /// Short form of the return's id.
    pub reference: String,
    /// Name under which it was downloaded.
    pub file_name: String,
    /// Version of the return.
    pub version: u32,
    /// When, in words.
    pub at: String,
    /// SHA-256 of the file, for comparing.
    pub file_fingerprint: String,
    /// Of the signing key, to read out on the telephone.
    pub key_fingerprint: String,
    /// The file as it is to be sent.
    pub file: String,
}

impl Desk {
    /// Whether the version in work is the one last signed.
    pub fn is_signed(&self) -> bool {
        self.working().is_some_and(|working| working.is_signed())
    }

    /// Which key signs, in words. Filled in once the browser has answered.
    pub fn key_note(&self) -> Signal<String> {
        let note = RwSignal::new(String::new());
        let desk = *self;
        spawn_local(async move {
            let Some(working) = desk.working() else { return };
            if let Ok(key) = desk.key(&working).await {
                let words = match key.holder() {
                    Holder::Browser => words::KEY_IN_BROWSER,
                    Holder::Software => words::KEY_IN_STORAGE,
                    Holder::Passphrase => words::KEY_CLOSED,
                };
                let _ = note.try_set(words.to_owned());
            }
        });
        note.into()
    }

    /// The key of whoever signs second on this device.
    pub(super) async fn second_key(&self, working: &Working) -> Result<SigningKey, String> {
        let (round, slot) =
            working.view(|open| (open.ret.round.id.clone(), open.ret.agency.slot.clone()));
        let device = self.device();
        let key = SigningKey::of_second(device.as_deref(), &round, &slot).await;
        key.map_err(|error| error.to_string())
    }

    /// The key of this slot's auditor.
    pub(super) async fn key(&self, working: &Working) -> Result<SigningKey, String> {
        let (round, slot) =
            working.view(|open| (open.ret.round.id.clone(), open.ret.agency.slot.clone()));
        let device = self.device();
        let key = SigningKey::of_slot(device.as_deref(), &round, &slot).await;
        key.map_err(|error| error.to_string())
    }

    /// Signs the open return, keeps the file and downloads it.
    pub fn sign(
        &self,
        name: String,
        declaration: Declaration,
        done: impl FnOnce(Result<(), String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.sign_now(name, declaration).await) });
    }

    async fn sign_now(&self, name: String, declaration: Declaration) -> Result<(), String> {
        let working = self.opened()?;
        let today = local(now()).date();
        if working.view(|open| open.record.is_audited_on_signing()) {
            self.follow_dates();
        }
        self.drop_obsolete_explanations();
        if !self.is_ready() {
            return Err(words::CANNOT_SIGN.to_owned());
        }
        let key = self.key(&working).await?;
        let (draft, prepared) = working.view(|open| {
            let role = open.ret.auditor.role.clone();
            let sign_off = SignOff { role, name, declaration, at: now() };
            let prepared = to_sign(open.ret, sign_off, open.invitation, key.public_key());
            (open.ret.clone(), prepared)
        });
        let (finished, unsigned) = prepared.map_err(|error| error.wording().title.to_string())?;
        let signature = key.sign(unsigned.signing_input()).await;
        let signature = signature.map_err(|error| error.to_string())?;
        let file =
            unsigned.signed(&signature).map_err(|error| error.wording().title.to_string())?;
        let file = String::from_utf8(file).map_err(|_| words::SIGN_FAILED.to_owned())?;
        let sealed = sealed(&working, &file, Kind::Return)?;
        // The key took its time, and pages can be left meanwhile: what was typed since is in no signed file.
        if working.is_signed() || working.view(|open| *open.ret != draft) {
            return Err(words::CHANGED_MEANWHILE.to_owned());
        }
        let version = SignedVersion {
            sealed,
            version: finished.version,
            payload: unsigned.payload_hash(),
            at: now(),
            file,
        };
        Self::note_audit_day(&working, today);
        self.keep_signed(&working, version);
        Ok(())
    }

    /// The day up to which the version was worked out stays the one of its corrections.
    pub(super) fn note_audit_day(working: &Working, day: NaiveDate) {
        if let Some(change) = working.view(|open| open.record.audit_day_noted(day)) {
            working.edit(change);
        }
    }

    /// An earlier program signed without writing the day down: a correction counts to that of its first version.
    pub(super) fn note_day_of_corrected(&self) {
        let Some(working) = self.working().filter(|working| working.is_writable()) else { return };
        let first = working.view(|open| {
            let is_correction = !open.record.is_signed();
            open.record.signed.first().filter(|_| is_correction).map(|one| one.at)
        });
        if let Some(at) = first {
            Self::note_audit_day(&working, local(at).date());
        }
    }

    /// The return to sign, held from the first step to the last: whatever lies on the desk meanwhile.
    pub(super) fn opened(&self) -> Result<Rc<Working>, String> {
        self.working().ok_or_else(|| words::NOT_OPEN_ANY_MORE.to_owned())
    }

    /// Keeps a signed version and downloads it.
    pub(super) fn keep_signed(&self, working: &Working, version: SignedVersion) {
        working.driver.update(|session, millis| session.signed(version, millis));
        working.driver.save_now();
        self.download_signed();
        self.refresh();
    }

    /// Who can open what is sent from here, in words.
    pub fn seal_note(&self) -> String {
        self.with(|open| words::who_can_open(open.invitation.round.policy.seal.holders()))
    }

    /// No reason is exported for a warning that is no longer there.
    fn drop_obsolete_explanations(&self) {
        // With the names to watch for: a reason for one of them is no obsolete one.
        let notices = self.notices();
        let obsolete = self.with(|open| {
            let readiness = Readiness::of(&notices, open.ret);
            let named = readiness.obsolete.iter();
            named.map(|one| (one.rule.clone(), one.place.clone())).collect::<Vec<_>>()
        });
        for (rule, place) in obsolete {
            self.edit(reason_for(&rule, place, String::new(), &Extent::default()));
        }
    }

    fn last_version(&self) -> Option<(SignedVersion, String)> {
        self.with(|open| {
            let last = open.record.signed.last()?.clone();
            let ret = open.ret;
            let version = ["v", &last.version.to_string()].concat();
            let (case, slot) = (ret.case_ref.as_str(), ret.agency.slot.as_str());
            let name = file_name(&["return", &ret.case_label, case, slot, &version], "json");
            Some((last, name))
        })
    }

    /// Downloads the last signed file, again where need be.
    pub fn download_signed(&self) {
        if let Some((version, name)) = self.last_version()
            && let Err(error) = files::save(&name, MEDIA_TYPE, version.to_send().as_bytes())
        {
            let _ = self.trouble.try_set(Some(error.to_string()));
        }
    }

    /// The last signed file.
    pub fn last_signed(&self) -> Option<SignedFile> {
        let (version, file_name) = self.last_version()?;
        let bytes = version.file.as_bytes();
        let signer = open(bytes, &[Kind::Return], &Limits::of(Kind::Return)).ok()?;
        let reference = self.with(|open| open.ret.return_id.as_str().chars().take(8).collect());
        Some(SignedFile {
            reference,
            file_name,
            version: version.version,
            at: Self::moment(version.at),
            file_fingerprint: Hash::of(version.to_send().as_bytes()).to_string(),
            key_fingerprint: signer.thumbprint().fingerprint(),
            file: version.to_send().to_owned(),
        })
    }

    /// Begins the version that corrects the one signed.
    pub fn begin_correction(&self) {
        if let Some(working) = self.working() {
            working.driver.update(|session, millis| {
                session.begin_correction(millis);
            });
            self.note_day_of_corrected();
            self.bind_reasons();
            working.driver.save_now();
        }
        self.refresh();
    }
}

/// A signed file sealed to the round's keys; `None` where the round seals nothing.
pub(super) fn sealed(
    working: &Working,
    signed: &str,
    kind: Kind,
) -> Result<Option<String>, String> {
    let policy = &working.invitation.round.policy.seal;
    if policy.holders().is_none() {
        return Ok(None);
    }
    let sealed = policy.close(signed.as_bytes().to_vec(), kind, &mut random::secret);
    let sealed = sealed.map_err(|error| error.wording().title.to_string())?;
    String::from_utf8(sealed).map(Some).map_err(|_| words::SIGN_FAILED.to_owned())
}
