// A first visit on a bad network: the number is saved before the rest of the program is there. What is missing says so, comes when it
// can, and never takes away what is being written meanwhile.
import assert from "node:assert/strict";

const PARTS = /\/parts\/.*\.bin$/;

export default async (world) => {
  world.guard.expects(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const person = await world.person();
  let isGone = true;
  await person.page.route(PARTS, (route) => (isGone ? route.abort("internetdisconnected") : route.continue()));
  await person.lands("/");
  await person.isUp();
  await person.taps("7");
  await person.sees("Saved.");
  await person.sees("This page is not on your phone yet");
  await person.stop("a part is missing");
  await person.taps("Help now");
  await person.seesControl("Call 988");
  await person.goesBack();
  isGone = false;
  await person.sees("What now?");
  await person.sees("You logged a craving of 7.");

  // Another person writes while the last part is still coming.
  const writer = await world.person();
  let release = null;
  const released = new Promise((done) => (release = done));
  await writer.page.route(/\/parts\/rest\..*\.bin$/, async (route) => {
    await released;
    await route.continue();
  });
  await writer.lands("/");
  await writer.isUp();
  await writer.taps("4");
  await writer.taps("Add what was going on");
  const note = writer.field("Note");
  await note.pressSequentially("half a sen");
  release();
  await writer.isReadyForOffline();
  await note.pressSequentially("tence");
  assert.equal(await writer.reads("Note"), "half a sentence");
  await writer.taps("Done");
  await writer.opens("/me");
  await writer.seesControl("Your entries");
};
