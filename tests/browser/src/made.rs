//! Rounds of any size, made by the sample generator: to measure with, and to be killed in the midst of.

use crate::site::root;
use anyhow::{Context, Result};
use multi_agency_audit::envelope::{Hash, Kind, Limits, SealingKey, open, write_draft_of};
use multi_agency_audit::round::Invitation;
use multi_agency_audit::sample::{self, SampleRound, Size};
use multi_agency_audit::store::{DraftCopy, DraftRecord, HandOver, RoundKeySeed, RoundKeys};
use multi_agency_audit::tool::Tool;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// Opens the workbook that [`import`] makes.
pub const PASSPHRASE: &str = "four plain words here";

/// What an auditor is sent, and a draft with every answer of its first case in it.
pub struct Audit {
    /// The invitation's file.
    pub invitation: PathBuf,
    /// The draft's file copy.
    pub draft: PathBuf,
}

/// An audit with a tool of so many prompts.
pub fn audit(prompts: usize) -> Result<Audit> {
    let size = Size { cases: 2, slots_per_case: 1, text_words: 25, prompts };
    let round = sample::round("bench", size);
    let invited = round.invitations().first().context("nobody is invited")?;
    let sent = round.returns().first().context("nothing was returned")?;
    let mut draft = sent.audit_return.clone();
    (draft.sign_off, draft.enrolment_proof) = (None, None);
    let file = String::from_utf8(invited.file.clone())?;
    let begun = draft.created;
    let record = DraftRecord::begin(draft, Hash::of(file.as_bytes()), begun);
    let copy = write_draft_of(&DraftCopy::of(record, file))
        .map_err(|error| anyhow::anyhow!("the draft: {}", error.wording().title))?;
    let folder = folder(&format!("audit-{prompts}"))?;
    let audit =
        Audit { invitation: folder.join("invitation.json"), draft: folder.join("draft.json") };
    fs::write(&audit.invitation, &invited.file)?;
    fs::write(&audit.draft, copy)?;
    Ok(audit)
}

/// The tool that it asks with.
pub fn tool(audit: &Audit) -> Result<Tool> {
    let file = fs::read(&audit.invitation)?;
    let opened = open(&file, &[Kind::Invitation], &Limits::of(Kind::Invitation))?;
    Ok(opened.parse::<Invitation>()?.round.tool)
}

/// A round's workbook, under a passphrase with its keys, and what its agencies sent.
pub struct Pile {
    /// The workbook's file.
    pub workbook: PathBuf,
    /// The sealed returns, of about 15 KB each.
    pub returns: Vec<PathBuf>,
}

/// So many sealed returns, ten a case. Made once: making 10,000 takes minutes.
pub fn import(returns: usize) -> Result<Pile> {
    let folder = folder(&format!("import-{returns}"))?;
    // A round of one case, to the byte: what changes the form of the files changes it.
    let stamp = Hash::of(of(1).returns().first().context("nothing was returned")?.file.as_slice());
    let files: Vec<PathBuf> =
        (0..returns).map(|number| folder.join(format!("{number:05}.json"))).collect();
    let pile = Pile { workbook: folder.join("workbook.json"), returns: files };
    let made = folder.join("made-of");
    if fs::read_to_string(&made).is_ok_and(|kept| kept == stamp.to_string()) {
        return Ok(pile);
    }
    println!("Making {returns} sealed returns ...");
    let round = of(returns / 10);
    for (file, sent) in pile.returns.iter().zip(round.returns()) {
        fs::write(file, &sent.file)?;
    }
    fs::write(&pile.workbook, handed_over(&round)?)?;
    fs::write(made, stamp.to_string())?;
    Ok(pile)
}

/// The key that opens the returns of every pile, as other programs are told one (RFC 8037).
pub fn opening_key() -> Value {
    let key = of(1).opening_key();
    // Any 32 bytes are written as a public key is.
    let secret = SealingKey::from_bytes(*key.seed());
    json!({ "kty": "OKP", "crv": "X25519", "x": key.sealing_key().to_string(), "d": secret.to_string() })
}

fn of(cases: usize) -> SampleRound {
    sample::round("bench", Size { cases, slots_per_case: 10, text_words: 10, prompts: 47 })
}

fn handed_over(round: &SampleRound) -> Result<Vec<u8>> {
    let keys = RoundKeys {
        signing: Some(RoundKeySeed(*round.round_key().seed())),
        opening: Some(RoundKeySeed(*round.opening_key().seed())),
        own: None,
    };
    // A file of a practice round protects nothing.
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let file = HandOver::of(String::from_utf8(round.workbook_file())?, keys);
    file.protected(PASSPHRASE, &mut random)
        .map_err(|error| anyhow::anyhow!("the workbook: {}", error.wording().title))
}

/// The workbook's file of a round of so many cases and one agency, without its keys: for lists of several pages.
pub fn long_round(cases: usize) -> Vec<u8> {
    let size = Size { cases, slots_per_case: 1, text_words: 1, prompts: 7 };
    sample::round("long", size).workbook_file()
}

/// A folder for made files, kept between runs.
pub(crate) fn folder(name: &str) -> Result<PathBuf> {
    let folder = fs::canonicalize(root())?.join("target/browser-bench").join(name);
    fs::create_dir_all(&folder)?;
    Ok(folder)
}
