//! Between a text that is recorded and the boxes in which it is changed.

use std::collections::{BTreeMap, BTreeSet};

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::passage_fields::{COUNTS, LINKS, QUESTIONS, field, to_text};
use super::words;
use crate::gather::gathered;
use crate::id::ItemId;
use crate::json;
use crate::panel::Workbook;
use crate::panel::manuscript::{Asked, Measure, Passage, PassageError, Place, Reference};
use crate::ui::govuk::PageError;

/// A recorded text as it stands in the boxes: findings as they are now, without those that were dropped.
pub fn boxes(workbook: &Workbook, passage: &Passage) -> Vec<(String, String)> {
    let now = |id: &ItemId| workbook.finding_now(id).map(|finding| finding.id.clone());
    let rests: BTreeSet<ItemId> = gathered(passage.rests_on.iter().filter_map(now));
    let rests: Vec<&str> = rests.iter().map(ItemId::as_str).collect();
    let place = match &passage.place {
        Place::Finding(finding) => now(finding).map(Place::Finding),
        other => Some(other.clone()),
    };
    let again = passage.audit_again_months.map(|months| months.to_string());
    let mut boxes: Vec<(String, String)> = [
        ("place", place.map(|place| place.key()).unwrap_or_default()),
        ("heading", passage.heading.clone()),
        ("text", passage.text.clone()),
        ("points", passage.points.join("\n")),
        ("call", passage.call_to_action.clone()),
        ("rests-on", rests.join(" ")),
        ("again", again.unwrap_or_default()),
    ]
    .map(|(name, text)| (name.to_owned(), text))
    .into();
    let counts = passage.counts.iter();
    let counts = counts.map(|(name, by)| [("name", name.clone()), ("by", to_text(by))]);
    rows(&mut boxes, COUNTS, counts.collect());
    let questions = passage.questions.iter();
    let questions =
        questions.map(|one| [("audience", one.audience.clone()), ("text", one.text.clone())]);
    rows(&mut boxes, QUESTIONS, questions.collect());
    let links = passage.links.iter();
    let links = links.map(|one| [("label", one.label.clone()), ("address", one.address.clone())]);
    rows(&mut boxes, LINKS, links.collect());
    boxes
}

fn rows(boxes: &mut Vec<(String, String)>, list: &str, rows: Vec<[(&str, String); 2]>) {
    let keys: Vec<String> =
        (1..=rows.len()).map(|number| ["r", &number.to_string()].concat()).collect();
    boxes.push((list.to_owned(), keys.join(" ")));
    for (key, row) in keys.iter().zip(rows) {
        boxes.extend(row.map(|(name, text)| (field(list, key, name), text)));
    }
}

/// What stands in the boxes, as a text to record.
pub fn passage(typing: Typing, id: ItemId) -> Result<Passage, Vec<PageError>> {
    let mut wrong = Vec::new();
    let place = Place::of_key(&typing.raw("place"));
    if place.is_none() {
        wrong.push(PageError::new("place", words::SELECT_PLACE));
    }
    let again = typing.text("again");
    let months = again.parse::<u32>().ok();
    if !again.is_empty() && months.is_none() {
        wrong.push(PageError::new("again", words::WRITE_MONTHS));
    }
    let counts = counts(typing, &mut wrong);
    let (Some(place), true) = (place, wrong.is_empty()) else { return Err(wrong) };
    let lines = typing.raw("points");
    let points = lines.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(Passage {
        id,
        place,
        heading: typing.text("heading"),
        text: typing.text("text"),
        counts,
        questions: questions(typing),
        points: points.map(str::to_owned).collect(),
        call_to_action: typing.text("call"),
        links: links(typing),
        rests_on: typing
            .chosen("rests-on")
            .into_iter()
            .filter_map(|id| ItemId::new(id).ok())
            .collect(),
        audit_again_months: months,
        removed: false,
        stamp: Desk::stamp(),
    })
}

fn counts(typing: Typing, wrong: &mut Vec<PageError>) -> BTreeMap<String, Measure> {
    let mut counts = BTreeMap::new();
    for key in typing.rows(COUNTS) {
        let (name, by) = (field(COUNTS, &key, "name"), field(COUNTS, &key, "by"));
        let called = typing.text(&name).to_lowercase().replace(' ', "-");
        let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if called.is_empty() || !called.chars().all(fits) {
            wrong.push(PageError::new(name, words::WRITE_COUNT_NAME));
            continue;
        }
        match json::from_slice::<Measure>(typing.raw(&by).as_bytes()) {
            Ok(measure) => {
                counts.insert(called, measure);
            }
            Err(_) => wrong.push(PageError::new(by, words::SELECT_COUNT)),
        }
    }
    counts
}

fn questions(typing: Typing) -> Vec<Asked> {
    let asked = typing.rows(QUESTIONS).into_iter().map(|key| Asked {
        audience: typing.text(&field(QUESTIONS, &key, "audience")),
        text: typing.text(&field(QUESTIONS, &key, "text")),
    });
    asked.filter(|one| !one.text.is_empty()).collect()
}

fn links(typing: Typing) -> Vec<Reference> {
    let links = typing.rows(LINKS).into_iter().map(|key| Reference {
        label: typing.text(&field(LINKS, &key, "label")),
        address: typing.text(&field(LINKS, &key, "address")),
    });
    links.filter(|one| !one.label.is_empty() || !one.address.is_empty()).collect()
}

/// The box at which what is wrong stands.
pub fn at_box(error: &PassageError) -> String {
    match error {
        PassageError::NothingWritten => "text",
        PassageError::NowhereToStand | PassageError::WrittenAlready => "place",
        PassageError::FindingGone => "rests-on",
        PassageError::CannotCount(_) => COUNTS,
        PassageError::Address(_) => LINKS,
    }
    .to_owned()
}
