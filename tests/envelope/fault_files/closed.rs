//! Faults of sealed files, and of files that a passphrase opens.
//!
//! Encrypted here by hand, from the same primitives, so that every member can be
//! wrong by itself while all others belong together.

use aes_gcm::aead::AeadInOut;
use aes_gcm::{Aes256Gcm, KeyInit};
use aes_kw::KwAes256;
use multi_agency_audit::envelope::{OpeningKey, SealingKey};
use sha2::{Digest, Sha256};
use x25519_dalek::{PublicKey, StaticSecret};

use super::{Jws, Made, base64url, sound_header, with, with_one_letter_changed};

/// The passphrase of every protected file here.
pub const PASSPHRASE: &str = "lantern orchard kettle";
/// What PBKDF2-HMAC-SHA-512 makes of it in 210,000 rounds with the salt below; from Node's `crypto`.
const DERIVED: &str = "06627e746aca89aa97caa1e4ff70d8a5a66162409ef8b6ca501bbd27193cc5cb";
const SALT: [u8; 16] = [7; 16];
const CONTENT_KEY: [u8; 32] = [1; 32];
const IV: [u8; 12] = [2; 12];

/// Opens the sealed files here; the second of their recipients.
pub fn deputy() -> OpeningKey {
    OpeningKey::from_seed(&[22; 32])
}

fn coordinator() -> OpeningKey {
    OpeningKey::from_seed(&[21; 32])
}

pub fn all() -> Vec<Made> {
    [recipients(), contents(), headers(), inside(), passphrase()].concat()
}

/// One lock, as it stands in a file.
#[derive(Clone)]
struct Lock {
    alg: String,
    kid: String,
    jwk: [String; 3],
    wrapped: String,
}

impl Lock {
    fn for_key(key: &SealingKey, ephemeral: u8) -> Self {
        let secret = StaticSecret::from([ephemeral; 32]);
        let shared = secret.diffie_hellman(&PublicKey::from(*key.as_bytes()));
        let mut hash = Sha256::new();
        hash.update([0, 0, 0, 1]);
        hash.update(shared.as_bytes());
        // RFC 7518 4.6.2: the algorithm with its length, no parties, 256 bits.
        hash.update(b"\0\0\0\x0eECDH-ES+A256KW\0\0\0\0\0\0\0\0\0\0\x01\0");
        let by: [u8; 32] = hash.finalize().into();
        Self {
            alg: "ECDH-ES+A256KW".into(),
            kid: key.thumbprint().to_string(),
            jwk: ["OKP".into(), "X25519".into(), base64url(PublicKey::from(&secret).as_bytes())],
            wrapped: wrapped(&by),
        }
    }

    fn json(&self) -> String {
        let Self { alg, kid, jwk: [kty, crv, x], wrapped } = self;
        format!(
            r#"{{"header":{{"alg":"{alg}","kid":"{kid}","epk":{{"kty":"{kty}","crv":"{crv}","x":"{x}"}}}},"encrypted_key":"{wrapped}"}}"#
        )
    }

    fn bound(&self) -> String {
        let [_, _, x] = &self.jwk;
        format!("{}.{x}.{}", self.kid, self.wrapped)
    }
}

fn wrapped(by: &[u8; 32]) -> String {
    let mut wrapped = [0; 40];
    KwAes256::new(by.into()).wrap_key(&CONTENT_KEY, &mut wrapped).unwrap();
    base64url(&wrapped)
}

fn locks() -> Vec<Lock> {
    vec![
        Lock::for_key(&coordinator().sealing_key(), 31),
        Lock::for_key(&deputy().sealing_key(), 32),
    ]
}

fn aad(locks: &[Lock]) -> String {
    let bound: Vec<String> = locks.iter().map(Lock::bound).collect();
    base64url(bound.join(",").as_bytes())
}

const HEADER: &str =
    r#"{"enc":"A256GCM","typ":"application/vnd.multi-agency-audit.return+json","cty":"jose+json"}"#;

/// `"iv":…,"ciphertext":…,"tag":…` of truly encrypted contents.
fn encrypted(covered: &str, contents: &[u8]) -> [String; 3] {
    let mut ciphertext = contents.to_vec();
    let tag = Aes256Gcm::new((&CONTENT_KEY).into())
        .encrypt_inout_detached(&IV.into(), covered.as_bytes(), ciphertext.as_mut_slice().into())
        .unwrap();
    [base64url(&IV), base64url(&ciphertext), base64url(&tag)]
}

fn sealed_as(header: &str, locks: &[Lock], contents: &[u8]) -> String {
    let (protected, aad) = (base64url(header.as_bytes()), aad(locks));
    let [iv, ciphertext, tag] = encrypted(&format!("{protected}.{aad}"), contents);
    let locks: Vec<String> = locks.iter().map(Lock::json).collect();
    let locks = locks.join(",");
    format!(
        r#"{{"protected":"{protected}","recipients":[{locks}],"aad":"{aad}","iv":"{iv}","ciphertext":"{ciphertext}","tag":"{tag}"}}"#
    )
}

/// A sound sealed return.
pub fn sealed() -> String {
    sealed_as(HEADER, &locks(), Jws::sound().file().as_bytes())
}

/// A member's text in a file.
fn member(file: &str, name: &str) -> String {
    let (_, rest) = file.split_once(&format!("\"{name}\":\"")).unwrap();
    rest.split_once('"').unwrap().0.to_owned()
}

fn one_letter(file: &str, name: &str) -> Vec<u8> {
    let text = member(file, name);
    with(
        file,
        &format!("\"{name}\":\"{text}\""),
        &format!("\"{name}\":\"{}\"", with_one_letter_changed(&text)),
    )
    .into_bytes()
}

fn without(file: &str, name: &str) -> Vec<u8> {
    with(file, &format!("\"{name}\":\"{}\",", member(file, name)), "").into_bytes()
}

/// The list of those who can open it, changed after sealing or wrong from the start.
fn recipients() -> Vec<Made> {
    let [first, second] = &locks()[..] else { panic!("two locks") };
    let (first, second) = (first.clone(), second.clone());
    let sound = sealed();
    let changed = |old: &str, new: &str| with(&sound, old, new).into_bytes();
    let anew =
        |locks: &[Lock]| sealed_as(HEADER, locks, Jws::sound().file().as_bytes()).into_bytes();
    let stranger = Lock::for_key(&OpeningKey::from_seed(&[23; 32]).sealing_key(), 33);
    let both = format!("{},{}", first.json(), second.json());
    let with_jwk = |at: usize, text: &str| {
        let mut lock = second.clone();
        lock.jwk[at] = text.to_owned();
        anew(&[first.clone(), lock])
    };
    vec![
        ("sealed-sound.json", sound.clone().into_bytes()),
        ("sealed-to-others.json", anew(&[first.clone(), stranger.clone()])),
        ("sealed-recipient-stripped.json", changed(&format!("{},", first.json()), "")),
        ("sealed-recipient-added.json", changed(&both, &format!("{both},{}", stranger.json()))),
        (
            "sealed-recipients-swapped.json",
            changed(&both, &format!("{},{}", second.json(), first.json())),
        ),
        ("sealed-recipient-twice.json", anew(&[second.clone(), second.clone()])),
        ("sealed-recipients-none.json", changed(&both, "")),
        ("sealed-recipients-missing.json", changed(&format!("\"recipients\":[{both}],"), "")),
        ("sealed-recipients-not-a-list.json", changed(&format!("[{both}]"), "{}")),
        (
            "sealed-recipients-too-many.json",
            anew(
                &[0; 17]
                    .iter()
                    .enumerate()
                    .map(|(at, _)| {
                        Lock::for_key(
                            &OpeningKey::from_seed(&[50 + at as u8; 32]).sealing_key(),
                            90,
                        )
                    })
                    .collect::<Vec<_>>(),
            ),
        ),
        (
            "sealed-recipient-with-further-member.json",
            changed(
                &format!("\"encrypted_key\":\"{}\"", second.wrapped),
                &format!("\"encrypted_key\":\"{}\",\"note\":\"\"", second.wrapped),
            ),
        ),
        (
            "sealed-recipient-another-method.json",
            anew(&[first.clone(), Lock { alg: "ECDH-ES+A128KW".into(), ..second.clone() }]),
        ),
        (
            "sealed-recipient-method-dir.json",
            anew(&[first.clone(), Lock { alg: "dir".into(), ..second.clone() }]),
        ),
        ("sealed-epks-swapped.json", {
            let mut locks = [first.clone(), second.clone()];
            let [a, b] = &mut locks;
            std::mem::swap(&mut a.jwk, &mut b.jwk);
            anew(&locks)
        }),
        ("sealed-epk-swapped-afterwards.json", changed(&second.jwk[2], &first.jwk[2])),
        ("sealed-epk-small-order.json", with_jwk(2, &base64url(&[0; 32]))),
        ("sealed-epk-too-short.json", with_jwk(2, &base64url(&[9; 31]))),
        ("sealed-epk-curve-ed25519.json", with_jwk(1, "Ed25519")),
        ("sealed-epk-type-ec.json", with_jwk(0, "EC")),
        (
            "sealed-wrapped-key-of-another.json",
            anew(&[first.clone(), Lock { wrapped: first.wrapped.clone(), ..second.clone() }]),
        ),
        (
            "sealed-wrapped-key-cut-short.json",
            anew(&[
                first.clone(),
                Lock { wrapped: second.wrapped[..43].to_owned(), ..second.clone() },
            ]),
        ),
        (
            "sealed-wrapped-key-altered.json",
            changed(&second.wrapped, &with_one_letter_changed(&second.wrapped)),
        ),
    ]
}

/// Everything around and in the ciphertext.
fn contents() -> Vec<Made> {
    let sound = sealed();
    vec![
        ("sealed-tag-altered.json", one_letter(&sound, "tag")),
        ("sealed-iv-altered.json", one_letter(&sound, "iv")),
        ("sealed-ciphertext-altered.json", one_letter(&sound, "ciphertext")),
        ("sealed-aad-altered.json", one_letter(&sound, "aad")),
        ("sealed-aad-missing.json", without(&sound, "aad")),
        ("sealed-iv-missing.json", without(&sound, "iv")),
        ("sealed-protected-missing.json", without(&sound, "protected")),
        (
            "sealed-tag-missing.json",
            with(&sound, &format!(",\"tag\":\"{}\"", member(&sound, "tag")), "").into_bytes(),
        ),
        (
            "sealed-tag-cut-short.json",
            with(&sound, &member(&sound, "tag"), "AAAAAAAAAAAAAAAA").into_bytes(),
        ),
        (
            "sealed-iv-too-long.json",
            with(
                &sound,
                &format!("\"iv\":\"{}\"", member(&sound, "iv")),
                "\"iv\":\"AAAAAAAAAAAAAAAAAAAAAA\"",
            )
            .into_bytes(),
        ),
        (
            "sealed-ciphertext-empty.json",
            with(&sound, &member(&sound, "ciphertext"), "").into_bytes(),
        ),
        (
            "sealed-ciphertext-twice.json",
            with(&sound, "{\"protected\"", "{\"ciphertext\":\"\",\"protected\"").into_bytes(),
        ),
        (
            "sealed-unprotected-header.json",
            with(&sound, "{\"protected\"", "{\"unprotected\":{\"zip\":\"DEF\"},\"protected\"")
                .into_bytes(),
        ),
        ("sealed-cut-short.json", sound.as_bytes()[..sound.len() / 2].to_vec()),
    ]
}

/// A header that says what ours never do, truly covered by the tag.
fn headers() -> Vec<Made> {
    let header = |old: &str, new: &str| {
        sealed_as(&with(HEADER, old, new), &locks(), Jws::sound().file().as_bytes()).into_bytes()
    };
    vec![
        ("sealed-zip.json", header("{", r#"{"zip":"DEF","#)),
        ("sealed-crit.json", header("{", r#"{"crit":["exp"],"#)),
        ("sealed-another-encryption.json", header("A256GCM", "A128CBC-HS256")),
        ("sealed-encryption-missing.json", header(r#""enc":"A256GCM","#, "")),
        ("sealed-content-type-missing.json", header(r#","cty":"jose+json""#, "")),
        ("sealed-content-type-plain.json", header("jose+json", "json")),
        (
            "sealed-kind-missing.json",
            header(r#""typ":"application/vnd.multi-agency-audit.return+json","#, ""),
        ),
        ("sealed-unknown-kind.json", header("audit.return+json", "audit.timetable+json")),
        ("sealed-as-concern.json", header("audit.return+json", "audit.concern+json")),
    ]
}

/// Soundly sealed, with something else inside.
fn inside() -> Vec<Made> {
    let holding = |contents: &[u8]| sealed_as(HEADER, &locks(), contents).into_bytes();
    let signed_as = |kind: &str| {
        let header = with(&sound_header(), "audit.return+json", kind);
        Jws::sign(header.as_bytes(), super::CONTENTS.as_bytes()).file().into_bytes()
    };
    let other = base64url(with(super::CONTENTS, "alone", "twice").as_bytes());
    let altered = with(&Jws::sound().file(), &Jws::sound().payload, &other);
    vec![
        ("sealed-altered-inside.json", holding(altered.as_bytes())),
        ("sealed-concern-inside.json", holding(&signed_as("audit.concern+json"))),
        ("sealed-sealed-inside.json", holding(sealed().as_bytes())),
        ("sealed-unsigned-inside.json", holding(super::CONTENTS.as_bytes())),
        ("sealed-nothing-inside.json", holding(b"")),
    ]
}

const LOCKED: &str = r#"{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","typ":"application/vnd.multi-agency-audit.draft+json","p2s":"BwcHBwcHBwcHBwcHBwcHBw","p2c":210000}"#;

fn protected_as(header: &str) -> String {
    assert!(header.contains(&base64url(&SALT)) || !header.contains("p2s"), "{header}");
    let protected = base64url(header.as_bytes());
    let [iv, ciphertext, tag] = encrypted(&protected, super::draft::sound().as_bytes());
    let mut by = [0; 32];
    for (at, byte) in by.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&DERIVED[2 * at..2 * at + 2], 16).unwrap();
    }
    let wrapped = wrapped(&by);
    format!(
        r#"{{"protected":"{protected}","encrypted_key":"{wrapped}","iv":"{iv}","ciphertext":"{ciphertext}","tag":"{tag}"}}"#
    )
}

/// A sound draft that [`PASSPHRASE`] opens.
pub fn protected() -> String {
    protected_as(LOCKED)
}

fn passphrase() -> Vec<Made> {
    let sound = protected_as(LOCKED);
    let header = |old: &str, new: &str| protected_as(&with(LOCKED, old, new)).into_bytes();
    vec![
        ("protected-sound.json", sound.clone().into_bytes()),
        ("protected-too-few-rounds.json", header("210000", "209999")),
        ("protected-huge-rounds.json", header("210000", "2147483647")),
        ("protected-rounds-beyond-32-bits.json", header("210000", "4294967506")),
        ("protected-rounds-negative.json", header("210000", "-1")),
        ("protected-rounds-a-text.json", header("210000", "\"210000\"")),
        ("protected-rounds-missing.json", header(r#","p2c":210000"#, "")),
        ("protected-salt-missing.json", header(r#""p2s":"BwcHBwcHBwcHBwcHBwcHBw","#, "")),
        ("protected-another-method.json", header("PBES2-HS512+A256KW", "PBES2-HS256+A128KW")),
        ("protected-another-encryption.json", header("A256GCM", "A128CBC-HS256")),
        ("protected-zip.json", header("{", r#"{"zip":"DEF","#)),
        ("protected-as-return.json", header("audit.draft+json", "audit.return+json")),
        ("protected-wrapped-key-altered.json", one_letter(&sound, "encrypted_key")),
        ("protected-ciphertext-altered.json", one_letter(&sound, "ciphertext")),
        ("protected-tag-altered.json", one_letter(&sound, "tag")),
        ("protected-iv-missing.json", without(&sound, "iv")),
        (
            "protected-further-member.json",
            with(&sound, "{\"protected\"", "{\"note\":\"\",\"protected\"").into_bytes(),
        ),
        (
            "protected-with-recipients.json",
            with(&sound, "{\"protected\"", "{\"recipients\":[],\"protected\"").into_bytes(),
        ),
    ]
}
