//! Whether the dataset may leave the panel: as strict as with a document (I-08 to I-10).

use chrono::NaiveDate;

use super::{DatasetFile, NoDataset, dataset};
use crate::envelope::Hash;
use crate::guard::{Guard, Kind, NamedHere};
use crate::panel::expectation::k02_gaps;
use crate::panel::manuscript::Clearance;
use crate::panel::{Stamp, Workbook};
use crate::report::own_names::i08_own_names;
use crate::text::listed;
use crate::tool::Tool;

/// As clearances and the log name it.
pub const DATASET: &str = "dataset";

/// What the package says as somebody typed it, and what the identifier guard finds there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedWords {
    /// The round's title.
    pub title: String,
    /// Its period, as the board names it.
    pub period: String,
    /// Words that nothing published needs: there is no dataset with them.
    pub barred: Vec<String>,
    /// Words that may be of the work: whoever reads and clears the dataset answers for them.
    pub doubtful: Vec<String>,
}

/// I-08: the guard over whatever is typed in the package; as in a document, what can be meant does not bar it.
pub fn i08_typed(workbook: &Workbook) -> TypedWords {
    let round = &workbook.plan().round;
    let named = i08_own_names(workbook.plan());
    let (title, period) = (round.title.clone(), round.period.clone());
    let mut typed = TypedWords { title, period, ..TypedWords::default() };
    typed.look_at(&round.title, &named, false);
    typed.look_at(&round.period, &named, true);
    // A question’s id such as "2.4.12" is no day.
    ids_of(&round.tool).for_each(|id| typed.look_at(id, &named, true));
    typed
}

/// What the tables say of an audit tool, which a board may have made or changed: its ids, for its words stand in none.
fn ids_of(tool: &Tool) -> impl Iterator<Item = &str> {
    let grades = tool.scale.grades.iter().map(|grade| grade.id.as_str());
    let areas = tool.areas.iter().map(|area| area.id.as_str());
    let asked = tool.prompts().flat_map(|(_, prompt)| {
        let options = prompt.kind.options().iter().map(|option| option.id.as_str());
        std::iter::once(prompt.id.as_str()).chain(options)
    });
    [tool.id.as_str(), tool.scale.id.as_str()].into_iter().chain(grades).chain(areas).chain(asked)
}

impl TypedWords {
    /// Adds what the guard finds in a text, once; a period is told by its first day and its last. `named` are the
    /// round’s own names.
    pub(in crate::report) fn look_at(&mut self, text: &str, named: &NamedHere, is_period: bool) {
        for one in Guard::new(&[], None).find_to_publish(text, named) {
            if is_period && one.kind == Kind::FullDate {
                continue;
            }
            let words = one.quoted(text).to_owned();
            let found = if one.kind.may_be_meant() { &mut self.doubtful } else { &mut self.barred };
            if !found.contains(&words) {
                found.push(words);
            }
        }
    }
}

/// I-08: the dataset as it is, where nothing in the round speaks against it. Nobody has cleared it by that.
pub fn i08_dataset(workbook: &Workbook, today: NaiveDate) -> Result<Vec<DatasetFile>, NoDataset> {
    let files = dataset(workbook)?;
    let barred = i08_typed(workbook).barred;
    if !barred.is_empty() {
        return Err(NoDataset::Identifies(listed(&barred)));
    }
    let gaps = k02_gaps(workbook, today).len();
    if gaps > 0 {
        return Err(NoDataset::Unsettled(gaps));
    }
    let cases = workbook.plan().open_cases();
    let held = cases.filter(|case| !workbook.publication_bars(&case.case_ref).is_empty());
    let held: Vec<&str> = held.map(|case| case.label.as_str()).collect();
    if held.is_empty() { Ok(files) } else { Err(NoDataset::Held(listed(&held))) }
}

/// SHA-256 over the names and texts of all files, each ended by a zero byte.
pub fn digest(files: &[DatasetFile]) -> Hash {
    let mut bytes = Vec::new();
    for file in files {
        for text in [file.path, &file.text] {
            bytes.extend_from_slice(text.as_bytes());
            bytes.push(0);
        }
    }
    Hash::of(&bytes)
}

/// I-08: the dataset as somebody read and cleared it, to the letter.
pub fn i08_cleared_dataset(
    workbook: &Workbook,
    today: NaiveDate,
) -> Result<Vec<DatasetFile>, NoDataset> {
    let files = i08_dataset(workbook, today)?;
    let cleared = workbook.clearance(&digest(&files)).is_some();
    if cleared { Ok(files) } else { Err(NoDataset::NotCleared) }
}

/// I-08: records that somebody read the dataset as it is and answers for passing it on.
pub fn i08_clear_dataset(
    workbook: &mut Workbook,
    today: NaiveDate,
    reason: &str,
    stamp: &Stamp,
) -> Result<Hash, NoDataset> {
    let files = i08_dataset(workbook, today)?;
    let snapshot = digest(&files);
    let clearance = Clearance {
        document: DATASET.to_owned(),
        snapshot,
        confirmed: Vec::new(),
        reason: reason.trim().to_owned(),
        stamp: stamp.clone(),
    };
    workbook.clear_document(clearance).map_err(|_| NoDataset::NoReason)?;
    Ok(snapshot)
}
