//! What an agency has to hear of, or to be asked, before anything is published (edge cases 3, 12 and 57).

use super::{DocumentNotice, confirm};
use crate::panel::integration::{Throughout, ec57_inadequate_throughout};
use crate::panel::{Discrepancy, QueryState, ReturnKey, Workbook, discrepancies};
use crate::report::document::Document;
use crate::round::RoundPlan;
use crate::text::listed;

pub(super) fn of(workbook: &Workbook, document: &Document) -> Vec<DocumentNotice> {
    if !document.kind.tells_of_cases() {
        return Vec::new();
    }
    let mut notices = ec57_lead_not_told(workbook);
    notices.extend(contradictions(workbook));
    notices
}

/// Edge case 57: what is wrong with an agency's work beyond single cases its lead hears from the panel first.
fn ec57_lead_not_told(workbook: &Workbook) -> Vec<DocumentNotice> {
    let plan = workbook.plan();
    let message = |one: &Throughout| {
        let agency = plan.agency(&one.agency).map_or("", |agency| agency.name.as_str());
        let area = one.area.as_ref().and_then(|id| plan.round.tool.area(id));
        let area = area.map_or("its cases overall", |area| area.title.as_str());
        let cases = one.cases.iter().filter_map(|id| plan.case(id));
        let cases: Vec<&str> = cases.map(|case| case.label.as_str()).collect();
        [
            agency,
            " found its own work inadequate in every case that it graded (",
            area,
            ": ",
            &listed(&cases),
            "). Confirm that its lead has heard of it from the panel.",
        ]
        .concat()
    };
    let found = ec57_inadequate_throughout(workbook);
    found.iter().map(|one| confirm("EC-57", message(one))).collect()
}

/// Edge cases 3 and 12: returns that cannot all be right about the facts.
fn contradictions(workbook: &Workbook) -> Vec<DocumentNotice> {
    let notice = |one: &Discrepancy| {
        let whose = whose(workbook, one.place());
        let (rule, what) = match one {
            Discrepancy::NilButNamed { .. } => {
                ("EC-03", " sent a nil return, and others name its service as involved.")
            }
            Discrepancy::AnotherChild { .. } => {
                ("EC-12", " gives other facts than all others: it may be about another child.")
            }
        };
        confirm(rule, [&whose, what, to_do(workbook, one)].concat())
    };
    discrepancies(workbook).iter().map(notice).collect()
}

const ASK: &str = " Ask about it, or confirm that it is settled.";

/// What is left to do: nobody is told to ask again what was asked already.
fn to_do(workbook: &Workbook, one: &Discrepancy) -> &'static str {
    let Some(query) = one.asked(workbook) else { return ASK };
    match workbook.query_state(query) {
        // A question that is in no file yet has reached nobody.
        QueryState::Open { .. } if workbook.last_sent(query).is_none() => {
            " A question about it is written and not sent: send it, or confirm that it is settled."
        }
        QueryState::Open { .. } => {
            " It was asked about: wait for the answer, or confirm that it is settled."
        }
        QueryState::Answered(_) => {
            " It was asked about and answered: read the answer, and confirm that it is settled."
        }
        QueryState::Arrived { .. } | QueryState::Withdrawn | QueryState::CaseWithdrawn => ASK,
    }
}

/// "Police, Case 1", or "Health (Health visiting), Case 1" where an agency has several places: each is confirmed alone.
fn whose(workbook: &Workbook, place: &ReturnKey) -> String {
    let plan = workbook.plan();
    let agency = plan.agency(&place.agency).map_or("", |agency| agency.name.as_str());
    let case = plan.case(&place.case).map_or("", |case| case.label.as_str());
    let several = plan.slots.iter().filter(|slot| slot.agency == place.agency).count() > 1;
    let of_place =
        if several { [" (", place_label(plan, place), ")"].concat() } else { String::new() };
    [agency, &of_place, ", ", case].concat()
}

/// The label of a place within its agency, or its id where it has none of its own.
fn place_label<'a>(plan: &'a RoundPlan, place: &'a ReturnKey) -> &'a str {
    let label = plan.slot(&place.slot).map_or("", |slot| slot.label.as_str());
    let of_agency = plan.slots.iter().filter(|slot| slot.agency == place.agency);
    let same = of_agency.filter(|slot| slot.label.trim() == label.trim()).count();
    if label.trim().is_empty() || same > 1 { place.slot.as_str() } else { label }
}

#[cfg(test)]
mod tests {
    use crate::audit_return::About;
    use crate::envelope::Hash;
    use crate::panel::NewQuery;
    use crate::panel::fixture::*;
    use crate::report::document::build::build;
    use crate::report::document::{DocumentKind, Weight, check};
    use crate::round::RoundPlan;
    use crate::tool::{AreaRole, ChoiceOption, PromptKind};

    /// The messages of a rule that speak against a summary, each to be confirmed.
    fn told(desk: &Desk, rule: &str) -> Vec<String> {
        let today = "2026-03-20".parse().unwrap();
        let summary = build(DocumentKind::Summary, &desk.workbook, today);
        let notices = check(&desk.workbook, &summary).into_iter().filter(|one| one.rule == rule);
        let confirmed = notices.inspect(|one| assert_eq!(one.weight, Weight::Confirm));
        confirmed.map(|one| one.message).collect()
    }

    #[test]
    fn ec57_an_agency_that_is_inadequate_throughout_is_told_before_publication() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        desk.graded("police", "case-1", "inadequate");
        assert_eq!(told(&desk, "EC-57"), Vec::<String>::new());
        desk.graded("police", "case-2", "inadequate");
        let told = told(&desk, "EC-57");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("police found") && told[0].contains("case-1 and case-2"));
    }

    /// A round of one case whose details ask which services are involved.
    fn with_services() -> RoundPlan {
        let mut plan = plan(&["case-1"], "area-and-case");
        let details = &mut plan.round.tool.areas[0];
        details.role = Some(AreaRole::CaseDetails);
        let option = |id: &str| ChoiceOption {
            id: id.parse().unwrap(),
            label: id.into(),
            exclusive: false,
            gap: false,
            not_known: false,
        };
        let options = vec![option("police"), option("health")];
        details.prompts[0].kind = PromptKind::Choices { options };
        plan
    }

    #[test]
    fn ec03_each_place_of_an_agency_that_another_contradicts_is_settled_by_itself() {
        for labels in [["Visiting", "Schools"], ["", ""]] {
            let mut plan = with_services();
            let health = plan.slots.iter_mut().filter(|slot| slot.agency.as_str() == "health");
            health.zip(labels).for_each(|(slot, label)| slot.label = label.into());
            let mut desk = Desk::of(plan);
            let names = desk.draft("csc", "case-1").chooses("category", &["health"]);
            desk.import(names);
            for slot in ["health.hv", "health.sn"] {
                let nil = desk.draft(slot, "case-1").nil();
                desk.import(nil);
            }
            let told = told(&desk, "EC-03");
            assert_eq!(told.len(), 2, "{told:?}");
            let [first, second] =
                if labels[0].is_empty() { ["health.hv", "health.sn"] } else { labels };
            for place in [first, second] {
                let begins = format!("health ({place}), case-1 sent");
                assert!(told.iter().any(|one| one.starts_with(&begins)), "{begins}: {told:?}");
            }
        }
    }

    #[test]
    fn ec03_a_nil_return_that_another_contradicts_is_settled_before_publication() {
        let mut desk = Desk::of(with_services());
        let names = desk.draft("csc", "case-1").chooses("category", &["police"]);
        let nil = desk.draft("police", "case-1").nil();
        desk.import(names);
        desk.import(nil);
        let told = told(&desk, "EC-03");
        assert!(told.len() == 1 && told[0].starts_with("police, case-1 sent"), "{told:?}");
    }

    #[test]
    fn ec03_what_was_asked_about_is_not_to_be_asked_again() {
        let mut desk = Desk::of(with_services());
        let names = desk.draft("csc", "case-1").chooses("category", &["police"]);
        let nil = desk.draft("police", "case-1").nil();
        desk.import(names);
        desk.import(nil);
        let ends = |desk: &Desk, end: &str| told(desk, "EC-03")[0].ends_with(end);
        assert!(ends(&desk, "involved. Ask about it, or confirm that it is settled."));
        let question = NewQuery {
            id: "q1".parse().unwrap(),
            place: desk.workbook.place(&case("case-1"), &slot("police")).unwrap(),
            about: About::Involvement,
            text: "Who saw the child alone?".into(),
            answer_by: None,
            keeps: String::new(),
        };
        desk.workbook.write_query(question, &stamp()).unwrap();
        let unsent = "is written and not sent: send it, or confirm that it is settled.";
        assert!(ends(&desk, unsent), "nobody waits for what reached nobody");
        let pack = desk.workbook.query_pack(&slot("police"), &stamp()).unwrap();
        desk.workbook.note_pack(&pack, Hash::of(b"the pack"), &stamp());
        let sent = "It was asked about: wait for the answer, or confirm that it is settled.";
        assert!(ends(&desk, sent));
    }
}
