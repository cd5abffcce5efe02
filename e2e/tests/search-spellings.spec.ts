// One spelling of a name finds all its spellings.
import { expect, test } from "../harness/fixtures";
import { event, marks, open, result } from "./reader";
import { published } from "./published";

test("Zelenskyy finds what Zelensky finds, and marks what is there", async ({ page, request }) => {
  const data = await published(request);
  const titled = data.events.find((event) => event.title.includes("Zelensky") && !event.background)!;
  await open(page, "?q=zelensky");
  const found = await result(page).textContent();
  const ids = () => page.locator("article.event:not([hidden])").evaluateAll((all) => all.map((event) => event.id));
  const same = await ids();
  expect(same.length).toBeGreaterThan(10);
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("Zelenskyy");
  await expect(result(page)).toHaveText(found!);
  await expect.poll(ids).toEqual(same);
  await expect(event(page, titled.id)).toBeVisible();
  await expect.poll(async () => new Set(await marks(page))).toContain("Zelensky");
});
