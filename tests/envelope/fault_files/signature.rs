//! Signatures that do not hold, or hold for something else.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use multi_agency_audit::envelope::SoftwareKey;

use super::{CONTENTS, Jws, Made, base64url, key, sound_header, with, with_one_letter_changed};

/// The order of the group, 2^252 + 27742317777372353535851937790883648493 (RFC 8032 5.1).
const ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

pub fn all() -> Vec<Made> {
    [altered(), borrowed(), shaped()].concat()
}

fn file(name: &'static str, jws: Jws) -> Made {
    (name, jws.file().into_bytes())
}

/// One thing altered after signing.
fn altered() -> Vec<Made> {
    let sound = Jws::sound();
    let other_words = base64url(with(CONTENTS, "seen alone", "not seen").as_bytes());
    let other_header = base64url(with(&sound_header(), r#"{"alg""#, r#"{ "alg""#).as_bytes());
    let other_kind = with(&sound_header(), "return+json", "concern+json");
    let changed = with_one_letter_changed(&sound.signature);
    vec![
        file("altered-words.json", Jws { payload: other_words, ..sound.clone() }),
        file("altered-payload-empty.json", Jws { payload: String::new(), ..sound.clone() }),
        file("altered-header-space.json", Jws { protected: other_header, ..sound.clone() }),
        file("altered-signature.json", Jws { signature: changed, ..sound.clone() }),
        file("altered-kind.json", Jws { protected: base64url(other_kind.as_bytes()), ..sound }),
    ]
}

/// True signatures, of other bytes or by another key.
fn borrowed() -> Vec<Made> {
    let sound = Jws::sound();
    let other = Jws::sign(sound_header().as_bytes(), with(CONTENTS, "alone", "").as_bytes());
    let stranger = SoftwareKey::from_seed(&[43; 32]);
    let input = format!("{}.{}", sound.protected, sound.payload);
    let by_stranger = base64url(&stranger.sign(input.as_bytes()));
    let of_contents = base64url(&key().sign(CONTENTS.as_bytes()));
    let of_payload = base64url(&key().sign(sound.payload.as_bytes()));
    vec![
        file("signature-of-another-file.json", Jws { signature: other.signature, ..sound.clone() }),
        file("signature-by-another-key.json", Jws { signature: by_stranger, ..sound.clone() }),
        file("signature-of-bare-contents.json", Jws { signature: of_contents, ..sound.clone() }),
        file("signature-without-header.json", Jws { signature: of_payload, ..sound }),
    ]
}

/// Texts that are no signature, or a second form of one.
fn shaped() -> Vec<Made> {
    let sound = Jws::sound();
    let bytes = URL_SAFE_NO_PAD.decode(&sound.signature).unwrap();
    let with_signature = |bytes: &[u8]| Jws { signature: base64url(bytes), ..Jws::sound() };
    vec![
        file("signature-malleable.json", with_signature(&plus_order(&bytes))),
        file("signature-of-zeros.json", with_signature(&[0; 64])),
        file("signature-of-small-order.json", with_signature(&[&[1][..], &[0; 63]].concat())),
        file("signature-too-short.json", with_signature(&bytes[..63])),
        file("signature-too-long.json", with_signature(&[&bytes[..], &[0]].concat())),
        file("signature-empty.json", with_signature(&[])),
    ]
}

/// The same signature with S + L in place of S, which lax verifiers accept.
fn plus_order(signature: &[u8]) -> Vec<u8> {
    let mut sum = signature.to_vec();
    let mut carry = 0;
    for (byte, order) in sum[32..].iter_mut().zip(ORDER) {
        carry += u16::from(*byte) + u16::from(order);
        *byte = (carry & 0xff) as u8;
        carry >>= 8;
    }
    assert_eq!(carry, 0, "S + L is below 2^256");
    sum
}
