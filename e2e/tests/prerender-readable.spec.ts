// Where the program can't run, all that the articles report can be read all the same.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { substance } from "./prerendered";
import { type Published, published } from "./published";

/** Expects every event, quote and difference, and opens one event. */
async function expectAll(page: Page, data: Published) {
  const ids = await substance(page).locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  for (const { id } of [...data.events, ...data.quotes, ...data.discrepancies]) expect(ids).toContain(id);
  const event = data.events.find(({ background, mentions }) => !background && mentions.length > 2)!;
  const place = page.locator(`#_substance article[id="${event.id}"]`);
  await expect(place.locator(".mention").first()).toBeHidden();
  await place.locator("summary").click();
  for (const [at, { paraphrase }] of event.mentions.entries()) {
    await expect(place.locator(".mention", { hasText: paraphrase }).first(), `report ${at}`).toBeVisible();
  }
  await expect(page.locator(".substance__place:visible")).toHaveCount(0);
  await expect(page.locator("#_skeleton")).toBeHidden();
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  // What is loaded ahead is of no use then.
  test.beforeEach(({ faults }) => faults.allow(/sidebyline-app-\w+\.js \(csp\)|preload/));

  test("everything is there, and it is said what isn't", async ({ page, request }) => {
    await page.goto("./");
    await expect(page.locator(".without-script")).toBeVisible();
    expect(await page.locator(".without-script").textContent()).toContain("need JavaScript, which is switched off");
    await expectAll(page, await published(request));
  });

  test("an event and a difference have pages of their own", async ({ page, request }) => {
    const { events, discrepancies } = await published(request);
    await page.goto(`./event/${events[0].id}/`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(events[0].title);
    await expect(page.locator(".mention").first()).toBeVisible();
    await page.goto(`./difference/${discrepancies[0].id}/`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(discrepancies[0].question);
    await page.getByRole("link", { name: "All events and articles side by side" }).click();
    await expect(page).toHaveURL(new RegExp(`/path/#${discrepancies[0].id}$`));
  });

  test("all of it is printed, unfolded", async ({ page, request }) => {
    await page.goto("./");
    await page.emulateMedia({ media: "print" });
    const { events } = await published(request);
    await expect(page.locator("article .event__body:visible")).toHaveCount(events.length);
    await expect(page.locator(".substance__place:visible, .without-script:visible")).toHaveCount(0);
  });
});

for (const { name, arrange } of [
  { name: "without WebAssembly", arrange: (page: Page) => page.addInitScript(() => { delete (window as { WebAssembly?: unknown }).WebAssembly; }) },
  { name: "where the program doesn't come", arrange: (page: Page) => page.route("**/*.wasm", (route) => route.abort()) },
  { name: "where the program is broken", arrange: (page: Page) => page.route("**/*.wasm", (route) => route.fulfill({ body: "?", contentType: "application/wasm" })) },
]) {
  test(`${name} everything is there, below a message`, async ({ page, request, faults }) => {
    faults.allow(/wasm|WebAssembly|preload|uncaught/i);
    await arrange(page);
    await page.goto("./?source=a"); // even if something else is asked for
    const message = page.getByRole("alert");
    await expect(message).toContainText("could not start");
    const [above, below] = [await message.boundingBox(), await substance(page).boundingBox()];
    expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);
    await expectAll(page, await published(request));
  });
}

test("what is asked for from other data is not answered with these", async ({ page, faults }) => {
  faults.allow(/wasm|preload|uncaught/i);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./?data=demo-library-2031-03");
  await expect(page.getByRole("alert")).toContainText("could not start");
  await expect(substance(page)).toBeHidden();
});

test("where the data don't come, they can be read below the message", async ({ page, faults }) => {
  faults.allow(/json|sidebyline|preload|Failed to load/i);
  await page.route("**/data/*.{json,sidebyline}", (route) => route.abort());
  await page.goto("./");
  const message = page.getByRole("alert");
  await expect(message).toContainText("Check the connection");
  await expect(substance(page)).toBeVisible();
  expect((await message.boundingBox())!.y).toBeLessThan((await substance(page).boundingBox())!.y);
  await page.unrouteAll();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(substance(page)).toHaveCount(0);
  await expect(page.locator(".result-count")).toHaveText(/events/);
});
