//! Setting up a round from a template.

use leptos::prelude::*;

use super::desk::{Desk, Seals};
use super::new_round_form::{DAYS, Form, MONTHS, Row, SELECTIONS, lines};
use super::route::Part;
use super::{page, words};
use crate::browser::random;
use crate::ui::govuk::{
    AddAnother, BackLink, Button, Caption, Choice, DateInput, DatePart, DateText, ErrorSummary,
    PageError, PageErrors, PageTitle, Radios, Select, SelectItem, Size, TextInput, Textarea,
};
use crate::ui::router::go;

const SEALED: &str = "sealed";
const OPEN: &str = "open";

/// The page on which a round is set up from the template of this name.
pub fn page(desk: Desk, template: &str) -> AnyView {
    match Form::begin(template) {
        Some(form) => view! { <NewRoundPage desk=desk form=form /> }.into_any(),
        None => page::unknown(),
    }
}

/// What a part of the page has in hand.
#[derive(Clone, Copy)]
struct Typing {
    form: StoredValue<Form>,
    errors: PageErrors,
}

impl Typing {
    fn set(self, write: fn(&mut Form, String)) -> Callback<String> {
        Callback::new(move |text: String| {
            self.form.try_update_value(|form| write(form, text));
        })
    }

    fn first(self, read: fn(&Form) -> String) -> String {
        self.form.with_value(read)
    }

    fn line(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        read: fn(&Form) -> String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        view! {
            <TextInput id=id label=Caption::new(label).size(Size::S) hint=hint value=self.first(read)
                on_input=self.set(write) error=self.errors.of(id) />
        }
        .into_any()
    }

    fn area(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        read: fn(&Form) -> String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        let rows = if id == "terms" { 12 } else { 4 };
        view! {
            <Textarea id=id label=Caption::new(label).size(Size::S) hint=hint value=self.first(read) rows=rows
                on_input=self.set(write) />
        }
        .into_any()
    }

    fn number(
        self,
        id: &'static str,
        label: &'static str,
        hint: &'static str,
        read: fn(&Form) -> String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        view! {
            <TextInput id=id label=Caption::new(label).size(Size::S) hint=hint inputmode="numeric"
                class="govuk-input--width-3" value=self.first(read) on_input=self.set(write)
                error=self.errors.of(id) />
        }
        .into_any()
    }

    fn choice(
        self,
        id: &'static str,
        legend: &'static str,
        items: Vec<Choice>,
        value: String,
        write: fn(&mut Form, String),
    ) -> AnyView {
        view! {
            <Radios id=id legend=Caption::new(legend).size(Size::S) items=items value=value
                on_change=self.set(write) class="govuk-radios--small" />
        }
        .into_any()
    }
}

/// The page on which a round is set up.
#[component]
fn NewRoundPage(
    /// The desk.
    desk: Desk,
    /// As the template begins it.
    form: Form,
) -> impl IntoView {
    let title = form.template.title.clone();
    let typing = Typing { form: StoredValue::new(form), errors: PageErrors::new() };
    let Typing { form, errors } = typing;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = form.get_value();
        if !errors.show(typed.wrong()) {
            return;
        }
        let Some(draft) = typed.draft() else { return };
        let seals = if typed.open { Seals::Nothing } else { Seals::ToThePanel };
        desk.set_up(draft, seals, move |outcome| match outcome {
            Ok(id) => go(&Part::Overview.href(&id)),
            Err(why) => drop(errors.show(vec![PageError::new("create", why)])),
        });
    };
    view! {
        <PageTitle text=words::SET_UP program=words::PROGRAM error=errors.any() />
        <BackLink href="#/new" text=words::BACK_TO_TEMPLATES />
        <ErrorSummary errors=errors />
        <span class="govuk-caption-l">{title}</span>
        <h1 class="govuk-heading-l">{words::SET_UP}</h1>
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {about(typing)}
            {which_cases(typing)}
            {terms(typing)}
            {dates(typing)}
            {asked(typing)}
            <Auditors typing=typing />
            <Button text=words::CREATE id="create" />
        </form>
    }
}

fn section(title: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <h2 class="govuk-heading-m">{title}</h2> {parts} }.into_any()
}

fn about(typing: Typing) -> AnyView {
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

fn which_cases(typing: Typing) -> AnyView {
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

fn terms(typing: Typing) -> AnyView {
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

fn dates(typing: Typing) -> AnyView {
    let set = move |id: &'static str| {
        Callback::new(move |typed: DateText| {
            typing.form.try_update_value(|form| form.dates.insert(id, typed));
        })
    };
    let error = move |id: &'static str| typing.errors.of(id);
    let mut parts =
        vec![view! { <p class="govuk-body">{words::DATES_MAY_DISAGREE}</p> }.into_any()];
    parts.extend(DAYS.map(|(id, legend, _)| {
        view! { <DateInput id=id legend=Caption::new(legend).size(Size::S) hint=words::DATE_HINT on_input=set(id) error=error(id) /> }
            .into_any()
    }));
    parts.extend(MONTHS.map(|(id, legend, _)| {
        view! {
            <DateInput id=id legend=Caption::new(legend).size(Size::S) hint=words::MONTH_HINT
                parts=DatePart::month_year() on_input=set(id) error=error(id) />
        }
        .into_any()
    }));
    section(words::DATES_SECTION, parts)
}

fn asked(typing: Typing) -> AnyView {
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

/// One row an auditor.
#[component]
fn Auditors(
    /// What is typed, and what is wrong.
    typing: Typing,
) -> impl IntoView {
    let Typing { form, errors } = typing;
    let began = form.with_value(|form| form.auditors.clone());
    let rows: RwSignal<Vec<String>> =
        RwSignal::new(began.iter().map(|row| row.key.clone()).collect());
    let kinds: Vec<(String, String)> = form.with_value(|form| {
        let kinds = form.round.tool.agency_kinds.iter();
        kinds.map(|kind| (kind.id.to_string(), kind.name.clone())).collect()
    });
    let add = move |()| {
        let key = random::hex();
        let row = Row {
            key: key.clone(),
            kind: String::new(),
            name: String::new(),
            label: String::new(),
        };
        form.update_value(|form| form.auditors.push(row));
        rows.update(|rows| rows.push(key));
    };
    let remove = move |key: String| {
        form.update_value(|form| form.auditors.retain(|row| row.key != key));
        rows.update(|rows| rows.retain(|row| *row != key));
    };
    let row = move |key: String| {
        let set = |write: fn(&mut Row, String)| {
            let key = key.clone();
            Callback::new(move |text: String| {
                form.update_value(|form| {
                    if let Some(row) = form.auditors.iter_mut().find(|row| row.key == key) {
                        write(row, text);
                    }
                });
            })
        };
        let first =
            form.with_value(|form| form.auditors.iter().find(|row| row.key == key).cloned());
        let (kind, name) = first.map(|row| (row.kind, row.name)).unwrap_or_default();
        let id = |part: &str| ["auditors-", &key, "-", part].concat();
        let mut items = vec![SelectItem::new("", words::CHOOSE_KIND)];
        items.extend(kinds.iter().map(|(id, name)| SelectItem::new(id.clone(), name.clone())));
        view! {
            <Select id=id("kind") label=Caption::new(words::AGENCY_KIND) items=items value=kind
                on_change=set(|row, text| row.kind = text) />
            <TextInput id=id("name") label=Caption::new(words::AGENCY_NAME) hint=words::AGENCY_NAME_HINT value=name
                on_input=set(|row, text| row.name = text) />
            <TextInput id=id("label") label=Caption::new(words::SLOT_LABEL)
                on_input=set(|row, text| row.label = text) />
        }
    };
    let error = errors.of("auditors");
    let holds = move |key: String| {
        form.with_value(|form| {
            form.auditors
                .iter()
                .any(|row| row.key == key && !(row.kind.is_empty() && row.name.is_empty()))
        })
    };
    view! {
        {move || error.get().map(|text| view! { <p class="govuk-error-message">{text}</p> })}
        <AddAnother id="auditors" title=words::AGENCIES name=words::AGENCY add_first=words::ADD_AGENCY
            add_more=words::ADD_ANOTHER_AGENCY rows=rows row=row on_add=add on_remove=remove holds=holds />
    }
}
