//! What the panel wrote and stated about one case, and what somebody declared of it.

use super::{Held, part};
use crate::id::GradeId;
use crate::panel::manuscript::{OwnWording, Passage, Place};
use crate::report::document::DocumentKind;
use crate::report::sheet::said::joined;
use crate::report::sheet::{Part, Row};

impl Held<'_> {
    /// S-03, S-04: what was stated of it when cases were chosen.
    pub(super) fn chosen(&self) -> Part {
        let frame = self.workbook.sampling();
        let mut rows = Vec::new();
        if let Some(candidate) = frame.candidate_of(&self.entry.case_ref) {
            let number = candidate.number.to_string();
            rows.push(Row::text("Number in the coordinator’s list", number));
            rows.extend(candidate.values.iter().map(|(id, option)| {
                let attribute = frame.attributes.iter().find(|one| one.id == *id);
                let label = attribute.map_or(id.as_str(), |one| one.label.as_str());
                let group = attribute.map_or(option.as_str(), |one| one.label_of(option));
                Row::text(label, group)
            }));
            let audited = candidate.last_audited.map(|month| month.in_words());
            rows.extend(audited.map(|month| Row::text("Last audited", month)));
            let family = candidate.family.map(|family| family.to_string());
            let asks = "Number of the family, which brothers and sisters share";
            rows.extend(family.map(|family| Row::text(asks, family)));
        }
        part("Stated when cases were chosen", rows)
    }

    /// Summaries of the case as they were written, and what stands in documents in their place.
    pub(super) fn written(&self) -> Part {
        let place = Place::Summary(self.entry.case_ref.clone());
        let here = |one: &&Passage| one.place == place;
        let passages: Vec<&Passage> = self.workbook.passages().into_iter().filter(here).collect();
        let mut rows: Vec<Row> = passages.iter().flat_map(|one| self.summary(one)).collect();
        let kind = DocumentKind::CaseByCase.as_str();
        let gap = [kind, "/", self.entry.case_ref.as_str(), "/summary"].concat();
        rows.extend(self.workbook.own_wording(&gap).map(instead));
        part("Written for documents", rows)
    }

    fn summary(&self, passage: &Passage) -> Vec<Row> {
        let mut said = vec![passage.heading.as_str(), passage.text.as_str()];
        said.extend(passage.points.iter().map(String::as_str));
        said.push(passage.call_to_action.as_str());
        let mut rows = vec![Row::text("Summary of the case, as written", joined("\n", &said))];
        let lines = passage.text.lines().filter(|line| !line.trim().is_empty());
        let sentence = |number: usize| {
            let (kind, case) = (DocumentKind::CaseByCase.as_str(), self.entry.case_ref.as_str());
            let number = number.to_string();
            [kind, "/", case, "/summary/", passage.id.as_str(), "/", &number].concat()
        };
        let own = (1..=lines.count()).filter_map(|at| self.workbook.own_wording(&sentence(at)));
        rows.extend(own.map(instead));
        rows
    }

    pub(super) fn grade(&self, id: &GradeId) -> String {
        let known = self.workbook.plan().round.tool.scale.grade(id);
        known.map_or(id.as_str(), |grade| grade.label.as_str()).to_owned()
    }

    /// M-03: interests declared in the case.
    pub(super) fn interests(&self) -> Vec<Row> {
        let meetings = self.workbook.meetings().into_iter();
        let all = meetings.flat_map(|meeting| &meeting.conflicts);
        let of_case = all.filter(|one| one.case == self.entry.case_ref);
        let row = |one: &crate::panel::meeting::ConflictOfInterest| {
            let said = [one.role.as_str(), ": ", &one.interest, ". ", &one.handled].concat();
            Row::text("An interest declared", said)
        };
        of_case.map(row).collect()
    }
}

fn instead(own: &OwnWording) -> Row {
    Row::text("In documents in the coordinator’s own words", own.text.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::papers;
    use super::*;
    use crate::audit_return::Response;
    use crate::id::AttributeId;
    use crate::panel::Workbook;
    use crate::panel::actions::fixture::recommendation;
    use crate::panel::fixture::*;
    use crate::panel::meeting::fixture::{interest, meeting};
    use crate::panel::meeting::{Difference, Meeting};
    use crate::report::sheet::text_of;
    use crate::round::Month;
    use crate::round::sampling::{FrameError, Sampling};
    use crate::tool::AnswerValue;

    fn writes(workbook: &mut Workbook) {
        let place = Place::Summary(case("case-1"));
        let summary = Passage { place, ..recommendation("p1", "A girl of two.") };
        workbook.record_passage(summary).unwrap();
        workbook.record_own_wording(OwnWording {
            sentence: "case-by-case/case-1/summary/p1/1".into(),
            text: "A girl at home.".into(),
            over: "A girl of two.".into(),
            stamp: stamp(),
        });
    }

    fn chooses(workbook: &mut Workbook) {
        let id: AttributeId = "kind-of-home".parse().unwrap();
        let groups = ["With both parents".to_owned(), "With others".to_owned()];
        let change = |frame: &mut Sampling| -> Result<(), FrameError> {
            frame.add_attribute(id.clone(), "Kind of home", &groups)?;
            let number = frame.add()?;
            frame.state(number, &id, Some("group-1".parse().unwrap()))?;
            frame.audited(number, Some(Month { year: 2024, month: 5 }))?;
            frame.of_family(number, Some(3))?;
            frame.chosen.insert(number, case("case-1"));
            Ok(())
        };
        workbook.change_frame(change, &stamp()).unwrap();
    }

    fn meets(workbook: &mut Workbook, id: &str, on: &str, says: &str) {
        let held = Meeting { conflicts: vec![interest("case-1")], ..meeting(id, on) };
        let meeting = Some(held.id.clone());
        workbook.record_meeting(held).unwrap();
        let difference = Difference { meeting, text: says.into(), ..difference("case-1") };
        workbook.record_difference(difference).unwrap();
    }

    #[test]
    fn ec34_what_the_panel_wrote_settled_and_stated_of_the_case_is_there() {
        let mut desk = Desk::with(&["case-1"]);
        desk.graded("health.hv", "case-1", "good");
        desk.graded("health.sn", "case-1", "adequate");
        let school = desk.graded("school", "case-1", "requires-improvement").place.unwrap();
        let (risk, health) = (on_area("case-1", "risk"), "health".parse().unwrap());
        let workbook = &mut desk.workbook;
        workbook
            .record_agency_view(&risk, &health, &grade("good"), "She saw more.", &stamp())
            .unwrap();
        workbook
            .record_regrade(&risk, &school, &grade("adequate"), "By our scale.", &stamp())
            .unwrap();
        let yes = Response::Value(AnswerValue::Yes);
        workbook
            .settle_case_answer(&case("case-1"), &prompt("alone"), yes, "All say so.", &stamp())
            .unwrap();
        writes(workbook);
        chooses(workbook);
        meets(workbook, "m1", "2026-03-19", "Safer at home.");
        meets(workbook, "m2", "2026-04-02", "Safer at school only.");
        let text = text_of(&papers(&desk.workbook)[0]);
        for wanted in [
            "A girl of two.",
            "A girl at home.",
            "Kind of home",
            "With both parents",
            "May 2024",
            "Number of the family",
            "alone A question?",
            "Agreed among its auditors: good",
            "In the return: requires-improvement",
            "Graded anew: adequate",
            "Service manager: Manages whoever holds it. Left the room",
            "Safer at home.",
            "Safer at school only.",
        ] {
            assert!(text.contains(wanted), "{wanted} is not in\n{text}");
        }
    }
}
