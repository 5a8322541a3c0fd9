//! Immediate concerns about one case: those of the board, and those of people whom nobody vouches for.

use super::{Held, part};
use crate::panel::concerns::{
    BoardLine, ConcernStep, Nature, RaisedBy, Unverified, concern_board, unverified,
    unverified_apart,
};
use crate::report::sheet::said::joined;
use crate::report::sheet::{Part, Row};

const NOT_VERIFIED: &str = "Not verified";
const TOLD_ANEW: &str = "Open again: the agency has told it otherwise since";

impl Held<'_> {
    pub(super) fn concerns(&self) -> Part {
        let board = concern_board(self.workbook, self.now, |at| at.naive_utc());
        let of_case = |line: &BoardLine| line.case == self.entry.case_ref;
        let of_board = board.iter().filter(|line| of_case(line));
        let mut rows: Vec<Row> = of_board.map(|line| self.concern(line, None)).collect();
        let strangers =
            unverified(self.workbook).into_iter().chain(unverified_apart(self.workbook));
        let strangers = strangers.filter(|one| of_case(&one.line));
        rows.extend(strangers.map(|one| self.concern(&one.line, Some(self.why_apart(&one)))));
        part("Immediate concerns", rows)
    }

    /// One concern; of one that is not verified, `apart` says why.
    fn concern(&self, line: &BoardLine, apart: Option<String>) -> Row {
        let by = match &line.raised_by {
            RaisedBy::Agency(place) => self.name(&place.agency),
            RaisedBy::Panel(_) => "The panel".to_owned(),
        };
        let nature = line.nature.map(Nature::label).unwrap_or_default();
        let noticed = line.noticed_at.map(self.moment).unwrap_or_default();
        let mark = if apart.is_some() { NOT_VERIFIED } else { "" };
        let mut said = vec![line.text.clone(), noticed, line.told.clone()];
        said.extend(line.updates.iter().map(|one| step(&one.step)));
        said.extend(line.closed.as_ref().map(|_| "Closed".to_owned()));
        said.extend(line.told_anew.then(|| TOLD_ANEW.to_owned()));
        said.extend(apart);
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        Row::text(joined(": ", &[mark, &by, nature]), joined("\n", &said))
    }

    /// Why the file in which a concern stands is not trusted, and that it stays apart where that was decided.
    fn why_apart(&self, one: &Unverified) -> String {
        let file = &one.told.file;
        let because = self.workbook.because(file).first();
        let why = because.map(|reason| reason.wording().title.into_owned()).unwrap_or_default();
        let stays = self.workbook.stays_apart(file);
        let stays = stays.map(|kept| ["Kept apart for good: ", &kept.reason].concat());
        joined("\n", &[&why, &stays.unwrap_or_default()])
    }
}

fn step(step: &ConcernStep) -> String {
    match step {
        ConcernStep::Acknowledged { role } => ["Acknowledged by ", role].concat(),
        ConcernStep::Remark(text) => text.clone(),
        ConcernStep::Closed { role, outcome } => ["Closed by ", role, ": ", outcome].concat(),
        ConcernStep::Reopened { reason } => ["Open again: ", reason].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::told;
    use crate::audit_return::ImmediateConcern;
    use crate::panel::fixture::*;

    const PART: &str = "Immediate concerns";

    #[test]
    fn ec34_a_concern_of_somebody_whom_nobody_vouches_for_is_there_and_marked() {
        let mut desk = Desk::with(&["case-1"]);
        let mut draft = desk.draft("school", "case-1");
        let concern = ImmediateConcern {
            text: "The child came with a bruise.".into(),
            ..ImmediateConcern::begin("c1".parse().unwrap())
        };
        draft.immediate_concerns.push(concern);
        let file = desk.admit(from_a_stranger(draft)).file.unwrap();
        let [(asks, said)] = &told(&desk.workbook, PART)[..] else { panic!("one concern") };
        assert_eq!(asks, "Not verified: school");
        assert!(said.starts_with("The child came with a bruise.\n"), "{said}");
        // That it was decided about takes nothing of what is held.
        desk.workbook.keep_apart(&file, "The school knows of none.", &stamp()).unwrap();
        let [(_, said)] = &told(&desk.workbook, PART)[..] else { panic!("still one concern") };
        assert!(said.contains("Kept apart for good: The school knows of none."), "{said}");
    }
}
