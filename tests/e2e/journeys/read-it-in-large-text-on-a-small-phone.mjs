// 320 pixels wide and the text twice as large: everything can still be read and reached, and nothing has to be scrolled sideways.
import { ENGLISH, SPANISH, tour } from "../tour.mjs";

const SMALL = { width: 320, height: 640 };

export default async (world) => {
  const person = await world.person({ screen: SMALL, textSize: 200 });
  await tour(person, ENGLISH);
  await person.closes();
  const spanish = await world.person({ screen: SMALL, textSize: 200, language: "es-US" });
  await tour(spanish, SPANISH);
};
