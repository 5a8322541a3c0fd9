// form.io: its renderer without the builder.
import { Formio } from "@formio/js";
import "@formio/js/dist/formio.form.min.css";
import "bootstrap/dist/css/bootstrap.min.css";
import form from "peer-form";

const named = (name) => document.querySelector(`[name='data[${name}]']`);

window.peer = {
  box: () => named("area_1_reason"),
  radio: (question, value) => document.querySelector(`input[name^='data[${question}]'][value='${value}']`),
  revealed: (radio) => named(`${radio.name.match(/^data\[(.*?)\]/)[1]}_why`),
};
Formio.createForm(document.getElementById("form"), form);
