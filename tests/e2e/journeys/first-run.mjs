// The first minute: nothing has to be done before the first number, and what is offered is offered once.
import assert from "node:assert/strict";

export default async (world) => {
  const curious = await world.person();
  await curious.opens("/");
  await curious.seesControl("7");
  await curious.sees("New here?");
  await curious.stop("today");
  await curious.taps("Show me");
  await curious.sees("Something to hold on to");
  await curious.sees("What you save stays on this phone.");
  await curious.stop("what this is");
  await curious.taps("Next");
  await curious.sees("Put Handrail on your home screen");
  await curious.stop("home screen");
  await curious.taps("Go to Today");
  await curious.seesControl("7");
  await curious.seesNo("New here?");
  await curious.reloads();
  await curious.seesControl("7");
  assert.equal(await curious.counts("New here?"), 0);

  const busy = await world.person();
  await busy.opens("/");
  await busy.taps("Not now");
  await busy.seesNo("New here?");
  await busy.reloads();
  await busy.seesControl("7");
  assert.equal(await busy.counts("New here?"), 0);
};
