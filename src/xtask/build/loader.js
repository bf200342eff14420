
// Brings a part of the program in: its pieces side by side, each only once, then the call the program waits for.
const fetched = new Map();
const fetchBundle = async (bundle) => {
  for (;;) {
    const answer = await window.handrail.fetchPart(new URL(bundles[bundle], import.meta.url).href);
    // A network that goes away in the middle is waited for like one that is not there.
    const bytes = await answer.arrayBuffer().catch(() => null);
    if (bytes) return unpack(new Uint8Array(bytes));
  }
};
const bytesOf = (bundle) => {
  if (!fetched.has(bundle)) fetched.set(bundle, fetchBundle(bundle));
  return fetched.get(bundle);
};
const arrived = new Map();
const bringIn = async ([bundle, from, to]) => {
  const bytes = await bytesOf(bundle);
  await WebAssembly.instantiate(bytes.subarray(from, to), { __wasm_split: wasm });
};
const once = (piece) => {
  const name = piece.join();
  if (!arrived.has(name)) arrived.set(name, bringIn(piece));
  return arrived.get(name);
};
const loader = (shared, own) => async (callback, told) => {
  await Promise.all(shared.map(once));
  await once(own);
  wasm.__indirect_function_table.get(callback)(told, true);
};
