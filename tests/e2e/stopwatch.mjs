// Slows a page down to a cheap phone, and takes times from inside it: from the event of a tap to the frame that shows the answer.

/** A slow phone: its processor, and its network where one is asked for. CDP slows the main thread only. */
export const SLOW_CPU = "4 x slower CPU";
export const SLOW_PHONE = "4 x slower CPU, 1.6 Mbit/s, 150 ms";

const BITS = 8;

export const slowDown = async (page, { cpu = true, network = false } = {}) => {
  const session = await page.context().newCDPSession(page);
  if (network) {
    await session.send("Network.enable");
    const speed = (1.6 * 1000 * 1000) / BITS;
    await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: speed, uploadThroughput: speed });
  }
  if (cpu) await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  return session;
};

/** Before the page loads: notes when each tap happened, and for each mark of the app when it was on screen. */
export const watchMarks = (page) =>
  page.addInitScript(() => {
    window.taken = { tap: 0, shown: {} };
    addEventListener("click", (event) => (window.taken.tap = event.timeStamp), { capture: true });
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) {
        // The frame after the next one has certainly been painted with it.
        requestAnimationFrame(() => setTimeout(() => (window.taken.shown[name] = performance.now())));
      }
    }).observe({ type: "mark", buffered: true });
  });

/** Milliseconds since the navigation began until a mark of the app was on screen. */
export const untilShown = async (page, mark) => {
  await page.waitForFunction((mark) => window.taken?.shown[mark] > 0, mark, { timeout: 60000 });
  return page.evaluate((mark) => window.taken.shown[mark], mark);
};

/** Milliseconds from a tap until a mark of the app was on screen. `act` does the tapping, with the browser's own input. */
export const fromTap = async (page, mark, act) => {
  await page.evaluate((mark) => (window.taken.shown[mark] = 0), mark);
  await act();
  const shown = await untilShown(page, mark);
  return shown - (await page.evaluate(() => window.taken.tap));
};

/** Milliseconds between two marks of one load. */
export const between = (page, from, to) =>
  page.evaluate(
    ([from, to]) => {
      const at = (name) => performance.getEntriesByName(name, "mark")[0].startTime;
      return at(to) - at(from);
    },
    [from, to],
  );

export const firstPaint = async (page) => {
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  return page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
};

/** The value below which `share` of all lie: 0.5 is the median, 0.95 what nearly everybody gets. */
export const quantile = (values, share) => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};
