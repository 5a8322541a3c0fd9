//! Copying text from another case of the same invitation: what there is, ticked one by one.

use leptos::prelude::*;

use super::controls::{legend, page_caption};
use super::desk::{Beside, Desk, JustCopied};
use super::page;
use super::route::Step;
use super::words;
use crate::id::AreaId;
use crate::store::Offer;
use crate::ui::govuk::{
    BackLink, BannerKind, Button, ButtonGroup, Checkboxes, Choice, ErrorSummary, InsetText,
    LinkButton, NotificationBanner, PageError, PageErrors, PageTitle, focus_region, once_shown,
};
use crate::ui::router::go;

/// The way to this page, where there is something to copy.
///
/// `again` tells that what was copied was taken out again.
pub fn link(desk: Desk, area: &AreaId, again: RwSignal<u32>) -> AnyView {
    let area = area.clone();
    let href = desk.href(&Step::Copy(area.clone()));
    let view = move || {
        again.track();
        desk.has_beside(&area).then(|| {
            view! { <p class="govuk-body"><a class="govuk-link" id="copy-texts" href=href.clone()>{words::COPY_TEXTS}</a></p> }
        })
    };
    view.into_any()
}

/// What was copied just now, with the way back; then, that it was taken out again.
pub fn notice(desk: Desk, area: &AreaId, again: RwSignal<u32>) -> AnyView {
    let area = area.clone();
    let undone = RwSignal::new(None::<usize>);
    on_cleanup(move || desk.forget_copying());
    let view = move || match (undone.get(), desk.just_copied(&area)) {
        (Some(kept), _) => {
            Some(banner("copying-undone", words::copying_undone(kept), ().into_any()))
        }
        (None, Some(just)) => {
            let text = words::texts_copied(just.count(), &just.from());
            Some(banner("texts-copied", text, undo(desk, just, undone, again)))
        }
        (None, None) => None,
    };
    view.into_any()
}

fn banner(id: &'static str, text: String, more: AnyView) -> AnyView {
    let title_id = [id, "-title"].concat();
    // After the page's heading: what was done comes first, and the way back is the next stop.
    once_shown(move || {
        focus_region(id);
    });
    view! {
        <div id=id>
            <NotificationBanner kind=BannerKind::Success title_id=title_id>
                <p class="govuk-notification-banner__heading">{text}</p>
                {more}
            </NotificationBanner>
        </div>
    }
    .into_any()
}

fn undo(
    desk: Desk,
    just: JustCopied,
    undone: RwSignal<Option<usize>>,
    again: RwSignal<u32>,
) -> AnyView {
    let undo = move |()| {
        let kept = desk.undo_copying(&just);
        // The button goes, and the boxes are drawn anew: not while the click is being told.
        request_animation_frame(move || {
            let _ = undone.try_set(Some(kept));
            let _ = again.try_update(|times| *times += 1);
        });
    };
    view! { <p class="govuk-body"><LinkButton text=words::UNDO_COPYING on_click=undo /></p> }
        .into_any()
}

/// The page of what the other cases have for one area.
pub fn page(desk: Desk, area: &AreaId) -> AnyView {
    let found = desk.with(|open| {
        let area = open.invitation.round.tool.area(area)?;
        Some([&area.number.to_string(), ". ", &area.title].concat())
    });
    let Some(title) = found else { return page::unknown().into_any() };
    let errors = PageErrors::new();
    let back = desk.href(&Step::Area(area.clone()));
    let found = RwSignal::new(None::<Vec<Beside>>);
    desk.look_beside(area.clone(), move |beside| drop(found.try_set(Some(beside))));
    let area = area.clone();
    let view = move || match found.get() {
        Some(beside) => choose(desk, &area, beside, errors),
        None => {
            view! { <p class="govuk-body" role="status">{words::LOOKING_BESIDE}</p> }.into_any()
        }
    };
    view! {
        <PageTitle text=words::COPY_TEXTS program=words::PROGRAM error=errors.any() />
        <BackLink href=back.clone() />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::COPY_TEXTS}</h1>
        <p class="govuk-body-l">{title}</p>
        <p class="govuk-body">{words::COPY_EXPLAINED}</p>
        <p class="govuk-body">{words::COPY_NEVER}</p>
        {view}
    }
    .into_any()
}

/// One form: the texts of each case, and one button.
fn choose(desk: Desk, area: &AreaId, beside: Vec<Beside>, errors: PageErrors) -> AnyView {
    let back = desk.href(&Step::Area(area.clone()));
    if beside.is_empty() {
        return view! {
            <InsetText>{words::NOTHING_TO_COPY}</InsetText>
            <p class="govuk-body"><a class="govuk-link" href=back>{words::BACK_TO_AREA}</a></p>
        }
        .into_any();
    }
    let ticked = StoredValue::new(vec![Vec::<String>::new(); beside.len()]);
    let fieldsets: Vec<AnyView> =
        beside.iter().enumerate().map(|(at, one)| fieldset(at, one, ticked, errors)).collect();
    let (target, area) = (back.clone(), area.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let chosen = ticked.with_value(|ticked| chosen(&beside, ticked));
        let missing = chosen.is_empty();
        let wrong = missing.then(|| PageError::new(stem(0), words::TICK_A_TEXT));
        if errors.show(wrong.into_iter().collect()) {
            desk.copy_texts(&area, &chosen);
            go(&target);
        }
    };
    view! {
        <form novalidate on:submit=submit>
            {fieldsets}
            <ButtonGroup>
                <Button text=words::COPY_TICKED />
                <a class="govuk-link" href=back>{words::COPY_NOTHING}</a>
            </ButtonGroup>
        </form>
    }
    .into_any()
}

/// What is ticked of each case that has something ticked.
fn chosen(beside: &[Beside], ticked: &[Vec<String>]) -> Vec<(String, Vec<Offer>)> {
    let of_case = |(one, ticked): (&Beside, &Vec<String>)| {
        let offers = one.offers.iter().enumerate();
        let offers = offers.filter(|(number, _)| ticked.contains(&number.to_string()));
        (one.case.clone(), offers.map(|(_, offer)| offer.clone()).collect::<Vec<Offer>>())
    };
    beside.iter().zip(ticked).map(of_case).filter(|(_, offers)| !offers.is_empty()).collect()
}

fn stem(at: usize) -> String {
    ["copy-", &at.to_string()].concat()
}

fn fieldset(
    at: usize,
    beside: &Beside,
    ticked: StoredValue<Vec<Vec<String>>>,
    errors: PageErrors,
) -> AnyView {
    let items = beside.offers.iter().enumerate();
    let items = items.map(|(number, offer)| choice(number, offer)).collect();
    let on_change = move |values: Vec<String>| {
        ticked.update_value(|all| {
            if let Some(of_case) = all.get_mut(at) {
                *of_case = values;
            }
        });
    };
    let from = words::copy_from(&beside.case, beside.second_copy);
    view! {
        <Checkboxes id=stem(at) legend=legend(from) items=items on_change=on_change
            error=errors.of(stem(at)) class="govuk-checkboxes--small" group_class="app-copy" />
    }
    .into_any()
}

fn choice(number: usize, offer: &Offer) -> Choice {
    let hint = words::to_copy(&offer.text, &offer.evidence, !offer.beside.trim().is_empty());
    Choice::new(number.to_string(), offer.label.clone()).hint(hint)
}
