//! A notice as it was saved, and everything that an auditor may choose in its place.

use super::super::testing::at;
use super::super::{DraftRecord, Session};
use super::*;
use crate::audit_return::{Declaration, SignOff, concern_notice, to_sign};
use crate::check::testing::{Case, invitation};
use crate::envelope::{Hash, OpeningKey, SoftwareKey, Unsigned, seal};

fn own() -> SoftwareKey {
    SoftwareKey::from_seed(&[3; 32])
}

/// A return with one concern.
fn case() -> Case {
    let mut case = Case::complete();
    case.raise_concern();
    case
}

fn signed(unsigned: &Unsigned, by: &SoftwareKey) -> String {
    String::from_utf8(unsigned.signed(&by.sign(unsigned.signing_input())).unwrap()).unwrap()
}

/// The notice of the concern, as `by` signs it.
fn notice(case: &Case, by: &SoftwareKey) -> String {
    let concern = case.ret.immediate_concerns[0].id.clone();
    let invitation = invitation(&case.round);
    let made = concern_notice(&case.ret, &concern, at("10:00:00"), &invitation, &by.public_key());
    signed(&made.unwrap().unwrap().1, by)
}

/// As it is kept where the round seals.
fn sealed(case: &Case) -> SignedNotice {
    let file = notice(case, &own());
    let to = [OpeningKey::from_seed(&[9; 32]).sealing_key()];
    let mut count = 0;
    let mut random = || {
        count += 1;
        [count; 32]
    };
    let sealed = seal(file.as_bytes(), Kind::Concern, &to, &mut random).unwrap();
    let sealed = Some(String::from_utf8(sealed).unwrap());
    SignedNotice { at: at("10:00:00"), file, sealed }
}

fn checked(
    found: &str,
    kept: &[SignedNotice],
    case: &Case,
) -> Result<SavedNotice, SavedNoticeError> {
    saved_notice(found.as_bytes(), kept, &case.ret, &own().public_key())
}

#[test]
fn c03_a_notice_that_was_saved_says_what_it_says_and_whom_it_is_for() {
    let case = case();
    let saved = checked(&notice(&case, &own()), &[], &case).unwrap();
    assert_eq!(saved.notice.concern, case.ret.immediate_concerns[0]);
    assert_eq!(saved.standing, NoticeStanding::AsRecorded);
    assert_eq!(saved.about(), [case.ret.case_label.as_str(), ", Children's social care"].concat());
    assert!(saved.for_whom().contains(&case.round.title), "{}", saved.for_whom());
    assert_eq!(saved.wording().advice, "It says what you have recorded. You can send it.");
}

#[test]
fn c03_a_notice_of_what_was_changed_since_is_whole_but_there_is_a_newer_one_to_send() {
    let mut case = case();
    let file = notice(&case, &own());
    case.ret.immediate_concerns[0].follow_up = "A strategy meeting on Monday.".into();
    let saved = checked(&file, &[], &case).unwrap();
    assert_eq!(saved.standing, NoticeStanding::ChangedSince);
    assert_eq!(saved.notice.concern.follow_up, "");
    case.ret.immediate_concerns.clear();
    let saved = checked(&file, &[], &case).unwrap();
    assert_eq!(saved.standing, NoticeStanding::NotInReturn);
}

#[test]
fn l23_a_sealed_notice_is_known_by_the_one_that_is_kept_and_read_from_it() {
    let case = case();
    let kept = sealed(&case);
    let file = kept.to_send().to_owned();
    assert_ne!(file, kept.file);
    let saved = checked(&file, std::slice::from_ref(&kept), &case).unwrap();
    assert_eq!(saved.notice.concern.text, "The child may be at risk this week.");
    assert_eq!(checked(&file, &[], &case), Err(SavedNoticeError::SealedAndNotKept));

    let cut = &file[..file.len() / 2];
    let short = checked(cut, std::slice::from_ref(&kept), &case).unwrap_err();
    assert_eq!(short, SavedNoticeError::CutShort);
    assert_eq!(short.wording().title, "This is not the whole notice: saving it was cut off");
    let other = file.replacen("\"iv\":\"", "\"iv\":\"A", 1);
    assert_ne!(other, file);
    let other = checked(&other, &[kept], &case);
    assert_eq!(other, Err(SavedNoticeError::SealedAndNotKept), "whatever was changed in it");
}

#[test]
fn l23_what_is_no_notice_is_told_as_it_is_of_any_file_with_what_its_auditor_can_do() {
    let case = case();
    let file = notice(&case, &own());
    let sign_off = SignOff {
        role: "Nurse".into(),
        name: "A 12".into(),
        declaration: Declaration::default(),
        at: at("10:00:00"),
    };
    let (_, unsigned) =
        to_sign(&case.ret, sign_off, &invitation(&case.round), &own().public_key()).unwrap();
    let payload = file.find("\"payload\":\"").unwrap() + 40;
    let swapped = if file[payload..].starts_with('A') { "B" } else { "A" };
    let changed = [&file[..payload], swapped, &file[payload + 1..]].concat();
    let rows = [
        (signed(&unsigned, &own()), "This file is a return, not an immediate concern"),
        (changed, "This file has changed since it was signed"),
        (file[..file.len() / 2].to_owned(), "This file is cut short: its end is missing"),
        (String::new(), "This file is empty"),
        ("%PDF-1.7".to_owned(), "This is a PDF, not an audit file"),
    ];
    for (found, expected) in rows {
        let error = checked(&found, &[], &case).unwrap_err();
        let wording = error.wording();
        assert_eq!(wording.title, expected);
        let again = wording.advice == AGAIN;
        assert_eq!(again, !expected.contains("a return"), "{expected}: {}", wording.advice);
    }
}

#[test]
fn c03_a_notice_counts_only_with_the_key_of_its_own_return() {
    let case = case();
    let strange = notice(&case, &SoftwareKey::from_seed(&[4; 32]));
    assert_eq!(checked(&strange, &[], &case), Err(SavedNoticeError::AnotherSigner));
    // Signed where the return was before: it came with the file copy.
    let kept = SignedNotice { at: at("10:00:00"), file: strange.clone(), sealed: None };
    assert!(checked(&strange, &[kept], &case).is_ok());

    let mut other = case.clone();
    other.ret.return_id = "00ff".parse().unwrap();
    other.ret.case_label = "Case 4".into();
    let error = checked(&notice(&other, &own()), &[], &case).unwrap_err();
    let title = error.wording().title.into_owned();
    assert!(title.starts_with("This notice is of another return: Case 4, "), "{title}");
}

#[test]
fn l23_a_signed_notice_is_kept_with_its_draft_and_comes_back_with_it() {
    let case = case();
    let record = DraftRecord::begin(case.ret.clone(), Hash::of(b"invitation"), at("09:00:00"));
    let record = DraftRecord { revision: 1, ..record };
    let mut session = Session::open(record, None, "first".into(), 0).session;
    assert!(!session.is_dirty());
    session.noticed(sealed(&case), 1);
    assert!(session.is_dirty(), "it is to be saved");
    let kept = session.record().clone();
    assert_eq!(kept.notices, [sealed(&case)]);
    assert_eq!(DraftRecord::from_text(&kept.to_text()), Ok(kept));
}
