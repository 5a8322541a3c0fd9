//! What is written is what serde_json writes, to the letter.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::{to_string, to_string_pretty, to_vec};

pub(super) fn is_alike<T: Serialize + ?Sized>(value: &T) {
    let ours = (to_string(value).unwrap(), to_string_pretty(value).unwrap());
    let theirs = serde_json::to_string(value).unwrap();
    assert_eq!(to_vec(value).unwrap(), theirs.as_bytes());
    assert_eq!(ours, (theirs, serde_json::to_string_pretty(value).unwrap()));
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", rename_all_fields = "kebab-case")]
enum Shape {
    Nothing,
    Named(String),
    Pair(u8, i16),
    Sized { how_wide: u64, how_high: Option<i64> },
    Bare {},
}

#[derive(Serialize)]
struct Mark;

#[derive(Serialize)]
struct Share(f32);

#[derive(Serialize)]
struct Place(char, bool);

#[derive(Serialize)]
struct Record {
    #[serde(flatten)]
    place: BTreeMap<String, Mark>,
    shapes: Vec<Shape>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<()>,
    last: (Share, Place, [f64; 4]),
}

#[test]
fn every_sort_of_value_is_written_alike() {
    let shapes = vec![
        Shape::Nothing,
        Shape::Named("\"é\\\n\u{1}\u{7f}\u{2028}😀/".into()),
        Shape::Pair(u8::MAX, i16::MIN),
        Shape::Sized { how_wide: u64::MAX, how_high: Some(i64::MIN) },
        Shape::Sized { how_wide: 0, how_high: None },
        Shape::Bare {},
    ];
    let place = BTreeMap::from([("a \"b\"".to_owned(), Mark)]);
    let last = (Share(0.1), Place('"', true), [1.0, -0.0, 1e300, f64::NAN]);
    is_alike(&Record { place, shapes, left_out: None, last });
    is_alike("text");
    is_alike(&json!([{}, [], { "a": [], "b": {}, "c": [[1, -2], { "d": null }] }]));
}

#[test]
fn keys_of_maps_are_texts_and_what_cannot_be_one_is_refused() {
    is_alike(&BTreeMap::from([(-1_i8, "a"), (2, "b")]));
    is_alike(&BTreeMap::from([(true, 'x')]));
    is_alike(&BTreeMap::from([('"', Some(1))]));
    is_alike(&BTreeMap::from([("a", ())]));
    assert!(to_string(&BTreeMap::from([(None::<u8>, 1)])).is_err());
    assert!(to_string(&BTreeMap::from([([1, 2], 1)])).is_err());
}
