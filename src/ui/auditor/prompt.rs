//! One prompt with its control, evidence and guidance.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::controls::{edits, legend, saves, source_select};
use super::desk::Desk;
use super::guarded::{found_under, guarded};
use super::questions::beside;
use super::words;
use crate::audit_return::{About, Answer, Response};
use crate::check::Place;
use crate::gather::gathered;
use crate::id::OptionId;
use crate::store::{AnswerChange, Change};
use crate::tool::{AnswerValue, ChoiceOption, Guidance, Prompt, PromptKind};
use crate::ui::govuk::{
    Caption, CharacterCount, Checkboxes, Choice, Details, Limit, PageErrors, Radios, Size,
    TextInput, Textarea,
};

/// One prompt, shown while it is asked.
#[component]
pub fn PromptView(
    /// The desk with the draft.
    desk: Desk,
    /// The prompt.
    prompt: Prompt,
    /// The hint for the auditor's own agency; empty for none.
    hint: String,
    /// What is wrong on this page.
    errors: PageErrors,
) -> impl IntoView {
    let asked = desk.with(|open| open.asked(&prompt.id));
    let class =
        if prompt.follows.is_some() { "app-prompt app-prompt--follow-up" } else { "app-prompt" };
    let prompt = StoredValue::new((prompt, hint));
    let body = move || {
        asked.get().then(|| {
            let (prompt, hint) = prompt.get_value();
            let answer = desk.with(|open| open.ret.answer(&prompt.id).cloned()).unwrap_or_default();
            view! { <div class=class>{question(desk, &prompt, answer, hint, errors)}</div> }
                .into_any()
        })
    };
    body.into_any()
}

fn question(
    desk: Desk,
    prompt: &Prompt,
    answer: Answer,
    hint: String,
    errors: PageErrors,
) -> AnyView {
    let id = Place::Prompt(prompt.id.clone()).key();
    // With its number, by which help, messages and the panel's questions name it: follow-ups too.
    let text = desk.with(|open| [prompt.id.as_str(), " ", prompt.wording(open.ret)].concat());
    let size = if prompt.follows.is_some() { Size::S } else { Size::M };
    let one = Question { desk, prompt, id, text, size, errors };
    let control = match &prompt.kind {
        PromptKind::Judgement { values } => one.judgement(values, &answer),
        PromptKind::Choice { options } => one.choice(options, &answer),
        PromptKind::Choices { options } => one.choices(options, &answer),
        PromptKind::Number { unit, .. } => one.number(unit, &answer),
        PromptKind::Text { max_length } => one.text(*max_length, &answer),
    };
    let asked = beside(desk, &About::Prompt(prompt.id.clone()), errors);
    view! { {control}{guidance_view(&prompt.guidance, hint, prompt.id.as_str())}{asked} }.into_any()
}

struct Question<'a> {
    desk: Desk,
    prompt: &'a Prompt,
    id: String,
    text: String,
    size: Size,
    errors: PageErrors,
}

impl Question<'_> {
    fn caption(&self) -> Caption {
        match self.size {
            Size::S => Caption::new(self.text.clone()).size(Size::S),
            _ => legend(self.text.clone()),
        }
    }

    fn respond<T: 'static>(
        &self,
        response: impl Fn(T) -> Option<Response> + Send + Sync + 'static,
    ) -> Callback<T> {
        let prompt = self.prompt.id.clone();
        edits(self.desk, move |value| {
            Change::Answer(prompt.clone(), AnswerChange::Response(response(value)))
        })
    }

    fn field(&self, change: fn(String) -> AnswerChange) -> Callback<String> {
        let prompt = self.prompt.id.clone();
        edits(self.desk, move |text| Change::Answer(prompt.clone(), change(text)))
    }

    fn judgement(&self, values: &[AnswerValue], answer: &Answer) -> AnyView {
        let offered = if values.is_empty() { &AnswerValue::ALL } else { values };
        let items = offered.iter().map(|value| self.value_choice(*value, answer)).collect();
        let chosen = answer.value().map(AnswerValue::as_str).unwrap_or_default();
        let on_change = self.respond(|text: String| {
            AnswerValue::ALL.into_iter().find(|value| value.as_str() == text).map(Response::Value)
        });
        let evidence_id = [&self.id, "-evidence"].concat();
        let source_id = [&self.id, "-source"].concat();
        let prompt = self.prompt.id.clone();
        let on_source = edits(self.desk, move |source| {
            Change::Answer(prompt.clone(), AnswerChange::Source(source))
        });
        view! {
            <Radios id=self.id.clone() legend=self.caption() hint=self.prompt.hint.clone() items=items
                value=chosen on_change=on_change error=self.errors.of(self.id.clone()) class="govuk-radios--small" />
            <div class="app-evidence">
                {guarded(self.desk, &evidence_id, view! { <Textarea id=evidence_id.clone() described_by=found_under(&evidence_id) label=Caption::new(words::evidence_for(self.prompt.id.as_str())) rows=2 value=answer.evidence.clone()
                    on_input=self.field(AnswerChange::Evidence) on_blur=saves(self.desk) /> })}
                {source_select(source_id, words::source_for(self.prompt.id.as_str()), answer.source, on_source)}
            </div>
        }
        .into_any()
    }

    fn value_choice(&self, value: AnswerValue, answer: &Answer) -> Choice {
        let choice = Choice::new(value.as_str(), value.label());
        if value != AnswerValue::NotApplicable {
            return choice;
        }
        let id = [&self.id, "-reason"].concat();
        choice.reveal(view! {
            {guarded(self.desk, &id, view! { <TextInput id=id.clone() described_by=found_under(&id) label=Caption::new(words::WHY_NOT_APPLICABLE) value=answer.reason.clone()
                on_input=self.field(AnswerChange::Reason) on_blur=saves(self.desk) /> })}
        })
    }

    fn choice(&self, options: &[ChoiceOption], answer: &Answer) -> AnyView {
        let items = options.iter().map(option_choice).collect();
        let chosen = match &answer.response {
            Some(Response::Option(option)) => option.as_str().to_owned(),
            _ => String::new(),
        };
        let on_change = self.respond(|text: String| OptionId::new(text).ok().map(Response::Option));
        view! {
            <Radios id=self.id.clone() legend=self.caption() hint=self.prompt.hint.clone() items=items
                value=chosen on_change=on_change error=self.errors.of(self.id.clone()) class="govuk-radios--small" />
        }
        .into_any()
    }

    fn choices(&self, options: &[ChoiceOption], answer: &Answer) -> AnyView {
        let items = options.iter().map(option_choice).collect();
        let chosen = match &answer.response {
            Some(Response::Options(options)) => {
                options.iter().map(|option| option.as_str().to_owned()).collect()
            }
            _ => Vec::new(),
        };
        let on_change = self.respond(|chosen: Vec<String>| {
            let options: BTreeSet<OptionId> =
                gathered(chosen.into_iter().filter_map(|text| OptionId::new(text).ok()));
            (!options.is_empty()).then_some(Response::Options(options))
        });
        view! {
            <Checkboxes id=self.id.clone() legend=self.caption() hint=self.prompt.hint.clone() items=items
                values=chosen on_change=on_change error=self.errors.of(self.id.clone()) class="govuk-checkboxes--small" />
        }
        .into_any()
    }

    fn number(&self, unit: &str, answer: &Answer) -> AnyView {
        let first = match &answer.response {
            Some(Response::Number(number)) => number.to_string(),
            Some(Response::Text(text)) => text.clone(),
            _ => String::new(),
        };
        // What is no number is kept as typed, so that nothing is lost and the check can point at it.
        let on_input = self.respond(|text: String| match text.trim() {
            "" => None,
            trimmed => Some(
                trimmed.parse().map_or_else(|_| Response::Text(text.clone()), Response::Number),
            ),
        });
        view! {
            <TextInput id=self.id.clone() label=self.caption() hint=self.prompt.hint.clone() value=first
                inputmode="numeric" class="govuk-input--width-4" suffix=unit.to_owned()
                on_input=on_input on_blur=saves(self.desk) error=self.errors.of(self.id.clone()) />
        }
        .into_any()
    }

    fn text(&self, max_length: u32, answer: &Answer) -> AnyView {
        let first = match &answer.response {
            Some(Response::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let on_input =
            self.respond(|text: String| (!text.is_empty()).then_some(Response::Text(text)));
        let limit = Limit::Characters(usize::try_from(max_length).unwrap_or(usize::MAX));
        view! {
            {guarded(self.desk, &self.id, view! { <CharacterCount id=self.id.clone() described_by=found_under(&self.id) label=self.caption() hint=self.prompt.hint.clone() limit=limit
                value=first on_input=on_input on_blur=saves(self.desk) error=self.errors.of(self.id.clone()) rows=3 /> })}
        }
        .into_any()
    }
}

fn option_choice(option: &ChoiceOption) -> Choice {
    let choice = Choice::new(option.id.as_str(), option.label.clone());
    if option.exclusive { choice.exclusive() } else { choice }
}

/// Help with one question: what good looks like or how to choose, where to look, and this agency's own hint.
pub fn guidance_view(guidance: &Guidance, hint: String, prompt: &str) -> Option<AnyView> {
    if guidance.is_empty() {
        return None;
    }
    let parts = [
        (words::WHAT_GOOD_LOOKS_LIKE, guidance.good.clone()),
        (words::HOW_TO_CHOOSE, guidance.choose.clone()),
        (words::WHERE_TO_LOOK, guidance.look.clone()),
        (words::FOR_YOUR_AGENCY, hint),
    ];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(title, text)| view! { <p class="govuk-body"><strong>{title}</strong>" "{text}</p> })
        .collect();
    Some(
        view! { <Details summary=words::guidance(prompt) class="app-guidance">{parts}</Details> }
            .into_any(),
    )
}
