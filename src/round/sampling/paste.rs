//! Candidates pasted from a spreadsheet: columns by their headings, or in the frame's order.
//!
//! Whatever is no group, no number of a family and no month is refused: it could be a name, and is not kept.

use chrono::Datelike as _;

use super::frame::MAX_CANDIDATES;
use super::{Attribute, Candidate, FrameError, Sampling};
use crate::id::OptionId;
use crate::round::Month;
use crate::timescale::TypedDate;

const FAMILY: &str = "Family";
const LAST_AUDITED: &str = "Last audited";
/// A longer number could be the one by which a system, or the NHS, knows a family or a child.
const MAX_FAMILY: u32 = 9_999;

/// What one column states of each candidate.
#[derive(Clone, Copy)]
enum Column<'a> {
    Group(&'a Attribute),
    /// S-04.
    Family,
    /// S-03.
    LastAudited,
}

impl Column<'_> {
    fn label(&self) -> &str {
        match self {
            Self::Group(attribute) => &attribute.label,
            Self::Family => FAMILY,
            Self::LastAudited => LAST_AUDITED,
        }
    }
}

impl Sampling {
    /// Adds candidates from a table as a spreadsheet gives it: a row a line, cells apart by tabs or commas.
    ///
    /// With headings in its first row, columns may stand in any order, and those for the family and the last
    /// audit may be among them; without, it has one cell an attribute in the frame's order. An empty cell is
    /// not stated. Nothing is added unless every row can be.
    pub fn paste(&mut self, table: &str) -> Result<usize, FrameError> {
        let read = self.read_table(table)?;
        let added = read.len();
        for candidate in read {
            let number = self.add()?;
            *self.candidate_mut(number)? = Candidate { number, ..candidate };
        }
        Ok(added)
    }

    fn read_table(&self, table: &str) -> Result<Vec<Candidate>, FrameError> {
        let lines = table.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        let rows: Vec<(usize, Vec<&str>)> = lines.map(|(line, row)| (row, cells(line))).collect();
        let in_order: Vec<Column<'_>> = self.attributes.iter().map(Column::Group).collect();
        let (columns, rows) = match rows.split_first() {
            Some(((row, first), rest)) if self.is_heading(&in_order, *row, first) => {
                (self.headed(first)?, rest)
            }
            Some(_) | None => (in_order, rows.as_slice()),
        };
        let count = self.candidates.len() + rows.len();
        if MAX_CANDIDATES < count {
            return Err(FrameError::TooMany { count });
        }
        rows.iter().map(|(row, cells)| read_row(&columns, *row, cells)).collect()
    }

    /// A row that is no candidate and names a column: a group may be called like an attribute.
    fn is_heading(&self, in_order: &[Column<'_>], row: usize, cells: &[&str]) -> bool {
        let names_one = cells.iter().any(|cell| self.column_called(cell).is_some());
        names_one && read_row(in_order, row, cells).is_err()
    }

    /// The columns that these headings name.
    fn headed(&self, cells: &[&str]) -> Result<Vec<Column<'_>>, FrameError> {
        let mut columns: Vec<Column<'_>> = Vec::new();
        for (cell, column) in cells.iter().zip(1..) {
            let Some(found) = self.column_called(cell) else {
                let known = self.attributes.iter().map(Column::Group);
                let known: Vec<Column<'_>> =
                    known.chain([Column::Family, Column::LastAudited]).collect();
                return Err(FrameError::Heading { column, columns: labels(&known) });
            };
            if columns.iter().any(|one| one.label() == found.label()) {
                return Err(FrameError::HeadedTwice { label: found.label().to_owned() });
            }
            columns.push(found);
        }
        Ok(columns)
    }

    fn column_called(&self, heading: &str) -> Option<Column<'_>> {
        let wanted = heading.to_lowercase();
        let is_called =
            |one: &&Attribute| one.label.to_lowercase() == wanted || one.id.as_str() == wanted;
        let attribute = self.attributes.iter().find(is_called).map(Column::Group);
        let others = [Column::Family, Column::LastAudited];
        let other = others.into_iter().find(|one| one.label().to_lowercase() == wanted);
        attribute.or(other)
    }
}

fn cells(line: &str) -> Vec<&str> {
    let by = if line.contains('\t') { '\t' } else { ',' };
    line.split(by).map(str::trim).collect()
}

fn labels(columns: &[Column<'_>]) -> String {
    columns.iter().map(Column::label).collect::<Vec<_>>().join(", ")
}

fn read_row(columns: &[Column<'_>], row: usize, cells: &[&str]) -> Result<Candidate, FrameError> {
    if cells.len() != columns.len() {
        let (found, wanted) = (cells.len(), columns.len());
        return Err(FrameError::Cells { row, found, wanted, columns: labels(columns) });
    }
    let mut candidate = Candidate::default();
    for (column, cell) in columns.iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        match column {
            Column::Group(attribute) => {
                let group = group_of(attribute, row, cell)?;
                candidate.values.insert(attribute.id.clone(), group);
            }
            Column::Family => {
                let family = cell.parse::<u32>().ok().filter(|family| *family <= MAX_FAMILY);
                candidate.family = Some(family.ok_or(FrameError::FamilyCell { row })?);
            }
            Column::LastAudited => {
                let month = month_of(cell).ok_or(FrameError::AuditedCell { row })?;
                candidate.last_audited = Some(month);
            }
        }
    }
    Ok(candidate)
}

fn group_of(attribute: &Attribute, row: usize, cell: &str) -> Result<OptionId, FrameError> {
    if let Some(option) = attribute.option_called(cell) {
        return Ok(option.id.clone());
    }
    let groups: Vec<&str> = attribute.options.iter().map(|one| one.label.as_str()).collect();
    let (label, groups) = (attribute.label.clone(), groups.join(", "));
    Err(FrameError::NoSuchGroup { row, label, groups })
}

/// "9 2025", "09/2025", "September 2025" or "2025-09". A year of two digits could be a day, and is refused.
fn month_of(cell: &str) -> Option<Month> {
    let parts = cell.split([' ', '/', '-', '.']).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let [first, second] = parts.as_slice() else { return None };
    let begins_with_year = first.len() == 4 && first.parse::<u32>().is_ok();
    let (month, year) = if begins_with_year { (second, first) } else { (first, second) };
    let typed = TypedDate {
        day: "1".to_owned(),
        month: (*month).to_owned(),
        year: (*year).to_owned(),
        time: String::new(),
    };
    let day = typed.exact()?;
    Some(Month { year: day.year(), month: u8::try_from(day.month()).ok()? })
}
