// An entry is marked to be talked about, and found above the log when the session begins; a lapse is private until the person says
// otherwise. Marking changes nothing of the entry itself.
import assert from "node:assert/strict";

const at = (person, time) => person.page.clock.setFixedTime(new Date(time));
const switches = async (person, name) => {
  await person.page.getByRole("switch", { name }).click();
  await person.rests();
};
const isOn = (person, name) => person.page.getByRole("switch", { name }).isChecked();

export default async (world) => {
  const person = await world.person();
  await at(person, "2026-11-24T21:00:00-06:00");
  await person.opens("/");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  await person.page.locator("#craving").getByRole("button", { name: /8 of 10/ }).click();
  await person.isAt("**/now/*");
  await person.opens("/log");
  await person.seesNo("To talk about");
  await person.opensEntry(8);
  assert.ok(!(await isOn(person, "Keep it private")));
  await switches(person, "I want to talk about this");
  assert.equal(await isOn(person, "I want to talk about this"), true);
  await person.stop("an entry is marked");
  assert.equal(await person.page.getByText("What it said before").count(), 0, "marking made a version");

  // The next morning it stands above everything.
  await at(person, "2026-11-25T08:00:00-06:00");
  await person.opens("/log");
  await person.sees("To talk about");
  await person.stop("the log with something to talk about");
  await person.page.locator("#to-talk-about").getByRole("link", { name: /Craving 8 of 10/ }).click();
  await person.isAt("**/log/*");
  assert.ok(await isOn(person, "I want to talk about this"));
  await switches(person, "I want to talk about this");
  assert.equal(await isOn(person, "I want to talk about this"), false);
  await person.opens("/log");
  await person.seesNo("To talk about");

  // A lapse is private from the beginning, and the person may say otherwise.
  await person.opens("/told");
  await person.taps("Just now");
  await person.isAt("**/then/*");
  await person.opens("/log");
  await person.page.getByRole("link", { name: /I used/ }).first().click();
  await person.isAt("**/log/*");
  assert.ok(await isOn(person, "Keep it private"));
  await switches(person, "Keep it private");
  assert.equal(await isOn(person, "Keep it private"), false);
  await person.reloads();
  assert.ok(!(await isOn(person, "Keep it private")));

  // A day that was told about can be marked too.
  await person.opens("/day");
  await person.seesNo("I want to talk about this");
  await person.page.getByRole("button", { name: "Good", exact: true }).first().click();
  await switches(person, "I want to talk about this");
  assert.equal(await isOn(person, "I want to talk about this"), true);
  await person.opens("/log");
  await person.page.locator("#to-talk-about").getByRole("link", { name: /Check-in/ }).waitFor();
  // What was done beside days is counted, also without any days.
  await person.opens("/since");
  await person.sees("Weeks with a check-in");
  await person.stop("also done");
};
