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
        Kind::PlaceName => "what may be the name of a place",
    }
}

/// What stands in a file for words that are withheld from it. Plain letters, which every program that may save the
/// file again keeps as they are.
pub(super) fn withheld(kind: Kind) -> &'static str {
    match kind {
        Kind::NhsNumber | Kind::TestNhsNumber => "NHS number",
        Kind::Telephone => "telephone number",
        Kind::Email => "e-mail address",
        Kind::Postcode => "postcode",
        Kind::BirthDate => "date of birth",
        Kind::FullDate => "date",
        Kind::Upn => "pupil number",
        Kind::NationalInsurance => "National Insurance number",
        Kind::RecordNumber => "record number",
        Kind::Vehicle => "registration",
        Kind::TitledName | Kind::ListedName => "name",
        Kind::Street => "address",
        Kind::Institution => "name of a service",
        Kind::PlaceName => "name of a place",
    }
}
