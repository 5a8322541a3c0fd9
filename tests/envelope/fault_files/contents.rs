//! Contents that are truly signed, but faulty.

use super::{CONTENTS, Jws, Made, sound_header, with};

pub fn all() -> Vec<Made> {
    [json(), versions(), shapes()].concat()
}

fn signed(name: &'static str, contents: &[u8]) -> Made {
    (name, Jws::sign(sound_header().as_bytes(), contents).file().into_bytes())
}

fn changed(name: &'static str, old: &str, new: &str) -> Made {
    signed(name, with(CONTENTS, old, new).as_bytes())
}

fn first(member: &str) -> String {
    format!("{{{member},\"format_version\"")
}

fn json() -> Vec<Made> {
    const FIRST: &str = "{\"format_version\"";
    let deep = format!("\"deep\":{}{}", "[".repeat(32), "]".repeat(32));
    vec![
        changed("contents-member-twice.json", FIRST, &first(r#""text":"Not seen.""#)),
        changed("contents-escaped-twice.json", FIRST, &first(r#""t\u0065xt":"Not seen.""#)),
        changed("contents-inner-twice.json", FIRST, &first(r#""a":[{"b":{"c":1,"c":2}}]"#)),
        changed("contents-fraction.json", FIRST, &first(r#""grade":2.5"#)),
        changed("contents-exponent.json", FIRST, &first(r#""grade":1e3"#)),
        changed("contents-minus-zero.json", FIRST, &first(r#""grade":-0"#)),
        changed("contents-huge-number.json", FIRST, &first(r#""grade":9007199254740993"#)),
        changed("contents-beyond-all-numbers.json", FIRST, &first(r#""grade":1e999"#)),
        changed("contents-half-a-character.json", FIRST, &first(r#""text2":"\ud83d""#)),
        changed("contents-deep.json", FIRST, &first(&deep)),
        signed("contents-byte-order-mark.json", format!("\u{feff}{CONTENTS}").as_bytes()),
        signed("contents-not-utf8.json", b"{\"format_version\":1,\"text\":\"caf\xe9\"}"),
        signed("contents-trailing-bytes.json", format!("{CONTENTS}{CONTENTS}").as_bytes()),
        signed("contents-cut-short.json", &CONTENTS.as_bytes()[..40]),
        signed("contents-empty.json", b""),
        signed("contents-no-json.json", b"The child was seen alone."),
    ]
}

fn versions() -> Vec<Made> {
    const VERSION: &str = "\"format_version\":1";
    vec![
        changed("version-missing.json", &format!("{VERSION},"), ""),
        changed("version-nought.json", VERSION, "\"format_version\":0"),
        changed("version-negative.json", VERSION, "\"format_version\":-1"),
        changed("version-a-text.json", VERSION, "\"format_version\":\"1\""),
        changed("version-newer.json", VERSION, "\"format_version\":2"),
        changed("version-far-newer.json", VERSION, "\"format_version\":9007199254740991"),
    ]
}

fn shapes() -> Vec<Made> {
    vec![
        signed("contents-a-list.json", format!("[{CONTENTS}]").as_bytes()),
        signed("contents-null.json", b"null"),
        changed("contents-member-missing.json", "\"text\"", "\"words\""),
        changed("contents-wrong-type.json", "\"The child was seen alone.\"", "7"),
        changed("contents-further-member.json", "}", ",\"__proto__\":{}}"),
    ]
}
