// An event and a difference have pages of their own, so that a link to one has its own preview; then the program shows it
// among all others.
import { expect, pageAddress, test } from "../harness/fixtures";
import { published } from "./published";
import { event, toggle } from "./reader";

test.beforeEach(({ faults }) => faults.allow(/favicon/)); // a page is left before it came

/** The value of a `meta` element, by its name or property. */
function meta(html: string, name: string): string {
  const found = new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html);
  return (found?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

test("the page of an event says what it is about without a program", async ({ request }) => {
  const { title, events, sources, discrepancies } = await published(request);
  const about = events.find(({ mentions }) => mentions.length > 2)!;
  const html = await (await request.get(`./event/${about.id}/`)).text();
  expect(meta(html, "og:title")).toBe(about.title);
  expect(html).toContain(`<title>${about.title} – ${title}</title>`);
  expect(meta(html, "og:type")).toBe("article");
  expect(meta(html, "description")).toContain("Reported by");
  expect(meta(html, "item")).toBe(about.id);
  expect(sources.some(({ label }) => meta(html, "og:description").includes(`${label}: `))).toBe(true);
  const question = await (await request.get(`./difference/${discrepancies[0].id}/`)).text();
  expect(meta(question, "og:title")).toBe(discrepancies[0].question);
});

test("data for machines name the dataset, its articles and its quotes", async ({ page, request }) => {
  const html = await (await request.get("./")).text();
  const { title, quotes, sources } = await published(request);
  // Read as text, since the program takes the element away.
  const data = JSON.parse(/<script type="application\/ld\+json">([^]*?)<\/script>/.exec(html)![1]);
  expect(data).toMatchObject({ "@context": "https://schema.org", "@type": "Dataset", name: title });
  expect(data.isBasedOn).toHaveLength(sources.length);
  expect(data.hasPart).toHaveLength(quotes.filter(({ kind }) => kind !== "indirect").length);
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("data-program", "running");
});

test("the program shows the event, opened and in focus, at the site's root", async ({ page, request }) => {
  const { events } = await published(request);
  const { id } = events.filter(({ background }) => !background)[30];
  await page.goto(`./event/${id}/`);
  await expect(event(page, id)).toBeFocused();
  await expect(event(page, id)).toBeInViewport();
  await expect(toggle(page, id)).toHaveAttribute("aria-expanded", "true");
  expect(page.url()).toBe(new URL(`./#${id}`, pageAddress()).href);
  await expect(page.locator("#_substance")).toHaveCount(0);
  // What is chosen now changes the site's address and no other.
  await page.getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(page).toHaveURL(/\/path\/\?view=quotes$/);
});

test("so it does a difference, within its event", async ({ page, request }) => {
  const { id, event: within } = (await published(request)).discrepancies.find(({ event }) => event)!;
  await page.goto(`./difference/${id}/`);
  await expect(page.locator(`[id="${id}"]`)).toBeFocused();
  await expect(toggle(page, within!)).toHaveAttribute("aria-expanded", "true");
});

test("a sandboxed frame, which can't change its address, shows the event all the same", async ({ page, request }) => {
  const { id } = (await published(request)).events.filter(({ background }) => !background)[30];
  const host = new URL("host.html", pageAddress()).href;
  await page.route(host, (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><title>Host</title><iframe title="Sidebyline" sandbox="allow-scripts" src="./event/${id}/" width="700" height="500"></iframe>`,
  }));
  await page.goto(host);
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(`article[id="${id}"] .event__body`)).toBeVisible();
  await expect(frame.locator(`article[id="${id}"]`)).toBeInViewport();
});
