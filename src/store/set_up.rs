//! What is typed of a round that is not created yet, as the panel's program keeps it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::reading::{RecordError, read};

/// The boxes of one template's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetUpRecord {
    /// See [`SetUpRecord::SCHEMA`].
    pub schema: u32,
    /// What is typed, by box.
    pub texts: BTreeMap<String, String>,
    /// What the template calls the round, until somebody types another title; blank in older records.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub called: String,
}

impl SetUpRecord {
    /// Newest schema that this program writes and reads.
    pub const SCHEMA: u32 = 1;

    /// A record to be stored now.
    pub fn of(texts: BTreeMap<String, String>, called: &str) -> Self {
        Self { schema: Self::SCHEMA, texts, called: called.to_owned() }
    }

    /// What the round is called so far: the board and the title as typed, or as the template has it.
    pub fn title(&self) -> String {
        let typed = |field: &str| self.texts.get(field).map_or("", |text| text.trim());
        let title = if typed("title").is_empty() { self.called.as_str() } else { typed("title") };
        let parts = [typed("board"), title].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(": ")
    }

    /// Reads a record; never guesses.
    pub fn from_text(text: &str) -> Result<Self, RecordError> {
        read(text, Self::SCHEMA)
    }

    /// The text that is stored.
    pub fn to_text(&self) -> String {
        crate::json::to_string(self).expect("maps of this record have text keys")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_that_is_being_set_up_is_called_as_typed_or_as_its_template_is() {
        let of = |texts: &[(&str, &str)]| {
            let texts = texts.iter().map(|(field, text)| ((*field).into(), (*text).into()));
            SetUpRecord::of(texts.collect(), "Audit of plans").title()
        };
        assert_eq!(of(&[]), "Audit of plans");
        assert_eq!(of(&[("title", " Neglect "), ("board", " ")]), "Neglect");
        assert_eq!(of(&[("board", "Estmere")]), "Estmere: Audit of plans");
        let older = SetUpRecord::from_text("{\"schema\":1,\"texts\":{}}").unwrap();
        assert_eq!(older.title(), "");
    }

    #[test]
    fn what_is_typed_of_a_round_comes_back_as_it_was_and_damage_is_never_empty() {
        let texts = [("title", "Neglect \n"), ("board", "")];
        let texts = texts.map(|(field, text)| (field.to_owned(), text.to_owned())).into();
        let record = SetUpRecord::of(texts, "Audit");
        assert_eq!(SetUpRecord::from_text(&record.to_text()).unwrap(), record);
        for text in ["", "{}", "{\"schema\":1}"] {
            assert!(SetUpRecord::from_text(text).is_err(), "{text}");
        }
        assert!(SetUpRecord::from_text("{\"schema\":2,\"texts\":{}}").is_err());
    }
}
