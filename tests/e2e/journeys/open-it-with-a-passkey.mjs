// A passkey beside the passphrase: offered where it can work, tried before anything depends on it, and of no use once it is taken away. The
// browser plays the phone's own finger reader.
import assert from "node:assert/strict";
import { PASSPHRASE, isLocked, locksWith, opensWith, proves } from "../locks.mjs";

const READER = {
  protocol: "ctap2",
  transport: "internal",
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};

export default async (world) => {
  // An address of digits can have no passkey.
  const person = await world.person();
  await person.opens("/me/key");
  await locksWith(person, PASSPHRASE);
  await proves(person, PASSPHRASE);
  await person.seesControl("Take the lock away");
  assert.equal(await person.counts("Add a passkey"), 0);
  await person.closes();

  const named = await world.person();
  named.origin = named.origin.replace("127.0.0.1", "localhost");
  world.guard.origin = named.origin;
  const session = await named.page.context().newCDPSession(named.page);
  await session.send("WebAuthn.enable");
  const add = (hasPrf) => session.send("WebAuthn.addVirtualAuthenticator", { options: { ...READER, hasPrf } });
  const { authenticatorId: without } = await add(false);
  await named.opens("/me/key");
  await locksWith(named, PASSPHRASE);
  await proves(named, PASSPHRASE);

  // One that cannot be a key is said to be none.
  await named.page.getByRole("button", { name: "Add a passkey" }).click({ timeout: 60000 });
  await named.sees("passkey cannot open a lock like this");
  await session.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId: without });

  const { authenticatorId } = await add(true);
  await named.taps("Add a passkey");
  await named.seesControl("Try the passkey");
  await named.stop("a passkey that was made");
  // It is tried until it has answered the same twice.
  const done = named.page.getByText("The passkey works");
  while (!(await done.isVisible())) {
    await named.page.getByRole("button", { name: "Try the passkey" }).click({ timeout: 5000 }).catch(() => {});
    await named.page.waitForFunction(() => !document.querySelector("[aria-busy]"));
  }
  const { credentials } = await session.send("WebAuthn.getCredentials", { authenticatorId });
  assert.ok(credentials.length >= 1);
  assert.ok(credentials.every(({ rpId, userName }) => rpId === "localhost" && (userName ?? "Handrail") === "Handrail"));

  await named.taps("Lock now");
  await isLocked(named);
  await named.stop("locked with a passkey");
  await named.taps("Open with a passkey");
  await named.page.locator(".tab-bar__tab").first().waitFor();
  await named.isAt("**/me/key");
  await named.isWhole();

  // Somebody else's finger opens nothing.
  await named.taps("Lock now");
  await isLocked(named);
  await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await named.taps("Open with a passkey");
  await named.sees("The passkey was not used.");
  await session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: true });
  await opensWith(named, PASSPHRASE);

  await proves(named, PASSPHRASE);
  await named.page.getByRole("button", { name: "Take the passkey away" }).click({ timeout: 60000 });
  await named.sees("The passkey opens nothing any more.");
  await named.taps("Lock now");
  await isLocked(named);
  assert.equal(await named.counts("Open with a passkey"), 0);
  await opensWith(named, PASSPHRASE);
};
