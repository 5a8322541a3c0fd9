//! The guard's rules on a whole return: where, how grave, and what a reason covers.

use crate::check::testing::{Case, brief, item, prompt};
use crate::check::{Readiness, check_with, guard_of, reading};
use crate::guard::WatchedName;
use crate::store::{apply, text_change};

fn named(case: &Case, names: &[&str]) -> Vec<String> {
    let watched = |name: &&str| WatchedName { name: (*name).into(), role: String::new() };
    let names: Vec<WatchedName> = names.iter().map(watched).collect();
    let shown = reading::shown(&case.round, &case.ret);
    let guard = guard_of(&case.round, &case.ret, &names);
    check_with(&case.round, &case.ret, &shown, &guard).iter().map(brief).collect()
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
    let messages: Vec<String> = case.notices().into_iter().map(|it| it.message).collect();
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
fn i05_a_text_is_guarded_also_where_its_question_is_no_longer_asked() {
    let mut case = Case::complete();
    case.answered("4.6.a").evidence = "Ring 07700 900123.".into();
    assert_eq!(lines(&case), ["I-03 BLOCK prompt-4.6.a-evidence"]);
    case.ret.involvement.level = Some(crate::audit_return::InvolvementLevel::NotKnown);
    assert!(lines(&case).contains(&"I-03 BLOCK prompt-4.6.a-evidence".to_owned()));

    let place = super::super::Place::Prompt(prompt("4.6.a")).text(super::super::TextPart::Evidence);
    let change = text_change(&case.ret, &place, String::new()).unwrap();
    apply(&mut case.ret, &change);
    assert!(!lines(&case).iter().any(|line| line.contains("4.6.a")));
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

#[test]
fn i06_a_reason_is_itself_guarded() {
    let mut case = Case::complete();
    case.explain("G-07", "overall-grade", "Ask someone@example.org why it stands.");
    assert_eq!(lines(&case), ["I-03 BLOCK explain-G-07-overall-grade"]);
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
