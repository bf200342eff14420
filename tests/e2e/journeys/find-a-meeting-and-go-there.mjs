// A list from its address; the next meeting found as it is typed; joined, called, saved into the week, attended with a signature; all of it
// again in an airplane; and the list read again.
import assert from "node:assert/strict";
import { ADDRESS, FEED, open, publish } from "../meetings.mjs";

/** Every hour is New York's in November: five behind UTC. */
const at = (person, day, time) => person.page.clock.setFixedTime(new Date(`2026-11-${day}T${time}:00-05:00`));

export default async (world) => {
  const person = await world.person();
  const asked = [];
  let answer = open(FEED);
  await publish(person, world.guard, async (route) => {
    asked.push({ headers: route.request().headers(), url: route.request().url() });
    await answer(route);
  });
  await at(person, 22, "21:00");
  await person.opens("/week");
  await person.taps("Meetings");
  await person.isAt("**/meetings");
  await person.sees("First add a list");
  await person.stop("no list");

  await person.taps("Add a list");
  await person.writes("Address of the list", ADDRESS);
  await person.stop("add");
  await person.taps("Read the list");
  await person.sees("23 meetings can be kept.");
  await person.sees("4 entries cannot be read and are left out.");
  await person.taps("What was not read");
  await person.sees("has no address and no city");
  await person.stop("seen");
  // Nobody learned anything but that somebody wants the list.
  assert.equal(asked.length, 1);
  assert.equal(asked[0].url, ADDRESS);
  assert.ok(!asked[0].headers.referer && !asked[0].headers.cookie);
  await person.writes("What you call this list", "Orange County");
  await person.taps("Keep this list");
  await person.isAt("**/meetings");
  await person.sees("meetings, the next one first");
  await person.sees("Orange County · Read today");
  await person.stop("found");

  // Words over name, place and region; nobody is sent to a closed door, but told.
  await person.writes("Name, place or city", "penon");
  await person.sees("1 meeting, the next one first");
  await person.sees("Reunión Español Viernes");
  await person.writes("Name, place or city", "old timers");
  await person.sees("Closed for now");
  await person.writes("Name, place or city", "nobody at all");
  await person.sees("No meeting fits.");
  await person.writes("Name, place or city", "");
  await person.taps("Narrow it down");
  await person.page.getByLabel("How you join").selectOption({ label: "By phone" });
  await person.sees("Online Noon Big Book");
  await person.seesNo("Sunday Serenity");
  await person.stop("narrowed");
  await person.words("Online Noon Big Book").click();
  await person.sees("Join with Zoom");
  await person.sees("This meeting gives proof of attendance.");
  assert.deepEqual((await person.links()).slice(0, 1), ["tel:+16465550100,,00000000001%23,,,,*123456%23"]);
  await person.stop("a meeting online");

  await person.opens("/meetings");
  await person.writes("Name, place or city", "eleventh");
  await person.words("Eleventh Step").click();
  await person.sees("7:00 – 8:00 AM (America/Los_Angeles)");
  await person.sees("10:00 AM where you are");
  // What is half written stays while something else is saved.
  await person.taps("I was there");
  await person.writes("Proof of attendance", "Signed by Pat");
  await person.taps("Save into my week");
  await person.sees("Saved into your week.");
  await person.sees("This meeting is in your week.");
  assert.equal(await person.reads("Proof of attendance"), "Signed by Pat");
  await person.stop("a meeting in person");
  await person.page.getByRole("button", { name: "I was there" }).click();
  await person.sees("Saved: you were there.");
  await person.taps("Open my week");
  await person.sees("Eleventh Step");
  await person.stop("in the week");

  // In an airplane everything is still there, how old it is included.
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/version\.json|ERR_CONNECTION_REFUSED/);
  await at(person, 25, "12:00");
  await person.opens("/meetings");
  await person.sees("Orange County · Read 3 days ago");
  await person.writes("Name, place or city", "serenity");
  await person.sees("Sunday Serenity");

  // Across midnight and three zones: half past eleven on Saturday where the list is, half past two on Sunday where the person is.
  await at(person, 28, "23:55");
  await person.opens("/meetings");
  await person.writes("Name, place or city", "candlelight");
  await person.sees("Sun 2:30 AM");
  await at(person, 29, "02:35");
  await person.opens("/meetings");
  await person.writes("Name, place or city", "candlelight");
  await person.sees("On now");
  await world.server.start();

  // A week later it is read again by itself; one that lost most of its meetings is asked about.
  answer = open(JSON.stringify(JSON.parse(FEED).slice(0, 1)));
  await at(person, 30, "12:00");
  await person.opens("/meetings");
  await person.sees("has lost more than half its meetings");
  await person.taps("Your lists");
  await person.taps("Orange County");
  await person.taps("Read it again now");
  await person.sees("The new list has 1 meetings; yours has 23.");
  await person.stop("fewer");
  await person.taps("Keep the old list");
  await person.seesNo("The new list has");
  answer = open(FEED);
  await person.taps("Read it again now");
  await person.sees("The list is new: 23 meetings.");
  await person.taps("Delete this list");
  await person.tapsIn("dialog", "Delete the list");
  await person.isAt("**/meetings/lists");
  await person.seesNo("Orange County");
  assert.ok(!(await person.dump()).includes("Serenity"));
};
