// Silence is not one thing: what kind it is, and by which dates, is told on request.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { cell, openCompare } from "./side";

test.skip(({ isMobile }) => isMobile, "on a phone they share a line: see compare-cards.spec.ts");
test.beforeEach(async ({ page }) => serveData(page));

const kinds = [
  {
    name: "it could have reported the event",
    event: "Nine hundred people sign a petition for the crane", article: "C", is: "silent",
    because: ["The article was published between 7 and 9 May 2031.", "E, which reports it, was published 6 May 2031.", "So it could have reported the event. That doesn’t mean that it should have."],
  },
  {
    name: "it came out before the event could be known",
    event: "The friends of the crane celebrate on the quay", article: "A", is: "before it was known",
    because: ["The article was published between 5 and 6 May 2031.", "The event could first be known: 7 May 2031.", "So it could not report the event."],
  },
  {
    name: "which of the two came first can't be told",
    event: "The friends of the crane celebrate on the quay", article: "C", is: "not known",
    because: ["The article was published between 7 and 9 May 2031.", "The event could first be known: 7 May 2031.", "Which of the two came first can’t be told."],
  },
  {
    name: "nobody says from when on the event could be known",
    event: "Repairs to the jib begin", article: "D", is: "not known",
    because: ["The article was published about May 2031.", "From when on the event could be known isn’t given.", "So it can’t be told whether it could have reported the event."],
  },
  {
    name: "only a part of its text is in the data",
    event: "A buyer is said to have offered to move the crane", article: "B", is: "not known",
    because: ["So it could have reported the event, and may well do so: only a part of its text is in the data."],
  },
];

for (const { name, event, article, is, because } of kinds) {
  test(`a source is silent: ${name}`, async ({ page }) => {
    await openCompare(page);
    const silent = await cell(page, event, article);
    const kind = silent.getByText(is, { exact: true });
    const why = silent.locator(".silence__why");
    await expect(kind).toBeVisible();
    await expect(why).toBeHidden();
    await kind.press("Enter");
    for (const words of because) await expect(why).toContainText(words);
    await expect(why).toBeVisible();
  });
}
