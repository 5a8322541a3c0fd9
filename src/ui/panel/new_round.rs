//! Setting up a round from a template.

pub(super) mod sections;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, Seals};
use super::route::Part;
use super::typing::Typing;
use super::words::set_up as own;
use super::{page, rounds, words};
use crate::browser::{now, random};
use crate::id::RoundId;
use crate::round::round_templates;
use crate::round::set_up::{MONTHS, SetUp, SetUpFault, SetUpRandom};
use crate::tool::library;
use crate::ui::govuk::{
    BackLink, Button, ErrorSummary, InsetText, PageError, PageErrors, PageTitle, SaveStatus,
};
use crate::ui::router::{current, go};

/// The page on which a round is set up: from the template of this name, or after another round.
pub fn page(desk: Desk, name: &str) -> AnyView {
    match SetUp::follows(name) {
        Some(earlier) => after(desk, earlier),
        None => of_template(desk, name),
    }
}

fn of_template(desk: Desk, template: &str) -> AnyView {
    let found = round_templates().into_iter().find(|one| one.id == template);
    let Some((template, tool)) =
        found.and_then(|one| Some((one.clone(), library::by_id(&one.tool)?)))
    else {
        return page::unknown();
    };
    once_here(desk, SetUp::of(template, tool))
}

/// What the earlier round states is read first.
fn after(desk: Desk, earlier: &str) -> AnyView {
    let Ok(earlier) = RoundId::new(earlier) else { return page::unknown() };
    let found = RwSignal::new(None::<Result<StoredValue<SetUp>, String>>);
    spawn_local(async move {
        let read = desk.other_round(&earlier).await.map(|workbook| {
            let attributes = workbook.sampling().attributes.iter().map(|one| one.id.clone());
            StoredValue::new(SetUp::after(workbook.plan(), attributes.collect()))
        });
        let _ = found.try_set(Some(read));
    });
    let view = move || match found.get() {
        Some(Ok(set_up)) => once_here(desk, set_up.get_value()),
        Some(Err(why)) => rounds::failed(why),
        None => view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any(),
    };
    view.into_any()
}

/// The form, once what was typed for it before is here.
fn once_here(desk: Desk, set_up: SetUp) -> AnyView {
    let id = set_up.template.id.clone();
    let set_up = StoredValue::new(set_up);
    let view = move || {
        // After it was forgotten, the page begins anew.
        desk.ensure_set_up(&id, || set_up.with_value(|set_up| set_up.round(random::id())));
        match desk.has_set_up(&id) {
            true => untrack(|| form(desk, set_up)),
            false => view! { <p class="govuk-body" role="status">{words::LOADING}</p> }.into_any(),
        }
    };
    view.into_any()
}

fn form(desk: Desk, set_up: StoredValue<SetUp>) -> AnyView {
    let errors = PageErrors::new();
    let (title, follows, practice) = set_up.with_value(|set_up| {
        let template = &set_up.template;
        (template.title.clone(), SetUp::follows(&template.id).is_some(), set_up.practice)
    });
    let invented = practice.then_some(own::AFTER_PRACTICE);
    let begins = set_up.with_value(|set_up| set_up.begins.clone());
    let typing = Typing::of_set_up(desk, begins, errors);
    let days = SetUp::r01_days_named(&typing.raw("terms"));
    let of_before = (follows && !days.is_empty()).then(|| own::days_of_before(&days));
    // While one round is created, pressing again creates no second one.
    let busy = StoredValue::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_value() {
            create(desk, set_up, typing, busy);
        }
    };
    view! {
        <PageTitle text=words::DETAILS program=words::PROGRAM error=errors.any() />
        <BackLink href="#/new" text=words::BACK_TO_TEMPLATES />
        <ErrorSummary errors=errors />
        <span class="govuk-caption-l">{title}</span>
        <h1 class="govuk-heading-l">{words::DETAILS}</h1>
        <SaveStatus state=desk.save_state() />
        {follows.then(|| view! { <InsetText>{own::AFTER}{invented}</InsetText> })}
        {of_before.map(|said| view! { <InsetText>{said}</InsetText> })}
        <p class="govuk-body">{own::NOTHING_LOST}</p>
        {typing.standing(|| {})}
        <form novalidate on:submit=submit class="govuk-!-width-two-thirds">
            {set_up.with_value(|set_up| sections::all(typing, set_up))}
            <Button text=words::CREATE id="create" />
        </form>
    }
    .into_any()
}

fn create(desk: Desk, set_up: StoredValue<SetUp>, typing: Typing, busy: StoredValue<bool>) {
    let read = set_up.with_value(|set_up| {
        let random = SetUpRandom {
            round: random::id(),
            case: &mut random::id,
            ids: &mut || (random::id(), random::id()),
            secret: &mut random::secret,
        };
        set_up.read(&desk.set_up_texts(), now().date_naive(), random)
    });
    let errors = typing.errors;
    let draft = match read {
        Ok(draft) => draft,
        Err(faults) => {
            errors.show(faults.iter().map(error).collect());
            return;
        }
    };
    errors.show(Vec::new());
    let seals = if typing.raw("seals") == "open" { Seals::Nothing } else { Seals::ToThePanel };
    let sent = Sent::now(set_up);
    busy.set_value(true);
    desk.set_up(draft, seals, move |outcome| match outcome {
        Ok(id) => created(desk, id, sent),
        Err(why) => {
            busy.try_set_value(false);
            errors.show(vec![PageError::new("create", why)]);
        }
    });
}

/// The form as it was sent off.
struct Sent {
    address: String,
    template: String,
}

impl Sent {
    fn now(set_up: StoredValue<SetUp>) -> Self {
        let template = set_up.with_value(|set_up| set_up.template.id.clone());
        Self { address: current(), template }
    }

    /// The round it was set up from.
    fn earlier(&self) -> Option<RoundId> {
        SetUp::follows(&self.template).and_then(|id| RoundId::new(id).ok())
    }

    /// Leads to the new round; whoever has gone elsewhere stays there, with what is typed there.
    fn arrive(&self, desk: Desk, id: &RoundId) {
        if current() == self.address {
            go(&Part::Overview.href(id));
        }
        if untrack(|| desk.has_set_up(&self.template)) {
            desk.forget_set_up();
        }
    }
}

/// Goes to the new round, whose baseline is the one it was set up from (RA-01); what that left open is
/// carried into it first (AP-10).
fn created(desk: Desk, id: RoundId, sent: Sent) {
    let Some(earlier) = sent.earlier() else { return sent.arrive(desk, &id) };
    desk.go_on_from(id.clone(), earlier, move |outcome| {
        desk.say(match outcome {
            Ok(work) => words::baseline::went_on(&words::plan::carried(&work)),
            Err(why) => [words::plan::NOT_CARRIED, " ", &why].concat(),
        });
        sent.arrive(desk, &id);
    });
}

/// A date's error leads to its first box.
pub(super) fn error(fault: &SetUpFault) -> PageError {
    use crate::round::set_up::SetUpFaultKind::Date;
    let error = PageError::new(fault.field.clone(), own::fault(&fault.field, fault.kind));
    let of_month = fault.field == "selected" || MONTHS.iter().any(|(id, _)| *id == fault.field);
    match fault.kind {
        Date if of_month => error.at([&fault.field, "-month"].concat()),
        Date => error.at([&fault.field, "-day"].concat()),
        _ => error,
    }
}
