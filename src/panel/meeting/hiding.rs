//! Whether a view in large type names the agencies, or puts letters in their place (domain 4.10).
//!
//! The round's choice holds in every window of this device; what one view shows for a moment is its own.

/// What one view in large type does with the agencies' names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// They stand there, as the round has it.
    Shown,
    /// They are hidden, as the round has it.
    Hidden,
    /// The round hides them, and this view alone shows them: of this area or case, now that it was talked of.
    ShownHere,
}

impl Names {
    /// Of a view that opens, or that hears of the round's choice: what was shown of another area or case, or
    /// before the names were hidden again, says nothing of now.
    pub fn as_chosen(hides: bool) -> Self {
        if hides { Self::Hidden } else { Self::Shown }
    }

    /// After the switch was pressed.
    #[must_use]
    pub fn switched(self) -> Self {
        match self {
            Self::Shown | Self::ShownHere => Self::Hidden,
            Self::Hidden => Self::ShownHere,
        }
    }

    /// Whether letters stand in place of the names here.
    pub fn are_hidden(self) -> bool {
        self == Self::Hidden
    }

    /// What it says of every view of the round; `None` where it is about this one alone.
    pub fn choice(self) -> Option<bool> {
        match self {
            Self::Shown => Some(false),
            Self::Hidden => Some(true),
            Self::ShownHere => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_that_opens_is_as_the_round_has_it_and_never_as_another_one_was_left() {
        assert!(Names::as_chosen(true).are_hidden());
        assert!(!Names::as_chosen(false).are_hidden());
        let shown_here = Names::Hidden.switched();
        assert_eq!(shown_here, Names::ShownHere);
        // The choice that it leaves is that of the round: the next area begins hidden.
        assert_eq!(shown_here.choice(), None);
    }

    #[test]
    fn hiding_is_for_every_window_and_showing_for_one_view() {
        assert_eq!(Names::Shown.switched().choice(), Some(true));
        assert_eq!(Names::Hidden.switched().choice(), None);
        assert_eq!(Names::ShownHere.switched().choice(), Some(true));
        assert_eq!(Names::Shown.choice(), Some(false));
    }
}
