//! Why work was not kept, in words for the person whose work it is.

/// Why the browser did not keep or give back a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Storage is switched off, by a setting or a private window.
    #[error("This browser does not let this page keep anything on this device.")]
    Blocked,
    /// The quota is used up, or the disk is full.
    #[error("This browser's storage is full.")]
    Full,
    /// What was kept is gone, or can no longer be read by the browser itself.
    #[error("The browser has cleared what was kept on this device.")]
    Evicted,
    /// The browser closed its database, as some do in background tabs.
    #[error("The browser closed its storage. This page is trying to open it again.")]
    ConnectionLost,
    /// Neither done nor refused within [`super::PATIENCE`].
    #[error(
        "The browser's storage does not answer. Close what else is open in this browser, then reload this page."
    )]
    NoAnswer,
    /// Another tab holds the database open in an older or newer form.
    #[error(
        "Another tab runs an older version of this program. Close the other tabs of this program."
    )]
    HeldByOldTab,
    /// The database was made by a newer version of this program.
    #[error("A newer version of this program was used here. Reload this page to get it.")]
    NewerProgram,
    /// Another window has written to the same draft since this one read it.
    #[error(
        "This draft was changed in another window. What you typed here is kept as a second copy."
    )]
    StaleRevision {
        /// Revision that this window knows.
        expected: u64,
        /// Revision found.
        found: u64,
    },
    /// A passphrase is set, and has not been entered here.
    #[error("What is kept on this device is locked. Enter its passphrase.")]
    Locked,
    /// Others could read what this page keeps, and no passphrase is set.
    #[error("This page keeps nothing on this device without a passphrase.")]
    NeedsPassphrase,
    /// Another tab has set, changed or removed the passphrase since this one began.
    #[error(
        "The passphrase of this device was set or removed in another tab. Save a copy to a file, then reload this page."
    )]
    VaultChanged,
    /// The program stopped all writing after a fault of its own.
    #[error("This page has stopped because of a fault in the program. Reload it.")]
    Stopped,
    /// Anything else; the browser's own name for it.
    #[error("The browser could not keep your work ({0}).")]
    Other(String),
}

impl StoreError {
    /// What the browser's name for an error means (Web IDL, IndexedDB 3.0, Storage standard).
    pub fn from_name(name: &str) -> Self {
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => Self::Full,
            "SecurityError" | "NotAllowedError" | "InvalidAccessError" => Self::Blocked,
            "InvalidStateError" | "AbortError" | "TransactionInactiveError" => Self::ConnectionLost,
            "NotReadableError" | "DataError" | "NotFoundError" => Self::Evicted,
            "UnknownError" => Self::ConnectionLost,
            "TimeoutError" => Self::NoAnswer,
            "VersionError" => Self::NewerProgram,
            other => Self::Other(other.chars().take(40).collect()),
        }
    }

    /// Whether trying the same write again can never help.
    pub fn is_final(&self) -> bool {
        match self {
            Self::StaleRevision { .. } | Self::Stopped | Self::NewerProgram => true,
            Self::Blocked
            | Self::Full
            | Self::Evicted
            | Self::ConnectionLost
            | Self::NoAnswer
            | Self::HeldByOldTab
            | Self::Locked
            | Self::NeedsPassphrase
            | Self::VaultChanged
            | Self::Other(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_names_for_errors_find_their_meaning() {
        let rows = [
            ("QuotaExceededError", StoreError::Full),
            ("NS_ERROR_DOM_QUOTA_REACHED", StoreError::Full),
            ("SecurityError", StoreError::Blocked),
            ("InvalidStateError", StoreError::ConnectionLost),
            ("UnknownError", StoreError::ConnectionLost),
            ("NotReadableError", StoreError::Evicted),
            ("VersionError", StoreError::NewerProgram),
            ("OddError", StoreError::Other("OddError".into())),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(name, meaning)| (name, StoreError::from_name(name), meaning))
            .filter(|(_, got, meaning)| got != *meaning)
            .map(|(name, got, meaning)| format!("{name}: {got:?}, not {meaning:?}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
