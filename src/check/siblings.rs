//! One text in the returns of several children (edge case 1).
//!
//! Records pasted across to siblings are a finding of audits; a return that does
//! the same is asked about it. Whether two cases are siblings is not known here,
//! and need not be: the same words about two children always want a look.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::words::word_count;
use super::{Extent, Notice, Place, TextPart, texts};
use crate::audit_return::{Return, without_hidden};
use crate::guard::Guard;
use crate::tool::{Graph, Tool};

/// Texts shorter than this say the same by chance.
const LEAST_WORDS: usize = 8;

/// EC-01: no text of some length is the same as in another case of this auditor. Warns.
///
/// `others` are the returns on this device, as they are kept: what the questions of `tool`, which
/// `ret` answers, hide in them is nobody's text. A rule beside the registry, for the panel has no
/// such list. A reason is for these words: others that are the same are asked about anew.
pub fn ec01_text_is_about_this_child<'a>(
    tool: &Tool,
    ret: &Return,
    guard: &Guard,
    others: impl IntoIterator<Item = &'a Return>,
) -> Vec<Notice> {
    let graph = OnceCell::new();
    let mut elsewhere: BTreeMap<String, &str> = BTreeMap::new();
    for other in others {
        let is_other_case = other.round.id == ret.round.id && other.case_ref != ret.case_ref;
        if is_other_case {
            let shown = graph.get_or_init(|| Graph::compile(tool)).shown(other);
            for (_, text) in about_the_child(&without_hidden(other, tool, &shown)) {
                elsewhere.entry(text).or_insert(&other.case_label);
            }
        }
    }
    let mut notices: Vec<Notice> = Vec::new();
    if elsewhere.is_empty() {
        return notices;
    }
    for (place, text) in about_the_child(ret) {
        let Some(case) = elsewhere.get(&text) else { continue };
        if notices.iter().all(|notice| notice.place != place) {
            let message = super::wording::same_text_elsewhere(case);
            let notice = Notice::warn("EC-01", place, message);
            notices.push(notice.about(Extent::of_one(guard, &text)));
        }
    }
    notices
}

/// Every text about the child of some length with its place, its words one space apart.
fn about_the_child(ret: &Return) -> impl Iterator<Item = (Place, String)> {
    let long = texts(ret).into_iter().filter(|one| word_count(one.text) >= LEAST_WORDS);
    long.filter(|one| is_about_the_child(&one.place)).map(|one| (one.place, one_spaced(one.text)))
}

/// Evidence, findings and reasons are about one child. What was searched, who was told and what
/// happened to the whole family may be the same.
fn is_about_the_child(place: &Place) -> bool {
    match place {
        Place::Text(_, TextPart::GoodPractice) => false,
        Place::Text(within, _) => is_about_the_child(within),
        Place::Prompt(_)
        | Place::Area(..)
        | Place::OverallGrade
        | Place::OverallReason
        | Place::GeneralComments => true,
        Place::Auditor(_)
        | Place::Involvement(_)
        | Place::ImmediateConcern(..)
        | Place::Declaration
        | Place::AuditDay
        | Place::MoveDay
        | Place::Timescale(_)
        | Place::Chronology
        | Place::ChronologyAnchor
        | Place::ChronologyEntry(..)
        | Place::Practitioner(_)
        | Place::FamilyViews(_)
        | Place::PanelQuestion(_)
        | Place::Explanation { .. } => false,
    }
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::guard_of;
    use crate::check::testing::{Case, line, salted_guard};
    use crate::id::CaseRef;
    use crate::tool::AnswerValue;

    const TEXT: &str = "The worker visited twice and spoke with both of them.";

    fn sibling() -> Return {
        let mut sibling = Case::complete().ret;
        sibling.case_ref = CaseRef::new("c-8m1").unwrap();
        sibling.case_label = "Case 2".into();
        sibling.answers.clear();
        sibling.areas.clear();
        sibling.overall.reason.clear();
        sibling.general_comments = TEXT.replace(' ', "\n");
        sibling
    }

    fn found(case: &Case, other: &Return) -> Vec<String> {
        let tool = &case.round.tool;
        let guard = guard_of(&case.round, &case.ret, &[]);
        ec01_text_is_about_this_child(tool, &case.ret, &guard, [other]).iter().map(line).collect()
    }

    #[test]
    fn ec01_a_reason_for_the_same_words_does_not_cover_others() {
        const OTHER: &str = "Nobody asked either of them what they wanted to happen next.";
        let mut case = Case::complete();
        let mut other = sibling();
        let guard = salted_guard(&case);
        let found = |case: &Case, other: &Return| {
            let tool = &case.round.tool;
            ec01_text_is_about_this_child(tool, &case.ret, &guard, [other]).remove(0)
        };
        case.record("area-3").strengths[0].text = TEXT.into();
        let notice = found(&case, &other);
        case.reason_for(&notice, "They were seen together.");
        let reason = case.ret.explanations[0].clone();
        assert!(notice.extent.is_covered_by(&reason));

        case.record("area-3").strengths[0].text = OTHER.into();
        other.general_comments = OTHER.into();
        assert!(!found(&case, &other).extent.is_covered_by(&reason));
    }

    #[test]
    fn ec01_what_no_page_of_the_other_case_shows_is_not_compared() {
        let mut case = Case::complete();
        case.record("area-3").strengths[0].text = TEXT.into();
        let mut other = Case::complete();
        other.ret.case_ref = CaseRef::new("c-8m1").unwrap();
        other.ret.case_label = "Case 2".into();
        other.ret.areas.clear();
        other.ret.general_comments.clear();
        other.ret.overall.reason.clear();
        other.answer("4.6", AnswerValue::Partly);
        other.answered("4.6.a").evidence = TEXT.into();
        assert_eq!(found(&case, &other.ret).len(), 1, "asked in the other case");
        other.answer("4.6", AnswerValue::Yes);
        assert_eq!(found(&case, &other.ret), [""; 0], "asked no more, and kept in its draft");
    }

    #[test]
    fn ec01_the_same_text_about_two_children_is_asked_about() {
        let mut case = Case::complete();
        assert_eq!(found(&case, &sibling()), [""; 0]);

        case.record("area-3").strengths[0].text = TEXT.into();
        let warning = "WARN area-3_strengths-s1-text: This text is the same as in Case 2. Say what is so for this child, or why the same words fit both.";
        assert_eq!(found(&case, &sibling()), [warning]);

        let mut same_case = sibling();
        same_case.case_ref = case.ret.case_ref.clone();
        assert_eq!(found(&case, &same_case), [""; 0], "an earlier draft of the same case");

        let mut other_round = sibling();
        other_round.round.id = "r-2".parse().unwrap();
        assert_eq!(found(&case, &other_round), [""; 0]);
    }

    #[test]
    fn ec01_a_few_words_are_the_same_by_chance() {
        let mut case = Case::complete();
        let mut other = sibling();
        other.general_comments = "No plan was made.".into();
        case.ret.general_comments = "No plan was made.".into();
        assert_eq!(found(&case, &other), [""; 0]);
    }
}
