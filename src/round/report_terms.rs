//! What the reports need to know of a round beforehand.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Author, contacts, and how small a number may be published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ReportTerms {
    /// Who writes and signs the report: the only person whom a report names (SR18).
    #[serde(skip_serializing_if = "Author::is_empty")]
    pub author: Author,
    /// Contacts to print, besides the one for immediate concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Numbers below this are not published (I-09).
    pub suppress_below: u32,
    /// The board's own words in documents, by the name of the text, such as `overview.recommendations`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub wording: BTreeMap<String, String>,
}

impl Default for ReportTerms {
    fn default() -> Self {
        Self {
            author: Author::default(),
            contacts: Vec::new(),
            suppress_below: 5,
            wording: BTreeMap::new(),
        }
    }
}

impl ReportTerms {
    /// Whether nothing is stated.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Who writes the report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Author {
    /// As printed under the report.
    pub name: String,
    /// Such as "Independent consultant".
    pub role: String,
}

impl Author {
    /// Whether nobody is named.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One contact that reports print.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// Such as "Designated nurse" or "Training".
    pub heading: String,
    /// A service, with how to reach it; never a private person.
    #[serde(default)]
    pub text: String,
}
