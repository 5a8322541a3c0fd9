//! The round's keys: proved to be safe elsewhere, and brought here by whoever has one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::super::words::keys as words;
use super::restoring::restored;
use super::saving::not_kept;
use super::taking_over::sentence;
use super::{Desk, Opening};
use crate::browser::{files, random};
use crate::envelope::{Hash, Kind, Limits, OpeningKey, SoftwareKey};
use crate::id::RoundId;
use crate::panel::Workbook;
use crate::store::{DeputyKey, ProofError, RoundKeySeed, RoundKeys, proved};

/// Hears that it is done, or what is wrong.
type Done = Box<dyn FnOnce(Result<(), String>)>;

impl Desk {
    /// Which of the round's keys this browser holds: the one that signs, the one that opens.
    pub fn keys_here(&self) -> (bool, bool) {
        let keys = self.keys();
        (keys.signing.is_some(), keys.opening.is_some())
    }

    /// What signs a workbook's file here: the round's key, else this browser's own, made when it is first needed.
    pub(super) fn signs_workbooks(&self) -> Result<RoundKeySeed, String> {
        if let Some(key) = self.keys().signs_workbooks() {
            return Ok(key);
        }
        let own = RoundKeySeed(random::secret());
        let made = self.of_book(|book| book.keys.own = Some(own));
        made.ok_or_else(none_open)?;
        // The next file is to have the same signer. Where there is no room, this window has it until there is.
        self.save();
        Ok(own)
    }

    /// The fingerprint of this browser's own key, where that signs workbook files.
    pub fn own_fingerprint(&self) -> Option<String> {
        let keys = self.keys();
        let own = keys.own.filter(|_| keys.signing.is_none())?;
        Some(SoftwareKey::from_seed(&own.0).public_key().thumbprint().fingerprint())
    }

    /// Opens a file again that was saved with the round's keys, and notes that it does.
    pub fn prove_backup(&self, file: File, passphrase: String, done: Done) {
        let desk = *self;
        spawn_local(async move { done(desk.prove(&file, &passphrase).await) });
    }

    async fn prove(&self, file: &File, passphrase: &str) -> Result<(), String> {
        let limit = Limits::of(Kind::Workbook).of_closed().file_bytes;
        let bytes = files::read(file, limit).await.map_err(|error| error.to_string())?;
        let known =
            self.try_with(|workbook| (*workbook.round_key(), workbook.key_holders().to_vec()));
        let (round_key, holders) = known.ok_or_else(none_open)?;
        let file =
            proved(&bytes, passphrase, &round_key, &holders).map_err(|error| match error {
                ProofError::Open(why) => sentence(why),
                ProofError::OtherRound | ProofError::KeysMissing => {
                    [&error.to_string(), "."].concat()
                }
            })?;
        self.decide(|workbook, stamp| {
            workbook.note_proof(file, stamp);
            Ok::<(), String>(())
        })
    }

    /// Notes that a file with the round's keys was written, and saves that.
    pub(super) fn note_backup(&self, file: Hash) {
        drop(self.decide(|workbook, stamp| {
            workbook.note_backup(file, stamp);
            Ok::<(), String>(())
        }));
    }

    /// Takes a deputy's own key from its file: returns that are sealed to it open here from now on.
    pub fn bring_key(&self, file: File, passphrase: String, done: Done) {
        let desk = *self;
        spawn_local(async move { done(desk.bring(&file, &passphrase).await) });
    }

    async fn bring(&self, file: &File, passphrase: &str) -> Result<(), String> {
        let limit = Limits::of(Kind::DeputyKey).of_closed().file_bytes;
        let bytes = files::read(file, limit).await.map_err(|error| error.to_string())?;
        let key = DeputyKey::open(&bytes, passphrase).map_err(sentence)?;
        let public = OpeningKey::from_seed(&key.opening.0).sealing_key();
        let is_deputy =
            self.with(|workbook| workbook.key_holders().iter().any(|holder| holder.key == public));
        if !is_deputy {
            return Err(words::NOT_A_DEPUTY.to_owned());
        }
        let keys = RoundKeys { opening: Some(key.opening), ..self.keys() };
        let id = self.id().ok_or_else(none_open)?;
        self.keep_keys(&id, keys).await
    }

    /// Keeps keys with the round that is open, and reads its files again with them.
    pub(super) async fn keep_keys(&self, id: &RoundId, keys: RoundKeys) -> Result<(), String> {
        self.of_book_of(id, |book| book.keys = keys).ok_or_else(none_open)?;
        self.write().await.map_err(|error| not_kept(&error))?;
        self.read_files_with(id, keys).await
    }

    /// Reads the imported files of the round that is open with these keys. The round stays where it lies: with many
    /// files that takes long, and what is recorded meanwhile would go with it.
    async fn read_files_with(&self, id: &RoundId, keys: RoundKeys) -> Result<(), String> {
        let database = self.database().await?;
        let record = self.of_book_of(id, |book| book.workbook.record().clone());
        let aside = Workbook::from_record(record.ok_or_else(none_open)?);
        let read = restored(&database, aside, keys).await?;
        self.of_book_of(id, |book| book.workbook.keep_reading(read));
        if self.is_open(id) {
            self.changed();
            // Pages ask once which keys are here: they are drawn anew.
            let _ = self.opening.try_set(Opening::Open(id.clone()));
        }
        Ok(())
    }
}

fn none_open() -> String {
    super::super::words::NO_ROUND_OPEN.to_owned()
}
