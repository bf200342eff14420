// The real server of the project with the production headers, which a journey can stop and start again at the same address:
// a stopped server is the only "offline" that a service worker cannot tell from the real one.
import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A port that was free a moment ago. */
export const freePort = async () => {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
};

/** Asks `question` until it answers with something true, or says what it was waiting for. */
export const until = async (what, question, milliseconds = 20000) => {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${milliseconds} ms for ${what}`);
    await new Promise((next) => setTimeout(next, 50));
  }
};

export class Server {
  /** The build under test. */
  static DIST = `${ROOT}dist`;

  constructor(port, dist = Server.DIST) {
    this.port = port;
    this.dist = dist;
    this.origin = `http://127.0.0.1:${port}`;
    this.child = null;
  }

  async start() {
    const words = ["serve", "--no-build", "--no-open", "--port", String(this.port), "--dist", this.dist];
    const child = spawn(`${ROOT}target/debug/xtask`, words, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => (said += bytes));
    let ended = false;
    child.once("exit", () => (ended = true));
    child.once("error", (error) => ((ended = true), (said += error.message)));
    this.child = child;
    await until("the server to answer", async () => {
      if (ended) throw new Error(`the server ended: ${said}`);
      return fetch(`${this.origin}/version.json`).then(
        (answer) => answer.ok,
        () => false,
      );
    });
  }

  async stop() {
    const { child } = this;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  /** The same address, from now on with another build. */
  async serveInstead(dist) {
    await this.stop();
    this.dist = dist;
    await this.start();
  }
}
