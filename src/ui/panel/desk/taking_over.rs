//! Taking a round over from a workbook's file, or the sample that lies beside the program.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;
use serde::Deserialize;

use super::super::words;
use super::saving::{not_kept, whole_file};
use super::{Desk, Opening};
use crate::browser::{fetch, files, local};
use crate::envelope::{Hash, Kind, Limits, OpenError, Thumbprint, open};
use crate::id::RoundId;
use crate::panel::{Workbook, WorkbookFile};
use crate::store::{
    HandOver, KeptRound, PurgedRecord, RecordError, RoundKeySeed, RoundKeys, Shelf, Store,
};

/// What `cargo xtask sample` says of its files.
#[derive(Deserialize)]
pub(super) struct Samples {
    /// The sample workbook.
    pub workbook: Sample,
    /// Seed of the sample round's key, in hex; known to everyone, for practice only.
    round_key_seed: Hash,
    /// Seed of the key that opens the sample returns, likewise.
    round_opening_key_seed: Hash,
    /// The sample returns.
    pub returns: Vec<Sample>,
}

/// One sample file.
#[derive(Deserialize)]
pub(super) struct Sample {
    /// Its address, from the list.
    pub path: String,
}

/// A round from a file, on the desk.
struct TakenOver {
    round: RoundId,
    /// This browser kept it already.
    was_here: bool,
    /// Who signed the file, where that was not the round's own key.
    signer: Option<Thumbprint>,
}

/// A file that was signed with another key than its round's, and is not opened before somebody compares that.
#[derive(Clone, Copy)]
pub struct Stranger {
    fingerprint: RwSignal<Option<String>>,
    held: StoredValue<Option<(Thumbprint, Vec<u8>)>, LocalStorage>,
}

impl Stranger {
    /// None.
    pub fn new() -> Self {
        Self { fingerprint: RwSignal::new(None), held: StoredValue::new_local(None) }
    }

    fn hold(self, signer: Thumbprint, bytes: &[u8]) {
        self.held.set_value(Some((signer, bytes.to_vec())));
        let _ = self.fingerprint.try_set(Some(signer.fingerprint()));
    }

    fn take(self) -> Option<(Thumbprint, Vec<u8>)> {
        let _ = self.fingerprint.try_set(None);
        self.held.try_update_value(Option::take).flatten()
    }
}

pub(super) const SAMPLES: &str = "samples/";

pub(super) async fn samples() -> Result<Samples, String> {
    let index = fetch::file(&[SAMPLES, "index.json"].concat()).await;
    let index = index.map_err(|error| error.to_string())?;
    crate::json::from_slice(&index).map_err(|_| words::NO_SAMPLE.to_owned())
}

impl Desk {
    /// Opens a workbook's file; gives the round to go to, or what is wrong.
    ///
    /// Nothing typed for a passphrase means none.
    pub fn open_file(
        &self,
        file: File,
        passphrase: String,
        done: impl FnOnce(Result<RoundId, String>) + 'static,
    ) {
        let desk = *self;
        desk.forget_stranger();
        spawn_local(async move {
            let limit = Limits::of(Kind::Workbook).of_closed().file_bytes;
            let outcome = match files::read(&file, limit).await {
                Ok(bytes) if passphrase.is_empty() => {
                    desk.carry_on(&bytes, RoundKeys::default(), None).await
                }
                Ok(bytes) => match HandOver::open(&bytes, &passphrase) {
                    Ok(handed) => {
                        desk.carry_on(handed.workbook_file.as_bytes(), handed.keys(), None).await
                    }
                    Err(error) => Err(sentence(error)),
                },
                Err(error) => Err(error.to_string()),
            };
            done(outcome);
        });
    }

    /// The fingerprint of the key that signed a file that waits to be compared; watched.
    pub fn stranger(&self) -> Option<String> {
        self.stranger.fingerprint.get()
    }

    /// Lets go of that file.
    pub fn forget_stranger(&self) {
        drop(self.stranger.take());
    }

    /// Opens it: somebody has compared the fingerprint.
    pub fn open_stranger(&self, done: impl FnOnce(Result<RoundId, String>) + 'static) {
        let Some((signer, bytes)) = self.stranger.take() else { return };
        let desk = *self;
        spawn_local(async move {
            done(desk.carry_on(&bytes, RoundKeys::default(), Some(signer)).await);
        });
    }

    /// Opens the sample round that lies beside the program.
    pub fn open_sample(&self, done: impl FnOnce(Result<RoundId, String>) + 'static) {
        let desk = *self;
        spawn_local(async move { done(desk.sample().await) });
    }

    async fn sample(&self) -> Result<RoundId, String> {
        let samples = samples().await?;
        let bytes = fetch::file(&[SAMPLES, &samples.workbook.path].concat()).await;
        let bytes = bytes.map_err(|error| error.to_string())?;
        let seed = |hash: &Hash| Some(RoundKeySeed(*hash.as_bytes()));
        let keys = RoundKeys {
            signing: seed(&samples.round_key_seed),
            opening: seed(&samples.round_opening_key_seed),
            own: None,
        };
        Ok(self.take_over(&bytes, keys, None).await?.round)
    }

    /// Verifies a workbook's file and keeps it here, unless this browser has the round already.
    ///
    /// One that another key signed than the round's is opened once somebody has `compared` that, and brings no keys.
    async fn take_over(
        &self,
        bytes: &[u8],
        keys: RoundKeys,
        compared: Option<Thumbprint>,
    ) -> Result<TakenOver, String> {
        self.all_kept().await?;
        let database = self.database().await?;
        let verified = open(bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook));
        let verified = verified.map_err(sentence)?;
        let file: WorkbookFile = verified.parse_whole().map_err(sentence)?;
        let mut workbook = Workbook::from_record(file.workbook);
        let signer = verified.signer().thumbprint();
        let signer = (workbook.round_key() != verified.signer()).then_some(signer);
        let keys = if signer.is_some() { RoundKeys::default() } else { keys };
        let id = workbook.plan().round.id.clone();
        let kept = database.get(Shelf::Workbooks, id.as_str()).await;
        let over = match kept.map_err(|error| error.to_string())? {
            None => 0,
            Some(kept) => match KeptRound::from_text(&kept.text) {
                // A damaged record made room for the round's own file.
                Ok(KeptRound::Unread(_)) => kept.stamp.revision,
                Ok(KeptRound::Purged(left)) => return Err(was_destroyed(&left)),
                Err(RecordError::Corrupt { .. }) => {
                    return Err(words::retention::DAMAGED_HERE.to_owned());
                }
                Ok(KeptRound::Open(_)) | Err(RecordError::Newer { .. }) => {
                    self.is_here(&id, keys, file.files).await?;
                    return Ok(TakenOver { round: id, was_here: true, signer });
                }
            },
        };
        if let Some(signer) = signer.filter(|signer| compared != Some(*signer)) {
            self.stranger.hold(signer, bytes);
            return Err(words::keys::COMPARE_FIRST.to_owned());
        }
        let opener = workbook.opener().with_keys(keys.openers());
        let taken = workbook.take_files(file.files, &opener);
        // A save may have set out meanwhile.
        self.all_kept().await?;
        self.lay(workbook, keys, over);
        self.add_files(taken);
        self.write().await.map_err(|error| not_kept(&error))?;
        self.list().await;
        Ok(TakenOver { round: id, was_here: false, signer })
    }

    /// Goes on with a round from a file, and notes in the log what came with it (edge case 60).
    async fn carry_on(
        &self,
        bytes: &[u8],
        keys: RoundKeys,
        compared: Option<Thumbprint>,
    ) -> Result<RoundId, String> {
        let TakenOver { round, was_here, signer } = self.take_over(bytes, keys, compared).await?;
        if !was_here {
            let came = self.with(|workbook| {
                let all = workbook.register().kept_files().count();
                let missing = workbook.unread_files();
                (all - missing.min(all), missing)
            });
            let (files, missing) = came;
            let with_keys = keys.signing.is_some();
            drop(self.decide(|workbook, stamp| {
                workbook.note_carried_on(files, missing, with_keys, signer, stamp);
                Ok::<(), String>(())
            }));
            self.say(words::keys::carried_on(files, missing, with_keys));
        }
        Ok(round)
    }

    /// The round is kept here already: no work of it is replaced. Keys that it lacks are added, and imported
    /// files that this browser has lost.
    async fn is_here(
        &self,
        id: &RoundId,
        keys: RoundKeys,
        mut files: BTreeMap<Hash, String>,
    ) -> Result<(), String> {
        self.open_here(id).await?;
        if keys.signing.is_some() && self.keys().signing.is_none() {
            self.keep_keys(id, keys).await?;
        }
        let database = self.database().await?;
        for hash in files.keys().copied().collect::<Vec<Hash>>() {
            if whole_file(&database, &hash).await?.is_some() {
                files.remove(&hash);
            }
        }
        let found = self.find_again(id, files).await?;
        if keys.signing.is_none() && found == 0 {
            return Err(words::ROUND_IS_HERE.to_owned());
        }
        if found > 0 {
            self.say(words::found_again(found));
        }
        Ok(())
    }

    /// Sees to it that a round that is kept here lies on the desk. One that does stays as it is: what was recorded
    /// while it was read anew would be lost.
    async fn open_here(&self, id: &RoundId) -> Result<(), String> {
        if !self.is_open(id) {
            // A save may have set out meanwhile.
            self.all_kept().await?;
            let _ = self.opening.try_set(Opening::Underway(id.clone()));
            self.open_wanted(id).await?;
        }
        // Whoever waited may have gone to another round.
        if self.is_open(id) { Ok(()) } else { Err(words::NO_ROUND_OPEN.to_owned()) }
    }

    /// Takes files that this browser had lost into the round on the desk; gives how many of them it names.
    async fn find_again(
        &self,
        id: &RoundId,
        files: BTreeMap<Hash, String>,
    ) -> Result<usize, String> {
        let found = self.of_book_of(id, |book| {
            let opener = book.workbook.opener().with_keys(book.keys.openers());
            book.workbook.take_files(files, &opener)
        });
        let found = found.filter(|found| !found.is_empty());
        let Some(found) = found else { return Ok(0) };
        let count = found.len();
        self.add_files(found);
        self.changed();
        self.write().await.map_err(|error| not_kept(&error))?;
        Ok(count)
    }
}

fn was_destroyed(left: &PurgedRecord) -> String {
    super::super::words::retention::was_destroyed(local(left.certificate.at).date())
}

/// What is wrong with a file, and what to do.
pub fn sentence(error: OpenError) -> String {
    let wording = error.wording();
    [wording.title.as_ref(), " ", wording.advice.as_ref()].concat()
}
