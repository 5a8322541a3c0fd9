//! Parts of the program that load with the first of their pages, each for pages of a round that is open.

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;

/// The doors of such a part.
#[derive(Clone, Copy)]
pub struct LatePages {
    show: fn(Desk, Part) -> AnyView,
}

impl LatePages {
    /// The doors that lead to these pages.
    pub fn new(show: fn(Desk, Part) -> AnyView) -> Self {
        Self { show }
    }

    /// A page of this part, of the round that is open.
    pub fn show(self, desk: Desk, part: Part) -> AnyView {
        (self.show)(desk, part)
    }
}
