// The made-up tool that ours is measured with, as the forms that the peers read.
//
// In each area: a grade, a long text on it, and questions of six answers each, a long text for evidence below
// and a field that "Not applicable" reveals. Ours asks besides where the evidence stands, and for strengths,
// concerns and impact: the peers have less to draw.

const ANSWERS = [
  ["yes", "Yes"],
  ["partly", "Partly"],
  ["no", "No"],
  ["not-evident", "Not evident in the record"],
  ["not-applicable", "Not applicable"],
  ["not-known", "Not known to this agency"],
];
const GRADE = "Grade of this area";
const REASON = "Why this grade";
const WHY = "Why it does not apply";
const evidence = (number) => `Evidence for ${number}`;

/** Areas with their questions, named without signs that some peers would not take. */
export function areas(tool) {
  const grades = tool.scale.grades.filter((grade) => grade.for_area).map((grade) => [grade.id, grade.label]);
  return tool.areas.map((area, at) => ({
    name: `area_${at + 1}`,
    title: area.title,
    grades,
    questions: area.prompts.map((prompt) => ({ name: prompt.id.replaceAll("-", "_"), text: prompt.text })),
  }));
}

/** SurveyJS: a page, or a page an area. */
export function surveyjs(areas, pages) {
  const choices = (pairs) => pairs.map(([value, text]) => ({ value, text }));
  const elements = (area) => [
    ...area.questions.flatMap(({ name, text }) => [
      { type: "radiogroup", name, title: text, choices: choices(ANSWERS) },
      { type: "text", name: `${name}_why`, title: WHY, visibleIf: `{${name}} = 'not-applicable'` },
      { type: "comment", name: `${name}_evidence`, title: evidence(name), rows: 2 },
    ]),
    { type: "radiogroup", name: `${area.name}_grade`, title: GRADE, choices: choices(area.grades) },
    { type: "comment", name: `${area.name}_reason`, title: REASON, rows: 5 },
  ];
  const panel = (area) => ({ type: "panel", name: area.name, title: area.title, elements: elements(area) });
  return {
    textUpdateMode: "onTyping",
    pages: pages === "one"
      ? [{ name: "all", elements: areas.map(panel) }]
      : areas.map((area) => ({ name: area.name, title: area.title, elements: elements(area) })),
  };
}

/** form.io: panels one below the other. */
export function formio(areas) {
  const values = (pairs) => pairs.map(([value, label]) => ({ value, label }));
  const radio = (key, label, pairs) => ({ type: "radio", key, label, input: true, values: values(pairs) });
  const long = (key, label, rows) => ({ type: "textarea", key, label, rows, input: true });
  const why = (when) => ({
    type: "textfield", key: `${when}_why`, label: WHY, input: true,
    conditional: { show: true, when, eq: "not-applicable" },
  });
  const components = (area) => [
    ...area.questions.flatMap(({ name, text }) => [
      radio(name, text, ANSWERS),
      why(name),
      long(`${name}_evidence`, evidence(name), 2),
    ]),
    radio(`${area.name}_grade`, GRADE, area.grades),
    long(`${area.name}_reason`, REASON, 5),
  ];
  const panel = (area) => ({
    type: "panel", key: area.name, title: area.title, input: false, components: components(area),
  });
  return { display: "form", components: areas.map(panel) };
}

/** An XForm, for Enketo and for ODK Web Forms. */
export function xform(areas) {
  const names = (area) => [
    ...area.questions.flatMap(({ name }) => [name, `${name}_why`, `${name}_evidence`]),
    `${area.name}_grade`,
    `${area.name}_reason`,
  ];
  const bind = (area, name) => {
    const asked = name.endsWith("_why")
      ? ` relevant="/data/${area.name}/${name.replace(/_why$/, "")} = 'not-applicable'"`
      : "";
    return `<bind nodeset="/data/${area.name}/${name}" type="string"${asked}/>`;
  };
  const items = (pairs) =>
    pairs.map(([value, label]) => `<item><label>${label}</label><value>${value}</value></item>`).join("");
  const radio = (at, label, pairs) => `<select1 ref="${at}"><label>${label}</label>${items(pairs)}</select1>`;
  const text = (at, label) => `<input ref="${at}"><label>${label}</label></input>`;
  const long = (at, label) => `<input ref="${at}" appearance="multiline"><label>${label}</label></input>`;
  const group = (area) => {
    const at = (name) => `/data/${area.name}/${name}`;
    const questions = area.questions.map(({ name, text: asked }) =>
      radio(at(name), asked, ANSWERS)
      + text(at(`${name}_why`), WHY)
      + long(at(`${name}_evidence`), evidence(name)));
    return `<group ref="/data/${area.name}"><label>${area.title}</label>${questions.join("")}`
      + radio(at(`${area.name}_grade`), GRADE, area.grades)
      + long(at(`${area.name}_reason`), REASON) + "</group>";
  };
  const empty = (area) =>
    `<${area.name}>${names(area).map((name) => `<${name}/>`).join("")}</${area.name}>`;
  return `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:orx="http://openrosa.org/xforms">
<h:head><h:title>Practice tool</h:title><model>
<instance><data id="practice" version="1">${areas.map(empty).join("")}<orx:meta><orx:instanceID/></orx:meta></data></instance>
${areas.flatMap((area) => names(area).map((name) => bind(area, name))).join("\n")}
<bind nodeset="/data/orx:meta/orx:instanceID" type="string" readonly="true()" calculate="concat('uuid:', uuid())"/>
</model></h:head>
<h:body>${areas.map(group).join("\n")}</h:body>
</h:html>`;
}
