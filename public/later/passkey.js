// A passkey as a key (W3C Web Authentication, level 3, extension PRF): the same passkey answers the same input with the same 32 bytes, and
// only after it has seen its person. Fetched when somebody has one or wants one. Nothing is sent anywhere: there is no server to sign in to.

/** What every passkey is asked. Never change it: another question has another answer. */
const QUESTION = new TextEncoder().encode("handrail/v1/passkey");
const NAME = "Handrail";
const SIGNATURES = [-8, -7, -257]; // Ed25519, P-256, RSA; nobody checks one
const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const prf = () => ({ prf: { eval: { first: QUESTION } } });

const answered = (credential) => {
  const first = credential?.getClientExtensionResults().prf?.results?.first;
  return first ? new Uint8Array(first) : null;
};

/** Whether this browser could do it at this address. Whether it can, only trying tells. */
export const possible = async () => {
  // An address of digits cannot have a passkey.
  if (!window.PublicKeyCredential || !navigator.credentials || /^[\d.]+$|:/.test(location.hostname)) return false;
  const known = await PublicKeyCredential.getClientCapabilities?.().catch(() => null);
  return known?.["extension:prf"] !== false;
};

/** A new one: its name as the browser knows it, and its answer where it gives one at once. false when it cannot answer. */
export const make = async () => {
  const options = {
    challenge: random(32),
    rp: { id: location.hostname, name: NAME },
    user: { id: random(16), name: NAME, displayName: NAME },
    pubKeyCredParams: SIGNATURES.map((alg) => ({ type: "public-key", alg })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    extensions: prf(),
  };
  const made = await navigator.credentials.create({ publicKey: options });
  return made.getClientExtensionResults().prf?.enabled ? [new Uint8Array(made.rawId), answered(made)] : false;
};

/** The answer of whichever of these the person chooses; null when there is none. */
export const ask = async (names) => {
  const options = {
    challenge: random(32),
    rpId: location.hostname,
    allowCredentials: names.map((id) => ({ type: "public-key", id })),
    userVerification: "required",
    extensions: prf(),
  };
  return answered(await navigator.credentials.get({ publicKey: options }));
};
