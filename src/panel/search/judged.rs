//! What the panel made of the returns: findings, judgements, and what it settled on the way to them.

use super::{FoundAt, Hit, Search, last_of, lines};
use crate::audit_return::Response;
use crate::id::AreaId;
use crate::panel::findings::findings;
use crate::panel::integration::Grid;

impl Search<'_> {
    pub(super) fn findings(&mut self) {
        for view in findings(self.workbook) {
            let finding = view.finding;
            // A finding is about several cases: it is found under each of them. One that rests on withdrawn cases
            // alone is as sealed as they are (V-09).
            let is_sealed = view.cases.is_empty() || self.is_of_sealed_case(&finding);
            let wanted = self.filter.case.as_ref();
            let about = !is_sealed && wanted.is_none_or(|case| view.cases.contains(case));
            if about && self.filter.agency.is_none() && self.holds(&finding.text) {
                let case = match &view.cases[..] {
                    [only] => Some(only.clone()),
                    _ => None,
                };
                let (at, label) = (FoundAt::Finding(finding.id), finding.kind.label().to_owned());
                self.add(Hit { at, label, case, agency: None, text: finding.text });
            }
        }
    }

    pub(super) fn judged(&mut self) {
        self.judgements();
        self.agencies_own();
        self.graded_anew();
        self.settled();
    }

    fn judgements(&mut self) {
        for judgement in self.workbook.latest_judgements() {
            let (subject, decision) = (&judgement.subject, &judgement.decision);
            let dissent = decision.dissent.iter().map(|dissent| dissent.view.as_str());
            let said = [&decision.reason, &decision.discussion, &decision.lower_risk];
            let text = lines(said.into_iter().map(String::as_str).chain(dissent));
            let label = self.subject(subject.area.as_ref());
            let at = || FoundAt::Judgement(subject.clone());
            self.offer(&text, &label, (Some(&subject.case), None), at);
        }
    }

    /// Why an agency stands by one grade where its own auditors differ.
    fn agencies_own(&mut self) {
        let workbook = self.workbook;
        let views = &workbook.record.panel.agency_views;
        for view in last_of(views, |one| (&one.subject, &one.agency)) {
            // Whether it stands is asked of what is found only: it takes the whole case.
            if !self.holds(&view.reason) {
                continue;
            }
            let subject = &view.subject;
            let grid = Grid::of(workbook, &subject.case);
            let row = grid.row(subject.area.as_ref());
            let stands = row.is_some_and(|row| row.agency_view(&view.agency).is_some());
            let label = [&self.subject(subject.area.as_ref()), ", the agency’s own grade"].concat();
            let label = as_it_stands(&label, stands);
            let about = (Some(&subject.case), Some(&view.agency));
            self.offer(&view.reason, &label, about, || FoundAt::Judgement(subject.clone()));
        }
    }

    /// V-08: why a grade of another scale was graded so on the round's.
    fn graded_anew(&mut self) {
        let workbook = self.workbook;
        let regrades = &workbook.record.panel.regrades;
        for one in last_of(regrades, |one| (&one.subject, &one.place, &one.native)) {
            let subject = &one.subject;
            let current = workbook.current(&one.place);
            let now = current.and_then(|file| workbook.regrade(subject, &file, &one.native));
            let label = [&self.subject(subject.area.as_ref()), ", graded anew"].concat();
            let label = as_it_stands(&label, now.is_some());
            let about = (Some(&subject.case), Some(&one.place.agency));
            self.offer(&one.reason, &label, about, || FoundAt::Judgement(subject.clone()));
        }
    }

    fn settled(&mut self) {
        let workbook = self.workbook;
        let decisions = &workbook.record.case_answers;
        for one in last_of(decisions, |one| (&one.case, &one.prompt)) {
            let answer = match &one.response {
                Response::Text(text) => text.as_str(),
                Response::Value(_)
                | Response::Option(_)
                | Response::Options(_)
                | Response::Number(_) => "",
            };
            let text = lines([one.reason.as_str(), answer]);
            let stands = workbook.case_answer_decision(&one.case, &one.prompt).is_some();
            let label = as_it_stands("Answer settled", stands);
            self.offer(&text, &label, (Some(&one.case), None), || FoundAt::Counts);
        }
    }

    fn subject(&self, area: Option<&AreaId>) -> String {
        let tool = &self.workbook.plan().round.tool;
        let area = area.and_then(|area| tool.area(area));
        area.map_or("The case overall", |area| area.title.as_str()).to_owned()
    }
}

/// V-04: what was decided on returns of which one counts no more has lapsed, and no page shows it as decided.
fn as_it_stands(label: &str, stands: bool) -> String {
    let lapsed = if stands { "" } else { " (no longer counts)" };
    [label, lapsed].concat()
}
