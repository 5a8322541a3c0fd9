//! Questions of the panel: each is answered before the version that answers them is signed.
//!
//! Not here: what is asked ([`crate::audit_return`]), and whether an answer satisfies the panel.

use super::words::is_blank;
use super::{Notice, Place, Reading, reading, wording};
use crate::audit_return::{Return, as_signed};
use crate::round::Round;

/// every question of the panel has an answer, or a word on why what it is about was changed. Blocks, also in a nil return.
pub(crate) fn q01_every_question_of_the_panel_is_answered(reading: &Reading) -> Vec<Notice> {
    let open = reading.ret.panel_questions.iter().filter(|one| is_blank(&one.answer));
    open.map(|one| {
        let about = one.question.about.in_a_sentence(reading.round);
        let message = match one.changed {
            true => wording::say_why_changed(&about),
            false => wording::answer_the_panel(&about),
        };
        Notice::block("Q-01", Place::PanelQuestion(one.question.id.clone()), message)
    })
    .collect()
}

/// what is said to be changed after a question of the panel differs from the version that was asked about. Blocks.
///
/// A rule beside the registry, for it needs that earlier version: whoever holds
/// none cannot ask it. `earlier` gives the signed version with a number, where it is here. Both are
/// held against each other as they are signed: the order in which dates were entered, and what no page
/// shows, is no change.
pub fn q02_what_is_said_to_be_changed_is(
    round: &Round,
    ret: &Return,
    earlier: impl Fn(u32) -> Option<Return>,
) -> Vec<Notice> {
    let signed = |ret: &Return| as_signed(ret, round, &reading::shown(round, ret));
    let said = ret.panel_questions.iter().filter(|one| one.changed);
    said.filter_map(|one| {
        let asked_about = earlier(one.version?)?;
        let about = &one.question.about;
        about.is_same(&signed(&asked_about), &signed(ret)).then(|| {
            let message =
                wording::said_to_be_changed(&about.in_a_sentence(round), asked_about.version);
            Notice::block("Q-02", Place::PanelQuestion(one.question.id.clone()), message)
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::q02_what_is_said_to_be_changed_is;
    use crate::audit_return::{
        About, AreaAsked, ChronologyEntry, InvolvementLevel, PanelQuestion, RelativeDay, When,
    };
    use crate::check::testing::{Case, area, asked, assert_rows, item, line, prompt};
    use crate::tool::AnswerValue;

    fn ask<'a>(case: &'a mut Case, id: &str, about: About) -> &'a mut PanelQuestion {
        case.ret.panel_questions.push(asked(id, about));
        case.ret.panel_questions.last_mut().unwrap()
    }

    #[test]
    fn q01_every_question_of_the_panel_is_answered() {
        const PROMPT: &str =
            "BLOCK panel-question-q1: Answer the panel’s question about question 4.5.";
        const GRADE: &str =
            "BLOCK panel-question-q1: Answer the panel’s question about the grade of “Planning”.";
        const CHANGED: &str =
            "BLOCK panel-question-q1: Say in a few words why you changed question 4.5.";
        const WHOLE: &str =
            "BLOCK panel-question-q2: Answer the panel’s question about your return as a whole.";
        assert_rows(
            "Q-01",
            &[
                ("none asked", |_| {}, &[]),
                ("one asked", |case| ask(case, "q1", about_45()).changed = false, &[PROMPT]),
                (
                    "of a grade",
                    |case| {
                        let about = About::Area { area: area("area-5"), part: AreaAsked::Grade };
                        ask(case, "q1", about);
                    },
                    &[GRADE],
                ),
                ("answered", |case| ask(case, "q1", about_45()).answer = "Twice.".into(), &[]),
                ("blank", |case| ask(case, "q1", about_45()).answer = " \n".into(), &[PROMPT]),
                (
                    "changed without a word",
                    |case| ask(case, "q1", about_45()).changed = true,
                    &[CHANGED],
                ),
                (
                    "two asked, one answered",
                    |case| {
                        ask(case, "q1", about_45()).answer = "Twice.".into();
                        ask(case, "q2", About::Return);
                    },
                    &[WHOLE],
                ),
                (
                    "in a nil return",
                    |case| {
                        ask(case, "q2", About::Return);
                        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
                    },
                    &[WHOLE],
                ),
            ],
        );
    }

    fn about_45() -> About {
        About::Prompt(prompt("4.5"))
    }

    #[test]
    fn q02_what_is_said_to_be_changed_differs_from_the_version_asked_about() {
        let mut case = Case::complete();
        let signed = case.ret.clone();
        case.ret.version = 2;
        let earlier = |version| (version == 1).then(|| signed.clone());
        ask(&mut case, "q1", about_45()).changed = true;
        let said = |case: &Case| -> Vec<String> {
            let notices = q02_what_is_said_to_be_changed_is(&case.round, &case.ret, earlier);
            notices.iter().map(line).collect()
        };
        const SAME: &str = "BLOCK panel-question-q1: You say that you changed question 4.5, but it is as it was in version 1. Change it, or say that it stands.";
        assert_eq!(said(&case), [SAME]);
        case.answer("4.4", AnswerValue::No);
        assert_eq!(said(&case), [SAME], "another answer is not this one");
        case.answer("4.5", AnswerValue::No);
        assert_eq!(said(&case), Vec::<String>::new());
        case.answer("4.5", AnswerValue::Yes);
        case.ret.panel_questions[0].changed = false;
        assert_eq!(said(&case), Vec::<String>::new(), "nothing is claimed");
        case.ret.panel_questions[0].changed = true;
        case.ret.panel_questions[0].version = Some(7);
        assert_eq!(said(&case), Vec::<String>::new(), "that version is not here");
    }

    #[test]
    fn q02_another_order_of_the_same_days_or_what_no_page_shows_is_no_change() {
        let entry = |id: &str, day| ChronologyEntry {
            when: When::Day(RelativeDay { day, up_to: None, before_window: false }),
            text: "Visit; nobody in.".into(),
            ..ChronologyEntry::empty(item(id))
        };
        let mut case = Case::complete();
        case.ret.chronology.entries = vec![entry("e1", -20), entry("e2", -10)];
        let signed = case.ret.clone();
        case.ret.version = 2;
        let earlier = |version| (version == 1).then(|| signed.clone());
        let said =
            |case: &Case| q02_what_is_said_to_be_changed_is(&case.round, &case.ret, earlier).len();
        ask(&mut case, "q1", About::Chronology).changed = true;
        case.ret.chronology.entries.reverse();
        assert_eq!(said(&case), 1, "the same days, entered the other way round");
        case.ret.chronology.entries[0].when =
            When::Day(RelativeDay { day: -9, up_to: None, before_window: false });
        assert_eq!(said(&case), 0, "another day");

        case.ret.panel_questions.clear();
        let about = About::Area { area: area("area-3"), part: AreaAsked::Grade };
        ask(&mut case, "q2", about).changed = true;
        case.record("area-3").was_immediate_concern = Some(false);
        assert_eq!(said(&case), 1, "an answer to what a good grade does not ask");
    }
}
