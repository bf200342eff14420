// Signs what a person hands over, seals it for a counselor's key, and opens the packs of counselors, off the main thread (src/handover). It is asked once, and whoever asked ends it.
//
//   ["seal", seed of 32 bytes, recipient's key of 32 bytes, package id of 16 bytes, UTC milliseconds, what the package says as bytes]
//     is answered with the package as bytes
//   ["sign", seed, package id, UTC milliseconds, what the package says]
//     is answered with the signed block as bytes, to be sealed under a passphrase
//   ["sender", seed]
//     is answered with the public key of who signs, 32 bytes
//   ["open", a program pack: its file, or a text with its link]
//     is answered with the sender's public key (32 bytes), the id of this version (16), UTC milliseconds (8, little endian), and what it says
//   Instead of bytes there may be a word: "too-long", "weak-key", "no-randomness", "refused", "stopped";
//   for a pack: "no-pack", "newer", "too-long", "cut-off", "damaged", "forged", "stopped"
import { begin, hand_over_pack, hand_over_sealed, hand_over_sender, hand_over_signed } from "{{asset:workers/program.js}}";

const ready = begin("{{asset:workers/program.bin}}");

const work = { seal: hand_over_sealed, sign: hand_over_signed, sender: hand_over_sender, open: hand_over_pack };

self.addEventListener("message", async ({ data: [what, seed, ...given] }) => {
  const answer = await ready
    .then(() => work[what](seed, ...given))
    .catch((why) => (typeof why === "string" ? why : "stopped"));
  seed.fill(0);
  self.postMessage(answer, answer instanceof Uint8Array ? [answer.buffer] : []);
});
