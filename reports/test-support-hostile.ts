/** What a name, a message or a path may hold when someone means harm, or when a worker crashed in the middle of a byte. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><style>*{display:none}</style>",
  "</title></head><body onload=alert(1)>",
  "</svg><svg onload=alert(1)>",
  "<!--",
  "-->]]>",
  "&lt;script&gt; &#60;b&#62; &amp;",
  "{{run}} {{{style}}} {{> page}} $&",
  "javascript:alert(1)",
  "line\u2028separator\u2029and\u0085next",
  "\u202Egnitseretni\u202C \u2066bidi\u2069 \u200B",
  "\u001b[31mred\u001b]8;;https://example.com\u0007link\u001b]52;c;eA==\u0007",
  "`code` ``more`` ```fence\n```",
  "| pipe | \\| \\\\| |",
  "@someone #1 user/repo#2 www.example.com https://example.com a@example.com",
  "[x](javascript:alert(1)) ![beacon](https://example.com/b.png) <https://example.com>",
  "\n\n# heading\n\n- item\n\n</details>\n\n<img src=x>",
  "::error::title %0A \r\n::add-mask::x",
  "=cmd|' /C calc'!A0",
  "\ud800 lone",
  "\u0000nul",
  "x".repeat(3000),
  "   ",
];

/**
 * A copy in which every string that is text from outside went through `change`. Fields whose values are words of ours stay,
 * since code chooses by them.
 */
export function mapText<T>(value: T, ours: ReadonlySet<string>, change: (text: string) => string, field = ""): T {
  if (typeof value === "string") return (ours.has(field) ? value : change(value)) as T;
  if (Array.isArray(value)) return value.map((item) => mapText(item, ours, change, field)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, mapText(item, ours, change, name)]),
  ) as T;
}
