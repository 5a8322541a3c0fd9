// Protects the text on standard input with a passphrase and prints the file.
import { randomBytes } from "node:crypto";
import { text } from "node:stream/consumers";
import { FlattenedEncrypt } from "jose";

const { typ, contents, passphrase, rounds } = JSON.parse(await text(process.stdin));
const file = await new FlattenedEncrypt(new TextEncoder().encode(contents))
  .setProtectedHeader({ alg: "PBES2-HS512+A256KW", enc: "A256GCM", typ })
  .setKeyManagementParameters({ p2c: rounds, p2s: new Uint8Array(randomBytes(16)) })
  .encrypt(new TextEncoder().encode(passphrase));
console.log(JSON.stringify(file));
