//! RA-02: what a person holds to be the same.

use super::*;

/// Says that these are the same: ours, then theirs.
fn same(
    now: &mut Workbook,
    earlier: &Workbook,
    areas: &[(&str, &str)],
    prompts: &[(&str, &str)],
) -> Result<(), SameError> {
    let said = SaidSame {
        areas: areas.iter().map(|(ours, theirs)| (area(ours), area(theirs))).collect(),
        prompts: prompts.iter().map(|(ours, theirs)| (prompt(ours), prompt(theirs))).collect(),
    };
    now.ra02_say_same(&earlier.plan().round, &said, " Only the words changed. ", &stamp())
}

/// The tool of a later round: question "alone" in other words, "views" as "voice", area "plan" as "planning".
fn reworded() -> RoundPlan {
    let mut plan = plan(&CASES[..5], "area-and-case");
    let areas = &mut plan.round.tool.areas;
    for one in areas.iter_mut().flat_map(|area| &mut area.prompts) {
        match one.id.as_str() {
            "alone" => one.text = "Was the child seen without the family?".into(),
            "views" => one.id = prompt("voice"),
            _ => {}
        }
    }
    areas.iter_mut().find(|one| one.id == area("plan")).unwrap().id = area("planning");
    plan
}

#[test]
fn ra02_what_could_be_the_same_is_offered_and_what_is_so_by_itself_is_not() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), of_plan(reworded(), "round-2", 3, &[]));
    let offered = ra02_to_say(&earlier.plan().round, &now);
    let planning = Apart {
        ours: area("planning"),
        why: NotComparable::NotAsked,
        candidates: vec![area("plan")],
    };
    assert_eq!(offered.areas, [planning]);
    let free = ["alone", "views"].map(prompt);
    let apart = |id: &str, why| Apart { ours: prompt(id), why, candidates: free.to_vec() };
    let want = [apart("alone", NotComparable::OtherWords), apart("voice", NotComparable::NotAsked)];
    assert_eq!(offered.prompts, want);
    link(&mut now, &earlier, &["details"]).unwrap();
    let nothing = ToSay { areas: Vec::new(), prompts: Vec::new() };
    assert_eq!(ra02_to_say(&earlier.plan().round, &now), nothing, "it looks at neither area again");
}

#[test]
fn ra02_what_is_held_to_be_the_same_has_a_reason_and_stands_once() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), of_plan(reworded(), "round-2", 3, &[]));
    let voice = |theirs: &'static str| ("voice", theirs);
    let wrong = same(&mut now, &earlier, &[], &[voice("views")]);
    assert_eq!(wrong, Err(SameError::NotTheBaseline));
    link(&mut now, &earlier, &[]).unwrap();
    let before = now.record().clone();
    let areas: [(&[_], _); 3] = [
        (&[("planning", "details")], SameError::UnknownArea(area("details"))),
        (&[("planning", "risk")], SameError::AreaTwice(area("risk"))),
        (&[("risk", "plan")], SameError::AreaTwice(area("risk"))),
    ];
    let prompts: [(&[_], _); 6] = [
        (&[("checks", "views")], SameError::PromptTwice(prompt("checks"))),
        (&[voice("none")], SameError::UnknownPrompt(prompt("none"))),
        (&[voice("how")], SameError::DifferentAnswers(prompt("voice"), prompt("how"))),
        (&[("story", "story")], SameError::DifferentAnswers(prompt("story"), prompt("story"))),
        (&[voice("checks")], SameError::PromptTwice(prompt("checks"))),
        (&[voice("alone"), ("alone", "alone")], SameError::PromptTwice(prompt("alone"))),
    ];
    for (said, want) in areas {
        assert_eq!(same(&mut now, &earlier, said, &[]), Err(want));
    }
    for (said, want) in prompts {
        assert_eq!(same(&mut now, &earlier, &[], said), Err(want));
    }
    assert_eq!(same(&mut now, &earlier, &[], &[]), Err(SameError::NothingNew));
    let said =
        SaidSame { prompts: [(prompt("voice"), prompt("views"))].into(), ..SaidSame::default() };
    assert_eq!(
        now.ra02_say_same(&earlier.plan().round, &said, " ", &stamp()),
        Err(SameError::NoReason)
    );
    assert_eq!(*now.record(), before, "nothing was recorded");
}

#[test]
fn ra02_what_is_held_to_be_the_same_is_logged_stays_with_its_round_and_is_taken_back() {
    let (earlier, mut now) = (round("round-1", 5, 5, &[]), of_plan(reworded(), "round-2", 3, &[]));
    link(&mut now, &earlier, &[]).unwrap();
    same(&mut now, &earlier, &[("planning", "plan")], &[("voice", "views")]).unwrap();
    let mut now = reopened_with(&now);
    let told = |now: &Workbook| {
        let line = crate::report::log_lines(now).pop().unwrap();
        (line.what, line.reason)
    };
    let held = "Held to be the same as in the earlier round: area planning (there plan), question voice (there views)";
    assert_eq!(told(&now), (held.to_owned(), "Only the words changed.".to_owned()));
    let compared = compare_rounds(&[&earlier, &now]);
    let planning = area_of(&compared, "planning");
    assert_eq!(
        (planning.not_comparable.clone(), planning.held_same[0].was.as_str()),
        (None, "plan")
    );

    // Named again for one area, with another reason: what was said stays.
    link(&mut now, &earlier, &["risk"]).unwrap();
    let kept = now.said_same();
    assert_eq!(kept.prompts, [(prompt("voice"), prompt("views"))].into());
    assert_eq!(now.baseline().unwrap().mapped_because, "Only the words changed.");

    same(&mut now, &earlier, &[], &[]).unwrap();
    assert_eq!(now.said_same(), SaidSame::default());
    assert_eq!(now.baseline().unwrap().reason, "The same tool.", "the baseline itself stays");
    let none = "Nothing is held to be the same as in the earlier round any more";
    assert_eq!(told(&now).0, none);
    let compared = compare_rounds(&[&earlier, &now]);
    assert_eq!(prompt_of(&compared, "voice").not_comparable, Some(NotComparable::NotAsked));

    // Of another baseline nothing has been said.
    same(&mut now, &earlier, &[("planning", "plan")], &[]).unwrap();
    link(&mut now, &round("round-0", 5, 5, &[]), &[]).unwrap();
    assert_eq!(now.said_same(), SaidSame::default());
}

#[test]
fn ra02_other_words_answers_and_scales_are_not_compared_until_a_person_maps_them() {
    let earlier = round("round-1", 5, 5, &[]);
    let mut other = reworded();
    let mut now = of_plan(other.clone(), "round-2", 3, &[]);
    let comparison = compare_rounds(&[&earlier, &now]);
    assert_eq!(prompt_of(&comparison, "alone").not_comparable, Some(NotComparable::OtherWords));
    assert_eq!(prompt_of(&comparison, "alone").values, []);
    assert_eq!(prompt_of(&comparison, "voice").not_comparable, Some(NotComparable::NotAsked));
    link(&mut now, &earlier, &[]).unwrap();
    same(&mut now, &earlier, &[], &[("alone", "alone"), ("voice", "views")]).unwrap();
    let comparison = compare_rounds(&[&earlier, &now]);
    let yes = &prompt_of(&comparison, "alone").values[0];
    assert_eq!(yes.sides, [share(5, 5), share(3, 5)]);
    assert_eq!(prompt_of(&comparison, "voice").not_comparable, None);
    let held = &prompt_of(&comparison, "voice").held_same;
    assert!(held[0].was.starts_with("views ") && held[0].period == "round-1", "{held:?}");

    other.round.tool.scale.id = "another".parse().unwrap();
    let now = of_plan(other, "round-3", 3, &[]);
    let comparison = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&comparison, "risk");
    assert_eq!(risk.not_comparable, Some(NotComparable::OtherScale));
    assert_eq!((risk.good.len(), risk.grades.len(), risk.trend), (0, 0, None));
}

#[test]
fn ra02_an_area_of_another_tool_is_the_same_by_its_title_or_a_persons_word_never_by_its_id() {
    let earlier = round("round-1", 5, 5, &[("neglect", 2)]);
    let with = |tool: &str, title: &str| {
        let mut plan = plan(&CASES[..5], "area-and-case");
        plan.round.tool.id = tool.parse().unwrap();
        let areas = &mut plan.round.tool.areas;
        areas.iter_mut().find(|one| one.id == area("risk")).unwrap().title = title.into();
        of_plan(plan, "round-2", 3, &[])
    };
    let why = |now: &Workbook| {
        let compared = compare_rounds(&[&earlier, now]);
        area_of(&compared, "risk").not_comparable.clone()
    };
    assert_eq!(why(&with("small", "Risk and need")), None, "a later version of one tool");
    assert_eq!(why(&with("another", "risk")), None, "called the same");

    let mut now = with("another", "Decisions");
    let compared = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&compared, "risk");
    assert_eq!(risk.not_comparable, Some(NotComparable::NotAsked));
    assert_eq!((risk.good.len(), risk.held_same.len(), risk.trend), (0, 0, None));
    let year = ra03_year_on_year(&earlier, &now);
    assert_eq!(year.rows[0].standing, Standing::NotLookedAt);
    let (ours, candidates) = (area("risk"), vec![area("risk")]);
    let offered = ra02_to_say(&earlier.plan().round, &now).areas;
    assert_eq!(offered, [Apart { ours, why: NotComparable::NotAsked, candidates }]);

    link(&mut now, &earlier, &[]).unwrap();
    same(&mut now, &earlier, &[("risk", "risk")], &[]).unwrap();
    let compared = compare_rounds(&[&earlier, &now]);
    let risk = area_of(&compared, "risk");
    assert_eq!((risk.not_comparable.clone(), risk.good.len()), (None, 2));
    assert_eq!(risk.good, [share(5, 5), share(3, 5)]);
    assert_eq!(risk.held_same[0].was, "risk", "a person said so, and it is told");
}
