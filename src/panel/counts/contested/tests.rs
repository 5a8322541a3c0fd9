//! What is for the panel to settle, told by what agencies answer and what it has settled.

use super::Contested;
use crate::audit_return::Response;
use crate::panel::counts::fixture::{OfAge as _, asking_of_the_unborn};
use crate::panel::counts::{AnswerStanding, CaseAnswers, CaseCount, Integrated, RoundAnswers};
use crate::panel::fixture::*;
use crate::tool::AnswerValue::{No, Yes};

const WHY: &str = "The minutes show it.";

fn option(id: &str) -> Response {
    Response::Option(id.parse().unwrap())
}

fn settle(desk: &mut Desk, id: &str, response: Response) {
    let (case, prompt) = (case("case-1"), prompt(id));
    desk.workbook.settle_case_answer(&case, &prompt, response, WHY, &stamp()).unwrap();
}

fn integrated(desk: &Desk, id: &str) -> Integrated {
    let answers = RoundAnswers::of(&desk.workbook);
    answers.case(&case("case-1")).unwrap().integrated(&prompt(id)).clone()
}

fn contested(desk: &Desk, id: &str) -> Vec<Contested> {
    let (_, asked) = desk.workbook.plan().round.tool.prompt(&prompt(id)).unwrap();
    RoundAnswers::of(&desk.workbook).contested(&desk.workbook, asked)
}

fn count(desk: &Desk, id: &str, value: &str) -> CaseCount {
    RoundAnswers::of(&desk.workbook).count(&prompt(id), value)
}

#[test]
fn n10_a_settled_follow_up_rests_while_the_settled_answer_before_rules_it_out() {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, views) in [("csc", Yes), ("police", No)] {
        let draft = desk.draft(slot, "case-1").says("alone", Yes).says("views", views);
        desk.import(draft);
    }
    let settled = Integrated::Decided(Response::Value(Yes));
    settle(&mut desk, "views", Response::Value(Yes));
    assert_eq!(integrated(&desk, "views"), settled);
    settle(&mut desk, "alone", Response::Value(No));
    assert_eq!(integrated(&desk, "views"), Integrated::NotAnswered);
    assert_eq!(count(&desk, "views", "yes").of, 0);
    assert!(contested(&desk, "views").is_empty(), "there is nothing to settle");
    settle(&mut desk, "alone", Response::Value(Yes));
    assert_eq!(integrated(&desk, "views"), settled, "it was kept");
    assert_eq!(contested(&desk, "views").len(), 1);
}

#[test]
fn g20_what_an_agency_answered_to_other_words_than_the_cases_is_for_the_panel_to_settle() {
    let mut desk = Desk::of(asking_of_the_unborn(&["case-1"], "alone"));
    for (slot, age) in [("csc", "older"), ("police", "unborn")] {
        let draft = desk.draft(slot, "case-1").aged(age).says("alone", Yes);
        desk.import(draft);
    }
    assert_eq!(contested(&desk, "age").len(), 1);
    assert!(contested(&desk, "alone").is_empty(), "how old the child is comes first");
    settle(&mut desk, "age", option("older"));
    assert_eq!(count(&desk, "alone", "yes").in_other_words, [case("case-1")]);
    let open = contested(&desk, "alone");
    assert_eq!((open.len(), open[0].said.len()), (1, 2));
    assert!(open[0].is_in_other_words && open[0].settled.is_none());
    settle(&mut desk, "alone", Response::Value(Yes));
    assert_eq!(count(&desk, "alone", "yes").cases, [case("case-1")]);
    // Of an unborn child nothing is left to settle but what was settled.
    let unborn = || {
        let mut desk = Desk::of(asking_of_the_unborn(&["case-1"], "alone"));
        let draft = desk.draft("csc", "case-1").aged("unborn").says("alone", Yes);
        desk.import(draft);
        desk
    };
    assert!(contested(&unborn(), "alone").is_empty());
}

#[test]
fn n20_an_answer_settled_as_known_to_nobody_is_part_of_no_denominator() {
    let mut desk = Desk::with(&["case-1"]);
    for (slot, chosen) in [("csc", "letter"), ("police", "telephone")] {
        let draft = desk.draft(slot, "case-1").responds("category", option(chosen));
        desk.import(draft);
    }
    settle(&mut desk, "category", option("unclear"));
    assert_eq!(integrated(&desk, "category"), Integrated::NotAnswered);
    let counted = count(&desk, "category", "letter");
    assert_eq!((counted.of, counted.not_answered), (0, vec![case("case-1")]));
    let shown: Vec<_> = contested(&desk, "category").into_iter().map(|one| one.settled).collect();
    assert_eq!(shown, [Some((option("unclear"), WHY.to_owned()))]);
    settle(&mut desk, "category", option("letter"));
    assert_eq!(count(&desk, "category", "letter").of, 1);
}

#[test]
fn r02_one_question_says_whether_an_answer_counts_and_the_counts_follow_it() {
    let standing = |desk: &Desk, id: &str| {
        CaseAnswers::of_case(&desk.workbook, &case("case-1")).standing(&prompt(id))
    };
    let mut desk = Desk::of(asking_of_the_unborn(&["case-1"], "checks"));
    for (slot, age, views) in [("csc", "older", Yes), ("police", "unborn", No)] {
        let draft = desk.draft(slot, "case-1").aged(age).says("alone", Yes).says("views", views);
        desk.import(draft.says("checks", Yes));
    }
    assert_eq!(standing(&desk, "alone"), AnswerStanding::Counts);
    assert_eq!(standing(&desk, "age"), AnswerStanding::Contested);
    assert_eq!(standing(&desk, "views"), AnswerStanding::Contested);
    assert_eq!(standing(&desk, "checks"), AnswerStanding::OtherWords { to_settle: false });
    assert_eq!(count(&desk, "checks", "yes").in_other_words, [case("case-1")]);
    assert_eq!(count(&desk, "views", "yes").differing, [case("case-1")]);
    settle(&mut desk, "views", Response::Value(Yes));
    assert_eq!(standing(&desk, "views"), AnswerStanding::Counts);
    settle(&mut desk, "alone", Response::Value(No));
    assert_eq!(standing(&desk, "views"), AnswerStanding::Resting);
    assert_eq!(count(&desk, "views", "yes").not_answered, [case("case-1")]);
}
