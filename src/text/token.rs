//! Values of small sets as the words by which files and forms know them.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json;

/// The word for a value that is written as one word, such as `most-common`.
pub trait Token: Serialize {
    /// It; nothing where the value is written as something else than a word.
    fn token(&self) -> String {
        let written = json::to_vec(self).unwrap_or_default();
        json::from_slice(&written).unwrap_or_default()
    }
}

impl<T: Serialize> Token for T {}

/// The value that a word stands for, if it stands for one.
pub fn from_token<T: DeserializeOwned>(word: &str) -> Option<T> {
    let written = json::to_vec(word).ok()?;
    json::from_slice(&written).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::round::Selection;

    #[test]
    fn a_word_stands_for_its_value_and_nothing_else_does() {
        assert_eq!(Selection::ServiceData.token(), "service-data");
        assert_eq!(from_token("service-data"), Some(Selection::ServiceData));
        assert_eq!(from_token::<Selection>("service data"), None);
        assert_eq!((5_u32.token(), from_token::<Selection>("")), (String::new(), None));
    }
}
