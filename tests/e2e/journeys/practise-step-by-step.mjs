// Something to do when it is bad: found by what is going on, done step by step with a number before and after, gone on with after the
// browser was closed, told with how often it was, and one of one's own beside the library. All of it offline.
import assert from "node:assert/strict";

const at = (person, time) => person.page.clock.setFixedTime(new Date(time));
const step = (person, place) => person.page.getByRole("checkbox").nth(place);
const scale = (person, id, number) => person.page.locator(`#${id}-scale`).getByRole("button", { name: new RegExp(`(^|\\D)${number} of 10`) });

export default async (world) => {
  const person = await world.person();
  await at(person, "2026-11-24T20:30:00-05:00");
  await person.opens("/cope");
  await person.sees("What is going on?");
  await person.sees("Ride the urge like a wave");
  await person.stop("cope");
  await person.taps("Strong urge now");
  await person.seesNo("Eat and drink something");
  await person.taps("Strong urge now");
  await person.taps("Choose more closely");
  await person.writes("Search", "fifteen min");
  await person.taps("Wait fifteen minutes");
  await person.isAt("**/cope/*");
  await person.sees("Time between the urge and the act lets the peak go by.");
  await person.taps("A favourite");
  await person.stop("one strategy");

  await person.taps("Begin");
  await person.isAt("**/step/*");
  await scale(person, "before", 7).click();
  await step(person, 0).check();
  await person.taps("When the time is over");
  await person.page.getByRole("switch", { name: "The phone shakes" }).click();
  await person.taps("Start 15 minutes");
  await person.sees("15:00 left");
  await person.stop("a timer runs");
  await person.closes();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);

  // The browser was closed, five minutes went by, there is no network: it goes on at its step.
  const later = await world.on(person.profile);
  await at(later, "2026-11-24T20:35:00-05:00");
  await later.opens("/cope");
  await later.taps("Go on where you were");
  await later.isAt("**/step/*");
  assert.ok(await step(later, 0).isChecked());
  await later.sees("10:00 left");
  await later.taps("Pause");
  await later.taps("Go on");
  // Told to who does not look, because that was asked for, and by nothing else.
  await later.page.evaluate(() => {
    window.shakes = 0;
    window.tones = 0;
    navigator.vibrate = () => ((window.shakes += 1), true);
    window.AudioContext = class {
      constructor() {
        window.tones += 1;
      }
    };
  });
  await at(later, "2026-11-24T20:46:00-05:00");
  await later.sees("The time is over.");
  await later.page.waitForFunction(() => window.shakes > 0);
  assert.deepEqual(await later.page.evaluate(() => [window.shakes, window.tones]), [1, 0]);
  await later.opens(new URL(later.page.url()).pathname);
  await later.sees("The time is over.");
  await later.page.getByRole("checkbox", { checked: true }).nth(1).waitFor();
  await scale(later, "after", 4).click();
  await later.sees("7 → 4");
  await later.stop("the number again");
  await later.taps("Done");
  await later.isAt("**/cope");
  await later.sees("once so far, not enough yet");

  // Twice more, and there is something to say.
  for (const [before, after] of [[8, 5], [6, 4]]) {
    await later.page.getByRole("link", { name: /^Wait fifteen minutes/ }).first().click();
    await later.taps("Begin");
    await later.isAt("**/step/*");
    await scale(later, "before", before).click();
    await scale(later, "after", after).click();
    await later.sees(`${before} → ${after}`);
    await later.taps("Done");
    await later.isAt("**/cope");
  }
  await later.sees("−2.7 on average, 3 times");
  await later.stop("what has helped");
  await later.closes();
  await world.server.start();

  // One of one's own, with nothing written first.
  const again = await world.on(person.profile);
  await again.opens("/cope/add");
  await again.taps("Save");
  await again.sees("Give it a name.");
  await again.writes("What do you call it?", "Tea with Nan");
  await again.taps("Save");
  await again.sees("Write at least one step.");
  await again.writes("Step 1", "Put the kettle on");
  await again.writes("Step 2", "Call Nan");
  await again.taps("Lonely");
  await again.stop("one of ones own");
  await again.taps("Save");
  await again.isAt("**/cope");
  await again.taps("Lonely");
  await again.taps("Tea with Nan");
  await again.sees("Put the kettle on");
  await again.taps("Delete it");
  await again.isAt("**/cope");
  await again.seesNo("Tea with Nan");
  await again.taps("Undo");
  await again.sees("Tea with Nan");
  assert.ok(!(await again.dump()).includes("kettle"));
};
