//! Random draws that anybody can do again from their record (S-02, S-04).
//!
//! Every candidate holds a ticket: the SHA-256 of `seed:number`, such as
//! `4711:12`. The lowest tickets are drawn, as in R. L. Rivest, "Consistent
//! Sampling with Replacement" (2018, arXiv:1808.10016), of which this is the
//! first tickets only. `printf '4711:12' | sha256sum` shows one. That a ticket
//! depends on nothing but seed and number means that a candidate who leaves the
//! frame moves nobody else, and that the next in order is the replacement.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Sampling;
use crate::envelope::Hash;
use crate::gather::gathered;
use crate::guard::{Guard, Level};
use crate::id::CaseRef;
use crate::order;

/// Most characters of a seed.
const MAX_SEED: usize = 100;

/// What is asked of a draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawRequest {
    /// Anything that nobody chose for its outcome: random letters, or numbers of a public lottery.
    pub seed: String,
    /// How many to draw.
    pub size: u32,
    /// What becomes of brothers and sisters.
    pub families: Families,
}

/// What becomes of brothers and sisters in a draw (S-04).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Families {
    /// Each child by itself.
    #[default]
    AsDrawn,
    /// No two children of one family.
    OnePerFamily,
    /// At least one family with all its children: that of the lowest ticket among families of two and more.
    OneWholeFamily,
}

/// How tickets are made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The lowest SHA-256 of `seed:number`.
    #[default]
    Sha256Tickets,
}

/// A draw as it is kept: all that it takes to do it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Draw {
    /// How.
    pub method: Method,
    /// As given.
    pub seed: String,
    /// Cases to choose from, those excluded included.
    pub frame_size: usize,
    /// Numbers that were in the frame.
    pub frame: Vec<u32>,
    /// Numbers that could not be drawn, with the reason.
    pub excluded: Vec<Excluded>,
    /// Numbers that were cases of the round already, and could not be drawn again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<u32>,
    /// Brothers and sisters, where the draw looked at them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub siblings: Vec<Vec<u32>>,
    /// What became of brothers and sisters.
    pub families: Families,
    /// How many were asked for.
    pub size: u32,
    /// Numbers drawn, in the order of their tickets.
    pub drawn: Vec<u32>,
    /// The case that was withdrawn and that this draw replaces (edge case 13).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<CaseRef>,
}

/// A candidate that could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Excluded {
    /// In the coordinator's own list.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// Why nothing was drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// Nothing to make tickets from, or too much.
    #[error(
        "Enter a seed of 1 to {MAX_SEED} characters. Anything will do that nobody chose for its outcome."
    )]
    Seed,
    /// Every record of a draw names its seed, and this one identifies somebody (I-05).
    #[error(
        "This seed looks like what identifies a person, such as a telephone number. Take another, which nobody chose for its outcome."
    )]
    SeedIdentifies,
    /// Nothing is asked for.
    #[error("Enter how many cases to draw, at least one.")]
    Size,
    /// There is no draw to go on with.
    #[error("No case was drawn at random here. Choose one of your list.")]
    NoDraw,
    /// More is asked for than there is.
    #[error(
        "{wanted} cases cannot be drawn: {free} can be chosen from. Add cases to the frame or draw fewer."
    )]
    TooFew {
        /// Asked for.
        wanted: u32,
        /// That may be drawn under these rules.
        free: usize,
    },
    /// A whole family is asked for, and none can be drawn whole (S-04).
    #[error(
        "No family of two and more can come whole into a draw of {size}. Say which cases are brothers and sisters, draw more cases, or choose another answer."
    )]
    NoWholeFamily {
        /// Cases asked for.
        size: u32,
    },
}

/// The ticket of a candidate; the lowest are drawn.
pub fn ticket(seed: &str, number: u32) -> Hash {
    Hash::of([seed, ":", &number.to_string()].concat().as_bytes())
}

impl Sampling {
    /// S-02: draws candidates by the lowest tickets and keeps the record; gives it.
    ///
    /// The caller makes cases of those drawn.
    pub fn s02_draw(&mut self, request: &DrawRequest) -> Result<Draw, DrawError> {
        let seed = request.seed.trim().to_owned();
        if seed.is_empty() || MAX_SEED < seed.chars().count() {
            return Err(DrawError::Seed);
        }
        if Guard::new(&[], None).find(&seed).iter().any(|one| one.level == Level::Block) {
            return Err(DrawError::SeedIdentifies);
        }
        if request.size == 0 {
            return Err(DrawError::Size);
        }
        let siblings = match request.families {
            Families::AsDrawn => Vec::new(),
            Families::OnePerFamily | Families::OneWholeFamily => self.families(),
        };
        let mut draw = Draw {
            method: Method::Sha256Tickets,
            seed,
            frame_size: self.candidates.len(),
            frame: self.candidates.iter().map(|candidate| candidate.number).collect(),
            excluded: self.excluded(),
            taken: self.chosen.keys().copied().collect(),
            siblings,
            families: request.families,
            size: request.size,
            drawn: Vec::new(),
            replaces: None,
        };
        let drawn = draw.again();
        if drawn.len() < usize::try_from(request.size).unwrap_or(usize::MAX) {
            return Err(DrawError::TooFew { wanted: request.size, free: drawn.len() });
        }
        if draw.families == Families::OneWholeFamily && draw.whole_family(&draw.order()).is_none() {
            return Err(DrawError::NoWholeFamily { size: request.size });
        }
        draw.drawn = drawn;
        self.draws.push(draw.clone());
        Ok(draw)
    }
}

impl Draw {
    /// Does the draw again from its record alone; the same numbers as [`Draw::drawn`], for ever.
    ///
    /// Fewer than asked for where there are not as many.
    pub fn again(&self) -> Vec<u32> {
        let order = self.order();
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        match self.families {
            Families::AsDrawn => order.into_iter().take(size).collect(),
            Families::OnePerFamily => self.one_per_family(&order, size),
            Families::OneWholeFamily => self.whole_family_first(&order, size),
        }
    }

    /// Everybody who could be drawn, the lowest ticket first.
    fn order(&self) -> Vec<u32> {
        let excluded: BTreeSet<u32> = gathered(self.excluded.iter().map(|one| one.number));
        let mut tickets: Vec<(Hash, u32)> = self
            .frame
            .iter()
            .filter(|number| !excluded.contains(number) && !self.taken.contains(number))
            .map(|number| (ticket(&self.seed, *number), *number))
            .collect();
        order::sort(&mut tickets);
        tickets.into_iter().map(|(_, number)| number).collect()
    }

    fn family_of(&self) -> BTreeMap<u32, usize> {
        let members = self.siblings.iter().enumerate();
        gathered(members.flat_map(|(at, family)| family.iter().map(move |number| (*number, at))))
    }

    /// S-04: no two children of one family; those taken already count.
    fn one_per_family(&self, order: &[u32], size: usize) -> Vec<u32> {
        let family_of = self.family_of();
        let mut seen: BTreeSet<usize> =
            gathered(self.taken.iter().filter_map(|number| family_of.get(number).copied()));
        let mut is_first = |number: &&u32| match family_of.get(*number) {
            Some(family) => seen.insert(*family),
            None => true,
        };
        order.iter().filter(|number| is_first(number)).take(size).copied().collect()
    }

    /// S-04: the family of the lowest ticket, of those that can come whole.
    fn whole_family(&self, order: &[u32]) -> Option<&Vec<u32>> {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let family_of = self.family_of();
        let fits = |family: &&Vec<u32>| {
            family.len() <= size && family.iter().all(|number| order.contains(number))
        };
        order.iter().find_map(|number| {
            let family = self.siblings.get(*family_of.get(number)?)?;
            Some(family).filter(fits)
        })
    }

    /// S-04: the family of the lowest ticket comes whole, then the lowest tickets of the others.
    fn whole_family_first(&self, order: &[u32], size: usize) -> Vec<u32> {
        let whole: &[u32] = self.whole_family(order).map_or(&[], Vec::as_slice);
        let others = order.iter().filter(|number| !whole.contains(number));
        let mut drawn: BTreeSet<u32> = gathered(whole.iter().copied());
        drawn.extend(others.take(size - whole.len()).copied());
        order.iter().filter(|number| drawn.contains(number)).copied().collect()
    }
}
