// Onto the home screen: the browser has nothing against it, and whoever sees the icon learns nothing.
import assert from "node:assert/strict";

export default async (world) => {
  const person = await world.person();
  await person.opens("/");
  await person.isReadyForOffline();
  const browser = await person.context.newCDPSession(person.page);
  assert.deepEqual((await browser.send("Page.getInstallabilityErrors")).installabilityErrors, []);
  const { data, errors } = await browser.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.doesNotMatch(data, /addict|recover|sober|crav|drug|alcohol|clinic/i);

  const manifest = JSON.parse(data);
  assert.equal(manifest.name, "Handrail");
  assert.deepEqual(manifest.icons.map((icon) => icon.purpose).sort(), ["any", "any", "maskable", "monochrome"]);
  assert.deepEqual(manifest.screenshots.map((shot) => shot.form_factor).sort(), ["narrow", "wide"]);
  const real = await person.page.evaluate(
    (pictures) =>
      Promise.all(
        pictures.map(async ({ src }) => {
          const picture = new Image();
          picture.src = src;
          await picture.decode();
          return `${picture.naturalWidth}x${picture.naturalHeight}`;
        }),
      ),
    [...manifest.icons, ...manifest.screenshots],
  );
  assert.deepEqual(real, [...manifest.icons, ...manifest.screenshots].map((picture) => picture.sizes));
  for (const shortcut of manifest.shortcuts) {
    await person.opens(shortcut.url);
    await person.stop(`shortcut ${shortcut.name}`);
  }
};
