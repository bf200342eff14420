// Tomorrow's build: the one under test with another id, whole and consistent, so that the service worker takes it for an update.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const digest = (kind, coding, bytes) => createHash(kind).update(bytes).digest(coding);
const integrity = (bytes) => `sha384-${digest("sha384", "base64", bytes)}`;
const sha256 = (bytes) => digest("sha256", "hex", bytes);

/** Copies `dist` and changes the build id in it. Gives the folder, which the caller throws away. */
export const makeNextBuild = (dist) => {
  const folder = mkdtempSync(join(tmpdir(), "handrail-next-"));
  cpSync(dist, folder, { recursive: true });
  const path = (name) => join(folder, name);
  const read = (name) => readFileSync(path(name), "utf8");
  const write = (name, text) => {
    writeFileSync(path(name), text);
    // The compressed copies are of the old text; the server does without them.
    for (const packed of [".br", ".gz"]) rmSync(path(name + packed), { force: true });
  };

  const { build } = JSON.parse(read("version.json"));
  const next = sha256(`after ${build}`).slice(0, build.length);
  const boot = readdirSync(folder).find((name) => /^boot\.[0-9a-f]+\.js$/.test(name));
  const changes = [[build, next]];
  const change = (text) => changes.reduce((text, [from, to]) => text.replaceAll(from, to), text);
  const rewrite = (name, as = name) => {
    const before = readFileSync(path(name));
    const after = change(before.toString("utf8"));
    write(name, after);
    if (as !== name) renameSync(path(name), path(as));
    changes.push([sha256(before), sha256(after)], [integrity(before), integrity(after)], [name, as]);
  };
  // Each is named by the next: the shell loads the boot script, the worker lists both.
  rewrite(boot, boot.replace(/[0-9a-f]{8,}/, (hash) => sha256(`${hash}${next}`).slice(0, hash.length)));
  rewrite("index.html");
  rewrite("sw.js");
  rewrite("version.json");
  return { folder, build: next };
};
