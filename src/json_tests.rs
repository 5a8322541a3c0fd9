//! One short reader for every type: what it takes, and what it refuses.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::from_slice;

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
enum Shape {
    Nothing,
    Named(String),
    Sized { how_wide: u8, how_high: Option<i16> },
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Record {
    name: String,
    #[serde(default)]
    shapes: Vec<Shape>,
    #[serde(default)]
    marks: BTreeMap<String, bool>,
}

fn record(json: &str) -> Result<Record, String> {
    from_slice(json.as_bytes()).map_err(|error| error.to_string())
}

#[test]
fn what_serde_json_reads_is_read_alike() {
    let json = r#"{"name": "a\u00e9", "marks": {"one": true, "two": false}, "shapes": [
        "nothing", {"nothing": null}, {"named": "b"}, {"sized": {"how-wide": 3}},
        {"sized": {"how-wide": 3, "how-high": -4}}, {"sized": {"how-wide": 3, "how-high": null}}
    ]}"#;
    let read = record(json).expect("reads");
    assert_eq!(read, serde_json::from_str(json).expect("reads"));
    assert_eq!(read.shapes.len(), 6);
}

#[test]
fn what_is_not_of_the_type_is_refused_in_words() {
    let rows = [
        (r#"["a", [], {}]"#, "invalid type: sequence, expected a map"),
        (r#"{"name": 1}"#, "invalid type: integer `1`, expected a string"),
        (r#"{"name": "a", "name": "a"}"#, "duplicate field `name`"),
        (r#"{"name": "a", "other": {}}"#, "unknown field `other`"),
        (r#"{"shapes": []}"#, "missing field `name`"),
        (r#"{"name": "a", "shapes": {}}"#, "invalid type: map, expected a sequence"),
        (r#"{"name": "a", "shapes": ["named"]}"#, "invalid type: null, expected a string"),
        (r#"{"name": "a", "shapes": [{"nothing": 1}]}"#, "a variant without contents"),
        (r#"{"name": "a", "shapes": [{}]}"#, "an object with one member"),
        (r#"{"name": "a", "shapes": [{"sized": {"how-wide": 256}}]}"#, "integer `256`"),
        (r#"{"name": "a", "marks": {"one": 1}}"#, "integer `1`, expected a boolean"),
        (r#"{"name": "a"} x"#, "trailing characters at line 1 column 15"),
        (r#"{"name": "#, "EOF while parsing"),
    ];
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|(json, expected)| match record(json) {
            Err(error) if error.contains(expected) => None,
            other => Some(format!("{json}: {other:?}, not {expected}")),
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_list_is_no_larger_than_what_stands_in_it() {
    let list: Vec<String> = from_slice(br#"["a"]"#).expect("reads");
    assert_eq!((list.len(), list.capacity()), (1, 1));
}
