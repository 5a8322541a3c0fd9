//! Drafts that were in a window alone, kept on the device once they may be.

use chrono::{DateTime, Utc};

use super::{DraftRecord, FetchError, Library, Store};

/// Keeps in `device` every draft of `window`, deleted ones too, each with its invitation. Whatever fails,
/// `window` holds all of it as before.
pub async fn take_in<D: Store, W: Store>(
    device: &D,
    window: &W,
    now: DateTime<Utc>,
) -> Result<(), FetchError> {
    let (to, from) = (Library::new(device), Library::new(window));
    let found = from.open(now).await?;
    for record in found.drafts.into_iter().chain(found.bin) {
        let invitation = from.invitation(&record.invitation).await?;
        // Revisions count what was written where they stand.
        to.begin(&invitation, vec![DraftRecord { revision: 0, ..record }]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, draft, evidence};
    use super::super::{InvitationRecord, MemoryStore, Shelf, StoreError, finish};
    use super::*;

    fn window() -> MemoryStore {
        let store = MemoryStore::default();
        let invitation = InvitationRecord::of("{\"payload\":\"a\"}".into(), at("09:00:00"));
        let mut record = DraftRecord::begin(draft(), invitation.hash, at("09:00:00"));
        record.apply(&evidence("Seen alone"));
        let library = Library::new(&store);
        let kept = finish(library.begin(&invitation, vec![record])).unwrap().remove(0);
        finish(library.delete(kept, at("09:01:00"))).unwrap();
        store
    }

    #[test]
    fn what_was_in_a_window_alone_is_on_the_device_with_its_invitation_and_its_bin() {
        let (device, window) = (MemoryStore::default(), window());
        finish(take_in(&device, &window, at("09:02:00"))).unwrap();
        let library = Library::new(&device);
        let found = finish(library.open(at("09:02:00"))).unwrap();
        let record = found.bin.first().unwrap();
        assert_eq!((found.drafts.len(), record.revision), (0, 1));
        assert!(record.to_text().contains("Seen alone"));
        assert!(finish(library.invitation(&record.invitation)).is_ok());
    }

    #[test]
    fn a_device_that_takes_nothing_leaves_the_window_as_it_was() {
        let (device, window) = (MemoryStore::default(), window());
        device.fail_with(Some(StoreError::Full));
        let before = finish(window.list(Shelf::Drafts)).unwrap();
        let taken = finish(take_in(&device, &window, at("09:02:00")));
        assert_eq!(taken, Err(FetchError::Store(StoreError::Full)));
        assert_eq!(finish(window.list(Shelf::Drafts)).unwrap(), before);
    }
}
