// The phone kills the tab at any moment of a save. Afterwards there is the old state or the new one, never a broken one.
import assert from "node:assert/strict";

const MOMENTS = [0, 20, 50, 90, 140, 200, 280, 400, 600, 900]; // milliseconds after the tap
// So slow that a save takes longer than the way from here into the browser, and the moments fall into the middle of it.
const SLOWNESS = 10;

export default async (world) => {
  let person = await world.person();
  await person.opens("/");
  await person.taps("9");
  await person.sees("Saved.");
  let known = 1;
  let survived = 0;
  for (const moment of MOMENTS) {
    await person.opens("/");
    await person.seesControl("4");
    const browser = await person.context.newCDPSession(person.page);
    const crashed = new Promise((done) => person.page.once("crash", done));
    await browser.send("Emulation.setCPUThrottlingRate", { rate: SLOWNESS });
    await person.control("4").evaluate((button) => void setTimeout(() => button.click()));
    await new Promise((done) => setTimeout(done, moment));
    browser.send("Page.crash").catch(() => {});
    await crashed;

    const dead = person;
    person = await world.anotherTab(dead);
    await dead.page.close().catch(() => {});
    await person.opens("/log");
    await person.seesEntry(9);
    const found = await person.howMany(/^Craving \d+ of 10/);
    assert.ok(found === known || found === known + 1, `${found} entries after ${known}, killed after ${moment} ms`);
    assert.equal(await person.counts(/cannot be read/), 0);
    survived += found - known;
    known = found;
  }
  console.log(`     killed ${MOMENTS.length} times, ${survived} saves were complete by then`);
  await person.opens("/");
  await person.taps("3");
  await person.sees("Saved.");
  await person.opens("/log");
  await person.seesEntry(3);
  assert.equal(await person.howMany(/^Craving \d+ of 10/), known + 1);
  await person.stop("after ten deaths");
};
