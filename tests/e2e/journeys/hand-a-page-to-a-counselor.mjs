// From the person's phone to the counselor's desk, with no server in between: a key that is compared, a consent that is signed, a file that is handed over, and the
// same page on both sides. Then again with four taps, and stopped; and a program the other way.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const PASSPHRASE = "lamp river tulip canoe maple robin";
const NAME = "Dr. Lee";

const takes = async (person) => {
  const saving = person.page.waitForEvent("download");
  await person.taps("Hand it over");
  const saved = await saving;
  assert.equal(saved.suggestedFilename(), "page.bin");
  return readFileSync(await saved.path());
};
const isSealed = (person, name) => person.page.getByText(`Sealed for ${name}. Nothing was sent yet.`).waitFor({ timeout: 60000 });
const gives = (person, buffer) =>
  person.page.getByLabel("Choose files").setInputFiles({ name: "page.bin", mimeType: "application/octet-stream", buffer });
const letter = (person) => person.page.locator(".letter");
const chooses = (person, name) => person.page.getByRole("radio", { name }).click();
/** What stands in the blocks of the page, without what opens a number to its entries. */
const onPage = (page) =>
  page.locator(".paper__blocks .paper__block").evaluateAll((blocks) =>
    blocks.map((block) => [...block.querySelectorAll("h3, p, th, td")].filter((one) => !one.closest(".paper__behind")).map((one) => one.textContent)),
  );

export default async (world) => {
  const desk = await world.person({ screen: { width: 1280, height: 800 } });
  await desk.opens("/counselor/");
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);

  // The counselor makes a key.
  await desk.page.locator("summary", { hasText: "Make a key" }).click();
  await desk.page.locator("#new-passphrase").fill(PASSPHRASE);
  await desk.page.getByRole("switch", { name: "I have written it down" }).click();
  await desk.page.getByRole("button", { name: "Make a key" }).click();
  await desk.page.getByRole("heading", { name: "Your key" }).waitFor({ timeout: 60000 });
  const address = await desk.page.locator(".desk__key").innerText();

  // The person logs something, and takes up the key: first with a letter wrong.
  for (const number of [7, 4]) {
    await person.opens("/");
    await person.page.locator("#craving").getByRole("button", { name: new RegExp(`${number} of 10`) }).click();
    await person.isAt("**/now/*");
  }
  await person.opens("/me/page");
  await person.page.getByRole("link", { name: "To somebody new" }).click();
  await person.isAt("**/me/out");
  await person.sees("Nobody yet.");
  await person.sees("Nothing yet. It will stand here, with a way to stop.");
  await person.stop("nobody to hand it to");
  await person.page.getByRole("link", { name: "Add a counselor" }).click();
  await person.isAt("**/me/out/add");
  await person.taps("Save");
  await person.sees("Write their name.");
  await person.writes("Their name", NAME);
  await person.writes("Their key", address.replace(/.$/, (last) => (last === "7" ? "8" : "7")));
  await person.taps("Save");
  await person.sees("This is not a whole key.");
  await person.stop("a letter is wrong");
  await person.writes("Their key", address.toLowerCase().replaceAll("-", " "));
  await person.taps("Save");

  // Nothing is sealed for a key that nobody compared.
  await person.page.getByRole("heading", { name: "The words of this key" }).waitFor();
  const six = await person.page.locator("#compare .own-text").innerText();
  assert.match(six, /^(\p{L}+ ){5}\p{L}+$/u);
  assert.ok((await desk.page.locator("body").innerText()).includes(six), "the counselor sees the same six words");
  await person.stop("six words to compare");
  await person.opens("/me/out");
  await person.sees("Their words were not compared yet.");
  await person.page.getByRole("link", { name: NAME }).click();
  await person.taps("They have the same six words");
  await person.page.getByText(/^Compared on /).waitFor();

  // Consent: nothing is sealed without it.
  await person.opens("/me/out");
  await person.page.getByRole("button", { name: NAME }).click();
  await person.page.getByRole("heading", { name: "What you agree to" }).waitFor();
  await person.taps("Seal it");
  await person.sees("Tick “I agree” first.");
  await chooses(person, "Pages of the next 90 days");
  await person.writes("Your name (you can leave it out)", "Ana");
  await person.page.getByRole("checkbox", { name: "I agree" }).click();
  await person.stop("what is agreed to");
  await person.taps("Seal it");
  await isSealed(person, NAME);
  const first = await takes(person);
  assert.ok(!first.includes("Ana") && !first.includes("Lee"), "something in the file can be read");
  await person.sees("Saved among your downloads.");
  await person.page.getByText(/^Handed over on .* You agreed until /).waitFor();
  await person.stop("handed over");
  await person.taps("Show my own six words");
  await person.page.locator('[role="status"] .own-text').waitFor({ timeout: 60000 });
  const own = await person.page.locator('[role="status"] .own-text').innerText();

  // It opens by itself, from these six words, and says what the preview said.
  await gives(desk, first);
  await letter(desk).getByRole("heading", { name: "From Ana" }).waitFor({ timeout: 60000 });
  assert.equal(await desk.page.locator(".letter__words").innerText(), own);
  await person.opens("/me/page");
  await person.page.locator(".paper__block").first().waitFor();
  assert.deepEqual(await onPage(desk.page), await onPage(person.page), "what is shown is what is sent");
  await letter(desk).getByText("What they agreed to").click();
  await desk.sees(NAME);
  await desk.stop("a page from the person");

  // The same file again is known; one that was changed on its way is not opened.
  await gives(desk, first);
  await desk.page.getByText(/was opened here before/).waitFor({ timeout: 60000 });
  const changed = Buffer.from(first);
  changed[first.length - 30] ^= 1;
  await gives(desk, changed);
  await desk.page.getByText("This file is damaged").waitFor({ timeout: 60000 });

  // The next one takes four taps from Today.
  await person.opens("/");
  await person.page.getByRole("link", { name: "Me", exact: true }).click();
  await person.page.getByRole("link", { name: /For your counselor/ }).click();
  await person.page.getByRole("button", { name: `To ${NAME}` }).click();
  await isSealed(person, NAME);
  const second = await takes(person);
  await person.sees("Saved among your downloads.");
  await gives(desk, second);
  await desk.page.waitForFunction(() => document.querySelectorAll(".desk__open li").length >= 2, null, { timeout: 60000 });

  // What shows more than was agreed to is not sealed.
  await person.opens("/me/page");
  await person.taps("What is on it");
  await person.page.getByRole("switch", { name: "Notes", exact: true }).click();
  await person.page.getByRole("button", { name: `To ${NAME}` }).click();
  await person.sees("This page shows more than you agreed to.");
  await person.stop("more than was agreed to");

  // Stopped: nothing more goes under it.
  await person.opens("/me/out");
  await person.page.locator("#sent").getByRole("button", { name: "Stop" }).first().click();
  await person.page.getByText(/^Handed over on .* You stopped it on /).first().waitFor();
  await person.opens("/me/page");
  assert.equal(await person.page.getByRole("button", { name: `To ${NAME}` }).count(), 0);

  // With a passphrase, to somebody without a key.
  await person.opens("/me/out");
  await person.taps("With a passphrase");
  await person.page.getByRole("checkbox", { name: "I agree" }).click();
  await person.taps("Seal it");
  await person.sees("Write who gets it.");
  await person.writes("Who gets it", "Mom");
  await person.taps("Seal it");
  await person.sees("A passphrase needs 12 letters or more.");
  await person.taps("Give me six words");
  await person.page.waitForFunction(() => document.querySelector("#page-passphrase").value.split(" ").length === 6);
  const passphrase = await person.page.locator("#page-passphrase").inputValue();
  await person.taps("Seal it");
  await isSealed(person, "Mom");
  const third = await takes(person);
  await person.sees("Saved among your downloads.");
  await person.stop("with a passphrase");
  await gives(desk, third);
  await desk.page.locator("#passphrase").fill(passphrase.toUpperCase());
  await desk.page.getByRole("button", { name: "Open", exact: true }).click();
  await desk.page.waitForFunction(() => document.querySelectorAll(".desk__open li").length >= 3, null, { timeout: 60000 });

  // And back, as a file too: a program from the counselor's desk, known by the same six words on both screens, is in the week.
  const program = desk.page.locator("#program");
  await program.locator("summary", { hasText: "Make a program" }).click();
  await program.getByLabel("Who it is from").fill(NAME);
  await program.getByRole("button", { name: "Goal" }).click();
  await program.getByLabel("Goal", { exact: false }).last().fill("Thirty days");
  await program.getByRole("button", { name: "Sign it" }).click();
  await program.getByRole("heading", { name: "Version 1 is signed" }).waitFor();
  const signed = await program.locator(".letter__words").first().innerText();
  const saving = desk.page.waitForEvent("download");
  await program.getByRole("button", { name: "Save the file" }).click();
  const pack = readFileSync(await (await saving).path());
  await person.opens("/week/given/in");
  await person.gives("Choose the file", "program.handrail-pack", pack);
  await person.sees(`From ${NAME}.`);
  await person.sees(signed);
  await person.taps("Take in 1");
  await person.isAt("**/week/given");
  await person.sees("Thirty days");
  await world.server.start();
};
