/**
 * Text from data (names, paths, what a worker said) as it may be printed: control characters become `\x1b`, marks that
 * hide or reorder text `\u{202e}`, so that data can neither move the cursor nor pass for our own output. Line breaks
 * count as control characters.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (char) => {
    const code = char.codePointAt(0)!;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}
