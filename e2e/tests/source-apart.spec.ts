// What an article alone reports, and what it leaves out though all others that could report it do.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectCounted, openArticle, part } from "./pages";

test("what only it reports is told with what the silence of the others means", async ({ page }) => {
  await serveData(page);
  await openArticle(page, "herald");
  const only = part(page, "What only it reports");
  await expect(only.locator(".outline__entry")).toHaveCount(1);
  await expect(only.locator(".outline__entry")).toContainText("A march to the southern basin is called off");
  await expect(only.locator(".outline__entry")).toContainText("silent, perhaps before it could be known");
  await expectCounted(page, only.getByRole("link", { name: "1 event" }), "event");
  await only.getByRole("link", { name: /^A march/ }).click();
  await expect(page).toHaveURL(/\?view=compare#march$/);
});

test("on the published articles, what one leaves out and all others have is found, and the figure shows it", async ({ page }) => {
  await openArticle(page, "c");
  const out = part(page, "What it leaves out");
  await expect(out.locator(".outline__entry")).toHaveText([
    /US, Ukraine and Europeans hold talks in London.*reported by A, B, D, E; this one could have reported it/,
    /Russia invades Ukraine.*reported by A, B, D, E; this one could have reported it/,
  ]);
  await expectCounted(page, out.getByRole("link", { name: "2 events" }), "event");
});

test("an article that leaves out nothing of the kind says so", async ({ page }) => {
  await openArticle(page, "e");
  await expect(part(page, "What it leaves out")).toContainText("Nothing: there is no event");
});
