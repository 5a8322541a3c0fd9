//! Whether a tool makes sense: every fault at once, each with its path.
//!
//! A board writes its own tools, and one arrives inside every invitation, so
//! nothing is taken for granted beyond what the types hold.

mod areas;
mod conditions;
mod cycles;
mod faults;
mod scale;

use std::collections::{BTreeMap, BTreeSet};

use super::limits::{MAX_AGENCY_KINDS, MAX_LABEL, MAX_TEXT, MAX_TOOL_BYTES};
use super::{Audience, Prompt, Tool, ToolFault, ToolFaultKind};
use crate::gather::gathered;
use crate::id::{AgencyKind, PromptId};
use faults::{Faults, Path};

impl Tool {
    /// Reads a tool that somebody wrote, or says everything that is wrong with it.
    ///
    /// What is not JSON, or not of a tool's shape, ends the reading with that one fault.
    pub fn from_json(bytes: &[u8]) -> Result<Self, Vec<ToolFault>> {
        let tool = read(bytes).map_err(|fault| vec![fault])?;
        let faults = tool.validate();
        if faults.is_empty() { Ok(tool) } else { Err(faults) }
    }

    /// Reads a tool that may still have faults, as whoever writes one saves it.
    ///
    /// The one fault says that it is not JSON, too large, or not of a tool's shape.
    pub fn draft_from_json(bytes: &[u8]) -> Result<Self, ToolFault> {
        read(bytes)
    }

    /// Everything that is wrong with the tool; empty for a sound one.
    pub fn validate(&self) -> Vec<ToolFault> {
        let mut faults = Faults::default();
        let root = Path::root();
        check_head(self, &root, &mut faults);
        check_kinds(self, &root, &mut faults);
        scale::check(self, &root, &mut faults);
        areas::check(&Context::of(self), &root, &mut faults);
        faults.into_list()
    }
}

fn read(bytes: &[u8]) -> Result<Tool, ToolFault> {
    if bytes.len() > MAX_TOOL_BYTES {
        let kind = ToolFaultKind::TooLarge { size: bytes.len(), limit: MAX_TOOL_BYTES };
        return Err(ToolFault { path: String::new(), kind });
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let tool = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        unreadable(if path == "." { String::new() } else { path }, &error.into_inner())
    })?;
    reader.end().map_err(|error| unreadable(String::new(), &error))?;
    Ok(tool)
}

fn unreadable(path: String, error: &serde_json::Error) -> ToolFault {
    match error.classify() {
        serde_json::error::Category::Data => {
            ToolFault { path, kind: ToolFaultKind::NotATool(error.to_string()) }
        }
        serde_json::error::Category::Io
        | serde_json::error::Category::Syntax
        | serde_json::error::Category::Eof => {
            ToolFault { path: String::new(), kind: ToolFaultKind::NotJson(error.to_string()) }
        }
    }
}

/// What references within the tool are looked up in.
struct Context<'a> {
    tool: &'a Tool,
    kinds: BTreeSet<&'a AgencyKind>,
    /// The first prompt of each id, with its area's and its own position in the whole tool.
    prompts: BTreeMap<&'a PromptId, Known<'a>>,
}

#[derive(Clone, Copy)]
struct Known<'a> {
    prompt: &'a Prompt,
    area: usize,
    at: usize,
}

impl<'a> Context<'a> {
    fn of(tool: &'a Tool) -> Self {
        let mut prompts = BTreeMap::new();
        let mut at = 0;
        for (area, content) in tool.areas.iter().enumerate() {
            for prompt in &content.prompts {
                prompts.entry(&prompt.id).or_insert(Known { prompt, area, at });
                at += 1;
            }
        }
        let kinds = gathered(tool.agency_kinds.iter().map(|entry| &entry.id));
        Self { tool, kinds, prompts }
    }

    fn check_kinds<'b>(
        &self,
        kinds: impl IntoIterator<Item = &'b AgencyKind>,
        path: &Path<'_>,
        faults: &mut Faults,
    ) {
        for (at, kind) in kinds.into_iter().enumerate() {
            if !self.kinds.contains(kind) {
                faults.add(&path.at(at), ToolFaultKind::UnknownKind(kind.clone()));
            }
        }
    }

    fn check_audience(&self, audience: &Audience, path: &Path<'_>, faults: &mut Faults) {
        match audience {
            Audience::All => {}
            Audience::Only(kinds) => self.check_kinds(kinds, &path.member("only"), faults),
            Audience::Except(kinds) => self.check_kinds(kinds, &path.member("except"), faults),
        }
        if !self.kinds.is_empty() && !self.kinds.iter().any(|kind| audience.includes(kind)) {
            faults.add(path, ToolFaultKind::Nobody);
        }
    }
}

fn check_head(tool: &Tool, root: &Path<'_>, faults: &mut Faults) {
    if tool.version == 0 {
        faults.add(&root.member("version"), ToolFaultKind::VersionZero);
    }
    faults.text(&root.member("title"), &tool.title, MAX_LABEL);
    faults.text(&root.member("summary"), &tool.summary, MAX_TEXT);
    if !is_language(&tool.language) {
        let shown = tool.language.chars().take(MAX_LABEL).collect();
        faults.add(&root.member("language"), ToolFaultKind::NotALanguage(shown));
    }
}

/// The usual shape of a BCP 47 tag: a language of 2 to 8 letters, then parts of 1 to 8.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && tag.len() <= 35
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn check_kinds(tool: &Tool, root: &Path<'_>, faults: &mut Faults) {
    let list = root.member("agency_kinds");
    faults.count(&list, tool.agency_kinds.len(), 1..=MAX_AGENCY_KINDS);
    let mut seen = BTreeSet::new();
    for (at, entry) in tool.agency_kinds.iter().enumerate() {
        let path = list.at(at);
        faults.unique(&mut seen, entry.id.as_str(), "a kind of agency", &path.member("id"));
        faults.text(&path.member("name"), &entry.name, MAX_LABEL);
        faults.optional_text(&path.member("records"), &entry.records, MAX_TEXT);
    }
}

#[cfg(test)]
mod tests;
