// The counselor's keys: made here, sealed; given away; a page that was made for one opens by itself; a sender is known the second time, and another key under
// the same name is not taken for the same person; a new key comes, old ones still read; and deleted, nothing is left.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const HANDED = fileURLToPath(new URL("../handed/", import.meta.url));
const PASSPHRASE = "lamp river tulip canoe maple robin";
const gives = (person, ...names) => person.page.getByLabel("Choose files").setInputFiles(names.map((name) => `${HANDED}${name}`));
const letter = (person) => person.page.locator(".letter");
const opens = async (person) => {
  await person.page.locator("#passphrase").fill(PASSPHRASE);
  await person.page.getByRole("button", { name: "Open", exact: true }).click();
};
const databases = (person) => person.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const unlocks = async (person) => {
  await person.page.locator("#keys-passphrase").fill(PASSPHRASE);
  await person.taps("Open my keys");
  await person.page.getByRole("heading", { name: "Your key" }).waitFor({ timeout: 60000 });
};

export default async (world) => {
  const person = await world.person({ screen: { width: 1280, height: 800 } });
  await person.page.clock.setFixedTime(new Date("2026-11-27T16:00:00-06:00"));
  await person.opens("/counselor/");
  await person.sees("Keys of your own");
  assert.deepEqual(await databases(person), []);

  // Made: six words, written down, sealed.
  await person.page.locator("summary", { hasText: "Make a key" }).click();
  await person.page.getByRole("button", { name: "Make a key" }).click();
  await person.sees("This is too easy to guess.");
  await person.taps("Give me six words");
  assert.match(await person.page.locator("#new-passphrase").inputValue(), /^(\p{L}+ ){5}\p{L}+$/u);
  await person.page.locator("#new-passphrase").fill(PASSPHRASE);
  await person.page.getByRole("button", { name: "Make a key" }).click();
  await person.sees("Write the passphrase down first");
  await person.page.getByRole("switch", { name: "I have written it down" }).click();
  await person.page.getByRole("button", { name: "Make a key" }).click();
  await person.page.getByRole("heading", { name: "Your key" }).waitFor({ timeout: 60000 });
  const address = await person.page.locator(".desk__key").innerText();
  assert.match(address, /^HRK1-[0-9A-Z-]+$/);
  await person.stop("a key of ones own");
  const row = await person.page.evaluate(() => document.body.innerText);
  assert.ok(!row.includes(PASSPHRASE));

  // A sender becomes known.
  await gives(person, "ana-1.bin");
  await opens(person);
  await letter(person).getByText("The first page from these six words.").waitFor({ timeout: 60000 });
  await person.sees("One sender is remembered");
  await gives(person, "ana-2.bin");
  await opens(person);
  await letter(person).getByText("The same six words as before.").waitFor({ timeout: 60000 });

  // Somebody else under the same name.
  await gives(person, "other-ana.bin");
  await opens(person);
  await letter(person).getByText("Other six words than this name had before.").waitFor({ timeout: 60000 });
  await person.stop("another key under the same name");

  // Opened again another day: the keys are there, and what came before is told.
  await person.reloads();
  await person.sees("Your keys are in this browser, sealed.");
  await unlocks(person);
  assert.equal(await person.page.locator(".desk__key").innerText(), address);
  await gives(person, "ana-2.bin");
  await opens(person);
  await letter(person).getByText("This very file was opened here before, on Friday, November 27.").waitFor({ timeout: 60000 });
  await gives(person, "other-ana.bin");
  await opens(person);
  await letter(person).getByText("Other six words than this name had before.").waitFor({ timeout: 60000 });
  await person.taps("I asked: these words are theirs");
  await letter(person).getByText("The same six words as before.").waitFor();

  // A new key; the old one reads on until it is removed.
  await person.page.locator("summary", { hasText: "Make a new key" }).click();
  await person.page.getByRole("button", { name: "Make a new key" }).click();
  await person.sees("There is a new key.");
  assert.notEqual(await person.page.locator(".desk__key").innerText(), address);
  await person.page.locator("summary", { hasText: "Older keys" }).click();
  await person.stop("an older key");
  await person.taps("Remove");
  await person.taps("Remove it for good");
  await person.sees("The key is removed.");

  // As a file, sealed.
  const download = person.page.waitForEvent("download");
  await person.taps("Save my keys as a file");
  const saved = readFileSync(await (await download).path());
  assert.equal(saved.subarray(1, 4).toString(), "HRF");
  await person.sees("Saved. It opens with the same passphrase.");

  // Deleted.
  await person.page.locator("summary", { hasText: "Delete my keys here" }).click();
  await person.page.getByRole("button", { name: "Delete my keys here" }).click();
  await person.taps("Delete them for good");
  await person.sees("Your keys are deleted from this browser.");
  await person.page.waitForFunction(async () => (await indexedDB.databases()).length === 0);

  // Keys that came as a file open what waits for them, and nothing of them is put into the browser.
  await gives(person, "for-a-key.bin");
  await person.sees("This file opens with your key.");
  await gives(person, "keys.bin");
  await unlocks(person);
  await person.seesNo("This file opens with your key.");
  await letter(person).getByRole("heading", { name: "From Ana" }).waitFor();
  await person.sees("Save them as a file now");
  assert.deepEqual(await databases(person), []);
  await gives(person, "for-another-key.bin");
  await person.sees("This file is for another key than yours.");
};
