// What `cargo xtask release` has packed, as a publisher without Rust uses it. It runs these tests on the unpacked zip.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { expect, test } from "../harness/fixtures";
import { events } from "./harbour";
import { open } from "./reader";

const unpacked = process.env.SIDEBYLINE_UNPACKED ?? "";
const dataset = join(unpacked, "site/data/dataset.json");
const command = join(unpacked, process.platform === "win32" ? "sidebyline.exe" : "sidebyline");
const fixture = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const harbour = fixture("tests/fixtures/harbour.json");
const bundled = fixture("public/data/ceasefire-talks-2025-04.json");
const library = fixture("public/data/demo-library-2031-03.json");

test.describe.configure({ mode: "serial" }); // one folder for all

const run = (...args: string[]) => execFileSync(command, args, { cwd: unpacked, encoding: "utf8" });

test("the zip holds the site, the command, how to use them, the guides, and licences", () => {
  expect(readdirSync(unpacked).filter((name) => !name.startsWith("sidebyline")).sort()).toEqual([
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "LICENSES-OF-OTHERS.txt",
    "README.txt",
    "docs",
    "site",
  ]);
  expect(readdirSync(join(unpacked, "docs"))).toContain("dataset.md"); // which `sidebyline new` points to
  expect(readdirSync(join(unpacked, "site/data"))).toEqual(["dataset.json"]);
  expect(readFileSync(join(unpacked, "LICENSES-OF-OTHERS.txt"), "utf8")).toContain("leptos");
  expect(run("--version")).toMatch(/^sidebyline \d+\.\d+\.\d+/);
});

test("the site shows the dataset that replaced its own, and nothing of the one before", async ({ page, request }) => {
  copyFileSync(bundled, dataset);
  await open(page);
  await expect(page).toHaveTitle(/Ceasefire talks/);
  copyFileSync(harbour, dataset);
  await open(page, "?source=d");
  await expect(events(page)).toHaveCount(3);
  const html = await (await request.get("./")).text();
  expect(html).not.toMatch(/Ceasefire|Ukraine|Witkoff/);
  for (const folder of ["event", "difference"]) expect(existsSync(join(unpacked, "site", folder))).toBe(false);
});

test("the command makes one file of the site beside it", async ({ page }, testInfo) => {
  const file = testInfo.outputPath("story.html");
  run("single-file", library, "-o", file);
  await page.goto(pathToFileURL(file).href);
  await expect(page).toHaveTitle(/library/i);
  await expect(events(page).first()).toBeVisible();
});
