// What is written on a better day for a harder one: the safety plan, reasons in words and as a picture, lists that come up on Today at
// their time, and ways of staying away ticked through the week. Offline from the second step on.
import assert from "node:assert/strict";
import { hugePicture } from "../pictures.mjs";

const at = (person, time) => person.page.clock.setFixedTime(new Date(time));
const add = async (person, part, words) => {
  await person.page.locator(`#plan-${part}-add`).fill(words);
  await person.page.locator(`form:has(#plan-${part}-add)`).getByRole("button", { name: "Add" }).click();
  await person.page.locator(`#plan-${part}`).getByRole("button", { name: words }).waitFor();
};
const box = (person, name) => person.page.getByRole("checkbox", { name });

export default async (world) => {
  const person = await world.person();
  // A Thursday, the day before payday.
  await at(person, "2026-11-26T10:00:00-06:00");
  await person.opens("/cope");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);

  // One part at a time, left after the first, gone on with later.
  await person.taps("Safety plan");
  await person.isAt("**/cope/six");
  await person.sees("1 of 6");
  await person.stop("the plan, empty");
  await add(person, "signs", "I stop answering");
  await add(person, "signs", "I drive past the old street");
  await person.taps("Next");
  await add(person, "alone", "Walk to the river");
  await person.opens("/cope/six");
  // Begun already, so all of it is there at once.
  await person.sees("Whom I tell");
  await person.sees("A plan with one person to call carries further.");
  await add(person, "company", "The library, till eight");
  await add(person, "safer", "Give the key to Nan");
  await add(person, "safer", "A line with a mistaek");
  // Changed where it stands, and taken away, and taken back.
  await person.taps("A line with a mistaek");
  await person.writes("Your words", "Money stays with Ana on Fridays");
  await person.taps("Save");
  await person.sees("Money stays with Ana on Fridays");
  await person.seesNo("A line with a mistaek");
  await person.taps("Walk to the river");
  await person.taps("Delete this line");
  await person.seesNo("Walk to the river");
  await person.taps("Undo");
  await person.sees("Walk to the river");
  await box(person, /I stop answering/).check();
  await person.sees("on 1 of the last 14 days");
  await person.stop("the plan, written");

  // On paper: the words, and nothing to tap.
  await person.page.emulateMedia({ media: "print" });
  assert.ok(!(await person.page.locator("#plan-signs-add").isVisible()));
  assert.ok(await person.page.getByText("Give the key to Nan").isVisible());
  // Also for who has it dark: ink on paper is dark.
  const ink = await person.page.evaluate(() => {
    document.documentElement.dataset.theme = "dark";
    const colour = getComputedStyle(document.querySelector("#plan-signs .choice-row")).color;
    delete document.documentElement.dataset.theme;
    return colour.match(/\d+/g).map(Number);
  });
  assert.ok(ink.slice(0, 3).every((part) => part < 90), `the words would be printed as ${ink}`);
  const pages = await person.page.pdf({ format: "Letter" });
  assert.equal(pages.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1, "more than one page of paper");
  await person.page.emulateMedia({ media: "screen" });

  // Help now has it, one tap away, and nothing scrolls.
  await person.opens("/help");
  await person.sees("Safety plan");
  assert.ok(await person.page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight), "Help now scrolls");
  await person.stop("help with a plan");

  // Reasons.
  await person.opens("/cope/why");
  await person.writes("A reason", "Ana graduates in June");
  await person.taps("Add");
  await person.sees("Ana graduates in June");
  // One of 41 MB is made small.
  const picture = { name: "photo.bmp", mimeType: "image/bmp", buffer: hugePicture() };
  await person.page.locator("#reason-picture").setInputFiles(picture);
  await person.page.getByAltText("A picture of one of your reasons").waitFor();
  // What is no picture says so, and the others stay.
  const text = { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no picture") };
  await person.page.locator("#reason-picture").setInputFiles(text);
  await person.page.locator("#add-reason [role=alert] .field__error").first().waitFor();
  await person.sees("Ana graduates in June");
  await person.stop("reasons");
  // Right after a craving they are there.
  await person.opens("/");
  await person.page.locator("#craving").getByRole("button", { name: /7 of 10/ }).click();
  await person.isAt("**/now/*");
  await person.sees("Ana graduates in June");

  // The chart: a place is chosen, what belongs there is tapped, moved, and taken off with a second tap.
  await person.opens("/cope/sort");
  await person.taps("Never");
  await person.taps("Around me");
  await person.taps("An old place");
  await person.writes("A person, a place, a time", "Rico’s corner");
  await person.taps("Add");
  await person.page.locator("#sorted").getByText("Rico’s corner").waitFor();
  await person.taps("With care");
  await person.taps("An old place");
  await person.page.locator("#sorted").getByText("An old place").waitFor();
  await person.stop("the chart");
  await person.taps("An old place");
  await person.page.locator("#sorted").getByText("An old place").waitFor({ state: "detached" });
  // Dragged from one place to another.
  const placed = (risk) => person.page.locator("#sorted dt", { hasText: risk }).locator("xpath=following-sibling::dd[1]");
  await person.page.locator("#sorted .word", { hasText: "Rico’s corner" }).dragTo(placed("Risky"));
  await placed("Risky").getByText("Rico’s corner").waitFor();
  await person.stop("dragged");

  // A hard hour with a plan: nothing on Thursday, there on Friday at four.
  await person.opens("/lists");
  await person.stop("no lists yet");
  await person.taps("Add a list");
  await person.taps("Save");
  await person.sees("Give it a name.");
  await person.writes("What do you call it?", "Payday, past the store");
  await person.taps("Hard hours");
  await person.writes("Step 1", "Take the other bus");
  await person.writes("Step 2", "Call Nan at five");
  await person.page.getByRole("button", { name: "Friday" }).click();
  await person.page.getByLabel("Time, if there is one").fill("17:30");
  await person.stop("a list is written");
  await person.taps("Save");
  await person.isAt("**/lists");
  await person.sees("around 5:30 PM");
  await person.opens("/");
  await person.sees("All entries");
  await person.seesNo("Payday, past the store");
  await at(person, "2026-11-27T16:00:00-06:00");
  await person.opens("/");
  await person.taps("Payday, past the store");
  await person.isAt("**/lists/*");
  await box(person, "Take the other bus").check();
  await person.sees("Used on 1 of the last 28 days.");
  await person.stop("a list is ticked");
  await person.opens(new URL(person.page.url()).pathname);
  await person.page.getByRole("checkbox", { checked: true }).first().waitFor();
  await person.opens("/");
  await person.sees("1 of 2 done");
  await person.stop("today with a hard hour");

  // Staying away is ticked through the week, and begins anew on Monday.
  await person.opens("/lists/add");
  await person.writes("What do you call it?", "My distance");
  await person.taps("Staying away");
  await person.writes("Step 1", "Not past the old street");
  await person.seesNo("When it comes up on Today");
  await person.taps("Save");
  await person.isAt("**/lists");
  await person.taps("My distance");
  await box(person, "Not past the old street").check();
  await at(person, "2026-11-29T22:00:00-06:00");
  await person.opens("/lists");
  await person.sees("1 of 1 this week");
  await person.stop("lists");
  await at(person, "2026-11-30T08:00:00-06:00");
  await person.opens("/lists");
  await person.sees("0 of 1 this week");
  // Changed, and deleted with Undo.
  await person.taps("My distance");
  await person.taps("Change this list");
  await person.writes("What do you call it?", "Keeping my distance");
  await person.taps("Save");
  await person.isAt("**/lists/*");
  await person.sees("Keeping my distance");
  await person.taps("Delete this list");
  await person.isAt("**/lists");
  await person.seesNo("Keeping my distance");
  await person.taps("Undo");
  await person.sees("Keeping my distance");
};
