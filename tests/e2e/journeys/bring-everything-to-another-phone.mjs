// A backup: made under six words that were offered, offline; looked into; refused when the passphrase or the file is wrong; and brought
// into another phone, where everything is that was here.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const rows = (person) => person.page.locator(".entry-row").allInnerTexts();

const picks = async (person, buffer, name = "backup.bin") => {
  await person.page.locator("#backup-file").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await person.sees(`Chosen: ${name}`);
};
const looks = async (person, passphrase) => {
  await person.page.locator("#open-passphrase").fill(passphrase);
  await person.taps("Look into it");
};

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  for (const number of [3, 8]) {
    await person.page.locator("#craving").getByRole("button", { name: new RegExp(`${number} of 10`) }).click();
    await person.isAt("**/now/*");
    await person.opens("/");
  }
  await person.opens("/cope/why");
  await person.writes("A reason", "Ana graduates in June");
  await person.taps("Add");
  await person.sees("Ana graduates in June");
  await person.opens("/log");
  await person.seesEntry(8);
  const before = await rows(person);

  // Too short, and not written down: a sentence each, and no file.
  await person.opens("/me/copy");
  await person.sees("No backup was made on this phone yet.");
  await person.stop("no backup yet");
  await person.page.locator("#backup-passphrase").fill("short");
  await person.taps("Seal everything");
  await person.sees("This is too easy to guess.");
  await person.taps("Give me six words");
  await person.page.waitForFunction(() => document.querySelector("#backup-passphrase").value.split(" ").length === 6);
  const passphrase = await person.page.locator("#backup-passphrase").inputValue();
  await person.taps("Seal everything");
  await person.sees("Write the passphrase down first");
  await person.page.getByRole("checkbox", { name: /written it down/ }).click();
  await person.stop("six words");
  await person.taps("Seal everything");
  await person.page.getByText(/^Sealed: /).waitFor({ timeout: 60000 });
  const saving = person.page.waitForEvent("download");
  await person.taps("Save or send the file");
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), "backup.bin");
  const file = readFileSync(await saved.path());
  await person.sees("It is among your downloads.");
  await person.page.getByText(/^Last backup: /).waitFor();
  assert.ok(!file.includes("Ana"), "something in the file can be read");

  // Checked from where it is now: nothing is changed by it.
  await picks(person, file);
  await looks(person, passphrase.toUpperCase());
  await person.page.getByText(/^Made .*, with 2 entries\.$/).waitFor({ timeout: 60000 });
  await person.sees("Nothing was changed.");
  await person.stop("looked into");
  await world.server.start();

  // Another phone. What is no backup, is cut, is changed, or is under another passphrase, is refused, and nothing is taken.
  const other = await world.person();
  await other.opens("/me/copy");
  await picks(other, Buffer.from("this is a text about something else altogether, and long enough to have a header in it, had it one"), "notes.txt");
  await looks(other, passphrase);
  await other.sees("This file is no backup of Handrail.");
  await picks(other, file.subarray(0, file.length - 100));
  await looks(other, passphrase);
  await other.page.getByText(/nothing of it was taken/).waitFor({ timeout: 60000 });
  const changed = Buffer.from(file);
  changed[file.length - 40] ^= 1;
  await picks(other, changed);
  await looks(other, passphrase);
  await other.page.getByText(/nothing of it was taken/).waitFor({ timeout: 60000 });
  await picks(other, file);
  await looks(other, "six other words that nobody chose");
  await other.page.getByText(/This passphrase does not open it/).waitFor({ timeout: 60000 });
  await other.stop("another passphrase");
  await looks(other, passphrase);
  await other.page.getByText(/with 2 entries/).waitFor({ timeout: 60000 });
  await other.taps("Bring it into this phone");
  await other.page.getByText(/^Done\. New here: /).waitFor();
  await other.stop("brought in");
  // Once more changes nothing.
  await looks(other, passphrase);
  await other.page.getByText(/with 2 entries/).waitFor({ timeout: 60000 });
  await other.taps("Bring it into this phone");
  await other.sees("Everything in it was here already.");
  await other.opens("/log");
  await other.seesEntry(8);
  assert.deepEqual(await rows(other), before);
  await other.opens("/cope/why");
  await other.sees("Ana graduates in June");
};
