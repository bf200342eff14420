// Reads calendars off the main thread (src/calendar). It is asked once, with the arguments of `read_calendar`, and answers with bytes,
// or with null when it could not start. Whoever asked ends it.
import { begin, read_calendar } from "{{asset:workers/program.js}}";

const ready = begin("{{asset:workers/program.bin}}");
self.addEventListener("message", async ({ data }) => {
  const answer = await ready.then(() => read_calendar(...data)).catch(() => null);
  self.postMessage(answer, answer ? [answer.buffer] : []);
});
