// A series that goes on for ever is known eighteen months ahead. Ten months later, with no network, it still is, and a changed date stays changed.
import assert from "node:assert/strict";
import { calendar, event } from "../calendars.mjs";

const clock = (person, instant) => person.page.clock.setFixedTime(new Date(instant));
const weekly = {
  UID: "weekly@clinic.example",
  SUMMARY: "Aftercare",
  "DTSTART;TZID=America/New_York": "20261020T180000",
  "DTEND;TZID=America/New_York": "20261020T193000",
};

export default async (world) => {
  const person = await world.person();
  await clock(person, "2026-10-18T10:00:00-04:00");
  await person.opens("/week/calendar/in");
  await person.gives("Choose the file", "aftercare.ics", calendar("Clinic", event({ ...weekly, RRULE: "FREQ=WEEKLY;BYDAY=TU" })));
  await person.sees("goes on");
  await person.taps("Take in 1");
  await person.isAt("**/week");
  // One evening far ahead is moved by a file of its own.
  await person.opens("/week/calendar/in");
  const moved = {
    ...weekly,
    SEQUENCE: 1,
    "RECURRENCE-ID;TZID=America/New_York": "20271019T180000",
    "DTSTART;TZID=America/New_York": "20271020T170000",
    "DTEND;TZID=America/New_York": "20271020T183000",
  };
  await person.gives("Choose the file", "moved.ics", calendar("Clinic", event(moved)));
  await person.sees("1 changed");
  await person.taps("Take in 1");
  await person.isAt("**/week");
  await person.isReadyForOffline();

  await world.server.stop();
  await clock(person, "2027-08-18T10:00:00-04:00");
  await person.opens("/week");
  const dates = () =>
    person.page.evaluate(() => [...document.querySelectorAll(".session-row__title")].filter((title) => title.textContent.includes("Aftercare")).length);
  assert.equal(await dates(), 1);
  // Sixty weeks on, which is more than was worked out at the beginning.
  for (let week = 0; week < 60; week += 1) await person.taps("Next week");
  await person.sees("Oct 8 – 14, 2028");
  await person.page.locator(".session-row__title", { hasText: "Aftercare" }).waitFor();
  await person.stop("two years later");

  await clock(person, "2027-10-18T10:00:00-04:00");
  await person.opens("/week");
  await person.sees("moved from");
  assert.equal(await dates(), 1);
};
