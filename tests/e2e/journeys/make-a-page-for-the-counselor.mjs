// One page for the counselor: what was logged becomes numbers, what is private stays out of all of them, blocks and notes go on and off,
// each number opens to its entries, and on paper it is one page in both formats.
import assert from "node:assert/strict";

const at = (person, time) => person.page.clock.setFixedTime(new Date(time));
const NOTE = "Past the corner store after group";
const SECRET = "Nobody is to read this";

const logs = async (person, time, number) => {
  await at(person, time);
  await person.opens("/");
  await person.page.locator("#craving").getByRole("button", { name: new RegExp(`${number} of 10`) }).click();
  const path = await person.isAt("**/now/*");
  return path.split("/").at(-1);
};
const marks = async (person, entry, name, id) => {
  await person.opens(`/log/${entry}`);
  await person.page.getByRole("switch", { name }).click();
  await person.page.waitForFunction((id) => document.querySelector(id)?.matches(":checked"), id);
};
const notes = async (person, entry, words) => {
  await person.opens(`/more/${entry}`);
  await person.writes("Note", words);
  await person.leaves("Note");
  await person.opens(`/log/${entry}`);
  await person.sees(words);
};
const paper = (person) => person.page.locator(".paper");
const block = (person, name) => paper(person).getByRole("region", { name, exact: true });
const says = (person, name, words) => block(person, name).getByText(words).first().waitFor();
const turns = async (person, name) => person.page.getByRole("switch", { name, exact: true }).click();

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);

  // Nine cravings in a week, one of them private; one is to be talked about; a day is told about; something was used.
  const first = await logs(person, "2026-11-20T18:10:00-06:00", 7);
  await notes(person, first, NOTE);
  await marks(person, first, "I want to talk about this", "#talk-about");
  for (const day of [21, 22, 23, 24, 25]) await logs(person, `2026-11-${day}T19:00:00-06:00`, 5);
  await logs(person, "2026-11-25T22:00:00-06:00", 6);
  await logs(person, "2026-11-26T02:00:00-06:00", 9);
  const hidden = await logs(person, "2026-11-26T03:00:00-06:00", 10);
  await notes(person, hidden, SECRET);
  await marks(person, hidden, "I want to talk about this", "#talk-about");
  await marks(person, hidden, "Keep it private", "#private");
  await person.opens("/told");
  await person.taps("Just now");
  await person.isAt("**/then/*");
  await at(person, "2026-11-26T20:00:00-06:00");
  await person.opens("/day");
  await person.page.getByRole("button", { name: "Good", exact: true }).first().click();
  await person.page.getByRole("button", { name: "Good", exact: true, pressed: true }).first().waitFor();

  // Nothing was said about a session, so it is about the last seven days: eight cravings that may be told.
  await person.opens("/me");
  await person.taps("For your counselor");
  await person.isAt("**/me/page");
  await person.sees("Nobody watches this page.");
  await says(person, "When cravings came", "8 cravings, by day, part of the day and hour");
  await says(person, "What I want to talk about", "Craving 7 of 10");
  await says(person, "How the days were", "Days with a check-in: 1 of 7");
  await person.seesNo(NOTE);
  assert.equal(await block(person, "Use").count(), 0, "use is out until it is switched on");
  await person.stop("the page");

  // The same as a table.
  await block(person, "When cravings came").getByText("The same as a table").click();
  await says(person, "When cravings came", /By the hour: .*8:00\sPM 5/);
  await person.stop("the table behind the picture");

  // On and off.
  await person.taps("What is on it");
  await person.stop("what is on it");
  await turns(person, "Notes");
  await says(person, "What I want to talk about", NOTE);
  await turns(person, "Medicine");
  await block(person, "Medicine").waitFor({ state: "detached" });
  await turns(person, "Use");
  await says(person, "Use", "Days that tell of use: 0");
  // A lapse is private until the person says otherwise, also when lapses may come along.
  await turns(person, "Lapses");
  await says(person, "Use", "Lapses told: 0");
  assert.ok(!(await paper(person).innerText()).includes(SECRET), "what is private is on the page");
  assert.ok(!(await paper(person).innerText()).includes("Craving 10 of 10"), "what is private is on the page");

  // Behind the numbers there are the entries, and what was chosen is still chosen on the way back.
  await block(person, "What I want to talk about").getByText("The one entry behind this").click();
  await block(person, "What I want to talk about").getByRole("link", { name: /Craving 7 of 10/ }).waitFor();
  await block(person, "When cravings came").getByText("The 8 entries behind this").click();
  await block(person, "When cravings came").getByText("Cravings (8)").click();
  await block(person, "When cravings came").getByRole("link").nth(7).waitFor();
  assert.equal(await block(person, "When cravings came").getByRole("link").count(), 8);
  await person.stop("the entries behind");
  await block(person, "What I want to talk about").getByRole("link", { name: /Craving 7 of 10/ }).click();
  await person.isAt("**/log/*");
  await person.goesBack();
  await person.isAt("**/me/page");
  await says(person, "What I want to talk about", NOTE);

  // Other days.
  await person.page.getByLabel("Which days").selectOption({ label: "Days you choose" });
  await person.page.getByLabel("First day").fill("2026-11-25");
  await person.page.getByLabel("Last day").fill("2026-11-24");
  await person.sees("Choose a first and a last day, in this order and up to today.");
  await person.page.getByLabel("Last day").fill("2026-11-26");
  await says(person, "When cravings came", "3 cravings. Not enough yet: it takes 8.");
  await person.stop("days of ones own");
  await person.page.getByLabel("Which days").selectOption({ label: "The last 30 days" });
  await says(person, "When cravings came", "8 cravings, by day");
  await person.taps("What is on it");
  await turns(person, "Medicine");
  await turns(person, "Places");
  await turns(person, "Names of people");
  await block(person, "Medicine").waitFor();

  // On paper: dark words, nothing to tap, a line for the name, one page.
  await person.page.evaluate(() => {
    document.documentElement.dataset.theme = "dark";
  });
  await person.page.emulateMedia({ media: "print" });
  assert.ok(await person.page.locator(".paper__name").isVisible());
  assert.ok(!(await person.page.getByLabel("Which days").isVisible()));
  assert.ok(!(await person.page.getByText("The 8 entries behind this").first().isVisible()));
  const colours = await paper(person).evaluate((page) => getComputedStyle(page.querySelector("td")).color.match(/\d+/g).map(Number));
  assert.ok(colours.slice(0, 3).every((part) => part < 90), `the words would be printed as ${colours}`);
  const size = await paper(person).evaluate((page) => parseFloat(getComputedStyle(page).fontSize));
  assert.ok(size >= 12, `${size} px are less than 9 points`);
  const margin = { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" };
  for (const format of ["A4", "Letter"]) {
    const pages = await person.page.pdf({ format, margin });
    assert.equal(pages.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1, `more than one page of ${format}`);
  }
  await person.page.emulateMedia({ media: "screen" });
};
