//! How a panel knows that a return's signer was invited, without a phone call.
//!
//! Each invitation carries a random secret for its slot. A return carries
//! HMAC-SHA-256 (RFC 2104) under that secret of this JSON array, written without
//! spaces:
//!
//! ```json
//! ["multi-agency-audit enrolment","<round id>","<slot id>","<thumbprint of the signer>"]
//! ```
//!
//! An array frames its texts unambiguously, and identifiers and thumbprints
//! hold no letter that JSON could write in two ways.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Thumbprint;
use super::base64url::{base64url_32, shown_as_base64url};
use crate::id::{RoundId, SlotId};

const PURPOSE: &str = "multi-agency-audit enrolment";

base64url_32!(
    /// The random secret of one slot, known to its invitation and the panel only.
    EnrolmentSecret
);

impl fmt::Debug for EnrolmentSecret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("EnrolmentSecret")
    }
}

base64url_32!(
    /// Shows that a signer held the secret of a slot, for one key and no other.
    EnrolmentProof
);
shown_as_base64url!(EnrolmentProof);

impl EnrolmentSecret {
    /// The proof that a return by `signer` for this slot carries.
    pub fn prove(&self, round: &RoundId, slot: &SlotId, signer: &Thumbprint) -> EnrolmentProof {
        EnrolmentProof::from_bytes(self.mac(round, slot, signer).finalize().into_bytes().into())
    }

    /// Whether `proof` is this slot's, for this signer. Takes the same time for any wrong one.
    pub fn confirms(
        &self,
        proof: &EnrolmentProof,
        round: &RoundId,
        slot: &SlotId,
        signer: &Thumbprint,
    ) -> bool {
        self.mac(round, slot, signer).verify_slice(proof.as_bytes()).is_ok()
    }

    fn mac(&self, round: &RoundId, slot: &SlotId, signer: &Thumbprint) -> Hmac<Sha256> {
        let signer = signer.to_string();
        let framed = [PURPOSE, round.as_str(), slot.as_str(), &signer].join("\",\"");
        let mut mac = Hmac::<Sha256>::new_from_slice(self.as_bytes())
            .expect("HMAC takes a key of any length (RFC 2104 2)");
        for part in ["[\"", &framed, "\"]"] {
            mac.update(part.as_bytes());
        }
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> (EnrolmentSecret, RoundId, SlotId, Thumbprint) {
        (
            EnrolmentSecret::from_bytes([1; 32]),
            RoundId::new("round-1").unwrap(),
            SlotId::new("police-1").unwrap(),
            Thumbprint::from_bytes([2; 32]),
        )
    }

    #[test]
    fn the_proof_is_the_hmac_of_the_json_array_in_the_module_comment() {
        let (secret, round, slot, signer) = example();
        let json = format!(r#"["multi-agency-audit enrolment","round-1","police-1","{signer}"]"#);
        let read: Vec<String> = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        let mut mac = Hmac::<Sha256>::new_from_slice(&[1; 32]).unwrap();
        mac.update(json.as_bytes());
        let expected: [u8; 32] = mac.finalize().into_bytes().into();
        assert_eq!(secret.prove(&round, &slot, &signer).as_bytes(), &expected);
    }

    #[test]
    fn a_proof_holds_for_its_round_slot_signer_and_secret_only() {
        let (secret, round, slot, signer) = example();
        let proof = secret.prove(&round, &slot, &signer);
        assert!(secret.confirms(&proof, &round, &slot, &signer));
        let other_round = RoundId::new("round-2").unwrap();
        let other_slot = SlotId::new("police-2").unwrap();
        let other_signer = Thumbprint::from_bytes([3; 32]);
        let other_secret = EnrolmentSecret::from_bytes([4; 32]);
        assert!(!secret.confirms(&proof, &other_round, &slot, &signer));
        assert!(!secret.confirms(&proof, &round, &other_slot, &signer));
        assert!(!secret.confirms(&proof, &round, &slot, &other_signer));
        assert!(!other_secret.confirms(&proof, &round, &slot, &signer));
    }

    #[test]
    fn a_secret_is_never_shown() {
        let (secret, ..) = example();
        assert_eq!(format!("{secret:?}"), "EnrolmentSecret");
    }
}
