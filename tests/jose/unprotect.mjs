// Opens the protected file on standard input with its passphrase, and prints what jose makes of it.
import { text } from "node:stream/consumers";
import { errors, flattenedDecrypt } from "jose";

const { file, passphrase } = JSON.parse(await text(process.stdin));
try {
  const key = new TextEncoder().encode(passphrase);
  const { plaintext, protectedHeader } = await flattenedDecrypt(JSON.parse(file), key, {
    keyManagementAlgorithms: ["PBES2-HS512+A256KW"],
    contentEncryptionAlgorithms: ["A256GCM"],
    maxPBES2Count: 1_000_000,
  });
  const { typ, cty } = protectedHeader;
  console.log(JSON.stringify({ opened: { typ, cty, contents: new TextDecoder().decode(plaintext) } }));
} catch (error) {
  if (!(error instanceof errors.JOSEError)) throw error;
  console.log(JSON.stringify({ refused: { code: error.code } }));
}
