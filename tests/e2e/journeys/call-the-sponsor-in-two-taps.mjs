// From a cold start the sponsor is called in two taps; after a craving in one, and that call is kept with the number before and after it.
import assert from "node:assert/strict";

/** The phone's own dialler is not here: what it would be told to call, in the order of the taps. */
const listensForCalls = (person) =>
  person.page.evaluate(() => {
    window.calls = [];
    window.addEventListener("click", (event) => {
      const href = event.target.closest?.("a")?.getAttribute("href");
      if (!/^(tel|sms):/.test(href ?? "")) return;
      window.calls.push(href);
      event.preventDefault();
    });
  });
const calls = (person) => person.page.evaluate(() => window.calls);

const adds = async (person, name, number, role) => {
  await person.opens("/me/people/add");
  await person.writes("Name", name);
  if (role) await person.field("Who they are to you").selectOption({ label: role });
  await person.writes("Phone number", number);
  await person.taps("Save");
  await person.isAt(/\/me\/people$/);
  await person.sees(name);
};

export default async (world) => {
  const person = await world.person();
  await adds(person, "Ana", "+1 (312) 555-0100");
  await adds(person, "Ben", "312-555-0101", "Family");
  await adds(person, "Cruz", "312-555-0102", "Counselor");
  await person.closes();

  // A cold start.
  const later = await world.on(person.profile);
  await later.opens("/");
  await listensForCalls(later);
  assert.equal(await later.counts("Ana"), 0, "nobody's name stands on Today");
  await later.stop("today");
  later.tapCount = 0;
  await later.taps("Call someone");
  await later.taps("Call Ana");
  assert.equal(later.tapCount, 2);
  assert.deepEqual(await calls(later), ["tel:+13125550100"]);
  await later.stop("your people");

  // After a craving.
  await later.opens("/");
  await listensForCalls(later);
  await later.taps("8");
  await later.sees("What now?");
  await later.seesControl("Call Ben");
  assert.equal(await later.howMany(/^Call Cruz/), 0, "two people stand there, the others behind one row");
  await later.stop("what now");
  later.tapCount = 0;
  await later.taps("Call Ana");
  assert.equal(later.tapCount, 1);
  await later.isAt(/\/call\//);
  assert.deepEqual(await calls(later), ["tel:+13125550100"]);
  await later.sees("How strong is it now?");
  await later.seesControl("Call Cruz");
  await later.taps("3");
  await later.sees("8 → 3");
  await later.stop("after the call");
  await later.opens("/log");
  await later.opensEntry(8);
  await later.sees("Called someone");
  await later.sees("3 of 10");
  await later.goesBack();

  // A call that reached nobody is no act.
  await later.opens("/");
  await listensForCalls(later);
  await later.taps("7");
  await later.taps("Someone else");
  await later.taps("Call Cruz");
  await later.taps("I did not reach anyone");
  await later.seesNo("How strong is it now?");
  await later.stop("nobody reached");
};
