//! Importing a pile of files: opened in workers, admitted one by one, kept together.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::super::words;
use super::Desk;
use super::taking_over::{SAMPLES, samples};
use crate::browser::import::{Arrival, Import, ImportError, Listening};
use crate::browser::{Lent, Sources, fetch, monotonic};
use crate::panel::{BatchId, ImportOutcome, ImportRow, OpenedFile};

/// Rows are shown this often, in milliseconds: the page has other things to do.
const SHOW_EVERY: u64 = 250;
/// Files are kept this many at a time: what waits to be kept takes memory.
const TOGETHER: usize = 100;
/// The record is kept with them after at least so many, and then after more and more: each time it
/// is written whole.
const RECORD_AFTER: usize = 200;
/// And after so long, in milliseconds, so that rows that were shown are kept soon.
const RECORD_EVERY: u64 = 600;
/// But where there is time not so often that more than one part in so many goes to it.
const SHARE_OF_RECORD: u64 = 10;
/// Rows that were shown are kept within this time, in milliseconds.
const KEPT_WITHIN: u64 = 1_000;

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportState {
    /// None runs, none has run since the round was opened.
    Idle,
    /// Files that are through, of all.
    Running(usize, usize),
    /// Every file is through.
    Done,
    /// The person stopped it; these were not read.
    Cancelled(usize),
    /// It could not go on, and why.
    Failed(String),
}

/// Piles that are imported once the one before them is through.
#[derive(Clone, Copy)]
pub struct Waiting(StoredValue<VecDeque<Sources>, LocalStorage>);

impl Waiting {
    /// None waits.
    pub fn new() -> Self {
        Self(StoredValue::new_local(VecDeque::new()))
    }

    fn add(self, pile: Sources) {
        self.0.try_update_value(|piles| piles.push_back(pile));
    }

    fn take(self) -> Option<Sources> {
        self.0.try_update_value(VecDeque::pop_front).flatten()
    }

    /// How many files wait.
    fn files(self) -> usize {
        let files = |piles: &VecDeque<Sources>| piles.iter().map(Sources::len).sum::<usize>();
        self.0.try_with_value(files).unwrap_or_default()
    }

    /// None of them is imported.
    pub(super) fn clear(self) {
        self.0.try_update_value(VecDeque::clear);
    }
}

/// Takes what the workers send.
struct Taking {
    desk: Desk,
    batch: BatchId,
    /// Files of this pile.
    files: usize,
    /// Files of the piles before it, which are through.
    before: usize,
    rows: RefCell<Vec<ImportRow>>,
    /// Files of this pile that are through.
    done: Cell<usize>,
    shown_at: Cell<u64>,
    /// Files that the record as it was last written names.
    recorded: Cell<usize>,
    /// Files that came since.
    since: Cell<usize>,
    is_saving: Rc<Cell<bool>>,
    /// When the record was last written, and how long that took.
    written: Rc<Cell<(u64, u64)>>,
}

impl Listening for Taking {
    fn arrived(&self, arrival: Arrival) {
        self.done.set(arrival.progress.done);
        let Some(row) = self.admit(arrival.opened, arrival.bytes) else { return };
        self.since.set(self.since.get() + usize::from(row.keeps_file()));
        self.rows.borrow_mut().push(row);
    }

    /// Shows or keeps: each may take the page as long as it can do without a person.
    fn have_arrived(&self) -> bool {
        let now = monotonic();
        if now >= self.shown_at.get() + SHOW_EVERY {
            self.shown_at.set(now);
            self.show_rows();
            let _ = self.desk.import_state.try_set(self.running(self.done.get()));
            return true;
        }
        if !self.is_saving.get() {
            if self.is_record_due(now) {
                self.keep();
            } else if self.desk.of_book(|book| book.unkept()).unwrap_or_default() >= TOGETHER {
                self.keep_files();
            }
        }
        false
    }

    fn ended(&self, outcome: Result<(), ImportError>) {
        self.show_rows();
        self.keep();
        let desk = self.desk;
        desk.changed();
        if outcome.is_ok() && desk.waiting.files() > 0 {
            desk.go_on(self.before + self.files);
            return;
        }
        desk.waiting.clear();
        let state = match (outcome, desk.import_state.try_get_untracked()) {
            (Err(error), _) => ImportState::Failed(error.to_string()),
            (Ok(()), Some(ImportState::Cancelled(left))) => ImportState::Cancelled(left),
            (Ok(()), _) => ImportState::Done,
        };
        let _ = desk.import_state.try_set(state);
    }
}

impl Taking {
    /// What became of a file.
    fn admit(&self, opened: OpenedFile, bytes: Option<Lent>) -> Option<ImportRow> {
        let (batch, stamp) = (self.batch, Desk::stamp());
        self.desk.of_book(|book| book.admit(batch, opened, bytes, &stamp))
    }

    /// How far all piles are with so many files of this one.
    fn running(&self, done: usize) -> ImportState {
        let total = self.before + self.files + self.desk.waiting.files();
        ImportState::Running(self.before + done, total)
    }

    fn is_record_due(&self, now: u64) -> bool {
        let (at, took) = self.written.get();
        let latest = KEPT_WITHIN.saturating_sub(took).max(RECORD_EVERY);
        let is_late = now >= at + (took * SHARE_OF_RECORD).clamp(RECORD_EVERY, latest);
        let since = self.since.get();
        (since > 0 && is_late) || since >= RECORD_AFTER.max(self.recorded.get() / 2)
    }

    fn show_rows(&self) {
        let rows = self.rows.take();
        if !rows.is_empty() {
            let _ = self.desk.rows.try_update(|all| all.extend(rows));
        }
    }

    /// Keeps the workbook, and the files that it names.
    fn keep(&self) {
        self.recorded.set(self.recorded.get() + self.since.replace(0));
        let (then, written, begun) = (self.begin_saving(), self.written.clone(), monotonic());
        self.desk.save_and(move || {
            let now = monotonic();
            written.set((now, now.saturating_sub(begun)));
            then();
        });
    }

    /// Keeps the files so far, before the record that names them.
    fn keep_files(&self) {
        let then = self.begin_saving();
        self.desk.keep_files(then);
    }

    /// Gives what is to be done once something is kept, or not.
    fn begin_saving(&self) -> impl FnOnce() + 'static {
        self.is_saving.set(true);
        let is_saving = self.is_saving.clone();
        move || is_saving.set(false)
    }
}

impl Desk {
    /// Imports chosen files.
    pub fn import_files(&self, files: Vec<File>) {
        self.take_pile(Sources::chosen(files));
    }

    /// Imports the sample returns that lie beside the program.
    pub fn import_samples(&self) {
        let desk = *self;
        spawn_local(async move {
            match sample_sources().await {
                Ok(sources) => desk.take_pile(sources),
                // How far the import is stays on the page.
                Err(why) if desk.is_importing() => desk.complain(why),
                Err(why) => drop(desk.import_state.try_set(ImportState::Failed(why))),
            }
        });
    }

    /// Imports a pile: at once, or when those before it are through.
    fn take_pile(&self, pile: Sources) {
        if !self.is_importing() {
            self.rows.set(Vec::new());
            self.begin_pile(pile, 0);
            return;
        }
        let more = pile.len();
        self.waiting.add(pile);
        let _ = self.import_state.try_update(|state| {
            if let ImportState::Running(_, total) = state {
                *total += more;
            }
        });
    }

    fn is_importing(&self) -> bool {
        let runs = |import: &Option<Import>| import.as_ref().is_some_and(Import::is_running);
        self.imports() || self.import.try_with_value(runs) == Some(true)
    }

    /// Begins the next pile, after so many files. Not at once: a worker of the one before may be the one that is
    /// heard just now.
    fn go_on(&self, before: usize) {
        let desk = *self;
        spawn_local(async move {
            if let Some(pile) = desk.waiting.take() {
                desk.begin_pile(pile, before);
            }
        });
    }

    /// Each pile is an import of its own, which can be taken back by itself.
    fn begin_pile(&self, sources: Sources, before: usize) {
        let stamp = Self::stamp();
        let Some(batch) = self.change(|workbook| workbook.begin_import(&stamp)) else { return };
        let Some(round) = self.try_with(|workbook| workbook.plan().round.clone()) else { return };
        let keys = self.keys().openers();
        let taking = Taking {
            desk: *self,
            batch,
            files: sources.len(),
            before,
            rows: RefCell::default(),
            done: Cell::default(),
            shown_at: Cell::new(monotonic()),
            recorded: Cell::default(),
            since: Cell::default(),
            is_saving: Rc::default(),
            written: Rc::new(Cell::new((monotonic(), 0))),
        };
        self.import_state.set(taking.running(0));
        self.import.set_value(Some(Import::start(&round, &keys, sources, taking)));
    }

    /// Stops the import and what waits for it: what is through stays, the rest is not read.
    pub fn cancel_import(&self) {
        let waiting = self.waiting.files();
        self.waiting.clear();
        if let Some(import) = self.import.try_update_value(Option::take).flatten() {
            let progress = import.progress();
            let left = progress.total.saturating_sub(progress.done) + waiting;
            self.import_state.set(ImportState::Cancelled(left));
            import.cancel();
        }
    }
}

async fn sample_sources() -> Result<Sources, String> {
    let mut sources = Vec::new();
    for sample in samples().await?.returns {
        let address = sample.path;
        let bytes = fetch::file(&[SAMPLES, &address].concat()).await;
        let bytes = bytes.map_err(|error| error.to_string())?;
        let name = address.rsplit('/').next().unwrap_or(&address).to_owned();
        sources.push((name, bytes));
    }
    Ok(Sources::Fetched(sources))
}

/// The few groups by which results are filtered and counted.
pub fn outcome_group(row: &ImportRow) -> &'static str {
    if row.asks() {
        return words::GROUP_LOOK;
    }
    match &row.outcome {
        ImportOutcome::Admitted
        | ImportOutcome::Replaces { .. }
        | ImportOutcome::Withdrawn { .. }
        | ImportOutcome::WithdrawalWaiting { .. } => words::GROUP_IMPORTED,
        ImportOutcome::Overtaken
        | ImportOutcome::TakenBack
        | ImportOutcome::Older { .. }
        | ImportOutcome::SetAside
        | ImportOutcome::Duplicate { .. } => words::GROUP_UNCHANGED,
        ImportOutcome::ConcernNoted
        | ImportOutcome::Held
        | ImportOutcome::Conflict
        | ImportOutcome::Quarantined { .. } => words::GROUP_LOOK,
        ImportOutcome::Refused(_) => words::GROUP_REFUSED,
    }
}

/// The groups that occur, in the order in which they need a person.
pub fn groups(rows: &[ImportRow]) -> Vec<(&'static str, usize)> {
    let mut present = BTreeMap::<&str, usize>::new();
    for row in rows {
        *present.entry(outcome_group(row)).or_default() += 1;
    }
    let all =
        [words::GROUP_LOOK, words::GROUP_REFUSED, words::GROUP_IMPORTED, words::GROUP_UNCHANGED];
    all.into_iter().filter_map(|group| Some((group, *present.get(group)?))).collect()
}
