//! Writing a document as HTML, Word file, Markdown or plain text. Nothing here knows what an audit is.

#[cfg(feature = "word")]
mod docx;
mod format;
mod html;
mod markdown;
#[cfg(feature = "word")]
mod pack;
mod text;

#[cfg(feature = "word")]
pub use docx::docx;
#[cfg(feature = "word")]
pub use format::write;
pub use format::{Format, WriteError};
pub use html::html;
pub use markdown::markdown;
#[cfg(feature = "word")]
pub use pack::packed;
pub use text::text;
