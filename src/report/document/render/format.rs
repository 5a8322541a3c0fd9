//! The forms in which a document is written.

use serde::{Deserialize, Serialize};

#[cfg(feature = "word")]
use super::{docx, html, markdown, text};
#[cfg(feature = "word")]
use crate::report::document::Document;

/// A form of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Word file, `.docx`.
    Word,
    /// One page of HTML.
    Page,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// Why a file was not written. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteError {
    /// Its parts could not be put together.
    #[error("The file could not be put together ({fault}). Try again, or choose another form.")]
    NotPacked {
        /// What the program that packs files says.
        fault: String,
    },
}

impl Format {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Word, Self::Page, Self::Markdown, Self::Text];

    /// As messages and ids name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Page => "page",
            Self::Markdown => "markdown",
            Self::Text => "text",
        }
    }

    /// The form of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == name)
    }

    /// How names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Word => "docx",
            Self::Page => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// What a browser calls such a file.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Page => "text/html",
            Self::Markdown => "text/markdown",
            Self::Text => "text/plain",
        }
    }
}

/// A document as a file.
#[cfg(feature = "word")]
pub fn write(format: Format, document: &Document) -> Result<Vec<u8>, WriteError> {
    Ok(match format {
        Format::Word => docx(document)?,
        Format::Page => html(document).into_bytes(),
        Format::Markdown => markdown(document).into_bytes(),
        Format::Text => text(document).into_bytes(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.as_str()), Some(format));
        }
        assert_eq!(Format::named("papyrus"), None);
    }
}
