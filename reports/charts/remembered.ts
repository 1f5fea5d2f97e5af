/** Remembers texts by their keys and makes each once; at `most` many it starts anew. */
export function remembered(most: number): (key: string, make: () => string) => string {
  const known = new Map<string, string>();
  return (key, make) => {
    let text = known.get(key);
    if (text === undefined) {
      text = make();
      if (known.size >= most) known.clear();
      known.set(key, text);
    }
    return text;
  };
}
