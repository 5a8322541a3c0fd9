//! A text at every place of a file where the published schema knows one and the programs take it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Words;
use super::of_schema::{Addition, Schema, add};

/// Contents of one kind: what they may hold, and whether such a file is taken.
pub struct Kinds<'t> {
    pub schema: Schema,
    /// Whether what hides words is planted too.
    pub hiding: bool,
    pub takes: &'t dyn Fn(&Value) -> bool,
}

/// The same contents twice, harmless and hostile wherever somebody may have worded a text.
pub struct Planted {
    pub good: Value,
    pub evil: Value,
    places: BTreeSet<String>,
}

impl Kinds<'_> {
    /// Sound contents with all that the schema knows besides, as far as it is taken.
    fn grown(&self, sound: Value) -> Value {
        assert!((self.takes)(&sound), "the file is refused before anything is planted");
        let additions = self.schema.additions(&sound);
        let with = |some: &[&Addition]| {
            let mut with = sound.clone();
            some.iter().for_each(|one| add(&mut with, one));
            with
        };
        let taken = taken(&additions, &|some| (self.takes)(&with(some)));
        with(&taken)
    }

    /// Plants a text at every place where a file that holds it there is taken.
    pub fn planted(&self, sound: Value) -> Planted {
        let grown = self.grown(sound);
        let mut all = BTreeSet::new();
        self.schema.each_text(&mut grown.clone(), &mut |place, _| {
            all.insert(place.to_owned());
        });
        let all: Vec<String> = all.into_iter().collect();
        let takes = |some: &[&String]| {
            let some = some.iter().map(|place| (*place).clone()).collect();
            [true, false].iter().all(|evil| (self.takes)(&self.worded(&grown, &some, *evil)))
        };
        let places: BTreeSet<String> = taken(&all, &takes).into_iter().cloned().collect();
        let [good, evil] = [false, true].map(|evil| self.worded(&grown, &places, evil));
        Planted { good, evil, places }
    }

    fn worded(&self, contents: &Value, places: &BTreeSet<String>, evil: bool) -> Value {
        let mut words = Words { evil, hiding: self.hiding, given: 0 };
        let mut contents = contents.clone();
        self.schema.each_text(&mut contents, &mut |place, text| {
            if places.contains(place) {
                // A label is of 150 characters at the most, with what is planted.
                if text.chars().count() < 150 {
                    *text = text.chars().take(70).collect();
                }
                *text = words.around(text).replace(['{', '}'], "");
            }
        });
        contents
    }

    /// Every place of the schema is planted, or is told here with why not.
    #[track_caller]
    pub fn all_but(&self, planted: &Planted, without: &[&str]) {
        let mut texts = self.schema.texts();
        texts.retain(|place| !planted.places.contains(place));
        let without: BTreeSet<String> = without.iter().map(|place| (*place).to_owned()).collect();
        assert_eq!(texts, without);
    }
}

/// Of these, in their order, as many as are taken together: whatever is refused in a half is looked for in its halves.
fn taken<'a, T>(all: &'a [T], takes: &dyn Fn(&[&'a T]) -> bool) -> Vec<&'a T> {
    let mut kept = Vec::new();
    let mut waiting = vec![all];
    while let Some(some) = waiting.pop() {
        let mut with = kept.clone();
        with.extend(some);
        if takes(&with) {
            kept = with;
        } else if let (before, [_, ..]) = some.split_at(some.len() / 2) {
            let behind = &some[before.len()..];
            waiting.extend([behind, before].into_iter().filter(|half| half.len() < some.len()));
        }
    }
    kept
}
