//! The action plan: actions with what happened to them, and issues between agencies.

use chrono::NaiveDate;

use super::{FoundAt, Search, lines};
use crate::id::AgencyId;
use crate::panel::actions::{
    Action, ActionStep, ActionView, Body, ChallengeStep, ChallengeView, Report, ap11_challenges,
};

impl Search<'_> {
    pub(super) fn plan(&mut self) {
        for line in self.workbook.action_lines() {
            self.action(&line);
        }
        self.recommendations();
        // How many days an issue is old is not searched.
        for view in ap11_challenges(self.workbook, NaiveDate::default()) {
            self.issue(&view);
        }
    }

    fn action(&mut self, line: &ActionView) {
        let action = &line.action;
        let about = (None, agency(&action.owner.body));
        let at = || FoundAt::Action(action.id.clone());
        let label = ["Action ", &line.number.to_string()].concat();
        let owner = action.owner.name(self.workbook);
        self.offer(&lines(written(action).chain([owner.as_str()])), &label, about, at);
        for report in line.reports.values() {
            if let Some((what, text)) = reported(report) {
                self.offer(text, &[&label, ": ", what].concat(), about, at);
            }
        }
        for update in &line.history {
            if let Some((what, text)) = happened(&update.step) {
                self.offer(&text, &[&label, ": ", what].concat(), about, at);
            }
        }
    }

    /// AP-03, AP-07: whom a recommendation addresses, and why it needs no action.
    fn recommendations(&mut self) {
        let workbook = self.workbook;
        for passage in workbook.recommendations() {
            let Some(terms) = workbook.recommendation_terms(&passage.id) else { continue };
            let addressed = terms.addressed.iter().map(String::as_str);
            let text = lines(addressed.chain([terms.no_action_because.as_str()]));
            let label = "Whom a recommendation addresses, or why it needs no action";
            let at = || FoundAt::Recommendation(passage.id.clone());
            self.offer(&text, label, (None, None), at);
        }
    }

    /// AP-11: an issue is found under either side.
    fn issue(&mut self, view: &ChallengeView) {
        let (workbook, one) = (self.workbook, &view.challenge);
        let (raised, put) = (agency(&one.raised_by.body), agency(&one.put_to.body));
        let wanted = self.filter.agency.as_ref();
        let about = (None, if wanted.is_some() && put == wanted { put } else { raised });
        let at = || FoundAt::Issue(one.id.clone());
        let (by, to) = (one.raised_by.name(workbook), one.put_to.name(workbook));
        let text = lines([one.issue.as_str(), &by, &to]);
        self.offer(&text, "Issue between agencies", about, at);
        for update in &view.updates {
            self.offer(&became(&update.step), "What became of an issue", about, at);
        }
    }
}

fn agency(body: &Body) -> Option<&AgencyId> {
    match body {
        Body::Agency(id) => Some(id),
        Body::Board | Body::Other(_) => None,
    }
}

fn written(action: &Action) -> impl Iterator<Item = &str> {
    let texts = [
        &action.text,
        &action.outcome,
        &action.measure,
        &action.evidence_expected,
        &action.resources,
    ];
    let milestones = action.milestones.iter().map(|one| &one.text);
    texts.into_iter().chain(milestones).map(String::as_str)
}

/// What an owner last reported in their own words, and in which field.
fn reported(report: &Report) -> Option<(&'static str, &str)> {
    match report {
        Report::Note(text)
        | Report::Evidence(text)
        | Report::Impact(text)
        | Report::DateReason(text) => Some((report.field().label(), text.as_str())),
        Report::Progress(_) | Report::CompletedOn(_) | Report::DateAsked(_) => None,
    }
}

/// What was decided on an action, in words.
fn happened(step: &ActionStep) -> Option<(&'static str, String)> {
    Some(match step {
        ActionStep::Extended { reason, .. } => ("more time", reason.clone()),
        ActionStep::Reopened { reason } => ("open again", reason.clone()),
        ActionStep::Escalated { to, reason } => ("escalated", lines([to.as_str(), reason])),
        ActionStep::EscalationEnded { outcome } => ("escalation ended", outcome.clone()),
        ActionStep::Superseded { reason, .. } => ("superseded", reason.clone()),
        ActionStep::Closed { reviewer, .. } => ("closed", reviewer.role.clone()),
        // What was reported last is told by its field; the others are days.
        ActionStep::Reported(_)
        | ActionStep::MilestoneReached { .. }
        | ActionStep::Reviewed { .. } => return None,
    })
}

fn became(step: &ChallengeStep) -> String {
    match step {
        ChallengeStep::Noted(text) => text.clone(),
        ChallengeStep::TakenTo { level, reason } => lines([level.as_str(), reason]),
        ChallengeStep::Resolved { outcome } => outcome.clone(),
        ChallengeStep::Reopened { reason } => reason.clone(),
    }
}
