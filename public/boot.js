// What has to happen before the app exists, and when it cannot: the right theme and language before the first paint,
// a craving tapped on the static shell, the start of the WASM, the screens for a start that fails, and updates.
// Plain JavaScript on purpose: it has to work when everything else does not. `window.handrail` is all the app sees of it.
"use strict";
(() => {
  const BUILD = "{{build}}";
  const STILL_LOADING_AFTER = 8000; // milliseconds since the navigation began, so that a slow network counts
  const NOT_UP_AFTER = 15000;
  const CHECK_FOR_UPDATES_EVERY = 3600000;
  const WORKERS = {
    calendar: "{{asset:workers/calendar.js}}", meetings: "{{asset:workers/meetings.js}}", stretch: "{{asset:workers/stretch.js}}",
    hand_over: "{{asset:workers/hand_over.js}}",
  };
  const STRATEGIES = { en: "{{asset:strategies/en.txt}}", es: "{{asset:strategies/es.txt}}" };
  const WORDS = { en: "{{asset:words/en.txt}}", es: "{{asset:words/es.txt}}" };
  const root = document.documentElement;
  const find = (id) => document.getElementById(id);
  const announce = (name) => window.dispatchEvent(new Event(`handrail:${name}`));

  // Storage may be forbidden altogether; then the defaults hold.
  const recall = (kind, key) => {
    try {
      return window[kind].getItem(key);
    } catch {
      return null;
    }
  };
  const remember = (kind, key, value) => {
    try {
      window[kind].setItem(key, value);
      return true;
    } catch {
      return false;
    }
  };

  // ---- Leaving at once: a blank page of ours takes this one's place in the tab's history. What lies before it in that history belongs to
  // the app as well, so whoever then goes back is sent on to the blank page too, before anything is painted.

  const LEFT = "handrail.left";
  const BLANK = "/blank.html";
  const toBlank = () => {
    root.hidden = true;
    location.replace(BLANK);
  };
  const leave = () => {
    remember("sessionStorage", LEFT, "1");
    document.title = "";
    toBlank();
  };
  if (recall("sessionStorage", LEFT)) {
    if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") return toBlank();
    // Opened again on purpose.
    sessionStorage.removeItem(LEFT);
  }
  window.addEventListener("pageshow", (event) => event.persisted && recall("sessionStorage", LEFT) && toBlank());

  // ---- A program pack behind the "#" of a link: out of the address before anybody reads it, in memory only, and handed over once. The page that
  // takes it waits behind a lock like any other.

  let pack = null;
  const takeFromAddress = () => {
    if (!location.hash.startsWith("#pack=")) return false;
    pack = location.hash;
    history.replaceState(null, "", "/week/given/in");
    return true;
  };
  const takePack = () => {
    const taken = pack;
    pack = null;
    return taken;
  };
  takeFromAddress();
  window.addEventListener("hashchange", () => {
    if (!takeFromAddress()) return;
    window.dispatchEvent(new PopStateEvent("popstate"));
    announce("pack");
  });

  // ---- Theme and language. Nothing here is private: how it looks, not what was written.

  const applyLook = () => {
    const appearance = recall("localStorage", "handrail.appearance");
    const forced = appearance === "light" || appearance === "dark";
    if (forced) root.dataset.theme = appearance;
    else delete root.dataset.theme;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.dataset.own ??= meta.content;
      const wanted = forced && document.querySelector(`meta[name="theme-color"][data-scheme="${appearance}"]`);
      meta.content = wanted ? (wanted.dataset.own ?? wanted.content) : meta.dataset.own;
    }
    const spoken = (navigator.languages ?? []).map((tag) => tag.slice(0, 2).toLowerCase());
    const wishes = [recall("localStorage", "handrail.language"), ...spoken];
    root.lang = wishes.find((tag) => tag === "en" || tag === "es") ?? "en";
  };
  applyLook();
  root.dataset.at = location.pathname === "/" ? "today" : "inside";
  // Nothing is kept for offline use yet, and nothing was ever written here: somebody's first visit.
  if (!navigator.serviceWorker?.controller && recall("localStorage", "handrail.entries") === null) root.dataset.new = "";

  // ---- Trusted Types. Leptos clones static markup through a template, so strings that cannot run code may become markup.

  window.trustedTypes?.createPolicy("default", {
    createHTML: (markup) => (/<(script|iframe|object|embed)|<[^>]*\son\w+\s*=|javascript:/i.test(markup) ? null : markup),
    createScriptURL: (address) => (address === "/sw.js" || Object.values(WORKERS).includes(address) ? address : null),
  });

  // ---- Taps on the shell, before there is an app. In memory only: nothing readable may ever rest on the disk.

  let taps = [];
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-shell-intensity]");
    if (!button) return;
    // One craving: an impatient second tap is not a second one.
    if (taps.length > 0) return;
    taps.push({ intensity: Number(button.dataset.shellIntensity), at: Date.now() });
    button.setAttribute("aria-pressed", "true");
    for (const other of button.closest("[data-shell-scale]").querySelectorAll("button")) {
      other.setAttribute("aria-disabled", "true");
    }
    find("shell-saving").hidden = false;
    find("boot-unsaved").hidden = false;
  });

  // ---- Starting the app, and saying so when it does not start.

  let up = false;
  let waiting = [];
  const showStillLoading = () => (find("shell-slow").hidden = false);
  const showNotStarted = () => {
    find("shell").hidden = true;
    find("boot").hidden = false;
    find("boot-heading").focus();
  };

  const takeTaps = () => {
    const taken = taps;
    taps = [];
    // Behind what is on the screen now, so that the app's skip link is the first link of the page.
    document.body.append(find("panic"));
    if (!up) {
      up = true;
      waiting.forEach(clearTimeout);
      find("shell")?.remove();
      find("boot")?.remove();
      whenIdle(keepForOffline);
    }
    return taken;
  };

  const panicked = () => {
    // Says that it happened, never where or with what.
    remember("localStorage", "handrail.stopped", "1");
    const screen = find("panic");
    if (!screen || screen.open) return;
    // A modal dialog is above everything, an open sheet included.
    screen.addEventListener("cancel", (event) => event.preventDefault());
    screen.showModal();
  };
  // Memory that runs out traps without reaching the app's own panic hook.
  window.addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && panicked());
  window.addEventListener("unhandledrejection", (event) => event.reason instanceof WebAssembly.RuntimeError && panicked());

  const parsed = new Promise((done) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done, { once: true });
    else done();
  });
  const start = async () => {
    const app = await import("{{asset:app.js}}");
    await parsed;
    performance.mark("handrail:start"); // the bench counts opening the vault from here
    await app.default({ module_or_path: "{{asset:app_bg.wasm}}" });
  };
  const startFailed = async (reason) => {
    // For who looks into it. At this point nobody has written anything that could be in it.
    console.error("Handrail did not start:", reason);
    await parsed;
    if (up) return panicked();
    // A file in the cache that does not start is worth one try from the network.
    if (navigator.serviceWorker?.controller && (await repair("start"))) return;
    showNotStarted();
  };
  start().catch(startFailed);
  parsed.then(() => {
    for (const button of document.querySelectorAll("[data-reload]")) button.addEventListener("click", reload);
    if (up) return;
    document.querySelector(`.shell .tab-bar__tab[href="${CSS.escape(location.pathname)}"]`)?.setAttribute("aria-current", "page");
    waiting = [
      setTimeout(showStillLoading, STILL_LOADING_AFTER - performance.now()),
      setTimeout(showNotStarted, NOT_UP_AFTER - performance.now()),
    ];
  });

  // ---- Parts of the program that come after the first screen.

  const PART_AGAIN_AFTER = 3000;

  /** The answer with the file at `address`. Never gives up: without the network it waits for it, and says so. */
  const fetchPart = async (address) => {
    for (;;) {
      const answer = await fetch(address).catch(() => null);
      if (answer?.ok) return answer;
      // The server has a newer build and no longer the parts of this one.
      if (answer?.status === 404) await repair("part");
      announce("part-failed");
      await new Promise((again) => {
        setTimeout(again, PART_AGAIN_AFTER);
        window.addEventListener("online", again, { once: true });
      });
    }
  };

  /** The text of the coping strategies, in a language. */
  const strategies = async (language) => (await fetchPart(STRATEGIES[language])).text();

  /** The words that passphrases are made of, in a language. */
  const words = async (language) => (await fetchPart(WORDS[language])).text();

  /** A passkey as a key: one of the functions of its module, which few people ever need. */
  const passkey = async (what, given) => (await import("{{asset:later/passkey.js}}"))[what](given);

  /** The text of a code in front of the camera, which the video element with this id shows; of the first one for which `goesOn` does not answer yes. */
  const scan = async (id, goesOn) => (await import("{{asset:later/scan.js}}")).scan(id, goesOn);

  // ---- Heavy, rare work, in a worker of its own.

  /** Asks a worker one thing, with what it is handed over for good: the answer, null when there is none, and the way to stop waiting. */
  const askWorker = (name, args, transfer) => {
    const worker = new Worker(WORKERS[name], { type: "module" });
    const end = () => worker.terminate();
    const answer = new Promise((done) => {
      worker.onmessage = ({ data }) => done(data);
      worker.onerror = () => done(null);
      worker.postMessage(args, transfer);
    });
    return { answer: answer.finally(end), end };
  };

  /** The bytes that another app shared with this one, once; null when there are none. The service worker holds them in its memory only. */
  const takeShared = () =>
    new Promise((done) => {
      const worker = navigator.serviceWorker?.controller;
      if (!worker) return done(null);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => done(data);
      worker.postMessage("TAKE_SHARED", [port2]);
    });

  // ---- Deleting everything. The rows are gone by then; this takes away what held them, and looks whether anything is left.

  const forget = async () => {
    update.check = async () => {};
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) ?? []) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
    localStorage.clear();
    sessionStorage.clear();
    await new Promise((done) => {
      const gone = indexedDB.deleteDatabase("handrail");
      gone.onsuccess = gone.onerror = gone.onblocked = done;
    });
    const there = (await indexedDB.databases?.())?.length ?? 0;
    const isLeft = there + (await caches.keys()).length + localStorage.length > 0;
    find(isLeft ? "gone-not-all" : "gone-all").hidden = false;
    const screen = find("gone");
    screen.addEventListener("cancel", (event) => event.preventDefault());
    screen.showModal();
  };

  // ---- The service worker: registered after the app is up, so that its downloads never compete with the first start.

  const whenIdle = (then) => (window.requestIdleCallback ? requestIdleCallback(then, { timeout: 2000 }) : setTimeout(then, 200));
  const update = { waiting: false, check: async () => {} };
  let registration = null;

  const noticeWaiting = () => {
    // Without a controller this is the first visit: there is nothing to replace.
    if (!registration.waiting || !navigator.serviceWorker.controller || update.waiting) return;
    update.waiting = true;
    announce("update-waiting");
  };
  /** A page that was still being fetched while the worker took over the others was missed by it. */
  const askToBeServed = async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) active.postMessage("CLAIM");
  };
  const keepForOffline = async () => {
    if (!navigator.serviceWorker) return;
    try {
      registration = await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
    } catch {
      return; // Private windows may refuse it. The app works; it is only not there offline.
    }
    askToBeServed();
    noticeWaiting();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", noticeWaiting);
    });
    let checked = Date.now();
    update.check = async () => {
      checked = Date.now();
      await registration.update().catch(() => {});
    };
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible" && Date.now() - checked > CHECK_FOR_UPDATES_EVERY) update.check();
    });
    finishUpdate();
  };

  /** Takes the waiting build over, with one reload. Only ever called because the person asked; drafts are saved before. */
  const applyUpdate = async () => {
    const current = registration ?? (await navigator.serviceWorker?.getRegistration());
    if (!current?.waiting) return location.reload();
    remember("sessionStorage", "handrail.updating", "1");
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    current.waiting.postMessage("SKIP_WAITING");
  };

  // A build that cannot start must not block the one that mends it: Reload takes a waiting build over too.
  const reload = () => {
    if (navigator.serviceWorker?.controller) applyUpdate();
    else location.reload();
  };

  // ---- Self-repair: forget the worker and its cache, never what was written.

  const buildOnServer = async () => {
    try {
      const answer = await fetch("/version.json", { cache: "no-store" });
      return answer.ok ? (await answer.json()).build : null;
    } catch {
      return null;
    }
  };

  /** True when it reloads. Only with the server in reach (offline, the cache is all there is), and once per reason and tab. */
  const repair = async (reason) => {
    const mark = `handrail.repaired.${reason}`;
    if (recall("sessionStorage", mark) || !(await buildOnServer()) || !remember("sessionStorage", mark, BUILD)) return false;
    for (const old of await navigator.serviceWorker.getRegistrations()) await old.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
    location.reload();
    return true;
  };

  // After an update that was asked for, this must be the build the server has; if not, the cache is stuck.
  const finishUpdate = async () => {
    if (!recall("sessionStorage", "handrail.updating")) return;
    sessionStorage.removeItem("handrail.updating");
    const latest = await buildOnServer();
    if (latest && latest !== BUILD && !registration.installing && !registration.waiting) await repair(`update.${latest}`);
  };

  // ---- Installing: the browser's own question, kept until the app finds the right moment for it.

  let question = null;
  const install = {
    get possible() {
      return question !== null;
    },
    /** "accepted", "dismissed", or "unavailable". The browser allows one answer per question. */
    ask: async () => {
      if (!question) return "unavailable";
      const asked = question;
      question = null;
      await asked.prompt();
      return (await asked.userChoice).outcome;
    },
  };
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    question = event;
    announce("install-possible");
  });
  window.addEventListener("appinstalled", () => {
    question = null;
    announce("installed");
  });

  window.handrail = {
    build: BUILD, whole: false, applyLook, takeTaps, fetchPart, strategies, words, passkey, scan, takePack, askWorker, takeShared, panicked, leave, update, applyUpdate,
    install, forget,
  };
})();
