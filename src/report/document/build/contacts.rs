//! Contacts: whom to turn to, and what else the round prints.

use super::maker::Maker;
use crate::report::document::pattern::Fills;
use crate::report::document::{Look, Sentence};

/// the contact for concerns; what the round does not state of it is left out, all but the contact itself.
pub(super) fn concern_contact(maker: &mut Maker) {
    let route = &maker.book.plan().round.concern_route;
    let parts = [
        ("concern", true),
        ("hours", !route.hours.trim().is_empty()),
        ("telephone", !route.telephone.trim().is_empty()),
        ("email", !route.email.trim().is_empty()),
        ("out-of-hours", !route.out_of_hours.trim().is_empty()),
    ];
    let stated = parts.into_iter().filter(|(_, stated)| *stated);
    let sentences: Vec<Sentence> = stated
        .map(|(name, _)| {
            let name = ["contact.", name].concat();
            maker.common(&name.replace('.', "/"), &name, Fills::default(), Vec::new())
        })
        .collect();
    maker.paragraph(Look::Plain, sentences);
}

/// The round's other contacts, each under its heading; one that is not filled in stays a gap.
pub(super) fn other_contacts(maker: &mut Maker, level: u8) {
    let contacts = maker.book.plan().round.report.contacts.clone();
    for (number, contact) in (1..).zip(&contacts) {
        let path = ["contact-", &number.to_string()].concat();
        maker.heading_of(level, &[&path, "/heading"].concat(), &contact.heading);
        let fills = Fills::default().with("contact", &contact.text);
        let text = maker.sentence(&path, "{contact}", fills, Vec::new());
        maker.paragraph(Look::Plain, vec![text]);
    }
}
