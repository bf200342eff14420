// Puts together what `xtask/build/streams.rs` took apart, whose table says what lies where. In pieces, so that whoever taps meanwhile
// does not wait: the whole takes a slow phone some tenths of a second.
const unpack = async (packed) => {
  if (packed[0] !== 1) return packed;
  let at = 1;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = packed[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const list = (one) => Array.from({ length: number() }, one);
  const whole = new Uint8Array(number());
  const words = list(() => ({ bytes: list(() => packed[at++]), takes: list(number), kind: number(), ends: number() }));
  const runs = list(() => [number(), number()]);
  const lengths = list(number);
  const places = lengths.map((length) => (at += length) - length);
  const locals = places.length - 1;
  let end = 0;
  const copyBytes = (stream, count) => {
    whole.set(packed.subarray(places[stream], (places[stream] += count)), end);
    end += count;
  };
  const copyNumber = (stream) => {
    let place = places[stream];
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = (whole[end++] = packed[place++]);
      value |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    places[stream] = place;
    return value;
  };
  const copyNumbers = (stream, count) => {
    for (; count > 0; count--) copyNumber(stream);
  };
  const copyFunction = () => {
    copyNumbers(locals, 2 * copyNumber(locals));
    for (;;) {
      const { bytes, takes, ends } = words[packed[places[1]++]];
      for (let i = 0; i < bytes.length; i++) whole[end++] = bytes[i];
      for (let i = 0; i < takes.length; i++) {
        const stream = takes[i] >> 2;
        const rule = takes[i] & 3;
        if (rule === 0) copyNumber(stream);
        else if (rule === 1) copyNumber(stream + words[packed[places[1]]].kind);
        else if (rule === 2) copyNumbers(stream, copyNumber(stream) + 1);
        else copyBytes(stream, 4);
      }
      if (ends) return;
    }
  };
  const TURN = 10; // milliseconds
  const LENGTH_AT_MOST = 5;
  let until = 0;
  for (const [plain, functions] of runs) {
    copyBytes(0, plain);
    for (let i = 0; i < functions; i++) {
      if (performance.now() > until) {
        await new Promise((next) => setTimeout(next));
        until = performance.now() + TURN;
      }
      const start = end;
      end += LENGTH_AT_MOST;
      copyFunction();
      // Its length stands before a function and is known behind it.
      const [from, to] = [start + LENGTH_AT_MOST, end];
      end = start;
      let length = to - from;
      for (; length > 127; length >>= 7) whole[end++] = (length & 127) | 128;
      whole[end++] = length;
      whole.copyWithin(end, from, to);
      end += to - from;
    }
  }
  return whole;
};
