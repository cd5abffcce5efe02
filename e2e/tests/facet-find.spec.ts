// A long facet can be searched, by any spelling of a name.
import { expect, test } from "../harness/fixtures";
import { choose, facet, inFacet, open, values } from "./reader";
import { published } from "./published";

test("a speaker is found by the beginnings of the words of any spelling", async ({ page, request }) => {
  const data = await published(request);
  const zelensky = data.actors.find((actor) => actor.id === "zelensky")!;
  expect(zelensky.aliases?.join()).toContain("Zelenskyy");
  await open(page);
  await inFacet(page, "Speaker", async () => {
    const field = page.getByRole("searchbox", { name: "Find a speaker" });
    for (const typed of ["zelenskyy", "ZEL vol"]) {
      await field.fill(typed);
      await expect(values(page, "Speaker")).toHaveCount(1);
      await expect(values(page, "Speaker")).toContainText(zelensky.name);
    }
    await field.fill("lensky"); // no word begins so
    await expect(facet(page, "Speaker")).toContainText("None is called so.");
    await field.fill("macron"); // not among the first
    await values(page, "Speaker").click();
    await field.fill("zelensky");
    await expect(values(page, "Speaker")).toHaveText([/^Volodymyr Zelensky/, /^Emmanuel Macron/]); // what is chosen stays
  });
  await expect(page).toHaveURL(/\?speaker=macron$/); // searching the facet is no step and no filter
  await page.goBack();
  await expect(page).toHaveURL(/\/$/);
});

test("a short facet has nothing to search it with", async ({ page }) => {
  await open(page);
  await choose(page, "Reported as", "planned");
  await expect(facet(page, "Reported as").getByRole("searchbox", { includeHidden: true })).toHaveCount(0);
});
