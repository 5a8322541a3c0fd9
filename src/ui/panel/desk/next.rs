//! Another round of this browser beside the one that is open: what is still open there goes on here.

use std::fmt::Display;

use leptos::prelude::untrack;
use leptos::task::spawn_local;

use super::super::words;
use super::Desk;
use crate::id::RoundId;
use crate::panel::actions::{CarriedWork, CarryError, ap10_carry_forward, ap10_may_go_on};
use crate::panel::{Stamp, Workbook};
use crate::report::document::build::earlier_as_told;
use crate::store::{RoundRecord, Shelf, Store as _};

impl Desk {
    /// What is recorded of another round, without the returns that were imported; to be read only.
    pub async fn other_round(&self, id: &RoundId) -> Result<Workbook, String> {
        let database = self.database().await?;
        let entry = database.get(Shelf::Workbooks, id.as_str()).await;
        let entry = entry.map_err(|error| error.to_string())?;
        let entry = entry.ok_or_else(|| words::ROUND_NOT_HERE.to_owned())?;
        let record = RoundRecord::from_text(&entry.text).map_err(|error| error.to_string())?;
        Ok(Workbook::from_record(record.workbook))
    }

    /// RA-01, AP-10: goes on from the round from which `here` was set up, which lies on the desk.
    pub fn go_on_from(
        &self,
        here: RoundId,
        id: RoundId,
        done: impl FnOnce(Result<CarriedWork, String>) + 'static,
    ) {
        let decide = |earlier: &Workbook, workbook: &mut Workbook, stamp: &Stamp| {
            workbook.ra01_go_on_from(earlier, words::baseline::SET_UP_FROM, stamp)
        };
        self.decide_with(id, Some(here), decide, done);
    }

    /// AP-10: carries what is open in another round into the one on the desk.
    pub fn carry_from(
        &self,
        id: RoundId,
        done: impl FnOnce(Result<CarriedWork, String>) + 'static,
    ) {
        let decide = |earlier: &Workbook, workbook: &mut Workbook, stamp: &Stamp| {
            ap10_may_go_on(earlier, workbook)?;
            Ok::<_, CarryError>(ap10_carry_forward(earlier, workbook, stamp))
        };
        self.decide_with(id, untrack(|| self.id()), decide, done);
    }

    /// another round with its returns, where they can be read, for what its recommendations count.
    async fn round_as_told(&self, id: &RoundId) -> Result<Workbook, String> {
        let earlier = match self.kept_round(id).await {
            Ok(workbook) => workbook,
            Err(_) => self.other_round(id).await?,
        };
        Ok(earlier_as_told(earlier, Self::stamp().at.date_naive()))
    }

    /// Reads the other round, then decides with it on this desk, where the round `here` still lies.
    fn decide_with<T: 'static, E: Display>(
        &self,
        id: RoundId,
        here: Option<RoundId>,
        decide: impl FnOnce(&Workbook, &mut Workbook, &Stamp) -> Result<T, E> + 'static,
        done: impl FnOnce(Result<T, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move {
            let earlier = desk.round_as_told(&id).await;
            done(earlier.and_then(|earlier| {
                is_no_other(here.as_ref(), untrack(|| desk.id()).as_ref())?;
                desk.decide(|workbook, stamp| decide(&earlier, workbook, stamp))
            }));
        });
    }
}

/// Reading takes a while, in which another round may be opened: nothing is decided there.
fn is_no_other(here: Option<&RoundId>, now: Option<&RoundId>) -> Result<(), String> {
    match now {
        Some(_) if now != here => Err(words::plan::OTHER_ROUND_MEANWHILE.to_owned()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ap10_nothing_is_carried_into_a_round_that_was_opened_while_the_earlier_one_was_read() {
        let [here, other] = ["round-2", "round-3"].map(|id| RoundId::new(id).unwrap());
        assert!(is_no_other(Some(&here), Some(&here)).is_ok());
        let meanwhile = Err(words::plan::OTHER_ROUND_MEANWHILE.to_owned());
        assert_eq!(is_no_other(Some(&here), Some(&other)), meanwhile);
        assert_eq!(is_no_other(None, Some(&other)), meanwhile);
        assert!(is_no_other(Some(&here), None).is_ok(), "the desk says that none is open");
    }
}
