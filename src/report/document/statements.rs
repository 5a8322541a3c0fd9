//! Sentences that a tool's answers make by themselves: data, one file for each shipped tool.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::id::{AreaId, ToolId};
use crate::json;
use crate::panel::manuscript::Measure;
use crate::tool::Tool;

/// A sentence with counts. It is left out where nothing that it counts occurs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Within its area.
    pub id: String,
    /// Whose overview it is part of.
    pub area: AreaId,
    /// Where in the overview it stands.
    pub role: Role,
    /// A pattern whose gaps are the counts.
    pub text: String,
    /// What its gaps count, by their names.
    pub counts: BTreeMap<String, Measure>,
}

/// Where in an area's overview a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// In the paragraph.
    Overview,
    /// Among the positive features.
    Positive,
    /// Among the areas of concern.
    Concern,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfTool {
    tool: ToolId,
    statements: Vec<Statement>,
}

const SHIPPED: [&str; 5] = [
    include_str!("data/statements/case-file-2009.json"),
    include_str!("data/statements/s47-strategy-2013.json"),
    include_str!("data/statements/themed-six-step.json"),
    include_str!("data/statements/child-journey.json"),
    include_str!("data/statements/early-help-themes.json"),
];

/// The statements that a tool's answers can make; none of what this version of it no longer asks.
pub fn statements(tool: &Tool) -> Vec<Statement> {
    let read = |text: &&str| -> OfTool {
        json::from_slice(text.as_bytes()).expect("a test reads the statements")
    };
    let of_tool = SHIPPED.iter().map(read).find(|one| one.tool == tool.id);
    let statements = of_tool.map_or_else(Vec::new, |one| one.statements);
    let fits = |one: &Statement| one.counts.values().all(|measure| measure.fits(tool));
    statements.into_iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::panel::manuscript::Measure;
    use crate::tool::{Condition, library};

    fn shipped() -> Vec<OfTool> {
        SHIPPED.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
    }

    /// Whether every answer that a condition asks for is one that its prompt can have.
    fn can_hold(tool: &Tool, condition: &Condition) -> bool {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().all(|part| can_hold(tool, part))
            }
            Condition::Not(part) => can_hold(tool, part),
            Condition::Answer { prompt, is } => tool.prompt(prompt).is_some_and(|(_, prompt)| {
                let kind = &prompt.kind;
                let known = |value: &String| {
                    kind.values().iter().any(|one| one.as_str() == value)
                        || kind.options().iter().any(|one| one.id.as_str() == value)
                };
                is.iter().all(known)
            }),
            Condition::Answered(_) | Condition::Number { .. } | Condition::Agency(_) => true,
        }
    }

    #[test]
    fn r02_every_shipped_tool_has_statements_on_each_area_that_holds_findings() {
        for tool in library::all() {
            let statements = statements(&tool);
            for area in tool.areas.iter().filter(|area| area.graded || area.holds_findings()) {
                // Area 1 asks for facts on the case; what the panel should talk about is its own to tell.
                let told = statements.iter().any(|one| one.area == area.id);
                assert!(told, "{}: nothing counts {}", tool.id, area.id);
            }
        }
    }

    #[test]
    fn every_statement_counts_what_its_tool_asks_and_says_every_count() {
        for OfTool { tool, statements } in shipped() {
            let tool = library::by_id(&tool).unwrap();
            let mut ids = BTreeSet::new();
            for one in statements {
                assert!(ids.insert((one.area.clone(), one.id.clone())), "{} twice", one.id);
                assert!(tool.area(&one.area).is_some(), "{}: no such area", one.id);
                for (name, measure) in &one.counts {
                    assert!(measure.fits(&tool), "{}: {name}", one.id);
                    if let Measure::Answers(condition) = measure {
                        assert!(can_hold(&tool, condition), "{}: {name}", one.id);
                    }
                    assert!(
                        one.text.contains(&format!(":{name}}}")),
                        "{} never says {name}",
                        one.id
                    );
                }
            }
        }
    }
}
