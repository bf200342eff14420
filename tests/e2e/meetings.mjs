// A small list of meetings, as an intergroup would publish it, and how it is given to the browser as if from its own address.
import { readFileSync } from "node:fs";

const sample = (name) => readFileSync(new URL(`../native/meetings/${name}`, import.meta.url), "utf8");
export const FEED = sample("sample-tsml-aa.json");
export const BMLT = sample("sample-bmlt-GetSearchResults.json");
export const ADDRESS = "https://intergroup.example/feed.json";

/** From now on `answer` decides what is at the address. The guard lets this one address through, and no other. */
export const publish = async (person, guard, answer, address = ADDRESS) => {
  guard.expects(new RegExp(`^a request to another origin: ${address.replaceAll(/[.?]/g, "\\$&")}$`));
  await person.context.route(address, answer);
};

/** What a server answers that lets browsers read it. */
export const open = (body, more = {}) => (route) =>
  route.fulfill({ status: 200, headers: { "access-control-allow-origin": "*", "content-type": "application/json" }, body, ...more });
