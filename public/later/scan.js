// Reads QR codes with the camera, in browsers that can (Chrome on Android). Fetched when somebody wants it; no picture leaves this function.

const EVERY = 250; // milliseconds between two looks, so that the phone stays cool

/**
 * The text of a code that the camera sees, in the video element with this id: the first one for which `goesOn` does not answer yes. Null when it is taken off
 * the page; rejects without a camera.
 */
export const scan = async (id, goesOn) => {
  const video = document.getElementById(id);
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  try {
    video.srcObject = stream;
    await video.play();
    while (video.isConnected) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code && !goesOn?.(code.rawValue)) return code.rawValue;
      await new Promise((again) => setTimeout(again, EVERY));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
};
