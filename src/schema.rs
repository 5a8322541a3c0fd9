//! JSON Schemas of our files, made from the types that read them.
//!
//! Published under `public/schema/` so that others can write a tool or read a
//! return without our programs. A schema describes the payload; the signed
//! envelope around it is RFC 7515's. Of what a passphrase closes it describes what
//! is inside, and of a draft its `contents`. What a schema cannot say, such as that
//! a condition asks about a prompt that exists, [`Tool::validate`] does.

use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde_json::Value;

use crate::audit_return::{ConcernNotice, QueryPack, Return, Withdrawal};
use crate::panel::WorkbookFile;
use crate::round::Invitation;
use crate::store::{DeputyKey, DraftCopy, HandOver};
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
        publish::<DraftCopy>("draft.json", "Draft of a return"),
        publish::<WorkbookFile>("workbook.json", "Workbook of a round"),
        publish::<HandOver>("hand-over.json", "Workbook of a round with its secret keys"),
        publish::<DeputyKey>("deputy-key.json", "Secret key of a deputy"),
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
    use crate::envelope::{Kind, Limits, open};
    use crate::store::{DraftRecord, RoundKeySeed, RoundKeys};
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

    #[test]
    fn every_kind_of_file_has_its_schema() {
        let files: BTreeSet<&str> = published().iter().map(|one| one.file).collect();
        let without: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|kind| !files.contains([kind.token(), ".json"].concat().as_str()))
            .collect();
        assert_eq!(without, Vec::<Kind>::new());
    }

    fn schema(file: &str) -> jsonschema::Validator {
        let schemas = published();
        let one = schemas.iter().find(|one| one.file == file).unwrap();
        jsonschema::validator_for(&one.schema).unwrap()
    }

    fn tool_schema() -> jsonschema::Validator {
        schema("tool.json")
    }

    /// What of a file, as it is written today, its schema does not allow.
    fn faults(file: &str, written: &impl serde::Serialize) -> Vec<String> {
        let value = serde_json::to_value(written).unwrap();
        schema(file).iter_errors(&value).map(|fault| fault.to_string()).collect()
    }

    #[test]
    fn the_workbook_of_a_panel_that_has_judged_holds_to_its_schema() {
        let file = include_bytes!("../tests/compatibility/2026-12-02-judged/workbook.json");
        let opened = open(file, &[Kind::Workbook], &Limits::of(Kind::Workbook)).unwrap();
        let workbook: WorkbookFile = opened.parse().unwrap();
        assert_eq!(faults("workbook.json", &workbook), Vec::<String>::new());

        let mut value = serde_json::to_value(&workbook).unwrap();
        value["workbook"]["log"] = json!("none");
        assert_ne!(faults("workbook.json", &value), Vec::<String>::new());
    }

    #[test]
    fn a_draft_holds_to_its_schema() {
        let record = DraftRecord::from_text(include_str!("store/fixtures/draft-1.json")).unwrap();
        let copy = DraftCopy::of(record, "{}".into());
        assert_eq!(faults("draft.json", &copy), Vec::<String>::new());

        let mut value = serde_json::to_value(&copy).unwrap();
        value["record"]["revision"] = json!("forty-two");
        assert_ne!(faults("draft.json", &value), Vec::<String>::new());
    }

    #[test]
    fn what_a_passphrase_closes_holds_to_its_schema() {
        let seed = RoundKeySeed([7; 32]);
        let keys = RoundKeys { signing: Some(seed), ..RoundKeys::default() };
        let handed = HandOver::of("{}".into(), keys);
        assert_eq!(faults("hand-over.json", &handed), Vec::<String>::new());
        assert_eq!(faults("deputy-key.json", &DeputyKey::of([7; 32])), Vec::<String>::new());
        let short = json!({ "format_version": 1, "opening": [7, 7] });
        assert_ne!(faults("deputy-key.json", &short), Vec::<String>::new());
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
