//! What the case file audit asks of whom, as answers come in.

use super::*;
use crate::tool::fixture::{Given, id};
use crate::tool::{Graph, Visible};

/// A social worker's answers to the case file audit, looked at through what is asked.
struct Story {
    tool: Tool,
    given: Given,
}

impl Story {
    fn by(agency: &str, answers: &[(&str, &str)]) -> Self {
        let mut given = Given::by(agency);
        for (prompt, value) in answers {
            given.answer(prompt, value);
        }
        Self { tool: case_file_tool(), given }
    }

    fn look<T>(&self, prompt: &str, at: impl Fn(&Prompt, &Visible<'_, Given>) -> T) -> T {
        let shown = Graph::compile(&self.tool).shown(&self.given);
        let (_, prompt) = self.tool.prompt(&id(prompt)).unwrap();
        at(prompt, &Visible::new(&shown, &self.given))
    }

    fn asks(&self, prompt: &str) -> bool {
        Graph::compile(&self.tool).shown(&self.given).is_asked(&id(prompt))
    }

    fn wording(&self, prompt: &str) -> String {
        self.look(prompt, |prompt, answers| prompt.wording(answers).to_owned())
    }

    fn bars_not_applicable(&self, prompt: &str) -> bool {
        self.look(prompt, |prompt, answers| {
            prompt.not_applicable_barred_when.as_ref().unwrap().holds(answers)
        })
    }

    /// Of each piece of advice given: whether it is only until a concern is written.
    fn advice(&self, prompt: &str) -> Vec<bool> {
        self.look(prompt, |prompt, answers| {
            let given = prompt.advice.iter().filter(|advice| advice.when.holds(answers));
            given.map(|advice| advice.until_concern).collect()
        })
    }
}

#[test]
fn g17_an_interpreter_is_not_optional_where_one_is_needed() {
    let bars = |need| Story::by("social-care", &[("1.4", need)]).bars_not_applicable("4.4");
    for need in ["child", "parent", "both"] {
        assert!(bars(need), "{need}");
    }
    assert!(!bars("not-recorded"));
    assert!(!Story::by("social-care", &[("1.4", "no")]).asks("4.4"));
    assert!(Story::by("social-care", &[("1.4", "parent")]).asks("4.4.a"));
}

#[test]
fn ec43_a_family_member_is_no_interpreter() {
    let advised = |who| {
        let story = Story::by("social-care", &[("1.4", "parent"), ("4.4", "yes"), ("4.4.a", who)]);
        story.advice("4.4").len()
    };
    assert_eq!((advised("family"), advised("professional")), (1, 0));
}

#[test]
fn g18_seen_alone_without_views_is_pointed_out_until_a_concern_is_written() {
    let advice =
        |alone, views| Story::by("social-care", &[("4.5", alone), ("4.6", views)]).advice("4.6");
    assert_eq!(advice("yes", "not-evident"), [true]);
    assert_eq!(advice("yes", "no"), [true]);
    assert_eq!(advice("yes", "yes"), Vec::<bool>::new());
    assert_eq!(advice("no", "no"), Vec::<bool>::new());
}

#[test]
fn g19_without_a_review_yet_the_review_area_is_set_aside() {
    let story = |held| Story::by("social-care", &[("1.17", held)]);
    for held in ["not-due", "no-plan"] {
        assert!(!story(held).asks("6.1"), "{held}");
    }
    for held in ["overdue", "held"] {
        assert!(story(held).asks("6.1"), "{held}");
    }
    assert!(story("not-due").asks("1.17.a"));
}

#[test]
fn g20_unborn_children_and_babies_are_asked_about_in_other_words() {
    let asked = |age, prompt| Story::by("social-care", &[("1.1", age)]).wording(prompt);
    let rows = [
        ("unborn", "4.5", "Was the unborn child's mother seen alone?"),
        ("under-1", "4.5", "Was the baby seen, and observed with each parent?"),
        ("5-to-9", "4.5", "Were children seen alone?"),
        ("unborn", "4.6", "Was the unborn child's future daily life considered?"),
        ("under-1", "4.6", "Was the baby's daily life considered, from what was observed?"),
        ("10-to-15", "4.6", "Were children's views sought?"),
    ];
    for (age, prompt, expected) in rows {
        assert_eq!(asked(age, prompt), expected, "{age} {prompt}");
    }
}

#[test]
fn a_practice_that_did_not_refer_is_not_asked_about_the_referral() {
    let practice = |part| Story::by("gp", &[("1.15", part)]);
    assert!(practice("made").asks("3.1"));
    assert!(!practice("none").asks("3.1"));
    assert!(Story::by("hospital", &[("1.15", "none")]).asks("3.1"));
}

#[test]
fn seeing_the_child_is_asked_of_agencies_in_direct_contact() {
    let rows = [
        ("camhs", "direct", true),
        ("camhs", "family", false),
        ("social-care", "family", true),
        ("school", "direct", false), // Schools are asked 4.3 only.
    ];
    for (agency, contact, expected) in rows {
        assert_eq!(
            Story::by(agency, &[("1.16", contact)]).asks("4.5"),
            expected,
            "{agency} {contact}"
        );
    }
}

#[test]
fn supervision_is_asked_of_social_care_and_of_those_who_have_it() {
    let rows = [
        ("social-care", "consultation", true),
        ("health-visiting", "formal", true),
        ("health-visiting", "consultation", false),
    ];
    for (agency, supervision, expected) in rows {
        assert_eq!(Story::by(agency, &[("7.1.a", supervision)]).asks("7.4"), expected, "{agency}");
    }
}
