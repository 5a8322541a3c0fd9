//! Envelopes: what every file that leaves a computer is wrapped in.
//!
//! Sign bytes, not objects; verify before parsing; parse exactly the bytes
//! verified. [`open`] and [`open_draft`] are the only ways in; each refusal is an
//! [`OpenError`] with sentences for a person, and has a file in `tests/faults`.
//! [`Unsigned`] and [`write_draft`] are the ways out, and refuse to write what
//! would not open again. Around a signed file may lie a seal ([`seal`],
//! [`open_sealed`]), around any a passphrase ([`write_protected`]). What stays on a shared
//! computer is closed under a [`DeviceKey`].
//!
//! This module knows bytes and kinds of file, not what they hold: a [`Payload`]
//! says that of itself. Not here: whether a signer was invited, where keys are
//! kept, and anything random.
//!
//! ```
//! use multi_agency_audit::envelope::{Kind, Limits, SoftwareKey, Unsigned, open};
//!
//! let key = SoftwareKey::from_seed(&[7; 32]);
//! let payload = br#"{"format_version":1,"why":"wrong case"}"#;
//! let unsigned = Unsigned::new(Kind::Withdrawal, &key.public_key(), payload.to_vec())?;
//! let mut file = unsigned.signed(&key.sign(unsigned.signing_input()))?;
//!
//! let limits = Limits::of(Kind::Withdrawal);
//! let verified = open(&file, &[Kind::Withdrawal], &limits)?;
//! assert_eq!(verified.payload(), payload);
//! assert!(open(&file, &[Kind::Return], &limits).is_err(), "another kind is refused");
//!
//! let last = file.iter().rposition(u8::is_ascii_alphanumeric).unwrap();
//! file[last] = if file[last] == b'A' { b'B' } else { b'A' };
//! assert!(open(&file, &[Kind::Withdrawal], &limits).is_err(), "one character changed is seen");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod base64url;
mod cipher;
mod claim;
mod countersign;
mod device_key;
mod draft_file;
mod enrolment;
mod error;
mod hash;
mod header;
mod json_fault;
mod jwe;
mod jwk;
mod jws;
mod key;
mod kind;
mod limits;
mod passphrase;
mod payload;
mod seal;
mod sealing_key;
mod strict_json;
mod text_hash;
mod wording;

pub use base64url::Base64Error;
pub use claim::{claimed_kind, claimed_signer};
pub use countersign::{CountersignError, Countersigning, LONGEST_NAME, Second, SecondSignOff};
pub use device_key::{DeviceKey, is_closed};
pub use draft_file::{Draft, open_draft, write_draft, write_draft_of};
pub use enrolment::{EnrolmentProof, EnrolmentSecret};
pub use error::{Looks, OpenError, Part, WriteError};
pub use hash::{Hash, HashError};
pub use json_fault::JsonFault;
pub use jwe::{Closed, Random};
pub use jws::{Unsigned, Verified, open, reopen};
pub use key::{KeyError, PublicKey, SoftwareKey, Thumbprint};
pub use kind::Kind;
pub use limits::Limits;
pub use passphrase::{
    ITERATIONS, MOST_ITERATIONS, PassphraseError, PassphraseKey, SHORTEST_PASSPHRASE, Salt,
    Unlocked, check_passphrase, new_salt, open_protected, pbkdf2_salt, salt_of, salt_of_key,
    write_protected,
};
pub use payload::{FormatVersion, Payload};
pub use seal::{
    MOST_RECIPIENTS, Unsealed, claimed_signer_of_sealed, how_closed, open_sealed, seal, unseal,
};
pub use sealing_key::{OpeningKey, SealingKey};
pub use text_hash::{TextHash, TextSalt};
pub use wording::Wording;
