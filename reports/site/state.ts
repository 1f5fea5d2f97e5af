import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../../errors/user-error.js";
import { writeFileAtomic } from "../../storage/atomic-write.js";
import { RunVerdict } from "./run-verdict.js";

const FILE = "site.json";

/** Names of folders: they are removed when what they show is gone. */
const Slug = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/);

/** What a site was made of: beside it, so that the next building writes only what is new. */
const SiteState = z.object({
  schema: z.literal("ncf-bench.site/1.0"),
  /** Of the tool that wrote the pages: another one writes them anew. */
  tool: z.string(),
  runs: z.record(Slug, z.object({ signature: z.string(), verdict: RunVerdict })),
  streams: z.array(Slug),
});
export type SiteState = z.infer<typeof SiteState>;

export function emptyState(tool: string): SiteState {
  return { schema: "ncf-bench.site/1.0", tool, runs: {}, streams: [] };
}

/**
 * The state of the site in a folder; an empty one where the folder is empty, or where the state is another tool's or damaged.
 *
 * @throws UserError where the folder holds something else: a site is written into a folder of its own.
 */
export async function readState(out: string, tool: string): Promise<SiteState> {
  const text = await readFile(join(out, FILE), "utf8").catch(() => null);
  if (text === null) {
    const there = await readdir(out).catch(() => [] as string[]);
    if (there.length === 0) return emptyState(tool);
    throw new UserError({
      code: "site.folder",
      what: "there is something else in this folder",
      where: out,
      hint: "give a folder that is empty or that a site was written into before",
    });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return emptyState(tool);
  }
  const parsed = SiteState.safeParse(value);
  // The pages are then written again one by one; what is no longer among them stays.
  return parsed.success && parsed.data.tool === tool ? parsed.data : emptyState(tool);
}

export async function writeState(out: string, state: SiteState): Promise<void> {
  await writeFileAtomic(join(out, FILE), `${JSON.stringify(state)}\n`);
}
