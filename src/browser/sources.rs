//! Where the files of an import come from.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use web_sys::File;

use super::Database;
use super::reading::Pile;
use crate::envelope::Hash;
use crate::panel::{Batch, Opener};

/// The files of one import.
pub enum Sources {
    /// Chosen or dropped; those that are through are let go of, since a browser holds kilobytes for each.
    Chosen(RefCell<Vec<Option<File>>>),
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
    /// Of files that were chosen or dropped.
    pub fn chosen(files: Vec<File>) -> Self {
        Self::Chosen(RefCell::new(files.into_iter().map(Some).collect()))
    }

    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Self::Chosen(files) => files.borrow().len(),
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
            Self::Chosen(_) => self.file(file).map(|file| file.name()).unwrap_or_default(),
            Self::Fetched(files) => {
                files.get(file).map(|(name, _)| name.clone()).unwrap_or_default()
            }
            Self::Kept { .. } => String::new(),
        }
    }

    /// A file that was chosen and is not through.
    fn file(&self, number: usize) -> Option<File> {
        match self {
            Self::Chosen(files) => files.borrow().get(number).cloned().flatten(),
            Self::Fetched(_) | Self::Kept { .. } => None,
        }
    }

    /// A file is through and is not read again.
    pub(super) fn let_go(&self, number: usize) {
        if let Self::Chosen(files) = self
            && let Some(file) = files.borrow_mut().get_mut(number)
        {
            *file = None;
        }
    }

    /// Reads a few files.
    pub(super) async fn read(&self, batch: &Batch) -> Pile {
        let numbers = batch.iter().copied();
        match self {
            Self::Chosen(_) => {
                let chosen = numbers.filter_map(|number| Some((number, self.file(number)?)));
                let chosen: Vec<(usize, File)> = chosen.collect();
                let files = chosen.iter().map(|(number, file)| (*number, file)).collect();
                Pile::chosen(files, Opener::most_bytes()).await
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
