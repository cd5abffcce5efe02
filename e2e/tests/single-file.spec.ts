// One file with everything in it, opened from a disk and without a connection, as from a USB stick in a school.
import { pathToFileURL } from "node:url";

import { expect, test } from "../harness/fixtures";
import { sidebyline } from "./command";
import { events } from "./harbour";
import { choose, result } from "./reader";

test.use({ offline: true });

test("one file from a disk filters, compares and aligns, and asks nobody for anything", async ({ page }, testInfo) => {
  const file = testInfo.outputPath("story.html");
  sidebyline("single-file", "public/data/demo-library-2031-03.json", "-o", file, "--site", "dist");
  const address = pathToFileURL(file).href;
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));

  await page.goto(address);
  await expect(page.locator("html")).toHaveAttribute("data-program", "running");
  await expect(page).toHaveTitle(/library/i);
  await expect(result(page)).not.toBeEmpty();
  const all = await result(page).textContent();
  await choose(page, "Speaker", "Priya Nair");
  await expect(result(page)).not.toHaveText(all!);
  await page.goBack();
  await expect(result(page)).toHaveText(all!);

  const pages = page.getByRole("navigation", { name: "Pages" });
  await pages.getByRole("link", { name: "Compare", exact: true }).click();
  await expect(page.getByRole("group", { name: "Which events" })).toBeVisible();
  await pages.getByRole("link", { name: "Variants", exact: true }).click();
  await expect(page.locator("main .variant:visible").first()).toBeVisible();
  await expect(page.locator("main .variant:visible").first()).toHaveCSS("display", /./); // the later styles are there too
  await page.reload();
  await expect(page.locator("main .variant:visible").first()).toBeVisible();
  expect(asked.filter((url) => !url.startsWith(address))).toEqual([]);
});

test("a link of one file that names another dataset says that it isn't there", async ({ page }, testInfo) => {
  const file = testInfo.outputPath("story.html");
  sidebyline("single-file", "public/data/demo-library-2031-03.json", "-o", file, "--site", "dist");
  await page.goto(`${pathToFileURL(file).href}?data=something-else`);
  await expect(page.getByRole("alert").filter({ visible: true })).toContainText("not where they should be");
  await expect(events(page)).toHaveCount(0);
});
