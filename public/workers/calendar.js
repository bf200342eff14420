// Reads calendars off the main thread (src/calendar). It is asked once, with the arguments of `read_calendar`, and answers with bytes,
// or with null when it could not start. Whoever asked ends it.
import start, { read_calendar } from "{{asset:workers/program.js}}";

const ready = start({ module_or_path: "{{asset:workers/program.wasm}}" });
self.addEventListener("message", async ({ data }) => {
  const answer = await ready.then(() => read_calendar(...data)).catch(() => null);
  self.postMessage(answer, answer ? [answer.buffer] : []);
});
