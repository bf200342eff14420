// The phone has been used with a newer Handrail. This one says so, changes nothing, and still gives help.
import assert from "node:assert/strict";
import * as database from "../database.mjs";

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.taps("7");
  await person.sees("Saved.");
  await person.lands("/help.html");
  await database.leaveByNewerApp(person.page);
  const before = await database.rows(person.page);

  await person.opens("/");
  await person.sees("A newer Handrail has been used on this phone. Nothing is lost.");
  await person.seesControl("Reload");
  assert.deepEqual(await person.links(), ["tel:988", "sms:988", "tel:911"]);
  await person.stop("newer");
  await person.lands("/help.html");
  assert.deepEqual(await database.rows(person.page), before);
};
