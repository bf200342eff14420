// A mistake of ours ends the app: the screen says what is safe, and one tap brings everything back. And a cache that went bad mends
// itself without touching what was written.
import assert from "node:assert/strict";

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.taps("6");
  await person.sees("Saved.");
  await person.isReadyForOffline();

  await person.page.evaluate(() => window.handrail.panicked());
  await person.sees("Handrail has stopped");
  await person.sees("Nothing you saved is lost.");
  await person.presses("Escape");
  await person.sees("Handrail has stopped");
  assert.deepEqual((await person.links()).slice(0, 3), ["tel:988", "sms:988", "tel:911"]);
  await person.stop("stopped");
  assert.equal(await person.page.evaluate(() => localStorage.getItem("handrail.stopped")), "1");
  await person.taps("Reload");
  await person.isUp();

  // The copy kept for offline use goes bad; the next start has nothing in its memory.
  await person.page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const bad = new Response("throw new Error('bad copy')", { headers: { "content-type": "text/javascript" } });
        if (/\/app\.[0-9a-f]+\.js$/.test(request.url)) await cache.put(request, bad);
      }
    }
  });
  await person.closes();
  world.guard.expects(/valid digest in the 'integrity' attribute|Handrail did not start/);
  const later = await world.on(person.profile);
  await later.opens("/log");
  await later.seesEntry(6);
  await later.stop("mended");
};
