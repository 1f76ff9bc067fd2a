// node run.mjs MODULES LIBRARY SEATS.json FRAMES CHROMIUM -> one line of JSON; a fresh browser for each run.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, library, seats, count, chromiumPath] = process.argv.slice(2);
const { chromium } = createRequire(`${modules}/`)("playwright-core");
// Frames as fast as they come, no sandbox for those who run as root, nothing that asks the network.
const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync",
  "--disable-component-update", "--allow-file-access-from-files", "--disable-frame-rate-limit", "--disable-gpu-vsync",
  "--js-flags=--max-old-space-size=8192"];
const browser = await chromium.launch({ executablePath: chromiumPath, args });
try {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(new URL("peers.html", import.meta.url).href);
  const found = await page.evaluate(
    ([name, list, base, frames]) => window.measure(name, list, base, frames),
    [library, JSON.parse(readFileSync(seats, "utf8")), `${pathToFileURL(modules).href}/`, Number(count)],
  );
  console.log(JSON.stringify(found));
} finally {
  await browser.close();
}
