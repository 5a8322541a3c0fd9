//! Long areas in pages.

use super::*;

/// Questions with these ids; one with `>` before it follows from the one before that has none.
fn prompts(ids: &[&str]) -> Vec<Prompt> {
    let tool = crate::tool::library::all().remove(0);
    let model = tool.prompts().next().map(|(_, prompt)| prompt.clone()).expect("it has a prompt");
    let mut parent = String::new();
    let of = |id: &&str| {
        let (follows, id) = match id.strip_prefix('>') {
            Some(id) => (Some(parent.as_str()), id),
            None => (None, *id),
        };
        let follows = follows.map(|parent| parent.parse().expect("an id"));
        let prompt = Prompt { id: id.parse().expect("an id"), follows, ..model.clone() };
        if prompt.follows.is_none() {
            parent = id.to_owned();
        }
        prompt
    };
    ids.iter().map(of).collect()
}

fn numbered(count: usize) -> Vec<Prompt> {
    let ids: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
    prompts(&ids.iter().map(String::as_str).collect::<Vec<&str>>())
}

fn sizes(count: usize) -> Vec<usize> {
    AreaPages::of(&numbered(count), |_| true).pages.iter().map(ExactSizeIterator::len).collect()
}

#[test]
fn an_area_of_up_to_thirty_questions_is_one_page_and_longer_ones_are_shared_out_evenly() {
    assert_eq!(sizes(0), [0]);
    assert_eq!(sizes(30), [30]);
    assert_eq!(sizes(31), [16, 15]);
    assert_eq!(sizes(428).len(), 15);
    assert!(sizes(428).iter().all(|size| (22..=29).contains(size)), "{:?}", sizes(428));
}

#[test]
fn no_tool_of_the_library_has_an_area_of_several_pages() {
    for tool in crate::tool::library::all() {
        for area in &tool.areas {
            assert_eq!(AreaPages::of(&area.prompts, |_| true).pages.len(), 1, "{}", area.title);
        }
    }
}

#[test]
fn what_follows_from_an_answer_stands_on_its_page() {
    let ids: Vec<String> =
        (1..=32)
            .map(|number| {
                if (15..=18).contains(&number) { format!(">{number}") } else { number.to_string() }
            })
            .collect();
    let prompts = prompts(&ids.iter().map(String::as_str).collect::<Vec<&str>>());
    assert_eq!(AreaPages::of(&prompts, |_| true).pages, [0..18, 18..32]);
}

#[test]
fn questions_that_are_not_asked_of_the_agency_fill_no_page() {
    let pages = AreaPages::of(&numbered(60), |prompt| prompt.id.as_str().len() > 1);
    assert_eq!(pages.pages, [0..35, 35..60]);
}

#[test]
fn an_address_leads_to_the_page_of_its_control() {
    let prompts = numbered(70);
    let pages = AreaPages::of(&prompts, |_| true);
    let at = |place: Option<&str>| pages.at(&prompts, place, |_| false).number + 1;
    assert_eq!(at(None), 1);
    assert_eq!(at(Some("page-2")), 2);
    assert_eq!(at(Some("page-9")), 3);
    assert_eq!(at(Some("page-0")), 1);
    assert_eq!(at(Some("prompt-1")), 1);
    assert_eq!(at(Some("prompt-25-evidence")), 2);
    assert_eq!(at(Some("prompt-70-2")), 3);
    assert_eq!(at(Some("area-1_reason")), 3);
    assert_eq!(at(Some("page-two")), 3);
}

#[test]
fn of_two_ids_the_longer_one_has_what_begins_with_it() {
    let mut ids: Vec<String> = (1..=40).map(|number| number.to_string()).collect();
    ids.push("1-2".into());
    let prompts = prompts(&ids.iter().map(String::as_str).collect::<Vec<&str>>());
    let pages = AreaPages::of(&prompts, |_| true);
    assert_eq!(pages.at(&prompts, Some("prompt-1-evidence"), |_| false).number, 0);
    assert_eq!(pages.at(&prompts, Some("prompt-1-2-evidence"), |_| false).number, 1);
}

#[test]
fn the_links_name_the_first_the_last_and_the_neighbours() {
    let numbers = |here: usize, of: usize| -> Vec<usize> {
        shown(here, of).into_iter().map(|number| number.map_or(0, |number| number + 1)).collect()
    };
    assert_eq!(numbers(0, 2), [1, 2]);
    assert_eq!(numbers(0, 15), [1, 2, 0, 15]);
    assert_eq!(numbers(7, 15), [1, 0, 7, 8, 9, 0, 15]);
    assert_eq!(numbers(14, 15), [1, 0, 14, 15]);
}

#[test]
fn an_area_opens_at_the_first_page_with_an_open_question() {
    let prompts = numbered(70);
    let pages = AreaPages::of(&prompts, |_| true);
    let opened = |place: Option<&str>, open: &[&str]| {
        pages.at(&prompts, place, |prompt| open.contains(&prompt.id.as_str())).number + 1
    };
    assert_eq!(opened(None, &["1", "30"]), 1);
    assert_eq!(opened(None, &["30", "60"]), 2);
    assert_eq!(opened(None, &["70"]), 3);
    assert_eq!(opened(None, &[]), 1, "everything is answered");
    assert_eq!(opened(Some("page-1"), &["70"]), 1, "a page that is asked for is shown");
}
