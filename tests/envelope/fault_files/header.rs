//! Faults of the protected header, under a signature that holds.

use multi_agency_audit::envelope::SoftwareKey;

use super::{CONTENTS, Jws, Made, base64url, key, sound_header, with};

const ALG: &str = r#""alg":"Ed25519""#;
const TYP: &str = r#""typ":"application/vnd.multi-agency-audit.return+json""#;
const CRV: &str = r#""crv":"Ed25519""#;
const KTY: &str = r#""kty":"OKP""#;
/// A further parameter, put before all others.
const FIRST: &str = r#"{"alg""#;

pub fn all() -> Vec<Made> {
    [algorithms(), types(), parameters(), key_ids(), keys(), key_bytes(), json()].concat()
}

fn signed(name: &'static str, header: &str) -> Made {
    (name, Jws::sign(header.as_bytes(), CONTENTS.as_bytes()).file().into_bytes())
}

fn changed(name: &'static str, old: &str, new: &str) -> Made {
    signed(name, &with(&sound_header(), old, new))
}

fn algorithms() -> Vec<Made> {
    vec![
        changed("alg-none.json", ALG, r#""alg":"none""#),
        changed("alg-eddsa.json", ALG, r#""alg":"EdDSA""#),
        changed("alg-hs256.json", ALG, r#""alg":"HS256""#),
        changed("alg-es256.json", ALG, r#""alg":"ES256""#),
        changed("alg-small-letters.json", ALG, r#""alg":"ed25519""#),
        changed("alg-not-a-text.json", ALG, r#""alg":["Ed25519"]"#),
        changed("alg-missing.json", r#""alg":"Ed25519","#, ""),
    ]
}

fn types() -> Vec<Made> {
    vec![
        changed("typ-missing.json", &format!("{TYP},"), ""),
        changed("typ-of-a-web-token.json", TYP, r#""typ":"JWT""#),
        changed("typ-without-application.json", "application/vnd", "vnd"),
        changed("typ-of-a-newer-kind.json", "return+json", "timetable+json"),
        changed("typ-of-an-invitation.json", "return+json", "invitation+json"),
        changed("typ-of-a-draft.json", "return+json", "draft+json"),
    ]
}

fn parameters() -> Vec<Made> {
    let first = |parameter: &str| format!("{{{parameter},\"alg\"");
    vec![
        changed("parameter-crit.json", FIRST, &first(r#""crit":["exp"]"#)),
        changed("parameter-b64.json", FIRST, &first(r#""b64":false,"crit":["b64"]"#)),
        changed("parameter-jku.json", FIRST, &first(r#""jku":"https://example.org/keys""#)),
        changed("parameter-x5u.json", FIRST, &first(r#""x5u":"https://example.org/cert""#)),
        changed("parameter-x5c.json", FIRST, &first(r#""x5c":["MIIB"]"#)),
        changed("parameter-cty.json", FIRST, &first(r#""cty":"json""#)),
        changed("parameter-unknown.json", FIRST, &first(r#""note":"hello""#)),
    ]
}

fn key_ids() -> Vec<Made> {
    let kid = key().public_key().thumbprint().to_string();
    let other = SoftwareKey::from_seed(&[43; 32]).public_key().thumbprint().to_string();
    vec![
        changed("kid-missing.json", &format!(r#","kid":"{kid}""#), ""),
        changed("kid-of-another-key.json", &kid, &other),
        changed("kid-empty.json", &kid, ""),
        changed("kid-in-hexadecimal.json", &kid, &"ab".repeat(32)),
    ]
}

fn keys() -> Vec<Made> {
    let jwk = format!(r#""jwk":{{{KTY},{CRV},"x":"{}"}}"#, key().public_key());
    let private = format!(r#"{CRV},"d":"{}""#, base64url(key().seed()));
    vec![
        changed("jwk-missing.json", &format!("{jwk},"), ""),
        changed("jwk-not-an-object.json", &jwk, &format!(r#""jwk":"{}""#, key().public_key())),
        changed("jwk-without-x.json", &jwk, &format!(r#""jwk":{{{KTY},{CRV}}}"#)),
        changed("jwk-with-private-key.json", CRV, &private),
        changed("jwk-with-use.json", CRV, &format!(r#"{CRV},"use":"sig""#)),
        changed("jwk-curve-x25519.json", CRV, r#""crv":"X25519""#),
        changed("jwk-curve-ed448.json", CRV, r#""crv":"Ed448""#),
        changed("jwk-curve-p256.json", CRV, r#""crv":"P-256""#),
        changed("jwk-type-ec.json", KTY, r#""kty":"EC""#),
        changed("jwk-rsa.json", &jwk, r#""jwk":{"kty":"RSA","n":"0vx7","e":"AQAB"}"#),
    ]
}

fn key_bytes() -> Vec<Made> {
    let x = key().public_key().to_string();
    let point = |first: u8, last: u8, between: u8| {
        let mut bytes = [between; 32];
        (bytes[0], bytes[31]) = (first, last);
        base64url(&bytes)
    };
    vec![
        // y = 1 is the neutral element: under it, signatures hold for any message.
        changed("jwk-small-order.json", &x, &point(1, 0, 0)),
        // y = 2^255 - 19 + 3 is the point y = 3 in a second spelling.
        changed("jwk-second-spelling.json", &x, &point(0xf0, 0x7f, 0xff)),
        // y = 2 is on no point of the curve.
        changed("jwk-not-on-the-curve.json", &x, &point(2, 0, 0)),
        changed("jwk-too-short.json", &x, &base64url(&[3; 31])),
        changed("jwk-padded.json", &x, &format!("{x}=")),
    ]
}

fn json() -> Vec<Made> {
    let sound = sound_header();
    let first = |parameter: &str| format!("{{{parameter},\"alg\"");
    let trailing = format!("{sound} ,");
    let marked = format!("\u{feff}{sound}");
    let deep = first(r#""deep":[[[[[1]]]]]"#);
    let long = first(&format!(r#""note":"{}""#, "a".repeat(300)));
    vec![
        changed("header-alg-twice.json", FIRST, &first(r#""alg":"none""#)),
        changed("header-alg-twice-escaped.json", FIRST, &first(r#""\u0061lg":"none""#)),
        changed("header-x-twice.json", CRV, &format!(r#"{CRV},"x":"AAAA""#)),
        changed("header-deep.json", FIRST, &deep),
        changed("header-long-text.json", FIRST, &long),
        changed("header-number.json", FIRST, &first(r#""exp":1.5e9"#)),
        signed("header-trailing-bytes.json", &trailing),
        signed("header-byte-order-mark.json", &marked),
        signed("header-cut-short.json", &sound[..sound.len() - 2]),
        signed("header-malformed.json", &with(&sound, r#""kid":"#, r#""kid" "#)),
        signed("header-empty.json", ""),
        signed("header-a-list.json", "[]"),
        (
            "header-not-utf8.json",
            Jws::sign(b"{\"alg\":\"\xff\"}", CONTENTS.as_bytes()).file().into(),
        ),
    ]
}
