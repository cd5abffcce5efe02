// Back is the host's, and so is where the host's page stands.
import { expect, test } from "../harness/fixtures";
import { bareFrame, element, embedScript, frames, openHost, paragraphs, view } from "../harness/host";
import { serveData } from "./harbour";

test.beforeEach(async ({ page }) => serveData(page));

test("nothing that is done in a frame is a step in the host's history", async ({ page, faults }) => {
  const newspaper = await openHost(page, faults, { body: bareFrame() });
  await page.goto(`${newspaper}?again`);
  const before = await page.evaluate(() => history.length);
  const frame = await view(page);
  await frame.getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(frame.locator("[data-page]")).toHaveAttribute("data-page", "quotes");
  await frame.getByRole("searchbox", { name: "Search", exact: true }).pressSequentially("vote");
  await frame.getByRole("searchbox", { name: "Search", exact: true }).blur();
  await frame.getByRole("link", { name: "Skip to the events" }).press("Enter");
  await expect.poll(() => frames(page)[0].url()).toMatch(/\?view=quotes&q=vote&embed=1#_events$/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL(newspaper);
});

for (const { form, body } of [
  { form: "a bare frame", body: (target: string) => bareFrame(target) },
  { form: "a frame without an origin", body: (target: string) => bareFrame(target, 'height="600" sandbox="allow-scripts"') },
  { form: "the element", body: (target: string) => embedScript() + element(`view="${target}"`) },
]) {
  test(`a link to an item is followed inside ${form}, and the host's page stays where it is`, async ({ page, faults }) => {
    await page.addInitScript(() => {
      Object.assign(window, { scrolls: 0 });
      if (window.parent === window) addEventListener("scroll", () => ((window as unknown as { scrolls: number }).scrolls += 1));
    });
    await openHost(page, faults, { body: paragraphs(8) + body("#repairs") + paragraphs(20) });
    const frame = await view(page);
    const item = frame.locator('[id="repairs"]');
    await expect(item.locator("button.event__toggle")).toHaveAttribute("aria-expanded", "true");
    await expect.poll(() => frames(page)[0].evaluate(() => scrollY)).toBeGreaterThan(100);
    const inside = await frames(page)[0].evaluate(() => {
      const { top } = document.getElementById("repairs")!.getBoundingClientRect();
      return { top, below: document.querySelector(".source-line")!.getBoundingClientRect().bottom, height: innerHeight };
    });
    expect(inside.height).toBe(600);
    expect(inside.top).toBeGreaterThanOrEqual(inside.below);
    expect(inside.top).toBeLessThan(300);
    expect(await page.evaluate(() => [scrollY, (window as unknown as { scrolls: number }).scrolls])).toEqual([0, 0]);
    // The host keeps the focus, too. The reader who comes into the frame by the keyboard goes on from the item.
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    await page.keyboard.press("Tab");
    await expect(item).toBeFocused();
  });
}
