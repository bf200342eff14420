// The promise of the whole app: from a cold start to a saved craving in at most two taps, there again after a reload, and undone as easily.
import assert from "node:assert/strict";

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.taps("7");
  await person.sees("Saved.");
  assert.ok(person.tapCount <= 2, `${person.tapCount} taps`);
  await person.sees("What now?");
  await person.seesControl("Ride it out");
  await person.seesControl("Leave or avoid");
  await person.seesControl("Not now");
  await person.seesControl("Undo");
  await person.stop("what now");

  await person.reloads();
  await person.opens("/");
  await person.seesEntry(7);
  await person.stop("today with one entry");
  await person.opens("/log");
  await person.seesEntry(7);
  await person.stop("log");

  // A weak one asks for nothing, and can be taken back.
  await person.opens("/");
  await person.taps("2");
  await person.sees("Saved.");
  await person.stop("a weak one");
  await person.taps("Undo");
  await person.sees("Taken back.");
  await person.opens("/log");
  await person.seesEntry(7);
  assert.equal(await person.entry(2).count(), 0);
};
