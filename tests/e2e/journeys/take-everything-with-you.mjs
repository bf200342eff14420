// Everything as files that other programs and people read: made on the phone with the network gone, in four forms, with what the person wants in
// them and without what they do not; and what is private never goes to those who treat them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { filesIn } from "../zip.mjs";

const NOTE = "=Past the \"green door\" <b>after</b> group";
const SECRET = "Nobody else is to read this";

const logs = async (person, number, words) => {
  await person.opens("/");
  await person.page.locator("#craving").getByRole("button", { name: new RegExp(`${number} of 10`) }).click();
  const entry = (await person.isAt("**/now/*")).split("/").at(-1);
  await person.opens(`/more/${entry}`);
  await person.writes("Note", words);
  await person.leaves("Note");
  await person.opens(`/log/${entry}`);
  await person.sees(words);
};

/** Chooses a form, makes the file and saves it: its name and its bytes. */
const takes = async (person, form) => {
  await person.page.getByRole("radio", { name: form }).check({ force: true });
  await person.taps("Make the file");
  await person.sees("The file is made:");
  const saving = person.page.waitForEvent("download");
  await person.taps("Save or send the file");
  const saved = await saving;
  await person.sees("It is among your downloads, readable for whoever uses this device.");
  return [saved.suggestedFilename(), readFileSync(await saved.path())];
};
const ticks = (person, name) => person.page.getByRole("checkbox", { name }).click();

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  await logs(person, 7, NOTE);
  await logs(person, 9, SECRET);
  await person.page.getByRole("switch", { name: "Keep it private" }).click();
  await person.opens("/told");
  await person.taps("Just now");
  await person.isAt("**/then/*");

  // Said before anything is made: this is not sealed. Two taps make a file and hand it over.
  await person.opens("/me");
  await person.taps("Take it with you");
  await person.sees("These files are not sealed");
  await person.stop("what for");
  const [page, pageBytes] = await takes(person, "To read or print");
  assert.equal(page, "pages.html");
  const html = pageBytes.toString();
  assert.match(html, /Past the &quot;green door&quot; &lt;b&gt;after&lt;\/b&gt; group/);
  assert.ok(html.includes(SECRET) && !html.includes("<script") && html.includes("Content-Security-Policy"));
  await person.stop("a page was made");

  // Another choice is another file: what waited is gone.
  await ticks(person, "What I keep private");
  await person.seesNo("Save or send the file");
  await ticks(person, "Use, lapses and sober time");
  const [tables, zip] = await takes(person, "For a spreadsheet");
  assert.equal(tables, "tables.zip");
  const files = filesIn(zip);
  const cravings = Object.values(files).find((text) => text.includes("ride_out_state"));
  assert.ok(cravings.includes("\"'=Past the \"\"green door\"\""), "a note that begins like a formula is none in a spreadsheet");
  assert.ok(!zip.includes(SECRET) && !files["tables.csv"].includes("lapses"));

  const [everything, whole] = await takes(person, "For another program");
  assert.equal(everything, "everything.zip");
  const json = JSON.parse(filesIn(whole)["everything.json"]);
  assert.deepEqual(json.including, { private: false, use_of_substances: false, medication: true });
  assert.deepEqual(json.cravings.map((one) => [one.intensity, one.note]), [[7, NOTE]]);
  await ticks(person, "What I keep private");
  await ticks(person, "Use, lapses and sober time");
  const all = JSON.parse(filesIn((await takes(person, "For another program"))[1])["everything.json"]);
  assert.equal(all.left_out, 0);
  assert.deepEqual(all.cravings.map((one) => [one.intensity, one.private]).sort(), [[7, false], [9, true]]);
  assert.equal(all.lapses.length, 1);

  // For a clinic's program: nothing private, and own words only when they are asked for.
  const [record, quiet] = await takes(person, "For those who treat you");
  await person.stop("for those who treat you");
  assert.equal(record, "record.json");
  const bundle = JSON.parse(quiet.toString());
  assert.deepEqual([bundle.resourceType, bundle.type], ["Bundle", "document"]);
  const observed = bundle.entry.map(({ resource }) => resource).filter((one) => one.resourceType === "Observation");
  assert.deepEqual(observed.flatMap((one) => one.component.map(({ valueInteger }) => valueInteger)), [7]);
  assert.ok(!quiet.includes("green door") && !quiet.includes(SECRET));
  await ticks(person, "My own words");
  const [, spoken] = await takes(person, "For those who treat you");
  assert.ok(spoken.includes("green door") && !spoken.includes(SECRET));

  // Nothing of it stays: not in the address, not on the disk, and not behind a look at another page.
  assert.ok(!(await person.dump()).includes("green door"));
  await person.opens("/me");
  await person.goesBack();
  await person.sees("What is it for?");
  assert.equal(await person.howMany("Save or send the file"), 0);
};
