// The worst minute: the app does not start, scripts are off, or there is no network. The numbers are there all the same.
import assert from "node:assert/strict";

const LINES = ["tel:988", "sms:988", "tel:911", "sms:838255", "sms:741741?&body=HELLO", "tel:+18006624357", "sms:435748"];
const LINES_IN_SPANISH = ["sms:988?&body=AYUDA", "sms:741741?&body=HOLA"];

export default async (world) => {
  // The program of the app never arrives.
  world.guard.expects(/ERR_FAILED|Handrail did not start/);
  const unlucky = await world.person();
  await unlucky.page.route(/\.wasm$/, (route) => route.abort());
  await unlucky.lands("/");
  await unlucky.sees("Handrail has not started");
  await unlucky.sees("Nothing you saved is lost.");
  await unlucky.seesControl("Reload");
  assert.deepEqual((await unlucky.links()).slice(0, 3), ["tel:988", "sms:988", "tel:911"]);
  await unlucky.stop("not started");
  await unlucky.taps("Overdose steps");
  await unlucky.sees("Someone may have overdosed");

  // No scripts at all.
  const plain = await world.person({ scripts: false });
  await plain.lands("/");
  assert.match(await plain.page.locator("body").innerText(), /Handrail needs JavaScript/);
  await plain.taps("Help now");
  await plain.sees("Call 911");
  const links = await plain.links();
  for (const line of [...LINES, ...LINES_IN_SPANISH]) assert.ok(links.includes(line), `${line} is on the help page`);
  await plain.pictures("help without scripts");

  // Here once before; now the network is gone.
  const offline = await world.person();
  await offline.opens("/");
  await offline.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  await offline.lands("/help.html");
  await offline.sees("Call 988");
  await offline.taps("Someone may have overdosed");
  await offline.sees("Give naloxone (Narcan) if there is any.");
  await offline.taps("En español");
  await offline.sees("Llama al 988 y oprime 2");
  await offline.stop("help offline");
  await offline.lands("/no/such/place");
  await offline.isUp();
};
