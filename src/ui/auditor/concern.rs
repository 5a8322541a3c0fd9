//! One immediate concern, on a short form of its own (C-02, C-04, C-06).

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::check_file::{Checked, check_notice};
use super::concerns::route_first;
use super::controls::{
    edits, legend, page_caption, save_and_continue, save_line, saves, saves_and_continues, yes_no,
    yes_no_value,
};
use super::dates::{DateQuestion, date_question, time_question};
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::page::{self, go_to_place};
use super::route::Step;
use super::words;
use crate::audit_return::{ConcernClosed, ConcernKind, ImmediateConcern};
use crate::browser;
use crate::check::{ConcernPart, Place, c02_moments_are_past};
use crate::id::ItemId;
use crate::store::{Change, ImmediateChange};
use crate::text::time_of_day;
use crate::timescale::{TypedDate, time_of};
use crate::ui::dates::dated;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, Caption, Choice, ErrorSummary, InsetText, PageErrors, PageTitle,
    Radios, TextInput, Textarea,
};

/// The page of one immediate concern.
#[component]
pub fn ConcernPage(
    /// The desk with the draft.
    desk: Desk,
    /// Which concern.
    item: ItemId,
    /// The control to go to.
    place: Option<String>,
) -> impl IntoView {
    let found =
        desk.with(|open| open.ret.immediate_concerns.iter().find(|one| one.id == item).cloned());
    match found {
        Some(one) => {
            let (errors, checked) = (PageErrors::new(), Checked::new());
            form(Form { desk, item, errors, checked }, &one, place)
        }
        None => page::unknown().into_any(),
    }
}

#[derive(Clone)]
struct Form {
    desk: Desk,
    item: ItemId,
    errors: PageErrors,
    /// What is said of a notice that was saved.
    checked: Checked,
}

fn form(form: Form, one: &ImmediateConcern, place: Option<String>) -> AnyView {
    let Form { desk, errors, .. } = form;
    let list = desk.href(&Step::Concerns);
    let here = Step::Concern(form.item.clone());
    let submit = saves_and_continues(desk, errors, here, || Step::Concerns);
    go_to_place(place);
    view! {
        <PageTitle text=words::IMMEDIATE_ONE program=words::PROGRAM error=errors.any() />
        <BackLink href=list.clone() text=words::BACK_TO_CONCERNS />
        <ErrorSummary errors=errors />
        {page_caption(desk)}
        <h1 class="govuk-heading-l">{words::IMMEDIATE_ONE}</h1>
        {route_first(desk)}
        {save_line(desk)}
        <form novalidate on:submit=submit>
            {form.noticed(one)}
            <h2 class="govuk-heading-m">{words::TOLD}</h2>
            {form.told(one)}
            <h2 class="govuk-heading-m">{words::WHAT_CAME_NEXT}</h2>
            {form.next(one)}
            {form.notice()}
            {save_and_continue(list)}
        </form>
    }
    .into_any()
}

impl Form {
    fn id(&self, part: ConcernPart) -> String {
        Place::ImmediateConcern(self.item.clone(), part).key()
    }

    /// The id of a question about which no rule has anything to say.
    fn own_id(&self, name: &str) -> String {
        ["immediate_", self.item.as_str(), "_", name].concat()
    }

    fn change<T: 'static>(
        &self,
        change: impl Fn(T) -> ImmediateChange + Send + Sync + 'static,
    ) -> Callback<T> {
        let (item, checked) = (self.item.clone(), self.checked);
        edits(self.desk, move |value| {
            checked.forget();
            Change::ImmediateConcern(item.clone(), change(value))
        })
    }

    fn noticed(&self, one: &ImmediateConcern) -> AnyView {
        let errors = self.errors;
        let (kind, text) = (self.id(ConcernPart::Kind), self.id(ConcernPart::Text));
        let kinds = ConcernKind::ALL
            .map(|kind| Choice::new(kind.as_str(), kind.label()).hint(words::concern_route(kind)));
        let on_kind = self.change(|chosen: String| {
            let kind = ConcernKind::ALL.into_iter().find(|kind| kind.as_str() == chosen);
            ImmediateChange::Kind(kind)
        });
        view! {
            <Radios id=kind.clone() legend=legend(words::CONCERN_KIND) items=kinds.into() on_change=on_kind
                value=one.kind.map(ConcernKind::as_str).unwrap_or_default() error=errors.of(kind) />
            {guarded(self.desk, &text, view! { <Textarea id=text.clone() described_by=found_under(&text) label=legend(words::CONCERN_TEXT) hint=words::CONCERN_TEXT_HINT rows=4
                value=one.text.clone() on_input=self.change(ImmediateChange::Text) on_blur=saves(self.desk)
                error=errors.of(text.clone()) /> })}
            {self.moment(ConcernPart::NoticedAt, words::NOTICED_AT, words::NOTICED_TIME, one.noticed_at, ImmediateChange::NoticedAt)}
        }
        .into_any()
    }

    fn told(&self, one: &ImmediateConcern) -> AnyView {
        let errors = self.errors;
        let (role, how) = (self.id(ConcernPart::ToldRole), self.id(ConcernPart::ToldHow));
        view! {
            {guarded(self.desk, &role, view! { <TextInput id=role.clone() described_by=found_under(&role) label=Caption::new(words::TOLD_ROLE) hint=words::TOLD_ROLE_HINT
                value=one.told_role.clone() on_input=self.change(ImmediateChange::ToldRole)
                on_blur=saves(self.desk) error=errors.of(role.clone()) /> })}
            {self.moment(ConcernPart::ToldAt, words::TOLD_DATE, words::TOLD_TIME, one.told_at, ImmediateChange::ToldAt)}
            {guarded(self.desk, &how, view! { <TextInput id=how.clone() described_by=found_under(&how) label=Caption::new(words::TOLD_HOW) hint=words::TOLD_HOW_HINT
                value=one.told_how.clone() on_input=self.change(ImmediateChange::ToldHow)
                on_blur=saves(self.desk) error=errors.of(how.clone()) /> })}
        }
        .into_any()
    }

    fn next(&self, one: &ImmediateConcern) -> AnyView {
        let yes = |chosen: String| ImmediateChange::Acknowledged(Some(chosen == "yes"));
        view! {
            {guarded(self.desk, &self.own_id("their-action"), view! { <Textarea id=self.own_id("their-action") described_by=found_under(&self.own_id("their-action")) label=Caption::new(words::THEIR_ACTION) rows=2
                value=one.their_action.clone() on_input=self.change(ImmediateChange::TheirAction)
                on_blur=saves(self.desk) /> })}
            <Radios id=self.own_id("acknowledged") legend=Caption::new(words::ACKNOWLEDGED)
                items=yes_no(words::YES, words::NO) value=yes_no_value(one.acknowledged)
                on_change=self.change(yes) class="govuk-radios--inline" />
            {guarded(self.desk, &self.own_id("follow-up"), view! { <Textarea id=self.own_id("follow-up") described_by=found_under(&self.own_id("follow-up")) label=Caption::new(words::FOLLOW_UP) hint=words::FOLLOW_UP_HINT
                rows=2 value=one.follow_up.clone() on_input=self.change(ImmediateChange::FollowUp)
                on_blur=saves(self.desk) /> })}
            {self.closing(one)}
        }
        .into_any()
    }

    /// Closing asks which manager closed it and what came of it; nothing is deleted (C-06).
    fn closing(&self, one: &ImmediateConcern) -> AnyView {
        let errors = self.errors;
        let (role, outcome) = (self.id(ConcernPart::ClosedBy), self.id(ConcernPart::Outcome));
        let value = yes_no_value(Some(one.closed.is_some()));
        // Opened again: what was said of the closing stands in its boxes still, and counts once it is closed again.
        let closed = one.closed.clone().unwrap_or_else(|| ConcernClosed {
            role: self.desk.words_put_by(&role),
            outcome: self.desk.words_put_by(&outcome),
        });
        let details = view! {
            {guarded(self.desk, &role, view! { <TextInput id=role.clone() described_by=found_under(&role) label=Caption::new(words::CLOSED_BY) hint=words::TOLD_ROLE_HINT
                value=closed.role on_input=self.change(ImmediateChange::ClosedBy) on_blur=saves(self.desk) error=errors.of(role.clone()) /> })}
            {guarded(self.desk, &outcome, view! { <Textarea id=outcome.clone() described_by=found_under(&outcome) label=Caption::new(words::OUTCOME) rows=2 value=closed.outcome
                on_input=self.change(ImmediateChange::Outcome) on_blur=saves(self.desk) error=errors.of(outcome.clone()) /> })}
        };
        let items = vec![
            Choice::new("no", words::STILL_OPEN),
            Choice::new("yes", words::IS_CLOSED).reveal(details),
        ];
        let on_change = self.change(|chosen: String| match chosen.as_str() {
            "yes" => ImmediateChange::Close,
            _ => ImmediateChange::Reopen,
        });
        view! {
            <Radios id=self.own_id("closed") legend=Caption::new(words::IS_IT_CLOSED) items=items value=value
                on_change=on_change />
        }
        .into_any()
    }

    /// The notice goes out at once, whatever else the return lacks (C-03).
    fn notice(&self) -> AnyView {
        let (desk, errors, item) = (self.desk, self.errors, self.item.clone());
        let (said, checked) = (RwSignal::new(None::<String>), self.checked);
        let download = move |()| {
            checked.forget();
            desk.save_now();
            if !errors.show(desk.notice_errors(&item)) {
                return;
            }
            desk.download_notice(item.clone(), move |made| {
                let text = made.map_or_else(|why| why, |name| words::notice_as(&name));
                let _ = said.try_set(Some(text));
            });
        };
        let paper = desk.href(&Step::ConcernOnPaper(self.item.clone()));
        view! {
            <h2 class="govuk-heading-m">{words::NOTICE}</h2>
            <p class="govuk-body">{words::NOTICE_EXPLAINED}</p>
            <p class="govuk-body">{desk.seal_note()}</p>
            <Button text=words::NOTICE_DOWNLOAD kind=ButtonKind::Secondary on_click=download />
            <div role="status">{move || said.get().map(|text| view! { <InsetText>{text}</InsetText> })}</div>
            {check_notice(desk, checked)}
            <p class="govuk-body"><a class="govuk-link" href=paper>{words::NOTICE_FOR_MANAGER}</a></p>
        }
        .into_any()
    }

    /// A date and a time of this computer's time zone.
    fn moment(
        &self,
        part: ConcernPart,
        date_words: &'static str,
        time_words: &'static str,
        value: Option<DateTime<Utc>>,
        change: fn(Option<DateTime<Utc>>) -> ImmediateChange,
    ) -> AnyView {
        let id = self.id(part);
        let local = value.map(browser::local);
        let time = local.map(|local| time_of_day(local.time())).unwrap_or_default();
        let change = self.change(move |typed: TypedDate| {
            let at = typed.exact().zip(time_of(&typed.time));
            change(at.map(|(date, time)| browser::from_local(date.and_time(time))))
        });
        let (desk, place) = (self.desk, Place::ImmediateConcern(self.item.clone(), part));
        let to_come = RwSignal::new(is_to_come(desk, &place));
        let keep = Callback::new(move |typed: TypedDate| {
            change.run(typed);
            let _ = to_come.try_set(is_to_come(desk, &place));
        });
        let date = DateQuestion {
            id: id.clone(),
            key: id.clone(),
            legend: Caption::new(date_words),
            hint: "",
            seed: TypedDate { time, ..dated(local.map(|local| local.date())) },
            error: self.errors.of(id.clone()),
            on_typed: keep,
        };
        let date = date_question(self.desk, date);
        let time_id = [&id, "-time"].concat();
        let time = time_question(self.desk, time_id, id, Caption::new(time_words), keep);
        let told = move || to_come.get().map(|text| view! { <InsetText>{text}</InsetText> });
        view! { {date}{time}<div role="status">{told}</div> }.into_any()
    }
}

/// C-02: that a moment cannot have come yet, as “What is still missing” says it and takes a reason for it.
fn is_to_come(desk: Desk, place: &Place) -> Option<String> {
    let notices = desk.with(|open| c02_moments_are_past(open.ret, open.guard(), browser::now()));
    notices.into_iter().find(|notice| notice.place == *place).map(|notice| notice.message)
}
