// A slow network: the card is there long before the app. A tap on it is kept, said to be kept, and saved with the time of the tap.
import assert from "node:assert/strict";

export default async (world) => {
  const person = await world.person();
  let release = null;
  const released = new Promise((done) => (release = done));
  await person.page.route(/\.wasm$/, async (route) => {
    await released;
    await route.continue();
  });
  await person.lands("/");
  await person.taps("8");
  await person.sees("Saving…");
  await person.stop("kept on the shell");
  // Nobody can read on the disk what was tapped.
  const written = await person.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  assert.doesNotMatch(written, /\b8\b/);
  release();
  await person.isUp();
  await person.sees("Saved.");
  await person.sees("What now?");
  assert.equal(person.tapCount, 1);
  await person.opens("/log");
  await person.seesEntry(8);
};
