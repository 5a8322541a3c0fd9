//! What is asked no longer, and what is asked again: areas with their questions, and single questions (K-01).

use std::collections::BTreeSet;

use super::apply::{add_prompt, area_at, block_end, keep_kinds, keep_kinds_in_area, place_of};
use super::change::EditError;
use crate::id::{AgencyKind, AreaId, PromptId};
use crate::tool::{Area, GradedBy, Retired, RetiredArea, Tool};

pub(super) fn retire_area(tool: &mut Tool, id: &AreaId) -> Result<(), EditError> {
    let at = area_at(tool, id)?;
    let mut area = tool.areas.remove(at);
    let until = tool.version;
    let prompts = std::mem::take(&mut area.prompts);
    let with_it = prompts.iter().map(|prompt| prompt.id.clone()).collect();
    let retired = |prompt| Retired { area: id.clone(), until, prompt };
    tool.retired.prompts.extend(prompts.into_iter().map(retired));
    tool.retired.areas.push(id.clone());
    tool.retired.heads.push(RetiredArea { area, prompts: with_it });
    Ok(())
}

/// The very same area where its number has it, with the prompts that were retired with it.
pub(super) fn restore_area(tool: &mut Tool, id: &AreaId) -> Result<(), EditError> {
    if tool.area(id).is_some() {
        return Err(EditError::Taken(id.to_string()));
    }
    let mut heads = tool.retired.heads.iter();
    let head = heads.find(|head| head.area.id == *id).cloned();
    let RetiredArea { mut area, prompts } = head.ok_or_else(|| EditError::NoArea(id.clone()))?;
    area.prompts.clear();
    for prompt in prompts {
        let was = |one: &Retired| one.prompt.id == prompt && one.area == *id;
        let at = tool.retired.prompts.iter().position(was);
        if let Some(at) = at.filter(|_| tool.prompt(&prompt).is_none()) {
            area.prompts.push(tool.retired.prompts.remove(at).prompt);
        }
    }
    tool.retired.areas.retain(|one| one != id);
    tool.retired.heads.retain(|head| head.area.id != *id);
    place_again(tool, area);
    Ok(())
}

/// Fits it to what the tool has become since.
fn place_again(tool: &mut Tool, mut area: Area) {
    if tool.areas.iter().any(|other| other.number == area.number) {
        area.number = tool.next_area().1;
    }
    area.graded &= tool.graded_by == GradedBy::AreaAndCase;
    let kinds = kinds(tool);
    keep_kinds_in_area(&mut area, &|kind: &AgencyKind| kinds.contains(kind));
    let after = tool.areas.iter().position(|other| other.number > area.number);
    tool.areas.insert(after.unwrap_or(tool.areas.len()), area);
}

fn kinds(tool: &Tool) -> Vec<AgencyKind> {
    tool.agency_kinds.iter().map(|kind| kind.id.clone()).collect()
}

pub(super) fn retire_prompt(tool: &mut Tool, id: &PromptId) -> Result<(), EditError> {
    let (area, at) = place_of(tool, id)?;
    let until = tool.version;
    let Some(area) = tool.areas.get_mut(area) else { return Err(EditError::NoPrompt(id.clone())) };
    let end = block_end(&area.prompts, at);
    let home = area.id.clone();
    let gone = area.prompts.drain(at..end);
    tool.retired.prompts.extend(gone.map(|prompt| Retired { area: home.clone(), until, prompt }));
    Ok(())
}

pub(super) fn restore_prompt(tool: &mut Tool, id: &PromptId) -> Result<(), EditError> {
    let at = tool.retired.prompts.iter().position(|retired| retired.prompt.id == *id);
    let at = at.ok_or_else(|| EditError::NoPrompt(id.clone()))?;
    let home = tool.retired.prompts.get(at).map(|retired| retired.area.clone());
    let home = home.ok_or_else(|| EditError::NoPrompt(id.clone()))?;
    area_at(tool, &home)?;
    let Retired { mut prompt, .. } = tool.retired.prompts.remove(at);
    let kinds = kinds(tool);
    keep_kinds(&mut prompt, &|kind: &AgencyKind| kinds.contains(kind));
    add_prompt(tool, &home, prompt)
}

/// K-01: what `before` asks or has retired, and `tool` neither asks nor has retired, is retired in it.
pub(super) fn retire_what_is_left_out(before: &Tool, tool: &mut Tool) {
    let until = before.version;
    let asked = before.prompts().map(|(area, prompt)| Retired {
        area: area.id.clone(),
        until,
        prompt: prompt.clone(),
    });
    for one in before.retired.prompts.iter().cloned().chain(asked) {
        let id = &one.prompt.id;
        let is_retired = tool.retired.prompts.iter().any(|other| other.prompt.id == *id);
        if tool.prompt(id).is_none() && !is_retired {
            tool.retired.prompts.push(one);
        }
    }
    let areas = before.areas.iter().map(|area| &area.id);
    for id in before.retired.areas.iter().chain(areas) {
        if tool.area(id).is_none() && !tool.retired.areas.contains(id) {
            tool.retired.areas.push(id.clone());
        }
    }
    for head in before.retired.heads.iter().cloned().chain(before.areas.iter().map(head)) {
        let id = &head.area.id;
        let is_kept = tool.retired.heads.iter().any(|other| other.area.id == *id);
        if tool.retired.areas.contains(id) && !is_kept {
            tool.retired.heads.push(head);
        }
    }
    let (heads, areas) = (&mut tool.retired.heads, &tool.retired.areas);
    let mut seen = BTreeSet::new();
    heads.retain(|head| areas.contains(&head.area.id) && seen.insert(head.area.id.clone()));
}

fn head(area: &Area) -> RetiredArea {
    let prompts = area.prompts.iter().map(|prompt| prompt.id.clone()).collect();
    RetiredArea { area: Area { prompts: Vec::new(), ..area.clone() }, prompts }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::tool::Audience;
    use crate::tool::edit::{Difference, Edit, ToolDraft};
    use crate::tool::fixture::{area, id, prompt, tool};

    fn small() -> Tool {
        tool(&json!([
            area("first", 1, &[prompt("1.1", &json!({})), prompt("1.2", &json!({}))]),
            area("second", 2, &[prompt("2.1", &json!({}))]),
        ]))
    }

    fn first() -> AreaId {
        "first".parse().unwrap()
    }

    fn edited(before: Tool, edits: &[Edit]) -> ToolDraft {
        let mut draft = ToolDraft::of(before);
        edits.iter().for_each(|edit| draft.apply(edit).unwrap());
        draft
    }

    fn told(draft: &ToolDraft) -> Vec<String> {
        draft.differences().iter().map(Difference::sentence).collect()
    }

    #[test]
    fn k01_an_area_retired_by_mistake_comes_back_as_it_was() {
        let draft = edited(small(), &[Edit::RetireArea(first()), Edit::RestoreArea(first())]);
        assert_eq!(draft.tool().areas, small().areas);
        assert!(draft.tool().retired.is_empty());
        assert_eq!(told(&draft), Vec::<String>::new());
    }

    #[test]
    fn k01_a_question_that_was_retired_before_its_area_does_not_come_back_with_it() {
        let one = Edit::RetirePrompt(id("1.2"));
        let (gone, back) = (Edit::RetireArea(first()), Edit::RestoreArea(first()));
        let draft = edited(small(), &[one, gone, back]);
        assert_eq!(told(&draft), ["Question 1.2 retired: “A question?”"]);
        assert_eq!(draft.tool().retired.prompts[0].prompt.id, id("1.2"));
    }

    #[test]
    fn k01_an_area_comes_back_into_a_later_version_and_is_told_as_asked_again() {
        let next = edited(small(), &[Edit::RetireArea(first())]).finished().unwrap();
        let read = Tool::from_json(&serde_json::to_vec(&next).unwrap()).unwrap();
        assert_eq!(read, next, "what it was is kept in the file");
        let draft = edited(read, &[Edit::RestoreArea(first())]);
        assert_eq!(draft.tool().areas, small().areas);
        assert_eq!(told(&draft)[0], "Area asked again: “An area”.");
    }

    #[test]
    fn k01_an_area_comes_back_without_what_the_tool_has_no_more() {
        let police = AgencyKind::new("police").unwrap();
        let only = Audience::Only(vec![police.clone(), "social-care".parse().unwrap()]);
        let number = Edit::AddArea { id: "new".parse().unwrap(), number: 1, title: "New".into() };
        let draft = edited(
            small(),
            &[
                Edit::AreaAskedOf(first(), only),
                Edit::RetireArea(first()),
                Edit::RemoveKind(police),
                Edit::GradedBy(GradedBy::Nothing),
                number,
                Edit::RestoreArea(first()),
            ],
        );
        let back = draft.tool().area(&first()).unwrap();
        assert_eq!((back.number, back.graded), (3, false));
        let faults: Vec<String> = draft.faults().iter().map(ToString::to_string).collect();
        assert!(faults.iter().all(|fault| !fault.starts_with("areas[")), "{faults:?}");
    }

    #[test]
    fn k01_an_area_that_a_file_left_out_can_be_asked_again() {
        let file = Tool { areas: small().areas[1..].to_vec(), ..small() };
        let mut draft = ToolDraft::taking(small(), file);
        draft.apply(&Edit::RestoreArea(first())).unwrap();
        assert_eq!(draft.tool().areas, small().areas);
    }

    #[test]
    fn k01_an_area_that_is_asked_or_never_was_is_not_asked_again() {
        let mut draft = ToolDraft::of(small());
        let none: AreaId = "none".parse().unwrap();
        let taken = Err(EditError::Taken("first".into()));
        assert_eq!(draft.apply(&Edit::RestoreArea(first())), taken);
        assert_eq!(draft.apply(&Edit::RestoreArea(none.clone())), Err(EditError::NoArea(none)));
    }
}
