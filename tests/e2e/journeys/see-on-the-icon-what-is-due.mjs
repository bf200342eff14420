// A number on the icon, for who wants it: how many things are due, set after every change and whenever the app is looked at again.
import assert from "node:assert/strict";
import { COMPUTER, watches } from "../agents.mjs";

const at = (person, day, time) => person.page.clock.setFixedTime(new Date(`2026-10-${day}T${time}:00-05:00`));
const shows = (person, number) => person.page.waitForFunction((number) => window.badges.at(-1) === number, number);

export default async (world) => {
  const person = await world.person({ agent: COMPUTER, zone: "America/Chicago" });
  await watches(person, { installed: true });
  await at(person, 20, "10:00");
  await person.opens("/week/new/three-evenings");
  await person.taps("Save");
  await person.sees("Your program is saved.");
  await at(person, 20, "16:30");
  await person.reloads();
  await shows(person, 0);
  await person.opens("/week");
  await person.taps("Reminders");
  await person.tabsTo("Show the number");
  await person.presses("Space");
  await shows(person, 1);
  await person.stop("a number on the icon");
  assert.ok((await person.page.evaluate(() => window.badges)).every(Number.isInteger), "something else than a number is shown");

  // Looked at again the next day: one was not told of. Told, there is nothing left.
  await at(person, 20, "23:00");
  await person.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await shows(person, 1);
  await person.opens("/");
  await person.taps("How was it? Group");
  await person.taps("Attended");
  await person.sees("Saved.");
  await shows(person, 0);
  await person.taps("Undo");
  await shows(person, 1);

  // Not wanted any more.
  await person.opens("/me/reminders");
  await shows(person, 1);
  await person.taps("Show the number");
  await shows(person, 0);
  await person.reloads();
  await shows(person, 0);
};
