//! Makes one change of a tool.

use super::change::{Edit, EditError, Way};
use super::retire::{restore_area, restore_prompt, retire_area, retire_prompt};
use crate::id::{AgencyKind, AreaId, PromptId};
use crate::tool::{AgencyKindEntry, Area, Audience, Condition, GradedBy, Prompt, Tool};

/// The tool after a change; unsound perhaps, but never with an id used twice.
pub(super) fn applied(tool: &Tool, edit: &Edit) -> Result<Tool, EditError> {
    let mut next = tool.clone();
    match edit {
        Edit::Describe { title, summary } => {
            next.title.clone_from(title);
            next.summary.clone_from(summary);
        }
        Edit::AddArea { id, number, title } => add_area(&mut next, id, *number, title)?,
        Edit::RewordArea { area, title, introduction } => {
            let area = area_mut(&mut next, area)?;
            area.title.clone_from(title);
            area.introduction.clone_from(introduction);
        }
        Edit::MoveArea(area, way) => {
            let at = area_at(&next, area)?;
            let other = neighbour(at, next.areas.len(), *way)?;
            next.areas.swap(at, other);
        }
        Edit::RetireArea(area) => retire_area(&mut next, area)?,
        Edit::RestoreArea(area) => restore_area(&mut next, area)?,
        Edit::AreaAskedOf(area, asked_of) => {
            area_mut(&mut next, area)?.asked_of.clone_from(asked_of);
        }
        Edit::GradeArea(area, graded) => area_mut(&mut next, area)?.graded = *graded,
        Edit::AddPrompt { area, id, follows, text, kind } => {
            let plain = Prompt::plain(id.clone(), text.clone(), kind.clone());
            add_prompt(&mut next, area, Prompt { follows: follows.clone(), ..plain })?;
        }
        Edit::Reword { prompt, text, hint } => {
            let prompt = prompt_mut(&mut next, prompt)?;
            prompt.text.clone_from(text);
            prompt.hint.clone_from(hint);
        }
        Edit::MovePrompt(prompt, way) => move_prompt(&mut next, prompt, *way)?,
        Edit::RetirePrompt(prompt) => retire_prompt(&mut next, prompt)?,
        Edit::RestorePrompt(prompt) => restore_prompt(&mut next, prompt)?,
        Edit::Answered(prompt, kind) => prompt_mut(&mut next, prompt)?.kind.clone_from(kind),
        Edit::AskedOf(prompt, asked_of) => {
            prompt_mut(&mut next, prompt)?.asked_of.clone_from(asked_of);
        }
        Edit::PerChild(prompt, per_child) => prompt_mut(&mut next, prompt)?.per_child = *per_child,
        Edit::OfEachAgency(prompt, own) => prompt_mut(&mut next, prompt)?.of_each_agency = *own,
        Edit::Mandatory(prompt, mandatory) => prompt_mut(&mut next, prompt)?.mandatory = *mandatory,
        Edit::OfStanding(prompt, standing) => prompt_mut(&mut next, prompt)?.standing = *standing,
        Edit::Guide { prompt, good, choose, look } => {
            let guidance = &mut prompt_mut(&mut next, prompt)?.guidance;
            guidance.good.clone_from(good);
            guidance.choose.clone_from(choose);
            guidance.look.clone_from(look);
        }
        Edit::Hint(prompt, kind, text) => {
            let hints = &mut prompt_mut(&mut next, prompt)?.guidance.hints;
            match text.trim() {
                "" => hints.remove(kind),
                text => hints.insert(kind.clone(), text.to_owned()),
            };
        }
        Edit::AddKind(kind) => add_kind(&mut next, kind)?,
        Edit::DescribeKind(entry) => {
            let kinds = &mut next.agency_kinds;
            let known = kinds.iter_mut().find(|kind| kind.id == entry.id);
            known.ok_or_else(|| EditError::NoKind(entry.id.clone()))?.clone_from(entry);
        }
        Edit::RemoveKind(kind) => remove_kind(&mut next, kind)?,
        Edit::Grade(scale) => next.scale.clone_from(scale),
        Edit::GradedBy(graded_by) => grade_by(&mut next, *graded_by),
        Edit::When(prompt, when) => prompt_mut(&mut next, prompt)?.when.clone_from(when),
    }
    Ok(next)
}

/// Areas follow: all that can carry a grade do, where areas are graded and none is; else none does.
fn grade_by(tool: &mut Tool, graded_by: GradedBy) {
    tool.graded_by = graded_by;
    let by_area = graded_by == GradedBy::AreaAndCase;
    let as_they_are = by_area && tool.areas.iter().any(|area| area.graded);
    if !as_they_are {
        for area in &mut tool.areas {
            area.graded = by_area && area.holds_findings();
        }
    }
}

fn add_kind(tool: &mut Tool, kind: &AgencyKind) -> Result<(), EditError> {
    if tool.agency_kind(kind).is_some() {
        return Err(EditError::Taken(kind.to_string()));
    }
    tool.agency_kinds.push(AgencyKindEntry {
        id: kind.clone(),
        name: String::new(),
        records: String::new(),
        parent_facing: false,
        lead: false,
    });
    Ok(())
}

/// An audience of this kind alone is then nobody's, which is a fault to be put right by a person.
fn remove_kind(tool: &mut Tool, kind: &AgencyKind) -> Result<(), EditError> {
    let at = tool.agency_kinds.iter().position(|entry| entry.id == *kind);
    tool.agency_kinds.remove(at.ok_or_else(|| EditError::NoKind(kind.clone()))?);
    let keep = |one: &AgencyKind| one != kind;
    tool.areas.iter_mut().for_each(|area| keep_kinds_in_area(area, &keep));
    Ok(())
}

/// Takes whatever names other kinds of agency than these out of an area and its prompts.
pub(super) fn keep_kinds_in_area(area: &mut Area, keep: &impl Fn(&AgencyKind) -> bool) {
    keep_kinds_of(&mut area.asked_of, keep);
    area.hints.retain(|kind, _| keep(kind));
    area.not_applicable_when.iter_mut().for_each(|when| keep_kinds_when(when, keep));
    area.prompts.iter_mut().for_each(|prompt| keep_kinds(prompt, keep));
}

/// The same of one prompt.
pub(super) fn keep_kinds(prompt: &mut Prompt, keep: &impl Fn(&AgencyKind) -> bool) {
    keep_kinds_of(&mut prompt.asked_of, keep);
    prompt.guidance.hints.retain(|kind, _| keep(kind));
    conditions_mut(prompt).for_each(|condition| keep_kinds_when(condition, keep));
}

fn keep_kinds_of(audience: &mut Audience, keep: &impl Fn(&AgencyKind) -> bool) {
    match audience {
        Audience::All => {}
        Audience::Only(kinds) | Audience::Except(kinds) => kinds.retain(keep),
    }
}

fn conditions_mut(prompt: &mut Prompt) -> impl Iterator<Item = &mut Condition> {
    let rewordings = prompt.rewordings.iter_mut().map(|rewording| &mut rewording.when);
    let advice = prompt.advice.iter_mut().map(|advice| &mut advice.when);
    let asked = prompt.when.iter_mut().chain(&mut prompt.not_applicable_barred_when);
    asked.chain(rewordings).chain(advice)
}

fn keep_kinds_when(condition: &mut Condition, keep: &impl Fn(&AgencyKind) -> bool) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter_mut().for_each(|part| keep_kinds_when(part, keep));
        }
        Condition::Not(part) => keep_kinds_when(part, keep),
        Condition::Agency(kinds) => kinds.retain(keep),
        Condition::Answered(_) | Condition::Answer { .. } | Condition::Number { .. } => {}
    }
}

pub(super) fn area_at(tool: &Tool, id: &AreaId) -> Result<usize, EditError> {
    let at = tool.areas.iter().position(|area| area.id == *id);
    at.ok_or_else(|| EditError::NoArea(id.clone()))
}

fn area_mut<'a>(tool: &'a mut Tool, id: &AreaId) -> Result<&'a mut Area, EditError> {
    let found = tool.areas.iter_mut().find(|area| area.id == *id);
    found.ok_or_else(|| EditError::NoArea(id.clone()))
}

fn prompt_mut<'a>(tool: &'a mut Tool, id: &PromptId) -> Result<&'a mut Prompt, EditError> {
    let mut prompts = tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
    prompts.find(|prompt| prompt.id == *id).ok_or_else(|| EditError::NoPrompt(id.clone()))
}

/// The area that holds a prompt, and the prompt's place in it.
pub(super) fn place_of(tool: &Tool, id: &PromptId) -> Result<(usize, usize), EditError> {
    let place = |area: &Area| area.prompts.iter().position(|prompt| prompt.id == *id);
    let mut places =
        tool.areas.iter().enumerate().filter_map(|(at, area)| Some((at, place(area)?)));
    places.next().ok_or_else(|| EditError::NoPrompt(id.clone()))
}

fn neighbour(at: usize, len: usize, way: Way) -> Result<usize, EditError> {
    let other = match way {
        Way::Up => at.checked_sub(1),
        Way::Down => at.checked_add(1).filter(|next| *next < len),
    };
    other.ok_or(EditError::AtTheEnd)
}

fn add_area(tool: &mut Tool, id: &AreaId, number: u32, title: &str) -> Result<(), EditError> {
    if tool.areas.iter().any(|area| area.id == *id) || tool.retired.areas.contains(id) {
        return Err(EditError::Taken(id.to_string()));
    }
    tool.areas.push(Area {
        id: id.clone(),
        number,
        title: title.to_owned(),
        introduction: String::new(),
        graded: false,
        role: None,
        per_child: false,
        asked_of: Audience::All,
        hints: Default::default(),
        not_applicable_when: None,
        prompts: Vec::new(),
    });
    Ok(())
}

pub(super) fn add_prompt(tool: &mut Tool, area: &AreaId, prompt: Prompt) -> Result<(), EditError> {
    let retired = tool.retired.prompts.iter().any(|retired| retired.prompt.id == prompt.id);
    if tool.prompt(&prompt.id).is_some() || retired {
        return Err(EditError::Taken(prompt.id.to_string()));
    }
    let area = area_mut(tool, area)?;
    let at = match &prompt.follows {
        None => area.prompts.len(),
        Some(followed) => {
            let at = area.prompts.iter().position(|one| one.id == *followed);
            block_end(&area.prompts, at.ok_or_else(|| EditError::NoPrompt(followed.clone()))?)
        }
    };
    area.prompts.insert(at, prompt);
    Ok(())
}

/// Where the follow-ups of the prompt at this place end.
pub(super) fn block_end(prompts: &[Prompt], at: usize) -> usize {
    let Some(first) = prompts.get(at) else { return at };
    let mut within = vec![&first.id];
    let mut end = at + 1;
    while let Some(next) = prompts.get(end) {
        if !next.follows.as_ref().is_some_and(|followed| within.contains(&followed)) {
            break;
        }
        within.push(&next.id);
        end += 1;
    }
    end
}

fn move_prompt(tool: &mut Tool, id: &PromptId, way: Way) -> Result<(), EditError> {
    let (area, at) = place_of(tool, id)?;
    let Some(area) = tool.areas.get_mut(area) else { return Err(EditError::NoPrompt(id.clone())) };
    let prompts = &mut area.prompts;
    let follows = prompts.get(at).and_then(|prompt| prompt.follows.clone());
    let like = |prompt: &Prompt| prompt.follows == follows;
    let (first, second) = match way {
        Way::Down => (at, block_end(prompts, at)),
        Way::Up => {
            let before = (0..at).rev().find(|one| prompts.get(*one).is_some_and(like));
            (before.ok_or(EditError::AtTheEnd)?, at)
        }
    };
    // Neighbours only: what lies between two blocks belongs to the first of them.
    let is_like = prompts.get(second).is_some_and(like);
    if !is_like || block_end(prompts, first) != second {
        return Err(EditError::AtTheEnd);
    }
    let end = block_end(prompts, second);
    if let Some(both) = prompts.get_mut(first..end) {
        both.rotate_left(second - first);
    }
    Ok(())
}
