//! Questions of the panel: a file of them laid out, and taken up in a return.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::route::{Step, questions_href};
use super::opening::{How, verified};
use super::{Desk, Opening, words};
use crate::audit_return::{Inviting, PackError, PanelQuestion, QueryPack, Return, open_pack};
use crate::check::{Notice, Place, q02_what_is_said_to_be_changed_is};
use crate::envelope::{Hash, Kind, Limits, Thumbprint, open};
use crate::id::ReturnId;
use crate::round::{Invitation, Round};
use crate::store::{Asked, Library};
use crate::ui::govuk::PageError;

/// A file of questions that was opened for an invitation of this device.
pub struct LaidOutPack {
    hash: Hash,
    /// The file of the invitation that it was opened for.
    pub invitation: Hash,
    /// What is asked.
    pub pack: QueryPack,
    /// The round that it is asked in.
    pub round: Round,
}

impl Desk {
    /// Verifies a file of questions and lays it out; gives the address of its page.
    pub(super) async fn open_questions(&self, bytes: &[u8]) -> Result<String, String> {
        self.probed().await;
        let here = self.invitations_here().await?;
        let inviting: Vec<Inviting<'_>> = here
            .iter()
            .map(|(_, invitation, round_key)| Inviting { invitation, round_key: *round_key })
            .collect();
        let (pack, opened_for) = open_pack(bytes, &inviting).map_err(|error| sentence(&error))?;
        let of = |(_, invitation, _): &&(Hash, Invitation, Thumbprint)| {
            std::ptr::eq(invitation, opened_for.invitation)
        };
        let (invitation, round) = here
            .iter()
            .find(of)
            .map(|(hash, invitation, _)| (*hash, invitation.round.clone()))
            .ok_or_else(|| sentence(&PackError::NoInvitation))?;
        let hash = Hash::of(bytes);
        self.pack.set_value(Some(Rc::new(LaidOutPack { hash, invitation, pack, round })));
        self.list().await;
        Ok(questions_href(&hash.to_string()))
    }

    /// Every invitation on this device, with the key that signed it.
    async fn invitations_here(&self) -> Result<Vec<(Hash, Invitation, Thumbprint)>, String> {
        let mut files: Vec<String> = Vec::new();
        for storage in self.storages() {
            let records = Library::new(&*storage).invitations().await;
            let records = records.map_err(|error| error.to_string())?;
            files.extend(records.into_iter().map(|record| record.file));
        }
        let laid_out = self.laid_out.with_value(|one| one.as_ref().map(|one| one.file.clone()));
        files.extend(laid_out);
        let read = |file: String| {
            let bytes = file.as_bytes();
            let opened = open(bytes, &[Kind::Invitation], &Limits::of(Kind::Invitation)).ok()?;
            Some((Hash::of(bytes), verified(bytes).ok()?, *opened.thumbprint()))
        };
        Ok(files.into_iter().filter_map(read).collect())
    }

    /// The file of questions with this hash, if it is the one opened last.
    pub fn laid_out_pack(&self, hash: &str) -> Option<Rc<LaidOutPack>> {
        let pack = self.pack.try_get_value().flatten();
        pack.filter(|pack| pack.hash.to_string() == hash)
    }

    /// What it asks, beside the returns on this device; watched.
    pub fn asked(&self, laid_out: &LaidOutPack) -> Vec<Asked> {
        self.records.with(|records| Asked::of(&laid_out.pack, records))
    }

    /// Opens the return that questions are for, begins the version that answers them, and puts
    /// them into it; gives the address of the page on which they are answered.
    pub fn take_up(
        &self,
        invitation: Hash,
        asked: Asked,
        done: impl FnOnce(Result<String, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move { done(desk.take_up_now(&invitation, &asked).await) });
    }

    async fn take_up_now(&self, invitation: &Hash, asked: &Asked) -> Result<String, String> {
        let here = asked.standing.answerable();
        self.last_words_tried().await;
        if self.holds_unsaved() && self.id().as_ref() != here {
            return Err(words::OTHER_UNSAVED_FIRST.to_owned());
        }
        let id = match here {
            Some(id) => id.clone(),
            None => {
                self.lay_out_kept(&invitation.to_string()).await?;
                self.begin_draft(&asked.case_ref).await?
            }
        };
        self.open_for_writing(&id).await?;
        if self.is_signed() {
            self.begin_correction();
        }
        asked.changes().into_iter().for_each(|change| self.edit(change));
        self.save_now();
        Ok(Step::Questions.href(&id))
    }

    async fn open_for_writing(&self, id: &ReturnId) -> Result<(), String> {
        let is_open = |opening: &Opening| matches!(opening, Opening::Open(open) if open == id);
        if self.opening.try_get_untracked().is_some_and(|opening| is_open(&opening)) {
            return Ok(());
        }
        self.close();
        let opening = self.open_return(id, How::Ask).await?;
        let ours = is_open(&opening);
        let _ = self.opening.try_set(opening);
        if ours { Ok(()) } else { Err(words::OPEN_IN_ANOTHER_TAB.to_owned()) }
    }

    /// The panel's questions in the open return.
    pub fn panel_questions(&self) -> Vec<PanelQuestion> {
        self.with(|open| open.ret.panel_questions.clone())
    }

    /// What keeps the questions from being signed as answered, each at its box.
    pub fn question_errors(&self) -> Vec<PageError> {
        let about_one = |notice: &Notice| matches!(notice.place, Place::PanelQuestion(_));
        self.at_controls(self.notices().into_iter().filter(about_one))
    }

    /// Q-02, with the versions that are signed here.
    pub(super) fn said_to_be_changed(&self) -> Vec<Notice> {
        self.with(|open| {
            let earlier = |version: u32| {
                let signed = open.record.signed.iter().rfind(|one| one.version == version)?;
                let limits = Limits::of(Kind::Return);
                let file = open_signed(signed.file.as_bytes(), &limits)?;
                file.parse::<Return>().ok()
            };
            q02_what_is_said_to_be_changed_is(&open.invitation.round, open.ret, earlier)
        })
    }
}

fn open_signed(bytes: &[u8], limits: &Limits) -> Option<crate::envelope::Verified> {
    open(bytes, &[Kind::Return], limits).ok()
}

/// What is wrong with a file of questions, and what to do.
fn sentence(error: &PackError) -> String {
    let wording = error.wording();
    [wording.title.as_ref(), ". ", wording.advice.as_ref()].concat()
}
