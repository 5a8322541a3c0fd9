//! One tab owns a return: handing it over, taking it over, and what two tabs wrote to one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::opening::How;
use super::parted::Apart;
use super::{Desk, HadBefore, Opening};
use crate::browser::locks::{self, Guard, IfHeld, Ownership};
use crate::browser::tabs::{self, Message};
use crate::browser::{Read, now, random, sleep};
use crate::id::ReturnId;
use crate::store::{DraftCopy, Library};

/// How long a browser may take to free the lock of a page that is gone, in steps of [`STEP`].
const GONE_WITHIN: u32 = 100;
/// How long a tab is given to save and let go before its lock is taken, in steps of [`STEP`].
const STEPS: u32 = 25;
/// In milliseconds.
const STEP: u32 = 100;

impl Desk {
    /// Hears what another tab tells.
    pub(super) fn hear(&self, message: Message) {
        match message {
            Message::HandOver(id) if self.writes(&id) => {
                let desk = *self;
                spawn_local(async move { desk.hand_over(id).await });
            }
            Message::Asks(id) if self.writes(&id) => tabs::tell(&Message::Has(id)),
            Message::Has(id) => self.elsewhere.set_value(Some(id)),
            Message::HandOver(_) | Message::Asks(_) => {}
            Message::Wiped => self.start_again(),
            Message::Lock => {
                let desk = *self;
                spawn_local(async move {
                    desk.lock_here().await;
                });
            }
            Message::VaultChanged => self.look_again(),
            Message::Touched => self.watch.with_value(|watch| {
                if let Some(watch) = watch {
                    watch.touched_elsewhere();
                }
            }),
            // The panel's.
            Message::RoundSaved(_) | Message::AtTable(_) | Message::Names(..) => {}
        }
    }

    /// The page goes, for good or for a while. Browsers keep pages that are left, and their locks with them.
    pub(super) fn leave(&self) {
        if let Some(working) = self.working() {
            working.pause();
        }
    }

    /// The browser shows the page again as it was left: by now another one may have gone on with the return.
    pub(super) fn come_back(&self) {
        if let Opening::Open(id) = self.opening.get_untracked() {
            self.close();
            self.open_again(id);
        }
    }

    fn writes(&self, id: &ReturnId) -> bool {
        matches!(self.opening.get_untracked(), Opening::Open(open) if open == *id)
    }

    /// Forgets what is open, writing nothing.
    pub(super) fn forget_open(&self) {
        if let Some(working) = self.working.try_update_value(Option::take).flatten() {
            working.let_go();
        }
        let _ = self.opening.try_set(Opening::Closed);
    }

    /// Begins from the start page.
    fn start_again(&self) {
        self.forget_open();
        crate::ui::router::go("#/");
        self.look_again();
    }

    /// Saves the open return, lets another tab have it, and goes on reading.
    async fn hand_over(&self, id: ReturnId) {
        let Some(working) = self.working() else { return };
        working.driver.save_now();
        for _ in 0..STEPS - 10 {
            if !working.driver.read(crate::store::Session::is_dirty) {
                break;
            }
            sleep(STEP).await;
        }
        // What could not be saved stands in the journal, from which the other tab takes it.
        working.let_go();
        self.read_on(id);
    }

    /// Another tab has taken the open return's lock, because this one did not answer.
    pub(super) fn lose(&self, id: ReturnId) {
        if let Some(working) = self.working().filter(|_| self.writes(&id)) {
            working.let_go();
            self.read_on(id);
        }
    }

    fn read_on(&self, id: ReturnId) {
        self.open_as(id, How::Read(HadBefore::Yes));
    }

    /// Reads the return of another tab again, as it is saved now.
    pub fn read_again(&self, id: ReturnId) {
        self.open_as(id, How::Read(HadBefore::No));
    }

    /// Goes on with a return here that another tab has: it saves and lets go, or loses its lock.
    pub fn take_over(&self, id: ReturnId) {
        let desk = *self;
        let _ = self.opening.try_set(Opening::Underway(id.clone()));
        spawn_local(async move {
            let lock = desk.taken_over(&id).await;
            desk.open_as(id, How::Write(lock));
        });
    }

    async fn taken_over(&self, id: &ReturnId) -> Option<Guard> {
        tabs::tell(&Message::HandOver(id.clone()));
        for step in 0..=STEPS {
            let if_held = if step < STEPS { IfHeld::Yield } else { IfHeld::TakeOver };
            match self.lock(id, if_held).await {
                Ownership::Owned(guard) => return Some(guard),
                Ownership::Unsupported => return None,
                Ownership::HeldElsewhere => sleep(STEP).await,
            }
        }
        None
    }

    /// Asks for the lock of a return, again where it is held and no tab says that it has the return. Firefox
    /// frees the lock of a page that it ended in the midst only as it puts the page away, while the next one
    /// begins.
    pub(super) async fn lock_unless_a_tab_has_it(&self, id: &ReturnId) -> Ownership {
        self.elsewhere.set_value(None);
        for _ in 0..GONE_WITHIN {
            match self.lock(id, IfHeld::Yield).await {
                Ownership::HeldElsewhere if self.elsewhere.get_value().as_ref() != Some(id) => {
                    tabs::tell(&Message::Asks(id.clone()));
                    sleep(STEP).await;
                }
                other => return other,
            }
        }
        Ownership::HeldElsewhere
    }

    /// Asks for the lock of a return.
    pub(super) async fn lock(&self, id: &ReturnId, if_held: IfHeld) -> Ownership {
        let desk = *self;
        let lost = id.clone();
        locks::own(id, if_held, move || desk.lose(lost)).await
    }

    /// Another window has saved the open return since this one read it: what was written here
    /// becomes a draft of its own, and nothing is overwritten.
    pub(super) fn part(&self) {
        let Some(working) = self.working.try_update_value(Option::take).flatten() else { return };
        // Nothing can be typed from here on: the page of the return goes with it.
        let record = working.driver.read(|session| session.record().clone());
        working.let_go();
        let id = record.draft_id.clone();
        let _ = self.opening.try_set(Opening::Underway(id.clone()));
        let copy = DraftCopy::of(record, working.invitation_file.clone());
        self.apart.update_value(|apart| apart.add(copy));
        self.keep_apart(id);
    }

    /// Keeps what was parted from a return, again where it could not be kept.
    pub fn keep_apart(&self, id: ReturnId) {
        let desk = *self;
        spawn_local(async move {
            let mut outcome = Err(String::new());
            for copy in desk.parted_from(&id) {
                outcome = desk.kept_apart(&copy).await;
                if outcome.is_err() {
                    break;
                }
                let _ = desk.apart.try_update_value(|apart| apart.forget(&copy));
                desk.drop_own_journal(&id, &copy.record.session);
            }
            let _ = desk.opening.try_set(Opening::Parted(id, outcome));
            desk.list().await;
        });
    }

    /// What was parted from a return and is not kept yet.
    pub(super) fn parted_from(&self, id: &ReturnId) -> Vec<DraftCopy> {
        self.apart.try_with_value(|apart| apart.of(id)).unwrap_or_default()
    }

    /// The drafts of which something was parted that lies in this window alone.
    pub(super) fn apart_here_alone(&self) -> Vec<ReturnId> {
        self.apart.try_with_value(Apart::here_alone).unwrap_or_default()
    }

    async fn kept_apart(&self, copy: &DraftCopy) -> Result<ReturnId, String> {
        let device = self.device().ok_or_else(String::new)?;
        let library = Library::new(&*device);
        let kept = library.keep_conflict(&copy.record, &[], random::id(), now()).await;
        kept.map(|copy| copy.draft_id).map_err(|error| error.to_string())
    }

    /// What this window's journal holds is in the second copy now; another window's journal stays.
    fn drop_own_journal(&self, id: &ReturnId, session: &str) {
        let Some(journal) = self.journal() else { return };
        let vault = self.vault();
        if let Read::Found(stored) = journal.read(id, &vault)
            && stored.session == session
        {
            // Left there, it would be found again and parted once more: untidy, and no loss.
            let _ = journal.write(id, None, &vault);
        }
    }
}
