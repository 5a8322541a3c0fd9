//! Why a file was not opened, or not written.

use super::{Hash, JsonFault, Kind};

/// Which of the JSON texts in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The file itself.
    File,
    /// The protected header of its signature.
    Header,
    /// What it holds: the signed bytes.
    Contents,
}

/// What a file that is not JSON seems to be, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// A Word, Excel or other Office document, or a zip file.
    OfficeOrZip,
    /// A PDF.
    Pdf,
    /// A web page, such as a sign-in page saved in place of the file.
    WebPage,
    /// Something else.
    Unknown,
}

/// Why a file was not opened. Nothing of it has been imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// No bytes at all.
    #[error("the file is empty")]
    Empty,
    /// Refused before parsing. `size` and `limit` in bytes.
    #[error("{size} bytes, limit {limit}")]
    TooLarge {
        /// Of the file.
        size: u64,
        /// From [`super::Limits::file_bytes`].
        limit: u64,
    },
    /// Another kind of file altogether.
    #[error("not JSON, looks like {looks:?}")]
    NotJson {
        /// By its first bytes.
        looks: Looks,
    },
    /// One of its JSON texts has a fault.
    #[error("{part:?}: {fault}")]
    Json {
        /// Where.
        part: Part,
        /// What.
        fault: JsonFault,
    },
    /// JSON that does not claim to be ours.
    #[error("not one of our files")]
    NotOurs,
    /// A kind of ours that this program does not know: made by a newer one.
    #[error("unknown kind {typ:?}")]
    UnknownKind {
        /// Its media type, cut to 64 letters.
        typ: String,
    },
    /// One of our kinds, but not one wanted here.
    #[error("{found}, not one of {expected:?}")]
    WrongKind {
        /// Wanted here.
        expected: Vec<Kind>,
        /// Claimed by the file.
        found: Kind,
    },
    /// Of a kind that must be signed, but without a signature.
    #[error("{kind} without a signature")]
    NotSigned {
        /// Claimed by the file.
        kind: Kind,
    },
    /// A signed file that says it is a draft: drafts are never signed.
    #[error("a signed draft")]
    SignedDraft,
    /// A member that must be there is not, or is not a text.
    #[error("{part:?} has no {name}")]
    MissingMember {
        /// Where.
        part: Part,
        /// Its name.
        name: &'static str,
    },
    /// A member around the contents that we never write, such as an unprotected header.
    #[error("unexpected member {name:?}")]
    UnexpectedMember {
        /// Its name, cut to 64 letters.
        name: String,
    },
    /// Not base64url in its one canonical spelling (RFC 7515 2).
    #[error("{name} is not base64url")]
    BadEncoding {
        /// The member.
        name: &'static str,
    },
    /// A header parameter that we never write, such as `crit`, `b64`, `jku` or `x5u`.
    #[error("header parameter {name:?} is not allowed")]
    HeaderParameter {
        /// Its name, cut to 64 letters.
        name: String,
    },
    /// Signed with something else than Ed25519 (RFC 9864), or with nothing.
    #[error("algorithm {found:?} is not allowed")]
    Algorithm {
        /// Its name, cut to 64 letters.
        found: String,
    },
    /// The `jwk` is not a public Ed25519 key (RFC 8037 2) and nothing else.
    #[error("the key in the header is not an Ed25519 public key")]
    KeyNotUsable,
    /// The `kid` is not the thumbprint of the `jwk` (RFC 7638).
    #[error("kid is not the thumbprint of the key")]
    KeyIdMismatch,
    /// Bytes and Ed25519 signature disagree (RFC 7515 5.2 step 8).
    #[error("the signature does not match")]
    SignatureMismatch,
    /// Signed twice, but not as our programs do: one key twice, two kinds, or more than two.
    #[error("the two signatures are not in order")]
    Signatures,
    /// Closed by another method than ours (RFC 7518 4.6, 4.8, 5.3).
    #[error("method {found:?} is not allowed")]
    SealMethod {
        /// Its name, cut to 64 letters.
        found: String,
    },
    /// The list of those who can open it is empty, too long, or names one twice.
    #[error("the list of recipients is not in order")]
    Recipients,
    /// Somebody was taken out of, put into or changed in the list of those who can open it.
    #[error("the recipients are not those it was sealed to")]
    RecipientsAltered,
    /// Sealed, and none of the keys here opens it.
    #[error("{kind} sealed to other keys")]
    SealedToOthers {
        /// Claimed by the file.
        kind: Kind,
    },
    /// A lock of it was made with a key that no honest program uses.
    #[error("a key in the file is not an X25519 public key of full order")]
    SealKeyNotUsable,
    /// Contents, key and header do not belong together (RFC 7516 5.2 step 16).
    #[error("the seal is broken")]
    SealBroken,
    /// It opens with a passphrase only.
    #[error("{kind} that needs its passphrase")]
    NeedsPassphrase {
        /// Claimed by the file.
        kind: Kind,
    },
    /// Not the passphrase that it was written with, or it was changed since.
    #[error("not its passphrase")]
    WrongPassphrase,
    /// No passphrase belongs to it.
    #[error("{kind} without a passphrase")]
    NotProtected {
        /// Claimed by the file.
        kind: Kind,
    },
    /// So few rounds that it protects nothing, or so many that opening it would take hours.
    #[error("{found} rounds, not {least} to {most}")]
    WorkFactor {
        /// In the file.
        found: i64,
        /// Fewest allowed.
        least: u32,
        /// Most allowed.
        most: u32,
    },
    /// A draft's contents are not those that were saved.
    #[error("the checksum is of {found}, not of what was saved")]
    ChecksumMismatch {
        /// Of the contents as they are.
        found: Hash,
    },
    /// The contents do not say in which version of their format they are.
    #[error("no format_version")]
    NoFormatVersion,
    /// Contents written by a newer program, in a format this one cannot read.
    #[error("format version {found}, this program reads up to {supported}")]
    NewerVersion {
        /// In the file.
        found: i64,
        /// The newest that this program reads.
        supported: u32,
    },
    /// Sound and in a known version, but not what this kind of file holds.
    #[error("contents not as expected: {detail}")]
    Contents {
        /// For support, never shown as the explanation; cut to 200 letters.
        detail: String,
    },
    /// Contents that say what cannot be: version 0, a part larger than its whole, a day of another age.
    #[error("impossible: {what}")]
    Impossible {
        /// Such as "its version is 0".
        what: &'static str,
    },
}

impl OpenError {
    /// The outcome in one word, for reports and import results.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge { .. } => "too-large",
            Self::NotJson { .. } => "not-json",
            Self::Json { fault, .. } => fault.name(),
            Self::NotOurs => "not-ours",
            Self::UnknownKind { .. } => "unknown-kind",
            Self::WrongKind { .. } => "wrong-kind",
            Self::NotSigned { .. } => "not-signed",
            Self::SignedDraft => "signed-draft",
            Self::MissingMember { .. } => "missing-member",
            Self::UnexpectedMember { .. } => "unexpected-member",
            Self::BadEncoding { .. } => "bad-encoding",
            Self::HeaderParameter { .. } => "header-parameter",
            Self::Algorithm { .. } => "algorithm",
            Self::KeyNotUsable => "key-not-usable",
            Self::KeyIdMismatch => "key-id-mismatch",
            Self::SignatureMismatch => "signature-mismatch",
            Self::Signatures => "signatures",
            Self::SealMethod { .. } => "seal-method",
            Self::Recipients => "recipients",
            Self::RecipientsAltered => "recipients-altered",
            Self::SealedToOthers { .. } => "sealed-to-others",
            Self::SealKeyNotUsable => "seal-key-not-usable",
            Self::SealBroken => "seal-broken",
            Self::NeedsPassphrase { .. } => "needs-passphrase",
            Self::WrongPassphrase => "wrong-passphrase",
            Self::NotProtected { .. } => "not-protected",
            Self::WorkFactor { .. } => "work-factor",
            Self::ChecksumMismatch { .. } => "checksum-mismatch",
            Self::NoFormatVersion => "no-format-version",
            Self::NewerVersion { .. } => "newer-version",
            Self::Contents { .. } => "contents",
            Self::Impossible { .. } => "impossible",
        }
    }
}

/// Why a file was not written. What was to be written is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// It could not have been opened again, for this reason.
    #[error("it could not be opened again: {0}")]
    WouldNotOpen(OpenError),
    /// The signature is not this key's signature of these bytes.
    #[error("the signature does not match")]
    SignatureMismatch,
    /// Nobody to seal it to, or too many.
    #[error("cannot be sealed to {found} keys")]
    Recipients {
        /// How many keys were given.
        found: usize,
    },
    /// One of the keys to seal it to is none that an honest program makes.
    #[error("cannot be sealed to a key of small order")]
    SealingKeyNotUsable,
}
