// Eight weeks of three mornings in New York, four of two shorter ones, then aftercare, across the spring's change of the clocks.
import { follow } from "../follow.mjs";

export default (world) => follow(world, "stepping-down", { row: "Three to five days, then fewer" });
