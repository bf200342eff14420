// A week of the program: prepared for, attended, missed and asked kindly, called off; homework ticked on the first screen.
import assert from "node:assert/strict";

/** Every hour is New York's in October: four behind UTC. */
const at = (person, day, time) => person.page.clock.setFixedTime(new Date(`2026-10-${day}T${time}:00-04:00`));

export default async (world) => {
  const person = await world.person();
  await at(person, 18, "10:00");
  await person.opens("/week");
  await person.sees("Your sessions will be here, day by day.");
  await person.stop("empty");
  await person.taps("Set up your program");
  await person.taps("Three evenings a week");
  await person.taps("Save");
  await person.isAt("**/week");
  await person.sees("0 of 3 sessions, 0 of 9 hours this week");
  await person.stop("a new week");
  await person.taps("Your program");
  await person.writes("The clinic’s phone", "312 555 0100");
  await person.leaves("The clinic’s phone");
  await person.sees("Saved.");

  // Half an hour before the first one.
  await at(person, 19, "17:30");
  await person.opens("/");
  await person.sees("in 30 min");
  await person.stop("next");
  await person.taps("Prepare");
  await person.writes("What do you want to talk about?", "The weekend with my brother.");
  await person.leaves("What do you want to talk about?");
  await person.stop("before");
  await at(person, 19, "17:52");
  await person.opens("/");
  await person.sees("starts in 8 min");
  await at(person, 19, "18:20");
  await person.opens("/");
  await person.sees("on now");

  // Afterwards.
  await at(person, 19, "21:10");
  await person.opens("/");
  await person.taps("How was it? Group");
  await person.taps("Attended");
  await person.sees("Saved.");
  await person.writes("One thing to take with you", "Call before it gets late.");
  await person.leaves("One thing to take with you");
  await person.writes("What is there to do?", "Write down three good mornings");
  await person.writes("Until when?", "2026-10-22");
  await person.taps("Add");
  await person.sees("until Thursday, October 22");
  await person.writes("What is there to do?", "Ask my sister to drive me");
  await person.taps("Add");
  await person.sees("Ask my sister to drive me");
  await person.stop("after");
  await person.reloads();
  assert.equal(await person.reads("One thing to take with you"), "Call before it gets late.");
  await person.taps("Prepare");
  assert.equal(await person.reads("What do you want to talk about?"), "The weekend with my brother.");

  await person.opens("/");
  await person.stop("due");
  await person.taps("Write down three good mornings");
  await person.sees("Saved.");
  await person.seesNo("Write down three good mornings");
  // The focus goes on to what is left to do, and to the top when nothing is.
  await person.focusIsOn("Ask my sister to drive me");
  await person.presses("Space");
  await person.seesNo("Ask my sister to drive me");
  await person.page.waitForFunction(() => document.activeElement.id === "page-title");
  await person.opens("/week");
  await person.sees("1 of 3 sessions, 3 of 9 hours this week");

  // The next one could not be.
  await at(person, 20, "21:30");
  await person.opens("/");
  await person.taps("How was it? Group");
  await person.taps("Could not");
  await person.sees("What got in the way?");
  await person.taps("No ride");
  await person.page.getByRole("button", { name: "No ride", pressed: true }).waitFor();
  assert.deepEqual(await person.links(), ["tel:3125550100", "tel:3125550100"]);
  await person.stop("could not");

  // And the one after that is called off.
  await person.opens("/week");
  await person.sees("missed");
  await person.page.getByRole("link", { name: /Group/ }).last().click();
  await person.sees("Thursday, October 22");
  await person.taps("Called off or moved?");
  await person.stop("this date");
  await person.tapsIn("dialog", "Called off that day");
  await person.sees("Saved.");
  await person.opens("/week");
  await person.sees("1 of 2 sessions, 3 of 6 hours this week");
  const struck = person.page.locator(".session-row--off .session-row__title");
  assert.match(await struck.evaluate((title) => getComputedStyle(title).textDecorationLine), /line-through/);
  await person.sees("called off");
  await person.stop("a week of everything");

  // Moved instead, and back again.
  await person.page.getByRole("link", { name: /called off/ }).click();
  await person.taps("Called off or moved?");
  await person.writes("Moved to", "2026-10-23T17:00");
  await person.tapsIn("dialog", "Move it");
  await person.sees("moved from");
  await person.sees("Friday, October 23");
  await person.taps("Undo");
  await person.sees("Thursday, October 22");

  // By keyboard from week to week; the focus stays where it is.
  await person.opens("/week");
  await person.tabsTo("Sunday, October 18");
  await person.presses("ArrowRight");
  await person.sees("Oct 25 – 31");
  await person.presses("ArrowRight");
  await person.sees(/Nov 1 – 7/);
  await person.presses("ArrowLeft");
  await person.presses("ArrowLeft");
  await person.sees("Oct 18 – 24");
  await person.taps("Wednesday, October 21");
  await person.sees("Nothing planned.");
  // With the next frame, when the day is on the screen.
  await person.page.waitForFunction(() => document.activeElement.id === "day-2026-10-21");

  // The whole program is deleted, and is found again among what was deleted, with its sessions and all that was told.
  await person.taps("Your program");
  await person.taps("Delete this program");
  await person.tapsIn("dialog", "Delete it");
  await person.sees("Program deleted.");
  await person.opens("/log/deleted");
  await person.sees("Three evenings a week");
  await person.sees("with 1 session");
  await person.stop("deleted");
  await person.taps("Bring back");
  await person.sees("Brought back.");
  await person.opens("/week");
  await person.sees("1 of 2 sessions, 3 of 6 hours this week");
};
