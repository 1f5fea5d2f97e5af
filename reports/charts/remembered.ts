/** Remembers texts by their keys and makes each once; where keys and texts would pass `most` characters it starts anew. */
export function remembered(most: number): (key: string, make: () => string) => string {
  const known = new Map<string, string>();
  let held = 0;
  return (key, make) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = make();
    const more = key.length + text.length;
    // One that alone takes all the room would only push out the rest.
    if (more > most) return text;
    if (held + more > most) {
      known.clear();
      held = 0;
    }
    known.set(key, text);
    held += more;
    return text;
  };
}
