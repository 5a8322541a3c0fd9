//! What a person has to clear: third parties, rare events, cases that stand out (I-08).

use super::places::i08_places;
use super::{DocumentNotice, Subject, confirm, is_typed};
use crate::json;
use crate::panel::Workbook;
use crate::panel::copies::withheld_texts;
use crate::panel::counts::RoundAnswers;
use crate::panel::findings::quote;
use crate::report::document::publication::{
    SmallNumbers, i08_stands_out, i09_set_aside_apart, threshold,
};
use crate::report::document::{Block, Counted, Document, DocumentKind, Evidence, Sentence, Span};
use crate::text::listed;
use crate::tool::{Area, AreaRole};

pub(super) fn of(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    let mut notices = i08_third_parties(document);
    notices.extend(i08_places(workbook, document));
    notices.extend(i08_jigsaw(workbook, document));
    notices.extend(ec32_withheld(workbook, document));
    notices.extend(i09_small_numbers(workbook, document));
    notices.extend(i09_set_aside(workbook, document));
    notices
}

/// I-09: areas whose charts together tell how many children share a detail, for different answers to it set them aside.
fn i09_set_aside(workbook: &Workbook, document: &Document) -> Option<DocumentNotice> {
    let tool = &workbook.plan().round.tool;
    let is_drawn = |area: &&Area| {
        let id = ["chart-", area.id.as_str()].concat();
        document
            .blocks
            .iter()
            .any(|block| matches!(block, Block::Chart { id: own, .. } if *own == id))
    };
    let are_drawn = |all: Vec<&Area>| all.iter().copied().filter(is_drawn).count() > 1;
    // Hardly any tool has such areas; to count the answers of a round takes long.
    if !are_drawn(i09_set_aside_apart(tool, |_| true)) {
        return None;
    }
    let answers = RoundAnswers::of(workbook);
    let small = SmallNumbers::of(workbook, &answers);
    let areas = i09_set_aside_apart(tool, |prompt| small.holds_back(prompt));
    let titles: Vec<String> = areas.iter().map(|area| ["“", &area.title, "”"].concat()).collect();
    let message = [
        &listed(&titles),
        " are set aside by different answers to one detail of the children. In how many cases each was judged may \
         tell how many share an answer that few have. Confirm that nobody can be told by it.",
    ]
    .concat();
    are_drawn(areas).then(|| confirm("I-09", message).about(Subject::SmallNumbers))
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
    use crate::panel::fixture::{Audit as _, Desk, plan, prompt};
    use crate::report::document::build::build;
    use crate::report::document::{DocumentKind, Subject, check};
    use crate::tool::AreaRole;

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
