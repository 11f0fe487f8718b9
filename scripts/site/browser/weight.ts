import assert from "node:assert/strict";
import {test} from "node:test";
import {MOST_BYTES, MOST_REQUESTS} from "../../bench/site-table.js";
import {type PageVisit, visitPage} from "../../bench/visit-page.js";
import type {SiteUnderTest} from "./site-under-test.js";

/** What the first view of a lesson weighs: bytes and requests, which do not depend on the machine. */
export function testWeight(site: SiteUnderTest): void {
  let visits: Promise<ReadonlyMap<string, PageVisit>> | undefined;
  const firstViews = () => {
    visits ??= visitLessons(site);
    return visits;
  };

  test(`the first view of a lesson takes at most ${MOST_REQUESTS} requests and ${MOST_BYTES} compressed bytes`, async () => {
    for (const [path, {requests, gzipped}] of await firstViews()) {
      assert.ok(requests <= MOST_REQUESTS, `${path}: ${requests} requests`);
      assert.ok(gzipped <= MOST_BYTES, `${path}: ${gzipped} bytes`);
    }
  });

  test("a lesson's charts are there before any script runs, and nothing of Vega is loaded before it is asked for", async () => {
    for (const [path, {addresses}] of await firstViews()) {
      assert.deepEqual(
        addresses.filter((address) => /vega/i.test(address)),
        [],
        path
      );
      const html = await (await fetch(new URL(path, site.url()))).text();
      assert.match(html, /<figure class="chart"[\s\S]*?<svg/, path);
    }
  });
}

async function visitLessons(site: SiteUnderTest): Promise<Map<string, PageVisit>> {
  const lessons = site.pages().filter((path) => path.startsWith("lessons/"));
  assert.ok(lessons.length > 0);
  const visits = new Map<string, PageVisit>();
  for (const path of lessons) visits.set(path, await visitPage(site.browser(), new URL(path, site.url()).href));
  return visits;
}
