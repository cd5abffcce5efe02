// Quotation marks keep words together.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { expectChips, expectEvents, open } from "./reader";

test("a phrase is found as it stands, or left out", async ({ page }) => {
  await serveData(page);
  await open(page);
  const field = page.getByRole("searchbox", { name: "Search", exact: true });
  await field.fill("years two");
  await expectEvents(page, ["port-moves", "vote"]);
  await field.fill('"two years"');
  await expectEvents(page, ["port-moves", "vote"]);
  await field.fill('"years two"');
  await expectEvents(page, []);
  await field.fill('crane -"two years"');
  await expectEvents(page, ["crane-built", "letter", "petition", "inspection", "offer", "party"]);
  await field.fill("“two years” council"); // as a phone writes them
  await expectEvents(page, ["vote"]);
  await expectChips(page, ["Search ““two years” council”"]);
  await expect(page).toHaveURL(/[?&]q=/);
});
