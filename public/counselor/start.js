// Starts the counselor's page, and says so when it does not start or stops. The build puts this behind the script of the program, and says where the
// program is: at an address, or packed in the page itself.
// A block, so that no name meets one of the program.
{
  const root = document.documentElement;
  const spoken = (navigator.languages ?? []).map((tag) => tag.slice(0, 2).toLowerCase());
  root.lang = spoken.find((tag) => tag === "en" || tag === "es") ?? "en";

  // Leptos clones static markup through a template, so strings that cannot run code may become markup.
  window.trustedTypes?.createPolicy("default", {
    createHTML: (markup) => (/<(script|iframe|object|embed)|<[^>]*\son\w+\s*=|javascript:/i.test(markup) ? null : markup),
  });

  /** Shows the camera in the video element with this id and hands over what it reads, until `take` answers no or the element is gone. */
  const readCodes = async (id, take) => {
    const video = document.getElementById(id);
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    try {
      await video.play();
      while (video.isConnected) {
        for (const { rawValue } of await detector.detect(video).catch(() => [])) if (!take(rawValue)) return;
        await new Promise((again) => setTimeout(again, 200));
      }
    } finally {
      for (const track of video.srcObject.getTracks()) track.stop();
    }
  };
  if ("BarcodeDetector" in window) window.readCodes = readCodes;

  /** The program, taken apart into streams: beside this script, or in it. */
  const fetched = (name) => fetch(new URL(name, import.meta.url));
  const inside = (packed) => {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
  };

  const stopped = document.getElementById("stopped");
  const stop = () => {
    // What was opened goes with the program that opened it.
    document.getElementById("desk").replaceChildren(stopped);
    stopped.hidden = false;
  };
  window.addEventListener("error", (event) => event.error instanceof WebAssembly.RuntimeError && stop());
  window.addEventListener("unhandledrejection", (event) => event.reason instanceof WebAssembly.RuntimeError && stop());
  // A file that is dropped beside its place must not take the page's place.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
  const begin = async () => {
    const packed = await (await {{program}}).arrayBuffer();
    return __wbg_init({ module_or_path: await unpack(new Uint8Array(packed)) });
  };
  begin().catch((reason) => {
    // For who looks into it. At this point nothing was opened.
    console.error("The page did not start:", reason);
    stop();
  });
}
