// Makes a key of a passphrase off the main thread (src/stretch). It is asked once, and whoever asked ends it: the memory it took goes with it.
//
//   ["stretch", passphrase as bytes of UTF-8, salt of 16 bytes, memory in KiB, passes, lanes]
//     is answered with 32 bytes, or with a word: "empty", "no-memory", "refused", "stopped"
//   ["measure", memory in KiB]
//     is answered with the milliseconds of one pass, or with such a word
import { begin, stretch_one_pass, stretch_passphrase } from "{{asset:workers/program.js}}";

const ready = begin("{{asset:workers/program.bin}}");

/** An accent is one sign with its letter, whichever way the keyboard sent it (Unicode's form NFC). */
const composed = (bytes) => new TextEncoder().encode(new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC"));

const stretched = (passphrase, ...how) => {
  const typed = composed(passphrase);
  const key = stretch_passphrase(typed, ...how);
  typed.fill(0);
  return key;
};

const measured = (memory) => {
  const before = performance.now();
  stretch_one_pass(memory);
  return Math.ceil(performance.now() - before);
};

self.addEventListener("message", async ({ data: [what, ...given] }) => {
  const answer = await ready
    .then(() => (what === "measure" ? measured(...given) : stretched(...given)))
    .catch((why) => (typeof why === "string" ? why : "stopped"));
  self.postMessage(answer, answer instanceof Uint8Array ? [answer.buffer] : []);
});
