//! Public keys as files hold them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A public key as JWK (RFC 8037 2), with no other member.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Jwk<'a> {
    #[serde(borrow)]
    pub(super) kty: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) crv: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) x: Cow<'a, str>,
}
