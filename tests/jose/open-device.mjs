// Opens, with nothing but jose, what a device keeps: first its key with the passphrase, as an encrypted
// JWK (RFC 7517 7), then a text with that key; and prints what jose makes of both.
import { text } from "node:stream/consumers";
import { errors, flattenedDecrypt, importJWK } from "jose";

const { key, kept, passphrase } = JSON.parse(await text(process.stdin));
const bytes = (string) => new TextEncoder().encode(string);
const string = (bytes) => new TextDecoder().decode(bytes);
try {
  const opened = await flattenedDecrypt(JSON.parse(key), bytes(passphrase), {
    keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
    contentEncryptionAlgorithms: ["A256GCM"],
    maxPBES2Count: 1_000_000,
  });
  const jwk = JSON.parse(string(opened.plaintext));
  const { plaintext, additionalAuthenticatedData } = await flattenedDecrypt(
    JSON.parse(kept),
    await importJWK(jwk, jwk.alg),
    { keyManagementAlgorithms: ["A256KW"], contentEncryptionAlgorithms: ["A256GCM"] },
  );
  const { cty } = opened.protectedHeader;
  const place = string(additionalAuthenticatedData);
  console.log(JSON.stringify({ opened: { cty, kty: jwk.kty, place, text: string(plaintext) } }));
} catch (error) {
  if (!(error instanceof errors.JOSEError)) throw error;
  console.log(JSON.stringify({ refused: { code: error.code } }));
}
