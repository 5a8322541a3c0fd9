// Enketo: the form as its transformer has made it beforehand, with the theme that ODK's and Kobo's servers use.
import { Form } from "enketo-core";
import "enketo-theme";
import form from "peer-form";

const page = document.getElementById("form");
page.innerHTML = form.form;
const named = (question, rest = "") => page.querySelector(`[name='/data/area_1/${question}']${rest}`);

window.peer = {
  box: () => named("area_1_reason"),
  radio: (question, value) => named(question, `[value='${value}']`),
  revealed: (radio) => named(`${radio.name.split("/").pop()}_why`),
};
const troubles = new Form(page.querySelector("form.or"), { modelStr: form.model }).init();
if (troubles.length > 0) console.error(troubles.join("; "));
