// Keeps one whole build of the app on the device, so that it opens without a network, and never mixes two builds.
//
// The build fills in its id and the list of files with their SHA-256. A build is installed completely or not at all, waits until
// the person asks for it, and keeps the build before it, because an older tab may still run on that one. What people write is in
// IndexedDB, which this file never touches.
//
// Kill switch: to take the worker away from every device, deploy a sw.js that deletes all caches on `activate`, calls
// `registration.unregister()` there, calls `skipWaiting()` on `install`, and has no `fetch` listener.
"use strict";

const BUILD = "{{build}}";
const FILES = new Map({{files}});
const PREFIX = "handrail-";
const CACHE = PREFIX + BUILD;
const LEDGER = "handrail-ledger"; // remembers which build is active: cache names alone do not say
const ACTIVE = "/active-build";
const SHELL = FILES.has("/") ? "/" : "/index.html";
const HELP = "/help.html";

// ---- Installing: every file, verified, or nothing.

const hexOf = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The response, if its body is exactly what this build was made with; else null. */
const verified = async (response, hash) => {
  if (!response?.ok) return null;
  const body = await response.clone().arrayBuffer();
  if (hexOf(await crypto.subtle.digest("SHA-256", body)) !== hash) return null;
  // A response that was redirected may not answer a navigation; its copy may.
  return response.redirected ? new Response(body, { headers: response.headers }) : response;
};

/** From nearest to farthest: a build already here, the page's own download in the HTTP cache, the network. */
const obtain = async (path, hash) => {
  const sources = [
    () => caches.match(path),
    () => fetch(path, { credentials: "omit" }),
    () => fetch(path, { credentials: "omit", cache: "reload" }),
  ];
  for (const source of sources) {
    const response = await verified(await source().catch(() => null), hash);
    if (response) return response;
  }
  // The path is one of ours, so it says nothing about the person.
  throw new Error(`${path} could not be fetched as build ${BUILD} has it`);
};

const install = async () => {
  const active = await activeBuild();
  try {
    const cache = await caches.open(CACHE);
    // One after the other: a phone that is being used comes before a copy for later.
    for (const [path, hash] of FILES) await cache.put(path, await obtain(path, hash));
  } catch (error) {
    // Half a build is worse than none; but never take away the one in use.
    if (active !== BUILD) await caches.delete(CACHE);
    throw error;
  }
};

self.addEventListener("install", (event) => event.waitUntil(install()));

// ---- Activating: only when no page runs the build before, or when the person asked for it.

const activeBuild = async () => {
  const ledger = await caches.open(LEDGER);
  const entry = await ledger.match(ACTIVE);
  return entry ? entry.text() : null;
};

const activate = async () => {
  const before = await activeBuild();
  const kept = [LEDGER, CACHE];
  if (before) kept.push(PREFIX + before);
  for (const name of await caches.keys()) {
    if (name.startsWith(PREFIX) && !kept.includes(name)) await caches.delete(name);
  }
  const ledger = await caches.open(LEDGER);
  await ledger.put(ACTIVE, new Response(BUILD));
  // The page of a first visit is served from here on too, so that an update waits for it as for any other.
  await self.clients.claim();
};

self.addEventListener("activate", (event) => event.waitUntil(activate()));

self.addEventListener("message", (event) => {
  if (event.data === "SKIP_WAITING") event.waitUntil(self.skipWaiting());
  if (event.data === "CLAIM") event.waitUntil(self.clients.claim());
  if (event.data === "TAKE_SHARED") event.ports[0].postMessage(take());
});

// ---- What another app shared with this one: a calendar, or what a program hands over. It is kept in memory until the page takes it, and never on the disk.

const SHARE = "/week/calendar/in";
const PACK = "/week/given/in";
const SHARE_AT_MOST = 10 * 1024 * 1024; // bytes, as `interop::calendar::MAX_FILE_BYTES`; one more tells that it is too large
const SHARED_FOR = 60000; // milliseconds: the page opens right afterwards, or not at all
let shared = null;
let forget = () => {};

const take = () => {
  const taken = shared;
  shared = null;
  forget();
  return taken;
};

/** By its first bytes (src/vault/FORMATS.md), or as a link. */
const isPack = (bytes) => {
  const magic = [0x89, 0x48, 0x52, 0x43]; // no decoder of text leaves the first byte as it is
  return magic.every((byte, place) => bytes[place] === byte) || new TextDecoder().decode(bytes.slice(0, 4096)).includes("#pack=");
};

const receive = async (request) => {
  const form = await request.formData().catch(() => new FormData());
  const given = form.get("calendar") ?? new Blob([form.get("text") ?? ""]);
  const bytes = await new Blob([given]).slice(0, SHARE_AT_MOST + 1).arrayBuffer();
  shared = bytes.byteLength > 0 ? new Uint8Array(bytes) : null;
  return Response.redirect(shared && isPack(shared) ? PACK : SHARE, 303);
};

/** The worker stays for as long as somebody may come for it. */
const untilTaken = () =>
  new Promise((done) => {
    forget = done;
    setTimeout(() => {
      shared = null;
      done();
    }, SHARED_FOR);
  });

// ---- Answering.

const own = async (path) => (await caches.open(CACHE)).match(path);

/** What to say when neither the cache nor the network has a page: the numbers, in both languages. */
const lastResort = () =>
  new Response(
    "You are offline and this page is not on this phone yet. Call or text 988. In danger: call 911.\n" +
      "No hay conexión y esta página todavía no está en este teléfono. Llama al 988 y oprime 2. En peligro: llama al 911.\n",
    { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } },
  );

/** Every address of the app is answered by the one shell; a page of its own, such as the help page, by itself. */
const page = async (request, path) => {
  const isFile = path.split("/").at(-1).includes(".");
  const wanted = FILES.has(path) || isFile ? path : SHELL;
  const kept = await own(wanted);
  if (kept) return kept;
  // The browser may have cleared the cache behind our back.
  const fetched = await fetch(request).catch(() => null);
  return fetched ?? (await own(SHELL)) ?? (await own(HELP)) ?? lastResort();
};

/** A file with a hash in its name is the same in every build, so an older tab finds what it needs in the older cache. */
const file = async (request, path) => (await own(path)) ?? (await caches.match(path)) ?? fetch(request);

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === "POST" && origin === self.location.origin && pathname === SHARE) {
    event.waitUntil(untilTaken());
    event.respondWith(receive(request));
    return;
  }
  if (request.method !== "GET" || origin !== self.location.origin) return;
  // The counselor's page is not for this phone, and none of it is kept here.
  if (pathname === "/counselor" || pathname.startsWith("/counselor/")) return;
  // Asked in order to find out whether this cache is stale: must come from the network.
  if (pathname === "/version.json" || pathname === "/sw.js") return;
  event.respondWith(request.mode === "navigate" ? page(request, pathname) : file(request, pathname));
});
