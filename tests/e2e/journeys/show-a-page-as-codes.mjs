// Two people in one room and no network: the page goes from one screen to the other as codes, in any order, with other codes and broken ones in between,
// and opens there; on the phone it stands in the list as handed over.
import assert from "node:assert/strict";
import { hasCamera, readsCode, sees } from "../camera.mjs";

const PASSPHRASE = "lamp river tulip canoe maple robin";

export default async (world) => {
  const desk = await world.person({ screen: { width: 1280, height: 800 } });
  await hasCamera(desk);
  await desk.opens("/counselor/");
  const person = await world.person();
  await hasCamera(person);
  await person.opens("/");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  for (const number of [7, 4, 6]) {
    await person.opens("/");
    await person.page.locator("#craving").getByRole("button", { name: new RegExp(`${number} of 10`) }).click();
    await person.isAt("**/now/*");
  }
  await person.opens("/me/out");
  await person.page.getByRole("button", { name: "With a passphrase" }).click();
  await person.writes("Who gets it", "Dr. Lee");
  await person.page.getByRole("radio", { name: "This page only" }).click();
  await person.page.getByRole("checkbox", { name: "I agree" }).click();
  await person.page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await person.taps("Seal it");
  await person.page.getByText("Sealed for Dr. Lee. Nothing was sent yet.").waitFor({ timeout: 60000 });

  // All codes, as a camera sees them.
  await person.taps("Show it as codes");
  const told = person.page.locator("#code-told");
  const count = Number((await told.innerText()).match(/^Code 1 of (\d+)$/)[1]);
  assert.ok(count > 1 && count < 12, `${count} codes`);
  await person.stop("a code");
  const codes = [];
  for (let number = 1; number <= count; number += 1) {
    await person.sees(`Code ${number} of ${count}`);
    codes.push(await readsCode(person, person.page.locator(".codes__code")));
    await person.taps("Next code");
  }
  await person.sees(`Code 1 of ${count}`);
  assert.equal(new Set(codes).size, count);
  assert.ok(codes.every((code) => /^HRQ1\./.test(code) && !code.includes("Lee")));

  // The counselor's camera: stopped, something else, the last code first, one that was read wrong, and all of them.
  await desk.taps("Read codes with the camera");
  await desk.sees("Hold the other screen in front of the camera");
  await desk.stop("the camera looks");
  await desk.taps("Stop");
  await desk.taps("Read codes with the camera");
  await sees(desk, "https://clinic.example/menu");
  await desk.sees("That is no code of a page.");
  await sees(desk, codes.at(-1));
  await desk.sees(`1 of ${count} read.`);
  await sees(desk, codes[0].replace(/.$/, ""));
  await desk.sees("A code was not read right.");
  for (const [place, code] of codes.slice(0, -1).entries()) {
    await sees(desk, code);
    if (place + 2 < count) await desk.sees(`${place + 2} of ${count} read.`);
  }
  await desk.sees("One file opens with a passphrase");
  assert.equal(await desk.page.locator("video").count(), 0, "the camera is off");
  await desk.page.locator("#passphrase").fill(PASSPHRASE);
  await desk.page.getByRole("button", { name: "Open", exact: true }).click();
  await desk.page.locator(".letter").getByRole("heading", { name: "No name was written" }).waitFor({ timeout: 60000 });
  await desk.page.locator(".letter").getByText("What they agreed to").click();
  await desk.sees("Dr. Lee");

  // On the phone it is out, and in the list.
  await person.taps("They have read them all");
  await person.sees("Handed over. It is in your list below.");
  await person.page.getByText(/^Handed over on /).first().waitFor();
  assert.equal(await person.page.locator(".codes__code").count(), 0);
  await person.stop("handed over");

  // The other way round: the counselor's key off their screen, with nothing to type but a name.
  await desk.page.locator("summary", { hasText: "Make a key" }).click();
  await desk.page.locator("#new-passphrase").fill(PASSPHRASE);
  await desk.page.getByRole("switch", { name: "I have written it down" }).click();
  await desk.page.getByRole("button", { name: "Make a key" }).click();
  await desk.page.locator("summary", { hasText: "Your key as a code" }).click({ timeout: 60000 });
  const key = await readsCode(desk, desk.page.locator("#keys-code svg.program__picture"));
  assert.equal(key, await desk.page.locator(".desk__key").first().innerText());
  await desk.stop("the key as a code");
  await person.opens("/me/out/add");
  await person.taps("Scan the code");
  await person.stop("scanning");
  await sees(person, key);
  await person.page.waitForFunction((key) => document.querySelector("#counselor-key").value === key, key);
  await person.writes("Their name", "Dr. Lee");
  await person.taps("Save");
  await person.page.getByRole("heading", { name: "The words of this key" }).waitFor();
};
