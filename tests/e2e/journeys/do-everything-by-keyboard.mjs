// No pointer at all: from the first key to a saved craving, its trigger and its note, and to help, with the focus always to be seen.
import assert from "node:assert/strict";

export default async (world) => {
  const person = await world.person({ calm: true });
  await person.opens("/");
  await person.presses("Tab");
  await person.sees("Skip to the page");
  await person.presses("Enter");
  await person.tabsTo("7");
  await person.presses("Enter");
  await person.sees("What now?");
  await person.tabsTo("Add what was going on");
  await person.presses("Enter");
  await person.sees("What set it off?");
  await person.tabsTo("Lonely");
  await person.presses("Space");
  await person.page.getByRole("button", { name: "Lonely", pressed: true }).first().waitFor();
  await person.focusReaches("Note");
  await person.page.keyboard.type("By hand.");
  await person.tabsTo("Done");
  await person.presses("Enter");
  await person.tabsTo("Craving 7 of 10");
  await person.presses("Enter");
  await person.sees("By hand.");
  await person.tabsTo("Delete");
  await person.presses("Enter");
  await person.sees("Deleted.");
  await person.tabsTo("Undo");
  await person.presses("Enter");
  await person.sees("Taken back.");
  await person.tabsTo("Help now");
  await person.presses("Enter");
  await person.sees("988");
  await person.tabsTo("Call 911");
  assert.equal(await person.page.evaluate(() => document.activeElement.getAttribute("href")), "tel:911");
  await person.stop("help by keyboard");
};
