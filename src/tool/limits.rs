//! How large a tool may be: generous for people, and a bound on work for programs.

/// Most bytes of a tool as JSON.
pub const MAX_TOOL_BYTES: usize = 4 * 1024 * 1024;
/// Most areas.
pub const MAX_AREAS: usize = 50;
/// Most prompts in the whole tool.
pub const MAX_PROMPTS: usize = 5_000;
/// Most options of one choice.
pub const MAX_OPTIONS: usize = 60;
/// Most grades, and most qualifiers, of a scale.
pub const MAX_GRADES: usize = 12;
/// Most kinds of agency.
pub const MAX_AGENCY_KINDS: usize = 100;
/// Most rewordings, and most pieces of advice, of one prompt.
pub const MAX_VARIANTS: usize = 20;
/// Deepest nesting of one condition.
pub const MAX_CONDITION_DEPTH: usize = 8;
/// Most single tests within one condition.
pub const MAX_CONDITION_PARTS: usize = 64;
/// Most characters of a label, name, title or unit.
pub const MAX_LABEL: usize = 150;
/// Most characters of a question, hint, descriptor or piece of guidance.
pub const MAX_TEXT: usize = 1_500;
/// Most characters that a text prompt may allow.
pub const MAX_ANSWER: u32 = 20_000;
