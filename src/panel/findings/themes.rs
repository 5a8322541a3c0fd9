//! Themes by which findings are tagged: a shared vocabulary (domain 1.11) and the board's own.

use serde::{Deserialize, Serialize};

use crate::id::ThemeId;
use crate::json;
use crate::panel::log::{Event, Stamp};
use crate::panel::workbook::Workbook;

/// One theme.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Theme {
    /// Never reused for another theme.
    pub id: ThemeId,
    /// On screen and in documents.
    pub label: String,
}

/// A theme that the board added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnTheme {
    /// Random.
    pub id: ThemeId,
    /// On screen and in documents.
    pub label: String,
    /// Who added it, and when.
    pub stamp: Stamp,
}

/// Why a theme was not added. Nothing has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// Nothing is written.
    #[error("write what the theme is called")]
    NothingWritten,
    /// There is one of that name already.
    #[error("there is a theme of that name already")]
    Known,
}

#[derive(Deserialize)]
struct Vocabulary {
    themes: Vec<Theme>,
}

/// The themes that this program ships, in their order.
pub fn vocabulary() -> Vec<Theme> {
    let read = json::from_slice(include_bytes!("../data/themes.json"));
    let Vocabulary { themes } = read.expect("a test reads the list of themes");
    themes
}

impl Workbook {
    /// Every theme: those shipped, then the board's own in the order in which they were added.
    pub fn themes(&self) -> Vec<Theme> {
        let own = self.record.panel.themes.iter();
        let own = own.map(|theme| Theme { id: theme.id.clone(), label: theme.label.clone() });
        vocabulary().into_iter().chain(own).collect()
    }

    /// The theme of this name; a new one of the board's own, with this id, where there is none.
    pub fn theme_called(
        &mut self,
        label: &str,
        new: ThemeId,
        stamp: &Stamp,
    ) -> Result<ThemeId, ThemeError> {
        match self.add_theme(new.clone(), label, stamp) {
            Err(ThemeError::Known) => {
                let wanted = label.trim().to_lowercase();
                let same = |theme: &Theme| theme.label.to_lowercase() == wanted;
                Ok(self.themes().into_iter().find(same).map_or(new, |theme| theme.id))
            }
            Err(error) => Err(error),
            Ok(()) => Ok(new),
        }
    }

    /// Adds a theme of the board's own.
    pub fn add_theme(&mut self, id: ThemeId, label: &str, stamp: &Stamp) -> Result<(), ThemeError> {
        let label = label.trim().to_owned();
        if label.is_empty() {
            return Err(ThemeError::NothingWritten);
        }
        let same =
            |theme: &Theme| theme.id == id || theme.label.to_lowercase() == label.to_lowercase();
        if self.themes().iter().any(same) {
            return Err(ThemeError::Known);
        }
        self.record.log.add(stamp, Event::ThemeAdded { label: label.clone() });
        self.record.panel.themes.push(OwnTheme { id, label, stamp: stamp.clone() });
        Ok(())
    }
}
