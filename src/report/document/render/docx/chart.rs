//! A bar chart as Word draws it: bars told apart by pattern, each with its number.

use super::xml::{A, C, DECLARATION};
use crate::report::chart::{Bar, BarChart};
use crate::report::escape;

/// Patterns of DrawingML that survive a copier.
const PATTERNS: [&str; 5] = ["pct90", "wdUpDiag", "pct25", "openDmnd", "horz"];

/// The part of one chart.
pub(super) fn part(chart: &BarChart, language: &str) -> String {
    let points: String = (0..).zip(&chart.bars).map(|(at, _)| point(at)).collect();
    let most = chart.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(chart.most).max(1);
    format!(
        "{DECLARATION}<c:chartSpace xmlns:c=\"{C}\" xmlns:a=\"{A}\"><c:roundedCorners val=\"0\"/>\
         <c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>\
         <c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>\
         <c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx><c:v>{unit}</c:v></c:tx>\
         <c:spPr><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"0B0C0C\"/></a:solidFill></a:ln></c:spPr>\
         <c:invertIfNegative val=\"0\"/>{points}{labels}\
         <c:cat>{categories}</c:cat><c:val>{values}</c:val></c:ser>\
         <c:gapWidth val=\"60\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>\
         <c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"maxMin\"/></c:scaling>\
         <c:delete val=\"0\"/><c:axPos val=\"l\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>{text}<c:crossAx val=\"2\"/></c:catAx>\
         <c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/><c:max val=\"{most}\"/>\
         <c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/><c:axPos val=\"t\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"none\"/><c:crossAx val=\"1\"/></c:valAx>\
         </c:plotArea><c:plotVisOnly val=\"1\"/></c:chart></c:chartSpace>",
        unit = escape(&chart.unit),
        labels = LABELS,
        categories = literal("str", &chart.bars, |bar| escape(&bar.label).into_owned()),
        values = literal("num", &chart.bars, |bar| bar.count.to_string()),
        text = text(language),
    )
}

/// Each bar says its number.
const LABELS: &str = "<c:dLbls><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/>\
                      <c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/>\
                      <c:showBubbleSize val=\"0\"/></c:dLbls>";

fn point(at: usize) -> String {
    let pattern = PATTERNS.get(at % PATTERNS.len()).copied().unwrap_or("pct50");
    format!(
        "<c:dPt><c:idx val=\"{at}\"/><c:invertIfNegative val=\"0\"/><c:bubble3D val=\"0\"/>\
         <c:spPr><a:pattFill prst=\"{pattern}\"><a:fgClr><a:srgbClr val=\"0B0C0C\"/></a:fgClr>\
         <a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>\
         <a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"0B0C0C\"/></a:solidFill></a:ln></c:spPr></c:dPt>"
    )
}

fn text(language: &str) -> String {
    format!(
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1000\"/></a:pPr>\
         <a:endParaRPr lang=\"{}\"/></a:p></c:txPr>",
        escape(language)
    )
}

/// The data, in the part itself: a chart without a workbook behind it.
fn literal(kind: &str, bars: &[Bar], value: impl Fn(&Bar) -> String) -> String {
    let format = if kind == "num" { "<c:formatCode>General</c:formatCode>" } else { "" };
    let points = (0..).zip(bars);
    let points = points.map(|(at, bar): (usize, &Bar)| {
        format!("<c:pt idx=\"{at}\"><c:v>{}</c:v></c:pt>", value(bar))
    });
    format!(
        "<c:{kind}Lit>{format}<c:ptCount val=\"{}\"/>{}</c:{kind}Lit>",
        bars.len(),
        points.collect::<String>()
    )
}
