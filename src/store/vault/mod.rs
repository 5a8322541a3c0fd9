//! A passphrase for shared computers: what is kept is closed, and opens with it.
//!
//! A [`VaultRecord`] holds the device's key, closed by the passphrase. Once that is
//! opened, the [`Vault`] opens and closes every text on its way: [`Guarded`] stands
//! before the store, the journal asks it itself. Setting a passphrase closes all
//! records in one transaction ([`set_up_vault`]); a record in the open among closed
//! ones is read all the same, and closed at the next chance ([`close_rest`]).
//!
//! Every write names the vault that it knows ([`super::Write::Guard`]), so that no tab
//! writes in the open, or under a key that nobody has any more. [`Idle`] says when it
//! is time to lock.
//!
//! Where others could read what a page keeps, as of a file that is opened from a folder, its vault is one that
//! never keeps in the open ([`Vault::never_open`]): what is not closed is in the window alone, and in files.
//!
//! Not here: deriving a key from the passphrase ([`crate::envelope::PassphraseKey`]),
//! the clock, and what locks at what moment of a page.

mod copy;
mod guarded;
mod idle;
mod record;
mod renewal;

use std::cell::RefCell;

pub use copy::{JOURNAL, LockedCopy, LockedCopyError};
pub use guarded::Guarded;
pub use idle::{IDLE_SECONDS, Idle, Moment, Touch};
pub use record::{VaultRecord, find_vault};
pub use renewal::{close_rest, remove_vault, renew_vault, set_up_vault};

use super::StoreError;
use crate::envelope::{DeviceKey, is_closed};

/// Opens and closes what one window keeps and reads.
pub struct Vault {
    state: RefCell<State>,
    random: fn() -> [u8; 32],
    in_the_open: InTheOpen,
}

/// Whether texts are kept as they are while no passphrase is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum InTheOpen {
    Kept,
    Refused,
}

enum State {
    /// No passphrase is set: texts are kept as they are.
    Off,
    /// The passphrase was entered.
    Open { key: DeviceKey, name: String },
    /// It was not, or whether there is one is not known yet.
    Shut,
}

impl Vault {
    /// Shut, until it is known whether a passphrase is set. `random` gives 32 bytes that nobody can foretell.
    pub fn new(random: fn() -> [u8; 32]) -> Self {
        Self { state: RefCell::new(State::Shut), random, in_the_open: InTheOpen::Kept }
    }

    /// The same; it keeps nothing before a passphrase closes it, and has no passphrase removed.
    pub fn never_open(random: fn() -> [u8; 32]) -> Self {
        Self { in_the_open: InTheOpen::Refused, ..Self::new(random) }
    }

    /// Whether nothing is ever kept in the open.
    pub fn is_never_open(&self) -> bool {
        self.in_the_open == InTheOpen::Refused
    }

    /// Whether nothing is kept before a passphrase is set.
    pub fn needs_passphrase(&self) -> bool {
        self.is_never_open() && matches!(*self.state.borrow(), State::Off)
    }

    fn is_off<T>(&self, kept: T) -> Result<T, StoreError> {
        match self.in_the_open {
            InTheOpen::Kept => Ok(kept),
            InTheOpen::Refused => Err(StoreError::NeedsPassphrase),
        }
    }

    /// No passphrase is set.
    pub fn turn_off(&self) {
        self.state.replace(State::Off);
    }

    /// The passphrase was entered: this is the device's key.
    pub fn open(&self, record: &VaultRecord, key: DeviceKey) {
        self.state.replace(State::Open { key, name: record.name.clone() });
    }

    /// Forgets the key.
    pub fn shut(&self) {
        self.state.replace(State::Shut);
    }

    /// Whether nothing can be read or kept now.
    pub fn is_shut(&self) -> bool {
        matches!(*self.state.borrow(), State::Shut)
    }

    /// Whether a passphrase is set and was entered.
    pub fn is_open(&self) -> bool {
        matches!(*self.state.borrow(), State::Open { .. })
    }

    /// What a text is kept as.
    pub fn keep(&self, text: String, place: &str) -> Result<String, StoreError> {
        match &*self.state.borrow() {
            State::Off => self.is_off(text),
            State::Open { key, .. } => Ok(key.close(&text, place, &mut || (self.random)())),
            State::Shut => Err(StoreError::Locked),
        }
    }

    /// What was kept as this text. A text in the open, and one that this key does not open, is
    /// given as it is: it is for the reader to find it whole or damaged.
    pub fn read(&self, text: String, place: &str) -> Result<String, StoreError> {
        match &*self.state.borrow() {
            State::Off => Ok(text),
            State::Open { key, .. } => Ok(opened(key, text, place)),
            State::Shut => Err(StoreError::Locked),
        }
    }

    /// The same; `None` for a text that stays closed. It would be read as one of which every member is left out.
    pub fn read_open(&self, text: String, place: &str) -> Result<Option<String>, StoreError> {
        let text = self.read(text, place)?;
        Ok((!is_closed(&text)).then_some(text))
    }

    /// The name that every write gives for the vault that it knows.
    fn known(&self) -> Result<Option<String>, StoreError> {
        match &*self.state.borrow() {
            State::Off => self.is_off(None),
            State::Open { name, .. } => Ok(Some(name.clone())),
            State::Shut => Err(StoreError::Locked),
        }
    }
}

fn opened(key: &DeviceKey, text: String, place: &str) -> String {
    if is_closed(&text) { key.open(&text, place).unwrap_or(text) } else { text }
}

#[cfg(test)]
mod tests;
