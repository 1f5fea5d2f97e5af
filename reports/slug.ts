/**
 * Ids for anchors: `cell-` and the key's letters and digits, at most 80 characters, made unique by a number. Nothing but
 * [a-z0-9-] of a key reaches an id, so it is safe as `id` and after `#`.
 */
export function slugs(keys: readonly string[]): string[] {
  const taken = new Set<string>();
  return keys.map((key) => {
    const words = key.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    const stem = ["cell", ...words].join("-").slice(0, 80).replace(/-+$/, "");
    let slug = stem;
    for (let n = 2; taken.has(slug); n++) slug = `${stem}-${n}`;
    taken.add(slug);
    return slug;
  });
}
