//! A return whose last words are not saved stays open until they are, or until its person gives them up.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::route::Page;
use super::{Desk, Opening, Working};
use crate::browser::{sleep, typing};
use crate::id::ReturnId;
use crate::ui::router::Path;

/// Between looks at whether the last words are saved, in milliseconds.
const LOOK_AFTER: u32 = 20;

impl Desk {
    /// Whether the return that lies open has words that could not be saved, and would go with it: it stays
    /// until they are, or until its person gives that up.
    pub fn holds_unsaved(&self) -> bool {
        self.open_one().is_some_and(|working| working.has_failed_to_save())
    }

    /// Opens this return, whatever could not be saved of the one that lies open.
    pub fn open_and_give_up(&self, id: ReturnId) {
        self.close();
        self.ensure_open(id);
    }

    /// Whether the return that lies open keeps this one from being opened. Where its last words are only on
    /// their way, this one is opened after them, or held back then, should it be wanted still.
    pub(super) fn is_held_back(&self, id: &ReturnId) -> bool {
        if self.holds_unsaved() {
            return true;
        }
        if !self.open_one().is_some_and(|working| working.is_being_saved()) {
            return false;
        }
        let (desk, id) = (*self, id.clone());
        spawn_local(async move {
            desk.last_words_tried().await;
            let opening = desk.opening.try_get_untracked();
            let is_in_the_way = matches!(opening, Some(Opening::Open(open)) if open != id);
            if is_in_the_way && is_at(&id) {
                // Its page then opens it, or says what is in the way.
                let _ = desk.opening.try_update(|_| ());
            }
        });
        true
    }

    /// Waits until the last words of the return that lies open are saved, or could not be.
    pub(super) async fn last_words_tried(&self) {
        let Some(working) = self.open_one().filter(|working| working.is_being_saved()) else {
            return;
        };
        working.driver.save_now();
        let is_open = || self.open_one().is_some_and(|now| Rc::ptr_eq(&now, &working));
        while working.is_being_saved() && is_open() {
            sleep(LOOK_AFTER).await;
        }
    }

    /// The return that is open for writing.
    fn open_one(&self) -> Option<Rc<Working>> {
        let opening = self.opening.try_get_untracked();
        self.working().filter(|_| matches!(opening, Some(Opening::Open(_))))
    }
}

/// Whether the address is one of the return's pages.
fn is_at(id: &ReturnId) -> bool {
    let page = Page::of(&Path::parse(&typing::address()));
    matches!(page, Page::Return(at, ..) if at == *id)
}
