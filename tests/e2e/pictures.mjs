// Pictures that journeys choose from.

/** A picture as large as phones make them: an uncompressed one of 3,700 by 3,700. */
export const hugePicture = () => {
  const side = 3700;
  const size = 54 + side * side * 3;
  const bytes = Buffer.alloc(size, 0x7f);
  bytes.write("BM", 0);
  bytes.writeUInt32LE(size, 2);
  bytes.writeUInt32LE(0, 6);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(side, 18);
  bytes.writeInt32LE(side, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  bytes.fill(0, 30, 54);
  return bytes;
};
