// Addresses that keep browsers out, answer with a page, with half a list, or with nothing: a clear sentence each, the way over a file, and
// nothing stored touched.
import { ADDRESS, BMLT, FEED, open, publish } from "../meetings.mjs";

export default async (world) => {
  const person = await world.person();
  let answer = open(FEED);
  await publish(person, world.guard, (route) => answer(route));
  // The browser itself tells of an answer that was kept from us.
  world.guard.expects(/CORS policy|ERR_FAILED|404|net::ERR/);
  await person.opens("/meetings/lists/add");
  const tries = async (sentence) => {
    await person.writes("Address of the list", ADDRESS);
    await person.taps("Read the list");
    await person.sees(sentence);
  };
  answer = open(FEED, { headers: { "access-control-allow-origin": "https://only.example", "content-type": "application/json" } });
  await tries("it does not let apps read it from a phone");
  await person.stop("kept out");
  answer = (route) => route.abort();
  await tries("Nobody answered.");
  answer = open("nothing", { status: 404 });
  await tries("There is no list at that address.");
  answer = open("<!doctype html><title>Sign in</title>");
  await tries("That is a web page and not a list.");
  await person.stop("a page");
  answer = open("{\"error\":\"no\"}");
  await tries("There is no meeting in it that can be read.");

  await person.writes("Address of the list", "http://intergroup.example/feed.json");
  await person.taps("Read the list");
  await person.sees("Only addresses that begin with https are read.");
  await person.writes("Address of the list", "https://bmlt.example/?switcher=GetSearchResults&lat_val=33.7&long_val=-117.8");
  await person.taps("Read the list");
  await person.sees("This address says where you are.");
  await person.writes("Address of the list", "javascript:alert(1)");
  await person.taps("Read the list");
  await person.sees("That is no address.");

  // The way over a file: half a list gives its whole entries, and a server of NA is read as such.
  await person.gives("Choose a file", "half.json", FEED.slice(0, FEED.length / 2));
  await person.sees("It ends in the middle.");
  await person.stop("half a list");
  await person.taps("Choose another one");
  await person.gives("Choose a file", "na.json", BMLT);
  await person.sees("5 meetings can be kept.");
  await person.taps("Keep this list");
  await person.isAt("**/meetings");
  await person.sees("Marathon Room (24 hours)");
  await person.stop("na");
};
