//! JSON Schemas of our files, made from the types that read them.
//!
//! Published under `public/schema/` so that others can write a tool or read a
//! return without our programs. A schema describes the payload; the signed
//! envelope around it is RFC 7515's. What a schema cannot say, such as that a
//! condition asks about a prompt that exists, [`Tool::validate`] does.

use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde_json::Value;

use crate::audit_return::{ConcernNotice, QueryPack, Return, Withdrawal};
use crate::round::Invitation;
use crate::tool::Tool;

/// One published schema.
#[derive(Debug, Clone, PartialEq)]
pub struct Published {
    /// Under `public/schema/`, such as `tool.json`.
    pub file: &'static str,
    /// JSON Schema, draft 2020-12.
    pub schema: Value,
}

impl Published {
    /// The file's text, with a line break at its end.
    pub fn text(&self) -> String {
        format!("{:#}\n", self.schema)
    }
}

/// Every schema that we publish.
pub fn published() -> Vec<Published> {
    vec![
        publish::<Tool>("tool.json", "Audit tool"),
        publish::<Invitation>("invitation.json", "Invitation to an audit"),
        publish::<Return>("return.json", "Return of an audit"),
        publish::<ConcernNotice>("concern.json", "Immediate concern"),
        publish::<Withdrawal>("withdrawal.json", "Withdrawal of a return"),
        publish::<QueryPack>("query.json", "Questions of the panel"),
    ]
}

fn publish<T: JsonSchema>(file: &'static str, title: &str) -> Published {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema: Schema = generator.into_root_schema_for::<T>();
    schema.insert("title".into(), title.into());
    let mut schema: Value = schema.into();
    // Another crate of the workspace may have serde_json keep the order of insertion.
    schema.sort_all_objects();
    Published { file, schema }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use serde_json::json;

    use super::*;
    use crate::tool::library;

    fn folder() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("public/schema")
    }

    #[test]
    fn published_schemas_are_what_the_types_say() {
        let stale: Vec<&str> = published()
            .iter()
            .filter(|one| std::fs::read_to_string(folder().join(one.file)).ok() != Some(one.text()))
            .map(|one| one.file)
            .collect();
        assert_eq!(stale, Vec::<&str>::new(), "run `cargo xtask schema`");
        let present: BTreeSet<String> = std::fs::read_dir(folder())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let expected = published().iter().map(|one| one.file.to_owned()).collect();
        assert_eq!(present, expected, "public/schema holds other files");
    }

    #[test]
    fn every_schema_is_sound_itself() {
        for one in published() {
            assert!(jsonschema::meta::is_valid(&one.schema), "{}", one.file);
        }
    }

    fn tool_schema() -> jsonschema::Validator {
        let schemas = published();
        let tool = schemas.iter().find(|one| one.file == "tool.json").unwrap();
        jsonschema::validator_for(&tool.schema).unwrap()
    }

    #[test]
    fn shipped_tools_hold_to_the_schema() {
        let schema = tool_schema();
        for entry in library::ENTRIES {
            let tool = serde_json::from_str(entry.json).unwrap();
            let faults: Vec<String> =
                schema.iter_errors(&tool).map(|fault| fault.to_string()).collect();
            assert_eq!(faults, Vec::<String>::new(), "{}", entry.id);
        }
    }

    #[test]
    fn what_no_program_would_read_breaks_the_schema() {
        let schema = tool_schema();
        let sound: Value = serde_json::from_str(library::ENTRIES[0].json).unwrap();
        let rows = [
            ("/areas/3/prompts/0/id", json!("Not an id")),
            ("/areas/3/prompts/0/kind", json!({ "slider": {} })),
            ("/areas/3/prompts/0/standing", json!("nobody")),
            ("/areas/3/prompts/0/colour", json!("red")),
            ("/areas/3/number", json!(-1)),
            ("/areas/5/not_applicable_when", json!({ "answer": { "prompt": "1.17" } })),
            ("/graded_by", json!("everything")),
            ("/scale/grades/0/level", json!(1)),
        ];
        let kept: Vec<&str> = rows
            .iter()
            .filter(|(pointer, value)| {
                let mut broken = sound.clone();
                let (parent, member) = pointer.rsplit_once('/').unwrap();
                broken.pointer_mut(parent).unwrap()[member] = value.clone();
                schema.is_valid(&broken)
            })
            .map(|(pointer, _)| *pointer)
            .collect();
        assert_eq!(kept, Vec::<&str>::new());
    }
}
