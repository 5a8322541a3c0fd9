//! The values with which a judgement prompt is answered.

use serde::{Deserialize, Serialize};

/// An answer to a judgement prompt (domain rule 4.1).
///
/// Kept apart from the non-grade values of an area and from an agency's level
/// of involvement: "no", "not evident in the record", "not applicable" and "not
/// known to this agency" are four different findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AnswerValue {
    /// It was done, and the record shows it.
    Yes,
    /// It was done in part.
    Partly,
    /// It was not done, and the record shows that.
    No,
    /// The record does not tell.
    NotEvident,
    /// The question does not arise in this case; needs a reason where the prompt is mandatory (G-16).
    NotApplicable,
    /// It may have been done, but this agency would not know.
    NotKnown,
}

impl AnswerValue {
    /// All six, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Yes, Self::Partly, Self::No, Self::NotEvident, Self::NotApplicable, Self::NotKnown];

    /// As written in files and conditions.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::NotEvident => "not-evident",
            Self::NotApplicable => "not-applicable",
            Self::NotKnown => "not-known",
        }
    }

    /// As read by a person.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Partly => "Partly",
            Self::No => "No",
            Self::NotEvident => "Not evident in the record",
            Self::NotApplicable => "Not applicable",
            Self::NotKnown => "Not known to this agency",
        }
    }

    /// Partly, no or not evident: something the record should have shown (G-11).
    pub fn is_gap(self) -> bool {
        match self {
            Self::Partly | Self::No | Self::NotEvident => true,
            Self::Yes | Self::NotApplicable | Self::NotKnown => false,
        }
    }

    /// Yes, partly, no or not evident: says something of the work itself.
    pub fn is_substantive(self) -> bool {
        match self {
            Self::Yes | Self::Partly | Self::No | Self::NotEvident => true,
            Self::NotApplicable | Self::NotKnown => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_in_files_as_as_str_says() {
        for value in AnswerValue::ALL {
            let json = serde_json::to_string(&value).unwrap();
            assert_eq!(json, format!("\"{}\"", value.as_str()));
        }
    }
}
