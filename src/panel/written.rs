//! A workbook's record as text, of which each save writes again only what has changed.
//!
//! After a large import nearly all of a record is the list of files and the log of how each
//! came in. What was written of a file is used again as long as its entry is equal to the one
//! that it was written of; the log is only ever added to. So nobody has to say what changed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::log::LogEntry;
use super::register::Entry;
use super::workbook::{Workbook, WorkbookRecord};
use crate::envelope::Hash;

/// How a record without files and log is written. Within a text the quotes are escaped, so
/// neither stands anywhere else.
const NO_ENTRIES: &str = "\"entries\":{}";
const NO_LOG: &str = "\"log\":[]";

/// The files and the log of a record as they were last written.
#[derive(Debug, Default)]
pub struct Written {
    entries: BTreeMap<Hash, (Entry, String)>,
    log: String,
    logged: usize,
}

impl Written {
    /// Adds the text of a workbook's record to `whole`, to the letter as serde writes it.
    pub fn write(&mut self, workbook: &mut Workbook, whole: &mut String) {
        let record = &mut workbook.record;
        let entries = std::mem::take(&mut record.register.entries);
        let log = std::mem::take(&mut record.log);
        let shell = text(record);
        (record.register.entries, record.log) = (entries, log);
        match divided(&shell) {
            Some(parts) => self.write_within(record, parts, whole),
            None => whole.push_str(&text(record)),
        }
    }

    fn write_within(&mut self, record: &WorkbookRecord, parts: [&str; 3], whole: &mut String) {
        let [before, between, after] = parts;
        self.follow(record);
        let long: usize = self.entries.values().map(|(_, text)| text.len() + 1).sum();
        whole.reserve(before.len() + between.len() + after.len() + long + self.log.len() + 40);
        whole.push_str(before);
        whole.push_str("\"entries\":{");
        for (number, (_, written)) in self.entries.values().enumerate() {
            if number > 0 {
                whole.push(',');
            }
            whole.push_str(written);
        }
        whole.push('}');
        whole.push_str(between);
        whole.push_str("\"log\":[");
        whole.push_str(&self.log);
        whole.push(']');
        whole.push_str(after);
    }

    /// Writes what is known of a file that has just come in, so that the next save need not.
    pub fn prepare(&mut self, workbook: &Workbook, file: &Hash) {
        let record = &workbook.record;
        if let Some(entry) = record.register.entries.get(file) {
            self.note(file, entry);
        }
        self.follow_log(record.log.entries());
    }

    fn follow(&mut self, record: &WorkbookRecord) {
        let entries = &record.register.entries;
        if self.entries.keys().eq(entries.keys()) {
            // Side by side: at a save of a large import thousands are as they were.
            for (known, (file, entry)) in self.entries.values_mut().zip(entries) {
                if known.0 != *entry {
                    *known = noted(file, entry);
                }
            }
        } else {
            self.entries.retain(|file, _| entries.contains_key(file));
            entries.iter().for_each(|(file, entry)| self.note(file, entry));
        }
        self.follow_log(record.log.entries());
    }

    fn note(&mut self, file: &Hash, entry: &Entry) {
        if self.entries.get(file).is_none_or(|(known, _)| known != entry) {
            self.entries.insert(*file, noted(file, entry));
        }
    }

    fn follow_log(&mut self, log: &[LogEntry]) {
        // Only ever added to: what is shorter is another record's.
        if log.len() < self.logged {
            (self.log, self.logged) = (String::new(), 0);
        }
        for entry in log.get(self.logged..).unwrap_or_default() {
            if !self.log.is_empty() {
                self.log.push(',');
            }
            self.log.push_str(&text(entry));
        }
        self.logged = log.len();
    }
}

/// A file's entry, and how it is written.
fn noted(file: &Hash, entry: &Entry) -> (Entry, String) {
    (entry.clone(), [text(file).as_str(), ":", &text(entry)].concat())
}

/// What stands before the files, between them and the log, and behind that.
fn divided(shell: &str) -> Option<[&str; 3]> {
    let (entries, log) = (only(shell, NO_ENTRIES)?, only(shell, NO_LOG)?);
    let between = shell.get(entries + NO_ENTRIES.len()..log)?;
    Some([shell.get(..entries)?, between, shell.get(log + NO_LOG.len()..)?])
}

/// Where `part` stands in `whole`, if it stands there once.
fn only(whole: &str, part: &str) -> Option<usize> {
    let mut places = whole.match_indices(part);
    match (places.next(), places.next()) {
        (Some((place, _)), None) => Some(place),
        (None, _) | (Some(_), Some(_)) => None,
    }
}

fn text<T: Serialize>(value: &T) -> String {
    crate::json::to_string(value).expect("maps of a record have text keys")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;

    fn is_as_ever(written: &mut Written, desk: &mut Desk) {
        let mut whole = String::from("before ");
        written.write(&mut desk.workbook, &mut whole);
        let plain = serde_json::to_string(desk.workbook.record()).unwrap();
        assert_eq!(whole, ["before ", &plain].concat());
    }

    #[test]
    fn a_record_is_written_as_ever_while_files_come_are_replaced_and_go() {
        let (mut desk, mut written) = (Desk::with(&["case-1", "case-2"]), Written::default());
        is_as_ever(&mut written, &mut desk);
        for (number, (slot, case)) in
            [("csc", "case-1"), ("police", "case-1"), ("csc", "case-2")].into_iter().enumerate()
        {
            let row = desk.graded(slot, case, "good");
            let file = row.file.unwrap();
            // Whether it was prepared or not makes no difference.
            if number != 1 {
                written.prepare(&desk.workbook, &file);
            }
            is_as_ever(&mut written, &mut desk);
        }
        let batch = desk.workbook.begin_import(&stamp());
        is_as_ever(&mut written, &mut desk);
        assert!(desk.workbook.undo_import(batch, &stamp()).is_err());
        let first = crate::panel::register::BatchId(1);
        desk.workbook.undo_import(first, &stamp()).unwrap();
        is_as_ever(&mut written, &mut desk);
    }

    #[test]
    fn a_version_that_another_has_replaced_is_written_anew() {
        let (mut desk, mut written) = (Desk::with(&["case-1"]), Written::default());
        let first = desk.draft("csc", "case-1");
        for version in [first.clone(), first.corrected()] {
            let row = desk.import(version);
            // Every file is prepared: the first of them before the second has replaced it.
            written.prepare(&desk.workbook, &row.file.unwrap());
            is_as_ever(&mut written, &mut desk);
        }
        let counting = desk.workbook.register().entries().filter(|(_, entry)| entry.state.counts());
        assert_eq!(counting.count(), 1);
    }

    #[test]
    fn what_a_person_wrote_is_never_taken_for_the_place_of_the_files() {
        let (mut desk, mut written) = (Desk::with(&["case-1"]), Written::default());
        let reason = "\"entries\":{} and \"log\":[] and \\\"log\\\":[]";
        desk.workbook.take_out(&case("case-1"), reason, None, &stamp()).unwrap();
        is_as_ever(&mut written, &mut desk);
    }

    #[test]
    fn the_log_of_another_workbook_is_not_taken_for_this_one() {
        let (mut long, mut written) = (Desk::with(&["case-1"]), Written::default());
        long.graded("csc", "case-1", "good");
        is_as_ever(&mut written, &mut long);
        let mut short = Desk::with(&["case-1"]);
        is_as_ever(&mut written, &mut short);
    }
}
