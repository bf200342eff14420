// Weeks later: found by a word, put right without losing what it said, deleted, brought back, erased for good.
import assert from "node:assert/strict";
import { dump, holds } from "../database.mjs";

const NOTE = "Past the old bar on Maple Street, rain, no umbrella.";

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.taps("6");
  await person.sees("Saved.");
  await person.taps("Add what was going on");
  await person.taps("Lonely");
  await person.taps("On the street");
  await person.taps("Another trigger");
  await person.writes("In your own words", "the smell of rain");
  await person.taps("Add");
  await person.sees("the smell of rain");
  await person.writes("Note", NOTE);
  await person.leaves("Note");
  await person.stop("what was going on");
  await person.taps("Done");

  // Nothing of it can be read on the disk.
  await person.opens("/log");
  await person.sees("Maple Street");
  const bytes = await dump(person.page);
  assert.ok(bytes.length > 500);
  for (const words of [NOTE, "Maple Street", "umbrella", "smell of rain"]) assert.ok(!holds(bytes, words), words);

  await person.writes("Search your entries", "umbrella");
  await person.sees("1 entry found.");
  await person.stop("found");
  await person.writes("Search your entries", "penguin");
  await person.sees("Nothing found for that.");
  await person.writes("Search your entries", "");

  // Another number, yesterday; the old version is kept.
  await person.opensEntry(6);
  await person.stop("entry");
  await person.taps("Change or add");
  await person.chooses("How strong was it?", "Craving 4 of 10");
  const yesterday = await person.page.evaluate(() => {
    const day = new Date(Date.now() - 24 * 60 * 60 * 1000);
    return new Date(day - day.getTimezoneOffset() * 60000).toISOString().slice(0, 11) + "10:30";
  });
  await person.writes("When was it?", yesterday);
  await person.leaves("When was it?");
  await person.taps("Done");
  await person.opens("/log");
  await person.sees("Yesterday");
  await person.opensEntry(4);
  await person.taps("Earlier versions");
  await person.sees("6 of 10");
  await person.stop("earlier versions");

  await person.taps("Delete");
  await person.sees("Deleted.");
  await person.taps("Undo");
  await person.sees("Taken back.");
  await person.opens("/log");
  await person.opensEntry(4);
  await person.taps("Delete");
  await person.sees("Deleted.");
  await person.opens("/log/deleted");
  await person.sees(/(29|30) days left/);
  await person.stop("deleted");
  await person.taps("Bring back");
  await person.sees("Brought back.");
  await person.opens("/log");
  await person.opensEntry(4);
  await person.taps("Delete");
  await person.sees("Deleted.");
  await person.opens("/log/deleted");
  await person.taps("Erase for good now");
  await person.sees("Erase this for good?");
  await person.stop("erase");
  await person.tapsIn("dialog", "Erase for good");
  await person.sees("Erased for good.");
  await person.reloads();
  await person.sees("Nothing here.");
};
