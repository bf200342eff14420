
// Brings a part of the program in: its files side by side, each only once, then the call the program waits for.
const arrived = new Map();
const bringIn = async (path) => {
  const answer = await window.handrail.fetchPart(new URL(path, import.meta.url).href);
  await WebAssembly.instantiateStreaming(answer, { __wasm_split: wasm });
};
const once = (path) => {
  if (!arrived.has(path)) arrived.set(path, bringIn(path));
  return arrived.get(path);
};
const loader = (shared, own) => async (callback, told) => {
  await Promise.all(shared.map(once));
  await once(own);
  wasm.__indirect_function_table.get(callback)(told, true);
};
