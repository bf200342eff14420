// Everything is deleted: three taps and a word, offline, and then nothing is left of the person, the keys or the app on this phone.
import assert from "node:assert/strict";

const left = (page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    remembered: localStorage.length + sessionStorage.length,
  }));

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  await person.page.locator("#craving").getByRole("button", { name: /6 of 10/ }).click();
  await person.isAt("**/now/*");
  const before = await left(person.page);
  assert.ok(before.databases.includes("handrail") && before.caches.length > 0 && before.workers === 1);
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);

  await person.opens("/me/storage");
  person.tapCount = 0;
  await person.taps("Delete everything");
  await person.isAt("**/me/end");
  await person.stop("what goes and what stays");
  // Another word changes nothing.
  await person.writes("Type the word delete", "yes");
  await person.taps("Delete everything");
  await person.sees("Nothing was deleted.");
  person.tapCount -= 1;
  await person.writes("Type the word delete", "Delete ");
  await person.taps("Delete everything");
  await person.sees("This is the last question.");
  await person.stop("the last question");
  await person.taps("Yes, delete everything");
  await person.page.getByRole("heading", { name: "Everything is deleted" }).waitFor();
  await person.stop("everything is deleted");
  assert.equal(person.tapCount, 3, "taps");
  assert.deepEqual(await left(person.page), { databases: [], caches: [], workers: 0, remembered: 0 });

  // Whoever opens it again meets an app that knows nobody.
  await world.server.start();
  await person.opens("/log");
  await person.sees("What you log will be here, day by day.");
  await person.opens("/");
  await person.sees("New here");
};
