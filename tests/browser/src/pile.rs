//! Returns to a round that a story has just built, as its agencies would send them: from its invitations, signed
//! and sealed. The auditor's program has stories of its own; here only the pile matters.

use crate::downloads::{saved, write};
use crate::pages::meeting;
use crate::session::Session;
use crate::wait::eventually;
use anyhow::{Context, Result, anyhow};
use multi_agency_audit::audit_return::{
    Answer, Auditor, Concern, Declaration, Grading, Impact, ImpactLevel, InvolvementLevel,
    Response, Return, SignOff, Source, Strength, to_sign,
};
use multi_agency_audit::envelope::{EnrolmentSecret, Hash, Kind, Limits, SoftwareKey, open};
use multi_agency_audit::id::{CaseRef, GradeId, ItemId};
use multi_agency_audit::round::Invitation;
use multi_agency_audit::tool::{
    AnswerValue, Area, ChoiceOption, GradeLevel, GradedBy, Graph, Prompt, PromptKind, Tool,
};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use thirtyfour::prelude::*;

const BEGUN: &str = "2026-06-01T09:00:00Z";
const REASON: &str = "The plan was followed and visits were kept, the record tells what life was like at home, \
    reviews were on time, managers saw the case each month, and what the family said changed what was done.";

/// The first auditors of a round, so many at most: each invitation downloaded, and opened by its auditor.
pub async fn invited(session: &Session, round: &str, most: usize) -> Result<Vec<Auditing>> {
    const BUTTONS: &str =
        "return [...document.querySelectorAll('main button[id^=issue-]')].map(one => one.id);";
    meeting::go(session, &format!("{round}/invitations"), "Invitations").await?;
    let buttons: Vec<String> = serde_json::from_value(session.script(BUTTONS, vec![]).await?)?;
    let mut auditors = Vec::new();
    for button in buttons.into_iter().take(most) {
        // Pressed as a person does: browsers stop downloads that a script begins.
        let found = session.driver.find(By::Id(&button)).await?;
        found.scroll_into_view().await?;
        found.click().await?;
        let file = saved(session, "invitation-").await?;
        auditors.push(Auditing::opens(&file, &button)?);
        // The rows are drawn anew: what is pressed before would be gone.
        eventually("the invitation as issued", async || {
            let text = session.driver.find(By::Id(&button)).await?.text().await?;
            Ok(text.starts_with("Download again").then_some(()))
        })
        .await?;
    }
    Ok(auditors)
}

/// One invited auditor, with a computer's key.
pub struct Auditing {
    invitation: Invitation,
    key: SoftwareKey,
}

impl Auditing {
    /// Opens an invitation's file on the computer of this name.
    pub fn opens(invitation: &Path, computer: &str) -> Result<Self> {
        let file = fs::read(invitation)?;
        let opened = open(&file, &[Kind::Invitation], &Limits::of(Kind::Invitation))?;
        let key = SoftwareKey::from_seed(Hash::of(computer.as_bytes()).as_bytes());
        Ok(Self { invitation: opened.parse()?, key })
    }

    /// Somebody who only pretends to hold the invitation.
    pub fn without_the_secret(self) -> Self {
        let secret = EnrolmentSecret::from_bytes(*Hash::of(b"a guess").as_bytes());
        Self { invitation: Invitation { secret, ..self.invitation }, ..self }
    }

    /// Somebody whose invitation says something else.
    pub fn with(mut self, change: impl FnOnce(&mut Invitation)) -> Self {
        change(&mut self.invitation);
        self
    }

    /// The agency and the place, as in file names.
    pub fn slot(&self) -> &str {
        self.invitation.slot.as_str()
    }

    /// The agency’s name.
    pub fn agency(&self) -> &str {
        &self.invitation.agency.name
    }

    /// References of the cases that it is asked about.
    pub fn cases(&self) -> Vec<CaseRef> {
        self.invitation.cases.iter().map(|case| case.case_ref.clone()).collect()
    }

    /// Writes the file of a complete return about a case, as `name`: every area good, but for the first
    /// one graded, which is of this level. Where nothing is graded, its one area says as much in words.
    pub fn sends(
        &self,
        session: &Session,
        case: &CaseRef,
        first: GradeLevel,
        name: &str,
    ) -> Result<PathBuf> {
        self.sends_changed(session, case, first, name, |_| ())
    }

    /// The same, changed before it is signed as no program of ours would let it be.
    pub fn sends_changed(
        &self,
        session: &Session,
        case: &CaseRef,
        first: GradeLevel,
        name: &str,
        change: impl FnOnce(&mut Return),
    ) -> Result<PathBuf> {
        let bytes = self.signed(case, first, change).with_context(|| name.to_owned())?;
        write(session, &format!("{name}.json"), &bytes)
    }

    fn signed(
        &self,
        case: &CaseRef,
        first: GradeLevel,
        change: impl FnOnce(&mut Return),
    ) -> Result<Vec<u8>> {
        let who = format!("{} {case} {}", self.slot(), self.key.public_key());
        let id = Hash::of(who.as_bytes()).to_string();
        let id = id.get(..32).context("an id")?.parse()?;
        let begun = BEGUN.parse().map_err(|error| anyhow!("{error}"))?;
        let draft = Return::begin(&self.invitation, case, id, begun);
        let mut draft = draft.context("the case is not in the invitation")?;
        complete(&mut draft, &self.invitation.round.tool, first)?;
        change(&mut draft);
        let declaration = Declaration {
            authorised: true,
            concerns_passed_on: true,
            pseudonymised: true,
            fair_account: true,
        };
        let (role, name) = (draft.auditor.role.clone(), draft.auditor.name.clone());
        let sign_off = SignOff { role, name, declaration, at: begun };
        let (_, unsigned) = to_sign(&draft, sign_off, &self.invitation, &self.key.public_key())?;
        let signed = unsigned.signed(&self.key.sign(unsigned.signing_input()))?;
        let mut drawn = 0_u32;
        let mut random = || {
            drawn += 1;
            *Hash::of(format!("{who} {drawn}").as_bytes()).as_bytes()
        };
        Ok(self.invitation.round.policy.seal.close(signed, Kind::Return, &mut random)?)
    }
}

fn complete(draft: &mut Return, tool: &Tool, first: GradeLevel) -> Result<()> {
    draft.auditor = Auditor {
        name: "Auditor".into(),
        role: "Safeguarding lead".into(),
        independent_of_case: Some(true),
        experienced: Some(true),
    };
    draft.involvement.level = Some(InvolvementLevel::Involved);
    answer(draft, tool)?;
    let kind = draft.agency.kind.clone();
    if tool.graded_by == GradedBy::Nothing {
        let mut areas = tool.areas.iter().filter(|area| area.holds_findings());
        let area = areas.find(|area| area.asked_of.includes(&kind));
        let area = area.context("no area holds what was found")?;
        let record = draft.areas.entry(area.id.clone()).or_default();
        match first {
            GradeLevel::Good => record.strengths.push(strength()?),
            _ => record.concerns.push(concern()?),
        }
        return Ok(());
    }
    let good = grade(tool, GradeLevel::Good)?;
    for (at, area) in tool.graded_areas().filter(|area| area.asked_of.includes(&kind)).enumerate() {
        match (at, first) {
            (0, GradeLevel::Good) | (1.., _) => well(draft, area, good.clone())?,
            (0, level) => badly(draft, tool, area, grade(tool, level)?)?,
        }
    }
    draft.overall.grading = Some(Grading::Grade(good));
    draft.overall.reason = REASON.into();
    Ok(())
}

fn grade(tool: &Tool, level: GradeLevel) -> Result<GradeId> {
    let found = tool.scale.grades.iter().find(|grade| grade.level == level);
    Ok(found.context("the scale has no such grade")?.id.clone())
}

/// Yes; the first option that is no gap; the least number.
fn answer(draft: &mut Return, tool: &Tool) -> Result<()> {
    let graph = Graph::compile(tool);
    let mut shown = graph.shown(draft);
    for (_, prompt) in tool.prompts() {
        if shown.is_asked(&prompt.id) && draft.response(&prompt.id).is_none() {
            let answer = Answer { response: Some(untroubled(prompt)?), ..Answer::default() };
            draft.answers.insert(prompt.id.clone(), answer);
            graph.update(&mut shown, &prompt.id, draft);
        }
    }
    Ok(())
}

fn untroubled(prompt: &Prompt) -> Result<Response> {
    let first = |options: &[ChoiceOption]| {
        let fine = options.iter().find(|option| !option.gap && !option.not_known);
        Ok::<_, anyhow::Error>(fine.context("every option is a gap")?.id.clone())
    };
    Ok(match &prompt.kind {
        PromptKind::Judgement { .. } => Response::Value(AnswerValue::Yes),
        PromptKind::Choice { options } => Response::Option(first(options)?),
        PromptKind::Choices { options } => Response::Options(BTreeSet::from([first(options)?])),
        PromptKind::Number { min, .. } => Response::Number(*min),
        PromptKind::Text { .. } => Response::Text("As the record shows".into()),
    })
}

fn well(draft: &mut Return, area: &Area, grade: GradeId) -> Result<()> {
    let record = draft.areas.entry(area.id.clone()).or_default();
    record.grading = Some(Grading::Grade(grade));
    record.reason = "Work was done in time and written down.".into();
    record.impact = Impact { level: Some(ImpactLevel::NoEffect), text: "None was found.".into() };
    record.strengths.push(strength()?);
    Ok(())
}

fn strength() -> Result<Strength> {
    Ok(Strength {
        id: ItemId::new("strength-1")?,
        text: "Visits were made and written up on the day".into(),
        evidence: "Dated entries".into(),
        source: Some(Source::CaseNote),
    })
}

fn concern() -> Result<Concern> {
    Ok(Concern {
        id: ItemId::new("concern-1")?,
        text: "Earlier referrals were not looked at together".into(),
        evidence: "Three entries without a summary".into(),
        source: Some(Source::CaseNote),
    })
}

fn badly(draft: &mut Return, tool: &Tool, area: &Area, grade: GradeId) -> Result<()> {
    let shown = Graph::compile(tool).shown(draft);
    let asked = area.prompts.iter().find(|prompt| {
        shown.is_asked(&prompt.id) && matches!(prompt.kind, PromptKind::Judgement { .. })
    });
    if let Some(prompt) = asked {
        let answer = Answer {
            response: Some(Response::Value(AnswerValue::No)),
            evidence: "Nothing is written of it".into(),
            source: Some(Source::CaseNote),
            reason: String::new(),
        };
        draft.answers.insert(prompt.id.clone(), answer);
    }
    let record = draft.areas.entry(area.id.clone()).or_default();
    record.grading = Some(Grading::Grade(grade));
    record.reason = "What was known before was not read.".into();
    record.impact = Impact { level: Some(ImpactLevel::NoEffect), text: "None was found.".into() };
    record.was_immediate_concern = Some(false);
    record.concerns.push(concern()?);
    Ok(())
}
