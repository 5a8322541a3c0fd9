//! Small numbers are not published, nor what would give them away (I-09).

use crate::id::PromptId;
use crate::panel::Workbook;
use crate::panel::counts::RoundAnswers;
use crate::report::chart::Table;

/// I-09: counts that may be published; `None` where one may not.
///
/// From 1 to below the threshold a count is suppressed. Where that leaves one
/// gap only, the total would fill it, so the smallest of the other counts is
/// suppressed too, a nought before none at all.
pub fn i09_suppressed(counts: &[usize], below: usize) -> Vec<Option<usize>> {
    let small = |count: usize| count > 0 && count < below;
    let mut shown: Vec<Option<usize>> =
        counts.iter().map(|count| (!small(*count)).then_some(*count)).collect();
    if shown.iter().filter(|count| count.is_none()).count() == 1 {
        let others = shown.iter().enumerate().filter_map(|(at, count)| Some((at, (*count)?)));
        let next = others.filter(|(_, count)| *count > 0).min_by_key(|(_, count)| *count);
        let next =
            next.or_else(|| shown.iter().position(|count| *count == Some(0)).map(|at| (at, 0)));
        if let Some(hidden) = next.and_then(|(at, _)| shown.get_mut(at)) {
            *hidden = None;
        }
    }
    shown
}

/// How many cases have which answer to a question on the child or the family, small numbers suppressed.
///
/// `None` where the tool has no such question of choice.
pub fn i09_attribute_table(workbook: &Workbook, prompt: &PromptId) -> Option<Table> {
    let round = &workbook.plan().round;
    let (_, known) = round.tool.prompt(prompt)?;
    let options = known.kind.options();
    if options.is_empty() {
        return None;
    }
    let tally = RoundAnswers::of(workbook).tally(prompt, &known.kind);
    let counts: Vec<usize> = tally.iter().map(|count| count.cases.len()).collect();
    let below = usize::try_from(round.report.suppress_below).unwrap_or(usize::MAX);
    let shown = i09_suppressed(&counts, below);
    let told =
        |count: Option<usize>| count.map_or_else(|| "*".to_owned(), |count| count.to_string());
    let rows = options.iter().zip(shown);
    Some(Table {
        caption: known.text.clone(),
        head: vec!["Answer".into(), "Cases".into()],
        rows: rows.map(|(option, count)| vec![option.label.clone(), told(count)]).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::panel::fixture::*;

    #[test]
    fn i09_small_counts_are_hidden_and_so_is_what_would_give_them_away() {
        let rows: [(&[usize], &[Option<usize>]); 8] = [
            (&[7, 9, 6], &[Some(7), Some(9), Some(6)]),
            (&[7, 2, 3], &[Some(7), None, None]),
            // One gap alone would be filled from the total.
            (&[7, 2, 9], &[None, None, Some(9)]),
            (&[9, 2, 6, 6], &[Some(9), None, None, Some(6)]),
            (&[4, 0, 0], &[None, None, Some(0)]),
            (&[0, 7, 8], &[Some(0), Some(7), Some(8)]),
            (&[5, 5], &[Some(5), Some(5)]),
            (&[], &[]),
        ];
        for (counts, want) in rows {
            assert_eq!(i09_suppressed(counts, 5), want, "{counts:?}");
        }
    }

    #[test]
    fn i09_nobody_can_work_a_hidden_count_out_from_the_total() {
        for a in 0..8 {
            for b in 0..8 {
                for c in 0..8 {
                    let shown = i09_suppressed(&[a, b, c], 5);
                    assert_ne!(shown.iter().filter(|one| one.is_none()).count(), 1, "{a} {b} {c}");
                }
            }
        }
    }

    #[test]
    fn i09_a_table_of_an_attribute_hides_small_numbers() {
        let cases = ["case-1", "case-2", "case-3", "case-4", "case-5", "case-6", "case-7"];
        let mut desk = Desk::with(&cases);
        for (at, case_ref) in cases.iter().enumerate() {
            let option = if at < 6 { "letter" } else { "telephone" };
            let option = crate::audit_return::Response::Option(option.parse().unwrap());
            let draft = desk.draft("csc", case_ref).responds("category", option);
            desk.import(draft);
        }
        let table = i09_attribute_table(&desk.workbook, &prompt("category")).unwrap();
        let numbers: Vec<&str> = table.rows.iter().map(|row| row[1].as_str()).collect();
        assert_eq!(numbers, ["*", "*", "0", "0"]);
        assert_eq!(i09_attribute_table(&desk.workbook, &prompt("alone")), None);
    }
}
