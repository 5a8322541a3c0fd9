//! Returns of one case that cannot all be right about the facts (edge cases 3 and 12).
//!
//! Something to ask about, never something to mend: no answer is changed and no
//! file is moved.

use super::queries::Query;
use super::register::ReturnKey;
use super::workbook::Workbook;
use crate::audit_return::{About, Response, Return};
use crate::id::{AgencyId, CaseRef, OptionId, PromptId, SlotId};
use crate::tool::{Area, AreaRole, ChoiceOption, Prompt, PromptKind, Tool};

/// Fewest facts that a return must contradict before it is suspected (edge case 12).
const FACTS: usize = 2;

/// A return that contradicts the others of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discrepancy {
    /// An agency says that it was not involved, and others name its service as involved (edge case 3).
    NilButNamed {
        /// Who says so.
        nil: ReturnKey,
        /// Who names it.
        by: Vec<ReturnKey>,
    },
    /// A return gives other facts about the child than all the others: it may be about another child (edge case 12).
    AnotherChild {
        /// Whose.
        place: ReturnKey,
        /// The questions on which all the others agree and it differs.
        prompts: Vec<PromptId>,
        /// Cases whose facts it gives.
        fits: Vec<CaseRef>,
    },
}

impl Discrepancy {
    /// The return about which somebody has to be asked.
    pub fn place(&self) -> &ReturnKey {
        match self {
            Self::NilButNamed { nil: place, .. } | Self::AnotherChild { place, .. } => place,
        }
    }

    /// The place of that return at which to ask.
    pub fn about(&self) -> About {
        match self {
            Self::NilButNamed { .. } => About::Involvement,
            Self::AnotherChild { .. } => About::Return,
        }
    }

    /// The question that was asked at that place and was not withdrawn; of several the last.
    pub fn asked<'a>(&self, workbook: &'a Workbook) -> Option<&'a Query> {
        let about = self.about();
        let mut latest_first = workbook.queries_about(self.place()).rev();
        latest_first
            .find(|query| query.about == about && workbook.withdrawal_of(&query.id).is_none())
    }
}

/// Every discrepancy among the returns that count, in the order of the cases.
pub fn discrepancies(workbook: &Workbook) -> Vec<Discrepancy> {
    let tool = &workbook.plan().round.tool;
    let cases: Vec<Case<'_>> = workbook
        .plan()
        .open_cases()
        .map(|case| Case {
            case: &case.case_ref,
            returns: workbook
                .current_of_case(&case.case_ref)
                .map(|(place, _, ret)| (place, ret))
                .collect(),
        })
        .collect();
    let facts: Vec<&Prompt> = facts_of_the_case(tool);
    let of_case = |case: &Case<'_>| {
        let nil = ec03_nil_but_named(tool, case);
        nil.into_iter().chain(ec12_another_child(&facts, case, &cases)).collect::<Vec<_>>()
    };
    cases.iter().flat_map(of_case).collect()
}

struct Case<'a> {
    case: &'a CaseRef,
    returns: Vec<(&'a ReturnKey, &'a Return)>,
}

impl Case<'_> {
    /// The option that every return but this auditor's gives, where at least two of them answer.
    fn agreed(&self, prompt: &Prompt, but: &SlotId) -> Option<&OptionId> {
        let others = self.returns.iter().filter(|(place, _)| place.slot != *but);
        let mut given = others.filter_map(|(_, ret)| chosen(ret, prompt));
        let first = given.next()?;
        let mut several = false;
        for other in given {
            if other != first {
                return None;
            }
            several = true;
        }
        several.then_some(first)
    }
}

/// Edge case 3: a nil return of an agency whose service another return names.
///
/// An option of the case details whose id is a kind of agency stands for it. Where another auditor of the agency tells
/// of its part, that is what was named.
fn ec03_nil_but_named(tool: &Tool, case: &Case<'_>) -> Vec<Discrepancy> {
    let services: Vec<&PromptId> = details(tool)
        .flat_map(|area| &area.prompts)
        .filter(|prompt| matches!(prompt.kind, PromptKind::Choices { .. }))
        .map(|prompt| &prompt.id)
        .collect();
    let names = |ret: &Return, kind: &str| {
        services.iter().filter_map(|prompt| ret.response(prompt)).any(|response| match response {
            Response::Options(options) => options.iter().any(|option| option.as_str() == kind),
            Response::Value(_) | Response::Option(_) | Response::Number(_) | Response::Text(_) => {
                false
            }
        })
    };
    let has_part = |agency: &AgencyId| {
        case.returns.iter().any(|(place, ret)| place.agency == *agency && !ret.is_nil())
    };
    let nil = case.returns.iter().filter(|(_, ret)| ret.is_nil());
    let nil = nil.filter(|(place, _)| !has_part(&place.agency));
    let named = nil.filter_map(|(place, ret)| {
        let kind = ret.agency.kind.as_str();
        let by = case.returns.iter().filter(|(_, other)| !other.is_nil() && names(other, kind));
        let by: Vec<ReturnKey> = by.map(|(place, _)| (*place).clone()).collect();
        (!by.is_empty()).then(|| Discrepancy::NilButNamed { nil: (*place).clone(), by })
    });
    named.collect()
}

/// Edge case 12: a return that contradicts all others of its case on several facts.
///
/// Only what at least two others agree on is a fact: what each agency answers for
/// itself makes nobody suspect.
fn ec12_another_child(facts: &[&Prompt], case: &Case<'_>, all: &[Case<'_>]) -> Vec<Discrepancy> {
    let suspect = |(place, ret): &(&ReturnKey, &Return)| {
        let contradicts = |prompt: &&&Prompt| {
            let given = chosen(ret, prompt);
            let agreed = case.agreed(prompt, &place.slot);
            given.is_some() && agreed.is_some() && given != agreed
        };
        let prompts: Vec<&Prompt> = facts.iter().filter(contradicts).copied().collect();
        if prompts.len() < FACTS {
            return None;
        }
        let fits = |other: &&Case<'_>| {
            other.case != case.case
                && prompts
                    .iter()
                    .all(|prompt| chosen(ret, prompt) == other.agreed(prompt, &place.slot))
        };
        let fits = all.iter().filter(fits).map(|other| other.case.clone()).collect();
        let prompts = prompts.into_iter().map(|prompt| prompt.id.clone()).collect();
        Some(Discrepancy::AnotherChild { place: (*place).clone(), prompts, fits })
    };
    case.returns.iter().filter_map(suspect).collect()
}

/// What a return says of a fact: that the record lacks it, or that the agency cannot tell, is none (edge case 42).
fn chosen<'a>(ret: &'a Return, prompt: &Prompt) -> Option<&'a OptionId> {
    let tells = |id: &OptionId| {
        let is_none = |option: &ChoiceOption| option.id == *id && (option.gap || option.not_known);
        !prompt.kind.options().iter().any(is_none)
    };
    match ret.response(&prompt.id)? {
        Response::Option(option) => tells(option).then_some(option),
        Response::Value(_) | Response::Options(_) | Response::Number(_) | Response::Text(_) => None,
    }
}

/// Questions of the case details with one answer. What agencies say of their own part is no fact about the child.
fn facts_of_the_case(tool: &Tool) -> Vec<&Prompt> {
    let prompts = details(tool).flat_map(|area| &area.prompts);
    let prompts = prompts.filter(|prompt| !prompt.of_each_agency);
    prompts.filter(|prompt| matches!(prompt.kind, PromptKind::Choice { .. })).collect()
}

fn details(tool: &Tool) -> impl Iterator<Item = &Area> {
    tool.areas.iter().filter(|area| area.role == Some(AreaRole::CaseDetails))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::NewQuery;
    use crate::panel::fixture::*;
    use crate::tool::{AreaRole, ChoiceOption};

    /// Case details with an age, a gender and the services involved.
    fn with_details() -> Desk {
        let mut plan = plan(&["case-1", "case-2"], "area-and-case");
        let details = &mut plan.round.tool.areas[0];
        details.role = Some(AreaRole::CaseDetails);
        let option = |id: &str| ChoiceOption {
            id: id.parse().unwrap(),
            label: id.into(),
            exclusive: false,
            gap: false,
            not_known: false,
        };
        let of = |id: &str, kind: PromptKind, of: &crate::tool::Prompt| crate::tool::Prompt {
            id: prompt(id),
            kind,
            ..of.clone()
        };
        let choice = |ids: &[&str]| ids.iter().map(|id| option(id)).collect::<Vec<_>>();
        let first = details.prompts[0].clone();
        let age = PromptKind::Choice { options: choice(&["baby", "teenager"]) };
        let gender = PromptKind::Choice { options: choice(&["girl", "boy"]) };
        let services = PromptKind::Choices { options: choice(&["police", "school"]) };
        details.prompts = vec![
            of("age", age, &first),
            of("gender", gender, &first),
            of("services", services, &first),
        ];
        Desk::of(plan)
    }

    fn about(desk: &Desk, slot: &str, case_ref: &str, age: &str, gender: &str) -> Return {
        let one = |id: &str| Response::Option(id.parse().unwrap());
        desk.draft(slot, case_ref).responds("age", one(age)).responds("gender", one(gender))
    }

    #[test]
    fn ec03_a_nil_return_where_another_agency_names_the_service_is_asked_about() {
        let mut desk = with_details();
        let names = desk.draft("csc", "case-1").chooses("services", &["police"]);
        let nil = [desk.draft("police", "case-1").nil(), desk.draft("school", "case-1").nil()];
        desk.import(names);
        for nil in nil {
            desk.import(nil);
        }
        let found = discrepancies(&desk.workbook);
        let [Discrepancy::NilButNamed { nil, by }] = &found[..] else { panic!("{found:?}") };
        assert_eq!(nil.slot, slot("police"));
        assert_eq!((found[0].place(), found[0].about()), (nil, About::Involvement));
        assert_eq!(by.iter().map(|place| place.slot.as_str()).collect::<Vec<_>>(), ["csc"]);
    }

    #[test]
    fn ec03_a_nil_return_beside_another_auditor_of_the_agency_is_no_contradiction() {
        let mut plan = with_details().workbook.plan().clone();
        let services = &mut plan.round.tool.areas[0].prompts[2];
        let PromptKind::Choices { options } = &mut services.kind else { panic!("services") };
        options[0].id = "health".parse().unwrap();
        let mut desk = Desk::of(plan);
        let names = desk.draft("csc", "case-1").chooses("services", &["health"]);
        let nurse = desk.draft("health.sn", "case-1").nil();
        let visitor = desk.draft("health.hv", "case-1").chooses("services", &["health"]);
        desk.import(names);
        desk.import(nurse);
        assert_eq!(discrepancies(&desk.workbook).len(), 1, "nobody of the agency tells of it");
        desk.import(visitor);
        assert_eq!(discrepancies(&desk.workbook), []);
    }

    #[test]
    fn ec03_what_was_asked_about_is_asked_until_the_question_is_withdrawn() {
        let mut desk = with_details();
        let names = desk.draft("csc", "case-1").chooses("services", &["police"]);
        let nil = desk.draft("police", "case-1").nil();
        desk.import(names);
        desk.import(nil);
        let found = discrepancies(&desk.workbook).remove(0);
        let write = |desk: &mut Desk, id: &str, about| {
            let (id, place) = (id.parse().unwrap(), found.place().clone());
            let text = "Who saw the child alone?".into();
            let new = NewQuery { id, place, about, text, answer_by: None, keeps: String::new() };
            desk.workbook.write_query(new, &stamp()).unwrap();
        };
        write(&mut desk, "q1", About::Overall);
        assert_eq!(found.asked(&desk.workbook), None, "about something else");
        write(&mut desk, "q2", About::Involvement);
        let asked = found.asked(&desk.workbook).unwrap().id.clone();
        assert_eq!(asked.as_str(), "q2");
        desk.workbook.withdraw_query(&asked, "Asked by telephone.", &stamp()).unwrap();
        assert_eq!(found.asked(&desk.workbook), None);
    }

    #[test]
    fn ec12_two_swapped_returns_point_at_each_others_case() {
        let mut desk = with_details();
        for slot_id in ["csc", "health.hv", "school"] {
            for (case_ref, age, gender) in
                [("case-1", "baby", "girl"), ("case-2", "teenager", "boy")]
            {
                let ret = about(&desk, slot_id, case_ref, age, gender);
                desk.import(ret);
            }
        }
        assert_eq!(discrepancies(&desk.workbook), []);
        let swapped = [
            about(&desk, "police", "case-1", "teenager", "boy"),
            about(&desk, "police", "case-2", "baby", "girl"),
        ];
        for ret in swapped {
            desk.import(ret);
        }
        let found = discrepancies(&desk.workbook);
        let told: Vec<(&str, usize, Vec<&str>)> = found
            .iter()
            .map(|one| match one {
                Discrepancy::AnotherChild { place, prompts, fits } => (
                    place.case.as_str(),
                    prompts.len(),
                    fits.iter().map(|case| case.as_str()).collect(),
                ),
                Discrepancy::NilButNamed { .. } => panic!("{one:?}"),
            })
            .collect();
        assert_eq!(told, [("case-1", 2, vec!["case-2"]), ("case-2", 2, vec!["case-1"])]);
        let where_it_was = desk.workbook.current_of_case(&case("case-1")).count();
        assert_eq!(where_it_was, 4, "nothing is moved");
    }

    #[test]
    fn ec12_what_agencies_say_of_their_own_part_makes_nobody_suspect() {
        let suspected = |own_part: bool| {
            let mut plan = with_details().workbook.plan().clone();
            for one in plan.round.tool.areas.iter_mut().flat_map(|area| &mut area.prompts) {
                one.of_each_agency = own_part;
            }
            let mut desk = Desk::of(plan);
            for (slot_id, age, gender) in
                [("csc", "baby", "girl"), ("school", "baby", "girl"), ("police", "teenager", "boy")]
            {
                let ret = about(&desk, slot_id, "case-1", age, gender);
                desk.import(ret);
            }
            discrepancies(&desk.workbook).len()
        };
        assert_eq!((suspected(false), suspected(true)), (1, 0));
    }

    #[test]
    fn ec12_ec42_what_an_agency_cannot_tell_or_does_not_record_makes_nobody_suspect() {
        let mut plan = with_details().workbook.plan().clone();
        for prompt in &mut plan.round.tool.areas[0].prompts {
            let PromptKind::Choice { options } = &mut prompt.kind else { continue };
            let of = |id: &str, gap: bool| ChoiceOption {
                id: id.parse().unwrap(),
                gap,
                not_known: !gap,
                ..options[0].clone()
            };
            let more = [of("not-recorded", true), of("not-known", false)];
            options.extend(more);
        }
        let mut desk = Desk::of(plan);
        for (slot_id, age, gender) in [
            ("csc", "baby", "girl"),
            ("school", "baby", "girl"),
            ("police", "not-known", "not-known"),
            ("health.hv", "not-recorded", "not-recorded"),
            ("health.sn", "not-known", "not-recorded"),
        ] {
            let ret = about(&desk, slot_id, "case-1", age, gender);
            desk.import(ret);
        }
        assert_eq!(discrepancies(&desk.workbook), []);
        // Nor do those who cannot tell hide what the others agree on.
        let police = about(&desk, "police", "case-1", "not-known", "not-known").corrected();
        let one = |id: &str| Response::Option(id.parse().unwrap());
        desk.import(police.responds("age", one("teenager")).responds("gender", one("boy")));
        assert_eq!(discrepancies(&desk.workbook).len(), 1);
    }

    #[test]
    fn ec12_one_difference_or_a_view_of_one_other_makes_nobody_suspect() {
        let mut desk = with_details();
        let rets = [
            about(&desk, "csc", "case-1", "baby", "girl"),
            about(&desk, "police", "case-1", "teenager", "boy"),
        ];
        for ret in rets {
            desk.import(ret);
        }
        assert_eq!(discrepancies(&desk.workbook), [], "two against each other");
        let third = about(&desk, "school", "case-1", "baby", "boy");
        desk.import(third);
        assert_eq!(discrepancies(&desk.workbook), []);
    }
}
