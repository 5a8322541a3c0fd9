//! What is typed of a round that is not created yet, as the panel's program keeps it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::draft::{RecordError, read};

/// The boxes of one template's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetUpRecord {
    /// See [`SetUpRecord::SCHEMA`].
    pub schema: u32,
    /// What is typed, by box.
    pub texts: BTreeMap<String, String>,
}

impl SetUpRecord {
    /// Newest schema that this program writes and reads.
    pub const SCHEMA: u32 = 1;

    /// A record to be stored now.
    pub fn of(texts: BTreeMap<String, String>) -> Self {
        Self { schema: Self::SCHEMA, texts }
    }

    /// Reads a record; never guesses.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).expect("maps of this record have text keys")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_of_a_round_comes_back_as_it_was_and_damage_is_never_empty() {
        let texts = [("title", "Neglect \n"), ("board", "")];
        let texts = texts.map(|(field, text)| (field.to_owned(), text.to_owned())).into();
        let record = SetUpRecord::of(texts);
        assert_eq!(SetUpRecord::from_text(&record.to_text()).unwrap(), record);
        for text in ["", "{}", "{\"schema\":1}"] {
            assert!(SetUpRecord::from_text(text).is_err(), "{text}");
        }
        assert!(SetUpRecord::from_text("{\"schema\":2,\"texts\":{}}").is_err());
    }
}
