// Where a host forbids the address and the storage, as in a sandboxed frame, the filters work all the same.
import { expect, test } from "../harness/fixtures";
import { events, serveData } from "./harbour";
import { choose, open } from "./reader";

test("the filters work where the address can't be written", async ({ page }) => {
  await serveData(page);
  await page.addInitScript(() => {
    const refuse = () => { throw new DOMException("refused", "SecurityError"); };
    Object.assign(History.prototype, { pushState: refuse, replaceState: refuse });
    Object.defineProperty(window, "localStorage", { get: refuse });
  });
  await open(page);
  await choose(page, "Reported by", "D");
  await expect(events(page)).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("neighbour");
  await expect(events(page)).toHaveCount(1);
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
