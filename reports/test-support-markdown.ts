/** What is left when all values in code spans and blocks are taken out: the document's own markup. */
export function skeleton(markdown: string): string {
  return withoutSpans(markdown.replace(/^(`{3,})console\n[\s\S]*?\n\1$/gm, "(block)"));
}

/** Takes out code spans as CommonMark finds them: a run of backticks closes at the next run of the same length. */
export function withoutSpans(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      let rest = line;
      let kept = "";
      for (;;) {
        const open = /`+/.exec(rest);
        if (open === null) return kept + rest;
        kept += rest.slice(0, open.index);
        rest = rest.slice(open.index + open[0].length);
        const close = [...rest.matchAll(/`+/g)].find(([run]) => run.length === open[0].length);
        if (close === undefined) throw new Error(`a span does not close: ${line.slice(0, 200)}`);
        rest = rest.slice(close.index + close[0].length);
      }
    })
    .join("\n");
}
