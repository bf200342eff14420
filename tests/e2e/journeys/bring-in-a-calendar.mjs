// The calendar a program sent: seen before it is let in, brought in again after a change, called off; what was told about a session stays.
import assert from "node:assert/strict";
import { calendar, event } from "../calendars.mjs";

/** Every hour is New York's in October: four behind UTC. */
const at = (person, day, time) => person.page.clock.setFixedTime(new Date(`2026-10-${day}T${time}:00-04:00`));

const group = (changes = {}) =>
  event({
    UID: "group@clinic.example",
    SEQUENCE: 1,
    SUMMARY: "Evening group",
    LOCATION: "Suite 200",
    DESCRIPTION: "By the side door.",
    "DTSTART;TZID=America/New_York": "20261019T180000",
    "DTEND;TZID=America/New_York": "20261019T210000",
    RRULE: "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=12",
    ...changes,
  });
const family = event({ UID: "family@clinic.example", SUMMARY: "Family night", "DTSTART": "20261024T140000Z", "DTEND": "20261024T160000Z" });
const yoga = event({ UID: "yoga@clinic.example", SUMMARY: "Yoga", "DTSTART": "20261025T140000Z", "DTEND": "20261025T150000Z" });

export default async (world) => {
  const person = await world.person();
  await at(person, 18, "10:00");
  await person.opens("/week");
  await person.taps("Bring in a calendar");
  await person.isAt("**/week/calendar/in");
  await person.seesControl("Choose the file");
  await person.stop("choose");

  await person.gives("Choose the file", "program.ics", calendar("Evening program", group(), family, yoga, "BEGIN:VEVENT\r\nSUMMARY:No date\r\nEND:VEVENT\r\n"));
  await person.sees("From “Evening program”");
  await person.sees("3 new sessions");
  await person.sees("12 dates, the last on Wed, Nov 25");
  await person.sees("it does not say when it is");
  await person.stop("preview");
  assert.equal(await person.counts("Evening group"), 1);
  await person.taps("Yoga");
  await person.taps("Take in 2");
  await person.isAt("**/week");
  await person.sees("Your calendar is in: 2 new.");
  await person.sees("0 of 3 sessions, 0 of 8 hours this week");
  await person.seesNo("Yoga");
  await person.stop("in the week");

  // How it was, and what it is.
  await at(person, 19, "21:30");
  await person.opens("/");
  await person.taps("How was it? Evening group");
  await person.taps("Attended");
  await person.sees("Saved.");
  await person.writes("One thing to take with you", "Call before it gets late.");
  await person.leaves("One thing to take with you");
  await person.sees("By the side door.");
  await person.page.getByLabel("What it is").selectOption({ label: "Group" });
  await person.sees("From the calendar “Evening program”");
  await person.stop("a session from it");
  await person.reloads();
  assert.equal(await person.page.getByLabel("What it is").inputValue(), "group");

  // The same again changes nothing.
  const again = async (...events) => {
    await person.opens("/week/calendar/in");
    await person.gives("Choose the file", "program.ics", calendar("Evening program", ...events));
  };
  await again(group(), family);
  await person.sees("All of this calendar is in your week already.");
  await person.stop("nothing new");

  // A greater SEQUENCE, another room and an hour later; the family night is moved; one evening is called off.
  const later = {
    SEQUENCE: 2,
    LOCATION: "Suite 300",
    "DTSTART;TZID=America/New_York": "20261019T190000",
    "DTEND;TZID=America/New_York": "20261019T220000",
  };
  const off = group({
    ...later,
    RRULE: null,
    "RECURRENCE-ID;TZID=America/New_York": "20261028T190000",
    "DTSTART;TZID=America/New_York": "20261028T190000",
    "DTEND;TZID=America/New_York": "20261028T220000",
    STATUS: "CANCELLED",
  });
  await again(group({ ...later, "EXDATE;TZID=America/New_York": "20261019T190000", RDATE: "20261019T220000Z" }), off, family);
  await person.sees("1 changed");
  await person.taps("Take in 1");
  await person.isAt("**/week");
  await person.page.getByRole("link", { name: /7:00 – 10:00\sPM.*Evening group/ }).waitFor();
  await person.page.getByRole("link", { name: /6:00 – 9:00\sPM.*Evening group.*attended/ }).click();
  await person.sees("Suite 300");
  assert.equal(await person.reads("One thing to take with you"), "Call before it gets late.");
  await person.opens("/week");
  await person.taps("Next week");
  await person.sees("called off");
  await person.stop("a changed week");

  // What is older does nothing.
  await again(group());
  await person.sees("1 older than what you have, left as it is");
  await person.taps("Go to your week");

  // All of it is called off: what is past stays.
  await person.opens("/week/calendar/in");
  const cancelled = group({ ...later, SEQUENCE: 3, STATUS: "CANCELLED" });
  await person.gives("Choose the file", "cancel.ics", calendar("Evening program", cancelled).replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL"));
  await person.sees("1 called off");
  await person.stop("called off");
  await person.taps("Take in 1");
  await person.isAt("**/week");
  await person.sees("Your calendar is in: 1 called off.");
  await person.page.getByRole("link", { name: /Evening group.*attended/ }).waitFor();
  assert.equal(await person.page.getByRole("link", { name: /Evening group/ }).count(), 1);
  await person.taps("Undo");
  await person.page.getByRole("link", { name: /7:00 – 10:00\sPM.*Evening group/ }).waitFor();

  // Nothing of it is readable on the disk.
  const dump = await person.dump();
  for (const word of ["Evening", "clinic.example", "Suite"]) assert.ok(!dump.includes(word), word);
};
