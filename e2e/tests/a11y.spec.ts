// Whoever reads, however they read: axe in both themes, small screens, focus, print.
import { expectAccessible } from "../harness/axe";
import { expect, test } from "../harness/fixtures";
import { events, serveData, unfold } from "./harbour";

test("the published page has no fault that axe finds", async ({ page }) => {
  test.slow(); // axe looks at each of thousands of elements, twice
  await page.goto("./");
  await expect(events(page).first()).toBeVisible();
  await expectAccessible(page);
});

test("nor have its other states", async ({ page }) => {
  await serveData(page);
  await page.goto("./?source=d,zz");
  await expect(events(page)).toHaveCount(3);
  await unfold(page);
  await expectAccessible(page);
  await page.goto("./?source=e&q=jib");
  await expect(page.locator(".empty")).toBeVisible();
  await expectAccessible(page);
});

test("nor has the page that says what went wrong", async ({ page }) => {
  await serveData(page, { body: "{}" });
  await page.goto("./");
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});

for (const width of [320, 390, 768, 1024, 1440]) {
  test(`at ${width} pixels nothing has to be scrolled sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("./");
    await expect(events(page).first()).toBeVisible();
    await unfold(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test("what can be pressed is large enough for a finger", async ({ page }) => {
  await page.goto("./");
  await expect(events(page).first()).toBeVisible();
  const small = await page.locator("button:visible, summary:visible, label:visible, input[type=search]").evaluateAll((elements) => elements
    .map((element) => ({ what: element.textContent, height: element.getBoundingClientRect().height, width: element.getBoundingClientRect().width }))
    .filter(({ height, width }) => height < 44 || width < 44));
  expect(small).toEqual([]);
});

test("the focus can be seen wherever it goes", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no Tab key");
  await serveData(page);
  await page.goto("./");
  await expect(events(page)).toHaveCount(9);
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const focused = document.activeElement!;
      const drawn = focused.matches(".theme-choice__input") ? focused.nextElementSibling! : focused;
      const { outlineStyle, outlineWidth } = getComputedStyle(drawn);
      return { what: focused.outerHTML.slice(0, 80), outlineStyle, outlineWidth };
    });
    expect(outline).toMatchObject({ outlineStyle: "solid", outlineWidth: "3px" });
  }
});

test("a theme that was chosen is there the next time", async ({ page }) => {
  await serveData(page);
  await page.goto("./");
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(events(page)).toHaveCount(9);
  const light = await paper();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(paper).not.toBe(light);
  await page.reload();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect.poll(paper).not.toBe(light);
});

test("on paper the background is unfolded and the buttons are gone", async ({ page }) => {
  await serveData(page);
  await page.goto("./");
  await expect(events(page)).toHaveCount(9);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("#crane-built .own")).toBeVisible();
  await expect(page.getByRole("button", { name: "Clear filters" })).toBeHidden();
});
