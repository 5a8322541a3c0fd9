//! Sentences out of findings, passages and measures.

use super::maker::Maker;
use crate::id::{CaseRef, ItemId, PromptId};
use crate::panel::counts::{CountedReturn, Integrated, ReturnCount, Said};
use crate::panel::findings::{FindingKind, FindingScope, FindingView};
use crate::panel::integration::Basis;
use crate::panel::manuscript::{Measure, Passage};
use crate::report::document::pattern::Fills;
use crate::report::document::{Counted, Evidence, Sentence, Span};
use crate::text::capitalised;
use crate::tool::Condition;

/// How a finding says in how many cases it is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// It does not.
    Plain,
    /// "…, in four of the five cases."
    In,
    /// "… (four of the five cases)."
    Of,
}

impl Says {
    fn pattern(self) -> &'static str {
        match self {
            Self::Plain => "finding.plain",
            Self::In => "finding.in",
            Self::Of => "finding.of",
        }
    }
}

impl Maker<'_> {
    /// A finding as a sentence (F-01): its own words, or those that its passage gives it.
    pub(super) fn finding(&self, path: &str, view: &FindingView, says: Says) -> Sentence {
        let path = [path, "/", view.finding.id.as_str()].concat();
        let mut evidence = self.evidence_of(view);
        let mut fills = Fills::default().counting("count", self.counted(view));
        let passage = self.passage_of(&view.finding.id, |one| !one.text.trim().is_empty());
        if let Some(passage) = passage {
            evidence.push(Evidence::Passage(passage.id.clone()));
            fills = self.measured(fills, passage, &mut evidence);
            let text = ended(&passage.text);
            let counts = says == Says::Plain || text.contains(":count}");
            let pattern = if counts { text } else { self.counting(&text, says) };
            return self.sentence(&path, &pattern, fills, evidence);
        }
        let text = ended(&view.finding.text);
        let fills = fills.with("stem", stem(&text)).with("text", &text);
        self.common(&path, says.pattern(), fills, evidence)
    }

    /// The pattern of a count around another pattern.
    fn counting(&self, text: &str, says: Says) -> String {
        self.words.get(says.pattern()).replace("{stem}", stem(text)).replace("{text}", text)
    }

    /// In how many cases a finding is so, as far as it is told (I-09).
    pub(super) fn counted(&self, view: &FindingView) -> Counted {
        let all = self.book.plan().open_cases().count();
        let counted = Counted::new(view.quantified.cases.clone(), view.quantified.of, all);
        let counted = counted.of_returns(view.quantified.returns.as_ref());
        counted.held_back(self.small_numbers().held_of(view))
    }

    /// Everything behind a finding: itself, what it rests on, and the answers by which it is counted.
    pub(super) fn evidence_of(&self, view: &FindingView) -> Vec<Evidence> {
        let mut evidence = vec![Evidence::Finding(view.finding.id.clone())];
        let sources = view.finding.sources.iter();
        let counting = sources.filter(|source| view.cases.contains(source.case()));
        evidence.extend(counting.map(Evidence::from));
        if let Some(counted) = &view.finding.counted {
            for case in &view.quantified.cases {
                evidence.extend(self.answered(case, &counted.prompt, Some(&counted.value)));
            }
        }
        evidence
    }

    /// The answers that make the answer of a case: what agencies said, or what the panel settled.
    fn answered(&self, case: &CaseRef, prompt: &PromptId, value: Option<&str>) -> Vec<Evidence> {
        let answers = self.answers.case(case).and_then(|answers| answers.answer(prompt));
        let Some(answer) = answers else { return Vec::new() };
        // What an agency was asked about its own part in other words counts in no answer (G-20).
        let is_beside =
            |one: &Said| one.in_other_words && answer.integrated == Integrated::OfEachAgency;
        let told = answer.said.iter().filter(|one| !is_beside(one));
        let told = told.filter(|one| value.is_none_or(|it| one.response.holds(it)));
        let mut evidence: Vec<Evidence> = told
            .map(|one| Evidence::Answer {
                case: case.clone(),
                file: one.file,
                prompt: prompt.clone(),
            })
            .collect();
        if let Integrated::Decided(_) = answer.integrated {
            evidence.push(Evidence::Settled { case: case.clone(), prompt: prompt.clone() });
        }
        evidence
    }

    /// The counts of a passage as fills, with what is behind them.
    pub(super) fn measured(
        &self,
        mut fills: Fills,
        passage: &Passage,
        evidence: &mut Vec<Evidence>,
    ) -> Fills {
        for (name, measure) in &passage.counts {
            let (count, behind) = self.measure(measure);
            evidence.extend(behind);
            fills = fills.counting(name, count);
        }
        fills
    }

    /// Counts what a measure asks for, with the answers or judgements behind it; grades are told as they are.
    pub(super) fn measure(&self, measure: &Measure) -> (Counted, Vec<Evidence>) {
        let all = self.book.plan().open_cases().count();
        match measure {
            Measure::Answers(condition) => {
                let count = self.answers.count_where(condition);
                let behind = match &count.returns {
                    Some(returns) => self.behind_returns(returns, condition),
                    None => self.behind(&count.cases, condition),
                };
                let held = self.small_numbers().held(condition);
                let counted = Counted::new(count.cases, count.of, all);
                (counted.of_returns(count.returns.as_ref()).held_back(held), behind)
            }
            Measure::Graded { area, is } => {
                let known = self.distributions.iter().find(|one| one.area == *area);
                let Some(known) = known else { return (Counted::new(Vec::new(), 0, all), vec![]) };
                let rows = known.rows.iter().filter(|row| is.contains(&row.grade));
                let graded: Vec<&(CaseRef, Basis)> = rows.flat_map(|row| &row.cases).collect();
                let behind = graded
                    .iter()
                    .flat_map(|(case, basis)| self.behind_grade(case, area.as_ref(), *basis));
                let behind = behind.collect();
                let mut cases = self.cases();
                cases.retain(|case| graded.iter().any(|(one, _)| one == case));
                (Counted::new(cases, known.judged, all), behind)
            }
        }
    }

    fn behind(&self, cases: &[CaseRef], condition: &Condition) -> Vec<Evidence> {
        let of_case = |case: &CaseRef| -> Vec<Evidence> {
            let prompts = condition.prompts();
            prompts.iter().flat_map(|prompt| self.answered(case, prompt, None)).collect()
        };
        cases.iter().flat_map(of_case).collect()
    }

    /// What the counted returns say of their own part, and the answers of their cases to all else that is asked.
    fn behind_returns(&self, returns: &ReturnCount, condition: &Condition) -> Vec<Evidence> {
        let prompts = condition.prompts();
        let (own, of_case): (Vec<&PromptId>, Vec<&PromptId>) =
            prompts.into_iter().partition(|prompt| self.book.is_of_each_agency(prompt));
        let of_return = |one: &CountedReturn| -> Vec<Evidence> {
            let (case, file) = (one.place.case.clone(), one.file);
            let says = |prompt: &&&PromptId| {
                let answers = self.answers.case(&case).and_then(|all| all.answer(prompt));
                answers.is_some_and(|all| all.said.iter().any(|said| said.place == one.place))
            };
            let own = own.iter().filter(says).map(|prompt| Evidence::Answer {
                case: case.clone(),
                file,
                prompt: (*prompt).clone(),
            });
            let of_case = of_case.iter().flat_map(|prompt| self.answered(&case, prompt, None));
            own.chain(of_case).collect()
        };
        returns.returns.iter().flat_map(of_return).collect()
    }

    /// A paragraph's worth of a passage: one sentence for each line of its text.
    pub(super) fn passage(&self, path: &str, passage: &Passage) -> Vec<Sentence> {
        let path = [path, "/", passage.id.as_str()].concat();
        let lines = passage.text.lines().map(str::trim).filter(|line| !line.is_empty());
        (1..).zip(lines).map(|(number, line)| self.line(&path, number, line, passage)).collect()
    }

    /// One line of a passage as a sentence.
    pub(super) fn line(
        &self,
        path: &str,
        number: usize,
        line: &str,
        passage: &Passage,
    ) -> Sentence {
        let path = [path, "/", &number.to_string()].concat();
        let mut evidence = self.behind_passage(passage);
        let fills = self.measured(Fills::default(), passage, &mut evidence);
        self.sentence(&path, line, fills, evidence)
    }

    /// A passage and the findings that it rests on, with all behind them.
    pub(super) fn behind_passage(&self, passage: &Passage) -> Vec<Evidence> {
        let rests_on = |id: &ItemId| {
            let now = self.book.finding_now(id)?;
            self.findings.iter().find(|view| view.finding.id == now.id)
        };
        let findings = passage.rests_on.iter().filter_map(rests_on);
        let mut evidence: Vec<Evidence> =
            findings.flat_map(|view| self.evidence_of(view)).collect();
        evidence.push(Evidence::Passage(passage.id.clone()));
        evidence
    }

    /// F-01: a text that was written of a part of what is one finding now, with that finding, so that whoever tells
    /// of it is asked to read it again. Of any other nothing, so that documents stay what was cleared.
    pub(super) fn of_part(&self, passage: Option<&Passage>) -> Vec<Evidence> {
        let told = passage.and_then(|one| Some((one, self.book.f01_told_of_whole(one)?)));
        told.map_or_else(Vec::new, |(one, whole)| {
            vec![Evidence::Finding(whole.clone()), Evidence::Passage(one.id.clone())]
        })
    }

    /// The text from which a finding has its heading.
    pub(super) fn headed_by(&self, finding: &ItemId) -> Option<&Passage> {
        self.passage_of(finding, |one| !one.heading.trim().is_empty())
    }

    /// Where more is found, as a point each.
    pub(super) fn links(&self, path: &str, passage: &Passage) -> Vec<Sentence> {
        let linked = |(number, link): (usize, &crate::panel::manuscript::Reference)| {
            let path = [path, "/", passage.id.as_str(), "/link-", &number.to_string()].concat();
            let fills = Fills::default().with("text", &link.label);
            let mut sentence = self.sentence(&path, "{text}", fills, Vec::new());
            if sentence.own.is_none() && !link.address.is_empty() {
                let (text, address) = (link.label.clone(), link.address.clone());
                sentence.spans = vec![Span::Link { text, address }];
            }
            sentence
        };
        (1..).zip(&passage.links).map(linked).collect()
    }

    /// Findings of one case of these kinds, in the order in which they were recorded.
    pub(super) fn of_case(&self, case: &CaseRef, kinds: &[FindingKind]) -> Vec<&FindingView> {
        let of = FindingScope::Case(case.clone());
        let views = self.findings.iter();
        views
            .filter(|view| view.finding.scope == of && kinds.contains(&view.finding.kind))
            .collect()
    }

    /// F-02: findings across cases of these kinds that rest on two cases at least.
    pub(super) fn across(&self, kinds: &[FindingKind]) -> Vec<&FindingView> {
        let mut views = self.across_cases(kinds);
        views.retain(|view| view.cases.len() >= 2);
        views
    }

    /// findings said to be across cases that rest on this case alone.
    pub(super) fn only_of(&self, case: &CaseRef, kinds: &[FindingKind]) -> Vec<&FindingView> {
        let mut views = self.across_cases(kinds);
        views.retain(|view| view.cases == [case.clone()]);
        views
    }

    fn across_cases(&self, kinds: &[FindingKind]) -> Vec<&FindingView> {
        let across = |view: &&FindingView| view.finding.scope == FindingScope::AcrossCases;
        let views = self.findings.iter().filter(across);
        views.filter(|view| kinds.contains(&view.finding.kind)).collect()
    }

    /// The heading of a finding: its passage's, or its first theme that is none of the round's own.
    pub(super) fn heading_of_finding(&self, view: &FindingView) -> String {
        if let Some(passage) = self.headed_by(&view.finding.id) {
            return passage.heading.trim().to_owned();
        }
        let known = self.book.themes();
        let of_round = &self.book.plan().round.themes;
        let labels = view.finding.themes.iter();
        let mut labels = labels.filter_map(|id| known.iter().find(|theme| theme.id == *id));
        let own = labels.find(|theme| !of_round.iter().any(|one| same(one, &theme.label)));
        own.map_or_else(String::new, |theme| theme.label.clone())
    }
}

/// Whether two headings are the same to a reader.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// With a capital letter and an end.
fn ended(text: &str) -> String {
    let text = capitalised(text.trim());
    let ends = text.ends_with(['.', '?', '!', ':', '”']);
    if ends || text.is_empty() { text } else { [&text, "."].concat() }
}

/// Without its full stop, for a count to follow.
fn stem(text: &str) -> &str {
    text.strip_suffix('.').unwrap_or(text)
}
