//! `datapackage.json`: what is in the package, column by column.

use serde_json::{Value, json};

use super::{DataTable, Field};
use crate::panel::Workbook;
use crate::report::document::threshold;

pub(super) fn package(workbook: &Workbook, tables: &[DataTable]) -> String {
    let round = &workbook.plan().round;
    let name = ["audit-round-", round.id.as_str()].concat();
    let package = json!({
        "profile": "tabular-data-package",
        "name": name,
        "title": round.title,
        "description": "Counts of one round of multi-agency case audits. Small numbers are suppressed. Audience: bodies beyond the board, as somebody cleared it.",
        "suppressed_below": threshold(workbook),
        "resources": tables.iter().map(resource).collect::<Vec<Value>>(),
    });
    // Strings, numbers and lists: writing cannot fail.
    crate::json::to_string_pretty(&package).unwrap_or_default()
}

fn resource(table: &DataTable) -> Value {
    json!({
        "name": table.name,
        "path": table.path,
        "description": table.description,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true },
        "schema": {
            "fields": table.fields.iter().map(field).collect::<Vec<Value>>(),
            "primaryKey": table.key,
            "missingValues": [""],
        },
    })
}

fn field(field: &Field) -> Value {
    json!({
        "name": field.name,
        "type": field.kind,
        "description": field.description,
        "constraints": { "required": field.required },
    })
}
