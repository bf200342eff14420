// Measures the times of the budget and prints one JSON object per line, which `cargo xtask bench` puts into its table.
//   node bench.mjs [--only NAME]     NAME as in the first column of what it prints
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHROMIUM, Profile, SWITCHES } from "./browser.mjs";
import * as database from "./database.mjs";
import { Guard } from "./guard.mjs";
import { PASSPHRASE, isLocked, locksWith, opensWith } from "./locks.mjs";
import { Person } from "./person.mjs";
import { ROOT, Server, freePort } from "./server.mjs";
import { SLOW_CPU, SLOW_PHONE, between, firstPaint, fromTap, quantile, slowDown, untilShown, watchMarks } from "./stopwatch.mjs";

const LOADS = 5; // fresh loads per line; the median is told
const TAPS = 40; // taps per line; the 95th percentile is told
const TEN_YEARS = { days: 3750, perDay: 16 }; // 60,000 records
const ONE_WEEK = { days: 7, perDay: 16 };
const YEAR_OF_SESSIONS = { days: 365, perDay: 3, program: true };
const WEEK_OF_SESSIONS = { days: 7, perDay: 3, program: true };
const LONG_LOG = { days: 625, perDay: 16 }; // 10,000 entries
const MANY_RUNS = { days: 625, perDay: 8, runs: 8 }; // 10,000 entries, half of them strategies that were rated

const folder = mkdtempSync(join(tmpdir(), "handrail-bench-"));
const server = new Server(await freePort());

const tell = (line, value, { unit = "ms", budget = null, throttle = null, at_least = false } = {}) =>
  console.log(JSON.stringify({ line, value: Math.round(value * 10) / 10, unit, budget, throttle, at_least }));

/** A new phone. `journal` fills its database before the app sees it; `visited` has everything kept for offline use. */
const phone = async ({ journal = null, visited = false } = {}) => {
  const profile = new Profile();
  const context = await profile.open();
  const page = context.pages()[0];
  const person = new Person(page, { origin: server.origin, guard: new Guard(server.origin), journey: "bench" });
  if (journal) {
    await page.goto(`${server.origin}/help.html`);
    await database.seed(page, journal);
  }
  if (visited) {
    await person.opens("/");
    await person.isReadyForOffline();
  }
  await watchMarks(page);
  return { page, person, context, profile };
};

const withPhone = async (traits, work) => {
  const one = await phone(traits);
  try {
    return await work(one);
  } finally {
    await one.context.close();
    one.profile.discard();
  }
};

const times = async (count, work) => {
  const found = [];
  for (let turn = 0; turn < count; turn += 1) found.push(await work(turn));
  return found;
};

const journals = new Map();
const journal = ({ days, perDay, runs = 0, program = false }) => {
  const file = join(folder, `${days}x${perDay}-${runs}${program ? "-program" : ""}.json`);
  if (!journals.has(file)) {
    const numbers = ["--days", String(days), "--per-day", String(perDay), "--runs", String(runs), "--out", file];
    execFileSync("cargo", ["xtask", "seed", ...numbers, ...(program ? ["--program"] : [])], { cwd: ROOT });
    journals.set(file, JSON.parse(readFileSync(file, "utf8")));
  }
  return journals.get(file);
};

/** The machine by itself: the same arithmetic as ever, in the same browser, so that times of two days can be compared. */
const yardstick = async () => {
  const found = await withPhone({}, async ({ page }) => {
    await page.goto(`${server.origin}/help.html`);
    return times(LOADS, () =>
      page.evaluate(() => {
        const begun = performance.now();
        let number = 1;
        for (let step = 0; step < 200_000_000; step += 1) number = (Math.imul(number, 1664525) + 1013904223) | 0;
        window.number = number;
        return performance.now() - begun;
      }),
    );
  });
  tell("yardstick", quantile(found, 0.5));
};

const firstVisit = async () => {
  const paints = [];
  const kept = [];
  for (let turn = 0; turn < LOADS; turn += 1) {
    await withPhone({}, async ({ page, person }) => {
      await slowDown(page, { network: true });
      await person.lands("/");
      // As early as a thumb can: the card is there, the app is not.
      await person.control("7").tap({ timeout: 30000 });
      kept.push(await untilShown(page, "handrail:saved"));
      paints.push(await firstPaint(page));
    });
  }
  tell("first-paint", quantile(paints, 0.5), { budget: 1000, throttle: SLOW_PHONE });
  tell("first-tap-kept", quantile(kept, 0.5), { budget: 2000, throttle: SLOW_PHONE });
};

const again = async () => {
  const found = await withPhone({ visited: true }, async ({ page, person }) => {
    await slowDown(page, { network: true });
    return times(LOADS, async () => {
      await person.lands("/");
      return untilShown(page, "handrail:open");
    });
  });
  tell("again", quantile(found, 0.5), { budget: 600, throttle: SLOW_PHONE });
};

const tapToSaved = async () => {
  const found = await withPhone({ journal: journal(TEN_YEARS), visited: true }, async ({ page, person }) => {
    await slowDown(page);
    await person.opens("/");
    return times(TAPS, async (turn) => {
      const took = await fromTap(page, "handrail:saved", () => person.control(String(turn % 11)).tap());
      await person.goesBack();
      await person.seesControl("7");
      return took;
    });
  });
  tell("tap-to-saved", quantile(found, 0.95), { budget: 100, throttle: SLOW_CPU });
};

const helpNow = async () => {
  const found = await withPhone({ visited: true }, async ({ page, person }) => {
    await slowDown(page);
    await person.opens("/");
    return times(TAPS / 2, async () => {
      const took = await fromTap(page, "handrail:help", () => person.control("Help now").tap());
      await person.goesBack();
      await person.seesControl("7");
      return took;
    });
  });
  tell("help-now", quantile(found, 0.95), { budget: 100, throttle: SLOW_CPU });
};

/** The first time after the app was opened, when the browser compiles what the page is drawn with, and from then on. */
const openLog = async () => {
  const first = [];
  const later = [];
  await withPhone({ journal: journal(LONG_LOG), visited: true }, async ({ page, person }) => {
    await slowDown(page);
    for (let load = 0; load < LOADS; load += 1) {
      await person.opens("/me");
      for (const into of [first, later, later]) {
        into.push(await fromTap(page, "handrail:log", () => person.control("Your entries").tap()));
        await person.goesBack();
        await person.seesControl("Your entries");
      }
    }
  });
  tell("open-log", quantile(later, 0.5), { budget: 150, throttle: SLOW_CPU });
  tell("open-log-first", quantile(first, 0.5), { throttle: SLOW_CPU });
};

const searchLog = async () => {
  const found = await withPhone({ journal: journal(LONG_LOG), visited: true }, async ({ page, person }) => {
    await slowDown(page);
    await person.opens("/log");
    const field = page.getByLabel("Search your entries");
    // Words that few notes have, so that the whole log is looked through.
    return times(LOADS * 2, async (turn) => {
      await field.fill(`note ${700 + turn}:`);
      await page.evaluate(() => ((window.taken.shown["handrail:found"] = 0), (window.taken.tap = performance.now())));
      await field.press("Enter");
      return (await untilShown(page, "handrail:found")) - (await page.evaluate(() => window.taken.tap));
    });
  });
  tell("search-log", quantile(found, 0.95), { throttle: SLOW_CPU });
};

const openCope = async () => {
  const found = await withPhone({ journal: journal(MANY_RUNS), visited: true }, async ({ page, person }) => {
    await slowDown(page);
    await person.opens("/");
    return times(LOADS * 2, async () => {
      const took = await fromTap(page, "handrail:cope", () => person.control("Cope").tap());
      await person.goesBack();
      await person.seesControl("7");
      return took;
    });
  });
  tell("open-cope", quantile(found, 0.95), { throttle: SLOW_CPU });
};

const openVault = async (line, size, budget) => {
  const found = await withPhone({ journal: journal(size), visited: true }, async ({ page, person }) => {
    await slowDown(page);
    return times(LOADS * 2, async () => {
      await person.opens("/");
      await untilShown(page, "handrail:open");
      return between(page, "handrail:start", "handrail:open");
    });
  });
  tell(line, quantile(found, 0.5), { budget, throttle: SLOW_CPU });
};

/** Behind a lock: what Argon2id takes in its worker, which nobody slows down, and from its answer to the first screen. */
const unlock = async () => {
  const keys = [];
  const opened = [];
  await withPhone({ journal: journal(TEN_YEARS), visited: true }, async ({ page, person }) => {
    await person.opens("/me/key");
    await locksWith(person, PASSPHRASE);
    await slowDown(page);
    for (let turn = 0; turn < LOADS; turn += 1) {
      await person.lands("/");
      await isLocked(person);
      await opensWith(person, PASSPHRASE);
      await untilShown(page, "handrail:open");
      keys.push(await between(page, "handrail:try", "handrail:key"));
      opened.push(await between(page, "handrail:key", "handrail:open"));
    }
  });
  tell("key-derivation", quantile(keys, 0.5), { throttle: "not slowed down: it runs in a worker" });
  tell("unlock", quantile(opened, 0.5), { budget: 600, throttle: SLOW_CPU });
};

/** How long something takes that a sentence tells the end of: seconds, so the way to the browser and back does not count. */
const untilSaid = async (page, said, act) => {
  const begun = performance.now();
  await act();
  await said.waitFor({ timeout: 90_000 });
  return performance.now() - begun;
};

/** Ten years into one sealed file, and out of it into another phone that is empty: each from the tap to the sentence that says it is done, deriving the key included. */
const backup = async () => {
  const file = join(folder, "backup.bin");
  await withPhone({ journal: journal(TEN_YEARS), visited: true }, async ({ page, person }) => {
    await slowDown(page);
    await person.opens("/me/copy");
    await page.locator("#backup-passphrase").fill(PASSPHRASE);
    await person.page.getByRole("checkbox", { name: /written it down/ }).click();
    const made = await untilSaid(page, page.getByText(/^Sealed: /), () => person.taps("Seal everything"));
    const saving = page.waitForEvent("download");
    await person.taps("Save or send the file");
    await (await saving).saveAs(file);
    tell("backup", made, { throttle: SLOW_CPU });
  });
  await withPhone({ visited: true }, async ({ page, person }) => {
    await slowDown(page);
    await person.opens("/me/copy");
    await page.locator("#backup-file").setInputFiles(file);
    await page.locator("#open-passphrase").fill(PASSPHRASE);
    const looked = await untilSaid(page, page.getByText(/with [\d,]+ entries/), () => person.taps("Look into it"));
    const brought = await untilSaid(page, page.getByText(/^Done\. New here: /), () => person.taps("Bring it into this phone"));
    tell("backup-check", looked, { throttle: SLOW_CPU });
    tell("restore", brought, { throttle: SLOW_CPU });
  });
};

/** On the counselor's desk: from the tap until the page of one person is there. A computer, so nothing is slowed down. */
const openPackage = async () => {
  const handed = (name) => join(ROOT, "tests/e2e/handed", name);
  const passphrase = "lamp river tulip canoe maple robin";
  const letter = (page) => page.locator(".letter");
  const under = [];
  const forKey = [];
  for (let turn = 0; turn < LOADS; turn += 1) {
    await withPhone({}, async ({ page, person }) => {
      // What was agreed to in these files ends some day.
      await page.clock.setFixedTime(new Date("2026-11-27T16:00:00-06:00"));
      await page.goto(`${server.origin}/counselor/`);
      await page.getByLabel("Choose files").setInputFiles(handed("ana-1.bin"));
      await page.locator("#passphrase").fill(passphrase);
      under.push(await untilSaid(page, letter(page), () => page.getByRole("button", { name: "Open", exact: true }).click()));
    });
    await withPhone({}, async ({ page, person }) => {
      await page.clock.setFixedTime(new Date("2026-11-27T16:00:00-06:00"));
      await page.goto(`${server.origin}/counselor/`);
      await page.getByLabel("Choose files").setInputFiles(handed("keys.bin"));
      await page.locator("#keys-passphrase").fill(passphrase);
      await person.taps("Open my keys");
      await page.getByRole("heading", { name: "Your key" }).waitFor({ timeout: 60000 });
      forKey.push(await untilSaid(page, letter(page), () => page.getByLabel("Choose files").setInputFiles(handed("for-a-key.bin"))));
    });
  }
  tell("package-passphrase", quantile(under, 0.5));
  tell("package-key", quantile(forKey, 0.5));
};

const openWeek = async (line, size) => {
  const found = await withPhone({ journal: journal(size), visited: true }, async ({ page, person }) => {
    await slowDown(page);
    await person.opens("/");
    return times(LOADS * 2, async () => {
      const took = await fromTap(page, "handrail:week", () => person.control("Week").tap());
      await person.goesBack();
      await person.seesControl("7");
      return took;
    });
  });
  tell(line, quantile(found, 0.5), { throttle: SLOW_CPU });
};

/** Ten thousand meetings from a file: how long the page does not answer meanwhile, what they weigh on the disk, and how long a keystroke takes. */
const meetings = async () => {
  const feed = execFileSync("cargo", ["run", "--quiet", "--package", "stories-native", "--example", "feed", "--", "10000"], {
    cwd: ROOT,
    maxBuffer: 64 * 1024 * 1024,
  });
  await withPhone({ visited: true }, async ({ page, person }) => {
    await person.opens("/meetings/lists/add");
    await page.evaluate(() => {
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
      }).observe({ type: "longtask", buffered: false });
    });
    // As it lies on the phone: handing over bytes would keep the page busy by itself.
    const file = join(folder, "feed.json");
    writeFileSync(file, feed);
    await page.evaluate(() => (window.begun = performance.now()));
    await page.getByLabel("Choose a file").setInputFiles(file);
    await person.sees("10,000 meetings can be kept.");
    await person.taps("Keep this list");
    await person.sees("10,000 meetings, the next one first");
    const { took, longest } = await page.evaluate(() => ({ took: performance.now() - window.begun, longest: window.longest }));
    tell("10,000 meetings: from a file to the list", took);
    tell("10,000 meetings: the longest time without an answer meanwhile", longest, { budget: 50 });
    const rows = await database.rows(page);
    const kept = rows.filter(({ store }) => store === "leaves").reduce((sum, { bytes }) => sum + (bytes?.length ?? 0) / 2, 0);
    tell("10,000 meetings: on the disk", kept / 1000, { unit: "kB", budget: 4000 });

    await slowDown(page);
    await person.opens("/meetings");
    await person.sees("10,000 meetings, the next one first");
    const field = page.getByLabel("Name, place or city");
    const took_ms = [];
    for (const letter of "serenity anaheim early risers costa mesa") {
      await page.evaluate(() => (window.taken.shown["handrail:meetings"] = 0));
      const typed = field.evaluate(
        (input, letter) =>
          new Promise((done) => {
            const begun = performance.now();
            input.value = letter === " " && input.value.length > 20 ? "" : input.value + letter;
            input.dispatchEvent(new Event("input", { bubbles: true }));
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
          }),
        letter,
      );
      took_ms.push(await typed);
    }
    tell("meetings-keystroke", quantile(took_ms, 0.95), { budget: 50, throttle: SLOW_CPU });
  });
};

const lighthouse = async () => {
  const { default: run } = await import("lighthouse");
  const { launch } = await import("chrome-launcher");
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ["--headless=new", ...SWITCHES] });
  try {
    const onlyCategories = ["performance", "accessibility", "best-practices"];
    const { lhr } = await run(`${server.origin}/`, { port: chrome.port, output: "json", logLevel: "silent", onlyCategories });
    // A run that failed has no score, which is not a bad one.
    if (lhr.runtimeError) throw new Error(`Lighthouse could not measure: ${lhr.runtimeError.message}`);
    const budgets = { performance: 95, accessibility: 100, "best-practices": 100 };
    for (const name of onlyCategories) {
      const score = Math.round(lhr.categories[name].score * 100);
      tell("lighthouse", score, { unit: "", budget: budgets[name], throttle: "Lighthouse's own mobile profile", at_least: true });
    }
  } finally {
    await chrome.kill();
  }
};

const benches = {
  yardstick,
  "first-visit": firstVisit,
  again,
  "tap-to-saved": tapToSaved,
  "help-now": helpNow,
  "open-log": openLog,
  "search-log": searchLog,
  "open-cope": openCope,
  "open-ten-years": () => openVault("open-ten-years", TEN_YEARS, 600),
  "open-one-week": () => openVault("open-one-week", ONE_WEEK, null),
  unlock,
  backup,
  package: openPackage,
  "open-year-of-sessions": () => openWeek("open-year-of-sessions", YEAR_OF_SESSIONS),
  "open-week-of-sessions": () => openWeek("open-week-of-sessions", WEEK_OF_SESSIONS),
  meetings,
  lighthouse,
};

const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : "";
await server.start();
let failed = 0;
for (const [name, bench] of Object.entries(benches)) {
  if (!name.includes(only)) continue;
  try {
    await bench();
  } catch (error) {
    failed += 1;
    console.error(`${name}: ${error.stack}`);
  }
}
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed;
