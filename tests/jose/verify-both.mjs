// Verifies both signatures of the file on standard input, each with the key that
// its header names, and prints what jose makes of them.
import { text } from "node:stream/consumers";
import { decodeProtectedHeader, flattenedVerify, importJWK } from "jose";

const { payload, signatures } = JSON.parse(await text(process.stdin));
const verified = [];
for (const signature of signatures) {
  const file = { payload, ...signature };
  const { jwk, kid, second_sign_off } = decodeProtectedHeader(file);
  const key = await importJWK(jwk, "Ed25519");
  const result = await flattenedVerify(file, key, { algorithms: ["Ed25519"] });
  const contents = new TextDecoder().decode(result.payload);
  verified.push({ kid, role: second_sign_off?.role ?? null, contents });
}
console.log(JSON.stringify(verified));
