//! The files of a practice round, as they lie under `public/samples`.

use std::fmt::Write as _;

use serde::Serialize;

use super::faults::{Fault, faults};
use super::make::{SampleInvitation, SampleReturn, SampleRound};
use crate::id::RoundId;
use crate::round::{Invitation, InvitedCase};

/// One file of the sample.
#[derive(Debug, Clone)]
pub struct SampleFile {
    /// Below `public/samples`, with forward slashes.
    pub path: String,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// What `index.json` holds: where every file of the round is. Paths are relative to it.
#[derive(Debug, Serialize)]
struct Index {
    /// Nothing here is about a real child, and no key here protects anything.
    practice: bool,
    round: RoundId,
    title: String,
    /// Of the key that signed the invitations, in hexadecimal: the panel's program practises with it.
    round_key_seed: String,
    /// Of the key that opens the returns, likewise.
    round_opening_key_seed: String,
    workbook: Listed,
    /// The invitation of the slot whose return is still open.
    try_invitation: String,
    invitations: Vec<Listed>,
    returns: Vec<Listed>,
    returns_with_faults: Vec<Listed>,
}

/// One file of the index.
#[derive(Debug, Serialize)]
struct Listed {
    path: String,
    title: String,
    bytes: usize,
    /// Labels of cases for which nothing has been returned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    open: Vec<String>,
}

/// Every file of a round, with the index that names them all.
pub fn files(sample: &SampleRound) -> Vec<SampleFile> {
    let mut files = Vec::new();
    let index = Index::of(sample, &mut |path, title, bytes| {
        files.push(SampleFile { path: path.clone(), bytes: bytes.to_vec() });
        Listed { path, title: title.to_owned(), bytes: bytes.len(), open: Vec::new() }
    });
    let mut bytes = serde_json::to_vec_pretty(&index).expect("texts and numbers can be written");
    bytes.push(b'\n');
    files.push(SampleFile { path: "index.json".into(), bytes });
    files
}

impl Index {
    /// `add` takes each file in, by path, title and bytes, and says how it is listed.
    fn of(sample: &SampleRound, add: &mut dyn FnMut(String, &str, &[u8]) -> Listed) -> Self {
        let plan = sample.plan();
        let workbook = add("workbook.json".into(), &plan.round.title, &sample.workbook_file());
        let mut invite = |it: &SampleInvitation| {
            let path = format!("invitation-{}.json", it.invitation.slot);
            let listed = add(path, &it.invitation.slot_label, &it.file);
            Listed { open: open_cases(sample, &it.invitation), ..listed }
        };
        let invitations: Vec<Listed> = sample.invitations().iter().map(&mut invite).collect();
        let still_open = invitations.iter().find(|it| !it.open.is_empty());
        let try_invitation = still_open.map(|it| it.path.clone()).unwrap_or_default();
        let mut send =
            |it: &SampleReturn| add(format!("returns/{}.json", name(it)), &title(it), &it.file);
        let returns = sample.returns().iter().map(&mut send).collect();
        let mut fail =
            |it: &Fault| add(format!("returns-with-faults/{}.json", it.name), it.title, &it.file);
        Self {
            practice: plan.round.practice,
            round: plan.round.id.clone(),
            title: plan.round.title.clone(),
            round_key_seed: hex(sample.round_key().seed()),
            round_opening_key_seed: hex(sample.opening_key().seed()),
            workbook,
            try_invitation,
            invitations,
            returns,
            returns_with_faults: faults(sample).iter().map(&mut fail).collect(),
        }
    }
}

/// Labels of the invited cases for which the slot has not returned anything.
fn open_cases(sample: &SampleRound, invitation: &Invitation) -> Vec<String> {
    let returned = |case: &&InvitedCase| {
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
