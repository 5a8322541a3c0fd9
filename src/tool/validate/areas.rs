//! Areas and their prompts.

use std::collections::{BTreeMap, BTreeSet};

use super::conditions::{self, Reach};
use super::faults::{Faults, Path};
use super::{Context, cycles};
use crate::id::AgencyKind;
use crate::tool::limits::{
    MAX_ANSWER, MAX_AREAS, MAX_LABEL, MAX_OPTIONS, MAX_PROMPTS, MAX_TEXT, MAX_VARIANTS,
};
use crate::tool::{
    AnswerValue, Area, ChoiceOption, GradedBy, Prompt, PromptKind, Standing, ToolFaultKind,
};

pub(super) fn check(context: &Context<'_>, root: &Path<'_>, faults: &mut Faults) {
    let tool = context.tool;
    let list = root.member("areas");
    faults.count(&list, tool.areas.len(), 1..=MAX_AREAS);
    faults.count(&list, tool.prompts().count(), 0..=MAX_PROMPTS);
    if tool.graded_by == GradedBy::AreaAndCase && !tool.areas.iter().any(|area| area.graded) {
        faults.add(&list, ToolFaultKind::NoGradedArea);
    }
    let cycles = cycles::find(context);
    let (mut ids, mut numbers, mut prompts) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut before = 0;
    for (index, area) in tool.areas.iter().enumerate() {
        let path = list.at(index);
        faults.unique(&mut ids, area.id.as_str(), "an area", &path.member("id"));
        if !numbers.insert(area.number) {
            let kind = ToolFaultKind::Duplicate { what: "an area", name: area.number.to_string() };
            faults.add(&path.member("number"), kind);
        }
        check_area(context, area, before, &path, faults);
        for (at, prompt) in area.prompts.iter().enumerate() {
            let list = path.member("prompts");
            let path = list.at(at);
            faults.unique(&mut prompts, prompt.id.as_str(), "a prompt", &path.member("id"));
            let place = Place { area: index, at: before + at };
            check_prompt(context, prompt, place, &path, faults);
            conditions::check_when(context, prompt, &cycles, place.at, &path, faults);
        }
        before += area.prompts.len();
    }
    check_retired(context, [ids, prompts], root, faults);
}

/// K-01: an id that was retired belongs to nothing else.
fn check_retired<'a>(
    context: &Context<'a>,
    [mut areas, mut prompts]: [BTreeSet<&'a str>; 2],
    root: &Path<'_>,
    faults: &mut Faults,
) {
    let (retired, root) = (&context.tool.retired, root.member("retired"));
    let list = root.member("areas");
    faults.count(&list, retired.areas.len(), 0..=MAX_AREAS);
    for (at, area) in retired.areas.iter().enumerate() {
        faults.unique(&mut areas, area.as_str(), "an area", &list.at(at));
    }
    let list = root.member("prompts");
    faults.count(&list, retired.prompts.len(), 0..=MAX_PROMPTS);
    for (at, one) in retired.prompts.iter().enumerate() {
        let path = list.at(at);
        let path = path.member("prompt");
        faults.unique(&mut prompts, one.prompt.id.as_str(), "a prompt", &path.member("id"));
        faults.optional_text(&path.member("text"), &one.prompt.text, MAX_TEXT);
    }
    let list = root.member("heads");
    faults.count(&list, retired.heads.len(), 0..=MAX_AREAS);
    for (at, head) in retired.heads.iter().enumerate() {
        let path = list.at(at);
        faults.count(&path.member("prompts"), head.prompts.len(), 0..=MAX_PROMPTS);
        let path = path.member("area");
        faults.optional_text(&path.member("title"), &head.area.title, MAX_LABEL);
    }
}

/// Where a prompt stands: its area, and its own place in the whole tool.
#[derive(Clone, Copy)]
struct Place {
    area: usize,
    at: usize,
}

fn check_area(
    context: &Context<'_>,
    area: &Area,
    before: usize,
    path: &Path<'_>,
    faults: &mut Faults,
) {
    faults.text(&path.member("title"), &area.title, MAX_LABEL);
    faults.optional_text(&path.member("introduction"), &area.introduction, MAX_TEXT);
    context.check_audience(&area.asked_of, &path.member("asked_of"), faults);
    let is_asked = |kind: &AgencyKind| area.asked_of.includes(kind);
    check_hints(context, &area.hints, is_asked, &path.member("hints"), faults);
    if area.graded && !area.holds_findings() {
        faults.add(&path.member("graded"), ToolFaultKind::CaseDetailsGraded);
    }
    if area.graded && context.tool.graded_by != GradedBy::AreaAndCase {
        faults.add(&path.member("graded"), ToolFaultKind::GradedArea);
    }
    if let Some(when) = &area.not_applicable_when {
        let path = path.member("not_applicable_when");
        conditions::check(context, when, Reach::Before(before), &path, faults);
    }
}

fn check_prompt(
    context: &Context<'_>,
    prompt: &Prompt,
    place: Place,
    path: &Path<'_>,
    faults: &mut Faults,
) {
    faults.text(&path.member("text"), &prompt.text, MAX_TEXT);
    faults.optional_text(&path.member("hint"), &prompt.hint, MAX_TEXT);
    context.check_audience(&prompt.asked_of, &path.member("asked_of"), faults);
    check_follows(context, prompt, place, path, faults);
    check_kind(&prompt.kind, &path.member("kind"), faults);
    if prompt.of_each_agency && prompt.standing != Standing::All {
        faults.add(&path.member("standing"), ToolFaultKind::OwnPartHasStanding);
    }
    check_variants(context, prompt, path, faults);
    check_guidance(context, prompt, place, path, faults);
}

fn check_follows(
    context: &Context<'_>,
    prompt: &Prompt,
    place: Place,
    path: &Path<'_>,
    faults: &mut Faults,
) {
    let Some(followed) = &prompt.follows else { return };
    let kind = match context.prompts.get(followed) {
        None => ToolFaultKind::UnknownPrompt(followed.clone()),
        Some(known) if known.area != place.area => {
            ToolFaultKind::FollowsElsewhere(followed.clone())
        }
        Some(known) if place.at <= known.at => ToolFaultKind::FollowsLater(followed.clone()),
        Some(_) => return,
    };
    faults.add(&path.member("follows"), kind);
}

fn check_kind(kind: &PromptKind, path: &Path<'_>, faults: &mut Faults) {
    match kind {
        PromptKind::Judgement { values } => {
            let judgement = path.member("judgement");
            check_values(values, &judgement.member("values"), faults);
        }
        PromptKind::Choice { options } => {
            check_options(options, &path.member("choice").member("options"), faults);
        }
        PromptKind::Choices { options } => {
            check_options(options, &path.member("choices").member("options"), faults);
        }
        PromptKind::Number { unit, min, max } => {
            let path = path.member("number");
            faults.text(&path.member("unit"), unit, MAX_LABEL);
            if max < min {
                faults.add(&path, ToolFaultKind::NoNumberBetween { min: *min, max: *max });
            }
        }
        PromptKind::Text { max_length } => {
            if !(1..=MAX_ANSWER).contains(max_length) {
                let path = path.member("text");
                let kind = ToolFaultKind::AnswerLength { limit: MAX_ANSWER };
                faults.add(&path.member("max_length"), kind);
            }
        }
    }
}

fn check_values(values: &[AnswerValue], path: &Path<'_>, faults: &mut Faults) {
    if values.is_empty() {
        return; // All six are offered.
    }
    faults.count(path, values.len(), 2..=usize::MAX);
    let mut seen = BTreeSet::new();
    for (at, value) in values.iter().enumerate() {
        faults.unique(&mut seen, value.as_str(), "a value", &path.at(at));
    }
}

fn check_options(options: &[ChoiceOption], path: &Path<'_>, faults: &mut Faults) {
    faults.count(path, options.len(), 2..=MAX_OPTIONS);
    let mut seen = BTreeSet::new();
    for (at, option) in options.iter().enumerate() {
        let path = path.at(at);
        faults.unique(&mut seen, option.id.as_str(), "an option", &path.member("id"));
        faults.text(&path.member("label"), &option.label, MAX_LABEL);
    }
}

fn check_variants(context: &Context<'_>, prompt: &Prompt, path: &Path<'_>, faults: &mut Faults) {
    if let Some(when) = &prompt.not_applicable_barred_when {
        let path = path.member("not_applicable_barred_when");
        if !prompt.kind.values().contains(&AnswerValue::NotApplicable) {
            faults.add(&path, ToolFaultKind::NothingToBar);
        }
        conditions::check(context, when, Reach::Anywhere, &path, faults);
    }
    let rewordings = path.member("rewordings");
    faults.count(&rewordings, prompt.rewordings.len(), 0..=MAX_VARIANTS);
    for (at, rewording) in prompt.rewordings.iter().enumerate() {
        let path = rewordings.at(at);
        faults.text(&path.member("text"), &rewording.text, MAX_TEXT);
        conditions::check(context, &rewording.when, Reach::Anywhere, &path.member("when"), faults);
    }
    let advice = path.member("advice");
    faults.count(&advice, prompt.advice.len(), 0..=MAX_VARIANTS);
    for (at, piece) in prompt.advice.iter().enumerate() {
        let path = advice.at(at);
        faults.text(&path.member("text"), &piece.text, MAX_TEXT);
        conditions::check(context, &piece.when, Reach::Anywhere, &path.member("when"), faults);
    }
}

fn check_guidance(
    context: &Context<'_>,
    prompt: &Prompt,
    place: Place,
    path: &Path<'_>,
    faults: &mut Faults,
) {
    let area = context.tool.areas.get(place.area);
    let is_asked = |kind: &AgencyKind| {
        area.is_some_and(|area| area.asked_of.includes(kind)) && prompt.asked_of.includes(kind)
    };
    let path = path.member("guidance");
    faults.optional_text(&path.member("good"), &prompt.guidance.good, MAX_TEXT);
    faults.optional_text(&path.member("choose"), &prompt.guidance.choose, MAX_TEXT);
    faults.optional_text(&path.member("look"), &prompt.guidance.look, MAX_TEXT);
    check_hints(context, &prompt.guidance.hints, is_asked, &path.member("hints"), faults);
}

fn check_hints(
    context: &Context<'_>,
    hints: &BTreeMap<AgencyKind, String>,
    is_asked: impl Fn(&AgencyKind) -> bool,
    path: &Path<'_>,
    faults: &mut Faults,
) {
    for (kind, text) in hints {
        let path = path.member(kind.as_str());
        if !context.kinds.contains(kind) {
            faults.add(&path, ToolFaultKind::UnknownKind(kind.clone()));
        } else if !is_asked(kind) {
            faults.add(&path, ToolFaultKind::HintNotSeen(kind.clone()));
        }
        faults.text(&path, text, MAX_TEXT);
    }
}
