//! Area by area: what is the same to the letter, and what a person says belongs together.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::super::desk::Desk;
use super::super::typing::Typing;
use super::{Place, part, words};
use crate::gather::gathered;
use crate::id::{AreaId, PromptId};
use crate::panel::mapping::{MappingError, ToolMapping, candidates, proposed};
use crate::tool::{Area, Prompt, Tool, ToolRef};
use crate::ui::govuk::{Button, Caption, Choice, PageErrors, SelectItem, Size};

const REASON: &str = "mapping-reason";

/// The two tools, and which of their questions are the same to the letter.
struct Pair {
    theirs: Tool,
    ours: Tool,
    same: BTreeMap<PromptId, PromptId>,
}

/// The form of one other tool.
pub fn form(desk: Desk, wanted: ToolRef, theirs: Tool, errors: PageErrors) -> AnyView {
    let Some(ours) = desk.try_with(|workbook| workbook.plan().round.tool.clone()) else {
        return ().into_any();
    };
    let (same, areas) = proposed(&theirs, &ours);
    let last = desk.with(|workbook| workbook.last_mapping(&wanted).cloned());
    let pair = Pair { theirs, ours, same };
    let recorded = match &last {
        Some(last) => pair.fields(&last.prompts, &last.areas),
        None => pair.fields(&pair.same, &areas),
    };
    let typing = Typing::new(desk, &part(Place::One(wanted.hash)), "mapping", recorded, errors);
    let sections: Vec<AnyView> =
        pair.theirs.areas.iter().map(|area| pair.section(typing, area)).collect();
    let pair = StoredValue::new(pair);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        pair.with_value(|pair| {
            let (prompts, areas) = pair.typed(typing);
            let (tool, reason) = (pair.theirs.clone(), typing.text(REASON));
            let at = |error: &MappingError| pair.at_box(typing, error);
            let done = typing.record(
                move |workbook, stamp| {
                    let stamp = stamp.clone();
                    workbook.map_tool(ToolMapping {
                        tool,
                        prompts,
                        areas,
                        reason,
                        undone: false,
                        stamp,
                    })
                },
                at,
            );
            if let Some(files) = done {
                desk.say(words::mapped_now(files.len()));
            }
        });
    };
    view! {
        <form novalidate on:submit=submit class="app-mapping">
            <h2 class="govuk-heading-m">{words::WHICH_IS_WHICH}</h2>
            <p class="govuk-body">{words::WHICH_IS_WHICH_EXPLAINED}</p>
            {sections}
            {typing.area(REASON, Caption::new(words::REASON).size(Size::S), words::REASON_HINT, 2)}
            <Button text=words::RECORD />
        </form>
    }
    .into_any()
}

fn area_field(id: &AreaId) -> String {
    ["area-", id.as_str()].concat()
}

fn same_field(id: &AreaId) -> String {
    ["same-", id.as_str()].concat()
}

fn prompt_field(id: &PromptId) -> String {
    ["to-", id.as_str()].concat()
}

fn asks(prompt: &Prompt) -> String {
    [prompt.id.as_str(), " ", &prompt.text].concat()
}

fn headed(area: &Area) -> String {
    [&area.number.to_string(), ". ", &area.title].concat()
}

impl Pair {
    /// What stands in the boxes, of a mapping.
    fn fields(
        &self,
        prompts: &BTreeMap<PromptId, PromptId>,
        areas: &BTreeMap<AreaId, AreaId>,
    ) -> Vec<(String, String)> {
        let mut fields = Vec::new();
        for area in &self.theirs.areas {
            let to = areas.get(&area.id).map(AreaId::to_string).unwrap_or_default();
            fields.push((area_field(&area.id), to));
            let ticked = self.same_in(area).filter(|one| prompts.contains_key(&one.id));
            let ticked: Vec<&str> = ticked.map(|one| one.id.as_str()).collect();
            fields.push((same_field(&area.id), ticked.join(" ")));
            fields.extend(self.other_in(area).map(|one| {
                let to = prompts.get(&one.id).map(PromptId::to_string).unwrap_or_default();
                (prompt_field(&one.id), to)
            }));
        }
        fields
    }

    /// Questions that are the same in both, to the letter.
    fn same_in<'a>(&'a self, area: &'a Area) -> impl Iterator<Item = &'a Prompt> {
        area.prompts.iter().filter(|one| self.same.contains_key(&one.id))
    }

    fn other_in<'a>(&'a self, area: &'a Area) -> impl Iterator<Item = &'a Prompt> {
        area.prompts.iter().filter(|one| !self.same.contains_key(&one.id))
    }

    fn section(&self, typing: Typing, area: &Area) -> AnyView {
        let mut items = vec![SelectItem::new("", words::NO_AREA)];
        items.extend(
            self.ours.areas.iter().map(|one| SelectItem::new(one.id.as_str(), headed(one))),
        );
        let asked = [words::WHICH_AREA, " ", &headed(area)].concat();
        let label = Caption::new(asked);
        let same: Vec<Choice> =
            self.same_in(area).map(|one| Choice::new(one.id.as_str(), asks(one))).collect();
        let field = same_field(&area.id);
        let same = (!same.is_empty())
            .then(|| typing.checks(&field, Caption::new(words::SAME), words::SAME_HINT, same));
        let others: Vec<AnyView> = self.other_in(area).map(|one| self.other(typing, one)).collect();
        view! {
            <section class="app-mapping__area">
                <h3 class="govuk-heading-s">{headed(area)}</h3>
                {typing.select(&area_field(&area.id), label, items)}
                {same}
                {others}
            </section>
        }
        .into_any()
    }

    /// A question that is reworded, or that we do not ask: a person says which of ours it is.
    fn other(&self, typing: Typing, prompt: &Prompt) -> AnyView {
        let taken: BTreeSet<&PromptId> = gathered(self.same.values());
        let free = candidates(&prompt.kind, &self.ours).into_iter();
        let free = free.filter(|one| !taken.contains(&one.id));
        let mut items = vec![SelectItem::new("", words::NO_PROMPT)];
        items.extend(free.map(|one| SelectItem::new(one.id.as_str(), asks(one))));
        let label = Caption::new([words::THEIR_QUESTION, " ", &asks(prompt)].concat());
        typing.select(&prompt_field(&prompt.id), label, items)
    }

    /// What is chosen now.
    fn typed(&self, typing: Typing) -> (BTreeMap<PromptId, PromptId>, BTreeMap<AreaId, AreaId>) {
        let (mut prompts, mut areas) = (BTreeMap::new(), BTreeMap::new());
        for area in &self.theirs.areas {
            if let Ok(to) = AreaId::new(typing.raw(&area_field(&area.id))) {
                areas.insert(area.id.clone(), to);
            }
            let ticked = typing.chosen(&same_field(&area.id));
            let same =
                self.same_in(area).filter(|one| ticked.iter().any(|id| id == one.id.as_str()));
            prompts.extend(
                same.filter_map(|one| Some((one.id.clone(), self.same.get(&one.id)?.clone()))),
            );
            prompts.extend(self.other_in(area).filter_map(|one| {
                let to = PromptId::new(typing.raw(&prompt_field(&one.id))).ok()?;
                Some((one.id.clone(), to))
            }));
        }
        (prompts, areas)
    }

    /// Where what is wrong can be put right.
    fn at_box(&self, typing: Typing, error: &MappingError) -> String {
        let (prompts, areas) = self.typed(typing);
        let is_same = |from: &PromptId| self.same.contains_key(from);
        match error {
            MappingError::UnknownPrompt(from) | MappingError::DifferentKind(from, _) => {
                prompt_field(from)
            }
            MappingError::PromptTwice(to) => prompts
                .iter()
                .rfind(|(from, one)| *one == to && !is_same(from))
                .map_or_else(|| REASON.to_owned(), |(from, _)| prompt_field(from)),
            MappingError::UnknownArea(area) => area_field(area),
            MappingError::AreaTwice(to) => areas
                .iter()
                .rfind(|(_, one)| *one == to)
                .map_or_else(|| REASON.to_owned(), |(from, _)| area_field(from)),
            MappingError::OwnTool
            | MappingError::NotNeeded
            | MappingError::NoReason
            | MappingError::NotMapped => REASON.to_owned(),
        }
    }
}
