//! How large and how deep a file may be before anything looks at what it says.

use super::{Kind, OpenError};

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;

/// Bounds on a file and its contents, checked before they are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in the whole file.
    pub file_bytes: u64,
    /// Bytes of UTF-8 in one text or member name of the contents.
    pub text_bytes: usize,
    /// Values in the contents: texts, numbers, lists, objects and so on.
    pub values: usize,
    /// Lists and objects within each other; never more than [`Limits::DEEPEST`].
    pub depth: u8,
}

impl Limits {
    /// The most that [`Limits::depth`] can allow, below the JSON reader's own 128.
    pub const DEEPEST: u8 = 100;

    /// The limits for one kind of file.
    pub fn of(kind: Kind) -> Self {
        let (file_bytes, text_bytes, values) = match kind {
            Kind::Invitation => (4 * MIB, 64 * KIB, 200_000),
            // Holds its invitation and its signed versions, sealed too, each as one text.
            Kind::Draft => (64 * MIB, 6 * MIB, 400_000),
            Kind::Return => (4 * MIB, 64 * KIB, 200_000),
            Kind::Concern | Kind::Withdrawal => (256 * KIB, 64 * KIB, 5_000),
            Kind::DeputyKey => (64 * KIB, 4 * KIB, 100),
            Kind::Query => (MIB, 64 * KIB, 50_000),
            // Holds whole imported files, each as one text.
            Kind::Workbook => (256 * MIB, 8 * MIB, 10_000_000),
        };
        Self { file_bytes, text_bytes: text_bytes as usize, values, depth: 32 }
    }

    /// The widest of the limits for several kinds, where any of them may come.
    pub fn of_any(kinds: &[Kind]) -> Self {
        let none = Self { file_bytes: 0, text_bytes: 0, values: 0, depth: 0 };
        kinds.iter().map(|kind| Self::of(*kind)).fold(none, |a, b| Self {
            file_bytes: a.file_bytes.max(b.file_bytes),
            text_bytes: a.text_bytes.max(b.text_bytes),
            values: a.values.max(b.values),
            depth: a.depth.max(b.depth),
        })
    }

    /// Whether a file of `size` bytes may be read at all: ask before reading it.
    pub fn admit(&self, size: u64) -> Result<(), OpenError> {
        if size > self.file_bytes {
            return Err(OpenError::TooLarge { size, limit: self.file_bytes });
        }
        Ok(())
    }

    /// The same file encrypted: a third more for base64url, and room for its locks.
    pub fn of_closed(&self) -> Self {
        let file_bytes = (self.file_bytes / 3).saturating_mul(4).saturating_add(16 * KIB);
        Self { file_bytes, ..*self }
    }

    /// The file around the contents: one object more, and a text as long as the file.
    pub(super) fn of_wrapper(&self) -> Self {
        Self {
            file_bytes: self.file_bytes,
            text_bytes: usize::MAX,
            values: self.values.saturating_add(4),
            depth: self.depth.saturating_add(1),
        }
    }

    /// The protected header: four members, one of them an object.
    pub(super) fn of_header() -> Self {
        Self { file_bytes: u64::MAX, text_bytes: 256, values: 64, depth: 4 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_too_large_by_one_byte() {
        let limits = Limits { file_bytes: 10, ..Limits::of(Kind::Return) };
        assert_eq!(limits.admit(10), Ok(()));
        assert_eq!(limits.admit(11), Err(OpenError::TooLarge { size: 11, limit: 10 }));
    }

    #[test]
    fn a_draft_has_room_for_every_file_that_it_holds() {
        let draft = Limits::of(Kind::Draft).text_bytes as u64;
        assert!(draft >= Limits::of(Kind::Invitation).file_bytes);
        assert!(draft >= Limits::of(Kind::Return).of_closed().file_bytes);
    }

    #[test]
    fn several_kinds_have_the_widest_limits_of_each() {
        let any = Limits::of_any(&[Kind::Concern, Kind::Return]);
        assert_eq!(any, Limits::of(Kind::Return));
        assert!(Limits::of_any(&[]).admit(1).is_err());
    }
}
