//! I-08: the dataset is cleared as it is, and whatever is typed in it is looked at first.

use super::*;

#[test]
fn i08_a_dataset_is_cleared_as_it_is_or_stays() {
    let today = "2026-07-01".parse().unwrap();
    let mut workbook = workbook();
    assert!(matches!(i08_dataset(&workbook, today), Err(NoDataset::Unsettled(_))));
    let mut plan = workbook.plan().clone();
    plan.slots.retain(|slot| slot.id.as_str() == "csc");
    workbook.change_plan(plan, "Only one agency", &stamp()).unwrap();
    assert_eq!(i08_cleared_dataset(&workbook, today), Err(NoDataset::NotCleared));
    let blank = i08_clear_dataset(&mut workbook, today, " ", &stamp());
    assert_eq!(blank, Err(NoDataset::NoReason));
    i08_clear_dataset(&mut workbook, today, "Read by the chair.", &stamp()).unwrap();
    assert_eq!(i08_cleared_dataset(&workbook, today).unwrap(), dataset(&workbook).unwrap());
    // One number differs: it is another dataset.
    let other = suppressing_below(0);
    assert_ne!(digest(&dataset(&other).unwrap()), digest(&dataset(&workbook).unwrap()));
    let hold = crate::panel::concerns::Hold::DoNotPublish;
    workbook.hold_case(&case("case-1"), hold, "A hearing is on.", &stamp()).unwrap();
    let held = i08_cleared_dataset(&workbook, today).unwrap_err();
    assert!(matches!(&held, NoDataset::Held(labels) if !labels.is_empty()), "{held}");
}

#[test]
fn i08_the_guard_looks_at_the_title_and_the_period_that_go_out_with_the_tables() {
    let today = "2026-07-01".parse().unwrap();
    let mut workbook = workbook();
    let named = |workbook: &mut crate::panel::Workbook, title: &str, period: &str| {
        let mut plan = workbook.plan().clone();
        plan.slots.retain(|slot| slot.id.as_str() == "csc");
        plan.round.title = title.into();
        plan.round.period = period.into();
        workbook.change_plan(plan, "As it is called", &stamp()).unwrap();
        i08_dataset(workbook, today).map(|files| {
            assert!(files[0].text.contains(title) && files[1].text.contains(period));
            i08_typed(workbook).doubtful
        })
    };
    let none: Vec<String> = Vec::new();
    let days = "1 April 2025 to 31 March 2026";
    assert_eq!(named(&mut workbook, "Case audits", days), Ok(none), "its own days");
    // What may be of the work is for whoever clears it to say; the rest goes first.
    let doubtful = named(&mut workbook, "Case audits for Mrs Quill", "2026").unwrap();
    assert_eq!(doubtful, ["Mrs Quill"]);
    let number = "943 476 5919";
    let barred = Err(NoDataset::Identifies(number.into()));
    assert_eq!(named(&mut workbook, &["The case of ", number].concat(), "2026"), barred);
    assert_eq!(named(&mut workbook, "Case audits", number), barred);
    let cleared = i08_clear_dataset(&mut workbook, today, "Read by the chair.", &stamp());
    assert_eq!(cleared.map(|_| Vec::new()), barred, "nobody can clear it");
}

#[test]
fn i08_the_guard_looks_at_the_ids_of_a_boards_own_tool_that_go_out_with_the_tables() {
    let today = "2026-07-01".parse().unwrap();
    let with_area = |id: &str| {
        let mut plan = plan(&["case-1"], "area-and-case");
        plan.round.practice = false;
        plan.slots.retain(|slot| slot.id.as_str() == "csc");
        plan.round.tool.areas[1].id = id.parse().unwrap();
        let mut desk = Desk::of(plan);
        let draft = desk.draft("csc", "case-1");
        desk.import(draft);
        i08_dataset(&desk.workbook, today).map(|files| files.len())
    };
    let number = "943-476-5919";
    assert_eq!(with_area(number), Err(NoDataset::Identifies(number.into())));
    assert_eq!(with_area("of-quill.1.2.12"), Ok(6));
}
