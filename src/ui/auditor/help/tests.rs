use super::super::every_page::every_step;
use super::*;
use crate::id::ReturnId;
use crate::prose::Prose;
use crate::ui::prose_page::testing;

fn every_page() -> Vec<Page> {
    let id = ReturnId::new("ab12").unwrap();
    let mut pages = vec![
        Page::Start,
        Page::Invitation("0f".into()),
        Page::Questions("0f".into()),
        Page::Blank("0f".into()),
        Page::Drafts,
        Page::LockedCopy,
        Page::Wipe,
        Page::Passphrase,
        Page::Move(id.clone(), "0f".into()),
        Page::Unknown,
    ];
    pages.extend(every_step().into_iter().map(|step| Page::Return(id.clone(), step, None)));
    pages
}

#[test]
fn help_with_every_page_leads_to_a_section_that_exists() {
    let help = Prose::of(words::HELP_TEXT);
    for page in every_page() {
        let section = section(&page);
        assert!(help.section(section).is_some(), "{page:?}: no section “{section}”");
        assert_eq!(href(&page), ["#/help/", section].concat());
        let path = crate::ui::router::Path::parse(&href(&page));
        assert_eq!(Page::of(&path), Page::Text(TextPage::Help, Some(section.to_owned())));
    }
    assert_eq!(href(&Page::Text(TextPage::Privacy, None)), "#/help");
}

#[test]
fn every_text_is_whole_and_leads_to_pages_and_sections_that_exist() {
    for page in TextPage::ALL {
        testing::is_whole(text(page));
        for link in Prose::of(text(page)).links() {
            let at = Page::of(&crate::ui::router::Path::parse(link));
            match at {
                Page::Unknown => panic!("{page:?} leads to {link}, which is no page"),
                Page::Text(other, Some(section)) => assert!(
                    Prose::of(text(other)).section(&section).is_some(),
                    "{page:?} leads to {link}, which is no section"
                ),
                _ => {}
            }
        }
    }
}

#[test]
fn whatever_a_text_quotes_stands_on_a_screen() {
    let screens = testing::sources(&[
        "src/ui/auditor",
        "src/ui/govuk",
        "src/ui/prose_page.rs",
        "src/audit_return",
        "src/tool/answer_value.rs",
    ]);
    for page in TextPage::ALL {
        testing::quotes_only(text(page), &screens);
    }
}
