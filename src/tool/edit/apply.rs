//! One change of a tool.

use crate::id::{AgencyKind, AreaId, MAX_ID_LENGTH, PromptId};
use crate::tool::{
    AgencyKindEntry, Area, Audience, Condition, GradedBy, Guidance, Prompt, PromptKind, Retired,
    Scale, Standing, Tool,
};

/// One change of a tool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Another title and summary.
    Describe {
        /// Name on screen.
        title: String,
        /// For a coordinator who chooses.
        summary: String,
    },
    /// A new area at the end.
    AddArea {
        /// See [`Tool::next_area`].
        id: AreaId,
        /// Its number on screen.
        number: u32,
        /// Its title.
        title: String,
    },
    /// Other words for an area.
    RewordArea {
        /// Which.
        area: AreaId,
        /// Its title.
        title: String,
        /// Above its prompts.
        introduction: String,
    },
    /// An area changes places with its neighbour.
    MoveArea(AreaId, Way),
    /// An area is asked no longer, nor are its prompts.
    RetireArea(AreaId),
    /// Kinds of agency that normally grade an area.
    AreaAskedOf(AreaId, Audience),
    /// Whether an area carries a grade.
    GradeArea(AreaId, bool),
    /// A new prompt at the end of an area, after the follow-ups of the one that it follows.
    AddPrompt {
        /// Where.
        area: AreaId,
        /// See [`Tool::next_prompt`].
        id: PromptId,
        /// The prompt that it follows.
        follows: Option<PromptId>,
        /// The question.
        text: String,
        /// How it is answered.
        kind: PromptKind,
    },
    /// Other words for a prompt.
    Reword {
        /// Which.
        prompt: PromptId,
        /// The question.
        text: String,
        /// Shown with it.
        hint: String,
    },
    /// A prompt changes places with its neighbour of the same kind, each with its follow-ups.
    MovePrompt(PromptId, Way),
    /// A prompt is asked no longer, nor are its follow-ups.
    RetirePrompt(PromptId),
    /// A retired prompt is asked again: the very same question under its own id.
    RestorePrompt(PromptId),
    /// How a prompt is answered.
    Answered(PromptId, PromptKind),
    /// Kinds of agency that are asked a prompt.
    AskedOf(PromptId, Audience),
    /// Whether it must be answered.
    Mandatory(PromptId, bool),
    /// Whether it is about one child alone.
    PerChild(PromptId, bool),
    /// Whose evidence it normally is.
    OfStanding(PromptId, Standing),
    /// What good looks like, how to choose, and where to look.
    Guide {
        /// Which prompt.
        prompt: PromptId,
        /// What good looks like.
        good: String,
        /// How to choose.
        choose: String,
        /// Where to look.
        look: String,
    },
    /// A hint for one kind of agency; a blank one is taken away.
    Hint(PromptId, AgencyKind, String),
    /// A new kind of agency at the end.
    AddKind(AgencyKind),
    /// What a kind of agency is called, where its records are, and what it has to do with the child.
    DescribeKind(AgencyKindEntry),
    /// A kind of agency is meant no longer: whatever named it does so no more.
    RemoveKind(AgencyKind),
    /// Another scale.
    Grade(Scale),
    /// What carries a grade.
    GradedBy(GradedBy),
    /// A prompt is asked only while this holds; always where there is nothing.
    When(PromptId, Option<Condition>),
}

/// Which way something moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// Not in the tool.
    #[error("The tool has no area “{0}”.")]
    NoArea(AreaId),
    /// Not in the tool.
    #[error("The tool has no kind of agency “{0}”.")]
    NoKind(AgencyKind),
    /// Not in the tool.
    #[error("The tool has no question “{0}”.")]
    NoPrompt(PromptId),
    /// K-01: taken, by something that is asked or by something retired.
    #[error(
        "“{0}” is or was the number of something else. Use another: a number is never used twice."
    )]
    Taken(String),
    /// It stands at that end already.
    #[error("It stands at that end already.")]
    AtTheEnd,
}

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
        Edit::AreaAskedOf(area, asked_of) => {
            area_mut(&mut next, area)?.asked_of.clone_from(asked_of);
        }
        Edit::GradeArea(area, graded) => area_mut(&mut next, area)?.graded = *graded,
        Edit::AddPrompt { area, id, follows, text, kind } => {
            add_prompt(&mut next, area, blank(id, follows.as_ref(), text, kind))?;
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
    let forget = |audience: &mut Audience| match audience {
        Audience::All => {}
        Audience::Only(kinds) | Audience::Except(kinds) => kinds.retain(|one| one != kind),
    };
    for area in &mut tool.areas {
        forget(&mut area.asked_of);
        area.hints.remove(kind);
        area.not_applicable_when.iter_mut().for_each(|when| forget_in(when, kind));
        for prompt in &mut area.prompts {
            forget(&mut prompt.asked_of);
            prompt.guidance.hints.remove(kind);
            conditions_mut(prompt).for_each(|condition| forget_in(condition, kind));
        }
    }
    Ok(())
}

fn conditions_mut(prompt: &mut Prompt) -> impl Iterator<Item = &mut Condition> {
    let rewordings = prompt.rewordings.iter_mut().map(|rewording| &mut rewording.when);
    let advice = prompt.advice.iter_mut().map(|advice| &mut advice.when);
    let asked = prompt.when.iter_mut().chain(&mut prompt.not_applicable_barred_when);
    asked.chain(rewordings).chain(advice)
}

fn forget_in(condition: &mut Condition, kind: &AgencyKind) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter_mut().for_each(|part| forget_in(part, kind));
        }
        Condition::Not(part) => forget_in(part, kind),
        Condition::Agency(kinds) => kinds.retain(|one| one != kind),
        Condition::Answered(_) | Condition::Answer { .. } | Condition::Number { .. } => {}
    }
}

fn area_at(tool: &Tool, id: &AreaId) -> Result<usize, EditError> {
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
fn place_of(tool: &Tool, id: &PromptId) -> Result<(usize, usize), EditError> {
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

fn blank(id: &PromptId, follows: Option<&PromptId>, text: &str, kind: &PromptKind) -> Prompt {
    Prompt {
        id: id.clone(),
        text: text.to_owned(),
        hint: String::new(),
        kind: kind.clone(),
        follows: follows.cloned(),
        asked_of: Audience::All,
        mandatory: true,
        per_child: false,
        standing: Standing::All,
        when: None,
        not_applicable_barred_when: None,
        rewordings: Vec::new(),
        advice: Vec::new(),
        guidance: Guidance::default(),
    }
}

fn add_prompt(tool: &mut Tool, area: &AreaId, prompt: Prompt) -> Result<(), EditError> {
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
fn block_end(prompts: &[Prompt], at: usize) -> usize {
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

fn retire_area(tool: &mut Tool, id: &AreaId) -> Result<(), EditError> {
    let at = area_at(tool, id)?;
    let area = tool.areas.remove(at);
    let until = tool.version;
    let prompts = area.prompts.into_iter();
    tool.retired.prompts.extend(prompts.map(|prompt| Retired { area: id.clone(), until, prompt }));
    tool.retired.areas.push(id.clone());
    Ok(())
}

fn retire_prompt(tool: &mut Tool, id: &PromptId) -> Result<(), EditError> {
    let (area, at) = place_of(tool, id)?;
    let until = tool.version;
    let Some(area) = tool.areas.get_mut(area) else { return Err(EditError::NoPrompt(id.clone())) };
    let end = block_end(&area.prompts, at);
    let home = area.id.clone();
    let gone = area.prompts.drain(at..end);
    tool.retired.prompts.extend(gone.map(|prompt| Retired { area: home.clone(), until, prompt }));
    Ok(())
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
}

fn restore_prompt(tool: &mut Tool, id: &PromptId) -> Result<(), EditError> {
    let at = tool.retired.prompts.iter().position(|retired| retired.prompt.id == *id);
    let at = at.ok_or_else(|| EditError::NoPrompt(id.clone()))?;
    let home = tool.retired.prompts.get(at).map(|retired| retired.area.clone());
    let home = home.ok_or_else(|| EditError::NoPrompt(id.clone()))?;
    area_at(tool, &home)?;
    let Retired { prompt, .. } = tool.retired.prompts.remove(at);
    add_prompt(tool, &home, prompt)
}

impl Tool {
    /// An id that no kind of agency has.
    pub fn next_kind(&self) -> AgencyKind {
        let names = (1_u32..).map(|count| ["agency-", &count.to_string()].concat());
        let mut free = names
            .filter_map(|name| AgencyKind::new(name).ok())
            .filter(|kind| self.agency_kind(kind).is_none());
        free.next().expect("there are more numbers than kinds")
    }

    /// An id and a number that no area has or had.
    pub fn next_area(&self) -> (AreaId, u32) {
        let highest = self.areas.iter().map(|area| area.number).max().unwrap_or(0);
        let numbers = highest.saturating_add(1)..=u32::MAX;
        let named = numbers.filter_map(|number| {
            Some((AreaId::new(["area-", &number.to_string()].concat()).ok()?, number))
        });
        let is_free = |id: &AreaId| self.area(id).is_none() && !self.retired.areas.contains(id);
        let mut free = named.filter(|(id, _)| is_free(id));
        free.next().expect("there are more numbers than areas")
    }

    /// An id that no prompt has or had: `3.6` in the third area, `3.5.b` after `3.5.a`.
    pub fn next_prompt(&self, area: &Area, follows: Option<&PromptId>) -> PromptId {
        let is_free = |id: &PromptId| {
            let retired = self.retired.prompts.iter().any(|retired| retired.prompt.id == *id);
            self.prompt(id).is_none() && !retired
        };
        let number = area.number.to_string();
        // An id has an end: the follow-up of a very long one is numbered as a prompt of its own.
        let follows = follows.filter(|followed| followed.as_str().len() < MAX_ID_LENGTH - 10);
        let names = (1_u32..).map(|count| match follows {
            None => [&number, ".", &count.to_string()].concat(),
            Some(followed) => [followed.as_str(), ".", &letters(count)].concat(),
        });
        let mut free = names.filter_map(|name| PromptId::new(name).ok()).filter(is_free);
        free.next().expect("there are more numbers than prompts")
    }
}

/// 1 is "a", 26 is "z", 27 is "aa".
fn letters(mut count: u32) -> String {
    let mut letters = Vec::new();
    while count > 0 {
        count -= 1;
        letters.push(char::from(b'a' + u8::try_from(count % 26).unwrap_or(0)));
        count /= 26;
    }
    letters.iter().rev().collect()
}
