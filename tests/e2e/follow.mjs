// Follows a program from its set-up to its last session, week by week, and holds every date and time on the screen against
// `programs.json`, which was worked out with a calendar and chrono-tz and knows nothing of the app (tests/native/programs.rs).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const programs = JSON.parse(readFileSync(new URL("programs.json", import.meta.url), "utf8"));
const DAY = 86400000;

// Thin and no-break spaces are the browser's business.
const plain = (words) => words.replace(/[\s\u2009\u202f\u00a0]+/g, " ").trim();

const clock = (person, instant) => person.page.clock.setFixedTime(new Date(instant));

/** The first day of the week of a day, as an American calendar has it. */
const sunday = (date) => {
  const day = new Date(`${date}T00:00:00Z`);
  return new Date(day - day.getUTCDay() * DAY);
};
const named = (day) => day.toISOString().slice(0, 10);

/** The rows of the week on the screen, as the file has them. */
const read = async (person) => {
  const rows = await person.page.evaluate(() =>
    [...document.querySelectorAll("h2.day")].flatMap((heading) =>
      [...heading.parentElement.querySelectorAll(".session-row")].map((row) => ({
        date: heading.id.replace("day-", ""),
        day: heading.textContent.split(" · ").at(-1),
        clock: row.querySelector(".session-row__time").textContent,
        title: row.querySelector(".session-row__title").textContent,
        there: row.querySelector(".session-row__line")?.textContent ?? null,
      })),
    ),
  );
  return rows.map((row) => ({ ...row, day: plain(row.day), clock: plain(row.clock), there: row.there && plain(row.there) }));
};

/** Waits for a week by the days that its list has; `isCut`: those behind them are none of the file's. */
const arrives = async (person, first, days, isCut) => {
  const is = ({ days, isCut }) => {
    const there = [...document.querySelectorAll("h2.day")].map((heading) => heading.id.replace("day-", ""));
    return there.slice(0, isCut ? days.length : undefined).join() === days.join();
  };
  await person.page.waitForFunction(is, { days, isCut }).catch(async () => {
    const there = await person.page.locator("h2.day").evaluateAll((headings) => headings.map((heading) => heading.id));
    assert.fail(`the week of ${first} has ${there} and not ${days}`);
  });
};

/** Sets the program up by its row in the list, goes where its person is by then, and walks to its end. */
export const follow = async (world, code, { row, change = async () => {} }) => {
  const { about, sessions, moments } = programs[code];
  const atHome = await world.person({ zone: about.zone });
  await clock(atHome, about.setUp);
  await atHome.opens("/week");
  await atHome.taps("Set up your program");
  await atHome.taps(row);
  await change(atHome);
  assert.equal(await atHome.reads("First day"), about.firstDay);
  await atHome.taps("Save");
  await atHome.sees("Your program is saved.");
  await atHome.isAt("**/week");

  let person = atHome;
  if (about.here !== about.zone) {
    await atHome.closes();
    person = await world.on(atHome.profile, { zone: about.here });
    await clock(person, about.setUp);
    await person.opens("/week");
  }
  await walk(person, about, sessions);
  for (const moment of moments) await looks(person, moment);
  // Where the program has an end, that is what the week says too.
  if (about.ends) {
    await clock(person, Date.parse(sessions.at(-1).ends) + 2 * DAY);
    await person.opens("/week");
    await person.taps("Next week");
    await person.sees("Nothing planned this week.");
  }
};

/** Week after week by the strip, from the one it is set up in. */
const walk = async (person, about, sessions) => {
  const setUpOn = new Intl.DateTimeFormat("sv-SE", { timeZone: about.here }).format(new Date(about.setUp));
  let seen = 0;
  let stopped = false;
  for (let first = sunday(setUpOn); seen < sessions.length; first = new Date(+first + 7 * DAY)) {
    const until = named(new Date(+first + 7 * DAY));
    const expected = sessions.filter(({ date }) => named(first) <= date && date < until);
    if (first > sunday(setUpOn)) await person.taps("Next week");
    // A program without an end goes on behind the last session of the file.
    const isCut = !about.ends && seen + expected.length === sessions.length;
    await arrives(person, named(first), [...new Set(expected.map(({ date }) => date))], isCut);
    const rows = await read(person);
    assert.deepEqual(isCut ? rows.slice(0, expected.length) : rows, expected.map(({ date, day, clock, title, there }) => ({ date, day, clock, title, there })));
    seen += expected.length;
    const isOfChange = expected.some((one, place) => place > 0 && offset(one, about) !== offset(expected[0], about));
    if (!stopped && (isOfChange || seen === sessions.length)) {
      await person.stop(isOfChange ? "the week of a change" : "the last week");
      stopped = true;
    }
  }
  assert.equal(seen, sessions.length);
};

const offset = ({ starts }, { zone }) =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).format(new Date(starts)).split(", ").at(-1);

/** The first screen on the day of a change, and close to the first session after it. */
const looks = async (person, { at, title, clock: time, says }) => {
  await clock(person, at);
  await person.opens("/");
  await person.page.locator(".next-row").waitFor();
  const told = await person.page.locator(".next-row").evaluate((row) => {
    const words = (name) => row.querySelector(`.next-row__${name}`).textContent;
    return { title: words("title"), time: words("time"), says: words("soon") };
  });
  assert.deepEqual({ title: told.title, time: plain(told.time), says: plain(told.says) }, { title, time, says }, at);
};
