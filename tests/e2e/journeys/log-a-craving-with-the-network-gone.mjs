// Underground, out of credit, server gone: after one visit everything works, at any address.
export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  // A reload that goes past the worker is a page the worker does not know; it is served again all the same.
  await person.reloadsPastTheWorker();
  await person.isReadyForOffline();
  await person.closes();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);

  const later = await world.on(person.profile);
  await later.opens("/");
  await later.taps("6");
  await later.sees("Saved.");
  await later.stop("saved offline");
  await later.opens("/log");
  await later.seesEntry(6);
  await later.opens("/help");
  await later.sees("988");
  await later.stop("help offline");
  await later.closes();

  await world.server.start();
  const again = await world.on(person.profile);
  await again.opens("/log");
  await again.seesEntry(6);
};
