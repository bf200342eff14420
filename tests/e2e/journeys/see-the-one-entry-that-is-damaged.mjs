// A bit on the disk turns around, in any part of an entry: that one is shown as unreadable and kept, all others are as they were.
import assert from "node:assert/strict";
import * as database from "../database.mjs";

const REGIONS = ["format", "header", "nonce", "body", "tag"];

const rowOf = async (person, key) => (await database.rows(person.page)).find((row) => row.store === "tail" && row.key === key);

export default async (world) => {
  const person = await world.person();
  for (const number of ["3", "9", "5"]) {
    await person.opens("/");
    await person.taps(number);
    await person.sees("Saved.");
  }
  await person.lands("/help.html");
  const whole = (await database.rows(person.page)).filter((row) => row.store === "tail").at(-1);
  for (const region of REGIONS) {
    await person.damages("tail", region, whole.key);
    const damaged = await rowOf(person, whole.key);
    await person.opens("/log");
    await person.sees(/One entry cannot be read\. It is kept\.|An entry from a newer Handrail/);
    await person.seesEntry(3);
    await person.seesEntry(9);
    assert.equal(await person.entry(5).count(), 0, region);
    await person.stop(`damaged ${region}`);

    // It blocks nothing: the next one is saved, and the damaged bytes stay as they are.
    await person.opens("/");
    await person.taps("2");
    await person.sees("Saved.");
    await person.taps("Undo");
    await person.sees("Taken back.");
    await person.lands("/help.html");
    assert.deepEqual(await rowOf(person, whole.key), damaged, region);
    await database.put(person.page, [whole]);
  }
  await person.opens("/log");
  await person.seesEntry(5);
};
