//! Files made by the core itself, for what no program of ours would send.

use anyhow::{Context, Result};
use multi_agency_audit::audit_return::{
    About, Declaration, InvolvementLevel, QueryPack, Question, Return, ReturnQuestions, SignOff,
    VersionAsked, to_sign,
};
use multi_agency_audit::envelope::{Hash, Kind, Limits, Payload, SoftwareKey, Unsigned, open};
use multi_agency_audit::id::{CaseRef, QueryId, ReturnId};
use multi_agency_audit::panel::WorkbookFile;
use multi_agency_audit::round::Invitation;
use multi_agency_audit::tool::{AnswerValue, Audience, Prompt};
use serde_json::Value;
use std::fs;
use std::path::Path;

const WHEN: &str = "2026-03-09T09:00:00Z";
const SEED: [u8; 32] = [7; 32];

/// What an invitation's file holds.
pub fn invitation(file: &Path) -> Result<Invitation> {
    let limits = Limits::of(Kind::Invitation);
    let opened = open(&fs::read(file)?, &[Kind::Invitation], &limits);
    opened.and_then(|opened| opened.parse()).map_err(|error| anyhow::anyhow!("{error:?}"))
}

/// The sample's invitation of this agency.
pub fn sample_invitation(agency: &str) -> Result<Invitation> {
    let name = format!("public/samples/invitation-{agency}.json");
    invitation(&crate::site::root().join(name))
}

/// What [`another_round`] is called.
pub const ANOTHER: &str = "An earlier round";

/// The workbook of a round like the sample, of its own id, without returns, whose papers are due to go.
pub fn another_round(id: &str) -> Result<Vec<u8>> {
    let samples = crate::site::root().join("public/samples");
    let index: Value = serde_json::from_slice(&fs::read(samples.join("index.json"))?)?;
    let text = |name: &str| index[name].as_str().context("the sample’s index").map(str::to_owned);
    let workbook = index["workbook"]["path"].as_str().context("the sample’s workbook")?;
    let bytes = fs::read(samples.join(workbook))?;
    let opened = open(&bytes, &[Kind::Workbook], &Limits::of(Kind::Workbook));
    let opened = opened.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let mut file: Value = serde_json::from_slice(opened.payload())?;
    let round = &mut file["workbook"]["plan"]["round"];
    round["id"] = id.into();
    round["title"] = ANOTHER.into();
    round["period"] = "the year before".into();
    round["dates"]["due"] = "2020-01-31".into();
    round["dates"]["retention"] = "2021-01-31".into();
    let file: WorkbookFile = serde_json::from_value(file)?;
    let seed: Hash = text("round_key_seed")?.parse()?;
    signed_by(&file, &SoftwareKey::from_seed(seed.as_bytes()))
}

/// The same with its tool as it was before one question was reworded and one was added.
pub fn of_an_older_tool(invitation: Invitation) -> Result<Invitation> {
    let mut older = invitation;
    let tool = &mut older.round.tool;
    tool.version += 10;
    let mut prompts = tool.areas.iter_mut().flat_map(|area| &mut area.prompts);
    let asked = prompts.find(|prompt| prompt.asked_of == Audience::All && says_yes(prompt));
    asked.context("a question that can be answered with yes")?.text = "What did they do?".into();
    older.tool_ref = tool.reference();
    Ok(older)
}

fn says_yes(prompt: &Prompt) -> bool {
    prompt.kind.values().contains(&AnswerValue::Yes)
}

fn when<T: serde::de::DeserializeOwned>() -> Result<T> {
    Ok(serde_json::from_value(WHEN.into())?)
}

/// Signed by a key of nobody's in particular.
pub fn signed<P: Payload>(payload: &P) -> Result<Vec<u8>> {
    signed_by(payload, &SoftwareKey::from_seed(&SEED))
}

/// Signed by this key.
pub fn signed_by<P: Payload>(payload: &P, key: &SoftwareKey) -> Result<Vec<u8>> {
    let unsigned = Unsigned::of(payload, &key.public_key());
    let unsigned = unsigned.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let signature = key.sign(unsigned.signing_input());
    unsigned.signed(&signature).map_err(|error| anyhow::anyhow!("{error:?}"))
}

/// The panel's one question to an invited place, about this version of a case's return or about none that came.
pub fn asked(
    invitation: &Invitation,
    case: &CaseRef,
    version: Option<VersionAsked>,
    text: &str,
) -> Result<QueryPack> {
    let id = ReturnId::new("0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a")?;
    let draft = Return::begin(invitation, case, id, when()?).context("a draft")?;
    let question = Question {
        id: QueryId::new("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b")?,
        about: About::Return,
        text: text.to_owned(),
        asked_by: "Coordinator".to_owned(),
        asked_at: when()?,
        answer_by: None,
    };
    let about = ReturnQuestions {
        case_ref: case.clone(),
        case_label: draft.case_label.clone(),
        version,
        questions: vec![question],
        withdrawn: Vec::new(),
    };
    Ok(QueryPack {
        format_version: QueryPack::FORMAT_VERSION,
        round: draft.round,
        agency: draft.agency,
        by: "Coordinator".to_owned(),
        at: when()?,
        returns: vec![about],
    })
}

/// A return that answers every yes-or-no question with yes, signed and closed as the invitation asks.
pub fn returned(invitation: &Invitation) -> Result<Vec<u8>> {
    let case = &invitation.cases.first().context("a case")?.case_ref;
    let id = ReturnId::new("0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f")?;
    let mut draft = Return::begin(invitation, case, id, when()?).context("a draft")?;
    draft.involvement.level = Some(InvolvementLevel::Involved);
    draft.general_comments = "Read by the panel.".into();
    for (_, prompt) in invitation.round.tool.prompts() {
        if says_yes(prompt) {
            let answer =
                serde_json::from_value(serde_json::json!({ "response": { "value": "yes" } }))?;
            draft.answers.insert(prompt.id.clone(), answer);
        }
    }
    let declaration = Declaration {
        authorised: true,
        concerns_passed_on: true,
        pseudonymised: true,
        fair_account: true,
    };
    let name = "Auditor 7".to_owned();
    let sign_off = SignOff { role: "Auditor".to_owned(), name, declaration, at: when()? };
    let key = SoftwareKey::from_seed(&SEED);
    let made = to_sign(&draft, sign_off, invitation, &key.public_key());
    let (_, unsigned) = made.map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let signature = key.sign(unsigned.signing_input());
    let file = unsigned.signed(&signature).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let mut count = 0_u8;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let closed = invitation.round.policy.seal.close(file, Kind::Return, &mut random);
    closed.map_err(|error| anyhow::anyhow!("{error:?}"))
}
