// Five shapes of a program, each set up within eight taps, on the Tuesday before the clocks go back.
import assert from "node:assert/strict";

// Ten in the morning in Chicago.
const TUESDAY = new Date("2026-10-20T15:00:00Z");

// Each: what its row is called, the days of its first full week, those of the week after the clocks went back, and an hour that stays.
const SHAPES = [
  { row: "Three evenings a week", code: "three-evenings", first: "Tue, Oct 20", says: ["Mon, Tue, Thu", "6:00 – 9:00 PM"] },
  { row: "Three to five days, then fewer", code: "stepping-down", first: "Wed, Oct 21", says: ["Mon, Wed, Fri", "9:00 AM – 12:00 PM", "8 weeks", "4 weeks"] },
  { row: "Evenings and weekends", code: "evenings-and-weekends", first: "Tue, Oct 20", says: ["Tue, Thu", "10:00 AM – 1:00 PM"] },
  { row: "Every working day", code: "daily", first: "Wed, Oct 21", says: ["Mon, Tue, Wed, Thu, Fri", "Individual"] },
  { row: "Six weeks after residential care", code: "after-residential", first: "Wed, Oct 21", says: ["Readiness review", "Expected end: Tue, Dec 1"] },
];

// Thin and no-break spaces are the browser's business.
const plain = (words) => words.replace(/[\s\u2009\u202f\u00a0]+/g, " ");

export default async (world) => {
  for (const shape of SHAPES) {
    const person = await world.person({ zone: "America/Chicago" });
    await person.page.clock.setFixedTime(TUESDAY);
    await person.opens("/week");
    await person.taps("Set up your program");
    await person.taps(shape.row);
    await person.sees("What will be in your week");
    const preview = plain(await person.page.locator("main").innerText());
    for (const words of [`First: ${shape.first}`, ...shape.says]) assert.ok(preview.includes(words), `${shape.row}: ${words} in\n${preview}`);
    await person.stop(shape.code);
    await person.taps("Save");
    await person.sees("Your program is saved.");
    assert.ok(person.tapCount <= 8, `${person.tapCount} taps`);
    await person.isAt(/\/week$/);
    await person.stop(`${shape.code} saved`);

    // The hours are the same by the clock in the week before the change and in the one after it.
    const before = await times(person);
    await person.taps("Next week");
    await person.sees(/, October (2[5-9]|3[01])$/);
    await person.taps("Next week");
    await person.sees(/, November [1-7]$/);
    const after = await times(person);
    assert.ok(before.length > 0 && after.length > 0, shape.row);
    for (const time of before) assert.ok(after.includes(time), `${shape.row}: ${time} is not among ${after}`);
    await person.taps("Your program");
    await person.sees("Its sessions");
    await person.stop(`${shape.code} program`);
  }
};

const times = async (person) => {
  const words = plain(await person.page.locator("main").innerText());
  return [...new Set(words.match(/\d{1,2}:\d\d(?: [AP]M)? – \d{1,2}:\d\d [AP]M/g) ?? [])];
};
