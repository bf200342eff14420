// A new phone, no network and no file: what was kept for some days goes from screen to camera as codes, sealed, and is all there.
import assert from "node:assert/strict";
import { hasCamera, readsCode, sees } from "../camera.mjs";

const PASSPHRASE = "lamp river tulip canoe maple robin";
const rows = (person) => person.page.locator(".entry-row").allInnerTexts();

export default async (world) => {
  const old = await world.person();
  await old.opens("/");
  await old.isReadyForOffline();
  const fresh = await world.person();
  await hasCamera(fresh);
  await fresh.opens("/me/copy");
  await fresh.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  for (const number of [3, 8, 6]) {
    await old.opens("/");
    await old.page.locator("#craving").getByRole("button", { name: new RegExp(`${number} of 10`) }).click();
    await old.isAt("**/now/*");
  }
  // A note of some length, so that one code does not hold all of it.
  await old.opens(`/more/${new URL(old.page.url()).pathname.split("/").at(-1)}`);
  await old.writes("Note", "It began at the corner, after group, and lasted until I called. ".repeat(20).trim());
  await old.leaves("Note");
  await old.opens("/log");
  await old.seesEntry(8);
  const before = await rows(old);
  await old.opens("/me/copy");
  await old.page.locator("#backup-passphrase").fill(PASSPHRASE);
  await old.page.getByRole("checkbox", { name: /written it down/ }).click();
  await old.taps("Seal everything");
  await old.page.getByText(/^Sealed: /).waitFor({ timeout: 60000 });
  await old.taps("Show it as codes");
  const count = Number((await old.page.locator("#code-told").innerText()).match(/^Code 1 of (\d+)$/)[1]);
  assert.ok(count > 1, "one code is no sequence");
  await old.stop("a code of a backup");

  await fresh.taps("Read codes off another phone");
  await fresh.sees("Hold the code in front of the camera.");
  await fresh.stop("the camera looks");
  await sees(fresh, "https://clinic.example/menu");
  await fresh.sees("That is not one of its codes");
  for (let number = 1; number <= count; number += 1) {
    await old.sees(`Code ${number} of ${count}`);
    await sees(fresh, await readsCode(old, old.page.locator(".codes__code")));
    if (number < count) await fresh.sees(`${number} of ${count} read.`);
    if (number < count) await old.taps("Next code");
  }
  await fresh.sees("Chosen: codes");
  assert.equal(await fresh.page.locator("video").count(), 0, "the camera is off");
  await fresh.page.locator("#open-passphrase").fill(PASSPHRASE);
  await fresh.taps("Look into it");
  await fresh.page.getByText("The file is whole, and the passphrase opens it.").waitFor({ timeout: 60000 });
  await fresh.taps("Bring it into this phone");
  await fresh.page.getByText(/^Done\. New here: /).waitFor({ timeout: 60000 });
  await old.taps("The other phone has it");
  await old.page.getByText(/^Last backup: /).waitFor();
  await fresh.opens("/log");
  await fresh.seesEntry(8);
  assert.deepEqual(await rows(fresh), before);
};
