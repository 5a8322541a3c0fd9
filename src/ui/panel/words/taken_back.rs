//! Words of what no longer counts: returns taken back, cases withdrawn.

words! {
    WITHDRAWN_EXPLAINED = "These no longer count, and the limitations of the report say so. Nothing is deleted. A return that its agency has taken back is still to come, until the agency corrects it or you settle that it will not come.";
}

/// "Case 3, Police, version 1: taken back."
pub fn return_taken_back(case: &str, agency: &str, slot: &str, version: u32) -> String {
    let who = if slot.is_empty() || slot == agency {
        agency.to_owned()
    } else {
        [agency, " (", slot, ")"].concat()
    };
    [case, ", ", &who, ", version ", &version.to_string(), ": taken back."].concat()
}

/// "Case 3: the case was withdrawn."
pub fn case_withdrawn(case: &str) -> String {
    [case, ": the case was withdrawn."].concat()
}

/// Which file says so, and when it was signed.
pub fn in_file(file: &str, at: &str) -> String {
    ["In the file ", file, ", signed on ", at].concat()
}
