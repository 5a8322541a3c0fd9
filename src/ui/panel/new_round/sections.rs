//! The sections of the page, from top to bottom.

use leptos::prelude::*;

use super::super::new_round_form::{DAYS, MONTHS, SELECTIONS, lines};
use super::super::words;
use super::typing::Typing;
use crate::ui::govuk::{Caption, Choice, DateInput, DatePart, DateText, Size};

const SEALED: &str = "sealed";
const OPEN: &str = "open";

fn section(title: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <h2 class="govuk-heading-m app-form-section">{title}</h2> {parts} }.into_any()
}

/// What the round is, and whose.
pub(super) fn about(typing: Typing) -> AnyView {
    section(
        words::ABOUT_THE_ROUND,
        vec![
            typing.line(
                "title",
                words::TITLE,
                words::TITLE_HINT,
                |form| form.round.title.clone(),
                |form, text| {
                    form.round.title = text.trim().to_owned();
                },
            ),
            typing.line(
                "board",
                words::BOARD,
                "",
                |form| form.round.board.name.clone(),
                |form, text| {
                    form.round.board.name = text.trim().to_owned();
                },
            ),
            typing.line(
                "board-short",
                words::BOARD_SHORT,
                "",
                |_| String::new(),
                |form, text| {
                    form.round.board.short_name = text.trim().to_owned();
                },
            ),
            typing.line(
                "board-area",
                words::BOARD_AREA,
                "",
                |_| String::new(),
                |form, text| {
                    form.round.board.area = text.trim().to_owned();
                },
            ),
            typing.line(
                "period",
                words::PERIOD,
                words::PERIOD_HINT,
                |_| String::new(),
                |form, text| {
                    form.round.period = text.trim().to_owned();
                },
            ),
            typing.area(
                "themes",
                words::THEMES,
                words::THEMES_HINT,
                |form| form.round.themes.join("\n"),
                |form, text| {
                    form.round.themes = lines(&text);
                },
            ),
            typing.line(
                "focus",
                words::FOCUS,
                words::FOCUS_HINT,
                |form| form.round.focus.clone(),
                |form, text| {
                    form.round.focus = text.trim().to_owned();
                },
            ),
        ],
    )
}

/// How many cases, and from where.
pub(super) fn which_cases(typing: Typing) -> AnyView {
    let items = SELECTIONS.map(|(id, label, _)| Choice::new(id, label)).into();
    let chosen = typing.form.with_value(|form| {
        SELECTIONS.iter().find(|(.., selection)| *selection == form.round.selection).map(|it| it.0)
    });
    section(
        words::WHICH_CASES_SECTION,
        vec![
            typing.number(
                "cases",
                words::CASES_NUMBER,
                words::CASES_HINT,
                |form| form.cases.clone(),
                |form, text| {
                    form.cases = text;
                },
            ),
            typing.line(
                "population",
                words::POPULATION,
                words::POPULATION_HINT,
                |form| form.round.cases.population.clone(),
                |form, text| {
                    form.round.cases.population = text.trim().to_owned();
                },
            ),
            typing.choice(
                "selection",
                words::SELECTION,
                items,
                chosen.unwrap_or_default().to_owned(),
                |form, text| {
                    let found = SELECTIONS.iter().find(|(id, ..)| *id == text);
                    form.round.selection = found.map_or(form.round.selection, |it| it.2);
                },
            ),
            typing.line(
                "selected-by",
                words::SELECTED_BY,
                words::SELECTED_BY_HINT,
                |form| form.round.cases.selected_by.clone(),
                |form, text| {
                    form.round.cases.selected_by = text.trim().to_owned();
                },
            ),
            typing.number(
                "look-back",
                words::LOOK_BACK,
                "",
                |form| form.look_back.clone(),
                |form, text| {
                    form.look_back = text;
                },
            ),
            typing.number(
                "judgement",
                words::JUDGEMENT_MONTHS,
                "",
                |form| form.judgement.clone(),
                |form, text| {
                    form.judgement = text;
                },
            ),
        ],
    )
}

/// What was agreed about it.
pub(super) fn terms(typing: Typing) -> AnyView {
    section(
        words::TERMS_SECTION,
        vec![
            typing.area(
                "purpose",
                words::PURPOSE,
                "",
                |form| form.round.purpose.clone(),
                |form, text| {
                    form.round.purpose = text.trim().to_owned();
                },
            ),
            typing.area(
                "terms",
                words::TERMS,
                words::TERMS_HINT,
                |form| form.round.terms_of_reference.join("\n\n"),
                |form, text| {
                    form.terms = Some(text);
                },
            ),
            typing.area(
                "enquiry",
                words::LINES_OF_ENQUIRY,
                words::ONE_A_LINE,
                |form| form.round.lines_of_enquiry.join("\n"),
                |form, text| {
                    form.round.lines_of_enquiry = lines(&text);
                },
            ),
            typing.line(
                "author-role",
                words::AUTHOR_ROLE,
                words::AUTHOR_ROLE_HINT,
                |_| String::new(),
                |form, text| {
                    form.round.report.author.role = text.trim().to_owned();
                },
            ),
        ],
    )
}

/// Days and months.
pub(super) fn dates(typing: Typing) -> AnyView {
    let set = move |id: &'static str| {
        Callback::new(move |typed: DateText| {
            typing.form.try_update_value(|form| form.dates.insert(id, typed));
        })
    };
    let error = move |id: &'static str| typing.errors.of(id);
    let day = |(id, legend, _)| {
        view! { <DateInput id=id legend=Caption::new(legend).size(Size::S) hint=words::DATE_HINT on_input=set(id) error=error(id) /> }
            .into_any()
    };
    let month = |(id, legend, _)| {
        view! {
            <DateInput id=id legend=Caption::new(legend).size(Size::S) hint=words::MONTH_HINT
                parts=DatePart::month_year() on_input=set(id) error=error(id) />
        }
        .into_any()
    };
    // In the order of time: the months of the report lie before the last day.
    let [agreed, due, panel, retention] = DAYS;
    let mut parts =
        vec![view! { <p class="govuk-body">{words::DATES_MAY_DISAGREE}</p> }.into_any()];
    parts.extend([agreed, due, panel].map(day));
    parts.extend(MONTHS.map(month));
    parts.push(day(retention));
    section(words::DATES_SECTION, parts)
}

/// What auditors are asked for, and who reads it.
pub(super) fn asked(typing: Typing) -> AnyView {
    let chronology = typing.form.with_value(|form| form.round.policy.chronology_required);
    let yes_no = vec![Choice::new("yes", words::YES), Choice::new("no", words::NO)];
    let required = if chronology { "yes" } else { "no" };
    let seals = vec![
        Choice::new(SEALED, words::ONLY_THE_PANEL).hint(words::ONLY_THE_PANEL_HINT),
        Choice::new(OPEN, words::WHOEVER_HAS_IT).hint(words::WHOEVER_HAS_IT_HINT),
    ];
    section(
        words::ASKED_SECTION,
        vec![
            typing.choice(
                "chronology",
                words::CHRONOLOGY_REQUIRED,
                yes_no,
                required.to_owned(),
                |form, text| {
                    form.round.policy.chronology_required = text == "yes";
                },
            ),
            typing.line(
                "contact",
                words::CONCERN_CONTACT,
                words::CONCERN_CONTACT_HINT,
                |_| String::new(),
                |form, text| {
                    form.round.concern_route.contact = text.trim().to_owned();
                },
            ),
            typing.choice("seals", words::WHO_CAN_OPEN, seals, SEALED.to_owned(), |form, text| {
                form.open = text == OPEN;
            }),
        ],
    )
}
