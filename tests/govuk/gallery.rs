//! The gallery as text: what must hold of ids and names wherever components stand together.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::reactive::diagnostics::SpecialNonReactiveZone;
use multi_agency_audit::ui::govuk::gallery::gallery;
use scraper::{ElementRef, Html, Selector};

fn page() -> Html {
    let _once = SpecialNonReactiveZone::enter();
    let owner = Owner::new();
    Html::parse_fragment(&owner.with(|| gallery().to_html()))
}

fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

fn attribute<'a>(element: ElementRef<'a>, name: &str) -> &'a str {
    element.value().attr(name).unwrap_or_default()
}

#[test]
fn every_id_is_there_once() {
    let page = page();
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = all(&page, "[id]")
        .into_iter()
        .map(|element| attribute(element, "id"))
        .filter(|id| !seen.insert(*id))
        .collect();
    assert!(seen.len() > 50, "only {} ids: the gallery is not there", seen.len());
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn every_reference_leads_somewhere() {
    let page = page();
    let ids: BTreeSet<&str> =
        all(&page, "[id]").into_iter().map(|element| attribute(element, "id")).collect();
    let mut lost = Vec::new();
    for name in
        ["for", "aria-describedby", "aria-labelledby", "aria-controls", "data-aria-controls"]
    {
        for element in all(&page, &format!("[{name}]")) {
            let targets = attribute(element, name).split_whitespace();
            lost.extend(targets.filter(|id| !ids.contains(id)).map(|id| format!("{name}={id}")));
        }
    }
    for link in all(&page, ".govuk-error-summary a") {
        let target = attribute(link, "href").trim_start_matches('#');
        if !ids.contains(target) {
            lost.push(format!("error summary: {target}"));
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn every_control_has_a_label_and_nothing_that_browsers_would_enforce() {
    let page = page();
    let labels: BTreeSet<&str> =
        all(&page, "label").into_iter().map(|label| attribute(label, "for")).collect();
    let mut wrong = Vec::new();
    let controls = all(&page, "input,textarea,select");
    assert!(controls.len() > 10, "only {} controls: the gallery is not there", controls.len());
    for control in controls {
        let id = attribute(control, "id");
        if !labels.contains(id) {
            wrong.push(format!("{id} has no label"));
        }
        for name in ["required", "maxlength", "placeholder", "pattern", "aria-invalid"] {
            if control.value().attr(name).is_some() {
                wrong.push(format!("{id} has {name}"));
            }
        }
        if attribute(control, "type") == "number" {
            wrong.push(format!("{id} is of type number"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn an_error_is_said_at_its_field_in_the_words_of_the_summary() {
    let page = page();
    let words = |element: ElementRef| element.text().collect::<String>();
    let said: BTreeSet<String> =
        all(&page, ".govuk-error-message[id]").into_iter().map(words).collect();
    let summed: BTreeSet<String> = all(&page, ".govuk-error-summary a")
        .into_iter()
        .map(|link| ["Error: ", &words(link)].concat())
        .collect();
    assert_eq!(said, summed);
    assert_eq!(summed.len(), 3);
}
