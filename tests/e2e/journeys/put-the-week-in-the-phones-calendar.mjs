// The week as a file for the phone's own calendar: all of it, one session, with and without what it is; changed, and made again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ANDROID, IPHONE } from "../agents.mjs";

const at = (person, day, time) => person.page.clock.setFixedTime(new Date(`2026-10-${day}T${time}:00-05:00`));
const OUT = "Put it in your phone’s calendar";
const MAKE = "Make the file";

/** The file that a tap on the button downloads. */
const makes = async (person, button = MAKE) => {
  const coming = person.page.waitForEvent("download");
  await person.taps(button);
  const download = await coming;
  assert.equal(download.suggestedFilename(), "appointments.ics");
  return readFileSync(await download.path(), "utf8");
};

/** The events of a calendar, each as a map from the names of its properties, parameters left out, to their values. */
const eventsOf = (text) => {
  assert.ok(text.startsWith("BEGIN:VCALENDAR\r\n") && text.endsWith("END:VCALENDAR\r\n"), text);
  assert.ok(!text.replaceAll("\r\n", "").match(/[\r\n]/), "a line does not end as it should");
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const blocks = text.replaceAll("\r\n ", "").split("BEGIN:VEVENT\r\n").slice(1);
  return blocks.map((block) => {
    const event = { alarms: [] };
    for (const line of block.split("END:VEVENT")[0].split("\r\n").filter(Boolean)) {
      const [, name, value] = line.match(/^([A-Z-]+)[^:]*:(.*)$/);
      if (name === "TRIGGER") event.alarms.push(value);
      else event[name] ??= value;
    }
    return event;
  });
};

const named = (events, uid) => events.find((event) => event.UID === uid && !event["RECURRENCE-ID"]);

const addsTalk = async (person) => {
  await person.opens("/week/add");
  await person.page.getByLabel("Kind").selectOption({ label: "Individual" });
  await person.writes("Your own name for it", "Talk with Dana");
  await person.taps("By the week");
  await person.writes("First date", "2026-10-21");
  await person.taps("Wednesday");
  await person.taps("Tuesday");
  await person.writes("Starts at", "16:00");
  await person.writes("Link, if it is online", "https://clinic.example/room");
  await person.taps("Save");
  await person.sees("Session added.");
};

export default async (world) => {
  const person = await world.person({ zone: "America/Chicago" });
  await at(person, 20, "10:00");
  await person.opens("/week/calendar/out");
  await person.sees("There is nothing to put into your calendar yet.");
  await person.stop("nothing yet");
  await person.opens("/week/new/three-evenings");
  await person.taps("Save");
  await person.sees("Your program is saved.");
  await addsTalk(person);

  // All of it: nobody who sees that calendar learns what it is.
  await person.opens("/week");
  await person.taps(OUT);
  await person.sees("Which sessions?");
  await person.stop("all of them");
  await person.taps("1 day");
  await person.page.getByRole("button", { name: "1 day", pressed: true }).waitFor();
  await person.taps("10 minutes");
  await person.page.getByRole("button", { name: "10 minutes", pressed: true }).waitFor();
  const first = await makes(person);
  await person.sees("The file appointments.ics is in your downloads.");
  await person.stop("made");
  const events = eventsOf(first);
  assert.equal(events.length, 2);
  for (const event of events) {
    assert.equal(event.SUMMARY, "Appointment");
    assert.deepEqual(event.alarms, ["-PT10M", "-PT60M", "-PT1440M"]);
    assert.ok(!event.LOCATION && !event.URL && event.STATUS === "CONFIRMED");
  }
  assert.doesNotMatch(first, /Dana|Group|clinic|Talk/i);
  assert.match(first, /BEGIN:VTIMEZONE\r\nTZID:America\/Chicago\r\n/);
  const talk = events.find((event) => event.DTSTART === "20261021T160000");
  const group = events.find((event) => event.DTSTART === "20261020T180000");
  assert.equal(talk.DTEND, "20261021T165000");
  assert.match(group.RRULE, /^FREQ=WEEKLY;WKST=MO;BYDAY=MO,TU,TH/);
  assert.match(first, /DTSTART;TZID=America\/Chicago:20261020T180000/);
  assert.equal(await makes(person), first, "nothing changed, and the file is another one");

  // One evening is called off: the same names, and a greater number for that one only.
  await at(person, 20, "11:00");
  await person.opens("/week");
  await person.page.getByRole("link", { name: /Group/ }).last().click();
  await person.taps("Called off or moved?");
  await person.tapsIn("dialog", "Called off that day");
  await person.sees("Saved.");
  await person.opens("/week/calendar/out");
  const second = eventsOf(await makes(person));
  assert.deepEqual([...new Set(second.map((event) => event.UID))].sort(), events.map((event) => event.UID).sort());
  assert.ok(Number(named(second, group.UID).SEQUENCE) > Number(group.SEQUENCE));
  assert.equal(named(second, talk.UID).SEQUENCE, talk.SEQUENCE);
  const off = second.find((event) => event["RECURRENCE-ID"]);
  assert.deepEqual([off.STATUS, off.SUMMARY, off.alarms], ["CANCELLED", "Called off: Appointment", []]);

  // Only one, and with what it is: after reading who could see it then.
  await at(person, 20, "12:00");
  await person.opens("/week");
  await person.page.getByRole("link", { name: /Talk with Dana/ }).first().click();
  await person.taps(OUT);
  await person.page.getByRole("radio", { name: "Only some", checked: true }).waitFor();
  await person.page.getByRole("checkbox", { name: /Talk with Dana/, checked: true }).waitFor();
  await person.page.getByRole("checkbox", { name: /Group/, checked: false }).waitFor();
  await person.sees("Your calendar says “Appointment” at that time and nothing else");
  await person.stop("only this one");
  await person.taps("Show what it is, and where");
  await person.sees("Whoever sees it can read them");
  await person.stop("says what it is");
  const third = eventsOf(await makes(person));
  assert.deepEqual(third.map((event) => event.UID), [talk.UID]);
  assert.deepEqual([third[0].SUMMARY, third[0].URL], ["Talk with Dana", "https://clinic.example/room"]);
  assert.ok(Number(third[0].SEQUENCE) > Number(talk.SEQUENCE));

  // Nothing ticked, and no reminder.
  await person.taps("Talk with Dana");
  await person.taps(MAKE);
  await person.sees("Tick at least one session.");
  for (const time of ["10 minutes", "1 hour", "1 day"]) {
    await person.taps(time);
    await person.page.getByRole("button", { name: time, pressed: false }).waitFor();
  }
  await person.sees("Your calendar shows the sessions and stays silent.");
  await person.taps("All of them");
  assert.deepEqual(eventsOf(await makes(person)).flatMap((event) => event.alarms), []);

  // The choices are still there the next time. By keyboard, with the network gone.
  await person.isReadyForOffline();
  await world.server.stop();
  await person.reloads();
  await person.sees("stays silent");
  await person.page.getByRole("switch", { name: "Show what it is, and where", checked: true }).waitFor();
  await person.tabsTo("30 minutes");
  await person.presses("Space");
  await person.page.getByRole("button", { name: "30 minutes", pressed: true }).waitFor();
  await person.tabsTo("Show what it is, and where");
  await person.presses("Space");
  await person.sees("and nothing else");
  await person.tabsTo(MAKE);
  const coming = person.page.waitForEvent("download");
  await person.presses("Enter");
  const fourth = eventsOf(readFileSync(await (await coming).path(), "utf8"));
  assert.deepEqual(fourth.find((event) => event.UID === talk.UID).alarms, ["-PT30M"]);
  assert.deepEqual([...new Set(fourth.map((event) => event.SUMMARY))], ["Appointment"]);
  await world.server.start();

  await onAPhone(world, IPHONE, "On an iPhone or iPad", "iphone");
  await onAPhone(world, ANDROID, "On an Android phone", "android");
  await inSpanish(world);
};

/** Where the phone asks where to send a file, it is asked; a phone that refuses after all gets a download. */
const onAPhone = async (world, agent, steps, name) => {
  const person = await world.person({ zone: "America/Chicago", agent });
  await person.page.addInitScript(() => {
    window.shared = [];
    window.refusal = null;
    navigator.canShare = ({ files }) => files.every((file) => file.type === "text/calendar");
    navigator.share = async ({ files }) => {
      if (window.refusal) throw new DOMException("not now", window.refusal);
      window.shared.push([files[0].name, await files[0].text()]);
    };
  });
  await at(person, 20, "10:00");
  await addsTalk(person);
  await person.opens("/week/calendar/out");
  await person.taps(MAKE);
  await person.sees("The file is handed over.");
  const [[file, text]] = await person.page.evaluate(() => window.shared);
  assert.equal(file, "appointments.ics");
  assert.equal(eventsOf(text)[0].SUMMARY, "Appointment");
  const open = person.page.locator("details[open] summary");
  assert.deepEqual(await open.allInnerTexts(), [steps]);
  await open.scrollIntoViewIfNeeded();
  await person.stop(`on ${name}`);
  await person.page.evaluate(() => (window.refusal = "AbortError"));
  await person.taps(MAKE);
  await person.sees("Nothing was handed over.");
  await person.page.evaluate(() => (window.refusal = "NotAllowedError"));
  assert.equal(await makes(person), text);
  await person.sees("is in your downloads");
};

const inSpanish = async (world) => {
  const person = await world.person({ zone: "America/Chicago", language: "es-US", textSize: 200, screen: { width: 320, height: 640 } });
  await at(person, 20, "10:00");
  await person.opens("/week/new/three-evenings");
  await person.taps("Guardar");
  await person.isAt(/\/week$/);
  await person.opens("/week/calendar/out");
  await person.stop("large and spanish");
  await person.taps("Solo algunas");
  await person.page.getByRole("checkbox").last().check();
  await person.stop("large and spanish, some");
  const [event] = eventsOf(await makes(person, "Hacer el archivo"));
  assert.equal(event.SUMMARY, "Cita");
  await person.sees("El archivo appointments.ics está en tus descargas.");
  await person.stop("large and spanish, made");
};
