// No space left: the number and the note stay on the screen with a sentence that says so, and are saved when there is space again.
import assert from "node:assert/strict";

const NOTE = "Walked around the block twice before calling.";

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.taps("6");
  await person.sees("Saved.");
  await person.taps("Add what was going on");

  await person.hasSpace(false);
  await person.writes("Note", NOTE);
  await person.leaves("Note");
  await person.sees("Not saved: this phone has no space left.");
  assert.equal(await person.reads("Note"), NOTE);
  await person.stop("note not saved");
  await person.hasSpace(true);
  await person.taps("Try again");
  await person.seesNo("Not saved: this phone has no space left.");
  await person.taps("Done");
  await person.reloads();
  await person.opens("/log");
  await person.sees(NOTE);

  await person.opens("/");
  await person.hasSpace(false);
  await person.taps("8");
  await person.sees("The 8 is not saved yet");
  await person.sees("Not saved: this phone has no space left.");
  await person.stop("number not saved");
  await person.hasSpace(true);
  await person.taps("Try again");
  await person.sees("Saved.");
  await person.opens("/log");
  await person.seesEntry(8);
  assert.equal(await person.howMany(/^Craving \d+ of 10/), 2);
};
