// A phone in Spanish speaks Spanish from the first paint on; the other language is one tap away and stays chosen.
import assert from "node:assert/strict";
import { SPANISH, tour } from "../tour.mjs";

export default async (world) => {
  const person = await world.person({ language: "es-US" });
  await person.lands("/");
  await person.sees("¿Ganas?");
  await person.isUp();
  assert.equal(await person.page.evaluate(() => document.documentElement.lang), "es");
  await tour(person, SPANISH);
  await person.opens("/help");
  assert.ok((await person.links()).includes("sms:988?&body=AYUDA"));

  await person.opens("/me/look");
  await person.taps("English");
  await person.sees("Language and look");
  assert.equal(await person.page.evaluate(() => document.documentElement.lang), "en");
  await person.reloads();
  await person.sees("Language and look");
  await person.opens("/");
  await person.sees("Craving?");
};
