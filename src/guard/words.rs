//! What each kind of finding is called, as a person reads it.

use super::Kind;

pub(super) fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::NhsNumber => "an NHS number",
        Kind::TestNhsNumber => "an NHS number of the range kept for tests",
        Kind::Telephone => "a telephone number",
        Kind::Email => "an e-mail address",
        Kind::Postcode => "a postcode",
        Kind::BirthDate => "a date of birth",
        Kind::FullDate => "a full date that could be of a birth",
        Kind::Upn => "a unique pupil number",
        Kind::NationalInsurance => "a National Insurance number",
        Kind::RecordNumber => "a record number",
        Kind::Vehicle => "a vehicle’s registration",
        Kind::TitledName => "a person’s name",
        Kind::Street => "an address",
        Kind::Institution => "the name of a school, practice or hospital",
        Kind::ListedName => "a name on your list",
    }
}
