//! Some of the findings: of a theme, of a kind, about a case, from an agency.

use super::{Finding, FindingKind, FindingSource};
use crate::id::{AgencyId, CaseRef, ThemeId};

/// Which findings are wanted; whatever is `None` may be anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// Tagged with this theme.
    pub theme: Option<ThemeId>,
    /// Of this kind.
    pub kind: Option<FindingKind>,
    /// Told of this case, alone or among others.
    pub case: Option<CaseRef>,
    /// Resting on a return of this agency, alone or among others.
    pub agency: Option<AgencyId>,
}

impl FindingFilter {
    /// Whether a finding is wanted.
    pub fn takes(&self, finding: &Finding) -> bool {
        let from = |agency: &AgencyId| {
            finding.sources.iter().any(|source| match source {
                FindingSource::Return(source) => source.place.agency == *agency,
                FindingSource::Meeting { .. } => false,
            })
        };
        self.theme.as_ref().is_none_or(|theme| finding.themes.contains(theme))
            && self.kind.is_none_or(|kind| finding.kind == kind)
            && self.case.as_ref().is_none_or(|case| finding.told_of().contains(case))
            && self.agency.as_ref().is_none_or(from)
    }
}

#[cfg(test)]
mod tests {
    use super::super::FindingScope;
    use super::super::tests::{concern, desk, finding, of_case};
    use super::*;
    use crate::panel::fixture::*;

    #[test]
    fn f01_findings_are_chosen_by_theme_kind_case_and_agency() {
        let desk = desk(&["case-1", "case-2"]);
        let both = vec![concern(&desk.workbook, "case-1"), concern(&desk.workbook, "case-2")];
        let across = finding("f1", FindingScope::AcrossCases, both);
        let one = concern(&desk.workbook, "case-1");
        let alone = Finding {
            kind: FindingKind::Strength,
            themes: Vec::new(),
            ..finding("f2", of_case("case-1"), vec![one])
        };
        let theme = |id: &str| Some(id.parse().unwrap());
        let agency = |id: &str| Some(id.parse().unwrap());
        let any = FindingFilter::default;
        let rows = [
            (any(), [true, true]),
            (FindingFilter { theme: theme("information-sharing"), ..any() }, [true, false]),
            (FindingFilter { kind: Some(FindingKind::Strength), ..any() }, [false, true]),
            (FindingFilter { case: Some(case("case-1")), ..any() }, [true, true]),
            (FindingFilter { case: Some(case("case-2")), ..any() }, [true, false]),
            (FindingFilter { agency: agency("csc"), ..any() }, [true, true]),
            (FindingFilter { agency: agency("police"), ..any() }, [false, false]),
        ];
        for (filter, want) in rows {
            assert_eq!([&across, &alone].map(|one| filter.takes(one)), want, "{filter:?}");
        }
    }
}
