// Whether the page is done with what was tapped last. A journey loads the page anew within a millisecond of a tap, which no thumb does, and
// what was not saved by then was never told to be saved: what such a moment costs is the subject of "lose the tab while saving" alone.

/** Counts the transactions that are open. Runs in every page before the app, handed over by the debugger. */
export const countTransactions = () => {
  if (!("IDBDatabase" in window)) return;
  const { transaction } = IDBDatabase.prototype;
  const state = { open: 0, ever: 0 };
  IDBDatabase.prototype.transaction = function (...wanted) {
    const opened = transaction.apply(this, wanted);
    state.open += 1;
    state.ever += 1;
    const ends = () => {
      state.open -= 1;
    };
    opened.addEventListener("complete", ends);
    opened.addEventListener("abort", ends);
    return opened;
  };
  Object.defineProperty(window, "transactions", { value: state });
};

/** Waits until nothing is being read or written, and nothing new began for a few turns of the event loop. */
export const settled = (page) =>
  page.evaluate(async () => {
    const state = window.transactions;
    if (!state) return;
    // A channel, because a journey may have stopped the clock that timers go by.
    const { port1, port2 } = new MessageChannel();
    const turn = () =>
      new Promise((done) => {
        port1.onmessage = done;
        port2.postMessage(null);
      });
    for (let quiet = 0, seen = state.ever; quiet < 20; quiet += 1) {
      await turn();
      if (state.open > 0 || state.ever !== seen) {
        quiet = 0;
        seen = state.ever;
      }
    }
  });
