//! Names that stand in a round's papers for what they are: those of its board and its agencies (I-08).

use crate::guard::NamedHere;
use crate::round::RoundPlan;

/// I-08: what nobody is asked about as the name of a place. The round's title and its tool are not among it: they are
/// typed like any text, and may name the place of one child.
pub(super) fn i08_own_names(plan: &RoundPlan) -> NamedHere {
    let board = &plan.round.board;
    let agencies = plan.agencies.iter().map(|agency| agency.name.as_str());
    let names = [&board.name, &board.short_name, &board.area].map(String::as_str);
    NamedHere::of(agencies.chain(names))
}
