// Three evenings a week in Chicago for twenty weeks, across the autumn's change of the clocks and the spring's.
import { follow } from "../follow.mjs";

export default (world) => follow(world, "three-evenings", { row: "Three evenings a week" });
