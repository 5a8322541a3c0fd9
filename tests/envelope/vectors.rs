//! Our code against examples that it did not make.

use hmac::{Hmac, KeyInit, Mac};
use multi_agency_audit::envelope::{
    EnrolmentProof, EnrolmentSecret, Kind, Limits, OpenError, Part, PublicKey, SoftwareKey,
    Thumbprint, open,
};
use multi_agency_audit::id::{RoundId, SlotId};
use serde::Deserialize;
use sha2::Sha256;

use crate::letter::Letter;

#[derive(Deserialize)]
struct Signing {
    name: String,
    seed: String,
    public: String,
    message: String,
    signature: String,
}

#[derive(Deserialize)]
struct Mac256 {
    name: String,
    key: String,
    data: String,
    hmac_sha256: String,
}

#[derive(Deserialize)]
struct Jose {
    d: EnrolmentSecret,
    x: PublicKey,
    thumbprint: Thumbprint,
    payload_text: String,
    payload: String,
    protected: String,
    signature: String,
}

#[derive(Deserialize)]
struct Enrolment {
    secret: EnrolmentSecret,
    round: RoundId,
    slot: SlotId,
    signer: Thumbprint,
    proof: EnrolmentProof,
}

fn rfc8037() -> Jose {
    serde_json::from_str(include_str!("../vectors/rfc8037.json")).unwrap()
}

fn from_hex(text: &str) -> Vec<u8> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    assert!(rest.is_empty(), "{text}");
    let byte = |pair: &[u8; 2]| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
    pairs.iter().map(byte).collect()
}

fn from_base64url(text: &str) -> Vec<u8> {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).unwrap()
}

#[test]
fn rfc8032_keys_and_signatures() {
    let rows: Vec<Signing> = serde_json::from_str(include_str!("../vectors/rfc8032.json")).unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let key = SoftwareKey::from_seed(&from_hex(&row.seed).try_into().unwrap());
        assert_eq!(key.public_key().to_bytes().to_vec(), from_hex(&row.public), "{}", row.name);
        let message = from_hex(&row.message);
        let signature: [u8; 64] = from_hex(&row.signature).try_into().unwrap();
        assert_eq!(key.sign(&message), signature, "{}", row.name);
        assert!(key.public_key().verifies(&message, &signature), "{}", row.name);
    }
}

#[test]
fn rfc8037_a1_a2_private_and_public_key() {
    let vector = rfc8037();
    assert_eq!(SoftwareKey::from_seed(vector.d.as_bytes()).public_key(), vector.x);
}

#[test]
fn rfc8037_a3_thumbprint() {
    let vector = rfc8037();
    assert_eq!(vector.x.thumbprint(), vector.thumbprint);
}

#[test]
fn rfc8037_a4_a5_signature_over_the_signing_input() {
    let vector = rfc8037();
    assert_eq!(from_base64url(&vector.payload), vector.payload_text.as_bytes());
    let input = [vector.protected, vector.payload].join(".");
    let signature: [u8; 64] = from_base64url(&vector.signature).try_into().unwrap();
    let key = SoftwareKey::from_seed(vector.d.as_bytes());
    assert_eq!(key.sign(input.as_bytes()), signature);
    assert!(vector.x.verifies(input.as_bytes(), &signature));
}

/// The example is a sound JWS, but names no kind, so it is not opened; a return
/// with its algorithm, "EdDSA", is `tests/faults/alg-eddsa.json`.
#[test]
fn rfc8037_a4_is_not_one_of_our_files() {
    let vector = rfc8037();
    let file = format!(
        r#"{{"payload":"{}","protected":"{}","signature":"{}"}}"#,
        vector.payload, vector.protected, vector.signature
    );
    let error = open(file.as_bytes(), &Kind::ALL, &Limits::of(Kind::Return)).unwrap_err();
    assert_eq!(error, OpenError::MissingMember { part: Part::Header, name: "typ" });
}

#[test]
fn rfc4231_hmac_sha256() {
    let rows: Vec<Mac256> = serde_json::from_str(include_str!("../vectors/rfc4231.json")).unwrap();
    assert_eq!(rows.len(), 2);
    for row in rows {
        let mut mac = Hmac::<Sha256>::new_from_slice(&from_hex(&row.key)).unwrap();
        mac.update(&from_hex(&row.data));
        let found = mac.finalize().into_bytes();
        assert_eq!(found.to_vec(), from_hex(&row.hmac_sha256), "{}", row.name);
    }
}

#[test]
fn an_enrolment_proof_made_elsewhere_is_ours() {
    let row: Enrolment = serde_json::from_str(include_str!("../vectors/enrolment.json")).unwrap();
    assert_eq!(row.secret.prove(&row.round, &row.slot, &row.signer), row.proof);
    assert!(row.secret.confirms(&row.proof, &row.round, &row.slot, &row.signer));
}

#[test]
fn a_return_signed_by_jose_opens() {
    let file = include_bytes!("../vectors/jose-return.json");
    let verified = open(file, &[Kind::Return], &Limits::of(Kind::Return)).unwrap();
    assert_eq!(verified.signer(), &rfc8037().x);
    assert_eq!(verified.parse::<Letter>().unwrap().text, "Signed by another program.");
}
