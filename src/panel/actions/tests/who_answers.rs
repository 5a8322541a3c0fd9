//! AP-04: who answers for an action, here, elsewhere and after a post is gone.

use super::*;

/// Of a body that is named by hand, as one that takes no part in the round.
fn by_hand(body: &str, role: &str) -> Owner {
    Owner { body: Body::Other(body.into()), role: role.into() }
}

#[test]
fn ap04_one_role_answers_for_an_action() {
    let workbook = planned();
    let by = |role: &str| Action { owner: owner("police", role), ..action("a1") };
    let several = |word: &str| vec![ActionNotice::OwnerNotOneRole(word.into())];
    assert_eq!(ap04_one_owner(&workbook, &by("Head of safeguarding and quality")), []);
    assert_eq!(ap04_one_owner(&workbook, &by("  ")), [ActionNotice::NoOwner]);
    assert_eq!(ap04_one_owner(&workbook, &by("The MASH team")), several("team"));
    assert_eq!(ap04_one_owner(&workbook, &by("All agencies")), several("all agencies"));
    assert_eq!(ap04_one_owner(&workbook, &by("Head of A / Head of B")), several("/"));
    let both = Action {
        contributors: vec![owner("police", "HEAD of  public protection")],
        ..action("a1")
    };
    assert_eq!(ap04_one_owner(&workbook, &both), [ActionNotice::OwnerContributes]);
    let other =
        Action { contributors: vec![owner("health", "Head of public protection")], ..action("a1") };
    assert_eq!(ap04_one_owner(&workbook, &other), []);
    let by_hand = by_hand("Police", "Head of public protection");
    let both = Action { contributors: vec![by_hand], ..action("a1") };
    assert_eq!(ap04_one_owner(&workbook, &both), [ActionNotice::OwnerContributes]);
    let stranger = Action { owner: owner("fire", "Chief"), ..action("a1") };
    let refused = ActionError::UnknownAgency("fire".parse().unwrap());
    assert_eq!(planned().record_action(stranger), Err(refused));
}

#[test]
fn ec58_what_another_forum_has_to_do_is_owned_outside_and_taken_there() {
    let forum = Body::Other("National review panel".into());
    let owner = Owner { body: forum.clone(), role: "Secretary".into() };
    let mut workbook = with_actions(&["a1"]);
    workbook.record_action(Action { owner, ..action("a2") }).unwrap();
    let to = "National review panel";
    let taken =
        ActionStep::Escalated { to: to.into(), reason: "The form is set nationally.".into() };
    step(&mut workbook, "a2", taken).unwrap();
    let workbook = reopened(&workbook);
    let view = line(&workbook, "a2", TODAY);
    assert_eq!(view.action.owner.name(&workbook), "Secretary, National review panel");
    assert_eq!(view.escalated, Some((to.into(), "The form is set nationally.".into())));
    let counts = action_plan(&workbook, day(TODAY)).counts;
    assert_eq!((counts.by_body[&forum], counts.escalated), ([1, 0, 0], 1));
    // It has a sheet of its own, and stands on no agency's.
    let mut workbook = workbook;
    let lines = |workbook: &mut Workbook, id: &str, to: &Body| {
        let sheet = workbook.issue_sheet(item(id), to, &stamp()).unwrap();
        sheet.lines.iter().map(|one| one.action.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(lines(&mut workbook, "s1", &forum), ["a2"]);
    assert_eq!(lines(&mut workbook, "s2", &Body::Agency("police".parse().unwrap())), ["a1"]);
}

#[test]
fn ec59_where_an_owners_post_is_gone_another_answers_for_it_and_the_history_stays() {
    let mut earlier = with_actions(&["a1"]);
    reports(&mut earlier, "a1", Report::Note("Half are trained.".into()));
    assert_eq!(line(&earlier, "a1", TODAY).owners_before, []);
    let reassign = |workbook: &mut Workbook, owner: Owner, at: &str| {
        let stamp = Stamp { at: at.parse().unwrap(), ..stamp() };
        workbook.record_action(Action { owner, stamp, ..action("a1") }).unwrap();
    };
    reassign(&mut earlier, owner("police", " "), "2026-05-01T09:00:00Z");
    assert!(line(&earlier, "a1", TODAY).notices.contains(&ActionNotice::NoOwner));
    reassign(&mut earlier, owner("health", "Named nurse"), "2026-05-20T09:00:00Z");
    let view = line(&reopened(&earlier), "a1", TODAY);
    let first = OwnerBefore {
        owner: owner("police", "Head of public protection"),
        until: day("2026-05-01"),
    };
    assert_eq!(view.owners_before, std::slice::from_ref(&first), "nobody is not told as somebody");
    assert_eq!((view.action.owner, view.history.len()), (owner("health", "Named nurse"), 1));

    // The next round, in which the police take no part, knows it too.
    let mut next = next_round();
    ap10_carry_forward(&earlier, &mut next, &stamp());
    let view = line(&reopened(&next), "a1", TODAY);
    let first =
        OwnerBefore { owner: Owner { body: Body::Other("police".into()), ..first.owner }, ..first };
    assert_eq!((view.owners_before, view.history.len()), (vec![first], 1));
}

#[test]
fn ap06_an_agency_that_is_named_by_hand_is_no_other_body_than_that_agency() {
    let mut workbook = with_actions(&["a1"]);
    reports(&mut workbook, "a1", Report::Progress(Progress::Complete));
    reports(&mut workbook, "a1", Report::Evidence("Checklist in use.".into()));
    let closed = |reviewer: Owner| ActionStep::Closed { reviewer, on: day(TODAY) };
    let own = closed(by_hand(" POLICE", "Head of public protection"));
    let refused = Err(ActionError::CannotClose(CannotClose::ReviewerIsOwner));
    assert_eq!(step(&mut workbook, "a1", own), refused);
    let other = closed(by_hand("Police of the next county", "Head of public protection"));
    assert_eq!(step(&mut workbook, "a1", other), Ok(()));
    // What is given to the police by name stands on their sheet; the board may be named, too.
    let owned = |workbook: &mut Workbook, id: &str, body: &str| {
        let owner = by_hand(body, "Chair");
        workbook.record_action(Action { owner, ..action(id) }).unwrap();
        line(workbook, id, TODAY).action.owner.body
    };
    assert_eq!(owned(&mut workbook, "a2", "Police "), owner("police", "").body);
    workbook.record.plan.round.board.name = "The Partnership".into();
    assert_eq!(owned(&mut workbook, "a3", "the partnership"), Body::Board);
    assert_eq!(owned(&mut workbook, "a4", "Fire"), Body::Other("Fire".into()));
}
