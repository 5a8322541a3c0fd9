// Opens the sealed file on standard input with one secret key, as anyone who
// holds it could, and prints what jose makes of it.
import { text } from "node:stream/consumers";
import { errors, generalDecrypt, importJWK } from "jose";

const { file, x, d } = JSON.parse(await text(process.stdin));
const key = await importJWK({ kty: "OKP", crv: "X25519", x, d }, "ECDH-ES+A256KW");
try {
  const { plaintext, protectedHeader } = await generalDecrypt(JSON.parse(file), key, {
    keyManagementAlgorithms: ["ECDH-ES+A256KW"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  const { typ, cty } = protectedHeader;
  console.log(JSON.stringify({ opened: { typ, cty, contents: new TextDecoder().decode(plaintext) } }));
} catch (error) {
  if (!(error instanceof errors.JOSEError)) throw error;
  console.log(JSON.stringify({ refused: { code: error.code } }));
}
