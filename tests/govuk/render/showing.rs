//! What shows something.

use leptos::prelude::*;
use multi_agency_audit::ui::govuk::*;

use super::{content, take, with_attributes};
use crate::options::Options;

pub fn details(o: Options) -> AnyView {
    let body = content(o, "html", "text");
    let view = view! {
        <Details summary=o.text("summaryText") open=o.is("open") id=o.text("id") class=o.text("classes")>
            {body}
        </Details>
    };
    with_attributes(view.into_any(), o)
}

pub fn inset_text(o: Options) -> AnyView {
    let body = content(o, "html", "text");
    let view = view! { <InsetText id=o.text("id") class=o.text("classes")>{body}</InsetText> };
    with_attributes(view.into_any(), o)
}

pub fn warning_text(o: Options) -> AnyView {
    let body = content(o, "html", "text");
    let prefix = o.maybe("iconFallbackText").unwrap_or_else(|| "Warning".to_owned());
    let view = view! { <WarningText prefix=prefix class=o.text("classes")>{body}</WarningText> };
    with_attributes(view.into_any(), o)
}

/// The colour that a class name stands for, taken out of the names.
fn colour(names: &mut String) -> TagColour {
    let colours = [
        ("blue", TagColour::Blue),
        ("grey", TagColour::Grey),
        ("teal", TagColour::Teal),
        ("green", TagColour::Green),
        ("purple", TagColour::Purple),
        ("magenta", TagColour::Magenta),
        ("red", TagColour::Red),
        ("orange", TagColour::Orange),
        ("yellow", TagColour::Yellow),
    ];
    let named = colours.into_iter().find(|(name, _)| take(names, &format!("govuk-tag--{name}")));
    named.map_or(TagColour::Plain, |(_, colour)| colour)
}

pub fn tag(o: Options) -> AnyView {
    let mut class = o.text("classes");
    let colour = colour(&mut class);
    let view = view! { <Tag text=o.text("text") colour=colour class=class /> };
    with_attributes(view.into_any(), o)
}

pub fn notification_banner(o: Options) -> AnyView {
    let body = match o.is("html") {
        true => content(o, "html", "text"),
        false => o.maybe("text").map(|text| {
            view! { <p class="govuk-notification-banner__heading">{text}</p> }.into_any()
        }),
    };
    let success = o.text("type") == "success";
    let kind = if success { BannerKind::Success } else { BannerKind::Important };
    let id = o.maybe("titleId").unwrap_or_else(|| "govuk-notification-banner-title".to_owned());
    let view = view! {
        <NotificationBanner kind=kind title=o.text("titleText") level=level(o, "titleHeadingLevel", 2)
            title_id=id class=o.text("classes")>
            {body}
        </NotificationBanner>
    };
    with_attributes(view.into_any(), o)
}

fn level(o: Options, path: &str, usual: u8) -> u8 {
    o.number(path).map_or(usual, |level| level.try_into().expect("a heading's level"))
}

pub fn panel(o: Options) -> AnyView {
    let mut class = o.text("classes");
    let interruption = take(&mut class, "govuk-panel--interruption");
    let kind = if interruption { PanelKind::Interruption } else { PanelKind::Confirmation };
    let actions: Vec<AnyView> = o.list("actions.items").into_iter().map(panel_action).collect();
    let mut props = PanelProps::builder()
        .kind(kind)
        .title(o.maybe("titleText").unwrap_or_else(|| o.text("titleHtml")))
        .level(level(o, "headingLevel", 1))
        .class(class)
        .build();
    if !actions.is_empty() {
        props.actions = Some(actions.into_any());
    }
    if let Some(body) = content(o, "html", "text") {
        props.children = Some(ToChildren::to_children(move || body));
    }
    with_attributes(Panel(props).into_any(), o)
}

fn panel_action(item: Options) -> AnyView {
    let (text, href) = (item.text("text"), item.text("href"));
    let kind = item.text("type");
    if !href.is_empty() && kind != "button" {
        return view! { <a class="govuk-link govuk-link--inverse" href=href>{text}</a> }.into_any();
    }
    let class = item.text("classes");
    let base = ButtonProps::builder().text(text).kind(ButtonKind::Inverse).href(href).class(class);
    let button = match kind.as_str() {
        "submit" => Button(base.build()).into_any(),
        _ => Button(base.on_click(|()| ()).build()).into_any(),
    };
    with_attributes(button, item)
}

fn action(item: Options) -> ActionLink {
    ActionLink::new(item.text("text"), item.text("href"))
        .hidden(item.text("visuallyHiddenText"))
        .class(item.text("classes"))
}

pub fn summary_list(o: Options) -> AnyView {
    let rows = o
        .list("rows")
        .into_iter()
        .map(|row| {
            let value = content(row.at("value"), "html", "text").unwrap_or_else(|| ().into_any());
            let made = SummaryRow::new(row.text("key.text"), value)
                .class(row.text("classes"))
                .key_class(row.text("key.classes"))
                .value_class(row.text("value.classes"));
            row.list("actions.items").into_iter().map(action).fold(made, SummaryRow::action)
        })
        .collect();
    let mut props = SummaryListProps::builder().rows(rows).class(o.text("classes")).build();
    if o.is("card") {
        let card = SummaryCard::new(o.text("card.title.text")).level(level(
            o,
            "card.title.headingLevel",
            2,
        ));
        let card =
            o.list("card.actions.items").into_iter().map(action).fold(card, SummaryCard::action);
        props.card = Some(card);
        props.card_class = o.text("card.classes");
        return with_attributes(SummaryList(props).into_any(), o.at("card"));
    }
    with_attributes(SummaryList(props).into_any(), o)
}

fn cell(o: Options) -> Cell {
    let mut cell = match o.text("format").as_str() {
        "numeric" => Cell::number(o.text("text")),
        _ => Cell::new(content(o, "html", "text").unwrap_or_else(|| ().into_any())),
    };
    let count = |path: &str| o.number(path).map(|count| count.try_into().expect("few cells"));
    if let Some(columns) = count("colspan") {
        cell = cell.colspan(columns);
    }
    if let Some(rows) = count("rowspan") {
        cell = cell.rowspan(rows);
    }
    cell.class(o.text("classes"))
}

pub fn table(o: Options) -> AnyView {
    let cells = |list: Vec<Options>| -> Vec<Cell> { list.into_iter().map(cell).collect() };
    let rows = o.list("rows").into_iter().map(|row| cells(row.elements())).collect();
    let view = view! {
        <Table caption=o.text("caption") caption_class=o.text("captionClasses") head=cells(o.list("head"))
            rows=rows row_headers=o.is("firstCellIsHeader") class=o.text("classes") />
    };
    with_attributes(view.into_any(), o)
}

pub fn task_list(o: Options) -> AnyView {
    let items = o.list("items").into_iter().map(task).collect();
    let id = o.maybe("idPrefix").unwrap_or_else(|| "task-list".to_owned());
    let view = view! { <TaskList id=id items=items class=o.text("classes") /> };
    with_attributes(view.into_any(), o)
}

fn task(item: Options) -> Task {
    let mut class = item.text("status.classes");
    let status = if item.is("status.tag") {
        let colour = colour(&mut item.text("status.tag.classes"));
        TaskStatus::tag(item.text("status.tag.text"), colour).class(class)
    } else if take(&mut class, "govuk-task-list__status--cannot-start-yet") {
        TaskStatus::cannot_start(item.text("status.text"))
    } else {
        TaskStatus::plain(item.text("status.text")).class(class)
    };
    Task::new(item.text("title.text"), item.text("href"), status)
        .hint(item.text("hint.text"))
        .class(item.text("classes"))
        .title_class(item.text("title.classes"))
}
