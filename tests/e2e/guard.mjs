// What no journey may ever see: a request to another origin, an error on the console, an exception, an accessibility violation.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export class Guard {
  constructor(origin) {
    this.origin = origin;
    this.seen = [];
    this.expected = [];
    this.unanswered = new Set();
  }

  /** This journey causes this console error on purpose (a stopped server, a crashed tab); nothing else is let through. */
  expects(pattern) {
    this.expected.push(pattern);
  }

  watch(context) {
    context.on("requestfinished", (request) => this.unanswered.delete(request));
    context.on("requestfailed", (request) => this.unanswered.delete(request));
    context.on("request", (request) => {
      const url = request.url();
      this.unanswered.add(request);
      if (url.startsWith("data:") || url.startsWith("blob:") || url === "about:blank") return;
      if (!url.startsWith(`${this.origin}/`)) this.note(`a request to another origin: ${url}`);
    });
    context.on("console", (message) => {
      if (message.type() === "error") this.note(`an error on the console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.note(`an exception: ${error.error().message}`));
  }

  note(what) {
    if (!this.expected.some((pattern) => pattern.test(what))) this.seen.push(what);
  }

  /** Looks at the page as it stands. axe is handed over by the debugger, so the page's own policy stays in force. */
  async inspect(page, where) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    for (const violation of violations) {
      const places = violation.nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`);
      this.note(`${where}: axe ${violation.id} (${violation.help})\n    ${places.slice(0, 3).join("\n    ")}`);
    }
    const { wide, narrow, nodes } = await page.evaluate(() => ({
      wide: document.scrollingElement.scrollWidth,
      narrow: document.documentElement.clientWidth,
      nodes: document.querySelectorAll("*").length,
    }));
    if (wide > narrow) this.note(`${where}: ${wide} px wide on a screen of ${narrow} px`);
    if (nodes > 3000) this.note(`${where}: ${nodes} nodes; a list is not windowed`);
  }

  /** Fails with everything that was seen. */
  verdict() {
    if (this.seen.length > 0) throw new Error(this.seen.join("\n"));
  }
}
