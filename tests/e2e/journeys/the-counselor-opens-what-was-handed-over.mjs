// The counselor's page, on a desk: three weeks of one person open with their passphrase, show what was agreed to and how it went, and go onto one sheet of
// paper. Whatever else is a file gets a sentence. Nothing is kept. And the same from one file, with no server there at all.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const HANDED = fileURLToPath(new URL("../handed/", import.meta.url));
const PASSPHRASE = "Lamp river tulip canoe maple robin";
const handed = (...names) => names.map((name) => `${HANDED}${name}`);

const gives = (person, ...names) => person.page.getByLabel("Choose files").setInputFiles(handed(...names));
const letter = (person) => person.page.locator(".letter");
const field = (person) => person.page.locator("#passphrase");
const writes = (person, words) => field(person).fill(words);
const opens = async (person) => {
  await writes(person, PASSPHRASE);
  await person.taps("Open");
  await letter(person).waitFor({ timeout: 60000 });
};
const isOnePage = async (person) => {
  for (const format of ["A4", "Letter"]) {
    const pages = await person.page.pdf({ format, preferCSSPageSize: false });
    assert.equal(pages.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1, `more than one page of ${format}`);
  }
};
const keepsNothing = async (person) => {
  const kept = await person.page.evaluate(async () => [
    (await indexedDB.databases()).map(({ name }) => name).filter((name) => name !== "handrail"),
    Object.keys(localStorage).concat(Object.keys(sessionStorage)),
    document.cookie,
  ]);
  assert.deepEqual(kept, [[], [], ""]);
};

const walk = async (person, stop) => {
  await person.page.clock.setFixedTime(new Date("2026-11-27T16:00:00-06:00"));
  await person.sees("Nobody watches this page");
  await person.sees("Open the file that somebody handed to you.");
  await stop("nothing is open");

  // Three files at once; the wrong passphrase first, typed in sight.
  await gives(person, "ana-2.bin", "ana-1.bin", "ana-3.bin");
  await person.sees("3 files open with a passphrase");
  assert.equal(await field(person).getAttribute("type"), "password");
  await person.page.getByRole("switch", { name: "Show what I type" }).click();
  await writes(person, "not these words at all");
  assert.equal(await field(person).getAttribute("type"), "text");
  await person.presses("Enter");
  await person.page.getByText("This passphrase does not open it.").nth(2).waitFor({ timeout: 60000 });
  await stop("the wrong passphrase");
  await opens(person);
  await person.seesNo("One file opens with a passphrase");
  await person.page.waitForFunction(() => document.querySelectorAll(".desk__open li").length === 3, null, { timeout: 60000 });
  assert.equal(await person.counts("Not opened"), 0);

  // Who it is from, and what was agreed to.
  await letter(person).getByRole("heading", { name: "From Ana" }).waitFor();
  await letter(person).getByText("Handed over on Friday, November 27").waitFor();
  assert.match(await person.page.locator(".letter__words").innerText(), /^(\p{L}+ ){5}\p{L}+$/u);
  await person.sees("This page keeps nothing, so it cannot say whether it was here before.");
  await letter(person).getByText("What they agreed to").click();
  for (const words of ["Dr. Lee, North Clinic", "Sunday, February 28, 2027", "Ana López, typed on", "They stop it in the app, or tell you in writing."]) await person.sees(words);
  await person.sees("42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
  await letter(person).getByText("Past the corner store after group").waitFor();

  // How it went, in the order of the days, with a table behind the pictures.
  await letter(person).getByRole("img", { name: "Cravings per 7 days: Nov 6 14.0, Nov 13 9.0, Nov 20 9.0" }).waitFor();
  await letter(person).getByRole("img", { name: "Sessions attended: Nov 6 1 of 3, Nov 13 2 of 3, Nov 20 3 of 3" }).waitFor();
  const trend = letter(person).getByRole("region", { name: "Over time" });
  await trend.getByText("The same as a table").click();
  await trend.getByRole("row", { name: /Nov 13 .* 19/ }).waitFor();
  await stop("three weeks of one person");

  // Another of them, by keyboard.
  await person.tabsTo("Ana", 80);
  await person.presses("Enter");
  await person.page.locator(".desk__open li").nth(0).and(person.page.locator("[aria-current]")).waitFor();

  // Onto paper.
  await person.page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await person.page.emulateMedia({ media: "print" });
  assert.ok(await person.page.getByText("Until: Sunday, February 28, 2027").first().isVisible(), "what was agreed to goes onto paper");
  assert.ok(!(await person.page.getByText("Choose files").isVisible()));
  await isOnePage(person);
  await person.page.emulateMedia({ media: "screen" });
  await person.page.evaluate(() => delete document.documentElement.dataset.theme);

  // Closed, nothing of it is there any more.
  await person.taps("Close everything");
  await person.sees("Closed. Nothing of it is on this page any more.");
  assert.ok(!(await person.page.locator("body").innerText()).includes("Ana"));

  // Every other file has its sentence.
  const whole = readFileSync(handed("ana-1.bin")[0]);
  const damaged = Buffer.from(whole);
  damaged[60] ^= 1;
  const newer = Buffer.from(whole);
  newer[8] = 9;
  const wrong = [
    ["backup.bin", readFileSync(handed("backup.bin")[0]), "This is a whole backup, not a page for you"],
    ["photo.png", Buffer.from("\x89PNG\r\n\x1a\n picture", "latin1"), "This is not a file from Handrail."],
    ["damaged.bin", damaged, "This file is damaged"],
    ["newer.bin", newer, "A newer version of Handrail made this."],
    ["cut.bin", whole.subarray(0, 60), "The end of this file is missing."],
    ["key.bin", readFileSync(handed("for-a-key.bin")[0]), "This file opens with your key."],
  ];
  await person.page.getByLabel("Choose files").setInputFiles(wrong.map(([name, buffer]) => ({ name, buffer, mimeType: "application/octet-stream" })));
  for (const [, , sentence] of wrong) await person.sees(sentence);
  await stop("files that are no page");
  await person.page.getByRole("button", { name: /^Take off the list.*photo.png/ }).click();
  await person.seesNo("This is not a file from Handrail.");
  await gives(person, "consent-over.bin");
  await writes(person, PASSPHRASE);
  await person.taps("Open");
  await person.page.getByText("The consent for this page ended on Thursday, November 26, so it is not shown.").waitFor({ timeout: 60000 });
  await person.taps("Close everything").catch(() => {});
};

/** Markup in every string stays words; and the fullest page there can be is still one page. */
const readsMarkupAsWords = async (person, stop) => {
  await gives(person, "full-of-markup.bin");
  await opens(person);
  await letter(person).getByText("<img src=x onerror=alert(1)>").first().waitFor();
  await letter(person).getByText("<script>alert(1)</script>").first().waitFor();
  assert.equal(await letter(person).locator("img, script, b, i, style, iframe").count(), 0, "words became markup");
  await stop("markup in every word");
  await person.page.emulateMedia({ media: "print" });
  await isOnePage(person);
  await person.page.emulateMedia({ media: "screen" });
  await person.taps("Close everything");
};

export default async (world) => {
  const person = await world.person({ screen: { width: 1280, height: 800 } });
  person.page.on("dialog", () => world.guard.note("a dialog: words ran as code"));
  await person.opens("/counselor");
  await person.isAt("**/counselor/");
  const stop = (name) => person.stop(name);
  await walk(person, stop);
  await readsMarkupAsWords(person, stop);
  await keepsNothing(person);

  // In Spanish.
  await person.page.getByRole("button", { name: "Español" }).click();
  await person.sees("Abre el archivo que alguien te entregó.");
  assert.equal(await person.page.evaluate(() => document.documentElement.lang), "es");
  await person.stop("in spanish");

  // The app's own worker leaves the page alone.
  await person.opens("/");
  await person.isReadyForOffline();
  await person.opens("/counselor/");
  await person.page.getByText("Elegir archivos").or(person.page.getByText("Choose files")).first().waitFor();

  // As one file, with nothing there to ask.
  await world.server.stop();
  world.guard.expects(/another origin: (file|blob):/);
  await person.page.goto(pathToFileURL(`${world.server.dist}/counselor/handrail-counselor.html`).href);
  await walk(person, async () => {});
  await readsMarkupAsWords(person, async () => {});
};
