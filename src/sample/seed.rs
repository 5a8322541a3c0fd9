//! Everything that looks random in a practice round, from one seed.

use crate::envelope::{EnrolmentSecret, Hash, OpeningKey, SoftwareKey};
use crate::id::{CaseRef, ReturnId, RoundId};

/// Source of a practice round's identifiers, keys and secrets.
#[derive(Debug, Clone)]
pub(super) struct Seed(String);

impl Seed {
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// 32 bytes for one purpose, the same each time.
    fn bytes(&self, purpose: &str, of: &str) -> [u8; 32] {
        let framed = ["multi-agency-audit practice", &self.0, purpose, of].join("\n");
        *Hash::of(framed.as_bytes()).as_bytes()
    }

    fn hex(&self, purpose: &str, of: &str, bytes: usize) -> String {
        self.bytes(purpose, of).iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
    }

    /// A practice key: never to be trusted with anything.
    pub(super) fn key(&self, of: &str) -> SoftwareKey {
        SoftwareKey::from_seed(&self.bytes("key", of))
    }

    /// A practice key that opens what is sealed: anyone can have it.
    pub(super) fn opening_key(&self) -> OpeningKey {
        OpeningKey::from_seed(&self.bytes("opening key", "round"))
    }

    /// What stands for random bytes when one file is sealed: the same each time.
    pub(super) fn for_sealing(&self, file: &[u8]) -> impl FnMut() -> [u8; 32] + use<> {
        let (seed, of) = (self.clone(), Hash::of(file).to_string());
        let mut count = 0_u32;
        move || {
            count += 1;
            seed.bytes("seal", &[&of, "\n", &count.to_string()].concat())
        }
    }

    pub(super) fn secret(&self, slot: &str) -> EnrolmentSecret {
        EnrolmentSecret::from_bytes(self.bytes("enrolment", slot))
    }

    pub(super) fn round_id(&self) -> RoundId {
        RoundId::new(self.hex("round", "", 16)).expect("hexadecimal digits are an identifier")
    }

    pub(super) fn case_ref(&self, label: &str) -> CaseRef {
        CaseRef::new(self.hex("case", label, 8)).expect("hexadecimal digits are an identifier")
    }

    pub(super) fn return_id(&self, slot: &str, case: &CaseRef) -> ReturnId {
        let of = [slot, case.as_str()].join("\n");
        ReturnId::new(self.hex("return", &of, 16)).expect("hexadecimal digits are an identifier")
    }

    /// A stream of numbers for one purpose.
    pub(super) fn numbers(&self, of: &str) -> Numbers {
        let [a, b, c, d, e, f, g, h, ..] = self.bytes("numbers", of);
        Numbers(u64::from_be_bytes([a, b, c, d, e, f, g, h]))
    }
}

/// SplitMix64: evenly spread, and good for nothing secret.
#[derive(Debug, Clone)]
pub(super) struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// From 0 to one below `bound`; 0 where the bound is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let next = usize::try_from(self.next() >> 33).expect("31 bits fit");
        next.checked_rem(bound).unwrap_or(0)
    }

    /// One of `items`.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.below(items.len()))
    }
}
