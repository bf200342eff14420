// Files that are broken, hostile or none at all, by every way in: a clear sentence, the week as it was, and a page that goes on answering.
import assert from "node:assert/strict";
import { calendar, event } from "../calendars.mjs";

const MB = 1024 * 1024;
const once = event({ UID: "one@clinic.example", SUMMARY: "Group", DTSTART: "20261020T220000Z", DTEND: "20261021T010000Z" });

export default async (world) => {
  const person = await world.person();
  await person.page.clock.setFixedTime(new Date("2026-10-18T10:00:00-04:00"));
  await person.opens("/week/calendar/in");
  const gives = async (name, text) => {
    if ((await person.howMany("Another file")) > 0) await person.taps("Another file");
    await person.gives("Choose the file", name, text);
  };

  // ---- What is refused as a whole, each with its own sentence.
  await gives("login.ics", "<!DOCTYPE html><html><body>Sign in</body></html>");
  await person.sees("This is a web page, not a calendar.");
  await person.stop("a web page");
  await gives("empty.ics", "");
  await person.sees("There is nothing in this file.");
  await gives("photo.ics", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46]));
  await person.sees("This is not a calendar.");
  await gives("large.ics", Buffer.concat([Buffer.from("BEGIN:VCALENDAR\r\n"), Buffer.alloc(49 * MB, "X-PADDING:0\r\n")]));
  await person.sees("This file is larger than 10 MB.");

  // ---- What comes in as far as it can be read.
  await gives("cut.ics", calendar("Cut", once, once).slice(0, -70));
  await person.sees("the file ends in the middle of it");
  await person.sees("1 new session");
  await gives("second.ics", calendar("Often", event({ SUMMARY: "Often", DTSTART: "20261020T220000Z", RRULE: "FREQ=SECONDLY;UNTIL=21261020T220000Z" })));
  await person.sees("it repeats many times an hour; the first date comes in");
  await gives("zone.ics", calendar("Zone", event({ SUMMARY: "Far", "DTSTART;TZID=Nowhere/Atlantis": "20261020T180000" })));
  await person.sees("nobody knows its time zone; check its times");
  const script = "<img src=x onerror=alert(1)><script>alert(2)</script>";
  await gives("script.ics", calendar(script, event({ SUMMARY: script, URL: "javascript:alert(3)", DTSTART: "20261020T220000Z" })));
  await person.sees("its link is none that may be opened, and is left out");
  await person.sees("<img src=x");
  assert.equal(await person.page.locator("main img, main script").count(), 0);
  await person.stop("scripts are only words");
  for (const [name, ending] of Object.entries({ lf: "\n", cr: "\r", mixed: "\n\r\n" })) {
    await gives(`${name}.ics`, calendar("Endings", once).replaceAll("\r\n", ending));
    await person.sees("1 new session");
  }

  // ---- Ten thousand events: the first five thousand are read, and the page answers meanwhile.
  const many = Array.from({ length: 10000 }, (_, number) => once.replace("one@", `${number}@`).replace("Group", `Group ${number}`));
  await gives("many.ics", calendar("Many", ...many));
  await person.sees("Only the first 5000 sessions are read.");
  await person.stop("five thousand");
  await person.taps("Take in 5000");
  await person.sees("Your week holds 500 sessions at most.");
  await person.opens("/week");
  await person.sees("Your sessions will be here, day by day.");

  // ---- While it is being read it can be stopped.
  await person.opens("/week/calendar/in");
  await person.page.evaluate(() => {
    const { handrail } = window;
    handrail.askWorker = () => ({ answer: new Promise(() => {}), end: () => (handrail.wasEnded = true) });
  });
  await person.gives("Choose the file", "slow.ics", calendar("Slow", once));
  await person.sees("Reading the calendar …");
  await person.stop("reading");
  await person.taps("Stop");
  await person.seesControl("Choose the file");

  // ---- Pasted, dropped, and shared by another app.
  await person.opens("/week/calendar/in");
  await person.taps("Paste it instead");
  await person.taps("Read it");
  await person.sees("Paste the text first.");
  await person.writes("The text of the calendar", calendar("Pasted", once));
  await person.taps("Read it");
  await person.sees("From “Pasted”");
  await person.taps("Another file");
  await person.seesControl("Choose the file");
  await person.page.evaluate((text) => {
    const given = new DataTransfer();
    given.items.add(new File([text], "dropped.ics", { type: "text/calendar" }));
    for (const kind of ["dragover", "drop"]) {
      document.querySelector(".file-pick").dispatchEvent(new DragEvent(kind, { dataTransfer: given, bubbles: true, cancelable: true }));
    }
  }, calendar("Dropped", once));
  await person.sees("From “Dropped”");

  await person.isReadyForOffline();
  await person.opens("/");
  await person.page.evaluate(async (text) => {
    const form = new FormData();
    form.append("calendar", new File([text], "shared.ics", { type: "text/calendar" }));
    await fetch("/week/calendar/in", { method: "POST", body: form });
  }, calendar("Shared", once));
  await person.opens("/week/calendar/in");
  await person.sees("From “Shared”");
  const kept = await person.page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (/\.(js|html|json)$|\/$/.test(request.url)) texts.push(await (await cache.match(request)).text());
    }
    return texts.some((text) => text.includes("one@clinic.example"));
  });
  assert.equal(kept, false, "what was shared lies in a cache");
  await person.taps("Take in 1");
  await person.isAt("**/week");
  await person.sees("Group");
  // Once taken it is gone.
  await person.opens("/week/calendar/in");
  await person.seesControl("Choose the file");
};
