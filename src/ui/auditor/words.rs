//! Every word of the auditor's program, by page.

mod area;
mod begin;
mod concern;
mod copying;
mod footer;
mod guard;
mod keeping;
mod lock;
mod questions;
mod signing;
mod tasks;
mod time;

pub use area::*;
pub use begin::*;
pub use concern::*;
pub use copying::*;
pub use footer::*;
pub use guard::*;
pub use keeping::*;
pub use lock::*;
pub use questions::*;
pub use signing::*;
pub use tasks::*;
pub use time::*;

words! {
    PROGRAM = "Multi-agency case audit";
    SAVE_AND_CONTINUE = "Save and continue";
    SAVE_AND_COME_BACK = "Save and come back later";
    CONTINUE = "Continue";
    YES = "Yes";
    NO = "No";
    OR = "or";
    WHY = "Why";
    CHANGE = "Change";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        assert_eq!(must_do(1), "1 thing to do");
        assert_eq!(must_do(2), "2 things to do");
        assert_eq!(still_missing(2, 1), "2 to do, 1 to explain");
        assert_eq!(still_missing(0, 3), "3 to explain");
    }
}
