import { escapeMarkup } from "../escape-markup.js";
import type { News } from "./news.js";

export interface FeedOptions {
  title: string;
  /** Where the site is published; null: links are relative to the feed. */
  baseUrl: string | null;
}

/** Readers keep their own archive: a feed is what is new. */
const MOST_ENTRIES = 100;
/** Of a feed without entries, whose time must not be the moment of building. */
const EPOCH = "1970-01-01T00:00:00.000Z";

/** RFC 4287. Ids are not links, so that an entry stays the same where the site moves. */
export function atomFeed(news: readonly News[], { title, baseUrl }: FeedOptions): string {
  const entries = news.slice(0, MOST_ENTRIES).map(
    ({ id, time, title: said, text, link, kind }) => `<entry>
<id>${escapeMarkup(iri(id))}</id>
<title>${escapeMarkup(said)}</title>
<updated>${escapeMarkup(instant(time))}</updated>
<category term="${kind}"/>
${link === null ? "" : `<link href="${escapeMarkup((baseUrl ?? "") + link)}"/>\n`}<content type="text">${escapeMarkup(text)}</content>
</entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${iri(`site:${baseUrl ?? title}`)}</id>
<title>${escapeMarkup(title)}</title>
<updated>${escapeMarkup(instant(news[0]?.time ?? EPOCH))}</updated>
<author><name>ncf-bench</name></author>
<link rel="self" href="${escapeMarkup(baseUrl ?? "")}feed.xml"/>
<link href="${escapeMarkup(baseUrl ?? "")}index.html"/>
${entries.join("")}</feed>
`;
}

/** JSON Feed 1.1. */
export function jsonFeed(news: readonly News[], { title, baseUrl }: FeedOptions): string {
  const base = baseUrl ?? "";
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title,
    ...(baseUrl === null ? {} : { home_page_url: `${base}index.html`, feed_url: `${base}feed.json` }),
    items: news.slice(0, MOST_ENTRIES).map(({ id, time, title: said, text, link, kind }) => ({
      id: iri(id),
      title: said,
      content_text: text,
      date_published: instant(time),
      tags: [kind],
      ...(link === null ? {} : { url: base + link }),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

function iri(id: string): string {
  const whole = id.replace(/\p{Cs}/gu, "\ufffd");
  return `urn:ncf-bench:${whole.split(":").map(encodeURIComponent).join(":")}`;
}

/** A time from a run's file, which may be anything. */
function instant(time: string): string {
  const parsed = Date.parse(time);
  return Number.isNaN(parsed) ? EPOCH : new Date(parsed).toISOString();
}
