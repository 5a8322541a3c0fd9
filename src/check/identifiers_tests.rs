//! The guard's rules on a whole return: where, how grave, and what a reason covers.

use crate::audit_return::{Change, Impact, ImpactLevel, apply};
use crate::check::testing::{Case, brief, item};
use crate::check::{
    Notice, Readiness, check_area, check_with, guard_of, i03_withdrawal_identifies_nobody,
    i06_reasons_to_bind, reading,
};
use crate::envelope::TextSalt;
use crate::guard::WatchedName;
use crate::id::StandardId;
use crate::timescale::{Outcome, Results, SetRef, TimescaleResult, Unit};
use crate::tool::AnswerValue;

fn named(case: &Case, names: &[&str]) -> Vec<String> {
    let watched = |name: &&str| WatchedName { name: (*name).into(), role: String::new() };
    let names: Vec<WatchedName> = names.iter().map(watched).collect();
    let shown = reading::shown(&case.round, &case.ret);
    let guard = guard_of(&case.round, &case.ret, &names);
    let notices = check_with(&case.round, &case.ret, &shown, &guard).into_iter();
    notices.filter(|it| it.rule.0 != "CO-13").map(|it| brief(&it)).collect()
}

fn lines(case: &Case) -> Vec<String> {
    named(case, &[])
}

#[test]
fn i02_a_name_of_the_list_warns_in_whichever_box_it_stands() {
    let mut case = Case::complete();
    case.answered("2.1").evidence = "Quillfeather was seen.".into();
    case.answered("2.1").source = Some(crate::audit_return::Source::CaseNote);
    case.ret.general_comments = "The quillfeathers helped.".into();
    assert_eq!(lines(&case), Vec::<String>::new());
    let warned = ["I-02 WARN prompt-2.1-evidence"];
    assert_eq!(named(&case, &["Quillfeather"]), warned);
    case.ret.general_comments = "The Quillfeathers helped.".into();
    let warned = ["I-02 WARN prompt-2.1-evidence", "I-02 WARN general-comments"];
    assert_eq!(named(&case, &["Quillfeather"]), warned);
}

#[test]
fn i03_what_is_certain_blocks_and_the_rest_warns() {
    let mut case = Case::complete();
    let text = "Mrs Quillfeather rang 07700 900123 and 07700 900124 from SW1A 1AA.";
    case.record("area-2").strengths[0].evidence = text.into();
    let expected =
        ["I-03 BLOCK area-2_strengths-s1-evidence", "I-03 WARN area-2_strengths-s1-evidence"];
    assert_eq!(lines(&case), expected);
    let messages: Vec<String> = case.objections().into_iter().map(|it| it.message).collect();
    assert_eq!(
        messages,
        [
            "There is a telephone number and a postcode, more than once, in a strength in “History”. Take them out, or write what matters about them.",
            "There is a person’s name in a strength in “History”. Write a role instead, or say why it stays."
        ]
    );
}

#[test]
fn i04_a_date_of_birth_blocks_and_a_date_of_work_does_not() {
    let mut case = Case::complete();
    case.record("area-3").reason = "Seen on 12/03/2026, in the period.".into();
    assert_eq!(lines(&case), Vec::<String>::new());
    case.record("area-3").reason = "The child, born on 12/03/2014, was seen.".into();
    assert_eq!(lines(&case), ["I-04 BLOCK area-3_reason"]);
    case.record("area-3").reason = "Known since 12/03/2014.".into();
    assert_eq!(lines(&case), ["I-03 WARN area-3_reason"]);
}

#[test]
fn i05_a_text_that_no_page_shows_blocks_nothing_and_stays_in_the_draft() {
    const RING: &str = "Ring 07700 900123.";
    let mut case = Case::complete();
    case.answer("4.6", AnswerValue::Partly);
    case.answered("4.6").evidence = "No note of it.".into();
    case.answered("4.6").source = Some(crate::audit_return::Source::CaseNote);
    case.answered("4.6.a").evidence = RING.into();
    assert!(lines(&case).contains(&"I-03 BLOCK prompt-4.6.a-evidence".to_owned()));

    // With another answer above, the question is asked no more.
    case.answer("4.6", AnswerValue::Yes);
    assert_eq!(lines(&case), Vec::<String>::new());
    assert_eq!(case.answered("4.6.a").evidence, RING);

    // Why something does not apply, once it does; the areas of a return that became a nil one.
    case.answered("4.6").reason = RING.into();
    assert_eq!(lines(&case), Vec::<String>::new());
    case.record("area-2").reason = RING.into();
    assert_eq!(lines(&case), ["I-03 BLOCK area-2_reason"]);
    case.ret.involvement.level = Some(crate::audit_return::InvolvementLevel::NotKnown);
    assert!(!lines(&case).iter().any(|line| line.starts_with("I-")));
}

#[test]
fn i05_what_a_delay_meant_is_looked_at_while_the_standard_is_missed() {
    let mut case = Case::complete();
    let text = "Ring 07700 900123.".to_owned();
    let impact = Impact { level: Some(ImpactLevel::NoEffect), text };
    let standard: StandardId = "initial-conference".parse().unwrap();
    case.ret.timescale_impacts.insert(standard.clone(), impact);
    let blocked = ["I-03 BLOCK timescale-initial-conference-text"];
    for (outcome, expected) in [(Outcome::Missed, &blocked[..]), (Outcome::Met, &blocked[..0])] {
        let result = TimescaleResult {
            outcome,
            limit: 15,
            unit: Unit::WorkingDays,
            from_plan: false,
            interval: Some(17),
            up_to: None,
            counted_from: None,
            chosen: None,
            series: None,
        };
        case.ret.timescales = Some(Results {
            set: SetRef { id: "england".into(), version: 1 },
            calendar: "2000-2028.1".into(),
            transfer: None,
            results: [(standard.clone(), result)].into_iter().collect(),
        });
        assert_eq!(lines(&case), expected, "{outcome:?}");
    }
    assert!(case.ret.timescale_impacts[&standard].text.contains("900123"), "kept in the draft");
}

#[test]
fn i05_an_area_alone_agrees_on_what_is_shown() {
    let mut case = Case::complete();
    case.answered("4.6.a").evidence = "Ring 07700 900123.".into();
    let shown = reading::shown(&case.round, &case.ret);
    let guard = guard_of(&case.round, &case.ret, &[]);
    let alone =
        check_area(&case.round, &case.ret, &shown, &guard, &crate::check::testing::area("area-4"));
    assert!(alone.iter().all(|it| it.rule.0 == "CO-13"), "{alone:#?}");
}

#[test]
fn i06_a_reason_lets_a_warning_stand_and_is_kept_without_the_words() {
    let mut case = Case::complete();
    case.record("area-5").concerns[0].text = "Mrs Quillfeather was not asked.".into();
    let key = "area-5_concerns-k1-text";
    assert_eq!(lines(&case), [format!("I-03 WARN {key}")]);
    case.explain("I-03", key, "It is a character in a book.");
    case.ret.explanations[0].covers = 1;
    let notices = case.notices();
    assert!(Readiness::of(&notices, &case.ret).is_ready());
    let kept = serde_json::to_string(&case.ret.explanations).unwrap();
    assert!(!kept.contains("Quillfeather"), "{kept}");
}

#[test]
fn i06_a_reason_does_not_cover_what_is_written_later() {
    let mut case = Case::complete();
    case.record("area-5").concerns[0].text = "Mrs Quillfeather was not asked.".into();
    case.explain("I-03", "area-5_concerns-k1-text", "It is a character in a book.");
    case.ret.explanations[0].covers = 1;
    case.record("area-5").concerns[0].text = "Mrs Quillfeather and Mr Otherwise.".into();
    let notices = case.notices();
    let readiness = Readiness::of(&notices, &case.ret);
    assert_eq!((readiness.unexplained.len(), readiness.obsolete.len()), (1, 0));
}

/// The case as the auditor's own computer checks it: with the return's salt, and a list of names.
fn salted(case: &Case, names: &[&str]) -> Vec<Notice> {
    let watched = |name: &&str| WatchedName { name: (*name).into(), role: String::new() };
    let names: Vec<WatchedName> = names.iter().map(watched).collect();
    let shown = reading::shown(&case.round, &case.ret);
    let guard = guard_of(&case.round, &case.ret, &names);
    let guard = guard.salted(Some(TextSalt::from_bytes([9; 32])));
    check_with(&case.round, &case.ret, &shown, &guard)
}

#[test]
fn i06_a_reason_given_for_one_name_does_not_cover_another() {
    let names = ["Grace", "Hope"];
    let mut case = Case::complete();
    case.record("area-5").concerns[0].text = "Grace was not asked.".into();
    let notices = salted(&case, &names);
    assert_eq!(
        notices.iter().filter(|it| it.rule.0 != "CO-13").map(brief).collect::<Vec<_>>(),
        ["I-02 WARN area-5_concerns-k1-text"]
    );
    case.explain("I-02", "area-5_concerns-k1-text", "It is a word here.");
    let reason = case.ret.explanations.last_mut().unwrap();
    reason.covers = notices[0].extent.count;
    reason.kept = notices[0].extent.texts.clone();
    let is_ready = |case: &Case| Readiness::of(&salted(case, &names), &case.ret).is_ready();
    assert!(is_ready(&case));

    case.record("area-5").concerns[0].text = "GRACE was never asked.".into();
    assert!(is_ready(&case), "the same name, in capital letters");
    case.record("area-5").concerns[0].text = "Hope was not asked.".into();
    assert!(!is_ready(&case), "one listed name swapped for another");
    case.record("area-5").concerns[0].text = "Grace and Grace were not asked.".into();
    assert!(!is_ready(&case), "once more than the reason was given for");

    let sent = serde_json::to_string(&case.ret).unwrap();
    let salt = String::from(TextSalt::from_bytes([9; 32]));
    assert!(!sent.contains(&salt), "the salt is in the return");
    case.ret.areas.clear();
    let sent = serde_json::to_string(&case.ret.explanations).unwrap();
    assert!(!sent.to_lowercase().contains("grace"), "{sent}");
}

#[test]
fn i06_a_reason_kept_by_a_count_is_bound_to_what_it_was_given_for() {
    let mut case = Case::complete();
    case.record("area-5").concerns[0].text = "Grace was not asked.".into();
    case.record("area-3").reason = "Grace and Hope came late.".into();
    for place in ["area-3_reason", "area-5_concerns-k1-text"] {
        case.explain("I-02", place, "It is a word here.");
        case.ret.explanations.last_mut().unwrap().covers = 1;
    }
    let notices = salted(&case, &["Grace", "Hope"]);
    let bound = i06_reasons_to_bind(&notices, &case.ret);
    let [one] = &bound[..] else { panic!("{bound:?}") };
    assert_eq!((one.place.as_str(), one.kept.len()), ("area-5_concerns-k1-text", 1));
    apply(&mut case.ret, &Change::from(one.clone()));
    let readiness = Readiness::of(&notices, &case.ret);
    let open: Vec<String> = readiness.unexplained.iter().map(|notice| brief(notice)).collect();
    assert_eq!(open, ["I-02 WARN area-3_reason"], "given for one thing, and two are there");
    assert_eq!(i06_reasons_to_bind(&notices, &case.ret), []);
}

#[test]
fn i06_a_reason_is_itself_guarded_while_it_stands_on_a_page() {
    let mut case = Case::complete();
    case.explain("G-07", "overall-grade", "Ask someone@example.org why it stands.");
    assert_eq!(lines(&case), Vec::<String>::new(), "no such warning: it is dropped on signing");

    case.grade("area-3", "inadequate");
    case.add_concern("area-3");
    case.record("area-3").was_immediate_concern = Some(false);
    assert!(lines(&case).contains(&"I-03 BLOCK explain-G-07-overall-grade".to_owned()));
    case.ret.explanations[0].reason = "Mrs Quillfeather says so.".into();
    assert!(lines(&case).contains(&"I-03 WARN explain-G-07-overall-grade".to_owned()));
    case.explain("I-03", "explain-G-07-overall-grade", "Or ask someone@example.org.");
    let nested = "I-03 BLOCK explain-I-03-explain-G-07-overall-grade";
    assert!(lines(&case).contains(&nested.to_owned()));
}

#[test]
fn i03_the_reason_for_taking_a_return_back_identifies_nobody() {
    let guard = guard_of(&Case::complete().round, &Case::complete().ret, &[]);
    let told = |reason: &str| i03_withdrawal_identifies_nobody(&guard, reason);
    assert_eq!(told("It was about another child."), None);
    assert_eq!(
        told("Mrs Quillfeather asked for it on 07700 900123.").unwrap(),
        "There is a person’s name and a telephone number in the reason why you take the return back. Take them out."
    );
}

#[test]
fn i07_the_role_of_whoever_was_told_is_no_name() {
    let mut case = Case::complete();
    case.raise_concern();
    case.grade("area-3", "adequate");
    case.add_concern("area-3");
    let concern = &mut case.ret.immediate_concerns[0];
    concern.id = item("i1");
    concern.told_role = "Team manager, SW1 and the HV".into();
    assert_eq!(lines(&case), Vec::<String>::new());
    case.ret.immediate_concerns[0].their_action = "PC Quillfeather came.".into();
    assert_eq!(lines(&case), ["I-03 WARN immediate_i1_their-action"]);
}
