// What a program hands over is the first thing that somebody opens, or it comes at a bad time: by its link on a new phone, from another app, and
// when the entries do not open. It is seen, or said not to be taken in; it is nowhere in the address and nowhere on the disk.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const pack = (name) => readFileSync(new URL(`../packs/${name}`, import.meta.url));
const at = (person, day) => person.page.clock.setFixedTime(new Date(`2026-10-${day}T10:00:00-04:00`));

export default async (world) => {
  // The link brings somebody here for the first time: what it would change comes first, and nothing has to be set up.
  const person = await world.person();
  await at(person, 18);
  await person.opens(`/#pack=${pack("first.txt")}`);
  await person.sees("From Sam Rivera, North Clinic.");
  assert.equal(person.page.url(), `${person.origin}/week/given/in`);
  await person.stop("the first thing");
  await person.taps("Take in 5");
  await person.isAt("**/week/given");
  await person.taps("Back");
  await person.isAt("**/week");
  await person.opens("/");
  await person.sees("New here?");

  // A later version, shared by a mail program with the installed app, and taken by the page once.
  await person.isReadyForOffline();
  const manifest = await person.page.evaluate(async () => (await fetch(document.querySelector("link[rel=manifest]").href)).json());
  assert.ok(manifest.share_target.params.files[0].accept.includes(".handrail-pack"));
  await person.page.evaluate(async ([action, field, bytes]) => {
    const form = new FormData();
    form.append(field, new File([new Uint8Array(bytes)], "program.handrail-pack", { type: "application/octet-stream" }));
    const answer = await fetch(action, { method: "POST", body: form });
    window.sentTo = new URL(answer.url).pathname;
  }, [manifest.share_target.action, manifest.share_target.params.files[0].name, [...pack("second.handrail-pack")]]);
  assert.equal(await person.page.evaluate(() => window.sentTo), "/week/given/in");
  await person.opens("/week/given/in");
  await person.sees("1 changed");
  await person.opens("/week/given/in");
  await person.seesControl("Choose the file");

  // The entries do not open: it is said that nothing was taken in, and nothing keeps it.
  await person.lands("/help.html");
  await person.damages("meta", "tag", Buffer.from("root").toString("hex"));
  await person.opens(`/#pack=${pack("first.txt")}`);
  await person.sees("the key that opens them is gone");
  await person.sees("What your program sent was not taken in, and is not lost.");
  await person.stop("not taken in");
  assert.ok(!person.page.url().includes("#"));
  const kept = JSON.stringify(await person.page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }, history.state]));
  assert.ok(!kept.includes("iUhSQw0K"), "it rests somewhere");
};
