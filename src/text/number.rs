//! Numbers in words.

const WORDS: [&str; 11] =
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// in words up to ten, in digits above.
pub fn in_words(number: usize) -> String {
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// With a capital letter, as a sentence begins.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r02_numbers_are_words_up_to_ten_and_digits_above() {
        assert_eq!([0, 1, 10, 11].map(in_words), ["none", "one", "ten", "11"]);
        assert_eq!(capitalised(&in_words(3)), "Three");
        assert_eq!(capitalised(""), "");
    }
}
