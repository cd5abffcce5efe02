// Who finds an error can tell the publisher, if the data name a contact that is a mail or web address.
import { expect, test } from "../harness/fixtures";
import { open, toggle } from "./reader";
import { dialog, serveChanged, share } from "./share";

const name = "Report an error";

test("a mail begins with the address of what is wrong", async ({ page }) => {
  await serveChanged(page, (data) => Object.assign(data, { contact: "mailto:desk@example.org", title: "Crane & harbour?" }));
  await open(page, "?source=c");
  await toggle(page, "vote").click();
  await share(page, undefined, /^Share: /);
  const link = new URL((await dialog(page).getByRole("link", { name }).getAttribute("href"))!);
  expect(link.pathname).toBe("desk@example.org");
  expect([...link.searchParams]).toEqual([["subject", "Error in: Crane & harbour?"], ["body", `${page.url().split("?")[0]}event/vote/`]]);
  await page.keyboard.press("Escape");
  const foot = page.getByRole("contentinfo").getByRole("link", { name });
  expect(new URL((await foot.getAttribute("href"))!).searchParams.get("body")).toBe(page.url());
});

test("a web address is opened by itself", async ({ page }) => {
  await serveChanged(page, (data) => Object.assign(data, { contact: "https://example.org/contact?a=b" }));
  await open(page);
  await share(page);
  const link = dialog(page).getByRole("link", { name });
  await expect(link).toHaveAttribute("href", "https://example.org/contact?a=b");
  await expect(link).toHaveAttribute("rel", /noreferrer/);
});

for (const contact of [undefined, "javascript:alert(1)", "data:text/html,x", "desk at example.org"]) {
  test(`${contact ?? "nothing"} is no contact`, async ({ page }) => {
    await serveChanged(page, (data) => Object.assign(data, { contact }));
    await open(page);
    await share(page);
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  });
}
