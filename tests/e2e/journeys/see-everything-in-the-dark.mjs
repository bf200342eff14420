// At night the phone is dark, and so is every screen; who wants it light anyway gets it light, from the first paint on.
import assert from "node:assert/strict";
import { ENGLISH, tour } from "../tour.mjs";

const ground = (person) => person.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const PAPER = "rgb(250, 247, 242)";
const NIGHT = "rgb(18, 24, 29)";

export default async (world) => {
  const person = await world.person({ dark: true });
  await tour(person, ENGLISH);
  assert.equal(await ground(person), NIGHT);
  await person.opens("/me/look");
  await person.taps("Light");
  await person.page.waitForFunction((paper) => getComputedStyle(document.documentElement).backgroundColor === paper, PAPER);
  await person.stop("light again");
  await person.reloads();
  assert.equal(await ground(person), PAPER);
  // Before the app is there.
  await person.page.route(/\.wasm$/, () => {});
  await person.lands("/");
  await person.seesControl("7");
  assert.equal(await ground(person), PAPER);
};
