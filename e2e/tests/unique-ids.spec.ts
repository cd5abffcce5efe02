// No two elements share an id, so that a link leads to one place; and what an id names by is there.
import { expect, test } from "../harness/fixtures";
import { open, openEvents } from "./reader";

for (const view of ["", "?view=compare", "?view=quotes", "?view=variants&data=demo-library-2031-03&form=table"]) {
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
      return { twice, missing, some: ids.length > 50 };
    });
    expect(found).toEqual({ twice: [], missing: [], some: true });
  });
}
