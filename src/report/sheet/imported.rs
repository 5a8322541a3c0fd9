//! An imported return as a sheet, for the panel to read and to compare.

use chrono::{DateTime, Utc};

use super::filled::{Filled, SignedAs, Standing, filled};
use super::{RowDiff, Sheet, diff};
use crate::check::check;
use crate::envelope::Hash;
use crate::panel::Workbook;
use crate::tool::Graph;

/// The return in an imported file; `None` where it cannot be read with the round's tool.
pub fn imported(
    workbook: &Workbook,
    file: &Hash,
    moment: fn(DateTime<Utc>) -> String,
) -> Option<Sheet> {
    let ret = workbook.audit_return(file)?;
    let facts = workbook.register().entry(file)?.facts.as_ref()?;
    let round = &workbook.plan().round;
    if facts.tool != round.tool.reference() && workbook.mapping(&facts.tool).is_none() {
        return None;
    }
    let shown = Graph::compile(&round.tool).shown(ret);
    let line = |role: &str, name: &str| [name, ", ", role].concat();
    let first = ret.sign_off.as_ref().map(|first| line(&first.role, &first.name));
    let second = facts.second.as_ref().map(|one| line(&one.sign_off.role, &one.sign_off.name));
    let standing = Standing::Signed(SignedAs {
        by: first.into_iter().chain(second).collect(),
        at: facts.signed_at.map(moment).unwrap_or_default(),
        file: file.to_string(),
        key: facts.signer.fingerprint(),
    });
    let notices = check(round, ret);
    let earlier = Vec::new();
    Some(filled(&Filled {
        round,
        ret,
        shown: &shown,
        notices: &notices,
        standing,
        earlier,
        moment,
    }))
}

/// Where two imported returns differ, question by question (V-03).
pub fn differences(
    workbook: &Workbook,
    first: &Hash,
    second: &Hash,
    moment: fn(DateTime<Utc>) -> String,
) -> Option<Vec<RowDiff>> {
    Some(diff(&imported(workbook, first, moment)?, &imported(workbook, second, moment)?))
}
