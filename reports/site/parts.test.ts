import { describe, expect, it } from "vitest";
import type { StoredRun } from "../../harness/history/types.js";
import { HOSTILE } from "../test-support-hostile.js";
import { badge } from "./badge.js";
import { atomFeed, jsonFeed } from "./feeds.js";
import type { News } from "./news.js";
import { missedNights } from "./nights.js";
import { streamsOf } from "./streams.js";

const HOUR = 3_600_000;
const BEGIN = Date.UTC(2026, 0, 1, 2);

function stored(run: string, hours: number, { matrix = "nightly", machine = "m-1" } = {}): StoredRun {
  const createdAt = new Date(BEGIN + hours * HOUR).toISOString();
  const environment = { machine: { fingerprint: machine }, software: { version: "1", commit: null, node: "22" } };
  return { run, dir: `/runs/${run}`, matrix, createdAt, machine, environment, sentinels: [], damaged: 0 } as StoredRun;
}
const nights = (...hours: number[]) => hours.map((hour, i) => stored(`night-${i}`, hour));

describe("streams", () => {
  it("hold a matrix's runs on a machine, each against the one before", () => {
    const other = stored("elsewhere", 30, { machine: "m-2" });
    const streams = streamsOf([other, ...nights(48, 0, 24)], null);
    expect(streams.map(({ runs }) => runs.map(({ run, base }) => [run.run, base?.run ?? null]))).toEqual([
      [
        ["night-1", null],
        ["night-2", "night-1"],
        ["night-0", "night-2"],
      ],
      [["elsewhere", null]],
    ]);
  });

  it("hold them against the baseline where it is of their matrix and machine, which itself has none", () => {
    const runs = nights(0, 24, 48);
    const [stream, other] = streamsOf(
      [...runs, stored("x", 5, { matrix: "other" }), stored("y", 9, { matrix: "other" })],
      runs[1]!,
    );
    expect(stream!.runs.map(({ base }) => base?.run ?? null)).toEqual(["night-1", null, "night-1"]);
    expect(other!.runs.map(({ base }) => base?.run ?? null)).toEqual([null, "x"]);
  });

  it("have slugs that may stand in a path, whatever the names", () => {
    const names = [...HOSTILE, "..", "../../etc", "A", "a", "a"];
    const streams = streamsOf(
      names.map((name, i) => stored(name, i, { matrix: name })),
      null,
    );
    const slugs = streams.flatMap(({ slug, runs }) => [slug, ...runs.map((one) => one.slug)]);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9][a-z0-9._-]{0,99}$/);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});

describe("missed nights", () => {
  const asOf = (hours: number) => BEGIN + hours * HOUR;
  it.each([
    { what: "none while the night is young", hours: [0, 24, 48, 72], until: 72 + 29, missed: [] },
    { what: "the one that did not come", hours: [0, 24, 48, 72], until: 72 + 31, missed: [96] },
    { what: "those between runs, too", hours: [0, 24, 48, 96, 120], until: 121, missed: [72] },
    { what: "runs a few hours late as come", hours: [0, 24, 52, 72, 96], until: 97, missed: [] },
    {
      what: "at most a week of an ended stream",
      hours: [0, 24, 48, 72],
      until: 9000,
      missed: [96, 120, 144, 168, 192, 216, 240],
    },
    { what: "none of a stream that is not nightly", hours: [0, 1, 2, 100, 101], until: 900, missed: [] },
    { what: "none of too few runs", hours: [0, 24, 48], until: 900, missed: [] },
  ])("are $what", ({ hours, until, missed }) => {
    const found = missedNights(streamsOf(nights(...hours), null), asOf(until));
    expect(found.map(({ expected }) => (Date.parse(expected) - BEGIN) / HOUR)).toEqual(missed);
  });
});

describe("feeds and badges", () => {
  const news: News[] = HOSTILE.map((text, i) => ({
    id: `run:${text}`,
    time: i === 0 ? "not a time" : new Date(BEGIN + i * HOUR).toISOString(),
    kind: "regression",
    title: text.replace(/[\p{Cc}\p{Cs}]/gu, ""),
    text: "t",
    link: i % 2 === 0 ? null : "runs/a/index.html",
  }));

  it("keep hostile text as text, in an Atom feed that has no markup of its own", () => {
    const feed = atomFeed(news, { title: "<b>", baseUrl: null });
    const tags = new Set([...feed.matchAll(/<\/?([\w-]+)/g)].map((match) => match[1]));
    expect([...tags].sort()).toEqual([
      "author",
      "category",
      "content",
      "entry",
      "feed",
      "id",
      "link",
      "name",
      "title",
      "updated",
    ]);
    for (const [, id] of feed.matchAll(/<id>(.*)<\/id>/g)) expect(id).toMatch(/^urn:ncf-bench:[\w%:.!~*&#;()-]*$/);
    expect(feed.match(/<entry>/g)).toHaveLength(HOSTILE.length);
  });

  it("have absolute links where the site's place is known", () => {
    const options = { title: "t", baseUrl: "https://example.org/bench/" };
    expect(atomFeed(news, options)).toContain('<link href="https://example.org/bench/runs/a/index.html"/>');
    const feed = JSON.parse(jsonFeed(news, options));
    expect(feed).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      home_page_url: "https://example.org/bench/index.html",
      feed_url: "https://example.org/bench/feed.json",
    });
    expect(feed.items[1]).toMatchObject({ url: "https://example.org/bench/runs/a/index.html", tags: ["regression"] });
    expect(feed.items[0].date_published).toBe("1970-01-01T00:00:00.000Z");
  });

  it.each(HOSTILE)("a badge keeps %j as text", (text) => {
    const svg = badge("ncf-bench", text, "bad");
    const tags = [...svg.matchAll(/<([\w-]+)/g)].map((match) => match[1]);
    expect(tags).toEqual(["svg", "title", "rect", "path", "g", "text", "text"]);
  });
});
