//! Another round of this browser beside the one that is open: what is still open there goes on here.

use std::convert::Infallible;
use std::fmt::Display;

use leptos::task::spawn_local;

use super::super::words;
use super::Desk;
use crate::id::RoundId;
use crate::panel::actions::{CarriedWork, ap10_carry_forward};
use crate::panel::{Stamp, Workbook};
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

    /// RA-01, AP-10: goes on from the round from which the one on the desk was set up.
    pub fn go_on_from(
        &self,
        id: RoundId,
        done: impl FnOnce(Result<CarriedWork, String>) + 'static,
    ) {
        let decide = |earlier: &Workbook, workbook: &mut Workbook, stamp: &Stamp| {
            workbook.ra01_go_on_from(earlier, words::baseline::SET_UP_FROM, stamp)
        };
        self.decide_with(id, decide, done);
    }

    /// AP-10: carries what is open in another round into the one on the desk.
    pub fn carry_from(
        &self,
        id: RoundId,
        done: impl FnOnce(Result<CarriedWork, String>) + 'static,
    ) {
        let decide = |earlier: &Workbook, workbook: &mut Workbook, stamp: &Stamp| {
            Ok::<_, Infallible>(ap10_carry_forward(earlier, workbook, stamp))
        };
        self.decide_with(id, decide, done);
    }

    /// Reads the other round, then decides with it on this desk.
    fn decide_with<T: 'static, E: Display>(
        &self,
        id: RoundId,
        decide: impl FnOnce(&Workbook, &mut Workbook, &Stamp) -> Result<T, E> + 'static,
        done: impl FnOnce(Result<T, String>) + 'static,
    ) {
        let desk = *self;
        spawn_local(async move {
            let earlier = desk.other_round(&id).await;
            done(earlier.and_then(|earlier| {
                desk.decide(|workbook, stamp| decide(&earlier, workbook, stamp))
            }));
        });
    }
}
