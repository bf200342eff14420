
// Brings a part of the program in: its files, then the call the program waits for. Each file is brought in once.
const arrived = new Map();
const bringIn = async (path) => {
  const answer = await window.handrail.fetchPart(new URL(path, import.meta.url).href);
  await WebAssembly.instantiateStreaming(answer, { __wasm_split: wasm });
};
const once = (path) => {
  if (!arrived.has(path)) arrived.set(path, bringIn(path));
  return arrived.get(path);
};
const loader = (paths) => async (callback, told) => {
  for (const path of paths) await once(path);
  wasm.__indirect_function_table.get(callback)(told, true);
};
