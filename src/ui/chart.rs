//! A chart on a screen: the core's own drawing, shown as an image.
//!
//! As an image and not as markup, so that no text of a file ever becomes part
//! of the page; the sentence beside it says the same to whoever does not see it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use leptos::prelude::*;

use crate::report::chart::BarChart;

/// A bar chart. Give its table beside it.
#[component]
pub fn ChartFigure(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    /// What is drawn.
    chart: BarChart,
) -> impl IntoView {
    let alt = chart.sentence();
    let drawn = STANDARD.encode(chart.svg(&id));
    let src = ["data:image/svg+xml;base64,", &drawn].concat();
    view! { <img class="app-chart" src=src alt=alt /> }
}
