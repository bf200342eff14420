// Runs the journeys: each in a fresh profile, against the release build behind the production headers.
//   node run.mjs [--only NAME]      everything whose file name contains NAME
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Profile } from "./browser.mjs";
import { Guard } from "./guard.mjs";
import { Person } from "./person.mjs";
import { Server, freePort } from "./server.mjs";

const LIMIT = 240000; // milliseconds a journey may take on a slow machine
const LANES = 2; // journeys at a time, each with a server of its own: a journey waits more than it computes

/** Everything one journey has to itself. */
class World {
  constructor(journey, server) {
    this.journey = journey;
    this.server = server;
    this.guard = new Guard(server.origin);
    this.profiles = [];
    this.people = [];
  }

  /** A person with a new phone. See `Profile` for what can be different about them. */
  async person(traits = {}) {
    const profile = new Profile(traits);
    this.profiles.push(profile);
    return this.on(profile, traits);
  }

  /** The same phone, opened again. */
  async on(profile, traits = {}) {
    const context = await profile.open(traits);
    this.guard.watch(context);
    const person = this.meet(context.pages()[0] ?? (await context.newPage()));
    person.context = context;
    person.profile = profile;
    return person;
  }

  /** The same person in another tab. */
  async anotherTab(person) {
    const other = this.meet(await person.context.newPage());
    other.context = person.context;
    other.profile = person.profile;
    return other;
  }

  meet(page) {
    const person = new Person(page, { origin: this.server.origin, guard: this.guard, journey: this.journey });
    this.people.push(person);
    return person;
  }

  async end(failed) {
    for (const person of this.people) {
      if (failed && !person.page.isClosed()) await person.pictures("failed").catch(() => {});
    }
    for (const person of this.people) await person.context?.close().catch(() => {});
    for (const person of this.people) person.discardFiles();
    for (const profile of this.profiles) profile.discard();
  }
}

const inTime = async (work) => {
  let timer;
  const late = new Promise((_, failed) => {
    timer = setTimeout(() => failed(new Error(`not done after ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

const walk = async (file, server) => {
  const name = file.replace(/\.mjs$/, "");
  const { default: journey } = await import(new URL(`journeys/${file}`, import.meta.url));
  const world = new World(name, server);
  const began = Date.now();
  let failure = null;
  try {
    await inTime(journey(world));
    world.guard.verdict();
  } catch (error) {
    failure = error;
  }
  await world.end(failure !== null);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${failure ? "FAIL" : "ok  "} ${name.replaceAll("-", " ")} (${seconds} s)`);
  if (failure) {
    console.log(`     ${(failure.stack ?? String(failure)).replaceAll("\n", "\n     ")}`);
    for (const request of world.guard.unanswered) console.log(`     never answered: ${request.url()}`);
    for (const note of world.guard.seen) if (!String(failure).includes(note)) console.log(`     also: ${note}`);
  }
  return failure === null;
};

const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : "";
const files = readdirSync(fileURLToPath(new URL("journeys/", import.meta.url))).filter((file) => file.endsWith(".mjs") && file.includes(only));
const waiting = [...files].sort();
let passed = 0;

/** One journey after the other, until none is waiting. */
const lane = async () => {
  const server = new Server(await freePort());
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    // A journey may have stopped the server or let it serve another build.
    await server.stop();
    server.dist = Server.DIST;
    await server.start();
    if (await walk(file, server)) passed += 1;
  }
  await server.stop();
};
await Promise.all(Array.from({ length: LANES }, lane));
console.log(`${passed} passed, ${files.length - passed} failed`);
process.exitCode = passed === files.length && files.length > 0 ? 0 : 1;
