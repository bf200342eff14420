// The people one can call: added by hand and from a card, put in order, changed, given a face, handed over, deleted; and whatever is typed or
// chosen by mistake does no harm and loses nothing.
import assert from "node:assert/strict";
import { hugePicture } from "../pictures.mjs";
import { readFileSync } from "node:fs";
import { holds } from "../database.mjs";

const CARDS = [
  "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nan Torres\r\nTEL;TYPE=CELL:312-555-0110\r\nTEL;TYPE=FAX:312-555-0111\r\nEND:VCARD\r\n",
  'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Recovery House\r\nTEL;VALUE=uri;TYPE="voice,work":tel:+1-312-555-0112\r\nEND:VCARD\r\n',
  "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:<img src=x onerror=alert(1)>\r\nURL:javascript:alert(1)\r\nTEL:javascript:alert(1)\r\nEND:VCARD\r\n",
].join("");

const order = (person) => person.page.locator(".person-row__name").allInnerTexts();

/** A small photograph with the place where it was taken in it. */
const placedPicture = async (person) => {
  const jpeg = await person.page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 300;
    canvas.height = 200;
    canvas.getContext("2d").fillRect(40, 40, 100, 100);
    const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg"));
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  const place = Buffer.from("Exif\0\0GPS 41.8781 N 87.6298 W");
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, place.length + 2]), place]);
  return Buffer.concat([Buffer.from(jpeg.slice(0, 2)), segment, Buffer.from(jpeg.slice(2))]);
};

export default async (world) => {
  const person = await world.person();
  await person.opens("/me");
  await person.taps("Your people");
  await person.sees("The people you can call will be here");
  await person.stop("nobody yet");

  // By hand, with mistakes on the way.
  await person.taps("Add someone");
  await person.taps("Save");
  await person.sees("Write a name first.");
  await person.writes("Name", "Ana");
  await person.writes("Phone number", "call me");
  await person.taps("Save");
  await person.sees("This is no phone number.");
  assert.equal(await person.reads("Phone number"), "call me");
  await person.stop("refused");
  await person.writes("Phone number", "312-555-0100");
  await person.hasSpace(false);
  await person.taps("Save");
  await person.sees("Not saved: this phone has no space left.");
  assert.equal(await person.reads("Name"), "Ana");
  await person.stop("no space");
  await person.hasSpace(true);
  await person.taps("Try again");
  await person.isAt(/\/me\/people$/);
  assert.deepEqual(await order(person), ["Ana"]);

  // From a card: what is in it is listed first.
  await person.taps("Add from a card");
  const file = person.page.getByLabel("Choose the file");
  await file.setInputFiles({ name: "x.vcf", mimeType: "text/vcard", buffer: Buffer.from("hello") });
  await person.sees("There is no card in this file.");
  await file.setInputFiles({ name: "x.vcf", mimeType: "text/vcard", buffer: Buffer.alloc(9 * 1024 * 1024, 0x78) });
  await person.sees("This file is too large.");
  await file.setInputFiles({ name: "x.vcf", mimeType: "text/vcard", buffer: Buffer.from(CARDS) });
  await person.sees("Whom to add?");
  await person.sees("<img src=x onerror=alert(1)>");
  await person.taps("Add 0 people");
  await person.sees("Choose at least one.");
  await person.page.getByRole("checkbox", { name: /Nan Torres/ }).check();
  await person.page.getByRole("checkbox", { name: /Recovery House/ }).check();
  await person.stop("cards");
  await person.taps("Add 2 people");
  await person.isAt(/\/me\/people$/);
  await person.sees("2 people added.");
  assert.deepEqual(await order(person), ["Ana", "Nan Torres", "Recovery House"]);
  assert.equal(await person.howMany(/^Text Recovery House/), 0, "a landline is not texted");

  // In one's own order.
  await person.taps("Change the order");
  await person.taps("Move Recovery House up");
  await person.page.waitForFunction(() => document.querySelectorAll(".person-row__name")[1]?.textContent === "Recovery House");
  await person.stop("order");
  await person.reloads();
  assert.deepEqual(await order(person), ["Ana", "Recovery House", "Nan Torres"]);

  // One of them.
  await person.taps("Ana");
  await person.isAt(/\/me\/people\/./);
  await person.writes("Your text to them", "Can I call you? & now");
  await person.leaves("Your text to them");
  await person.sees("Saved.");
  await person.writes("Quiet hours", "not after 10 pm");
  await person.leaves("Quiet hours");
  await person.sees("Quiet: not after 10 pm");
  const text = await person.page.getByRole("link", { name: "Text Ana" }).getAttribute("href");
  assert.equal(text, "sms:3125550100?body=Can%20I%20call%20you%3F%20%26%20now");
  await person.taps("Add a number or a link");
  for (const bad of ["javascript:alert(1)", "http://chat.example/x", "whatsapp://send?phone=1"]) {
    await person.writes(/^Link$/, bad);
    await person.taps("Add this link");
    await person.sees("A link begins with https:// and has no spaces.");
  }
  assert.equal(await person.page.locator('a[href^="javascript:"], a[href^="http:"], a[href^="whatsapp:"]').count(), 0);
  await person.writes(/^Link$/, "https://chat.example/room");
  await person.taps("Add this link");
  await person.seesControl("Open the link");
  await person.stop("one of them");

  // A face: large, broken, and with the place in it.
  await person.taps("Photo");
  const photo = person.page.getByLabel("Choose a photo");
  await photo.setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") });
  await person.sees("This file is no picture that this browser can open.");
  await person.page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => ((window.shown = blob), make.call(URL, blob));
  });
  const size = () => person.page.evaluate(async () => Array.from(new Uint8Array(await window.shown.arrayBuffer())));
  await photo.setInputFiles({ name: "x.bmp", mimeType: "image/bmp", buffer: hugePicture() });
  await person.page.locator("img.person-row__face").waitFor();
  assert.ok((await size()).length < 32 * 1024, "a picture of 41 MB is kept small");
  await person.page.evaluate(() => delete window.shown);
  await photo.setInputFiles({ name: "x.jpg", mimeType: "image/jpeg", buffer: await placedPicture(person) });
  await person.page.waitForFunction(() => window.shown !== undefined);
  const kept = Buffer.from(await size());
  assert.ok(!kept.includes("GPS") && !kept.includes("Exif"), "where it was taken is not kept");
  await person.stop("with a face");

  // Handed over in both versions.
  await person.taps("Save as a card");
  for (const [button, version] of [["For any phone", "3.0"], ["For newer programs", "4.0"]]) {
    const [download] = await Promise.all([person.page.waitForEvent("download"), person.taps(button)]);
    assert.equal(download.suggestedFilename(), "contacts.vcf");
    const card = readFileSync(await download.path(), "utf8");
    assert.ok(card.includes(`VERSION:${version}`) && card.includes("FN:Ana") && card.includes("312-555-0100"));
    assert.ok(!/sponsor|Quiet|10 pm|call you/i.test(card), "what they are to the person stays on the phone");
  }

  // Nothing of it can be read on the disk.
  const disk = await person.dump();
  for (const word of ["Nan Torres", "312-555-0100", "not after 10 pm", "Recovery House"]) assert.ok(!holds(disk, word), word);

  // Gone, and back.
  await person.taps("Delete this person");
  await person.sees("Delete Ana?");
  await person.stop("delete");
  await person.tapsIn("dialog", "Delete");
  await person.isAt(/\/me\/people$/);
  await person.sees("Deleted.");
  assert.deepEqual(await order(person), ["Recovery House", "Nan Torres"]);
  await person.taps("Undo");
  await person.seesControl("Ana");
  assert.deepEqual(await order(person), ["Ana", "Recovery House", "Nan Torres"]);
};
