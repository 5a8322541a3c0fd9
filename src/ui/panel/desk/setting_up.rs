//! What is typed of a round before there is one: kept by template, from the first key on.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::browser::{random, sleep};
use crate::panel::Unfinished;
use crate::round::Round;
use crate::store::{Durability, Entry, OwnWrites, SetUpRecord, Shelf, Stamp, Store, Write};

/// How long typing may go on before what is typed is written, in milliseconds.
const TYPED_FOR: u32 = 1_000;

/// The page of one template, as it lies on the desk.
struct Begun {
    template: String,
    /// As the template begins it, for the guard over its boxes.
    round: Round,
    texts: Unfinished,
    writes: OwnWrites,
    /// Typed and not written yet.
    dirty: bool,
    /// A write is due within a second.
    waits: bool,
    /// A record is there that cannot be read, so nothing is written over it.
    unreadable: bool,
}

/// What the desk has in hand of it.
#[derive(Clone, Copy)]
pub struct SettingUp {
    begun: StoredValue<Option<Begun>, LocalStorage>,
    /// The template whose boxes are here; watched.
    here: RwSignal<Option<String>>,
    /// All that are kept, for the start page.
    lines: RwSignal<Vec<SetUpLine>>,
}

/// A round that is being set up, as the start page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetUpLine {
    /// The template that it begins from: its address.
    pub template: String,
    /// What it is called so far; may be blank.
    pub title: String,
}

impl SettingUp {
    /// Nothing in hand.
    pub fn new() -> Self {
        let lines = RwSignal::new(Vec::new());
        Self { begun: StoredValue::new_local(None), here: RwSignal::new(None), lines }
    }
}

impl Desk {
    /// Sees to it that what was typed for a template is here; `begin` gives its round.
    pub fn ensure_set_up(&self, template: &str, begin: impl FnOnce() -> Round) {
        if self.set_up.here.with_untracked(|here| here.as_deref() == Some(template)) {
            return;
        }
        self.set_up.here.set(None);
        let (desk, template, round) = (*self, template.to_owned(), begin());
        spawn_local(async move {
            let (texts, revision, unreadable) = match desk.typed_before(&template).await {
                Ok(kept) => (kept.0, kept.1, false),
                Err(why) => {
                    desk.complain(why);
                    (Unfinished::new(), 0, true)
                }
            };
            let writes = OwnWrites::over(revision, random::hex());
            let begun = Begun {
                template: template.clone(),
                round,
                texts,
                writes,
                dirty: false,
                waits: false,
                unreadable,
            };
            desk.set_up.begun.set_value(Some(begun));
            let _ = desk.set_up.here.try_set(Some(template));
        });
    }

    /// Rounds of which something is typed and that are not created yet; watched.
    pub fn set_ups(&self) -> Vec<SetUpLine> {
        self.set_up.lines.get()
    }

    /// Reads which of them are here.
    pub(super) async fn list_set_ups(&self) {
        let Ok(database) = self.database().await else { return };
        match database.list(Shelf::SetUps).await {
            Ok(entries) => {
                let lines = entries.iter().map(|entry| line(&entry.key, &entry.text));
                let _ = self.set_up.lines.try_set(lines.collect());
            }
            Err(error) => self.complain(error.to_string()),
        }
    }

    async fn typed_before(&self, template: &str) -> Result<(Unfinished, u64), String> {
        let database = self.database().await?;
        let entry = database.get(Shelf::SetUps, template).await;
        let Some(entry) = entry.map_err(|error| error.to_string())? else {
            return Ok((Unfinished::new(), 0));
        };
        let record = SetUpRecord::from_text(&entry.text).map_err(|error| error.to_string())?;
        Ok((record.texts, entry.stamp.revision))
    }

    /// Whether the boxes of this template are here; watched.
    pub fn has_set_up(&self, template: &str) -> bool {
        self.set_up.here.with(|here| here.as_deref() == Some(template))
    }

    /// What was typed and made no round yet.
    pub fn set_up_texts(&self) -> Unfinished {
        let read = |begun: &Option<Begun>| begun.as_ref().map(|begun| begun.texts.clone());
        self.set_up.begun.try_with_value(read).flatten().unwrap_or_default()
    }

    /// The round as its template begins it.
    pub fn set_up_round(&self) -> Option<Round> {
        let read = |begun: &Option<Begun>| begun.as_ref().map(|begun| begun.round.clone());
        self.set_up.begun.try_with_value(read).flatten()
    }

    /// Keeps what stands in a box now; written within a second, and when the box is left.
    pub fn keep_set_up(&self, field: &str, text: &str) {
        let first = self.set_up.begun.try_update_value(|begun| {
            let begun = begun.as_mut()?;
            begun.texts.insert(field.to_owned(), text.to_owned());
            begun.dirty = true;
            Some(!std::mem::replace(&mut begun.waits, true))
        });
        if first.flatten() == Some(true) {
            let desk = *self;
            spawn_local(async move {
                sleep(TYPED_FOR).await;
                desk.set_up.begun.try_update_value(|begun| {
                    begun.iter_mut().for_each(|begun| begun.waits = false);
                });
                desk.save_set_up();
            });
        }
    }

    /// Writes what is typed and not written yet.
    pub fn save_set_up(&self) {
        let write = self.set_up.begun.try_update_value(|begun| {
            let begun = begun.as_mut().filter(|begun| begun.dirty && !begun.unreadable)?;
            begun.dirty = false;
            Some(put(begun))
        });
        if let Some(write) = write.flatten() {
            self.write_set_up(write);
        }
    }

    /// Forgets it: the round is created, or not wanted.
    pub fn forget_set_up(&self) {
        let gone = self.set_up.begun.try_update_value(|begun| begun.take()).flatten();
        let _ = self.set_up.here.try_set(None);
        if let Some(begun) = gone.filter(|begun| !begun.unreadable) {
            self.write_set_up(Write::Delete { shelf: Shelf::SetUps, key: begun.template });
        }
    }

    /// Forgets all of them, and writes nothing: everything on this device is deleted.
    pub(super) fn put_down_set_ups(&self) {
        self.set_up.begun.set_value(None);
        let _ = self.set_up.here.try_set(None);
        let _ = self.set_up.lines.try_set(Vec::new());
    }

    fn write_set_up(&self, write: Write) {
        let desk = *self;
        let turn = desk.keeping.begin();
        let stamp = match &write {
            Write::Put { entry, .. } => entry.stamp.clone(),
            Write::Delete { .. } | Write::DeleteOnly { .. } | Write::Guard { .. } => {
                Stamp::default()
            }
        };
        spawn_local(async move {
            let outcome = match desk.storage() {
                Ok(database) => database.write_with_files(&[write], &[], Durability::Strict).await,
                Err(error) => Err(error),
            };
            desk.set_up.begun.try_update_value(|begun| {
                let Some(begun) = begun.as_mut().filter(|begun| begun.writes.made(&stamp)) else {
                    return;
                };
                match &outcome {
                    Ok(()) => begun.writes.note_kept(&stamp),
                    // Tried again at the next key, or when a box is left.
                    Err(_) => begun.dirty = true,
                }
            });
            if outcome.is_ok() {
                desk.list_set_ups().await;
            }
            desk.keeping.end(turn, outcome);
        });
    }
}

/// One that cannot be read is listed too, with what is wrong.
fn line(template: &str, text: &str) -> SetUpLine {
    let title = match SetUpRecord::from_text(text) {
        Ok(record) => record.title(),
        Err(error) => error.to_string(),
    };
    SetUpLine { template: template.to_owned(), title }
}

fn put(begun: &mut Begun) -> Write {
    let (stamp, over) = begun.writes.next_write();
    let text = SetUpRecord::of(begun.texts.clone(), &begun.round.title).to_text();
    let entry = Entry { key: begun.template.clone(), stamp, text };
    Write::Put { shelf: Shelf::SetUps, entry, over }
}
