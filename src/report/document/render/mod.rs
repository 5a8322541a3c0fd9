//! Writing a document as HTML, Markdown or plain text. Nothing here knows what an audit is.

mod html;
mod markdown;
mod text;

pub use html::html;
pub use markdown::markdown;
pub use text::text;
