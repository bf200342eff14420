// A reason in one's own voice: recorded, kept sealed, heard again after the phone was off; and what is said where there is no microphone.
import assert from "node:assert/strict";

const VOICE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"];

export default async (world) => {
  const person = await world.person({ switches: VOICE });
  await person.opens("/cope/why");
  await person.isReadyForOffline();
  await world.server.stop();
  world.guard.expects(/ERR_CONNECTION_(REFUSED|RESET)/);
  await person.taps("Record your voice");
  await person.sees("Recording: 2 of 60 seconds");
  await person.stop("recording");
  // Thought better of it: nothing is kept.
  await person.taps("Never mind");
  await person.sees("Record your voice");
  assert.equal(await person.page.locator("audio").count(), 0);
  await person.taps("Record your voice");
  await person.sees("Recording: 1 of 60 seconds");
  await person.taps("Stop and keep it");
  await person.page.getByLabel("One of your reasons, in your voice").waitFor();
  await person.stop("a voice is kept");

  // It plays, also after everything was closed.
  await person.reloads();
  const lasts = await person.page.locator("audio").evaluate(async (audio) => {
    audio.muted = true;
    await audio.play();
    audio.pause();
    return audio.error === null && audio.currentSrc.startsWith("blob:");
  });
  assert.ok(lasts);

  // Words are added to it, and changed.
  await person.taps("Add words to it");
  const words = person.page.locator("[id^=reword-]").first();
  await words.fill("What I promised Ana");
  await words.press("Enter");
  await person.page.locator(".reason", { hasText: "What I promised Ana" }).waitFor();
  await person.taps("Change the words");
  await person.stop("changing the words");
  await words.fill("What I promised Ana in June");
  await words.press("Enter");
  await person.page.locator(".reason", { hasText: "in June" }).waitFor();

  // Deleted, and found again with the sound of it.
  await person.taps("Delete this reason");
  await person.page.locator("audio").waitFor({ state: "detached" });
  await person.opens("/log/deleted");
  await person.sees("One of your reasons");
  await person.sees("What I promised Ana in June");
  await person.taps("Bring back");
  await person.sees("Brought back.");
  await person.opens("/cope/why");
  await person.page.getByLabel("One of your reasons, in your voice").waitFor();
  await world.server.start();

  // No microphone, or none that the browser may use: a sentence, and everything else works.
  const other = await world.person();
  await other.opens("/cope/why");
  await other.taps("Record your voice");
  await other.page.getByRole("alert").getByText(/write your reason instead/).waitFor();
  await other.stop("no microphone");
  await other.writes("A reason", "Sleep");
  await other.taps("Add");
  await other.page.locator(".reason", { hasText: "Sleep" }).waitFor();
};
