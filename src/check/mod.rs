//! Checks of one return: what stops signing, what needs a reason, what is worth knowing.
//!
//! Every rule is one small function with its id in its name; [`rules()`] lists
//! them and [`check()`] runs them all. A broken file is an error of
//! [`crate::envelope`]; an unfinished return is a list of [`Notice`]s here. The
//! two are never mixed. [`Readiness`] says whether a return can be signed,
//! [`Progress`] how far each of its sections is.
//!
//! Ids: `A-`, `C-` and `G-` are the domain's own. `EC-` are edge cases of the
//! domain that are rules of a return. `Q-` are ours, for questions of the panel, and
//! `CO-`, for completeness:
//!
//! | id | rule |
//! |---|---|
//! | CO-01 | every mandatory prompt that is asked is answered, case details included |
//! | CO-02 | an answer of partly or no says what the record shows |
//! | CO-03 | an answer is one that its prompt can take |
//! | CO-04 | the auditor's name or staff number, and role |
//! | CO-05 | how far the agency was involved |
//! | CO-06 | a graded area gives a reason |
//! | CO-07 | a graded area states the difference made to the child |
//! | CO-08 | the case has an overall grade, or a reason why there is none |
//! | CO-09 | nothing is answered that the tool does not have |
//! | CO-10 | evidence belongs to a strength or concern that is written |
//! | CO-11 | where nothing is graded, there is a strength or a concern |
//! | CO-12 | every text fits into the file of a return, and into its box |
//! | CO-13 | optional questions left out are told |
//!
//! Nothing here knows the id of a prompt, an area, an agency or a grade: rules
//! ask the tool's data. What is not asked of a kind of agency needs nothing from
//! it; what it completes all the same is held to the same rules.
//!
//! Cost: one pass over the prompts and the answers, each found by its id, so
//! [`check()`] grows with the size of the tool and never with its square.
//! Screens call [`area_status_with`] or [`check_area`] with the [`Shown`] that they
//! keep; that looks at one area's prompts only.
//!
//! The identifier guard (I-02 to I-06) looks through every text of a return; what it
//! finds is [`crate::guard`]'s, which texts there are is [`texts`]'s. How timescales are
//! worked out is [`crate::timescale`]'s.

#[cfg(test)]
mod any_return;
mod completeness;
mod disclosure;
mod grading;
mod identifier_words;
mod identifiers;
mod immediate;
mod labels;
mod notice;
mod notice_order;
#[cfg(test)]
mod obedient;
mod place;
mod progress;
mod queries;
mod readiness;
mod reading;
mod rules;
mod siblings;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
mod text_change;
mod texts;
mod time;
mod wording;
mod words;

pub use completeness::longest::MOST_CHARACTERS;
pub use disclosure::{
    TextForPractitioners, TextsOfArea, ec32_marked_texts, ec32_texts_by_area,
    ec32_texts_for_practitioners,
};
pub use grading::area::asks_for_immediacy;
pub use identifiers::{guard_of, i03_withdrawal_identifies_nobody, i06_extent};
pub use immediate::c03_what_keeps_a_notice_back;
pub use labels::label;
pub use notice::{Extent, Level, Notice, RuleId};
pub use place::{
    AreaPart, AuditorPart, ConcernPart, EntryPart, FamilyPart, InvolvementPart, Place,
    PractitionerPart, TextPart,
};
pub use progress::{
    AreaProgress, Progress, Status, area_status, area_status_with, progress, progress_from,
    progress_with,
};
pub use queries::q02_what_is_said_to_be_changed_is;
pub use readiness::{EXPLANATION_WORDS, Readiness, explains, i06_reasons_to_bind};
pub use reading::{AreaReading, PromptReading, Reading};
pub use rules::{Finds, Rule, Scope, rules};
pub use siblings::ec01_text_is_about_this_child;
pub use text_change::text_change;
pub use texts::{FreeText, texts, texts_of_area};
pub use time::moments::{
    CLOCKS_DIFFER, a03_day_of_the_search_is_past, c02_moments_are_past, is_to_come,
};
pub use time::timescales::{t09_day_of_a_move_is_one_day, t09_day_of_the_audit_is_one_day};
pub use words::word_count;

use crate::audit_return::Return;
use crate::guard::Guard;
use crate::id::AreaId;
use crate::round::Round;
use crate::tool::Shown;
use completeness::longest::co12_reasons_fit;
use notice_order::NoticeOrder;

/// Everything there is to say of a return, gravest first, in the tool's order.
pub fn check(round: &Round, ret: &Return) -> Vec<Notice> {
    check_with(round, ret, &reading::shown(round, ret), &guard_of(round, ret, &[]))
}

/// The same, for a caller that keeps track of which prompts are asked, and knows the auditor's list of names.
///
/// `shown` belongs to this very tool and return; with another the notices are wrong, nothing worse.
pub fn check_with(round: &Round, ret: &Return, shown: &Shown, guard: &Guard) -> Vec<Notice> {
    check_beside(round, ret, shown, guard, Vec::new())
}

/// The same together with notices of rules that look beyond the return
/// ([`ec01_text_is_about_this_child`]): the reasons given for these are guarded, too.
pub fn check_beside(
    round: &Round,
    ret: &Return,
    shown: &Shown,
    guard: &Guard,
    beside: Vec<Notice>,
) -> Vec<Notice> {
    let reading = Reading::whole(round, ret, shown, guard);
    let mut notices: Vec<Notice> = rules().iter().flat_map(|rule| rule.run(&reading)).collect();
    notices.extend(beside);
    notices.extend(identifiers::in_reasons(&round.tool, guard, ret, &notices));
    notices.extend(co12_reasons_fit(&round.tool, ret, &notices));
    NoticeOrder::of(&round.tool).sort(&mut notices);
    notices
}

/// What the rules on single areas say of this one, gravest first, in the order of its page.
///
/// Looks at no other area, except where a condition of the tool asks about an
/// answer there.
pub fn check_area(
    round: &Round,
    ret: &Return,
    shown: &Shown,
    guard: &Guard,
    area: &AreaId,
) -> Vec<Notice> {
    let reading = Reading::one_area(round, ret, shown, guard, area);
    let of_area = rules().iter().filter(|rule| rule.scope == Scope::Area);
    let mut notices: Vec<Notice> = of_area
        .flat_map(|rule| rule.run(&reading))
        .filter(|notice| notice.place.on_area_page().is_some())
        .collect();
    NoticeOrder::of_area(&round.tool, area).sort(&mut notices);
    notices
}
