// Signs the payload on standard input with a new key and prints the file.
import { text } from "node:stream/consumers";
import { calculateJwkThumbprint, exportJWK, FlattenedSign, generateKeyPair } from "jose";

const { alg, typ, payload } = JSON.parse(await text(process.stdin));
const { privateKey, publicKey } = await generateKeyPair(alg);
const { kty, crv, x } = await exportJWK(publicKey);
const jwk = { kty, crv, x };
const kid = await calculateJwkThumbprint(jwk, "sha256");
const file = await new FlattenedSign(new TextEncoder().encode(payload))
  .setProtectedHeader({ alg, typ, jwk, kid })
  .sign(privateKey);
console.log(JSON.stringify(file));
