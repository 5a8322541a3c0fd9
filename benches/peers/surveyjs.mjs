// SurveyJS: the survey from survey-core, drawn by survey-js-ui.
import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.fontless.min.css";
import form from "peer-form";

const within = (question, rest) => document.querySelector(`[data-name='${question}'] ${rest}`);

window.peer = {
  box: () => within("area_1_reason", "textarea"),
  radio: (question, value) => within(question, `input[value='${value}']`).closest("label"),
  revealed: (radio) => within(`${radio.closest("[data-name]").dataset.name}_why`, "input"),
};
renderSurvey(new Model(form), document.getElementById("form"));
