//! Whether a file that was saved is the one that was signed (L23).

/// What a file is, that somebody chose again before they sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedFile {
    /// The one that was signed, to the byte.
    Same,
    /// The beginning of it: saving it was cut off.
    CutShort,
    /// Something else: another file, or this one changed.
    Other,
}

impl SavedFile {
    /// Holds the bytes that were found against those that were signed, which tells more than their hashes would.
    pub fn of(signed: &[u8], found: &[u8]) -> Self {
        match signed.starts_with(found) {
            true if signed.len() == found.len() => Self::Same,
            true => Self::CutShort,
            false => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l23_a_file_is_the_one_that_was_signed_only_to_the_last_byte() {
        let signed = br#"{"payload":"e30","signature":"AAA"}"#;
        let rows: [(&[u8], SavedFile); 6] = [
            (signed, SavedFile::Same),
            (&signed[..20], SavedFile::CutShort),
            (b"", SavedFile::CutShort),
            (br#"{"payload":"e30","signature":"AAB"}"#, SavedFile::Other),
            (b"{\"payload\":\"e30\",\"signature\":\"AAA\"}\r\n", SavedFile::Other),
            (b"%PDF-1.7", SavedFile::Other),
        ];
        for (found, expected) in rows {
            assert_eq!(SavedFile::of(signed, found), expected, "{}", found.escape_ascii());
        }
    }
}
