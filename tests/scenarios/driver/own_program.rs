//! Files as a program of somebody's own writes them: whatever it says, under a key that the round trusts.

use multi_agency_audit::envelope::{Kind, SoftwareKey, Unsigned};
use serde_json::Value;

use super::{Scenario, SignedFile, bytes_of};

impl Scenario {
    /// Signed by an agency's auditor; `None` where no file may hold so much.
    pub fn own_program_signs(
        &self,
        agency: &str,
        kind: Kind,
        contents: &Value,
    ) -> Option<SignedFile> {
        signed(&SoftwareKey::from_seed(&bytes_of("auditor", agency)), kind, contents)
    }

    /// Signed by the round's key.
    pub fn panel_signs(&self, kind: Kind, contents: &Value) -> Option<SignedFile> {
        signed(&self.round_key, kind, contents)
    }
}

fn signed(key: &SoftwareKey, kind: Kind, contents: &Value) -> Option<SignedFile> {
    let contents = serde_json::to_vec(contents).unwrap();
    let unsigned = Unsigned::new(kind, &key.public_key(), contents).ok()?;
    let bytes = unsigned.signed(&key.sign(unsigned.signing_input())).ok()?;
    let name = [kind.token(), ".json"].concat();
    Some(SignedFile { name, bytes, signer: key.public_key().thumbprint() })
}
