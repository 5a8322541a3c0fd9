use super::*;
use crate::envelope::SoftwareKey;
use crate::envelope::Unsigned;

const CONTENTS: &str = r#"{ "format_version": 1, "text": "half a sent" }"#;

fn limits() -> Limits {
    Limits::of(Kind::Draft)
}

fn written() -> String {
    String::from_utf8(write_draft(CONTENTS.into()).unwrap()).unwrap()
}

fn outcome(file: &str) -> &'static str {
    open_draft(file.as_bytes(), &limits()).map_or_else(|error| error.name(), |_| "opened")
}

#[test]
fn a_draft_is_opened_letter_for_letter() {
    let draft = open_draft(written().as_bytes(), &limits()).unwrap();
    assert_eq!(draft.payload(), CONTENTS.as_bytes());
    assert_eq!(claimed_kind(written().as_bytes(), &limits()), Ok(Kind::Draft));
}

#[test]
fn a_draft_can_be_read_in_any_editor_and_checked_with_sha256sum() {
    let expected = [
        r#"{"typ":"application/vnd.multi-agency-audit.draft+json","#,
        r#""sha256":"4e29f7fb21700a2fdeca6e0887be6f029c7334a61ff2cdd532a12400193959f7","#,
        r#""contents":{ "format_version": 1, "text": "half a sent" }}"#,
        "\n",
    ];
    assert_eq!(written(), expected.concat());
}

#[test]
fn a_changed_draft_is_noticed() {
    assert_eq!(outcome(&written().replace("half", "Half")), "checksum-mismatch");
    assert_eq!(outcome(&written().replace("{ \"", "{\"")), "checksum-mismatch");
    assert_eq!(outcome(&written().replace("\"contents\":", "\"contents\" :\r\n ")), "opened");
}

#[test]
fn every_member_of_a_draft_must_be_there_and_no_other() {
    assert_eq!(outcome(&written().replace("sha256", "sha512")), "unexpected-member");
    assert_eq!(outcome(&written().replace("contents", "content")), "unexpected-member");
    assert_eq!(
        outcome(r#"{"typ":"application/vnd.multi-agency-audit.draft+json"}"#),
        "missing-member"
    );
    assert_eq!(outcome(&written().replace("draft+json", "return+json")), "wrong-kind");
}

#[test]
fn a_signed_file_is_not_a_draft() {
    let key = SoftwareKey::from_seed(&[7; 32]);
    let unsigned = Unsigned::new(Kind::Return, &key.public_key(), CONTENTS.into()).unwrap();
    let file = unsigned.signed(&key.sign(unsigned.signing_input())).unwrap();
    assert_eq!(outcome(&String::from_utf8(file).unwrap()), "wrong-kind");
}

#[test]
fn a_draft_as_deep_as_its_contents_may_be_opens_again() {
    let levels = usize::from(limits().depth) - 1;
    let deep = ["[".repeat(levels), "]".repeat(levels)].concat();
    let contents = format!(r#"{{"format_version":1,"deep":{deep}}}"#);
    let file = write_draft(contents.clone().into()).unwrap();
    assert_eq!(open_draft(&file, &limits()).unwrap().payload(), contents.as_bytes());
    let deeper = contents.replace("[]", "[[]]");
    assert!(write_draft(deeper.into()).is_err());
}
