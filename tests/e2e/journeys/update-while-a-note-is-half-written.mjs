// A new version arrives in the middle of a sentence: nothing happens until it is asked for, and then not a letter is lost.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { makeNextBuild } from "../next_build.mjs";

const HALF = "I was about to say th";

export default async (world) => {
  // The browser asks for the manifest at every load, also while the server changes.
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  await person.taps("6");
  await person.sees("Saved.");
  await person.taps("Add what was going on");
  await person.sees("What set it off?");
  const here = await person.isAt(/\/more\//);
  const build = () => person.page.evaluate(() => window.handrail.build);
  const before = await build();

  const next = makeNextBuild(world.server.dist);
  try {
    await world.server.serveInstead(next.folder);
    // The browser looks for a new version when the app is looked at again.
    await person.page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await person.sees("A new version is ready.");
    await person.writes("Note", HALF);
    await person.stop("an update waits");
    assert.equal(await build(), before);
    assert.equal(await person.reads("Note"), HALF);

    const loaded = person.page.waitForEvent("load");
    await person.taps("Switch to it");
    await loaded;
    await person.isUp();
    assert.equal(await build(), next.build);
    assert.equal(new URL(person.page.url()).pathname, here);
    assert.equal(await person.reads("Note"), HALF);
    await person.seesNo("A new version is ready.");

    // The new version works without a network as the old one did.
    await person.isReadyForOffline();
    await world.server.stop();
    await person.opens("/log");
    await person.sees(HALF);
    assert.equal(await build(), next.build);
  } finally {
    await world.server.stop();
    rmSync(next.folder, { recursive: true, force: true });
  }
};
