// A reader chooses or drops a file. What is no text is refused with what to do.
import type { Page } from "@playwright/test";

import { expect, test } from "../harness/fixtures";
import { expectSummary, openArticle, passagesOf, textOf } from "./library";

const all = passagesOf("npa");

async function choose(page: Page, bytes: Buffer) {
  await page.getByLabel("Choose a text file").setInputFiles({ name: "article.txt", mimeType: "text/plain", buffer: bytes });
}

test("a file is read with its byte order mark and its line ends", async ({ page }) => {
  await openArticle(page, "npa");
  await choose(page, Buffer.from("\ufeff" + textOf("npa").replaceAll("\n", "\r\n")));
  await expectSummary(page, new RegExp(`^${all} of ${all}`));
  await expect(page.locator(".digests")).toContainText("the same, apart from quotation marks, spaces and line breaks");
});

test("the very file is known by its bytes, and a dropped one is read too", async ({ page }) => {
  await openArticle(page, "npa");
  await page.locator(".supply").evaluate((place, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "article.txt"));
    place.dispatchEvent(new DragEvent("dragover", { dataTransfer, bubbles: true, cancelable: true }));
    place.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, textOf("npa"));
  await expectSummary(page, `${all} of ${all} passages stand in this text: ${all} exact.`);
  await expect(page.locator(".digests")).toContainText("the same, byte for byte");
});

const refused: [string, Buffer, RegExp][] = [
  ["an empty file", Buffer.from(" \n"), /^There is no text in it/],
  ["a PDF", Buffer.from("%PDF-1.7 …"), /^It is a PDF\. Open it, select the article, copy it/],
  ["a word processor's file", Buffer.from("PK\u0003\u0004…"), /^It is an archive or a word processor’s file/],
  ["a text in UTF-16", Buffer.from("\ufeffPeace", "utf16le"), /^It is a text in UTF-16/],
  ["a text in Latin-1", Buffer.from("café", "latin1"), /^It is no text in UTF-8: byte 4 is none/],
  ["a web page's source", Buffer.from("<!doctype html><title>A</title>"), /^It is the source of a web page/],
  ["a file of 6 MB", Buffer.alloc(6 * 1024 * 1024, "a"), /^It is larger than 5 MB/],
];

for (const [name, bytes, reason] of refused) {
  test(`${name} is refused, with what to do`, async ({ page }) => {
    await openArticle(page, "npa");
    await choose(page, bytes);
    await expect(page.locator(".supply__why")).toHaveText(reason);
    await expect(page.getByRole("status")).toHaveText(reason);
    await expect(page.getByRole("textbox", { name: "The article’s text" })).toHaveAttribute("aria-invalid", "true");
    await choose(page, Buffer.from(textOf("npa")));
    await expectSummary(page, new RegExp(`^${all} of ${all}`));
  });
}
