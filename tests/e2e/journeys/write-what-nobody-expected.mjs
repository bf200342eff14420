// A note as long as a book, emoji and right-to-left words, a date far in the future, a clock that is a year behind: each has an outcome.
import assert from "node:assert/strict";

const WORDS = "🫠 👩🏽‍👧‍👦 قلت لا ثم مشيت — שלום, e\u0301 <b>not bold</b>";

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.taps("6");
  await person.sees("Saved.");
  await person.taps("Add what was going on");
  await person.sees("What set it off?");
  const here = await person.isAt(/\/more\//);

  // A book of sixty thousand words: not saved, not lost, and it can be made shorter. (A browser takes seconds to lay out a megabyte in a field.)
  const book = "Once more. ".repeat(30_000);
  await person.writes("Note", book);
  await person.leaves("Note");
  await person.sees("Not saved: this is longer than one note can be.");
  assert.equal((await person.reads("Note")).length, book.length);
  await person.writes("Note", WORDS);
  await person.leaves("Note");
  await person.seesNo("Not saved: this is longer than one note can be.");
  await person.taps("Done");
  await person.opens(here);
  assert.equal((await person.reads("Note")).normalize("NFC"), WORDS.normalize("NFC"));
  await person.opens("/log");
  await person.sees("<b>not bold</b>");
  await person.stop("every script");

  await person.opens(here);
  await person.writes("When was it?", "2199-01-01T12:00");
  await person.leaves("When was it?");
  await person.sees("That time has not come yet.");
  await person.stop("not yet");

  // The same phone, its clock set back by a year.
  await person.closes();
  const later = await world.on(person.profile);
  const year = 365 * 24 * 60 * 60 * 1000;
  await later.page.clock.install({ time: Date.now() - year });
  await later.opens("/");
  await later.sees("This phone’s clock is behind your last entry.");
  await later.stop("clock behind");
  await later.taps("3");
  await later.sees("Saved.");
  await later.opens("/log");
  await later.seesEntry(3);
  await later.seesEntry(6);
};
