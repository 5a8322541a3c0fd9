//! The draft of the tool's next version, as the pages change it.

use leptos::task::spawn_local;
use leptos::web_sys::File;

use super::Desk;
use crate::browser::files;
use crate::store::file_name;
use crate::tool::edit::{Edit, EditError};
use crate::tool::limits::MAX_TOOL_BYTES;
use crate::tool::{Tool, ToolFault};

impl Desk {
    /// The tool as it would be: the draft, or the round's where nothing is changed.
    pub fn drafted_tool(&self) -> Option<Tool> {
        self.try_with(|workbook| workbook.drafted_tool().clone())
    }

    /// Makes one change of the draft; written within a second. What is shown stays as it is.
    pub fn edit_tool(&self, edit: &Edit) -> Result<(), EditError> {
        let done = self.change(|workbook| workbook.edit_tool(edit)).unwrap_or(Ok(()));
        if done.is_ok() {
            self.note_typed();
        }
        done
    }

    /// The same, and the pages show it: something was added, moved or taken away.
    pub fn rearrange_tool(&self, edit: &Edit) -> Result<(), EditError> {
        self.edit_tool(edit)?;
        self.save_typed();
        self.changed();
        Ok(())
    }

    /// Forgets the draft.
    pub fn forget_tool_draft(&self) {
        self.change(|workbook| workbook.drop_tool_draft());
        self.save();
        self.changed();
    }

    /// Downloads the tool as it would be.
    pub fn save_tool_file(&self) -> Result<(), String> {
        let Some(tool) = self.drafted_tool() else { return Ok(()) };
        let text = crate::json::to_string_pretty(&tool).unwrap_or_default();
        let version = ["version-", &tool.version.to_string()].concat();
        let name = file_name(&["tool", tool.id.as_str(), &version], "json");
        files::save(&name, "application/json", text.as_bytes()).map_err(|error| error.to_string())
    }

    /// Takes a file's tool for the draft; hears what is wrong with the file.
    pub fn take_tool_file(&self, file: File, done: impl FnOnce(Result<(), String>) + 'static) {
        let desk = *self;
        spawn_local(async move {
            let limit = u64::try_from(MAX_TOOL_BYTES).unwrap_or(u64::MAX);
            let outcome = match files::read(&file, limit).await {
                Ok(bytes) => {
                    Tool::draft_from_json(&bytes).map_err(|fault: ToolFault| fault.to_string())
                }
                Err(error) => Err(error.to_string()),
            };
            done(outcome.map(|tool| {
                desk.change(|workbook| workbook.take_tool(tool));
                desk.save();
                desk.changed();
            }));
        });
    }
}
