// The files in a ZIP whose entries are stored as they are, which is how Handrail writes one (APPNOTE 6.3.10, 4.3.7 and 4.3.12).
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Name to text, read by the directory at the end, as every program for such files reads it. */
export const filesIn = (zip) => {
  const end = zip.length - 22;
  if (zip.readUInt32LE(end) !== END) throw new Error("no end of a ZIP");
  const files = {};
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error("no entry of a directory");
    if (zip.readUInt16LE(at + 10) !== 0) throw new Error("an entry that is not stored as it is");
    const [length, name, extra, comment] = [zip.readUInt32LE(at + 24), ...[28, 30, 32].map((place) => zip.readUInt16LE(at + place))];
    const own = zip.readUInt32LE(at + 42);
    const from = own + 30 + zip.readUInt16LE(own + 26) + zip.readUInt16LE(own + 28);
    files[zip.toString("utf8", at + 46, at + 46 + name)] = zip.toString("utf8", from, from + length);
    at += 46 + name + extra + comment;
  }
  return files;
};
