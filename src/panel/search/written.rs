//! What the panel wrote for its documents, and what the round states.

use super::{FoundAt, Search, last_of, lines};
use crate::id::{CaseRef, ItemId};
use crate::panel::findings::{Finding, FindingScope};
use crate::panel::manuscript::{Passage, Place};

/// About which cases a text is.
enum Of {
    /// About none in particular.
    None,
    /// About these, which count.
    Cases(Vec<CaseRef>),
    /// About nothing but withdrawn ones (V-09).
    Sealed,
}

impl Search<'_> {
    pub(super) fn texts(&mut self) {
        self.passages();
        self.own_wordings();
    }

    fn passages(&mut self) {
        for passage in self.workbook.passages() {
            let cases = match self.of(&passage.place) {
                Of::Sealed => continue,
                Of::None => Vec::new(),
                Of::Cases(cases) => cases,
            };
            let case = self.told_under(&cases);
            let at = || FoundAt::Passage(passage.id.clone());
            self.offer(&written(passage), title(&passage.place), (case, None), at);
        }
    }

    fn own_wordings(&mut self) {
        let workbook = self.workbook;
        let wordings = &workbook.record.panel.own_wordings;
        for own in last_of(wordings, |one| one.sentence.as_str()) {
            let parts = || own.sentence.split('/');
            if !self.holds(&own.text) || parts().any(|part| self.is_of_sealed(part)) {
                continue;
            }
            let case = parts().find_map(|part| {
                let mut cases = workbook.plan().cases.iter();
                cases.find(|case| case.case_ref.as_str() == part)
            });
            let about = (case.map(|case| &case.case_ref), None);
            let at = || FoundAt::Wording(own.sentence.clone());
            self.offer(&own.text, "Own wording of a sentence", about, at);
        }
    }

    /// Whether a part of a sentence's id names a withdrawn case, or what is about nothing else.
    fn is_of_sealed(&self, part: &str) -> bool {
        if CaseRef::new(part).is_ok_and(|case| self.is_sealed(&case)) {
            return true;
        }
        let Ok(id) = ItemId::new(part) else { return false };
        let passages = self.workbook.passages();
        let passage = passages.into_iter().find(|one| one.id == id);
        let place = passage.map_or(Place::Finding(id), |one| one.place.clone());
        matches!(self.of(&place), Of::Sealed)
    }

    fn of(&self, place: &Place) -> Of {
        match place {
            Place::Summary(case) if self.is_sealed(case) => Of::Sealed,
            Place::Summary(case) => Of::Cases(vec![case.clone()]),
            Place::Finding(id) => self.of_finding(id),
            Place::Overview(_)
            | Place::Learning
            | Place::Recommendation
            | Place::Discussion
            | Place::Conclusion => Of::None,
        }
    }

    fn of_finding(&self, id: &ItemId) -> Of {
        let mut ever = self.workbook.record.panel.findings.iter().rev();
        let finding: Option<&Finding> =
            self.workbook.finding_now(id).or_else(|| ever.find(|one| one.id == *id));
        let Some(finding) = finding else { return Of::None };
        let told = finding.told_of().into_iter();
        let cases: Vec<CaseRef> = told.filter(|case| !self.is_sealed(case)).collect();
        let is_sealed = cases.is_empty() || self.is_of_sealed_case(finding);
        if is_sealed { Of::Sealed } else { Of::Cases(cases) }
    }

    /// V-09: whether a finding is of one case, which was taken out: others that stand behind it do not open it.
    pub(super) fn is_of_sealed_case(&self, finding: &Finding) -> bool {
        match &finding.scope {
            FindingScope::Case(case) => self.is_sealed(case),
            FindingScope::AcrossCases => false,
        }
    }

    /// The case under which a text about several is told: the one that is asked for, or the only one.
    fn told_under<'c>(&self, cases: &'c [CaseRef]) -> Option<&'c CaseRef> {
        let wanted = self.filter.case.as_ref();
        match cases {
            [only] => Some(only),
            several => several.iter().find(|case| Some(*case) == wanted),
        }
    }

    /// What everybody in the round may know of it.
    pub(super) fn terms(&mut self) {
        let round = &self.workbook.plan().round;
        let whole = [
            (&round.title, "Title of the round"),
            (&round.purpose, "Purpose"),
            (&round.focus, "Which children are looked at"),
            (&round.cases.population, "Cases to choose from"),
            (&round.cases.selected_by, "Who chose the cases"),
        ];
        let themes = round.themes.iter().map(|text| (text, "Theme of the round"));
        let terms = round.terms_of_reference.iter().map(|text| (text, "Terms of reference"));
        let enquiry = round.lines_of_enquiry.iter().map(|text| (text, "Key line of enquiry"));
        for (text, label) in whole.into_iter().chain(themes).chain(terms).chain(enquiry) {
            self.offer(text, label, (None, None), || FoundAt::Details);
        }
    }
}

fn title(place: &Place) -> &'static str {
    match place {
        Place::Summary(_) => "Summary of a case",
        Place::Finding(_) => "Text of a finding",
        Place::Overview(_) => "Overview of an area",
        Place::Learning => "What was learnt beyond the cases",
        Place::Recommendation => "Recommendation",
        Place::Discussion => "Point to discuss",
        Place::Conclusion => "Conclusion",
    }
}

fn written(passage: &Passage) -> String {
    let before = [&passage.heading, &passage.text].into_iter();
    let asked = passage.questions.iter().flat_map(|one| [&one.audience, &one.text]);
    let after = std::iter::once(&passage.call_to_action);
    let links = passage.links.iter().map(|link| &link.label);
    let all = before.chain(asked).chain(&passage.points).chain(after).chain(links);
    lines(all.map(String::as_str))
}
