// A person in front of the screen: finds things by what they are called or say, taps, types, waits until something is to be seen.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as database from "./database.mjs";
import { settled } from "./settled.mjs";

/** Milliseconds a person waits for something to come, on a machine that does much else at the same time. */
const PATIENCE = 30000;
const SHOTS = fileURLToPath(new URL("shots/", import.meta.url));
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export class Person {
  constructor(page, { origin, guard, journey }) {
    this.page = page;
    this.origin = origin;
    this.guard = guard;
    this.journey = journey;
    this.tapCount = 0;
    this.files = [];
  }

  /** Takes away what was handed over. The browser reads a file when the app does, so not before the end. */
  discardFiles() {
    for (const folder of this.files) rmSync(folder, { recursive: true, force: true });
  }

  // ---- Going somewhere

  /** Opens an address, once what was done before is saved, and waits until the app has taken over from the static shell, with all its parts. */
  async opens(path = "/") {
    await this.rests();
    await this.page.goto(this.origin + path, { waitUntil: "load" });
    await this.isUp();
    await this.isWhole();
    await this.rests();
  }

  /** Opens an address without waiting for the app. */
  async lands(path = "/") {
    await this.page.goto(this.origin + path, { waitUntil: "commit" });
  }

  /** Waits until the page is done with what was tapped last. A page that has crashed is. */
  async rests() {
    await settled(this.page).catch(() => {});
  }

  async isUp() {
    await this.page.locator("#shell").waitFor({ state: "detached", timeout: PATIENCE });
  }

  /** Waits for the parts of the program that follow the first screen. A journal that did not open, or is locked, has none to follow. */
  async isWhole() {
    await this.page.waitForFunction(
      () => !document.querySelector(".tab-bar__tab") || window.handrail.whole,
      null,
      { timeout: PATIENCE },
    );
  }

  async reloads() {
    await this.rests();
    await this.page.reload({ waitUntil: "load" });
    await this.isUp();
    await this.isWhole();
    await this.rests();
  }

  /** Closes the browser, once what was done before is saved. */
  async closes() {
    await this.rests();
    await this.context.close();
  }

  /** As with the shift key held: everything comes from the network, and no service worker answers for the page. */
  async reloadsPastTheWorker() {
    const session = await this.page.context().newCDPSession(this.page);
    const loaded = this.page.waitForEvent("load");
    const answered = this.page.waitForResponse((response) => response.request().isNavigationRequest());
    await session.send("Page.reload", { ignoreCache: true });
    // How the page came, and not whether it is served by now: it asks to be as soon as it is up.
    if ((await answered).fromServiceWorker()) throw new Error("the worker answered for this page");
    await loaded;
    await this.isUp();
  }

  async goesBack() {
    await this.page.goBack();
  }

  /** Waits until everything is kept for offline use. */
  async isReadyForOffline() {
    await this.page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null);
    await this.page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  }

  // ---- Doing

  /** What can be tapped and is called so: a whole name, the beginning of one, or a number of the scale. */
  control(name) {
    const pattern = /^\d+$/.test(name) ? new RegExp(`(^|\\D)${name} (of|de) 10`) : new RegExp(`^\\s*${literal(name)}(?![\\p{L}\\p{N}])`, "u");
    const by = (role) => this.page.getByRole(role, { name: pattern });
    const roles = ["link", "radio", "checkbox", "switch", "tab"];
    const unfolds = this.page.locator("summary", { hasText: pattern });
    return roles.reduce((found, role) => found.or(by(role)), by("button").or(unfolds)).filter({ visible: true }).first();
  }

  async taps(name) {
    this.tapCount += 1;
    await this.control(name).click();
  }

  /** The row of an entry; a step of the scale has the same name and is no link. */
  entry(number) {
    return this.page.getByRole("link", { name: new RegExp(`^Craving ${number} of 10`) }).filter({ visible: true }).first();
  }

  async seesEntry(number) {
    await this.entry(number).waitFor({ timeout: PATIENCE });
  }

  async opensEntry(number) {
    this.tapCount += 1;
    await this.entry(number).click();
  }

  /** Waits until an address is reached. */
  async isAt(pattern) {
    await this.page.waitForURL(pattern);
    return new URL(this.page.url()).pathname;
  }

  /** Chooses one of several in a group. */
  async chooses(group, name) {
    this.tapCount += 1;
    await this.page.getByRole("group", { name: group }).getByRole("radio", { name }).check({ force: true });
  }

  /** Taps something that is inside something else: a dialog over the page. */
  async tapsIn(role, name) {
    this.tapCount += 1;
    await this.page.getByRole(role).getByRole("button", { name, exact: true }).click();
  }

  /** By keyboard alone: moves the focus on until it stands on what is called so. */
  async tabsTo(name, limit = 60) {
    const target = this.control(name);
    await target.waitFor();
    for (let step = 0; step < limit; step += 1) {
      await this.page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return this.hasRing(target);
    }
    throw new Error(`the keyboard does not reach ${name}`);
  }

  /** The same for a field, by its label. */
  async focusReaches(label, limit = 120) {
    const target = this.field(label);
    for (let step = 0; step < limit; step += 1) {
      await this.page.keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`the keyboard does not reach ${label}`);
  }

  /** Waits until the focus has gone by itself to what is called so. */
  async focusIsOn(name) {
    const target = await this.control(name).elementHandle();
    await this.page.waitForFunction((element) => element === document.activeElement, target);
  }

  async hasRing(target) {
    const ring = await target.evaluate((element) => {
      const drawn = (one) => getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
      return drawn(element) || drawn(element.parentElement);
    });
    if (!ring) throw new Error("the focus cannot be seen");
  }

  async presses(key) {
    await this.page.keyboard.press(key);
  }

  field(label) {
    return this.page.getByLabel(label).filter({ visible: true }).first();
  }

  async writes(label, text) {
    await this.field(label).fill(text);
  }

  /** Hands a file over, as it lies on the phone. */
  async gives(label, name, content) {
    this.tapCount += 1;
    const folder = mkdtempSync(join(tmpdir(), "handrail-file-"));
    writeFileSync(join(folder, name), content);
    await this.page.getByLabel(label).setInputFiles(join(folder, name));
    this.files.push(folder);
  }

  /** Leaves a field, which is when it is saved. */
  async leaves(label) {
    await this.field(label).blur();
  }

  // ---- Seeing

  words(text) {
    return this.page.getByText(text).filter({ visible: true }).first();
  }

  async sees(text) {
    await this.words(text).waitFor({ timeout: PATIENCE });
  }

  async seesNo(text) {
    await this.words(text).waitFor({ state: "hidden", timeout: PATIENCE });
  }

  async seesControl(name) {
    await this.control(name).waitFor({ timeout: PATIENCE });
  }

  async reads(label) {
    return this.field(label).inputValue();
  }

  /** Whom the links on the screen call or text. */
  async links() {
    const seen = await this.page.locator("a:visible").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    return seen.filter((href) => /^(tel|sms):/.test(href));
  }

  /** How many things of this name can be tapped. */
  async howMany(name) {
    const { page } = this;
    return page.getByRole("link", { name }).or(page.getByRole("button", { name })).filter({ visible: true }).count();
  }

  /** How often something is on the screen. */
  async counts(text) {
    return this.page.getByText(text).filter({ visible: true }).count();
  }

  /** A place on the way where everything has to be in order; leaves a picture for human eyes. */
  async stop(name) {
    await this.page.evaluate(() => {
      const moving = (animation) => animation.playState === "running" && Number(animation.effect.getComputedTiming().endTime) < 1000;
      return Promise.all(document.getAnimations().filter(moving).map((animation) => animation.finished.catch(() => {})));
    });
    await this.guard.inspect(this.page, `${this.journey} / ${name}`);
    await this.pictures(name);
    this.guard.verdict();
  }

  async pictures(name) {
    const folder = `${SHOTS}${this.journey}/`;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: `${folder}${name.replaceAll(" ", "-")}.png` });
  }

  // ---- The phone

  /**
   * Whether there is space left on the phone. Without, every write ends as the browser ends it then: the transaction is aborted with a
   * QuotaExceededError. (Chromium's own quota override, tried in version 156, does not reach IndexedDB.)
   */
  async hasSpace(isThere) {
    await this.page.evaluate((isThere) => {
      const transaction = IDBTransaction.prototype;
      transaction.commitForReal ??= transaction.commit;
      transaction.commit = isThere
        ? transaction.commitForReal
        : function () {
            if (this.mode === "readonly") return this.commitForReal();
            Object.defineProperty(this, "error", { value: new DOMException("No space left.", "QuotaExceededError") });
            this.abort();
          };
    }, isThere);
  }

  // ---- What is on the disk

  dump() {
    return database.dump(this.page);
  }

  damages(store, region, key) {
    return database.damage(this.page, store, region, key);
  }
}
