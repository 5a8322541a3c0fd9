//! The register as a coordinator reads it: a line a file, what needs a person first.

use chrono::{DateTime, Utc};

use super::{BatchId, EntryState, LetterState, QuarantineReason, ReturnKey};
use crate::envelope::{Hash, Thumbprint};
use crate::order;
use crate::panel::workbook::Workbook;

/// What a file asks of the coordinator. In the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileGroup {
    /// Somebody has to decide about it.
    ToDecide,
    /// It counts.
    Counts,
    /// It was decided that it stays apart.
    StaysApart,
    /// Kept, and no longer or not yet of weight.
    History,
    /// Not taken in; nothing of it is kept but this line.
    Refused,
}

/// One file of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// Its hash.
    pub file: Hash,
    /// As it was named.
    pub name: String,
    /// What it asks of the coordinator.
    pub group: FileGroup,
    /// How it stands, in a sentence without a full stop.
    pub standing: String,
    /// The place that it is for, where its signature holds.
    pub place: Option<ReturnKey>,
    /// Of the return in it.
    pub version: Option<u32>,
    /// The key that signed.
    pub signer: Option<Thumbprint>,
    /// When it was imported; `None` for a file that was not taken in.
    pub imported_at: Option<DateTime<Utc>>,
}

/// The last import that can be taken back (V-10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastImport {
    /// Its number.
    pub batch: BatchId,
    /// Files that it brought and that are still in the register, refused ones among them.
    pub files: usize,
    /// When the first of them came; `None` where all were refused.
    pub at: Option<DateTime<Utc>>,
}

/// Every file, what needs a decision first, then by name.
pub fn file_lines(workbook: &Workbook) -> Vec<FileLine> {
    let mut lines = returns(workbook);
    lines.extend(letters(workbook));
    lines.extend(workbook.register().refused().map(|(file, refused)| FileLine {
        file: *file,
        name: refused.name.clone(),
        group: FileGroup::Refused,
        standing: refused.refusal.wording().title.into_owned(),
        place: None,
        version: None,
        signer: None,
        imported_at: None,
    }));
    order::sort_by(&mut lines, |one, other| {
        (one.group, &one.name, one.file).cmp(&(other.group, &other.name, other.file))
    });
    lines
}

fn returns(workbook: &Workbook) -> Vec<FileLine> {
    let entries = workbook.register().entries();
    entries
        .map(|(file, entry)| FileLine {
            file: *file,
            name: entry.name.clone(),
            group: match workbook.stays_apart(file) {
                Some(_) => FileGroup::StaysApart,
                None => group(&entry.state),
            },
            standing: entry.state.standing(),
            place: entry.facts.as_ref().map(|facts| facts.place.clone()),
            version: entry.facts.as_ref().map(|facts| facts.version),
            signer: entry.facts.as_ref().map(|facts| facts.signer),
            imported_at: Some(entry.imported_at),
        })
        .collect()
}

fn letters(workbook: &Workbook) -> Vec<FileLine> {
    let letters = workbook.register().letters();
    letters
        .map(|(file, letter)| {
            let kept_apart = workbook.stays_apart(file).is_some();
            let (group, standing) = match &letter.state {
                LetterState::Quarantined { because } if kept_apart => {
                    (FileGroup::StaysApart, gravest(because))
                }
                LetterState::Quarantined { because } => (FileGroup::ToDecide, gravest(because)),
                LetterState::Counts | LetterState::Overtaken | LetterState::Waiting
                    if kept_apart =>
                {
                    (FileGroup::StaysApart, EntryState::SetAside.standing())
                }
                LetterState::Counts => (FileGroup::Counts, "It stands".to_owned()),
                LetterState::Overtaken => {
                    (FileGroup::History, "The agency has said something later".to_owned())
                }
                LetterState::Waiting => {
                    (FileGroup::History, "It takes back a return that is not here".to_owned())
                }
            };
            FileLine {
                file: *file,
                name: letter.name.clone(),
                group,
                standing,
                place: Some(letter.place.clone()),
                version: None,
                signer: Some(letter.signer),
                imported_at: Some(letter.imported_at),
            }
        })
        .collect()
}

fn group(state: &EntryState) -> FileGroup {
    match state {
        EntryState::Current => FileGroup::Counts,
        EntryState::Held { .. } | EntryState::Conflict | EntryState::Quarantined { .. } => {
            FileGroup::ToDecide
        }
        EntryState::Superseded { .. } | EntryState::SetAside | EntryState::Withdrawn { .. } => {
            FileGroup::History
        }
    }
}

fn gravest(because: &[QuarantineReason]) -> String {
    because
        .first()
        .map_or_else(|| "Kept apart".to_owned(), |reason| reason.wording().title.into_owned())
}

impl EntryState {
    /// How a file stands, in a sentence without a full stop.
    pub fn standing(&self) -> String {
        let said = match self {
            Self::Current => "It counts",
            Self::Superseded { .. } => "A later version of it counts",
            Self::SetAside => "Set aside, as you decided",
            Self::Held { .. } => "Waiting for the version that it corrects",
            Self::Conflict => "Another file claims to be the same return: neither counts",
            Self::Withdrawn { .. } => "The agency has taken it back",
            Self::Quarantined { because } => return gravest(because),
        };
        said.to_owned()
    }
}

impl Workbook {
    /// The import that brought the newest files of the register; `None` where there are none (V-10).
    pub fn last_import(&self) -> Option<LastImport> {
        let register = self.register();
        let entries = register.entries().map(|(_, entry)| (entry.batch, Some(entry.imported_at)));
        let letters =
            register.letters().map(|(_, letter)| (letter.batch, Some(letter.imported_at)));
        let refused = register.refused().map(|(_, refused)| (refused.batch, None));
        let all: Vec<_> = entries.chain(letters).chain(refused).collect();
        let batch = all.iter().map(|(batch, _)| *batch).max()?;
        let of_it = || all.iter().filter(|(one, _)| *one == batch);
        let at = of_it().filter_map(|(_, at)| *at).min();
        Some(LastImport { batch, files: of_it().count(), at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;
    use crate::panel::{OpenedFile, Unopened};

    fn told(desk: &Desk) -> Vec<(FileGroup, String)> {
        file_lines(&desk.workbook).into_iter().map(|line| (line.group, line.name)).collect()
    }

    #[test]
    fn v06_files_to_decide_about_stand_first_and_one_that_stays_apart_no_longer_does() {
        let mut desk = Desk::with(&["case-1"]);
        desk.graded("csc", "case-1", "good");
        let apart = desk.admit(from_a_stranger(desk.draft("police", "case-1"))).file.unwrap();
        let name = "notes.txt".to_owned();
        let file = Some(Hash::of(b"notes"));
        desk.admit(OpenedFile {
            name,
            file,
            content: Err(Unopened::Refused(crate::panel::Refusal::NotOurs)),
        });
        let of = |group, name: &str| (group, name.to_owned());
        assert_eq!(
            told(&desk),
            [
                of(FileGroup::ToDecide, "police.json"),
                of(FileGroup::Counts, "csc.json"),
                of(FileGroup::Refused, "notes.txt"),
            ]
        );
        desk.workbook.keep_apart(&apart, "Nobody knows the sender.", &stamp()).unwrap();
        assert_eq!(told(&desk)[1], of(FileGroup::StaysApart, "police.json"));
    }

    #[test]
    fn v10_a_file_that_was_refused_before_its_key_was_here_is_listed_once_when_it_is_taken_in() {
        let mut desk = Desk::with(&["case-1"]);
        let draft = desk.draft("csc", "case-1").grade("risk", "good");
        let opened = arriving(draft, &key_of("csc").public_key().thumbprint());
        let sealed = Err(Unopened::Refused(crate::panel::Refusal::SealedToOthers));
        desk.admit(OpenedFile { content: sealed, ..opened.clone() });
        let of = |group| [(group, "csc.json".to_owned())];
        assert_eq!(told(&desk), of(FileGroup::Refused));
        desk.batch = desk.workbook.begin_import(&stamp());
        desk.admit(opened);
        assert_eq!(told(&desk), of(FileGroup::Counts));
        assert_eq!(desk.workbook.last_import().map(|last| last.files), Some(1));
        desk.workbook.undo_import(desk.batch, &stamp()).unwrap();
        assert_eq!(told(&desk), of(FileGroup::Refused), "it was refused all the same");
    }

    #[test]
    fn v10_the_last_import_is_the_newest_that_still_has_files() {
        let mut desk = Desk::with(&["case-1"]);
        assert_eq!(desk.workbook.last_import(), None);
        desk.graded("csc", "case-1", "good");
        let first = desk.batch;
        desk.batch = desk.workbook.begin_import(&stamp());
        desk.graded("police", "case-1", "good");
        desk.graded("school", "case-1", "good");
        let last = desk.workbook.last_import().unwrap();
        assert_eq!((last.batch, last.files, last.at), (desk.batch, 2, Some(stamp().at)));
        desk.workbook.undo_import(last.batch, &stamp()).unwrap();
        assert_eq!(
            desk.workbook.last_import().map(|last| (last.batch, last.files)),
            Some((first, 1))
        );
    }
}
