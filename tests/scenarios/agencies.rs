//! Agencies that see only a part of the case.

use multi_agency_audit::panel::counts::{RoundAnswers, own_parts};
use multi_agency_audit::tool::library;

use crate::driver::Scenario;

#[test]
fn an_agency_that_works_with_a_parent_is_not_asked_whether_the_child_was_seen_alone() {
    let mut story = Scenario::round(&["adult-mental-health", "social-care"], &["Case 1"]);
    story
        .auditor("adult-mental-health", "Case 1")
        .worked_with_a_parent()
        .audits_everything_as_good()
        .is_asked("2.1", true)
        .is_asked("4.5", false)
        .is_asked("6.2", false)
        .signs_and_exports();
    story
        .auditor("social-care", "Case 1")
        .audits_everything_as_good()
        .is_asked("4.5", true)
        .signs_and_exports();
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }

    let both = [("adult-mental-health", "good"), ("social-care", "good")];
    story.grid("Case 1", "history").shows(&both);
    story.grid("Case 1", "assessment").shows(&[("social-care", "good")]);
}

/// The police were consulted on the referral and knew the family only; social care received it, and saw the child.
fn two_parts_in_one_case(of_each_agency: bool) -> Scenario {
    let mut tool = library::by_id(&"case-file-2009".parse().unwrap()).unwrap();
    for prompt in tool.areas.iter_mut().flat_map(|area| &mut area.prompts) {
        prompt.of_each_agency &= of_each_agency;
    }
    let agencies = ["police", "social-care"];
    let mut story = Scenario::with_tool("two parts", tool, &agencies, &["Case 1"]);
    for (agency, part, contact) in
        [("police", "consulted", "family"), ("social-care", "received", "direct")]
    {
        story
            .auditor(agency, "Case 1")
            .chooses("1.1", "5-to-9")
            .chooses("1.15", part)
            .chooses("1.16", contact)
            .audits_everything_as_good()
            .signs_and_exports();
    }
    for imported in story.panel_imports_everything() {
        imported.became("admitted");
    }
    story
}

#[test]
fn n10_what_two_agencies_say_of_their_own_part_stands_side_by_side_and_nothing_is_to_settle() {
    for of_each_agency in [true, false] {
        let story = two_parts_in_one_case(of_each_agency);
        let book = story.workbook();
        let answers = RoundAnswers::of(book);
        let waits = |id: &str| {
            let (_, prompt) = book.plan().round.tool.prompt(&id.parse().unwrap()).unwrap();
            answers.contested(book, prompt).len()
        };
        // A tool that asks it of the case, as those did that are kept, has the panel settle it.
        let want = usize::from(!of_each_agency);
        assert_eq!(["1.15", "1.16"].map(waits), [want; 2]);
        let count = answers.count(&"1.15".parse().unwrap(), "consulted");
        let returns = count.returns.map(|count| (count.returns.len(), count.of));
        assert_eq!(returns, of_each_agency.then_some((1, 2)));
        assert_eq!(count.cases.len(), usize::from(of_each_agency));
        let shown = own_parts(book, &book.plan().cases[0].case_ref);
        let shown = shown.iter().find(|one| one.prompt.id.as_str() == "1.15");
        let shown: Vec<(&str, bool)> = shown
            .into_iter()
            .flat_map(|one| &one.said)
            .map(|one| (one.place.agency.as_str(), one.response.holds("received")))
            .collect();
        let both = vec![("police", false), ("social-care", true)];
        assert_eq!(shown, if of_each_agency { both } else { Vec::new() });
        // Whoever saw the child is asked whether it was seen alone; the others' part rules nothing out.
        assert_eq!(story.counted("4.5", "yes"), (vec!["Case 1".to_owned()], 1));
    }
}
