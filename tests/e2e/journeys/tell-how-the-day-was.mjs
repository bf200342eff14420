// The daily minute: seven taps from Today, each saved at once; a session ticked; yesterday told about; tomorrow not asked; two tabs, one day.
import assert from "node:assert/strict";
import { calendar, event } from "../calendars.mjs";

const group = { SUMMARY: "Group", "DTSTART;TZID=America/New_York": "20261124T180000", "DTEND;TZID=America/New_York": "20261124T190000" };

export default async (world) => {
  const person = await world.person();
  await person.page.clock.setFixedTime(new Date("2026-11-24T20:30:00-05:00"));
  await person.opens("/week/calendar/in");
  await person.gives("Choose the file", "program.ics", calendar("Clinic", event(group)));
  await person.taps("Take in 1");
  await person.isAt("**/week");

  const isChosen = (on, name) => on.page.getByRole("button", { name, exact: true, pressed: true }).waitFor();
  await person.opens("/");
  await person.sees("How was your day?");
  await person.stop("asked on today");
  const before = person.tapCount;
  await person.taps("Check in");
  await person.isAt("**/day");
  // A tab that was opened before any of it.
  const early = await world.anotherTab(person);
  await early.page.clock.setFixedTime(new Date("2026-11-24T20:30:00-05:00"));
  await early.opens("/day");
  await early.seesControl("No");
  for (const answer of ["No", "6", "Confidence 8", "Okay", "So-so", "Taken"]) await person.taps(answer);
  assert.equal(person.tapCount - before, 7);
  for (const answer of ["No", "Craving 6 of 10", "Confidence 8 of 10", "Okay", "So-so", "Taken"]) await isChosen(person, answer);
  await person.taps("Tired");
  await isChosen(person, "Tired");
  await person.taps("Group");
  await person.page.getByRole("checkbox", { name: "Group", checked: true }).waitFor();
  await person.writes("One line about the day", "A long walk home");
  await person.leaves("One line about the day");
  await person.stop("told");
  // Its empty field, left as it was, takes no line away.
  await early.field("One line about the day").focus();
  await early.leaves("One line about the day");
  await early.taps("Lonely");
  await isChosen(early, "Lonely");
  await isChosen(person, "Lonely");
  await early.page.close();

  // Another tab knows all of it, and its own answer takes none of the others away.
  const other = await world.anotherTab(person);
  await other.page.clock.setFixedTime(new Date("2026-11-24T20:31:00-05:00"));
  await other.opens("/day");
  await isChosen(other, "Okay");
  await other.taps("Good");
  await isChosen(other, "Good");
  await isChosen(person, "Good");
  assert.equal(await other.reads("One line about the day"), "A long walk home");
  await other.page.close();

  // A tap on an answer takes it back.
  await person.taps("Taken");
  await person.page.getByRole("button", { name: "Taken", exact: true, pressed: false }).waitFor();

  // Yesterday can be told about, and tomorrow is not offered.
  assert.equal(await person.howMany("Day after"), 0);
  await person.taps("Day before");
  await person.page.getByRole("button", { name: "No", exact: true, pressed: false }).waitFor();
  assert.equal(await person.reads("One line about the day"), "");
  await person.taps("Rather not say");
  await isChosen(person, "Rather not say");
  await person.stop("yesterday");
  await person.taps("Day after");
  await isChosen(person, "Good");
  assert.equal(await person.reads("One line about the day"), "A long walk home");

  // One at a time, for who likes that better; it stays so.
  await person.taps("One at a time");
  await person.sees("1 of 5");
  assert.ok(await person.page.locator("#strongest").isHidden());
  await person.taps("Next");
  await person.sees("2 of 5");
  await person.page.waitForFunction(() => document.activeElement?.id === "screen-1");
  await person.stop("one at a time");
  await person.opens("/day");
  await person.sees("1 of 5");
  for (let screen = 2; screen <= 5; screen += 1) {
    await person.taps("Next");
    await person.sees(`${screen} of 5`);
  }
  assert.equal(await person.howMany("Next"), 0);
  assert.equal(await person.reads("One line about the day"), "A long walk home");
  await person.taps("One at a time");
  await person.seesControl("Rather not say");

  await person.taps("Done");
  await person.sees("Checked in");
  await person.sees("craving 6 · confidence 8");
  await person.stop("one line on today");
  await person.opens("/week");
  await person.sees("1 of 1 session");
  assert.ok(!(await person.dump()).includes("long walk"));

  // The next day asks again, and yesterday's answers are where they were.
  await person.page.clock.setFixedTime(new Date("2026-11-25T09:00:00-05:00"));
  await person.opens("/");
  await person.sees("How was your day?");
  await person.taps("Check in");
  await person.taps("Day before");
  await isChosen(person, "Good");
};
