// Topics: a broader one holds of what its narrower ones hold of.
import { expect, test } from "../harness/fixtures";
import { serveData } from "./harbour";
import { choose, exclude, expectEvents, inFacet, leaveOut, open, result, values } from "./reader";
import { published } from "./published";

test("a topic finds what its narrower topics find, and a narrower one less", async ({ page, request }) => {
  const data = await published(request);
  const under = (topic: string): string[] => [topic, ...data.topics.filter((each) => each.parent === topic).flatMap((each) => under(each.id))];
  // An event has the topics of its quotes too.
  const topicsOf = (event: string) => [...data.events, ...data.quotes.map((quote) => ({ id: quote.event, topics: quote.topics }))].filter((each) => each.id === event).flatMap((each) => each.topics ?? []);
  const about = (topic: string) => data.events.filter((event) => topicsOf(event.id).some((each) => under(topic).includes(each))).length;
  const narrower = data.topics.find((topic) => topic.parent)!;
  const broader = data.topics.find((topic) => topic.id === narrower.parent)!;
  expect(about(broader.id)).toBeGreaterThan(about(narrower.id));

  await open(page);
  await choose(page, "Topic", broader.label);
  await expect(result(page)).toHaveText(`${about(broader.id)} of ${data.events.length} events`);
  await page.goto(`./?topic=${narrower.id}`);
  await expect(result(page)).toHaveText(`${about(narrower.id)} of ${data.events.length} events`);
  await inFacet(page, "Topic", () => exclude(page, "Topic", broader.label).click());
  await expect(result(page)).toHaveText(`0 of ${data.events.length} events`);
});

test("an event without a topic is found as such", async ({ page }) => {
  await serveData(page);
  await open(page);
  await expect(values(page, "Topic")).toHaveText(["The vote 2 events", "no topic 9 events"]);
  await choose(page, "Topic", "The vote");
  await expectEvents(page, ["letter", "vote"]);
  await leaveOut(page, "Topic", "The vote");
  await leaveOut(page, "Topic", "no topic");
  await expectEvents(page, []);
});
