//! Text on its way into XML or HTML.

use std::borrow::Cow;

/// `text` for use as XML or HTML text, or inside a quoted attribute.
///
/// Characters that XML 1.0 cannot hold become the replacement character.
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter| entity(letter).is_some() || !is_xml(letter)) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match entity(letter) {
            Some(entity) => escaped.push_str(entity),
            None if is_xml(letter) => escaped.push(letter),
            None => escaped.push(char::REPLACEMENT_CHARACTER),
        }
    }
    Cow::Owned(escaped)
}

fn entity(letter: char) -> Option<&'static str> {
    match letter {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    }
}

/// XML 1.0, production 2 (Char).
fn is_xml(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => true,
        '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_a_text_stays_text() {
        let rows = [
            ("Risk & response", "Risk &amp; response"),
            ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
            ("\" onload=\"x", "&quot; onload=&quot;x"),
            ("&amp;", "&amp;amp;"),
            ("a\u{0}b\u{1b}c\u{ffff}d", "a\u{fffd}b\u{fffd}c\u{fffd}d"),
            ("Plain\ttext\n", "Plain\ttext\n"),
            ("Sinéad 🙂", "Sinéad 🙂"),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(text, want)| (text, want, escape(text)))
            .filter(|(_, want, got)| **want != got)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_text_without_markup_is_not_copied() {
        assert!(matches!(escape("Good"), Cow::Borrowed("Good")));
    }
}
