// A link may name data at an address. What is shown is the owner's choice and not the link's; each failure has its own words.
import { expectAccessible } from "../harness/axe";
import { allow, ask, expect, expectProblem, harbourFile, path, send, test, type Site } from "./elsewhere";
import { events } from "./harbour";

const asItIs = /Failed to load resource|status (404|503)|failed: |Access to fetch/;

test("data of a site that isn't listed are refused with the reason, and nothing is asked of it", async ({ page, host, other }) => {
  await ask(page, host, `${other.origin}/quotes.json`);
  await expectProblem(page, "This page does not show data from there.", `${other.origin}/quotes.json`, "config.json", "datasets.origins", "invented quotes");
  await expect(page.getByRole("alert")).toContainText(`has not listed ${other.origin}`);
  await expect(page).toHaveTitle(/^This page does not show data from there/);
  expect(other.asked).toEqual([]);
  await expectAccessible(page);
  await page.getByRole("link", { name: "The articles that this site shows by itself" }).click();
  await expect(events(page).first()).toBeVisible();
  expect(page.url()).toBe(`${host.origin}${path()}?`);
});

test("a site without settings lists none", async ({ page, host, other, faults }) => {
  faults.allow(asItIs);
  host.answers[`${path()}config.json`] = send("Not found", {}, 404);
  await ask(page, host, `${other.origin}/quotes.json`);
  await expectProblem(page, "This page does not show data from there.");
});

for (const [name, settings, says] of [
  ["are no JSON", "origins: all", "it is no JSON"],
  ["list a star", '{"datasets": {"origins": ["*"]}}', "“*” in “datasets.origins” is no origin"],
  ["list a path", '{"datasets": {"origins": ["https://a.example/b"]}}', "is no origin"],
  ["are a list", "[]", "it is no object"],
] as const) {
  test(`settings that ${name} allow nothing, and it is told what to mend`, async ({ page, host, other }) => {
    host.answers[`${path()}config.json`] = send(settings);
    await ask(page, host, `${other.origin}/quotes.json`);
    await expectProblem(page, "This page can’t tell whose data it may show.", "config.json", says);
    expect(other.asked).toEqual([]);
  });
}

test("data of a listed site are shown, and said to be of that site", async ({ page, host, other }) => {
  allow(host, other.origin);
  other.answers["/quotes.json"] = send(harbourFile);
  await ask(page, host, `${other.origin}/quotes.json`, "&source=d");
  await expect(events(page)).toHaveCount(3);
  const home = page.locator(".home");
  await expect(home).toContainText(`Data of ${other.origin}, not of this site.`);
  await expect(home).toContainText(`${other.origin}/quotes.json`);
  await expectAccessible(page, ".home");
  // It stays with the reader on her way through the pages …
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Quotes", exact: true }).click();
  await expect(home).toBeVisible();
  expect(new URL(page.url()).searchParams.get("data")).toBe(`${other.origin}/quotes.json`);
  // … until she goes to the site's own, and comes back.
  await home.getByRole("link").click();
  await expect(home).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(/Westhaven/);
  await page.goBack();
  await expect(home).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Westhaven/);
  expect(other.asked).toHaveLength(1);
});

test("where the page's policy stands in the way, it is named", async ({ page, host, other, faults }) => {
  faults.allow(/Content Security Policy|Refused to connect|failed: |violates/);
  allow(host, other.origin);
  host.connect = "'self'";
  await ask(page, host, `${other.origin}/quotes.json`);
  await expectProblem(page, "This page’s own rules keep it from asking there.", "connect-src", other.origin);
});

const failures: [string, Site["answers"][string], string, string[]][] = [
  ["doesn't let pages read it", (response) => response.writeHead(200, { "Content-Type": "application/json" }).end(harbourFile), "The articles could not be loaded.", ["Access-Control-Allow-Origin: *", "a browser doesn’t say which"]],
  ["has no such file", send("Not found", {}, 404), "There are no articles at the address in the link.", ["(404)", "ask whoever gave it to you"]],
  ["refuses", send("Later", {}, 503), "The articles could not be loaded.", ["refused (503)"]],
  ["answers with a page", send("<!DOCTYPE html><p>Log in", { "Content-Type": "text/html" }), "The data came, but they can’t be read.", ["HTML"]],
  ["has data in a newer format", send('{"format": "sidebyline/3"}'), "The data came, but they can’t be read.", ["newer format `sidebyline/3`", "Update Sidebyline"]],
  ["has other JSON", send('{"type": "FeatureCollection"}'), "The data came, but they can’t be read.", ["doesn't say that it is a dataset"]],
  ["has broken JSON", send('{"format": "sidebyline/1",\n  "id": oops}'), "The data came, but they can’t be read.", ["not JSON", "(line 2, column 9)"]],
  ["has half of a file", send(harbourFile.slice(0, 900)), "The data came, but they can’t be read.", ["ends in the middle"]],
  ["has no text", send("\u0000", { "Content-Type": "application/octet-stream" }), "The data came, but they can’t be read.", ["not JSON"]],
  ["announces 400 MB", (response) => response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Length": "400000000" }).write("{"), "The file is too large.", ["larger than 300 MB"]],
  ["never stops sending", endless, "The file is too large.", ["larger than 300 MB", "No more of it was read"]],
  ["breaks off", (response) => {
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Length": "20000" }).write(harbourFile.slice(0, 900));
    setTimeout(() => response.destroy(), 200);
  }, "Only a part of the articles came.", ["broke off"]],
];

function endless(response: Parameters<Site["answers"][string]>[0]) {
  response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "application/json" });
  const chunk = Buffer.alloc(1_000_000, " ");
  const more = () => {
    while (!response.destroyed && response.write(chunk)) { /* as fast as it goes */ }
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

for (const [name, answer, what, says] of failures) {
  test(`where the other site ${name}, the page says so, and comes when it is asked again`, async ({ page, host, other, faults }) => {
    faults.allow(asItIs);
    allow(host, other.origin);
    other.answers["/quotes.json"] = answer;
    await ask(page, host, `${other.origin}/quotes.json`);
    await expectProblem(page, what, ...says);
    const again = page.getByRole("button", { name: "Try again" });
    if (what !== "The file is too large.") {
      other.answers["/quotes.json"] = send(harbourFile);
      await again.click();
      await expect(page.locator(".home")).toBeVisible();
    } else {
      await expect(again).toHaveCount(0);
    }
  });
}

test("a listed site that sends the page on to another one is not followed", async ({ page, host, other, faults }) => {
  faults.allow(/^third party: http:\/\/localhost:/); // the browser follows; the page doesn't read what comes
  allow(host, other.origin);
  host.connect = "*"; // even where the policy would let it pass
  // localhost is another origin on the same server.
  const stranger = other.origin.replace("127.0.0.1", "localhost");
  other.answers["/quotes.json"] = send("", { Location: `${stranger}/stolen.json` }, 302);
  other.answers["/stolen.json"] = send(harbourFile);
  await ask(page, host, `${other.origin}/quotes.json`);
  await expectProblem(page, "The data are at another site than the link says.", stranger);
});

test("this site's own redirection doesn't lead strangers in", async ({ page, host, other }) => {
  host.connect = "*";
  host.answers[`${path()}go`] = send("", { Location: `${other.origin}/quotes.json` }, 302);
  host.answers[`${path()}data/hop.json`] = host.answers[`${path()}go`]!;
  other.answers["/quotes.json"] = send(harbourFile);
  await ask(page, host, `${host.origin}${path()}go?to=anywhere`);
  await expectProblem(page, "The data are at another site than the link says.", other.origin);
  await ask(page, host, "hop");
  await expectProblem(page, "The data are at another site than the link says.", other.origin);
});

test("another file of the same server is shown, and said to be none of the site's usual ones", async ({ page, host }) => {
  host.answers["/elsewhere/a.json"] = send(harbourFile);
  await ask(page, host, `${host.origin}/elsewhere/a.json`);
  await expect(page.locator(".home")).toContainText("Not this site’s usual data.");
  await expect(page.locator(".home")).toContainText("/elsewhere/a.json");
  expect(host.asked).not.toContain(`${path()}config.json`);
});

for (const hostile of ["javascript:alert(1)", "file:///etc/passwd", "//evil.example/a.json", "data:application/json,{}", "https://user:pass@evil.example/a.json", "https:\\\\evil.example", "blob:https://evil.example/1", "../../secret", "https://evil.example#a"]) {
  test(`a link with the data ${hostile} shows the site's own, and says so`, async ({ page, baseURL }) => {
    await page.goto(`${baseURL}?data=${encodeURIComponent(hostile)}`);
    await expect(events(page).first()).toBeVisible();
    await expect(page.locator(".notices")).toContainText(`The link asks for the data “${hostile}”`);
    await expect(page.locator(".home")).toHaveCount(0);
  });
}

test("without a connection the page says that it is offline", async ({ page, host, context, faults }) => {
  faults.allow(asItIs);
  await page.goto(`${host.origin}${path()}`);
  await expect(events(page).first()).toBeVisible();
  await context.setOffline(true);
  await page.evaluate(() => {
    history.pushState(null, "", "?data=demo-library-2031-03");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  // What explains it may itself be still to come.
  await expect(page.getByRole("alert").filter({ visible: true })).toContainText(/This browser is offline|Is there a connection\?/);
  await context.setOffline(false);
  await expect(async () => {
    await page.getByRole("button", { name: "Try again" }).click({ timeout: 1000 });
    await expect(events(page).first()).toBeVisible({ timeout: 2000 });
  }).toPass();
});
