// After something was used: said in two taps, what protects comes first, the rest only if wanted; nothing is deleted, the days stay, and
// medication as prescribed is nothing to tell.
import assert from "node:assert/strict";

const at = (person, time) => person.page.clock.setFixedTime(new Date(time));

export default async (world) => {
  const person = await world.person();
  await at(person, "2026-11-24T20:30:00-05:00");
  await person.opens("/");
  await person.taps("6");
  await person.sees("Saved.");

  // Counting: a day is chosen, and Today tells it.
  await person.opens("/me");
  await person.taps("Sober time");
  await person.stop("nothing counted yet");
  await person.taps("Choose the first day");
  await person.writes("First sober day", "2026-11-30");
  await person.taps("Save");
  await person.sees("Choose a day up to today.");
  await person.writes("First sober day", "2026-10-15");
  await person.stop("counting from");
  await person.taps("Save");
  await person.sees("40 days");
  await person.sees("1 month, 9 days");
  await person.stop("counted");
  await person.opens("/");
  await person.sees("40 days · 100 % of the last 40");
  await person.stop("counted on today");

  // Three taps at most.
  const before = person.tapCount;
  await person.taps("I used");
  await person.isAt("**/told");
  await person.sees("Nothing is deleted, nothing is set back, and nobody is told.");
  await person.stop("saying so");
  await person.taps("Just now");
  await person.isAt("**/then/*");
  assert.ok(person.tapCount - before <= 3);
  await person.sees("After a break, your body is not used to it");
  await person.stop("the next step");
  const help = await person.page.getByRole("link", { name: "Someone may have overdosed" }).getAttribute("href");
  assert.equal(help, "/help/steps");

  await person.taps("Say more, if you like");
  await person.isAt("**/told/*");
  await person.taps("Alcohol");
  await person.writes("How much", "two glasses");
  await person.leaves("How much");
  await person.writes("What could help next time?", "Call Nan before the bus");
  await person.leaves("What could help next time?");
  await person.stop("what happened");
  await person.taps("Done");
  await person.isAt("**/log/*");
  await person.sees("two glasses");
  await person.sees("Call Nan before the bus");
  await person.stop("read again");

  // Nothing is gone, and the days before are still there.
  await person.opens("/log");
  await person.seesEntry(6);
  await person.sees("Used · Alcohol · two glasses");
  await person.stop("in the log");
  const shows = (kind) => person.page.getByLabel("Show", { exact: true }).selectOption({ label: kind });
  await shows("Use");
  await person.page.getByRole("link", { name: /Craving 6/ }).waitFor({ state: "detached" });
  await person.sees("Used · Alcohol · two glasses");
  await shows("Everything");
  await person.seesEntry(6);
  await person.writes("Search your entries", "nan");
  await person.sees("1 entry found.");
  await person.opens("/since");
  await person.sees("a new run begins tomorrow");
  await person.sees("40 days");
  await at(person, "2026-11-26T08:00:00-05:00");
  await person.opens("/since");
  await person.sees("1 day");
  await person.sees("41 days");
  await person.stop("two days later");

  // What is seen where is a choice.
  await person.taps("What you see, and where");
  await person.page.getByLabel("Now", { exact: true }).selectOption("Nowhere");
  await person.page.getByLabel("All days together", { exact: true }).selectOption("On Today too");
  await person.opens("/");
  await person.sees("41 days together");

  // A wrong one is taken back as easily as it was made.
  await person.taps("I used");
  await person.taps("Yesterday");
  await person.isAt("**/then/*");
  await person.taps("Undo");
  await person.sees("Taken back.");
  await person.opens("/since");
  await person.sees("41 days");

  // From the check-in, and for another day.
  await person.opens("/day");
  await person.taps("Yes");
  await person.taps("What helps now");
  await person.isAt("**/told");
  await person.taps("Another day");
  await person.writes("Which day", "2026-12-24");
  await person.taps("Save");
  await person.sees("That time has not come yet. Choose now or earlier.");
  await person.sees("It was my medication");
  await person.taps("Go to Today");
  await person.isAt(person.origin + "/");
  assert.ok(!(await person.dump()).includes("two glasses"));
};
