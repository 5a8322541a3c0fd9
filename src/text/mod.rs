//! Text as people write it: cleaned of what nobody sees, counted as they count it, and put into sentences.
//!
//! Not here: words of rules ([`crate::check::word_count`]), names and numbers that
//! identify somebody, and how the browser gets at a paste.

mod clean;
mod count;
mod formula;
mod moment;
mod number;
mod shown;
mod token;
mod wording;

pub use clean::{pasted, without_hidden};
pub use count::character_count;
pub use formula::{begins_a_formula, looks_neutralised, without_neutraliser};
pub(crate) use moment::year_digits;
pub use moment::{file_stamp, long_date, month_and_year, time_of_day};
pub use number::{capitalised, in_words};
pub use shown::{hidden_characters, shown};
pub use token::{Token, from_token};
pub use wording::{counted, listed, numbered, shortened, some_of, some_of_counted};
