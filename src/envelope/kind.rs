//! Kinds of file, and the media type that each declares inside its signed bytes.

use std::fmt;

const PREFIX: &str = "application/vnd.multi-agency-audit.";
const SUFFIX: &str = "+json";

/// What a file is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// From the panel to one slot: its round, tool and cases.
    Invitation,
    /// An auditor's own unfinished work. Never signed.
    Draft,
    /// One slot's completed tool for one case, from the auditor to the panel.
    Return,
    /// An immediate concern, from the auditor to a manager and the panel.
    Concern,
    /// A signed return taken back by its auditor.
    Withdrawal,
    /// Questions from the panel to one slot about its returns.
    Query,
    /// Everything a panel holds: its backup and hand-over.
    Workbook,
    /// The secret key of a deputy, by which they too open what is sealed. Never signed.
    DeputyKey,
}

/// What a `typ` says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typ {
    /// One of our kinds.
    Ours(Kind),
    /// A kind of ours that this program does not know.
    OursUnknown,
    /// Not one of our media types.
    Foreign,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Invitation,
        Self::Draft,
        Self::Return,
        Self::Concern,
        Self::Withdrawal,
        Self::Query,
        Self::Workbook,
        Self::DeputyKey,
    ];

    /// The token in the media type and in file names, such as `return`.
    pub fn token(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Draft => "draft",
            Self::Return => "return",
            Self::Concern => "concern",
            Self::Withdrawal => "withdrawal",
            Self::Query => "query",
            Self::Workbook => "workbook",
            Self::DeputyKey => "deputy-key",
        }
    }

    /// The media type, as in the protected header's `typ` (RFC 7515 4.1.9).
    pub fn typ(self) -> String {
        [PREFIX, self.token(), SUFFIX].concat()
    }

    /// The kind with its article, in the words of our screens.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Invitation => "an invitation",
            Self::Draft => "a draft",
            Self::Return => "a return",
            Self::Concern => "an immediate concern",
            Self::Withdrawal => "a withdrawal",
            Self::Query => "a set of questions from the panel",
            Self::Workbook => "a workbook",
            Self::DeputyKey => "a deputy's key",
        }
    }

    /// Whether files of this kind carry a signature. Drafts and keys do not.
    pub fn is_signed(self) -> bool {
        match self {
            Self::Draft | Self::DeputyKey => false,
            Self::Invitation
            | Self::Return
            | Self::Concern
            | Self::Withdrawal
            | Self::Query
            | Self::Workbook => true,
        }
    }

    /// Reads a `typ`. One spelling only: no other case, no missing `application/`.
    pub(super) fn from_typ(typ: &str) -> Typ {
        let Some(token) = typ.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX))
        else {
            return Typ::Foreign;
        };
        Self::ALL.into_iter().find(|kind| kind.token() == token).map_or(Typ::OursUnknown, Typ::Ours)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.token())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_read_back_from_its_media_type() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_typ(&kind.typ()), Typ::Ours(kind));
        }
        assert_eq!(Kind::Return.typ(), "application/vnd.multi-agency-audit.return+json");
    }

    #[test]
    fn a_media_type_has_one_spelling_only() {
        let unknown = "application/vnd.multi-agency-audit.timetable+json";
        assert_eq!(Kind::from_typ(unknown), Typ::OursUnknown);
        for foreign in [
            "",
            "JWT",
            "vnd.multi-agency-audit.return+json",
            "application/vnd.multi-agency-audit.return",
            "APPLICATION/vnd.multi-agency-audit.return+json",
        ] {
            assert_eq!(Kind::from_typ(foreign), Typ::Foreign, "{foreign}");
        }
    }
}
