//! What the panel settled about one case, whatever became of it since.
//!
//! A decision lapses once other returns count than those that it rested on; it was made about the child all the same.

use super::{Held, part};
use crate::audit_return::{Answer, Response};
use crate::id::{AgencyId, PromptId};
use crate::panel::Subject;
use crate::panel::counts::{AnswerStanding, CaseAnswerDecision, CaseAnswers};
use crate::panel::integration::{AgencyView, Grid, Regrade};
use crate::panel::meeting::Difference;
use crate::report::minutes::title_of;
use crate::report::sheet::said::{answer_text, joined};
use crate::report::sheet::{Part, Row};
use crate::text::long_date;

const AGAIN: &str = "Settled again since";
const LAPSED: &str = "Does not stand as things are: the returns that it rested on are not those \
    that count now, or cannot be read here";
const RESTS: &str = "Does not count as things are: the answer before it rules this question out. It \
    counts again if that answer changes";
const OF_EACH: &str = "Does not count as things are: each agency is asked about its own part there, and \
    there is nothing to settle";

impl Held<'_> {
    /// Answers, and grades of agencies, that the panel settled.
    pub(super) fn settled(&self) -> Part {
        let grid = Grid::of(self.workbook, &self.entry.case_ref);
        let mut rows = self.answers();
        rows.extend(self.views(&grid));
        rows.extend(self.graded_anew(&grid));
        part("Settled by the panel, also earlier", rows)
    }

    fn answers(&self) -> Vec<Row> {
        let case = &self.entry.case_ref;
        let all: Vec<&CaseAnswerDecision> = self.workbook.case_answers_ever(case).collect();
        let answers = CaseAnswers::of_case(self.workbook, case);
        let is_same =
            |one: &CaseAnswerDecision, other: &CaseAnswerDecision| one.prompt == other.prompt;
        let row = |one: &CaseAnswerDecision, is_last: bool| {
            let stands = self.workbook.case_answer_decision(case, &one.prompt) == Some(one);
            let rests = answers.standing(&one.prompt) == AnswerStanding::Resting;
            let since = match (is_last, stands && rests) {
                (true, _) if self.workbook.is_of_each_agency(&one.prompt) => OF_EACH,
                (true, true) => RESTS,
                (is_last, _) => since(is_last, stands),
            };
            let (asks, answer) = self.answer(&one.prompt, &one.response);
            Row::text(asks, joined("\n", &[&answer, &one.reason, since]))
        };
        with_last(&all, is_same).map(|(one, is_last)| row(one, is_last)).collect()
    }

    /// A question with its answer; of an earlier tool where the round's has it no longer.
    fn answer(&self, prompt: &PromptId, response: &Response) -> (String, String) {
        let earlier = self.workbook.earlier_tools().iter().rev().map(|one| &one.tool);
        let mut tools = std::iter::once(&self.workbook.plan().round.tool).chain(earlier);
        let answer = Answer { response: Some(response.clone()), ..Answer::default() };
        match tools.find_map(|tool| tool.prompt(prompt)) {
            Some((_, known)) => {
                ([prompt.as_str(), " ", &known.text].concat(), answer_text(known, &answer))
            }
            None => (prompt.as_str().to_owned(), String::new()),
        }
    }

    fn views(&self, grid: &Grid) -> Vec<Row> {
        let all: Vec<&AgencyView> = self.workbook.agency_views_ever(&self.entry.case_ref).collect();
        let is_same = |one: &AgencyView, other: &AgencyView| {
            (&one.subject, &one.agency) == (&other.subject, &other.agency)
        };
        let row = |view: &AgencyView, is_last: bool| {
            let here = grid.row(view.subject.area.as_ref());
            let stands = here.and_then(|row| row.agency_view(&view.agency)) == Some(view);
            let agreed = ["Agreed among its auditors: ", &self.grade(&view.grade)].concat();
            let said = joined("\n", &[&agreed, &view.reason, since(is_last, stands)]);
            Row::text(self.asked_of(&view.agency, &view.subject), said)
        };
        with_last(&all, is_same).map(|(one, is_last)| row(one, is_last)).collect()
    }

    fn graded_anew(&self, grid: &Grid) -> Vec<Row> {
        let all: Vec<&Regrade> = self.workbook.regrades_ever(&self.entry.case_ref).collect();
        let is_same = |one: &Regrade, other: &Regrade| {
            (&one.subject, &one.place) == (&other.subject, &other.place)
        };
        let row = |one: &Regrade, is_last: bool| {
            let here = grid.row(one.subject.area.as_ref());
            let stands = here.is_some_and(|row| {
                row.gradings.iter().any(|grading| {
                    grading.voice.place == one.place && grading.native.as_ref() == Some(&one.native)
                })
            });
            let native = ["In the return: ", one.native.as_str()].concat();
            let anew = ["Graded anew: ", &self.grade(&one.grade)].concat();
            let said = joined("\n", &[&native, &anew, &one.reason, since(is_last, stands)]);
            Row::text(self.asked_of(&one.place.agency, &one.subject), said)
        };
        with_last(&all, is_same).map(|(one, is_last)| row(one, is_last)).collect()
    }

    fn asked_of(&self, agency: &AgencyId, subject: &Subject) -> String {
        joined(": ", &[&self.name(agency), &title_of(self.workbook, subject)])
    }

    /// What difference the work made, as last said, then as said before.
    pub(super) fn differences(&self) -> Vec<Row> {
        let mut all: Vec<&Difference> =
            self.workbook.differences_ever(&self.entry.case_ref).collect();
        let question = "What difference did it make to the child?";
        let row = |one: &Difference, asks: &str| {
            Row::text(asks, [one.level.label(), "\n", &one.text].concat())
        };
        let last = all.pop().map(|one| row(one, question));
        let before = all.into_iter().rev().map(|one| {
            let meeting = one.meeting.as_ref().and_then(|id| self.workbook.meeting(id));
            let when = match meeting {
                Some(meeting) => ["in the meeting of ", &long_date(meeting.held_on)].concat(),
                None => ["on ", &(self.moment)(one.stamp.at)].concat(),
            };
            row(one, &[question, " As said before, ", &when].concat())
        });
        last.into_iter().chain(before).collect()
    }
}

/// Each with whether none of the same follows.
fn with_last<'a, T>(
    all: &'a [&'a T],
    is_same: impl Fn(&T, &T) -> bool,
) -> impl Iterator<Item = (&'a T, bool)> {
    all.iter().enumerate().map(move |(at, one)| {
        let is_last = all.iter().skip(at + 1).all(|later| !is_same(one, later));
        (*one, is_last)
    })
}

/// What became of a decision since; blank where it stands.
fn since(is_last: bool, stands: bool) -> &'static str {
    match (is_last, stands) {
        (true, true) => "",
        (true, false) => LAPSED,
        (false, _) => AGAIN,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::panel::fixture::*;
    use crate::tool::AnswerValue;

    /// What stands in a part of the papers of the first case, row by row.
    fn told(desk: &Desk, title: &str) -> Vec<String> {
        let rows = fixture::told(&desk.workbook, title).into_iter();
        rows.map(|(asks, said)| [asks, said].join("\n")).collect()
    }

    fn settle(desk: &mut Desk, id: &str, value: AnswerValue, why: &str) {
        let (case, prompt, answer) = (case("case-1"), prompt(id), Response::Value(value));
        desk.workbook.settle_case_answer(&case, &prompt, answer, why, &stamp()).unwrap();
    }

    #[test]
    fn ec34_what_was_settled_is_there_with_its_reason_also_once_it_has_lapsed() {
        let mut desk = Desk::with(&["case-1"]);
        let csc = desk.draft("csc", "case-1").says("alone", AnswerValue::No);
        let visitor = desk.draft("health.hv", "case-1").grade("risk", "good");
        let school = desk.draft("school", "case-1").grade("risk", "requires-improvement");
        desk.graded("health.sn", "case-1", "adequate");
        desk.import(csc.clone());
        desk.import(visitor.clone());
        let place = desk.import(school.clone()).place.unwrap();
        let (risk, health) = (on_area("case-1", "risk"), "health".parse().unwrap());
        settle(&mut desk, "alone", AnswerValue::No, "So they say.");
        settle(&mut desk, "alone", AnswerValue::Yes, "Seen in the minutes.");
        let why = "She saw more.";
        desk.workbook.record_agency_view(&risk, &health, &grade("good"), why, &stamp()).unwrap();
        let why = "By our scale.";
        desk.workbook.record_regrade(&risk, &place, &grade("adequate"), why, &stamp()).unwrap();
        let question = "alone A question?";
        let first = [question, "No", "So they say.", AGAIN].join("\n");
        let second = [question, "Yes", "Seen in the minutes."].join("\n");
        let view = ["health: risk", "Agreed among its auditors: good", "She saw more."].join("\n");
        let anew = [
            "school: risk",
            "In the return: requires-improvement",
            "Graded anew: adequate",
            "By our scale.",
        ]
        .join("\n");
        assert_eq!(
            told(&desk, "Settled"),
            [first.clone(), second.clone(), view.clone(), anew.clone()]
        );
        desk.import(csc.corrected().says("alone", AnswerValue::Yes));
        desk.import(visitor.corrected().grade("risk", "inadequate"));
        desk.import(school.corrected().grade("risk", "good"));
        let lapsed = |row: String| [row.as_str(), LAPSED].join("\n");
        let all = [first, lapsed(second), lapsed(view), lapsed(anew)];
        assert_eq!(told(&desk, "Settled"), all);
    }

    #[test]
    fn ec34_a_settled_follow_up_that_the_answer_before_rules_out_is_not_told_as_standing() {
        let mut desk = Desk::with(&["case-1"]);
        for (slot, views) in [("csc", AnswerValue::Yes), ("police", AnswerValue::No)] {
            let draft = desk.draft(slot, "case-1").says("alone", AnswerValue::Yes);
            desk.import(draft.says("views", views));
        }
        let why = "Seen in the minutes.";
        settle(&mut desk, "views", AnswerValue::Yes, why);
        let views = ["views A question?", "Yes", why].join("\n");
        assert_eq!(told(&desk, "Settled"), std::slice::from_ref(&views));
        settle(&mut desk, "alone", AnswerValue::No, why);
        let alone = ["alone A question?", "No", why].join("\n");
        assert_eq!(told(&desk, "Settled"), [[views.as_str(), RESTS].join("\n"), alone.clone()]);
        settle(&mut desk, "alone", AnswerValue::Yes, why);
        let again = ["alone A question?", "Yes", why].join("\n");
        let all = [views, [alone.as_str(), AGAIN].join("\n"), again];
        assert_eq!(told(&desk, "Settled"), all);
    }

    #[test]
    fn n10_what_was_settled_of_agencies_own_part_is_told_as_counting_no_more() {
        let mut desk = Desk::with(&["case-1"]);
        let draft = desk.draft("csc", "case-1").says("alone", AnswerValue::Yes);
        desk.import(draft);
        let why = "Seen in the minutes.";
        settle(&mut desk, "alone", AnswerValue::No, why);
        let mut kept = serde_json::to_value(desk.workbook.record()).unwrap();
        kept["plan"]["round"]["tool"]["areas"][1]["prompts"][0]["of_each_agency"] = true.into();
        desk.workbook = crate::panel::Workbook::from_record(serde_json::from_value(kept).unwrap());
        let told = told(&desk, "Settled");
        assert_eq!(told, [["alone A question?", "No", why, OF_EACH].join("\n")]);
    }

    #[test]
    fn ec34_of_a_grade_agreed_before_a_further_auditor_came_nothing_is_said_to_be_replaced() {
        let mut plan = plan(&["case-1"], "area-and-case");
        let further = plan.slots.iter_mut().find(|one| one.id == slot("school")).unwrap();
        further.agency = "health".parse().unwrap();
        let mut desk = Desk::of(plan);
        desk.graded("health.hv", "case-1", "good");
        desk.graded("health.sn", "case-1", "adequate");
        let (risk, health) = (on_area("case-1", "risk"), "health".parse().unwrap());
        let why = "She saw more.";
        desk.workbook.record_agency_view(&risk, &health, &grade("good"), why, &stamp()).unwrap();
        let view = ["health: risk", "Agreed among its auditors: good", why].join("\n");
        assert_eq!(told(&desk, "Settled"), std::slice::from_ref(&view));
        desk.graded("school", "case-1", "good");
        let since = "Does not stand as things are: the returns that it rested on are not those \
                     that count now, or cannot be read here";
        assert_eq!(told(&desk, "Settled"), [[view.as_str(), since].join("\n")]);
    }

    #[test]
    fn ec34_what_difference_it_made_is_there_as_said_without_a_meeting_too() {
        let mut desk = Desk::with(&["case-1"]);
        for text in ["Safer at home.", "Safer at school only."] {
            let said = Difference { text: text.into(), ..difference("case-1") };
            desk.workbook.record_difference(said).unwrap();
        }
        let question = "What difference did it make to the child?";
        let before = [question, " As said before, on 2026-03-20"].concat();
        let level = difference("case-1").level.label();
        let want = [
            [question, level, "Safer at school only."],
            [before.as_str(), level, "Safer at home."],
        ];
        assert_eq!(told(&desk, "Judgements"), want.map(|row| row.join("\n")));
    }
}
