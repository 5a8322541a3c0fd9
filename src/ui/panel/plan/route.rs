//! Addresses of the plan's pages.

use crate::id::ItemId;

/// A page of the action plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The recommendations and their actions.
    Board,
    /// A new action, for this recommendation where one is given.
    New(Option<ItemId>),
    /// One action: where it stands, and what happened to it.
    One(ItemId),
    /// The same, to be written anew.
    Change(ItemId),
    /// Whom a recommendation addresses, or why it needs no action.
    Recommendation(ItemId),
    /// Whether the board has ratified the plan.
    Ratify,
    /// Sheets that agencies fill in, and those that came back.
    Sheets,
    /// Dates for people's calendars.
    Reminders,
    /// What agencies could not agree on (AP-11).
    Issues,
    /// One such issue.
    Issue(ItemId),
    /// The same, to be corrected.
    CorrectIssue(ItemId),
    /// The next round.
    Next,
}

impl Place {
    /// Reads the end of an address.
    pub fn of(parts: &[&str]) -> Option<Self> {
        Some(match parts {
            [] => Self::Board,
            ["new"] => Self::New(None),
            ["new", id] => Self::New(Some(ItemId::new(*id).ok()?)),
            ["action", id] => Self::One(ItemId::new(*id).ok()?),
            ["action", id, "change"] => Self::Change(ItemId::new(*id).ok()?),
            ["recommendation", id] => Self::Recommendation(ItemId::new(*id).ok()?),
            ["ratify"] => Self::Ratify,
            ["sheets"] => Self::Sheets,
            ["reminders"] => Self::Reminders,
            ["issues"] => Self::Issues,
            ["issues", id] => Self::Issue(ItemId::new(*id).ok()?),
            ["issues", id, "change"] => Self::CorrectIssue(ItemId::new(*id).ok()?),
            ["next"] => Self::Next,
            _ => return None,
        })
    }

    /// The end of its address.
    pub fn tail(&self) -> String {
        match self {
            Self::Board => String::new(),
            Self::New(None) => "/new".to_owned(),
            Self::New(Some(id)) => ["/new/", id.as_str()].concat(),
            Self::One(id) => ["/action/", id.as_str()].concat(),
            Self::Change(id) => ["/action/", id.as_str(), "/change"].concat(),
            Self::Recommendation(id) => ["/recommendation/", id.as_str()].concat(),
            Self::Ratify => "/ratify".to_owned(),
            Self::Sheets => "/sheets".to_owned(),
            Self::Reminders => "/reminders".to_owned(),
            Self::Issues => "/issues".to_owned(),
            Self::Issue(id) => ["/issues/", id.as_str()].concat(),
            Self::CorrectIssue(id) => ["/issues/", id.as_str(), "/change"].concat(),
            Self::Next => "/next".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_of_the_plan_is_found_by_its_own_address() {
        let id = || ItemId::new("a1").unwrap();
        let places = [
            Place::Board,
            Place::New(None),
            Place::New(Some(id())),
            Place::One(id()),
            Place::Change(id()),
            Place::Recommendation(id()),
            Place::Ratify,
            Place::Sheets,
            Place::Reminders,
            Place::Issues,
            Place::Issue(id()),
            Place::CorrectIssue(id()),
            Place::Next,
        ];
        for place in places {
            let tail = place.tail();
            let parts: Vec<&str> = tail.split('/').filter(|part| !part.is_empty()).collect();
            assert_eq!(Place::of(&parts), Some(place));
        }
        assert_eq!(Place::of(&["action"]), None);
    }
}
