// While there is nobody to call, Today asks once a week; waved away, it never asks again; and somebody to call ends it too.
const at = (person, day) => person.page.clock.setFixedTime(new Date(`2026-11-${day}T18:00:00-05:00`));
const QUESTION = "Who could you call?";

export default async (world) => {
  const person = await world.person();
  await at(person, 26);
  await person.opens("/");
  await person.seesControl("7");
  await person.seesNo(QUESTION);
  await at(person, 27);
  await person.reloads();
  // Who is here for the first time is told what this is, and asked nothing.
  await person.sees("New here?");
  await person.seesNo(QUESTION);
  await person.taps("Not now");
  await person.sees(QUESTION);
  await person.stop("asked");
  await person.taps("Do not ask again");
  await person.seesNo(QUESTION);
  await person.taps("Undo");
  await person.sees(QUESTION);
  await person.taps("Do not ask again");
  await person.seesNo(QUESTION);
  await person.page.clock.setFixedTime(new Date("2026-12-04T18:00:00-05:00"));
  await person.reloads();
  await person.seesControl("7");
  await person.seesNo(QUESTION);

  const other = await world.person();
  await at(other, 27);
  await other.opens("/");
  await other.taps("Not now");
  await other.taps("Add someone");
  await other.writes("Name", "Ana");
  await other.taps("Save");
  await other.isAt(/\/me\/people$/);
  await other.opens("/");
  await other.seesControl("Call someone");
  await other.seesNo(QUESTION);
};
