// The browser's side of the storage tests: databases opened without our wrapper, and browsers that misbehave on purpose.
// Whatever breaks something breaks it for one database only, and returns the function that mends it.

/** Resolves with what an IndexedDB request gives. */
const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ended = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/** Replaces a method of a prototype; the replacement gets the original first. */
const replace = (prototype, method, replacement) => {
  const original = prototype[method];
  prototype[method] = function (...words) {
    return replacement.call(this, original, ...words);
  };
  return () => {
    prototype[method] = original;
  };
};

/** Hides a property of an object; a window has its own ones as its own, other objects have them from a prototype. */
const shadow = (object, property, value) => {
  const own = Object.getOwnPropertyDescriptor(object, property);
  Object.defineProperty(object, property, { value, configurable: true, writable: true });
  return () => (own ? Object.defineProperty(object, property, own) : delete object[property]);
};

const failure = (name) => new DOMException("broken on purpose", name);

/** A database name that no other test has. */
export const fresh_name = () => `store-${crypto.randomUUID()}`;

/** Opens a database at any version, with one store of its own when that is new; it never lets go by itself. */
export const open_raw = (name, version) => {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    if (!request.result.objectStoreNames.contains("later")) request.result.createObjectStore("later");
  };
  return answered(request);
};

export const close_raw = (database) => database.close();
export const version_of = (database) => database.version;
export const exists = async (name) => (await indexedDB.databases()).some((database) => database.name === name);
export const delete_raw = (name) => answered(indexedDB.deleteDatabase(name));

export const put_raw = async (database, store, key, value) => {
  const transaction = database.transaction(store, "readwrite");
  transaction.objectStore(store).put(value, key);
  await ended(transaction);
};

export const get_raw = (database, store, key) => answered(database.transaction(store).objectStore(store).get(key));

/** Writing to the database throws, as when the disk is known to be full. */
export const full_when_asked = (name) =>
  replace(IDBObjectStore.prototype, "put", function (put, ...words) {
    if (this.transaction.db.name === name) throw failure("QuotaExceededError");
    return put.apply(this, words);
  });

/** Writing is accepted, and given up when it reaches the disk. */
export const full_when_written = (name) =>
  replace(IDBObjectStore.prototype, "put", function (put, ...words) {
    const request = put.apply(this, words);
    if (this.transaction.db.name === name) {
      shadow(this.transaction, "error", failure("QuotaExceededError"));
      this.transaction.abort();
    }
    return request;
  });

/** Lists the `mode/durability` of every transaction that is asked for. */
export const overhear = (name, heard) =>
  replace(IDBDatabase.prototype, "transaction", function (transaction, stores, mode, options) {
    if (this.name === name) heard.push(`${mode}/${options?.durability}`);
    return transaction.call(this, stores, mode, options);
  });

/** The next `times` transactions meet a connection that has just been closed under the page. */
export const closed_under = (name, times) =>
  replace(IDBDatabase.prototype, "transaction", function (transaction, ...words) {
    if (this.name === name && times-- > 0) this.close();
    return transaction.apply(this, words);
  });

/** The next `times` transactions begin, and are then aborted with this error. */
export const aborted_with = (name, error, times) =>
  replace(IDBDatabase.prototype, "transaction", function (transaction, ...words) {
    const begun = transaction.apply(this, words);
    if (this.name === name && times-- > 0) {
      shadow(begun, "error", failure(error));
      begun.abort();
    }
    return begun;
  });

/** The next `times` transactions are written, but what the page hears is that the connection was lost. */
export const lost_after_writing = (name, times) =>
  replace(IDBDatabase.prototype, "transaction", function (transaction, ...words) {
    const begun = transaction.apply(this, words);
    if (this.name === name && times-- > 0) {
      shadow(begun, "error", failure("UnknownError"));
      shadow(begun, "oncomplete", null);
      begun.addEventListener("complete", (event) => begun.onabort?.(event));
    }
    return begun;
  });

/** The connection in use is told that the browser closed it (cleared site data, a crashed process). Using it after that
 * fails in a way that nothing recovers from. */
export const tell_closed = (name) => {
  const told = new WeakSet();
  let times = 1;
  return replace(IDBDatabase.prototype, "transaction", function (transaction, ...words) {
    if (told.has(this)) throw failure("NotSupportedError");
    const begun = transaction.apply(this, words);
    if (this.name === name && times-- > 0) {
      told.add(this);
      this.dispatchEvent(new Event("close"));
    }
    return begun;
  });
};

export const without_databases = () => shadow(globalThis, "indexedDB", undefined);
export const without_cryptography = () => shadow(crypto, "subtle", undefined);

/** Opening is refused, as in private windows of some browsers. */
export const private_window = (error) =>
  replace(IDBFactory.prototype, "open", () => {
    throw failure(error);
  });

/** What the browser says when asked for the bytes of the stored device key. */
export const export_device_key = async (name) => {
  const database = await open_raw(name, undefined);
  const key = await get_raw(database, "device_key", "device");
  database.close();
  const kind = `${key.algorithm.name} ${key.algorithm.length} ${key.extractable ? "open" : "closed"}`;
  return crypto.subtle.exportKey("raw", key).then(
    () => `${kind}, exported`,
    (error) => `${kind}, ${error.name}`,
  );
};
