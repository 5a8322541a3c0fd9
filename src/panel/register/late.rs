//! Late returns: a flag beside the state, never a state (V-05).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// By how much a return is late, and by which date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Late {
    /// Whole days after the due date.
    pub days: i64,
    /// Which date was compared.
    pub basis: LateBasis,
}

/// The date by which a return is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LateBasis {
    /// When it was signed, by the signer's clock: the agency was late.
    Signed,
    /// When it was imported: it bears no signing date, or one after its import.
    Imported,
}

impl Late {
    /// Whether a return is late for `due`, by the date on which it was signed.
    ///
    /// When a return is imported depends on the coordinator, so it decides only
    /// where the signing date is missing or lies after the import, which a
    /// signer's clock that is ahead would cause. Days are those of UTC, which
    /// British Summer Time can only make more lenient, by an hour.
    pub fn of(
        due: Option<NaiveDate>,
        signed: Option<DateTime<Utc>>,
        imported: DateTime<Utc>,
    ) -> Option<Self> {
        let (at, basis) = match signed {
            Some(at) if at <= imported => (at, LateBasis::Signed),
            Some(_) | None => (imported, LateBasis::Imported),
        };
        let days = at.date_naive().signed_duration_since(due?).num_days();
        (days > 0).then_some(Self { days, basis })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn v05_late_is_counted_from_the_due_date_to_the_signing_date() {
        let due: NaiveDate = "2026-03-10".parse().unwrap();
        let imported = at("2026-03-20T09:00:00Z");
        let late = |days, basis| Some(Late { days, basis });
        let rows = [
            (Some("2026-03-10T23:59:59Z"), None),
            (Some("2026-03-11T00:00:00Z"), late(1, LateBasis::Signed)),
            (Some("2026-03-20T09:00:00Z"), late(10, LateBasis::Signed)),
            (Some("2026-03-25T09:00:00Z"), late(10, LateBasis::Imported)),
            (None, late(10, LateBasis::Imported)),
        ];
        let wrong: Vec<_> = rows
            .iter()
            .map(|(signed, want)| (signed, want, Late::of(Some(due), signed.map(at), imported)))
            .filter(|(_, want, got)| *want != got)
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert_eq!(Late::of(None, None, imported), None, "no due date, nothing is late");
    }
}
