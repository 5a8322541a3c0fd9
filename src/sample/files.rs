//! The files of a practice round, as they lie under `public/samples`.

use std::fmt::Write as _;

use serde_json::json;

use super::faults::faults;
use super::make::{SampleReturn, SampleRound};

/// One file of the sample.
#[derive(Debug, Clone)]
pub struct SampleFile {
    /// Below `public/samples`, with forward slashes.
    pub path: String,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// Every file of a round, with the index that names them all.
pub fn files(sample: &SampleRound) -> Vec<SampleFile> {
    let mut files = Vec::new();
    let mut add = |path: &str, title: &str, bytes: &[u8]| {
        files.push(SampleFile { path: path.to_owned(), bytes: bytes.to_vec() });
        json!({ "path": path, "title": title, "bytes": bytes.len() })
    };
    let workbook = add("workbook.json", &sample.plan().round.title, &sample.workbook_file());
    let invitations: Vec<_> = sample
        .invitations()
        .iter()
        .map(|it| {
            let slot = &it.invitation.slot;
            let mut entry =
                add(&format!("invitation-{slot}.json"), &it.invitation.slot_label, &it.file);
            entry["slot"] = json!(slot);
            entry["cases"] = json!(it.invitation.cases);
            entry["open"] = json!(open_cases(sample, &it.invitation));
            entry
        })
        .collect();
    let returns: Vec<_> = sample
        .returns()
        .iter()
        .map(|it| add(&format!("returns/{}.json", name(it)), &title(it), &it.file))
        .collect();
    let faulty: Vec<_> = faults(sample)
        .iter()
        .map(|it| add(&format!("returns-with-faults/{}.json", it.name), it.title, &it.file))
        .collect();
    let index = json!({
        "practice": true,
        "round": { "id": sample.plan().round.id, "title": sample.plan().round.title },
        "round_key_seed": hex(sample.round_key().seed()),
        "workbook": workbook,
        "invitations": invitations,
        "returns": returns,
        "returns_with_faults": faulty,
    });
    files
        .push(SampleFile { path: "index.json".into(), bytes: format!("{index:#}\n").into_bytes() });
    files
}

/// Labels of the invited cases for which the slot has not returned anything.
fn open_cases(sample: &SampleRound, invitation: &crate::round::Invitation) -> Vec<String> {
    let returned = |case: &&crate::round::InvitedCase| {
        sample.returns().iter().any(|it| {
            it.audit_return.agency.slot == invitation.slot
                && it.audit_return.case_ref == case.case_ref
        })
    };
    let open = invitation.cases.iter().filter(|case| !returned(case));
    open.map(|case| case.label.clone()).collect()
}

fn name(it: &SampleReturn) -> String {
    let label = it.audit_return.case_label.to_lowercase().replace(' ', "-");
    format!("{label}-{}", it.audit_return.agency.slot)
}

fn title(it: &SampleReturn) -> String {
    format!("{}, {}", it.audit_return.case_label, it.audit_return.agency.slot_label)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
