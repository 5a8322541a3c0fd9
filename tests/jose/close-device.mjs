// Makes a key for a device, closes it with a passphrase as an encrypted JWK and closes a text with it,
// in the form that src/envelope/device_key.rs describes, with nothing but jose; prints both.
import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { FlattenedEncrypt } from "jose";

const { passphrase, place, contents } = JSON.parse(await text(process.stdin));
const bytes = (string) => new TextEncoder().encode(string);
const secret = randomBytes(32);
// The members and their order are the one spelling that our programs read.
const jwk = { kty: "oct", alg: "A256KW", k: secret.toString("base64url") };
const key = await new FlattenedEncrypt(bytes(JSON.stringify(jwk)))
  .setProtectedHeader({ alg: "PBES2-HS512+A256KW", enc: "A256GCM", cty: "jwk+json" })
  .setKeyManagementParameters({ p2c: 210_000, p2s: new Uint8Array(randomBytes(16)) })
  .encrypt(bytes(passphrase));
const kept = await new FlattenedEncrypt(bytes(contents))
  .setProtectedHeader({ alg: "A256KW", enc: "A256GCM" })
  .setAdditionalAuthenticatedData(bytes(place))
  .encrypt(new Uint8Array(secret));
console.log(JSON.stringify({ key: JSON.stringify(key), kept: JSON.stringify(kept) }));
