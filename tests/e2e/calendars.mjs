// Calendar files for the journeys (RFC 5545), written by hand so that they owe nothing to the code that reads them.

/** An event of these properties; one that is null is left out. */
export const event = (properties) => {
  const all = { UID: "a@clinic.example", DTSTAMP: "20261001T000000Z", ...properties };
  const lines = Object.entries(all).filter(([, value]) => value !== null);
  return ["BEGIN:VEVENT", ...lines.map(([name, value]) => `${name}:${value}`), "END:VEVENT", ""].join("\r\n");
};

/** A calendar with a name. */
export const calendar = (name, ...events) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//journey//EN\r\nX-WR-CALNAME:${name}\r\n${events.join("")}END:VCALENDAR\r\n`;
