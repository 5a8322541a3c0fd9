use super::*;
use crate::envelope::Kind;

fn fault(text: &str) -> Option<JsonFault> {
    let limits = Limits { text_bytes: 8, values: 12, depth: 3, ..Limits::of(Kind::Return) };
    look_over(text.as_bytes(), &limits).err()
}

#[test]
fn a_sound_document_shows_its_outermost_members() {
    let text = r#"{"a":"x","b":{"a":"deep"},"c":-7,"\u0064":"\u0065","f":null}"#;
    let outline = look_over(text.as_bytes(), &Limits::of(Kind::Return)).unwrap();
    assert_eq!(outline.text("a"), Some("x"));
    assert_eq!(outline.get("b"), Some(&Member::Other));
    assert_eq!(outline.get("c"), Some(&Member::Whole(-7)));
    assert_eq!(outline.text("d"), Some("e"), "escapes are read as meant");
    assert_eq!(outline.get("missing"), None);
    assert_eq!(outline.other_than(&["a", "b", "c", "d"]), Some("f"));
}

#[test]
fn the_same_name_in_two_objects_is_no_duplicate() {
    assert_eq!(fault(r#"[{"a":1},{"a":2}]"#), None);
}

#[test]
fn every_fault_has_its_name() {
    use JsonFault::*;
    let duplicate = || DuplicateMember { name: "a".to_owned() };
    let rows = [
        ("", CutShort),
        ("{\"a\":", CutShort),
        ("\"never ends", CutShort),
        ("{\"a\" 1}", Malformed { line: 1, column: 6 }),
        ("{'a':1}", Malformed { line: 1, column: 2 }),
        ("[1,]", Malformed { line: 1, column: 4 }),
        ("// no\n1", Malformed { line: 1, column: 1 }),
        ("NaN", Malformed { line: 1, column: 1 }),
        ("01", Malformed { line: 1, column: 2 }),
        ("\"\u{1}\"", Malformed { line: 1, column: 2 }),
        (r#""\ud800""#, Malformed { line: 1, column: 8 }),
        ("{} {}", TrailingBytes),
        ("{}\0", TrailingBytes),
        ("\u{feff}{}", ByteOrderMark),
        ("[[[[]]]]", TooDeep { limit: 3 }),
        ("[{\"a\":[{}]}]", TooDeep { limit: 3 }),
        ("[1,2,3,4,5,6,7,8,9,10,11,12]", TooManyValues { limit: 12 }),
        ("\"123456789\"", TextTooLong { limit: 8 }),
        ("{\"123456789\":1}", TextTooLong { limit: 8 }),
        (r#"{"a":1,"a":1}"#, duplicate()),
        (r#"{"a":1,"\u0061":1}"#, duplicate()),
        (r#"[{"b":{"a":1,"c":2,"a":3}}]"#, duplicate()),
        ("1.5", NumberNotAllowed),
        ("1e2", NumberNotAllowed),
        ("-0", NumberNotAllowed),
        ("9007199254740992", NumberNotAllowed),
        ("-9007199254740992", NumberNotAllowed),
        ("18446744073709551615", NumberNotAllowed),
        ("18446744073709551616", NumberNotAllowed),
    ];
    let wrong: Vec<String> = rows
        .into_iter()
        .map(|(text, expected)| (text, Some(expected), fault(text)))
        .filter(|(_, expected, found)| expected != found)
        .map(|(text, expected, found)| format!("{text:?}: {found:?}, not {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_lies_just_within_the_limits_passes() {
    for text in [
        "[[[]]]",
        "[1,2,3,4,5,6,7,8,9,10,11]",
        "\"12345678\"",
        "9007199254740991",
        "-9007199254740991",
        " \r\n\t{} \r\n",
        "0",
    ] {
        assert_eq!(fault(text), None, "{text}");
    }
}

#[test]
fn bytes_that_are_not_utf8_are_said_to_be() {
    let limits = Limits::of(Kind::Return);
    for bytes in [&b"\"\xff\""[..], b"\xff\xfe{\0}\0", b"\"\xed\xa0\x80\""] {
        assert_eq!(look_over(bytes, &limits).err(), Some(JsonFault::NotUtf8));
    }
}
