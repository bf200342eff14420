// What a stranger with the phone in hand could do to the database: read every byte, change one, put other rows in.
// The functions below run inside the page with the page's own IndexedDB, handed over by the debugger, and use nothing of the app.
const NAME = "handrail";
const VERSION = 1; // of the layout of the stores, as in src/storage/indexed_db/connection.rs
const STORES = ["meta", "tail", "leaves", "device_key"];
const DEVICE_WRAP = "handrail/device-wrap/v1";

/** Where an envelope's parts lie: `[format 1][suite 1][key id 8][device 8][nonce 24][ciphertext][tag 16]`. */
const REGIONS = {
  format: () => 0,
  header: () => 5,
  nonce: () => 20,
  body: (length) => 42 + Math.floor((length - 42 - 16) / 2),
  tag: (length) => length - 8,
};

const tools = `
  const asked = (request) => new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  const written = (transaction) => new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = transaction.onerror = () => failed(transaction.error);
  });
  const hex = (bytes) => Array.from(new Uint8Array(bytes.buffer ?? bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
`;

/** Runs `work(database, given)` in the page. `version` makes the stores as the app does where there is no database yet. */
const inside = (page, work, given = null, version = undefined) =>
  page.evaluate(`(async () => {
    ${tools}
    const opening = indexedDB.open(${JSON.stringify(NAME)}, ${version});
    opening.onupgradeneeded = () => {
      for (const name of ${JSON.stringify(STORES)}) opening.result.createObjectStore(name);
    };
    const database = await asked(opening);
    try { return await (${work})(database, ${JSON.stringify(given)}); } finally { database.close(); }
  })()`);

/** Every row: `{ store, key, bytes }`, keys and bytes as hex; what is no bytes is named by its kind. */
export const rows = (page) =>
  inside(page, `async (database) => {
    const found = [];
    for (const store of database.objectStoreNames) {
      const area = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([asked(area.getAllKeys()), asked(area.getAll())]);
      const shown = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? hex(value) : null;
      keys.forEach((key, index) => {
        const value = values[index];
        const kind = value instanceof CryptoKey ? "a key, extractable: " + value.extractable : JSON.stringify(value);
        found.push({ store, key: shown(key), name: shown(key) === null ? String(key) : null, bytes: shown(value), kind: shown(value) === null ? kind : null });
      });
    }
    return found;
  }`);

/** All of it as one buffer, to search in. */
export const dump = async (page) => {
  const parts = [];
  for (const row of await rows(page)) {
    for (const part of [row.key, row.bytes]) if (part !== null) parts.push(Buffer.from(part, "hex"));
    for (const part of [row.store, row.name, row.kind]) if (part !== null) parts.push(Buffer.from(part, "utf8"));
  }
  return Buffer.concat(parts);
};

/** Whether `bytes` hold `text` as a computer might have written it down. */
export const holds = (bytes, text) =>
  ["utf8", "utf16le", "base64", "hex"].some((coding) => {
    const written = Buffer.from(text, coding === "utf16le" ? "utf16le" : "utf8");
    const needle = coding === "base64" || coding === "hex" ? Buffer.from(written.toString(coding).slice(0, -4)) : written;
    return bytes.includes(needle);
  });

/** Turns one bit around in one row of a store: `region` is a part of the envelope. */
export const damage = async (page, store, region, key) => {
  const row = (await rows(page)).find((row) => row.store === store && row.key === key);
  if (!row) throw new Error(`there is no row ${key} in ${store}`);
  const bytes = Buffer.from(row.bytes, "hex");
  const place = REGIONS[region](bytes.length);
  // Of the format, the bit that makes it look like one that is yet to come.
  bytes[place] ^= 0x02;
  await put(page, [{ store, key, bytes: bytes.toString("hex") }]);
};

/** Writes rows as they are, keys and bytes as hex. */
export const put = async (page, given) => {
  for (let from = 0; from < given.length; from += 200) {
    await inside(
      page,
      `async (database, given) => {
        const transaction = database.transaction([...new Set(given.map((row) => row.store))], "readwrite");
        for (const row of given) transaction.objectStore(row.store).put(unhex(row.bytes), unhex(row.key));
        await written(transaction);
      }`,
      given.slice(from, from + 200),
      VERSION,
    );
  }
};

/** Puts a prepared journal into an empty profile: its rows, and its root key wrapped by a device key made here. */
export const seed = async (page, journal) => {
  await put(page, journal.rows.map((row) => ({ store: row.area, key: row.key, bytes: row.bytes })));
  await inside(
    page,
    `async (database, given) => {
      const usages = ["encrypt", "decrypt"];
      const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, usages);
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const additionalData = new TextEncoder().encode(given.purpose);
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, unhex(given.root)));
      const transaction = database.transaction(["meta", "device_key"], "readwrite");
      transaction.objectStore("device_key").put(key, "device");
      transaction.objectStore("meta").put(new Uint8Array([1, ...iv, ...sealed]), new TextEncoder().encode("root"));
      await written(transaction);
    }`,
    { root: journal.root_key, purpose: DEVICE_WRAP },
    VERSION,
  );
};

/** What a newer app leaves behind: the same database in a version that this one does not know. */
export const leaveByNewerApp = (page) =>
  page.evaluate(`(async () => {
    ${tools}
    const opening = indexedDB.open(${JSON.stringify(NAME)}, 999);
    opening.onupgradeneeded = () => {};
    (await asked(opening)).close();
  })()`);
