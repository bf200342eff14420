// Evenings and weekends in Denver, followed from London, where they are nights, and where the clocks change on another Sunday.
import { follow } from "../follow.mjs";

const alsoOnSundays = (person) => person.taps("Sunday");

export default (world) => follow(world, "evenings-and-weekends", { row: "Evenings and weekends", change: alsoOnSundays });
