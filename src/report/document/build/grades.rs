//! Sentences on grades (R-03, N-19, N-20).

use super::maker::Maker;
use crate::id::{AreaId, CaseRef};
use crate::panel::integration::{Basis, Distribution};
use crate::report::document::pattern::Fills;
use crate::report::document::{Evidence, Sentence};
use crate::text::{counted, in_words, listed, some_of, some_of_counted};

impl Maker<'_> {
    /// What is behind the grade of one case: the judgement, or the gradings that suggest it.
    pub(super) fn behind_grade(
        &self,
        case: &CaseRef,
        area: Option<&AreaId>,
        basis: Basis,
    ) -> Vec<Evidence> {
        match basis {
            Basis::Judgement | Basis::ReopenedJudgement => {
                vec![Evidence::Judgement { case: case.clone(), area: area.cloned() }]
            }
            Basis::Suggestion => {
                let graded = self.book.current_of_case(case).filter(|(_, _, ret)| match area {
                    Some(area) => ret.grading(area).is_some(),
                    None => ret.overall.grading.is_some(),
                });
                graded.map(|(_, file, _)| Evidence::Grading { file, area: area.cloned() }).collect()
            }
        }
    }

    fn behind_grades(&self, distribution: &Distribution) -> Vec<Evidence> {
        let cases = distribution.rows.iter().flat_map(|row| &row.cases);
        let area = distribution.area.as_ref();
        cases.flat_map(|(case, basis)| self.behind_grade(case, area, *basis)).collect()
    }

    /// "This area was judged good in three of the ten cases, adequate in three and inadequate in four."
    pub(super) fn grade_sentences(&self, path: &str, distribution: &Distribution) -> Vec<Sentence> {
        let at = |what: &str| [path, "/", what].concat();
        if distribution.judged == 0 {
            return vec![self.common(&at("grades"), "grades.none", Fills::default(), Vec::new())];
        }
        let grades = Fills::default().with_count("grades", &grades_in_words(distribution));
        let behind = self.behind_grades(distribution);
        let mut sentences = vec![self.common(&at("grades"), "grades", grades, behind)];
        if !distribution.not_judged.is_empty() {
            let cases: Vec<Evidence> = distribution
                .not_judged
                .iter()
                .map(|(case, _)| Evidence::Case(case.clone()))
                .collect();
            let reasons = Fills::default()
                .with_count("cases-not-judged", &in_cases(cases.len()))
                .with("why", &reasons(distribution));
            sentences.push(self.common(&at("not-judged"), "grades.not-judged", reasons, cases));
        }
        let open = distribution.suggested() + distribution.reopened();
        if open > 0 {
            let open = not_final(open, distribution.judged);
            let behind = self.behind_grades(distribution);
            sentences.push(self.common(&at("open"), "grades.open", open, behind));
        }
        sentences
    }
}

/// The parts of a distribution that any case has, best first; the denominator with the first (N-20).
fn grades_in_words(distribution: &Distribution) -> String {
    let rows = distribution.rows.iter().filter(|row| !row.cases.is_empty());
    let parts: Vec<String> = rows
        .enumerate()
        .map(|(at, row)| {
            let number = row.cases.len();
            let many = if at > 0 {
                in_words(number)
            } else {
                cases_of(number, distribution.judged, distribution.of)
            };
            [&row.label.to_lowercase(), " in ", &many].concat()
        })
        .collect();
    listed(&parts)
}

fn cases_of(number: usize, judged: usize, of: usize) -> String {
    let cases = some_of_counted(number, judged, "case", "cases");
    let judged = if judged == of { "" } else { " judged" };
    [&cases, judged].concat()
}

/// "One of the ten" and "judgement is".
fn not_final(open: usize, judged: usize) -> Fills {
    let some = if judged == 1 { "the one".to_owned() } else { some_of(open, judged) };
    let are = match (open, judged) {
        (1, 1) => "judgement is",
        (1, _) => "judgements is",
        _ => "judgements are",
    };
    Fills::default().with_count("open", &some).with("judgements-are", are)
}

fn in_cases(number: usize) -> String {
    ["in ", &counted(number, "case", "cases")].concat()
}

/// "no return was received", each reason once.
fn reasons(distribution: &Distribution) -> String {
    let mut reasons: Vec<&str> = Vec::new();
    for (_, why) in &distribution.not_judged {
        if !reasons.contains(&why.words()) {
            reasons.push(why.words());
        }
    }
    listed(&reasons)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Span;
    use crate::report::document::pattern::filled;
    use crate::report::document::report_words;

    #[test]
    fn r03_the_sentence_on_what_is_not_final_is_right_for_every_number() {
        let pattern = report_words().remove("grades.open").unwrap();
        let told = |open, judged| -> String {
            let piece = |span: Span| match span {
                Span::Text(text) | Span::Count { text, .. } => text,
                other => panic!("{other:?}"),
            };
            filled(&pattern, &not_final(open, judged)).into_iter().map(piece).collect()
        };
        let rows = [
            (1, 1, "The one judgement is not final."),
            (1, 2, "One of the two judgements is not final."),
            (2, 2, "Both judgements are not final."),
            (1, 10, "One of the ten judgements is not final."),
            (3, 10, "Three of the ten judgements are not final."),
            (10, 10, "All ten judgements are not final."),
        ];
        for (open, judged, want) in rows {
            assert_eq!(told(open, judged), want);
        }
    }
}
