//! Locked drafts in files, as a page that cannot start saves them.

use super::*;

/// The file that `boot/rescue.js` writes.
fn rescued(store: &MemoryStore, journal: Option<String>) -> Vec<u8> {
    let texts = |shelf| {
        let entries = finish(store.list(shelf)).unwrap().into_iter();
        entries.map(|entry| (entry.key, entry.text)).collect::<std::collections::BTreeMap<_, _>>()
    };
    let mut file = serde_json::json!({
        "typ": "application/vnd.multi-agency-audit.draft+json",
        "vault": texts(Shelf::Vault)[VAULT],
        "draft": draft_id(),
        "record": texts(Shelf::Drafts)[&draft_id()],
        "invitations": texts(Shelf::Invitations),
    });
    if let Some(journal) = journal {
        file["journal"] = journal.into();
    }
    serde_json::to_vec(&file).unwrap()
}

#[test]
fn a_locked_draft_in_a_file_opens_with_the_passphrase_and_with_its_last_words() {
    let store = window(locked_device());
    let record = finish(Library::new(&store).draft(&id(&draft_id()))).unwrap().unwrap();
    let mut journal = Journal::after(&record, "opening");
    journal.push(Change::Names(vec![crate::guard::WatchedName {
        name: "Quillfeather".into(),
        role: String::new(),
    }]));
    journal.push(evidence("Typed just before the fault"));
    let journal = serde_json::to_string(&journal.to_text()).unwrap();
    let place = [JOURNAL, &draft_id()].concat();
    let journal = store.vault().keep(journal, &place).unwrap();
    let file = rescued(store.within(), Some(journal));
    let copy = LockedCopy::read(&file).unwrap();
    assert_eq!(copy.salt(), Ok(([9; 16], crate::envelope::ITERATIONS)));
    let wrong = copy.open(&derived("lantern orchard kettles"));
    assert_eq!(wrong, Err(LockedCopyError::File(OpenError::WrongPassphrase)));
    let opened = copy.open(&derived(WORDS)).unwrap();
    assert_eq!(opened.record.draft.answers[&id("1.1")].evidence, "Typed just before the fault");
    assert_eq!(opened.invitation, invitation().file);
    assert!(opened.is_whole() && opened.record.names.is_empty(), "I-02");
}

#[test]
fn a_locked_draft_is_said_to_need_its_passphrase() {
    let file = rescued(&locked_device(), None);
    let limits = crate::envelope::Limits::of(crate::envelope::Kind::Draft);
    let error = crate::envelope::open_draft(&file, &limits).unwrap_err();
    assert_eq!(error, OpenError::NeedsPassphrase { kind: crate::envelope::Kind::Draft });
    let without = String::from_utf8(file).unwrap().replace(&invitation().hash.to_string(), "00");
    let opened = LockedCopy::read(without.as_bytes()).unwrap().open(&derived(WORDS));
    assert_eq!(opened, Err(LockedCopyError::NoInvitation));
    assert!(matches!(
        LockedCopy::read(b"{\"typ\":\"application/vnd.multi-agency-audit.draft+json\"}"),
        Err(LockedCopyError::Record(RecordError::Corrupt { .. }))
    ));
}
