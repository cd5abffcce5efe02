// What is counted: events, reports or quotes.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, include, open, result } from "./reader";

test("the numbers can count reports and quotes instead of events", async ({ page }) => {
  await serveData(page);
  await open(page);
  const unit = page.getByRole("combobox", { name: "Count" });
  await unit.selectOption("reports");
  await expect(page).toHaveURL(/\?count=mentions$/);
  await expect(result(page)).toHaveText("21 reports; 11 events listed");
  await expect(include(page, "Reported as", "planned")).toHaveText("planned 3 reports");
  await choose(page, "Reported as", "planned");
  await expect(result(page)).toHaveText("3 of 21 reports; 3 events listed");
  await unit.selectOption("quotes");
  await expect(page).toHaveURL(/\?status=planned&count=quotes$/);
  await expect(result(page)).toHaveText("5 of 10 quotes; 3 events listed");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\?count=quotes$/); // it is no filter
  await expect(result(page)).toHaveText("10 quotes; 11 events listed");
  await page.goBack();
  await page.goBack();
  await expect(unit).toHaveValue("reports");
  await expect(result(page)).toHaveText("3 of 21 reports; 3 events listed");
});
