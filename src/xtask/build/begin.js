// Starts the program that lies at an address in streams.
const begin = async (address) => {
  const packed = new Uint8Array(await (await fetch(address)).arrayBuffer());
  return __wbg_init({ module_or_path: await unpack(packed) });
};
export { begin };
