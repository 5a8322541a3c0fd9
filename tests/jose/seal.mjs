// Seals the text on standard input to one or more public keys, in the form that
// src/envelope/seal.rs describes, with nothing but jose, and prints the file.
//
// jose's GeneralEncrypt cannot name wrapped keys in the `aad`, which is fixed
// before it wraps them. So each lock is made first, with the content key and the
// ephemeral key that it will have, and the contents are encrypted last.
import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import {
  calculateJwkThumbprint,
  decodeProtectedHeader,
  FlattenedEncrypt,
  generateKeyPair,
  importJWK,
} from "jose";

const { typ, contents, recipients, bind } = JSON.parse(await text(process.stdin));
const alg = "ECDH-ES+A256KW";
const enc = "A256GCM";
const cek = new Uint8Array(randomBytes(32));
const bytes = (string) => new TextEncoder().encode(string);

const locks = [];
for (const x of recipients) {
  const jwk = { kty: "OKP", crv: "X25519", x };
  const ephemeral = await generateKeyPair(alg, { crv: "X25519", extractable: true });
  const wrapped = await new FlattenedEncrypt(bytes("-"))
    .setProtectedHeader({ alg, enc })
    .setContentEncryptionKey(cek)
    .setKeyManagementParameters({ epk: ephemeral.privateKey })
    .encrypt(await importJWK(jwk, alg));
  const { epk } = decodeProtectedHeader(wrapped);
  const kid = await calculateJwkThumbprint(jwk, "sha256");
  locks.push({
    header: { alg, kid, epk: { kty: epk.kty, crv: epk.crv, x: epk.x } },
    encrypted_key: wrapped.encrypted_key,
  });
}

const bound = locks.map((lock) =>
  [lock.header.kid, lock.header.epk.x, lock.encrypted_key].join("."),
);
// The content key goes in as if it were wrapped with another key, of which nothing is kept.
const encrypt = new FlattenedEncrypt(bytes(contents))
  .setProtectedHeader({ enc, typ, cty: "jose+json" })
  .setUnprotectedHeader({ alg: "A256KW" })
  .setContentEncryptionKey(cek);
if (bind) encrypt.setAdditionalAuthenticatedData(bytes(bound.join(",")));
const { protected: header, aad, iv, ciphertext, tag } = await encrypt.encrypt(
  new Uint8Array(randomBytes(32)),
);
console.log(JSON.stringify({ protected: header, recipients: locks, aad, iv, ciphertext, tag }));
