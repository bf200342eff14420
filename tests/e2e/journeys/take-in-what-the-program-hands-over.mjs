// What the counselor handed over: seen line by line before it comes in, from a file and as a link, changed by a later version; what is forged
// changes nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { PASSPHRASE, isLocked, locksWith, tries } from "../locks.mjs";

const pack = (name) => readFileSync(new URL(`../packs/${name}`, import.meta.url));

/** Every hour is New York's in October: four behind UTC. */
const at = (person, day, time) => person.page.clock.setFixedTime(new Date(`2026-10-${day}T${time}:00-04:00`));

export default async (world) => {
  const person = await world.person();
  await at(person, 18, "10:00");
  await person.opens("/week");
  await person.taps("From my counselor");
  await person.isAt("**/week/given/in");
  await person.sees("Nothing on this phone is read or sent by this.");
  await person.stop("choose");

  // A forged one, and something else.
  await person.gives("Choose the file", "program.handrail-pack", pack("forged.handrail-pack"));
  await person.sees("This is not from who it says.");
  await person.stop("forged");
  await person.gives("Choose the file", "letter.txt", "Dear Ana, see you on Monday.");
  await person.sees("This is not from a counselor’s page.");
  await person.gives("Choose the file", "half.handrail-pack", pack("first.handrail-pack").subarray(0, 200));
  await person.sees("The end is missing.");
  await person.opens("/week/given");
  await person.sees("Nothing from your program yet.");
  await person.stop("nothing yet");

  // The file, without its list of meetings.
  await person.taps("Bring something in");
  const before = person.tapCount;
  await person.gives("Choose the file", "program.handrail-pack", pack("first.handrail-pack"));
  await person.sees("From Sam Rivera, North Clinic. Made on Friday, October 16.");
  await person.sees("Their six words");
  await person.page.waitForFunction(() => document.querySelector("#six-words .reason")?.textContent.trim().split(" ").length === 6);
  await person.sees("5 new");
  await person.stop("what is new");
  await person.taps("Meetings near by");
  await person.taps("Take in 4");
  await person.isAt("**/week/given");
  await person.sees("Added from your program: 4 new.");
  assert.equal(person.tapCount - before, 3, "more taps than the file, one line left out, and taking in");
  await person.sees("until Wednesday, October 21");
  await person.stop("from my program");
  await person.taps("Undo");
  await person.sees("Nothing from your program yet.");

  // The same as a link: out of the address at once, and in no history.
  await person.opens(`/#pack=${pack("first.txt")}`);
  await person.sees("5 new");
  assert.equal(person.page.url(), `${person.origin}/week/given/in`);
  assert.ok(!(await person.page.title()).includes("pack"));
  await person.taps("Meetings near by");
  await person.taps("Take in 4");
  await person.isAt("**/week/given");
  await person.goesBack();
  assert.ok(!person.page.url().includes("#"), "the pack is in the history");

  // In the week, and due today.
  await person.opens("/");
  await person.seesControl("Write down three hard moments");
  await person.stop("due today");
  await person.taps("Write down three hard moments");
  await person.page.locator("#due").getByText("Write down three hard moments").waitFor({ state: "detached" });
  await at(person, 19, "10:00");
  await person.opens("/week");
  await person.page.getByRole("link", { name: /6:00 – 9:00\sPM.*Evening group/ }).first().waitFor();
  await person.opens("/me");
  await person.taps("From my program");
  assert.ok(await person.page.getByLabel("Write down three hard moments").isChecked());
  await person.taps("Thirty days in the program");
  await person.reloads();
  assert.ok(await person.page.getByLabel("Thirty days in the program").isChecked());

  // A later version while the app is open: an hour later, and without the goal. What was left out stays so until it is ticked.
  await person.taps("Bring something in");
  await person.gives("Choose the file", "program.handrail-pack", pack("second.handrail-pack"));
  await person.sees("1 changed");
  await person.sees("1 taken out by your program");
  await person.sees(/Time: 6:00 – 9:00\sPM → 7:00 – 10:00\sPM/);
  assert.equal(await person.counts("Their six words"), 0);
  assert.ok(!(await person.page.getByLabel("Meetings near by").isChecked()));
  await person.stop("what changed");
  await person.taps("Take in 2");
  await person.sees("Added from your program: 1 changed · 1 taken away.");
  await person.seesNo("Thirty days in the program");
  await person.opens("/week");
  await person.page.getByRole("link", { name: /7:00 – 10:00\sPM.*Evening group/ }).first().waitFor();

  // Older, from somebody else, and the same link in an app that is open.
  await person.opens("/week/given/in");
  await person.gives("Choose the file", "program.handrail-pack", pack("first.handrail-pack"));
  await person.sees("You already have a later version of this.");
  await person.gives("Choose the file", "program.handrail-pack", pack("other-sender.handrail-pack"));
  await person.sees("You have this from somebody else");
  await person.opens("/cope");
  await person.page.evaluate((hash) => (location.hash = hash), `#pack=${pack("first.txt")}`);
  await person.sees("You already have a later version of this.");
  assert.equal(person.page.url(), `${person.origin}/week/given/in`);

  // The clinic among the people, and leaving with everything.
  await person.opens("/week/given");
  assert.deepEqual(await person.links(), ["tel:+13125550199"]);
  await person.taps("Add to the people I can call");
  await person.page.getByRole("button", { name: "Add to the people I can call" }).waitFor({ state: "detached" });
  await person.taps("Leave this program");
  await person.stop("leaving");
  await person.taps("Take them away too");
  await person.sees("You left this program on this phone.");
  await person.opens("/lists");
  await person.seesNo("Before group");

  // A link that is opened while the phone is locked waits, in memory only, until it is open.
  await person.opens("/me/key");
  await locksWith(person, PASSPHRASE);
  await person.page.goto("about:blank");
  await person.lands(`/#pack=${pack("first.txt")}`);
  await isLocked(person);
  assert.equal(new URL(person.page.url()).hash, "");
  const kept = JSON.stringify(await person.page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, history.state]));
  assert.ok(!kept.includes("iUhSQw0K"), "the pack rests somewhere");
  await tries(person, PASSPHRASE);
  await person.isAt("**/week/given/in");
  await person.page.locator("#new").waitFor({ timeout: 60000 });
};
