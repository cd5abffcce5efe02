// What stands in the page before its program does.
import { type Page } from "@playwright/test";

/** The prerendered page. */
export function substance(page: Page) {
  return page.locator("#_substance");
}

/** Holds the program back until it is let go. */
export async function holdProgram(page: Page): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => { letGo = resolve; });
  await page.route(/_bg\.wasm$/, async (route) => {
    await gate;
    await route.continue();
  });
  return letGo;
}

/** The page at `path` with the program held back; what is given lets it go and waits until it has taken over. */
export async function before(page: Page, path = "") {
  const letGo = await holdProgram(page);
  await page.goto(`./${path}`, { waitUntil: "commit" });
  await page.locator(".substance .colophon").waitFor({ state: "attached" });
  return async () => {
    letGo();
    await substance(page).waitFor({ state: "detached" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  };
}
