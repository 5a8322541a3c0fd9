//! The texts of a return that copies for practitioners would show, each box once (edge case 32).
//!
//! Not here: what a copy leaves out ([`crate::panel`]).

use super::{FreeText, Place, label, texts};
use crate::audit_return::Return;
use crate::tool::Tool;

/// One text box, as somebody decides whether practitioners may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextForPractitioners {
    /// Where it stands.
    pub place: Place,
    /// What the box is called.
    pub label: String,
    /// The text; of several lines of one box, all of them.
    pub text: String,
}

/// Edge case 32: every text of a return but who audited, and what was explained to the panel alone.
pub fn ec32_texts_for_practitioners(ret: &Return, tool: &Tool) -> Vec<TextForPractitioners> {
    let mut found: Vec<TextForPractitioners> = Vec::new();
    let all = texts(ret).into_iter().filter(|one| !is_for_the_panel(&one.place));
    for FreeText { place, text } in all {
        // Only the lines of one box share a place, and they follow each other.
        if let Some(known) = found.last_mut().filter(|known| known.place == place) {
            known.text = [known.text.as_str(), text].join("\n");
            continue;
        }
        let (label, text) = (label(&place, tool), text.to_owned());
        found.push(TextForPractitioners { place, label, text });
    }
    found
}

/// Edge case 32: those of them that the auditor marked as not to be disclosed.
pub fn ec32_marked_texts(ret: &Return, tool: &Tool) -> Vec<TextForPractitioners> {
    if ret.do_not_disclose.is_empty() {
        return Vec::new();
    }
    let mut marked = ec32_texts_for_practitioners(ret, tool);
    marked.retain(|one| ret.withholds(&one.place.key()));
    marked
}

fn is_for_the_panel(place: &Place) -> bool {
    matches!(place, Place::Auditor(_) | Place::Explanation { .. } | Place::PanelQuestion(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit_return::{
        About, AreaChange, Change, Grading, NonGrade, OverallChange, apply, as_signed, correction,
    };
    use crate::check::testing::{Case, area, asked};
    use crate::envelope::Hash;
    use crate::tool::Graph;

    const COMMENTS: &str = "general-comments";

    fn marked(case: &mut Case, key: &str, on: bool) {
        apply(&mut case.ret, &Change::DoNotDisclose(key.to_owned(), on));
    }

    fn signed(case: &Case) -> Return {
        let tool = &case.round.tool;
        as_signed(&case.ret, tool, &Graph::compile(tool).shown(&case.ret))
    }

    #[test]
    fn ec32_what_goes_to_practitioners_can_be_marked_and_what_does_not_is_not_asked_about() {
        let mut case = Case::complete();
        case.ret.general_comments = "A neighbour told us.".into();
        case.ret.good_practice_to_share = vec!["One.".into(), "Two.".into()];
        case.explain("G-15", "overall-grade", "It was dealt with at once.");
        let mut question = asked("q1", About::Return);
        question.answer = "By the health visitor.".into();
        case.ret.panel_questions.push(question);
        let found = ec32_texts_for_practitioners(&case.ret, &case.round.tool);
        let texts: Vec<&str> = found.iter().map(|one| one.text.as_str()).collect();
        assert!(texts.contains(&"A neighbour told us."), "{texts:?}");
        assert!(texts.contains(&"One.\nTwo."), "{texts:?}");
        for not_asked in ["Service manager", "It was dealt with at once.", "By the health visitor."]
        {
            assert!(!texts.contains(&not_asked), "{not_asked}: {texts:?}");
        }
    }

    #[test]
    fn ec32_a_mark_is_signed_with_its_text_and_stays_in_the_correction() {
        let mut case = Case::complete();
        case.ret.general_comments = "A neighbour told us.".into();
        marked(&mut case, "prompt-4.5-evidence", true);
        marked(&mut case, COMMENTS, true);
        marked(&mut case, COMMENTS, true);
        assert_eq!(case.ret.do_not_disclose, [COMMENTS, "prompt-4.5-evidence"]);
        let first = signed(&case);
        assert_eq!(first.do_not_disclose, [COMMENTS], "no evidence is written there");
        assert_eq!(correction(&first, Hash::of(b"1")).do_not_disclose, [COMMENTS]);
        let labels: Vec<String> =
            ec32_marked_texts(&first, &case.round.tool).into_iter().map(|one| one.label).collect();
        assert_eq!(labels, ["General comments"]);
        marked(&mut case, COMMENTS, false);
        assert_eq!(signed(&case).do_not_disclose, [""; 0]);
    }

    #[test]
    fn ec32_a_mark_stays_with_the_reason_for_no_grade_whichever_of_the_three_is_chosen() {
        let mut case = Case::complete();
        let chosen = |because| {
            let grading = Grading::None { because, reason: "A neighbour told us.".into() };
            let of_area = AreaChange::Grading(Some(grading.clone()));
            let overall = OverallChange::Grading(Some(grading));
            [Change::Area(area("area-3"), of_area), Change::Overall(overall)]
        };
        chosen(NonGrade::OutsideRole).iter().for_each(|change| apply(&mut case.ret, change));
        marked(&mut case, "area-3_grade-outside-role", true);
        marked(&mut case, "overall-grade-outside-role", true);
        chosen(NonGrade::InsufficientEvidence)
            .iter()
            .for_each(|change| apply(&mut case.ret, change));
        let expected =
            ["area-3_grade-insufficient-evidence", "overall-grade-insufficient-evidence"];
        assert_eq!(signed(&case).do_not_disclose, expected);
        marked(&mut case, expected[0], false);
        chosen(NonGrade::NotApplicable).iter().for_each(|change| apply(&mut case.ret, change));
        assert_eq!(signed(&case).do_not_disclose, ["overall-grade-not-applicable"]);
    }

    #[test]
    fn ec32_a_return_with_marks_is_of_a_format_that_no_program_without_them_reads() {
        let mut case = Case::complete();
        case.ret.general_comments = "A neighbour told us.".into();
        assert_eq!(signed(&case).format_version, 1, "which the first programs read");
        marked(&mut case, COMMENTS, true);
        assert_eq!(signed(&case).format_version, 2);
        marked(&mut case, COMMENTS, false);
        assert_eq!(signed(&case).format_version, 1);
    }

    #[test]
    fn v11_returns_of_programs_that_knew_no_marks_are_read_and_say_nothing_of_them() {
        let ret = Case::complete().ret;
        let text = serde_json::to_string(&ret).unwrap();
        assert!(!text.contains("do_not_disclose"), "{text}");
        assert_eq!(serde_json::from_str::<Return>(&text).unwrap(), ret);
    }
}
