//! RA-02: which areas and questions of the baseline are which of this round's, as a person says.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::page::{said_line, titled};
use super::super::typing::Typing;
use super::super::undo_form::{Undo, undo_form};
use super::super::words::baseline as own;
use super::round_file::{Reading, by_file};
use super::{Place, baseline, part};
use crate::id::{AreaId, PromptId, RoundId};
use crate::panel::reaudit::{Apart, NotComparable, SaidSame, SameError, ToSay, ra02_to_say};
use crate::round::Round;
use crate::tool::{Prompt, Tool};
use crate::ui::anew::built_anew;
use crate::ui::govuk::{Button, Caption, InsetText, PageErrors, Select, SelectItem, Size};

const REASON: &str = "same-reason";
const UNDO: &str = "same-undo-reason";

/// The page.
pub fn page(desk: Desk) -> AnyView {
    let errors = PageErrors::new();
    let back = (&part(Place::Baseline), own::BACK_TO_BASELINE);
    let id = desk.with(|workbook| workbook.baseline().and_then(|one| one.round.clone()));
    let inner = match id {
        None => view! { <InsetText>{own::NONE}</InsetText> }.into_any(),
        Some(id) => of_baseline(desk, id, errors),
    };
    view! {
        {titled(desk, own::SAME.to_owned(), back, errors)}
        {said_line(desk)}
        <p class="govuk-body">{own::SAME_EXPLAINED}</p>
        {inner}
    }
    .into_any()
}

fn of_baseline(desk: Desk, id: RoundId, errors: PageErrors) -> AnyView {
    let earlier = earlier_round(desk, id.clone());
    // Made anew when something was recorded, never while somebody types.
    let recorded = Memo::new(move |_| desk.with(|workbook| workbook.said_same()));
    let compares = move || {
        recorded.track();
        baseline::what_compares(desk, id.clone())
    };
    let form = move || {
        let said = recorded.get();
        match earlier.get() {
            None => view! { <p class="govuk-body" role="status">{own::READING}</p> }.into_any(),
            Some(None) => file(desk, errors),
            Some(Some(earlier)) => untrack(|| {
                let form = Form::new(desk, earlier, said, errors);
                form.map(|form| built_anew(forms(form))).into_any()
            }),
        }
    };
    view! {
        <div class="govuk-inset-text">{compares}</div>
        {form}
    }
    .into_any()
}

/// The earlier round once it is read; `Some(None)` where it is neither here nor read from a file.
fn earlier_round(desk: Desk, id: RoundId) -> RwSignal<Option<Option<Round>>> {
    let earlier = RwSignal::new(None::<Option<Round>>);
    Effect::new(move |_| {
        // Watched: asked again once a file is read.
        desk.choosable();
        if matches!(earlier.try_get_untracked(), Some(Some(Some(_)))) {
            return;
        }
        desk.other_or_file(id.clone(), move |outcome| {
            let _ = earlier.try_set(Some(outcome.ok().map(|one| one.plan().round.clone())));
        });
    });
    earlier
}

fn file(desk: Desk, errors: PageErrors) -> AnyView {
    let reading = Reading::new(desk, errors);
    view! {
        {by_file(reading, |_| {})}
        <p class="govuk-body" role="status">{move || reading.said.get()}</p>
    }
    .into_any()
}

/// What is asked, of which rounds.
#[derive(Clone)]
struct Form {
    desk: Desk,
    earlier: Round,
    ours: Tool,
    said: SaidSame,
    to_say: ToSay,
    typing: Typing,
}

impl Form {
    /// `None` where no round is open any more.
    fn new(desk: Desk, earlier: Round, said: SaidSame, errors: PageErrors) -> Option<Self> {
        let (ours, to_say) = desk.try_with(|workbook| {
            (workbook.plan().round.tool.clone(), ra02_to_say(&earlier, workbook))
        })?;
        let areas = said.areas.iter().map(|(ours, theirs)| (area_field(ours), theirs.to_string()));
        let prompts =
            said.prompts.iter().map(|(ours, theirs)| (prompt_field(ours), theirs.to_string()));
        let recorded: Vec<(String, String)> = areas.chain(prompts).collect();
        let typing = Typing::new(desk, &part(Place::Same), "same", recorded, errors);
        Some(Self { desk, earlier, ours, said, to_say, typing })
    }

    /// What is said now; what this page does not ask stays as it is recorded.
    fn typed(&self) -> SaidSame {
        let mut said = self.said.clone();
        for one in &self.to_say.areas {
            let theirs = AreaId::new(self.typing.raw(&area_field(&one.ours))).ok();
            put(&mut said.areas, &one.ours, theirs);
        }
        for one in &self.to_say.prompts {
            let theirs = PromptId::new(self.typing.raw(&prompt_field(&one.ours))).ok();
            put(&mut said.prompts, &one.ours, theirs);
        }
        said
    }

    /// Where what is wrong can be put right.
    fn at_box(&self, error: &SameError) -> String {
        let said = self.typed();
        let area = |id: &AreaId| said.areas.iter().rfind(|(_, theirs)| *theirs == id);
        let prompt = |id: &PromptId| said.prompts.iter().rfind(|(_, theirs)| *theirs == id);
        let found = match error {
            SameError::UnknownArea(id) | SameError::AreaTwice(id) => {
                area(id).map(|(ours, _)| area_field(ours))
            }
            SameError::UnknownPrompt(id) | SameError::PromptTwice(id) => {
                prompt(id).map(|(ours, _)| prompt_field(ours))
            }
            SameError::DifferentAnswers(ours, _) => Some(prompt_field(ours)),
            SameError::NothingNew => self.first_field(),
            SameError::NotTheBaseline | SameError::NoReason => None,
        };
        found.filter(|field| self.has(field)).unwrap_or_else(|| REASON.to_owned())
    }

    fn fields(&self) -> impl Iterator<Item = String> {
        let areas = self.to_say.areas.iter().filter(|one| !one.candidates.is_empty());
        let prompts = self.to_say.prompts.iter().filter(|one| !one.candidates.is_empty());
        areas.map(|one| area_field(&one.ours)).chain(prompts.map(|one| prompt_field(&one.ours)))
    }

    fn first_field(&self) -> Option<String> {
        self.fields().next()
    }

    fn has(&self, field: &str) -> bool {
        self.fields().any(|one| one == field)
    }

    /// What is asked of one area of ours; nothing where it is the same by itself.
    fn section(&self, area: &crate::tool::Area) -> Option<AnyView> {
        let itself = self.to_say.areas.iter().find(|one| one.ours == area.id);
        let itself = itself.filter(|one| !one.candidates.is_empty());
        let asked: Vec<AnyView> = area
            .prompts
            .iter()
            .filter_map(|prompt| {
                let apart = self.to_say.prompts.iter().find(|one| one.ours == prompt.id);
                let apart = apart.filter(|one| !one.candidates.is_empty())?;
                Some(self.prompt(prompt, apart))
            })
            .collect();
        if itself.is_none() && asked.is_empty() {
            return None;
        }
        let heading = [&area.number.to_string(), ". ", &area.title].concat();
        Some(
            view! {
                <section class="app-mapping__area">
                    <h3 class="govuk-heading-s">{heading}</h3>
                    {itself.map(|one| self.area(one, &area.title))}
                    {asked}
                </section>
            }
            .into_any(),
        )
    }

    fn area(&self, apart: &Apart<AreaId>, title: &str) -> AnyView {
        let mut items = vec![SelectItem::new("", own::NO_AREA)];
        items.extend(apart.candidates.iter().filter_map(|id| {
            let area = self.earlier.tool.area(id)?;
            Some(SelectItem::new(id.as_str(), area.title.clone()))
        }));
        let label = Caption::new([own::WHICH_AREA, " ", title].concat());
        self.select(area_field(&apart.ours), label, String::new(), items)
    }

    fn prompt(&self, prompt: &Prompt, apart: &Apart<PromptId>) -> AnyView {
        let mut items = vec![SelectItem::new("", own::NO_PROMPT)];
        items.extend(apart.candidates.iter().filter_map(|id| {
            let (_, one) = self.earlier.tool.prompt(id)?;
            Some(SelectItem::new(id.as_str(), asks(one)))
        }));
        let before = self.earlier.tool.prompt(&prompt.id).map(|(_, one)| one.text.as_str());
        let hint = match (&apart.why, before) {
            (NotComparable::OtherWords, Some(before)) => own::asked_before(before),
            (why, _) => own::why_apart(why).to_owned(),
        };
        self.select(prompt_field(&prompt.id), Caption::new(asks(prompt)), hint, items)
    }

    fn select(&self, id: String, label: Caption, hint: String, items: Vec<SelectItem>) -> AnyView {
        let (value, keeps) = (self.typing.raw(&id), self.typing.keeps(&id));
        let error = self.typing.errors.of(&id);
        view! { <Select id=id label=label hint=hint items=items value=value on_change=keeps error=error /> }
            .into_any()
    }

    /// Questions that the earlier round asks in no such way.
    fn alone(&self) -> Option<String> {
        let alone = self.to_say.prompts.iter().filter(|one| one.candidates.is_empty());
        let ids: Vec<&str> = alone.map(|one| one.ours.as_str()).collect();
        (!ids.is_empty()).then(|| own::nothing_like(&ids))
    }

    fn record(&self) {
        let (said, reason) = (self.typed(), self.typing.text(REASON));
        let done = self.typing.record(
            |workbook, stamp| workbook.ra02_say_same(&self.earlier, &said, &reason, stamp),
            |error| self.at_box(error),
        );
        if done.is_some() {
            self.desk.say(own::SAME_RECORDED.to_owned());
        }
    }
}

fn put<Id: Ord + Clone>(said: &mut BTreeMap<Id, Id>, ours: &Id, theirs: Option<Id>) {
    match theirs {
        Some(theirs) => said.insert(ours.clone(), theirs),
        None => said.remove(ours),
    };
}

fn area_field(ours: &AreaId) -> String {
    ["same-area-", ours.as_str()].concat()
}

fn prompt_field(ours: &PromptId) -> String {
    ["same-question-", ours.as_str()].concat()
}

fn asks(prompt: &Prompt) -> String {
    [prompt.id.as_str(), " ", &prompt.text].concat()
}

fn forms(form: Form) -> AnyView {
    let sections: Vec<AnyView> =
        form.ours.areas.iter().filter_map(|area| form.section(area)).collect();
    let alone = form.alone().map(|said| view! { <p class="govuk-body">{said}</p> });
    let undo = (form.said != SaidSame::default()).then(|| undo(&form));
    if sections.is_empty() {
        let none = view! { <InsetText>{own::NOTHING_TO_SAY}</InsetText> };
        return view! { {none}{alone}{undo} }.into_any();
    }
    let typing = form.typing;
    let form = StoredValue::new(form);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(form) = form.try_get_value() {
            form.record();
        }
    };
    view! {
        <form novalidate on:submit=submit class="app-mapping">
            <h2 class="govuk-heading-m">{own::WHICH_SAME}</h2>
            <p class="govuk-body">{own::WHICH_SAME_EXPLAINED}</p>
            {sections}
            {alone}
            {typing.area(REASON, Caption::new(own::SAME_REASON).size(Size::S), own::SAME_REASON_HINT, 2)}
            <Button text=own::RECORD_SAME />
        </form>
        {undo}
    }
    .into_any()
}

/// Taking everything back that was said.
fn undo(form: &Form) -> AnyView {
    let (desk, errors) = (form.desk, form.typing.errors);
    let typing = Typing::new(desk, &part(Place::Same), "undo", Vec::new(), errors);
    let words = Undo {
        reason: UNDO,
        summary: own::UNDO_SAME,
        explained: own::UNDO_SAME_EXPLAINED,
        why: own::UNDO_SAME_REASON,
        button: own::UNDO_SAME_IT,
        done: own::SAME_UNDONE,
    };
    let earlier = form.earlier.clone();
    undo_form(desk, typing, words, move |workbook, reason, stamp| {
        workbook.ra02_say_same(&earlier, &SaidSame::default(), reason, stamp)
    })
}
