// Pictures of every screen in every look, for human eyes: tests/e2e/shots/screens/LOOK/SCREEN.png. Nothing is compared, nothing can fail
// but a screen that does not come.
//   node shots.mjs [--only NAME]     screens or looks whose name contains NAME
//   node shots.mjs --install         only the two pictures an installer shows, into public/screenshots/
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PHONE, Profile } from "./browser.mjs";
import * as database from "./database.mjs";
import { Guard } from "./guard.mjs";
import { PASSPHRASE, coversWith, isLocked, locksWith, proves, tries } from "./locks.mjs";
import { Person } from "./person.mjs";
import { ROOT, Server, freePort } from "./server.mjs";

const SMALL = { width: 320, height: 640 };
const DESK = { width: 1280, height: 800 };

const LOOKS = {
  light: {},
  dark: { dark: true },
  spanish: { language: "es-US" },
  large: { screen: SMALL, textSize: 200 },
  "large-spanish": { screen: SMALL, textSize: 200, language: "es-US" },
  desk: { screen: DESK },
};

/** `es` where a screen is reached through words. */
const word = (person, en, es) => (person.speaks === "es" ? es : en);

const logs = async (person, number) => {
  await person.opens("/");
  await person.taps(number);
  await person.sees(word(person, "Saved.", "Guardado."));
};

/** With a lock, at an address; `hash` is what the lock screen is asked to show. */
const locked = async (person, hash = "") => {
  await person.opens("/me/key");
  await locksWith(person, PASSPHRASE);
  await person.opens("/log");
  await isLocked(person);
  if (hash) await person.page.locator(`a[href="${hash}"]`).first().click();
};

/** What a counselor handed over, as a link. */
const handed = async (person) => {
  await person.opens(`/#pack=${readFileSync(new URL("packs/first.txt", import.meta.url))}`);
  await person.page.locator("#new").waitFor();
};

/** All of it taken in, and then somewhere. */
const hasTaken = async (person, path) => {
  await handed(person);
  await person.page.locator("#page button").filter({ hasText: /5$/ }).click();
  await person.isAt("**/week/given");
  await person.opens(path);
};

/** Each screen by what a person sees there; `year` begins with a year of entries. */
const SCREENS = {
  shell: { go: (person) => person.lands("/"), before: true },
  "shell-elsewhere": { go: (person) => person.lands("/me"), before: true },
  "help-page": { go: (person) => person.lands("/help.html") },
  "first-run": { go: (person) => person.opens("/welcome") },
  "today-empty": { go: (person) => person.opens("/") },
  "today-year": { year: true, go: (person) => person.opens("/") },
  "today-emptied": {
    go: async (person) => {
      await person.lands("/help.html");
      await person.page.evaluate(() => localStorage.setItem("handrail.entries", "here"));
      await person.opens("/");
    },
  },
  help: { go: (person) => person.opens("/help") },
  overdose: { go: (person) => person.opens("/help/steps") },
  "what-now-strong": { go: (person) => logs(person, "8") },
  "what-now-light": { go: (person) => logs(person, "2") },
  "log-empty": { go: (person) => person.opens("/log") },
  "log-year": { year: true, go: (person) => person.opens("/log") },
  deleted: { go: (person) => person.opens("/log/deleted") },
  week: { go: (person) => person.opens("/week") },
  "pack-choose": { go: (person) => person.opens("/week/given/in") },
  "pack-seen": { go: (person) => handed(person) },
  "pack-changed": {
    go: async (person) => {
      await handed(person);
      await person.page.locator("#page button").filter({ hasText: /5$/ }).click();
      await person.isAt("**/week/given");
      await person.opens("/week/given/in");
      await person.page.locator("#pack-file").setInputFiles(fileURLToPath(new URL("packs/second.handrail-pack", import.meta.url)));
      await person.page.locator("#changed").waitFor();
    },
  },
  "pack-taken": {
    go: async (person) => {
      await handed(person);
      await person.page.locator("#page button").filter({ hasText: /5$/ }).click();
      await person.isAt("**/week/given");
      await person.page.locator("#page h2").first().waitFor();
    },
  },
  "today-pack-year": { year: true, go: (person) => hasTaken(person, "/") },
  "week-pack-year": { year: true, go: (person) => hasTaken(person, "/week") },
  "me-pack-year": { year: true, go: (person) => hasTaken(person, "/me") },
  "counselor-desk": {
    go: async (person) => {
      await person.page.goto(`${person.origin}/counselor/`);
      await person.page.locator("#keys").waitFor();
      await person.page.locator("#files").setInputFiles(fileURLToPath(new URL("handed/ana-1.bin", import.meta.url)));
      await person.page.locator("#passphrase").waitFor();
      await person.page.locator("#program summary").first().click();
    },
  },
  cope: { go: (person) => person.opens("/cope") },
  "cope-year": { year: true, go: (person) => person.opens("/cope") },
  "check-in": { go: (person) => person.opens("/day") },
  me: { go: (person) => person.opens("/me") },
  backup: { go: (person) => person.opens("/me/copy") },
  "take-along": { year: true, go: (person) => person.opens("/me/take") },
  "take-along-made": {
    year: true,
    go: async (person) => {
      await person.opens("/me/take");
      await person.page.locator("#take-along .button--main").click();
      await person.page.locator("#take-along .button--main").nth(1).waitFor();
      await person.page.locator("#take-along .button--main").nth(1).scrollIntoViewIfNeeded();
    },
  },
  end: { go: (person) => person.opens("/me/end") },
  send: { go: (person) => person.opens("/me/out") },
  "send-agree": {
    go: async (person) => {
      await person.opens("/me/out");
      await person.taps(word(person, "With a passphrase", "Con una frase"));
    },
  },
  "send-counselor": { go: (person) => person.opens("/me/out/add") },
  "page-empty": { go: (person) => person.opens("/me/page") },
  "page-year": {
    year: true,
    go: async (person) => {
      await person.opens("/me/page");
      await person.page.getByRole("combobox").first().selectOption("30");
    },
  },
  look: { go: (person) => person.opens("/me/look") },
  storage: { go: (person) => person.opens("/me/storage") },
  lock: { go: (person) => person.opens("/me/key") },
  "lock-code": {
    go: async (person) => {
      await person.opens("/me/key");
      await person.page.locator("#new-passphrase").fill(PASSPHRASE);
      await person.page.locator("#passphrase-again").fill(PASSPHRASE);
      await person.page.locator("#set-passphrase [type=submit]").click();
      await person.page.locator("#recovery-code").waitFor({ timeout: 60000 });
    },
  },
  "lock-set": { go: async (person) => (await person.opens("/me/key"), locksWith(person, PASSPHRASE)) },
  "lock-change": {
    go: async (person) => {
      await person.opens("/me/key");
      await locksWith(person, PASSPHRASE);
      await proves(person, PASSPHRASE);
      await person.page.locator("#change-lock .disclosure").first().waitFor({ timeout: 60000 });
    },
  },
  locked: { go: (person) => locked(person) },
  "locked-help": { go: (person) => locked(person, "#help") },
  "locked-forgot": { go: (person) => locked(person, "#forgot") },
  "locked-by-code": { go: (person) => locked(person, "#code") },
  "locked-waiting": {
    go: async (person) => {
      await locked(person);
      for (const wrong of ["one", "two", "three"]) {
        await tries(person, wrong);
        await person.page.locator("#unlock [role=alert] p").waitFor({ timeout: 60000 });
        await person.page.locator("#unlock button[aria-busy]").waitFor({ state: "detached" });
      }
      await person.page.locator("[role=timer]").waitFor();
    },
  },
  "locked-pin": {
    go: async (person) => {
      await person.opens("/me/key");
      await coversWith(person, "4711");
      await person.opens("/");
      await isLocked(person);
    },
  },
  about: { go: (person) => person.opens("/me/about") },
  nowhere: { go: (person) => person.opens("/no/such/place") },
  stopped: { go: async (person) => (await person.opens("/"), person.page.evaluate(() => window.handrail.panicked())) },
  "not-opened": {
    go: async (person) => {
      await person.lands("/help.html");
      await database.leaveByNewerApp(person.page);
      await person.opens("/");
    },
  },
};

const folder = mkdtempSync(join(tmpdir(), "handrail-shots-"));
const yearFile = join(folder, "year.json");
let year = null;
const oneYear = () => {
  if (!year) {
    execFileSync("cargo", ["xtask", "seed", "--days", "365", "--per-day", "3", "--out", yearFile], { cwd: ROOT });
    year = JSON.parse(readFileSync(yearFile, "utf8"));
  }
  return year;
};

const picture = async (server, screen, look, file, full = true) => {
  const profile = new Profile(look);
  const context = await profile.open({ density: 2, calm: true, ...look });
  try {
    const page = context.pages()[0];
    const person = new Person(page, { origin: server.origin, guard: new Guard(server.origin), journey: "screens" });
    person.speaks = look.language?.startsWith("es") ? "es" : "en";
    if (screen.year) {
      await person.lands("/help.html");
      await database.seed(page, oneYear());
    }
    // The shell alone: the app is held back.
    if (screen.before) await page.route(/\.wasm$/, () => {});
    await screen.go(person);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file, fullPage: full, animations: "disabled" });
  } finally {
    await context.close();
    profile.discard();
  }
};

const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : "";
const server = new Server(await freePort());
await server.start();
let failed = 0;
if (process.argv.includes("--install")) {
  const target = fileURLToPath(new URL("../../public/screenshots/", import.meta.url));
  mkdirSync(target, { recursive: true });
  // Whoever looks over a shoulder at the browser's question learns no more from these than from the icon.
  await picture(server, SCREENS.storage, { screen: PHONE, density: 2 }, `${target}narrow.png`, false);
  await picture(server, SCREENS.storage, { screen: DESK, density: 1 }, `${target}wide.png`, false);
} else {
  for (const [lookName, look] of Object.entries(LOOKS)) {
    for (const [name, screen] of Object.entries(SCREENS)) {
      if (!`${lookName} ${name}`.includes(only)) continue;
      const target = fileURLToPath(new URL(`shots/screens/${lookName}/`, import.meta.url));
      mkdirSync(target, { recursive: true });
      try {
        await picture(server, screen, look, `${target}${name}.png`);
        console.log(`${lookName} ${name}`);
      } catch (error) {
        failed += 1;
        console.log(`${lookName} ${name}: ${error.message.split("\n")[0]}`);
      }
    }
  }
}
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
