//! What leaves the panel of rounds whose returns, plan and frame hold something that identifies.

use multi_agency_audit::audit_return::About;
use multi_agency_audit::id::QueryId;
use multi_agency_audit::panel::{NewQuery, QueryError, Workbook};
use multi_agency_audit::report::dataset::dataset;
use multi_agency_audit::report::{i08_numbers, numbers_csv, xlsx};
use multi_agency_audit::round::sampling::{DrawRequest, Families};
use multi_agency_audit::store::DeputyKey;
use serde::Serialize;

use super::plan::planned;
use crate::planted::{plant, planted};
use crate::renderers::cells_of;
use crate::seed::{Seed, stamp};

/// The rounds whose returns hold all that is planted.
const ROUNDS: [&str; 4] = ["case-by-case", "theme-by-theme", "summary", "six-steps"];

fn rounds() -> impl Iterator<Item = Seed> {
    ROUNDS.into_iter().map(|name| Seed::changed(name, plant))
}

fn as_json<T: Serialize>(written: &T) -> String {
    serde_json::to_string_pretty(written).unwrap()
}

pub fn numbers() -> Vec<String> {
    let seed = Seed::changed("six-steps", plant);
    let numbers = i08_numbers(&seed.workbook, seed.story.today).unwrap();
    vec![numbers_csv(&numbers), cells_of(&xlsx(&numbers).unwrap())]
}

/// Returns and actions that hold what is planted: the tables tell of both.
pub fn datasets() -> Vec<String> {
    let workbooks = rounds().map(|seed| seed.workbook).chain([planned().0]);
    workbooks
        .map(|workbook| {
            let files = dataset(&workbook).unwrap().into_iter();
            files.map(|file| file.text).collect::<Vec<_>>().join("\n")
        })
        .collect()
}

pub fn invitations() -> Vec<String> {
    rounds()
        .flat_map(|seed| {
            let slots = seed.workbook.plan().slots.clone().into_iter();
            slots.map(move |slot| as_json(&seed.workbook.invitation(&slot.id).unwrap()))
        })
        .collect()
}

pub fn tools() -> Vec<String> {
    let planned = planned().0;
    rounds()
        .map(|seed| seed.workbook)
        .chain([planned])
        .map(|one| as_json(one.drafted_tool()))
        .collect()
}

/// A question with any of it is refused; one without goes out, to whoever sent words that hold it.
pub fn questions() -> Vec<String> {
    let mut seed = Seed::changed("six-steps", plant);
    let case = seed.workbook.plan().cases[0].case_ref.clone();
    let (place, ..) = seed.workbook.current_of_case(&case).next().unwrap();
    let place = place.clone();
    let mut ask = |number: usize, text: &str| {
        let question = NewQuery {
            id: QueryId::new(["q", &number.to_string()].concat()).unwrap(),
            place: place.clone(),
            about: About::Return,
            text: text.to_owned(),
            answer_by: None,
            keeps: String::new(),
        };
        seed.workbook.write_query(question, &stamp())
    };
    for (number, one) in planted().into_iter().enumerate() {
        let said = ["Who noted this: ", one, "?"].concat();
        let refused = ask(number, &said);
        let identifies = |error: &QueryError| {
            matches!(error, QueryError::Identifies(_) | QueryError::MayIdentify(_))
        };
        assert!(refused.as_ref().is_err_and(identifies), "{one}: {refused:?}");
    }
    ask(99, "Who was told of the core group?").unwrap();
    let packs: Vec<String> = packs(&seed.workbook);
    assert!(packs.iter().any(|pack| pack.contains("told of the core group")));
    packs
}

fn packs(workbook: &Workbook) -> Vec<String> {
    let slots = workbook.plan().slots.iter();
    slots
        .filter_map(|slot| workbook.query_pack(&slot.id, &stamp()))
        .map(|pack| as_json(&pack))
        .collect()
}

/// A key’s file holds numbers, and nothing that somebody writes: the passphrase seals it.
pub fn keys() -> Vec<String> {
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let phrase = planted().join(" ");
    let file = DeputyKey::of([7; 32]).protected(&phrase, &mut random).unwrap();
    vec![String::from_utf8(file).unwrap()]
}

/// Every candidate but one is excluded for a reason that identifies.
pub fn draws() -> Vec<String> {
    let mut workbook = Seed::named("six-steps").workbook;
    workbook.begin_sampling(&["gender".parse().unwrap()]);
    let table = "Female\n".repeat(planted().len() + 1);
    workbook
        .change_frame(
            |frame| {
                frame.paste(&table)?;
                let numbers = (1_u32..).zip(planted());
                numbers
                    .map(|(number, one)| (number, ["Not asked: ", one].concat()))
                    .try_for_each(|(number, reason)| frame.exclude(number, &reason))
            },
            &stamp(),
        )
        .unwrap();
    let request = DrawRequest { seed: "4711".into(), size: 1, families: Families::AsDrawn };
    workbook.s02_draw_cases(&request, &stamp()).unwrap();
    vec![as_json(&workbook.i08_draw_to_save(1, stamp().at).unwrap())]
}
