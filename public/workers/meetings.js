// Fetches and reads lists of meetings off the main thread (src/meetings). It is asked once: with bytes, or with the address of a list, and
// whose list it is read as. It answers with bytes, or with a word for why there are none. Whoever asked ends it.
//
// This file alone may ask another origin (see headers.rs): the page and everything else in it cannot. Who is asked learns that somebody
// wants the list, and nothing about them: no cookie, no referrer, nothing of the app.
import { begin, read_meetings } from "{{asset:workers/program.js}}";

const AT_MOST = 48 * 1024 * 1024; // bytes, as `interop::meetings::MAX_LIST_BYTES`; one more tells that it is too large
const TOO_LONG = 60000; // milliseconds without an answer
const ready = begin("{{asset:workers/program.bin}}");

const ask = (address, mode) =>
  fetch(address, { mode, credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", signal: AbortSignal.timeout(TOO_LONG) });

/** The bytes at an address, or why there are none. */
const fetched = async (address) => {
  const answer = await ask(address, "cors").catch(() => null);
  // An answer that may not be read is one all the same: then somebody is there and keeps browsers out.
  if (!answer) return (await ask(address, "no-cors").catch(() => null)) ? "kept-out" : "no-answer";
  if (!answer.ok) return "refused";
  const parts = [];
  let length = 0;
  try {
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.length;
      if (length > AT_MOST) break;
    }
  } catch {
    return "no-answer";
  }
  return new Uint8Array(await new Blob(parts).slice(0, AT_MOST + 1).arrayBuffer());
};

self.addEventListener("message", async ({ data: [from, fellowship, zone] }) => {
  const bytes = typeof from === "string" ? await fetched(from) : from;
  if (typeof bytes === "string") return self.postMessage(bytes);
  const answer = await ready.then(() => read_meetings(bytes, fellowship, zone)).catch(() => null);
  self.postMessage(answer, answer ? [answer.buffer] : []);
});
