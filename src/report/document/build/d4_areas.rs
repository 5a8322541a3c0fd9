//! D4: the areas of analysis, each with chart, overview, positive features and concerns.

use super::maker::Maker;
use super::texts::Says;
use crate::id::{AreaId, CaseRef, PromptId};
use crate::panel::findings::{FindingKind, FindingSource, FindingView, SourceItem};
use crate::panel::integration::Distribution;
use crate::panel::manuscript::Place;
use crate::report::chart::BarChart;
use crate::report::document::facts::within;
use crate::report::document::pattern::Fills;
use crate::report::document::{Block, Look, Role, Sentence, Statement, statements};
use crate::text::{counted, listed};
use crate::tool::{Area, GradeLevel};

pub(super) fn write_areas(maker: &mut Maker) {
    maker.heading(2, "areas");
    let tool = maker.book.plan().round.tool.clone();
    let ungraded: Vec<String> = tool
        .areas
        .iter()
        .filter(|area| !area.graded)
        .map(|area| [&area.number.to_string(), " (", &within(&area.title), ")"].concat())
        .collect();
    // A tool that grades every area has none to tell of.
    if !ungraded.is_empty() {
        let areas = listed(&ungraded);
        let which = [if ungraded.len() == 1 { "area " } else { "areas " }, &areas].concat();
        let note = Fills::default().with("areas-not-graded", &which).with("not-graded", &areas);
        let note = maker.said("areas-note", note);
        maker.paragraph(Look::Note, vec![note]);
    }
    let statements = statements(&tool);
    for area in tool.areas.iter().filter(|area| area.graded || area.holds_findings()) {
        let of_area = statements.iter().filter(|one| one.area == area.id).collect();
        write_area(maker, area, of_area);
    }
}

fn write_area(maker: &mut Maker, area: &Area, statements: Vec<&Statement>) {
    let path = area.id.as_str();
    let fills = Fills::default()
        .with("number-of-area", &area.number.to_string())
        .with("title", &area.title);
    let heading = maker.told(path, "area", fills, Vec::new());
    maker.blocks.push(Block::Heading { level: 3, text: heading });
    write_questions(maker, area);
    let distribution = maker.distributions.iter().find(|one| one.area.as_ref() == Some(&area.id));
    let distribution = distribution.cloned();
    if let Some(distribution) = &distribution {
        let chart = BarChart::of_grades(&area.title, distribution);
        maker.blocks.push(Block::Chart { id: ["chart-", path].concat(), chart });
    }
    write_overview(maker, area, distribution.as_ref(), &statements);
    write_positive(maker, area, &statements);
    write_concerns(maker, area, distribution.as_ref(), &statements);
}

/// The questions of the area itself; follow-ups are for counting.
fn write_questions(maker: &mut Maker, area: &Area) {
    let main = area.prompts.iter().filter(|prompt| prompt.follows.is_none());
    let texts: Vec<&str> = main.map(|prompt| prompt.text.as_str()).collect();
    let path = [area.id.as_str(), "/questions"].concat();
    let fills = Fills::default().with("questions", &texts.join(" "));
    let questions = maker.told(&path, "questions", fills, Vec::new());
    maker.paragraph(Look::Note, vec![questions]);
}

fn write_overview(
    maker: &mut Maker,
    area: &Area,
    distribution: Option<&Distribution>,
    statements: &[&Statement],
) {
    let path = area.id.as_str();
    let mut sentences = match distribution {
        Some(distribution) => maker.grade_sentences(path, distribution),
        None => Vec::new(),
    };
    sentences.extend(stated(maker, area, Role::Overview, statements));
    let contexts = of_area(maker, &area.id, &[FindingKind::Context]);
    let at = [path, "/overview"].concat();
    sentences.extend(contexts.iter().map(|view| maker.finding(&at, view, Says::Plain)));
    maker.paragraph(Look::Plain, sentences);
    let place = Place::Overview(area.id.clone());
    for passage in maker.passages_at(|one| *one == place) {
        for line in maker.passage(&at, passage) {
            maker.paragraph(Look::Plain, vec![line]);
        }
    }
}

/// Statements of one role whose counts are not nought.
fn stated(maker: &Maker, area: &Area, role: Role, statements: &[&Statement]) -> Vec<Sentence> {
    let of_role = statements.iter().filter(|one| one.role == role);
    let told = of_role.filter_map(|one| {
        let mut fills = Fills::default();
        let mut evidence = Vec::new();
        for (name, measure) in &one.counts {
            let (count, behind) = maker.measure(measure);
            evidence.extend(behind);
            fills = fills.counting(name, count.of_what_occurs());
        }
        let occurs = fills.counts.values().any(|count| count.number() > 0);
        let path = [area.id.as_str(), "/statement/", &one.id].concat();
        occurs.then(|| maker.sentence(&path, &one.text, fills, evidence))
    });
    told.collect()
}

fn write_positive(maker: &mut Maker, area: &Area, statements: &[&Statement]) {
    let path = [area.id.as_str(), "/positive"].concat();
    let mut points = stated(maker, area, Role::Positive, statements);
    let views = of_area(maker, &area.id, &[FindingKind::Strength, FindingKind::GoodPractice]);
    points.extend(views.iter().map(|view| maker.finding(&path, view, Says::Of)));
    if !points.is_empty() {
        maker.heading_of_part(4, &path, "positive");
        maker.blocks.push(Block::Bullets(points));
    }
}

/// concerns of the cases judged inadequate first, then the others.
fn write_concerns(
    maker: &mut Maker,
    area: &Area,
    distribution: Option<&Distribution>,
    statements: &[&Statement],
) {
    let path = [area.id.as_str(), "/concern"].concat();
    let views = of_area(maker, &area.id, &[FindingKind::Issue, FindingKind::Question]);
    let inadequate = distribution.map_or_else(Vec::new, |one| inadequate(maker, one));
    let is_first = |view: &&FindingView| {
        !view.cases.is_empty() && view.cases.iter().all(|case| inadequate.contains(case))
    };
    let (first, others): (Vec<_>, Vec<_>) = views.iter().partition(is_first);
    let first: Vec<Sentence> =
        first.iter().map(|view| maker.finding(&path, view, Says::Of)).collect();
    let mut points = stated(maker, area, Role::Concern, statements);
    points.extend(others.iter().map(|view| maker.finding(&path, view, Says::Of)));
    if !first.is_empty() {
        let which = ["the ", &counted(inadequate.len(), "case", "cases")].concat();
        let fills = Fills::default().with_count("the-inadequate", &which);
        let heading = [&path, "/inadequate-heading"].concat();
        let text = maker.told(&heading, "inadequate", fills, Vec::new());
        maker.blocks.push(Block::Heading { level: 4, text });
        maker.blocks.push(Block::Bullets(first));
    }
    if !points.is_empty() {
        maker.heading_of_part(4, &path, "concerns");
        maker.blocks.push(Block::Bullets(points));
    }
}

fn inadequate(maker: &Maker, distribution: &Distribution) -> Vec<CaseRef> {
    let scale = &maker.book.plan().round.tool.scale;
    let rows = distribution.rows.iter();
    let rows = rows.filter(|row| scale.level(&row.grade) == Some(GradeLevel::Inadequate));
    rows.flat_map(|row| &row.cases).map(|(case, _)| case.clone()).collect()
}

/// Findings that belong to an area, of cases that count.
fn of_area(maker: &Maker, area: &AreaId, kinds: &[FindingKind]) -> Vec<FindingView> {
    let here = |view: &&FindingView| {
        kinds.contains(&view.finding.kind)
            && !view.cases.is_empty()
            && area_of(maker, view).as_ref() == Some(area)
    };
    maker.findings.iter().filter(here).cloned().collect()
}

/// The area that a finding belongs to: that of the answer by which it is counted, or of what it rests on first.
fn area_of(maker: &Maker, view: &FindingView) -> Option<AreaId> {
    let of_prompt = |prompt: &PromptId| {
        let (area, _) = maker.book.plan().round.tool.prompt(prompt)?;
        Some(area.id.clone())
    };
    let counted = view.finding.counted.as_ref().and_then(|counted| of_prompt(&counted.prompt));
    let rests_on = || {
        view.finding.sources.iter().find_map(|source| match source {
            FindingSource::Return(source) => match &source.item {
                SourceItem::Strength { area, .. }
                | SourceItem::Concern { area, .. }
                | SourceItem::Impact(area) => Some(area.clone()),
                SourceItem::Answer(prompt) => of_prompt(prompt),
                SourceItem::GeneralComments
                | SourceItem::GoodPractice(_)
                | SourceItem::ChildSaid
                | SourceItem::FamilySaid
                | SourceItem::PractitionerSaid => None,
            },
            FindingSource::Meeting { .. } => None,
        })
    };
    counted.or_else(rests_on)
}

#[cfg(test)]
mod tests {
    use crate::panel::fixture::{Desk, plan};
    use crate::report::document::{DocumentKind, build};

    #[test]
    fn r01_areas_without_grades_are_named_and_where_there_is_none_nothing_is_missing() {
        let note = |ungraded: usize| {
            let mut plan = plan(&["case-1"], "area-and-case");
            for (at, area) in plan.round.tool.areas.iter_mut().enumerate() {
                area.graded = at >= ungraded;
            }
            plan.round.tool.areas[0].title = "CAMHS".into();
            let workbook = Desk::of(plan).workbook;
            let today = "2026-07-01".parse().unwrap();
            let document = build::build(DocumentKind::Overview, &workbook, today);
            let note = document.sentences().find(|one| one.id == "overview/areas-note");
            note.map(|one| one.plain())
        };
        assert_eq!(note(0), None);
        assert_eq!(note(1).as_deref(), Some("Area 1 (CAMHS): no judgement needed."));
        let two = "Areas 1 (CAMHS) and 2 (risk): no judgement needed.";
        assert_eq!(note(2).as_deref(), Some(two));
    }
}
