//! Which kinds of document a round can make, and where what they lack is written.

use super::{DocumentKind, Evidence, Sentence};
use crate::id::CaseRef;
use crate::panel::Workbook;
use crate::panel::findings::{FindingKind, findings};
use crate::panel::manuscript::Place;
use crate::tool::{Area, Tool};

/// Why a kind of document does not fit a round as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The tool grades no area, and the document goes through the areas by their grades.
    NoGradedAreas,
    /// The tool does not grade cases overall, and the document tells of these grades.
    NotGradedOverall,
    /// The round has no themes, and the document goes from theme to theme.
    NoThemes,
    /// Nothing was found yet.
    NoFindings,
    /// No question for practitioners is written yet.
    NoQuestions,
    /// The plan has no action yet.
    NoActions,
}

impl Unfit {
    /// Why, and what to do, in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NoGradedAreas => {
                "It goes through the areas by their grades, and this audit tool grades no area."
            }
            Self::NotGradedOverall => {
                "It tells of the grades of the cases, and this audit tool does not grade cases."
            }
            Self::NoThemes => "It goes from theme to theme, and this round has no themes.",
            Self::NoFindings => "No finding is recorded yet.",
            Self::NoQuestions => {
                "No question for practitioners is written yet. Write them with the findings."
            }
            Self::NoActions => "The action plan has no action yet.",
        }
    }
}

/// What speaks against making a kind of document of this round; `None` where it fits.
pub fn fit(kind: DocumentKind, workbook: &Workbook) -> Option<Unfit> {
    let round = &workbook.plan().round;
    if kind == DocumentKind::ActionPlan {
        return workbook.actions().is_empty().then_some(Unfit::NoActions);
    }
    let unfit = match kind {
        DocumentKind::Overview => (!has_graded_areas(&round.tool)).then_some(Unfit::NoGradedAreas),
        DocumentKind::Summary => (!grades_cases(&round.tool)).then_some(Unfit::NotGradedOverall),
        DocumentKind::ThemeByTheme => round.themes.is_empty().then_some(Unfit::NoThemes),
        DocumentKind::PromptSheet => {
            let asks = workbook.passages().iter().any(|one| !one.questions.is_empty());
            (!asks).then_some(Unfit::NoQuestions)
        }
        // What it lacks is said by itself: rounds to compare.
        DocumentKind::Comparison => return None,
        DocumentKind::CaseByCase | DocumentKind::SixSteps | DocumentKind::ActionPlan => None,
    };
    unfit.or_else(|| {
        let views = findings(workbook);
        let told = views.iter().any(|view| view.finding.kind != FindingKind::Context);
        (!told).then_some(Unfit::NoFindings)
    })
}

fn has_graded_areas(tool: &Tool) -> bool {
    let graded = |area: &Area| area.graded;
    tool.areas.iter().any(graded) && !tool.scale.grades.is_empty()
}

fn grades_cases(tool: &Tool) -> bool {
    tool.scale.grades.iter().any(|grade| grade.for_case)
}

/// Where the panel writes what a sentence lacks; `None` where the round says it, or nobody does.
pub fn written_at(sentence: &Sentence) -> Option<Place> {
    let of_finding = sentence.evidence.iter().find_map(|one| match one {
        Evidence::Finding(finding) => Some(Place::Finding(finding.clone())),
        _ => None,
    });
    let summary = || {
        let case = sentence.id.strip_suffix("/summary")?.rsplit('/').next()?;
        Some(Place::Summary(CaseRef::new(case).ok()?))
    };
    of_finding.or_else(summary).or_else(|| {
        sentence.gaps().find_map(|gap| match gap {
            "recommendations" => Some(Place::Recommendation),
            "learning" => Some(Place::Learning),
            "conclusions" => Some(Place::Conclusion),
            "questions" => Some(Place::Discussion),
            _ => None,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;
    use crate::report::document::{Span, build};

    fn lacking(id: &str, gap: &str) -> Sentence {
        Sentence {
            id: id.into(),
            spans: vec![Span::Gap(gap.into())],
            evidence: Vec::new(),
            counts: Default::default(),
            own: None,
        }
    }

    #[test]
    fn what_a_sentence_lacks_is_written_where_it_belongs() {
        let rows = [
            (lacking("case-by-case/case-2/summary", "summary of the case"), "summary.case-2"),
            (lacking("overview/no-recommendations", "recommendations"), "recommendation"),
            (lacking("overview/no-conclusions", "conclusions"), "conclusion"),
        ];
        for (sentence, want) in rows {
            assert_eq!(written_at(&sentence).unwrap().key(), want, "{}", sentence.id);
        }
        assert_eq!(written_at(&lacking("overview/terms-lead", "quality group")), None);
        let finding = Evidence::Finding("f1".parse().unwrap());
        let of = Sentence { evidence: vec![finding], ..lacking("x/f1/call", "call to action") };
        assert_eq!(written_at(&of).unwrap().key(), "finding.f1");
    }

    #[test]
    fn a_round_without_findings_says_so_and_what_has_no_themes_does_too() {
        let desk = Desk::with(&["case-1"]);
        assert_eq!(fit(DocumentKind::SixSteps, &desk.workbook), Some(Unfit::NoFindings));
        assert_eq!(fit(DocumentKind::PromptSheet, &desk.workbook), Some(Unfit::NoQuestions));
        assert_eq!(fit(DocumentKind::ThemeByTheme, &desk.workbook), Some(Unfit::NoThemes));
        let today = "2026-07-01".parse().unwrap();
        let made = build::build(DocumentKind::CaseByCase, &desk.workbook, today);
        let gap = made.sentences().find(|one| one.id.ends_with("/summary")).unwrap();
        assert_eq!(written_at(gap).unwrap().key(), "summary.case-1");
    }
}
