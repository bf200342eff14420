// The next session stands above the craving card, and the card never moves for it: not from the static shell to the app, not when the
// week is read, not in Spanish, in the dark, or with large letters on a small phone. On a desk it also leads to a map.
import assert from "node:assert/strict";

const clock = (person, time) => person.page.clock.setFixedTime(new Date(`2026-10-20T${time}:00-04:00`));

/** From now on every page says where its static shell has the card, and every shift that nobody caused is counted. */
const watch = (person) =>
  person.page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput) continue;
        const name = ({ node }) => (node instanceof Element ? `${node.localName}.${node.className}` : node?.nodeName);
        window.shifts.push(entry.sources.map(name).join(", "));
      }
    }).observe({ type: "layout-shift", buffered: true });
    window.whereIsTheCard = () => {
      const { x, y, width, height } = document.querySelector(".scale__steps").getBoundingClientRect();
      return { x, y, width, height };
    };
    document.addEventListener("DOMContentLoaded", () => {
      if (document.querySelector("#shell")) window.inTheShell = window.whereIsTheCard();
    });
  });

/** Opens Today: the card is where the shell had it, and stays there when the week is read. */
const staysPut = async (person, name, arrives) => {
  await person.opens("/");
  await person.page.locator(arrives).waitFor();
  const [before, after, shifts] = await person.page.evaluate(() => [window.inTheShell, window.whereIsTheCard(), window.shifts]);
  assert.deepEqual(after, before, name);
  assert.deepEqual(shifts, [], name);
};

const traits = [
  { name: "on a phone", next: "Next: " },
  { name: "in Spanish in the dark", language: "es-US", dark: true, next: "Lo que sigue: " },
  { name: "with large letters", screen: { width: 320, height: 640 }, textSize: 200, next: "Next: " },
  { name: "on a desk", screen: { width: 1280, height: 800 }, next: "Next: " },
];

export default async (world) => {
  for (const { name, next, ...different } of traits) {
    const isSpanish = different.language !== undefined;
    const person = await world.person(different);
    await watch(person);
    await clock(person, "16:00");
    await staysPut(person, name, ".next-slot__free");
    await person.sees(isSpanish ? "martes, 20 de octubre" : "Tuesday, October 20");
    await person.pictures(`nothing planned ${name}`);

    await person.opens("/week/add");
    await person.writes(isSpanish ? "Tu propio nombre" : "Your own name for it", "Evening group with Dana and Lee");
    await person.page.locator("#date").fill("2026-10-20");
    await person.page.locator("#start").fill("18:00");
    await person.writes(isSpanish ? "Lugar" : "Place", "Room 4, 210 West Fulton Street");
    await person.taps(isSpanish ? "Guardar" : "Save");
    await person.isAt("**/week");

    await staysPut(person, name, ".next-row");
    const told = await person.page.locator(".next-row").evaluate((row) => row.textContent);
    assert.ok(told.startsWith(`${next}Evening group with Dana and Lee`), told);
    assert.ok(told.includes(isSpanish ? "en 2 horas" : "in 2 hours"), told);
    // Nothing of the time or of the countdown is cut off.
    const cut = await person.page.evaluate(() =>
      [".next-row", ".next-row__time", ".next-row__soon"].filter((name) => {
        const element = document.querySelector(name);
        return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
      }),
    );
    assert.deepEqual(cut, [], name);
    await person.stop(`next ${name}`);

    // It counts down in its place.
    await clock(person, "17:55");
    await person.opens("/");
    await person.sees(isSpanish ? "empieza en 5 min" : "starts in 5 min");
    assert.deepEqual(await person.page.evaluate(() => window.shifts), [], name);
    await person.page.locator(".next-row").click();
    await person.isAt("**/week/**");
    const map = person.control(isSpanish ? "Cómo llegar" : "Directions");
    const [href, rel, words] = await map.evaluate((link) => [link.href, link.rel, link.textContent]);
    assert.equal(href, "https://www.openstreetmap.org/search?query=Room%204%2C%20210%20West%20Fulton%20Street");
    assert.equal(rel, "noreferrer");
    assert.match(words, /openstreetmap\.org/);
    await person.pictures(`to a map ${name}`);
    await person.closes();
    person.context = null;
  }
};
