//! The sheet that goes with an invitation: what it is, how to open it, by when, and whom to ask.
//!
//! Nothing on it tells who a child is: cases are named by their labels, and which
//! child each is goes another way.

use super::sheet::said::joined;
use super::sheet::{Part, Row, Sheet};
use crate::id::SlotId;
use crate::panel::Workbook;
use crate::round::{CaseStatus, Invitation, SealPolicy};
use crate::text::{listed, long_date};

const NOT_SET: &str = "The coordinator will tell you.";

/// The sheet of one place; `None` where the round has no such place. `address` is that of the auditor's program.
pub fn cover_sheet(workbook: &Workbook, slot: &SlotId, address: &str) -> Option<Sheet> {
    let invitation = workbook.invitation(slot)?;
    let round = &invitation.round;
    let (name, label) = (&invitation.agency.name, &invitation.slot_label);
    let label = if label == name { "" } else { label };
    let whose = joined(", ", &[name, label]);
    Some(Sheet {
        title: ["Invitation to audit: ", &round.title].concat(),
        caption: joined(", ", &[&round.board.name, &round.period]),
        mark: joined(" · ", &["Cover sheet of an invitation", &whose]),
        parts: vec![
            about(&invitation, &whose),
            asked(workbook, &invitation),
            steps(&invitation, address),
            dates(&invitation),
            contacts(&invitation),
            check(workbook),
        ],
    })
}

fn about(invitation: &Invitation, whose: &str) -> Part {
    let purpose = &invitation.round.purpose;
    let rows = vec![Row::text("For", whose), Row::text("What the audit is for", purpose.as_str())];
    let rows = rows.into_iter().filter(|row| row.said != super::sheet::Said::Text(String::new()));
    Part { rows: rows.collect(), ..Part::new("The audit") }
}

/// By their labels only; of cases that still count.
fn asked(workbook: &Workbook, invitation: &Invitation) -> Part {
    let open = |case: &&crate::round::InvitedCase| {
        let entry = workbook.plan().case(&case.case_ref);
        entry.is_some_and(|entry| entry.status == CaseStatus::Open)
    };
    let labels: Vec<String> =
        invitation.cases.iter().filter(open).map(|case| case.label.clone()).collect();
    let introduction = "Which child each case is, you are told separately and by another way. Do \
        not write it on this sheet, and not into the program.";
    let rows = vec![Row::text("You are asked about", listed(&labels))];
    Part { rows, introduction: introduction.to_owned(), ..Part::new("The cases") }
}

fn steps(invitation: &Invitation, address: &str) -> Part {
    let sealed = match invitation.round.policy.seal {
        SealPolicy::To(_) => "Only the panel can open it.",
        SealPolicy::Off => "It is not encrypted: send it only by your secure e-mail.",
    };
    let send = ["Send that file back by your secure e-mail. ", sealed].concat();
    let steps = [
        "Save the invitation’s file, whose name begins with “invitation”.",
        &["Open the auditor’s program in your browser: ", address, ". Nothing is installed."]
            .concat(),
        "Choose the file there, under “Open an invitation, questions from the panel or a saved copy”. What you write stays on your computer.",
        "Complete one return for each case. If your agency does not know the child, a nil return takes a minute.",
        "Choose “Sign and download”.",
        &send,
    ];
    let numbered = steps.iter().zip(1..);
    let lines: Vec<String> =
        numbered.map(|(step, number)| [&number.to_string(), ". ", step].concat()).collect();
    Part { introduction: lines.join("\n"), ..Part::new("What to do") }
}

fn dates(invitation: &Invitation) -> Part {
    let dates = &invitation.round.dates;
    let mut rows = vec![Row::text(
        "Returns are due by",
        dates.due.map_or_else(|| NOT_SET.to_owned(), long_date),
    )];
    rows.extend(dates.panel.map(|day| Row::text("The panel meets on", long_date(day))));
    let months = &invitation.round.window;
    let look_back = ["The last ", &months.look_back_months.to_string(), " months"].concat();
    rows.push(Row::text("How far back to look", look_back));
    Part { rows, ..Part::new("Dates") }
}

/// The round's contacts; where it has none, room to write one.
fn contacts(invitation: &Invitation) -> Part {
    let round = &invitation.round;
    let said = round.report.contacts.iter().filter(|contact| !contact.text.trim().is_empty());
    let mut rows: Vec<Row> =
        said.map(|contact| Row::text(contact.heading.clone(), contact.text.clone())).collect();
    if rows.is_empty() {
        rows.push(Row::room("Questions about the audit: whom to ask, and how", Vec::new(), 2));
    }
    let route = &round.concern_route;
    let hours = [route.hours.as_str(), &route.out_of_hours];
    let route = [route.contact.as_str(), &route.telephone, &route.email];
    let route = joined("\n", &[&joined(", ", &route), &joined("; ", &hours)]);
    let route = if route.is_empty() { NOT_SET.to_owned() } else { route };
    rows.push(Row::text("A child may be at risk now: tell this service first", route));
    Part { rows, ..Part::new("Whom to ask") }
}

/// What shows that the file is the board's own.
fn check(workbook: &Workbook) -> Part {
    let key = workbook.round_key().thumbprint().fingerprint();
    let introduction = "The program shows who signed the invitation. If you are not sure that it \
        comes from the board, telephone on a number that you already have and compare this.";
    let rows = vec![Row::text("Fingerprint of the round’s key", key)];
    Part { rows, introduction: introduction.to_owned(), ..Part::new("Is it genuine?") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;
    use crate::report::sheet::text_of;
    use crate::round::Contact;

    const ADDRESS: &str = "https://audit.example/index.html";

    #[test]
    fn a_cover_sheet_tells_how_when_and_whom_and_no_child() {
        let mut plan = plan(&["case-1", "case-2"], "area-and-case");
        let (heading, said) = ("Business manager".into(), "Board office, extension 12".into());
        plan.round.report.contacts.push(Contact { heading, text: said });
        let desk = Desk::of(plan);
        let text = text_of(&cover_sheet(&desk.workbook, &slot("police"), ADDRESS).unwrap());
        let wanted = [
            "police",
            "case-1 and case-2",
            "https://audit.example/index.html",
            "10 March 2026",
            "Business manager",
            "Board office, extension 12",
            &desk.workbook.round_key().thumbprint().fingerprint(),
        ];
        let lost: Vec<&&str> = wanted.iter().filter(|one| !text.contains(**one)).collect();
        assert!(lost.is_empty(), "{lost:?}: {text}");
        let secret = String::from(desk.workbook.invitation(&slot("police")).unwrap().secret);
        assert!(!text.contains(&secret), "the secret belongs into the file only");
    }

    #[test]
    fn a_withdrawn_case_is_no_longer_asked_about() {
        let mut desk = Desk::with(&["case-1", "case-2"]);
        desk.workbook.take_out(&case("case-2"), "moved", None, &stamp()).unwrap();
        let text = text_of(&cover_sheet(&desk.workbook, &slot("police"), ADDRESS).unwrap());
        assert!(!text.contains("case-2"), "{text}");
    }

    #[test]
    fn there_is_no_sheet_for_a_place_that_is_not_there() {
        let desk = Desk::with(&["case-1"]);
        assert_eq!(cover_sheet(&desk.workbook, &slot("nobody"), ADDRESS), None);
    }
}
