// No two elements share an id, so that a link leads to one place; and what an id names by is there.
import { expect, test } from "../harness/fixtures";
import { everyView, open, openEvents } from "./reader";

for (const view of everyView) {
  test(`each id is there once on ./${view}`, async ({ page }) => {
    await open(page, view);
    if (!view) await openEvents(page);
    const found = await page.evaluate(() => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
      const missing: string[] = [];
      for (const name of ["aria-labelledby", "aria-describedby", "aria-controls"]) {
        for (const element of document.querySelectorAll(`[${name}]`)) {
          for (const id of element.getAttribute(name)!.split(/\s+/)) if (!document.getElementById(id)) missing.push(`${name}=${id}`);
        }
      }
      return { twice, missing, some: ids.length > 5 };
    });
    expect(found).toEqual({ twice: [], missing: [], some: true });
  });
}
