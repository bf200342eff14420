// What browsers call themselves and can do, for journeys in which that matters.
export const IPHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
export const ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36";
export const COMPUTER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
export const MACINTOSH =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15";

/** The page writes down which numbers are shown on the icon, and whether it asks for a permission. */
export const watches = (person, { installed = false, hasNone = false }) =>
  person.page.addInitScript(
    ({ installed, hasNone }) => {
      window.badges = [];
      window.asked = 0;
      if (installed) Object.defineProperty(navigator, "standalone", { value: true });
      Object.defineProperty(navigator, "setAppBadge", {
        value: hasNone ? undefined : (number) => (window.badges.push(number), Promise.resolve()),
      });
      if (window.Notification) Notification.requestPermission = () => ((window.asked += 1), Promise.resolve("denied"));
    },
    { installed, hasNone },
  );
