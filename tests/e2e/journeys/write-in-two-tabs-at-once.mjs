// Two tabs of the same phone save at the same moment; both entries are kept, and each tab shows both.
export default async (world) => {
  const one = await world.person();
  const other = await world.anotherTab(one);
  await one.opens("/");
  await other.opens("/");
  await Promise.all([one.taps("3"), other.taps("9")]);
  await Promise.all([one.sees("Saved."), other.sees("Saved.")]);
  for (const tab of [one, other]) {
    await tab.opens("/log");
    await tab.seesEntry(3);
    await tab.seesEntry(9);
    await tab.stop("both");
  }

  // What one tab saves, the other shows without being asked.
  await one.opens("/");
  await one.taps("6");
  await one.sees("Saved.");
  await other.seesEntry(6);
};
