//! Ids and numbers that nothing in a tool has or had (K-01).

use crate::id::{AgencyKind, AreaId, MAX_ID_LENGTH, PromptId};
use crate::tool::{Area, Tool};

impl Tool {
    /// An id that no kind of agency has.
    pub fn next_kind(&self) -> AgencyKind {
        let names = (1_u32..).map(|count| ["agency-", &count.to_string()].concat());
        let mut free = names
            .filter_map(|name| AgencyKind::new(name).ok())
            .filter(|kind| self.agency_kind(kind).is_none());
        free.next().expect("there are more numbers than kinds")
    }

    /// An id and a number that no area has or had: after the highest, or before it where none is higher.
    pub fn next_area(&self) -> (AreaId, u32) {
        let highest = self.areas.iter().map(|area| area.number).max().unwrap_or(0);
        let after = highest.checked_add(1).map(|next| next..=u32::MAX);
        let named = after.into_iter().flatten().chain(1..highest).filter_map(|number| {
            Some((AreaId::new(["area-", &number.to_string()].concat()).ok()?, number))
        });
        let is_free = |(id, number): &(AreaId, u32)| {
            let known = |area: &Area| area.id == *id || area.number == *number;
            !self.areas.iter().any(known) && !self.retired.areas.contains(id)
        };
        let mut free = named.filter(is_free);
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
