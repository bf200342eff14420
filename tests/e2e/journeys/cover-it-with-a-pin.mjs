// A PIN keeps glances out and says so. A wrong one opens nothing, a forgotten one costs an hour and a half and no entry, and everything can
// be deleted without it.
import assert from "node:assert/strict";
import { coversWith, isLocked, opensWith, proves, tries } from "../locks.mjs";

export default async (world) => {
  const person = await world.person();
  await person.page.clock.install();
  await person.opens("/");
  await person.taps("5");
  await person.sees("What now?");
  await person.opens("/me/key");
  await person.sees("Not a lock, only a cover");
  await person.page.locator("#new-pin").fill("12a4");
  await person.taps("Set the PIN");
  await person.sees("A PIN has at least 4 digits");
  await coversWith(person, "4711");
  await person.sees("Covered with a PIN.");
  await person.stop("a cover");

  await person.taps("Lock now");
  await isLocked(person);
  assert.equal(await person.page.locator("#secret").getAttribute("inputmode"), "numeric");
  assert.equal(await person.counts("Use my recovery code"), 0);
  await person.stop("covered");
  await tries(person, "1234");
  await person.page.getByText("That is another PIN.").waitFor({ timeout: 60000 });
  await person.page.locator("#unlock button[aria-busy]").waitFor({ state: "detached" });
  await opensWith(person, "4711");
  await person.isAt("**/me/key");

  // Forgotten: told what it is, and after eight tries it opens without.
  await person.opens("/log");
  await isLocked(person);
  await person.taps("I forgot it");
  await person.sees("Your PIN only keeps glances out.");
  assert.equal(await person.counts("Open without the PIN"), 0);
  await person.goesBack();
  for (let number = 1; number <= 8; number += 1) {
    await tries(person, `000${number}`);
    await person.page.getByText("That is another PIN.").waitFor({ timeout: 60000 });
    await person.page.locator("#unlock button[aria-busy]").waitFor({ state: "detached" });
    if (number < 8) await person.page.clock.fastForward(61 * 60_000);
  }
  await person.taps("I forgot it");
  await person.seesControl("Open without the PIN");
  await person.stop("a forgotten pin");
  await person.taps("Open without the PIN");
  await person.page.getByText("the PIN is taken away").waitFor({ timeout: 60000 });
  await person.isAt("**/log");
  await person.seesEntry(5);
  await person.reloads();
  await person.seesEntry(5);

  // From a PIN to none, by who knows it; and everything deleted without it.
  await person.opens("/me/key");
  await coversWith(person, "90210");
  await proves(person, "90210");
  await person.page.getByRole("button", { name: "Take the lock away" }).click({ timeout: 60000 });
  await person.sees("There is no lock any more.");
  await coversWith(person, "1111");
  await person.taps("Lock now");
  await isLocked(person);
  await person.taps("I forgot it");
  await person.taps("Delete everything");
  await person.writes("Type the word delete", "delete");
  await person.taps("Delete everything");
  await person.sees("This is the last question.");
  await person.stop("deleting behind the cover");
  await person.taps("Yes, delete everything");
  await person.page.getByRole("heading", { name: "Everything is deleted" }).waitFor();
};
