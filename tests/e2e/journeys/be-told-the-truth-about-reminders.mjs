// What can remind on this device and what cannot, in plain words for each kind of it. Nobody is asked for a permission.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ANDROID, COMPUTER, IPHONE, MACINTOSH, watches } from "../agents.mjs";

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

/** One file for the phone's own calendar: every day at the chosen hour, and it says nothing. */
const isRemindedEachEvening = async (person) => {
  await person.field("When").selectOption({ label: "9:00 PM" });
  const coming = person.page.waitForEvent("download");
  await person.taps("Make the file");
  const text = readFileSync(await (await coming).path(), "utf8");
  await person.sees("The file appointments.ics is in your downloads.");
  assert.match(text, /DTSTART;TZID=[^:]+:\d{8}T210000/);
  assert.match(text, /RRULE:FREQ=WEEKLY;WKST=MO;BYDAY=MO,TU,WE,TH,FR,SA,SU/);
  assert.match(text, /SUMMARY:Appointment\r\n/);
  assert.match(text, /TRIGGER:-PT0M/);
};

export default async (world) => {
  for (const device of DEVICES) {
    const computer = device.agent === COMPUTER || device.agent === MACINTOSH;
    const screen = computer ? { width: 1280, height: 800 } : undefined;
    const person = await world.person(screen ? { agent: device.agent, screen } : { agent: device.agent });
    await watches(person, device);
    await person.opens(device.installed ? "/me/reminders" : "/me");
    if (!device.installed) await person.taps("Reminders");
    await person.sees("Handrail cannot ring.");
    await person.sees(device.says);
    if (device.number) await person.sees(device.number);
    assert.equal(await person.page.getByRole("switch", { name: "Show the number" }).count(), device.can ? 1 : 0, device.name);
    // The others differ in words only.
    if (!computer || device.installed) await person.stop(device.name);
    assert.equal(await person.page.evaluate(() => window.asked), 0);
    if (device === DEVICES[0]) {
      await person.taps("Put it in your phone’s calendar");
      await person.isAt(/\/week\/calendar\/out$/);
    }
    if (device.name === "computer") await isRemindedEachEvening(person);
    await person.closes();
  }

  // Large, in Spanish, in the dark.
  const other = await world.person({ agent: ANDROID, language: "es-US", textSize: 200, dark: true, screen: { width: 320, height: 640 } });
  await other.opens("/me/reminders");
  await other.sees("Handrail no puede sonar.");
  await other.stop("large and spanish");
};
