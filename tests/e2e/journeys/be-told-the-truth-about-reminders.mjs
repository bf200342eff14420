// What can remind on this device and what cannot, in plain words for each kind of it; and the number on the icon where there can be one.
import assert from "node:assert/strict";
import { ANDROID, COMPUTER, IPHONE, MACINTOSH } from "../agents.mjs";

const at = (person, day, time) => person.page.clock.setFixedTime(new Date(`2026-10-${day}T${time}:00-05:00`));

const DEVICES = [
  { name: "iphone", agent: IPHONE, says: "a page in the browser of an iPhone or iPad", number: "Handrail does not ask for that" },
  { name: "iphone installed", agent: IPHONE, installed: true, says: "on the home screen of an iPhone or iPad", number: "Handrail does not ask for that" },
  { name: "android", agent: ANDROID, says: "a page in a browser on Android", number: "Android shows no number for web apps." },
  { name: "android installed", agent: ANDROID, installed: true, says: "on the home screen of an Android phone", number: "Android shows no number for web apps." },
  { name: "computer", agent: COMPUTER, says: "a page in the browser of a computer", number: "You see it once Handrail is installed", can: true },
  { name: "computer installed", agent: COMPUTER, installed: true, says: "an app on a computer", can: true },
  { name: "macintosh", agent: MACINTOSH, says: "a page in the browser of a computer", number: "Handrail does not ask for that" },
  { name: "old computer", agent: COMPUTER, says: "a page in the browser of a computer", number: "This browser cannot show one.", hasNone: true },
];

/** The page writes down which numbers are shown on the icon, and whether it asks for a permission. */
const watches = (person, { installed = false, hasNone = false }) =>
  person.page.addInitScript(
    ({ installed, hasNone }) => {
      window.badges = [];
      window.asked = 0;
      if (installed) Object.defineProperty(navigator, "standalone", { value: true });
      Object.defineProperty(navigator, "setAppBadge", {
        value: hasNone ? undefined : (number) => (window.badges.push(number), Promise.resolve()),
      });
      if (window.Notification) Notification.requestPermission = () => ((window.asked += 1), Promise.resolve("denied"));
    },
    { installed, hasNone },
  );

const shows = (person, number) => person.page.waitForFunction((number) => window.badges.at(-1) === number, number, { timeout: 15000 });

export default async (world) => {
  for (const device of DEVICES) {
    const computer = device.agent === COMPUTER || device.agent === MACINTOSH;
    const screen = computer ? { width: 1280, height: 800 } : undefined;
    const person = await world.person(screen ? { agent: device.agent, screen } : { agent: device.agent });
    await watches(person, device);
    await person.opens("/me");
    await person.taps("Reminders");
    await person.sees("Handrail cannot ring.");
    await person.sees(device.says);
    if (device.number) await person.sees(device.number);
    assert.equal(await person.page.getByRole("switch", { name: "Show the number" }).count(), device.can ? 1 : 0, device.name);
    await person.stop(device.name);
    await person.taps("Put it in your phone’s calendar");
    await person.isAt(/\/week\/calendar\/out$/);
    assert.equal(await person.page.evaluate(() => window.asked), 0);
    await person.context.close();
  }

  // A number on the icon, for who wants it.
  const person = await world.person({ agent: COMPUTER, zone: "America/Chicago" });
  await watches(person, { installed: true });
  await at(person, 20, "10:00");
  await person.opens("/week/new/three-evenings");
  await person.taps("Save");
  await person.sees("Your program is saved.");
  await at(person, 20, "16:30");
  await person.reloads();
  await shows(person, 0);
  await person.opens("/week");
  await person.taps("Reminders");
  await person.tabsTo("Show the number");
  await person.presses("Space");
  await shows(person, 1);
  await person.stop("a number on the icon");
  assert.ok((await person.page.evaluate(() => window.badges)).every(Number.isInteger), "something else than a number is shown");

  // Looked at again the next day: one was not told of. Told, there is nothing left.
  await at(person, 20, "23:00");
  await person.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await shows(person, 1);
  await person.opens("/");
  await person.taps("How was it? Group");
  await person.taps("Attended");
  await person.sees("Saved.");
  await shows(person, 0);
  await person.taps("Undo");
  await shows(person, 1);

  // Not wanted any more.
  await person.opens("/me/reminders");
  await shows(person, 1);
  await person.taps("Show the number");
  await shows(person, 0);
  await person.reloads();
  await shows(person, 0);

  // Large, in Spanish, in the dark.
  const other = await world.person({ agent: ANDROID, language: "es-US", textSize: 200, dark: true, screen: { width: 320, height: 640 } });
  await other.opens("/me/reminders");
  await other.sees("Handrail no puede sonar.");
  await other.stop("large and spanish");
};
