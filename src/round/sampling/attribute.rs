//! Attributes of cases: broad groups, never a value that is one child's own.

use serde::{Deserialize, Serialize};

use crate::id::{AttributeId, OptionId};
use crate::json;

/// Something by which cases differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribute {
    /// Such as `age`.
    pub id: AttributeId,
    /// As the head of a column.
    pub label: String,
    /// Its groups, in order.
    pub options: Vec<AttributeOption>,
}

/// One group of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AttributeOption {
    /// Such as `1-to-4`.
    pub id: OptionId,
    /// As in a cell.
    pub label: String,
}

/// Every attribute that is shipped (SR1, SR2, and those of inspections).
pub fn attributes() -> Vec<Attribute> {
    json::from_slice(include_bytes!("../data/attributes.json"))
        .expect("a test reads the attributes that are shipped")
}

impl Attribute {
    /// The label of an option; its id where it has none here.
    pub fn label_of<'a>(&'a self, option: &'a OptionId) -> &'a str {
        let known = self.options.iter().find(|one| one.id == *option);
        known.map_or(option.as_str(), |one| &one.label)
    }

    /// The option whose label or id this is, whatever its capitals.
    pub fn option_called(&self, text: &str) -> Option<&AttributeOption> {
        let wanted = text.trim().to_lowercase();
        let called = |one: &&AttributeOption| {
            one.label.to_lowercase() == wanted || one.id.as_str() == wanted
        };
        self.options.iter().find(called)
    }
}
