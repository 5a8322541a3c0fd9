//! The sections of the page, from top to bottom.

use leptos::prelude::*;

use super::super::typing::{RowNames, Typing};
use super::super::words;
use super::own;
use crate::round::set_up::{SetUp, agency_box, authority_box, limits_box, place_box};
use crate::round::{Agency, Slot, Term};
use crate::timescale::{StandardSet, counted, set_name, shipped_sets};
use crate::ui::govuk::{Caption, Choice, Details, SelectItem, Size};

/// All of them.
pub(super) fn all(typing: Typing, set_up: &SetUp) -> Vec<AnyView> {
    let mut all = vec![
        about(typing),
        cases(typing),
        terms(typing, words::TERMS_HINT),
        dates(typing),
        asked(typing),
        together(typing),
        concerns(typing),
        report(typing),
        wording(typing),
    ];
    all.push(auditors(typing, set_up));
    all
}

/// Those of what may still change once invitations are out (K-01).
pub(in crate::ui::panel) fn of_details(
    typing: Typing,
    agencies: &[Agency],
    slots: &[Slot],
    standards: &StandardSet,
) -> Vec<AnyView> {
    vec![
        about(typing),
        section(words::WHICH_CASES_SECTION, chosen(typing).into()),
        terms(typing, own::TERMS_AS_THEY_ARE),
        dates(typing),
        concerns(typing),
        report(typing),
        wording(typing),
        names(typing, agencies, slots, standards),
    ]
}

fn section(title: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <h2 class="govuk-heading-m app-form-section">{title}</h2> {parts} }.into_any()
}

fn small(text: &'static str) -> Caption {
    Caption::new(text).size(Size::S)
}

fn choices(all: &[(&'static str, &'static str)]) -> Vec<Choice> {
    all.iter().map(|(value, text)| Choice::new(*value, *text)).collect()
}

fn yes_no() -> Vec<Choice> {
    choices(&[("yes", words::YES), ("no", words::NO)])
}

/// What the round is, and whose.
fn about(typing: Typing) -> AnyView {
    section(
        words::ABOUT_THE_ROUND,
        vec![
            typing.line("title", small(words::TITLE), words::TITLE_HINT),
            typing.line("board", small(words::BOARD), ""),
            typing.line("board-short", small(words::BOARD_SHORT), ""),
            typing.line("board-area", small(words::BOARD_AREA), ""),
            typing.line("period", small(words::PERIOD), words::PERIOD_HINT),
            typing.area("themes", small(words::THEMES), words::THEMES_HINT, 4),
            typing.line("focus", small(words::FOCUS), words::FOCUS_HINT),
        ],
    )
}

/// How many cases, from where, and how far back.
fn cases(typing: Typing) -> AnyView {
    let selections = choices(&[
        ("purposive", words::PURPOSIVE),
        ("random", words::RANDOM),
        ("service-data", words::SERVICE_DATA),
        ("nominated", words::NOMINATED),
    ]);
    let [population, selected_by, selected] = chosen(typing);
    section(
        words::WHICH_CASES_SECTION,
        vec![
            typing.number("cases", small(words::CASES_NUMBER), words::CASES_HINT),
            population,
            typing.radios("selection", small(words::SELECTION), "", selections, None),
            selected_by,
            selected,
            typing.number("look-back", small(words::LOOK_BACK), ""),
            typing.number("judgement", small(words::JUDGEMENT_MONTHS), ""),
        ],
    )
}

/// From which cases they were chosen, by whom and when.
fn chosen(typing: Typing) -> [AnyView; 3] {
    [
        typing.line("population", small(words::POPULATION), words::POPULATION_HINT),
        typing.line("selected-by", small(words::SELECTED_BY), words::SELECTED_BY_HINT),
        typing.month("selected", small(own::SELECTED_MONTH), words::MONTH_HINT),
    ]
}

/// What was agreed about it.
fn terms(typing: Typing, hint: &str) -> AnyView {
    section(
        words::TERMS_SECTION,
        vec![
            typing.area("purpose", small(words::PURPOSE), "", 4),
            typing.area("terms", small(words::TERMS), hint, 12),
            typing.area("enquiry", small(words::LINES_OF_ENQUIRY), words::ONE_A_LINE, 4),
        ],
    )
}

/// Days and months, in the order of time: the months of the report lie before the last day.
fn dates(typing: Typing) -> AnyView {
    let day = |id, text| typing.date(id, small(text), words::DATE_HINT);
    let month = |id, text| typing.month(id, small(text), words::MONTH_HINT);
    section(
        words::DATES_SECTION,
        vec![
            view! { <p class="govuk-body">{words::DATES_MAY_DISAGREE}</p> }.into_any(),
            day("agreed", words::AGREED),
            day("due", words::DUE),
            day("panel", words::PANEL_DAY),
            month("report", words::REPORT_MONTH),
            month("board-month", words::BOARD_MONTH),
            month("ratified", words::RATIFIED_MONTH),
            month("signed-off", words::SIGNED_OFF_MONTH),
            day("retention", words::RETENTION),
        ],
    )
}

/// What auditors are asked for, and who reads it.
fn asked(typing: Typing) -> AnyView {
    let graded = choices(&[
        ("area-and-case", own::BY_AREA),
        ("case", own::BY_CASE),
        ("nothing", own::NOT_GRADED),
    ]);
    let seals = vec![
        Choice::new("sealed", words::ONLY_THE_PANEL).hint(words::ONLY_THE_PANEL_HINT),
        Choice::new("open", words::WHOEVER_HAS_IT).hint(words::WHOEVER_HAS_IT_HINT),
    ];
    let sets = shipped_sets().into_iter();
    let sets = sets.map(|set| SelectItem::new(set.id.clone(), set_name(&set)));
    section(
        words::ASKED_SECTION,
        vec![
            typing.radios("graded-by", small(own::GRADED_BY), own::GRADED_BY_HINT, graded, None),
            typing.radios("chronology", small(words::CHRONOLOGY_REQUIRED), "", yes_no(), None),
            typing.radios("second", small(own::SECOND), "", yes_no(), None),
            typing.select("standards", small(own::STANDARDS), sets.collect()),
            typing.radios("seals", small(words::WHO_CAN_OPEN), "", seals, None),
        ],
    )
}

/// How the agencies' gradings become one.
fn together(typing: Typing) -> AnyView {
    let by = choices(&[
        ("panel", own::BY_PANEL),
        ("auditors", own::BY_AUDITORS),
        ("author", own::BY_AUTHOR),
        ("nobody", own::BY_NOBODY),
    ]);
    let suggests = vec![
        Choice::new("most-common", own::MOST_COMMON).hint(own::MOST_COMMON_HINT),
        Choice::new("agreement", own::AGREEMENT),
        Choice::new("nothing", own::NO_SUGGESTIONS),
    ];
    section(
        own::HOW_TOGETHER,
        vec![
            typing.radios("integrated-by", small(own::INTEGRATED_BY), "", by, None),
            typing.radios("suggests", small(own::SUGGESTS), "", suggests, None),
        ],
    )
}

/// Whom auditors tell at once.
fn concerns(typing: Typing) -> AnyView {
    section(
        own::CONCERN_ROUTE,
        vec![
            typing.line("contact", small(words::CONCERN_CONTACT), words::CONCERN_CONTACT_HINT),
            typing.line("telephone", small(own::TELEPHONE), ""),
            typing.line("email", small(own::EMAIL), own::EMAIL_HINT),
            typing.line("hours", small(own::HOURS), own::HOURS_HINT),
            typing.line("out-of-hours", small(own::OUT_OF_HOURS), ""),
        ],
    )
}

/// Who writes it, whom it names, how small a number it prints.
fn report(typing: Typing) -> AnyView {
    let names = RowNames {
        id: "contacts",
        title: own::CONTACTS,
        hint: "",
        name: own::CONTACT,
        add_first: own::ADD_CONTACT,
        add_more: own::ADD_ANOTHER_CONTACT,
    };
    let row = move |key: String| {
        let id = |part: &str| ["contacts-", &key, "-", part].concat();
        view! {
            {typing.line(&id("heading"), own::CONTACT_HEADING.into(), "")}
            {typing.line(&id("text"), own::CONTACT_TEXT.into(), "")}
        }
        .into_any()
    };
    section(
        own::REPORT_SECTION,
        vec![
            typing.line("author-role", small(words::AUTHOR_ROLE), words::AUTHOR_ROLE_HINT),
            typing.line("author-name", small(own::AUTHOR_NAME), own::AUTHOR_NAME_HINT),
            typing.number("suppress-below", small(own::SUPPRESS), ""),
            typing.list(names, row),
        ],
    )
}

/// What the board calls things.
fn wording(typing: Typing) -> AnyView {
    let mut parts = vec![view! { <p class="govuk-body">{own::WORDS_EXPLAINED}</p> }.into_any()];
    parts.extend(
        Term::ALL.map(|term| {
            typing.line(&["word-", term.as_str()].concat(), small(own::term(term)), "")
        }),
    );
    section(own::WORDS_SECTION, parts)
}

/// What the agencies and their places are called, each by what it is called now.
fn names(typing: Typing, agencies: &[Agency], slots: &[Slot], standards: &StandardSet) -> AnyView {
    let name = |agency: &Agency| {
        let label = Caption::new(own::named_now(&agency.name)).size(Size::S);
        typing.line(&agency_box(&agency.id), label, words::AGENCY_NAME_HINT)
    };
    let place = |slot: &Slot| {
        let agency = agency_of(agencies, slot);
        let alone = slots.iter().filter(|one| one.agency == slot.agency).count() == 1;
        let label = Caption::new(own::place_now(agency, &slot.label, alone)).size(Size::S);
        typing.line(&place_box(&slot.id), label, "")
    };
    let mut parts: Vec<AnyView> =
        agencies.iter().map(name).chain(slots.iter().map(place)).collect();
    parts.push(authorities(typing, agencies, slots, standards));
    section(own::NAMES_SECTION, parts)
}

fn agency_of<'a>(agencies: &'a [Agency], slot: &Slot) -> &'a str {
    let agency = agencies.iter().find(|agency| agency.id == slot.agency);
    agency.map_or("", |agency| agency.name.as_str())
}

/// Edge case 14: places of another authority, of a child who moved between two, and its limits.
fn authorities(
    typing: Typing,
    agencies: &[Agency],
    slots: &[Slot],
    standards: &StandardSet,
) -> AnyView {
    let of_place = |slot: &Slot| {
        let agency = agency_of(agencies, slot);
        let named = Caption::new(own::authority_of(agency, &slot.label)).size(Size::S);
        let limits = Caption::new(own::limits_of(agency, &slot.label)).size(Size::S);
        [
            typing.line(&authority_box(&slot.id), named, ""),
            typing.area(&limits_box(&slot.id), limits, own::LIMITS_HINT, 2),
        ]
    };
    let is_typed = |slot: &Slot| {
        let boxes = [authority_box(&slot.id), limits_box(&slot.id)];
        boxes.iter().any(|id| !typing.raw(id).is_empty())
    };
    let is_any = slots.iter().any(is_typed);
    let boxes: Vec<AnyView> = slots.iter().flat_map(of_place).collect();
    let here = standards.local().map(|standard| {
        let limit = counted(standard.limit, standard.unit);
        let text = own::limit_here(&standard.title, &limit);
        view! { <li>{text}</li> }
    });
    let here = here.collect::<Vec<_>>();
    view! {
        <Details summary=own::AUTHORITIES open=is_any>
            <p class="govuk-body">{own::AUTHORITIES_EXPLAINED}</p>
            <p class="govuk-body">{own::LIMITS_EXPLAINED}</p>
            <ul class="govuk-list govuk-list--bullet">{here}</ul>
            {boxes}
        </Details>
    }
    .into_any()
}

/// Who is invited: one row for each auditor.
fn auditors(typing: Typing, set_up: &SetUp) -> AnyView {
    let kinds: Vec<(String, String)> = set_up
        .tool
        .agency_kinds
        .iter()
        .map(|kind| (kind.id.to_string(), kind.name.clone()))
        .collect();
    let names = RowNames {
        id: "auditors",
        title: words::AUDITORS,
        hint: "",
        name: words::AGENCY,
        add_first: words::ADD_AGENCY,
        add_more: words::ADD_ANOTHER_AGENCY,
    };
    let row = move |key: String| {
        let id = |part: &str| ["auditors-", &key, "-", part].concat();
        let mut items = vec![SelectItem::new("", words::CHOOSE_KIND)];
        items.extend(kinds.iter().map(|(id, name)| SelectItem::new(id.clone(), name.clone())));
        view! {
            {typing.select(&id("kind"), words::AGENCY_KIND.into(), items)}
            {typing.line(&id("name"), words::AGENCY_NAME.into(), words::AGENCY_NAME_HINT)}
            {typing.line(&id("label"), words::SLOT_LABEL.into(), "")}
        }
        .into_any()
    };
    let error = typing.errors.of("auditors");
    let said = move || error.get().map(|text| view! { <p class="govuk-error-message">{text}</p> });
    section(words::AGENCIES, vec![said.into_any(), typing.list(names, row)])
}
