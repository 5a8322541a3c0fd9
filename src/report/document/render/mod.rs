//! Writing a document as HTML, Word file, Markdown or plain text. Nothing here knows what an audit is.

#[cfg(feature = "word")]
mod docx;
mod html;
mod markdown;
mod text;

#[cfg(feature = "word")]
pub use docx::docx;
pub use html::html;
pub use markdown::markdown;
pub use text::text;
