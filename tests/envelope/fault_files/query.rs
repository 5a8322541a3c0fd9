//! Faults of query packs: of the file, of what it asks, and of whom it asks.

use super::{Jws, Made, sound_header, with, with_one_letter_changed};

/// The contents of a sound pack: one question to the police about version 2 of one return.
pub const PACK: &str = r#"{"format_version":1,"round":{"id":"round-1","title":"Neglect","period":"2026"},"agency":{"id":"police","kind":"police","name":"Police","slot":"police-1"},"by":"Coordinator","at":"2026-05-18T10:00:00Z","returns":[{"case_ref":"c-3f9a","case_label":"Case 3","version":{"return_id":"5f1d0c52a0b94e5f8a3b6a1de1c0ffee","version":2,"payload":"2222222222222222222222222222222222222222222222222222222222222222"},"questions":[{"id":"0f0f","about":{"prompt":"4.5"},"text":"Who saw the child?","asked_by":"Coordinator","asked_at":"2026-05-18T09:00:00Z"}]}]}"#;

const QUESTION: &str = r#"{"id":"0f0f","about":{"prompt":"4.5"},"text":"Who saw the child?","asked_by":"Coordinator","asked_at":"2026-05-18T09:00:00Z"}"#;
const VERSION: &str =
    r#""version":2,"payload":"2222222222222222222222222222222222222222222222222222222222222222""#;

fn header() -> String {
    with(&sound_header(), "audit.return", "audit.query")
}

fn sound() -> Jws {
    Jws::sign(header().as_bytes(), PACK.as_bytes())
}

/// Truly signed by the round's key, with one change to its contents.
fn changed(name: &'static str, old: &str, new: &str) -> Made {
    let contents = with(PACK, old, new);
    (name, Jws::sign(header().as_bytes(), contents.as_bytes()).file().into_bytes())
}

/// Signed by a key that is nobody's here.
fn by_another_key() -> Vec<u8> {
    let key = super::countersigned::second_key();
    let public = key.public_key();
    let header =
        header().replace(&super::key().public_key().to_string(), &public.to_string()).replace(
            &super::key().public_key().thumbprint().to_string(),
            &public.thumbprint().to_string(),
        );
    let (protected, payload) =
        (super::base64url(header.as_bytes()), super::base64url(PACK.as_bytes()));
    let signature = super::base64url(&key.sign(format!("{protected}.{payload}").as_bytes()));
    Jws { payload, protected, signature }.file().into_bytes()
}

pub fn all() -> Vec<Made> {
    [files(), questions(), for_others(), about_returns()].concat()
}

fn files() -> Vec<Made> {
    let altered = Jws { payload: with_one_letter_changed(&sound().payload), ..sound() };
    let as_return = Jws::sign(sound_header().as_bytes(), PACK.as_bytes());
    vec![
        ("query-sound.json", sound().file().into_bytes()),
        ("query-altered.json", altered.file().into_bytes()),
        ("query-as-a-return.json", as_return.file().into_bytes()),
        ("query-by-another-key.json", by_another_key()),
        ("query-not-signed.json", PACK.as_bytes().to_vec()),
        changed("query-newer-version.json", r#""format_version":1"#, r#""format_version":2"#),
        changed("query-without-version.json", r#""format_version":1,"#, ""),
        changed("query-without-agency.json", r#""agency""#, r#""agencies""#),
    ]
}

fn questions() -> Vec<Made> {
    let many: Vec<String> = (0..501).map(|at| with(QUESTION, "0f0f", &format!("q-{at}"))).collect();
    let long = "é".repeat(2_001);
    vec![
        changed("query-nothing-asked.json", QUESTION, ""),
        changed("query-too-many.json", QUESTION, &many.join(",")),
        changed("query-blank.json", "Who saw the child?", " \\n\\u00a0"),
        changed("query-too-long.json", "Who saw the child?", &long),
        changed("query-twice.json", QUESTION, &[QUESTION, QUESTION].join(",")),
        changed("query-id-with-capitals.json", "0f0f", "0F0F"),
        changed("query-unknown-place.json", r#"{"prompt":"4.5"}"#, r#"{"colour":"4.5"}"#),
        changed(
            "query-place-of-two.json",
            r#"{"prompt":"4.5"}"#,
            r#"{"prompt":"4.5","timescale":"visits"}"#,
        ),
        changed("query-unknown-prompt.json", "4.5", "99.5"),
    ]
}

fn for_others() -> Vec<Made> {
    vec![
        changed("query-other-round.json", "round-1", "round-2"),
        changed("query-other-slot.json", "police-1", "police-2"),
        changed("query-other-agency.json", r#"{"id":"police","#, r#"{"id":"health","#),
        changed("query-other-case.json", "c-3f9a", "c-0000"),
    ]
}

fn about_returns() -> Vec<Made> {
    let no_version =
        format!(r#""version":{{"return_id":"5f1d0c52a0b94e5f8a3b6a1de1c0ffee",{VERSION}}},"#);
    let older = VERSION.replacen('2', "1", 1).replace("2222", "1111");
    let newer = VERSION.replacen('2', "3", 1).replace("2222", "3333");
    vec![
        changed("query-unknown-return.json", "5f1d0c52a0b94e5f8a3b6a1de1c0ffee", "00ff"),
        changed("query-older-version.json", VERSION, &older),
        changed("query-later-version.json", VERSION, &newer),
        changed("query-where-nothing-came.json", &no_version, ""),
        changed("query-about-version-nought.json", r#""version":2,"#, r#""version":0,"#),
    ]
}
