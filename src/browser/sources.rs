//! Where the files of an import come from.

use std::rc::Rc;

use js_sys::Uint8Array;
use web_sys::File;

use super::Database;
use super::reading::Pile;
use crate::envelope::Hash;
use crate::panel::{Batch, Opener};

/// The files of one import.
pub enum Sources {
    /// Chosen or dropped.
    Chosen(Vec<File>),
    /// Fetched before: each as it is named, with its bytes.
    Fetched(Vec<(String, Vec<u8>)>),
    /// Imported before, and kept in this browser.
    Kept {
        /// Where.
        database: Rc<Database>,
        /// Which.
        files: Vec<Hash>,
    },
}

impl Sources {
    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Self::Chosen(files) => files.len(),
            Self::Fetched(files) => files.len(),
            Self::Kept { files, .. } => files.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Of one file, as far as it is known.
    pub(super) fn name(&self, file: usize) -> String {
        match self {
            Self::Chosen(files) => files.get(file).map(File::name).unwrap_or_default(),
            Self::Fetched(files) => {
                files.get(file).map(|(name, _)| name.clone()).unwrap_or_default()
            }
            Self::Kept { .. } => String::new(),
        }
    }

    /// Reads a few files.
    pub(super) async fn read(&self, batch: &Batch) -> Pile {
        let numbers = batch.iter().copied();
        match self {
            Self::Chosen(files) => {
                let chosen = numbers.filter_map(|number| Some((number, files.get(number)?)));
                Pile::chosen(chosen.collect(), Opener::most_bytes()).await
            }
            Self::Fetched(files) => {
                let bytes = |(_, bytes): &(_, Vec<u8>)| Uint8Array::from(bytes.as_slice());
                Pile::of(numbers.map(|number| (number, files.get(number).map(bytes))).collect())
            }
            Self::Kept { database, files } => {
                let hashes: Vec<Hash> =
                    numbers.filter_map(|number| files.get(number).copied()).collect();
                let found = database.each_file(&hashes).await.unwrap_or_default();
                let found = found.into_iter().chain(std::iter::repeat(None));
                Pile::of(batch.iter().copied().zip(found).collect())
            }
        }
    }
}
