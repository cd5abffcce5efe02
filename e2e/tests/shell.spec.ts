// The page's shell: what holds before and around the program.
import { contentPolicy } from "../harness/policy.mjs";
import { expect, pageAddress, test } from "../harness/fixtures";

test("the published page states the strict content policy itself", async ({ request }) => {
  const html = await (await request.get("./")).text();
  expect(html).toContain(`content="${contentPolicy}"`);
  expect(html).toMatch(/http-equiv="?content-security-policy"?/i);
});

test("every address in the page is relative, so that it works under any path", async ({ request }) => {
  const html = await (await request.get("./")).text();
  // What is prerendered has links to the articles, where they were published.
  const addresses = [...html.matchAll(/<[^>]*\b(?:src|href)=["']?([^"'\s>]+)[^>]*>/g)]
    .filter(([element]) => !element.includes('rel="noreferrer"')).map(([, address]) => address);
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) expect(address).not.toMatch(/^(?:\/|[a-z]+:)/);
});

test("the program starts under the strict content policy", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle(/Sidebyline/);
  await expect(page.locator("html")).toHaveAttribute("data-program", "running");
  await expect(page.locator("#boot-failure")).toBeHidden();
});

test("without its program the page says so", async ({ page, faults }) => {
  faults.allow(/\.wasm|TypeError|failed/i);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("#boot-failure")).toBeVisible();
});

test("the program starts in a sandboxed frame of another host's page", async ({ page }) => {
  // An opaque origin: what the page loads must be readable from anywhere, and what it lacks must not stop it.
  const host = new URL("host.html", pageAddress()).href;
  await page.route(host, (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><title>Host</title><iframe title="Sidebyline" sandbox="allow-scripts" src="./" width="700" height="500"></iframe>`,
  }));
  await page.goto(host);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("html")).toHaveAttribute("data-program", "running");
  await expect(frame.locator("#boot-failure")).toBeHidden();
});
