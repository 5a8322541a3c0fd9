//! Which findings the list shows: of a theme, a kind, a case or an agency.

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::Paging;
use super::super::words::findings as words;
use crate::id::{AgencyId, CaseRef, ThemeId};
use crate::panel::Workbook;
use crate::panel::findings::{Finding, FindingFilter, FindingKind, FindingView};
use crate::ui::govuk::{Caption, Select, SelectItem, Size};

/// The row of choices; nothing where there is nothing to choose from.
pub fn view(
    desk: Desk,
    all: Memo<Vec<FindingView>>,
    filter: RwSignal<FindingFilter>,
    paging: Paging,
) -> Option<AnyView> {
    let offers = all.with_untracked(|all| desk.try_with(|workbook| offers(workbook, all)));
    let [themes, cases, agencies] = offers.filter(|all| !all[0].is_empty())?;
    let kinds = FindingKind::ALL.map(|kind| SelectItem::new(kind.as_str(), kind.label()));
    let set = move |write: fn(&mut FindingFilter, String)| {
        move |value: String| {
            paging.begin();
            filter.update(|filter| write(filter, value));
        }
    };
    let small = |text: &'static str| Caption::new(text).size(Size::S);
    let view = view! {
        <div class="app-filters">
            <Select id="by-theme" label=small(words::BY_THEME) items=themes
                on_change=set(|filter, value| filter.theme = ThemeId::new(value).ok()) />
            <Select id="by-kind" label=small(words::KIND) items=with_any(kinds)
                on_change=set(|filter, value| {
                    filter.kind = FindingKind::ALL.into_iter().find(|kind| kind.as_str() == value);
                }) />
            <Select id="by-case" label=small(words::BY_CASE) items=cases
                on_change=set(|filter, value| filter.case = CaseRef::new(value).ok()) />
            <Select id="by-agency" label=small(words::BY_AGENCY) items=agencies
                on_change=set(|filter, value| filter.agency = AgencyId::new(value).ok()) />
        </div>
    };
    Some(view.into_any())
}

fn with_any(items: impl IntoIterator<Item = SelectItem>) -> Vec<SelectItem> {
    std::iter::once(SelectItem::new("", words::ALL_OF_THEM)).chain(items).collect()
}

/// Themes that a finding has, cases and agencies; no line at all while there is no finding.
fn offers(workbook: &Workbook, kept: &[FindingView]) -> [Vec<SelectItem>; 3] {
    let kept = kept.iter().map(|one| &one.finding);
    let all: Vec<&Finding> = kept.chain(workbook.dropped_findings()).collect();
    if all.is_empty() {
        return Default::default();
    }
    let themes = workbook.themes().into_iter();
    let themes = themes.filter(|theme| all.iter().any(|one| one.themes.contains(&theme.id)));
    let themes = themes.map(|theme| SelectItem::new(theme.id.as_str(), theme.label));
    let plan = workbook.plan();
    let cases = plan.open_cases();
    let cases = cases.map(|case| SelectItem::new(case.case_ref.as_str(), case.label.clone()));
    let agencies = plan.agencies.iter();
    let agencies = agencies.map(|one| SelectItem::new(one.id.as_str(), one.name.clone()));
    [with_any(themes), with_any(cases), with_any(agencies)]
}
