//! Draft files, and other files that name their kind without a signature.

use multi_agency_audit::envelope::Hash;

use super::{CONTENTS, Made, with};

pub fn all() -> Vec<Made> {
    [checksums(), members(), contents(), unsigned()].concat()
}

/// A draft around `contents`, with their true checksum.
fn draft(contents: &str) -> String {
    let hash = Hash::of(contents.as_bytes());
    format!(
        "{{\"typ\":\"application/vnd.multi-agency-audit.draft+json\",\"sha256\":\"{hash}\",\"contents\":{contents}}}\n"
    )
}

/// A sound draft.
pub fn sound() -> String {
    draft(CONTENTS)
}

fn changed(name: &'static str, old: &str, new: &str) -> Made {
    (name, with(&draft(CONTENTS), old, new).into_bytes())
}

fn sum() -> String {
    Hash::of(CONTENTS.as_bytes()).to_string()
}

fn checksums() -> Vec<Made> {
    vec![
        ("draft-sound.json", draft(CONTENTS).into_bytes()),
        changed("draft-sound-spaced.json", "\"contents\":", "\r\n\"contents\" : "),
        changed("draft-altered.json", "seen alone", "not seen"),
        changed(
            "draft-reformatted.json",
            "{\"format_version\":1,",
            "{\n  \"format_version\": 1,\n  ",
        ),
        changed("draft-checksum-of-another.json", &sum(), &Hash::of(b"").to_string()),
        changed("draft-checksum-in-capitals.json", &sum(), &sum().to_uppercase()),
        changed("draft-checksum-empty.json", &sum(), ""),
    ]
}

fn members() -> Vec<Made> {
    let contents = format!(",\"contents\":{CONTENTS}");
    let checksum = format!("\"sha256\":\"{}\",", sum());
    vec![
        changed("draft-without-checksum.json", &checksum, ""),
        changed("draft-without-contents.json", &contents, ""),
        changed("draft-further-member.json", "{\"typ\"", "{\"note\":1,\"typ\""),
        changed("draft-contents-twice.json", ",\"contents\"", ",\"contents\":{},\"contents\""),
        changed("draft-inner-twice.json", ",\"text\"", ",\"text\":\"\",\"text\""),
    ]
}

fn contents() -> Vec<Made> {
    let file = draft(CONTENTS);
    let newer = with(CONTENTS, "\"format_version\":1", "\"format_version\":2");
    vec![
        ("draft-cut-short.json", file.as_bytes()[..120].to_vec()),
        ("draft-trailing-bytes.json", format!("{file}}}").into_bytes()),
        ("draft-newer-version.json", draft(&newer).into_bytes()),
        ("draft-contents-null.json", draft("null").into_bytes()),
        ("draft-contents-a-text.json", draft("\"{}\"").into_bytes()),
        ("draft-contents-wrong.json", draft("{\"format_version\":1}").into_bytes()),
    ]
}

fn unsigned() -> Vec<Made> {
    let as_kind = |name, kind: &str| changed(name, "draft+json", kind);
    vec![
        as_kind("unsigned-return.json", "return+json"),
        as_kind("unsigned-invitation.json", "invitation+json"),
        as_kind("unsigned-newer-kind.json", "timetable+json"),
        changed("unsigned-foreign-kind.json", "vnd.multi-agency-audit.draft+json", "json"),
    ]
}
