//! The practitioner's and the family's side (PF-01, PF-02).

use crate::audit_return::{DaysBefore, RiskCheck};
use crate::check::words::is_blank;
use crate::check::{FamilyPart, Notice, Place, PractitionerPart, Reading, wording};

/// PF-01: whether the practitioner was spoken to, when, or why not. Offered; blocks once begun and not finished.
pub(crate) fn pf01_conversation_with_the_practitioner_is_told(reading: &Reading) -> Vec<Notice> {
    let one = &reading.ret.practitioner;
    if reading.ret.is_nil() {
        return Vec::new();
    }
    if one.is_empty() {
        let offer = wording::offer_the_practitioner();
        return vec![Notice::info("PF-01", Place::Practitioner(PractitionerPart::Spoken), offer)];
    }
    let missing = match one.spoken {
        None => Some((PractitionerPart::Spoken, wording::say_whether_spoken())),
        Some(false) => {
            is_blank(&one.reason).then(|| (PractitionerPart::Reason, wording::why_not_spoken()))
        }
        Some(true) => match one.when {
            None => Some((PractitionerPart::Date, wording::when_spoken())),
            Some(DaysBefore::Impossible(fault)) => {
                Some((PractitionerPart::Date, wording::spoken_date_cannot_be(fault)))
            }
            Some(DaysBefore::Days(_)) => None,
        },
    };
    let notice = |(part, message)| Notice::block("PF-01", Place::Practitioner(part), message);
    missing.map(notice).into_iter().collect()
}

/// PF-02: whether the family was asked, or why not; and never without a risk check first. Offered; blocks once begun.
///
/// That none was made is an answer, too, where nobody asked them. Until there is one its page asks nothing else. A
/// return that an earlier program signed without it stays as it is.
pub(crate) fn pf02_family_is_asked_only_after_a_risk_check(reading: &Reading) -> Vec<Notice> {
    let views = &reading.ret.family_views;
    if reading.ret.is_nil() {
        return Vec::new();
    }
    if views.is_empty() {
        let offer = wording::offer_family_views();
        return vec![Notice::info("PF-02", Place::FamilyViews(FamilyPart::RiskCheck), offer)];
    }
    let asked = views.invited == Some(true);
    if views.risk_check.is_none() && (asked || reading.ret.sign_off.is_none()) {
        let message = match asked {
            true => wording::check_the_risk_first(),
            false => wording::say_whether_the_risk_was_checked(),
        };
        return vec![Notice::block("PF-02", Place::FamilyViews(FamilyPart::RiskCheck), message)];
    }
    let risk = match views.risk_check {
        Some(RiskCheck::NotMade) if asked => {
            Some((FamilyPart::RiskCheck, wording::check_the_risk_first()))
        }
        Some(RiskCheck::NotSafe) if asked => {
            Some((FamilyPart::Invited, wording::asked_though_not_safe()))
        }
        Some(RiskCheck::Safe | RiskCheck::NotSafe) if is_blank(&views.risk_basis) => {
            Some((FamilyPart::RiskBasis, wording::what_the_risk_check_rests_on()))
        }
        None | Some(RiskCheck::Safe | RiskCheck::NotSafe | RiskCheck::NotMade) => None,
    };
    let invitation = match views.invited {
        None => Some((FamilyPart::Invited, wording::say_whether_family_asked())),
        Some(false) => {
            is_blank(&views.reason).then(|| (FamilyPart::Reason, wording::why_family_not_asked()))
        }
        Some(true) => is_blank(&views.asked_by)
            .then(|| (FamilyPart::AskedBy, wording::who_asked_the_family())),
    };
    let both = risk.into_iter().chain(invitation);
    both.map(|(part, message)| Notice::block("PF-02", Place::FamilyViews(part), message)).collect()
}

#[cfg(test)]
mod tests {
    use crate::audit_return::{
        DaysBefore, Declaration, FamilyViews, InvolvementLevel, PractitionerConversation,
        RiskCheck, SignOff,
    };
    use crate::check::testing::{Case, assert_rows};
    use crate::timescale::Fault;

    fn spoken(case: &mut Case, spoken: Option<bool>, when: Option<DaysBefore>) {
        let said = "The file left out two calls.".into();
        case.ret.practitioner =
            PractitionerConversation { spoken, when, said, ..Default::default() };
    }

    fn asked(case: &mut Case, check: Option<RiskCheck>, invited: Option<bool>) {
        case.ret.family_views = FamilyViews {
            risk_check: check,
            risk_basis: "Social worker, with the domestic abuse service".into(),
            invited,
            reason: "The family moved away.".into(),
            asked_by: "Social worker, by telephone".into(),
            ..FamilyViews::default()
        };
    }

    #[test]
    fn pf01_a_conversation_with_the_practitioner_has_a_date_or_a_reason() {
        assert_rows(
            "PF-01",
            &[
                ("told", |_| {}, &[]),
                (
                    "nothing recorded",
                    |case| case.ret.practitioner = Default::default(),
                    &[
                        "INFO practitioner-spoken: You can record a conversation with the practitioner. It often explains what a record cannot.",
                    ],
                ),
                (
                    "words only",
                    |case| spoken(case, None, None),
                    &["BLOCK practitioner-spoken: Say whether you spoke to the practitioner."],
                ),
                (
                    "spoken to, nine days before",
                    |case| spoken(case, Some(true), Some(DaysBefore::Days(9))),
                    &[],
                ),
                (
                    "spoken to, no date",
                    |case| spoken(case, Some(true), None),
                    &[
                        "BLOCK practitioner-date: Enter the date on which you spoke to the practitioner.",
                    ],
                ),
                (
                    "spoken to, half a date",
                    |case| {
                        spoken(case, Some(true), Some(DaysBefore::Impossible(Fault::Unreadable)))
                    },
                    &[
                        "BLOCK practitioner-date: The date on which you spoke to the practitioner must be a real date.",
                    ],
                ),
                (
                    "spoken to tomorrow",
                    |case| spoken(case, Some(true), Some(DaysBefore::Impossible(Fault::Future))),
                    &[
                        "BLOCK practitioner-date: The date on which you spoke to the practitioner cannot be after the day of the audit.",
                    ],
                ),
                (
                    "not spoken to",
                    |case| spoken(case, Some(false), None),
                    &["BLOCK practitioner-reason: Say why you did not speak to the practitioner."],
                ),
                (
                    "a nil return",
                    |case| {
                        spoken(case, None, None);
                        case.ret.involvement.level = Some(InvolvementLevel::NotKnown);
                    },
                    &[],
                ),
            ],
        );
    }

    #[test]
    fn pf02_a_return_signed_without_a_risk_check_where_nobody_was_asked_stays_as_it_is() {
        let mut case = Case::complete();
        asked(&mut case, None, Some(false));
        let told = |case: &Case| case.notices().iter().filter(|it| it.rule.0 == "PF-02").count();
        assert_eq!(told(&case), 1);
        case.ret.sign_off = Some(SignOff {
            role: "Service manager".into(),
            name: "Auditor 12".into(),
            declaration: Declaration::default(),
            at: "2026-05-04T12:00:00Z".parse().unwrap(),
        });
        assert_eq!(told(&case), 0);
    }

    #[test]
    fn pf02_a_family_is_asked_only_once_asking_is_known_to_be_safe() {
        const FIRST: &str = "BLOCK family-risk-check: Record that asking the family is safe before anyone asks them. Asking can put someone at risk.";
        const CHECKED: &str = "BLOCK family-risk-check: Say whether asking the child and family would be safe, or that no check was made.";
        assert_rows(
            "PF-02",
            &[
                ("told", |_| {}, &[]),
                (
                    "nothing recorded",
                    |case| case.ret.family_views = Default::default(),
                    &[
                        "INFO family-risk-check: You can record what the child and family think of the help they had. Check first that it is safe to ask.",
                    ],
                ),
                ("safe, and asked", |case| asked(case, Some(RiskCheck::Safe), Some(true)), &[]),
                (
                    "no check, and asked by nobody: what is asked next has no box yet",
                    |case| {
                        asked(case, None, Some(true));
                        case.ret.family_views.asked_by.clear();
                    },
                    &[FIRST],
                ),
                (
                    "check not made, and asked",
                    |case| asked(case, Some(RiskCheck::NotMade), Some(true)),
                    &[FIRST],
                ),
                (
                    "not safe, and asked (edge case 33)",
                    |case| asked(case, Some(RiskCheck::NotSafe), Some(true)),
                    &[
                        "BLOCK family-invited: You recorded that it is not safe to ask the family, and that they were asked. Correct one of them, and tell a manager now if they were asked.",
                    ],
                ),
                (
                    "not safe, and not asked",
                    |case| asked(case, Some(RiskCheck::NotSafe), Some(false)),
                    &[],
                ),
                (
                    "check not made, and not asked",
                    |case| asked(case, Some(RiskCheck::NotMade), Some(false)),
                    &[],
                ),
                (
                    "nothing said of a check, and not asked",
                    |case| asked(case, None, Some(false)),
                    &[CHECKED],
                ),
                (
                    "words without an answer to either: the first question first",
                    |case| asked(case, None, None),
                    &[CHECKED],
                ),
                (
                    "safe, on no basis",
                    |case| {
                        asked(case, Some(RiskCheck::Safe), Some(true));
                        case.ret.family_views.risk_basis = " ".into();
                    },
                    &["BLOCK family-risk-basis: Say who made the risk check and what it rests on."],
                ),
                (
                    "safe, and then nothing",
                    |case| asked(case, Some(RiskCheck::Safe), None),
                    &[
                        "BLOCK family-invited: Say whether the child and family were asked for their views.",
                    ],
                ),
                (
                    "not asked, without a reason",
                    |case| {
                        asked(case, Some(RiskCheck::NotMade), Some(false));
                        case.ret.family_views.reason.clear();
                    },
                    &[
                        "BLOCK family-reason: Say why the child and family were not asked for their views.",
                    ],
                ),
                (
                    "asked, by nobody",
                    |case| {
                        asked(case, Some(RiskCheck::Safe), Some(true));
                        case.ret.family_views.asked_by.clear();
                    },
                    &["BLOCK family-asked-by: Say who asked the child and family, and how."],
                ),
            ],
        );
    }
}
