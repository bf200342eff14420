// A log longer than a page: what is further back is one tap away, as often as it takes, and one kind of entry at a time.
import assert from "node:assert/strict";

const MORE_THAN_A_PAGE = 53;

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.taps("9");
  await person.isAt("**/now/*");
  for (let count = 1; count < MORE_THAN_A_PAGE; count += 1) {
    await person.taps("Today");
    await person.taps("2");
    await person.isAt("**/now/*");
  }
  await person.opens("/day");
  await person.taps("No");
  await person.page.getByRole("button", { name: "No", exact: true, pressed: true }).waitFor();
  await person.opens("/log");
  const rows = person.page.getByRole("link", { name: /^Craving/ });
  await person.seesControl("Show earlier");
  assert.equal(await person.howMany("Craving 9 of 10"), 0);
  await person.stop("the newest page");
  await person.taps("Show earlier");
  await person.seesEntry(9);
  assert.equal(await rows.count(), MORE_THAN_A_PAGE);
  const shows = (kind) => person.page.getByLabel("Show", { exact: true }).selectOption({ label: kind });
  await shows("Check-ins");
  await rows.first().waitFor({ state: "detached" });
  await person.page.getByRole("link", { name: /^Check-in/ }).waitFor();
  await shows("Use");
  await person.sees("None of these.");
  await person.stop("one kind");
  await shows("Cravings");
  await person.seesControl("Show earlier");
};
