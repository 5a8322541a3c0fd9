//! Why a question was not kept, in whole sentences.

use crate::audit_return::LONGEST_QUESTION;
use crate::guard::Finding;

pub(super) const NOT_ASKED: &str = "This auditor is not asked about this case.";
pub(super) const CASE_WITHDRAWN: &str =
    "This case no longer counts, so nothing can be asked about it.";
pub(super) const NO_SUCH_PLACE: &str =
    "No return counts here at the moment. Ask about the return as a whole.";
pub(super) const BLANK: &str = "Enter a question.";
pub(super) const TOO_MANY: &str = "This auditor has as many open questions as one file can hold. Wait for answers, or withdraw some.";
pub(super) const UNKNOWN: &str = "There is no such question.";
pub(super) const WITHDRAWN_ALREADY: &str = "This question is withdrawn already.";
pub(super) const NO_REASON: &str = "Say why you withdraw the question.";

pub(super) fn too_long() -> String {
    ["The question must be ", &LONGEST_QUESTION.to_string(), " characters or less."].concat()
}

/// "The question holds a postcode. Take it out, or write a role instead."
pub(super) fn identifies(found: &[Finding]) -> String {
    [&holds(found), " Take ", it_or_them(found), " out, or write a role instead."].concat()
}

/// The same, where a reason lets it stay.
pub(super) fn may_identify(found: &[Finding]) -> String {
    let stays = if found.len() == 1 { "it stays." } else { "they stay." };
    [&holds(found), " Write a role instead, or say why ", stays].concat()
}

fn it_or_them(found: &[Finding]) -> &'static str {
    if found.len() == 1 { "it" } else { "them" }
}

fn holds(found: &[Finding]) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for one in found {
        if !kinds.contains(&one.kind.label()) {
            kinds.push(one.kind.label());
        }
    }
    let listed = match kinds.as_slice() {
        [first @ .., last] if !first.is_empty() => [&first.join(", "), " and ", last].concat(),
        all => all.join(""),
    };
    ["The question holds ", &listed, "."].concat()
}
