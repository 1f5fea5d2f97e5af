/** A family as an OpenMetrics parser reads it. */
export interface ReadFamily {
  name: string;
  type: string;
  unit: string;
  help: string;
  samples: { labels: Record<string, string>; value: number }[];
}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"(,|$)/y;

/**
 * Reads a text of gauges by the rules of OpenMetrics 1.0 that bear on them, and throws at the first one that is broken:
 * metadata before samples and once a family, families not interleaved, the unit a suffix of the name, no two samples of the
 * same labels, `# EOF` last.
 */
export function readOpenMetrics(text: string): ReadFamily[] {
  if (!text.endsWith("\n# EOF\n")) throw new Error("the last line is not # EOF");
  const families = new Map<string, ReadFamily>();
  let open = null as ReadFamily | null;
  for (const line of text.slice(0, -"# EOF\n".length).split("\n").slice(0, -1)) {
    const meta = /^# (TYPE|UNIT|HELP) (\S+) (.*)$/.exec(line);
    if (meta !== null) {
      const [, kind, name, value] = meta as unknown as [string, "TYPE" | "UNIT" | "HELP", string, string];
      if (open?.name !== name) {
        if (families.has(name) || !NAME.test(name)) throw new Error(`a family again, or no name: ${line}`);
        open = { name, type: "", unit: "", help: "", samples: [] };
        families.set(name, open);
      }
      const field = kind.toLowerCase() as "type" | "unit" | "help";
      if (open.samples.length > 0 || open[field] !== "") throw new Error(`metadata late or twice: ${line}`);
      open[field] = unescaped(value);
      if (kind === "UNIT" && !name.endsWith(`_${value}`)) throw new Error(`the name does not end in its unit: ${line}`);
      continue;
    }
    const sample = SAMPLE.exec(line);
    if (sample === null || open === null || sample[1] !== open.name) throw new Error(`not a sample of this family: ${line}`);
    const labels = readLabels(sample[2] ?? "");
    const value = Number(sample[3]);
    if (Number.isNaN(value)) throw new Error(`not a number: ${line}`);
    if (open.samples.some((other) => JSON.stringify(other.labels) === JSON.stringify(labels))) {
      throw new Error(`the same labels twice: ${line}`);
    }
    open.samples.push({ labels, value });
  }
  return [...families.values()];
}

function readLabels(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const match = LABEL.exec(text);
    if (match === null || match[1]! in labels) throw new Error(`not a list of labels: ${text}`);
    labels[match[1]!] = unescaped(match[2]!);
  }
  return labels;
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, char: string) => (char === "n" ? "\n" : char));
}
