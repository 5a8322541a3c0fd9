//! Moving a return to a new invitation's questions (L14).

use std::rc::Rc;

use leptos::task::spawn_local;

use super::opening::verified;
use super::{Desk, words};
use crate::browser::{Storage, local, now, random};
use crate::envelope::Hash;
use crate::id::ReturnId;
use crate::round::Invitation;
use crate::store::{DraftRecord, InvitationRecord, LeftOver, Library, Moved, moved};

/// A move that waits for the person's word.
pub struct Move {
    storage: Rc<Storage>,
    record: DraftRecord,
    to: Invitation,
    invitation: InvitationRecord,
    moved: Moved,
}

impl Move {
    /// What would fall away.
    pub fn fell_away(&self) -> &[LeftOver] {
        &self.moved.fell_away
    }

    /// How many answers stay.
    pub fn kept(&self) -> usize {
        self.moved.kept
    }

    /// Case, agency and round.
    pub fn title(&self) -> String {
        self.record.title()
    }
}

impl Desk {
    /// Works out what moving the return `id` to the invitation `hash` would do; nothing is changed.
    pub fn plan_move(
        &self,
        id: ReturnId,
        hash: String,
        done: impl FnOnce(Result<Rc<Move>, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.planned(&id, &hash).await.map(Rc::new)) });
    }

    async fn planned(&self, id: &ReturnId, hash: &str) -> Result<Move, String> {
        self.probed().await;
        let hash: Hash = hash.parse().map_err(|_| words::UNKNOWN_PAGE_ADVICE.to_owned())?;
        let found = self.find(id).await?;
        let (storage, record) = found.ok_or_else(|| words::NOT_HERE.to_owned())?;
        let old = verified(self.invitation_file(&record.invitation).await?.as_bytes())?;
        let laid_out = self.laid_out_file(&hash);
        let file = match laid_out {
            Some(file) => file,
            None => self.invitation_file(&hash).await?,
        };
        let new = verified(file.as_bytes())?;
        let moved = moved(&record.draft, &old.round.tool, &new, now());
        let moved = moved.ok_or_else(|| words::INVITATION_LACKS_CASE.to_owned())?;
        let sheet = &record.worksheet;
        let moved = moved.t06_without_limits_of_other_units(sheet, &old, &new, now());
        let moved = moved.t07_without_impacts_of_other_standards(&old, &new, now());
        let (before, after) = (&old.round.tool, &new.round.tool);
        let moved = moved.l14_with_words_put_by(&record, before, after, now());
        let invitation = InvitationRecord::of(file, now());
        Ok(Move { storage, record, to: new, invitation, moved })
    }

    /// Moves the return. What it was waits in the bin.
    pub fn make_move(
        &self,
        plan: &Rc<Move>,
        done: impl FnOnce(Result<ReturnId, String>) + 'static,
    ) {
        let desk = *self;
        let plan = plan.clone();
        self.close_if(&plan.record.draft_id);
        spawn_local(async move {
            let outcome = desk.move_now(&plan).await;
            desk.list().await;
            done(outcome);
        });
    }

    async fn move_now(&self, plan: &Move) -> Result<ReturnId, String> {
        let Move { storage, record, to, invitation, moved } = plan;
        // What was signed stays counted up to the day of its first version, where no day is typed.
        let counted_to = record.signed.first().map_or_else(now, |first| first.at);
        let day = local(counted_to).date();
        let next = record.after_moving(moved, to, invitation.hash, day);
        let library = Library::new(&**storage);
        let kept = library.move_on(record, next, invitation, random::id(), now()).await;
        kept.map(|record| record.draft_id).map_err(|error| error.to_string())
    }

    /// What fell away from the open return when it moved.
    pub fn left_over(&self) -> Vec<LeftOver> {
        let working = self.working();
        working.map_or_else(Vec::new, |working| {
            working.driver.read(|session| session.record().left_over.clone())
        })
    }
}
