//! D4: conclusions, the panel's own and what the numbers say.

use super::maker::Maker;
use crate::envelope::Hash;
use crate::id::CaseRef;
use crate::panel::integration::{Basis, Distribution};
use crate::panel::manuscript::Place;
use crate::report::document::pattern::Fills;
use crate::report::document::{Counted, Evidence, Look, Sentence};
use crate::text::{in_words, some_of_counted};
use crate::tool::GradeLevel;

pub(super) fn write_conclusions(maker: &mut Maker) {
    maker.heading(2, "conclusions");
    let own = maker.passages_at(|place| *place == Place::Conclusion);
    let lines: Vec<Sentence> =
        own.iter().flat_map(|passage| maker.passage("conclusion", passage)).collect();
    if lines.is_empty() {
        maker.bullets_or("conclusion", "no-conclusions", Vec::new());
    }
    for line in lines {
        maker.paragraph(Look::Plain, vec![line]);
    }
    let mut numbers: Vec<Sentence> = Vec::new();
    let inadequate = |level| level == GradeLevel::Inadequate;
    numbers.extend(extreme(maker, "weakest", "inadequate", inadequate));
    numbers.extend(extreme(maker, "strongest", "good", |level| level <= GradeLevel::Good));
    numbers.extend(comments(maker));
    maker.paragraph(Look::Plain, numbers);
}

/// The one area in which most cases have such a grade; none where no case has, or several areas tie.
fn extreme(
    maker: &Maker,
    name: &str,
    count: &str,
    wanted: fn(GradeLevel) -> bool,
) -> Option<Sentence> {
    let tool = &maker.book.plan().round.tool;
    let graded = |one: &Distribution| -> Vec<(CaseRef, Basis)> {
        let rows = one.rows.iter();
        let rows = rows.filter(|row| tool.scale.level(&row.grade).is_some_and(wanted));
        rows.flat_map(|row| row.cases.clone()).collect()
    };
    let areas = maker.distributions.iter().filter(|one| one.area.is_some());
    let areas: Vec<(&Distribution, Vec<(CaseRef, Basis)>)> =
        areas.map(|one| (one, graded(one))).collect();
    let most = areas.iter().map(|(_, cases)| cases.len()).max().filter(|most| *most > 0)?;
    let top: Vec<_> = areas.into_iter().filter(|(_, cases)| cases.len() == most).collect();
    let [(area, cases)] = top.as_slice() else { return None };
    let id = area.area.as_ref()?;
    let title = tool.area(id).map_or("", |known| known.title.as_str());
    let behind = cases.iter().flat_map(|(case, basis)| maker.behind_grade(case, Some(id), *basis));
    let counted =
        Counted::new(cases.iter().map(|(case, _)| case.clone()).collect(), area.judged, area.of);
    let title = ["“", title, "”"].concat();
    let fills = Fills::default().with(name, &title).counting(count, counted);
    Some(maker.told(&["conclusion/", name].concat(), name, fills, behind.collect()))
}

/// S3 closes with what auditors added: in how many returns they did.
fn comments(maker: &Maker) -> Option<Sentence> {
    let mut all = 0_usize;
    let mut commented: Vec<Hash> = Vec::new();
    for case in maker.book.plan().open_cases() {
        for (_, file, ret) in maker.book.current_of_case(&case.case_ref) {
            if ret.is_nil() {
                continue;
            }
            all += 1;
            if !ret.general_comments.trim().is_empty() {
                commented.push(file);
            }
        }
    }
    if commented.is_empty() {
        return None;
    }
    let in_returns = some_of_counted(commented.len(), all, "return", "returns");
    // A board's own words may still have the two numbers one by one.
    let fills = Fills::default()
        .with_count("in-returns", &in_returns)
        .with_count("comments", &in_words(commented.len()))
        .with_count("returns", &in_words(all));
    let evidence = commented.into_iter().map(Evidence::Return).collect();
    Some(maker.told("conclusion/comments", "comments", fills, evidence))
}
