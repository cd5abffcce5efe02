// The code for another page: one line, escaped, as it was chosen, and shown as it will look.
import { type Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { open, result, toggle } from "./reader";
import { dialog, field, serveChanged, share } from "./share";

const FRAME = "Plain frame";
const ELEMENT = "Frame that follows its content";

// The code is read in the page, whose own policy knows no inline styles.
test.beforeEach(({ faults }) => faults.allow(/Applying inline style violates/));

/** What a browser reads the code as. */
async function read(page: Page, code: string) {
  return page.evaluate((code) => {
    const body = new DOMParser().parseFromString(code, "text/html");
    const all = [...body.querySelectorAll("*")].filter((element) => !["HTML", "HEAD", "BODY"].includes(element.tagName));
    return all.map((element) => ({
      tag: element.localName,
      text: element.textContent ?? "",
      ...Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    }));
  }, code);
}

test("a frame and an element show the view, as it was chosen", async ({ page }) => {
  await serveData(page);
  await open(page, "?source=a,d&q=crane");
  await share(page, "Embed");
  const box = (name: string) => dialog(page).getByRole("combobox", { name });
  await box("Page").selectOption("Compare");
  await box("Colours").selectOption("dark");
  await dialog(page).getByRole("spinbutton", { name: "Height in pixels" }).fill("480");
  await dialog(page).getByRole("textbox", { name: "Title" }).fill("The crane");
  const root = page.url().split("?")[0];
  const query = "view=compare&source=a,d&q=crane";
  expect(await read(page, await field(page, FRAME).inputValue())).toEqual([
    { tag: "iframe", text: "", src: `${root}?${query}&embed=1&theme=dark`, title: "The crane", loading: "lazy", width: "100%", height: "480", frameborder: "0" },
  ]);
  const link = `${root}?source=a,d&q=crane`;
  expect(await read(page, await field(page, ELEMENT).inputValue())).toEqual([
    { tag: "script", text: "", async: "", src: `${root}embed.js` },
    { tag: "sidebyline-view", text: "The crane", view: query, theme: "dark", height: "480", title: "The crane", style: "display:block;min-height:480px" },
    { tag: "a", text: "The crane", href: link },
  ]);
});

test("no title gets out of its place, and the code is one line", async ({ page }) => {
  const hostile = `"><img src=x onerror=alert(1)> ' & <b>&amp;\u2028</b>`;
  await serveChanged(page, (data) => { data.title = hostile; });
  await open(page);
  await share(page, "Embed");
  for (const name of [FRAME, ELEMENT]) {
    const code = await field(page, name).inputValue();
    expect(code).not.toMatch(/[\n\r\u2028\u2029]/);
    const tags = (await read(page, code)).map(({ tag }) => tag);
    expect(tags).toEqual(name === FRAME ? ["iframe"] : ["script", "sidebyline-view", "a"]);
    const [first] = (await read(page, code)).filter((element) => "title" in element) as unknown as { title: string }[];
    expect(first.title).toContain(hostile.replace("\u2028", " "));
  }
});

test("an event is embedded at its place", async ({ page }) => {
  await serveData(page);
  await open(page, "?source=c");
  await toggle(page, "vote").click();
  await share(page, "Embed", /^Share: /);
  const [frame] = await read(page, await field(page, FRAME).inputValue());
  expect((frame as unknown as { src: string }).src).toBe(new URL("?embed=1#vote", page.url()).href);
  const element = (await read(page, await field(page, ELEMENT).inputValue())).find(({ tag }) => tag === "sidebyline-view");
  expect((element as unknown as { view: string }).view).toBe("#vote");
});

test("the preview shows it at the width of a phone and of an article, and Back knows nothing of it", async ({ page }) => {
  await serveData(page);
  await open(page);
  const steps = await page.evaluate(() => history.length);
  await share(page, "Embed");
  const frame = dialog(page).locator("iframe");
  const inside = page.frameLocator("dialog iframe");
  await expect(inside.locator(".result-count")).toHaveText("11 events");
  for (const [name, width] of [["on a phone, 390 pixels", 390], ["in an article, 680 pixels", 680]] as const) {
    await dialog(page).getByRole("radio", { name }).check();
    expect(await frame.evaluate((frame) => frame.getBoundingClientRect().width)).toBe(width);
  }
  await dialog(page).getByRole("combobox", { name: "Page" }).selectOption("Quotes");
  await expect(inside.locator(".result-count")).toHaveText("10 quotes");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.keyboard.press("Escape");
  await expect(result(page)).toHaveText("11 events");
});
