//! Reading returns by the mapping of their tool, where one stands.

use super::ToolMapping;
use crate::envelope::Hash;
use crate::panel::workbook::Workbook;
use crate::tool::ToolRef;

impl Workbook {
    /// The mapping by which returns of another tool are read, where there is one.
    pub fn mapping(&self, tool: &ToolRef) -> Option<&ToolMapping> {
        self.last_mapping(tool).filter(|mapping| !mapping.undone)
    }

    /// What was last decided on another tool, taken back or not.
    pub fn last_mapping(&self, tool: &ToolRef) -> Option<&ToolMapping> {
        self.record.panel.mappings.get(*self.index.mappings.get(&tool.hash)?)
    }

    /// V-08: the mapping of a file whose grades are of another scale.
    pub(in crate::panel) fn foreign_scale(&self, file: &Hash) -> Option<&ToolMapping> {
        let mapping = self.mapping(&self.facts(file)?.tool)?;
        (!mapping.same_scale(&self.plan().round.tool.scale)).then_some(mapping)
    }

    /// Keeps a mapping, or that it is taken back, and reads what is here by it.
    pub(in crate::panel) fn read_by(&mut self, tool: &ToolRef, mapping: ToolMapping) {
        self.index.mappings.insert(tool.hash, self.record.panel.mappings.len());
        self.record.panel.mappings.push(mapping);
        let files: Vec<Hash> = self.returns.keys().copied().collect();
        for file in files {
            self.read_again(&file);
        }
    }
}
