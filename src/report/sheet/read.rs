//! An imported return as the panel reads it: the whole sheet, with who signed.

use chrono::{DateTime, Utc};

use super::{Filled, RowDiff, Sheet, SignedAs, Standing, diff, filled};
use crate::audit_return::Return;
use crate::check::check;
use crate::envelope::Hash;
use crate::panel::{Facts, Workbook};
use crate::timescale::StatedLimits;
use crate::tool::Graph;

/// The return in an imported file; `None` where that could not be verified or is not read yet.
///
/// One of another tool is shown as it is mapped (V-07). `moment` gives words for a moment.
pub fn read(
    workbook: &Workbook,
    file: &Hash,
    moment: fn(DateTime<Utc>) -> String,
) -> Option<Sheet> {
    let ret = workbook.audit_return(file)?;
    let facts = workbook.register().entry(file)?.facts.as_ref()?;
    let round = &workbook.plan().round;
    let slot = workbook.plan().slot(&facts.place.slot);
    let shown = Graph::compile(&round.tool).shown(ret);
    Some(filled(&Filled {
        round,
        ret,
        shown: &shown,
        notices: &check(round, ret),
        standing: Standing::Signed(signed_as(file, facts, ret, moment)),
        earlier: Vec::new(),
        moment,
        authority: slot.map_or("", |slot| slot.authority.as_str()),
        limits: slot.map_or(&StatedLimits::new(), |slot| &slot.limits),
    }))
}

/// Where two imported returns differ, question by question (V-03); `None` where they answer different tools.
pub fn differences(
    workbook: &Workbook,
    first: &Hash,
    second: &Hash,
    moment: fn(DateTime<Utc>) -> String,
) -> Option<Vec<RowDiff>> {
    let tool = |file| Some(&workbook.register().entry(file)?.facts.as_ref()?.tool);
    if tool(first)? != tool(second)? {
        return None;
    }
    Some(diff(&read(workbook, first, moment)?, &read(workbook, second, moment)?))
}

fn signed_as(
    file: &Hash,
    facts: &Facts,
    ret: &Return,
    moment: fn(DateTime<Utc>) -> String,
) -> SignedAs {
    let who = |name: &str, role: &str| [name, ", ", role].concat();
    let first = ret.sign_off.as_ref().map(|by| who(&by.name, &by.role));
    let second = facts.second.as_ref().map(|one| who(&one.sign_off.name, &one.sign_off.role));
    SignedAs {
        by: first.into_iter().chain(second).collect(),
        at: facts.signed_at.map(moment).unwrap_or_default(),
        file: file.to_string(),
        key: facts.signer.fingerprint(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Said;
    use super::*;
    use crate::audit_return::About;
    use crate::panel::fixture::*;
    use crate::tool::AnswerValue;

    fn clock(at: DateTime<Utc>) -> String {
        at.format("%H:%M").to_string()
    }

    #[test]
    fn the_panel_reads_every_answer_and_each_knows_its_place() {
        let mut desk = Desk::with(&["a"]);
        let ret = desk.draft("health.hv", "a").says("alone", AnswerValue::No);
        desk.import(ret);
        let (_, file, _) = desk.workbook.current_of_case(&case("a")).next().unwrap();
        let sheet = read(&desk.workbook, &file, clock).unwrap();
        assert!(sheet.mark.starts_with("Signed return · a (a) · "), "{}", sheet.mark);
        let rows: Vec<_> = sheet.parts.iter().flat_map(|part| &part.rows).collect();
        let alone = About::Prompt(prompt("alone"));
        let said = rows.iter().find(|row| row.about.as_ref() == Some(&alone)).unwrap();
        assert_eq!(said.said, Said::Text("No".into()));
        let round = &desk.workbook.plan().round;
        let places: Vec<&About> = rows.iter().filter_map(|row| row.about.as_ref()).collect();
        assert!(places.iter().all(|about| about.is_in(round)), "{places:?}");
        assert!(places.contains(&&About::Involvement) && places.contains(&&About::Overall));
        let signature = sheet.parts.last().unwrap();
        assert_eq!(signature.title, "Signature");
        assert!(signature.rows.iter().all(|row| row.about.is_none()), "{signature:?}");
    }

    #[test]
    fn what_was_never_imported_is_not_read() {
        let desk = Desk::with(&["a"]);
        assert_eq!(read(&desk.workbook, &Hash::of(b"another file"), clock), None);
    }
}
