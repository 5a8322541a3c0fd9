//! Sixty returns, and beside them every kind of bad file.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::Session;
use browser_tests::downloads::write;
use browser_tests::pages::{meeting, panel};
use browser_tests::pile::Auditing;
use multi_agency_audit::audit_return::Return;
use multi_agency_audit::envelope::{Hash, OpeningKey};
use multi_agency_audit::id::{AgencyId, CaseRef, RoundId, SlotId};
use multi_agency_audit::round::SealPolicy;
use multi_agency_audit::tool::GradeLevel;
use std::fs;
use std::path::{Path, PathBuf};

use super::{AUDITORS, CASES, SENT};

/// A bad file, and what is told of it.
type Bad = (PathBuf, &'static str);

/// All returns but one, and beside them every kind of bad file. Returns the one that is owed.
///
/// `astray` holds an invitation that was revoked.
pub async fn imports(
    session: &Session,
    round: &str,
    auditors: &[Auditing],
    astray: &Auditing,
) -> Result<PathBuf> {
    let mut pile = Vec::new();
    for (at, auditor) in auditors.iter().enumerate() {
        for (number, case) in auditor.cases().iter().enumerate() {
            let level = if at == 1 { GradeLevel::Inadequate } else { GradeLevel::Good };
            let name = format!("{}-{number}", auditor.slot());
            pile.push(auditor.sends(session, case, level, &name)?);
        }
    }
    ensure!(pile.len() == AUDITORS * CASES, "{} returns", pile.len());
    let owed = pile.pop().context("no return")?;
    ensure!(owed.exists(), "it was written and is not sent");
    // Places to which something comes that cannot count: in one that is filled it would be a rival.
    pile.truncate(SENT);
    let sent = pile.len();
    let bad = bad_files(session, (auditors, astray), &pile)?;
    let [copy, rival] = rivals(session, auditors, &pile)?;
    let first = pile.first().cloned().context("no return")?;
    pile.extend(bad.iter().map(|(file, _)| file.clone()));
    pile.extend([copy.clone(), rival.clone()]);
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(session, &pile).await?;
    let good = |row: &&panel::ResultRow| row.outcome.contains("from a signer who was invited");
    // Two claim one place, and one came twice.
    let admitted = rows.iter().filter(good).count();
    ensure!(admitted >= sent - 1, "{admitted} of {sent}: {rows:?}");
    let told = |file: &Path| {
        let row = rows.iter().find(|row| file.ends_with(&row.file));
        let row = row.with_context(|| format!("{} is not told of", file.display()))?;
        Ok::<_, anyhow::Error>(row.outcome.as_str())
    };
    for (file, outcome) in &bad {
        let said = told(file)?;
        ensure!(said.contains(outcome), "{}: {said}", file.display());
    }
    // Read side by side: any of the three may be the first.
    let of_place = [told(&first)?, told(&copy)?, told(&rival)?];
    let says = |said: &str, of: &[&str]| of.iter().filter(|one| one.contains(said)).count();
    let twice = says("Imported before: nothing has changed", &of_place[..2]);
    ensure!(twice == 1, "a return and its copy: {of_place:?}");
    let conflict = says("Two files claim", &of_place);
    ensure!(conflict == 1, "one file is the second claim: {of_place:?}");
    Ok(owed)
}

/// The first return once more, and another return that claims its place.
fn rivals(session: &Session, auditors: &[Auditing], pile: &[PathBuf]) -> Result<[PathBuf; 2]> {
    let bytes = fs::read(pile.first().context("no return")?)?;
    let case = auditors.first().and_then(|one| one.cases().first().cloned()).context("no case")?;
    let invitation = invitation_of(session, auditors.first())?;
    let rival = Auditing::opens(&invitation, "another computer of the same auditor")?;
    Ok([
        write(session, "bad-copy.json", &bytes)?,
        rival.sends(session, &case, GradeLevel::BelowGood, "bad-rival")?,
    ])
}

/// A file for every refusal of an import and every reason to keep one apart or waiting (L17), with what is told of it.
fn bad_files(
    session: &Session,
    (auditors, astray): (&[Auditing], &Auditing),
    pile: &[PathBuf],
) -> Result<Vec<Bad>> {
    let mut bad = refused(session, auditors, pile)?;
    bad.extend(kept_apart(session, auditors, astray)?);
    bad.extend(in_unfilled_places(session, auditors.last())?);
    Ok(bad)
}

/// Not returns, or not to be read.
fn refused(session: &Session, auditors: &[Auditing], pile: &[PathBuf]) -> Result<Vec<Bad>> {
    let bytes = fs::read(pile.first().context("no return")?)?;
    let invitation = fs::read(invitation_of(session, auditors.first())?)?;
    let other = fs::read(panel::sample_returns()?.first().context("no sample")?)?;
    let of_ours = |name: &str| fs::read(faults().join(name)).with_context(|| name.to_owned());
    let half = bytes.get(..bytes.len() / 2).unwrap_or_default().to_vec();
    let files = [
        ("bad-altered", one_letter_changed(&bytes)?, "changed since it was sealed"),
        ("bad-letter", b"Dear colleague, my return is attached.".to_vec(), "not part of"),
        ("bad-word", of_ours("word-document.json")?, "not part of"),
        ("bad-other-round", other, "sealed for another round"),
        ("bad-cut-short", half, "is damaged"),
        ("bad-empty", Vec::new(), "is damaged"),
        ("bad-too-large", vec![b' '; 6 * 1024 * 1024], "too large"),
        ("bad-draft", of_ours("draft-sound.json")?, "this is a draft"),
        ("bad-unsigned", of_ours("unsigned-return.json")?, "nobody has signed it"),
        ("bad-signature", of_ours("altered-words.json")?, "changed after it was signed"),
        ("bad-newer", of_ours("version-far-newer.json")?, "newer version"),
        ("bad-invitation", invitation, "not a return"),
    ];
    let written = |(name, bytes, told): (&str, Vec<u8>, &'static str)| -> Result<Bad> {
        Ok((write(session, &format!("{name}.json"), &bytes)?, told))
    };
    files.into_iter().map(written).collect()
}

/// Signed returns about the first case, by those who were not asked for them.
fn kept_apart(session: &Session, auditors: &[Auditing], astray: &Auditing) -> Result<Vec<Bad>> {
    let case = auditors.first().and_then(|one| one.cases().first().cloned()).context("no case")?;
    let invitation = invitation_of(session, auditors.first())?;
    let at = |computer: &str| Auditing::opens(&invitation, computer);
    let sends = |auditor: &Auditing, case: &CaseRef, name: &str| {
        auditor.sends(session, case, GradeLevel::Good, name)
    };
    let stranger = at("a stranger")?.without_the_secret();
    let other_round: RoundId = "another-round".parse()?;
    let for_another =
        at("one who audits for another round")?.with(|one| one.round.id = other_round);
    let nobodys: SlotId = "nobody".parse()?;
    let uninvited = at("one in no place")?.with(|one| one.slot = nobodys);
    let another: AgencyId = "another-agency".parse()?;
    let of_another = at("one of another agency")?.with(|one| one.agency.id = another);
    let unknown: CaseRef = "another-case".parse()?;
    let of_no_case = at("one with another list of cases")?
        .with(|one| one.cases.iter_mut().for_each(|case| case.case_ref = unknown.clone()));
    let elsewhere = OpeningKey::from_seed(&[9; 32]).sealing_key();
    let elsewhere = SealPolicy::to_one("Another panel", elsewhere);
    let sealed_elsewhere = at("one who seals")?.with(|one| one.round.policy.seal = elsewhere);
    Ok(vec![
        (
            sends(&sealed_elsewhere, &case, "bad-sealed-to-others")?,
            "the key that opens it is not in this browser",
        ),
        (sends(&for_another, &case, "bad-wrong-round")?, "it belongs to another round"),
        (sends(&uninvited, &case, "bad-no-place")?, "nobody was invited for this place"),
        (sends(&of_another, &case, "bad-agency")?, "this place belongs to another agency"),
        (sends(&of_no_case, &unknown, "bad-no-case")?, "this round has no such case"),
        (sends(&stranger, &case, "bad-stranger")?, "we do not know who signed it"),
        (sends(astray, &case, "bad-astray")?, "it answers an invitation that was revoked"),
    ])
}

/// Returns that cannot count, where nothing else comes: in a place that is filled they would be rivals.
fn in_unfilled_places(session: &Session, last: Option<&Auditing>) -> Result<Vec<Bad>> {
    let unfilled = last.map(Auditing::cases).unwrap_or_default();
    let [.., for_rules, for_tool, _] = &unfilled[..] else { bail!("too few cases") };
    let invitation = invitation_of(session, last)?;
    let at = |computer: &str| Auditing::opens(&invitation, computer);
    let later = at("one with a later tool")?.with(|one| {
        one.round.tool.version += 1;
        one.tool_ref = one.round.tool.reference();
    });
    let careless = at("one with another program")?;
    let ungraded = |ret: &mut Return| ret.overall.reason.clear();
    let early = at("one whose first version was lost")?;
    let corrects = |ret: &mut Return| {
        ret.version = 2;
        ret.previous = Some(Hash::of(b"a version that did not come"));
    };
    Ok(vec![
        (
            later.sends(session, for_tool, GradeLevel::Good, "bad-other-tool")?,
            "another version of the audit tool",
        ),
        (
            careless.sends_changed(session, for_rules, GradeLevel::Good, "bad-rules", ungraded)?,
            "it breaks rules",
        ),
        (
            early.sends_changed(session, for_rules, GradeLevel::Good, "bad-early", corrects)?,
            "Waiting for an earlier version",
        ),
    ])
}

/// Faults in one word each, as the native tests read them.
fn faults() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../faults")
}

fn one_letter_changed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut bytes = bytes.to_vec();
    let middle = bytes.len() / 2;
    let letter = bytes.get_mut(middle).context("an empty return")?;
    *letter = if *letter == b'A' { b'B' } else { b'A' };
    Ok(bytes)
}

fn invitation_of(session: &Session, auditor: Option<&Auditing>) -> Result<PathBuf> {
    let slot = auditor.context("nobody is invited")?.slot();
    let files = fs::read_dir(session.home.join("files"))?;
    let mut files = files.filter_map(|entry| Some(entry.ok()?.path()));
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("invitation-") && name.contains(slot)
    };
    files.find(is_it).context("the invitation")
}
