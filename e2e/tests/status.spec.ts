// Who listens hears how many are left: once, politely, when things have settled.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, open } from "./reader";

test("the number is said once, after the last letter, and never by anything but the one status", async ({ page }) => {
  await serveData(page);
  await open(page);
  const status = page.getByRole("status");
  await expect(status).toHaveCount(1);
  await expect(status).toHaveText("11 events");
  await expect(page.locator("[aria-live=assertive], [role=alert]:visible")).toHaveCount(0);
  await status.evaluate((element) => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(element.textContent ?? "")).observe(element, { childList: true, characterData: true, subtree: true });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  await page.getByRole("searchbox", { name: "Search", exact: true }).pressSequentially("signatures");
  await expect(status).toHaveText("1 of 11 events");
  expect(await said()).toEqual(["1 of 11 events"]);
  await choose(page, "Reported as", "having happened"); // it finds the same
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(status).toHaveText("11 events");
  expect(await said()).toEqual(["1 of 11 events", "11 events"]);
});
