// Six weeks in Chicago with a review every Friday, followed from Phoenix, where the clocks never change, until there is nothing more.
import { follow } from "../follow.mjs";

export default (world) => follow(world, "after-residential", { row: "Six weeks after residential care" });
