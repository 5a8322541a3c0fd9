//! The words of sheets that no tool and no return holds.

macro_rules! words {
    ($($name:ident = $text:literal;)*) => {
        $( #[doc = $text] pub(super) const $name: &str = $text; )*
    };
}

words! {
    DRAFT_MARK = "DRAFT, not signed";
    SIGNED_MARK = "Signed return";
    COPY_MARK = "Confidential: copy of a return for the practitioner and their manager";
    BLANK_MARK = "Blank audit tool. Write no names, dates of birth, addresses or record numbers.";
    VERSION = "version";
    BLANK_VERSION = "Version";
    OWN_PART = "(Answer for your own agency alone.)";

    INVOLVEMENT = "The agency’s involvement";
    HOW_INVOLVED = "How the agency was involved with this child or family";
    SEARCHED_ON = "When records were searched";
    SYSTEMS = "Systems searched";
    SEARCH_SHOWED = "What the search showed";

    AUDITOR = "The auditor";
    NAME = "Name or staff number";
    ROLE = "Role";
    INDEPENDENT = "Independent of this case: neither holds it nor supervises whoever does";
    EXPERIENCED = "Experienced in audit, or authorised by the agency to audit";
    YES = "Yes";
    NO = "No";

    STRENGTHS = "Strengths, each with what in the record shows it";
    CONCERNS = "Concerns, each with what in the record shows it";
    IMPACT = "Impact on the child, and how it is known";
    GRADE = "Grade for this area";
    REASON = "Reason for the grade";
    NO_GRADE = "No grade:";
    WAS_IMMEDIATE = "Was it an immediate concern?";
    NONE_RECORDED = "None recorded";
    NOT_ANSWERED = "Not answered";
    NOTHING_SAID = "Nothing recorded";

    TIMESCALES = "How long things took";
    HELD_TO = "Held to the standards of";
    OTHER_LIMITS = "Counted against limits of another authority";
    LIMITS_CHANGED = "Counted against limits that are stated otherwise now";
    CHRONOLOGY = "Chronology";
    CONVERSATIONS = "Practitioner, child and family";
    PRACTITIONER = "Was the practitioner spoken to?";
    DAYS_BEFORE = "days before the audit";
    RISK_CHECK = "Would asking the family be safe? What that rests on";
    RISK_SAFE = "Checked: they can be asked";
    RISK_NOT_SAFE = "Checked: they must not be asked";
    RISK_NOT_MADE = "Not checked";
    FAMILY_ASKED = "Were the child and family asked? By whom and how, or why not";
    CHILD_SAID = "What the child said";
    FAMILY_SAID = "What parents, carers or family said";
    INFLUENCE = "What difference it made";

    OVERALL = "The case overall";
    OVERALL_GRADE = "Overall grade";
    OVERALL_REASON = "Reason for the overall grade";
    COMMENTS = "General comments";
    PRACTICE = "Practice that others should hear of";

    IMMEDIATE = "Immediate concerns";
    IMMEDIATE_ONE = "Immediate concern";
    CONCERN_MARK = "Confidential: an immediate concern";
    IMMEDIATE_NOW = "If a child may be at risk now, tell your manager or safeguarding lead now, by telephone or in person. Do not wait for this audit.";
    IMMEDIATE_TOLD = "What you noticed; whom you told (their role), when and how";
    NOTICED = "Noticed:";
    TOLD = "Told:";
    NOT_TOLD = "Nobody has been told yet";
    THEIR_ACTION = "What they did:";
    FOLLOW_UP = "Still to do:";
    CLOSED = "Closed by:";

    PANEL_QUESTIONS = "Questions from the panel";
    CHANGED = "The answer was changed in this version.";

    EXPLANATIONS = "Reasons given for warnings";
    OTHER_WARNING = "Pointed out while the return was written, rule";
    NOT_FOR_PRACTITIONERS = "Not to be shown to practitioners";
    STILL_MISSING = "Still missing";

    SIGNATURE = "Signature";
    SIGNED_BY = "Signed by";
    SIGNED_AT = "Signed at";
    DECLARED = "Declared";
    DECLARATION = "authorised by the agency; everything that needed a manager’s attention passed on; no names, dates of birth, addresses or record numbers; a fair account of what the record shows";
    FILE = "Fingerprint of the file";
    KEY = "Fingerprint of the signing key";
    EARLIER = "Earlier versions";
    DATE = "Date";
}
