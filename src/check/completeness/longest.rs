//! Whether texts fit into the file that is signed: found while they are written, each at its box.

use crate::audit_return::{Explanation, Return};
use crate::check::texts::text_of_reason;
use crate::check::{
    AuditorPart, FreeText, Notice, Place, Reading, explains, label, texts, wording,
};
use crate::envelope::{Kind, Limits};
use crate::text::character_count;
use crate::tool::Tool;

/// The most characters of the reason for the overall grade, and of the general comments.
pub const MOST_CHARACTERS: usize = 20_000;

/// CO-12: every text fits into the file of a return, and into its box. Blocks.
///
/// The file refuses a text that is too long when it is signed, and could not say where it stands.
pub(crate) fn co12_every_text_fits(reading: &Reading) -> Vec<Notice> {
    let name =
        FreeText { place: Place::Auditor(AuditorPart::Name), text: &reading.ret.auditor.name };
    // What pages hide is sorted out only where anything is too long at all.
    if texts(reading.ret).iter().chain([&name]).all(|one| fits(one, reading.ret)) {
        return Vec::new();
    }
    let mut notices = reading.read_texts(|texts| too_long(reading.tool(), reading.ret, texts));
    notices.extend(too_long(reading.tool(), reading.ret, vec![name]));
    notices
}

/// CO-12: the same of the reasons given for these notices. Others stand on no page and are not signed.
pub(in crate::check) fn co12_reasons_fit(
    tool: &Tool,
    ret: &Return,
    notices: &[Notice],
) -> Vec<Notice> {
    let long = ret.explanations.iter().filter(|one| one.reason.len() > most_bytes());
    let given = |one: &&Explanation| notices.iter().any(|notice| explains(one, notice));
    too_long(tool, ret, long.filter(given).filter_map(text_of_reason).collect())
}

/// One notice a box, whose lines are texts of their own.
fn too_long(tool: &Tool, ret: &Return, texts: Vec<FreeText>) -> Vec<Notice> {
    let mut notices: Vec<Notice> = Vec::new();
    for one in texts.iter().filter(|one| !fits(one, ret)) {
        if notices.iter().all(|known| known.place != one.place) {
            let most = most_characters(&one.place, ret);
            let message = wording::shorten_the_text(&label(&one.place, tool), most);
            notices.push(Notice::block("CO-12", one.place.clone(), message));
        }
    }
    notices
}

fn fits(one: &FreeText, ret: &Return) -> bool {
    let in_its_box = |most| one.text.len() <= most || character_count(one.text) <= most;
    one.text.len() <= most_bytes() && most_characters(&one.place, ret).is_none_or(in_its_box)
}

fn most_bytes() -> usize {
    Limits::of(Kind::Return).text_bytes
}

/// Not of a signed return: earlier programs let its boxes hold more, and its auditor is done.
fn most_characters(place: &Place, ret: &Return) -> Option<usize> {
    let bounded = matches!(place, Place::OverallReason | Place::GeneralComments);
    (bounded && ret.sign_off.is_none()).then_some(MOST_CHARACTERS)
}

#[cfg(test)]
mod tests {
    use super::{MOST_CHARACTERS, co12_reasons_fit, most_bytes};
    use crate::audit_return::{Declaration, SignOff};
    use crate::check::testing::{Case, assert_rows, line};

    #[test]
    fn co12_a_text_that_the_file_cannot_hold_is_told_at_its_box() {
        const EVIDENCE: &str = "BLOCK prompt-4.5-evidence: “4.5 A question? · evidence” is longer than a return can hold. Shorten it.";
        const PRACTICE: &str = "BLOCK good-practice: “General comments · good practice to share” is longer than a return can hold. Shorten it.";
        const NAME: &str =
            "BLOCK auditor-name: “The auditor” is longer than a return can hold. Shorten it.";
        assert_rows(
            "CO-12",
            &[
                ("whole", |_| {}, &[]),
                ("as long as may be", |case| case.answered("4.5").evidence = long(0), &[]),
                ("longer", |case| case.answered("4.5").evidence = long(1), &[EVIDENCE]),
                (
                    "longer by its bytes",
                    |case| case.answered("4.5").evidence = "ŵ".repeat(most_bytes() / 2 + 1),
                    &[EVIDENCE],
                ),
                ("the auditor’s name", |case| case.ret.auditor.name = long(1), &[NAME]),
                (
                    "two lines of one box",
                    |case| case.ret.good_practice_to_share = vec![long(1), long(1)],
                    &[PRACTICE],
                ),
                (
                    "hidden: kept, and not signed",
                    |case| case.answered("4.6.a").evidence = long(1),
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn co12_the_boxes_of_the_case_overall_hold_what_they_say() {
        const REASON: &str = "BLOCK overall-reason: “Reason for the overall grade” is longer than 20000 characters. Shorten it.";
        const COMMENTS: &str = "BLOCK general-comments: “General comments” is longer than 20000 characters. Shorten it.";
        assert_rows(
            "CO-12",
            &[
                (
                    "as long as they say",
                    |case| {
                        case.ret.overall.reason = "ŵ".repeat(MOST_CHARACTERS);
                        case.ret.general_comments = "ŵ".repeat(MOST_CHARACTERS);
                    },
                    &[],
                ),
                (
                    "longer",
                    |case| {
                        case.ret.overall.reason = "a".repeat(MOST_CHARACTERS + 1);
                        case.ret.general_comments = "a".repeat(MOST_CHARACTERS + 1);
                    },
                    &[REASON, COMMENTS],
                ),
                (
                    "longer, as an earlier program signed them",
                    |case| {
                        case.ret.overall.reason = "a".repeat(MOST_CHARACTERS + 1);
                        case.ret.general_comments = "a".repeat(MOST_CHARACTERS + 1);
                        case.ret.sign_off = Some(SignOff {
                            role: "Service manager".into(),
                            name: "Auditor 12".into(),
                            declaration: Declaration::default(),
                            at: "2026-05-04T12:00:00Z".parse().unwrap(),
                        });
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn co12_a_reason_too_long_is_told_only_where_it_is_signed() {
        const TELL: &str = "BLOCK explain-G-15-overall-grade: “Reason given for a warning” is longer than a return can hold. Shorten it.";
        let mut case = Case::complete();
        case.explain("G-15", "overall-grade", &long(1));
        let told = |case: &Case| -> Vec<String> {
            let notices = case.notices();
            notices.iter().filter(|one| one.rule.0 == "CO-12").map(line).collect()
        };
        assert_eq!(told(&case), [""; 0], "about nothing any more");
        assert_eq!(co12_reasons_fit(&case.round.tool, &case.ret, &[]), []);
        // Everything is good, and a child was at risk.
        case.raise_concern();
        assert_eq!(told(&case), [TELL]);
    }

    fn long(more: usize) -> String {
        "a".repeat(most_bytes() + more)
    }
}
