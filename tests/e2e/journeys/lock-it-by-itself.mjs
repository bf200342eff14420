// The lock closes by itself: after a time without a touch, when the app is left, and in another tab when it was set in this one. What is
// half written is saved first, and a number tapped before the lock screen was there is saved when it opens.
import assert from "node:assert/strict";
import { watches } from "../agents.mjs";
import { PASSPHRASE, isLeft, isLocked, locksWith, opensWith } from "../locks.mjs";

export default async (world) => {
  const person = await world.person();
  await watches(person, { installed: true });
  await person.page.clock.install();
  await person.opens("/");
  await person.taps("6");
  await person.sees("What now?");
  const entry = new URL(person.page.url()).pathname.split("/").at(-1);
  await person.isReadyForOffline();

  // Another tab learns of it at once.
  const other = await world.anotherTab(person);
  await other.opens("/log");
  await other.seesEntry(6);
  await person.opens("/me/key");
  await locksWith(person, PASSPHRASE);
  await isLocked(other);
  assert.equal(await other.counts("Craving 6"), 0);
  await other.page.close();

  // By time: a touch begins it anew, and a wave keeps it open.
  await person.taps("After 30 seconds");
  await person.page.waitForFunction(() => document.querySelector('input[value="30"]').checked);
  await person.rests();
  await person.page.clock.runFor(20_000);
  await person.page.mouse.click(5, 5);
  await person.page.clock.runFor(20_000);
  await person.sees("Locked with a passphrase.");
  await person.page.clock.runFor(15_000);
  await isLocked(person);
  assert.equal(await person.page.evaluate(() => window.badges.at(-1)), 0, "what is due is not on the icon");
  await person.stop("locked by itself");
  await opensWith(person, PASSPHRASE);
  await person.isAt("**/me/key");

  // By leaving it: nothing is to be seen at once, and a note that is half written is saved.
  await person.taps("At once");
  await person.page.waitForFunction(() => document.querySelector('input[value="0"]').checked);
  await person.rests();
  await person.opens(`/more/${entry}`);
  await opensWith(person, PASSPHRASE);
  await person.writes("Note", "half a thought");
  await isLeft(person, true);
  await isLocked(person);
  await opensWith(person, PASSPHRASE);
  await person.isAt(`**/more/${entry}`);
  assert.equal(await person.reads("Note"), "half a thought");

  // A tap on the shell, before the lock screen is there; with the clock that everybody has.
  await person.closes();
  const later = await world.on(person.profile);
  let release = null;
  const released = new Promise((done) => (release = done));
  await later.lands("/help.html");
  await later.page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).unregister());
  await later.page.route(/\.wasm$/, async (route) => {
    await released;
    await route.continue();
  });
  await later.lands("/");
  await later.taps("9");
  await later.sees("Saving…");
  release();
  await isLocked(later);
  await later.sees("Kept: 9. It is saved when you open.");
  await later.stop("a number that was kept");
  const written = await later.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  assert.doesNotMatch(written, /\b9\b/);
  await opensWith(later, PASSPHRASE);
  await later.sees("What now?");
  await later.opens("/log");
  await opensWith(later, PASSPHRASE);
  await later.seesEntry(9);
};
