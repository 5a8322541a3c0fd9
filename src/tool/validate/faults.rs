//! Collecting faults, and saying where they are.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::RangeInclusive;

use crate::tool::{ToolFault, ToolFaultKind};

/// A place in the JSON, written out only when a fault needs it.
#[derive(Clone, Copy)]
pub(super) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Member(&'a str),
    At(usize),
}

impl<'a> Path<'a> {
    pub(super) fn root() -> Self {
        Self { parent: None, step: Step::Root }
    }

    pub(super) fn member(&'a self, name: &'a str) -> Path<'a> {
        Path { parent: Some(self), step: Step::Member(name) }
    }

    pub(super) fn at(&'a self, index: usize) -> Path<'a> {
        Path { parent: Some(self), step: Step::At(index) }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(formatter)?;
        }
        let is_first = self.parent.is_some_and(|parent| matches!(parent.step, Step::Root));
        match self.step {
            Step::Root => Ok(()),
            Step::Member(name) if is_first => formatter.write_str(name),
            Step::Member(name) => write!(formatter, ".{name}"),
            Step::At(index) => write!(formatter, "[{index}]"),
        }
    }
}

/// The faults found so far.
#[derive(Default)]
pub(super) struct Faults(Vec<ToolFault>);

impl Faults {
    pub(super) fn into_list(self) -> Vec<ToolFault> {
        self.0
    }

    pub(super) fn add(&mut self, path: &Path<'_>, kind: ToolFaultKind) {
        self.0.push(ToolFault { path: path.to_string(), kind });
    }

    /// A text that must say something, of at most `limit` characters.
    pub(super) fn text(&mut self, path: &Path<'_>, text: &str, limit: usize) {
        if text.trim().is_empty() {
            self.add(path, ToolFaultKind::Empty);
        }
        self.optional_text(path, text, limit);
    }

    /// A text that may be empty.
    pub(super) fn optional_text(&mut self, path: &Path<'_>, text: &str, limit: usize) {
        let length = text.chars().count();
        if length > limit {
            self.add(path, ToolFaultKind::TooLong { length, limit });
        }
        if let Some(hidden) = text.chars().find(|character| is_hidden(*character)) {
            self.add(path, ToolFaultKind::HiddenCharacter(hidden));
        }
    }

    /// How many there may be of something.
    pub(super) fn count(&mut self, path: &Path<'_>, count: usize, range: RangeInclusive<usize>) {
        let (least, limit) = range.into_inner();
        if count < least {
            self.add(path, ToolFaultKind::TooFew { count, least });
        }
        if limit < count {
            self.add(path, ToolFaultKind::TooMany { count, limit });
        }
    }

    /// A name that nothing before it in `seen` has.
    pub(super) fn unique<'a>(
        &mut self,
        seen: &mut BTreeSet<&'a str>,
        name: &'a str,
        what: &'static str,
        path: &Path<'_>,
    ) {
        if !seen.insert(name) {
            self.add(path, ToolFaultKind::Duplicate { what, name: name.into() });
        }
    }
}

/// Control characters, and those that turn the direction of what stands around them.
fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
