// A bit on the disk turns around, in any part of an entry: that one is shown as unreadable and kept, all others are as they were.
import assert from "node:assert/strict";
import * as database from "../database.mjs";

const SAYS = {
  format: /newer Handrail/,
  header: /One entry cannot be read/,
  nonce: /One entry cannot be read/,
  body: /One entry cannot be read/,
  tag: /One entry cannot be read/,
};

export default async (world) => {
  const person = await world.person();
  for (const number of ["3", "9", "5"]) {
    await person.opens("/");
    await person.taps(number);
    await person.sees("Saved.");
  }
  await person.lands("/help.html");
  const whole = (await database.rows(person.page)).filter((row) => row.store === "tail");
  for (const [region, says] of Object.entries(SAYS)) {
    const key = await person.damages("tail", region);
    const damaged = (await database.rows(person.page)).find((row) => row.store === "tail" && row.key === key);
    await person.opens("/log");
    await person.sees(says);
    await person.seesControl("Craving 3 of 10");
    await person.seesControl("Craving 9 of 10");
    assert.equal(await person.control("Craving 5 of 10").count(), 0, region);
    await person.stop(`damaged ${region}`);

    // It blocks nothing: the next one is saved, and the damaged bytes stay as they are.
    await person.opens("/");
    await person.taps("2");
    await person.sees("Saved.");
    await person.taps("Undo");
    await person.sees("Taken back.");
    await person.lands("/help.html");
    const after = (await database.rows(person.page)).find((row) => row.store === "tail" && row.key === key);
    assert.deepEqual(after, damaged, region);
    await database.put(person.page, whole);
  }
  await person.opens("/log");
  await person.seesControl("Craving 5 of 10");
};
