//! A device of an invited auditor: one invitation, one return signed twice, and a pack to open.

use multi_agency_audit::audit_return::{Inviting, PackError, Return, open_pack};
use multi_agency_audit::envelope::{EnrolmentSecret, Hash};
use multi_agency_audit::round::{Agency, Invitation, InvitedCase, Round};
use multi_agency_audit::store::{Asked, DraftRecord, SignedVersion};
use multi_agency_audit::tool::{Tool, library};
use serde_json::json;

use crate::fault_files;

fn round(tool: &Tool) -> Round {
    serde_json::from_value(json!({
        "id": "round-1", "title": "Neglect", "period": "2026",
        "board": { "name": "A partnership", "short_name": "AP", "area": "Nowhere" },
        "themes": [], "focus": "", "purpose": "", "terms_of_reference": [],
        "selection": "purposive", "window": { "look_back_months": 12, "judgement_months": 6 },
        "dates": {}, "concern_route": {}, "tool": tool,
        "policy": { "overall_reason_words": 30, "outside_range_words": 20,
                    "chronology_required": false, "seal": "off" },
    }))
    .unwrap()
}

fn invitation() -> Invitation {
    let tool = library::by_id(&"case-file-2009".parse().unwrap()).unwrap();
    let agency = "police";
    Invitation {
        format_version: Invitation::FORMAT_VERSION,
        tool_ref: tool.reference(),
        round: round(&tool),
        agency: Agency {
            id: agency.parse().unwrap(),
            kind: agency.parse().unwrap(),
            name: "Police".into(),
        },
        slot: "police-1".parse().unwrap(),
        slot_label: String::new(),
        secret: EnrolmentSecret::from_bytes([7; 32]),
        cases: vec![InvitedCase { case_ref: "c-3f9a".parse().unwrap(), label: "Case 3".into() }],
        authority: String::new(),
        limits: Default::default(),
    }
}

/// The return that the pack of [`fault_files::query`] is about, in its second signed version.
fn draft(invitation: &Invitation) -> DraftRecord {
    let now = "2026-05-11T09:00:00Z".parse().unwrap();
    let id = "5f1d0c52a0b94e5f8a3b6a1de1c0ffee".parse().unwrap();
    let case = "c-3f9a".parse().unwrap();
    let mut draft = Return::begin(invitation, &case, id, now).unwrap();
    draft.version = 2;
    let signed = |version: u32| SignedVersion {
        version,
        payload: version.to_string().repeat(64).parse::<Hash>().unwrap(),
        at: now,
        file: String::new(),
        sealed: None,
    };
    let mut record = DraftRecord::begin(draft, Hash::of(b"invitation"), now);
    record.signed = vec![signed(1), signed(2)];
    record
}

/// What a pack meets on this device: in one word, what is here of the return that it asks about.
pub fn opens(file: &[u8]) -> Result<&'static str, PackError> {
    let invitation = invitation();
    let round_key = fault_files::key().public_key().thumbprint();
    let here = [Inviting { invitation: &invitation, round_key }];
    let (pack, _) = open_pack(file, &here)?;
    let asked = Asked::of(&pack, &[draft(&invitation)]);
    assert_eq!(asked.len(), 1, "one case a pack");
    Ok(asked[0].standing.name())
}
