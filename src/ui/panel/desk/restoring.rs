//! Reading the returns of a kept round again: by workers where there are many, so that the page goes on.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use js_sys::{Function, Promise};
use leptos::wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::super::words;
use crate::browser::import::{Arrival, Import, ImportError, Listening};
use crate::browser::{Database, Sources};
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::panel::{OpenedFile, Workbook};
use crate::store::RoundKeys;

/// From so many files on it is worth it to start workers.
const MANY: usize = 30;

/// A workbook some of whose returns are not read yet.
struct Unread {
    workbook: Workbook,
    files: BTreeSet<Hash>,
}

/// Takes what the workers have opened.
struct Restoring {
    unread: Rc<RefCell<Option<Unread>>>,
    ended: Function,
}

impl Listening for Restoring {
    fn arrived(&self, Arrival { opened, .. }: Arrival) {
        let mut unread = self.unread.borrow_mut();
        if let (Some(Unread { workbook, files }), Some(file)) = (unread.as_mut(), opened.file) {
            files.remove(&file);
            put_back(workbook, opened);
        }
    }

    fn ended(&self, _: Result<(), ImportError>) {
        // What no worker has read is left for the page.
        let _ = self.ended.call0(&JsValue::UNDEFINED);
    }
}

/// The workbook with its returns, as far as their files are here and are what was imported.
pub(super) async fn restored(
    database: &Rc<Database>,
    workbook: Workbook,
    keys: RoundKeys,
) -> Result<Workbook, String> {
    let files: BTreeSet<Hash> = gathered(workbook.files_to_restore().copied());
    let unread = Unread { workbook, files };
    let unread =
        if unread.files.len() < MANY { unread } else { by_workers(database, unread, keys).await? };
    let Unread { mut workbook, files } = unread;
    let opener = workbook.opener().with_keys(keys.openers());
    for file in files {
        let bytes = database.file(&file).await.map_err(|error| error.to_string())?;
        if let Some(bytes) = bytes {
            put_back(&mut workbook, opener.open("", &bytes.to_vec()));
        }
    }
    Ok(workbook)
}

/// Puts one imported file's return back. What cannot be put back stays in the register
/// without its answers, and the integration says that it has no return.
pub(super) fn put_back(workbook: &mut Workbook, opened: OpenedFile) {
    let _ = workbook.restore(opened);
}

async fn by_workers(
    database: &Rc<Database>,
    unread: Unread,
    keys: RoundKeys,
) -> Result<Unread, String> {
    let files = unread.files.iter().copied().collect();
    let mut sources = Some(Sources::Kept { database: database.clone(), files });
    let round = unread.workbook.plan().round.clone();
    let shared = Rc::new(RefCell::new(Some(unread)));
    let mut import = None;
    let ended = Promise::new(&mut |ended, _| {
        let restoring = Restoring { unread: shared.clone(), ended };
        let start = |sources| Import::start(&round, &keys.openers(), sources, restoring);
        import = sources.take().map(start);
    });
    // It is never rejected.
    let _ = JsFuture::from(ended).await;
    drop(import);
    shared.take().ok_or_else(|| words::NO_ROUND_OPEN.to_owned())
}
