// Every screen once, with everything checked at each: what a look, a language or a size has to survive.

/** `words`: what is said in the language of this tour. */
export const tour = async (person, words) => {
  await person.opens("/");
  await person.stop("today empty");
  await person.opens("/welcome");
  await person.stop("first run");
  await person.opens("/");
  await person.taps("8");
  await person.sees(words.saved);
  await person.stop("what now");
  const entry = new URL(person.page.url()).pathname.split("/").at(-1);
  await person.opens(`/wave/${entry}`);
  await person.stop("wave");
  await person.opens(`/call/${entry}`);
  await person.stop("call someone");
  await person.opens(`/leave/${entry}`);
  await person.stop("leave or avoid");
  await person.opens(`/more/${entry}`);
  await person.sees(words.whatSetItOff);
  await person.stop("more about it");
  await person.opens(`/log/${entry}`);
  await person.stop("entry");
  for (const [name, path] of Object.entries(PLACES)) {
    await person.opens(path);
    await person.stop(name);
  }
  await person.lands("/help.html");
  await person.stop("help page");
};

const PLACES = {
  today: "/",
  "how the day was": "/day",
  "saying that something was used": "/told",
  "sober time": "/since",
  "counting from": "/since/add",
  "help now": "/help",
  overdose: "/help/steps",
  week: "/week",
  "set up": "/week/new",
  "one shape": "/week/new/daily",
  "add a session": "/week/add",
  "bring in a calendar": "/week/calendar/in",
  "from the program": "/week/given",
  "bring in from the counselor": "/week/given/in",
  "put it in the phones calendar": "/week/calendar/out",
  meetings: "/meetings",
  "lists of meetings": "/meetings/lists",
  "add a list": "/meetings/lists/add",
  reminders: "/me/reminders",
  cope: "/cope",
  "one of ones own": "/cope/add",
  "the safety plan": "/cope/six",
  reasons: "/cope/why",
  "the trigger chart": "/cope/sort",
  "lists of ones own": "/lists",
  "a new list": "/lists/add",
  medication: "/me/daily",
  "a new medication": "/me/daily/add",
  log: "/log",
  deleted: "/log/deleted",
  me: "/me",
  "your people": "/me/people",
  "add someone": "/me/people/add",
  "add from a card": "/me/people/card",
  "lines in help": "/help/lines",
  "language and look": "/me/look",
  "kept on this phone": "/me/storage",
  "the lock": "/me/key",
  "the page for the counselor": "/me/page",
  "handing it over": "/me/out",
  "a new counselor": "/me/out/add",
  "a backup": "/me/copy",
  "files to take along": "/me/take",
  "deleting everything": "/me/end",
  about: "/me/about",
  nowhere: "/no/such/place",
};

export const ENGLISH = { saved: "Saved.", whatSetItOff: "What set it off?" };
export const SPANISH = { saved: "Guardado.", whatSetItOff: "¿Qué las despertó?" };
