//! The browser, thin: storage, files, clocks, keys, locks. No rules live here.
//!
//! How a program starts:
//! 1. [`panic::install`], before anything else.
//! 2. [`Device::probe`]: what can be kept here. Nothing below is touched unprobed.
//! 3. [`Library::open`](crate::store::Library::open) over the [`Database`]: the drafts,
//!    the bin, whatever was damaged.
//! 4. On choosing a draft: [`locks::own`]; its journal from [`LocalJournal::read`];
//!    [`Session::open`](crate::store::Session::open), with a [`random::hex`] for its name;
//!    a conflict or unreadable lines to the library, before anything is written over that journal.
//! 5. [`OpenDraft::new`] at the root of the program: from then on every edit is one
//!    [`OpenDraft::edit`], and the callback hears what the save line is to show.
//!
//! Everything compiles on the host too, so that it is checked with the rest, but
//! runs in a browser only.

mod autosave;
pub mod clipboard;
mod clock;
mod derive;
mod device;
mod dom;
mod gate;
mod idb;
mod idb_store;
mod idle;
mod in_window;
mod journal;
mod js;
mod lent;
mod storage;

pub mod fetch;
pub mod files;
mod headroom;
pub mod import;
pub mod keys;
pub mod lifecycle;
pub mod locks;
pub mod panic;
mod paste;
pub mod random;
mod reading;
mod showing;
mod sources;
pub mod tabs;
pub mod task;
pub mod typing;
pub mod worker;

pub use autosave::OpenDraft;
pub use clock::{from_local, local, local_offset_minutes, monotonic, next_task, now, sleep};
pub use derive::passphrase_key;
pub use device::{Device, ask_to_persist, looks_private, wipe};
pub use dom::{beside, document, is_single_file, meta};
pub use gate::Gate;
pub use headroom::take_room;
pub use idb::Database;
pub use idle::IdleWatch;
pub use journal::{LocalJournal, MovedAside, Read};
pub use js::composed;
pub use lent::Lent;
pub use paste::clean_pastes;
pub use showing::show_safely;
pub use sources::Sources;
pub use storage::Storage;
