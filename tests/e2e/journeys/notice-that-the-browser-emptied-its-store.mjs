// A browser that is short of space throws away what an app kept there, all at once. Whoever opens it then is told so, with the way to their backup,
// until they say that they know; whoever is here for the first time, or deleted everything, is told nothing of the kind.
import assert from "node:assert/strict";

const GONE = "Your entries are gone from here";
const noted = (person, word) => person.page.waitForFunction((word) => localStorage.getItem("handrail.entries") === word, word);
const empties = (person) =>
  person.page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase("handrail");
        request.onsuccess = done;
        request.onerror = failed;
      }),
  );

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.sees("New here?");
  await person.seesNo(GONE);
  await person.page.locator("#craving").getByRole("button", { name: /6 of 10/ }).click();
  await person.isAt("**/now/*");
  await person.opens("/");
  await noted(person, "here");

  // As the browser would do it: the rows go, and nobody asked for it.
  await person.opens("/help.html");
  await empties(person);
  await person.opens("/");
  await person.sees(GONE);
  await person.stop("the store was emptied");
  await person.taps("I have a backup");
  await person.isAt("**/me/copy");

  // A number that is tapped in the meantime is kept, and the way to the backup is still there.
  await person.opens("/");
  await noted(person, "gone");
  await person.page.locator("#craving").getByRole("button", { name: /3 of 10/ }).click();
  await person.isAt("**/now/*");
  await person.opens("/");
  await person.seesEntry(3);
  await person.sees(GONE);
  await person.taps("Begin anew");
  await person.seesNo(GONE);
  await person.reloads();
  await person.seesEntry(3);
  await person.seesNo(GONE);
  assert.equal(await person.counts(GONE), 0);
};
