//! The texts of a return that copies for practitioners would show, each box once (edge case 32).
//!
//! Not here: what a copy leaves out ([`crate::panel`]).

use super::place::OnAreaPage;
use super::{FreeText, Place, label, texts};
use crate::audit_return::Return;
use crate::order;
use crate::tool::{Area, Tool};

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

/// The texts of one area, or those that stand in none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextsOfArea {
    /// The area as its page is called, with its number; `None` for what stands in no area.
    pub title: Option<String>,
    /// In the order of the page: question by question, then what was found.
    pub texts: Vec<TextForPractitioners>,
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

/// Edge case 32: the same area by area, in the tool's order; last what stands in no area. None is without a text.
pub fn ec32_texts_by_area(ret: &Return, tool: &Tool) -> Vec<TextsOfArea> {
    let mut rest = ec32_texts_for_practitioners(ret, tool);
    let mut all = Vec::new();
    for area in &tool.areas {
        let (mut texts, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|one| line(&one.place, area).is_some());
        rest = others;
        // Lines of one question keep their order.
        order::sort_by_key(&mut texts, |one| line(&one.place, area));
        let title = [&area.number.to_string(), ". ", &area.title].concat();
        all.push(TextsOfArea { title: Some(title), texts });
    }
    all.push(TextsOfArea { title: None, texts: rest });
    all.retain(|of_area| !of_area.texts.is_empty());
    all
}

/// Where on the page of an area a place stands; `None` where it stands elsewhere.
fn line(place: &Place, area: &Area) -> Option<usize> {
    match place.on_area_page()? {
        OnAreaPage::Prompt(id) => area.prompts.iter().position(|prompt| prompt.id == *id),
        OnAreaPage::Area(id) => (area.id == *id).then_some(area.prompts.len()),
    }
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
    use crate::check::testing::{Case, area, asked, prompt};
    use crate::envelope::Hash;
    use crate::tool::{Graph, Prompt};

    const COMMENTS: &str = "general-comments";

    fn marked(case: &mut Case, key: &str, on: bool) {
        apply(&mut case.ret, &Change::DoNotDisclose(key.to_owned(), on));
    }

    fn signed(case: &Case) -> Return {
        let round = &case.round;
        as_signed(&case.ret, round, &Graph::compile(&round.tool).shown(&case.ret))
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
    fn ec32_texts_to_mark_stand_area_by_area_in_the_order_of_their_pages_and_none_is_lost() {
        let mut case = Case::complete();
        case.raise_concern();
        case.ret.general_comments = "A neighbour told us.".into();
        let tool = &case.round.tool;
        let by_area = ec32_texts_by_area(&case.ret, tool);
        let titled = |one: &Area| Some([&one.number.to_string(), ". ", &one.title].concat());
        let graded = tool.graded_areas().map(titled);
        let expected: Vec<Option<String>> = graded.chain([None]).collect();
        let titles: Vec<Option<String>> = by_area.iter().map(|one| one.title.clone()).collect();
        assert_eq!(titles, expected, "nothing is written about the details of the case");
        let keys = |texts: &[TextForPractitioners]| -> Vec<String> {
            texts.iter().map(|one| one.place.key()).collect()
        };
        let mut shown: Vec<String> = by_area.iter().flat_map(|one| keys(&one.texts)).collect();
        let mut all = keys(&ec32_texts_for_practitioners(&case.ret, tool));
        shown.sort();
        all.sort();
        assert_eq!(shown, all);
    }

    #[test]
    fn ec32_question_ten_stands_after_question_two_and_what_was_found_after_both() {
        let mut case = Case::complete();
        let page = case.round.tool.areas.iter_mut().find(|one| one.id == area("area-5")).unwrap();
        for id in ["5.2", "5.10"] {
            let like_the_first = page.prompts[0].clone();
            page.prompts.push(Prompt { id: prompt(id), ..like_the_first });
        }
        for id in ["5.2", "5.10"] {
            case.answered(id).evidence = "A neighbour told us.".into();
        }
        let by_area = ec32_texts_by_area(&case.ret, &case.round.tool);
        let keys: Vec<String> = by_area
            .iter()
            .flat_map(|one| one.texts.iter().map(|text| text.place.key()))
            .filter(|key| key.starts_with("prompt-5") || key.starts_with("area-5_"))
            .collect();
        let (questions, found) = keys.split_at(2);
        assert_eq!(questions, ["prompt-5.2-evidence", "prompt-5.10-evidence"]);
        assert!(found.len() > 2 && found.iter().all(|key| key.starts_with("area-5_")), "{keys:?}");
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
