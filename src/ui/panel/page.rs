//! What the pages of a round share.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use leptos::prelude::*;

use super::desk::Desk;
use super::route::Part;
use super::words;
use crate::id::CaseRef;
use crate::ui::govuk::{
    BackLink, Button, ButtonKind, Cell, ErrorSummary, InsetText, PageErrors, PageTitle, SaveStatus,
    focus_region, focus_section, once_shown,
};
use crate::ui::router::{Path, current, note_turned, turned, without_turned};

/// Lines of a long list on one page.
pub const LINES: usize = 100;

/// As many names of cases on one page lead to theirs: more links than these a browser is felt to draw.
const LINKS: usize = 5_000;

/// Which page of a long list is shown.
const HERE: &str = "pager-here";

/// Title, way back, heading and save line of a page of the open round.
pub fn heading(desk: Desk, title: &'static str, back: (&Part, &'static str)) -> AnyView {
    let (part, words) = back;
    view! {
        <PageTitle text=title program=words::PROGRAM />
        <BackLink href=desk.href(part) text=words />
        {caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
    }
    .into_any()
}

/// The same for a page whose heading is made of the round's words, and that may have something wrong.
pub fn titled(
    desk: Desk,
    title: String,
    back: (&Part, &'static str),
    errors: PageErrors,
) -> AnyView {
    let (part, words) = back;
    view! {
        <PageTitle text=title.clone() program=words::PROGRAM error=errors.any() />
        <BackLink href=desk.href(part) text=words />
        <ErrorSummary errors=errors />
        {caption(desk)}
        <h1 class="govuk-heading-l">{title}</h1>
        <SaveStatus state=desk.save_state() />
    }
    .into_any()
}

/// Board and round, above the heading of a page of the open round.
pub fn caption(desk: Desk) -> AnyView {
    let named = desk.with(|workbook| {
        let round = &workbook.plan().round;
        [round.board.short_name.as_str(), &round.title].join(": ")
    });
    view! { <span class="govuk-caption-l">{named}</span> }.into_any()
}

/// What was recorded last, here or on the page before that led here.
pub fn said_line(desk: Desk) -> AnyView {
    let here = Path::parse(&current());
    let said = move || {
        // What is said while another page is gone to is for that page.
        let said = desk.said().filter(|_| Path::parse(&current()) == here)?;
        let text = said.to_show()?;
        Some(view! { <InsetText class="app-said">{text}</InsetText> })
    };
    view! { <div role="status">{said}</div> }.into_any()
}

/// An address that names no page.
pub fn unknown() -> AnyView {
    view! {
        <PageTitle text=words::UNKNOWN_PAGE program=words::PROGRAM />
        <BackLink href="#/" text=words::BACK_TO_START />
        <h1 class="govuk-heading-l">{words::UNKNOWN_PAGE}</h1>
        <p class="govuk-body">{words::UNKNOWN_PAGE_ADVICE}</p>
    }
    .into_any()
}

/// A table that may be wider than the page: it scrolls by itself, by keyboard too.
pub fn scrolling(label: impl Into<String>, table: AnyView) -> AnyView {
    let label: String = label.into();
    view! { <div class="app-scroll" tabindex="0" role="region" aria-label=label>{table}</div> }
        .into_any()
}

/// Cases as they are called. Each leads to its page, unless they are too many on the page.
pub fn linked_cases(
    desk: Desk,
    cases: Vec<(CaseRef, String)>,
    between: &'static str,
    on_page: usize,
) -> Cell {
    if on_page > LINKS {
        let called: Vec<String> = cases.into_iter().map(|(_, called)| called).collect();
        return Cell::text(called.join(between));
    }
    let link = |(at, (case, called)): (usize, (CaseRef, String))| {
        let href = desk.href(&Part::Case(case));
        let between = (at > 0).then_some(between);
        view! { {between}<a class="govuk-link" href=href>{called}</a> }.into_any()
    };
    let links: Vec<AnyView> = cases.into_iter().enumerate().map(link).collect();
    Cell::new(links)
}

/// The head of an auditor's column: the agency, then the place where that says more.
pub fn auditor_head(agency: &str, label: &str) -> Cell {
    let text = agency.to_owned();
    let place = (!label.is_empty() && label != agency).then(|| {
        let label = label.to_owned();
        view! { " " <span class="app-note">{label}</span> }
    });
    Cell::new(view! { {text}{place} })
}

/// The same as the way to the auditor's return.
pub fn return_head(href: String, agency: &str, label: &str) -> Cell {
    let (text, label) = (agency.to_owned(), label.to_owned());
    let place = (!label.is_empty() && label != text)
        .then(|| view! { " " <span class="app-note">{label}</span> });
    Cell::new(view! { <a class="govuk-link" href=href>{text}{place}</a> })
}

/// The way through a long list, a page at a time.
pub fn pager(label: &'static str, here: usize, pages: usize, page: RwSignal<usize>) -> AnyView {
    let go = Callback::new(move |to: usize| {
        page.set(to);
        // On the first page and on the last, the button that was pressed is gone.
        if to == 0 || to + 1 == pages {
            once_shown(|| {
                focus_region(HERE);
            });
        }
    });
    turns(label.to_owned(), (here, pages), go, Some(HERE))
}

/// The buttons to the page before and the page after.
fn turns(
    label: String,
    (here, pages): (usize, usize),
    go: Callback<usize>,
    id: Option<&'static str>,
) -> AnyView {
    let before = move |()| go.run(here - 1);
    let after = move |()| go.run(here + 1);
    view! {
        <nav class="app-pager" aria-label=label>
            {(here > 0).then(|| view! { <Button text="Previous" kind=ButtonKind::Secondary on_click=before /> })}
            <span class="govuk-body" id=id>{[(here + 1).to_string(), pages.to_string()].join(" of ")}</span>
            {(here + 1 < pages).then(|| view! { <Button text="Next" kind=ButtonKind::Secondary on_click=after /> })}
        </nav>
    }
    .into_any()
}

thread_local! {
    /// To which page of which list somebody turned: who comes back to a list finds the place again.
    static TURNED: RefCell<BTreeMap<String, usize>> = const { RefCell::new(BTreeMap::new()) };
}

/// A long list of which a page is shown at a time. A list that fits on one page looks as any other.
#[derive(Clone, Copy)]
pub struct Paging {
    name: &'static str,
    page: RwSignal<usize>,
}

impl Paging {
    /// The list of this name on the page at this address: as the address has it, else where it was left.
    pub fn new(name: &'static str) -> Self {
        let left = TURNED.with_borrow(|turned| turned.get(&Self::place(name)).copied());
        let page = turned(&current(), name).or(left).unwrap_or_default();
        if page > 0 {
            Self::note(name, page);
        }
        Self { name, page: RwSignal::new(page) }
    }

    /// Back to the first page: other lines are wanted.
    pub fn begin(self) {
        self.turn(0);
    }

    /// Which of `all` lines are shown, `lines` at a time; watched.
    pub fn shown(self, all: usize, lines: usize) -> Shown {
        Shown::of(all, lines, self.page.get())
    }

    /// The lines that are shown, between where they stand in the whole list and the way to the others.
    ///
    /// Whoever turns the page begins above the lines, where it says which they are. That is printed too.
    pub fn around(self, label: &str, shown: &Shown, list: AnyView) -> AnyView {
        if shown.pages < 2 {
            return list;
        }
        let id = ["lines-of-", self.name].concat();
        let top = id.clone();
        let go = Callback::new(move |to: usize| {
            self.turn(to);
            let top = top.clone();
            once_shown(move || {
                focus_section(&top);
            });
        });
        let said = words::register::lines_shown(label, &shown.lines, shown.all);
        view! {
            <p class="govuk-body-s" id=id>{said}</p>
            {list}
            {turns(label.to_owned(), (shown.here, shown.pages), go, None)}
        }
        .into_any()
    }

    fn turn(self, to: usize) {
        if self.page.get_untracked() != to {
            Self::note(self.name, to);
        }
        self.page.set(to);
    }

    /// For who comes back by a link, and for who loads the page again.
    fn note(name: &str, page: usize) {
        TURNED.with_borrow_mut(|turned| turned.insert(Self::place(name), page));
        note_turned(name, page);
    }

    fn place(name: &str) -> String {
        [without_turned(&current()), " ", name].concat()
    }
}

/// Which lines of a list are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Those, counted from nought.
    pub lines: Range<usize>,
    all: usize,
    here: usize,
    pages: usize,
}

impl Shown {
    /// Those of a page; of the last one, where the list has become shorter since it was turned to.
    fn of(all: usize, lines: usize, page: usize) -> Self {
        let pages = all.div_ceil(lines.max(1));
        let here = page.min(pages.saturating_sub(1));
        let from = here * lines;
        Self { lines: from..all.min(from + lines), all, here, pages }
    }

    /// The lines themselves.
    pub fn of_list<'a, T>(&self, all: &'a [T]) -> &'a [T] {
        all.get(self.lines.clone()).unwrap_or_default()
    }

    /// The same of a list in parts of these lengths: which lines of each part are shown.
    pub fn of_parts(&self, lengths: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
        let mut before = 0;
        let of_part = |length: usize| {
            let within = |line: usize| line.saturating_sub(before).min(length);
            let lines = within(self.lines.start)..within(self.lines.end);
            before += length;
            lines
        };
        lengths.map(of_part).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_ten_thousand_lines_a_page_is_shown_and_every_line_is_on_one() {
        let pages: Vec<Shown> = (0..100).map(|page| Shown::of(9_998, LINES, page)).collect();
        let lines: Vec<usize> = pages.iter().flat_map(|page| page.lines.clone()).collect();
        assert_eq!(lines, (0..9_998).collect::<Vec<_>>());
        assert!(pages.iter().all(|page| page.lines.len() <= LINES && page.pages == 100));
    }

    #[test]
    fn a_list_that_fits_on_one_page_is_whole_and_one_that_became_shorter_has_a_last_page() {
        assert_eq!(Shown::of(0, LINES, 0).lines, 0..0);
        let whole = Shown::of(100, LINES, 0);
        assert_eq!((whole.lines, whole.pages), (0..100, 1));
        let shorter = Shown::of(101, LINES, 7);
        assert_eq!((shorter.lines, shorter.here), (100..101, 1));
    }

    #[test]
    fn a_page_may_begin_within_one_part_of_a_list_and_end_within_another() {
        let lengths = [70, 0, 50, 90];
        let parts = |page| Shown::of(210, LINES, page).of_parts(lengths.into_iter());
        assert_eq!(parts(0), [0..70, 0..0, 0..30, 0..0]);
        assert_eq!(parts(1), [70..70, 0..0, 30..50, 0..80]);
        assert_eq!(parts(2), [70..70, 0..0, 50..50, 80..90]);
    }
}
