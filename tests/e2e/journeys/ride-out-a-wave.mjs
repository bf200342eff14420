// Three minutes on the wave, left in the middle, found again on Today, gone on, rated at the end.
export default async (world) => {
  const person = await world.person();
  await person.page.clock.install({ time: new Date("2026-11-22T21:40:00-05:00") });
  await person.opens("/");
  await person.taps("8");
  await person.sees("What now?");
  await person.taps("Ride it out");
  await person.sees("The wave is rising.");
  await person.stop("rising");
  await person.page.clock.runFor(40_000);
  await person.taps("Leave it for now");
  await person.opens("/");
  await person.sees("Your wave");
  await person.stop("a wave that was left");
  await person.taps("Your wave");
  await person.page.clock.runFor(45_000);
  await person.stop("half way");
  await person.page.clock.runFor(120_000);
  await person.sees("The three minutes are over.");
  await person.sees("How strong is it now?");
  await person.stop("over");
  await person.taps("4");
  await person.sees("8 → 4");
  await person.opens("/log");
  await person.seesControl("Craving 8 of 10, later 4");
};
