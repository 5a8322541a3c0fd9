//! What a person has to clear: third parties, rare events, cases that stand out (I-08).

use std::collections::BTreeSet;

use super::{DocumentNotice, Subject, confirm, is_typed};
use crate::gather::gathered;
use crate::id::{AreaId, ItemId, PromptId};
use crate::json;
use crate::panel::Workbook;
use crate::panel::copies::withheld_texts;
use crate::panel::counts::RoundAnswers;
use crate::panel::findings::quote;
use crate::panel::manuscript::Measure;
use crate::report::document::publication::{
    SmallNumbers, i08_stands_out, i09_set_aside_apart, threshold,
};
use crate::report::document::{
    Counted, Document, DocumentKind, Evidence, FigureCount, Sentence, Span, figure_counts,
};
use crate::text::listed;
use crate::tool::{Area, AreaRole};

pub(super) fn of(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let mut notices = i08_third_parties(document);
    notices.extend(i08_jigsaw(workbook, document));
    notices.extend(ec32_withheld(workbook, document));
    notices.extend(i09_small_numbers(workbook, document));
    notices.extend(i09_set_aside(workbook, document));
    notices
}

/// I-09: areas whose grades together tell how many children share a detail, for different answers to it set them aside:
/// wherever a document tells of how many cases the grades of two of them are.
///
/// A comparison has numbers of rounds that are not at hand here. There it is asked however many share the detail.
fn i09_set_aside(workbook: &Workbook, document: &Document) -> Option<DocumentNotice> {
    let tool = &workbook.plan().round.tool;
    // Hardly any tool has such areas; to look for what is told, and to count the answers of a round, takes long.
    if i09_set_aside_apart(tool.graded_areas(), |_| true).is_empty() {
        return None;
    }
    let told = graded_areas_told(workbook, document);
    let is_told = |area: &&Area| told.contains(&area.id);
    let apart = |is_small: &dyn Fn(&PromptId) -> bool| {
        i09_set_aside_apart(tool.graded_areas().filter(is_told), is_small)
    };
    let mut areas = apart(&|_| true);
    if document.kind != DocumentKind::Comparison && !areas.is_empty() {
        let answers = RoundAnswers::of(workbook);
        let small = SmallNumbers::of(workbook, &answers);
        areas = apart(&|prompt| small.holds_back(prompt));
    }
    let titles: Vec<String> = areas.iter().map(|area| ["“", &area.title, "”"].concat()).collect();
    let message = [
        &listed(&titles),
        " are set aside by different answers to one detail of the children. In how many cases each was judged may \
         tell how many share an answer that few have. Confirm that nobody can be told by it.",
    ]
    .concat();
    (!areas.is_empty()).then(|| confirm("I-09", message).about(Subject::SmallNumbers))
}

/// The areas of which a document tells grades of this round: in charts, in tables, and in sentences that count them.
fn graded_areas_told(workbook: &Workbook, document: &Document) -> BTreeSet<AreaId> {
    let passages = workbook.passages();
    let of_text = |id: &ItemId| -> Vec<AreaId> {
        let text = passages.iter().filter(|one| one.id == *id);
        let measures = text.flat_map(|one| one.counts.values());
        let graded = measures.filter_map(|measure| match measure {
            Measure::Graded { area, .. } => area.clone(),
            Measure::Answers(_) => None,
        });
        graded.collect()
    };
    let in_figures = figure_counts(workbook, document).into_values();
    let in_figures = in_figures.filter_map(|count| match count {
        FigureCount::Graded { area, .. } => area,
        FigureCount::Answered { .. } | FigureCount::Theme(_) | FigureCount::Actions(_) => None,
    });
    let mut told: BTreeSet<AreaId> = gathered(in_figures);
    for evidence in document.sentences().flat_map(|one| &one.evidence) {
        match evidence {
            Evidence::Judgement { area, .. } | Evidence::Grading { area, .. } => {
                told.extend(area.clone());
            }
            // Of grades that no case has, no judgement stands behind the text.
            Evidence::Passage(id) => told.extend(of_text(id)),
            _ => {}
        }
    }
    told
}

/// I-09: small counts that are told beside a detail of the children, and wordings of somebody's own in which a number
/// that is held back may have been typed.
fn i09_small_numbers(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let round = &workbook.plan().round;
    let below = threshold(workbook);
    let detail = |evidence: &Evidence| match evidence {
        Evidence::Answer { prompt, .. } | Evidence::Settled { prompt, .. } => {
            let area = round.tool.prompt(prompt).map(|(area, _)| area);
            area.is_some_and(|area| area.role == Some(AreaRole::CaseDetails))
        }
        _ => false,
    };
    let small = |sentence: &&Sentence| {
        // All but a few tells of those few as well.
        let few = |count: &Counted| {
            let others = count.of.saturating_sub(count.number());
            [count.number(), others].iter().any(|number| (1..below).contains(number))
        };
        let is_held = |count: &Counted| count.held.is_some();
        let is_live = sentence.spans.iter().any(|span| matches!(span, Span::Count { .. }));
        let is_typed = sentence.own.is_some() && !is_live;
        let mut counts = sentence.counts.values();
        let is_told = counts.clone().any(|count| few(count) && !is_held(count));
        (is_typed && counts.any(is_held)) || (is_told && sentence.evidence.iter().any(detail))
    };
    let message = [
        "This tells of a detail that fewer than ",
        &below.to_string(),
        " children share. Say it more generally, or confirm that nobody can be told by it.",
    ]
    .concat();
    let found = document.sentences().filter(small);
    found.map(|one| confirm("I-09", message.clone()).about(Subject::SmallNumbers).at(one)).collect()
}

/// Edge case 32: what rests on words that were withheld from the copy of their own return.
fn ec32_withheld(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let withheld = withheld_texts(workbook);
    let is_withheld = |evidence: &Evidence| {
        let Evidence::Written(source) = evidence else { return false };
        let texts = withheld.get(&source.place).filter(|texts| !texts.is_empty());
        let quoted = texts.and_then(|_| quote(workbook, source));
        quoted.zip(texts).is_some_and(|(quoted, texts)| {
            let said = [quoted.text.trim(), quoted.evidence.trim()];
            let mut said = said.into_iter().filter(|words| !words.is_empty());
            said.any(|words| texts.iter().any(|text| text.contains(words)))
        })
    };
    let message = "This rests on words that were withheld from the copy of their own return. Say it more \
                   generally, or confirm that it can be told.";
    let found = document.sentences().filter(|one| one.evidence.iter().any(is_withheld));
    let notice = |one| confirm("I-08", message.to_owned()).about(Subject::ThirdParties).at(one);
    found.map(notice).collect()
}

/// Words that tell of third parties or of what happens to few.
fn i08_third_parties(document: &Document) -> Vec<DocumentNotice> {
    let words: Vec<String> = json::from_slice(include_bytes!("../data/rare.json"))
        .expect("a test reads the words of what is rare");
    let mut notices = Vec::new();
    for sentence in document.sentences().filter(|one| is_typed(one)) {
        let text = sentence.plain().to_lowercase();
        let found = words.iter().filter(|word| has_word(&text, word));
        notices.extend(found.map(|word| {
            let message = [
                "“", word,
                "” may tell readers who this is, or tells of a third party. Clear it, or say it more generally.",
            ];
            confirm("I-08", message.concat()).about(Subject::ThirdParties).at(sentence)
        }));
    }
    notices
}

/// Whole words only: "court" is not in "courteous".
fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|rest| rest.chars().next());
        let outside = |letter: Option<char>| !letter.is_some_and(char::is_alphanumeric);
        outside(before) && outside(after)
    })
}

/// Facts put together: documents that tell case by case, and of those cases that a summary tells one by one, for they
/// are below good.
fn i08_jigsaw(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let by_case = match document.kind {
        DocumentKind::CaseByCase | DocumentKind::SixSteps | DocumentKind::Summary => true,
        DocumentKind::ThemeByTheme
        | DocumentKind::Overview
        | DocumentKind::PromptSheet
        | DocumentKind::ActionPlan
        | DocumentKind::Comparison => false,
    };
    let mut found = if by_case { i08_stands_out(workbook) } else { Vec::new() };
    if document.kind == DocumentKind::Summary {
        let of = |case: &str| [document.kind.as_str(), "/", case, "/reason"].concat();
        let is_told = |id: &str| document.sentences().any(|sentence| sentence.id == id);
        found.retain(|one| is_told(&of(one.case.as_str())));
    }
    let message = |one: &crate::report::document::StandsOut| {
        let label = workbook.plan().case(&one.case).map_or("", |case| case.label.as_str());
        let facts = crate::text::counted(one.by.len(), "fact", "facts");
        [
            label, ": ", &facts,
            " of the case details set this child apart from all others. Clear what is told, or publish by theme.",
        ]
        .concat()
    };
    found.iter().map(|one| confirm("I-08", message(one)).about(Subject::Jigsaw)).collect()
}

#[cfg(test)]
mod tests {
    use super::has_word;
    use crate::audit_return::Response;
    use crate::panel::Workbook;
    use crate::panel::actions::fixture::recommendation;
    use crate::panel::fixture::{Audit as _, Desk, plan, prompt, tool};
    use crate::panel::manuscript::Measure;
    use crate::report::document::build::{build, comparison};
    use crate::report::document::{Document, DocumentKind, Subject, check};
    use crate::tool::AreaRole;

    /// Fourteen cases, told of by telephone in six and by letter in the others, but for the seventh. The first areas
    /// that are graded are set aside: one where it was by telephone, the next where it was by letter.
    fn set_aside(round: &str, seventh: &str, areas: usize) -> Desk {
        let cases: Vec<String> = (1..=14).map(|number| format!("case-{number}")).collect();
        let cases: Vec<&str> = cases.iter().map(String::as_str).collect();
        let mut plan = plan(&cases, "area-and-case");
        plan.round.id = round.parse().unwrap();
        plan.round.report.suppress_below = 5;
        plan.round.tool.areas[0].role = Some(AreaRole::CaseDetails);
        let graded = plan.round.tool.areas.iter_mut().filter(|area| area.graded);
        for (area, answer) in graded.zip(["telephone", "letter"]).take(areas) {
            let when = serde_json::json!({ "answer": { "prompt": "category", "is": [answer] } });
            area.not_applicable_when = Some(serde_json::from_value(when).unwrap());
        }
        let mut desk = Desk::of(plan);
        for (at, case_ref) in cases.iter().enumerate() {
            let by = match at {
                0..6 => "telephone",
                6 => seventh,
                _ => "letter",
            };
            let draft = desk.draft("csc", case_ref);
            let draft = draft.responds("category", Response::Option(by.parse().unwrap()));
            desk.import(match by {
                "telephone" => draft.grade("plan", "good"),
                _ => draft.grade("risk", "good"),
            });
        }
        desk
    }

    fn asks_of_areas(workbook: &Workbook, document: &Document) -> bool {
        let mut found = check(workbook, document).into_iter();
        found.any(|one| one.rule == "I-09" && one.message.contains("by different answers"))
    }

    fn asks(desk: &Desk, kind: DocumentKind) -> bool {
        asks_of_areas(&desk.workbook, &build(kind, &desk.workbook, "2026-07-01".parse().unwrap()))
    }

    #[test]
    fn i09_an_overview_is_asked_about_two_areas_that_tell_of_a_third_answer_which_few_have() {
        assert!(asks(&set_aside("round-1", "neither", 2), DocumentKind::Overview));
        // Six and eight are all: there is no third.
        assert!(!asks(&set_aside("round-1", "letter", 2), DocumentKind::Overview));
        assert!(!asks(&set_aside("round-1", "neither", 1), DocumentKind::Overview));
        let silent = [DocumentKind::ThemeByTheme, DocumentKind::CaseByCase, DocumentKind::Summary];
        for kind in silent {
            assert!(!asks(&set_aside("round-1", "neither", 2), kind), "no area’s grade is told");
        }
    }

    #[test]
    fn i09_a_text_that_counts_the_grades_of_two_such_areas_is_asked_about_in_every_document() {
        let graded = |area: &str, grade: &str| Measure::Graded {
            area: Some(area.parse().unwrap()),
            is: vec![grade.parse().unwrap()],
        };
        let told = |seventh: &str, grade: &str, areas: &[&str]| {
            let mut desk = set_aside("round-1", seventh, 2);
            let counts = areas.iter().map(|area| ((*area).to_owned(), graded(area, grade)));
            let mut text = recommendation("r1", "So it was {in:risk}.");
            text.counts = counts.collect();
            desk.workbook.record_passage(text).unwrap();
            asks(&desk, DocumentKind::Summary)
        };
        assert!(told("neither", "good", &["risk", "plan"]));
        assert!(told("neither", "inadequate", &["risk", "plan"]), "none of eight tells of eight");
        assert!(!told("neither", "good", &["risk"]));
        assert!(!told("letter", "good", &["risk", "plan"]));
    }

    /// Numbers of the earlier round stand in it, and its answers are not at hand.
    #[test]
    fn i09_a_comparison_is_asked_about_such_areas_however_many_share_the_detail_now() {
        let compared = |areas: usize| {
            let [earlier, now] = ["round-1", "round-2"].map(|id| set_aside(id, "letter", areas));
            let today = "2026-07-01".parse().unwrap();
            let document = comparison(&[&earlier.workbook], &now.workbook, today);
            asks_of_areas(&now.workbook, &document)
        };
        assert!(compared(2));
        assert!(!compared(1));
    }

    #[test]
    fn i09_no_shipped_tool_has_areas_that_different_answers_set_aside() {
        use crate::report::document::publication::i09_set_aside_apart;
        for tool in crate::tool::library::all() {
            assert!(i09_set_aside_apart(tool.graded_areas(), |_| true).is_empty(), "{}", tool.id);
        }
        assert!(i09_set_aside_apart(tool("area-and-case").graded_areas(), |_| true).is_empty());
    }

    #[test]
    fn i08_a_case_set_apart_by_its_details_is_cleared_where_a_summary_says_why_it_is_below_good() {
        let mut plan = plan(&["case-1", "case-2"], "case");
        let details = &mut plan.round.tool.areas[0];
        details.role = Some(AreaRole::CaseDetails);
        for id in ["sex", "group"] {
            let mut another = details.prompts[0].clone();
            another.id = prompt(id);
            details.prompts.push(another);
        }
        let mut desk = Desk::of(plan);
        for (case, told, grade) in
            [("case-1", "letter", "inadequate"), ("case-2", "telephone", "good")]
        {
            let mut draft = desk.draft("csc", case).overall(grade);
            for id in ["category", "sex", "group"] {
                draft = draft.responds(id, Response::Option(told.parse().unwrap()));
            }
            desk.import(draft);
        }
        let set_apart = |kind| {
            let document = build(kind, &desk.workbook, "2026-07-01".parse().unwrap());
            let notices = check(&desk.workbook, &document).into_iter();
            let found = notices.filter(|one| one.subject == Subject::Jigsaw);
            found.map(|one| one.message).collect::<Vec<_>>()
        };
        // Both are unlike each other; of the one that is good a summary says nothing by itself.
        let told = set_apart(DocumentKind::Summary);
        let [one] = told.as_slice() else { panic!("{told:?}") };
        assert!(one.starts_with("case-1: three facts"), "{one}");
        assert_eq!(set_apart(DocumentKind::CaseByCase).len(), 2);
        assert!(set_apart(DocumentKind::ThemeByTheme).is_empty());
    }

    #[test]
    fn words_are_found_whole() {
        assert!(has_word("taken to see him in prison.", "prison"));
        assert!(!has_word("a courteous tone", "court"));
        assert!(has_word("the court order ended", "court order"));
    }
}
