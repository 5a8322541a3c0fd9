//! What a panel recorded wrongly is put right where it was recorded (K-01, AP-11): the grade that an agency stands by,
//! a grade given anew, an issue between agencies.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use browser_tests::downloads::saved;
use browser_tests::keyboard::{ENTER, SPACE};
use browser_tests::pages::{meeting, panel, plan};
use browser_tests::pile::Auditing;
use browser_tests::{Session, axe, in_engines, root};
use multi_agency_audit::audit_return::{Grading, Return};
use multi_agency_audit::id::{AreaId, GradeId};
use multi_agency_audit::tool::GradeLevel;

in_engines!(k01_a_view_and_a_grade_given_anew_are_put_right: Chromium chromium);
in_engines!(ap11_an_issue_is_tied_to_an_action_corrected_and_resolved: Chromium chromium);

const UNIT: &str = "Police, public protection unit";
const WITHIN: &str = "within-police";
const ANEW: &str = "anew-social-care";
const FIRST_VIEW: &str = "The second unit saw one visit only.";
const VIEW: &str = "The second unit saw all of the visits.";
const FIRST_GRADE: &str = "The wording is that of our best grade.";
const GRADE: &str = "The wording is that of our middle grade.";

async fn k01_a_view_and_a_grade_given_anew_are_put_right(session: &mut Session) -> Result<()> {
    let round = panel::open_sample(session).await?;
    let second = joins(session, &round).await?;
    imports(session, &round, &second).await?;
    let agenda = meeting::start(session, &round).await?;
    let case = meeting::case_ref(session, &round, "Case 1").await?;
    let here = format!("{agenda}/case/{case}/area/area-2");
    meeting::go(session, &here, "Case 1: 2. History of involvement").await?;
    agrees_within(session).await?;
    grades_anew(session).await?;
    session.reload().await?;
    session.shows(&format!("{UNIT} stands by: Inadequate. {VIEW}")).await?;
    session.shows(GRADE).await
}

/// A second auditor of the police: gives the file of their invitation.
async fn joins(session: &Session, round: &str) -> Result<PathBuf> {
    meeting::go(session, &format!("{round}/invitations/add"), "Add an auditor").await?;
    let keyboard = session.keyboard();
    keyboard.tab_to("the kind of agency", |focus| focus.id == "kind").await?;
    keyboard.text("Police").await?;
    keyboard.fill("name", UNIT).await?;
    keyboard.fill("label", "Second unit").await?;
    keyboard.fill("why", "A second unit knew the family.").await?;
    keyboard.activate("Add an auditor").await?;
    session.shows("Added. Download the invitation and send it.").await?;
    session.press("Download").await?;
    saved(session, "invitation-").await
}

/// Two auditors of one agency who differ, and a grade that the scale does not offer for an area.
async fn imports(session: &Session, round: &str, second: &Path) -> Result<()> {
    let sample = |agency: &str| {
        let file = root().join(format!("public/samples/invitation-{agency}.json"));
        Auditing::opens(&file, agency)
    };
    let (one, social_care) = (sample("police")?, sample("social-care")?);
    let two = Auditing::opens(second, "the second unit")?;
    let case = one.cases().first().cloned().context("the police have no case")?;
    let (area, grade): (AreaId, GradeId) = ("area-2".parse()?, "outstanding".parse()?);
    let not_offered = |ret: &mut Return| {
        ret.areas.entry(area).or_default().grading = Some(Grading::Grade(grade));
    };
    let files = [
        one.sends(session, &case, GradeLevel::Good, "first-unit")?,
        two.sends(session, &case, GradeLevel::Inadequate, "second-unit")?,
        social_care.sends_changed(session, &case, GradeLevel::Good, "not-offered", not_offered)?,
    ];
    meeting::go(session, &format!("{round}/import"), "Import returns").await?;
    let rows = panel::import(session, &files).await?;
    let invited =
        rows.iter().filter(|row| row.outcome.contains("from a signer who was invited")).count();
    ensure!(invited == 2, "{rows:?}");
    meeting::go(session, &format!("{round}/files"), "Imported files").await?;
    let keyboard = session.keyboard();
    keyboard.activate("not-offered.json").await?;
    session.at("not-offered.json").await?;
    let what = keyboard.tab_to("the decision", |focus| focus.name == "decision").await?;
    keyboard.choose(&what, "accept-content").await?;
    keyboard.fill("decision-reason", "The agency grades on a scale of its own.").await?;
    keyboard.activate("Record the decision").await?;
    session.shows("Decided. The log has it.").await
}

/// Puts another text into a box.
async fn replaces(session: &Session, id: &str, text: &str) -> Result<()> {
    let keyboard = session.keyboard();
    keyboard.tab_to(id, |focus| focus.id == id).await?;
    keyboard.with_control('a').await?;
    keyboard.text(text).await
}

async fn agrees_within(session: &Session) -> Result<()> {
    const RECORD: &str = "Record the agency’s grade";
    let why = format!("{WITHIN}-why");
    let keyboard = session.keyboard();
    session.shows("First, within one agency").await?;
    let grades = keyboard.tab_to("the grades within", |focus| focus.name == WITHIN).await?;
    keyboard.choose(&grades, "good").await?;
    keyboard.activate(RECORD).await?;
    session.shows("Say why the agency stands by this grade.").await?;
    axe::check(session, "an agency’s own grade without a reason").await?;
    keyboard.fill(&why, FIRST_VIEW).await?;
    keyboard.activate(RECORD).await?;
    session.shows(&format!("{UNIT} stands by: Good. {FIRST_VIEW}")).await?;
    keyboard.activate("Change the grade of Police").await?;
    let grades = keyboard.tab_to("the grades within", |focus| focus.name == WITHIN).await?;
    ensure!(grades.chosen == ["good"], "what is recorded is not chosen: {grades:?}");
    keyboard.choose(&grades, "inadequate").await?;
    replaces(session, &why, VIEW).await?;
    keyboard.activate(RECORD).await?;
    session.shows(&format!("{UNIT} stands by: Inadequate. {VIEW}")).await
}

/// V-08: never converted, and given anew as often as the panel sees it otherwise.
async fn grades_anew(session: &Session) -> Result<()> {
    const RECORD: &str = "Record the grade";
    let why = format!("{ANEW}-why");
    let keyboard = session.keyboard();
    keyboard.activate("Grade anew on this round’s scale").await?;
    let grades = keyboard.tab_to("the grades of the round", |focus| focus.name == ANEW).await?;
    keyboard.choose(&grades, "good").await?;
    keyboard.fill(&why, FIRST_GRADE).await?;
    keyboard.activate(RECORD).await?;
    session.shows(FIRST_GRADE).await?;
    session.shows("Good, graded anew by the panel; signed as “outstanding”").await?;
    axe::check(session, "a grade given anew").await?;
    keyboard.activate("Change the grade given anew").await?;
    let grades = keyboard.tab_to("the grades of the round", |focus| focus.name == ANEW).await?;
    ensure!(grades.chosen == ["good"], "what is recorded is not chosen: {grades:?}");
    keyboard.choose(&grades, "adequate").await?;
    replaces(session, &why, GRADE).await?;
    keyboard.activate(RECORD).await?;
    session.shows(GRADE).await?;
    session.shows("Adequate, graded anew by the panel; signed as “outstanding”").await
}

async fn ap11_an_issue_is_tied_to_an_action_corrected_and_resolved(
    session: &mut Session,
) -> Result<()> {
    const ISSUE: &str = "Notifications come a week late.";
    const ABOUT: &str = "1. Write a checklist for sharing plans";
    let round = panel::open_sample(session).await?;
    plan::recommend(session, &round, "The police should share plans on the same day.").await?;
    plan::action(session, &round, "Write a checklist for sharing plans").await?;
    raises(session, &round).await?;
    session.shows(ABOUT).await?;
    axe::check(session, "an issue about an action").await?;

    let keyboard = session.keyboard();
    keyboard.activate("Correct this issue").await?;
    session.at("Correct this issue").await?;
    replaces(session, "issue", ISSUE).await?;
    keyboard.activate("Record the correction").await?;
    session.at("Issue between agencies").await?;
    session.shows(ISSUE).await?;
    session.shows(ABOUT).await?;
    let text = session.text().await?;
    ensure!(!text.contains("days late"), "what was recorded wrongly still stands: {text}");

    plan::step(session, "resolve").await?;
    keyboard.activate("Record this").await?;
    session.shows("Write what is at issue, or what became of it.").await?;
    keyboard.fill("said", "Both use one mailbox now.").await?;
    keyboard.activate("Record this").await?;
    session.shows("Resolved: Both use one mailbox now.").await?;
    meeting::go(session, &format!("{round}/plan/issues"), "Issues between agencies").await?;
    session.reload().await?;
    session.shows(ISSUE).await?;
    session.shows("Resolved").await
}

/// Between the police and the maternity service, about the only action.
async fn raises(session: &Session, round: &str) -> Result<()> {
    const RECORD: &str = "Record an issue";
    meeting::go(session, &format!("{round}/plan/issues"), "Issues between agencies").await?;
    session.shows("No issue is recorded.").await?;
    let keyboard = session.keyboard();
    keyboard.activate(RECORD).await?;
    keyboard.fill("issue", "Notifications come days late.").await?;
    plan::owner(session, "raised-by", "Police", "Head of public protection").await?;
    plan::owner(session, "put-to", "Maternity", "Head of midwifery").await?;
    keyboard.tab_to("the action", |focus| focus.id == "issue-actions").await?;
    keyboard.press(&[SPACE]).await?;
    let is_button =
        |focus: &browser_tests::keyboard::Focus| focus.tag == "button" && focus.text == RECORD;
    keyboard.tab_to("the button", is_button).await?;
    keyboard.press(&[ENTER]).await?;
    session.shows("Recorded the issue.").await?;
    session.at("Issue between agencies").await
}
