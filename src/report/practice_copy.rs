//! The copy of a return for the practitioner and their manager (CP-01 to CP-03).
//!
//! Their own agency's return, without what is withheld, without who audited and
//! signed, and without anything of another agency (edge case 32).

use chrono::{DateTime, Utc};

use super::sheet::said::joined;
use super::sheet::{Filled, Part, Row, Sheet, Standing, filled};
use crate::check::{label, texts};
use crate::panel::copies::{AgencyNote, Amendment, PracticeCopy, practice_copy};
use crate::panel::{ReturnKey, Workbook};
use crate::text::{capitalised, counted};
use crate::timescale::StatedLimits;
use crate::tool::Graph;

const ABOUT: &str = "This is what your agency recorded when the case was audited. It is for you and \
    your manager, and holds nothing of any other agency. An audit looks at how services worked \
    together; it is no appraisal of anybody. Keep it where your agency keeps confidential records, \
    and give it to nobody else.";
const RESPOND: &str = "Say what is wrong or missing, and what you would like the panel to know. A \
    fact that is wrong is corrected beside the return. A response changes no grade unless the panel \
    does.";

/// The copy of the return that counts for a place; `None` where none does, or a nil return.
pub fn practice_copy_sheet(
    workbook: &Workbook,
    place: &ReturnKey,
    moment: fn(DateTime<Utc>) -> String,
) -> Option<Sheet> {
    let copy = practice_copy(workbook, place)?;
    let round = &workbook.plan().round;
    let slot = workbook.plan().slot(&place.slot);
    let shown = Graph::compile(&round.tool).shown(&copy.ret);
    let sheet = filled(&Filled {
        round,
        ret: &copy.ret,
        shown: &shown,
        notices: &[],
        standing: Standing::Copy,
        earlier: Vec::new(),
        moment,
        authority: slot.map_or("", |slot| slot.authority.as_str()),
        limits: slot.map_or(&StatedLimits::new(), |slot| &slot.limits),
    });
    let mut parts = vec![about(&copy)];
    parts.extend(sheet.parts);
    parts.extend(corrected(workbook, &copy));
    parts.extend(judged(workbook, &copy.notes));
    parts.push(respond());
    Some(Sheet { parts, ..sheet })
}

fn about(copy: &PracticeCopy) -> Part {
    let withheld = match copy.withheld {
        0 => String::new(),
        some => {
            let texts = capitalised(&counted(some, "text is", "texts are"));
            [&texts, " not disclosed in this copy. Each is marked where it stands."].concat()
        }
    };
    Part { introduction: joined("\n", &[ABOUT, &withheld]), ..Part::new("About this copy") }
}

/// CP-02: what was corrected beside the return, which stays as it was signed.
fn corrected(workbook: &Workbook, copy: &PracticeCopy) -> Option<Part> {
    let rows: Vec<Row> =
        copy.amendments.iter().map(|one| correction(workbook, copy, one)).collect();
    (!rows.is_empty()).then(|| Part { rows, ..Part::new("Facts corrected since") })
}

fn correction(workbook: &Workbook, copy: &PracticeCopy, one: &Amendment) -> Row {
    let tool = &workbook.plan().round.tool;
    let at = texts(&copy.ret).into_iter().find(|text| text.place.key() == one.text);
    let asks = at.map_or_else(|| one.text.clone(), |text| label(&text.place, tool));
    let lines = [
        ["In the return: ", &one.before].concat(),
        ["To be read as: ", &one.after].concat(),
        ["What shows it: ", &one.because].concat(),
    ];
    Row::text(asks, lines.join("\n"))
}

/// N-14: judgements of the panel that no agency gave.
fn judged(workbook: &Workbook, notes: &[AgencyNote]) -> Option<Part> {
    let title = |note: &AgencyNote| {
        let area = note.subject.area.as_ref();
        let area = area.and_then(|area| workbook.plan().round.tool.area(area));
        area.map_or_else(|| "The case overall".to_owned(), |area| area.title.clone())
    };
    let rows: Vec<Row> = notes.iter().map(|note| Row::text(title(note), note.sentence())).collect();
    (!rows.is_empty()).then(|| Part { rows, ..Part::new("The panel’s judgement") })
}

fn respond() -> Part {
    let rows = vec![
        Row::room("Your response", Vec::new(), 8),
        Row::room("Your manager: role, and the date on which they read this copy", Vec::new(), 2),
    ];
    Part { rows, introduction: RESPOND.to_owned(), ..Part::new("Your response") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::copies::NOT_DISCLOSED;
    use crate::panel::fixture::*;
    use crate::report::sheet::text_of;

    fn clock(at: DateTime<Utc>) -> String {
        at.format("%H:%M").to_string()
    }

    fn place(slot_id: &str) -> ReturnKey {
        let agency = slot_id.parse().unwrap();
        ReturnKey { case: case("case-1"), slot: slot(slot_id), agency }
    }

    fn returned(desk: &mut Desk, slot_id: &str, comments: &str) {
        let mut ret = desk.draft(slot_id, "case-1").grade("risk", "good");
        ret.general_comments = comments.into();
        ret.auditor.name = "Auditor 12".into();
        desk.import(ret);
    }

    fn text(desk: &Desk, slot_id: &str) -> String {
        text_of(&practice_copy_sheet(&desk.workbook, &place(slot_id), clock).unwrap())
    }

    #[test]
    fn ec32_a_copy_on_paper_holds_the_own_agency_and_no_auditor() {
        let mut desk = Desk::with(&["case-1"]);
        returned(&mut desk, "csc", "Seen twice.");
        returned(&mut desk, "school", "The teacher was worried.");
        let paper = text(&desk, "csc");
        assert!(paper.contains("Seen twice.") && paper.contains("Your response"), "{paper}");
        for not_there in ["The teacher was worried.", "Auditor 12", "A. Auditor", "Signature"] {
            assert!(!paper.contains(not_there), "{not_there}: {paper}");
        }
    }

    #[test]
    fn ec32_what_is_withheld_is_marked_where_it_stands_and_counted() {
        let mut desk = Desk::with(&["case-1"]);
        returned(&mut desk, "police", "A neighbour told us.");
        let paper = text(&desk, "police");
        assert!(!paper.contains("A neighbour told us."), "{paper}");
        assert!(paper.contains(NOT_DISCLOSED), "{paper}");
        assert!(paper.contains("One text is not disclosed in this copy."), "{paper}");
    }

    #[test]
    fn ec32_what_the_auditor_marked_is_on_no_paper_for_practitioners() {
        let mut desk = Desk::with(&["case-1"]);
        let mut ret = desk.draft("csc", "case-1").grade("risk", "good");
        ret.general_comments = "A neighbour told us.".into();
        ret.do_not_disclose = vec!["general-comments".into()];
        desk.import(ret);
        let paper = text(&desk, "csc");
        assert!(!paper.contains("A neighbour told us."), "{paper}");
        assert_eq!(paper.matches(NOT_DISCLOSED).count(), 1, "{paper}");
        assert!(paper.contains("One text is not disclosed in this copy."), "{paper}");
    }

    #[test]
    fn cp02_a_correction_stands_beside_the_text_that_was_signed() {
        let mut desk = Desk::with(&["case-1"]);
        returned(&mut desk, "csc", "Seen twice.");
        let file = desk.workbook.current(&place("csc")).unwrap();
        let amendment = Amendment {
            id: "a1".parse().unwrap(),
            place: place("csc"),
            file,
            text: "general-comments".into(),
            before: "Seen twice.".into(),
            after: "Seen 3 times.".into(),
            because: "The visit log.".into(),
            stamp: stamp(),
        };
        desk.workbook.amend(amendment).unwrap();
        let paper = text(&desk, "csc");
        assert!(paper.contains("To be read as: Seen 3 times."), "{paper}");
        assert_eq!(paper.matches("Seen twice.").count(), 2, "{paper}");
    }

    #[test]
    fn there_is_no_copy_of_what_did_not_come_or_is_a_nil_return() {
        let mut desk = Desk::with(&["case-1"]);
        assert_eq!(practice_copy_sheet(&desk.workbook, &place("csc"), clock), None);
        let nil = desk.draft("csc", "case-1").nil();
        desk.import(nil);
        assert_eq!(practice_copy_sheet(&desk.workbook, &place("csc"), clock), None);
    }
}
