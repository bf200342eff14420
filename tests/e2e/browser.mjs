// A phone-sized Chromium with a profile of its own, which can be closed, killed and opened again on the same profile.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { countTransactions } from "./settled.mjs";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const QUIET = ["--disable-component-update", "--disable-sync", "--disable-features=Translate,OptimizationHints,MediaRouter"];
export const SWITCHES = [...FLAGS, ...QUIET];

export const PHONE = { width: 360, height: 640 };

export class Profile {
  /** `textSize` in percent is the size a person sets in the browser, so it reaches the page as it would on a phone. */
  constructor({ textSize = 100 } = {}) {
    this.folder = mkdtempSync(join(tmpdir(), "handrail-profile-"));
    mkdirSync(join(this.folder, "Default"));
    const size = Math.round((16 * textSize) / 100);
    const preferences = { webkit: { webprefs: { default_font_size: size, default_fixed_font_size: size } } };
    writeFileSync(join(this.folder, "Default", "Preferences"), JSON.stringify(preferences));
  }

  async open({ screen = PHONE, dark = false, language = "en-US", calm = false, density = 1, scripts = true, zone = "America/New_York", agent, switches = [] } = {}) {
    const context = await chromium.launchPersistentContext(this.folder, {
      executablePath: CHROMIUM,
      args: [...SWITCHES, ...switches],
      viewport: screen,
      deviceScaleFactor: density,
      hasTouch: screen.width < 900,
      colorScheme: dark ? "dark" : "light",
      reducedMotion: calm ? "reduce" : "no-preference",
      javaScriptEnabled: scripts,
      locale: language,
      timezoneId: zone,
      userAgent: agent,
    });
    await context.addInitScript(countTransactions);
    return context;
  }

  /** Chromium may write for a moment after it was closed; a folder that stays behind is no fault of the app. */
  discard() {
    try {
      rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    } catch (error) {
      console.log(`     left behind: ${error.message}`);
    }
  }
}
