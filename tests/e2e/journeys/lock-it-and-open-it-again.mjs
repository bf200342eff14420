// A passphrase of six words in front of everything: set, asked for, mistyped until waiting is due, forgotten, changed, taken away. Behind it
// nothing can be read, in the page or on the disk, and Help now has the people who were chosen for it and nobody else.
import assert from "node:assert/strict";
import { holds } from "../database.mjs";
import { PASSPHRASE, isLocked, opensWith, proves, tries } from "../locks.mjs";

const NOTE = "Kilimanjaro on a Tuesday";

const adds = async (person, name, number, isShown) => {
  await person.opens("/me/people/add");
  await person.writes("Name", name);
  await person.writes("Phone number", number);
  if (isShown) await person.page.getByRole("switch", { name: "Show in Help now" }).check();
  await person.taps("Save");
  await person.isAt(/\/me\/people$/);
};

const nothingIsThere = async (person) => {
  const [page, disk] = [await person.page.content(), await person.dump()];
  for (const word of [NOTE, "Kilimanjaro", "Benedicta"]) {
    assert.ok(!page.includes(word), `${word} is in the page`);
    assert.ok(!holds(disk, word), `${word} is on the disk`);
  }
  assert.equal(await person.page.title(), "Handrail");
};

export default async (world) => {
  const person = await world.person();
  await person.page.clock.install();
  await adds(person, "Ana", "312-555-0100", true);
  await adds(person, "Benedicta", "312-555-0101", false);
  await person.opens("/");
  await person.taps("7");
  await person.sees("What now?");
  const entry = new URL(person.page.url()).pathname.split("/").at(-1);
  await person.opens(`/more/${entry}`);
  await person.writes("Note", NOTE);
  await person.leaves("Note");
  await person.opens("/log");
  await person.sees(NOTE);

  // Told beforehand; too easy, and not the same twice.
  await person.opens("/me");
  await person.taps("Lock");
  await person.isAt("**/me/key");
  await person.sees("There is no lock.");
  await person.sees("Nobody can bring it back for you.");
  await person.stop("no lock");
  await person.page.locator("#new-passphrase").fill("short");
  await person.taps("Set the lock");
  await person.sees("This is too easy to guess.");
  await person.page.locator("#new-passphrase").fill(PASSPHRASE);
  await person.page.locator("#passphrase-again").fill(`${PASSPHRASE}s`);
  await person.taps("Set the lock");
  await person.sees("The two are not the same.");

  // Six words, written down; then the code, once.
  await person.taps("Give me six words");
  await person.page.waitForFunction(() => document.querySelector("#new-passphrase").value.split(" ").length === 6);
  const words = await person.page.locator("#new-passphrase").inputValue();
  await person.taps("Set the lock");
  await person.sees("Write the passphrase down first");
  await person.page.getByRole("checkbox", { name: /written it down/ }).click();
  await person.stop("six words");
  await person.taps("Set the lock");
  const shown = person.page.locator("#recovery-code");
  await shown.waitFor({ timeout: 60000 });
  const code = (await shown.innerText()).replace(/\s/g, "");
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  await person.stop("the recovery code");
  await person.taps("I wrote it down");
  await person.sees("Locked with a passphrase.");
  await person.stop("a lock");

  // Locked, with the address kept in front of it.
  await person.opens("/log");
  await isLocked(person);
  await nothingIsThere(person);
  await person.stop("locked");
  await person.taps("Help now");
  await person.seesControl("Call Ana");
  assert.deepEqual(await person.links(), ["tel:988", "sms:988", "tel:911", "tel:3125550100"]);
  assert.equal(await person.counts("Benedicta"), 0);
  await person.stop("help while locked");
  await person.goesBack();
  await isLocked(person);

  // Three that are wrong; then waiting, which a reload does not end.
  for (const wrong of ["first of three wrong", "second of three wrong", "third of three wrong"]) {
    await tries(person, wrong);
    await person.page.getByText("That does not open it.").waitFor({ timeout: 60000 });
    await person.page.locator("#unlock button[aria-busy]").waitFor({ state: "detached" });
  }
  await person.sees(/Next try in \d+ seconds?\./);
  await person.stop("waiting");
  await person.reloads();
  await isLocked(person);
  await person.sees(/Next try in \d+ seconds?\./);
  await person.page.locator("#unlock [type=submit][aria-disabled=true]").waitFor();
  await person.page.clock.fastForward(31_000);
  await person.seesNo(/Next try in \d+ seconds?\./);
  await opensWith(person, words.toUpperCase());
  await person.isAt("**/log");
  await person.sees(NOTE);

  // Forgotten: the ways that are left, and the code.
  await person.opens("/me/key");
  await isLocked(person);
  await person.taps("I forgot it");
  await person.sees("Nobody can send you a new one");
  await person.stop("forgotten");
  await person.taps("Use my recovery code");
  await person.stop("asked for the code");
  await tries(person, code.slice(0, -1));
  await person.sees("The code has 28 letters and numbers.");
  const last = code.endsWith("0") ? "1" : "0";
  await tries(person, code.slice(0, -1) + last);
  await person.sees("One letter or number is not right.");
  await opensWith(person, code.toLowerCase().replaceAll("-", " "));
  await person.isAt("**/me/key");
  await person.sees("Opened with your recovery code.");

  // Another passphrase, for who shows the code.
  await proves(person, "not this one at all");
  await person.page.getByText("That does not open it.").waitFor({ timeout: 60000 });
  await proves(person, code);
  await person.taps("A passphrase");
  await person.stop("changing it");
  await person.page.locator("#new-passphrase").fill(PASSPHRASE);
  await person.page.locator("#passphrase-again").fill(PASSPHRASE);
  await person.taps("Set the lock");
  await person.page.getByText("The lock is set.").waitFor({ timeout: 60000 });
  await proves(person, PASSPHRASE);
  await person.page.getByRole("button", { name: "Make a new recovery code" }).click({ timeout: 60000 });
  await shown.waitFor({ timeout: 60000 });
  const newer = (await shown.innerText()).replace(/\s/g, "");
  assert.notEqual(newer, code);
  await person.taps("I wrote it down");
  await person.taps("Lock now");
  await isLocked(person);
  await nothingIsThere(person);
  await tries(person, words);
  await person.page.getByText("That does not open it.").waitFor({ timeout: 60000 });
  await person.taps("Use my recovery code");
  await tries(person, code);
  await person.page.getByText("This code does not open it.").waitFor({ timeout: 60000 });
  await person.goesBack();
  await opensWith(person, PASSPHRASE);

  // Taken away, by who knows it.
  await proves(person, PASSPHRASE);
  await person.page.getByRole("button", { name: "Take the lock away" }).click({ timeout: 60000 });
  await person.sees("There is no lock any more.");
  await person.opens("/log");
  await person.sees(NOTE);
  assert.ok(!holds(await person.dump(), NOTE), "without a lock, too, nothing is readable on the disk");
};
