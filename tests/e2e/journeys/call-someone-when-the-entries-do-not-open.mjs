// The key that opens the entries is gone. Whom the person chose for Help now can be called all the same, and nobody else is shown.
import assert from "node:assert/strict";

const adds = async (person, name, number, isShown) => {
  await person.opens("/me/people/add");
  await person.writes("Name", name);
  await person.writes("Phone number", number);
  if (isShown) await person.page.getByRole("switch", { name: "Show in Help now" }).check();
  await person.taps("Save");
  await person.isAt(/\/me\/people$/);
};

export default async (world) => {
  const person = await world.person();
  await adds(person, "Ana", "312-555-0100", true);
  await adds(person, "Ben", "312-555-0101", false);
  await person.lands("/help.html");
  await person.damages("meta", "tag", Buffer.from("root").toString("hex"));
  await person.opens("/");
  await person.sees("the key that opens them is gone");
  await person.seesControl("Call Ana");
  assert.deepEqual(await person.links(), ["tel:988", "sms:988", "tel:911", "tel:3125550100"]);
  assert.equal(await person.counts("Ben"), 0);
  await person.stop("key gone");
};
