//! A pack as whoever is asked opens it, and places as they are compared and named.

use super::*;
use crate::audit_return::Return;
use crate::check::testing::{Case, Change, area, invitation, prompt};
use crate::envelope::{Hash, SoftwareKey, Unsigned};
use crate::id::{CaseRef, StandardId};
use crate::round::Invitation;
use crate::tool::AnswerValue;

fn round_key() -> SoftwareKey {
    SoftwareKey::from_seed(&[7; 32])
}

fn question(id: &str, about: About) -> Question {
    crate::check::testing::asked(id, about).question
}

/// Two questions to the agency of [`Case::complete`] about its first version.
fn pack() -> QueryPack {
    let ret = Case::complete().ret;
    QueryPack {
        format_version: QueryPack::FORMAT_VERSION,
        round: ret.round.clone(),
        agency: ret.agency.clone(),
        by: "Coordinator".into(),
        at: "2026-05-18T10:00:00Z".parse().unwrap(),
        returns: vec![ReturnQuestions {
            case_ref: ret.case_ref,
            case_label: ret.case_label,
            version: Some(VersionAsked {
                return_id: ret.return_id,
                version: 1,
                payload: Hash::of(b"the first version"),
            }),
            questions: vec![
                question("q1", About::Prompt(prompt("4.5"))),
                question("q2", About::Return),
            ],
            withdrawn: Vec::new(),
        }],
    }
}

fn signed(pack: &QueryPack, key: &SoftwareKey) -> Vec<u8> {
    let unsigned = Unsigned::of(pack, &key.public_key()).unwrap();
    unsigned.signed(&key.sign(unsigned.signing_input())).unwrap()
}

fn here() -> Invitation {
    invitation(&Case::complete().round)
}

/// What comes of a pack, in one word, for the holder of these invitations.
fn outcome(file: &[u8], invitations: &[Invitation]) -> &'static str {
    let round_key = round_key().public_key().thumbprint();
    let inviting: Vec<Inviting<'_>> =
        invitations.iter().map(|invitation| Inviting { invitation, round_key }).collect();
    open_pack(file, &inviting).err().map_or("opened", |error| error.name())
}

#[test]
fn a_pack_opens_where_its_invitation_is() {
    let (invitation, file) = (here(), signed(&pack(), &round_key()));
    let other = Inviting {
        invitation: &invitation,
        round_key: SoftwareKey::from_seed(&[8; 32]).public_key().thumbprint(),
    };
    let right = Inviting { round_key: round_key().public_key().thumbprint(), ..other };
    let all = [other, right];
    let (opened, inviting) = open_pack(&file, &all).unwrap();
    assert_eq!(opened, pack());
    assert_eq!(inviting.round_key, right.round_key, "the invitation whose key signed it");
}

#[test]
fn a_pack_that_is_not_for_whoever_opens_it_says_why() {
    let key = round_key();
    let changed = |change: fn(&mut QueryPack)| {
        let mut pack = pack();
        change(&mut pack);
        signed(&pack, &key)
    };
    let sound = signed(&pack(), &key);
    let mut next_slot = here();
    next_slot.slot = "another".parse().unwrap();
    let mut next_round = here();
    next_round.round.id = "another".parse().unwrap();
    let rows: Vec<(&str, Vec<u8>, Vec<Invitation>)> = vec![
        ("opened", sound.clone(), vec![here()]),
        ("opened", sound.clone(), vec![next_round.clone(), next_slot.clone(), here()]),
        ("no-invitation", sound.clone(), vec![]),
        ("other-round", sound.clone(), vec![next_round.clone()]),
        ("other-slot", sound.clone(), vec![next_round, next_slot]),
        ("other-key", signed(&pack(), &SoftwareKey::from_seed(&[9; 32])), vec![here()]),
        (
            "not-invited",
            changed(|pack| pack.returns[0].case_ref = CaseRef::new("other").unwrap()),
            vec![here()],
        ),
        (
            "not-in-tool",
            changed(|pack| pack.returns[0].questions[0].about = About::Prompt(prompt("9.9"))),
            vec![here()],
        ),
        (
            "not-in-tool",
            changed(|pack| {
                let standard = StandardId::new("no-such").unwrap();
                pack.returns[0].questions[0].about = About::Timescale(standard);
            }),
            vec![here()],
        ),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .map(|(wanted, file, invitations)| (wanted, outcome(file, invitations)))
        .filter(|(wanted, found)| *wanted != found)
        .map(|(wanted, found)| format!("{found}, not {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn a_pack_that_could_not_be_answered_is_not_a_pack() {
    let changed = |change: &dyn Fn(&mut ReturnQuestions)| {
        let mut pack = pack();
        change(&mut pack.returns[0]);
        pack.check().err().map(|error| error.name())
    };
    let many = |number: usize| {
        (0..number).map(|at| question(&format!("q{at}"), About::Return)).collect::<Vec<_>>()
    };
    assert_eq!(changed(&|_| {}), None);
    assert_eq!(changed(&|one| one.questions.clear()), Some("nothing-asked"));
    let taken_back = |one: &mut ReturnQuestions| {
        one.questions.clear();
        one.withdrawn.push("q1".parse().unwrap());
    };
    assert_eq!(changed(&taken_back), None, "to take one back is to say something");
    assert_eq!(changed(&|one| one.questions = many(500)), None);
    assert_eq!(changed(&|one| one.questions = many(501)), Some("too-many-questions"));
    let blank = |one: &mut ReturnQuestions| one.questions[1].text = " \n\u{a0}".into();
    assert_eq!(changed(&blank), Some("blank-question"));
    let long = |one: &mut ReturnQuestions| one.questions[1].text = "é".repeat(2_000);
    assert_eq!(changed(&long), None);
    let longer = |one: &mut ReturnQuestions| one.questions[1].text = "é".repeat(2_001);
    assert_eq!(changed(&longer), Some("question-too-long"));
    let twice = |one: &mut ReturnQuestions| one.questions[1].id = one.questions[0].id.clone();
    assert_eq!(changed(&twice), Some("question-twice"));
}

fn everywhere() -> Vec<About> {
    let standard = Case::complete().round.standards().standards[0].id.clone();
    let mut all = vec![
        About::Return,
        About::Involvement,
        About::Prompt(prompt("4.5")),
        About::Overall,
        About::Comments,
        About::Timescale(standard),
        About::Chronology,
        About::Practitioner,
        About::FamilyViews,
    ];
    all.extend(AreaAsked::ALL.map(|part| About::Area { area: area("area-5"), part }));
    all
}

#[test]
fn every_place_is_read_back_from_its_key_and_has_a_name() {
    let round = Case::complete().round;
    for about in everywhere() {
        assert_eq!(About::of_key(&about.key()), Some(about.clone()), "{}", about.key());
        assert!(about.is_in(&round), "{about:?}");
        let (title, inline) = (about.title(&round), about.in_a_sentence(&round));
        assert!(title.len() > 8 && !title.ends_with([' ', '“']), "{title}");
        assert!(inline.starts_with(|letter: char| letter.is_lowercase()), "{inline}");
    }
    for key in ["", "nowhere", "area-5_colour", "AREA_grade", "prompt-", "timescale-"] {
        assert_eq!(About::of_key(key), None, "{key}");
    }
    let about = About::Area { area: area("area-5"), part: AreaAsked::Grade };
    assert_eq!(about.title(&round), "Grade of “Planning”");
}

#[test]
fn a_change_shows_at_its_own_place_and_in_the_whole() {
    let before = Case::complete().ret;
    let rows: Vec<(&str, Change)> = vec![
        ("prompt-4.5", |case| case.answer("4.5", AnswerValue::No)),
        ("area-5_grade", |case| case.grade("area-5", "adequate")),
        ("area-5_grade", |case| case.record("area-5").reason = "Another reason.".into()),
        ("area-5_strengths", |case| case.record("area-5").strengths.clear()),
        ("area-5_concerns", |case| case.record("area-5").concerns.clear()),
        ("area-5_impact", |case| case.record("area-5").impact.text = "It helped.".into()),
        ("overall", |case| case.overall("adequate")),
        ("comments", |case| case.ret.general_comments.clear()),
        ("practitioner", |case| case.ret.practitioner.spoken = Some(true)),
        ("family-views", |case| case.ret.family_views.child_said = "Calm.".into()),
        ("chronology", |case| {
            let anchor = crate::audit_return::AnchorEvent::Referral;
            case.ret.chronology.anchor = Some(anchor);
        }),
        ("involvement", |case| {
            let level = crate::audit_return::InvolvementLevel::InvolvedWithParent;
            case.ret.involvement.level = Some(level);
        }),
        // Edge case 32: so does what is kept from practitioners, or is so no more.
        ("prompt-4.5", |case| case.ret.do_not_disclose = vec!["prompt-4.5-evidence".into()]),
        ("area-5_grade", |case| case.ret.do_not_disclose = vec!["area-5_reason".into()]),
        ("area-5_strengths", |case| {
            case.ret.do_not_disclose = vec!["area-5_strengths-s1-text".into()];
        }),
        ("overall", |case| case.ret.do_not_disclose = vec!["overall-reason".into()]),
        ("comments", |case| case.ret.do_not_disclose = vec!["general-comments".into()]),
        ("comments", |case| case.ret.do_not_disclose = vec!["good-practice".into()]),
        ("practitioner", |case| case.ret.do_not_disclose = vec!["practitioner-said".into()]),
        ("family-views", |case| case.ret.do_not_disclose = vec!["family-child-said".into()]),
        ("chronology", |case| case.ret.do_not_disclose = vec!["chronology_e1_text".into()]),
    ];
    for (wanted, change) in rows {
        let mut case = Case::complete();
        change(&mut case);
        case.ret.version = 2;
        let differs = |about: &About| !about.is_same(&before, &case.ret);
        let found: Vec<String> =
            everywhere().into_iter().filter(differs).map(|about| about.key()).collect();
        assert_eq!(found, ["return", wanted], "{wanted}");
    }
    let next = Return { version: 2, previous: Some(Hash::of(b"1")), ..before.clone() };
    assert!(everywhere().iter().all(|about| about.is_same(&before, &next)));
}
