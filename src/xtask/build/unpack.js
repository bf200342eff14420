// Puts together what `xtask/build/streams.rs` took apart, whose table says what lies where. In turns, so that whoever taps meanwhile does
// not wait: the whole takes a slow phone some tenths of a second.
const unpack = async (packed) => {
  if (packed[0] !== 2) return packed;
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
  // Each number is a word, or a phrase of words and earlier phrases.
  const phrases = words.map((word) => [word]);
  list(() => phrases.push([...phrases[packed[at++]], ...phrases[packed[at++]]]));
  const runs = list(() => [number(), number()]);
  // Where in each stream we are.
  const places = list(number).map((length) => (at += length) - length);
  const locals = places.length - 1;
  const next = (stream) => {
    at = places[stream];
    return number();
  };
  // These three write from `end` on and answer where they ended.
  const copyBytes = (stream, count, end) => {
    whole.set(packed.subarray(places[stream], (places[stream] += count)), end);
    return end + count;
  };
  const copyNumbers = (stream, count, end) => {
    let place = places[stream];
    while (count > 0) {
      const byte = packed[place++];
      whole[end++] = byte;
      if (byte < 128) count--;
    }
    places[stream] = place;
    return end;
  };
  const copyFunction = (end) => {
    end = copyNumbers(locals, 1 + 2 * next(locals), end);
    for (let place = places[1]; ; ) {
      const phrase = phrases[packed[place++]];
      for (let word = 0; word < phrase.length; word++) {
        const { bytes, takes, ends } = phrase[word];
        for (let i = 0; i < bytes.length; i++) whole[end++] = bytes[i];
        for (let i = 0; i < takes.length; i++) {
          const stream = takes[i] >> 2;
          const rule = takes[i] & 3;
          if (rule === 0) end = copyNumbers(stream, 1, end);
          else if (rule === 1) end = copyNumbers(stream + (phrase[word + 1] ?? phrases[packed[place]][0]).kind, 1, end);
          else if (rule === 2) end = copyNumbers(stream, 2 + next(stream), end);
          else end = copyBytes(stream, 4, end);
        }
        if (ends) {
          places[1] = place;
          return end;
        }
      }
    }
  };
  const TURN = 10; // milliseconds
  const LENGTH_AT_MOST = 5; // bytes
  let [until, end] = [performance.now() + TURN, 0];
  for (const [plain, functions] of runs) {
    end = copyBytes(0, plain, end);
    for (let i = 0; i < functions; i++) {
      if (performance.now() > until) {
        await new Promise((go) => setTimeout(go));
        until = performance.now() + TURN;
      }
      // Its length stands before a function and is known behind it.
      const from = end + LENGTH_AT_MOST;
      const to = copyFunction(from);
      let length = to - from;
      for (; length > 127; length >>= 7) whole[end++] = (length & 127) | 128;
      whole[end++] = length;
      whole.copyWithin(end, from, to);
      end += to - from;
    }
  }
  return whole;
};
