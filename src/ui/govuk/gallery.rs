//! Every component in its states, for axe and for the eye. Only with the feature `gallery` (builds by
//! `cargo xtask build --dev`), at `#/gallery` of either program: a release holds nothing of it.

use leptos::prelude::*;

use super::*;

/// The whole gallery as a page.
pub fn gallery() -> AnyView {
    let nothing: Vec<PageError> = Vec::new();
    let errors = PageErrors::new();
    errors.show(vec![
        PageError::new("wrong-text", "Enter your role"),
        PageError::new("wrong-radios", "Select yes if you were involved"),
        PageError::new("wrong-date", "The date must have a month").at("wrong-date-month"),
    ]);
    view! {
        <PageTitle text="Components" program="Gallery" error=errors.any() />
        <SkipLink />
        <header class="govuk-template__header">
            <GenericHeader name="Multi-agency case audit" href="#/" />
            {navigation()}
            <PhaseBanner tag="Sample">"Every component, in every state."</PhaseBanner>
        </header>
        <div class="govuk-width-container">
            <Breadcrumbs items=vec![Crumb::link("Start", "#/"), Crumb::here("Components")] />
            <BackLink href="#/" />
            <main class="govuk-main-wrapper" id="main-content">
                <ErrorSummary errors=nothing />
                <ErrorSummary errors=errors />
                <h1 class="govuk-heading-l">"Components"</h1>
                {banners()}
                {questions("plain", PageErrors::new())}
                {questions("wrong", errors)}
                {showing()}
                {lists()}
                {own()}
            </main>
        </div>
        <footer class="govuk-template__footer">
            <Footer links=vec![NavLink::new("Accessibility", "#/"), NavLink::new("Help", "#/")]>
                "Nothing leaves this device."
            </Footer>
        </footer>
    }
    .into_any()
}

fn navigation() -> AnyView {
    let items = vec![
        NavItem::new("Cases", "#/cases", Signal::stored(Here::Within)),
        NavItem::new("Returns", "#/returns", Signal::stored(Here::No)),
        NavItem::new("Documents", "#/documents", Signal::stored(Here::Exactly)),
    ];
    view! { <ServiceNavigation name="Case audit" href="#/" items=items /> }.into_any()
}

fn banners() -> AnyView {
    view! {
        <NotificationBanner title_id="banner-1">
            <p class="govuk-notification-banner__heading">"There is a newer version of this page."</p>
        </NotificationBanner>
        <NotificationBanner kind=BannerKind::Success title_id="banner-2" level=3>
            <p class="govuk-notification-banner__heading">"The file was opened."</p>
        </NotificationBanner>
        <Panel title="Signed" level=2>"Reference 7KQ2"</Panel>
        <Panel
            kind=PanelKind::Interruption
            title="Is the date right?"
            level=2
            actions=view! {
                <Button text="Yes, it is" kind=ButtonKind::Inverse on_click=|()| () />
                <a class="govuk-link govuk-link--inverse" href="#/">"Change it"</a>
            }.into_any()
        >
            <p class="govuk-body">"You entered a date in the future."</p>
        </Panel>
    }
    .into_any()
}

/// Each kind of question once, with ids that begin with `stem`.
fn questions(stem: &str, errors: PageErrors) -> AnyView {
    let id = |kind: &str| [stem, "-", kind].concat();
    let named = |words: &str| Caption::new([words, " (", stem, ")"].concat()).size(Size::M);
    let radios = vec![
        Choice::new("no", "No").hint("You only read the file"),
        Choice::new("yes", "Yes")
            .reveal(view! { <TextInput id=id("how") label=named("How were you involved?") /> }),
        Choice::divider("or"),
        Choice::new("unknown", "Not known").disabled(),
    ];
    let checkboxes = vec![
        Choice::new("health", "Health")
            .reveal(view! { <TextInput id=id("which") label=named("Which part of health?") /> }),
        Choice::new("police", "Police").hint("Any force"),
        Choice::divider("or"),
        Choice::new("none", "None of these").exclusive(),
    ];
    let save = [stem, ": save and continue"].concat();
    let scale = vec![SelectItem::new("", "Choose a grade"), SelectItem::text("Good")];
    view! {
        <form novalidate>
            <TextInput id=id("text") label=named("Your role") hint="For example, designated nurse"
                error=errors.of(id("text")) suffix="(role)" />
            <Textarea id=id("textarea") label=named("What happened?") value="First line\nSecond line" />
            <CharacterCount id=id("count") label=named("Why this grade?") limit=Limit::Characters(20)
                value="More than enough words to pass the limit" />
            <Radios id=id("radios") legend=named("Were you involved?") hint="Before the audit" items=radios
                value="yes" error=errors.of(id("radios")) />
            <Checkboxes id=id("checkboxes") legend=named("Which agencies knew?") items=checkboxes
                values=vec!["health".to_owned()] />
            <Checkboxes id=id("agree") items=vec![Choice::new("agree", [stem, ": I agree"].concat())] />
            <Select id=id("select") label=named("Grade") items=scale />
            <DateInput id=id("date") legend=named("When was the referral?") hint="For example, 27 3 2026"
                error=errors.of(id("date")) wrong=vec![DateField::Month] />
            <FileUpload id=id("file") label=named("Open a file") hint="A file ending in .json" accept=".json"
                drop_zone=true multiple=true />
            <ButtonGroup>
                <Button text=save />
                <Button text="Add" kind=ButtonKind::Secondary on_click=|()| () />
                <Button text="Delete" kind=ButtonKind::Warning on_click=|()| () />
                <Button text="Not now" disabled=true />
                <Button text="Start" kind=ButtonKind::Start href="#/" />
            </ButtonGroup>
        </form>
    }
    .into_any()
}

fn showing() -> AnyView {
    view! {
        <Details summary="What counts as evidence?" open=true>"A dated record in the file."</Details>
        <Details summary="Who reads this?">"The panel."</Details>
        <InsetText>"Two agencies disagree."</InsetText>
        <WarningText>"A signed return cannot be changed, only corrected."</WarningText>
        <Hint text="A hint by itself" />
        <ErrorMessage text="An error by itself" />
        <p class="govuk-body">
            {TAGS.map(|(text, colour)| view! { <Tag text=text colour=colour /> " " }).into_iter().collect_view()}
        </p>
    }
    .into_any()
}

const TAGS: [(&str, TagColour); 10] = [
    ("Plain", TagColour::Plain),
    ("Blue", TagColour::Blue),
    ("Grey", TagColour::Grey),
    ("Teal", TagColour::Teal),
    ("Green", TagColour::Green),
    ("Purple", TagColour::Purple),
    ("Magenta", TagColour::Magenta),
    ("Red", TagColour::Red),
    ("Orange", TagColour::Orange),
    ("Yellow", TagColour::Yellow),
];

fn lists() -> AnyView {
    let change = |what: &str| ActionLink::new("Change", "#/").hidden(what);
    let rows = |words: &str| {
        vec![
            SummaryRow::text("Role", "Designated nurse").action(change(&[words, " role"].concat())),
            SummaryRow::new(
                "Agency",
                view! { <a class="govuk-link" href="#/">{["Enter ", words, " agency"].concat()}</a> },
            ),
            SummaryRow::text("Weight", "3")
                .action(change(&[words, " weight"].concat()))
                .action(ActionLink::new("Remove", "#/").hidden([words, " weight"].concat())),
        ]
    };
    let tasks = vec![
        Task::new("Who you are", "#/you", TaskStatus::plain("Completed")),
        Task::new("Area 1", "#/area/1", TaskStatus::tag("In progress", TagColour::Teal))
            .hint("7 questions"),
        Task::new("Sign", "", TaskStatus::cannot_start("Cannot start yet")),
    ];
    let table = vec![
        vec![Cell::text("Case 1"), Cell::number(2), Cell::new(view! { <Tag text="Good" /> })],
        vec![Cell::text("Case 2"), Cell::text("None").colspan(2)],
    ];
    let head = vec![Cell::text("Case"), Cell::number("Returns"), Cell::text("Grade")];
    let page = |number: &str, current| PageItem::Page {
        number: number.to_owned(),
        href: "#/".to_owned(),
        current,
        label: String::new(),
    };
    view! {
        <SummaryList rows=rows("your") />
        <SummaryList rows=rows("their") card=SummaryCard::new("Another").action(ActionLink::new("Delete", "#/")) />
        <TaskList items=tasks />
        <Table caption="Returns by case" caption_class="govuk-table__caption--m" head=head rows=table
            row_headers=true />
        <Pagination previous=PageStep::new("#/1") next=PageStep::new("#/3")
            items=vec![page("1", false), page("2", true), PageItem::Gap, page("9", false)] />
        <Pagination label="Areas" previous=PageStep::new("#/a").text("Area 1").label("Referral")
            next=PageStep::new("#/b").text("Area 3").label("Planning") />
    }
    .into_any()
}

fn own() -> AnyView {
    let rows = RwSignal::new(vec!["a".to_owned(), "b".to_owned()]);
    let fresh = StoredValue::new(0_u32);
    let add = move |()| {
        fresh.update_value(|number| *number += 1);
        rows.update(|rows| rows.push(fresh.get_value().to_string()));
    };
    let remove = move |key: String| rows.update(|rows| rows.retain(|row| *row != key));
    let row = move |key: String| {
        let label = ["What went well? (", &key, ")"].concat();
        view! { <Textarea id=["strength-text-", &key].concat() label=label /> }
    };
    let saved = Signal::stored(SaveState::Saved { at: "14:03".to_owned() });
    let failed =
        Signal::stored(SaveState::Failed { why: "Your browser's storage is full.".to_owned() });
    view! {
        <AddAnother id="strengths" title="Strengths" name="Strength" add_first="Add a strength"
            add_more="Add another strength" rows=rows row=row on_add=add on_remove=remove
            holds=|key: String| key == "a" />
        <SaveStatus state=saved on_copy=|()| () copied="Last copy saved to a file: never." />
        <SaveStatus state=failed />
    }
    .into_any()
}
