//! Faults of the file around a sound signature, and files that are none of ours.

use super::{Jws, Made, with};

pub fn all() -> Vec<Made> {
    [members(), encodings(), json(), harmless(), foreign()].concat()
}

fn changed(name: &'static str, old: &str, new: &str) -> Made {
    (name, with(&Jws::sound().file(), old, new).into_bytes())
}

fn members() -> Vec<Made> {
    let Jws { payload, protected, signature } = Jws::sound();
    let first = |member: &str| format!("{{{member},\"payload\"");
    let general = format!(
        r#"{{"payload":"{payload}","signatures":[{{"protected":"{protected}","signature":"{signature}"}}]}}"#
    );
    let number = changed("signature-not-a-text.json", &format!("\"{signature}\""), "7");
    vec![
        changed("unprotected-header.json", "{\"payload\"", &first(r#""header":{"alg":"Ed25519"}"#)),
        changed("empty-unprotected-header.json", "{\"payload\"", &first(r#""header":{}"#)),
        changed("kind-outside-the-signature.json", "{\"payload\"", &first(r#""typ":"return""#)),
        changed("further-member.json", "{\"payload\"", &first(r#""note":"hello""#)),
        changed("payload-missing.json", &format!("\"payload\":\"{payload}\","), ""),
        changed("protected-missing.json", &format!("\"protected\":\"{protected}\","), ""),
        changed("signature-missing.json", &format!(",\"signature\":\"{signature}\""), ""),
        changed("payload-null.json", &format!("\"{payload}\""), "null"),
        number,
        changed("payload-twice.json", "{\"payload\"", &first(r#""payload":"e30""#)),
        changed("payload-twice-escaped.json", "{\"payload\"", &first(r#""p\u0061yload":"e30""#)),
        changed("signature-twice.json", "{\"payload\"", &first(r#""signature":"AAAA""#)),
        ("general-serialization.json", general.into_bytes()),
        ("compact-serialization.json", format!("{protected}.{payload}.{signature}").into_bytes()),
    ]
}

fn encodings() -> Vec<Made> {
    let Jws { payload, protected, signature } = Jws::sound();
    let with_bit = |text: &str| {
        // The last letter of 64 bytes carries four bits that must be nought.
        let (rest, last) = text.split_at(text.len() - 1);
        let stray = match last {
            "A" => "B",
            "Q" => "R",
            "g" => "h",
            "w" => "x",
            other => panic!("{other} ends no 64 bytes"),
        };
        format!("{rest}{stray}")
    };
    let broken = format!("{}\\n{}", &protected[..40], &protected[40..]);
    vec![
        changed("signature-padded.json", &signature, &format!("{signature}==")),
        changed("signature-stray-bits.json", &signature, &with_bit(&signature)),
        changed("signature-in-standard-base64.json", &signature, &format!("+/{}", &signature[2..])),
        changed("protected-padded.json", &protected, &format!("{protected}=")),
        changed("protected-with-line-break.json", &protected, &broken),
        changed("protected-empty.json", &protected, ""),
        changed("payload-padded.json", &payload, &format!("{payload}=")),
        changed("payload-not-base64url.json", &payload, &format!("*{}", &payload[1..])),
    ]
}

fn json() -> Vec<Made> {
    let file = Jws::sound().file();
    let bytes = |text: String| text.into_bytes();
    let utf16 = file.encode_utf16().flat_map(u16::to_le_bytes);
    let deep = format!("{{\"typ\":{}{}}}", "[".repeat(40), "]".repeat(40));
    vec![
        ("trailing-text.json", bytes(format!("{file}Sent from my telephone"))),
        ("trailing-nul-bytes.json", bytes(format!("{file}\0\0\0\0"))),
        ("two-files-in-one.json", bytes(format!("{file}{file}"))),
        ("byte-order-mark.json", bytes(format!("\u{feff}{file}"))),
        ("utf-16.json", [0xff, 0xfe].into_iter().chain(utf16).collect()),
        ("not-utf8.json", [b"{\"payload\":\"\xe9\",", &file.as_bytes()[1..]].concat()),
        ("cut-short-in-payload.json", bytes(file[..60].to_owned())),
        ("cut-short-by-one.json", bytes(file[..file.len() - 2].to_owned())),
        ("beginning-missing.json", bytes(file[30..].to_owned())),
        ("single-quotes.json", bytes(file.replace('"', "'"))),
        ("trailing-comma.json", bytes(with(&file, "\"}", "\",}"))),
        ("comment.json", bytes(format!("{{ // mine\n{}", &file[1..]))),
        ("control-character.json", bytes(with(&file, "payload\":\"", "payload\":\"\u{1}"))),
        ("deep.json", bytes(deep)),
        ("fraction.json", bytes(format!("{{\"n\":0.5,{}", &file[1..]))),
    ]
}

/// Not faults at all: what a careful program may do to a file leaves it whole.
fn harmless() -> Vec<Made> {
    let Jws { payload, protected, signature } = Jws::sound();
    let reordered =
        format!(r#"{{"signature":"{signature}","protected":"{protected}","payload":"{payload}"}}"#);
    let spaced = reordered.replace("\",", "\",\r\n\t").replace("\":", "\" : ");
    vec![
        ("sound.json", Jws::sound().file().into_bytes()),
        ("sound-reordered.json", reordered.into_bytes()),
        ("sound-with-windows-line-ends.json", format!("\r\n{spaced}\r\n").into_bytes()),
        changed("sound-escaped-name.json", "\"payload\"", "\"p\\u0061yload\""),
    ]
}

fn foreign() -> Vec<Made> {
    vec![
        ("empty.json", Vec::new()),
        ("white-space.json", b" \r\n\t".to_vec()),
        ("null.json", b"null".to_vec()),
        ("list.json", b"[1, 2, 3]".to_vec()),
        ("empty-object.json", b"{}".to_vec()),
        ("other-programs-settings.json", br#"{"name":"app","version":"1.0.0"}"#.to_vec()),
        ("dsse.json", br#"{"payload":"e30","payloadType":"text/plain","signatures":[]}"#.to_vec()),
        ("word-document.json", b"PK\x03\x04\x14\0\x06\0\x08\0word/document.xml".to_vec()),
        ("old-word-document.json", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0".to_vec()),
        ("pdf.json", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec()),
        ("web-page.json", b"<!DOCTYPE html><title>Sign in</title>".to_vec()),
        ("letter.json", b"Dear colleague, the return is attached.".to_vec()),
    ]
}
