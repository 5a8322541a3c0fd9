//! A whole round by one panel: built from a template, its cases drawn, issued, sixty returns and every kind of bad
//! file imported, a conflict settled, an agency chased, a meeting held, a finding made, a copy sent, and the workbook
//! handed over.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::downloads::{saved, saved_text, write};
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::{meeting, panel, set_up};
use browser_tests::pile::{Auditing, invited};
use browser_tests::{Session, elsewhere, eventually, in_every_engine};
use multi_agency_audit::audit_return::Return;
use multi_agency_audit::envelope::OpeningKey;
use multi_agency_audit::id::{RoundId, SlotId};
use multi_agency_audit::round::SealPolicy;
use multi_agency_audit::tool::GradeLevel;
use std::fs;
use std::path::{Path, PathBuf};
use thirtyfour::prelude::*;

in_every_engine![a_whole_round_from_the_template_to_the_next_coordinator];

const CASES: usize = 6;
/// Kinds of agency that the template expects.
const AUDITORS: usize = 11;
/// All but the one that is owed and two that cannot count.
const SENT: usize = AUDITORS * CASES - 3;
const PASSPHRASE: &str = "four plain words here";
const FOUND: &str = "two of the six cases";
const AGREED: &str = "All agencies found it so, and the panel did too.";
const COPY_IS_SAFE: &str = "The team manager, from the file.";

async fn a_whole_round_from_the_template_to_the_next_coordinator(
    session: &mut Session,
) -> Result<()> {
    let round = set_up(session).await?;
    draws(session, &round).await?;
    panel::proves_keys(session, &round).await?;
    let auditors = invited(session, &round, usize::MAX).await?;
    ensure!(auditors.len() == AUDITORS, "{} auditors are invited", auditors.len());
    let owed = imports(session, &round, &auditors).await?;
    settles_the_conflict(session, &round).await?;
    let owing = auditors.last().context("nobody is invited")?.agency();
    chases(session, &round, owing).await?;
    let met = meets(session, &round).await?;
    finds(session, &round).await?;
    sends_a_copy(session, &round).await?;
    let handed = hands_over(session, &round).await?;
    elsewhere(session, session.engine, async |next| goes_on(next, &handed, &met, &owed).await).await
}

/// Where the panel met, and what it judged there.
struct Met {
    agenda: String,
    judged: String,
}

/// The workbook's file, and what was read in it before it was handed over.
struct Handed {
    file: PathBuf,
    log: String,
    register: Vec<Vec<String>>,
    reminded: String,
}

/// From the first template; its agencies as it expects them.
async fn set_up(session: &Session) -> Result<String> {
    session.open("panel.html#/new/cp-plan-2009").await?;
    session.shows("Key lines of enquiry").await?;
    session.driver.find(By::Id("board")).await?.send_keys("Estmere Partnership").await?;
    session.driver.find(By::Id("cases")).await?.focus().await?;
    let keyboard = session.keyboard();
    keyboard.with_control('a').await?;
    keyboard.text(&CASES.to_string()).await?;
    keyboard.activate("Create the round").await?;
    panel::round_now(session).await
}

/// Six of the eight there are to choose from.
async fn draws(session: &Session, round: &str) -> Result<()> {
    const TWO_MORE: &str = "Under 1\tFemale\n1 to 4\tMale";
    set_up::frame(session, round).await?;
    set_up::paste(session, "paste", TWO_MORE).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Add these cases").await?;
    session.shows("Added 2 cases.").await?;
    keyboard.tab_to("how many", |focus| focus.id == "size").await?;
    keyboard.with_control('a').await?;
    keyboard.text(&CASES.to_string()).await?;
    keyboard.fill("seed", "4711").await?;
    keyboard.activate("Draw").await?;
    session.shows("6 chosen").await?;
    keyboard.activate("Make these the round’s cases").await?;
    session.shows("These are the round’s cases now.").await
}

/// All returns but one, and beside them every kind of bad file. Returns the one that is owed.
async fn imports(session: &Session, round: &str, auditors: &[Auditing]) -> Result<PathBuf> {
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
    let bad = bad_files(session, auditors, &pile)?;
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

/// A file for every refusal of an import and every reason to keep one apart (L17) but a revoked invitation, with what
/// is told of it.
fn bad_files(
    session: &Session,
    auditors: &[Auditing],
    pile: &[PathBuf],
) -> Result<Vec<(PathBuf, &'static str)>> {
    let bytes = fs::read(pile.first().context("no return")?)?;
    let case = auditors.first().and_then(|one| one.cases().first().cloned()).context("no case")?;
    let invitation = invitation_of(session, auditors.first())?;
    let last = auditors.last();
    let unfilled = last.map(Auditing::cases).unwrap_or_default();
    let [.., for_rules, for_tool, _] = &unfilled[..] else { bail!("too few cases") };
    let of_last = invitation_of(session, last)?;
    let at = |computer: &str| Auditing::opens(&invitation, computer);
    let send =
        |auditor: Auditing, name: &str| auditor.sends(session, &case, GradeLevel::Good, name);
    let stranger = at("a stranger")?.without_the_secret();
    let later = Auditing::opens(&of_last, "one with a later tool")?.with(|one| {
        one.round.tool.version += 1;
        one.tool_ref = one.round.tool.reference();
    });
    let other_round: RoundId = "another-round".parse()?;
    let astray = at("one who audits for another round")?.with(|one| one.round.id = other_round);
    let nobodys: SlotId = "nobody".parse()?;
    let uninvited = at("one in no place")?.with(|one| one.slot = nobodys);
    let elsewhere = OpeningKey::from_seed(&[9; 32]).sealing_key();
    let elsewhere = SealPolicy::to_one("Another panel", elsewhere);
    let sealed_elsewhere = at("one who seals")?.with(|one| one.round.policy.seal = elsewhere);
    let careless = Auditing::opens(&of_last, "one with another program")?;
    let ungraded = |ret: &mut Return| ret.overall.reason.clear();
    let other = fs::read(panel::sample_returns()?.first().context("no sample")?)?;
    let of_ours = |name: &str| fs::read(faults().join(name)).with_context(|| name.to_owned());
    Ok(vec![
        (
            write(session, "bad-altered.json", &one_letter_changed(&bytes)?)?,
            "changed since it was sealed",
        ),
        (
            write(session, "bad-letter.json", b"Dear colleague, my return is attached.")?,
            "not part of",
        ),
        (write(session, "bad-word.json", &of_ours("word-document.json")?)?, "not part of"),
        (write(session, "bad-other-round.json", &other)?, "sealed for another round"),
        (
            write(session, "bad-cut-short.json", bytes.get(..bytes.len() / 2).unwrap_or_default())?,
            "is damaged",
        ),
        (write(session, "bad-empty.json", b"")?, "is damaged"),
        (write(session, "bad-too-large.json", &vec![b' '; 6 * 1024 * 1024])?, "too large"),
        (write(session, "bad-draft.json", &of_ours("draft-sound.json")?)?, "this is a draft"),
        (
            write(session, "bad-unsigned.json", &of_ours("unsigned-return.json")?)?,
            "nobody has signed it",
        ),
        (
            write(session, "bad-signature.json", &of_ours("altered-words.json")?)?,
            "changed after it was signed",
        ),
        (write(session, "bad-newer.json", &of_ours("version-far-newer.json")?)?, "newer version"),
        (write(session, "bad-invitation.json", &fs::read(&invitation)?)?, "not a return"),
        (
            send(sealed_elsewhere, "bad-sealed-to-others")?,
            "the key that opens it is not in this browser",
        ),
        (
            later.sends(session, for_tool, GradeLevel::Good, "bad-other-tool")?,
            "another version of the audit tool",
        ),
        (send(astray, "bad-wrong-round")?, "it belongs to another round"),
        (send(uninvited, "bad-no-place")?, "nobody was invited for this place"),
        (send(stranger, "bad-stranger")?, "we do not know who signed it"),
        (
            careless.sends_changed(session, for_rules, GradeLevel::Good, "bad-rules", ungraded)?,
            "it breaks rules",
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

/// Two files for one place: the auditor says which one is right.
async fn settles_the_conflict(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    let keyboard = session.keyboard();
    keyboard.activate("bad-rival.json").await?;
    session.at("bad-rival.json").await?;
    session.shows("neither counts").await?;
    let what = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&what, "choose-version").await?;
    keyboard.fill("decision-reason", "The auditor says that this one is right").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("It counts").await
}

/// The one agency that owes returns is named, and reminded.
async fn chases(session: &Session, round: &str, owing: &str) -> Result<()> {
    const NAMED: &str = "return [...document.querySelectorAll('.app-reminder h2')]
        .map(name => name.textContent.trim());";
    meeting::go(session, &format!("{round}/reminders"), "Reminders").await?;
    let named = session.script(NAMED, vec![]).await?;
    ensure!(named == serde_json::json!([owing]), "{named} instead of {owing}");
    session.keyboard().activate("Note that you sent it").await?;
    session.shows("Reminded: ").await
}

/// The first item is one on which the police disagree; the panel judges it with dissent, and the next with none.
async fn meets(session: &Session, round: &str) -> Result<Met> {
    let agenda = starts_a_meeting(session, round).await?;
    let open = meeting::open_items(session).await?;
    let keyboard = session.keyboard();
    keyboard.activate("Go to the first open item").await?;
    session.shows("Must discuss").await?;
    let here = session.hash().await?;
    meeting::decide(session, "grade.good").await?;
    keyboard.fill("discussion", "Police showed what they did not know then.").await?;
    keyboard.fill("reason", "The record of all the others is full.").await?;
    keyboard.fill("lower-risk", "The child was seen that week.").await?;
    keyboard.activate("Add a differing view").await?;
    eventually("the box for whose view it is", async || {
        Ok((session.keyboard().focus().await?.tag == "select").then_some(()))
    })
    .await?;
    keyboard.text("Police").await?;
    keyboard.tab_to("their role", |focus| focus.id.ends_with("-role")).await?;
    keyboard.text("Inspector").await?;
    keyboard.tab_to("their view", |focus| focus.id.ends_with("-view")).await?;
    keyboard.text("It was not known to us in time.").await?;
    meeting::record(session, "Recorded. ").await?;
    ensure!(session.hash().await? != here, "the next open item follows");
    judges_as_all_do(session).await?;
    session.route(&agenda).await?;
    ensure!(meeting::open_items(session).await? == open - 2, "two items are settled");
    Ok(Met { agenda, judged: here })
}

/// On the page of an open item that all agencies found good.
async fn judges_as_all_do(session: &Session) -> Result<()> {
    const IS_NEW: &str = "return document.querySelector('input[name=decision]') !== null
        && document.querySelector('input[name=decision]:checked') === null;";
    eventually("the form of an item that is not judged", async || {
        Ok((session.script(IS_NEW, vec![]).await? == true).then_some(()))
    })
    .await?;
    let here = session.hash().await?;
    meeting::decide(session, "grade.good").await?;
    session.keyboard().fill("reason", AGREED).await?;
    meeting::record(session, "Recorded. ").await?;
    eventually("the next open item", async || Ok((session.hash().await? != here).then_some(())))
        .await
}

/// The chair and the first agency are here.
async fn starts_a_meeting(session: &Session, round: &str) -> Result<String> {
    meeting::go(session, &format!("{round}/meetings/new"), "Start a meeting").await?;
    let keyboard = session.keyboard();
    keyboard.fill("chair", "Chair, independent scrutineer").await?;
    let here = keyboard.tab_to("an agency", |focus| focus.id.starts_with("agency-")).await?;
    keyboard.choose(&here, "here").await?;
    keyboard.fill(&here.id.replace("-is", "-roles"), "Service manager").await?;
    keyboard.activate("Save who was there").await?;
    session.shows("Saved who was there.").await?;
    session.hash().await
}

/// Of a concern of one case, and then of the same in another.
async fn finds(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/findings"), "Findings").await?;
    let keyboard = session.keyboard();
    picks_a_concern(session, "Case 1").await?;
    keyboard.activate("Make a finding of these").await?;
    session.at("New finding").await?;
    meeting::first_of(session, "scope").await?;
    keyboard.activate("Record the finding").await?;
    session.shows("one of the six cases").await?;
    session.shows("Earlier referrals were not looked at together").await?;
    keyboard.activate("Change").await?;
    session.at("Change a finding").await?;
    picks_a_concern(session, "Case 2").await?;
    keyboard.activate("Add these to the finding").await?;
    session.at("Change a finding").await?;
    let scope = keyboard.tab_to("the scope", |focus| focus.name == "scope").await?;
    keyboard.choose(&scope, "across").await?;
    keyboard.activate("Record the finding").await?;
    session.shows(FOUND).await
}

/// Goes to what the returns of a case hold, and chooses a concern, not one of the many strengths.
async fn picks_a_concern(session: &Session, case: &str) -> Result<()> {
    const CONCERN: &str = "
        const boxes = [...document.querySelectorAll('main input[type=checkbox]')];
        const says = one => one.labels[0].textContent.trim();
        return boxes.find(one => says(one).startsWith('Issue:'))?.id ?? '';";
    let keyboard = session.keyboard();
    keyboard.activate(case).await?;
    session.at(&format!("Strengths and concerns: {case}")).await?;
    let concern = session.text_of(CONCERN, vec![]).await?;
    ensure!(!concern.is_empty(), "the returns of the case hold no concern");
    keyboard.tab_to("a concern", |focus| focus.id == concern).await?;
    keyboard.press(&[SPACE]).await
}

/// One practitioner sees what was audited; somebody made sure that it is safe.
async fn sends_a_copy(session: &Session, round: &str) -> Result<()> {
    meeting::go(session, &format!("{round}/copies"), "Copies to practitioners").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("a copy", |focus| focus.href.contains("/copies/")).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("What happened?").await?;
    let what = keyboard.tab_to("what happened", |focus| focus.name == "step").await?;
    keyboard.choose(&what, "sent").await?;
    keyboard.fill("risk-check", COPY_IS_SAFE).await?;
    keyboard.activate("Record this").await?;
    session.shows("The copy was sent to the practitioner and their manager. Who made sure").await
}

async fn hands_over(session: &Session, round: &str) -> Result<Handed> {
    let log = log(session, round).await?;
    let register = register(session, round).await?;
    let reminded = reminded(session, round).await?;
    session.route(round).await?;
    session.shows("Save the workbook to a file").await?;
    let keyboard = session.keyboard();
    keyboard.fill("workbook-passphrase", PASSPHRASE).await?;
    keyboard.activate("Save the workbook to a file").await?;
    let file = saved(session, "workbook-").await?;
    Ok(Handed { file, log, register, reminded })
}

/// The whole log, as it is saved for a spreadsheet.
async fn log(session: &Session, round: &str) -> Result<String> {
    meeting::go(session, &format!("{round}/log"), "Log").await?;
    session.keyboard().activate("Save for a spreadsheet").await?;
    saved_text(session, "log-", ".csv").await
}

/// Every imported file, what it is about, and how it stands; not when it came, for the day is told from tomorrow on.
async fn register(session: &Session, round: &str) -> Result<Vec<Vec<String>>> {
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    let mut rows = panel::table(session, ".app-register").await?;
    for row in &mut rows {
        row.truncate(3);
    }
    ensure!(rows.len() > SENT, "{} files are listed: {rows:?}", rows.len());
    Ok(rows)
}

/// The time at which an agency was reminded.
async fn reminded(session: &Session, round: &str) -> Result<String> {
    const SAID: &str = "return document.querySelector('.app-reminder [role=status]').textContent;";
    meeting::go(session, &format!("{round}/reminders"), "Reminders").await?;
    session.shows("Reminded: ").await?;
    let said = session.text_of(SAID, vec![]).await?;
    Ok(said.trim().rsplit(' ').next().unwrap_or_default().to_owned())
}

/// On another computer everything is there, the return that was owed comes, and the next item is judged.
async fn goes_on(next: &Session, handed: &Handed, met: &Met, owed: &Path) -> Result<()> {
    let agenda = met.agenda.as_str();
    next.open("panel.html").await?;
    next.at(panel::START).await?;
    let keyboard = next.keyboard();
    keyboard.fill("open-passphrase", PASSPHRASE).await?;
    next.choose_files("open-workbook", std::slice::from_ref(&handed.file)).await?;
    let round = panel::round_now(next).await?;
    have_come(next, &round, SENT).await?;
    next.route(&format!("{round}/findings")).await?;
    next.shows(FOUND).await?;
    next.route(&format!("{round}/sampling")).await?;
    next.shows("Draw 1").await?;
    is_all_there(next, &round, handed).await?;
    next.route(&format!("{agenda}/minutes")).await?;
    next.shows("Differing view, ").await?;
    next.shows("It was not known to us in time.").await?;
    next.shows(AGREED).await?;
    next.route(&met.judged).await?;
    next.shows("The panel’s judgement so far: Good").await?;
    meeting::go(next, &format!("{round}/copies"), "Copies to practitioners").await?;
    let copies = panel::table(next, ".app-copies").await?;
    let sent = copies.iter().flatten().filter(|cell| *cell == "Sent").count();
    ensure!(sent == 1, "one copy was sent: {copies:?}");
    meeting::go(next, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(next, &[owed.to_path_buf()]).await?;
    let counts = rows.iter().all(|row| row.outcome.contains("from a signer who was invited"));
    ensure!(counts, "the return that was owed does not count: {rows:?}");
    have_come(next, &round, SENT + 1).await?;
    next.route(agenda).await?;
    let open = meeting::open_items(next).await?;
    keyboard.activate("Go to the first open item").await?;
    next.shows("What does the panel decide?").await?;
    judges_as_all_do(next).await?;
    next.route(agenda).await?;
    ensure!(meeting::open_items(next).await? == open - 1, "one more item is settled");
    Ok(())
}

/// Nothing of the log, of the files and of the reminders is missing; the log goes on from there.
async fn is_all_there(next: &Session, round: &str, handed: &Handed) -> Result<()> {
    let log = log(next, round).await?;
    ensure!(handed.log.contains(COPY_IS_SAFE), "{}", handed.log);
    ensure!(log.starts_with(&handed.log), "{log}\ninstead of\n{}", handed.log);
    let register = register(next, round).await?;
    ensure!(register == handed.register, "{register:?} instead of {:?}", handed.register);
    let reminded = reminded(next, round).await?;
    ensure!(reminded == handed.reminded, "{reminded} instead of {}", handed.reminded);
    Ok(())
}

/// So many returns have come, and count.
async fn have_come(session: &Session, round: &str, expected: usize) -> Result<()> {
    meeting::go(session, &format!("{round}/matrix"), "What has come").await?;
    let cells = panel::table(session, ".app-matrix").await?;
    let received = cells.iter().flatten().filter(|cell| cell.starts_with("Received")).count();
    ensure!(received == expected, "{received} have come: {cells:?}");
    Ok(())
}
