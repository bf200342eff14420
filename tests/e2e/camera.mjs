// A camera in front of another screen: what is on it is photographed, read by a program of somebody else's (jsQR), and handed to whoever looks through
// the camera. The browser of the tests reads no codes itself.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const reader = readFileSync(createRequire(import.meta.url).resolve("jsqr/dist/jsQR.js"), "utf8");

/** The text of the code that is to be seen on somebody's screen. Throws when no program could read it. */
export const readsCode = async (person, place) => {
  const picture = (await place.screenshot()).toString("base64");
  await person.page.evaluate(reader);
  const text = await person.page.evaluate(async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return window.jsQR(canvas.getImageData(0, 0, image.width, image.height).data, image.width, image.height)?.data ?? null;
  }, picture);
  if (text === null) throw new Error("nobody can read this code");
  return text;
};

/** Gives a page a camera that sees nothing yet. Before the page is opened. */
export const hasCamera = (person) =>
  person.page.addInitScript(() => {
    window.seenByCamera = [];
    window.BarcodeDetector = class {
      async detect() {
        return window.seenByCamera.map((rawValue) => ({ rawValue }));
      }
    };
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement("canvas");
      const picture = canvas.getContext("2d");
      // A stream begins with its first picture.
      setInterval(() => picture.fillRect(0, 0, canvas.width, canvas.height), 100);
      return canvas.captureStream();
    };
  });

/** From now on the camera sees this. */
export const sees = (person, text) => person.page.evaluate((text) => (window.seenByCamera = [text]), text);
