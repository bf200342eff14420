// Every working day in Los Angeles with individual hours and wellness, twenty weeks, across the autumn's change of the clocks.
import { follow } from "../follow.mjs";

const withWellness = (person) => person.taps("With wellness");

export default (world) => follow(world, "daily", { row: "Every working day", change: withWellness });
