// Help now is one tap away on every screen, in every sheet and flow, with and without the network, and shows whom the person chose. It fits a
// small phone without a scroll, and one tap leaves to a blank page with no way back.
import assert from "node:assert/strict";

const PLACES = [
  "/", "/welcome", "/week", "/week/new", "/week/new/daily", "/week/add", "/log", "/log/deleted", "/me", "/me/people",
  "/me/people/add", "/me/people/card", "/me/look", "/me/storage", "/me/about", "/help/steps", "/help/lines", "/no/such/place",
];

const fits = (person) =>
  person.page.evaluate(() => document.scrollingElement.scrollHeight <= document.documentElement.clientHeight);

export default async (world) => {
  const person = await world.person();
  await person.opens("/me/people/add");
  await person.writes("Name", "Ana");
  await person.writes("Phone number", "312-555-0100");
  await person.page.getByRole("switch", { name: "Show in Help now" }).check();
  await person.taps("Save");
  await person.isAt(/\/me\/people$/);
  await person.opens("/me/people/add");
  await person.writes("Name", "Ben");
  await person.writes("Phone number", "312-555-0101");
  await person.taps("Save");
  await person.isAt(/\/me\/people$/);

  // Lines: one hidden, one of one's own.
  await person.opens("/help/lines");
  await person.taps("Veterans");
  await person.sees("Saved.");
  await person.taps("Add this line");
  await person.writes("What it is called", "The clinic at night");
  await person.writes("Its number", "no number");
  await person.page.getByRole("button", { name: "Add this line" }).click();
  await person.sees("This is no phone number.");
  await person.writes("Its number", "312-555-0199");
  await person.page.getByRole("button", { name: "Add this line" }).click();
  await person.seesControl("Take out The clinic at night");
  await person.stop("lines");

  await person.opens("/help");
  await person.seesControl("Call Ana");
  assert.deepEqual(await person.links(), ["tel:988", "sms:988", "tel:911", "tel:3125550100", "tel:3125550199"]);
  assert.equal(await person.counts("Ben"), 0, "who was not chosen is not shown");
  assert.ok(await fits(person), "nothing has to be scrolled");
  await person.stop("help now");
  await person.taps("More lines");
  assert.ok(!(await person.links()).includes("sms:838255"), "a hidden line is not shown");

  // From every place.
  await person.opens("/");
  await person.taps("8");
  await person.sees("What now?");
  const entry = new URL(person.page.url()).pathname.split("/").at(-1);
  const flows = [`/now/${entry}`, `/wave/${entry}`, `/leave/${entry}`, `/call/${entry}`, `/more/${entry}`, `/log/${entry}`];
  for (const place of [...PLACES, ...flows]) {
    await person.opens(place);
    person.tapCount = 0;
    await person.taps("Help now");
    await person.seesControl("Call Ana");
    await person.seesControl("Call 911");
    assert.equal(person.tapCount, 1, place);
  }
  // From a sheet, which lies over the bar.
  await person.opens("/me/people");
  await person.taps("Ben");
  await person.taps("Delete this person");
  await person.sees("Delete Ben?");
  await person.page.getByRole("dialog").getByRole("link", { name: "Help now" }).click();
  await person.seesControl("Call 911");
  // When the app has stopped.
  await person.page.evaluate(() => window.handrail.panicked());
  await person.sees("Handrail has stopped");
  assert.deepEqual((await person.links()).slice(0, 3), ["tel:988", "sms:988", "tel:911"]);

  // Without the network, and with a journal that does not open: who was chosen is there.
  await person.reloads();
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)|Failed to load resource/);
  await person.opens("/help");
  await person.seesControl("Call Ana");
  await person.stop("offline");
  await world.server.start();

  // Away at once, and no way back.
  await person.opens("/log");
  await person.taps("Help now");
  await person.taps("Leave fast");
  await person.sees("Blank page");
  assert.equal(new URL(person.page.url()).pathname, "/blank.html");
  for (let step = 0; step < 3; step += 1) {
    // In a task of its own, so that the page is still there to answer.
    await person.page.evaluate(() => void setTimeout(() => history.back()));
    await person.page.waitForURL(/\/blank\.html$/);
    await person.sees("Blank page");
  }
  await person.taps("Start");
  await person.isUp();
  await person.seesControl("7");
  await person.opens("/me");
  await person.taps("Leave fast");
  await person.sees("Blank page");
};
