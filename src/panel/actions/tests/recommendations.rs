//! AP-03 and AP-07: the recommendations that actions answer, and what else they lead to.

use super::*;

#[test]
fn ap03_every_recommendation_has_an_action_or_a_reason_and_every_action_a_recommendation() {
    let mut workbook = with_actions(&["a1"]);
    let open = |workbook: &Workbook| ap03_recommendations_open(workbook, &workbook.action_lines());
    assert_eq!(open(&workbook), [item("r2")]);
    let terms = RecommendationTerms {
        recommendation: item("r2"),
        addressed: Vec::new(),
        no_action_because: "It is in the work programme already.".into(),
        stamp: stamp(),
    };
    workbook.record_recommendation_terms(terms.clone()).unwrap();
    assert_eq!(open(&workbook), []);
    let unknown = RecommendationTerms { recommendation: item("r9"), ..terms };
    assert_eq!(
        workbook.record_recommendation_terms(unknown),
        Err(ActionError::NoSuchRecommendation)
    );

    // An action that is superseded answers nothing.
    let superseded = ActionStep::Superseded { by: None, reason: "Done elsewhere.".into() };
    step(&mut workbook, "a1", superseded).unwrap();
    assert_eq!(open(&workbook), [item("r1")]);

    let free = Action { recommendations: Vec::new(), ..action("a2") };
    assert_eq!(workbook.record_action(free), Err(ActionError::NoRecommendation));
    let lost = Action { recommendations: vec![item("r9")], ..action("a2") };
    assert_eq!(workbook.record_action(lost), Err(ActionError::NoSuchRecommendation));

    workbook.record_action(action("a3")).unwrap();
    let mut gone = recommendation("r1", "Police should share plans.");
    gone.removed = true;
    workbook.record_passage(gone).unwrap();
    assert_eq!(ap03_actions_untraced(&workbook), [item("a1"), item("a3")]);
    assert!(line(&workbook, "a3", TODAY).notices.contains(&ActionNotice::NoRecommendation));
    // What is counted stands somewhere; what was superseded is neither.
    let plan = action_plan(&workbook, day(TODAY));
    let alone: Vec<&str> = plan.alone().map(|line| line.action.id.as_str()).collect();
    assert_eq!((alone, plan.counts.all), (vec!["a3"], 1));
}

#[test]
fn ap07_the_owner_is_a_role_that_the_recommendation_addresses() {
    let mut workbook = with_actions(&["a1"]);
    let notice = |workbook: &Workbook| ap07_owner_addressed(workbook, &action("a1"));
    assert_eq!(notice(&workbook), None, "where it names nobody");
    let mut terms = RecommendationTerms {
        recommendation: item("r1"),
        addressed: vec!["Agency managers".into(), " ".into()],
        no_action_because: String::new(),
        stamp: stamp(),
    };
    workbook.record_recommendation_terms(terms.clone()).unwrap();
    assert_eq!(notice(&workbook), Some(ActionNotice::OwnerNotAddressed));
    terms.addressed.push("Head of Public  Protection".into());
    workbook.record_recommendation_terms(terms).unwrap();
    assert_eq!(notice(&workbook), None);
    let addressed = &action_plan(&workbook, day(TODAY)).recommendations[0].addressed;
    assert_eq!(addressed[..], ["Agency managers", "Head of Public  Protection"]);
}

#[test]
fn links_that_lead_nowhere_are_refused() {
    let mut workbook = with_actions(&["a1"]);
    let milestone = |id: &str| Milestone { id: item(id), text: "Draft".into(), due: None };
    let rows = [
        (Action { text: " ".into(), ..action("a2") }, ActionError::NothingWritten),
        (Action { findings: vec![item("f9")], ..action("a2") }, ActionError::FindingGone),
        (
            Action { areas: vec![area("none")], ..action("a2") },
            ActionError::UnknownArea(area("none")),
        ),
        (
            Action { themes: vec!["none".parse().unwrap()], ..action("a2") },
            ActionError::UnknownTheme("none".parse().unwrap()),
        ),
        (
            Action { milestones: vec![milestone("m1"), milestone("m1")], ..action("a2") },
            ActionError::MilestoneTwice,
        ),
    ];
    for (wrong, want) in rows {
        assert_eq!(workbook.record_action(wrong), Err(want));
    }
    let reached = ActionStep::MilestoneReached { milestone: item("m1"), on: day(TODAY) };
    assert_eq!(step(&mut workbook, "a1", reached.clone()), Err(ActionError::UnknownMilestone));
    assert_eq!(step(&mut workbook, "a9", reached.clone()), Err(ActionError::Unknown));
    workbook.record_action(Action { milestones: vec![milestone("m1")], ..action("a1") }).unwrap();
    step(&mut workbook, "a1", reached).unwrap();
    assert_eq!(line(&workbook, "a1", TODAY).reached[&item("m1")], day(TODAY));
    let by = |by: &str| ActionStep::Superseded { by: Some(item(by)), reason: "Merged.".into() };
    assert_eq!(step(&mut workbook, "a1", by("a1")), Err(ActionError::ByItself));
    assert_eq!(step(&mut workbook, "a1", by("a9")), Err(ActionError::Unknown));
}

#[test]
fn ap03_an_action_stays_under_the_recommendation_that_is_left_when_another_is_withdrawn() {
    let mut workbook = with_actions(&[]);
    let both = Action { recommendations: vec![item("r1"), item("r2")], ..action("a1") };
    workbook.record_action(both.clone()).unwrap();
    let mut gone = recommendation("r1", "Police should share plans.");
    gone.removed = true;
    workbook.record_passage(gone).unwrap();
    assert_eq!(ap03_actions_untraced(&workbook), []);
    let plan = action_plan(&workbook, day(TODAY));
    assert_eq!((plan.recommendations[0].actions.as_slice(), plan.alone().count()), (&[1][..], 0));
    // Written anew it names only what the report has.
    assert_eq!(workbook.record_action(both), Err(ActionError::NoSuchRecommendation));
    let left = Action { recommendations: vec![item("r2")], ..action("a1") };
    assert_eq!(workbook.record_action(left), Ok(()));
}
