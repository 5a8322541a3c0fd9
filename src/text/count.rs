//! Characters as a person sees them: user-perceived characters (UAX 29, extended grapheme clusters).
//!
//! Exact for the living scripts and for emoji, which is what `Intl.Segmenter`
//! shows in the browsers. Ancient scripts beyond the basic plane are counted by
//! code point, so that their tables need not be loaded.

use super::joined::JOINED;

/// How many characters a person sees: "é" typed as two, or a family of four in one emoji, is one.
pub fn character_count(text: &str) -> usize {
    if text.is_ascii() {
        return text.len() - text.matches("\r\n").count();
    }
    let mut before = Before::Nothing;
    let mut count = 0;
    for character in text.chars() {
        let (joins, now) = before.then(character);
        count += usize::from(!joins);
        before = now;
    }
    count
}

/// What of the text so far decides whether the next character joins it.
#[derive(Clone, Copy)]
enum Before {
    /// Nothing that anything joins: the start, or a control.
    Nothing,
    /// A carriage return.
    Return,
    /// An ordinary character, with its marks.
    Letter,
    /// An emoji, with its marks; whether a joiner came last.
    Emoji { joiner: bool },
    /// Half a flag.
    HalfFlag,
    /// A Korean syllable, as far as it goes.
    Korean(Jamo),
    /// A consonant of an Indian script, and whether its vowel was silenced.
    Consonant { script: u32, silenced: bool },
}

/// Parts of a Korean syllable (Hangul_Syllable_Type).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Jamo {
    Lead,
    Vowel,
    Tail,
}

impl Before {
    /// Whether `next` joins what came before, and what then came before.
    fn then(self, next: char) -> (bool, Self) {
        match (self, next) {
            (Self::Return, '\n') => (true, Self::Nothing),
            (_, '\r') => (false, Self::Return),
            (_, next) if is_control(next) => (false, Self::Nothing),
            (Self::Nothing | Self::Return, next) => (false, Self::at(next)),
            (before, next) if joins(next) => (true, before.marked(next)),
            (Self::Emoji { joiner: true }, next) if is_emoji(next) => (true, Self::at(next)),
            (Self::HalfFlag, next) if is_half_flag(next) => (true, Self::Letter),
            (Self::Korean(before), next) if completes(before, next) => (true, korean_after(next)),
            (Self::Consonant { script, silenced: true }, next)
                if consonant_script(next) == Some(script) =>
            {
                (true, Self::at(next))
            }
            (_, next) => (false, Self::at(next)),
        }
    }

    /// A character that joins nothing.
    fn at(character: char) -> Self {
        if character.is_ascii() {
            return Self::Letter;
        }
        if is_emoji(character) {
            return Self::Emoji { joiner: false };
        }
        if is_half_flag(character) {
            return Self::HalfFlag;
        }
        match (consonant_script(character), jamo(character)) {
            (Some(script), _) => Self::Consonant { script, silenced: false },
            (None, Some(jamo)) => Self::Korean(jamo),
            (None, None) => Self::Letter,
        }
    }

    /// The same with one more mark.
    fn marked(self, mark: char) -> Self {
        match self {
            Self::Emoji { .. } => Self::Emoji { joiner: mark == '\u{200d}' },
            Self::Consonant { script, silenced } if is_linked(mark) => {
                Self::Consonant { script, silenced: silenced || is_silencer(mark) }
            }
            Self::Nothing
            | Self::Return
            | Self::Letter
            | Self::HalfFlag
            | Self::Korean(_)
            | Self::Consonant { .. } => Self::Letter,
        }
    }
}

fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff0}'..='\u{fffb}')
}

/// Whether the character belongs to the one before, whatever that is.
fn joins(character: char) -> bool {
    match u16::try_from(u32::from(character)) {
        Ok(code) => {
            let after = JOINED.partition_point(|(first, _)| *first <= code);
            JOINED.get(..after).and_then(<[_]>::last).is_some_and(|(_, last)| code <= *last)
        }
        Err(_) => matches!(character,
            '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}'),
    }
}

/// Pictures that a joiner makes into one (`Extended_Pictographic`, blocks taken whole).
fn is_emoji(character: char) -> bool {
    matches!(character,
        '©' | '®' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}' | '\u{2190}'..='\u{21ff}'
        | '\u{2300}'..='\u{23ff}' | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1f0ff}' | '\u{1f300}'..='\u{1faff}')
}

fn is_half_flag(character: char) -> bool {
    matches!(character, '\u{1f1e6}'..='\u{1f1ff}')
}

fn jamo(character: char) -> Option<Jamo> {
    match character {
        '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97c}' => Some(Jamo::Lead),
        '\u{1160}'..='\u{11a7}' | '\u{d7b0}'..='\u{d7c6}' => Some(Jamo::Vowel),
        '\u{11a8}'..='\u{11ff}' | '\u{d7cb}'..='\u{d7fb}' => Some(Jamo::Tail),
        // Every 28th syllable ends in its vowel, the others in a consonant.
        '\u{ac00}'..='\u{d7a3}' if (u32::from(character) - 0xac00).is_multiple_of(28) => {
            Some(Jamo::Vowel)
        }
        '\u{ac00}'..='\u{d7a3}' => Some(Jamo::Tail),
        _ => None,
    }
}

/// Whether a Korean syllable goes on with `next` (GB6 to GB8).
fn completes(before: Jamo, next: char) -> bool {
    let is_syllable = matches!(next, '\u{ac00}'..='\u{d7a3}');
    match (before, jamo(next)) {
        (Jamo::Lead, Some(Jamo::Lead | Jamo::Vowel)) => true,
        (Jamo::Lead, Some(Jamo::Tail)) => is_syllable,
        (Jamo::Vowel, Some(Jamo::Vowel | Jamo::Tail)) | (Jamo::Tail, Some(Jamo::Tail)) => {
            !is_syllable
        }
        (Jamo::Vowel | Jamo::Tail, Some(Jamo::Lead)) | (Jamo::Tail, Some(Jamo::Vowel)) => false,
        (_, None) => false,
    }
}

fn korean_after(next: char) -> Before {
    jamo(next).map_or(Before::Letter, Before::Korean)
}

/// Block of the Indian script that a consonant belongs to, for those whose consonants combine (GB9c).
fn consonant_script(character: char) -> Option<u32> {
    let code = u32::from(character);
    let is_consonant = matches!(
        code,
        0x915..=0x939 | 0x958..=0x95f | 0x978..=0x97f
            | 0x995..=0x9a8 | 0x9aa..=0x9b0 | 0x9b2 | 0x9b6..=0x9b9 | 0x9dc..=0x9dd | 0x9df | 0x9f0..=0x9f1
            | 0xa95..=0xaa8 | 0xaaa..=0xab0 | 0xab2..=0xab3 | 0xab5..=0xab9 | 0xaf9
            | 0xb15..=0xb28 | 0xb2a..=0xb30 | 0xb32..=0xb33 | 0xb35..=0xb39 | 0xb5c..=0xb5d | 0xb5f | 0xb71
            | 0xc15..=0xc28 | 0xc2a..=0xc39 | 0xc58..=0xc5a
            | 0xd15..=0xd3a
    );
    is_consonant.then_some(code & !0x7f)
}

/// Takes the vowel from a consonant, so that the next one joins it.
fn is_silencer(mark: char) -> bool {
    matches!(mark, '\u{94d}' | '\u{9cd}' | '\u{acd}' | '\u{b4d}' | '\u{c4d}' | '\u{d4d}')
}

/// Marks between two consonants that leave them joined (`InCB=Extend`): not the vowels.
fn is_linked(mark: char) -> bool {
    is_silencer(mark)
        || matches!(
            mark,
            '\u{200d}' | '\u{93c}' | '\u{9bc}' | '\u{abc}' | '\u{b3c}' | '\u{c3c}' | '\u{300}'
                ..='\u{36f}'
        )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation as _;

    use super::*;

    #[test]
    fn characters_are_counted_as_a_person_sees_them() {
        let rows = [
            ("", 0),
            ("né à", 4),
            ("ne\u{301}", 2),
            ("Siân â’i thîm", 13),
            ("“one”\r\n– two", 11),
            ("\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}", 1),
            ("\u{1f44d}\u{1f3fd}!", 2),
            ("\u{2764}\u{fe0f}", 1),
            ("\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}", 1),
            ("\u{1f1ec}\u{1f1e7}\u{1f1ee}\u{1f1ea}\u{1f1ec}", 3),
            ("שָׁלוֹם", 4),
            ("مُحَمَّد", 4),
            ("\u{1112}\u{1161}\u{11ab}한글", 3),
            ("क्षत्रिय", 3),
        ];
        let wrong: Vec<String> = rows
            .iter()
            .map(|(text, expected)| (text, character_count(text), expected))
            .filter(|(_, got, expected)| got != *expected)
            .map(|(text, got, expected)| format!("{text:?}: {got}, not {expected}"))
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    /// Every pair of a letter, an emoji or a Korean lead with any character of the basic plane or emoji.
    #[test]
    fn every_character_joins_as_unicode_says() {
        let planes = (1..=0xffff).chain(0x1f000..=0x1faff).filter_map(char::from_u32);
        let mut wrong = Vec::new();
        for character in planes.filter(|character| !is_prepended(*character)) {
            for before in ["a", "\u{1f9d2}", "\u{1100}"] {
                let text = format!("{before}{character}");
                if character_count(&text) != text.graphemes(true).count() {
                    wrong.push(format!("{before}{:x}", u32::from(character)));
                }
            }
        }
        assert!(wrong.is_empty(), "{} differ: {:?}", wrong.len(), wrong.get(..20));
    }

    /// A few signs of number stand before what they count (`Prepend`): counted by themselves.
    fn is_prepended(character: char) -> bool {
        format!("{character}a").graphemes(true).count() == 1 && !character.is_ascii()
    }

    proptest! {
        #[test]
        fn any_text_counts_as_unicode_says(text in "[a-z \n\r\u{301}\u{200d}\u{fe0f}\u{1f3fb}-\u{1f3ff}\u{1f466}-\u{1f469}\u{1f1e6}-\u{1f1ff}\u{5d0}-\u{5ea}\u{5b0}-\u{5bc}\u{627}-\u{652}\u{915}-\u{94d}\u{995}-\u{9b0}\u{9cd}\u{1100}-\u{1112}\u{1161}-\u{1175}\u{11a8}-\u{11c2}\u{ac00}-\u{ac1f}\u{e01}-\u{e4e}‘-”•–…]{0,24}") {
            prop_assert_eq!(character_count(&text), text.graphemes(true).count(), "{:?}", text);
        }
    }
}
