// A counselor writes a program for clients: with faults, which are told where they are; signed, saved, shown as a code, put on a sheet of paper; and the next
// version, which keeps what phones know it by. With a key for this visit, with keys of their own, and from one file with no server there at all.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const PASSPHRASE = "lamp river tulip canoe maple robin";
const ANA = fileURLToPath(new URL("../handed/ana-1.bin", import.meta.url));
const card = (person) => person.page.locator("#program");
const line = (person, name) => card(person).locator("details", { has: person.page.locator(`summary:has-text("${name}")`) }).last();
const writes = (within, label, text) => within.getByLabel(label, { exact: false }).first().fill(text);
const signs = async (person, version) => {
  await card(person).getByRole("button", { name: "Sign it" }).click();
  await card(person).getByRole("heading", { name: `Version ${version} is signed` }).waitFor();
};
const saves = async (person) => {
  const download = person.page.waitForEvent("download");
  await card(person).getByRole("button", { name: "Save the file" }).click();
  const saved = await download;
  assert.equal(saved.suggestedFilename(), "program.handrail-pack");
  return readFileSync(await saved.path());
};
const chooses = (person, name, buffer) =>
  person.page.getByLabel("Choose files").setInputFiles([{ name, buffer, mimeType: "application/octet-stream" }]);
/** Whether the page would have the browser ask before it is left, as the browser finds out. */
const asksBeforeLeaving = (person) =>
  person.page.evaluate(() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
  });
const isOnePage = async (person) => {
  for (const format of ["A4", "Letter"]) {
    const pages = await person.page.pdf({ format, preferCSSPageSize: false });
    assert.equal(pages.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1, `more than one page of ${format}`);
  }
};

/** Writes a session, homework and a goal, and signs them. */
const walk = async (person, stop, hasAddress) => {
  await person.page.clock.setFixedTime(new Date("2026-11-27T16:00:00-06:00"));
  await person.sees("A program for your clients");
  assert.ok(!(await card(person).getByLabel("Who it is from").isVisible()), "it is folded away at first");
  await person.page.locator("summary", { hasText: "Make a program" }).click();
  assert.ok(!(await asksBeforeLeaving(person)), "nothing is written yet");
  await card(person).getByRole("button", { name: "Session" }).click();
  const session = line(person, "Session");
  await writes(session, "A name for it", "Evening group");
  await session.getByRole("button", { name: "Monday" }).click();
  await session.getByRole("button", { name: "Wednesday" }).click();
  await writes(session, "Starts at", "18:00");
  await writes(session, "Ends at", "09:00");
  await writes(session, "Link, if online", "not an address");

  // What is wrong is said beside its field; nothing typed is lost.
  await card(person).getByRole("button", { name: "Sign it" }).click();
  await person.sees("Nothing is signed yet, and nothing is lost.");
  await person.sees("Nothing stands here yet. Fill it in.");
  await person.sees("It ends before it starts.");
  await person.sees("A link begins with https://");
  const from = await card(person).getByLabel("Who it is from").elementHandle();
  await person.page.waitForFunction((field) => field === document.activeElement, from);
  assert.equal(await session.getByLabel("A name for it").inputValue(), "Evening group");
  assert.equal(await session.getByRole("button", { name: "Wednesday" }).getAttribute("aria-pressed"), "true");
  await stop("faults beside their fields");
  assert.ok(await asksBeforeLeaving(person), "what is half written would be lost");
  await writes(card(person), "Who it is from", "Dr. Lee");
  await writes(card(person), "Clinic", "North Clinic");
  await writes(card(person), "The clinic’s phone", "312 555 0100");
  await writes(session, "Ends at", "21:00");
  await person.seesNo("It ends before it starts.");
  await writes(session, "Link, if online", "https://video.example/room?pwd=1");
  await session.getByLabel("Link, if online").blur();
  await person.sees("Session: Evening group");

  await card(person).getByRole("button", { name: "Homework" }).click();
  await writes(line(person, "Homework"), "What is there to do?", "Three moments that were <b>hard</b>");
  await card(person).getByRole("button", { name: "Goal" }).click();
  await writes(line(person, "Goal"), "Goal", "Thirty days");
  await signs(person, 1);
  await stop("a program that is signed");
  const words = await card(person).locator(".letter__words").allInnerTexts();
  assert.equal(words.length, 2);
  for (const six of words) assert.match(six, /^(\p{L}+ ){5}\p{L}+$/u);
  const file = await saves(person);
  assert.equal(file.subarray(1, 4).toString(), "HRC");
  assert.ok(!(await asksBeforeLeaving(person)), "it is signed and saved");

  // As a code: without an address first, where the app is not beside this page.
  if (!hasAddress) {
    await card(person).getByRole("button", { name: "Show the code" }).click();
    await person.sees("Write the address where your clients open Handrail.");
    await card(person).getByLabel("Address of the app").fill("https://app.example");
  }
  await card(person).getByRole("button", { name: "Show the code" }).click();
  const code = card(person).getByRole("img", { name: "QR code of the link to this program" });
  await code.waitFor();
  assert.ok((await code.boundingBox()).width > 300, "large enough for a camera");
  await card(person).locator("summary", { hasText: "The link" }).click();
  const link = await card(person).locator(".desk__key").innerText();
  assert.ok(link.startsWith(hasAddress ? `${person.origin}/#pack=` : "https://app.example/#pack="), link.slice(0, 60));
  assert.deepEqual(Buffer.from(link.split("#pack=")[1], "base64url"), file, "the link holds the very file");
  await stop("its code");

  // On paper: one sheet, and nothing else of the page.
  await person.page.emulateMedia({ media: "print" });
  await person.sees("Your program, for your phone");
  await person.sees("Open the camera of your phone");
  assert.ok(!(await person.page.getByText("Choose files").isVisible()));
  await isOnePage(person);
  await person.pictures("on paper");
  await person.page.emulateMedia({ media: "screen" });
  return { file, words };
};

/** The next version: what clients are asked about is told, numbers and name stay. */
const next = async (person, stop) => {
  await card(person).getByRole("button", { name: "Change it" }).click();
  await person.sees("This goes on from version 1.");
  await person.sees("So far nothing is different from version 1.");
  const goal = line(person, "Goal");
  await goal.locator("summary").click();
  await goal.getByRole("button", { name: "Remove" }).click();
  await goal.getByRole("button", { name: "Keep it" }).click();
  await goal.getByRole("button", { name: "Remove" }).click();
  await card(person).getByRole("button", { name: "Remove it" }).click();
  const session = line(person, "Session");
  await session.locator("summary").click();
  await writes(session, "Starts at", "17:30");
  await session.getByLabel("Starts at").blur();
  await person.sees("Clients who have version 1 are asked about");
  await card(person).getByText("Changed · Session: Evening group").waitFor();
  await card(person).getByText("Taken out · Goal: Thirty days").waitFor();
  await stop("what clients are asked about");
  await signs(person, 2);
};

export default async (world) => {
  const person = await world.person({ screen: { width: 1280, height: 800 } });
  person.page.on("dialog", () => world.guard.note("a dialog: words ran as code"));
  const stop = (name) => person.stop(name);
  await person.opens("/counselor/");
  const address = person.page.url();
  const { file, words } = await walk(person, stop, true);
  await next(person, stop);
  assert.equal(person.page.url(), address);
  assert.ok(!(await person.page.title()).includes("program"));

  // Nothing is kept without keys. With keys the same key signs from then on, and programs wait to be gone on with.
  await person.sees("It is not kept here.");
  await person.page.locator("summary", { hasText: "Make a key" }).click();
  await person.page.locator("#new-passphrase").fill(PASSPHRASE);
  await person.page.getByRole("switch", { name: "I have written it down" }).click();
  await person.page.getByRole("button", { name: "Make a key" }).click();
  await person.page.getByRole("heading", { name: "Your key" }).waitFor({ timeout: 60000 });
  await person.page.locator("#keys").getByText(words[0]).waitFor();
  await card(person).getByRole("button", { name: "Change it" }).click();
  await signs(person, 3);
  await person.sees("It is kept with your keys");
  await person.reloads();
  await person.page.locator("#keys-passphrase").fill(PASSPHRASE);
  await person.taps("Open my keys");
  await person.page.getByRole("heading", { name: "Your key" }).waitFor({ timeout: 60000 });
  await person.page.locator("summary", { hasText: "Make a program" }).click();
  await card(person).getByRole("button", { name: "North Clinic · Version 3" }).click();
  await person.sees("This goes on from version 3.");
  assert.equal(await card(person).getByLabel("Who it is from").inputValue(), "Dr. Lee");
  await stop("going on another day");

  // An older file of it opens the later version; while something is being written, nothing is put in its place.
  await writes(card(person), "Who it is from", "Dr. Lee and Sam");
  await chooses(person, "program.handrail-pack", file);
  await person.sees("You are still writing another program");
  await card(person).getByRole("button", { name: "Start a new program" }).click();
  await card(person).getByRole("button", { name: "Start a new one" }).click();
  await chooses(person, "program.handrail-pack", file);
  await person.sees("You signed a later version of this program");
  await person.sees("This goes on from version 3.");
  await signs(person, 4);

  // While a client scans the code from the screen, nobody else's page is on it.
  await person.page.getByLabel("Choose files").setInputFiles(ANA);
  await person.page.locator("#passphrase").fill(PASSPHRASE);
  await person.presses("Enter");
  const ana = person.page.getByRole("heading", { name: "From Ana" });
  await ana.waitFor({ timeout: 60000 });
  await card(person).getByRole("button", { name: "Show the code" }).click();
  await person.seesNo("From Ana");
  await person.stop("a code while a page is open");
  await card(person).getByRole("button", { name: "Hide the code" }).click();
  await ana.waitFor();
  await person.taps("Close everything");

  // In Spanish.
  await person.page.getByRole("button", { name: "Español" }).click();
  await person.sees("Un programa para quienes atiendes");
  await person.sees("La versión 4 está firmada");
  await person.stop("in spanish");

  // As one file, with nothing there to ask; what another key signed is a program of its own.
  await world.server.stop();
  world.guard.expects(/another origin: (file|blob):/);
  await person.page.goto(pathToFileURL(`${world.server.dist}/counselor/handrail-counselor.html`).href);
  await walk(person, async () => {}, false);
  await card(person).getByRole("button", { name: "Start a new program" }).click();
  await chooses(person, "program.handrail-pack", file);
  await person.sees("Another key signed this.");
  await signs(person, 1);
};
