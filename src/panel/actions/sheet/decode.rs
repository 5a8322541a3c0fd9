//! The text in the bytes of a sheet, whichever way a spreadsheet saved it.

/// What Windows-1252 has where Latin-1 has control characters, from 0x80 on; a blank is none.
const FROM_80: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž',
    '\u{fffd}', '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}',
    'ž', 'Ÿ',
];

/// UTF-8 or UTF-16 by their marks, UTF-8 where it is, or else Windows-1252: every byte is some letter.
pub(super) fn decoded(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return utf16(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return utf16(rest, u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0,
    });
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows_1252(byte: u8) -> char {
    let special = byte.checked_sub(0x80).and_then(|at| FROM_80.get(usize::from(at)));
    special.copied().unwrap_or(char::from(byte))
}

/// What stands between cells: what the line `sep=` names, or what the head has most of.
pub(super) fn delimited(text: &str) -> (&str, u8) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim().trim_matches('"').to_lowercase();
    if let Some(mark) = named.strip_prefix("sep=").and_then(|named| named.bytes().next()) {
        return (rest, mark);
    }
    if named == "sep=" {
        // A tab, which trimming took.
        return (rest, b'\t');
    }
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: &u8| head.bytes().filter(|byte| byte == mark).count();
    // Of those that occur equally often the first counts: `max_by_key` takes the last.
    let most = [b'\t', b';', b','].into_iter().max_by_key(count);
    (text, most.unwrap_or(b','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_each_way_that_spreadsheets_save_it() {
        let text = "Café – “done”";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let windows = b"Caf\xe9 \x96 \x93done\x94";
        let files = [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            [&[0xff, 0xfe], &le[..]].concat(),
            [&[0xfe, 0xff], &be[..]].concat(),
            windows.to_vec(),
        ];
        for file in files {
            assert_eq!(decoded(&file), text, "{file:?}");
        }
    }

    #[test]
    fn the_mark_between_cells_is_named_or_found() {
        let rows = [
            ("a,b,c\n1;2;3;4", b','),
            ("a;b;\"c,d\"\n", b';'),
            ("a\tb\tc\n", b'\t'),
            ("alone", b','),
            ("\r\na;b\n", b';'),
            ("sep=;\na;b\n", b';'),
            ("\"sep=;\"\r\na;b\n", b';'),
            ("sep=\t\r\na\tb\n", b'\t'),
        ];
        for (text, want) in rows {
            assert_eq!(delimited(text).1, want, "{text:?}");
        }
        assert_eq!(delimited("sep=;\na;b").0, "a;b");
    }
}
