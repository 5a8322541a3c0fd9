//! The one round that a browser keeps, read behind the program's back.

use crate::records;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result};
use multi_agency_audit::panel::Workbook;
use multi_agency_audit::store::RoundRecord;
use std::collections::BTreeSet;

/// What of the round is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRound {
    /// Hashes of the files that its register has.
    pub returns: BTreeSet<String>,
    /// Hashes of the files that lie beside it.
    pub files: BTreeSet<String>,
    /// How many records the program has set aside as damaged.
    pub set_aside: usize,
}

impl KeptRound {
    /// Reads it; an error where there is no round, or it is no sound record.
    pub async fn read(session: &Session) -> Result<Self> {
        let rounds = records::texts(session, "workbooks").await?;
        let (_, text) = rounds.first().context("the round is gone")?;
        let record = RoundRecord::from_text(text).context("the round is damaged")?;
        let workbook = Workbook::from_record(record.workbook);
        let returns = workbook.register().kept_files().map(ToString::to_string).collect();
        let files = records::texts(session, "files").await?.into_iter().map(|(key, _)| key);
        let set_aside = records::texts(session, "set_aside").await?.len();
        Ok(Self { returns, files: files.collect(), set_aside })
    }

    /// Waits until it has so many returns.
    pub async fn with(session: &Session, returns: usize) -> Result<Self> {
        eventually(&format!("{returns} returns to be kept"), async || {
            let kept = Self::read(session).await?;
            Ok((kept.returns.len() == returns).then_some(kept))
        })
        .await
    }

    /// Files that the register does not name.
    pub fn unnamed(&self) -> usize {
        self.files.difference(&self.returns).count()
    }

    /// What must not be even while an import is under way, in which files are kept before they are named.
    pub fn faults_while_importing(&self) -> Vec<String> {
        Self { files: self.files.intersection(&self.returns).cloned().collect(), ..self.clone() }
            .faults()
    }

    /// What is not as it must be: register and files agree, and nothing was damaged.
    pub fn faults(&self) -> Vec<String> {
        let missing = self.returns.difference(&self.files).count();
        let stray = self.unnamed();
        let told = |count: usize, what: &str| (count > 0).then(|| format!("{count} {what}"));
        [
            told(missing, "returns in the register without their file"),
            told(stray, "files that the register does not know"),
            told(self.set_aside, "records set aside as damaged"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Deletes every round, and what belongs to it: the next one begins with nothing.
pub async fn forgotten(session: &Session) -> Result<()> {
    session.open("panel.html").await?;
    for shelf in ["workbooks", "files", "keys"] {
        records::clear(session, shelf).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_without_its_file_is_a_fault_and_so_is_a_file_without_its_return() {
        let all = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let kept = KeptRound { returns: all(&["a", "b"]), files: all(&["b", "c"]), set_aside: 0 };
        assert_eq!(
            kept.faults(),
            [
                "1 returns in the register without their file",
                "1 files that the register does not know"
            ]
        );
        assert_eq!(kept.faults_while_importing(), ["1 returns in the register without their file"]);
        let sound = KeptRound { files: all(&["a", "b"]), ..kept };
        assert!(sound.faults().is_empty());
    }
}
