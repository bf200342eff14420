// A session of one's own: added with a link that is none at first, moved from a date on, deleted and taken back.
import assert from "node:assert/strict";

const NOW = new Date("2026-10-20T15:00:00Z");
const plain = (words) => words.replace(/[\s\u2009\u202f\u00a0]+/g, " ");

export default async (world) => {
  const person = await world.person({ zone: "America/Chicago" });
  const week = async () => plain(await person.page.locator("main").innerText());
  const shows = (text) => person.page.waitForFunction(
    (text) => document.querySelector("main").innerText.replace(/[\s\u2009\u202f\u00a0]+/g, " ").includes(text), text,
  );
  await person.page.clock.setFixedTime(NOW);
  await person.opens("/week/add");
  await person.page.getByLabel("Kind").selectOption({ label: "Individual" });
  await person.writes("Your own name for it", "Talk with Dana");
  await person.taps("By the week");
  await person.writes("First date", "2026-10-20");
  await person.writes("Starts at", "16:00");
  assert.equal(await person.page.getByLabel("How long").inputValue(), "50");
  await person.writes("Link, if it is online", "clinic room");
  await person.stop("filled in");

  // Refused kindly, and nothing that was typed is lost.
  await person.taps("Save");
  await person.sees("A link begins with https:// and has no spaces.");
  await person.stop("refused");
  assert.equal(await person.reads("Your own name for it"), "Talk with Dana");
  assert.equal(await person.reads("Link, if it is online"), "clinic room");
  await person.writes("Link, if it is online", "https://clinic.example/room");
  await person.taps("Save");
  await person.sees("Session added.");
  await person.isAt(/\/week$/);
  await shows("4:00 – 4:50 PM");
  await person.sees("Talk with Dana");

  // From the third of November on it is an hour later.
  await person.taps("4:00");
  await person.taps("Change this session");
  assert.equal(await person.reads("First date"), "2026-10-20");
  await person.writes("Starts at", "17:00");
  await person.page.getByLabel("Which dates change?").selectOption({ label: "From a date on" });
  await person.writes("From", "2026-11-04");
  await person.taps("Save");
  await person.sees("The session is not on that day. Choose one of its days.");
  await person.writes("From", "2026-11-03");
  await person.stop("from a date on");
  await person.taps("Save");
  await person.sees("Session changed.");
  await person.isAt(/\/week$/);
  await shows("4:00 – 4:50 PM");
  await person.taps("Next week");
  await person.taps("Next week");
  await shows("5:00 – 5:50 PM");
  assert.ok(!(await week()).includes("4:00 – 4:50 PM"));

  // Deleted from then on, and taken back.
  await person.page.getByRole("link", { name: /Talk with Dana/ }).first().click();
  await person.taps("Change this session");
  await person.taps("Delete this session");
  await person.sees("Session deleted.");
  await person.taps("Undo");
  await person.sees("Taken back.");
  await person.opens("/week");
  await shows("4:00 – 4:50 PM");
  await person.taps("Next week");
  await person.taps("Next week");
  await shows("5:00 – 5:50 PM");

  // Deleted once more, and brought back much later from among what was deleted.
  await person.page.getByRole("link", { name: /Talk with Dana/ }).first().click();
  await person.taps("Change this session");
  await person.taps("Delete this session");
  await person.sees("Session deleted.");
  await person.page.clock.setFixedTime(new Date("2026-11-08T15:00:00Z"));
  await person.opens("/log/deleted");
  await person.sees("Talk with Dana");
  await person.sees("Tue · 5:00");
  await person.stop("deleted");
  await person.taps("Bring back");
  await person.sees("Brought back.");
  await person.sees("Nothing here. What you delete stays here for 30 days.");
  await person.opens("/week");
  await shows("5:00 – 5:50 PM");
};
