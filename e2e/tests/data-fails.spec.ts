// When the data don't come: what, why, and what next.
import { expect, test } from "../harness/fixtures";
import { events, serveData } from "./harbour";

const failures = [
  { name: "are not there", answer: { status: 404, body: "Not found" }, says: ["not where they should be", "404"] },
  { name: "are refused", answer: { status: 503, body: "Later" }, says: ["refused (503)"] },
  { name: "are a page", answer: { contentType: "text/html", body: "<!DOCTYPE html><p>Log in" }, says: ["can’t be read", "HTML"] },
  { name: "are empty", answer: { body: "" }, says: ["can’t be read", "empty"] },
  { name: "end in the middle", answer: { body: '{"format": "sidebyline/1", "id"' }, says: ["ends in the middle"] },
  { name: "are something else", answer: { body: "[1, 2, 3]" }, says: ["can’t be read"] },
  { name: "are newer", answer: { body: '{"format": "sidebyline/2"}' }, says: ["newer format `sidebyline/2`", "Update Sidebyline"] },
  { name: "are nested without end", answer: { body: `${"[".repeat(200_000)}${"]".repeat(200_000)}` }, says: ["too deep within each other"] },
];

for (const { name, answer, says } of failures) {
  test(`because they ${name}, the page says so and tries again`, async ({ page, faults }) => {
    faults.allow(/status (404|503)|console error: Failed to load resource|preload/);
    await serveData(page, answer);
    await page.goto("./?source=d");
    const alert = page.getByRole("alert");
    for (const words of says) await expect(alert).toContainText(words);
    await expect(page.locator("#_skeleton")).toBeHidden();
    await serveData(page);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(events(page)).toHaveCount(3); // and the view is what the link said
    await expect(alert).toHaveCount(0);
  });
}

test("because nothing answers, the page says so", async ({ page, faults }) => {
  faults.allow(/failed: .*\.(json|sidebyline)|Failed to load resource|preload/);
  await page.route("**/data/*.{json,sidebyline}", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("alert")).toContainText("Check the connection");
});
