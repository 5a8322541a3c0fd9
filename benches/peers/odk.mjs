// ODK Web Forms: its Vue component, which reads the XForm itself.
import { createApp, h } from "vue";
import { OdkWebForm, webFormsPlugin } from "@getodk/web-forms";
import form from "peer-form";

// Its questions have no names in the page: they are found by what they ask, and what belongs to them comes after.
const container = (element) => element?.closest(".question-container");
const asking = (text) =>
  container([...document.querySelectorAll(".question-container label")].find((one) => one.textContent === text));
const after = (question, kind) => container(question)?.nextElementSibling?.querySelector(kind);

window.peer = {
  box: () => after(asking("Grade of this area"), "textarea"),
  radio: (question, value) =>
    asking(`Was part ${question.split("_")[1]} of the work done well?`).querySelector(`input[value='${value}']`),
  revealed: (radio) => after(radio, "input[type=text]"),
};
const fetchFormAttachment = async (url) => { throw new Error(`no such file: ${url}`); };
const app = createApp({
  render: () => h(OdkWebForm, { formXml: form, fetchFormAttachment, missingResourceBehavior: "BLANK" }),
});
app.use(webFormsPlugin);
app.mount("#form");
