//! RA-03: last round's areas for development, which of them improve and which go on, and what became of their actions.

use super::baseline::{area_before, is_in_scope};
use super::same::{Share, Trend, ra02_trend};
use super::themes::{Concern, same_theme, themes_of_concern};
use crate::id::{AreaId, ItemId};
use crate::panel::actions::ActionView;
use crate::panel::findings::{FindingSource, SourceItem};
use crate::panel::workbook::Workbook;

/// What became of last round's areas for development.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearOnYear {
    /// One for each theme that was an issue last time, in the order of the themes.
    pub rows: Vec<YearRow>,
    /// Themes that are an issue now and were none last time.
    pub new: Vec<(String, Share)>,
}

/// One theme that was an issue last time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearRow {
    /// What it is called.
    pub theme: String,
    /// In how many cases it was an issue last time.
    pub before: Share,
    /// In how many it is now; `None` where that is not known.
    pub now: Option<Share>,
    /// In which column it stands.
    pub standing: Standing,
    /// What became of the actions that followed from it.
    pub actions: LinkedActions,
}

/// What can be said of a theme that was an issue last time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// An issue in no case now, or in a smaller share of enough cases, wherever it was found before.
    Improving,
    /// Still an issue.
    Continuing,
    /// This round does not look at it (RA-01).
    NotLookedAt,
    /// This round has too few cases, or no finding yet, or looks at some only of the areas where it was found.
    NotKnown,
}

/// What became of actions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinkedActions {
    /// How many there are; those superseded are left out.
    pub all: usize,
    /// How many are closed.
    pub closed: usize,
}

/// An action of the round before that followed from one of its issues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedUp {
    /// As it stands now: where it was carried forward, in this round.
    pub line: ActionView,
    /// It was carried forward into this round (AP-10).
    pub carried: bool,
}

/// RA-03: compares a round's issues with the round before.
pub fn ra03_year_on_year(earlier: &Workbook, now: &Workbook) -> YearOnYear {
    let (before, after) = (themes_of_concern(earlier), themes_of_concern(now));
    let lines = followed_up(earlier, now);
    let cases = now.plan().open_cases().count();
    let begun = !now.kept_findings().is_empty();
    let row = |was: &Concern| {
        let is = after.iter().find(|one| same_theme(&one.label, &was.label));
        let share = is.map_or(Share { n: 0, of: cases }, |one| one.share);
        let standing = match (looked_at(earlier, now, was), is) {
            (Looked::Everywhere, _) => standing(was.share, share, begun),
            // A smaller share tells nothing where this round did not look for it as the one before did.
            (Looked::InPart | Looked::Nowhere, Some(_)) => Standing::Continuing,
            (Looked::InPart, None) => Standing::NotKnown,
            (Looked::Nowhere, None) => Standing::NotLookedAt,
        };
        let known = matches!(standing, Standing::Improving | Standing::Continuing);
        YearRow {
            theme: was.label.clone(),
            before: was.share,
            now: known.then_some(share),
            standing,
            actions: linked(earlier, &lines, was),
        }
    };
    let rows: Vec<YearRow> = before.iter().map(row).collect();
    let is_new = |one: &&Concern| !before.iter().any(|was| same_theme(&was.label, &one.label));
    let new = after.iter().filter(is_new).map(|one| (one.label.clone(), one.share));
    YearOnYear { new: new.collect(), rows }
}

/// RA-02: nothing is said to improve from fewer than five cases; what is found again goes on whatever their number.
fn standing(before: Share, now: Share, begun: bool) -> Standing {
    match ra02_trend(before, now) {
        _ if !begun => Standing::NotKnown,
        Some(Trend::Down) => Standing::Improving,
        _ if now.n > 0 => Standing::Continuing,
        Some(Trend::Up | Trend::Same) | None => Standing::NotKnown,
    }
}

/// At how many of the areas from which a theme's findings came this round looks.
enum Looked {
    Everywhere,
    InPart,
    Nowhere,
}

/// RA-01: whether this round looks at the areas from which the theme's findings came; at those without one it always does.
fn looked_at(earlier: &Workbook, now: &Workbook, was: &Concern) -> Looked {
    let sources = was.findings.iter().flat_map(|view| &view.finding.sources);
    let areas: Vec<Option<AreaId>> = sources.map(|source| area_of(earlier, source)).collect();
    let tool = &now.plan().round.tool;
    let here: Vec<AreaId> = tool
        .areas
        .iter()
        .filter(|area| is_in_scope(now, &area.id))
        .filter_map(|area| area_before(earlier, now, &area.id))
        .collect();
    let looks = |area: &Option<AreaId>| area.as_ref().is_none_or(|area| here.contains(area));
    match areas.iter().filter(|area| looks(area)).count() {
        all if all == areas.len() => Looked::Everywhere,
        0 => Looked::Nowhere,
        _ => Looked::InPart,
    }
}

fn area_of(workbook: &Workbook, source: &FindingSource) -> Option<AreaId> {
    let FindingSource::Return(source) = source else { return None };
    match &source.item {
        SourceItem::Strength { area, .. } | SourceItem::Concern { area, .. } => Some(area.clone()),
        SourceItem::Impact(area) => Some(area.clone()),
        SourceItem::Answer(prompt) => {
            workbook.plan().round.tool.prompt(prompt).map(|(area, _)| area.id.clone())
        }
        SourceItem::GeneralComments
        | SourceItem::GoodPractice(_)
        | SourceItem::ChildSaid
        | SourceItem::FamilySaid
        | SourceItem::PractitionerSaid => None,
    }
}

/// RA-03: the actions that followed from a theme that was an issue in the round before, in the order of that
/// round's plan. Those superseded are left out; none where the theme was no issue.
pub fn ra03_followed_up(earlier: &Workbook, now: &Workbook, theme: &str) -> Vec<FollowedUp> {
    let before = themes_of_concern(earlier);
    let Some(was) = before.iter().find(|one| same_theme(&one.label, theme)) else {
        return Vec::new();
    };
    let lines = followed_up(earlier, now);
    behind(earlier, &lines, was).into_iter().cloned().collect()
}

/// The earlier round's actions as written there, each with how it stands now: a carried one goes on in this round.
fn followed_up(earlier: &Workbook, now: &Workbook) -> Vec<(ActionView, FollowedUp)> {
    let here = now.action_lines();
    let follow = |there: ActionView| {
        let carried = here.iter().find(|one| one.action.id == there.action.id).cloned();
        let is_carried = carried.is_some();
        let line = carried.unwrap_or_else(|| there.clone());
        (there, FollowedUp { line, carried: is_carried })
    };
    earlier.action_lines().into_iter().map(follow).collect()
}

/// How many of them there are, and are closed.
fn linked(earlier: &Workbook, lines: &[(ActionView, FollowedUp)], was: &Concern) -> LinkedActions {
    let behind = behind(earlier, lines, was);
    let closed = behind.iter().filter(|one| one.line.closed.is_some()).count();
    LinkedActions { all: behind.len(), closed }
}

/// Actions tagged with the theme, or that answer its findings, themselves or through their recommendations.
fn behind<'a>(
    earlier: &Workbook,
    lines: &'a [(ActionView, FollowedUp)],
    was: &Concern,
) -> Vec<&'a FollowedUp> {
    let findings: Vec<&ItemId> = was.findings.iter().map(|view| &view.finding.id).collect();
    // Actions and kept texts name what was merged as it was then.
    let answers =
        |id: &ItemId| earlier.finding_now(id).is_some_and(|now| findings.contains(&&now.id));
    let known = earlier.themes();
    let is_theme = |id: &crate::id::ThemeId| {
        known.iter().any(|theme| theme.id == *id && same_theme(&theme.label, &was.label))
    };
    let passages = earlier.recommendations();
    let is_linked = |line: &ActionView| {
        let action = &line.action;
        let through = passages
            .iter()
            .filter(|one| action.recommendations.contains(&one.id))
            .any(|one| one.rests_on.iter().any(answers));
        through || action.themes.iter().any(is_theme) || action.findings.iter().any(answers)
    };
    let told = lines.iter().filter(|(then, now)| is_linked(then) && !now.line.is_superseded());
    told.map(|(_, now)| now).collect()
}
