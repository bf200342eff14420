// Medication: at times of day, as an injection with its window, and as needed. What became of a dose is told with one tap, Today says that
// something is due and not what, and a missed dose leads to whoever prescribes it. None of it touches sober time.
import assert from "node:assert/strict";

const at = (person, time) => person.page.clock.setFixedTime(new Date(time));
const group = (person, name) => person.page.getByRole("group", { name });

export default async (world) => {
  const person = await world.person();
  await at(person, "2026-11-25T07:30:00-06:00");
  await person.opens("/me");
  await person.isReadyForOffline();
  await person.taps("Medicine");
  await person.isAt("**/me/daily");
  await person.stop("nothing to take yet");
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);

  // With no name and no time it is not kept, and says so.
  await person.taps("Add a medicine");
  await person.taps("Save");
  await person.sees("Give it a name. Any name will do.");
  await person.writes("What do you call it?", "The strip");
  await person.taps("Save");
  await person.sees("Write at least one time, such as 08:00.");
  await person.writes("How much", "one under the tongue");
  await person.page.getByLabel("Time 1").fill("08:00");
  await person.taps("Another time");
  await person.page.getByLabel("Time 2").fill("20:30");
  await person.page.getByLabel("Refill by").fill("2026-12-01");
  await person.stop("a medication is written");
  await person.taps("Save");
  await person.isAt("**/me/daily");
  await person.sees("8:00 AM, 8:30 PM");
  await person.sees("Refill soon: by");

  // Nothing is due at half past seven but the refill; at nine there is, and no name stands on Today.
  await at(person, "2026-11-25T09:00:00-06:00");
  await person.opens("/");
  await person.sees("Something to take");
  await person.sees("8:00 AM");
  await person.seesNo("The strip");
  await person.stop("today with something to take");
  await person.taps("Something to take");
  await group(person, "8:00 AM").getByRole("button", { name: "Taken", exact: true }).click();
  await person.sees("1 of 1 in the last 7 days");
  // The next morning: the evening was not told about, and can be.
  await at(person, "2026-11-26T09:00:00-06:00");
  await person.opens("/me/daily");
  await group(person, "Yesterday, 8:30 PM").getByRole("button", { name: "Skipped" }).click();
  await person.sees("What got in the way?");
  await person.writes("What got in the way?", "fell asleep");
  await person.page.getByLabel("What got in the way?").blur();
  await person.sees("call whoever prescribes it before you take the next one");
  await person.sees("1 of 3 in the last 7 days");
  await person.stop("a dose was skipped");
  // A tap taken back is as if it had not been.
  await group(person, "8:00 AM").getByRole("button", { name: "Taken late" }).click();
  await person.sees("2 of 3 in the last 7 days");
  await group(person, "8:00 AM").getByRole("button", { name: "Taken late" }).click();
  await person.sees("1 of 3 in the last 7 days");

  // An injection every four weeks, with its window.
  await person.opens("/me/daily/add");
  await person.writes("What do you call it?", "The shot");
  await person.taps("Every so many days, such as an injection");
  await person.page.getByLabel("The first one").fill("2026-10-30");
  await person.page.getByLabel("Days from one to the next").fill("5");
  await person.taps("Save");
  await person.sees("This does not work out.");
  await person.page.getByLabel("Days from one to the next").fill("28");
  await person.page.getByLabel("It can be given early by").selectOption({ label: "2 days" });
  await person.stop("an injection is written");
  await person.taps("Save");
  await person.isAt("**/me/daily");
  await person.sees("Every 4 weeks");
  // The 27th is the day, two days early is the 25th, seven late the 4th.
  await person.page.getByText(/Due between .*25.* and .*4/).waitFor();

  // As needed: counted, and nothing is due.
  await person.opens("/me/daily/add");
  await person.writes("What do you call it?", "For sleep");
  await person.taps("As needed");
  await person.taps("Save");
  await person.isAt("**/me/daily");
  await person.sees("Not taken today.");
  await person.taps("I took one now");
  await person.sees("Taken once today.");
  await person.taps("Undo");
  await person.sees("Not taken today.");
  await person.taps("I took one now");
  await person.sees("Taken once today.");
  await person.stop("three of them");

  // Deleted with Undo; and nothing of this is a day of use.
  await person.page.locator("section", { hasText: "For sleep" }).getByRole("link", { name: "Change it" }).click();
  await person.taps("Delete it");
  await person.isAt("**/me/daily");
  await person.seesNo("For sleep");
  await person.taps("Undo");
  await person.sees("For sleep");
  await person.opens("/log");
  await person.page.locator(".entry-row", { hasText: "Skipped" }).waitFor();
  assert.equal(await person.page.locator(".entry-row", { hasText: "I used" }).count(), 0);
  // Every dose that was told about stands in the log, and what was deleted and came back is there too.
  await person.page.getByLabel("Show", { exact: true }).selectOption({ label: "Medicine" });
  await person.sees("Skipped");
  await person.sees("fell asleep");
  await person.stop("the log, only medicine");
  await person.page.getByRole("link", { name: /fell asleep/ }).click();
  await person.isAt("**/log/*");
  await person.page.getByRole("switch", { name: "I want to talk about this" }).click();
  await person.page.waitForFunction(() => document.querySelector("#talk-about")?.matches(":checked, [aria-checked=true]"));
  await person.stop("a dose in the log");
  await person.taps("Open it");
  await person.isAt("**/me/daily");
  await person.opens("/log");
  await person.page.locator("#to-talk-about").getByText("The strip").waitFor();

  // The check-in asks about each dose once: what was told is ticked, and what is ticked is told.
  await person.opens("/day");
  const box = person.page.locator("#doses-of-day").getByRole("checkbox", { name: /The strip/ });
  assert.ok(!(await box.isChecked()));
  await box.click();
  await person.page.locator("#doses-of-day").getByRole("checkbox", { name: /The strip/, checked: true }).waitFor();
  await person.stop("the doses in the check-in");
  await person.opens("/me/daily");
  await person.sees("2 of 3 in the last 7 days");

  // A medicine that was deleted is found again where everything is that was deleted.
  await person.page.locator("section", { hasText: "The shot" }).getByRole("link", { name: "Change it" }).click();
  await person.taps("Delete it");
  await person.isAt("**/me/daily");
  await person.opens("/log/deleted");
  await person.sees("One medicine");
  await person.sees("The shot");
  await person.stop("a medicine that was deleted");
  await person.taps("Bring back");
  await person.sees("Brought back.");
  await person.opens("/me/daily");
  await person.sees("The shot");
};
