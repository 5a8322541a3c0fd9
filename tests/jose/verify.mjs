// Verifies the signed file on standard input with the key in its header, as
// anyone could, and prints what jose makes of it.
import { text } from "node:stream/consumers";
import {
  calculateJwkThumbprint,
  decodeProtectedHeader,
  errors,
  flattenedVerify,
  importJWK,
} from "jose";

const file = JSON.parse(await text(process.stdin));
const { jwk } = decodeProtectedHeader(file);
const key = await importJWK(jwk, "Ed25519");
try {
  const { protectedHeader, payload } = await flattenedVerify(file, key, {
    algorithms: ["Ed25519"],
  });
  const { alg, typ, kid } = protectedHeader;
  const thumbprint = await calculateJwkThumbprint(jwk, "sha256");
  const verified = { alg, typ, kid, thumbprint, payload: new TextDecoder().decode(payload) };
  console.log(JSON.stringify({ verified }));
} catch (error) {
  if (!(error instanceof errors.JOSEError)) throw error;
  console.log(JSON.stringify({ refused: { code: error.code } }));
}
