// What the journeys about the lock have in common: typing what opens it, and being at the lock screen.

export const PASSPHRASE = "a heron in the harbour at nine";

/** Waits for the lock screen, whichever of the two it is. */
export const isLocked = (person) => person.page.locator("#secret").waitFor({ timeout: 30000 });

/** Types it at the lock screen and presses the button. What comes of it is the journey's to see. */
export const tries = async (person, typed) => {
  await person.page.locator("#secret").fill(typed);
  await person.page.locator("#unlock [type=submit]").click();
};

/** The same, and waits until the app is there. */
export const opensWith = async (person, typed) => {
  await tries(person, typed);
  await person.page.locator(".tab-bar__tab").first().waitFor({ timeout: 60000 });
  await person.isWhole();
};

/** Sets a passphrase that was thought up, on the page of the lock, and gives the recovery code back. */
export const locksWith = async (person, passphrase) => {
  await person.page.locator("#new-passphrase").fill(passphrase);
  await person.page.locator("#passphrase-again").fill(passphrase);
  await person.page.locator("#set-passphrase [type=submit]").click();
  const code = (await person.page.locator("#recovery-code").innerText({ timeout: 60000 })).replace(/\s/g, "");
  await person.page.locator("[aria-labelledby=code-heading] .button--main").click();
  return code;
};

/** Covers with a PIN, on the same page. */
export const coversWith = async (person, pin) => {
  await person.page.locator("#new-pin").fill(pin);
  await person.page.locator("#pin-again").fill(pin);
  await person.page.locator("#set-pin [type=submit]").click();
  await person.page.locator("#change-lock").waitFor({ timeout: 60000 });
};

/** Shows on the lock's page what opens it, so that it can be changed. */
export const proves = async (person, typed) => {
  await person.page.locator("#proof").fill(typed);
  await person.page.locator("#prove [type=submit]").click();
};

/** As when another app comes in front, and as when this one is looked at again. */
export const isLeft = (person, hidden) =>
  person.page.evaluate((hidden) => {
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, hidden);
