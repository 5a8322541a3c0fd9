// `jose` with JSON.parse: opens, verifies and parses the sealed returns that are chosen, sixteen at a time.
//
// `opens` is told the key. A return is not checked, compared or kept: to open is all.
import { EmbeddedJWK, flattenedVerify, generalDecrypt, importJWK } from "jose";

const AT_ONCE = 16;
let key;
window.opens = async (jwk) => { key = await importJWK(JSON.parse(jwk), "ECDH-ES+A256KW"); };
const text = new TextDecoder();
const parsed = (bytes) => JSON.parse(text.decode(bytes));

async function opened(file) {
  const { plaintext } = await generalDecrypt(JSON.parse(await file.text()), key, {
    keyManagementAlgorithms: ["ECDH-ES+A256KW"], contentEncryptionAlgorithms: ["A256GCM"],
  });
  const { payload } = await flattenedVerify(parsed(plaintext), EmbeddedJWK, { algorithms: ["Ed25519"] });
  return parsed(payload);
}

const input = document.createElement("input");
Object.assign(input, { type: "file", multiple: true, id: "returns" });
input.addEventListener("change", async () => {
  const waiting = [...input.files];
  const returns = [];
  const work = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) returns.push(await opened(file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  document.body.append(`Finished: ${returns.filter((one) => one.return_id).length} returns`);
});
document.getElementById("form").append(input);
